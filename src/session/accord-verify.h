/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Does a session still say what its sources, this engine and this library say? Sources
 * are read again, and the comparison is run again with the recorded settings. */
#pragma once

#include "documents/accord-loader.h"
#include "session/accord-record.h"
#include "session/accord-session-state.h"

G_BEGIN_DECLS

/**
 * AccordVerifyKind:
 * @ACCORD_VERIFY_ICU: another ICU runs than the one that cut the sentences; no drift is judged then
 * @ACCORD_VERIFY_GONE: a source is not where it was
 * @ACCORD_VERIFY_CHANGED: a source has other bytes
 * @ACCORD_VERIFY_UNREADABLE: a source of the same bytes cannot be read any more
 * @ACCORD_VERIFY_TEXT: the same bytes give another text
 * @ACCORD_VERIFY_NO_RECORD: the session does not say what was found
 * @ACCORD_VERIFY_CODING: a coding differs
 * @ACCORD_VERIFY_LINK: a link differs
 * @ACCORD_VERIFY_DECISION: a decision is about a finding that is not made
 */
typedef enum
{
  ACCORD_VERIFY_ICU,
  ACCORD_VERIFY_GONE,
  ACCORD_VERIFY_CHANGED,
  ACCORD_VERIFY_UNREADABLE,
  ACCORD_VERIFY_TEXT,
  ACCORD_VERIFY_NO_RECORD,
  ACCORD_VERIFY_CODING,
  ACCORD_VERIFY_LINK,
  ACCORD_VERIFY_DECISION,
} AccordVerifyKind;

/**
 * AccordVerifyFact:
 * @what: (nullable): the document, coding, link or decision
 * @before: (nullable): what was recorded
 * @now: (nullable): what is there now
 * @drift: whether it counts
 */
typedef struct
{
  AccordVerifyKind kind;
  char *what;
  char *before;
  char *now;
  gboolean drift;
} AccordVerifyFact;

/**
 * AccordVerifyOptions:
 * @folder: (nullable): of the session, where its sources are looked for
 * @lexicon: (nullable): borrowed
 * @n_threads: 0 for the number of processors
 * @cancellable: (nullable): borrowed
 */
typedef struct
{
  GFile *folder;
  AccordLexicon *lexicon;
  guint n_threads;
  GCancellable *cancellable;
} AccordVerifyOptions;

GPtrArray *accord_verify (const AccordSessionState *state,
                          const AccordVerifyOptions *options,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
char *accord_verify_fact_dup_sentence (const AccordVerifyFact *fact) G_GNUC_WARN_UNUSED_RESULT;
guint accord_verify_count_drifts (GPtrArray *facts);

G_END_DECLS
