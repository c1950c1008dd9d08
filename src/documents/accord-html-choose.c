/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which element of a web page holds its body? Each paragraph speaks for the elements
 * around it, the nearest most, as do names for text; links speak against them (after
 * Arc90's Readability, 2009). The winner is evidence for its lines; the body itself
 * is then chosen line by line, as it is in a page without markup. */
#include "documents/accord-html-private.h"

#include "documents/accord-extract-private.h"

/* How many elements a paragraph speaks for. */
#define LEVELS 5

/* What a name for text is worth, in hundredths of a clause. */
#define FAVOUR_WORTH 1500

/* Evidence for a line within the main element, beside it, and elsewhere. */
#define EVIDENCE_MAIN 45
#define EVIDENCE_NEAR (-30)
#define EVIDENCE_FAR (-70)

/* An element with this share of the page's text, in percent, is no furniture, whatever it says. */
#define SHARE_MAIN 50
#define SHARE_COMMENTS 85

static AccordElement *
get_element (const AccordHtml *self, guint index)
{
  return &g_array_index (self->elements, AccordElement, index);
}

/* Running text: what is no link, of lines that are sentences. */
static guint
prose (const AccordLine *line)
{
  return line->stops > 0 || line->weight >= 80 ? line->weight - line->linked : 0;
}

/* sums[i] is what the lines before i add up to. */
static guint64 *
sum_lines (const AccordHtml *self, guint (*value) (const AccordLine *))
{
  guint n = self->page->lines->len;
  guint64 *sums = g_new (guint64, (gsize) n + 1);

  sums[0] = 0;
  for (guint i = 0; i < n; i++)
    sums[i + 1] = sums[i] + value (accord_page_get_line (self->page, i));
  return sums;
}

static guint64
sum_of (const guint64 *sums, const AccordElement *element)
{
  return sums[element->end] - sums[element->first];
}

/* An element is what it says, or what the element around it says; but the larger part of the text
 * of a page is its text. */
static void
settle_hints (AccordHtml *self)
{
  g_autofree guint64 *sums = sum_lines (self, prose);
  guint64 total = sums[self->page->lines->len];

  for (guint i = 1; i < self->elements->len; i++)
    {
      AccordElement *element = get_element (self, i);
      guint64 share = element->hint == ACCORD_FURNITURE_COMMENTS ? SHARE_COMMENTS : SHARE_MAIN;

      if (sum_of (sums, element) * 100 >= total * share)
        element->hint = ACCORD_FURNITURE_NONE;
      if (element->hint == ACCORD_FURNITURE_NONE && element->favour < 3)
        element->hint = get_element (self, element->parent)->hint;
    }
  for (guint i = 0; i < self->page->lines->len; i++)
    {
      AccordLine *line = accord_page_get_line (self->page, i);
      AccordFurniture hint = get_element (self, line->node)->hint;

      if (line->furniture == ACCORD_FURNITURE_NONE || hint == ACCORD_FURNITURE_HIDDEN)
        line->furniture = hint;
    }
}

/* Whether an element holds one line and is not a container of lines. */
static gboolean
is_line_element (const AccordElement *element)
{
  switch (element->tag)
    {
    case GUMBO_TAG_P:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
    case GUMBO_TAG_BLOCKQUOTE:
      return TRUE;
    default:
      return element->end - element->first == 1;
    }
}

static gint64
speaks (const AccordLine *line)
{
  gint64 score;

  if (line->furniture != ACCORD_FURNITURE_NONE || line->weight < 25 ||
      (line->stops == 0 && line->weight < 80))
    return 0;
  score = 100 + 100 * (gint64) MIN (line->commas, 10) + MIN (line->weight, 300);
  return score * (line->weight - line->linked) / line->weight;
}

/* The scores of all elements. */
static gint64 *
score_elements (const AccordHtml *self)
{
  gint64 *scores = g_new0 (gint64, self->elements->len);

  for (guint i = 0; i < self->page->lines->len; i++)
    {
      const AccordLine *line = accord_page_get_line (self->page, i);
      gint64 score = speaks (line);
      guint element = line->node;

      if (score <= 0)
        continue;
      if (is_line_element (get_element (self, element)))
        element = get_element (self, element)->parent;
      for (guint level = 0; level < LEVELS; level++)
        {
          scores[element] += level == 0 ? score : level == 1 ? score / 2 : score / (3 * level);
          if (element == 0)
            break;
          element = get_element (self, element)->parent;
        }
    }
  return scores;
}

static guint
weight_of (const AccordLine *line)
{
  return line->weight;
}

static guint
linked_of (const AccordLine *line)
{
  return line->linked;
}

static guint
find_main (const AccordHtml *self)
{
  g_autofree gint64 *scores = score_elements (self);
  g_autofree guint64 *weights = sum_lines (self, weight_of);
  g_autofree guint64 *links = sum_lines (self, linked_of);
  guint best = 0;

  for (guint i = 0; i < self->elements->len; i++)
    {
      const AccordElement *element = get_element (self, i);
      gint64 weight = (gint64) sum_of (weights, element);

      if (scores[i] <= 0 || weight == 0)
        continue;
      scores[i] += element->favour * FAVOUR_WORTH;
      scores[i] = scores[i] * (weight - (gint64) sum_of (links, element)) / weight;
      if (scores[i] > scores[best])
        best = i;
    }
  return best;
}

static void
set_evidence (AccordHtml *self, guint main)
{
  const AccordElement *inner = get_element (self, main);
  const AccordElement *outer = get_element (self, inner->parent);

  for (guint i = 0; i < self->page->lines->len; i++)
    {
      AccordLine *line = accord_page_get_line (self->page, i);

      if (i >= inner->first && i < inner->end)
        line->evidence = EVIDENCE_MAIN;
      else if (i >= outer->first && i < outer->end)
        line->evidence = EVIDENCE_NEAR;
      else
        line->evidence = EVIDENCE_FAR;
    }
}

/**
 * accord_html_choose:
 * @self: a web page, its lines labelled
 *
 * Decides for each line whether it belongs to the body, and if not, why not. Cost: linear.
 */
void
accord_html_choose (AccordHtml *self)
{
  settle_hints (self);
  set_evidence (self, find_main (self));
  accord_page_choose_run (self->page);
}
