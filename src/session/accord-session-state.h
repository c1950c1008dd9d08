/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A session as a value: what a .accord file holds. Saving is a function from it to
 * bytes, opening one from bytes to it; the command line works on it without a session. */
#pragma once

#include "documents/accord-codebook-file.h"
#include "engine/accord-review.h"
#include "session/accord-record.h"

G_BEGIN_DECLS

/* 0 while the format may still change. */
#define ACCORD_SESSION_VERSION 0

/**
 * AccordStateDocument:
 * @id: "d1", "d2" … for ever
 * @document: its text, blocks and fields
 * @path: (nullable): of the source, relative to the session file, or its name alone
 * @shown: view state
 * @attributes: (nullable): strings by name
 * @extra: (nullable): members of a later version, kept verbatim
 */
typedef struct
{
  char *id;
  AccordDocument *document;
  char *path;
  gboolean shown;
  JsonObject *attributes;
  JsonObject *extra;
} AccordStateDocument;

/**
 * AccordAnchor:
 * @ACCORD_ANCHOR_FIRM: the place is in the text
 * @ACCORD_ANCHOR_PROPOSED: in a newer version of the source a likely place was found, which a
 *   person has to confirm
 * @ACCORD_ANCHOR_LOST: the place is not in the text any more
 */
typedef enum
{
  ACCORD_ANCHOR_FIRM,
  ACCORD_ANCHOR_PROPOSED,
  ACCORD_ANCHOR_LOST,
  ACCORD_N_ANCHORS
} AccordAnchor;

/**
 * AccordStateTarget:
 * @document: (nullable): id of a document; NULL where there is no such place
 * @span: in its text; where the anchor is lost, in the text that was before; empty at 0 for the
 *   document as a whole
 * @anchor: whether the place is believed
 * @quote: (nullable): what the place said, of one that is not firm
 * @before: (nullable): likewise, the context before it
 * @after: (nullable): likewise, the context behind it
 *
 * Written with its quotation and 32 characters of context on both sides.
 */
typedef struct
{
  char *document;
  AccordSpan span;
  AccordAnchor anchor;
  char *quote;
  char *before;
  char *after;
} AccordStateTarget;

/**
 * AccordStateDecision:
 * @id: a UUID
 * @kind: a name, possibly of a later version
 * @coder: (nullable): who decided
 * @time: (nullable): ISO 8601, UTC
 * @target: its document is NULL where the decision is about the session as a whole
 * @other: its document is NULL where the decision is about one place
 * @principle: (nullable): id
 * @value: (nullable): what the kind needs; of "code" the names of stance and actor
 * @removed: whether it was taken back; such a decision counts for nothing but a merge
 * @alternatives: (nullable): an array of objects: what other coders decided about the same, of
 *   sessions that were merged; each with coder, id, kind, removed, time and value
 * @verbatim: (nullable): the object as it was read, of an unknown kind or with unknown
 *   members; it is what is written
 *
 * Counted; immutable from the moment another thread or array may see it.
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
  JsonNode *alternatives;
  JsonNode *verbatim;
} AccordStateDecision;

/**
 * AccordSessionState:
 * @version: of the format it was read from
 * @documents: (element-type AccordStateDocument): in the order of their letters
 * @decisions: (element-type AccordStateDecision): sorted by accord_state_decision_compare()
 * @threshold: least score of a link, 0 to 1000
 * @least_score: view filter, 0 to 1000
 * @next_document: the number of the next id, above those of all documents there ever were
 * @engine_version: (nullable): of the program that wrote it
 * @icu_version: (nullable): of the library that cut its sentences
 * @record: (nullable): what the machine found when it was saved
 * @view: (nullable): an object: view state of others than us, kept verbatim
 * @extra: (nullable): members of a later version, kept verbatim
 */
typedef struct
{
  guint version;
  GPtrArray *documents;
  AccordCodebook *codebook;
  gint threshold;
  gint least_score;
  guint next_document;
  GPtrArray *decisions;
  char *engine_version;
  char *icu_version;
  AccordRecord *record;
  JsonNode *view;
  JsonObject *extra;
} AccordSessionState;

AccordSessionState *accord_session_state_new (void) G_GNUC_WARN_UNUSED_RESULT;
void accord_session_state_free (AccordSessionState *self);
void accord_session_state_add_document (AccordSessionState *self,
                                        AccordDocument *document,
                                        const char *path);
AccordStateDocument *accord_state_document_new (const char *id,
                                                AccordDocument *document) G_GNUC_WARN_UNUSED_RESULT;
void accord_state_document_free (AccordStateDocument *self);
AccordStateDecision *accord_state_decision_new (void) G_GNUC_WARN_UNUSED_RESULT;
AccordStateDecision *accord_state_decision_ref (AccordStateDecision *self);
void accord_state_decision_unref (AccordStateDecision *self);
AccordStateDecision *
accord_state_decision_copy (const AccordStateDecision *self) G_GNUC_WARN_UNUSED_RESULT;
gint accord_state_decision_compare (const AccordStateDecision *a, const AccordStateDecision *b);

GString *accord_session_state_write (const AccordSessionState *self,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
AccordSessionState *accord_session_state_read (const char *data,
                                               gsize length,
                                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
guint *accord_session_state_units (const AccordSessionState *self) G_GNUC_WARN_UNUSED_RESULT;
AccordReview *
accord_session_state_review (const AccordSessionState *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordSessionState, accord_session_state_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordStateDocument, accord_state_document_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordStateDecision, accord_state_decision_unref)

G_END_DECLS
