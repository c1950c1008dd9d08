/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verification in parts: versions, sources, codings, links, decisions; a fact for each
 * thing that is not as it was, with both values. */
#include "session/accord-verify.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/uversion.h>

#include "engine/accord-findings.h"

typedef struct
{
  const AccordSessionState *state;
  const AccordVerifyOptions *options;
  GPtrArray *facts;
} Verifier;

static void
fact_free (gpointer data)
{
  AccordVerifyFact *self = data;

  g_free (self->what);
  g_free (self->before);
  g_free (self->now);
  g_free (self);
}

static void
say (Verifier *self,
     AccordVerifyKind kind,
     const char *what,
     const char *before,
     const char *now,
     gboolean drift)
{
  AccordVerifyFact *fact = g_new0 (AccordVerifyFact, 1);

  fact->kind = kind;
  fact->what = g_strdup (what);
  fact->before = g_strdup (before);
  fact->now = g_strdup (now);
  fact->drift = drift;
  g_ptr_array_add (self->facts, fact);
}

/* Returns: whether the sentences are cut by the library that cut them then */
static gboolean
verify_icu (Verifier *self)
{
  UVersionInfo version;
  char text[U_MAX_VERSION_STRING_LENGTH];

  u_getVersion (version);
  u_versionToString (version, text);
  if (g_strcmp0 (text, self->state->icu_version) == 0)
    return TRUE;
  say (self, ACCORD_VERIFY_ICU, NULL, self->state->icu_version, text, FALSE);
  return FALSE;
}

/* "812 bytes, 4 passages" */
static char *
dup_extent (AccordDocument *document, guint32 differs)
{
  guint n = 0;

  accord_document_get_passages (document, &n);
  /* Translators: of a text; the last number is where it differs from another */
  return g_strdup_printf (_ ("%u bytes, %u passages, another from byte %u"),
                          accord_text_get_length (accord_document_get_text (document)), n, differs);
}

static void
compare_texts (Verifier *self, const char *id, AccordDocument *before, AccordDocument *now)
{
  const char *a = accord_document_get_data (before), *b = accord_document_get_data (now);
  guint32 at = 0;
  g_autofree char *then = NULL, *today = NULL;

  if (g_str_equal (a, b))
    return;
  while (a[at] != '\0' && a[at] == b[at])
    at++;
  then = dup_extent (before, at);
  today = dup_extent (now, at);
  say (self, ACCORD_VERIFY_TEXT, id, then, today, TRUE);
}

static gboolean
was_edited (Verifier *self, const char *id)
{
  for (guint i = 0; i < self->state->decisions->len; i++)
    {
      const AccordStateDecision *decision = g_ptr_array_index (self->state->decisions, i);

      if (!decision->removed && g_strcmp0 (decision->kind, "edit") == 0 &&
          g_strcmp0 (decision->target.document, id) == 0)
        return TRUE;
    }
  return FALSE;
}

/* The document of a source that may hold several: that of the same title, else the first. */
static AccordDocument *
choose (GPtrArray *documents, AccordDocument *like)
{
  for (guint i = 0; i < documents->len; i++)
    {
      AccordDocument *one = g_ptr_array_index (documents, i);

      if (g_strcmp0 (accord_document_get_field (one, ACCORD_FIELD_TITLE),
                     accord_document_get_field (like, ACCORD_FIELD_TITLE)) == 0)
        return one;
    }
  return g_ptr_array_index (documents, 0);
}

