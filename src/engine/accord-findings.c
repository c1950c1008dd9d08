/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Findings are made in three steps: one for each coding and link of the machine,
 * then the decisions in order (a later one about the same finding wins), then one
 * sort. A decision whose place or principle does not exist here changes nothing. */
#include "engine/accord-findings.h"

#include "engine/accord-findings-verdict-private.h"
#include "engine/accord-verdict-private.h"

/* Invariants: codings and links are sorted as the accessors say; first_coding has one
 * entry a document and one more, its run in codings. */
struct _AccordFindings
{
  AccordComparison *comparison;
  AccordReview *review;
  GArray *codings;
  GArray *links;
  guint *first_coding;
};

/* What the steps share. by_end: indices of the links by document pair and passage of a. */
typedef struct
{
  AccordFindings *self;
  guint n_documents;
  guint *first_machine; /* of a document, in codings as long as they are unsorted */
  GArray *by_end;       /* nullable: made when a decision on a link comes first */
} Maker;

static void
findings_clear (gpointer data)
{
  AccordFindings *self = data;

  accord_comparison_unref (self->comparison);
  accord_review_unref (self->review);
  g_array_unref (self->codings);
  g_array_unref (self->links);
  g_free (self->first_coding);
}

static const AccordPassage *
passages_of (const AccordFindings *self, guint document, guint *n)
{
  return accord_document_get_passages (accord_comparison_get_document (self->comparison, document),
                                       n);
}

static AccordCodingFinding *
coding_at (AccordFindings *self, guint i)
{
  return &g_array_index (self->codings, AccordCodingFinding, i);
}

static AccordLinkFinding *
link_at (AccordFindings *self, guint i)
{
  return &g_array_index (self->links, AccordLinkFinding, i);
}

static void
add_machine_codings (Maker *maker, guint document)
{
  AccordFindings *self = maker->self;
  AccordAnalysis *analysis = accord_comparison_get_analysis (self->comparison, document);
  guint n_passages = 0, n = 0;
  const AccordPassage *passages = passages_of (self, document, &n_passages);
  const AccordCoding *codings = accord_analysis_get_codings (analysis, &n);

  maker->first_machine[document] = self->codings->len;
  for (guint i = 0; i < n; i++)
    {
      AccordCodingFinding finding = { document,
                                      codings[i].passage,
                                      passages[codings[i].passage].span,
                                      codings[i].principle,
                                      codings[i].score,
                                      codings[i].stance,
                                      codings[i].polarity,
                                      codings[i].strength,
                                      ACCORD_STATUS_MACHINE,
                                      i,
                                      ACCORD_NONE,
                                      ACCORD_NONE,
                                      codings[i].actor };

      g_array_append_val (self->codings, finding);
    }
}

static void
add_machine_links (AccordFindings *self)
{
  guint n = 0;
  const AccordLink *links = accord_comparison_get_links (self->comparison, &n);

  for (guint i = 0; i < n; i++)
    {
      AccordLinkFinding finding = { links[i].a,
                                    links[i].b,
                                    links[i].score,
                                    links[i].kind,
                                    links[i].verdict,
                                    ACCORD_STATUS_MACHINE,
                                    i,
                                    ACCORD_NONE };

      g_array_append_val (self->links, finding);
    }
}

static gboolean
place_exists (Maker *maker, const AccordPlace *place)
{
  AccordText *text = NULL;

  if (place->document >= maker->n_documents || place->span.start >= place->span.end)
    return FALSE;
  text = accord_document_get_text (
    accord_comparison_get_document (maker->self->comparison, place->document));
  return accord_text_is_boundary (text, place->span.start) &&
         accord_text_is_boundary (text, place->span.end);
}

/* The passage in which @place begins, else the nearest behind it, else the last one. */
static gboolean
passage_of (Maker *maker, const AccordPlace *place, guint32 *passage)
{
  guint n = 0;

  if (!place_exists (maker, place))
    return FALSE;
  passages_of (maker->self, place->document, &n);
  *passage = accord_document_find_passage (
    accord_comparison_get_document (maker->self->comparison, place->document), place->span.start);
  *passage = MIN (*passage, n - 1);
  return n > 0;
}

