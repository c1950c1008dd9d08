/* SPDX-License-Identifier: GPL-3.0-or-later */
/* minizip, told to write into a string: its file functions are here. It goes back to an
 * entry's header when it knows the size, so that the string is written at any place. */
#include "report/accord-report-zip.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <minizip/zip.h>
#include <string.h>

#include "report/accord-report-resources.h"

#define VERSION 20
#define UTF8_NAMES 0x0800
#define LEVEL 6

struct _AccordZip
{
  zipFile zip;
  zip_fileinfo info; /* of every entry */
  /* borrowed */
  GString *out;
  gsize start;    /* of the archive in out */
  gsize position; /* in the archive */
  gboolean failed;
};

static voidpf
open_cb (voidpf opaque, const void *name, int mode)
{
  return opaque;
}

static uLong
read_cb (voidpf opaque, voidpf stream, void *buffer, uLong size)
{
  AccordZip *self = opaque;
  gsize length = MIN (size, self->out->len - self->start - self->position);

  memcpy (buffer, self->out->str + self->start + self->position, length);
  self->position += length;
  return length;
}

static uLong
write_cb (voidpf opaque, voidpf stream, const void *buffer, uLong size)
{
  AccordZip *self = opaque;

  g_string_overwrite_len (self->out, self->start + self->position, buffer, (gssize) size);
  self->position += size;
  return size;
}

static ZPOS64_T
tell_cb (voidpf opaque, voidpf stream)
{
  return ((AccordZip *) opaque)->position;
}

static long
seek_cb (voidpf opaque, voidpf stream, ZPOS64_T offset, int origin)
{
  AccordZip *self = opaque;
  gsize length = self->out->len - self->start;
  gsize base = origin == ZLIB_FILEFUNC_SEEK_END   ? length
               : origin == ZLIB_FILEFUNC_SEEK_CUR ? self->position
                                                  : 0;

  if (offset > length - base)
    return -1;
  self->position = base + offset;
  return 0;
}

static int
nothing_cb (voidpf opaque, voidpf stream)
{
  return 0;
}

static zip_fileinfo
info_of (gint64 time)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (time);
  zip_fileinfo info = { .tmz_date = {
                          .tm_sec = (uInt) g_date_time_get_second (date),
                          .tm_min = (uInt) g_date_time_get_minute (date),
                          .tm_hour = (uInt) g_date_time_get_hour (date),
                          .tm_mday = (uInt) g_date_time_get_day_of_month (date),
                          .tm_mon = (uInt) g_date_time_get_month (date) - 1,
                          .tm_year = (uInt) g_date_time_get_year (date),
                        } };

  return info;
}

/**
 * accord_zip_new:
 * @out: where to append; borrowed until accord_zip_end()
 * @time: that all entries bear, in seconds since 1970, from 1980 on
 *
 * Returns: (transfer full): an empty archive
 */
AccordZip *
accord_zip_new (GString *out, gint64 time)
{
  AccordZip *self = g_new0 (AccordZip, 1);
  zlib_filefunc64_def functions = { open_cb, read_cb,    write_cb,   tell_cb,
                                    seek_cb, nothing_cb, nothing_cb, self };

  self->out = out;
  self->start = out->len;
  self->info = info_of (time);
  self->zip = zipOpen2_64 ("", APPEND_STATUS_CREATE, NULL, &functions);
  self->failed = self->zip == NULL;
  return self;
}

/**
 * accord_zip_add:
 * @self: an archive
 * @name: of an entry, with slashes
 * @data: its bytes
 * @length: their number
 * @compressed: whether to deflate it
 */
void
accord_zip_add (
  AccordZip *self, const char *name, const char *data, gsize length, gboolean compressed)
{
  self->failed =
    self->failed || self->position + length > G_MAXUINT32 ||
    zipOpenNewFileInZip4_64 (self->zip, name, &self->info, NULL, 0, NULL, 0, NULL,
                             compressed ? Z_DEFLATED : 0, LEVEL, 0, -MAX_WBITS, DEF_MEM_LEVEL,
                             Z_DEFAULT_STRATEGY, NULL, 0, VERSION, UTF8_NAMES, 0) != ZIP_OK ||
    zipWriteInFileInZip (self->zip, data, (unsigned) length) != ZIP_OK ||
    zipCloseFileInZip (self->zip) != ZIP_OK;
}

/**
 * accord_zip_add_resource:
 * @self: an archive
 * @name: of an entry
 * @resource: name of a file that is compiled in
 */
void
accord_zip_add_resource (AccordZip *self, const char *name, const char *resource)
{
  g_autofree char *path = g_strconcat ("/io/github/accord/Accord/report/", resource, NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (accord_report_get_resource (), path,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  gsize length = 0;
  const char *data = bytes != NULL ? g_bytes_get_data (bytes, &length) : NULL;

  self->failed = self->failed || data == NULL;
  if (data != NULL)
    accord_zip_add (self, name, data, length, TRUE);
}

/**
 * accord_zip_end:
 * @self: (transfer full): an archive
 * @error: return location for an error
 *
 * Writes the directory.
 *
 * Returns: FALSE with G_IO_ERROR_FAILED, and then what was appended is no archive
 */
gboolean
accord_zip_end (AccordZip *self, GError **error)
{
  gboolean done = self->zip != NULL && zipClose (self->zip, NULL) == ZIP_OK && !self->failed;

  g_free (self);
  if (!done)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                         _ ("the report is too large for its format"));
  return done;
}
