/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each two documents share: common principles, then links; and the places behind the
 * counts of themes and stances. */
#include "report/accord-report-compose.h"

#include <glib/gi18n-lib.h>

#include "report/accord-report-private.h"

static void
links_of_verdict (AccordCompose *self, AccordVerdict verdict)
{
  const AccordFacts *facts = self->facts;
  g_autofree char *anchor = g_strdup_printf ("links-%s", accord_verdict_name (verdict));

  accord_flow_begin (self->flow, ACCORD_FLOW_BODY, NULL);
  accord_flow_anchor (self->flow, anchor);
  accord_flow_printf (self->flow, "%s: %u  ", accord_facts_verdict_word (verdict),
                      accord_facts_count_links (facts, verdict));
  for (guint i = 0; i < facts->n_links; i++)
    if (facts->link_numbers[i] > 0 && facts->links[i].verdict == verdict)
      {
        g_autofree char *target = g_strdup_printf ("l%u", facts->link_numbers[i]);

        accord_compose_linked (self, target, target + 1);
        accord_flow_text (self->flow, " ", -1);
      }
}

static void
common_side (AccordCompose *self, guint p, guint d)
{
  const AccordCell *cell = accord_coverage_get_cell (self->facts->coverage, p, d);
  const AccordCodingFinding *best = &self->facts->codings[cell->best];
  AccordDocument *document = accord_facts_get_document (self->facts, d);
  g_autofree char *anchor = accord_compose_dup_anchor ('p', p, d);

  accord_flow_cell (self->flow, 0, 1, ACCORD_FLOW_NONE);
  accord_flow_link (self->flow, anchor);
  accord_flow_glyph (self->flow, cell->stance, FALSE);
  accord_flow_printf (self->flow, " %s%u", cell->opposed ? "≁ " : "", cell->n_codings);
  accord_flow_link (self->flow, NULL);
  accord_flow_text (self->flow, " ", -1);
  self->flow->pen.language = accord_document_get_passage_language (document, best->passage);
  self->flow->pen.flags |= ACCORD_FLOW_DIMMED;
  accord_compose_excerpt (self, document, best->span);
}

static void
common_table (AccordCompose *self, guint a, guint b)
{
  static const guint WIDTHS[] = { 26, 37, 37 };
  const AccordFacts *facts = self->facts;

  if (accord_facts_count_common (facts, a, b) == 0)
    {
      accord_flow_begin (self->flow, ACCORD_FLOW_BODY, NULL);
      accord_flow_text (self->flow, _ ("They share no principle."), -1);
      return;
    }
  accord_flow_begin_table (self->flow, WIDTHS, G_N_ELEMENTS (WIDTHS));
  accord_flow_row (self->flow, TRUE);
  accord_flow_cell (self->flow, ACCORD_CELL_HEADER, 1, ACCORD_FLOW_NONE);
  accord_flow_text (self->flow, _ ("Principle"), -1);
  accord_flow_cell (self->flow, ACCORD_CELL_HEADER, 1, ACCORD_FLOW_NONE);
  accord_compose_letter (self, a);
  accord_flow_cell (self->flow, ACCORD_CELL_HEADER, 1, ACCORD_FLOW_NONE);
  accord_compose_letter (self, b);
  for (guint p = 0; p < facts->n_principles; p++)
    {
      if (!accord_facts_has (facts, p, a) || !accord_facts_has (facts, p, b))
        continue;
      accord_flow_row (self->flow, FALSE);
      accord_flow_cell (self->flow, 0, 1, (gint) accord_coverage_get_class (facts->coverage, p));
      accord_compose_principle (self, p);
      common_side (self, p, a);
      common_side (self, p, b);
    }
  accord_flow_end_table (self->flow);
}

static void
pair (AccordCompose *self, guint a, guint b)
{
  const AccordFacts *facts = self->facts;
  g_autofree char *anchor = g_strdup_printf ("d%u-with-d%u", a + 1, b + 1);
  guint n = accord_facts_count_common (facts, a, b);
  guint n_links = accord_facts_count_pair_links (facts, a, b);

  accord_compose_section (self, anchor);
  accord_compose_letter (self, a);
  accord_flow_text (self->flow, " – ", -1);
  accord_compose_letter (self, b);
  accord_flow_text (self->flow, "  ", -1);
  self->flow->pen.flags |= ACCORD_FLOW_DIMMED;
  accord_flow_printf (self->flow, ngettext ("%u principle", "%u principles", n), n);
  accord_flow_text (self->flow, ", ", -1);
  accord_flow_printf (self->flow, ngettext ("%u link", "%u links", n_links), n_links);
  common_table (self, a, b);
  for (guint i = 0; i < facts->n_links && accord_compose_go_on (self); i++)
    if (accord_facts_is_of_pair (facts, i, a, b))
      accord_compose_link_finding (self, i);
}

