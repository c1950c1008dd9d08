/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The application: one instance, windows, accelerators, About. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ACCORD_TYPE_APPLICATION (accord_application_get_type ())
G_DECLARE_FINAL_TYPE (AccordApplication, accord_application, ACCORD, APPLICATION, AdwApplication)

AccordApplication *accord_application_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
