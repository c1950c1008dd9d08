/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Operations on settings, groups and texts, done to a session and to its model. */
#include <json-glib/json-glib.h>
#include <string.h>

#include "documents/accord-codebook-file.h"
#include "session/accord-session-groups.h"
#include "session/accord-session-settings.h"
#include "session/accord-session-texts.h"

#include "model-runner.h"
#include "session-helpers.h"

static ModelDocument *
pick_document (Runner *self, AccordSessionDocument **object)
{
  guint i = runner_pick (self, self->model->documents->len);

  *object = document_at (self->session, i);
  return self->model->documents->pdata[i];
}

static AccordText *
text_of (AccordSessionDocument *object)
{
  return accord_document_get_text (accord_session_document_get_document (object));
}

/* A series without a pause would be one step. */
gboolean
op_threshold (Runner *self)
{
  gint threshold = 200 + 50 * (gint) runner_pick (self, 8);
  gboolean changes = threshold != self->model->threshold;
  ModelRecord *record = NULL;
  g_autofree char *value = g_strdup_printf ("{\"name\":\"threshold\",\"value\":%d}", threshold);

  wait_idle (self->session);
  accord_session_set_threshold (self->session, threshold);
  wait_idle (self->session);
  if (!changes)
    return FALSE;
  self->model->threshold = threshold;
  record = model_record_new ("setting", self->coder, value);
  /* The session may have it as removed, or with this very value: then nothing is decided. */
  model_put (self->model, record);
  return TRUE;
}

gboolean
op_codebook (Runner *self)
{
  AccordCodebook *codebook = self->codebooks[runner_pick (self, 2)];
  gboolean changes = !g_str_equal (accord_codebook_get_id (codebook), self->model->codebook);
  g_autofree char *sha256 = accord_codebook_dup_sha256 (codebook);
  g_autofree char *value = g_strdup_printf ("{\"id\":\"%s\",\"sha256\":\"%s\"}",
                                            accord_codebook_get_id (codebook), sha256);

  if (!changes)
    return FALSE;
  g_assert_true (accord_session_set_codebook (self->session, codebook, NULL));
  g_free (self->model->codebook);
  self->model->codebook = g_strdup (accord_codebook_get_id (codebook));
  model_put (self->model, model_record_new ("codebook", self->coder, value));
  wait_idle (self->session);
  g_assert_true (accord_session_get_codebook (self->session) == codebook ||
                 self->model->documents->len == 0);
  return TRUE;
}

gboolean
op_attribute (Runner *self)
{
  static const char *const NAMES[] = { "bloc", "year" };
  static const char *const VALUES[] = { "north", "2024", NULL };
  AccordAttribute attribute = { NULL, NAMES[runner_pick (self, 2)], VALUES[runner_pick (self, 3)] };
  ModelDocument *document = NULL;
  ModelRecord *record = NULL;
  gboolean changes = FALSE;

  if (self->model->documents->len == 0)
    return FALSE;
  document = pick_document (self, &attribute.document);
  changes =
    g_strcmp0 (g_hash_table_lookup (document->attributes, attribute.name), attribute.value) != 0;
  g_assert_cmpint (accord_session_set_attributes (self->session, &attribute, 1), ==, changes);
  if (!changes)
    return FALSE;
  record = model_record_new ("attribute", self->coder, NULL);
  record->value =
    attribute.value != NULL
      ? g_strdup_printf ("{\"name\":\"%s\",\"value\":\"%s\"}", attribute.name, attribute.value)
      : g_strdup_printf ("{\"name\":\"%s\",\"value\":null}", attribute.name);
  model_place (&record->target, document->id, (AccordSpan){ 0, 0 });
  model_put (self->model, record);
  if (attribute.value != NULL)
    g_hash_table_insert (document->attributes, g_strdup (attribute.name),
                         g_strdup (attribute.value));
  else
    g_hash_table_remove (document->attributes, attribute.name);
  return TRUE;
}

/* Whether a chain of decisions leads from @a to @b. */
static gboolean
is_connected (Runner *self, const char *a, const char *b)
{
  g_autoptr (GHashTable) reached = g_hash_table_new (g_str_hash, g_str_equal);
  guint before = 0;

  g_hash_table_add (reached, (gpointer) a);
  while (g_hash_table_size (reached) > before)
    {
      before = g_hash_table_size (reached);
      for (guint i = 0; i < self->model->records->len; i++)
        {
          const ModelRecord *record = self->model->records->pdata[i];

          if (!g_str_equal (record->kind, "statement"))
            continue;
          if (g_hash_table_contains (reached, record->target.document))
            g_hash_table_add (reached, record->other.document);
          if (g_hash_table_contains (reached, record->other.document))
            g_hash_table_add (reached, record->target.document);
        }
    }
  return g_hash_table_contains (reached, b);
}

