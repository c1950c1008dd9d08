/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The longest common subsequence of the words as they are written, in which a word that
 * tells something counts three times as much as a function word: a redline that holds
 * on to "the" and "of" cannot be read. What is left on both sides is moved where enough
 * words in a row are the same. */
#include "engine/accord-difference.h"

#include <string.h>

/* Cells of the table: two passages of 2,000 words. What is longer, without the beginning and the
 * end that are the same, is taken as rewritten. */
#define MAX_CELLS (4u * 1024 * 1024)
#define WEIGHT_STOP 1u
#define WEIGHT_WORD 3u
/* A row of the same words is moved from this weight on: two words that tell something. */
#define LEAST_MOVED (2 * WEIGHT_WORD)

/* A word of one side. */
typedef struct
{
  AccordSpan span;
  guint32 id; /* the same for words that are written alike */
  guint32 weight;
  AccordDifferenceKind kind;
  guint32 partner; /* index on the other side, where there is one */
} Word;

typedef struct
{
  Word *words;
  guint n;
} Side;

/* Words written alike get one number; Latin capitals at the beginning of a sentence tell. */
static guint32
number_of (GHashTable *ids, const char *data, AccordSpan span)
{
  g_autoptr (GBytes) key = g_bytes_new (data + span.start, accord_span_length (span));
  gpointer found = g_hash_table_lookup (ids, key);

  if (found == NULL)
    {
      found = GUINT_TO_POINTER (g_hash_table_size (ids) + 1);
      g_hash_table_insert (ids, g_steal_pointer (&key), found);
    }
  return GPOINTER_TO_UINT (found);
}

static Side
side_new (const AccordAnalysis *analysis, guint passage, GHashTable *ids)
{
  guint n = 0;
  const AccordToken *tokens =
    accord_words_get_tokens (accord_analysis_get_words (analysis), passage, &n);
  const char *data = accord_document_get_data (accord_analysis_get_document (analysis));
  Side side = { g_new0 (Word, MAX (n, 1)), n };

  for (guint i = 0; i < n; i++)
    side.words[i] = (Word){ tokens[i].span, number_of (ids, data, tokens[i].span),
                            (tokens[i].flags & ACCORD_TOKEN_STOP) != 0 ? WEIGHT_STOP : WEIGHT_WORD,
                            ACCORD_DIFFERENCE_DELETED, 0 };
  return side;
}

static void
match (Side *a, guint i, Side *b, guint j, AccordDifferenceKind kind)
{
  a->words[i].kind = b->words[j].kind = kind;
  a->words[i].partner = j;
  b->words[j].partner = i;
}

/* The heaviest common subsequence of a[from_a, to_a) and b[from_b, to_b), by the table of all
 * beginnings of ends. Cost: the product of their lengths, in time and in 4 bytes each. */
static void
match_middle (Side *a, guint from_a, guint to_a, Side *b, guint from_b, guint to_b)
{
  guint rows = to_a - from_a + 1, columns = to_b - from_b + 1, i = 0, j = 0;
  g_autofree guint32 *best = NULL;

  if ((guint64) rows * columns > MAX_CELLS)
    return;
  best = g_new0 (guint32, (gsize) rows * columns);
  for (i = rows - 1; i-- > 0;)
    for (j = columns - 1; j-- > 0;)
      {
        guint32 skip = MAX (best[(i + 1) * columns + j], best[i * columns + j + 1]);
        const Word *x = &a->words[from_a + i], *y = &b->words[from_b + j];

        best[i * columns + j] =
          x->id == y->id ? MAX (skip, best[(i + 1) * columns + j + 1] + x->weight) : skip;
      }
  for (i = 0, j = 0; i + 1 < rows && j + 1 < columns;)
    {
      const Word *x = &a->words[from_a + i], *y = &b->words[from_b + j];

      if (x->id == y->id && best[i * columns + j] == best[(i + 1) * columns + j + 1] + x->weight)
        match (a, from_a + i++, b, from_b + j++, ACCORD_DIFFERENCE_SAME);
      else if (best[i * columns + j] == best[(i + 1) * columns + j])
        i++;
      else
        j++;
    }
}

