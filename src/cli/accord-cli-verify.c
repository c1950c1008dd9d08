/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A session holds no findings of the machine, so what can drift is: a source that is no
 * longer the one that was read, a source that reads differently now, and a decision
 * about a finding that the engine no longer makes. Each is one line. */
#include "cli/accord-cli-verify.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli/accord-cli.h"
#include "documents/accord-loader.h"

typedef struct
{
  GString *out;
  const char *name;
  AccordCliCompared *compared;
  guint n_drifts;
} Verifier;

static void
say (Verifier *self, const char *document, const char *what)
{
  g_string_append_printf (self->out, "%s: %s: %s\n", self->name, document, what);
}

static void
drift (Verifier *self, const char *document, const char *what)
{
  say (self, document, what);
  self->n_drifts++;
}

static gboolean
same_text (AccordDocument *a, AccordDocument *b)
{
  return g_str_equal (accord_document_get_data (a), accord_document_get_data (b));
}

/* The source, if it is where the session says: same bytes, same reading. */
static void
verify_source (Verifier *self, AccordLoader *loader, guint i)
{
  const AccordStateDocument *document = g_ptr_array_index (self->compared->state->documents, i);
  GFile *file = g_ptr_array_index (self->compared->files, i);
  const char *sha256 = accord_document_get_field (document->document, ACCORD_FIELD_SHA256);
  g_autoptr (AccordDocument) now = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *base = g_file_get_basename (file);
  AccordReadRequest request = { .name = base, .mode = ACCORD_READ_STATEMENT };

  if (document->path == NULL || !g_file_query_exists (file, NULL))
    {
      say (self, document->id, _ ("the source is not where it was; only the stored text is used"));
      return;
    }
  now = accord_loader_load_file (loader, file, &request, NULL, &error);
  if (now == NULL)
    drift (self, document->id, error->message);
  else if (g_strcmp0 (sha256, accord_document_get_field (now, ACCORD_FIELD_SHA256)) != 0)
    drift (self, document->id, _ ("the source has changed since it was read"));
  else if (!same_text (document->document, now))
    drift (self, document->id, _ ("the same source reads differently now"));
}

/* Whether the engine still makes the finding that was accepted or rejected. */
static void
verify_decisions (Verifier *self, AccordFindings *findings)
{
  guint n_decisions = 0, n_codings = 0, n_links = 0;
  const AccordDecision *decisions =
    accord_review_get_decisions (accord_findings_get_review (findings), &n_decisions);
  const AccordCodingFinding *codings = accord_findings_get_codings (findings, &n_codings);
  const AccordLinkFinding *links = accord_findings_get_links (findings, &n_links);
  g_autofree gboolean *found = g_new0 (gboolean, n_decisions + 1);

  for (guint i = 0; i < n_codings; i++)
    if (codings[i].decision != ACCORD_NONE)
      found[codings[i].decision] = TRUE;
  for (guint i = 0; i < n_links; i++)
    if (links[i].decision != ACCORD_NONE)
      found[links[i].decision] = TRUE;
  for (guint i = 0; i < n_decisions; i++)
    if (!found[i])
      {
        g_autofree char *decision = g_strdup_printf (_ ("decision %s"), decisions[i].id);

        drift (self, decision, _ ("is about a finding that the engine does not make"));
      }
}

/* Returns whether the session was written with the ICU that runs now; says so if not. */
static gboolean
verify_versions (Verifier *self)
{
  const AccordSessionState *state = self->compared->state;
  g_autofree char *icu = accord_cli_dup_icu_version ();
  gboolean same = g_strcmp0 (icu, state->icu_version) == 0;

  if (!same)
    g_string_append_printf (
      self->out,
      _ ("%s: written with ICU %s, this is ICU %s: sentences may be cut elsewhere, so drift is "
         "not judged\n"),
      self->name, state->icu_version != NULL ? state->icu_version : _ ("unknown"), icu);
  return same;
}

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
  Verifier self = { out, name, compared, 0 };
  g_autoptr (AccordLoader) loader = accord_loader_new ();
  g_autoptr (AccordFindings) findings = NULL;

  *sound = TRUE;
  if (!verify_versions (&self))
    return TRUE;
  findings = accord_cli_compared_find (compared, NULL, error);
  if (findings == NULL)
    return FALSE;
  for (guint i = 0; i < compared->files->len; i++)
    verify_source (&self, loader, i);
  verify_decisions (&self, findings);
  *sound = self.n_drifts == 0;
  g_string_append_printf (out, *sound ? _ ("%s: no drift\n") : _ ("%s: drifted\n"), name);
  return TRUE;
}