gboolean
op_statement (Runner *self)
{
  AccordSessionDocument *objects[2] = { NULL };
  ModelDocument *a = NULL, *b = NULL;
  ModelRecord *record = NULL;
  gboolean changes = FALSE;

  if (self->model->documents->len < 2)
    return FALSE;
  a = pick_document (self, &objects[0]);
  b = pick_document (self, &objects[1]);
  changes = !is_connected (self, a->id, b->id);
  g_assert_cmpint (accord_session_get_statement (self->session, objects[0]) ==
                     accord_session_get_statement (self->session, objects[1]),
                   !=, changes);
  g_assert_cmpint (accord_session_join_statement (self->session, objects, 2), ==, changes);
  if (!changes)
    return FALSE;
  record = model_record_new ("statement", self->coder, NULL);
  model_place (&record->target, a->id, (AccordSpan){ 0, 0 });
  model_place (&record->other, b->id, (AccordSpan){ 0, 0 });
  model_put (self->model, record);
  return TRUE;
}

gboolean
op_keep (Runner *self)
{
  AccordSessionDocument *object = NULL;
  ModelDocument *document = NULL;
  AccordBlock *block = NULL;
  ModelRecord *record = NULL;
  guint i = 0;

  if (!runner_ready (self))
    return FALSE;
  document = pick_document (self, &object);
  i = runner_pick (self, document->blocks->len);
  block = &g_array_index (document->blocks, AccordBlock, i);
  block->kept = !block->kept;
  accord_session_set_block_kept (self->session, object, i, block->kept);
  record = model_record_new ("keep", self->coder, block->kept ? "true" : "false");
  model_place (&record->target, document->id, block->span);
  model_put (self->model, record);
  self->cutting = TRUE;
  return TRUE;
}

gboolean
op_field (Runner *self)
{
  static const struct
  {
    AccordField field;
    const char *value;
  } CASES[] = {
    { ACCORD_FIELD_TITLE, "On Care" },  { ACCORD_FIELD_TITLE, "“Quoted”" },
    { ACCORD_FIELD_ISSUER, "Council" }, { ACCORD_FIELD_DATE, "2024-05" },
    { ACCORD_FIELD_DATE, NULL },        { ACCORD_FIELD_LANGUAGE, "fr" },
    { ACCORD_FIELD_LANGUAGE, "en" },
  };
  guint i = runner_pick (self, G_N_ELEMENTS (CASES));
  AccordField field = CASES[i].field;
  const char *value = CASES[i].value;
  AccordSessionDocument *object = NULL;
  ModelDocument *document = NULL;
  ModelRecord *record = NULL;
  gboolean changes = FALSE;

  if (!runner_ready (self))
    return FALSE;
  document = pick_document (self, &object);
  changes = g_strcmp0 (document->fields[field], value) != 0;
  g_assert_cmpint (accord_session_set_field (self->session, object, field, value), ==, changes);
  if (!changes)
    return FALSE;
  self->cutting = TRUE;
  g_free (document->fields[field]);
  document->fields[field] = g_strdup (value);
  record = model_record_new ("field", self->coder, NULL);
  record->value =
    value != NULL
      ? g_strdup_printf ("{\"name\":\"%s\",\"value\":\"%s\"}", accord_field_name (field), value)
      : g_strdup_printf ("{\"name\":\"%s\",\"value\":null}", accord_field_name (field));
  model_place (&record->target, document->id, (AccordSpan){ 0, 0 });
  model_put (self->model, record);
  return TRUE;
}

/* Some characters within a block, or none. */
static gboolean
pick_within (Runner *self, ModelDocument *document, AccordText *text, AccordSpan *span)
{
  const AccordBlock *block =
    &g_array_index (document->blocks, AccordBlock, runner_pick (self, document->blocks->len));
  guint from = accord_text_char_offset (text, block->span.start);
  guint to = accord_text_char_offset (text, block->span.end);
  guint start = from + runner_pick (self, to - from + 1);
  guint end = start + runner_pick (self, 12);

  span->start = accord_text_byte_offset (text, start);
  span->end = accord_text_byte_offset (text, MIN (end, to));
  /* An edit at the end of a block is one at the beginning of a block that follows at once. */
  return span->end > span->start || span->start > block->span.start;
}

gboolean
op_edit (Runner *self)
{
  static const char *const WORDS[] = { "privacy ", "测试", "", "x", "All of them. New " };
  const char *words = WORDS[runner_pick (self, G_N_ELEMENTS (WORDS))];
  AccordSelection place = { NULL };
  ModelDocument *document = NULL;
  ModelRecord *record = NULL;
  g_autofree char *was = NULL, *value = NULL;
  g_autoptr (JsonNode) node = NULL;
  gboolean changes = FALSE;

  if (!runner_ready (self))
    return FALSE;
  document = pick_document (self, &place.document);
  if (document->text->len > 2000 ||
      !pick_within (self, document, text_of (place.document), &place.span))
    return FALSE;
  was = g_strndup (document->text->str + place.span.start, place.span.end - place.span.start);
  changes = !g_str_equal (was, words);
  g_assert_cmpint (accord_session_edit_text (self->session, &place, words), ==, changes);
  if (!changes)
    return FALSE;
  model_edit (self->model, document, place.span, words);
  node = json_node_init_string (json_node_alloc (), was);
  value = json_to_string (node, FALSE);
  record = model_record_new ("edit", self->coder, value);
  model_place (&record->target, document->id,
               (AccordSpan){ place.span.start, place.span.start + (guint32) strlen (words) });
  g_ptr_array_add (self->model->records, record);
  self->cutting = TRUE;
  return TRUE;
}

