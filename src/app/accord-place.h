/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a place is named and quoted: "A ¶7", with the words of a passage. */
#pragma once

#include "session/accord-session.h"

G_BEGIN_DECLS

char *accord_place_dup_label (AccordSession *session,
                              guint document,
                              guint passage) G_GNUC_WARN_UNUSED_RESULT;
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
