/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document read anew: the same source in another encoding, or a newer version of it. A
 * worker reads it and finds what the engine links between both texts; the main thread
 * moves the decisions as they are by then, in one step. */
#include <string.h>

#include <glib/gi18n-lib.h>

#include "engine/accord-engine-error.h"
#include "session/accord-anchor-private.h"
#include "session/accord-change-private.h"
#include "session/accord-session-io-private.h"
#include "session/accord-session-texts.h"

/* version belongs to the main thread; the worker has the rest to itself. */
typedef struct
{
  AccordVersion *version; /* owned, nullable */

  /* owned */
  AccordSessionDocument *object;
  AccordLoader *loader;
  GFile *file;
  char *encoding; /* nullable */
  AccordDocument *before;
  AccordCodebook *codebook;
  AccordLexicon *lexicon; /* nullable */
  GArray *likely;
} Replacing;

static void
replacing_free (gpointer data)
{
  Replacing *self = data;

  g_clear_pointer (&self->version, accord_version_unref);
  g_clear_object (&self->object);
  accord_loader_unref (self->loader);
  g_object_unref (self->file);
  g_free (self->encoding);
  accord_document_unref (self->before);
  accord_codebook_unref (self->codebook);
  g_clear_pointer (&self->lexicon, accord_lexicon_unref);
  g_array_unref (self->likely);
  g_free (self);
}

static gboolean
tick_cb (double fraction, gpointer data)
{
  return !g_cancellable_is_cancelled (data);
}

/* Of a collection the document with the same name, else the first. */
static AccordDocument *
choose (GPtrArray *documents, AccordDocument *before)
{
  const char *name = accord_document_get_field (before, ACCORD_FIELD_NAME);

  for (guint i = 0; i < documents->len; i++)
    if (g_strcmp0 (accord_document_get_field (documents->pdata[i], ACCORD_FIELD_NAME), name) == 0)
      return accord_document_ref (documents->pdata[i]);
  return documents->len > 0 ? accord_document_ref (documents->pdata[0]) : NULL;
}

static AccordDocument *
read_again (Replacing *self, GCancellable *cancellable, GError **error)
{
  g_autofree char *name = g_file_get_basename (self->file);
  const AccordReadRequest request = { .name = name,
                                      .mode = ACCORD_READ_STATEMENT,
                                      .encoding = self->encoding };
  g_autoptr (GPtrArray) documents =
    accord_loader_load_file_all (self->loader, self->file, &request, cancellable, error);
  AccordDocument *document = documents != NULL ? choose (documents, self->before) : NULL;
  guint n = 0;

  if (document != NULL)
    accord_document_get_passages (document, &n);
  if (documents == NULL || n > 0)
    return document;
  g_clear_pointer (&document, accord_document_unref);
  g_set_error_literal (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_EMPTY, _ ("holds no text"));
  return NULL;
}

/* What the engine links between both texts as the same or reworded. */
static gboolean
find_likely (Replacing *self, AccordDocument *after, const AccordWatch *watch, GError **error)
{
  const AccordCompareOptions options = { .threshold = ACCORD_THRESHOLD_DEFAULT,
                                         .lexicon = self->lexicon };
  g_autoptr (AccordMatcher) matcher = accord_matcher_new (self->codebook, watch, error);
  g_autoptr (AccordAnalysis) a =
    matcher != NULL ? accord_analysis_new (self->before, matcher, watch, error) : NULL;
  g_autoptr (AccordAnalysis) b =
    a != NULL ? accord_analysis_new (after, matcher, watch, error) : NULL;
  AccordAnalysis *const both[] = { a, b };
  g_autoptr (AccordComparison) comparison =
    b != NULL ? accord_comparison_new (both, 2, &options, watch, error) : NULL;
  guint n = 0, n_a = 0, n_b = 0;
  const AccordLink *links = NULL;
  const AccordPassage *from = accord_document_get_passages (self->before, &n_a);
  const AccordPassage *to = accord_document_get_passages (after, &n_b);

  if (comparison == NULL)
    return FALSE;
  links = accord_comparison_get_links (comparison, &n);
  for (guint i = 0; i < n; i++)
    {
      AccordLikely likely = { from[links[i].a.passage].span, to[links[i].b.passage].span };

      if (links[i].kind == ACCORD_LINK_SAME || links[i].kind == ACCORD_LINK_REWORDED)
        g_array_append_val (self->likely, likely);
    }
  return TRUE;
}

