/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that hold others: one that was compressed, and an archive of documents. What is
 * in an archive is read as if it stood alone; pictures, styles and scripts in it are not
 * documents. An archive in an archive is not opened: it has been one too many before. */
#include "documents/accord-office-private.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "documents/accord-loader-error.h"

#define PIECE 65536
#define DOCUMENTS_MAX 1000u

/* A source gets all of another. */
static void
take_source (AccordSource *source, AccordSource *inner)
{
  AccordSource before = *source;

  *source = *inner;
  *inner = before;
  accord_source_free (inner);
}

/**
 * accord_office_read_inner:
 * @request: what is wanted of the file that was found
 * @data: its bytes
 * @length: their number
 * @source: (inout): gets what is read
 * @error: return location for an error
 *
 * Reads a file that was found in another.
 *
 * Returns: FALSE with an error
 */
gboolean
accord_office_read_inner (const AccordReadRequest *request,
                          const char *data,
                          gsize length,
                          AccordSource *source,
                          GError **error)
{
  AccordSource *inner = NULL;

  if (accord_is_gzip (data, length, NULL) ||
      (accord_pack_is_zip (data, length) && accord_pack_sniff (data, length) == ACCORD_PACK_FILES))
    {
      g_set_error_literal (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_UNSUPPORTED,
                           _ ("is an archive in an archive: unpack it first"));
      return FALSE;
    }
  inner = accord_read (request, (const guint8 *) data, length, error);
  if (inner == NULL)
    return FALSE;
  take_source (source, inner);
  return TRUE;
}

gboolean
accord_is_gzip (const char *data, gsize length, const char *name)
{
  return length >= 18 && memcmp (data, "\x1f\x8b\x08", 3) == 0;
}

static gboolean
fail_large (GError **error)
{
  g_set_error (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_TOO_LARGE,
               _ ("unpacks to more than %u MiB"), ACCORD_SOURCE_MAX >> 20);
  return FALSE;
}

static GByteArray *
unpack_gzip (const char *data, gsize length, GError **error)
{
  g_autoptr (GConverter) converter =
    G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  GConverterResult result = G_CONVERTER_CONVERTED;

  while (result != G_CONVERTER_FINISHED)
    {
      gsize used = 0, made = 0;
      guint before = bytes->len;
      g_autoptr (GError) cause = NULL;

      if (before > ACCORD_SOURCE_MAX && !fail_large (error))
        return NULL;
      g_byte_array_set_size (bytes, before + PIECE);
      result = g_converter_convert (converter, data, length, bytes->data + before, PIECE,
                                    G_CONVERTER_INPUT_AT_END, &used, &made, &cause);
      g_byte_array_set_size (bytes, before + (guint) made);
      data += used;
      length -= used;
      if (result != G_CONVERTER_ERROR)
        continue;
      g_set_error (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_MALFORMED,
                   /* Translators: what is wrong, in English */
                   _ ("is damaged or cut short (%s)"), "gzip");
      return NULL;
    }
  return g_steal_pointer (&bytes);
}

gboolean
accord_read_gzip (const AccordReadRequest *request,
                  const char *data,
                  gsize length,
                  AccordSource *source,
                  GError **error)
{
  g_autoptr (GByteArray) bytes = unpack_gzip (data, length, error);
  AccordReadRequest inner = *request;
  g_autofree char *name = NULL;

  if (bytes == NULL)
    return FALSE;
  if (request->name != NULL && g_str_has_suffix (request->name, ".gz"))
    name = g_strndup (request->name, strlen (request->name) - 3);
  inner.name = name != NULL ? name : request->name;
  return accord_office_read_inner (&inner, (const char *) bytes->data, bytes->len, source, error);
}

/* What belongs to a document, or to the system it was packed on, but is none. */
static gboolean
is_no_document (const char *path)
{
  static const char *const SUFFIXES[] = {
    ".css",  ".js",  ".mjs",      ".map",      ".woff",       ".woff2", ".ttf",  ".otf",
    ".eot",  ".ico", ".svg",      ".png",      ".jpg",        ".jpeg",  ".gif",  ".webp",
    ".avif", ".bmp", ".tif",      ".tiff",     ".mp3",        ".mp4",   ".webm", ".exe",
    ".dll",  ".rdf", ".ds_store", "thumbs.db", "desktop.ini",
  };
  g_autofree char *lower = g_ascii_strdown (path, -1);
  const char *name = strrchr (lower, '/') != NULL ? strrchr (lower, '/') + 1 : lower;

  if (*name == '\0' || *name == '.' || g_str_has_prefix (lower, "__macosx/") ||
      strstr (lower, "_files/") != NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (SUFFIXES); i++)
    if (g_str_has_suffix (lower, SUFFIXES[i]))
      return TRUE;
  return FALSE;
}

static GByteArray *
unpack_entry (struct archive *archive, gsize *room, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  gssize n = 1;

  while (n > 0)
    {
      guint before = bytes->len;

      if (*room < PIECE && !fail_large (error))
        return NULL;
      g_byte_array_set_size (bytes, before + PIECE);
      n = archive_read_data (archive, bytes->data + before, PIECE);
      g_byte_array_set_size (bytes, before + (guint) MAX (n, 0));
      *room -= (gsize) MAX (n, 0);
    }
  if (n == 0)
    return g_steal_pointer (&bytes);
  g_set_error (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_MALFORMED,
               /* Translators: what is wrong, in English */
               _ ("is damaged or cut short (%s)"), "ZIP");
  return NULL;
}

