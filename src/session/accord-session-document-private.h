/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the session changes its documents. */
#pragma once

#include <json-glib/json-glib.h>

#include "session/accord-session-document.h"
#include "session/accord-session.h"

G_BEGIN_DECLS

AccordSessionDocument *accord_session_document_new (AccordSession *session,
                                                    const char *id,
                                                    const char *name,
                                                    GFile *file) G_GNUC_WARN_UNUSED_RESULT;
void accord_session_document_set_document (AccordSessionDocument *self, AccordDocument *document);
void accord_session_document_set_letter (AccordSessionDocument *self, const char *letter);
void accord_session_document_apply_shown (AccordSessionDocument *self, gboolean shown);
void accord_session_document_set_origin (AccordSessionDocument *self,
                                         const char *path,
                                         JsonObject *extra);
char *accord_session_document_dup_path (AccordSessionDocument *self, GFile *session_file);
JsonObject *accord_session_document_get_extra (AccordSessionDocument *self);

G_END_DECLS
