/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Passages with the same words are matched first, then linked ones, the best first. Of
 * the matched, those outside the longest run in one order have moved. The changes are
 * told in the order of the newer draft, what was dropped where it would have stood. */
#include "engine/accord-versions.h"

#include <string.h>

#include "engine/accord-difference.h"

/* Drafts share at least so much of the shorter one, in thousandths of its bytes. */
#define LEAST_SHARE 400
/* What became of a passage still has so much of its words, in thousandths. */
#define LEAST_WORDS 300
#define NONE G_MAXUINT32

/* Invariants: each passage of either document is in exactly one change. */
struct _AccordVersions
{
  AccordComparison *comparison;
  guint older;
  guint newer;
  GArray *changes; /* of AccordVersionChange */
  gint share;
};

/* The documents while they are matched; partner[i] is NONE or a passage of the other one. */
typedef struct
{
  AccordAnalysis *older;
  AccordAnalysis *newer;
  guint n_older;
  guint n_newer;
  guint32 *newer_of;
  guint32 *older_of;
} Matching;

static void
versions_clear (gpointer data)
{
  AccordVersions *self = data;

  accord_comparison_unref (self->comparison);
  g_array_unref (self->changes);
}

/* The words of a passage as they are written, one after the other: marks and gaps do not count. */
static char *
dup_key (AccordAnalysis *analysis, guint passage)
{
  guint n = 0;
  const AccordToken *tokens =
    accord_words_get_tokens (accord_analysis_get_words (analysis), passage, &n);
  const char *data = accord_document_get_data (accord_analysis_get_document (analysis));
  GString *key = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_string_append_len (key, data + tokens[i].span.start, accord_span_length (tokens[i].span));
      g_string_append_c (key, ' ');
    }
  return g_string_free (key, FALSE);
}

static void
match (Matching *matching, guint older, guint newer)
{
  matching->newer_of[older] = newer;
  matching->older_of[newer] = older;
}

/* Passages that say the same; of several alike the first with the first. */
static void
match_same (Matching *matching)
{
  g_autoptr (GHashTable) waiting =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_queue_free);

  for (guint i = 0; i < matching->n_older; i++)
    {
      g_autofree char *key = dup_key (matching->older, i);
      GQueue *queue = g_hash_table_lookup (waiting, key);

      if (key[0] == '\0')
        continue;
      if (queue == NULL)
        {
          queue = g_queue_new ();
          g_hash_table_insert (waiting, g_steal_pointer (&key), queue);
        }
      g_queue_push_tail (queue, GUINT_TO_POINTER (i));
    }
  for (guint j = 0; j < matching->n_newer; j++)
    {
      g_autofree char *key = dup_key (matching->newer, j);
      GQueue *queue = g_hash_table_lookup (waiting, key);

      if (queue != NULL && !g_queue_is_empty (queue))
        match (matching, GPOINTER_TO_UINT (g_queue_pop_head (queue)), j);
    }
}

static gint
by_score (gconstpointer a, gconstpointer b)
{
  const AccordLink *const *x = a, *const *y = b;

  if ((*x)->score != (*y)->score)
    return (*x)->score > (*y)->score ? -1 : 1;
  return *x < *y ? -1 : *x > *y;
}

/* A link tells that two passages say alike; of drafts they also use the same words. */
static gboolean
share_words (const Matching *matching, guint older, guint newer)
{
  guint n = 0;
  g_autofree AccordDifference *parts =
    accord_difference_of_passages (matching->older, older, matching->newer, newer, &n);

  return accord_difference_share (parts, n) >= LEAST_WORDS;
}

static void
match_linked (Matching *matching, AccordComparison *comparison, guint older, guint newer)
{
  guint n = 0;
  const AccordLink *links = accord_comparison_get_links (comparison, &n);
  g_autoptr (GPtrArray) between = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    if ((links[i].a.document == older && links[i].b.document == newer) ||
        (links[i].a.document == newer && links[i].b.document == older))
      g_ptr_array_add (between, (gpointer) &links[i]);
  g_ptr_array_sort (between, by_score);
  for (guint i = 0; i < between->len; i++)
    {
      const AccordLink *link = g_ptr_array_index (between, i);
      guint from = link->a.document == older ? link->a.passage : link->b.passage;
      guint to = link->a.document == older ? link->b.passage : link->a.passage;

      if (matching->newer_of[from] == NONE && matching->older_of[to] == NONE &&
          share_words (matching, from, to))
        match (matching, from, to);
    }
}

