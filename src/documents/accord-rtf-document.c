/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the words and texts of RTF mean for the document. */
#include "documents/accord-rtf-reader-private.h"

#include <string.h>

/**
 * accord_rtf_state:
 * @self: a reader
 *
 * Returns: (transfer none): the state of the innermost group
 */
AccordRtfState *
accord_rtf_state (AccordRtfReader *self)
{
  return &g_array_index (self->states, AccordRtfState, self->states->len - 1);
}

static void
emit_to_document (AccordRtfReader *self, const char *text, gsize length)
{
  const AccordRtfState *state = accord_rtf_state (self);

  if (state->deleted)
    return;
  if (state->contents)
    self->contents = TRUE;
  if (state->hidden)
    accord_flow_append_hidden (self->flow, text, length);
  else if (length == 1 && *text == ACCORD_FLOW_BREAK)
    accord_flow_append_char (self->flow, ACCORD_FLOW_BREAK);
  else
    accord_flow_append (self->flow, text, length);
}

/**
 * accord_rtf_emit:
 * @self: a reader
 * @text: valid UTF-8 without U+0000
 * @length: bytes of it
 *
 * Brings text where the group wants it.
 */
void
accord_rtf_emit (AccordRtfReader *self, const char *text, gsize length)
{
  AccordRtfWord destination = accord_rtf_state (self)->destination;
  GString *to = NULL;

  switch (destination)
    {
    case ACCORD_RTF_OTHER:
      emit_to_document (self, text, length);
      return;
    case ACCORD_RTF_STYLE_SHEET:
    case ACCORD_RTF_LEVEL_TEXT:
      accord_rtf_tables_text (&self->tables, destination, text, length);
      return;
    case ACCORD_RTF_TITLE:
    case ACCORD_RTF_AUTHOR:
      to = self->value;
      break;
    case ACCORD_RTF_LIST_TEXT:
      to = self->marker;
      break;
    case ACCORD_RTF_INSTRUCTION:
      to = self->instruction;
      break;
    default:
      return;
    }
  if (to->len + length < 1024)
    g_string_append_len (to, text, (gssize) length);
}

/**
 * accord_rtf_emit_char:
 * @self: a reader
 * @c: a character
 */
void
accord_rtf_emit_char (AccordRtfReader *self, gunichar c)
{
  char utf8[8];

  if (c != 0 && g_unichar_validate (c))
    accord_rtf_emit (self, utf8, (gsize) g_unichar_to_utf8 (c, utf8));
}

/* Of signs only the bullet means something. */
static void
flush_symbols (AccordRtfReader *self)
{
  for (gsize i = 0; i < self->bytes->len; i++)
    if ((guchar) self->bytes->str[i] == 0xB7)
      accord_rtf_emit (self, ACCORD_BULLET, strlen (ACCORD_BULLET));
    else if (self->bytes->str[i] == ' ')
      accord_rtf_emit_char (self, ' ');
}

/**
 * accord_rtf_flush:
 * @self: a reader
 *
 * Decodes the bytes that have come.
 */
void
accord_rtf_flush (AccordRtfReader *self)
{
  gboolean ascii = TRUE;

  if (self->bytes->len == 0)
    return;
  for (gsize i = 0; ascii && i < self->bytes->len; i++)
    ascii = (guchar) self->bytes->str[i] < 0x80;
  if (self->symbols)
    flush_symbols (self);
  else if (ascii)
    accord_rtf_emit (self, self->bytes->str, self->bytes->len);
  else
    {
      g_string_truncate (self->decoded, 0);
      accord_rtf_text_decode (self->text, self->code_page, self->bytes->str, self->bytes->len,
                              self->decoded);
      accord_rtf_emit (self, self->decoded->str, self->decoded->len);
    }
  g_string_truncate (self->bytes, 0);
}

static gboolean
is_of_front (AccordRole role)
{
  return role == ACCORD_ROLE_TITLE || role == ACCORD_ROLE_SUBTITLE || role == ACCORD_ROLE_BYLINE ||
         role == ACCORD_ROLE_DATE;
}

/* What the file has put in front of an item, as it is shown there. */
static const char *
get_list_text (AccordRtfReader *self)
{
  const char *text = g_strstrip (self->marker->str);
  gunichar c = g_utf8_get_char (text);

  if (*text == '\0' || strlen (text) > ACCORD_MARKER_MAX)
    return NULL;
  if (c == 0xB7 || (c >= 0xE000 && c <= 0xF8FF))
    return ACCORD_BULLET;
  if (strcmp (text, "o") == 0)
    return "◦";
  return text;
}