static void
match_in_order (Side *a, Side *b)
{
  guint start = 0, end = 0;

  while (start < MIN (a->n, b->n) && a->words[start].id == b->words[start].id)
    {
      match (a, start, b, start, ACCORD_DIFFERENCE_SAME);
      start++;
    }
  while (end < MIN (a->n, b->n) - start &&
         a->words[a->n - 1 - end].id == b->words[b->n - 1 - end].id)
    {
      match (a, a->n - 1 - end, b, b->n - 1 - end, ACCORD_DIFFERENCE_SAME);
      end++;
    }
  match_middle (a, start, a->n - end, b, start, b->n - end);
}

/* Function words that stayed the same between changes on both sides only break them up. */
static void
drop_islands (Side *a, Side *b)
{
  for (guint i = 0; i < a->n;)
    {
      guint end = i, weight = 0;

      if (a->words[i].kind != ACCORD_DIFFERENCE_SAME)
        {
          i++;
          continue;
        }
      while (end < a->n && a->words[end].kind == ACCORD_DIFFERENCE_SAME &&
             a->words[end].partner == a->words[i].partner + (end - i))
        weight += a->words[end++].weight;
      if (weight < WEIGHT_WORD && i > 0 && end < a->n && a->words[i].partner > 0 &&
          a->words[end - 1].partner + 1 < b->n && a->words[i - 1].kind != ACCORD_DIFFERENCE_SAME &&
          a->words[end].kind != ACCORD_DIFFERENCE_SAME &&
          b->words[a->words[i].partner - 1].kind != ACCORD_DIFFERENCE_SAME &&
          b->words[a->words[end - 1].partner + 1].kind != ACCORD_DIFFERENCE_SAME)
        for (guint k = i; k < end; k++)
          b->words[a->words[k].partner].kind = a->words[k].kind = ACCORD_DIFFERENCE_DELETED;
      i = end;
    }
}

/* Whether two words are the same and neither has a partner. */
static gboolean
are_free (const Word *x, const Word *y)
{
  return x->id == y->id && x->kind == ACCORD_DIFFERENCE_DELETED &&
         y->kind == ACCORD_DIFFERENCE_DELETED;
}

/* The weight of the row of free words that is the same from @i and @j on; its length in @n. */
static guint
row_weight (const Side *a, guint i, const Side *b, guint j, guint *n)
{
  guint weight = 0;

  for (*n = 0; i + *n < a->n && j + *n < b->n; (*n)++)
    {
      if (!are_free (&a->words[i + *n], &b->words[j + *n]))
        break;
      weight += a->words[i + *n].weight;
    }
  return weight;
}

/* The heaviest row first, until none is heavy enough. Cost: the product of the changed parts, for
 * each row. */
static void
find_moved (Side *a, Side *b)
{
  guint rounds = 0;

  if ((guint64) a->n * b->n > MAX_CELLS)
    return;
  for (; rounds < 16; rounds++)
    {
      guint best = LEAST_MOVED - 1, best_i = 0, best_j = 0, best_n = 0, n = 0;

      for (guint i = 0; i < a->n; i++)
        for (guint j = 0; a->words[i].kind == ACCORD_DIFFERENCE_DELETED && j < b->n; j++)
          {
            guint weight;

            /* Else it is the end of a row that was weighed before. */
            if (i > 0 && j > 0 && are_free (&a->words[i - 1], &b->words[j - 1]))
              continue;
            weight = row_weight (a, i, b, j, &n);
            if (weight <= best)
              continue;
            best = weight;
            best_i = i;
            best_j = j;
            best_n = n;
          }
      if (best_n == 0)
        return;
      for (guint k = 0; k < best_n; k++)
        match (a, best_i + k, b, best_j + k, ACCORD_DIFFERENCE_MOVED);
    }
}

