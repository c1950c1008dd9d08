/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The session: its properties and signals. Documents, decisions, history, work,
 * comparison and files are each in a file of their own. */
#include "session/accord-session.h"

#include "documents/accord-lexicon-file.h"
#include "session/accord-session-private.h"

enum
{
  PROP_0,
  PROP_BUSY,
  PROP_PROGRESS,
  PROP_PROGRESS_TEXT,
  PROP_MODIFIED,
  PROP_FILE,
  PROP_TITLE,
  PROP_THRESHOLD,
  PROP_LEAST_SCORE,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_NAME,
  PROP_REDO_NAME,
  PROP_READ_ONLY,
  PROP_CODER,
  PROP_CODEBOOK,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (AccordSession, accord_session, G_TYPE_OBJECT)

static void
set_coder (AccordSession *self, const char *coder)
{
  if (g_strcmp0 (self->coder, coder) == 0)
    return;
  g_free (self->coder);
  self->coder = g_strdup (coder);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CODER]);
}

static gboolean
is_read_only (AccordSession *self)
{
  return self->version > ACCORD_SESSION_VERSION || self->holder != NULL;
}

static void
accord_session_dispose (GObject *object)
{
  AccordSession *self = ACCORD_SESSION (object);

  accord_session_close (self);
  accord_session_drop_jobs (self);
  accord_session_cancel_work (self);
  g_clear_handle_id (&self->progress_source, g_source_remove);
  accord_session_clear_history (self);
  G_OBJECT_CLASS (accord_session_parent_class)->dispose (object);
}

static void
accord_session_finalize (GObject *object)
{
  AccordSession *self = ACCORD_SESSION (object);

  g_clear_object (&self->documents);
  g_clear_pointer (&self->codebook, accord_codebook_unref);
  g_clear_pointer (&self->matcher, accord_matcher_unref);
  g_clear_pointer (&self->lexicon, accord_lexicon_unref);
  g_clear_pointer (&self->loader, accord_loader_unref);
  g_clear_pointer (&self->now, accord_snapshot_unref);
  g_clear_pointer (&self->saved, accord_snapshot_unref);
  g_clear_pointer (&self->undo, g_ptr_array_unref);
  g_clear_pointer (&self->redo, g_ptr_array_unref);
  g_clear_pointer (&self->findings, accord_findings_unref);
  g_clear_pointer (&self->coverage, accord_coverage_unref);
  g_clear_pointer (&self->compared, g_ptr_array_unref);
  g_clear_object (&self->file);
  g_clear_pointer (&self->view, json_node_unref);
  g_clear_pointer (&self->extra, json_object_unref);
  g_free (self->holder);
  g_clear_pointer (&self->file_stamp, accord_stamp_unref);
  g_clear_pointer (&self->record, accord_record_unref);
  g_free (self->coder);
  g_free (self->notified.title);
  g_free (self->notified.undo_name);
  g_free (self->notified.redo_name);
  g_free (self->notified.progress_text);
  G_OBJECT_CLASS (accord_session_parent_class)->finalize (object);
}

static void
accord_session_get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  AccordSession *self = ACCORD_SESSION (object);

  switch (property)
    {
    case PROP_BUSY:
      g_value_set_boolean (value, self->notified.busy);
      break;
    case PROP_PROGRESS:
      g_value_set_double (value, self->progress);
      break;
    case PROP_PROGRESS_TEXT:
      g_value_set_string (value, self->notified.progress_text);
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, self->notified.modified);
      break;
    case PROP_FILE:
      g_value_set_object (value, self->file);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->notified.title);
      break;
    case PROP_THRESHOLD:
      g_value_set_int (value, self->now->threshold);
      break;
    case PROP_LEAST_SCORE:
      g_value_set_int (value, self->least_score);
      break;
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, self->undo->len > 0);
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, self->redo->len > 0);
      break;
    case PROP_UNDO_NAME:
      g_value_set_string (value, accord_session_step_name (self->undo));
      break;
    case PROP_REDO_NAME:
      g_value_set_string (value, accord_session_step_name (self->redo));
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, is_read_only (self));
      break;
    case PROP_CODER:
      g_value_set_string (value, self->coder);
      break;
    case PROP_CODEBOOK:
      g_value_set_pointer (value, self->codebook);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
