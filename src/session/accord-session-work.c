/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading and analysing: what each version in the present snapshot still lacks is made
 * in worker threads, as many as there are processors. A worker knows its own struct,
 * immutable values and a cancellable; its result is taken over on the main thread. */
#include "session/accord-session-private.h"

#include <glib/gi18n-lib.h>

#include "engine/accord-engine-error.h"

typedef enum
{
  WORK_COMPILE,
  WORK_READ,
  WORK_MAKE,
  WORK_ANALYSE,
} WorkKind;

/* version belongs to the main thread; the worker touches the other fields alone. */
typedef struct
{
  WorkKind kind;
  GWeakRef session;
  AccordVersion *version; /* owned, nullable */

  /* owned, nullable: what the kind needs */
  AccordLoader *loader;
  GFile *file;
  GBytes *bytes;
  char *name;
  char *password;
  AccordDocument *document;
  AccordRecipe *recipe;
  AccordMatcher *matcher;
  AccordAnalysis *former;
  AccordCodebook *codebook;
} Work;

static void
work_free (gpointer data)
{
  Work *self = data;

  g_weak_ref_clear (&self->session);
  g_clear_pointer (&self->loader, accord_loader_unref);
  g_clear_object (&self->file);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->name);
  g_free (self->password);
  g_clear_pointer (&self->document, accord_document_unref);
  g_clear_pointer (&self->recipe, accord_recipe_unref);
  g_clear_pointer (&self->matcher, accord_matcher_unref);
  g_clear_pointer (&self->former, accord_analysis_unref);
  g_clear_pointer (&self->codebook, accord_codebook_unref);
  g_free (self);
}

static gboolean
tick_cb (double fraction, gpointer data)
{
  return !g_cancellable_is_cancelled (data);
}

static gboolean
has_words (AccordDocument *document)
{
  guint n_passages = 0;

  accord_document_get_passages (document, &n_passages);
  return n_passages > 0;
}

/* A source without a word, such as white space alone, is no document of a comparison. */
static GPtrArray *
make_read (Work *self, GCancellable *cancellable, GError **error)
{
  const AccordReadRequest request = { .name = self->name,
                                      .mode = ACCORD_READ_STATEMENT,
                                      .password = self->password };
  GPtrArray *documents =
    self->file != NULL
      ? accord_loader_load_file_all (self->loader, self->file, &request, cancellable, error)
      : accord_loader_load_bytes_all (self->loader, self->bytes, &request, cancellable, error);

  for (guint i = documents != NULL ? documents->len : 0; i > 0; i--)
    if (!has_words (g_ptr_array_index (documents, i - 1)))
      g_ptr_array_remove_index (documents, i - 1);
  if (documents == NULL || documents->len > 0)
    return documents;
  g_ptr_array_unref (documents);
  g_set_error_literal (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_EMPTY, _ ("holds no text"));
  return NULL;
}

static void
work_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *self = data;
  AccordWatch watch = { tick_cb, cancellable };
  GDestroyNotify destroy = (GDestroyNotify) accord_document_unref;
  gpointer result = NULL;
  GError *error = NULL;

  switch (self->kind)
    {
    case WORK_COMPILE:
      result = accord_matcher_new (self->codebook, &watch, &error);
      destroy = (GDestroyNotify) accord_matcher_unref;
      break;
    case WORK_READ:
      result = make_read (self, cancellable, &error);
      destroy = (GDestroyNotify) g_ptr_array_unref;
      break;
    case WORK_MAKE:
      result = accord_recipe_make (self->recipe, &watch, &error);
      break;
    case WORK_ANALYSE:
      result = self->former != NULL
                 ? accord_analysis_recode (self->former, self->matcher, &watch, &error)
                 : accord_analysis_new (self->document, self->matcher, &watch, &error);
      destroy = (GDestroyNotify) accord_analysis_unref;
      break;
    }
  if (result != NULL)
    g_task_return_pointer (task, result, destroy);
  else
    g_task_return_error (task, error);
}

static const AccordEntry *
find_entry (AccordSnapshot *snapshot, const AccordVersion *version)
{
  for (guint i = 0; i < snapshot->entries->len; i++)
    if (accord_snapshot_get (snapshot, i)->version == version)
      return accord_snapshot_get (snapshot, i);
  return NULL;
}

