/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one comparison that runs. It takes the analyses of all documents that are there;
 * when they change, it is dropped and another one starts. New documents show their
 * themes first and their links later. A decision only makes findings and coverage anew. */
#include "session/accord-session-private.h"

#include <glib/gi18n-lib.h>

#include "engine/accord-engine-error.h"
#include "session/accord-session-state-private.h"
#include "session/accord-units-private.h"

/* A series of changes of the threshold waits so long for its end. */
#define DEBOUNCE_MS 150
#define PROGRESS_MS 100

/* objects belongs to the main thread; cancelled and permille are atomic; the worker has the rest
 * to itself as long as it runs. */
struct _AccordJob
{
  gatomicrefcount ref_count;
  GWeakRef session;
  GPtrArray *objects; /* owned, nullable */
  gint cancelled;
  gint permille;

  /* owned */
  GPtrArray *analyses;
  AccordComparison *comparison; /* nullable until it is made */
  AccordReview *review;         /* nullable until the worker has it */
  GPtrArray *decisions;
  GPtrArray *ids;
  gboolean *shown;
  AccordFindings *findings; /* nullable */
  AccordCoverage *coverage; /* nullable */

  AccordCompareOptions options;
  gint least_score;
  guint stamp;
  gboolean links;
};

static AccordJob *
job_ref (AccordJob *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

static void
job_unref (AccordJob *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_weak_ref_clear (&self->session);
  g_clear_pointer (&self->objects, g_ptr_array_unref);
  g_clear_pointer (&self->analyses, g_ptr_array_unref);
  g_clear_pointer (&self->options.lexicon, accord_lexicon_unref);
  g_clear_pointer (&self->comparison, accord_comparison_unref);
  g_clear_pointer (&self->review, accord_review_unref);
  g_clear_pointer (&self->decisions, g_ptr_array_unref);
  g_clear_pointer (&self->ids, g_ptr_array_unref);
  g_free (self->shown);
  g_clear_pointer (&self->findings, accord_findings_unref);
  g_clear_pointer (&self->coverage, accord_coverage_unref);
  g_free (self);
}

static void
job_drop (AccordJob **slot)
{
  if (*slot == NULL)
    return;
  g_atomic_int_set (&(*slot)->cancelled, 1);
  g_clear_pointer (&(*slot)->objects, g_ptr_array_unref);
  g_clear_pointer (slot, job_unref);
}

/* What a person decided and sees, as it is now. */
static void
job_take_view (AccordJob *self, AccordSession *session)
{
  guint n = self->objects->len;

  g_clear_pointer (&self->decisions, g_ptr_array_unref);
  g_clear_pointer (&self->ids, g_ptr_array_unref);
  g_free (self->shown);
  self->decisions = g_ptr_array_ref (session->now->decisions);
  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->shown = g_new0 (gboolean, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    {
      AccordSessionDocument *object = g_ptr_array_index (self->objects, i);

      g_ptr_array_add (self->ids, g_strdup (accord_session_document_get_id (object)));
      self->shown[i] = accord_session_document_get_shown (object);
    }
  self->least_score = session->least_score;
  self->stamp = session->stamp;
}

static AccordJob *
job_new (AccordSession *session, GPtrArray *objects)
{
  AccordJob *self = g_new0 (AccordJob, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_weak_ref_init (&self->session, session);
  self->objects = g_ptr_array_ref (objects);
  job_take_view (self, session);
  return self;
}

static gboolean
tick_cb (double fraction, gpointer data)
{
  AccordJob *self = data;

  g_atomic_int_set (&self->permille, (gint) (CLAMP (fraction, 0, 1) * 1000));
  return !g_atomic_int_get (&self->cancelled);
}

static gboolean
job_run (AccordJob *self, GError **error)
{
  AccordWatch watch = { tick_cb, self };
  g_autoptr (AccordReview) review = NULL;
  g_autofree guint *units = NULL;

  if (self->comparison == NULL)
    self->comparison = accord_comparison_new ((AccordAnalysis *const *) self->analyses->pdata,
                                              self->analyses->len, &self->options, &watch, error);
  if (self->comparison == NULL || !accord_watch_tick (&watch, 1, error))
    return FALSE;
  review = accord_state_decisions_review (self->decisions, (const char *const *) self->ids->pdata,
                                          self->ids->len);
  g_clear_pointer (&self->findings, accord_findings_unref);
  g_clear_pointer (&self->coverage, accord_coverage_unref);
  self->findings = accord_findings_new (self->comparison, review);
  if (!accord_watch_tick (&watch, 1, error))
    return FALSE;
  units =
    accord_units_new (self->decisions, (const char *const *) self->ids->pdata, self->ids->len);
  self->coverage =
    accord_coverage_new_units (self->findings, self->shown, self->least_score, units);
  return TRUE;
}

static void
job_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (job_run (data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void job_done_cb (GObject *source, GAsyncResult *task, gpointer data);

static void
job_start (AccordJob *self)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, job_done_cb, NULL);

  g_task_set_source_tag (task, job_start);
  g_task_set_task_data (task, job_ref (self), (GDestroyNotify) job_unref);
  g_task_run_in_thread (task, job_cb);
}

/* Shows the results of @job. The documents of its objects are from here on those that it numbers.
 */
static void
publish (AccordSession *self, AccordJob *job)
{
  g_autoptr (AccordFindings) old_findings = g_steal_pointer (&self->findings);
  g_autoptr (AccordCoverage) old_coverage = g_steal_pointer (&self->coverage);

  self->findings = accord_findings_ref (job->findings);
  self->coverage = accord_coverage_ref (job->coverage);
  g_clear_pointer (&self->compared, g_ptr_array_unref);
  self->compared = g_ptr_array_ref (job->objects);
  accord_session_show_codebook (self, accord_comparison_get_codebook (job->comparison));
  self->published_stamp = job->stamp;
  self->published_links = job->links;
  for (guint i = 0; i < job->objects->len; i++)
    accord_session_document_set_document (g_ptr_array_index (job->objects, i),
                                          accord_comparison_get_document (job->comparison, i));
  accord_session_notify_findings (self);
}

/* Not again before something changes. */
static void
fail (AccordSession *self, const GError *error)
{
  self->paused = TRUE;
  if (g_error_matches (error, ACCORD_ENGINE_ERROR, ACCORD_ENGINE_ERROR_TOO_LARGE))
    accord_session_emit_failed (self, _ ("The documents are too large to be compared."));
  else
    accord_session_emit_failed (self, error->message);
}

static void
job_done_cb (GObject *source, GAsyncResult *task, gpointer data)
{
  AccordJob *job = g_task_get_task_data (G_TASK (task));
  g_autoptr (AccordSession) self = g_weak_ref_get (&job->session);
  g_autoptr (GError) error = NULL;
  gboolean done = g_task_propagate_boolean (G_TASK (task), &error);
  AccordJob **slot = NULL;

  if (self != NULL)
    slot = job == self->job ? &self->job : job == self->refresh ? &self->refresh : NULL;
  if (slot == NULL)
    {
      g_clear_pointer (&job->objects, g_ptr_array_unref);
      return;
    }
  if (done && job->stamp != self->stamp)
    {
      job_take_view (job, self);
      job_start (job);
      return;
    }
  job_ref (job);
  if (slot == &self->job)
    job_drop (&self->refresh);
  g_clear_pointer (slot, job_unref);
  if (done)
    publish (self, job);
  else
    fail (self, error);
  g_clear_pointer (&job->objects, g_ptr_array_unref);
  job_unref (job);
  accord_session_update (self);
}

/* The documents that can be compared, in order. */
static void
collect (AccordSession *self, GPtrArray *objects, GPtrArray *analyses)
{
  for (guint i = 0; i < self->now->entries->len; i++)
    {
      const AccordEntry *entry = accord_snapshot_get (self->now, i);

      if (entry->version->analysis == NULL)
        continue;
      g_ptr_array_add (objects, g_object_ref (entry->object));
      g_ptr_array_add (analyses, accord_analysis_ref (entry->version->analysis));
    }
}

/* Whether a document of now has its text, but not its analysis: to wait for that is better, but
 * for the very first result. */
static gboolean
is_analysing (AccordSession *self)
{
  if (self->findings == NULL)
    return FALSE;
  for (guint i = 0; i < self->now->entries->len; i++)
    {
      const AccordVersion *version = accord_snapshot_get (self->now, i)->version;

      if (version->analysis == NULL && accord_version_is_readable (version))
        return !self->paused;
    }
  return FALSE;
}

/* Whether a document of now has its text: then what was found before stays until it is found
 * anew. */
static gboolean
is_there (AccordSession *self)
{
  for (guint i = 0; i < self->now->entries->len; i++)
    if (accord_version_is_readable (accord_snapshot_get (self->now, i)->version))
      return self->findings != NULL;
  return FALSE;
}

static gboolean
same_pointers (const GPtrArray *a, const GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (g_ptr_array_index (a, i) != g_ptr_array_index (b, i))
      return FALSE;
  return TRUE;
}

/* Whether what is shown was made from @analyses. */
static gboolean
is_published (AccordSession *self, const GPtrArray *analyses)
{
  AccordComparison *comparison = NULL;

  if (self->findings == NULL)
    return analyses->len == 0;
  comparison = accord_findings_get_comparison (self->findings);
  if (accord_comparison_get_n_documents (comparison) != analyses->len)
    return FALSE;
  for (guint i = 0; i < analyses->len; i++)
    if (accord_comparison_get_analysis (comparison, i) != g_ptr_array_index (analyses, i))
      return FALSE;
  return TRUE;
}

static void
start_job (AccordSession *self, GPtrArray *objects, GPtrArray *analyses, gboolean links)
{
  job_drop (&self->job);
  self->job = job_new (self, objects);
  self->job->analyses = g_ptr_array_ref (analyses);
  self->job->options.threshold = self->now->threshold;
  self->job->options.without_links = !links;
  if (self->lexicon != NULL)
    self->job->options.lexicon = accord_lexicon_ref (self->lexicon);
  self->job->links = links;
  job_start (self->job);
}

static gboolean
start_now_cb (gpointer data)
{
  AccordSession *self = data;
  g_autoptr (GPtrArray) objects = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) analyses =
    g_ptr_array_new_with_free_func ((GDestroyNotify) accord_analysis_unref);

  self->start_source = 0;
  collect (self, objects, analyses);
  if (analyses->len > 0)
    start_job (self, objects, analyses, analyses->len == 1 || is_published (self, analyses));
  accord_session_update (self);
  return G_SOURCE_REMOVE;
}

static void
schedule (AccordSession *self, guint delay_ms)
{
  g_clear_handle_id (&self->start_source, g_source_remove);
  self->start_source = g_timeout_add (delay_ms, start_now_cb, self);
}

static void
publish_nothing (AccordSession *self)
{
  accord_session_show_codebook (self, self->now->codebook);
  if (self->findings == NULL)
    return;
  g_clear_pointer (&self->findings, accord_findings_unref);
  g_clear_pointer (&self->coverage, accord_coverage_unref);
  g_clear_pointer (&self->compared, g_ptr_array_unref);
  job_drop (&self->refresh);
  accord_session_notify_findings (self);
}

static void
refresh (AccordSession *self)
{
  if (self->findings == NULL || self->published_stamp == self->stamp || self->refresh != NULL)
    return;
  self->refresh = job_new (self, self->compared);
  self->refresh->comparison =
    accord_comparison_ref (accord_findings_get_comparison (self->findings));
  self->refresh->links = self->published_links;
  job_start (self->refresh);
}

/**
 * accord_session_compare:
 * @self: a session
 *
 * Starts, leaves alone or drops comparison and refresh, so that in the end what is shown belongs to
 * the present snapshot. To call it once too often costs nothing.
 */
void
accord_session_compare (AccordSession *self)
{
  g_autoptr (GPtrArray) objects = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) analyses =
    g_ptr_array_new_with_free_func ((GDestroyNotify) accord_analysis_unref);
  gboolean published = FALSE, current = FALSE;

  collect (self, objects, analyses);
  if (self->job != NULL && (!same_pointers (self->job->analyses, analyses) ||
                            self->job->options.threshold != self->now->threshold))
    job_drop (&self->job);
  published = is_published (self, analyses);
  current = published && self->published_links &&
            (self->findings == NULL ||
             accord_comparison_get_threshold (accord_findings_get_comparison (self->findings)) ==
               self->now->threshold);
  if (current && self->start_source != 0)
    g_clear_handle_id (&self->start_source, g_source_remove);
  if (current)
    job_drop (&self->job);
  else if (analyses->len == 0 && !is_there (self))
    publish_nothing (self);
  else if (self->job == NULL && analyses->len > 0 && !self->paused && !is_analysing (self) &&
           (self->start_source == 0 || (published && self->published_links)))
    schedule (self, published && self->published_links ? DEBOUNCE_MS : 0);
  refresh (self);
}

/* Nothing of what runs is wanted any more. */
void
accord_session_drop_jobs (AccordSession *self)
{
  g_clear_handle_id (&self->start_source, g_source_remove);
  job_drop (&self->job);
  job_drop (&self->refresh);
}

/* To find codings without links takes no time that counts. */
double
accord_job_get_progress (AccordJob *self)
{
  return self->links ? g_atomic_int_get (&self->permille) / 1000. : 0;
}

static gboolean
is_busy (AccordSession *self)
{
  return accord_session_is_working (self) || self->job != NULL || self->start_source != 0;
}

static gboolean
progress_cb (gpointer data)
{
  AccordSession *self = data;
  double total = 1, done = accord_session_measure (self, &total);
  double rest = total - self->progress_base;

  accord_session_set_progress (self, rest > 0 ? (done - self->progress_base) / rest : 1);
  accord_session_notify_changes (self);
  return G_SOURCE_CONTINUE;
}

/* A document that is compared keeps the text that the comparison numbers until the next one. */
static void
settle (AccordSession *self, const AccordEntry *entry)
{
  guint index = 0;

  if (entry->version->document != NULL &&
      !accord_session_find_compared (self, entry->object, &index))
    accord_session_document_set_document (entry->object, entry->version->document);
}

/**
 * accord_session_update:
 * @self: a session
 *
 * Whatever changed: starts the work that is missing, and tells what can be seen of it.
 */
void
accord_session_update (AccordSession *self)
{
  g_autoptr (AccordSession) held = g_object_ref (self);
  gboolean busy = FALSE;
  double total = 0;

  for (guint i = 0; i < self->now->entries->len; i++)
    settle (self, accord_snapshot_get (self->now, i));
  accord_session_work (self);
  accord_session_compare (self);
  busy = is_busy (self);
  if (busy && self->progress_source == 0)
    {
      self->progress_base = accord_session_measure (self, &total);
      self->progress = 0;
      self->progress_source = g_timeout_add (PROGRESS_MS, progress_cb, self);
    }
  else if (!busy && self->progress_source != 0)
    {
      g_clear_handle_id (&self->progress_source, g_source_remove);
      accord_session_set_progress (self, 1);
    }
  accord_session_notify_changes (self);
}
