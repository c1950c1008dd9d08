/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document of a session. What people may change of it goes through the session, so
 * that it can be undone; what it shows is set by the session alone. */
#include "session/accord-session-document.h"

#include <string.h>

#include "session/accord-session-document-private.h"
#include "session/accord-session-labels-private.h"

struct _AccordSessionDocument
{
  GObject parent_instance;

  /* owned */
  char *id;
  char *name;
  GFile *file;       /* nullable */
  char *path;        /* nullable: as a session file had it */
  JsonObject *extra; /* nullable */
  char *letter;
  char *title;
  char *subtitle;
  AccordDocument *document; /* nullable as long as it is being read */

  /* borrowed */
  AccordSession *session; /* a weak pointer */

  gboolean shown;
};

enum
{
  PROP_0,
  PROP_LETTER,
  PROP_TITLE,
  PROP_SUBTITLE,
  PROP_SHOWN,
  PROP_STATE,
  PROP_DOCUMENT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (AccordSessionDocument, accord_session_document, G_TYPE_OBJECT)

static void
accord_session_document_finalize (GObject *object)
{
  AccordSessionDocument *self = ACCORD_SESSION_DOCUMENT (object);

  g_clear_weak_pointer (&self->session);
  g_free (self->id);
  g_free (self->name);
  g_clear_object (&self->file);
  g_free (self->path);
  g_clear_pointer (&self->extra, json_object_unref);
  g_free (self->letter);
  g_free (self->title);
  g_free (self->subtitle);
  g_clear_pointer (&self->document, accord_document_unref);
  G_OBJECT_CLASS (accord_session_document_parent_class)->finalize (object);
}

static void
accord_session_document_get_property (GObject *object,
                                      guint property,
                                      GValue *value,
                                      GParamSpec *pspec)
{
  AccordSessionDocument *self = ACCORD_SESSION_DOCUMENT (object);

  switch (property)
    {
    case PROP_LETTER:
      g_value_set_string (value, self->letter);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_SUBTITLE:
      g_value_set_string (value, self->subtitle);
      break;
    case PROP_SHOWN:
      g_value_set_boolean (value, self->shown);
      break;
    case PROP_STATE:
      g_value_set_int (value, accord_session_document_get_state (self));
      break;
    case PROP_DOCUMENT:
      g_value_set_pointer (value, self->document);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
accord_session_document_set_property (GObject *object,
                                      guint property,
                                      const GValue *value,
                                      GParamSpec *pspec)
{
  AccordSessionDocument *self = ACCORD_SESSION_DOCUMENT (object);

  if (property != PROP_SHOWN)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
  else if (self->session != NULL)
    accord_session_set_shown (self->session, self, g_value_get_boolean (value));
}

static void
accord_session_document_class_init (AccordSessionDocumentClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GParamFlags readable = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = accord_session_document_finalize;
  object_class->get_property = accord_session_document_get_property;
  object_class->set_property = accord_session_document_set_property;
  properties[PROP_LETTER] = g_param_spec_string ("letter", NULL, NULL, NULL, readable);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, readable);
  properties[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, readable);
  properties[PROP_SHOWN] =
    g_param_spec_boolean ("shown", NULL, NULL, TRUE, readable | G_PARAM_WRITABLE);
  properties[PROP_STATE] =
    g_param_spec_int ("state", NULL, NULL, ACCORD_DOCUMENT_READING, ACCORD_DOCUMENT_READY,
                      ACCORD_DOCUMENT_READING, readable);
  properties[PROP_DOCUMENT] = g_param_spec_pointer ("document", NULL, NULL, readable);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
accord_session_document_init (AccordSessionDocument *self)
{
  self->shown = TRUE;
  self->letter = g_strdup ("");
  self->subtitle = g_strdup ("");
}

/* @file: (nullable): where it is read from. */
AccordSessionDocument *
accord_session_document_new (AccordSession *session, const char *id, const char *name, GFile *file)
{
  AccordSessionDocument *self = g_object_new (ACCORD_TYPE_SESSION_DOCUMENT, NULL);

  g_set_weak_pointer (&self->session, session);
  self->id = g_strdup (id);
  self->name = g_strdup (name);
  self->title = accord_label_title (NULL, name);
  g_set_object (&self->file, file);
  return self;
}

/* Takes @text. Returns: whether it is another one. */
static gboolean
replace_text (char **place, char *text)
{
  gboolean differs = g_strcmp0 (*place, text) != 0;

  g_free (*place);
  *place = text;
  return differs;
}

void
accord_session_document_set_document (AccordSessionDocument *self, AccordDocument *document)
{
  gboolean was_reading = self->document == NULL;

  if (self->document == document)
    return;
  accord_document_ref (document);
  g_clear_pointer (&self->document, accord_document_unref);
  self->document = document;
  g_object_freeze_notify (G_OBJECT (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DOCUMENT]);
  if (was_reading)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
  if (replace_text (&self->title, accord_label_title (document, self->name)))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
  if (replace_text (&self->subtitle, accord_label_subtitle (document)))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUBTITLE]);
  g_object_thaw_notify (G_OBJECT (self));
}

void
accord_session_document_set_letter (AccordSessionDocument *self, const char *letter)
{
  if (replace_text (&self->letter, g_strdup (letter)))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LETTER]);
}

