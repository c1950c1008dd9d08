/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notes of a person, on a document, a place, a principle or a link; and passages that a
 * person marked as reviewed. Notes are one a target, whoever wrote them last; what is
 * reviewed is kept for each coder. */
#pragma once

#include "session/accord-session-place.h"

G_BEGIN_DECLS

/**
 * AccordNote:
 * @id: of the decision
 * @text: what it says
 * @coder: (nullable): who wrote it
 * @time: (nullable): ISO 8601, UTC
 * @target: what it is on; its document is NULL for a note on a principle; its span is empty for one
 *   on a whole document
 * @other: the other end of a link; else its document is NULL
 * @principle: (nullable): id, of a note on a principle
 *
 * Lent by the list, which holds what it names, in @held.
 */
typedef struct
{
  const char *id;
  const char *text;
  const char *coder;
  const char *time;
  AccordSelection target;
  AccordSelection other;
  const char *principle;

  gpointer held;
} AccordNote;

gboolean accord_session_note_document (AccordSession *self,
                                       AccordSessionDocument *document,
                                       const char *text);
gboolean
accord_session_note_place (AccordSession *self, const AccordSelection *place, const char *text);
gboolean accord_session_note_principle (AccordSession *self, guint principle, const char *text);
gboolean accord_session_note_link (AccordSession *self, guint link_finding, const char *text);
GArray *accord_session_list_notes (AccordSession *self) G_GNUC_WARN_UNUSED_RESULT;

gboolean accord_session_set_reviewed (AccordSession *self,
                                      const AccordSelection *places,
                                      guint n_places,
                                      gboolean reviewed);
gboolean accord_session_is_reviewed (AccordSession *self, const AccordSelection *place);
guint accord_session_count_reviewed (AccordSession *self, AccordSessionDocument *document);

G_END_DECLS
