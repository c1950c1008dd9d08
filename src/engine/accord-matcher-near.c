/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Terms whose words stand near each other in any order: from where each word stands,
 * the narrowest stretches that hold all words of a term. */
#include "engine/accord-matcher-private.h"

static gint
compare_words (gconstpointer a, gconstpointer b)
{
  const AccordNearWord *x = a, *y = b;

  if (x->term != y->term)
    return x->term < y->term ? -1 : 1;
  if (x->token != y->token)
    return x->token < y->token ? -1 : 1;
  return x->slot < y->slot ? -1 : x->slot > y->slot;
}

/* The stretches of one term, whose words stand at words[0] to words[n]. For each end the latest
 * start is the narrowest; of stretches with one start the first counts. */
static void
settle_term (const AccordNearWord *words, guint n, guint near, AccordNearFunc found, gpointer data)
{
  guint32 last[ACCORD_TERM_MAX_TOKENS] = { 0 }; /* one more than the token */
  guint n_slots = MIN (words->n_slots, ACCORD_TERM_MAX_TOKENS);
  guint32 taken = G_MAXUINT32;

  for (guint i = 0; i < n; i++)
    {
      guint32 start = G_MAXUINT32;

      last[words[i].slot] = words[i].token + 1;
      for (guint s = 0; s < n_slots; s++)
        start = MIN (start, last[s]);
      if (start == 0 || start - 1 == taken || words[i].token + 1 - (start - 1) > n_slots + near)
        continue;
      taken = start - 1;
      found (taken, words[i].token + 1, words[i].pattern, data);
    }
}

/**
 * accord_near_words_settle:
 * @words: (element-type AccordNearWord): where the words of such terms stand in a passage, in any
 * order; consumed
 * @terms: all terms
 * @found: is told each stretch
 * @data: handed to @found
 *
 * Cost: that of sorting, and the number of words of a term a word.
 */
void
accord_near_words_settle (GArray *words,
                          const AccordTerm *terms,
                          AccordNearFunc found,
                          gpointer data)
{
  const AccordNearWord *all = (const AccordNearWord *) (gpointer) words->data;
  guint from = 0;

  g_array_sort (words, compare_words);
  all = (const AccordNearWord *) (gpointer) words->data;
  for (guint i = 1; i <= words->len; i++)
    if (i == words->len || all[i].term != all[from].term)
      {
        settle_term (all + from, i - from, terms[all[from].term].near, found, data);
        from = i;
      }
  g_array_set_size (words, 0);
}
