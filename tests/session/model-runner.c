/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Life of both: they begin alike, are compared, and survive files and kills. */
#include "model-runner.h"

#include <glib/gstdio.h>

#include "documents/accord-codebook-file.h"
#include "session/accord-session-decide.h"

#include "session-helpers.h"

#define LATE_S 20

guint
runner_pick (Runner *self, guint n)
{
  return (guint) g_rand_int_range (self->random, 0, (gint32) n);
}

void
runner_begin (Runner *self, guint32 seed)
{
  *self = (Runner){ .session = accord_session_new (), .model = model_new () };
  self->undo = g_ptr_array_new_with_free_func ((GDestroyNotify) model_free);
  self->redo = g_ptr_array_new_with_free_func ((GDestroyNotify) model_free);
  self->random = g_rand_new_with_seed (seed);
  self->codebooks[0] = accord_codebook_ref (accord_session_get_codebook (self->session));
  self->codebooks[1] = accord_codebook_load ("sustainable-development", NULL);
  self->folder = g_dir_make_tmp ("accord-test-XXXXXX", NULL);
  self->model->threshold = accord_session_get_threshold (self->session);
  self->model->codebook = g_strdup (accord_codebook_get_id (self->codebooks[0]));
  self->next_document = 1;
  self->coder = "nora";
  g_object_set (self->session, "coder", self->coder, NULL);
}

/* The next file of the session: each life has one of its own. */
static void
new_file (Runner *self)
{
  g_autofree char *path = g_strdup_printf ("%s/%u.accord", self->folder, self->n_files++);

  g_clear_object (&self->file);
  self->file = g_file_new_for_path (path);
}

static void
remove_folder (Runner *self)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name = NULL;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (self->folder);
}

void
runner_end (Runner *self)
{
  wait_idle (self->session);
  g_assert_finalize_object (self->session);
  remove_folder (self);
  model_free (self->model);
  g_ptr_array_unref (self->undo);
  g_ptr_array_unref (self->redo);
  g_rand_free (self->random);
  accord_codebook_unref (self->codebooks[0]);
  accord_codebook_unref (self->codebooks[1]);
  g_free (self->folder);
  g_clear_object (&self->file);
}

/* Whether there are documents, and places can be chosen in them. */
gboolean
runner_ready (Runner *self)
{
  if (self->cutting)
    wait_idle (self->session);
  self->cutting = FALSE;
  return self->model->documents->len > 0;
}

static gint
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static char *
join_lines (GPtrArray *lines)
{
  GString *out = g_string_new (NULL);

  g_ptr_array_sort (lines, compare_strings);
  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (out, "%s\n", (char *) lines->pdata[i]);
  return g_string_free (out, FALSE);
}

static char *
dup_expected_review (Runner *self)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->model->records->len; i++)
    {
      const ModelRecord *record = self->model->records->pdata[i];
      AccordDecisionKind kind = 0;

      if (accord_decision_kind_from_name (record->kind, &kind) &&
          record->target.anchor == ACCORD_ANCHOR_FIRM && record->other.anchor == ACCORD_ANCHOR_FIRM)
        g_ptr_array_add (
          lines, g_strdup_printf ("%s %s %u %u %s %u %u %s", record->kind, record->target.document,
                                  record->target.start, record->target.end, record->other.document,
                                  record->other.start, record->other.end, record->principle));
    }
  return join_lines (lines);
}

static const char *
compared_id (Runner *self, guint document)
{
  return accord_session_document_get_id (accord_session_get_compared (self->session, document));
}

static char *
dup_review (Runner *self)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  AccordFindings *findings = accord_session_get_findings (self->session);
  guint n = 0;
  const AccordDecision *decisions =
    findings != NULL ? accord_review_get_decisions (accord_findings_get_review (findings), &n)
                     : NULL;

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (
      lines, g_strdup_printf (
               "%s %s %u %u %s %u %u %s", accord_decision_kind_name (decisions[i].kind),
               compared_id (self, decisions[i].target.document), decisions[i].target.span.start,
               decisions[i].target.span.end,
               decisions[i].is_link ? compared_id (self, decisions[i].other.document) : NULL,
               decisions[i].other.span.start, decisions[i].other.span.end, decisions[i].principle));
  return join_lines (lines);
}

static gboolean
late_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Until the findings are made with all that was decided: they always are, in the end. */
void
runner_settle (Runner *self)
{
  g_autofree char *expected = dup_expected_review (self);
  g_autofree char *review = NULL;
  gboolean late = FALSE;
  guint source = 0;

  wait_idle (self->session);
  self->cutting = FALSE;
  if (self->model->documents->len == 0)
    return;
  source = g_timeout_add_seconds (LATE_S, late_cb, &late);
  review = dup_review (self);
  while (!g_str_equal (review, expected) && !late)
    {
      g_main_context_iteration (NULL, TRUE);
      g_free (review);
      review = dup_review (self);
    }
  g_assert_cmpstr (review, ==, expected);
  g_source_remove (source);
}

