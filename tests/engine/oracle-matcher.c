/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Obvious rather than fast: recursion over gaps, and of the mentions that are left the
 * best one is taken until none is. Shares nothing with the matcher but the words. */
#include "oracle-matcher.h"

#include <string.h>

#include "engine/accord-language.h"

typedef struct
{
  AccordDocument *document;
  AccordWords *words;
  const AccordToken *tokens;
  guint n;
} Phrase;

typedef struct
{
  guint start;
  guint end;
  guint term;
} Place;

AccordDocument *
oracle_document_new (const char *data, const char *language)
{
  g_autoptr (AccordText) text = accord_text_new (data, strlen (data), NULL);
  AccordBlock block = {
    { 0, (guint32) strlen (data) }, ACCORD_ROLE_PARAGRAPH, TRUE, 0, 0, NULL, NULL
  };
  const char *fields[ACCORD_N_FIELDS] = { NULL };

  fields[ACCORD_FIELD_LANGUAGE] = language;
  return accord_document_new (text, &block, 1, fields, ACCORD_UNIT_BLOCKS, NULL, NULL);
}

static void
phrase_init (Phrase *phrase, const char *data, const char *language)
{
  phrase->document = oracle_document_new (data, language);
  phrase->words = accord_words_new (phrase->document, NULL, NULL);
  phrase->tokens = accord_words_get_tokens (phrase->words, 0, &phrase->n);
}

static void
phrase_clear (Phrase *phrase)
{
  accord_words_unref (phrase->words);
  accord_document_unref (phrase->document);
}

static gboolean
has_break (const Phrase *phrase, guint from, guint to)
{
  for (guint i = from + 1; i < to; i++)
    if (phrase->tokens[i].flags & ACCORD_TOKEN_BREAK)
      return TRUE;
  return FALSE;
}

static gboolean
same_word (const Phrase *a, guint i, const Phrase *b, guint j, gboolean exact)
{
  g_autofree char *x = NULL, *y = NULL;
  g_autofree char *x_wide = NULL, *y_wide = NULL;

  if (!g_str_equal (accord_words_get_word (a->words, a->tokens[i].word),
                    accord_words_get_word (b->words, b->tokens[j].word)))
    return FALSE;
  if (!exact)
    return TRUE;
  x_wide = accord_text_dup_span (accord_document_get_text (a->document), a->tokens[i].span);
  y_wide = accord_text_dup_span (accord_document_get_text (b->document), b->tokens[j].span);
  x = g_utf8_normalize (x_wide, -1, G_NORMALIZE_ALL_COMPOSE);
  y = g_utf8_normalize (y_wide, -1, G_NORMALIZE_ALL_COMPOSE);
  return g_str_equal (x, y);
}

/* The least end of the words of @phrase from word @at on, its first at token @token; 0 for none. */
static guint
least_end (
  const Phrase *text, guint token, const Phrase *phrase, guint at, guint gap, gboolean exact)
{
  guint least = 0;

  if (token >= text->n || !same_word (text, token, phrase, at, exact))
    return 0;
  if (at + 1 == phrase->n)
    return token + 1;
  for (guint skip = 0; skip <= gap; skip++)
    {
      guint end = least_end (text, token + 1 + skip, phrase, at + 1, gap, exact);

      if (end != 0 && (least == 0 || end < least))
        least = end;
    }
  return least;
}

static void
find_phrase (const Phrase *text,
             const char *data,
             const char *language,
             guint gap,
             gboolean exact,
             guint term,
             GArray *places)
{
  Phrase phrase;

  phrase_init (&phrase, data, language);
  for (guint i = 0; phrase.n > 0 && i < text->n; i++)
    {
      Place place = { i, least_end (text, i, &phrase, 0, gap, exact), term };

      if (place.end != 0 && (gap > 0 || has_break (&phrase, 0, phrase.n) ||
                             !has_break (text, place.start, place.end)))
        g_array_append_val (places, place);
    }
  phrase_clear (&phrase);
}

/* Each way to write @text, which has at most one bracketed part. */
static char **
ways_of (const char *text)
{
  g_auto (GStrv) parts = g_strsplit_set (text, "[]", 3);
  char **ways = g_new0 (char *, 3);

  if (g_strv_length (parts) < 3)
    ways[0] = g_strdup (text);
  else
    {
      ways[0] = g_strconcat (parts[0], " ", parts[1], " ", parts[2], NULL);
      ways[1] = g_strconcat (parts[0], " ", parts[2], NULL);
    }
  return ways;
}

