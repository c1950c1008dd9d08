/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one object that changes: documents, settings, decisions, the running job. It
 * lives on the main thread and runs at most one comparison; results replace the old
 * ones whole. Widgets observe it and call it; they hold no state of their own. */
#pragma once

#include "engine/accord-coverage.h"
#include "report/accord-report.h"
#include "session/accord-session-document.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_SESSION (accord_session_get_type ())
G_DECLARE_FINAL_TYPE (AccordSession, accord_session, ACCORD, SESSION, GObject)

/* Properties (notified, read-only unless said):
 *   "busy" boolean; "progress" double 0 to 1; "progress-text" string, translated;
 *   "modified" boolean; "file" GFile, nullable; "title" string;
 *   "threshold" int 0–1000, writable; "least-score" int 0–1000, writable (view filter);
 *   "can-undo", "can-redo" boolean; "undo-name", "redo-name" string, nullable, translated;
 *   "read-only" boolean (a session of a newer version: saving it is refused; or one that is open
 *   elsewhere, see accord_session_get_holder(): it can be saved under another name);
 *   "codebook" pointer: the AccordCodebook that numbers principles, also those of the findings;
 *   "coder" string, writable: who decides (default: the user's name).
 * Signals:
 *   "document-failed" (name: string, reason: string): a source could not be read; the others go on
 *   "password-needed" (file: GFile, reason: string): a source is encrypted; answer with
 *   accord_session_add_locked_file(). Where nobody listens it is "document-failed"
 *   "findings-changed": accord_session_get_findings() and _get_coverage() give new values
 *   "failed" (message: string): something else went wrong, translated */

void accord_session_prepare (void);
AccordSession *accord_session_new (void) G_GNUC_WARN_UNUSED_RESULT;

GListModel *accord_session_get_documents (AccordSession *self);
AccordCodebook *accord_session_get_codebook (AccordSession *self);
AccordLexicon *accord_session_get_lexicon (AccordSession *self);
AccordAnalysis *accord_session_get_analysis (AccordSession *self, AccordSessionDocument *document);

/* Values of the last comparison. Documents in them are numbered as accord_session_get_compared()
 * tells, which is the order of the list model without those that are still being read. */
AccordFindings *accord_session_get_findings (AccordSession *self);
AccordCoverage *accord_session_get_coverage (AccordSession *self);
AccordSessionDocument *accord_session_get_compared (AccordSession *self, guint index);
gboolean
accord_session_find_compared (AccordSession *self, AccordSessionDocument *document, guint *index);

gboolean accord_session_get_busy (AccordSession *self);
double accord_session_get_progress (AccordSession *self);
const char *accord_session_get_progress_text (AccordSession *self);
gboolean accord_session_get_modified (AccordSession *self);
GFile *accord_session_get_file (AccordSession *self);
const char *accord_session_get_title (AccordSession *self);
const char *accord_session_get_holder (AccordSession *self);
gint accord_session_get_threshold (AccordSession *self);
void accord_session_set_threshold (AccordSession *self, gint threshold);
gint accord_session_get_least_score (AccordSession *self);
void accord_session_set_least_score (AccordSession *self, gint least_score);

void accord_session_add_files (AccordSession *self, GFile *const *files, guint n_files);
void accord_session_add_locked_file (AccordSession *self, GFile *file, const char *password);
void accord_session_add_text (AccordSession *self, const char *text, const char *name);
void accord_session_remove_document (AccordSession *self, AccordSessionDocument *document);
void
accord_session_move_document (AccordSession *self, AccordSessionDocument *document, guint position);
void
accord_session_set_shown (AccordSession *self, AccordSessionDocument *document, gboolean shown);
void accord_session_set_block_kept (AccordSession *self,
                                    AccordSessionDocument *document,
                                    guint block,
                                    gboolean kept);
void accord_session_cancel (AccordSession *self);
void accord_session_close (AccordSession *self);
void accord_session_sync (AccordSession *self);

void
accord_session_decide_coding (AccordSession *self, guint coding_finding, AccordDecisionKind kind);
void accord_session_decide_link (AccordSession *self, guint link_finding, AccordDecisionKind kind);
void accord_session_restore_coding (AccordSession *self, guint coding_finding);
void accord_session_restore_link (AccordSession *self, guint link_finding);
gboolean accord_session_undo (AccordSession *self);
gboolean accord_session_redo (AccordSession *self);

void accord_session_open_async (AccordSession *self,
                                GFile *file,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
gboolean accord_session_open_finish (AccordSession *self, GAsyncResult *result, GError **error);
void accord_session_recover_async (AccordSession *self,
                                   const char *path,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
gboolean accord_session_recover_finish (AccordSession *self, GAsyncResult *result, GError **error);
void accord_session_save_async (AccordSession *self,
                                GFile *file,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
gboolean accord_session_save_finish (AccordSession *self, GAsyncResult *result, GError **error);
void accord_session_allow_overwrite (AccordSession *self);
void accord_session_export_async (AccordSession *self,
                                  GFile *file,
                                  AccordReportFormat format,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean accord_session_export_finish (AccordSession *self, GAsyncResult *result, GError **error);

G_END_DECLS
