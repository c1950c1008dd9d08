/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One pass over the findings of a document, which are sorted by passage and score. */
#include "app/accord-passage-marks.h"

/* How widely a class is shared; the widest wins where a passage has several principles. */
static guint
breadth (AccordCoverageClass coverage)
{
  static const guint BREADTH[ACCORD_N_COVERAGES] = {
    [ACCORD_COVERAGE_SILENT] = 0, [ACCORD_COVERAGE_UNIQUE] = 1,  [ACCORD_COVERAGE_SOME] = 2,
    [ACCORD_COVERAGE_ALL] = 3,    [ACCORD_COVERAGE_PRESENT] = 2,
  };

  return BREADTH[coverage];
}

static void
add_pill (AccordPassageMark *mark, const AccordPill *pill)
{
  for (guint i = 0; i < mark->n_pills; i++)
    if (mark->pills[i].theme == pill->theme)
      {
        mark->pills[i].focused |= pill->focused;
        return;
      }
  if (mark->n_pills < ACCORD_MAX_PILLS)
    {
      mark->pills[mark->n_pills++] = *pill;
      return;
    }
  mark->n_more++;
  if (pill->focused && !mark->pills[ACCORD_MAX_PILLS - 1].focused)
    mark->pills[ACCORD_MAX_PILLS - 1] = *pill;
}

/* The focused pill stands first, where the eye looks. */
static void
order_pills (AccordPassageMark *mark)
{
  for (guint i = 1; i < mark->n_pills; i++)
    if (mark->pills[i].focused && !mark->pills[0].focused)
      {
        AccordPill first = mark->pills[0];

        mark->pills[0] = mark->pills[i];
        mark->pills[i] = first;
      }
}

static void
add_finding (AccordView *view,
             AccordCoverage *coverage,
             const AccordCodingFinding *finding,
             AccordPassageMark *mark)
{
  AccordCodebook *codebook = accord_session_get_codebook (accord_view_get_session (view));
  guint n = 0;
  const AccordPrinciple *principles = accord_codebook_get_principles (codebook, &n);
  gboolean focused = accord_view_is_principle_focused (view, finding->principle);
  AccordPill pill = { principles[finding->principle].theme, finding->stance, finding->status,
                      focused };
  AccordCoverageClass class = accord_coverage_get_class (coverage, finding->principle);

  if (!accord_view_passes_coding (view, finding))
    return;
  add_pill (mark, &pill);
  if (!accord_view_shows_coding (view, finding))
    return;
  mark->dimmed = FALSE;
  if (breadth (class) > breadth (mark->coverage))
    mark->coverage = class;
}

/* While only some findings are shown, a passage without any of them steps back. */
static void
dim (AccordView *view, AccordFindings *findings, guint document, AccordPassageMark *marks, guint n)
{
  guint n_links = 0;
  const AccordLinkFinding *links = accord_findings_get_links (findings, &n_links);
  g_autofree guint8 *linked = g_new0 (guint8, MAX (n, 1));

  for (guint i = 0; i < n_links; i++)
    {
      if ((links[i].a.document != document && links[i].b.document != document) ||
          !accord_view_shows_link (view, &links[i]))
        continue;
      linked[links[i].a.document == document ? links[i].a.passage : links[i].b.passage] = 1;
    }
  for (guint i = 0; i < n; i++)
    marks[i].dimmed = !linked[i];
}

/**
 * accord_passage_marks_new:
 * @view: what is looked at
 * @document: index of a compared document
 * @n_marks: (out): the number of its passages
 *
 * Cost: linear in its passages and findings.
 *
 * Returns: (transfer full) (array length=n_marks) (nullable): a mark for each passage; NULL before
 * the first comparison
 */
AccordPassageMark *
accord_passage_marks_new (AccordView *view, guint document, guint *n_marks)
{
  AccordCoverage *coverage = accord_session_get_coverage (accord_view_get_session (view));
  AccordFindings *findings = NULL;
  AccordPassageMark *marks = NULL;
  const AccordCodingFinding *codings = NULL;
  guint n = 0;

  *n_marks = 0;
  if (coverage == NULL)
    return NULL;
  findings = accord_coverage_get_findings (coverage);
  if (document >= accord_comparison_get_n_documents (accord_findings_get_comparison (findings)))
    return NULL;
  accord_document_get_passages (
    accord_comparison_get_document (accord_findings_get_comparison (findings), document), n_marks);
  marks = g_new0 (AccordPassageMark, MAX (*n_marks, 1));
  if (accord_view_is_filtered (view))
    dim (view, findings, document, marks, *n_marks);
  codings = accord_findings_get_document_codings (findings, document, &n);
  for (guint i = 0; i < n; i++)
    if (codings[i].passage < *n_marks)
      add_finding (view, coverage, &codings[i], &marks[codings[i].passage]);
  for (guint i = 0; i < *n_marks; i++)
    order_pills (&marks[i]);
  return marks;
}