/* Saves, and compares what the file says with the model. */
void
runner_check (Runner *self)
{
  g_autofree char *contents = NULL, *found = NULL, *expected = model_describe (self->model);
  g_autoptr (GError) error = NULL;
  Model *saved = NULL;
  gsize length = 0;

  if (self->file == NULL)
    new_file (self);
  save_to (self->session, self->file, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (g_file_peek_path (self->file), &contents, &length, NULL));
  saved = model_of_bytes (contents, length);
  found = model_describe (saved);
  model_free (saved);
  g_assert_cmpstr (found, ==, expected);
  g_assert_false (accord_session_get_modified (self->session));
}

static void
check_history (Runner *self)
{
  gboolean can_undo = FALSE, can_redo = FALSE;

  g_object_get (self->session, "can-undo", &can_undo, "can-redo", &can_redo, NULL);
  g_assert_cmpint (can_undo, ==, self->undo->len > 0);
  g_assert_cmpint (can_redo, ==, self->redo->len > 0);
}

/* One gesture is one step, or none. */
void
runner_change (Runner *self, Operation operation)
{
  Model *before = NULL;

  if (runner_pick (self, 6) == 0)
    {
      self->coder = runner_pick (self, 2) == 0 ? "nora" : "omar";
      g_object_set (self->session, "coder", self->coder, NULL);
    }
  before = model_copy (self->model);
  if (operation (self))
    {
      g_ptr_array_add (self->undo, before);
      g_ptr_array_set_size (self->redo, 0);
      self->n_changes++;
    }
  else
    model_free (before);
  check_history (self);
}

static void
move_step (Runner *self, GPtrArray *from, GPtrArray *to)
{
  g_ptr_array_add (to, self->model);
  self->model = g_ptr_array_steal_index (from, from->len - 1);
  self->cutting = TRUE;
}

void
runner_undo (Runner *self)
{
  g_assert_cmpint (accord_session_undo (self->session), ==, self->undo->len > 0);
  if (self->undo->len > 0)
    move_step (self, self->undo, self->redo);
  check_history (self);
}

void
runner_redo (Runner *self)
{
  g_assert_cmpint (accord_session_redo (self->session), ==, self->redo->len > 0);
  if (self->redo->len > 0)
    move_step (self, self->redo, self->undo);
  check_history (self);
}

static void
begin_life (Runner *self)
{
  g_ptr_array_set_size (self->undo, 0);
  g_ptr_array_set_size (self->redo, 0);
  self->session = accord_session_new ();
  g_object_set (self->session, "coder", self->coder, NULL);
  self->cutting = TRUE;
}

/* A codebook that was read again is another object. */
static void
adopt_codebook (Runner *self)
{
  AccordCodebook *now = accord_session_get_codebook (self->session);

  for (guint i = 0; i < G_N_ELEMENTS (self->codebooks); i++)
    if (g_str_equal (accord_codebook_get_id (now), accord_codebook_get_id (self->codebooks[i])))
      {
        accord_codebook_ref (now);
        accord_codebook_unref (self->codebooks[i]);
        self->codebooks[i] = now;
      }
}

void
runner_reopen (Runner *self)
{
  g_autoptr (GError) error = NULL;

  runner_check (self);
  wait_idle (self->session);
  g_assert_finalize_object (self->session);
  begin_life (self);
  open_from (self->session, self->file, &error);
  g_assert_no_error (error);
  adopt_codebook (self);
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

/* The journal as a kill would leave it: copied, since to end orderly removes it. */
static char *
dup_journal (Runner *self)
{
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "accord", "recovery", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  char *copy = g_build_filename (self->folder, "killed.journal", NULL);
  const char *name = NULL;
  guint n = 0;

  accord_session_sync (self->session);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".journal"))
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);
        g_autofree char *contents = NULL;
        gsize length = 0;

        g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
        g_assert_true (g_file_set_contents (copy, contents, (gssize) length, NULL));
        n++;
      }
  g_assert_cmpuint (n, ==, 1);
  return copy;
}

void
runner_kill (Runner *self)
{
  g_autofree char *journal = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  Waiter waiter = { FALSE };

  if (self->model->documents->len == 0)
    return;
  if (self->file == NULL)
    new_file (self);
  /* What is being read is no part of it yet. */
  wait_idle (self->session);
  journal = dup_journal (self);
  g_assert_finalize_object (self->session);
  begin_life (self);
  accord_session_recover_async (self->session, journal, NULL, result_cb, &waiter);
  wait_flag (&waiter.done);
  result = waiter.result;
  accord_session_recover_finish (self->session, result, &error);
  g_assert_no_error (error);
  adopt_codebook (self);
  new_file (self);
}
