/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Driving a session without a window: add, wait, count what it tells. */
#pragma once

#include <string.h>

#include "session/accord-session.h"

typedef struct
{
  AccordSession *session;
  guint n_busy;
  guint n_modified;
  guint n_can_undo;
  guint n_findings;
  guint n_failed;
  char *failed_name;
  char *failed_reason;
} Counts;

void counts_connect (Counts *counts, AccordSession *session);
void counts_clear (Counts *counts);

GFile *sample_file (const char *name);
void add_named (AccordSession *session, ...) G_GNUC_NULL_TERMINATED;
void wait_idle (AccordSession *session);
void wait_findings (AccordSession *session);
void wait_until (AccordSession *session, gboolean (*condition) (AccordSession *session));
void wait_flag (const gboolean *flag);
void wait_pending (void);

guint n_documents (AccordSession *session);
AccordSessionDocument *document_at (AccordSession *session, guint i);
const char *undo_name (AccordSession *session);
const char *redo_name (AccordSession *session);
void assert_letters (AccordSession *session, const char *letters);
void assert_compared (AccordSession *session, guint n);
char *dup_findings (AccordSession *session);

gboolean save_to (AccordSession *session, GFile *file, GError **error);
gboolean open_from (AccordSession *session, GFile *file, GError **error);
gboolean export_to (AccordSession *session, GFile *file, AccordReportFormat format, GError **error);