/* The entry may be in the past or future only. */
static const AccordEntry *
find_entry_anywhere (AccordSession *self, const AccordVersion *version)
{
  const AccordEntry *entry = find_entry (self->now, version);

  for (guint i = 0; entry == NULL && i < self->undo->len; i++)
    entry = find_entry (((AccordStep *) g_ptr_array_index (self->undo, i))->snapshot, version);
  for (guint i = 0; entry == NULL && i < self->redo->len; i++)
    entry = find_entry (((AccordStep *) g_ptr_array_index (self->redo, i))->snapshot, version);
  return entry;
}

/* Whether somebody is there to be asked for a password. */
static gboolean
ask_password (AccordSession *self, const AccordVersion *version, const GError *error)
{
  return version->file != NULL &&
         g_error_matches (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_ENCRYPTED) &&
         accord_session_emit_password_needed (self, version->file, error->message);
}

static void
take_failure (AccordSession *self, AccordVersion *version, const GError *error)
{
  const AccordEntry *entry = find_entry_anywhere (self, version);
  gboolean ours = error->domain == ACCORD_ENGINE_ERROR;

  version->failed = TRUE;
  if (entry == NULL)
    return;
  if (!ask_password (self, version, error))
    accord_session_emit_document_failed (self, accord_session_document_get_name (entry->object),
                                         ours ? _ ("is too large to be compared") : error->message);
  /* The handler may have changed everything. */
  entry = find_entry_anywhere (self, version);
  if (entry != NULL)
    accord_session_purge (self, entry->object);
}

static gboolean
is_cancelled (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
         g_error_matches (error, ACCORD_ENGINE_ERROR, ACCORD_ENGINE_ERROR_CANCELLED);
}

static void
take_result (AccordSession *self, Work *work, gpointer result)
{
  switch (work->kind)
    {
    case WORK_COMPILE:
      g_clear_pointer (&self->matcher, accord_matcher_unref);
      if (accord_matcher_get_codebook (result) == self->now->codebook)
        self->matcher = result;
      else
        accord_matcher_unref (result);
      break;
    case WORK_READ:
      accord_session_take_documents (self, work->version, result);
      g_ptr_array_unref (result);
      break;
    case WORK_MAKE:
      work->version->document = result;
      break;
    case WORK_ANALYSE:
      g_clear_pointer (&work->version->analysis, accord_analysis_unref);
      g_clear_pointer (&work->version->former, accord_analysis_unref);
      work->version->analysis = result;
      accord_version_fit (work->version, self->now->codebook);
      break;
    }
}

static void
work_done_cb (GObject *source, GAsyncResult *task, gpointer data)
{
  Work *work = g_task_get_task_data (G_TASK (task));
  g_autoptr (AccordVersion) version = g_steal_pointer (&work->version);
  g_autoptr (AccordSession) self = g_weak_ref_get (&work->session);
  g_autoptr (GError) error = NULL;
  gpointer result = NULL;

  if (version != NULL)
    version->running = FALSE;
  if (self == NULL)
    return;
  work->version = version;
  self->n_running--;
  if (work->kind == WORK_COMPILE)
    self->compiling = FALSE;
  result = g_task_propagate_pointer (G_TASK (task), &error);
  if (result != NULL)
    take_result (self, work, result);
  else if (version != NULL && !is_cancelled (error))
    take_failure (self, version, error);
  else if (version == NULL && !is_cancelled (error))
    accord_session_emit_failed (self, _ ("The codebook is too large to be used."));
  work->version = NULL;
  accord_session_update (self);
}

static Work *
work_new (AccordSession *self, WorkKind kind, AccordVersion *version)
{
  Work *work = g_new0 (Work, 1);

  work->kind = kind;
  g_weak_ref_init (&work->session, self);
  work->version = version != NULL ? accord_version_ref (version) : NULL;
  return work;
}

static void
start (AccordSession *self, Work *work, GCancellable *cancellable)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, work_done_cb, NULL);

  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, work, work_free);
  self->n_running++;
  g_task_run_in_thread (task, work_cb);
}

static void
start_compile (AccordSession *self)
{
  Work *work = work_new (self, WORK_COMPILE, NULL);

  work->codebook = accord_codebook_ref (self->now->codebook);
  self->compiling = TRUE;
  start (self, work, NULL);
}

