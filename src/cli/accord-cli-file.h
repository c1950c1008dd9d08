/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bytes of a file of our own formats, or of standard input, up to a limit. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GBytes *
accord_cli_file_load (const char *path, gsize most, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
