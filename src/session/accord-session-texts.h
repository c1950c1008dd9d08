/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person corrects in the documents: where passages begin, the words of the text,
 * what is known of it, its encoding; and a newer version of its source. Each call is one
 * step; what was decided before is mapped on, and never lost. */
#pragma once

#include "session/accord-session-place.h"

G_BEGIN_DECLS

gboolean accord_session_join_passages (AccordSession *self, const AccordSelection *place);
gboolean
accord_session_split_passage (AccordSession *self, AccordSessionDocument *document, guint32 byte);
gboolean
accord_session_edit_text (AccordSession *self, const AccordSelection *place, const char *text);
gboolean accord_session_set_field (AccordSession *self,
                                   AccordSessionDocument *document,
                                   AccordField field,
                                   const char *value);

/* A source that is read anew: the same one in another encoding, or a newer version. */
void accord_session_replace_async (AccordSession *self,
                                   AccordSessionDocument *document,
                                   GFile *file,
                                   const char *encoding,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
gboolean accord_session_replace_finish (AccordSession *self, GAsyncResult *result, GError **error);

/**
 * AccordUnanchored:
 * @id: of a decision
 * @kind: of it, as files have it
 * @quote: what it was about, as its text had it
 * @other: whether it is the other end of a link that lost its place
 * @document: in which it was
 * @proposed: whether the engine found a likely place
 * @span: that place, or an empty one
 *
 * Lent by the list, which holds what it names, in @held. A decision that lost its place counts for
 * nothing until it has one again.
 */
typedef struct
{
  const char *id;
  const char *kind;
  const char *quote;
  gboolean other;
  AccordSessionDocument *document;
  gboolean proposed;
  AccordSpan span;

  gpointer held;
} AccordUnanchored;

GArray *accord_session_list_unanchored (AccordSession *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean accord_session_anchor (AccordSession *self,
                                const char *id,
                                gboolean other,
                                const AccordSelection *place);

G_END_DECLS