static void
set_item (AccordRtfReader *self, const AccordDocxStyle *style, AccordShape *shape)
{
  const AccordRtfState *state = accord_rtf_state (self);
  g_autofree char *id = g_strdup_printf ("%d", state->list);
  const char *list = state->list > 0 ? id : style->list;
  int level = state->list_level >= 0 ? state->list_level : style->list_level;
  const char *counted = NULL;

  level = MAX (level, 0);
  if (list != NULL && accord_lists_get_instance (self->tables.lists, list) != NULL)
    counted = accord_lists_count (self->tables.lists, list, (guint) level);
  else
    list = NULL;
  shape->marker = get_list_text (self);
  if (shape->marker == NULL)
    shape->marker = counted;
  if (list == NULL && shape->marker == NULL)
    return;
  shape->role = ACCORD_ROLE_ITEM;
  shape->level = (guint) level + 1;
}

static AccordShape
shape_of (AccordRtfReader *self, gboolean cell)
{
  const AccordRtfState *state = accord_rtf_state (self);
  AccordShape shape = { ACCORD_ROLE_PARAGRAPH, 0, NULL, ACCORD_FURNITURE_NONE };
  g_autofree char *id = g_strdup_printf ("%d", MAX (state->style, 0));
  AccordDocxStyle style;
  int outline = 0;

  accord_docx_resolve_style (&self->tables.styles, id, &style);
  outline = state->outline != 0 ? state->outline : style.outline;
  set_item (self, &style, &shape);
  if (self->contents || style.left_out != ACCORD_FURNITURE_NONE)
    return (AccordShape){ ACCORD_ROLE_PARAGRAPH, 0, NULL, ACCORD_FURNITURE_CONTENTS };
  if (state->kind == ACCORD_RTF_FOOTNOTE)
    return (AccordShape){ ACCORD_ROLE_NOTE, 0,
                          self->note_marker->len > 0 ? self->note_marker->str : NULL,
                          ACCORD_FURNITURE_NONE };
  if (is_of_front (style.role) && accord_flow_is_at_start (self->flow))
    shape.role = style.role;
  else if (outline > 0)
    {
      shape.role = ACCORD_ROLE_HEADING;
      shape.level = (guint) MIN (outline, 6);
    }
  else if (shape.role != ACCORD_ROLE_ITEM &&
           (style.role == ACCORD_ROLE_QUOTE || style.role == ACCORD_ROLE_NOTE))
    shape.role = style.role;
  else if (shape.role != ACCORD_ROLE_ITEM && (cell || state->in_table))
    shape.role = ACCORD_ROLE_CELL;
  return shape;
}

/**
 * accord_rtf_end_paragraph:
 * @self: a reader
 * @cell: whether a cell of a table ends, too
 */
void
accord_rtf_end_paragraph (AccordRtfReader *self, gboolean cell)
{
  AccordRtfState *state = accord_rtf_state (self);
  gboolean body = state->kind == ACCORD_RTF_OTHER;

  accord_rtf_flush (self);
  if (state->destination != ACCORD_RTF_OTHER || state->deleted)
    return;
  if (!accord_flow_is_blank (self->flow))
    {
      AccordShape shape = shape_of (self, cell);

      accord_flow_end_paragraph (self->flow, &shape);
      g_string_truncate (self->note_marker, 0);
    }
  g_string_truncate (self->marker, 0);
  self->contents = FALSE;
  if (cell && body)
    accord_flow_end_cell (self->flow,
                          MIN (self->first_of_cell, accord_flow_begin_cell (self->flow)));
  if (body && (cell || !state->in_table))
    self->first_of_cell = accord_flow_begin_cell (self->flow);
}

static void
reset_paragraph (AccordRtfState *state)
{
  state->style = -1;
  state->list = 0;
  state->list_level = -1;
  state->outline = 0;
  state->in_table = FALSE;
}

/* Notes and boxes follow the paragraph, which they must not end. */
static void
open_kind (AccordRtfReader *self, AccordRtfWord word, gboolean at_end)
{
  AccordRtfState *state = accord_rtf_state (self);

  state->kind = word;
  state->opened = word;
  state->hidden = FALSE;
  reset_paragraph (state);
  if (word == ACCORD_RTF_HEADER || word == ACCORD_RTF_FOOTER)
    accord_flow_open_edge (self->flow);
  else
    accord_flow_open_aside (self->flow, at_end);
  if (word != ACCORD_RTF_FOOTNOTE)
    return;
  g_string_truncate (self->note_marker, 0);
  accord_numeral_append (self->note_marker,
                         at_end ? ACCORD_NUMERAL_LOWER_ROMAN : ACCORD_NUMERAL_DECIMAL,
                         at_end ? ++self->n_endnotes : ++self->n_footnotes);
}

