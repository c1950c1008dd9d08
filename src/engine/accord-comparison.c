/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The comparison holds its analyses and flat arrays of links, reasons, spans and
 * groups. Making it: contents and indices (one document after the other, since they
 * share a vocabulary), links of all pairs (in parallel), groups. */
#include "engine/accord-comparison.h"

#include "engine/accord-groups-private.h"
#include "engine/accord-pairs-private.h"

/* The shares of the work, as progress shows it, that go into contents and into their indices. */
#define CONTENTS_SHARE .2
#define INDICES_SHARE .1

struct _AccordComparison
{
  GPtrArray *analyses;
  gint threshold;
  AccordLinkSet *set;
  GArray *groups;
  GArray *members;
};

/* Maps the progress of a part onto that of the whole. */
typedef struct
{
  const AccordWatch *watch;
  double from;
  double share;
} Part;

static gboolean
part_cb (double fraction, gpointer data)
{
  const Part *part = data;

  return accord_watch_tick (part->watch, part->from + part->share * fraction, NULL);
}

static void
comparison_clear (gpointer data)
{
  AccordComparison *self = data;

  g_ptr_array_unref (self->analyses);
  g_clear_pointer (&self->set, accord_link_set_free);
  g_clear_pointer (&self->groups, g_array_unref);
  g_clear_pointer (&self->members, g_array_unref);
}

/* The vocabulary must be complete before the first index is made: contents first. */
static GPtrArray *
make_contents (const AccordComparison *self,
               AccordVocabulary *vocabulary,
               const AccordWatch *watch,
               GError **error)
{
  g_autoptr (GPtrArray) contents =
    g_ptr_array_new_with_free_func ((GDestroyNotify) accord_content_free);
  guint n = self->analyses->len;

  for (guint i = 0; i < n; i++)
    {
      AccordAnalysis *analysis = g_ptr_array_index (self->analyses, i);
      Part part = { watch, (double) i / n, 1. / n };
      AccordWatch part_watch = { part_cb, &part };
      AccordContent *content =
        accord_content_new (accord_analysis_get_document (analysis),
                            accord_analysis_get_words (analysis), vocabulary, &part_watch, error);

      if (content == NULL)
        return NULL;
      g_ptr_array_add (contents, content);
    }
  return g_steal_pointer (&contents);
}

static GPtrArray *
make_sides (const AccordComparison *self,
            AccordVocabulary *vocabulary,
            const AccordWatch *watch,
            GError **error)
{
  g_autoptr (GPtrArray) sides = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_side_free);
  Part part = { watch, 0, CONTENTS_SHARE };
  AccordWatch part_watch = { part_cb, &part };
  g_autoptr (GPtrArray) contents = make_contents (self, vocabulary, &part_watch, error);

  part.from = CONTENTS_SHARE;
  part.share = INDICES_SHARE;
  for (guint i = 0; contents != NULL && i < contents->len; i++)
    {
      AccordSide *side = accord_side_new (g_ptr_array_index (self->analyses, i),
                                          g_steal_pointer (&g_ptr_array_index (contents, i)),
                                          vocabulary, &part_watch, error);

      if (side == NULL)
        return NULL;
      g_ptr_array_add (sides, side);
    }
  return contents != NULL ? g_steal_pointer (&sides) : NULL;
}

static gboolean
link_all (AccordComparison *self,
          const AccordCompareOptions *options,
          const AccordWatch *watch,
          GError **error)
{
  g_autoptr (AccordVocabulary) vocabulary = accord_vocabulary_new (options->lexicon);
  g_autoptr (GPtrArray) sides = make_sides (self, vocabulary, watch, error);
  Part part = { watch, CONTENTS_SHARE + INDICES_SHARE, 1 - CONTENTS_SHARE - INDICES_SHARE };
  AccordWatch part_watch = { part_cb, &part };

  if (sides == NULL)
    return FALSE;
  self->set =
    accord_pairs_link ((AccordSide *const *) sides->pdata, sides->len, options, &part_watch, error);
  if (self->set == NULL)
    return FALSE;
  accord_groups_find ((const AccordLink *) (gpointer) self->set->links->data, self->set->links->len,
                      self->groups, self->members);
  return TRUE;
}

/**
 * accord_comparison_new:
 * @analyses: (array length=n_analyses): analyses with one and the same codebook
 * @n_analyses: their number, at least 1
 * @options: (nullable): NULL for the default threshold, links one to one, a thread a processor
 * @watch: (nullable): progress and cancel
 * @error: return location for an error
 *
 * Links passages of every pair of documents: candidates by an inverted index, scores by one-to-one
 * alignment of words weighted by how much they tell, choice one to one with a margin over rivals,
 * reasons that sum to the score (word alignment after Sultan et al. 2014, the margin after CSLS).
 * What one pair gives depends neither on the other documents nor on their order. Cost: for each
 * pair linear in the passages of the shorter document, at most 50 scores each.
 *
 * Returns: (transfer full): the comparison, or NULL with ACCORD_ENGINE_ERROR_CANCELLED
 */
