/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A hyphen at the end of a line is either the writer's or the typesetter's. The
 * document itself tells: it has the word elsewhere, whole or with its hyphen. Else the
 * writing of each language does: parts that always keep their hyphen. */
#include "documents/accord-pdf-private.h"

#include <string.h>

/* What stands before a hyphen that is written. Not what a typesetter often leaves at the end of a
 * line, such as "inter" and "pre". */
static const char *const PREFIXES[] = {
  "all",   "cross", "co",    "decision", "ex",    "far",    "first", "full",  "half",
  "high",  "ill",   "long",  "low",      "mid",   "multi",  "near",  "non",   "north",
  "one",   "peer",  "quasi", "risk",     "self",  "short",  "socio", "south", "third",
  "three", "two",   "vice",  "well",     "world", "year",   "celui", "ceux",  "celle",
  "lui",   "eux",   "vous",  "nous",     "кое",   "северо", "юго",   "вице",  "социально",
};

/* What stands behind one. */
static const char *const SUFFIXES[] = {
  "based",  "being", "builder", "builders", "building", "led",  "making", "maker",
  "makers", "term",  "wide",    "free",     "ci",       "là",   "il",     "elle",
  "ils",    "elles", "on",      "même",     "mêmes",    "либо", "нибудь",
};

static gboolean
is_word_char (gunichar c)
{
  return g_unichar_isalpha (c) || c == '\'' || c == 0x2019;
}

static gboolean
is_listed (const char *const *list, guint n, const char *word)
{
  for (guint i = 0; i < n; i++)
    if (g_str_equal (list[i], word))
      return TRUE;
  return FALSE;
}

static gboolean
is_hyphen (gunichar c)
{
  return c == '-' || c == 0x2010 || c == 0x2011;
}

static void
learn_line (AccordPdf *self, const AccordPdfLine *line)
{
  g_autoptr (GString) word = g_string_new (NULL);
  const char *end = self->text->str + line->text.end;

  for (const char *p = self->text->str + line->text.start; p <= end; p = g_utf8_next_char (p))
    {
      gunichar c = p < end ? g_utf8_get_char (p) : ' ';

      if (is_word_char (c) && !g_unichar_iswide (c))
        g_string_append_unichar (word, g_unichar_tolower (c));
      else if (is_hyphen (c) && word->len > 0)
        g_string_append_c (word, '-');
      else if (word->len > 0)
        {
          if (word->str[word->len - 1] != '-')
            g_hash_table_add (self->words, g_string_chunk_insert_const (self->strings, word->str));
          g_string_truncate (word, 0);
        }
      if (p == end)
        break;
    }
}

/**
 * accord_pdf_learn_words:
 * @self: a document
 *
 * Learns the words of all lines, those with hyphens as such; not those that are broken.
 */
void
accord_pdf_learn_words (AccordPdf *self)
{
  self->words = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < self->lines->len; i++)
    learn_line (self, accord_pdf_get_line (self, i));
}

/* The word that @before ends with, or @after begins with, in lower case. */
static char *
dup_word (const char *text, gboolean at_end)
{
  const char *start = text, *end = text + strlen (text);
  g_autofree char *word = NULL;

  if (at_end)
    for (start = end; start > text && is_word_char (g_utf8_get_char (g_utf8_prev_char (start)));)
      start = g_utf8_prev_char (start);
  else
    for (end = text; is_word_char (g_utf8_get_char (end));)
      end = g_utf8_next_char (end);
  word = g_strndup (start, end - start);
  return g_utf8_strdown (word, -1);
}

/**
 * accord_pdf_keeps_hyphen:
 * @self: a document, its words learnt
 * @before: a line without the hyphen at its end
 * @after: the line that follows
 *
 * Returns: whether the hyphen between them is the writer's
 */
gboolean
accord_pdf_keeps_hyphen (const AccordPdf *self, const char *before, const char *after)
{
  g_autofree char *left = dup_word (before, TRUE);
  g_autofree char *right = dup_word (after, FALSE);
  g_autofree char *whole = g_strconcat (left, right, NULL);
  g_autofree char *parted = g_strconcat (left, "-", right, NULL);

  if (*left == '\0' || !g_unichar_islower (g_utf8_get_char (after)))
    return TRUE;
  if (g_hash_table_contains (self->words, parted))
    return TRUE;
  if (g_hash_table_contains (self->words, whole))
    return FALSE;
  return is_listed (PREFIXES, G_N_ELEMENTS (PREFIXES), left) ||
         is_listed (SUFFIXES, G_N_ELEMENTS (SUFFIXES), right);
}
