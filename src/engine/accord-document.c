/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document is made in two passes over its blocks: each kept block with text is a
 * paragraph and gets a language; then each paragraph is cut into passages, by what all
 * of them show. */
#include "engine/accord-document.h"

#include <string.h>

#include "engine/accord-cuts-private.h"
#include "engine/accord-engine-error.h"
#include "engine/accord-language.h"
#include "engine/accord-segment.h"

/* Bytes between two looks at the watch; and of a long paragraph, in the first pass. */
#define TICK_BYTES 16384u
#define PIECE (256u << 10)

/* Invariants: blocks are sorted, do not overlap and lie on character boundaries of
 * text; paragraphs and passages are sorted; each paragraph has at least one passage;
 * all strings belong to strings. */
struct _AccordDocument
{
  AccordText *text;
  AccordBlock *blocks;
  guint n_blocks;
  GArray *paragraphs;
  GArray *passages;
  const char *fields[ACCORD_N_FIELDS];
  const char *language;
  AccordUnit unit;
  GStringChunk *strings;

  /* borrowed while it is being made */
  const AccordCut *cuts;
  guint n_cuts;
};

static const char *const FIELDS[ACCORD_N_FIELDS] = {
  "name",     "title", "subtitle", "issuer",    "author", "date",
  "language", "kind",  "encoding", "mediaType", "sha256",
};

static void
document_clear (gpointer data)
{
  AccordDocument *self = data;

  g_clear_pointer (&self->text, accord_text_unref);
  g_free (self->blocks);
  g_clear_pointer (&self->paragraphs, g_array_unref);
  g_clear_pointer (&self->passages, g_array_unref);
  g_clear_pointer (&self->strings, g_string_chunk_free);
}

static const char *
keep (AccordDocument *self, const char *string)
{
  return string != NULL ? g_string_chunk_insert_const (self->strings, string) : NULL;
}

static gboolean
copy_blocks (AccordDocument *self, const AccordBlock *blocks, guint n, GError **error)
{
  guint32 end = 0;

  self->blocks = g_new (AccordBlock, MAX (n, 1));
  self->n_blocks = n;
  for (guint i = 0; i < n; i++)
    {
      AccordSpan span = blocks[i].span;

      if (span.start < end || span.end < span.start ||
          !accord_text_is_boundary (self->text, span.start) ||
          !accord_text_is_boundary (self->text, span.end))
        {
          g_set_error (error, ACCORD_ENGINE_ERROR, ACCORD_ENGINE_ERROR_INVALID,
                       "block %u does not lie behind the one before it, within the text, on "
                       "character boundaries",
                       i);
          return FALSE;
        }
      end = span.end;
      self->blocks[i] = blocks[i];
      self->blocks[i].marker = keep (self, blocks[i].marker);
      self->blocks[i].reason = keep (self, blocks[i].reason);
    }
  return TRUE;
}

/* The kept text as one string, at most @most bytes: what a language is told by. */
static char *
dup_sample (AccordDocument *self, gsize most, gsize *length)
{
  GString *sample = g_string_new (NULL);

  for (guint i = 0; i < self->n_blocks && sample->len < most; i++)
    {
      AccordSpan span = self->blocks[i].span;

      if (!self->blocks[i].kept)
        continue;
      g_string_append_len (sample, accord_text_get_data (self->text) + span.start,
                           accord_span_length (span));
      g_string_append_c (sample, '\n');
    }
  *length = sample->len;
  return g_string_free (sample, FALSE);
}

static void
find_language (AccordDocument *self)
{
  gsize length = 0;
  g_autofree char *sample = NULL;

  if (self->fields[ACCORD_FIELD_LANGUAGE] != NULL)
    {
      self->language = accord_language_intern (self->fields[ACCORD_FIELD_LANGUAGE]);
      return;
    }
  sample = dup_sample (self, 65536, &length);
  self->language = accord_language_detect (sample, length, NULL);
  self->fields[ACCORD_FIELD_LANGUAGE] = self->language;
}