static guint32
overlap (AccordSpan a, AccordSpan b)
{
  return accord_span_overlaps (a, b) ? MIN (a.end, b.end) - MAX (a.start, b.start) : 0;
}

/* The machine's coding with @principle whose passage overlaps @place most, the first of equals. */
static AccordCodingFinding *
find_coding (Maker *maker, const AccordPlace *place, guint principle)
{
  AccordFindings *self = maker->self;
  AccordAnalysis *analysis = accord_comparison_get_analysis (self->comparison, place->document);
  guint n_passages = 0, n_all = 0;
  const AccordPassage *passages = passages_of (self, place->document, &n_passages);
  const AccordCoding *all = accord_analysis_get_codings (analysis, &n_all);
  AccordCodingFinding *found = NULL;
  guint32 most = 0;

  for (guint p = accord_document_find_passage (
         accord_comparison_get_document (self->comparison, place->document), place->span.start);
       p < n_passages && passages[p].span.start < place->span.end; p++)
    {
      guint n = 0;
      const AccordCoding *codings = accord_analysis_get_passage_codings (analysis, p, &n);
      guint32 common = overlap (passages[p].span, place->span);

      for (guint i = 0; i < n && common > most; i++)
        if (codings[i].principle == principle)
          {
            most = common;
            found =
              coding_at (self, maker->first_machine[place->document] + (guint) (codings + i - all));
          }
    }
  return found;
}

static gint
compare_guint (guint a, guint b)
{
  return (a > b) - (a < b);
}

static gint
compare_by_end (gconstpointer a, gconstpointer b, gpointer data)
{
  AccordFindings *self = data;
  const AccordLinkFinding *x = link_at (self, *(const guint *) a);
  const AccordLinkFinding *y = link_at (self, *(const guint *) b);
  gint order = compare_guint (x->a.document, y->a.document);

  order = order != 0 ? order : compare_guint (x->b.document, y->b.document);
  order = order != 0 ? order : compare_guint (x->a.passage, y->a.passage);
  return order != 0 ? order : compare_guint (*(const guint *) a, *(const guint *) b);
}

/* Links by document pair and place of a, so that a decision is found without a walk over all. */
static void
sort_by_end (Maker *maker)
{
  maker->by_end = g_array_sized_new (FALSE, FALSE, sizeof (guint), maker->self->links->len);
  for (guint i = 0; i < maker->self->links->len; i++)
    g_array_append_val (maker->by_end, i);
  g_array_sort_with_data (maker->by_end, compare_by_end, maker->self);
}

