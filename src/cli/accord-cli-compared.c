/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a state to coverage: analyse what is not analysed, compare, apply the decisions,
 * count. Files and sessions go the same way, so that both give the same results. */
#include "cli/accord-cli-compared.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <unicode/uversion.h>

#include "accord-config.h"
#include "cli/accord-cli-file.h"

static AccordCliCompared *
compared_new (AccordSessionState *state, const AccordCliOptions *options)
{
  AccordCliCompared *self = g_new0 (AccordCliCompared, 1);

  self->state = state;
  self->jobs = options->jobs;
  self->lexicon = options->lexicon;
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->files = g_ptr_array_new_with_free_func (g_object_unref);
  self->analyses = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_analysis_unref);
  return self;
}

/**
 * accord_cli_icu_version:
 *
 * Returns: (transfer full): the version of ICU that this process runs with
 */
char *
accord_cli_dup_icu_version (void)
{
  UVersionInfo version;
  char text[U_MAX_VERSION_STRING_LENGTH];

  u_getVersion (version);
  u_versionToString (version, text);
  return g_strdup (text);
}

/**
 * accord_cli_compared_new:
 * @options: threshold and number of threads
 * @codebook: the codebook
 *
 * Returns: (transfer full): a state without documents
 */
AccordCliCompared *
accord_cli_compared_new (const AccordCliOptions *options, AccordCodebook *codebook)
{
  AccordSessionState *state = accord_session_state_new ();

  state->version = ACCORD_SESSION_VERSION;
  state->codebook = accord_codebook_ref (codebook);
  state->threshold = options->threshold;
  state->engine_version = g_strdup (ACCORD_VERSION);
  state->icu_version = accord_cli_dup_icu_version ();
  return compared_new (state, options);
}

/**
 * accord_cli_session_load:
 * @path: of a session; "-" is standard input
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): its state
 */
AccordSessionState *
accord_cli_session_load (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = accord_cli_file_load (path, ACCORD_JSON_MAX, error);
  gsize length = 0;
  const char *data = bytes != NULL ? g_bytes_get_data (bytes, &length) : NULL;

  if (bytes == NULL)
    return NULL;
  return accord_session_state_read (data != NULL ? data : "", length, error);
}

static void
add_name (AccordCliCompared *self, const AccordStateDocument *document)
{
  const char *name = document->path;

  if (name == NULL)
    name = accord_document_get_field (document->document, ACCORD_FIELD_NAME);
  g_ptr_array_add (self->names, g_strdup (name != NULL ? name : document->id));
}

/**
 * accord_cli_compared_open:
 * @path: of a session
 * @options: number of threads, and a threshold that overrules the session's where it was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what the session compares
 */
AccordCliCompared *
accord_cli_compared_open (const char *path, const AccordCliOptions *options, GError **error)
{
  AccordSessionState *state = accord_cli_session_load (path, error);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  AccordCliCompared *self = NULL;

  if (state == NULL)
    return NULL;
  if (options->threshold_given)
    state->threshold = options->threshold;
  self = compared_new (state, options);
  for (guint i = 0; i < state->documents->len; i++)
    {
      const AccordStateDocument *document = g_ptr_array_index (state->documents, i);

      add_name (self, document);
      g_ptr_array_add (self->files,
                       g_file_resolve_relative_path (folder, g_ptr_array_index (self->names, i)));
    }
  return self;
}

/**
 * accord_cli_compared_free:
 * @self: (transfer full): what was compared
 */
void
accord_cli_compared_free (AccordCliCompared *self)
{
  accord_session_state_free (self->state);
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->files);
  g_ptr_array_unref (self->analyses);
  g_free (self);
}

/**
 * accord_cli_compared_add:
 * @self: what is compared
 * @name: of the document, as it was given
 * @analysis: of the document with the codebook of @self
 *
 * Adds a document behind the others.
 */
void
accord_cli_compared_add (AccordCliCompared *self, const char *name, AccordAnalysis *analysis)
{
  g_autofree char *base = g_path_get_basename (name);

  accord_session_state_add_document (self->state, accord_analysis_get_document (analysis), base);
  g_ptr_array_add (self->names, g_strdup (name));
  g_ptr_array_add (self->files, g_file_new_for_path (name));
  g_ptr_array_add (self->analyses, accord_analysis_ref (analysis));
}

