/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of places. Documents are numbered as in the findings. */
#include "app/accord-place.h"

#include <glib/gi18n.h>

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
