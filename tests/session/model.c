/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The naive twin of a session: every search is a walk, every copy is deep. */
#include "model.h"

#include <json-glib/json-glib.h>
#include <string.h>

static void
place_clear (ModelPlace *place)
{
  g_free (place->document);
  g_free (place->quote);
}

void
model_record_free (ModelRecord *self)
{
  g_free (self->kind);
  place_clear (&self->target);
  place_clear (&self->other);
  g_free (self->principle);
  g_free (self->value);
  g_free (self->coder);
  g_free (self);
}

static void
document_free (ModelDocument *self)
{
  g_free (self->id);
  g_string_free (self->text, TRUE);
  for (guint i = 0; i < ACCORD_N_FIELDS; i++)
    g_free (self->fields[i]);
  g_array_unref (self->blocks);
  g_hash_table_unref (self->attributes);
  g_free (self);
}

Model *
model_new (void)
{
  Model *self = g_new0 (Model, 1);

  self->documents = g_ptr_array_new_with_free_func ((GDestroyNotify) document_free);
  self->records = g_ptr_array_new_with_free_func ((GDestroyNotify) model_record_free);
  return self;
}

void
model_free (Model *self)
{
  g_ptr_array_unref (self->documents);
  g_ptr_array_unref (self->records);
  g_free (self->codebook);
  g_free (self);
}

static void
copy_place (const ModelPlace *from, ModelPlace *to)
{
  *to = *from;
  to->document = g_strdup (from->document);
  to->quote = g_strdup (from->quote);
}

static ModelRecord *
copy_record (const ModelRecord *from)
{
  ModelRecord *to = model_record_new (from->kind, from->coder, from->value);

  copy_place (&from->target, &to->target);
  copy_place (&from->other, &to->other);
  to->principle = g_strdup (from->principle);
  return to;
}

static GHashTable *
table_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static ModelDocument *
copy_document (const ModelDocument *from)
{
  ModelDocument *to = g_new0 (ModelDocument, 1);
  GHashTableIter iter;
  gpointer key = NULL, value = NULL;

  to->id = g_strdup (from->id);
  to->shown = from->shown;
  to->text = g_string_new (from->text->str);
  for (guint i = 0; i < ACCORD_N_FIELDS; i++)
    to->fields[i] = g_strdup (from->fields[i]);
  to->blocks = g_array_copy (from->blocks);
  to->attributes = table_new ();
  g_hash_table_iter_init (&iter, from->attributes);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (to->attributes, g_strdup (key), g_strdup (value));
  return to;
}

Model *
model_copy (const Model *self)
{
  Model *copy = model_new ();

  for (guint i = 0; i < self->documents->len; i++)
    g_ptr_array_add (copy->documents, copy_document (self->documents->pdata[i]));
  for (guint i = 0; i < self->records->len; i++)
    g_ptr_array_add (copy->records, copy_record (self->records->pdata[i]));
  copy->threshold = self->threshold;
  copy->codebook = g_strdup (self->codebook);
  return copy;
}

ModelDocument *
model_add_document (Model *self, const char *id, AccordDocument *document)
{
  ModelDocument *added = g_new0 (ModelDocument, 1);
  guint n = 0;
  const AccordBlock *blocks = accord_document_get_blocks (document, &n);

  added->id = g_strdup (id);
  added->shown = TRUE;
  added->text = g_string_new (accord_document_get_data (document));
  for (guint i = 0; i < ACCORD_N_FIELDS; i++)
    added->fields[i] = g_strdup (accord_document_get_field (document, i));
  added->blocks = g_array_new (FALSE, FALSE, sizeof (AccordBlock));
  g_array_append_vals (added->blocks, blocks, n);
  added->attributes = table_new ();
  g_ptr_array_add (self->documents, added);
  return added;
}

ModelDocument *
model_find (const Model *self, const char *id)
{
  for (guint i = 0; i < self->documents->len; i++)
    if (g_str_equal (((ModelDocument *) self->documents->pdata[i])->id, id))
      return self->documents->pdata[i];
  g_assert_not_reached ();
}

ModelRecord *
model_record_new (const char *kind, const char *coder, const char *value)
{
  ModelRecord *self = g_new0 (ModelRecord, 1);

  self->kind = g_strdup (kind);
  self->coder = g_strdup (coder);
  self->value = g_strdup (value);
  return self;
}

void
model_place (ModelPlace *place, const char *document, AccordSpan span)
{
  g_free (place->document);
  place->document = g_strdup (document);
  place->start = span.start;
  place->end = span.end;
}

static void
read_place (const AccordStateTarget *from, ModelPlace *to)
{
  to->document = g_strdup (from->document);
  to->start = from->span.start;
  to->end = from->span.end;
  to->anchor = from->anchor;
  to->quote = g_strdup (from->quote);
}