/* Parts of a part, such as the rows of a table, are parts like others. */
static void
add_document (GPtrArray *documents, AccordSource *source, const char *path)
{
  for (guint i = 0; source->parts != NULL && i < source->parts->len; i++)
    g_ptr_array_add (documents, g_ptr_array_index (source->parts, i));
  if (source->parts != NULL)
    {
      g_ptr_array_set_free_func (source->parts, NULL);
      accord_source_free (source);
      return;
    }
  accord_source_set_field (source, ACCORD_FIELD_NAME, path);
  g_ptr_array_add (documents, source);
}

static gboolean
read_entry (const AccordReadRequest *request,
            struct archive *archive,
            struct archive_entry *entry,
            gsize *room,
            GPtrArray *documents,
            GError **error)
{
  const char *raw = archive_entry_pathname_utf8 (entry);
  g_autofree char *path =
    g_utf8_make_valid (raw != NULL                              ? raw
                       : archive_entry_pathname (entry) != NULL ? archive_entry_pathname (entry)
                                                                : "",
                       -1);
  g_autoptr (GByteArray) bytes = NULL;
  AccordReadRequest inner = *request;
  AccordSource *source = NULL;
  GError *local = NULL;

  if (is_no_document (path))
    return TRUE;
  if (archive_entry_is_encrypted (entry))
    return accord_office_fail_encrypted (error);
  bytes = unpack_entry (archive, room, error);
  if (bytes == NULL)
    return FALSE;
  inner.name = path;
  source = accord_source_new ();
  if (bytes->len > 0 &&
      accord_office_read_inner (&inner, (const char *) bytes->data, bytes->len, source, &local))
    {
      add_document (documents, source, path);
      return TRUE;
    }
  accord_source_free (source);
  if (local == NULL ||
      g_error_matches (local, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_UNSUPPORTED))
    {
      g_clear_error (&local);
      return TRUE;
    }
  g_propagate_prefixed_error (error, local, "%s: ", path);
  return FALSE;
}

static gboolean
read_entries (const AccordReadRequest *request,
              struct archive *archive,
              GPtrArray *documents,
              GError **error)
{
  struct archive_entry *entry = NULL;
  gsize room = ACCORD_SOURCE_MAX;
  int status = ARCHIVE_OK;
  guint n = 0;

  while ((status = archive_read_next_header (archive, &entry)) == ARCHIVE_OK ||
         status == ARCHIVE_WARN)
    {
      if (documents->len >= DOCUMENTS_MAX || ++n > ACCORD_PACK_ENTRIES_MAX)
        {
          g_set_error (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_TOO_LARGE,
                       _ ("holds more than %u documents"), DOCUMENTS_MAX);
          return FALSE;
        }
      if (!read_entry (request, archive, entry, &room, documents, error))
        return FALSE;
    }
  if (status == ARCHIVE_EOF)
    return TRUE;
  g_set_error (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_MALFORMED,
               /* Translators: what is wrong, in English */
               _ ("is damaged or cut short (%s)"), "ZIP");
  return FALSE;
}

static gint
by_path (gconstpointer a, gconstpointer b)
{
  const AccordSource *first = *(AccordSource *const *) a, *second = *(AccordSource *const *) b;

  return g_strcmp0 (first->fields[ACCORD_FIELD_NAME], second->fields[ACCORD_FIELD_NAME]);
}

/* One document is read as itself, several as a collection, in the order of their names. */
static gboolean
move_documents (GPtrArray *documents, AccordSource *source, GError **error)
{
  if (documents->len == 0)
    {
      g_set_error_literal (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_EMPTY,
                           _ ("is an archive without a document that can be read"));
      return FALSE;
    }
  g_ptr_array_sort (documents, by_path);
  g_ptr_array_set_free_func (documents, NULL);
  if (documents->len == 1)
    take_source (source, g_ptr_array_index (documents, 0));
  else
    for (guint i = 0; i < documents->len; i++)
      accord_source_add_part (source, g_ptr_array_index (documents, i));
  return TRUE;
}

/**
 * accord_read_archive:
 * @request: what is wanted
 * @data: a ZIP archive
 * @length: bytes of it
 * @source: gets a document, or as many parts as there are documents
 * @error: return location for an error
 *
 * Returns: FALSE with an error
 */
gboolean
accord_read_archive (const AccordReadRequest *request,
                     const char *data,
                     gsize length,
                     AccordSource *source,
                     GError **error)
{
  struct archive *archive = accord_pack_open (data, length);
  g_autoptr (GPtrArray) documents =
    g_ptr_array_new_with_free_func ((GDestroyNotify) accord_source_free);
  gboolean done = FALSE;

  if (archive == NULL)
    {
      g_set_error (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_MALFORMED,
                   /* Translators: what is wrong, in English */
                   _ ("is damaged or cut short (%s)"), "ZIP");
      return FALSE;
    }
  done =
    read_entries (request, archive, documents, error) && move_documents (documents, source, error);
  archive_read_free (archive);
  return done;
}
