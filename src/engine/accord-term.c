/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the notation of a term: first into each way to write it, without brackets, then
 * into words. Asterisks are blanked before the words are cut, so that they are no
 * punctuation, and looked up again where the words end. */
#include "engine/accord-term-private.h"

#include <string.h>

/* The bracketed part of @text from @at on; FALSE where there is none. */
static gboolean
find_part (const char *text, gsize at, AccordSpan *part)
{
  const char *open = strchr (text + at, '[');
  const char *close = open != NULL ? strchr (open, ']') : NULL;

  if (close == NULL)
    return FALSE;
  *part = (AccordSpan){ (guint32) (open - text), (guint32) (close - text) };
  return TRUE;
}

/* @text with those of its parts that @parts has a bit for. */
static char *
dup_way (const char *text, guint parts)
{
  GString *way = g_string_new (NULL);
  AccordSpan part;
  gsize at = 0;

  for (guint i = 0; find_part (text, at, &part); i++)
    {
      g_string_append_len (way, text + at, (gssize) (part.start - at));
      g_string_append_c (way, ' ');
      if (parts & 1u << i)
        g_string_append_len (way, text + part.start + 1, (gssize) (part.end - part.start - 1));
      g_string_append_c (way, ' ');
      at = part.end + 1;
    }
  g_string_append (way, text + at);
  return g_string_free (way, FALSE);
}

/**
 * accord_term_ways:
 * @text: the text of a term, or an excluding phrase, at most ACCORD_TEXT_MAX bytes
 * @n_parts: (out): the number of its optional parts
 *
 * Returns: (transfer full) (nullable): each way to write it, that without any optional part first;
 *   NULL where there are more than ACCORD_TERM_MAX_OPTIONAL parts
 */
char **
accord_term_ways (const char *text, guint *n_parts)
{
  GPtrArray *ways = NULL;
  AccordSpan part;
  gsize at = 0;

  for (*n_parts = 0; find_part (text, at, &part) && *n_parts <= ACCORD_TERM_MAX_OPTIONAL;
       ++*n_parts)
    at = part.end + 1;
  if (*n_parts > ACCORD_TERM_MAX_OPTIONAL)
    return NULL;
  ways = g_ptr_array_new ();
  for (guint parts = 0; parts < 1u << *n_parts; parts++)
    g_ptr_array_add (ways, *n_parts > 0 ? dup_way (text, parts) : g_strdup (text));
  g_ptr_array_add (ways, NULL);
  return (char **) g_ptr_array_free (ways, FALSE);
}

/**
 * accord_term_cut:
 * @phrase: a way to write a term, at most ACCORD_TEXT_MAX bytes
 * @language: a BCP 47 tag
 * @tokens: (element-type AccordTermToken): is set to its tokens
 */
void
accord_term_cut (const char *phrase, const char *language, GArray *tokens)
{
  g_autofree char *text = g_strdelimit (g_strdup (phrase), "*", ' ');
  AccordTokeniser tokeniser;
  AccordTermToken token = { 0 };

  g_array_set_size (tokens, 0);
  accord_tokeniser_init (&tokeniser, text, (AccordSpan){ 0, (guint32) strlen (text) }, language);
  while (accord_tokeniser_next (&tokeniser, &token.raw))
    {
      AccordSpan span = token.raw.span;

      token.open_start = span.start > 0 && phrase[span.start - 1] == '*';
      token.open_end = phrase[span.end] == '*';
      g_array_append_val (tokens, token);
    }
}
