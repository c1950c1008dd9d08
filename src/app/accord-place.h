/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a place is named and quoted: "A ¶7", with the words of a passage. */
#pragma once

#include "session/accord-session-place.h"

G_BEGIN_DECLS

char *accord_place_dup_label (AccordSession *session,
                              guint document,
                              guint passage) G_GNUC_WARN_UNUSED_RESULT;
char *accord_place_dup_link_label (AccordSession *session,
                                   const AccordLinkFinding *link) G_GNUC_WARN_UNUSED_RESULT;
char *accord_place_dup_finding_label (AccordSession *session,
                                      gboolean is_link,
                                      guint index) G_GNUC_WARN_UNUSED_RESULT;
char *accord_place_dup_number (AccordDocument *document, guint paragraph) G_GNUC_WARN_UNUSED_RESULT;
AccordSelection accord_place_get_selection (AccordSession *session, guint document, guint passage);
gboolean accord_place_find (AccordSession *session,
                            const AccordSelection *selection,
                            guint *document,
                            guint *passage);
char *accord_place_dup_citation (AccordSession *session,
                                 const AccordSelection *selection) G_GNUC_WARN_UNUSED_RESULT;
char *accord_place_dup_quote (AccordSession *session,
                              guint document,
                              guint passage) G_GNUC_WARN_UNUSED_RESULT;
const char *accord_place_get_language (AccordSession *session, guint document, guint passage);
gboolean accord_place_get_stance (AccordSession *session,
                                  guint document,
                                  guint passage,
                                  AccordStance *stance);
char *accord_place_dup_score (gint score) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
