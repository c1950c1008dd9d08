/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of places. Documents are numbered as in the findings. */
#include "app/accord-place.h"

#include <glib/gi18n.h>

#include "app/accord-mark.h"
#include "session/accord-label.h"

static AccordDocument *
document_of (AccordSession *session, guint document)
{
  AccordFindings *findings = accord_session_get_findings (session);

  return accord_comparison_get_document (accord_findings_get_comparison (findings), document);
}

static const AccordPassage *
passage_of (AccordSession *session, guint document, guint passage)
{
  guint n = 0;
  const AccordPassage *passages =
    accord_document_get_passages (document_of (session, document), &n);

  g_return_val_if_fail (passage < n, NULL);

  return &passages[passage];
}

/**
 * accord_place_dup_label:
 * @session: a session with findings
 * @document: index of a compared document
 * @passage: index of a passage of it
 *
 * Returns: (transfer full): letter and paragraph, such as "A ¶7"
 */
char *
accord_place_dup_label (AccordSession *session, guint document, guint passage)
{
  AccordSessionDocument *row = accord_session_get_compared (session, document);
  const AccordPassage *place = passage_of (session, document, passage);

  g_return_val_if_fail (row != NULL && place != NULL, g_strdup (""));

  return g_strdup_printf ("%s ¶%u", accord_session_document_get_letter (row), place->paragraph + 1);
}

/**
 * accord_place_dup_link_label:
 * @session: a session with findings
 * @link: one of them
 *
 * Returns: (transfer full): its two places, such as "A ¶7 ↔ B ¶5"
 */
char *
accord_place_dup_link_label (AccordSession *session, const AccordLinkFinding *link)
{
  g_autofree char *a = accord_place_dup_label (session, link->a.document, link->a.passage);
  g_autofree char *b = accord_place_dup_label (session, link->b.document, link->b.passage);

  return g_strdup_printf ("%s ↔ %s", a, b);
}

/**
 * accord_place_dup_finding_label:
 * @session: a session with findings
 * @is_link: whether a link is named; else a coding
 * @index: of it among the findings
 *
 * Returns: (transfer full): one line that tells everything about it: where, what, whose, how sure
 */
char *
accord_place_dup_finding_label (AccordSession *session, gboolean is_link, guint index)
{
  AccordFindings *findings = accord_session_get_findings (session);
  guint n_links = 0, n_codings = 0;
  const AccordLinkFinding *links = accord_findings_get_links (findings, &n_links);
  const AccordCodingFinding *codings = accord_findings_get_codings (findings, &n_codings);
  g_autofree char *place = NULL, *score = NULL;

  if (index >= (is_link ? n_links : n_codings))
    return g_strdup ("");
  score = accord_place_dup_score (is_link ? links[index].score : codings[index].score);
  if (is_link)
    {
      place = accord_place_dup_link_label (session, &links[index]);
      return g_strdup_printf ("%s%s%s, %s %s", place,
                              links[index].verdict == ACCORD_VERDICT_OPPOSED ? ", " : "",
                              links[index].verdict == ACCORD_VERDICT_OPPOSED ? _ ("opposed") : "",
                              accord_mark_status_label (links[index].status), score);
    }
  place = accord_place_dup_label (session, codings[index].document, codings[index].passage);
  return g_strdup_printf ("%s, %s, %s, %s %s", place,
                          accord_codebook_get_sentence (accord_session_get_codebook (session),
                                                        codings[index].principle, ACCORD_WHAT_NAME,
                                                        accord_label_language ()),
                          accord_mark_stance_label (codings[index].stance),
                          accord_mark_status_label (codings[index].status), score);
}

/* Bullets number nothing. */
static gboolean
is_number (const char *marker)
{
  for (const char *c = marker; c != NULL && *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_isalnum (g_utf8_get_char (c)))
      return TRUE;
  return FALSE;
}

/**
 * accord_place_dup_number:
 * @document: a document
 * @paragraph: index of a paragraph of it
 *
 * Returns: (transfer full): "¶7", counted from 1; with the number that the document itself gives
 *   it, where it has one, as "¶7 · 3."
 */
char *
accord_place_dup_number (AccordDocument *document, guint paragraph)
{
  guint n = 0, n_blocks = 0;
  const AccordParagraph *paragraphs = accord_document_get_paragraphs (document, &n);
  const AccordBlock *blocks = accord_document_get_blocks (document, &n_blocks);
  const char *marker = NULL;

  g_return_val_if_fail (paragraph < n, g_strdup (""));

  marker = blocks[paragraphs[paragraph].block].marker;
  if (is_number (marker))
    return g_strdup_printf ("¶%u · %s", paragraph + 1, marker);
  return g_strdup_printf ("¶%u", paragraph + 1);
}

/**
 * accord_place_get_selection:
 * @session: a session with findings
 * @document: index of a compared document
 * @passage: index of a passage of it
 *
 * Returns: the whole of the passage; its document is lent
 */
AccordSelection
accord_place_get_selection (AccordSession *session, guint document, guint passage)
{
  const AccordPassage *place = passage_of (session, document, passage);

  return (AccordSelection){ accord_session_get_compared (session, document),
                            place != NULL ? place->span : (AccordSpan){ 0, 0 } };
}

