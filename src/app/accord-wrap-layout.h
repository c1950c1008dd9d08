/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places children in lines as words are placed in a paragraph: each as wide as it is,
 * unlike GtkFlowBox, whose columns are all as wide as the widest. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACCORD_TYPE_WRAP_LAYOUT (accord_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (AccordWrapLayout, accord_wrap_layout, ACCORD, WRAP_LAYOUT, GtkLayoutManager)

GtkLayoutManager *accord_wrap_layout_new (int spacing) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
