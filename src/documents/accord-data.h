/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the files that ship with the program are: $ACCORD_DATA_DIR (a checkout's
 * data folder), else the place of installation. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *accord_data_dup_path (const char *relative) G_GNUC_WARN_UNUSED_RESULT;
char *accord_data_dup_loader_path (void) G_GNUC_WARN_UNUSED_RESULT;
char *accord_data_dup_lexicon_path (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
