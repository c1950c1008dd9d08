/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes local headers as it goes and the directory at the end (APPNOTE 6.3, without ZIP64:
 * at most 4 GiB and 65,535 entries, which no report reaches). */
#include "report/accord-report-zip.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "report/accord-report-resources.h"

#define VERSION 20
#define UTF8_NAMES 0x0800

struct _AccordZip
{
  /* borrowed */
  GString *out;
  /* owned */
  GString *directory;
  gsize start;
  guint n_entries;
  guint16 day;
  guint16 second;
  gboolean failed;
};

static void
put16 (GString *out, guint value)
{
  g_string_append_c (out, (char) (value & 0xFF));
  g_string_append_c (out, (char) (value >> 8 & 0xFF));
}

static void
put32 (GString *out, guint32 value)
{
  put16 (out, value & 0xFFFF);
  put16 (out, value >> 16);
}

/* ISO 3309, a byte at a time. */
static guint32
crc_of (const char *data, gsize length)
{
  guint32 crc = 0xFFFFFFFFu;
  guint32 table[256];

  for (guint32 i = 0; i < 256; i++)
    {
      table[i] = i;
      for (guint bit = 0; bit < 8; bit++)
        table[i] = (table[i] & 1) != 0 ? table[i] >> 1 ^ 0xEDB88320u : table[i] >> 1;
    }
  for (gsize i = 0; i < length; i++)
    crc = table[(crc ^ (guchar) data[i]) & 0xFF] ^ crc >> 8;
  return ~crc;
}

static GBytes *
deflate_bytes (const char *data, gsize length)
{
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW, 6);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) stream =
    g_converter_output_stream_new (memory, G_CONVERTER (compressor));

  if (!g_output_stream_write_all (stream, data, length, NULL, NULL, NULL) ||
      !g_output_stream_close (stream, NULL, NULL))
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
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
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (time);

  self->out = out;
  self->start = out->len;
  self->directory = g_string_new (NULL);
  self->day = (guint16) ((g_date_time_get_year (date) - 1980) << 9 |
                         g_date_time_get_month (date) << 5 | g_date_time_get_day_of_month (date));
  self->second = (guint16) (g_date_time_get_hour (date) << 11 | g_date_time_get_minute (date) << 5 |
                            g_date_time_get_second (date) / 2);
  return self;
}

/* What local header and directory have in common. */
static void
put_entry (AccordZip *self,
           GString *out,
           const char *name,
           guint method,
           guint32 crc,
           gsize packed,
           gsize length)
{
  put16 (out, VERSION);
  put16 (out, UTF8_NAMES);
  put16 (out, method);
  put16 (out, self->second);
  put16 (out, self->day);
  put32 (out, crc);
  put32 (out, (guint32) packed);
  put32 (out, (guint32) length);
  put16 (out, (guint) strlen (name));
  put16 (out, 0);
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
  g_autoptr (GBytes) packed =
    compressed ? deflate_bytes (data, length) : g_bytes_new_static (data, length);
  gsize n = 0, offset = self->out->len - self->start;
  const char *bytes = packed != NULL ? g_bytes_get_data (packed, &n) : NULL;
  guint32 crc = crc_of (data, length);
  guint method = compressed ? 8 : 0;

  self->failed = self->failed || packed == NULL || MAX (length, offset + n) > G_MAXUINT32;
  if (self->failed)
    return;
  put32 (self->out, 0x04034B50);
  put_entry (self, self->out, name, method, crc, n, length);
  g_string_append (self->out, name);
  g_string_append_len (self->out, bytes, (gssize) n);
  put32 (self->directory, 0x02014B50);
  put16 (self->directory, VERSION);
  put_entry (self, self->directory, name, method, crc, n, length);
  put16 (self->directory, 0);
  put16 (self->directory, 0);
  put16 (self->directory, 0);
  put32 (self->directory, 0);
  put32 (self->directory, (guint32) offset);
  g_string_append (self->directory, name);
  self->n_entries++;
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
  gsize offset = self->out->len - self->start;
  gboolean done = !self->failed;

  g_string_append_len (self->out, self->directory->str, (gssize) self->directory->len);
  put32 (self->out, 0x06054B50);
  put32 (self->out, 0);
  put16 (self->out, self->n_entries);
  put16 (self->out, self->n_entries);
  put32 (self->out, (guint32) self->directory->len);
  put32 (self->out, (guint32) offset);
  put16 (self->out, 0);
  g_string_free (self->directory, TRUE);
  g_free (self);
  if (!done)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                         _ ("the report is too large for its format"));
  return done;
}