accord_session_set_property (GObject *object,
                             guint property,
                             const GValue *value,
                             GParamSpec *pspec)
{
  AccordSession *self = ACCORD_SESSION (object);

  switch (property)
    {
    case PROP_THRESHOLD:
      accord_session_set_threshold (self, g_value_get_int (value));
      break;
    case PROP_LEAST_SCORE:
      accord_session_set_least_score (self, g_value_get_int (value));
      break;
    case PROP_CODER:
      set_coder (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags readable = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GParamFlags writable = readable | G_PARAM_WRITABLE;

  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, readable);
  properties[PROP_PROGRESS] = g_param_spec_double ("progress", NULL, NULL, 0, 1, 0, readable);
  properties[PROP_PROGRESS_TEXT] =
    g_param_spec_string ("progress-text", NULL, NULL, NULL, readable);
  properties[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, readable);
  properties[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, readable);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, readable);
  properties[PROP_THRESHOLD] =
    g_param_spec_int ("threshold", NULL, NULL, 0, 1000, ACCORD_THRESHOLD_DEFAULT, writable);
  properties[PROP_LEAST_SCORE] = g_param_spec_int ("least-score", NULL, NULL, 0, 1000, 0, writable);
  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, readable);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, readable);
  properties[PROP_UNDO_NAME] = g_param_spec_string ("undo-name", NULL, NULL, NULL, readable);
  properties[PROP_REDO_NAME] = g_param_spec_string ("redo-name", NULL, NULL, NULL, readable);
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, readable);
  properties[PROP_CODER] = g_param_spec_string ("coder", NULL, NULL, NULL, writable);
  properties[PROP_CODEBOOK] = g_param_spec_pointer ("codebook", NULL, NULL, readable);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
