/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prints what is not as it was when a session was saved, a line a fact. */
#include "cli/accord-cli-verify.h"

#include <glib/gi18n-lib.h>

#include "session/accord-verify.h"

/**
 * accord_cli_verify:
 * @out: where to append the result, a line a fact
 * @name: of the session
 * @compared: what the session compares
 * @sound: (out): whether there is no drift
 * @error: return location for an error
 *
 * Returns: whether the comparison could be run
 */
gboolean
accord_cli_verify (
  GString *out, const char *name, AccordCliCompared *compared, gboolean *sound, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (name);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  const AccordVerifyOptions options = { folder, compared->lexicon, (guint) compared->jobs, NULL };
  g_autoptr (GPtrArray) facts = accord_verify (compared->state, &options, error);

  *sound = TRUE;
  if (facts == NULL)
    return FALSE;
  for (guint i = 0; i < facts->len; i++)
    {
      g_autofree char *sentence = accord_verify_fact_dup_sentence (g_ptr_array_index (facts, i));

      g_string_append_printf (out, "%s: %s\n", name, sentence);
    }
  *sound = accord_verify_count_drifts (facts) == 0;
  if (facts->len > 0 && ((AccordVerifyFact *) facts->pdata[0])->kind == ACCORD_VERIFY_ICU)
    return TRUE;
  g_string_append_printf (out, *sound ? _ ("%s: no drift\n") : _ ("%s: drifted\n"), name);
  return TRUE;
}
