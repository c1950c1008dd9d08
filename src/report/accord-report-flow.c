/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Builds a flow. Foreign text is made harmless here, once for all formats: controls become
 * U+FFFD, and a label loses its line ends and direction controls, is isolated where it runs
 * the other way, and is cut where it is longer than any label needs to be. */
#include "report/accord-report-flow.h"

#include <string.h>
#include <unicode/uchar.h>

#include "engine/accord-language.h"
#include "report/accord-report-private.h"

#define LABEL_LETTERS 240
#define FIRST_STRONG_ISOLATE "\xE2\x81\xA8"
#define POP_ISOLATE "\xE2\x81\xA9"

static const AccordFlowRun PEN = { .highlight = ACCORD_FLOW_NONE,
                                   .glyph = ACCORD_FLOW_NONE,
                                   .comment = ACCORD_NONE };

static void
table_free (AccordFlowTable *table)
{
  g_array_unref (table->widths);
  g_ptr_array_unref (table->rows);
  g_free (table);
}

/**
 * accord_flow_new:
 * @title: of the report
 * @language: of its own sentences; kept by reference
 *
 * Returns: (transfer full): an empty flow
 */
AccordFlow *
accord_flow_new (const char *title, const char *language)
{
  AccordFlow *self = g_new0 (AccordFlow, 1);

  self->text = g_string_new (NULL);
  self->blocks = g_array_new (FALSE, TRUE, sizeof (AccordFlowBlock));
  self->runs = g_array_new (FALSE, TRUE, sizeof (AccordFlowRun));
  self->comments = g_ptr_array_new_with_free_func (g_free);
  self->names = g_string_chunk_new (4096);
  self->title = g_strdup (title);
  self->language = language;
  self->pen = PEN;
  return self;
}

/**
 * accord_flow_free:
 * @self: (transfer full): a flow
 */
void
accord_flow_free (AccordFlow *self)
{
  for (guint i = 0; i < self->blocks->len; i++)
    g_clear_pointer (&g_array_index (self->blocks, AccordFlowBlock, i).table, table_free);
  g_string_free (self->text, TRUE);
  g_array_unref (self->blocks);
  g_array_unref (self->runs);
  g_ptr_array_unref (self->comments);
  g_string_chunk_free (self->names);
  g_free (self->title);
  g_free (self);
}

static AccordFlowBlock *
add_block (AccordFlow *self, AccordFlowStyle style, const char *language)
{
  AccordFlowBlock block = { .style = style, .language = language, .first_run = self->runs->len };

  g_array_append_val (self->blocks, block);
  self->current = &g_array_index (self->blocks, AccordFlowBlock, self->blocks->len - 1);
  self->pen = PEN;
  self->pen.language = language;
  return self->current;
}

/**
 * accord_flow_begin:
 * @self: a flow outside of a table
 * @style: of the paragraph
 * @language: (nullable): interned
 *
 * Begins a paragraph with a plain pen.
 */
void
accord_flow_begin (AccordFlow *self, AccordFlowStyle style, const char *language)
{
  add_block (self, style, language);
}

/**
 * accord_flow_heading:
 * @self: a flow outside of a table
 * @level: from 1
 * @anchor: (nullable): where it is led to
 *
 * Begins a heading.
 */
void
accord_flow_heading (AccordFlow *self, guint level, const char *anchor)
{
  add_block (self, ACCORD_FLOW_HEADING, NULL)->level = level;
  if (anchor != NULL)
    accord_flow_anchor (self, anchor);
}

/**
 * accord_flow_gutter:
 * @self: a flow in a paragraph
 * @text: short
 *
 * Sets what stands in the margin beside the paragraph.
 */
void
accord_flow_gutter (AccordFlow *self, const char *text)
{
  self->current->gutter = g_string_chunk_insert (self->names, text);
}

/**
 * accord_flow_anchor:
 * @self: a flow in a paragraph
 * @anchor: letters, digits and hyphens, once in a flow
 *
 * The next run can be led to.
 */
void
accord_flow_anchor (AccordFlow *self, const char *anchor)
{
  self->pen.anchor = g_string_chunk_insert_const (self->names, anchor);
}

/**
 * accord_flow_link:
 * @self: a flow in a paragraph
 * @anchor: (nullable): of some run before or after; NULL ends the link
 */
void
accord_flow_link (AccordFlow *self, const char *anchor)
{
  self->pen.link = anchor != NULL ? g_string_chunk_insert_const (self->names, anchor) : NULL;
}

/**
 * accord_flow_add_comment:
 * @self: a flow
 * @text: lines
 *
 * Returns: its index, for the pen
 */
guint
accord_flow_add_comment (AccordFlow *self, const char *text)
{
  g_ptr_array_add (self->comments, g_strdup (text));
  return self->comments->len - 1;
}