/* Which matched passages of the newer draft stand in the longest increasing run of their partners
 * (patience sorting, n log n). */
static gboolean *
find_in_order (const Matching *matching)
{
  gboolean *in_order = g_new0 (gboolean, MAX (matching->n_newer, 1));
  g_autofree guint *tails = g_new (guint, MAX (matching->n_newer, 1));
  g_autofree guint *before = g_new (guint, MAX (matching->n_newer, 1));
  guint length = 0;

  for (guint j = 0; j < matching->n_newer; j++)
    {
      guint low = 0, high = length;

      if (matching->older_of[j] == NONE)
        continue;
      while (low < high)
        {
          guint middle = low + (high - low) / 2;

          if (matching->older_of[tails[middle]] < matching->older_of[j])
            low = middle + 1;
          else
            high = middle;
        }
      before[j] = low > 0 ? tails[low - 1] : NONE;
      tails[low] = j;
      length = MAX (length, low + 1);
    }
  for (guint j = length > 0 ? tails[length - 1] : NONE; j != NONE; j = before[j])
    in_order[j] = TRUE;
  return in_order;
}

static AccordVersionEffect
effect_of (const AccordCoding *before, const AccordCoding *after)
{
  gint strength_before = accord_stance_strength (before->stance);
  gint strength_after = accord_stance_strength (after->stance);

  if (before->polarity != after->polarity)
    return ACCORD_EFFECT_OPPOSED;
  if (strength_before == strength_after)
    return ACCORD_EFFECT_NONE;
  return strength_after > strength_before ? ACCORD_EFFECT_STRONGER : ACCORD_EFFECT_WEAKER;
}

static void
judge_pair (const Matching *matching, AccordVersionChange *change)
{
  guint n = 0, m = 0;
  const AccordCoding *before =
    accord_analysis_get_passage_codings (matching->older, change->older, &n);
  const AccordCoding *after =
    accord_analysis_get_passage_codings (matching->newer, change->newer, &m);

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < m; j++)
      if (before[i].principle == after[j].principle &&
          effect_of (&before[i], &after[j]) > change->effect)
        {
          change->effect = effect_of (&before[i], &after[j]);
          change->principle = before[i].principle;
          change->before = before[i].stance;
          change->after = after[j].stance;
        }
}

static void
judge_alone (AccordAnalysis *analysis, guint passage, AccordVersionChange *change)
{
  guint n = 0;
  const AccordCoding *codings = accord_analysis_get_passage_codings (analysis, passage, &n);

  for (guint i = 0; i < n; i++)
    if (change->principle == NONE || codings[i].score > codings[0].score)
      {
        change->principle = codings[i].principle;
        change->before = change->after = codings[i].stance;
      }
}

static void
add_dropped (AccordVersions *self, const Matching *matching, guint older)
{
  AccordVersionChange change = { ACCORD_VERSION_DROPPED, FALSE, older, NONE,
                                 ACCORD_EFFECT_NONE,     NONE,  0,     0 };

  judge_alone (matching->older, older, &change);
  g_array_append_val (self->changes, change);
}

static void
add_newer (AccordVersions *self, const Matching *matching, guint newer, gboolean in_order)
{
  AccordVersionChange change = {
    ACCORD_VERSION_ADDED, FALSE, matching->older_of[newer], newer, ACCORD_EFFECT_NONE, NONE, 0, 0
  };

  if (change.older == NONE)
    judge_alone (matching->newer, newer, &change);
  else
    {
      g_autofree char *before = dup_key (matching->older, change.older);
      g_autofree char *after = dup_key (matching->newer, newer);

      change.kind = strcmp (before, after) == 0 ? ACCORD_VERSION_SAME : ACCORD_VERSION_REWORDED;
      change.moved = !in_order;
      judge_pair (matching, &change);
    }
  g_array_append_val (self->changes, change);
}

static void
collect (AccordVersions *self, const Matching *matching)
{
  g_autofree gboolean *in_order = find_in_order (matching);
  guint i = 0;

  for (guint j = 0; j < matching->n_newer; j++)
    {
      if (in_order[j])
        for (; i < matching->older_of[j]; i++)
          if (matching->newer_of[i] == NONE)
            add_dropped (self, matching, i);
      add_newer (self, matching, j, in_order[j]);
    }
  for (; i < matching->n_older; i++)
    if (matching->newer_of[i] == NONE)
      add_dropped (self, matching, i);
}

