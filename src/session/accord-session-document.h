/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document of a session: the immutable document, or the state of reading it, with
 * what belongs to the session: id, source, whether it is shown. Main thread only. */
#pragma once

#include <gio/gio.h>

#include "engine/accord-document.h"

G_BEGIN_DECLS

/**
 * AccordDocumentState:
 * @ACCORD_DOCUMENT_READING: being read
 * @ACCORD_DOCUMENT_READY: has its document
 */
typedef enum
{
  ACCORD_DOCUMENT_READING,
  ACCORD_DOCUMENT_READY,
} AccordDocumentState;

#define ACCORD_TYPE_SESSION_DOCUMENT (accord_session_document_get_type ())
G_DECLARE_FINAL_TYPE (
  AccordSessionDocument, accord_session_document, ACCORD, SESSION_DOCUMENT, GObject)

/* Properties, notified: "letter" (string), "title", "subtitle" (issuer · date · language · kind,
 * translated), "shown" (boolean, writable, undoable), "state" (int), "document" (pointer to the
 * AccordDocument: another one after a block was taken back or left out). */
const char *accord_session_document_get_id (AccordSessionDocument *self);
const char *accord_session_document_get_letter (AccordSessionDocument *self);
const char *accord_session_document_get_title (AccordSessionDocument *self);
const char *accord_session_document_get_subtitle (AccordSessionDocument *self);
const char *accord_session_document_get_name (AccordSessionDocument *self);
GFile *accord_session_document_get_file (AccordSessionDocument *self);
AccordDocumentState accord_session_document_get_state (AccordSessionDocument *self);
gboolean accord_session_document_get_shown (AccordSessionDocument *self);
AccordDocument *accord_session_document_get_document (AccordSessionDocument *self);

G_END_DECLS
