/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is compared: a session's state, made from files or read from one, with the
 * analyses of its documents. */
#pragma once

#include "cli/accord-cli-options.h"
#include "engine/accord-coverage.h"
#include "session/accord-session-state.h"

G_BEGIN_DECLS

/**
 * AccordCliCompared:
 * @state: documents, codebook, settings, decisions
 * @names: (element-type utf8): of the documents, as they were given
 * @files: (element-type GFile): their sources, which need not exist
 * @analyses: (element-type AccordAnalysis): one a document; empty for a session before
 *   accord_cli_compared_run()
 */
typedef struct
{
  AccordSessionState *state;
  GPtrArray *names;
  GPtrArray *files;
  GPtrArray *analyses;
  gint jobs;
  AccordLexicon *lexicon; /* nullable, borrowed from the options */
} AccordCliCompared;

AccordCliCompared *accord_cli_compared_new (const AccordCliOptions *options,
                                            AccordCodebook *codebook) G_GNUC_WARN_UNUSED_RESULT;
AccordCliCompared *accord_cli_compared_open (const char *path,
                                             const AccordCliOptions *options,
                                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
void accord_cli_compared_free (AccordCliCompared *self);
void accord_cli_compared_add (AccordCliCompared *self, const char *name, AccordAnalysis *analysis);
AccordFindings *accord_cli_compared_find (AccordCliCompared *self,
                                          const AccordWatch *watch,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
AccordCoverage *accord_cli_compared_run (AccordCliCompared *self,
                                         const AccordWatch *watch,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean accord_cli_compared_record (AccordCliCompared *self, GError **error);
void accord_cli_compared_place (AccordCliCompared *self, const char *path);

char *accord_cli_dup_icu_version (void) G_GNUC_WARN_UNUSED_RESULT;
AccordSessionState *accord_cli_session_load (const char *path,
                                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordCliCompared, accord_cli_compared_free)

G_END_DECLS