static guint64
matched_length (AccordAnalysis *analysis, const guint32 *partner, guint64 *all)
{
  guint n = 0;
  const AccordPassage *passages =
    accord_document_get_passages (accord_analysis_get_document (analysis), &n);
  guint64 matched = 0;

  *all = 0;
  for (guint i = 0; i < n; i++)
    {
      *all += accord_span_length (passages[i].span);
      if (partner[i] != NONE)
        matched += accord_span_length (passages[i].span);
    }
  return matched;
}

static gint
share_of (const Matching *matching)
{
  guint64 all_older = 0, all_newer = 0;
  guint64 older = matched_length (matching->older, matching->newer_of, &all_older);
  guint64 newer = matched_length (matching->newer, matching->older_of, &all_newer);

  if (all_older == 0 || all_newer == 0)
    return 0;
  return all_older < all_newer ? (gint) (older * 1000 / all_older)
                               : (gint) (newer * 1000 / all_newer);
}

static guint32 *
partners_new (guint n)
{
  guint32 *partners = g_new (guint32, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    partners[i] = NONE;
  return partners;
}

/**
 * accord_versions_new:
 * @comparison: what is compared, with links
 * @older: index of the older document
 * @newer: index of the newer document
 *
 * Cost: linear in the words, and n log n in passages and links.
 *
 * Returns: (transfer full): how @older became @newer
 */
AccordVersions *
accord_versions_new (AccordComparison *comparison, guint older, guint newer)
{
  AccordVersions *self = g_atomic_rc_box_new0 (AccordVersions);
  Matching matching = { accord_comparison_get_analysis (comparison, older),
                        accord_comparison_get_analysis (comparison, newer),
                        0,
                        0,
                        NULL,
                        NULL };

  accord_document_get_passages (accord_analysis_get_document (matching.older), &matching.n_older);
  accord_document_get_passages (accord_analysis_get_document (matching.newer), &matching.n_newer);
  matching.newer_of = partners_new (matching.n_older);
  matching.older_of = partners_new (matching.n_newer);
  self->comparison = accord_comparison_ref (comparison);
  self->older = older;
  self->newer = newer;
  self->changes = g_array_new (FALSE, FALSE, sizeof (AccordVersionChange));
  match_same (&matching);
  match_linked (&matching, comparison, older, newer);
  collect (self, &matching);
  self->share = share_of (&matching);
  g_free (matching.newer_of);
  g_free (matching.older_of);
  return self;
}

/**
 * accord_versions_ref:
 * @self: versions
 *
 * Returns: (transfer full): @self
 */
AccordVersions *
accord_versions_ref (AccordVersions *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * accord_versions_unref:
 * @self: (transfer full): versions
 */
void
accord_versions_unref (AccordVersions *self)
{
  g_atomic_rc_box_release_full (self, versions_clear);
}

/**
 * accord_versions_get_comparison:
 * @self: versions
 *
 * Returns: (transfer none): what they were made from
 */
AccordComparison *
accord_versions_get_comparison (const AccordVersions *self)
{
  return self->comparison;
}

/**
 * accord_versions_get_older:
 * @self: versions
 *
 * Returns: index of the older document
 */
guint
accord_versions_get_older (const AccordVersions *self)
{
  return self->older;
}

/**
 * accord_versions_get_newer:
 * @self: versions
 *
 * Returns: index of the newer document
 */
guint
accord_versions_get_newer (const AccordVersions *self)
{
  return self->newer;
}

/**
 * accord_versions_get_changes:
 * @self: versions
 * @n: (out): their number
 *
 * Returns: (transfer none) (array length=n): the changes, and what stayed the same, in order
 */
const AccordVersionChange *
accord_versions_get_changes (const AccordVersions *self, guint *n)
{
  *n = self->changes->len;
  return (const AccordVersionChange *) (gpointer) self->changes->data;
}

/**
 * accord_versions_get_share:
 * @self: versions
 *
 * Returns: how much of the shorter document has a partner in the other one, by length, in
 *   thousandths
 */
gint
accord_versions_get_share (const AccordVersions *self)
{
  return self->share;
}

/**
 * accord_versions_are_drafts:
 * @self: versions
 *
 * Returns: whether both are drafts of one text: of one language, with much in common
 */
gboolean
accord_versions_are_drafts (const AccordVersions *self)
{
  return self->share >= LEAST_SHARE &&
         accord_document_get_language (
           accord_comparison_get_document (self->comparison, self->older)) ==
           accord_document_get_language (
             accord_comparison_get_document (self->comparison, self->newer));
}
