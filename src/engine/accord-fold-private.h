/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a folder tells within the engine, beyond the public accord_folder_fold(). */
#pragma once

#include "engine/accord-words.h"

G_BEGIN_DECLS

gboolean
accord_folder_fold_token (AccordFolder *self, const char *token, gsize length, GString *word);
void accord_folder_fold_whole (AccordFolder *self, const char *token, gsize length, GString *word);
gunichar accord_fold_simplified (gunichar c);
void accord_fold_width (const char *token, gsize length, GString *folded);

G_END_DECLS
