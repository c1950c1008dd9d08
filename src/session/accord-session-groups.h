/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What belongs together: free attributes of documents and the groups that they make,
 * and documents that state together one statement, as language versions do. */
#pragma once

#include "session/accord-session.h"

G_BEGIN_DECLS

/**
 * AccordAttribute:
 * @document: a document of the session
 * @name: such as "bloc", "region", "year"
 * @value: (nullable): NULL or "" for none
 */
typedef struct
{
  AccordSessionDocument *document;
  const char *name;
  const char *value;
} AccordAttribute;

gboolean accord_session_set_attributes (AccordSession *self,
                                        const AccordAttribute *attributes,
                                        guint n_attributes);
const char *accord_session_get_attribute (AccordSession *self,
                                          AccordSessionDocument *document,
                                          const char *name);
GStrv accord_session_dup_attribute_names (AccordSession *self) G_GNUC_WARN_UNUSED_RESULT;
AccordCoverage *accord_session_group_coverage (AccordSession *self,
                                               const char *name,
                                               GStrv *values) G_GNUC_WARN_UNUSED_RESULT;

gboolean accord_session_join_statement (AccordSession *self,
                                        AccordSessionDocument *const *documents,
                                        guint n_documents);
gboolean accord_session_leave_statement (AccordSession *self, AccordSessionDocument *document);
guint accord_session_get_statement (AccordSession *self, AccordSessionDocument *document);

G_END_DECLS