/* The Unicode twin of a text that is passed over goes where that would have gone. */
static void
open_twin (AccordRtfReader *self)
{
  AccordRtfState *state = accord_rtf_state (self);

  for (guint i = self->states->len; i > 0; i--)
    {
      const AccordRtfState *outer = &g_array_index (self->states, AccordRtfState, i - 1);

      if (outer->twin)
        continue;
      state->destination = outer->destination;
      state->twin = FALSE;
      return;
    }
}

/**
 * accord_rtf_open_destination:
 * @self: a reader, at the first word of a group
 * @word: the word
 * @at_end: of a note, whether it stands at the end of the text
 *
 * Returns: whether the word is that of a destination
 */
gboolean
accord_rtf_open_destination (AccordRtfReader *self, AccordRtfWord word, gboolean at_end)
{
  AccordRtfState *state = accord_rtf_state (self);

  if (word == ACCORD_RTF_OTHER || word > ACCORD_RTF_LAST_DESTINATION)
    return FALSE;
  if (word == ACCORD_RTF_UNICODE_TWIN && state->twin)
    open_twin (self);
  if (state->destination == ACCORD_RTF_SKIPPED)
    return TRUE;
  switch (word)
    {
    case ACCORD_RTF_FOOTNOTE:
    case ACCORD_RTF_BOX:
    case ACCORD_RTF_HEADER:
    case ACCORD_RTF_FOOTER:
      if (state->destination == ACCORD_RTF_OTHER && self->states->len < ACCORD_RTF_DEPTH_MAX / 2 &&
          state->kind == ACCORD_RTF_OTHER)
        open_kind (self, word, at_end);
      else if (word != ACCORD_RTF_BOX)
        state->destination = ACCORD_RTF_SKIPPED;
      break;
    case ACCORD_RTF_FIELD:
    case ACCORD_RTF_RESULT:
    case ACCORD_RTF_TRANSPARENT:
    case ACCORD_RTF_UNICODE_TWIN:
      break;
    default:
      state->destination = word;
      g_string_truncate (self->value, 0);
      if (word == ACCORD_RTF_LIST_TEXT)
        g_string_truncate (self->marker, 0);
      if (word == ACCORD_RTF_INSTRUCTION)
        g_string_truncate (self->instruction, 0);
      if (word == ACCORD_RTF_SKIPPED)
        state->twin = self->fresh && !self->star;
    }
  return TRUE;
}

static void
close_kind (AccordRtfReader *self, AccordRtfWord kind)
{
  accord_rtf_end_paragraph (self, FALSE);
  if (kind == ACCORD_RTF_HEADER || kind == ACCORD_RTF_FOOTER)
    accord_flow_close_edge (self->flow,
                            kind == ACCORD_RTF_HEADER ? ACCORD_ROLE_HEADER : ACCORD_ROLE_FOOTER);
  else
    accord_flow_close_aside (self->flow);
}

static void
close_property (AccordRtfReader *self, AccordRtfWord destination)
{
  g_autofree char *date = NULL;

  if (destination == ACCORD_RTF_TITLE)
    accord_flow_set_property (self->flow, ACCORD_FIELD_TITLE, self->value->str);
  else if (destination == ACCORD_RTF_AUTHOR)
    accord_flow_set_property (self->flow, ACCORD_FIELD_AUTHOR, self->value->str);
  else if (destination == ACCORD_RTF_CREATED && self->date[0] > 0)
    {
      date = g_strdup_printf ("%04d-%02d-%02d", CLAMP (self->date[0], 0, 9999),
                              CLAMP (self->date[1], 0, 99), CLAMP (self->date[2], 0, 99));
      accord_flow_set_property (self->flow, ACCORD_FIELD_DATE, date);
    }
}

/* A font of the table has all its words. */
static void
settle_font (AccordRtfReader *self, int font)
{
  if (self->in_font)
    accord_rtf_text_set_font (self->text, font, self->charset, self->font_code_page);
  self->in_font = FALSE;
}

/**
 * accord_rtf_close_group:
 * @self: a reader, at the end of a group
 */
