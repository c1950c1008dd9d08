/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stamps of files. Time and size tell at once that nothing happened; where they differ
 * the bytes decide, since a copy or a checkout touches files that it does not change. */
#include "session/accord-stamp-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "documents/accord-json.h"
#include "documents/accord-open.h"

#define ATTRIBUTES                                                                                 \
  G_FILE_ATTRIBUTE_ETAG_VALUE "," G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_UNIX_INODE   \
                              "," G_FILE_ATTRIBUTE_TIME_CHANGED                                    \
                              "," G_FILE_ATTRIBUTE_TIME_CHANGED_USEC

/* state: what the file system tells of the file, as one string; nullable. Counted, immutable. */
struct _AccordStamp
{
  char *state;
  gsize length;
  guint64 hash;
};

/* Not for locks that somebody picks: for bytes that differ by chance or by editing. Eight bytes at
 * a time, since it stands in the way of every save. */
static guint64
hash_of (const char *data, gsize length)
{
  guint64 hash = G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) ^ length;

  for (gsize i = 0; i < length; i += sizeof (guint64))
    {
      guint64 word = 0;

      memcpy (&word, data + i, MIN (sizeof word, length - i));
      hash = (hash ^ GUINT64_TO_LE (word)) * G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
      hash ^= hash >> 32;
    }
  return hash;
}

static char *
dup_state (GFile *file, GError **error)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, ATTRIBUTES, 0, NULL, error);
  const char *etag = info != NULL ? g_file_info_get_etag (info) : NULL;

  if (info == NULL)
    return NULL;
  return g_strdup_printf (
    "%s %" G_GINT64_FORMAT " %" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT ".%06u",
    etag != NULL ? etag : "", (gint64) g_file_info_get_size (info),
    g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_UNIX_INODE),
    g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_TIME_CHANGED),
    g_file_info_get_attribute_uint32 (info, G_FILE_ATTRIBUTE_TIME_CHANGED_USEC));
}

static AccordStamp *
stamp_new (char *state, const char *data, gsize length)
{
  AccordStamp *self = g_atomic_rc_box_new0 (AccordStamp);

  self->state = state;
  self->length = length;
  self->hash = hash_of (data, length);
  return self;
}

/* Of @file, which was just read or written, with these bytes. Blocks. */
AccordStamp *
accord_stamp_new (GFile *file, const char *data, gsize length)
{
  return stamp_new (dup_state (file, NULL), data, length);
}

/* Reads @file. The state is asked for first: what is written meanwhile is seen later. Blocks. */
AccordStamp *
accord_stamp_new_read (GFile *file, GBytes **bytes, GCancellable *cancellable, GError **error)
{
  g_autofree char *state = dup_state (file, NULL);
  gsize length = 0;
  const char *data = NULL;

  *bytes = accord_open_bytes (file, ACCORD_JSON_MAX, cancellable, error);
  if (*bytes == NULL)
    return NULL;
  data = g_bytes_get_data (*bytes, &length);
  return stamp_new (g_steal_pointer (&state), data, length);
}

AccordStamp *
accord_stamp_ref (AccordStamp *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  AccordStamp *self = data;

  g_free (self->state);
}

void
accord_stamp_unref (AccordStamp *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/* Whether @file holds what it held then, or is gone, so that nothing can be lost by writing it;
 * FALSE with G_IO_ERROR_WRONG_ETAG and a translated sentence. Blocks. */
gboolean
accord_stamp_check (const AccordStamp *self, GFile *file, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *state = dup_state (file, &local);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (AccordStamp) now = NULL;

  if (state != NULL && g_strcmp0 (state, self->state) == 0)
    return TRUE;
  if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return TRUE;
  now = accord_stamp_new_read (file, &bytes, NULL, NULL);
  if (now != NULL && now->length == self->length && now->hash == self->hash)
    return TRUE;
  g_set_error_literal (
    error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG,
    _ ("could not be saved: another program has changed it since it was opened"));
  return FALSE;
}
