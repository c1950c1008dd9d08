/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A session as a value: what a .accord file holds. Saving is a function from it to
 * bytes, opening one from bytes to it; the command line works on it without a session. */
#pragma once

#include "documents/accord-codebook-file.h"
#include "engine/accord-review.h"

G_BEGIN_DECLS

/* 0 while the format may still change. */
#define ACCORD_SESSION_VERSION 0

/**
 * AccordStateDocument:
 * @id: "d1", "d2" … for ever
 * @document: its text, blocks and fields
 * @path: (nullable): of the source, relative to the session file, or its name alone
 * @shown: view state
 * @extra: (nullable): members of a later version, kept verbatim
 */
typedef struct
{
  char *id;
  AccordDocument *document;
  char *path;
  gboolean shown;
  JsonObject *extra;
} AccordStateDocument;

/**
 * AccordStateTarget:
 * @document: id of a document
 * @span: in its text
 *
 * Written with its quotation and 32 characters of context on both sides.
 */
typedef struct
{
  char *document;
  AccordSpan span;
} AccordStateTarget;

/**
 * AccordStateDecision:
 * @kind: a name, possibly of a later version
 * @time: ISO 8601, UTC
 * @other: its document is NULL where the decision is about one place
 * @principle: (nullable): id
 * @value: (nullable): what the kind needs
 * @verbatim: (nullable): a decision of an unknown kind, as it was read
 */
typedef struct
{
  char *id;
  char *kind;
  char *coder;
  char *time;
  AccordStateTarget target;
  AccordStateTarget other;
  char *principle;
  JsonNode *value;
  gboolean removed;
  JsonNode *verbatim;
} AccordStateDecision;

/**
 * AccordSessionState:
 * @version: of the format it was read from
 * @documents: (element-type AccordStateDocument): in the order of their letters
 * @decisions: (element-type AccordStateDecision): sorted by document, start, id
 * @engine_version: of the program that wrote it
 * @icu_version: of the library that cut its sentences
 * @view: (nullable): view state, kept verbatim
 * @extra: (nullable): members of a later version, kept verbatim
 */
typedef struct
{
  guint version;
  GPtrArray *documents;
  AccordCodebook *codebook;
  gint threshold;
  gint least_score;
  GPtrArray *decisions;
  char *engine_version;
  char *icu_version;
  JsonNode *view;
  JsonObject *extra;
} AccordSessionState;

AccordSessionState *accord_session_state_new (void) G_GNUC_WARN_UNUSED_RESULT;
void accord_session_state_free (AccordSessionState *self);
void accord_state_document_free (AccordStateDocument *self);
void accord_state_decision_free (AccordStateDecision *self);

GString *accord_session_state_write (const AccordSessionState *self) G_GNUC_WARN_UNUSED_RESULT;
AccordSessionState *accord_session_state_read (const char *data,
                                               gsize length,
                                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
AccordReview *
accord_session_state_review (const AccordSessionState *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordSessionState, accord_session_state_free)

G_END_DECLS
