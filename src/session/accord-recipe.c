/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Recipes. They share the text and the strings of the document they come from; what is
 * corrected is their own. Changed only until a second owner has one. */
#include "session/accord-recipe-private.h"

#include <string.h>

/* Invariants: blocks lie in text as a document wants them; their strings belong to origin, as do
 * fields that are not in strings; cuts holds AccordCut. */
struct _AccordRecipe
{
  AccordDocument *origin;
  AccordText *text;
  AccordBlock *blocks;
  guint n_blocks;
  const char *fields[ACCORD_N_FIELDS];
  GStringChunk *strings;
  GArray *cuts; /* nullable */
};

static void
recipe_clear (gpointer data)
{
  AccordRecipe *self = data;

  accord_document_unref (self->origin);
  accord_text_unref (self->text);
  g_free (self->blocks);
  g_string_chunk_free (self->strings);
  g_clear_pointer (&self->cuts, g_array_unref);
}

/* What makes @document again. Its cuts are not known to it. */
AccordRecipe *
accord_recipe_new (AccordDocument *document)
{
  AccordRecipe *self = g_atomic_rc_box_new0 (AccordRecipe);
  const AccordBlock *blocks = accord_document_get_blocks (document, &self->n_blocks);

  self->origin = accord_document_ref (document);
  self->text = accord_text_ref (accord_document_get_text (document));
  self->blocks = g_new (AccordBlock, MAX (self->n_blocks, 1));
  memcpy (self->blocks, blocks, self->n_blocks * sizeof (AccordBlock));
  memcpy (self->fields, accord_document_get_fields (document), sizeof self->fields);
  self->strings = g_string_chunk_new (64);
  return self;
}

/* A copy that may be changed. */
AccordRecipe *
accord_recipe_copy (const AccordRecipe *self)
{
  AccordRecipe *copy = accord_recipe_new (self->origin);

  accord_text_unref (copy->text);
  copy->text = accord_text_ref (self->text);
  memcpy (copy->blocks, self->blocks, self->n_blocks * sizeof (AccordBlock));
  for (guint i = 0; i < ACCORD_N_FIELDS; i++)
    accord_recipe_set_field (copy, i, self->fields[i]);
  copy->cuts = self->cuts != NULL ? g_array_ref (self->cuts) : NULL;
  return copy;
}

AccordRecipe *
accord_recipe_ref (AccordRecipe *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
accord_recipe_unref (AccordRecipe *self)
{
  g_atomic_rc_box_release_full (self, recipe_clear);
}

AccordText *
accord_recipe_get_text (const AccordRecipe *self)
{
  return self->text;
}

const AccordBlock *
accord_recipe_get_blocks (const AccordRecipe *self, guint *n_blocks)
{
  *n_blocks = self->n_blocks;
  return self->blocks;
}

const char *
accord_recipe_get_field (const AccordRecipe *self, AccordField field)
{
  return self->fields[field];
}

void
accord_recipe_set_kept (AccordRecipe *self, guint block, gboolean kept)
{
  g_return_if_fail (block < self->n_blocks);

  self->blocks[block].kept = kept;
}

/* @value: (nullable): not known. */
void
accord_recipe_set_field (AccordRecipe *self, AccordField field, const char *value)
{
  self->fields[field] = value != NULL ? g_string_chunk_insert (self->strings, value) : NULL;
}

/* Takes @cuts, of AccordCut, which may be NULL. */
void
accord_recipe_take_cuts (AccordRecipe *self, GArray *cuts)
{
  g_clear_pointer (&self->cuts, g_array_unref);
  self->cuts = cuts;
}

/**
 * accord_edit_map:
 * @span: a place
 * @edit: what is replaced
 * @length: of what replaces it, in bytes
 *
 * What lies before or behind keeps its words; what overlaps takes the new words in whole.
 *
 * Returns: where @span is after the edit
 */
AccordSpan
accord_edit_map (AccordSpan span, AccordSpan edit, guint32 length)
{
  guint32 shrunk = accord_span_length (edit);
  AccordSpan mapped = span;

  if (span.start >= edit.end)
    mapped.start = span.start - shrunk + length;
  else if (span.start > edit.start)
    mapped.start = edit.start;
  if (span.end > edit.start)
    mapped.end = span.end >= edit.end ? span.end - shrunk + length : edit.start + length;
  mapped.end = MAX (mapped.end, mapped.start);
  return mapped;
}

/**
 * accord_recipe_edit:
 * @self: a recipe
 * @span: what is replaced, within one block
 * @words: what stands there instead
 *
 * Returns: FALSE where @span lies in no block, or the text would be too large or no text
 */
gboolean
accord_recipe_edit (AccordRecipe *self, AccordSpan span, const char *words)
{
  gsize length = strlen (words);
  const char *data = accord_text_get_data (self->text);
  g_autoptr (GString) out = NULL;
  AccordText *text = NULL;
  guint at = 0;

  while (at < self->n_blocks &&
         (span.start < self->blocks[at].span.start || span.end > self->blocks[at].span.end))
    at++;
  if (at == self->n_blocks || length > ACCORD_TEXT_MAX)
    return FALSE;
  out = g_string_sized_new (accord_text_get_length (self->text) + length);
  g_string_append_len (out, data, span.start);
  g_string_append_len (out, words, (gssize) length);
  g_string_append_len (out, data + span.end, accord_text_get_length (self->text) - span.end);
  text = accord_text_new (out->str, out->len, NULL);
  if (text == NULL)
    return FALSE;
  accord_text_unref (self->text);
  self->text = text;
  self->blocks[at].span.end =
    self->blocks[at].span.end - accord_span_length (span) + (guint32) length;
  for (guint i = at + 1; i < self->n_blocks; i++)
    {
      self->blocks[i].span.start += (guint32) length - accord_span_length (span);
      self->blocks[i].span.end += (guint32) length - accord_span_length (span);
    }
  return TRUE;
}

/* The document; a worker may call it. */
AccordDocument *
accord_recipe_make (const AccordRecipe *self, const AccordWatch *watch, GError **error)
{
  const AccordCut *cuts =
    self->cuts != NULL ? (const AccordCut *) (gpointer) self->cuts->data : NULL;

  return accord_document_new_cut (self->text, self->blocks, self->n_blocks, self->fields,
                                  accord_document_get_unit (self->origin), cuts,
                                  self->cuts != NULL ? self->cuts->len : 0, watch, error);
}