static gboolean
is_blank (AccordDocument *self, AccordSpan span)
{
  const char *data = accord_text_get_data (self->text);

  for (const char *p = data + span.start; p < data + span.end; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

/* One segmenter a language: a document seldom has more than two. */
static AccordSegmenter *
segmenter_for (GHashTable *segmenters, const char *language)
{
  AccordSegmenter *segmenter = g_hash_table_lookup (segmenters, language);

  if (segmenter == NULL)
    {
      segmenter = accord_segmenter_new (language);
      g_hash_table_insert (segmenters, (gpointer) language, segmenter);
    }
  return segmenter;
}

/* The share of the work that is done: the text is gone through twice. */
static gboolean
tick (AccordDocument *self, guint pass, guint32 at, const AccordWatch *watch, GError **error)
{
  double length = MAX (accord_text_get_length (self->text), 1);

  return accord_watch_tick (watch, (pass + at / length) / 2, error);
}

/* What a paragraph tells the segmenter of its language, in pieces. */
static gboolean
learn (AccordDocument *self,
       const AccordParagraph *paragraph,
       AccordSegmenter *segmenter,
       const AccordWatch *watch,
       GError **error)
{
  const char *data = accord_text_get_data (self->text);
  AccordSpan piece = { paragraph->span.start, paragraph->span.start };

  while (piece.start < paragraph->span.end)
    {
      piece.end = MIN (paragraph->span.end, piece.start + PIECE);
      while (!accord_text_is_boundary (self->text, piece.end))
        piece.end++;
      accord_segmenter_learn (segmenter, data, piece);
      piece.start = piece.end;
      if (accord_span_length (paragraph->span) > PIECE && !tick (self, 0, piece.end, watch, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
append_paragraph (AccordDocument *self,
                  guint block,
                  GHashTable *segmenters,
                  const AccordWatch *watch,
                  GError **error)
{
  AccordSpan span = self->blocks[block].span;
  AccordParagraph paragraph = { span, block, 0, 0, self->language };

  if (self->unit != ACCORD_UNIT_BLOCKS)
    {
      paragraph.language = accord_language_detect (accord_text_get_data (self->text) + span.start,
                                                   accord_span_length (span), self->language);
      if (!learn (self, &paragraph, segmenter_for (segmenters, paragraph.language), watch, error))
        return FALSE;
    }
  g_array_append_val (self->paragraphs, paragraph);
  return TRUE;
}

static gboolean
append_passages (AccordDocument *self,
                 guint index,
                 GHashTable *segmenters,
                 GArray *spans,
                 const AccordWatch *watch,
                 GError **error)
{
  AccordParagraph *paragraph = &g_array_index (self->paragraphs, AccordParagraph, index);

  g_array_set_size (spans, 0);
  if (self->unit == ACCORD_UNIT_BLOCKS)
    g_array_append_val (spans, paragraph->span);
  else
    {
      AccordSegmenter *segmenter = segmenter_for (segmenters, paragraph->language);

      accord_segmenter_start (segmenter, accord_text_get_data (self->text), paragraph->span);
      while (accord_segmenter_step (segmenter, spans))
        if (!tick (self, 1, paragraph->span.start, watch, error))
          return FALSE;
    }
  /* What is blank to one library may not be to another. */
  if (spans->len == 0)
    g_array_append_val (spans, paragraph->span);
  if (self->n_cuts > 0)
    accord_cuts_apply (self->cuts, self->n_cuts, self->text, spans);
  paragraph->first_passage = self->passages->len;
  paragraph->n_passages = spans->len;
  for (guint i = 0; i < spans->len; i++)
    {
      AccordPassage passage = { g_array_index (spans, AccordSpan, i), index };

      g_array_append_val (self->passages, passage);
    }
  return TRUE;
}

/* Twice over the text: an abbreviation may show what it is behind the place where it is first
 * used. */
static gboolean
cut (AccordDocument *self, const AccordWatch *watch, GError **error)
{
  g_autoptr (GHashTable) segmenters =
    g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) accord_segmenter_free);
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (AccordSpan));
  guint32 ticked = 0;

  for (guint i = 0; i < self->n_blocks; i++)
    {
      const AccordBlock *block = &self->blocks[i];

      if (!block->kept || (self->unit == ACCORD_UNIT_SENTENCES && is_blank (self, block->span)))
        continue;
      if (!append_paragraph (self, i, segmenters, watch, error))
        return FALSE;
      if (block->span.end - ticked < TICK_BYTES)
        continue;
      ticked = block->span.end;
      if (!tick (self, 0, ticked, watch, error))
        return FALSE;
    }
  ticked = 0;
  for (guint i = 0; i < self->paragraphs->len; i++)
    {
      guint32 end = g_array_index (self->paragraphs, AccordParagraph, i).span.end;

      if (!append_passages (self, i, segmenters, spans, watch, error))
        return FALSE;
      if (end - ticked < TICK_BYTES)
        continue;
      ticked = end;
      if (!tick (self, 1, ticked, watch, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * accord_document_new:
 * @text: the whole text
 * @blocks: (array length=n_blocks): its blocks, sorted, without overlap, on character boundaries
 * @n_blocks: their number
 * @fields: (nullable) (array fixed-size=11): ACCORD_N_FIELDS strings, each nullable; a missing
 * LANGUAGE is detected
 * @unit: what a passage is
 * @watch: (nullable): progress and cancel
 * @error: return location for an error
 *
 * Cuts a text into paragraphs and passages. Cost: linear.
 *
 * Returns: (transfer full): a document, or NULL with ACCORD_ENGINE_ERROR_INVALID or
 * ACCORD_ENGINE_ERROR_CANCELLED
 */
AccordDocument *
accord_document_new (AccordText *text,
                     const AccordBlock *blocks,
                     guint n_blocks,
                     const char *const *fields,
                     AccordUnit unit,
                     const AccordWatch *watch,
                     GError **error)
{
  return accord_document_new_cut (text, blocks, n_blocks, fields, unit, NULL, 0, watch, error);
}

/**
 * accord_document_new_cut:
 * @text: the whole text
 * @blocks: (array length=n_blocks): its blocks, as of accord_document_new()
 * @n_blocks: their number
 * @fields: (nullable) (array fixed-size=11): as of accord_document_new()
 * @unit: what a passage is
 * @cuts: (array length=n_cuts) (nullable): where a person joined and split passages; those outside
 * of the paragraphs have no effect, and a split within a join holds
 * @n_cuts: their number
 * @watch: (nullable): progress and cancel
 * @error: return location for an error
 *
 * As accord_document_new(), with passages as a person wants them. Cost: linear, and for each
 * paragraph the product of its passages and @n_cuts.
 *
 * Returns: (transfer full): a document, or NULL with ACCORD_ENGINE_ERROR_INVALID or
 * ACCORD_ENGINE_ERROR_CANCELLED
 */
AccordDocument *
accord_document_new_cut (AccordText *text,
                         const AccordBlock *blocks,
                         guint n_blocks,
                         const char *const *fields,
                         AccordUnit unit,
                         const AccordCut *cuts,
                         guint n_cuts,
                         const AccordWatch *watch,
                         GError **error)
{
  g_autoptr (AccordDocument) self = g_atomic_rc_box_new0 (AccordDocument);

  self->text = accord_text_ref (text);
  self->strings = g_string_chunk_new (512);
  self->paragraphs = g_array_new (FALSE, FALSE, sizeof (AccordParagraph));
  self->passages = g_array_new (FALSE, FALSE, sizeof (AccordPassage));
  self->unit = unit;
  self->cuts = cuts;
  self->n_cuts = n_cuts;
  for (guint i = 0; fields != NULL && i < ACCORD_N_FIELDS; i++)
    self->fields[i] = keep (self, fields[i]);
  if (!copy_blocks (self, blocks, n_blocks, error))
    return NULL;
  find_language (self);
  if (!cut (self, watch, error))
    return NULL;
  self->cuts = NULL;
  return g_steal_pointer (&self);
}

/**
 * accord_document_ref:
 * @self: a document
 *
 * Returns: (transfer full): @self
 */
AccordDocument *
accord_document_ref (AccordDocument *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * accord_document_unref:
 * @self: (transfer full): a document
 */
void
accord_document_unref (AccordDocument *self)
{
  g_atomic_rc_box_release_full (self, document_clear);
}

/**
 * accord_document_get_text:
 * @self: a document
 *
 * Returns: (transfer none): its whole text
 */
AccordText *
accord_document_get_text (AccordDocument *self)
{
  return self->text;
}

/**
 * accord_document_get_data:
 * @self: a document
 *
 * Returns: (transfer none): the bytes of its whole text
 */
const char *
accord_document_get_data (AccordDocument *self)
{
  return accord_text_get_data (self->text);
}

/**
 * accord_document_get_blocks:
 * @self: a document
 * @n_blocks: (out): their number
 *
 * Returns: (transfer none) (array length=n_blocks): all blocks, kept and left out, in source order
 */
const AccordBlock *
accord_document_get_blocks (AccordDocument *self, guint *n_blocks)
{
  *n_blocks = self->n_blocks;
  return self->blocks;
}

/**
 * accord_document_get_paragraphs:
 * @self: a document
 * @n_paragraphs: (out): their number
 *
 * Returns: (transfer none) (array length=n_paragraphs): the paragraphs in order
 */
const AccordParagraph *
accord_document_get_paragraphs (AccordDocument *self, guint *n_paragraphs)
{
  *n_paragraphs = self->paragraphs->len;
  return (const AccordParagraph *) (gpointer) self->paragraphs->data;
}

/**
 * accord_document_get_passages:
 * @self: a document
 * @n_passages: (out): their number
 *
 * Returns: (transfer none) (array length=n_passages): the passages in order
 */
const AccordPassage *
accord_document_get_passages (AccordDocument *self, guint *n_passages)
{
  *n_passages = self->passages->len;
  return (const AccordPassage *) (gpointer) self->passages->data;
}

/**
 * accord_document_get_passage_language:
 * @self: a document
 * @passage: index of a passage
 *
 * Returns: (transfer none): the interned language of its paragraph
 */
const char *
accord_document_get_passage_language (AccordDocument *self, guint passage)
{
  g_return_val_if_fail (passage < self->passages->len, self->language);

  return g_array_index (self->paragraphs, AccordParagraph,
                        g_array_index (self->passages, AccordPassage, passage).paragraph)
    .language;
}

/**
 * accord_document_find_passage:
 * @self: a document
 * @byte: a place in the text
 *
 * Cost: logarithmic.
 *
 * Returns: the index of the passage in which @byte lies, or else of the first one behind it;
 *   the number of passages where there is none
 */
guint
accord_document_find_passage (AccordDocument *self, guint32 byte)
{
  guint low = 0, high = self->passages->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->passages, AccordPassage, middle).span.end <= byte)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * accord_document_get_field:
 * @self: a document
 * @field: what to tell
 *
 * Returns: (transfer none) (nullable): its value, or NULL where it was not found
 */
const char *
accord_document_get_field (AccordDocument *self, AccordField field)
{
  g_return_val_if_fail (field < ACCORD_N_FIELDS, NULL);

  return self->fields[field];
}

/**
 * accord_document_get_fields:
 * @self: a document
 *
 * Returns: (transfer none) (array fixed-size=11): all ACCORD_N_FIELDS values, each nullable
 */
const char *const *
accord_document_get_fields (AccordDocument *self)
{
  return self->fields;
}

/**
 * accord_document_get_language:
 * @self: a document
 *
 * Returns: (transfer none): its interned main language
 */
const char *
accord_document_get_language (AccordDocument *self)
{
  return self->language;
}

/**
 * accord_document_get_unit:
 * @self: a document
 *
 * Returns: what a passage of it is
 */
AccordUnit
accord_document_get_unit (AccordDocument *self)
{
  return self->unit;
}

/**
 * accord_field_name:
 * @field: a field
 *
 * Returns: (transfer none): its name in files
 */
const char *
accord_field_name (AccordField field)
{
  g_return_val_if_fail (field < ACCORD_N_FIELDS, NULL);

  return FIELDS[field];
}

/**
 * accord_field_from_name:
 * @name: (nullable): a name as files have it
 * @field: (out): the field
 *
 * Returns: whether @name is one; @field is set only then
 */
gboolean
accord_field_from_name (const char *name, AccordField *field)
{
  for (guint i = 0; name != NULL && i < ACCORD_N_FIELDS; i++)
    if (g_str_equal (FIELDS[i], name))
      {
        *field = i;
        return TRUE;
      }
  return FALSE;
}
