/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The documents of a command line: loaded by several threads, given in the order of the
 * arguments, a few ahead of the reader, so that a thousand files do not fill the memory. */
#pragma once

#include "cli/accord-cli-options.h"
#include "engine/accord-analysis.h"

G_BEGIN_DECLS

/**
 * AccordCliInput:
 * @name: (transfer none): the argument as given, made valid UTF-8; of a collection with "#" and the
 *   number of the document in it, from 1
 * @document: (transfer full)
 * @analysis: (transfer full) (nullable): where a matcher was given
 */
typedef struct
{
  const char *name;
  AccordDocument *document;
  AccordAnalysis *analysis;
} AccordCliInput;

typedef struct _AccordCliInputs AccordCliInputs;

AccordCliInputs *accord_cli_inputs_new (const AccordCliOptions *options,
                                        AccordMatcher *matcher) G_GNUC_WARN_UNUSED_RESULT;
void accord_cli_inputs_free (AccordCliInputs *self);
gboolean accord_cli_inputs_next (AccordCliInputs *self, AccordCliInput *input);
double accord_cli_inputs_get_fraction (const AccordCliInputs *self);
int accord_cli_inputs_get_status (const AccordCliInputs *self);
void accord_cli_input_clear (AccordCliInput *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordCliInputs, accord_cli_inputs_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AccordCliInput, accord_cli_input_clear)

G_END_DECLS