static void
verify_source (Verifier *self,
               AccordLoader *loader,
               const AccordStateDocument *document,
               gboolean same)
{
  const char *sha256 = accord_document_get_field (document->document, ACCORD_FIELD_SHA256);
  g_autoptr (GFile) file = NULL;
  g_autoptr (GPtrArray) now = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *base = NULL;
  AccordReadRequest request = { .mode = ACCORD_READ_STATEMENT };
  const char *now_sha256 = NULL;

  if (document->path == NULL || self->options->folder == NULL)
    return;
  file = g_file_resolve_relative_path (self->options->folder, document->path);
  if (!g_file_query_exists (file, NULL))
    {
      say (self, ACCORD_VERIFY_GONE, document->id, document->path, NULL, FALSE);
      return;
    }
  request.name = base = g_file_get_basename (file);
  now = accord_loader_load_file_all (loader, file, &request, self->options->cancellable, &error);
  if (now == NULL || now->len == 0)
    {
      say (self, ACCORD_VERIFY_UNREADABLE, document->id, document->path,
           error != NULL ? error->message : NULL, same);
      return;
    }
  now_sha256 = accord_document_get_field (g_ptr_array_index (now, 0), ACCORD_FIELD_SHA256);
  if (g_strcmp0 (sha256, now_sha256) != 0)
    say (self, ACCORD_VERIFY_CHANGED, document->id, sha256, now_sha256, same);
  else if (same && !was_edited (self, document->id))
    compare_texts (self, document->id, document->document, choose (now, document->document));
}

static void
verify_sources (Verifier *self, gboolean same)
{
  g_autoptr (AccordLoader) loader = accord_loader_new ();

  for (guint i = 0; i < self->state->documents->len; i++)
    verify_source (self, loader, g_ptr_array_index (self->state->documents, i), same);
}

static AccordComparison *
run (Verifier *self, GError **error)
{
  GPtrArray *documents = self->state->documents;
  const AccordCompareOptions options = { .threshold = self->state->threshold,
                                         .n_threads = self->options->n_threads,
                                         .lexicon = self->options->lexicon };
  g_autoptr (GPtrArray) analyses =
    g_ptr_array_new_with_free_func ((GDestroyNotify) accord_analysis_unref);
  g_autoptr (AccordMatcher) matcher = accord_matcher_new (self->state->codebook, NULL, error);

  for (guint i = 0; matcher != NULL && i < documents->len; i++)
    {
      const AccordStateDocument *document = g_ptr_array_index (documents, i);
      AccordAnalysis *analysis = accord_analysis_new (document->document, matcher, NULL, error);

      if (analysis == NULL ||
          g_cancellable_set_error_if_cancelled (self->options->cancellable, error))
        {
          g_clear_pointer (&analysis, accord_analysis_unref);
          return NULL;
        }
      g_ptr_array_add (analyses, analysis);
    }
  return matcher != NULL ? accord_comparison_new ((AccordAnalysis *const *) analyses->pdata,
                                                  analyses->len, &options, NULL, error)
                         : NULL;
}

static void
verify_record (Verifier *self, AccordComparison *comparison)
{
  g_autofree const char **ids = g_new0 (const char *, self->state->documents->len + 1);
  g_autoptr (AccordRecord) now = NULL;
  g_autoptr (GPtrArray) drifts = NULL;

  if (self->state->record == NULL)
    {
      say (self, ACCORD_VERIFY_NO_RECORD, NULL, NULL, NULL, FALSE);
      return;
    }
  for (guint i = 0; i < self->state->documents->len; i++)
    ids[i] = ((AccordStateDocument *) g_ptr_array_index (self->state->documents, i))->id;
  now = accord_record_new_comparison (comparison, ids);
  drifts = accord_record_compare (self->state->record, now);
  for (guint i = 0; i < drifts->len; i++)
    {
      const AccordDrift *drift = g_ptr_array_index (drifts, i);

      say (self, drift->link ? ACCORD_VERIFY_LINK : ACCORD_VERIFY_CODING, drift->what,
           drift->before, drift->now, TRUE);
    }
}

/* Whether the engine still makes the finding that was accepted or rejected. */
static void
verify_decisions (Verifier *self, AccordComparison *comparison)
{
  g_autoptr (AccordReview) review = accord_session_state_review (self->state);
  g_autoptr (AccordFindings) findings = accord_findings_new (comparison, review);
  guint n_decisions = 0, n_codings = 0, n_links = 0;
  const AccordDecision *decisions = accord_review_get_decisions (review, &n_decisions);
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
    if (!found[i] && (decisions[i].kind == ACCORD_DECISION_ACCEPT ||
                      decisions[i].kind == ACCORD_DECISION_REJECT))
      say (self, ACCORD_VERIFY_DECISION, decisions[i].id,
           accord_decision_kind_name (decisions[i].kind), NULL, TRUE);
}