/* Whether a run of the pen would be like the one before it. */
static gboolean
continues (const AccordFlow *self, const AccordFlowRun *run)
{
  const AccordFlowRun *last = NULL;

  if (self->current->n_runs == 0 || run->anchor != NULL || run->glyph != ACCORD_FLOW_NONE)
    return FALSE;
  last = &g_array_index (self->runs, AccordFlowRun, self->runs->len - 1);
  return last->end > last->start && last->glyph == ACCORD_FLOW_NONE && last->flags == run->flags &&
         last->highlight == run->highlight && last->link == run->link &&
         last->comment == run->comment && last->language == run->language;
}

/* What was appended since @start becomes a run of the pen. */
static void
end_run (AccordFlow *self, gsize start)
{
  AccordFlowRun run = self->pen;

  run.start = start;
  run.end = self->text->len;
  if (run.end == run.start && run.anchor == NULL)
    return;
  if (continues (self, &run))
    {
      g_array_index (self->runs, AccordFlowRun, self->runs->len - 1).end = run.end;
      return;
    }
  g_array_append_val (self->runs, run);
  self->current->n_runs++;
  self->pen.anchor = NULL;
}

/**
 * accord_flow_text:
 * @self: a flow in a paragraph
 * @text: valid UTF-8
 * @length: in bytes, or -1
 *
 * Writes text with its line ends.
 */
void
accord_flow_text (AccordFlow *self, const char *text, gssize length)
{
  const char *end = text + (length < 0 ? strlen (text) : (gsize) length);
  gsize start = self->text->len;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    g_string_append_unichar (self->text, accord_report_clean_char (g_utf8_get_char (p)));
  end_run (self, start);
}

static gboolean
is_rtl_char (gunichar c)
{
  UCharDirection direction = u_charDirection ((UChar32) c);

  return direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC;
}

/**
 * accord_flow_label:
 * @self: a flow in a paragraph
 * @text: text of any origin, as a title or the name of a file
 * @length: in bytes, or -1
 *
 * Writes it on one line, isolated, at most 240 letters of it.
 */
void
accord_flow_label (AccordFlow *self, const char *text, gssize length)
{
  g_autofree char *valid = g_utf8_make_valid (text, length);
  gsize start = self->text->len;
  gboolean rtl = FALSE;
  guint n = 0;

  for (const char *p = valid; *p != '\0' && n <= LABEL_LETTERS; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (accord_report_is_direction_control (c))
        continue;
      rtl = rtl || is_rtl_char (c);
      c = n++ == LABEL_LETTERS ? 0x2026 : c == '\n' || c == '\t' ? ' ' : c;
      g_string_append_unichar (self->text, accord_report_clean_char (c));
    }
  if (rtl)
    {
      g_string_insert (self->text, (gssize) start, FIRST_STRONG_ISOLATE);
      g_string_append (self->text, POP_ISOLATE);
    }
  end_run (self, start);
}

/**
 * accord_flow_printf:
 * @self: a flow in a paragraph
 * @format: of words of our own
 *
 * Writes text.
 */
void
accord_flow_printf (AccordFlow *self, const char *format, ...)
{
  gsize start = self->text->len;
  va_list arguments;

  va_start (arguments, format);
  g_string_append_vprintf (self->text, format, arguments);
  va_end (arguments);
  end_run (self, start);
}

/**
 * accord_flow_styled:
 * @self: a flow in a paragraph
 * @flags: #AccordFlowFlags, besides those of the pen
 * @text: words of our own
 *
 * Writes text in another style.
 */
void
accord_flow_styled (AccordFlow *self, guint flags, const char *text)
{
  guint old = self->pen.flags;

  self->pen.flags |= flags;
  accord_flow_text (self, text, -1);
  self->pen.flags = old;
}

/**
 * accord_flow_glyph_char:
 * @stance: a stance
 *
 * Squares bind, circles are voluntary, more ink is more force, a bar forbids, a cross opposes.
 *
 * Returns: the letter nearest to its glyph
 */
gunichar
accord_flow_glyph_char (AccordStance stance)
{
  static const gunichar GLYPHS[ACCORD_N_STANCES] = { 0x25A0, 0x229F, 0x25CF, 0x25D0,
                                                     0x25CB, 0x2022, 0x2715 };

  return GLYPHS[stance];
}

/**
 * accord_flow_glyph:
 * @self: a flow in a paragraph
 * @stance: a stance
 * @with_word: whether its word follows
 *
 * Writes the sign of a stance.
 */
void
accord_flow_glyph (AccordFlow *self, AccordStance stance, gboolean with_word)
{
  gsize start = self->text->len;

  g_string_append_unichar (self->text, accord_flow_glyph_char (stance));
  self->pen.glyph = (gint) stance;
  end_run (self, start);
  self->pen.glyph = ACCORD_FLOW_NONE;
  if (with_word)
    accord_flow_printf (self, "\xC2\xA0%s", accord_facts_stance_word (stance));
}

static void
free_row (gpointer row)
{
  g_array_unref (row);
}

/**
 * accord_flow_begin_table:
 * @self: a flow
 * @widths: (array length=n_columns): relative
 * @n_columns: at least 1
 */
