/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which parts of words, such as "govern*", does each token of a passage have? Each of its
 * beginnings, endings and inner parts is looked up that is as long as some part in the
 * codebook. Only codebooks with such terms pay for it. */
#include "engine/accord-matcher-private.h"

#include "engine/accord-fold-private.h"

/**
 * accord_wild_words_init:
 * @self: (out caller-allocates): words, to be cleared
 */
void
accord_wild_words_init (AccordWildWords *self)
{
  self->first = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->numbers = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->folders = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) accord_folder_free);
  self->folded = g_string_new (NULL);
  self->key = g_string_new (NULL);
}

/**
 * accord_wild_words_clear:
 * @self: words
 */
void
accord_wild_words_clear (AccordWildWords *self)
{
  g_array_unref (self->first);
  g_array_unref (self->numbers);
  g_hash_table_unref (self->folders);
  g_string_free (self->folded, TRUE);
  g_string_free (self->key, TRUE);
}

static AccordFolder *
folder_for (AccordWildWords *self, const char *language)
{
  AccordFolder *folder = g_hash_table_lookup (self->folders, language);

  if (folder == NULL)
    {
      folder = accord_folder_new (language);
      g_hash_table_insert (self->folders, (gpointer) language, folder);
    }
  return folder;
}

static void
look_up (
  AccordWildWords *self, const AccordMatcher *matcher, char mark, gboolean exact, gsize at, gsize n)
{
  guint32 number;

  if ((matcher->wild_lengths[(guint) mark] & (G_GUINT64_CONSTANT (1) << n)) == 0)
    return;
  g_string_truncate (self->key, 0);
  g_string_append_c (self->key, mark);
  if (exact)
    g_string_append_c (self->key, ACCORD_EXACT_MARK);
  g_string_append_len (self->key, self->folded->str + at, (gssize) n);
  number = accord_trie_find_word (matcher->trie, self->key->str);
  if (number != ACCORD_TRIE_NONE)
    g_array_append_val (self->numbers, number);
}

/* The parts of the word in folded. */
static void
find_parts (AccordWildWords *self, const AccordMatcher *matcher, gboolean exact)
{
  gsize length = self->folded->len, most = MIN (length, ACCORD_WILD_MAX);

  for (gsize n = 1; n <= most; n++)
    {
      look_up (self, matcher, ACCORD_WILD_END_MARK, exact, 0, n);
      look_up (self, matcher, ACCORD_WILD_START_MARK, exact, length - n, n);
    }
  if (matcher->wild_lengths[ACCORD_WILD_BOTH_MARK] == 0)
    return;
  for (gsize at = 0; at < most; at++)
    for (gsize n = 1; n <= most - at; n++)
      look_up (self, matcher, ACCORD_WILD_BOTH_MARK, exact, at, n);
}

/**
 * accord_wild_words_find:
 * @self: words; are set to those of the passage
 * @matcher: a matcher
 * @data: the document's text
 * @tokens: those of the passage
 * @n_tokens: their number
 * @language: interned, of the passage
 */
void
accord_wild_words_find (AccordWildWords *self,
                        const AccordMatcher *matcher,
                        const char *data,
                        const AccordToken *tokens,
                        guint n_tokens,
                        const char *language)
{
  AccordFolder *folder = folder_for (self, language);

  g_array_set_size (self->first, 0);
  g_array_set_size (self->numbers, 0);
  for (guint i = 0; i <= n_tokens; i++)
    {
      g_array_append_val (self->first, self->numbers->len);
      if (i == n_tokens || (tokens[i].flags & ACCORD_TOKEN_HAN))
        continue;
      accord_folder_fold_whole (folder, data + tokens[i].span.start,
                                accord_span_length (tokens[i].span), self->folded);
      find_parts (self, matcher, FALSE);
      if (!matcher->wild_exact)
        continue;
      accord_fold_width (data + tokens[i].span.start, accord_span_length (tokens[i].span),
                         self->folded);
      find_parts (self, matcher, TRUE);
    }
}