static void
read_document (Model *self, const AccordStateDocument *from)
{
  ModelDocument *to = model_add_document (self, from->id, from->document);
  g_autoptr (GList) names =
    from->attributes != NULL ? json_object_get_members (from->attributes) : NULL;

  to->shown = from->shown;
  for (GList *name = names; name != NULL; name = name->next)
    g_hash_table_insert (to->attributes, g_strdup (name->data),
                         g_strdup (json_object_get_string_member (from->attributes, name->data)));
}

/* What a file says; what was taken back is not there. */
Model *
model_of_bytes (const char *bytes, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordSessionState) state = accord_session_state_read (bytes, length, &error);
  Model *self = model_new ();

  g_assert_no_error (error);
  for (guint i = 0; i < state->documents->len; i++)
    read_document (self, state->documents->pdata[i]);
  for (guint i = 0; i < state->decisions->len; i++)
    {
      const AccordStateDecision *from = state->decisions->pdata[i];
      g_autofree char *value = from->value != NULL ? json_to_string (from->value, FALSE) : NULL;
      ModelRecord *to = NULL;

      if (from->removed)
        continue;
      to = model_record_new (from->kind, from->coder, value);
      read_place (&from->target, &to->target);
      read_place (&from->other, &to->other);
      to->principle = g_strdup (from->principle);
      g_ptr_array_add (self->records, to);
    }
  self->threshold = state->threshold;
  self->codebook = g_strdup (accord_codebook_get_id (state->codebook));
  return self;
}

static void
describe_place (GString *out, const ModelPlace *place)
{
  if (place->document != NULL)
    g_string_append_printf (out, " %s:%u-%u", place->document, place->start, place->end);
  if (place->document != NULL && place->anchor != ACCORD_ANCHOR_FIRM)
    g_string_append_printf (out, "?%d“%s”", place->anchor, place->quote);
}

/* A link is the same from both sides. */
static char *
describe_record (const ModelRecord *record)
{
  GString *out = g_string_new (record->kind);

  describe_place (out, &record->target);
  describe_place (out, &record->other);
  g_string_append_printf (out, " %s %s %s\n", record->principle != NULL ? record->principle : "-",
                          record->value != NULL ? record->value : "-", record->coder);
  return g_string_free (out, FALSE);
}

static gint
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
describe_document (GString *out, const ModelDocument *document)
{
  g_autoptr (GList) names = g_hash_table_get_keys (document->attributes);

  names = g_list_sort (names, (GCompareFunc) strcmp);
  g_string_append_printf (out, "%s %d", document->id, document->shown);
  for (guint i = 0; i < ACCORD_N_FIELDS; i++)
    g_string_append_printf (out, " %s", document->fields[i] != NULL ? document->fields[i] : "-");
  for (GList *name = names; name != NULL; name = name->next)
    g_string_append_printf (out, " %s=%s", (char *) name->data,
                            (char *) g_hash_table_lookup (document->attributes, name->data));
  for (guint i = 0; i < document->blocks->len; i++)
    {
      const AccordBlock *block = &g_array_index (document->blocks, AccordBlock, i);

      g_string_append_printf (out, " %u-%u%c", block->span.start, block->span.end,
                              block->kept ? '+' : '-');
    }
  g_string_append_printf (out, "\n%s\n", document->text->str);
}

/* All of it, in an order that depends on nothing but itself. */
char *
model_describe (const Model *self)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, "%d %s\n", self->threshold, self->codebook);
  for (guint i = 0; i < self->documents->len; i++)
    describe_document (out, self->documents->pdata[i]);
  for (guint i = 0; i < self->records->len; i++)
    g_ptr_array_add (lines, describe_record (self->records->pdata[i]));
  g_ptr_array_sort (lines, compare_strings);
  for (guint i = 0; i < lines->len; i++)
    g_string_append (out, lines->pdata[i]);
  return g_string_free (out, FALSE);
}

static char *
dup_quote (const Model *self, const ModelPlace *place)
{
  if (place->document == NULL)
    return g_strdup ("");
  if (place->quote != NULL)
    return g_strdup (place->quote);
  return g_strndup (model_find (self, place->document)->text->str + place->start,
                    place->end - place->start);
}

/* What no reading of another version of a text may lose: what was decided, and on which words. */
char *
model_describe_kept (const Model *self)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < self->records->len; i++)
    {
      const ModelRecord *record = self->records->pdata[i];
      g_autofree char *target = dup_quote (self, &record->target);
      g_autofree char *other = dup_quote (self, &record->other);

      if (!g_str_equal (record->kind, "source"))
        g_ptr_array_add (lines,
                         g_strdup_printf ("%s “%s” “%s” %s %s %s\n", record->kind, target, other,
                                          record->principle, record->value, record->coder));
    }
  g_ptr_array_sort (lines, compare_strings);
  for (guint i = 0; i < lines->len; i++)
    g_string_append (out, lines->pdata[i]);
  return g_string_free (out, FALSE);
}