accord_session_class_init (AccordSessionClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GType type = G_OBJECT_CLASS_TYPE (class);

  object_class->dispose = accord_session_dispose;
  object_class->finalize = accord_session_finalize;
  object_class->get_property = accord_session_get_property;
  object_class->set_property = accord_session_set_property;
  install_properties (object_class);
  g_signal_new ("document-failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                G_TYPE_STRING, G_TYPE_STRING);
  g_signal_new ("password-needed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                G_TYPE_FILE, G_TYPE_STRING);
  g_signal_new ("findings-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                G_TYPE_STRING);
}

static void
accord_session_init (AccordSession *self)
{
  self->lexicon = accord_lexicon_load (NULL, NULL); /* without one links are fewer */
  self->documents = g_list_store_new (ACCORD_TYPE_SESSION_DOCUMENT);
  self->codebook = accord_session_load_codebook ();
  self->now = accord_snapshot_new (self->codebook);
  self->now->threshold = ACCORD_THRESHOLD_DEFAULT;
  self->saved = accord_snapshot_ref (self->now);
  self->undo = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_step_free);
  self->redo = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_step_free);
  self->coder = g_strdup (g_get_user_name ());
  self->next_document = 1;
  self->version = ACCORD_SESSION_VERSION;
  self->notified.threshold = ACCORD_THRESHOLD_DEFAULT;
  self->notified.title = accord_session_make_title (self);
  self->notified.progress_text = g_strdup ("");
}

/**
 * accord_session_new:
 *
 * Returns: (transfer full): an empty session with the built-in codebook
 */
AccordSession *
accord_session_new (void)
{
  return g_object_new (ACCORD_TYPE_SESSION, NULL);
}

/**
 * accord_session_get_documents:
 * @self: a session
 *
 * Returns: (transfer none): a list of #AccordSessionDocument, in the order of their letters
 */
GListModel *
accord_session_get_documents (AccordSession *self)
{
  return G_LIST_MODEL (self->documents);
}

/**
 * accord_session_get_lexicon:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): what words mean; NULL where no lexicon is there
 */
AccordLexicon *
accord_session_get_lexicon (AccordSession *self)
{
  return self->lexicon;
}

/**
 * accord_session_get_codebook:
 * @self: a session
 *
 * After a change of the codebook it is the former one until everything is coded anew, so that it
 * always fits the findings; "codebook" is notified then.
 *
 * Returns: (transfer none): its codebook; that of a session file from the moment it is open
 */
AccordCodebook *
accord_session_get_codebook (AccordSession *self)
{
  return self->codebook;
}

/**
 * accord_session_get_analysis:
 * @self: a session
 * @document: a document of it
 *
 * Returns: (transfer none) (nullable): the analysis of the text that @document shows, as soon as
 *   there is one
 */
AccordAnalysis *
accord_session_get_analysis (AccordSession *self, AccordSessionDocument *document)
{
  guint i = 0;
  AccordVersion *version = NULL;

  if (accord_session_find_compared (self, document, &i))
    return accord_comparison_get_analysis (accord_findings_get_comparison (self->findings), i);
  if (!accord_snapshot_find (self->now, document, &i))
    return NULL;
  version = accord_snapshot_get (self->now, i)->version;
  if (version->analysis == NULL ||
      accord_analysis_get_codebook (version->analysis) != self->codebook)
    return NULL;
  return version->document == accord_session_document_get_document (document) ? version->analysis
                                                                              : NULL;
}

/**
 * accord_session_get_findings:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): the findings of the last comparison
 */
AccordFindings *
accord_session_get_findings (AccordSession *self)
{
  return self->findings;
}

/**
 * accord_session_get_coverage:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): the coverage of the last comparison
 */
AccordCoverage *
accord_session_get_coverage (AccordSession *self)
{
  return self->coverage;
}

/**
 * accord_session_get_compared:
 * @self: a session
 * @index: of a document in the findings
 *
 * Returns: (transfer none) (nullable): the document; NULL where there is no such number
 */
AccordSessionDocument *
accord_session_get_compared (AccordSession *self, guint index)
{
  return self->compared != NULL && index < self->compared->len
           ? g_ptr_array_index (self->compared, index)
           : NULL;
}

/**
 * accord_session_find_compared:
 * @self: a session
 * @document: a document
 * @index: (out): its number in the findings
 *
 * Returns: whether it is in the last comparison
 */
gboolean
accord_session_find_compared (AccordSession *self, AccordSessionDocument *document, guint *index)
{
  return self->compared != NULL && g_ptr_array_find (self->compared, document, index);
}

/**
 * accord_session_get_busy:
 * @self: a session
 *
 * Returns: whether documents are being read, analysed or compared
 */
gboolean
accord_session_get_busy (AccordSession *self)
{
  return self->notified.busy;
}

/**
 * accord_session_get_progress:
 * @self: a session
 *
 * Returns: how much of it is done, 0 to 1
 */
double
accord_session_get_progress (AccordSession *self)
{
  return self->progress;
}

/**
 * accord_session_get_progress_text:
 * @self: a session
 *
 * Returns: (transfer none): what is being done, translated; "" where nothing is
 */
const char *
accord_session_get_progress_text (AccordSession *self)
{
  return self->notified.progress_text;
}

/**
 * accord_session_get_modified:
 * @self: a session
 *
 * Returns: whether it differs from its file, or from an empty session
 */
gboolean
accord_session_get_modified (AccordSession *self)
{
  return self->notified.modified;
}

/**
 * accord_session_get_file:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): where it was opened or saved
 */
GFile *
accord_session_get_file (AccordSession *self)
{
  return self->file;
}

/**
 * accord_session_get_holder:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): who else has its file open, for people
 */
const char *
accord_session_get_holder (AccordSession *self)
{
  return self->holder;
}

/**
 * accord_session_get_title:
 * @self: a session
 *
 * Returns: (transfer none): the name of its file without suffix, else the titles of its documents
 */
const char *
accord_session_get_title (AccordSession *self)
{
  return self->notified.title;
}