/* A session's documents are analysed here; those of files were on loading. */
static gboolean
analyse (AccordCliCompared *self, const AccordWatch *watch, GError **error)
{
  GPtrArray *documents = self->state->documents;
  g_autoptr (AccordMatcher) matcher = NULL;

  if (self->analyses->len == documents->len)
    return TRUE;
  matcher = accord_matcher_new (self->state->codebook, NULL, error);
  if (matcher == NULL)
    return FALSE;
  for (guint i = 0; i < documents->len; i++)
    {
      const AccordStateDocument *document = g_ptr_array_index (documents, i);
      AccordAnalysis *analysis = accord_analysis_new (document->document, matcher, watch, error);

      if (analysis == NULL)
        return FALSE;
      g_ptr_array_add (self->analyses, analysis);
    }
  return TRUE;
}

/**
 * accord_cli_compared_find:
 * @self: what is compared
 * @watch: (nullable): progress
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the machine's findings with the decisions applied
 */
AccordFindings *
accord_cli_compared_find (AccordCliCompared *self, const AccordWatch *watch, GError **error)
{
  const AccordCompareOptions options = { self->state->threshold, 0, (guint) self->jobs,
                                         .lexicon = self->lexicon };
  g_autoptr (AccordComparison) comparison = NULL;
  g_autoptr (AccordReview) review = NULL;

  if (self->state->documents->len == 0)
    {
      g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_INVAL, _ ("holds no document"));
      return NULL;
    }
  if (!analyse (self, watch, error))
    return NULL;
  comparison = accord_comparison_new ((AccordAnalysis *const *) self->analyses->pdata,
                                      self->analyses->len, &options, watch, error);
  if (comparison == NULL)
    return NULL;
  review = accord_session_state_review (self->state);
  return accord_findings_new (comparison, review);
}

/**
 * accord_cli_compared_run:
 * @self: what is compared
 * @watch: (nullable): progress
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the coverage, over the documents that are shown
 */
AccordCoverage *
accord_cli_compared_run (AccordCliCompared *self, const AccordWatch *watch, GError **error)
{
  g_autoptr (AccordFindings) findings = accord_cli_compared_find (self, watch, error);
  GPtrArray *documents = self->state->documents;
  g_autofree gboolean *shown = g_new0 (gboolean, documents->len + 1);
  g_autofree guint *units = NULL;

  if (findings == NULL)
    return NULL;
  units = accord_session_state_units (self->state);
  for (guint i = 0; i < documents->len; i++)
    shown[i] = ((AccordStateDocument *) g_ptr_array_index (documents, i))->shown;
  return accord_coverage_new_units (findings, shown, self->state->least_score, units);
}

/**
 * accord_cli_compared_record:
 * @self: what is compared
 * @error: return location for an error
 *
 * Compares, and puts what was found into the state, so that the session can be verified. A session
 * of a newer version is left alone.
 *
 * Returns: whether it could be compared
 */
gboolean
accord_cli_compared_record (AccordCliCompared *self, GError **error)
{
  g_autofree const char **ids = g_new0 (const char *, self->state->documents->len + 1);
  g_autoptr (AccordFindings) findings = NULL;

  if (self->state->version > ACCORD_SESSION_VERSION || self->state->documents->len == 0)
    return TRUE;
  findings = accord_cli_compared_find (self, NULL, error);
  if (findings == NULL)
    return FALSE;
  for (guint i = 0; i < self->state->documents->len; i++)
    ids[i] = ((AccordStateDocument *) g_ptr_array_index (self->state->documents, i))->id;
  g_clear_pointer (&self->state->record, accord_record_unref);
  self->state->record =
    accord_record_new_comparison (accord_findings_get_comparison (findings), ids);
  return TRUE;
}

/**
 * accord_cli_compared_place:
 * @self: what is compared
 * @path: (nullable): where the session will be saved
 *
 * Makes the sources' paths relative to the session; a source that is not below its
 * folder is called by its name alone, so that no path of this machine is handed on.
 */
void
accord_cli_compared_place (AccordCliCompared *self, const char *path)
{
  g_autoptr (GFile) file = path != NULL ? g_file_new_for_path (path) : NULL;
  g_autoptr (GFile) folder = file != NULL ? g_file_get_parent (file) : NULL;

  for (guint i = 0; i < self->state->documents->len; i++)
    {
      AccordStateDocument *document = g_ptr_array_index (self->state->documents, i);
      GFile *source = g_ptr_array_index (self->files, i);

      g_free (document->path);
      document->path = folder != NULL ? g_file_get_relative_path (folder, source) : NULL;
      if (document->path == NULL)
        document->path = g_file_get_basename (source);
    }
}
