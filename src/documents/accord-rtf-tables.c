/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables at the beginning of an RTF file: its styles, by the same names as in other
 * formats of Word, and its lists. */
#include "documents/accord-rtf-private.h"

#include <string.h>

/**
 * accord_rtf_tables_init:
 * @self: not yet initialised
 */
void
accord_rtf_tables_init (AccordRtfTables *self)
{
  accord_docx_styles_init (&self->styles);
  self->lists = accord_lists_new ();
  self->name = g_string_new (NULL);
  self->pattern = g_string_new (NULL);
  self->level = -1;
}

/**
 * accord_rtf_tables_clear:
 * @self: tables
 */
void
accord_rtf_tables_clear (AccordRtfTables *self)
{
  accord_docx_styles_clear (&self->styles);
  accord_lists_free (self->lists);
  g_string_free (self->name, TRUE);
  g_string_free (self->pattern, TRUE);
}

/* A style that names no number is that of all paragraphs. */
static AccordDocxStyle *
begin_style (AccordRtfTables *self, int number)
{
  g_autofree char *id = g_strdup_printf ("%d", number);
  AccordDocxStyle *style = g_hash_table_lookup (self->styles.styles, id);

  g_string_truncate (self->name, 0);
  if (style != NULL)
    return style;
  style = g_new0 (AccordDocxStyle, 1);
  style->role = ACCORD_ROLE_PARAGRAPH;
  style->list_level = -1;
  style->hidden = -1;
  g_hash_table_insert (self->styles.styles, g_steal_pointer (&id), style);
  return style;
}

static void
style_word (AccordRtfTables *self, AccordRtfWord word, int n)
{
  if (word == ACCORD_RTF_STYLE)
    self->style = begin_style (self, n);
  else if (word == ACCORD_RTF_CHARACTER_STYLE)
    self->style = NULL;
  if (self->style == NULL)
    return;
  if (word == ACCORD_RTF_BASED_ON && self->style->based_on == NULL)
    self->style->based_on = g_strdup_printf ("%d", n);
  else if (word == ACCORD_RTF_OUTLINE)
    self->style->outline = n >= 0 && n < 9 ? n + 1 : -1;
  else if (word == ACCORD_RTF_LIST && self->style->list == NULL)
    self->style->list = g_strdup_printf ("%d", n);
  else if (word == ACCORD_RTF_LIST_LEVEL)
    self->style->list_level = CLAMP (n, 0, 8);
}

/* The list gets its name last; until then it has one of its own. */
static void
list_word (AccordRtfTables *self, AccordRtfWord word, int n)
{
  g_autofree char *name = g_strdup_printf ("#%u", self->n_lists);

  if (word == ACCORD_RTF_LIST_ENTRY)
    {
      self->n_lists++;
      g_free (name);
      name = g_strdup_printf ("#%u", self->n_lists);
      self->list = accord_lists_add (self->lists, name);
      self->level = -1;
    }
  if (self->list == NULL)
    return;
  if (word == ACCORD_RTF_LEVEL)
    self->level = MIN (self->level + 1, (int) ACCORD_LIST_LEVELS - 1);
  else if (word == ACCORD_RTF_LIST_ID)
    {
      g_autofree char *id = g_strdup_printf ("list %d", n);

      accord_lists_add_instance (self->lists, id, self->list);
    }
  else if (word == ACCORD_RTF_NUMERAL && self->level >= 0)
    accord_list_level (self->list, (guint) self->level)->numeral = accord_numeral_from_rtf (n);
  else if (word == ACCORD_RTF_START && self->level >= 0)
    accord_list_level (self->list, (guint) self->level)->start = (guint) CLAMP (n, 0, 1000000);
}

static void
override_word (AccordRtfTables *self, AccordRtfWord word, int n)
{
  g_autofree char *id = g_strdup_printf ("%d", n);
  g_autofree char *name = g_strdup_printf ("list %d", self->override_list);
  AccordList *list = NULL;

  if (word == ACCORD_RTF_LIST_ID)
    self->override_list = n;
  else if (word == ACCORD_RTF_LIST)
    {
      list = accord_lists_get_instance (self->lists, name);
      if (list != NULL)
        accord_lists_add_instance (self->lists, id, list);
    }
}

/**
 * accord_rtf_tables_word:
 * @self: tables
 * @destination: the table that is read
 * @word: a control word in it
 * @n: its number
 */
void
accord_rtf_tables_word (AccordRtfTables *self, AccordRtfWord destination, AccordRtfWord word, int n)
{
  if (destination == ACCORD_RTF_STYLE_SHEET)
    style_word (self, word, n);
  else if (destination == ACCORD_RTF_LIST_TABLE)
    list_word (self, word, n);
  else if (destination == ACCORD_RTF_OVERRIDE_TABLE)
    override_word (self, word, n);
}

/**
 * accord_rtf_tables_text:
 * @self: tables
 * @destination: the table that is read, or LEVEL_TEXT
 * @text: of the name of a style, or what stands in front of an item
 * @length: bytes of it
 */
void
accord_rtf_tables_text (AccordRtfTables *self,
                        AccordRtfWord destination,
                        const char *text,
                        gsize length)
{
  GString *to = destination == ACCORD_RTF_STYLE_SHEET  ? self->name
                : destination == ACCORD_RTF_LEVEL_TEXT ? self->pattern
                                                       : NULL;

  if (to != NULL && to->len + length < 256)
    g_string_append_len (to, text, (gssize) length);
}

static void
end_style (AccordRtfTables *self)
{
  char *semicolon = strchr (self->name->str, ';');

  if (semicolon != NULL)
    g_string_truncate (self->name, semicolon - self->name->str);
  if (self->style != NULL && self->name->len > 0)
    accord_docx_style_read_name (self->style, g_strstrip (self->name->str));
  self->style = NULL;
  g_string_truncate (self->name, 0);
}

/* Its first sign is the length, those below 9 stand for the numbers of levels; they come as
 * U+0001 and so on, one more than they are, since U+0000 is no text. */
static void
end_level_text (AccordRtfTables *self)
{
  g_autoptr (GString) pattern = g_string_new (NULL);
  const char *p = self->pattern->str;

  if (*p != '\0')
    p = g_utf8_next_char (p);
  for (; *p != '\0' && *p != ';'; p = g_utf8_next_char (p))
    if ((guchar) *p >= 1 && (guchar) *p <= ACCORD_LIST_LEVELS)
      g_string_append_printf (pattern, "%%%d", *p);
    else
      g_string_append_len (pattern, p, g_utf8_next_char (p) - p);
  if (self->list != NULL && self->level >= 0)
    accord_list_set_pattern (self->list, (guint) self->level, pattern->str);
  g_string_truncate (self->pattern, 0);
}

/**
 * accord_rtf_tables_end:
 * @self: tables
 * @destination: the table, a group in which has ended, or LEVEL_TEXT
 */
void
accord_rtf_tables_end (AccordRtfTables *self, AccordRtfWord destination)
{
  if (destination == ACCORD_RTF_STYLE_SHEET)
    end_style (self);
  else if (destination == ACCORD_RTF_LEVEL_TEXT)
    end_level_text (self);
}
