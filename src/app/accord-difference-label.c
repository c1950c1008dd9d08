/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Violet is the colour of changes; each change has a shape as well, and the label says in
 * words what it is to those who do not see it. */
#include "app/accord-difference-label.h"

#include <glib/gi18n.h>

#include "app/accord-palette.h"
#include "engine/accord-difference.h"
#include "engine/accord-findings.h"
#include "engine/accord-language.h"

/* Passages that share less than this, in thousandths, are told in other words: then the difference
 * tells nothing. */
#define LEAST_SHARE 300

static void
add (PangoAttrList *list, PangoAttribute *attribute, guint start, guint end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (list, attribute);
}

static void
paint (PangoAttrList *list, AccordDifferenceKind kind, guint start, guint end)
{
  gboolean dark = accord_palette_is_dark ();

  if (kind == ACCORD_DIFFERENCE_SAME)
    return;
  if (dark)
    add (list, pango_attr_foreground_new (0xc8c8, 0x8f8f, 0xe0e0), start, end);
  else
    add (list, pango_attr_foreground_new (0x8181, 0x3d3d, 0x9c9c), start, end);
  if (kind == ACCORD_DIFFERENCE_DELETED)
    add (list, pango_attr_strikethrough_new (TRUE), start, end);
  if (kind == ACCORD_DIFFERENCE_INSERTED)
    {
      add (list, pango_attr_weight_new (PANGO_WEIGHT_BOLD), start, end);
      add (list, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), start, end);
    }
  if (kind == ACCORD_DIFFERENCE_MOVED)
    {
      add (list, pango_attr_style_new (PANGO_STYLE_ITALIC), start, end);
      add (list, pango_attr_underline_new (PANGO_UNDERLINE_DOUBLE), start, end);
    }
}

static const char *
spoken (AccordDifferenceKind kind)
{
  static const char *const WORDS[] = { "", N_ ("deleted:"), N_ ("inserted:"), N_ ("moved:") };

  return kind == ACCORD_DIFFERENCE_SAME ? "" : _ (WORDS[kind]);
}

static void
append_part (GString *text,
             GString *speech,
             PangoAttrList *list,
             const AccordDifference *part,
             AccordText *a,
             AccordText *b,
             gboolean spaces)
{
  gboolean of_b = part->kind == ACCORD_DIFFERENCE_INSERTED;
  g_autofree char *words = accord_text_dup_span (of_b ? b : a, of_b ? part->b : part->a);
  guint start;

  g_strdelimit (words, "\n", ' ');
  if (text->len > 0 && spaces)
    g_string_append_c (text, ' ');
  start = (guint) text->len;
  g_string_append (text, words);
  g_string_append_printf (speech, " %s %s", spoken (part->kind), words);
  paint (list, part->kind, start, (guint) text->len);
}

/* Shows @parts of the passages of both texts as one. */
static void
show (GtkLabel *label,
      const AccordDifference *parts,
      guint n,
      AccordText *a,
      AccordText *b,
      gboolean spaces)
{
  g_autoptr (PangoAttrList) list = pango_attr_list_new ();
  g_autoptr (GString) text = g_string_new (NULL), speech = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    append_part (text, speech, list, &parts[i], a, b, spaces);
  gtk_label_set_label (label, text->str);
  gtk_label_set_attributes (label, list);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  speech->str, -1);
}

/**
 * accord_difference_label_fill:
 * @label: a label
 * @comparison: what is compared
 * @a: an end of a link
 * @b: the other end
 *
 * Returns: whether the passages are of one language and share enough for their difference to tell
 *   something; nothing is shown else
 */
gboolean
accord_difference_label_fill (GtkLabel *label,
                              AccordComparison *comparison,
                              AccordEnd a,
                              AccordEnd b)
{
  AccordAnalysis *of_a = accord_comparison_get_analysis (comparison, a.document);
  AccordAnalysis *of_b = accord_comparison_get_analysis (comparison, b.document);
  AccordDocument *document_a = accord_analysis_get_document (of_a);
  AccordDocument *document_b = accord_analysis_get_document (of_b);
  const char *language = accord_document_get_passage_language (document_a, a.passage);
  g_autofree AccordDifference *parts = NULL;
  guint n = 0;

  if (language != accord_document_get_passage_language (document_b, b.passage))
    return FALSE;
  parts = accord_difference_of_passages (of_a, a.passage, of_b, b.passage, &n);
  if (accord_difference_share (parts, n) < LEAST_SHARE)
    return FALSE;
  show (label, parts, n, accord_document_get_text (document_a),
        accord_document_get_text (document_b), !accord_language_is_han (language));
  return TRUE;
}

/**
 * accord_difference_label_fill_change:
 * @label: a label
 * @comparison: what is compared
 * @older: a passage of the older draft; its passage is ACCORD_NONE where there is none
 * @newer: a passage of the newer draft; likewise; at least one is there
 *
 * Shows what became of the passage, whatever both share.
 */
void
accord_difference_label_fill_change (GtkLabel *label,
                                     AccordComparison *comparison,
                                     AccordEnd older,
                                     AccordEnd newer)
{
  AccordAnalysis *a = accord_comparison_get_analysis (comparison, older.document);
  AccordAnalysis *b = accord_comparison_get_analysis (comparison, newer.document);
  AccordText *text_a = accord_document_get_text (accord_analysis_get_document (a));
  AccordText *text_b = accord_document_get_text (accord_analysis_get_document (b));
  AccordDifference alone = { ACCORD_DIFFERENCE_DELETED, { 0, 0 }, { 0, 0 } };
  g_autofree AccordDifference *parts = NULL;
  guint n = 0;

  if (older.passage != ACCORD_NONE && newer.passage != ACCORD_NONE)
    {
      parts = accord_difference_of_passages (a, older.passage, b, newer.passage, &n);
      show (label, parts, n, text_a, text_b,
            !accord_language_is_han (accord_document_get_passage_language (
              accord_analysis_get_document (a), older.passage)));
      return;
    }
  if (older.passage != ACCORD_NONE)
    alone.a =
      accord_document_get_passages (accord_analysis_get_document (a), &n)[older.passage].span;
  else
    {
      alone.kind = ACCORD_DIFFERENCE_INSERTED;
      alone.b =
        accord_document_get_passages (accord_analysis_get_document (b), &n)[newer.passage].span;
    }
  show (label, &alone, 1, text_a, text_b, TRUE);
}
