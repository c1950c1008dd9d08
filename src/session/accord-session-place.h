/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A selection in a text, as the window has it, and the words that name it. */
#pragma once

#include "session/accord-session.h"

G_BEGIN_DECLS

/**
 * AccordSelection:
 * @document: a document of the session
 * @span: bytes on character boundaries of the text that @document shows
 *
 * A place that a person chose: a passage, part of one, or several. As long as the text of
 * @document is being made anew after a correction, places in it are refused.
 */
typedef struct
{
  AccordSessionDocument *document;
  AccordSpan span;
} AccordSelection;

gboolean accord_session_is_place (AccordSession *self, const AccordSelection *place);
char *accord_session_dup_place_name (AccordSession *self,
                                     const AccordSelection *place) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