/**
 * accord_compose_pairs:
 * @self: a report of two documents or more
 */
void
accord_compose_pairs (AccordCompose *self)
{
  const AccordFacts *facts = self->facts;

  accord_compose_chapter (self, "pairs", _ ("Pair by pair"));
  accord_compose_subheading (self, _ ("Links by verdict"));
  for (gint v = ACCORD_N_VERDICTS - 1; v >= 0; v--)
    links_of_verdict (self, (AccordVerdict) v);
  for (guint i = 0; i < facts->n_documents; i++)
    for (guint j = i + 1; j < facts->n_documents && !self->stopped; j++)
      pair (self, facts->documents[i], facts->documents[j]);
}

static gboolean
is_of (const AccordFacts *facts, const AccordCodingFinding *finding, guint theme, gint stance)
{
  if (!accord_coverage_counts (facts->coverage, finding))
    return FALSE;
  return stance != ACCORD_FLOW_NONE ? (gint) finding->stance == stance
                                    : facts->principles[finding->principle].theme == theme;
}

/* The places of a theme or, where @stance is none, of a stance, in a document. */
static void
places (AccordCompose *self, guint theme, gint stance, guint d)
{
  const AccordFacts *facts = self->facts;
  guint n = 0, counted = 0;
  const AccordCodingFinding *codings =
    accord_findings_get_document_codings (facts->findings, d, &n);
  g_autofree char *anchor =
    stance != ACCORD_FLOW_NONE
      ? g_strdup_printf ("d%u-%s", d + 1, accord_stance_name ((AccordStance) stance))
      : accord_compose_dup_anchor ('t', theme, d);

  for (guint i = 0; i < n; i++)
    counted += is_of (facts, &codings[i], theme, stance);
  if (counted == 0)
    return;
  accord_flow_begin (self->flow, ACCORD_FLOW_BODY, NULL);
  accord_flow_anchor (self->flow, anchor);
  accord_compose_letter (self, d);
  accord_flow_text (self->flow, " ", -1);
  if (stance != ACCORD_FLOW_NONE)
    accord_flow_glyph (self->flow, (AccordStance) stance, TRUE);
  accord_flow_printf (self->flow, " %u: ", counted);
  for (guint i = 0; i < n; i++)
    {
      if (!is_of (facts, &codings[i], theme, stance))
        continue;
      if (stance == ACCORD_FLOW_NONE)
        accord_flow_glyph (self->flow, codings[i].stance, FALSE);
      accord_compose_place (self, d, codings[i].passage);
      accord_flow_text (self->flow, " ", -1);
    }
}

/**
 * accord_compose_places:
 * @self: a report
 */
void
accord_compose_places (AccordCompose *self)
{
  const AccordFacts *facts = self->facts;

  accord_compose_chapter (self, "places", _ ("Places"));
  accord_flow_begin (self->flow, ACCORD_FLOW_DIM, NULL);
  accord_flow_text (self->flow, _ ("A passage that speaks of two principles stands here twice."),
                    -1);
  accord_compose_section (self, NULL);
  accord_flow_text (self->flow, _ ("By theme"), -1);
  for (guint t = 0; t < facts->n_themes; t++)
    {
      if (accord_coverage_get_theme_class (facts->coverage, t) == ACCORD_COVERAGE_SILENT)
        continue;
      accord_flow_heading (self->flow, 3, NULL);
      accord_compose_theme (self, t);
      for (guint i = 0; i < facts->n_documents && accord_compose_go_on (self); i++)
        places (self, t, ACCORD_FLOW_NONE, facts->documents[i]);
    }
  accord_compose_section (self, NULL);
  accord_flow_text (self->flow, _ ("By stance"), -1);
  for (guint i = 0; i < facts->n_documents; i++)
    for (gint s = 0; s < ACCORD_N_STANCES && accord_compose_go_on (self); s++)
      places (self, 0, s, facts->documents[i]);
}
