/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far coders agree, as text: overall, per theme, and where they differ. */
#include <glib/gi18n-lib.h>

#include "cli/accord-cli-merge.h"
#include "session/accord-coders.h"

/* "0.743" of 743, and "-" where it is not defined; points whatever the language. */
static char *
dup_measure (gint32 measure)
{
  guint size = (guint) ABS (measure);

  if (measure == ACCORD_AGREEMENT_NONE)
    return g_strdup ("-");
  return g_strdup_printf ("%s%u.%03u", measure < 0 ? "-" : "", size / 1000, size % 1000);
}

static void
append_line (GString *out, const char *name, AccordAgreement agreement)
{
  g_autofree char *percent =
    agreement.percent != ACCORD_AGREEMENT_NONE
      ? g_strdup_printf ("%d.%d", agreement.percent / 10, agreement.percent % 10)
      : g_strdup ("-");
  g_autofree char *kappa = dup_measure (agreement.kappa);
  g_autofree char *alpha = dup_measure (agreement.alpha);

  g_string_append_printf (out,
                          /* Translators: a theme, a number of judged places, three measures */
                          _ ("%s: %u units, percent %s, kappa %s, alpha %s\n"), name,
                          agreement.n_units, percent, kappa, alpha);
}

static void
append_difference (GString *out,
                   const AccordSessionState *state,
                   const AccordCoders *coders,
                   const AccordDifference *difference)
{
  const AccordStateDocument *document = g_ptr_array_index (state->documents, difference->document);
  const gint32 *values = accord_coders_get_values (coders, difference);
  guint n = 0, n_coders = 0;
  const AccordPassage *passages = accord_document_get_passages (document->document, &n);
  const AccordPrinciple *principles = accord_codebook_get_principles (state->codebook, &n);
  const char *const *names = accord_coders_get_names (coders, &n_coders);

  g_string_append_printf (out, _ ("difference: %s passage %u (bytes %u to %u), %s:"), document->id,
                          difference->passage, passages[difference->passage].span.start,
                          passages[difference->passage].span.end,
                          principles[difference->principle].id);
  for (guint c = 0; c < n_coders; c++)
    if (values[c] != ACCORD_UNJUDGED)
      g_string_append_printf (out, " %s %s", names[c], values[c] ? _ ("coded") : _ ("not coded"));
  g_string_append_c (out, '\n');
}

/**
 * accord_cli_append_agreement:
 * @out: where to append lines
 * @state: a session
 */
void
accord_cli_append_agreement (GString *out, const AccordSessionState *state)
{
  g_autoptr (AccordCoders) coders = accord_coders_new (state);
  guint n_coders = 0, n_themes = 0, n_differences = 0;
  const char *const *names = accord_coders_get_names (coders, &n_coders);
  const AccordTheme *themes = accord_codebook_get_themes (state->codebook, &n_themes);
  const AccordDifference *differences = accord_coders_get_differences (coders, &n_differences);

  for (guint c = 0; c < n_coders; c++)
    g_string_append_printf (out, _ ("coder %s: %u passages reviewed\n"), names[c],
                            accord_coders_count_reviewed (coders, c));
  append_line (out, _ ("overall"), accord_coders_get_overall (coders));
  for (guint t = 0; t < n_themes; t++)
    append_line (out, themes[t].id, accord_coders_get_theme (coders, t));
  for (guint i = 0; i < n_differences; i++)
    append_difference (out, state, coders, &differences[i]);
}