static void
replace_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Replacing *self = data;
  AccordWatch watch = { tick_cb, cancellable };
  GError *error = NULL;
  AccordDocument *after = read_again (self, cancellable, &error);

  if (after != NULL && !find_likely (self, after, &watch, &error))
    g_clear_pointer (&after, accord_document_unref);
  if (after != NULL)
    g_task_return_pointer (task, after, (GDestroyNotify) accord_document_unref);
  else if (g_error_matches (error, ACCORD_ENGINE_ERROR, ACCORD_ENGINE_ERROR_CANCELLED))
    {
      g_clear_error (&error);
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s", _ ("was cancelled"));
    }
  else
    accord_io_return_error (task, error, self->file);
}

/* Both texts, for the moves. */
typedef struct
{
  AccordText *before;
  AccordText *after;
  const GArray *likely;
} Texts;

static gboolean
move_cb (AccordStateTarget *target, gpointer data)
{
  const Texts *texts = data;

  return accord_anchor_find (target, texts->before, texts->after, texts->likely);
}

/* What a person corrected holds for the new version too. */
static void
correct_again (AccordChange *change, const char *id, AccordRecipe *recipe)
{
  guint n = 0;
  const AccordBlock *blocks = accord_recipe_get_blocks (recipe, &n);

  for (guint k = 0; k < change->next->decisions->len; k++)
    {
      const AccordStateDecision *decision = g_ptr_array_index (change->next->decisions, k);
      AccordKind kind = 0;
      AccordField field = 0;

      if (decision->removed || g_strcmp0 (decision->target.document, id) != 0 ||
          decision->target.anchor != ACCORD_ANCHOR_FIRM ||
          !accord_kind_from_name (decision->kind, &kind))
        continue;
      if (kind == ACCORD_KIND_FIELD &&
          accord_field_from_name (accord_decision_get_name (decision), &field) &&
          field != ACCORD_FIELD_ENCODING)
        accord_recipe_set_field (recipe, field, accord_decision_get_named_value (decision));
      for (guint i = 0; kind == ACCORD_KIND_KEEP && i < n; i++)
        if (blocks[i].span.start == decision->target.span.start &&
            blocks[i].span.end == decision->target.span.end)
          accord_recipe_set_kept (recipe, i, json_node_get_boolean (decision->value));
    }
}

static void
put_source (AccordChange *change, const Replacing *replacing)
{
  const char *sha256 = accord_document_get_field (replacing->before, ACCORD_FIELD_SHA256);
  const char *name = accord_document_get_field (replacing->before, ACCORD_FIELD_NAME);
  AccordStateDecision *decision = accord_change_new_decision (change, ACCORD_KIND_SOURCE);
  g_autoptr (JsonObject) value = json_object_new ();

  json_object_set_string_member (value, "name", name != NULL ? name : "");
  json_object_set_string_member (value, "sha256", sha256 != NULL ? sha256 : "");
  accord_target_set (&decision->target, replacing->object, (AccordSpan){ 0, 0 });
  accord_decision_take_value (decision, json_node_init_object (json_node_alloc (), value));
  accord_change_put (change, decision);
  if (replacing->encoding == NULL)
    return;
  decision = accord_change_new_decision (change, ACCORD_KIND_FIELD);
  accord_target_set (&decision->target, replacing->object, (AccordSpan){ 0, 0 });
  accord_decision_set_named (decision, accord_field_name (ACCORD_FIELD_ENCODING),
                             replacing->encoding);
  accord_change_put (change, decision);
}