AccordComparison *
accord_comparison_new (AccordAnalysis *const *analyses,
                       guint n_analyses,
                       const AccordCompareOptions *options,
                       const AccordWatch *watch,
                       GError **error)
{
  static const AccordCompareOptions DEFAULTS = { ACCORD_THRESHOLD_DEFAULT, 0, 0 };
  g_autoptr (AccordComparison) self = NULL;

  g_return_val_if_fail (analyses != NULL && n_analyses > 0, NULL);

  options = options != NULL ? options : &DEFAULTS;
  self = g_atomic_rc_box_new0 (AccordComparison);
  self->analyses = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_analysis_unref);
  for (guint i = 0; i < n_analyses; i++)
    g_ptr_array_add (self->analyses, accord_analysis_ref (analyses[i]));
  self->threshold = CLAMP (options->threshold, 0, 1000);
  self->groups = g_array_new (FALSE, FALSE, sizeof (AccordGroup));
  self->members = g_array_new (FALSE, FALSE, sizeof (AccordEnd));
  if (options->without_links)
    self->set = accord_link_set_new ();
  else if (!link_all (self, options, watch, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * accord_comparison_ref:
 * @self: a comparison
 *
 * Returns: (transfer full): @self
 */
AccordComparison *
accord_comparison_ref (AccordComparison *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * accord_comparison_unref:
 * @self: (transfer full): a comparison
 */
void
accord_comparison_unref (AccordComparison *self)
{
  g_atomic_rc_box_release_full (self, comparison_clear);
}

/**
 * accord_comparison_get_n_documents:
 * @self: a comparison
 *
 * Returns: the number of documents, at least 1
 */
guint
accord_comparison_get_n_documents (const AccordComparison *self)
{
  return self->analyses->len;
}

/**
 * accord_comparison_get_analysis:
 * @self: a comparison
 * @document: index of a document
 *
 * Returns: (transfer none): its analysis
 */
AccordAnalysis *
accord_comparison_get_analysis (const AccordComparison *self, guint document)
{
  g_return_val_if_fail (document < self->analyses->len, NULL);

  return g_ptr_array_index (self->analyses, document);
}

/**
 * accord_comparison_get_document:
 * @self: a comparison
 * @document: index of a document
 *
 * Returns: (transfer none): the document
 */
AccordDocument *
accord_comparison_get_document (const AccordComparison *self, guint document)
{
  g_return_val_if_fail (document < self->analyses->len, NULL);

  return accord_analysis_get_document (g_ptr_array_index (self->analyses, document));
}

/**
 * accord_comparison_get_codebook:
 * @self: a comparison
 *
 * Returns: (transfer none): the codebook of its analyses
 */
AccordCodebook *
accord_comparison_get_codebook (const AccordComparison *self)
{
  return accord_analysis_get_codebook (g_ptr_array_index (self->analyses, 0));
}

/**
 * accord_comparison_get_threshold:
 * @self: a comparison
 *
 * Returns: the least score of its links, 0 to 1000
 */
gint
accord_comparison_get_threshold (const AccordComparison *self)
{
  return self->threshold;
}

/**
 * accord_comparison_get_links:
 * @self: a comparison
 * @n_links: (out): their number
 *
 * Returns: (transfer none) (array length=n_links): by document of a, document of b, score (best
 *   first), passage of a, passage of b
 */
const AccordLink *
accord_comparison_get_links (const AccordComparison *self, guint *n_links)
{
  *n_links = self->set->links->len;
  return (const AccordLink *) (gpointer) self->set->links->data;
}

/**
 * accord_comparison_get_reasons:
 * @self: a comparison
 * @link: a link of it
 *
 * Returns: (transfer none): its n_reasons reasons, the strongest first, length last; their weights
 *   sum to its score
 */
const AccordReason *
accord_comparison_get_reasons (const AccordComparison *self, const AccordLink *link)
{
  return (const AccordReason *) (gpointer) self->set->reasons->data + link->first_reason;
}

/**
 * accord_comparison_get_spans:
 * @self: a comparison
 * @first: first_a or first_b of a reason
 *
 * Returns: (transfer none): its n_a or n_b spans in the text of document a or b
 */
const AccordSpan *
accord_comparison_get_spans (const AccordComparison *self, guint32 first)
{
  return (const AccordSpan *) (gpointer) self->set->spans->data + first;
}

/**
 * accord_comparison_get_groups:
 * @self: a comparison
 * @n_groups: (out): their number
 *
 * A group joins passages by their links, the strongest first, as long as at least half of all its
 * pairs across are linked and no document is in it twice.
 *
 * Returns: (transfer none) (array length=n_groups): by document and passage of their first members
 */
const AccordGroup *
accord_comparison_get_groups (const AccordComparison *self, guint *n_groups)
{
  *n_groups = self->groups->len;
  return (const AccordGroup *) (gpointer) self->groups->data;
}

/**
 * accord_comparison_get_members:
 * @self: a comparison
 * @group: a group of it
 *
 * Returns: (transfer none): its n_members members, by document
 */
const AccordEnd *
accord_comparison_get_members (const AccordComparison *self, const AccordGroup *group)
{
  return (const AccordEnd *) (gpointer) self->members->data + group->first_member;
}