static gboolean
is_cut_within (const ModelRecord *record, AccordSpan span)
{
  if (g_str_equal (record->kind, "join"))
    return record->target.start >= span.start && record->target.end <= span.end;
  return g_str_equal (record->kind, "split") && record->target.start > span.start &&
         record->target.start < span.end;
}

/* Takes back the cuts within @span. */
static void
drop_cuts (Runner *self, const ModelDocument *document, AccordSpan span)
{
  for (guint i = self->model->records->len; i-- > 0;)
    {
      const ModelRecord *record = self->model->records->pdata[i];

      if (is_cut_within (record, span) && g_str_equal (record->target.document, document->id) &&
          record->target.anchor == ACCORD_ANCHOR_FIRM)
        g_ptr_array_remove_index (self->model->records, i);
    }
}

gboolean
op_join (Runner *self)
{
  AccordSelection place = { NULL };
  ModelDocument *document = NULL;
  ModelRecord *record = NULL;
  AccordDocument *cut = NULL;
  guint n = 0, i = 0;
  const AccordPassage *passages = NULL;

  if (!runner_ready (self))
    return FALSE;
  document = pick_document (self, &place.document);
  cut = accord_session_document_get_document (place.document);
  passages = accord_document_get_passages (cut, &n);
  if (n < 2)
    return FALSE;
  i = runner_pick (self, n - 1);
  place.span = (AccordSpan){ passages[i].span.start, passages[i + 1].span.end };
  if (passages[i].paragraph != passages[i + 1].paragraph)
    {
      g_assert_false (accord_session_join_passages (self->session, &place));
      return FALSE;
    }
  drop_cuts (self, document, place.span);
  record = model_record_new ("join", self->coder, NULL);
  model_place (&record->target, document->id, place.span);
  model_put (self->model, record);
  g_assert_true (accord_session_join_passages (self->session, &place));
  runner_ready (self);
  wait_idle (self->session);
  accord_document_get_passages (accord_session_document_get_document (place.document), &i);
  g_assert_cmpuint (i, ==, n - 1);
  return TRUE;
}

gboolean
op_split (Runner *self)
{
  AccordSessionDocument *object = NULL;
  ModelDocument *document = NULL;
  ModelRecord *record = NULL;
  AccordText *text = NULL;
  guint32 byte = 0;

  if (!runner_ready (self))
    return FALSE;
  document = pick_document (self, &object);
  text = text_of (object);
  byte = accord_text_byte_offset (text, runner_pick (self, accord_text_get_n_chars (text)));
  record = model_record_new ("split", self->coder, NULL);
  model_place (&record->target, document->id, (AccordSpan){ byte, byte });
  if (byte == 0 || model_same (self->model, record) != NULL ||
      !accord_session_split_passage (self->session, object, byte))
    {
      model_record_free (record);
      return FALSE;
    }
  g_ptr_array_add (self->model->records, record);
  self->cutting = TRUE;
  return TRUE;
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

static void
replace (Runner *self, AccordSessionDocument *object, const char *text)
{
  g_autofree char *path = g_strdup_printf ("%s/%u.txt", self->folder, self->n_files++);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  Waiter waiter = { FALSE };

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  accord_session_replace_async (self->session, object, file, NULL, NULL, result_cb, &waiter);
  wait_flag (&waiter.done);
  result = waiter.result;
  accord_session_replace_finish (self->session, result, &error);
  g_assert_no_error (error);
  wait_idle (self->session);
}

/* Where places are found again is not for the model to say, but that nothing is lost is. */
gboolean
op_replace (Runner *self)
{
  static const char *const TEXTS[] = {
    "A preamble. Operators must protect privacy. They shall test every system.\n"
    "Fish swim in the river. Transparency is a duty.\n",
    "We commit to transparency. Clouds pass. Every system shall be tested.\n",
  };
  AccordSessionDocument *object = NULL;
  g_autofree char *before = model_describe_kept (self->model), *after = NULL, *contents = NULL;
  Model *now = NULL;
  gsize length = 0;

  if (!runner_ready (self) || runner_pick (self, 2) > 0)
    return FALSE;
  wait_idle (self->session);
  pick_document (self, &object);
  runner_check (self);
  replace (self, object, TEXTS[runner_pick (self, 2)]);
  save_to (self->session, self->file, NULL);
  g_assert_true (g_file_get_contents (g_file_peek_path (self->file), &contents, &length, NULL));
  now = model_of_bytes (contents, length);
  after = model_describe_kept (now);
  g_assert_cmpstr (after, ==, before);
  model_free (self->model);
  self->model = now;
  return TRUE;
}