static void
take_replacement (AccordSession *self, const Replacing *replacing, guint i, AccordDocument *after)
{
  AccordChange *change = accord_change_new (self);
  const AccordEntry *entry = accord_snapshot_get (self->now, i);
  const char *id = accord_session_document_get_id (entry->object);
  g_autofree char *base = g_file_get_basename (replacing->file);
  g_autofree char *shown = g_filename_display_name (base != NULL ? base : "");
  g_autoptr (AccordSessionDocument) object =
    accord_session_document_new (self, id, shown, replacing->file);
  g_autoptr (AccordVersion) version = accord_version_new_document (after);
  Texts texts = { accord_version_get_text (entry->version), accord_document_get_text (after),
                  replacing->likely };
  const char *letter = accord_session_document_get_letter (entry->object);

  accord_session_document_set_origin (object, NULL,
                                      accord_session_document_get_extra (entry->object));
  accord_session_document_set_document (object, after);
  accord_snapshot_set_version (change->next, i, version);
  accord_snapshot_set_object (change->next, i, object);
  accord_snapshot_move_targets (change->next, id, move_cb, &texts);
  correct_again (change, id, accord_change_get_recipe (change, i));
  put_source (change, replacing);
  accord_change_finish (change,
                        replacing->encoding != NULL
                          /* Translators: the letter of a document, and an encoding */
                          ? g_strdup_printf (_ ("Read %s as %s"), letter, replacing->encoding)
                          : g_strdup_printf (_ ("Replace %s by “%s”"), letter, shown));
}

static void
replaced_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) outer = data;
  AccordSession *self = g_task_get_source_object (outer);
  Replacing *replacing = g_task_get_task_data (G_TASK (result));
  g_autoptr (AccordVersion) version = g_steal_pointer (&replacing->version);
  GError *error = NULL;
  g_autoptr (AccordDocument) after = g_task_propagate_pointer (G_TASK (result), &error);
  guint i = 0;

  if (after == NULL)
    g_task_return_error (outer, error);
  else if (!accord_snapshot_find (self->now, replacing->object, &i) ||
           accord_snapshot_get (self->now, i)->version != version)
    g_task_return_new_error (outer, G_IO_ERROR, G_IO_ERROR_BUSY, "%s",
                             _ ("The document was changed meanwhile."));
  else
    {
      take_replacement (self, replacing, i, after);
      g_task_return_boolean (outer, TRUE);
    }
  /* The object is the main thread's. */
  g_clear_object (&replacing->object);
}

/**
 * accord_session_replace_async:
 * @self: a session
 * @document: a document of it that has been read
 * @file: (nullable): a newer version of its source; NULL: the same source
 * @encoding: (nullable): an IANA name; NULL: detected
 * @cancellable: (nullable): cancels
 * @callback: called when it is replaced, or not
 * @user_data: for @callback
 *
 * Reads the source and puts it in the place of @document, in one step: it keeps its id, and what
 * was decided about it moves to the same words. A place is found again by its quotation and
 * context, by its quotation alone if that is unique, else the passage that the engine links with it
 * is proposed; accord_session_list_unanchored() lists these and what was lost. Another object
 * stands for the document in the list then; undo brings the former one back.
 */
void
accord_session_replace_async (AccordSession *self,
                              AccordSessionDocument *document,
                              GFile *file,
                              const char *encoding,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) outer = NULL;
  Replacing *replacing = NULL;
  AccordVersion *version = NULL;
  guint i = 0;

  g_return_if_fail (ACCORD_IS_SESSION (self) && ACCORD_IS_SESSION_DOCUMENT (document));

  outer = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (outer, accord_session_replace_async);
  file = file != NULL ? file : accord_session_document_get_file (document);
  if (accord_snapshot_find (self->now, document, &i))
    version = accord_snapshot_get (self->now, i)->version;
  if (file == NULL || version == NULL || version->document == NULL)
    {
      g_task_return_new_error (outer, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "%s",
                               _ ("The source of the document is not known."));
      return;
    }
  if (self->loader == NULL)
    self->loader = accord_loader_new ();
  replacing = g_new0 (Replacing, 1);
  replacing->version = accord_version_ref (version);
  replacing->object = g_object_ref (document);
  replacing->loader = accord_loader_ref (self->loader);
  replacing->file = g_object_ref (file);
  replacing->encoding = g_strdup (encoding);
  replacing->before = accord_document_ref (version->document);
  replacing->codebook = accord_codebook_ref (self->now->codebook);
  replacing->lexicon = self->lexicon != NULL ? accord_lexicon_ref (self->lexicon) : NULL;
  replacing->likely = g_array_new (FALSE, FALSE, sizeof (AccordLikely));
  accord_io_run (g_steal_pointer (&outer), replacing, replacing_free, replace_cb, replaced_cb);
}

/**
 * accord_session_replace_finish:
 * @self: a session
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: FALSE with ACCORD_LOADER_ERROR, G_IO_ERROR or an error of the engine; nothing has
 * changed then
 */
gboolean
accord_session_replace_finish (AccordSession *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