static void
start_version (AccordSession *self, AccordVersion *version)
{
  Work *work = NULL;

  if (g_cancellable_is_cancelled (version->cancellable))
    {
      g_object_unref (version->cancellable);
      version->cancellable = g_cancellable_new ();
    }
  if (version->document != NULL)
    {
      work = work_new (self, WORK_ANALYSE, version);
      work->document = accord_document_ref (version->document);
      work->matcher = accord_matcher_ref (self->matcher);
      if (version->former != NULL &&
          accord_analysis_get_document (version->former) == version->document)
        work->former = accord_analysis_ref (version->former);
    }
  else if (version->recipe != NULL)
    {
      work = work_new (self, WORK_MAKE, version);
      work->recipe = accord_recipe_ref (version->recipe);
    }
  else
    {
      if (self->loader == NULL)
        self->loader = accord_loader_new ();
      work = work_new (self, WORK_READ, version);
      work->loader = accord_loader_ref (self->loader);
      work->file = version->file != NULL ? g_object_ref (version->file) : NULL;
      work->bytes = version->bytes != NULL ? g_bytes_ref (version->bytes) : NULL;
      work->name = g_strdup (version->name);
      work->password = g_strdup (version->password);
    }
  version->running = TRUE;
  start (self, work, version->cancellable);
}

/* Whether something is to be made that can be made now. */
static gboolean
is_startable (AccordSession *self, const AccordVersion *version)
{
  if (version->running || version->failed || version->analysis != NULL)
    return FALSE;
  return version->document == NULL || self->matcher != NULL;
}

/* Starts as much of what now lacks as there are processors. */
void
accord_session_work (AccordSession *self)
{
  guint most = g_get_num_processors ();

  if (self->paused)
    return;
  if (self->matcher == NULL && !self->compiling && self->now->entries->len > 0)
    start_compile (self);
  for (guint i = 0; i < self->now->entries->len && self->n_running < most; i++)
    {
      AccordVersion *version = accord_snapshot_get (self->now, i)->version;

      if (is_startable (self, version))
        start_version (self, version);
    }
}

static void
cancel_snapshot (AccordSnapshot *snapshot)
{
  for (guint i = 0; i < snapshot->entries->len; i++)
    g_cancellable_cancel (accord_snapshot_get (snapshot, i)->version->cancellable);
}

/* Stops all that is being read and analysed, also for the past and the future. */
void
accord_session_cancel_work (AccordSession *self)
{
  cancel_snapshot (self->now);
  for (guint i = 0; i < self->undo->len; i++)
    cancel_snapshot (((AccordStep *) g_ptr_array_index (self->undo, i))->snapshot);
  for (guint i = 0; i < self->redo->len; i++)
    cancel_snapshot (((AccordStep *) g_ptr_array_index (self->redo, i))->snapshot);
}

/* Whether a document of now is still being read or analysed. */
gboolean
accord_session_is_working (AccordSession *self)
{
  for (guint i = 0; !self->paused && i < self->now->entries->len; i++)
    if (accord_snapshot_get (self->now, i)->version->analysis == NULL)
      return TRUE;
  return FALSE;
}

/**
 * accord_session_measure:
 * @self: a session
 * @total: (out): all the work for the present snapshot, in units of one document's reading
 *
 * Returns: how much of it is done
 */
double
accord_session_measure (AccordSession *self, double *total)
{
  guint n = self->now->entries->len;
  double done = 0;

  for (guint i = 0; i < n; i++)
    {
      const AccordVersion *version = accord_snapshot_get (self->now, i)->version;

      done += (version->document != NULL) + (version->analysis != NULL);
    }
  *total = 3. * MAX (n, 1);
  return done + (self->job != NULL ? n * accord_job_get_progress (self->job) : 0);
}

/* Returns: (transfer full): what is being done, translated. */
char *
accord_session_dup_progress_text (AccordSession *self)
{
  guint n = self->now->entries->len, n_read = 0, n_analysed = 0;

  for (guint i = 0; i < n; i++)
    {
      const AccordVersion *version = accord_snapshot_get (self->now, i)->version;

      n_read += version->document != NULL;
      n_analysed += version->analysis != NULL;
    }
  if (n_read < n)
    /* Translators: the number of the document at hand, and of all */
    return g_strdup_printf (_ ("Reading document %u of %u…"), n_read + 1, n);
  if (n_analysed < n)
    return g_strdup_printf (_ ("Finding themes in document %u of %u…"), n_analysed + 1, n);
  return g_strdup (_ ("Comparing documents…"));
}