/* Every stretch that holds a word of each kind of @data, and none that holds another. */
static void
find_near (
  const Phrase *text, const AccordTerm *term, const char *language, guint index, GArray *places)
{
  Phrase phrase;
  guint n_kinds = 0;

  phrase_init (&phrase, term->text, language);
  for (guint i = 0; i < phrase.n; i++)
    {
      gboolean known = FALSE;

      for (guint k = 0; k < i; k++)
        known |= same_word (&phrase, i, &phrase, k, term->case_sensitive);
      n_kinds += !known;
    }
  for (guint start = 0; phrase.n > 0 && start < text->n; start++)
    for (guint end = start + 1; end <= MIN (text->n, start + n_kinds + term->near); end++)
      {
        Place place = { start, end, index };
        gboolean all = TRUE, needs_start = FALSE;

        for (guint i = 0; i < phrase.n; i++)
          {
            gboolean later = FALSE, now = same_word (text, start, &phrase, i, term->case_sensitive);

            for (guint t = start + 1; t < end; t++)
              later |= same_word (text, t, &phrase, i, term->case_sensitive);
            all = all && (now || later);
            needs_start |= now && !later;
          }
        if (!all)
          continue;
        if (needs_start)
          g_array_append_val (places, place);
        break;
      }
  phrase_clear (&phrase);
}

static void
find_term (
  const Phrase *text, const AccordTerm *term, const char *language, guint index, GArray *places)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Place));
  g_autoptr (GArray) excluded = g_array_new (FALSE, FALSE, sizeof (Place));

  g_auto (GStrv) ways = ways_of (term->text);

  if (term->near > 0)
    find_near (text, term, language, index, found);
  for (guint i = 0; term->near == 0 && ways[i] != NULL; i++)
    find_phrase (text, ways[i], language, term->gap, term->case_sensitive, index, found);
  for (guint i = 0; term->excludes != NULL && term->excludes[i] != NULL; i++)
    find_phrase (text, term->excludes[i], language, 0, FALSE, index, excluded);
  for (guint i = 0; i < found->len; i++)
    {
      Place place = g_array_index (found, Place, i);
      gboolean within = FALSE;

      for (guint e = 0; e < excluded->len; e++)
        within |= g_array_index (excluded, Place, e).start <= place.start &&
                  g_array_index (excluded, Place, e).end >= place.end;
      if (!within)
        g_array_append_val (places, place);
    }
}

static gboolean
is_better (const Place *a, const Place *b)
{
  if (a->end - a->start != b->end - b->start)
    return a->end - a->start > b->end - b->start;
  if (a->start != b->start)
    return a->start < b->start;
  return a->term < b->term;
}

static gint
compare_cb (gconstpointer a, gconstpointer b)
{
  const AccordMention *x = a, *y = b;

  if (x->span.start != y->span.start)
    return x->span.start < y->span.start ? -1 : 1;
  if (x->span.end != y->span.end)
    return x->span.end < y->span.end ? -1 : 1;
  return x->principle < y->principle ? -1 : 1;
}

static void
choose (const Phrase *text, const AccordTerm *terms, GArray *places, GArray *mentions)
{
  while (places->len > 0)
    {
      Place best = g_array_index (places, Place, 0);
      AccordMention mention = { .term = 0 };

      for (guint i = 1; i < places->len; i++)
        if (is_better (&g_array_index (places, Place, i), &best))
          best = g_array_index (places, Place, i);
      mention.span =
        (AccordSpan){ text->tokens[best.start].span.start, text->tokens[best.end - 1].span.end };
      mention.term = best.term;
      mention.principle = terms[best.term].principle;
      g_array_append_val (mentions, mention);
      for (guint i = places->len; i-- > 0;)
        {
          const Place *place = &g_array_index (places, Place, i);

          if (terms[place->term].principle == mention.principle && place->start < best.end &&
              best.start < place->end)
            g_array_remove_index (places, i);
        }
    }
  g_array_sort (mentions, compare_cb);
}

void
oracle_find (const AccordCodebook *codebook,
             AccordDocument *document,
             const AccordWords *words,
             guint passage,
             GArray *mentions)
{
  const char *language = accord_document_get_passage_language (document, passage);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));
  Phrase text = { document, (AccordWords *) words, NULL, 0 };
  guint n = 0;
  const AccordTerm *terms = accord_codebook_get_terms (codebook, &n);

  text.tokens = accord_words_get_tokens (words, passage, &text.n);
  for (guint i = 0; i < n; i++)
    if (g_str_equal (language, "und") || accord_language_matches (language, terms[i].language))
      find_term (&text, &terms[i], language, i, places);
  choose (&text, terms, places, mentions);
}