void
accord_rtf_close_group (AccordRtfReader *self)
{
  AccordRtfState closed = *accord_rtf_state (self);
  const AccordRtfState *outer = NULL;

  accord_rtf_flush (self);
  if (closed.opened != ACCORD_RTF_OTHER)
    close_kind (self, closed.opened);
  if (self->states->len < 2)
    {
      self->ended = TRUE;
      return;
    }
  g_array_set_size (self->states, self->states->len - 1);
  outer = accord_rtf_state (self);
  accord_rtf_tables_end (&self->tables, closed.destination);
  if (closed.destination == ACCORD_RTF_FONT_TABLE)
    settle_font (self, closed.font);
  if (outer->destination != closed.destination)
    {
      close_property (self, closed.destination);
      if (closed.destination == ACCORD_RTF_INSTRUCTION &&
          g_str_has_prefix (g_strchug (self->instruction->str), "TOC"))
        accord_rtf_state (self)->contents = TRUE;
    }
}

static void
character_word (AccordRtfReader *self, AccordRtfWord word, int n, gboolean on)
{
  AccordRtfState *state = accord_rtf_state (self);

  if (word == ACCORD_RTF_PLAIN)
    {
      state->hidden = FALSE;
      state->deleted = FALSE;
    }
  else if (word == ACCORD_RTF_HIDDEN)
    state->hidden = on;
  else if (word == ACCORD_RTF_DELETED)
    state->deleted = on;
  else if (word == ACCORD_RTF_FONT)
    {
      settle_font (self, state->font);
      self->in_font = state->destination == ACCORD_RTF_FONT_TABLE;
      state->font = n;
      self->charset = -1;
      self->font_code_page = 0;
    }
  else if (word == ACCORD_RTF_CHARSET)
    self->charset = n;
  else if (word == ACCORD_RTF_FONT_CODE_PAGE)
    self->font_code_page = n;
  else if (word == ACCORD_RTF_UNICODE_SKIP)
    state->skip_after = CLAMP (n, 0, 100);
}

static void
paragraph_word (AccordRtfReader *self, AccordRtfWord word, int n, gboolean on)
{
  AccordRtfState *state = accord_rtf_state (self);

  if (word == ACCORD_RTF_PARAGRAPH_DEFAULT)
    reset_paragraph (state);
  else if (word == ACCORD_RTF_STYLE)
    state->style = n;
  else if (word == ACCORD_RTF_OUTLINE)
    state->outline = n >= 0 && n < 9 ? n + 1 : -1;
  else if (word == ACCORD_RTF_LIST)
    state->list = n;
  else if (word == ACCORD_RTF_LIST_LEVEL)
    state->list_level = CLAMP (n, 0, 8);
  else if (word == ACCORD_RTF_IN_TABLE)
    state->in_table = on;
  else if (word == ACCORD_RTF_NESTING)
    state->in_table = n > 0;
  else if (word == ACCORD_RTF_PARAGRAPH)
    accord_rtf_end_paragraph (self, FALSE);
  else if (word == ACCORD_RTF_CELL)
    accord_rtf_end_paragraph (self, TRUE);
  else if (word == ACCORD_RTF_LINE)
    accord_rtf_emit_char (self, ACCORD_FLOW_BREAK);
}

/**
 * accord_rtf_document_word:
 * @self: a reader; the text before the word has been decoded
 * @word: one that names no destination
 * @n: its number
 * @has_n: whether it has one
 */
void
accord_rtf_document_word (AccordRtfReader *self, AccordRtfWord word, int n, gboolean has_n)
{
  AccordRtfWord destination = accord_rtf_state (self)->destination;
  gboolean on = !has_n || n != 0;

  if (destination == ACCORD_RTF_STYLE_SHEET || destination == ACCORD_RTF_LIST_TABLE ||
      destination == ACCORD_RTF_OVERRIDE_TABLE)
    accord_rtf_tables_word (&self->tables, destination, word, n);
  else if (word == ACCORD_RTF_YEAR || word == ACCORD_RTF_MONTH || word == ACCORD_RTF_DAY)
    self->date[word - ACCORD_RTF_YEAR] = n;
  else if (word == ACCORD_RTF_CODE_PAGE && n > 0)
    accord_rtf_text_set_default (self->text, n);
  else if (word == ACCORD_RTF_MAC)
    accord_rtf_text_set_default (self->text, 10000);
  else if (word == ACCORD_RTF_PC || word == ACCORD_RTF_PCA)
    accord_rtf_text_set_default (self->text, word == ACCORD_RTF_PC ? 437 : 850);
  else if (word == ACCORD_RTF_DEFAULT_FONT)
    accord_rtf_state (self)->font = n;
  else
    {
      character_word (self, word, n, on);
      if (destination == ACCORD_RTF_OTHER)
        paragraph_word (self, word, n, on);
    }
}
