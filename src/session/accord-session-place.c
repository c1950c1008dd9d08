/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places that a person chose: whether they can be decided about, and how they are called. */
#include "session/accord-session-place.h"

#include "session/accord-session-private.h"

/**
 * accord_session_is_place:
 * @self: a session
 * @place: a selection
 *
 * Returns: whether its document is in the session, shows the text of now, and the span lies in it
 *   on character boundaries; it may be empty
 */
gboolean
accord_session_is_place (AccordSession *self, const AccordSelection *place)
{
  AccordDocument *document = NULL;
  AccordText *text = NULL;
  guint i = 0;

  if (place == NULL || place->document == NULL ||
      !accord_snapshot_find (self->now, place->document, &i))
    return FALSE;
  document = accord_session_document_get_document (place->document);
  text = document != NULL ? accord_document_get_text (document) : NULL;
  return text != NULL &&
         text == accord_version_get_text (accord_snapshot_get (self->now, i)->version) &&
         place->span.start <= place->span.end && place->span.end <= accord_text_get_length (text) &&
         accord_text_is_boundary (text, place->span.start) &&
         accord_text_is_boundary (text, place->span.end);
}

/**
 * accord_session_dup_place_name:
 * @self: a session
 * @place: a selection
 *
 * Returns: (transfer full): such as "A ¶3": the letter, and the paragraph counted from 1; the
 * letter alone where there is no paragraph
 */
char *
accord_session_dup_place_name (AccordSession *self, const AccordSelection *place)
{
  const char *letter = accord_session_document_get_letter (place->document);
  AccordDocument *document = accord_session_document_get_document (place->document);
  guint n = 0, passage = 0;
  const AccordPassage *passages =
    document != NULL ? accord_document_get_passages (document, &n) : NULL;

  if (n == 0)
    return g_strdup (letter);
  passage = accord_document_find_passage (document, place->span.start);
  return g_strdup_printf ("%s ¶%u", letter, passages[MIN (passage, n - 1)].paragraph + 1);
}

/* Returns: (transfer none) (nullable): the document of now with @id (nullable). */
AccordSessionDocument *
accord_session_find_document (AccordSession *self, const char *id)
{
  for (guint i = 0; id != NULL && i < self->now->entries->len; i++)
    {
      AccordSessionDocument *document = accord_snapshot_get (self->now, i)->object;

      if (g_str_equal (accord_session_document_get_id (document), id))
        return document;
    }
  return NULL;
}