/* The first entry of by_end that is not before @end in its pair with @other_document. */
static guint
lower_bound (Maker *maker, AccordEnd end, guint other_document)
{
  guint low = 0, high = maker->by_end->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const AccordLinkFinding *link =
        link_at (maker->self, g_array_index (maker->by_end, guint, middle));
      gint order = compare_guint (link->a.document, end.document);

      order = order != 0 ? order : compare_guint (link->b.document, other_document);
      order = order != 0 ? order : compare_guint (link->a.passage, end.passage);
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* The machine's link whose two passages overlap @a and @b, most of all such. */
static AccordLinkFinding *
find_link (Maker *maker, const AccordPlace *a, const AccordPlace *b)
{
  AccordFindings *self = maker->self;
  guint n_a = 0, n_b = 0;
  const AccordPassage *passages_a = passages_of (self, a->document, &n_a);
  const AccordPassage *passages_b = passages_of (self, b->document, &n_b);
  AccordEnd end = { a->document, accord_document_find_passage (
                                   accord_comparison_get_document (self->comparison, a->document),
                                   a->span.start) };
  AccordLinkFinding *found = NULL;
  guint64 most = 0;

  if (maker->by_end == NULL)
    sort_by_end (maker);
  for (guint i = lower_bound (maker, end, b->document); i < maker->by_end->len; i++)
    {
      AccordLinkFinding *link = link_at (self, g_array_index (maker->by_end, guint, i));
      guint64 common_a = 0, common_b = 0;

      if (link->a.document != a->document || link->b.document != b->document ||
          passages_a[link->a.passage].span.start >= a->span.end)
        break;
      common_a = overlap (passages_a[link->a.passage].span, a->span);
      common_b = overlap (passages_b[link->b.passage].span, b->span);
      if (common_a > 0 && common_b > 0 && common_a + common_b > most)
        {
          most = common_a + common_b;
          found = link;
        }
    }
  return found;
}

/* Another stance keeps which side the words take: "must not discriminate" prohibits, and is for
 * fairness. */
static void
change_coding (AccordCodingFinding *coding, const AccordDecision *decision, guint index)
{
  coding->change = index;
  if (decision->stance < ACCORD_N_STANCES)
    {
      gint turn = coding->polarity * accord_stance_polarity (coding->stance);

      coding->stance = decision->stance;
      coding->polarity = turn * accord_stance_polarity (decision->stance);
      coding->strength = accord_stance_strength (decision->stance);
    }
  if (decision->actor < ACCORD_N_ACTORS)
    coding->actor = decision->actor;
  /* Who says what it does says that it is there. */
  if (coding->decision == ACCORD_NONE)
    coding->status = ACCORD_STATUS_CONFIRMED;
}

static void
judge_coding (AccordCodingFinding *coding, const AccordDecision *decision, guint index)
{
  if (decision->kind == ACCORD_DECISION_STANCE)
    {
      change_coding (coding, decision, index);
      return;
    }
  coding->status =
    decision->kind == ACCORD_DECISION_ACCEPT ? ACCORD_STATUS_CONFIRMED : ACCORD_STATUS_REJECTED;
  coding->decision = index;
}

static void
judge (Maker *maker, const AccordDecision *decision, guint index)
{
  const AccordPlace *a = &decision->target, *b = &decision->other;
  AccordCodebook *codebook = accord_comparison_get_codebook (maker->self->comparison);
  guint principle = 0;

  if (!place_exists (maker, a) || (decision->is_link && !place_exists (maker, b)))
    return;
  if (decision->is_link)
    {
      gboolean ordered = a->document < b->document;
      AccordLinkFinding *link = find_link (maker, ordered ? a : b, ordered ? b : a);

      if (link != NULL)
        {
          link->status = decision->kind == ACCORD_DECISION_ACCEPT ? ACCORD_STATUS_CONFIRMED
                                                                  : ACCORD_STATUS_REJECTED;
          link->decision = index;
        }
    }
  else if (accord_codebook_find_principle (codebook, decision->principle, &principle))
    {
      AccordCodingFinding *coding = find_coding (maker, a, principle);

      if (coding != NULL)
        judge_coding (coding, decision, index);
    }
}

static void
add_person_coding (Maker *maker, const AccordDecision *decision, guint index)
{
  AccordCodebook *codebook = accord_comparison_get_codebook (maker->self->comparison);
  AccordCodingFinding finding = { decision->target.document,
                                  0,
                                  decision->target.span,
                                  0,
                                  1000,
                                  decision->stance,
                                  1,
                                  0,
                                  ACCORD_STATUS_ANALYST,
                                  ACCORD_NONE,
                                  index,
                                  ACCORD_NONE,
                                  decision->actor };

  if (decision->stance >= ACCORD_N_STANCES || decision->actor >= ACCORD_N_ACTORS ||
      !accord_codebook_find_principle (codebook, decision->principle, &finding.principle) ||
      !passage_of (maker, &decision->target, &finding.passage))
    return;
  finding.strength = accord_stance_strength (decision->stance);
  finding.polarity = accord_stance_polarity (decision->stance);
  g_array_append_val (maker->self->codings, finding);
}

static void
add_person_pair (Maker *maker, const AccordDecision *decision, guint index)
{
  AccordComparison *comparison = maker->self->comparison;
  gboolean ordered = decision->target.document < decision->other.document;
  const AccordPlace *a = ordered ? &decision->target : &decision->other;
  const AccordPlace *b = ordered ? &decision->other : &decision->target;
  AccordLinkFinding finding = {
    { a->document, 0 },  { b->document, 0 },    1000,        ACCORD_LINK_RELATED,
    ACCORD_VERDICT_NONE, ACCORD_STATUS_ANALYST, ACCORD_NONE, index
  };

  if (a->document == b->document || !passage_of (maker, a, &finding.a.passage) ||
      !passage_of (maker, b, &finding.b.passage))
    return;
  finding.verdict = accord_verdict_of_passages (
    accord_comparison_get_analysis (comparison, a->document), finding.a.passage,
    accord_comparison_get_analysis (comparison, b->document), finding.b.passage);
  g_array_append_val (maker->self->links, finding);
}

/* Judgements come first: they look findings up among the machine's, by index. */
static void
apply_decisions (Maker *maker)
{
  guint n = 0;
  const AccordDecision *decisions = accord_review_get_decisions (maker->self->review, &n);

  for (guint i = 0; i < n; i++)
    if (decisions[i].kind == ACCORD_DECISION_ACCEPT || decisions[i].kind == ACCORD_DECISION_REJECT)
      judge (maker, &decisions[i], i);
  for (guint i = 0; i < n; i++)
    if (decisions[i].kind == ACCORD_DECISION_STANCE && !decisions[i].is_link)
      judge (maker, &decisions[i], i);
  for (guint i = 0; i < n; i++)
    if (decisions[i].kind == ACCORD_DECISION_CODE)
      add_person_coding (maker, &decisions[i], i);
    else if (decisions[i].kind == ACCORD_DECISION_PAIR)
      add_person_pair (maker, &decisions[i], i);
}

static gint
compare_codings (gconstpointer a, gconstpointer b)
{
  const AccordCodingFinding *x = a, *y = b;
  gint order = compare_guint (x->document, y->document);

  order = order != 0 ? order : compare_guint (x->passage, y->passage);
  order = order != 0 ? order : y->score - x->score;
  order = order != 0 ? order : compare_guint (x->principle, y->principle);
  order = order != 0 ? order : compare_guint (x->coding, y->coding);
  return order != 0 ? order : compare_guint (x->decision, y->decision);
}

static gint
compare_links (gconstpointer a, gconstpointer b)
{
  const AccordLinkFinding *x = a, *y = b;
  gint order = compare_guint (x->a.document, y->a.document);

  order = order != 0 ? order : compare_guint (x->b.document, y->b.document);
  order = order != 0 ? order : y->score - x->score;
  order = order != 0 ? order : compare_guint (x->a.passage, y->a.passage);
  order = order != 0 ? order : compare_guint (x->b.passage, y->b.passage);
  order = order != 0 ? order : compare_guint (x->link, y->link);
  return order != 0 ? order : compare_guint (x->decision, y->decision);
}

static void
finish (Maker *maker)
{
  AccordFindings *self = maker->self;
  guint i = 0, n_decisions = 0;

  g_array_sort (self->codings, compare_codings);
  g_array_sort (self->links, compare_links);
  for (guint document = 0; document <= maker->n_documents; document++)
    {
      while (i < self->codings->len && coding_at (self, i)->document < document)
        i++;
      self->first_coding[document] = i;
    }
  accord_review_get_decisions (self->review, &n_decisions);
  if (n_decisions > 0)
    accord_findings_judge_links (
      &g_array_index (self->codings, AccordCodingFinding, 0), self->first_coding,
      &g_array_index (self->links, AccordLinkFinding, 0), self->links->len);
}

/**
 * accord_findings_new:
 * @comparison: a comparison
 * @review: (nullable): a person's decisions about its documents
 *
 * Applies @review to @comparison. An accept or reject finds the machine's coding of the same
 * principle whose passage overlaps the target most, or the machine's link both of whose passages
 * overlap the two places, in either order. Of several decisions about one finding the last counts.
 * A change of stance confirms the coding it is about, unless that was judged. Codings and pairs of
 * the person are added beside the machine's; verdicts of links follow all of these. Decisions whose
 * document, place or principle does not exist here have no effect. Cost: linear in findings and
 * decisions, and a sort.
 *
 * Returns: (transfer full): the findings
 */
AccordFindings *
accord_findings_new (AccordComparison *comparison, AccordReview *review)
{
  AccordFindings *self = NULL;
  Maker maker = { NULL };

  g_return_val_if_fail (comparison != NULL, NULL);

  self = g_atomic_rc_box_new0 (AccordFindings);
  maker.self = self;
  maker.n_documents = accord_comparison_get_n_documents (comparison);
  maker.first_machine = g_new0 (guint, maker.n_documents + 1);
  self->comparison = accord_comparison_ref (comparison);
  self->review = review != NULL ? accord_review_ref (review) : accord_review_new (NULL, 0);
  self->codings = g_array_new (FALSE, FALSE, sizeof (AccordCodingFinding));
  self->links = g_array_new (FALSE, FALSE, sizeof (AccordLinkFinding));
  self->first_coding = g_new0 (guint, maker.n_documents + 1);
  for (guint i = 0; i < maker.n_documents; i++)
    add_machine_codings (&maker, i);
  add_machine_links (self);
  apply_decisions (&maker);
  finish (&maker);
  g_free (maker.first_machine);
  g_clear_pointer (&maker.by_end, g_array_unref);
  return self;
}

/**
 * accord_findings_ref:
 * @self: findings
 *
 * Returns: (transfer full): @self
 */
AccordFindings *
accord_findings_ref (AccordFindings *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * accord_findings_unref:
 * @self: (transfer full): findings
 */
void
accord_findings_unref (AccordFindings *self)
{
  g_atomic_rc_box_release_full (self, findings_clear);
}

/**
 * accord_findings_get_comparison:
 * @self: findings
 *
 * Returns: (transfer none): what the machine found
 */
AccordComparison *
accord_findings_get_comparison (const AccordFindings *self)
{
  return self->comparison;
}

/**
 * accord_findings_get_review:
 * @self: findings
 *
 * Returns: (transfer none): what the person decided; an empty review where none was given
 */
AccordReview *
accord_findings_get_review (const AccordFindings *self)
{
  return self->review;
}

/**
 * accord_findings_get_codings:
 * @self: findings
 * @n_codings: (out): their number
 *
 * Returns: (transfer none) (array length=n_codings): all codings, rejected ones too, by document,
 *   passage, score (best first), principle
 */
const AccordCodingFinding *
accord_findings_get_codings (const AccordFindings *self, guint *n_codings)
{
  *n_codings = self->codings->len;
  return (const AccordCodingFinding *) (gpointer) self->codings->data;
}

/**
 * accord_findings_get_document_codings:
 * @self: findings
 * @document: index of a document
 * @n_codings: (out): their number
 *
 * Returns: (transfer none) (array length=n_codings): the run of accord_findings_get_codings() that
 *   belongs to @document
 */
const AccordCodingFinding *
accord_findings_get_document_codings (const AccordFindings *self, guint document, guint *n_codings)
{
  *n_codings = 0;
  g_return_val_if_fail (document < accord_comparison_get_n_documents (self->comparison), NULL);

  *n_codings = self->first_coding[document + 1] - self->first_coding[document];
  return (const AccordCodingFinding *) (gpointer) self->codings->data +
         self->first_coding[document];
}

/**
 * accord_findings_get_links:
 * @self: findings
 * @n_links: (out): their number
 *
 * Returns: (transfer none) (array length=n_links): all links, rejected ones too, by document of a,
 *   document of b, score (best first), position
 */
const AccordLinkFinding *
accord_findings_get_links (const AccordFindings *self, guint *n_links)
{
  *n_links = self->links->len;
  return (const AccordLinkFinding *) (gpointer) self->links->data;
}
