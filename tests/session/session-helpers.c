/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Waiting means to iterate the main context until a state holds, a minute at most. */
#include "session-helpers.h"

#define LATE_S 60

static void
failed_cb (AccordSession *session, const char *name, const char *reason, gpointer data)
{
  Counts *counts = data;

  counts->n_failed++;
  g_free (counts->failed_name);
  g_free (counts->failed_reason);
  counts->failed_name = g_strdup (name);
  counts->failed_reason = g_strdup (reason);
}

static void
count_cb (gpointer data)
{
  (*(guint *) data)++;
}

void
counts_connect (Counts *counts, AccordSession *session)
{
  guint *const places[] = { &counts->n_busy, &counts->n_modified, &counts->n_can_undo,
                            &counts->n_findings };
  const char *const names[] = { "notify::busy", "notify::modified", "notify::can-undo",
                                "findings-changed" };

  *counts = (Counts){ session };
  g_signal_connect (session, "document-failed", G_CALLBACK (failed_cb), counts);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_signal_connect_swapped (session, names[i], G_CALLBACK (count_cb), places[i]);
}

/* Counts no more. */
void
counts_clear (Counts *counts)
{
  guint *const places[] = { &counts->n_busy, &counts->n_modified, &counts->n_can_undo,
                            &counts->n_findings };

  g_signal_handlers_disconnect_by_data (counts->session, counts);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    g_signal_handlers_disconnect_by_data (counts->session, places[i]);
  g_free (counts->failed_name);
  g_free (counts->failed_reason);
}

GFile *
sample_file (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("ACCORD_DATA_DIR"), "samples", name, NULL);

  return g_file_new_for_path (path);
}

void
add_named (AccordSession *session, ...)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  va_list names;
  const char *name = NULL;

  va_start (names, session);
  while ((name = va_arg (names, const char *)) != NULL)
    g_ptr_array_add (files, sample_file (name));
  va_end (names);
  accord_session_add_files (session, (GFile *const *) files->pdata, files->len);
}

static gboolean
late_cb (gpointer data)
{
  g_error ("waited for %d seconds", LATE_S);
  return G_SOURCE_REMOVE;
}

void
wait_until (AccordSession *session, gboolean (*condition) (AccordSession *session))
{
  guint late = g_timeout_add_seconds (LATE_S, late_cb, NULL);

  while (!condition (session))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (late);
}

static gboolean
is_idle (AccordSession *session)
{
  return !accord_session_get_busy (session);
}

void
wait_idle (AccordSession *session)
{
  wait_until (session, is_idle);
}

static void
raise_cb (gboolean *flag)
{
  *flag = TRUE;
}

void
wait_flag (const gboolean *flag)
{
  guint late = g_timeout_add_seconds (LATE_S, late_cb, NULL);

  while (!*flag)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (late);
}

/* Until the session tells new findings. */
void
wait_findings (AccordSession *session)
{
  gboolean told = FALSE;
  gulong handler =
    g_signal_connect_swapped (session, "findings-changed", G_CALLBACK (raise_cb), &told);

  wait_flag (&told);
  g_signal_handler_disconnect (session, handler);
}

static gboolean
stop_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Long enough for what was cancelled to come back, if it wrongly does. */
void
wait_pending (void)
{
  gboolean done = FALSE;

  g_timeout_add (100, stop_cb, &done);
  wait_flag (&done);
}

guint
n_documents (AccordSession *session)
{
  return g_list_model_get_n_items (accord_session_get_documents (session));
}

/* Lends the document. */
AccordSessionDocument *
document_at (AccordSession *session, guint i)
{
  g_autoptr (AccordSessionDocument) document =
    g_list_model_get_item (accord_session_get_documents (session), i);

  g_assert_nonnull (document);
  return document;
}

static const char *
intern_property (AccordSession *session, const char *name)
{
  g_autofree char *value = NULL;

  g_object_get (session, name, &value, NULL);
  return g_intern_string (value);
}

const char *
undo_name (AccordSession *session)
{
  return intern_property (session, "undo-name");
}

const char *
redo_name (AccordSession *session)
{
  return intern_property (session, "redo-name");
}

void
assert_letters (AccordSession *session, const char *letters)
{
  g_assert_cmpuint (n_documents (session), ==, strlen (letters));
  for (guint i = 0; letters[i] != '\0'; i++)
    g_assert_cmpint (accord_session_document_get_letter (document_at (session, i))[0], ==,
                     letters[i]);
}

void
assert_compared (AccordSession *session, guint n)
{
  AccordFindings *findings = accord_session_get_findings (session);

  g_assert_nonnull (findings);
  g_assert_cmpuint (accord_comparison_get_n_documents (accord_findings_get_comparison (findings)),
                    ==, n);
  g_assert_null (accord_session_get_compared (session, n));
}

/* All that was found, decided and counted, as the JSON report tells it. */
char *
dup_findings (AccordSession *session)
{
  guint n = accord_comparison_get_n_documents (
    accord_findings_get_comparison (accord_session_get_findings (session)));
  g_autofree const char **names = g_new0 (const char *, n + 1);
  AccordReportInput input = { accord_session_get_coverage (session), names, NULL, "0" };
  g_autoptr (GString) out = NULL;

  for (guint i = 0; i < n; i++)
    names[i] = accord_session_document_get_name (accord_session_get_compared (session, i));
  out = accord_report_write (&input, ACCORD_REPORT_JSON, NULL, NULL);
  g_assert_nonnull (out);
  return g_strdup (out->str);
}

typedef struct
{
  gboolean done;
  GAsyncResult *result;
} Waiter;

static void
result_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Waiter *waiter = data;

  waiter->result = g_object_ref (result);
  waiter->done = TRUE;
}

gboolean
save_to (AccordSession *session, GFile *file, GError **error)
{
  Waiter waiter = { FALSE };
  g_autoptr (GAsyncResult) result = NULL;

  accord_session_save_async (session, file, NULL, result_cb, &waiter);
  wait_flag (&waiter.done);
  result = waiter.result;
  return accord_session_save_finish (session, result, error);
}

gboolean
open_from (AccordSession *session, GFile *file, GError **error)
{
  Waiter waiter = { FALSE };
  g_autoptr (GAsyncResult) result = NULL;

  accord_session_open_async (session, file, NULL, result_cb, &waiter);
  wait_flag (&waiter.done);
  result = waiter.result;
  return accord_session_open_finish (session, result, error);
}

gboolean
export_to (AccordSession *session, GFile *file, AccordReportFormat format, GError **error)
{
  Waiter waiter = { FALSE };
  g_autoptr (GAsyncResult) result = NULL;

  accord_session_export_async (session, file, format, NULL, result_cb, &waiter);
  wait_flag (&waiter.done);
  result = waiter.result;
  return accord_session_export_finish (session, result, error);
}