/**
 * accord_verify:
 * @state: a session
 * @options: how
 * @error: return location for an error
 *
 * Texts that a person corrected are not compared with their sources. Blocks, and starts the loader:
 * call it from a thread.
 *
 * Returns: (transfer full) (element-type AccordVerifyFact): what is not as it was, or NULL where
 *   the comparison could not be run, or was cancelled
 */
GPtrArray *
accord_verify (const AccordSessionState *state, const AccordVerifyOptions *options, GError **error)
{
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func (fact_free);
  Verifier self = { state, options, facts };
  gboolean same = verify_icu (&self);
  g_autoptr (AccordComparison) comparison = NULL;

  verify_sources (&self, same);
  if (!same || state->documents->len == 0)
    return g_steal_pointer (&facts);
  comparison = run (&self, error);
  if (comparison == NULL)
    return NULL;
  verify_record (&self, comparison);
  verify_decisions (&self, comparison);
  return g_steal_pointer (&facts);
}

/**
 * accord_verify_count_drifts:
 * @facts: (element-type AccordVerifyFact): what accord_verify() said
 *
 * Returns: how many of them are drift
 */
guint
accord_verify_count_drifts (GPtrArray *facts)
{
  guint n = 0;

  for (guint i = 0; i < facts->len; i++)
    n += ((AccordVerifyFact *) g_ptr_array_index (facts, i))->drift;
  return n;
}

static char *
dup_found (const AccordVerifyFact *fact)
{
  gboolean link = fact->kind == ACCORD_VERIFY_LINK;

  if (fact->before == NULL)
    /* Translators: a place in a document; what is found there */
    return g_strdup_printf (link ? _ ("link %s: was not found, is now %s")
                                 : _ ("coding %s: was not found, is now %s"),
                            fact->what, fact->now);
  if (fact->now == NULL)
    return g_strdup_printf (link ? _ ("link %s: was %s, is not found any more")
                                 : _ ("coding %s: was %s, is not found any more"),
                            fact->what, fact->before);
  return g_strdup_printf (link ? _ ("link %s: was %s, is now %s")
                               : _ ("coding %s: was %s, is now %s"),
                          fact->what, fact->before, fact->now);
}

/**
 * accord_verify_fact_dup_sentence:
 * @fact: a fact
 *
 * Returns: (transfer full): it as a sentence, translated
 */
char *
accord_verify_fact_dup_sentence (const AccordVerifyFact *fact)
{
  const char *before = fact->before != NULL ? fact->before : _ ("unknown");
  const char *now = fact->now != NULL ? fact->now : _ ("unknown");

  switch (fact->kind)
    {
    case ACCORD_VERIFY_ICU:
      return g_strdup_printf (_ ("written with ICU %s, this is ICU %s: sentences may be cut "
                                 "elsewhere, so drift is not judged"),
                              before, now);
    case ACCORD_VERIFY_GONE:
      return g_strdup_printf (
        _ ("%s: the source is not where it was (%s); only the stored text is used"), fact->what,
        before);
    case ACCORD_VERIFY_CHANGED:
      return g_strdup_printf (_ ("%s: the source has changed since it was read: SHA-256 was %s, is "
                                 "now %s"),
                              fact->what, before, now);
    case ACCORD_VERIFY_UNREADABLE:
      return g_strdup_printf (_ ("%s: the source %s cannot be read any more: %s"), fact->what,
                              before, now);
    case ACCORD_VERIFY_TEXT:
      return g_strdup_printf (_ ("%s: the same source reads differently: was %s; is now %s"),
                              fact->what, before, now);
    case ACCORD_VERIFY_NO_RECORD:
      return g_strdup (_ ("what the engine found is not recorded in this session; save it once to "
                          "record that"));
    case ACCORD_VERIFY_DECISION:
      return g_strdup_printf (
        _ ("decision %s (%s) is about a finding that the engine does not make"), fact->what,
        before);
    case ACCORD_VERIFY_CODING:
    case ACCORD_VERIFY_LINK:
    default:
      return dup_found (fact);
    }
}