void
accord_session_document_apply_shown (AccordSessionDocument *self, gboolean shown)
{
  if (self->shown == shown)
    return;
  self->shown = shown;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOWN]);
}

/* What a session file said of its source. */
void
accord_session_document_set_origin (AccordSessionDocument *self,
                                    const char *path,
                                    JsonObject *extra)
{
  self->path = g_strdup (path);
  self->extra = extra != NULL ? json_object_ref (extra) : NULL;
}

/* The path of the source as a session at @session_file tells it: relative where the source lies
 * beside or below, else its name alone, so that no folder of a person's is told to others. */
char *
accord_session_document_dup_path (AccordSessionDocument *self, GFile *session_file)
{
  g_autoptr (GFile) folder = session_file != NULL ? g_file_get_parent (session_file) : NULL;
  char *relative =
    folder != NULL && self->file != NULL ? g_file_get_relative_path (folder, self->file) : NULL;

  if (relative != NULL)
    return relative;
  return self->file != NULL ? g_file_get_basename (self->file) : g_strdup (self->path);
}

/* Members that others put into the document, for the next file. */
JsonObject *
accord_session_document_get_extra (AccordSessionDocument *self)
{
  return self->extra;
}

/**
 * accord_session_document_get_id:
 * @self: a document
 *
 * Returns: (transfer none): "d1", "d2" … for ever
 */
const char *
accord_session_document_get_id (AccordSessionDocument *self)
{
  return self->id;
}

/**
 * accord_session_document_get_letter:
 * @self: a document
 *
 * Returns: (transfer none): "A" to "Z", "AA" …, by its place in the list
 */
const char *
accord_session_document_get_letter (AccordSessionDocument *self)
{
  return self->letter;
}

/**
 * accord_session_document_get_title:
 * @self: a document
 *
 * Returns: (transfer none): its title, else its name without suffix
 */
const char *
accord_session_document_get_title (AccordSessionDocument *self)
{
  return self->title;
}

/**
 * accord_session_document_get_subtitle:
 * @self: a document
 *
 * Returns: (transfer none): issuer · date · language · kind, as far as known, translated
 */
const char *
accord_session_document_get_subtitle (AccordSessionDocument *self)
{
  return self->subtitle;
}

/**
 * accord_session_document_get_name:
 * @self: a document
 *
 * Returns: (transfer none): the name of its file, or the name that was given to its text
 */
const char *
accord_session_document_get_name (AccordSessionDocument *self)
{
  return self->name;
}

/**
 * accord_session_document_get_file:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): its source, which may be gone; NULL where it was text, or
 *   where a session does not tell
 */
GFile *
accord_session_document_get_file (AccordSessionDocument *self)
{
  return self->file;
}

/**
 * accord_session_document_get_state:
 * @self: a document
 *
 * Returns: whether it can be shown
 */
AccordDocumentState
accord_session_document_get_state (AccordSessionDocument *self)
{
  return self->document != NULL ? ACCORD_DOCUMENT_READY : ACCORD_DOCUMENT_READING;
}

/**
 * accord_session_document_get_shown:
 * @self: a document
 *
 * Returns: whether it counts and is seen
 */
gboolean
accord_session_document_get_shown (AccordSessionDocument *self)
{
  return self->shown;
}

/**
 * accord_session_document_get_document:
 * @self: a document
 *
 * As long as the document is compared, this is the one that the comparison numbers.
 *
 * Returns: (transfer none) (nullable): the text, or NULL as long as it is being read
 */
AccordDocument *
accord_session_document_get_document (AccordSessionDocument *self)
{
  return self->document;
}
