/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loads a codebook and compiles it; a failure of either is a failure of that input. */
#include "cli/accord-cli-matcher.h"

#include "cli/accord-cli.h"
#include "documents/accord-codebook-file.h"

/**
 * accord_cli_matcher_new:
 * @options: with the codebook's name or file
 *
 * Returns: (transfer full) (nullable): the matcher, or NULL after saying why
 */
AccordMatcher *
accord_cli_matcher_new (const AccordCliOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordCodebook) codebook = accord_codebook_load (options->codebook, &error);
  AccordMatcher *matcher = codebook != NULL ? accord_matcher_new (codebook, NULL, &error) : NULL;

  if (matcher == NULL)
    {
      g_autofree char *reason = accord_cli_dup_reason (error);

      accord_cli_complain (options->codebook, reason);
    }
  return matcher;
}
