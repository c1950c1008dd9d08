/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the writer and the reader of journals share. */
#pragma once

#include "session/accord-journal.h"

G_BEGIN_DECLS

#define ACCORD_JOURNAL_FORMAT "accord-journal"
#define ACCORD_JOURNAL_SUFFIX ".journal"

char *accord_journal_dup_folder (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
