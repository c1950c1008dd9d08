/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exporting a report: on the last comparison, with the decisions and filters of now,
 * which a worker applies anew, so that the report never lags behind what was decided. */
#include <glib/gi18n-lib.h>

#include "documents/accord-codebook-file.h"
#include "documents/accord-save.h"
#include "session/accord-session-io-private.h"
#include "session/accord-session-private.h"
#include "session/accord-session-state-private.h"
#include "session/accord-units-private.h"

typedef struct
{
  GFile *file;
  AccordComparison *comparison;
  GPtrArray *decisions;
  GPtrArray *ids;
  GPtrArray *names;
  gboolean *shown;
  char *title;
  gint least_score;
  AccordReportFormat format;
} Export;

static void
export_free (gpointer data)
{
  Export *self = data;

  g_object_unref (self->file);
  accord_comparison_unref (self->comparison);
  g_ptr_array_unref (self->decisions);
  g_ptr_array_unref (self->ids);
  g_ptr_array_unref (self->names);
  g_free (self->shown);
  g_free (self->title);
  g_free (self);
}

static gboolean
tick_cb (double fraction, gpointer data)
{
  return data == NULL || !g_cancellable_is_cancelled (data);
}

static void
export_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Export *self = data;
  AccordWatch watch = { tick_cb, cancellable };
  GError *error = NULL;
  g_autoptr (AccordReview) review = accord_state_decisions_review (
    self->decisions, (const char *const *) self->ids->pdata, self->ids->len);
  g_autoptr (AccordFindings) findings = accord_findings_new (self->comparison, review);
  g_autofree guint *units =
    accord_units_new (self->decisions, (const char *const *) self->ids->pdata, self->ids->len);
  g_autoptr (AccordCoverage) coverage =
    accord_coverage_new_units (findings, self->shown, self->least_score, units);
  g_autofree char *sha256 =
    accord_codebook_dup_sha256 (accord_comparison_get_codebook (self->comparison));
  const AccordReportInput input = { coverage, (const char *const *) self->names->pdata, self->title,
                                    sha256 };
  g_autoptr (GString) bytes = accord_report_write (&input, self->format, &watch, &error);

  if (bytes != NULL && accord_save (self->file, bytes->str, bytes->len, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    accord_io_return_error (task, error, self->file);
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) outer = data;
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_boolean (outer, TRUE);
  else
    g_task_return_error (outer, error);
}

static Export *
export_new (AccordSession *self, GFile *file, AccordReportFormat format)
{
  Export *task = g_new0 (Export, 1);

  task->file = g_object_ref (file);
  task->comparison = accord_comparison_ref (accord_findings_get_comparison (self->findings));
  task->decisions = g_ptr_array_ref (self->now->decisions);
  task->ids = g_ptr_array_new_with_free_func (g_free);
  task->names = g_ptr_array_new_with_free_func (g_free);
  task->shown = g_new0 (gboolean, self->compared->len);
  for (guint i = 0; i < self->compared->len; i++)
    {
      AccordSessionDocument *object = g_ptr_array_index (self->compared, i);

      g_ptr_array_add (task->ids, g_strdup (accord_session_document_get_id (object)));
      g_ptr_array_add (task->names, g_strdup (accord_session_document_get_name (object)));
      task->shown[i] = accord_session_document_get_shown (object);
    }
  task->title = g_strdup (accord_session_get_title (self));
  task->least_score = self->least_score;
  task->format = format;
  return task;
}

/**
 * accord_session_export_async:
 * @self: a session
 * @file: where to
 * @format: of the report
 * @cancellable: (nullable): cancels
 * @callback: called when it is written, or not
 * @user_data: for @callback
 *
 * Writes a report on the last comparison, with the decisions of now.
 */
void
accord_session_export_async (AccordSession *self,
                             GFile *file,
                             AccordReportFormat format,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) outer = NULL;

  g_return_if_fail (ACCORD_IS_SESSION (self) && G_IS_FILE (file));

  outer = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (outer, accord_session_export_async);
  if (self->findings == NULL)
    {
      g_task_return_new_error (outer, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "%s",
                               _ ("There is nothing to export yet."));
      return;
    }
  accord_io_run (g_steal_pointer (&outer), export_new (self, file, format), export_free, export_cb,
                 exported_cb);
}

/**
 * accord_session_export_finish:
 * @self: a session
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: FALSE with G_IO_ERROR or an error of the report and a translated sentence that names
 *   file and reason
 */
gboolean
accord_session_export_finish (AccordSession *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