void
accord_flow_begin_table (AccordFlow *self, const guint *widths, guint n_columns)
{
  AccordFlowTable *table = g_new0 (AccordFlowTable, 1);

  table->widths = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_vals (table->widths, widths, n_columns);
  table->rows = g_ptr_array_new_with_free_func (free_row);
  add_block (self, ACCORD_FLOW_BODY, NULL)->table = table;
  self->table = table;
}

/**
 * accord_flow_row:
 * @self: a flow in a table
 * @header: whether it is repeated on each page; then no other row came before it
 */
void
accord_flow_row (AccordFlow *self, gboolean header)
{
  g_ptr_array_add (self->table->rows, g_array_new (FALSE, TRUE, sizeof (AccordFlowCell)));
  self->table->n_header += header;
}

/**
 * accord_flow_cell:
 * @self: a flow in a row
 * @flags: #AccordFlowCellFlags
 * @span: columns that it fills
 * @tint: an #AccordCoverageClass, or ACCORD_FLOW_NONE
 *
 * Begins a cell, which holds one paragraph.
 */
void
accord_flow_cell (AccordFlow *self, guint flags, guint span, gint tint)
{
  GArray *row = g_ptr_array_index (self->table->rows, self->table->rows->len - 1);
  AccordFlowCell cell = { .flags = flags, .span = span, .tint = tint };

  cell.block.style = ACCORD_FLOW_BODY;
  cell.block.first_run = self->runs->len;
  g_array_append_val (row, cell);
  self->current = &g_array_index (row, AccordFlowCell, row->len - 1).block;
  self->pen = PEN;
  self->pen.flags = (flags & ACCORD_CELL_HEADER) != 0 ? ACCORD_FLOW_BOLD : 0;
}

/**
 * accord_flow_end_table:
 * @self: a flow in a table
 */
void
accord_flow_end_table (AccordFlow *self)
{
  self->table = NULL;
  self->current = NULL;
  self->pen = PEN;
}

/**
 * accord_flow_get_runs:
 * @self: a flow
 * @block: a paragraph of it
 *
 * Returns: (transfer none) (array): its runs
 */
const AccordFlowRun *
accord_flow_get_runs (const AccordFlow *self, const AccordFlowBlock *block)
{
  return &g_array_index (self->runs, AccordFlowRun, block->first_run);
}

/**
 * accord_flow_get_text:
 * @self: a flow
 * @block: a paragraph of it
 * @length: (out): in bytes
 *
 * Returns: (transfer none): its text, not zero-terminated; it begins where its first run begins
 */
const char *
accord_flow_get_text (const AccordFlow *self, const AccordFlowBlock *block, gsize *length)
{
  const AccordFlowRun *runs = accord_flow_get_runs (self, block);

  *length = block->n_runs > 0 ? runs[block->n_runs - 1].end - runs[0].start : 0;
  return self->text->str + (block->n_runs > 0 ? runs[0].start : 0);
}

/**
 * accord_flow_dup_plain:
 * @self: a flow
 * @block: a paragraph of it
 *
 * Returns: (transfer full): its text alone
 */
char *
accord_flow_dup_plain (const AccordFlow *self, const AccordFlowBlock *block)
{
  gsize length = 0;
  const char *text = accord_flow_get_text (self, block, &length);

  return g_strndup (text, length);
}

/**
 * accord_flow_language:
 * @self: a flow
 * @language: (nullable): of a block or run
 *
 * Returns: (transfer none): the BCP 47 tag that holds
 */
const char *
accord_flow_language (const AccordFlow *self, const char *language)
{
  return language != NULL ? language : self->language;
}

/**
 * accord_flow_is_rtl:
 * @self: a flow
 * @block: a paragraph of it
 *
 * Returns: whether its lines run from right to left
 */
gboolean
accord_flow_is_rtl (const AccordFlow *self, const AccordFlowBlock *block)
{
  return accord_language_is_rtl (accord_flow_language (self, block->language));
}

/**
 * accord_flow_dup_title:
 * @self: a flow
 *
 * Returns: (transfer full): its title as a label, for the file's own properties
 */
char *
accord_flow_dup_title (const AccordFlow *self)
{
  GString *title = g_string_new (NULL);
  guint n = 0;

  for (const char *p = self->title; *p != '\0' && n++ < LABEL_LETTERS; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!accord_report_is_direction_control (c))
        g_string_append_unichar (title,
                                 c == '\n' || c == '\t' ? ' ' : accord_report_clean_char (c));
    }
  return g_string_free (title, FALSE);
}

/**
 * accord_flow_anchors:
 * @self: a flow
 *
 * Returns: (transfer full): the set of its anchors; a link to any other leads nowhere
 */
GHashTable *
accord_flow_anchors (const AccordFlow *self)
{
  GHashTable *anchors = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->runs->len; i++)
    {
      const AccordFlowRun *run = &g_array_index (self->runs, AccordFlowRun, i);

      if (run->anchor != NULL)
        g_hash_table_add (anchors, (gpointer) run->anchor);
    }
  return anchors;
}