static gboolean
goes_on (const Side *a, guint i)
{
  return a->words[i].kind == a->words[i - 1].kind &&
         (a->words[i].kind == ACCORD_DIFFERENCE_DELETED ||
          a->words[i].partner == a->words[i - 1].partner + 1);
}

/* Words of b alone from @j on, as one part. */
static guint
add_inserted (GArray *parts, const Side *b, guint j)
{
  AccordDifference part = { ACCORD_DIFFERENCE_INSERTED, { 0, 0 }, b->words[j].span };

  while (j < b->n && b->words[j].kind == ACCORD_DIFFERENCE_DELETED)
    part.b.end = b->words[j++].span.end;
  g_array_append_val (parts, part);
  return j;
}

/* What stands in b before @until and was not told so far; moved words are told where a has them. */
static guint
add_before (GArray *parts, const Side *b, guint j, guint until)
{
  while (j < until)
    if (b->words[j].kind == ACCORD_DIFFERENCE_DELETED)
      j = add_inserted (parts, b, j);
    else
      j++;
  return j;
}

static GArray *
collect (const Side *a, const Side *b)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (AccordDifference));
  guint j = 0;

  for (guint i = 0; i < a->n;)
    {
      guint end = i + 1;
      AccordDifference part = { a->words[i].kind, a->words[i].span, { 0, 0 } };

      while (end < a->n && goes_on (a, end))
        end++;
      part.a.end = a->words[end - 1].span.end;
      if (part.kind != ACCORD_DIFFERENCE_DELETED)
        part.b = (AccordSpan){ b->words[a->words[i].partner].span.start,
                               b->words[a->words[end - 1].partner].span.end };
      if (part.kind == ACCORD_DIFFERENCE_SAME)
        j = MAX (add_before (parts, b, j, a->words[i].partner), a->words[end - 1].partner + 1);
      g_array_append_val (parts, part);
      i = end;
    }
  add_before (parts, b, j, b->n);
  return parts;
}

/**
 * accord_difference_of_passages:
 * @a: an analysis
 * @passage_a: index of a passage of it
 * @b: another one
 * @passage_b: index of a passage of it
 * @n_parts: (out): their number
 *
 * The heaviest common subsequence (Wagner and Fischer, 1974) of the words. Cost: the product of
 * the numbers of words, up to four million; beyond that the middle is taken as rewritten.
 *
 * Returns: (transfer full) (array length=n_parts): the parts, as they are read: what is deleted
 *   stands before what is inserted in its place
 */
AccordDifference *
accord_difference_of_passages (const AccordAnalysis *a,
                               guint passage_a,
                               const AccordAnalysis *b,
                               guint passage_b,
                               guint *n_parts)
{
  g_autoptr (GHashTable) ids =
    g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, NULL);
  Side side_a = side_new (a, passage_a, ids), side_b = side_new (b, passage_b, ids);
  GArray *parts = NULL;

  match_in_order (&side_a, &side_b);
  drop_islands (&side_a, &side_b);
  find_moved (&side_a, &side_b);
  parts = collect (&side_a, &side_b);
  g_free (side_a.words);
  g_free (side_b.words);
  *n_parts = parts->len;
  return (AccordDifference *) (gpointer) g_array_free (parts, FALSE);
}

/**
 * accord_difference_share:
 * @parts: (array length=n_parts): the parts of two passages
 * @n_parts: their number
 *
 * Returns: how much of both is the same or moved, by length, in thousandths; 0 where there is
 *   nothing
 */
gint
accord_difference_share (const AccordDifference *parts, guint n_parts)
{
  guint64 kept = 0, all = 0;

  for (guint i = 0; i < n_parts; i++)
    {
      guint64 length = (guint64) accord_span_length (parts[i].a) + accord_span_length (parts[i].b);

      all += length;
      if (parts[i].kind == ACCORD_DIFFERENCE_SAME || parts[i].kind == ACCORD_DIFFERENCE_MOVED)
        kept += length;
    }
  return all > 0 ? (gint) (kept * 1000 / all) : 0;
}
