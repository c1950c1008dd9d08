/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Findings are numbers of the last comparison, which may still tell of a document that was
 * taken out, or of a text that was corrected a moment ago: then nothing is decided. */
#include "session/accord-finding-private.h"

#include <glib/gi18n-lib.h>

#include "session/accord-session-labels-private.h"

static AccordDocument *
compared_document (AccordSession *self, guint32 document)
{
  return accord_comparison_get_document (accord_findings_get_comparison (self->findings), document);
}

/* Whether the text that the findings number is that of now. */
static gboolean
is_there (AccordSession *self, guint32 document)
{
  guint i = 0;

  return accord_snapshot_find (self->now, accord_session_get_compared (self, document), &i) &&
         accord_version_get_text (accord_snapshot_get (self->now, i)->version) ==
           accord_document_get_text (compared_document (self, document));
}

/**
 * accord_session_coding_at:
 * @self: a session
 * @index: into the codings of its findings
 *
 * Returns: (transfer none) (nullable): the coding; NULL where there is none that can be decided
 */
const AccordCodingFinding *
accord_session_coding_at (AccordSession *self, guint index)
{
  guint n = 0;
  const AccordCodingFinding *codings =
    self->findings != NULL ? accord_findings_get_codings (self->findings, &n) : NULL;

  g_return_val_if_fail (index < n, NULL);

  return is_there (self, codings[index].document) ? &codings[index] : NULL;
}

/**
 * accord_session_link_at:
 * @self: a session
 * @index: into the links of its findings
 *
 * Returns: (transfer none) (nullable): the link; NULL where there is none that can be decided
 */
const AccordLinkFinding *
accord_session_link_at (AccordSession *self, guint index)
{
  guint n = 0;
  const AccordLinkFinding *links =
    self->findings != NULL ? accord_findings_get_links (self->findings, &n) : NULL;

  g_return_val_if_fail (index < n, NULL);

  return is_there (self, links[index].a.document) && is_there (self, links[index].b.document)
           ? &links[index]
           : NULL;
}

/* Names the principles of the findings, which are those of the codebook that is shown. */
static const char *
principle_id (AccordSession *self, guint principle)
{
  guint n = 0;

  return accord_codebook_get_principles (accord_session_get_codebook (self), &n)[principle].id;
}

const char *
accord_session_principle_name (AccordSession *self, guint principle)
{
  return accord_codebook_get_sentence (accord_session_get_codebook (self), principle,
                                       ACCORD_WHAT_NAME, accord_label_language ());
}

/* Place and principle of @coding. */
void
accord_coding_fill (AccordSession *self,
                    const AccordCodingFinding *coding,
                    AccordStateDecision *decision)
{
  accord_target_set (&decision->target, accord_session_get_compared (self, coding->document),
                     coding->span);
  decision->principle = g_strdup (principle_id (self, coding->principle));
}

static AccordSpan
passage_span (AccordSession *self, AccordEnd end)
{
  guint n = 0;

  return accord_document_get_passages (compared_document (self, end.document), &n)[end.passage]
    .span;
}

/* Both places of @link. */
void
accord_link_fill (AccordSession *self, const AccordLinkFinding *link, AccordStateDecision *decision)
{
  accord_target_set (&decision->target, accord_session_get_compared (self, link->a.document),
                     passage_span (self, link->a));
  accord_target_set (&decision->other, accord_session_get_compared (self, link->b.document),
                     passage_span (self, link->b));
}

/* "A ¶3": letter, and the paragraph counted from 1. */
static char *
dup_place (AccordSession *self, guint32 document, guint32 passage)
{
  guint n = 0;
  const AccordPassage *passages =
    accord_document_get_passages (compared_document (self, document), &n);

  return g_strdup_printf (
    "%s ¶%u", accord_session_document_get_letter (accord_session_get_compared (self, document)),
    passages[passage].paragraph + 1);
}

/* Returns: (transfer full): place and principle, translated. */
char *
accord_coding_dup_name (AccordSession *self, const AccordCodingFinding *coding)
{
  g_autofree char *place = dup_place (self, coding->document, coding->passage);

  /* Translators: a place such as "A ¶3", and the name of a principle */
  return g_strdup_printf (_ ("%s – %s"), place,
                          accord_session_principle_name (self, coding->principle));
}

/* Returns: (transfer full): both places, translated. */
char *
accord_link_dup_name (AccordSession *self, const AccordLinkFinding *link)
{
  g_autofree char *a = dup_place (self, link->a.document, link->a.passage);
  g_autofree char *b = dup_place (self, link->b.document, link->b.passage);

  /* Translators: the two places of a link, such as "A ¶3" and "C ¶7" */
  return g_strdup_printf (_ ("%s – %s"), a, b);
}

/* Returns: (transfer none) (nullable): what the session holds of decision @index of the review. */
AccordStateDecision *
accord_change_find_by_index (AccordChange *self, guint32 index)
{
  guint n = 0;
  const AccordDecision *decisions =
    accord_review_get_decisions (accord_findings_get_review (self->session->findings), &n);

  return index < n ? accord_change_find_id (self, decisions[index].id) : NULL;
}