/**
 * accord_place_find:
 * @session: a session with findings
 * @selection: a selection
 * @document: (out): the number of its document in the findings
 * @passage: (out): the passage in which it begins
 *
 * Returns: whether its document is compared as it is shown; nothing is set else
 */
gboolean
accord_place_find (AccordSession *session,
                   const AccordSelection *selection,
                   guint *document,
                   guint *passage)
{
  guint index = 0, n = 0;

  if (accord_session_get_findings (session) == NULL ||
      !accord_session_find_compared (session, selection->document, &index))
    return FALSE;
  accord_document_get_passages (document_of (session, index), &n);
  if (n == 0)
    return FALSE;
  *document = index;
  *passage =
    MIN (accord_document_find_passage (document_of (session, index), selection->span.start), n - 1);
  return TRUE;
}

static void
append_known (GString *citation, const char *known)
{
  if (known != NULL && known[0] != '\0')
    g_string_append_printf (citation, "%s%s", citation->len > 0 ? ", " : "", known);
}

/**
 * accord_place_dup_citation:
 * @session: a session
 * @selection: a place in it
 *
 * Returns: (transfer full): the words in quotation marks, and issuer, title, date and place
 */
char *
accord_place_dup_citation (AccordSession *session, const AccordSelection *selection)
{
  AccordDocument *document = accord_session_document_get_document (selection->document);
  g_autoptr (GString) citation = g_string_new (NULL);
  g_autofree char *words = NULL, *number = NULL, *page = NULL;
  guint n = 0, n_blocks = 0, paragraph = 0;
  const AccordPassage *passages = NULL;
  const AccordBlock *block = NULL;

  g_return_val_if_fail (document != NULL, g_strdup (""));

  passages = accord_document_get_passages (document, &n);
  words = accord_text_dup_span (accord_document_get_text (document), selection->span);
  append_known (citation, accord_document_get_field (document, ACCORD_FIELD_ISSUER));
  append_known (citation, accord_session_document_get_title (selection->document));
  append_known (citation, accord_document_get_field (document, ACCORD_FIELD_DATE));
  if (n > 0)
    {
      paragraph =
        passages[MIN (accord_document_find_passage (document, selection->span.start), n - 1)]
          .paragraph;
      block = &accord_document_get_blocks (
        document, &n_blocks)[accord_document_get_paragraphs (document, &n)[paragraph].block];
      number = accord_place_dup_number (document, paragraph);
      append_known (citation, number);
      page = block->page > 0 ? g_strdup_printf (/* Translators: a page */ _ ("p. %u"), block->page)
                             : NULL;
      append_known (citation, page);
    }
  return g_strdup_printf ("“%s” (%s)", g_strdelimit (words, "\n", ' '), citation->str);
}

/**
 * accord_place_dup_quote:
 * @session: a session with findings
 * @document: index of a compared document
 * @passage: index of a passage of it
 *
 * Returns: (transfer full): the words of the passage
 */
char *
accord_place_dup_quote (AccordSession *session, guint document, guint passage)
{
  const AccordPassage *place = passage_of (session, document, passage);

  g_return_val_if_fail (place != NULL, g_strdup (""));

  return accord_text_dup_span (accord_document_get_text (document_of (session, document)),
                               place->span);
}

/**
 * accord_place_get_language:
 * @session: a session with findings
 * @document: index of a compared document
 * @passage: index of a passage of it
 *
 * Returns: (transfer none): BCP 47 tag of the passage
 */
const char *
accord_place_get_language (AccordSession *session, guint document, guint passage)
{
  return accord_document_get_passage_language (document_of (session, document), passage);
}

/* The first of @n codings, which are sorted by passage, that is not before @passage. */
static guint
lower_bound (const AccordCodingFinding *codings, guint n, guint passage)
{
  guint low = 0, high = n;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (codings[middle].passage < passage)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * accord_place_get_stance:
 * @session: a session with findings
 * @document: index of a compared document
 * @passage: index of a passage of it
 * @stance: (out): of the surest finding in the passage that is not rejected
 *
 * Returns: whether there is one; @stance is set only then
 */
gboolean
accord_place_get_stance (AccordSession *session,
                         guint document,
                         guint passage,
                         AccordStance *stance)
{
  guint n = 0;
  const AccordCodingFinding *codings =
    accord_findings_get_document_codings (accord_session_get_findings (session), document, &n);
  gint best = -1;

  for (guint i = lower_bound (codings, n, passage); i < n && codings[i].passage == passage; i++)
    if (codings[i].status != ACCORD_STATUS_REJECTED && codings[i].score > best)
      {
        best = codings[i].score;
        *stance = codings[i].stance;
      }
  return best >= 0;
}

/**
 * accord_place_dup_score:
 * @score: in thousandths, -1000 to 1000
 *
 * Returns: (transfer full): to two places, rounded, with a true minus sign: "0.74", "−0.04"
 */
char *
accord_place_dup_score (gint score)
{
  gint hundredths = (ABS (score) + 5) / 10;

  return g_strdup_printf ("%s%d.%02d", score < 0 && hundredths > 0 ? "−" : "", hundredths / 100,
                          hundredths % 100);
}