static gboolean
same_place (const ModelPlace *a, const ModelPlace *b)
{
  return g_strcmp0 (a->document, b->document) == 0 && a->start == b->start && a->end == b->end &&
         a->anchor == b->anchor && g_strcmp0 (a->quote, b->quote) == 0;
}

static gboolean
is_judgement (const char *kind)
{
  return g_str_equal (kind, "accept") || g_str_equal (kind, "reject");
}

/* The name in {"name":"…",…}. */
static char *
dup_name (const ModelRecord *record)
{
  const char *start = record->value != NULL && g_str_has_prefix (record->value, "{\"name\":\"")
                        ? record->value + 9
                        : NULL;

  return start != NULL ? g_strndup (start, strcspn (start, "\"")) : NULL;
}

static gboolean
is_same (const ModelRecord *a, const ModelRecord *b)
{
  g_autofree char *name_a = dup_name (a), *name_b = dup_name (b);

  if (!g_str_equal (a->kind, b->kind) && !(is_judgement (a->kind) && is_judgement (b->kind)))
    return FALSE;
  if (g_str_equal (a->kind, "edit") || g_str_equal (a->kind, "source") ||
      g_strcmp0 (a->principle, b->principle) != 0 || g_strcmp0 (name_a, name_b) != 0 ||
      (g_str_equal (a->kind, "reviewed") && !g_str_equal (a->coder, b->coder)))
    return FALSE;
  return (same_place (&a->target, &b->target) && same_place (&a->other, &b->other)) ||
         (a->other.document != NULL && same_place (&a->target, &b->other) &&
          same_place (&a->other, &b->target));
}

ModelRecord *
model_same (const Model *self, const ModelRecord *record)
{
  for (guint i = 0; i < self->records->len; i++)
    if (is_same (self->records->pdata[i], record))
      return self->records->pdata[i];
  return NULL;
}

/* Takes @record. Returns: whether it says anything new. */
gboolean
model_put (Model *self, ModelRecord *record)
{
  ModelRecord *before = model_same (self, record);

  if (before != NULL && g_str_equal (before->kind, record->kind) &&
      g_strcmp0 (before->value, record->value) == 0)
    {
      model_record_free (record);
      return FALSE;
    }
  if (before != NULL)
    g_ptr_array_remove (self->records, before);
  g_ptr_array_add (self->records, record);
  return TRUE;
}

void
model_remove_document (Model *self, const char *id)
{
  for (guint i = self->records->len; i-- > 0;)
    {
      const ModelRecord *record = self->records->pdata[i];

      if (g_strcmp0 (record->target.document, id) == 0 ||
          g_strcmp0 (record->other.document, id) == 0)
        g_ptr_array_remove_index (self->records, i);
    }
  g_ptr_array_remove (self->documents, model_find (self, id));
}

/* Where a place is when @span has become @length bytes: a place begins with the first byte of it
 * that is left, or with the new words if it begins within the old ones. */
static void
map (ModelPlace *place, const ModelDocument *document, AccordSpan span, guint32 length)
{
  guint32 grown = length, shrunk = span.end - span.start;
  guint32 start = place->start, end = place->end;

  if (g_strcmp0 (place->document, document->id) != 0 || place->end == 0 ||
      place->anchor == ACCORD_ANCHOR_LOST)
    return;
  if (start >= span.end)
    start = start + grown - shrunk;
  else if (start > span.start)
    start = span.start;
  if (end >= span.end && end > span.start)
    end = end + grown - shrunk;
  else if (end > span.start)
    end = span.start + grown;
  end = MAX (start, end);
  if (place->end > place->start && start == end)
    {
      place->anchor = ACCORD_ANCHOR_LOST;
      if (place->quote == NULL)
        place->quote = g_strndup (document->text->str + place->start, place->end - place->start);
      return;
    }
  place->start = start;
  place->end = end;
}

void
model_edit (Model *self, ModelDocument *document, AccordSpan span, const char *words)
{
  guint32 length = (guint32) strlen (words);
  gint32 grown = (gint32) length - (gint32) (span.end - span.start);
  gboolean behind = FALSE;

  for (guint i = 0; i < self->records->len; i++)
    {
      ModelRecord *record = self->records->pdata[i];

      map (&record->target, document, span, length);
      map (&record->other, document, span, length);
    }
  for (guint i = 0; i < document->blocks->len; i++)
    {
      AccordBlock *block = &g_array_index (document->blocks, AccordBlock, i);

      if (behind)
        {
          block->span.start = (guint32) ((gint32) block->span.start + grown);
          block->span.end = (guint32) ((gint32) block->span.end + grown);
        }
      else if (span.start >= block->span.start && span.end <= block->span.end)
        {
          block->span.end = (guint32) ((gint32) block->span.end + grown);
          behind = TRUE;
        }
    }
  g_string_erase (document->text, span.start, span.end - span.start);
  g_string_insert (document->text, span.start, words);
}
