/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Archives are read once, front to back, into memory: of their entries only those that
 * may hold text or say where it is. Nothing is ever written, so that a path is but a
 * name; how much they may unpack to is limited as a whole. */
#include "documents/accord-pack-private.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "documents/accord-loader-error.h"

/* How many entries tell what an archive is. */
#define SNIFF_ENTRIES 2000

#define PIECE 65536

struct _AccordPack
{
  GHashTable *parts; /* owned: path in lower case → GBytes, or NULL where it was not read */
  gboolean encrypted;
};

/**
 * accord_pack_is_zip:
 * @data: the bytes of a file
 * @length: their number
 *
 * Returns: whether they begin as a ZIP archive does
 */
gboolean
accord_pack_is_zip (const char *data, gsize length)
{
  return length >= 30 && memcmp (data, "PK\003\004", 4) == 0;
}

/**
 * accord_pack_open:
 * @data: a ZIP archive, which is not copied
 * @length: bytes of it
 *
 * Returns: (transfer full) (nullable): a reader of its entries, or NULL where it is none
 */
struct archive *
accord_pack_open (const char *data, gsize length)
{
  struct archive *archive = archive_read_new ();

  archive_read_support_format_zip (archive);
  if (archive_read_open_memory (archive, data, length) == ARCHIVE_OK)
    return archive;
  archive_read_free (archive);
  return NULL;
}

/* The path of an entry as it is looked up: slashes, no "./", lower case; NULL if it has none. */
static char *
dup_path (struct archive_entry *entry)
{
  const char *path = archive_entry_pathname_utf8 (entry);
  g_autofree char *valid = NULL;

  if (path == NULL)
    path = archive_entry_pathname (entry);
  if (path == NULL)
    return NULL;
  valid = g_utf8_make_valid (path, -1);
  return accord_pack_resolve ("", valid);
}

/**
 * accord_pack_resolve:
 * @base: the path of the part that names another
 * @target: the name, a path from @base or, with a slash in front, from the top
 *
 * Resolves "." and "..", which never leave the archive, and drops a fragment.
 *
 * Returns: (transfer full): the path from the top, in lower case
 */
char *
accord_pack_resolve (const char *base, const char *target)
{
  g_autofree char *flat = g_ascii_strdown (target, strcspn (target, "#"));
  const char *slash = strrchr (base, '/');
  g_autofree char *joined = NULL;
  g_auto (GStrv) steps = NULL;
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  g_strdelimit (flat, "\\", '/');
  if (*flat == '/' || slash == NULL)
    joined = g_strdup (flat);
  else
    joined = g_strdup_printf ("%.*s%s", (int) (slash + 1 - base), base, flat);
  steps = g_strsplit (joined, "/", -1);
  for (guint i = 0; steps[i] != NULL; i++)
    if (strcmp (steps[i], "..") == 0)
      g_ptr_array_set_size (kept, kept->len > 0 ? (gint) kept->len - 1 : 0);
    else if (*steps[i] != '\0' && strcmp (steps[i], ".") != 0)
      g_ptr_array_add (kept, steps[i]);
  g_ptr_array_add (kept, NULL);
  return g_strjoinv ("/", (char **) kept->pdata);
}

/* Whether an entry may hold text, or say where it is. */
static gboolean
is_wanted (const char *path)
{
  static const char *const SUFFIXES[] = { ".xml", ".rels",  ".xhtml", ".html", ".htm", ".opf",
                                          ".mht", ".mhtml", ".ncx",   ".txt",  ".rtf", "mimetype" };

  for (guint i = 0; i < G_N_ELEMENTS (SUFFIXES); i++)
    if (g_str_has_suffix (path, SUFFIXES[i]))
      return TRUE;
  return FALSE;
}

static gboolean
fail_damaged (struct archive *archive, GError **error)
{
  const char *why = archive_error_string (archive);
  g_autofree char *valid = g_utf8_make_valid (why != NULL ? why : "ZIP", -1);

  g_strstrip (g_strdelimit (valid, "\r\n\t", ' '));
  g_set_error (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_MALFORMED,
               /* Translators: what is wrong, in English */
               _ ("is damaged or cut short (%s)"), valid);
  return FALSE;
}

/* Appends the bytes of the entry, of which @room may be used up. */
static GBytes *
read_entry (struct archive *archive, gsize *room, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  gssize n = 1;

  while (n > 0)
    {
      guint before = bytes->len;

      if (*room < PIECE)
        {
          g_set_error (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_TOO_LARGE,
                       _ ("unpacks to more than %u MiB"), ACCORD_PACK_MAX >> 20);
          return NULL;
        }
      g_byte_array_set_size (bytes, before + PIECE);
      n = archive_read_data (archive, bytes->data + before, PIECE);
      g_byte_array_set_size (bytes, before + (guint) MAX (n, 0));
      *room -= (gsize) MAX (n, 0);
    }
  if (n < 0)
    {
      fail_damaged (archive, error);
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/* Keeps one entry; the first of a name counts. */
static gboolean
keep_entry (AccordPack *self,
            struct archive *archive,
            struct archive_entry *entry,
            gsize *room,
            GError **error)
{
  g_autofree char *path = dup_path (entry);
  GBytes *bytes = NULL;

  if (path == NULL || g_hash_table_contains (self->parts, path))
    return TRUE;
  if (archive_entry_is_encrypted (entry))
    self->encrypted = TRUE;
  else if (is_wanted (path))
    {
      bytes = read_entry (archive, room, error);
      if (bytes == NULL)
        return FALSE;
    }
  g_hash_table_insert (self->parts, g_steal_pointer (&path), bytes);
  return TRUE;
}

static gboolean
keep_entries (AccordPack *self, struct archive *archive, GError **error)
{
  struct archive_entry *entry = NULL;
  gsize room = ACCORD_PACK_MAX;
  int status = ARCHIVE_OK;

  while ((status = archive_read_next_header (archive, &entry)) == ARCHIVE_OK ||
         status == ARCHIVE_WARN)
    {
      if (g_hash_table_size (self->parts) >= ACCORD_PACK_ENTRIES_MAX)
        {
          g_set_error (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_TOO_LARGE,
                       _ ("is an archive of more than %u files"), ACCORD_PACK_ENTRIES_MAX);
          return FALSE;
        }
      if (!keep_entry (self, archive, entry, &room, error))
        return FALSE;
    }
  return status == ARCHIVE_EOF || fail_damaged (archive, error);
}

static void
clear_part (gpointer data)
{
  if (data != NULL)
    g_bytes_unref (data);
}

/**
 * accord_pack_new:
 * @data: the bytes of a file, of which none is copied unpacked
 * @length: their number
 * @error: return location for an error
 *
 * Unpacks what may hold text. Cost: linear in what it unpacks to.
 *
 * Returns: (transfer full): the parts, or NULL with ACCORD_LOADER_ERROR_MALFORMED or _TOO_LARGE
 */
AccordPack *
accord_pack_new (const char *data, gsize length, GError **error)
{
  g_autoptr (AccordPack) self = g_new0 (AccordPack, 1);
  struct archive *archive = accord_pack_open (data, length);
  gboolean done = FALSE;

  self->parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, clear_part);
  if (archive == NULL)
    {
      g_set_error (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_MALFORMED,
                   /* Translators: what is wrong, in English */
                   _ ("is damaged or cut short (%s)"), "ZIP");
      return NULL;
    }
  done = keep_entries (self, archive, error);
  archive_read_free (archive);
  return done ? g_steal_pointer (&self) : NULL;
}

/**
 * accord_pack_free:
 * @self: (transfer full): parts
 */
void
accord_pack_free (AccordPack *self)
{
  g_clear_pointer (&self->parts, g_hash_table_unref);
  g_free (self);
}

/**
 * accord_pack_get:
 * @self: parts
 * @path: as accord_pack_resolve() gives it
 *
 * Returns: (transfer none) (nullable): the bytes of a part, or NULL if there is none of that name,
 *   or one that was not unpacked
 */
GBytes *
accord_pack_get (const AccordPack *self, const char *path)
{
  return g_hash_table_lookup (self->parts, path);
}

/**
 * accord_pack_has:
 * @self: parts
 * @path: as accord_pack_resolve() gives it
 *
 * Returns: whether there is a part of that name
 */
gboolean
accord_pack_has (const AccordPack *self, const char *path)
{
  return g_hash_table_contains (self->parts, path);
}

/**
 * accord_pack_is_encrypted:
 * @self: parts
 *
 * Returns: whether a part needs a password
 */
gboolean
accord_pack_is_encrypted (const AccordPack *self)
{
  return self->encrypted;
}

static AccordPackKind
kind_of_media_type (struct archive *archive)
{
  static const struct
  {
    const char *type;
    AccordPackKind kind;
  } TYPES[] = {
    { "application/vnd.oasis.opendocument.text", ACCORD_PACK_ODT },
    { "application/vnd.sun.xml.writer", ACCORD_PACK_ODT },
    { "application/vnd.oasis.opendocument", ACCORD_PACK_ODF_OTHER },
    { "application/vnd.sun.xml", ACCORD_PACK_ODF_OTHER },
    { "application/epub+zip", ACCORD_PACK_EPUB },
    { "application/hwp+zip", ACCORD_PACK_HWPX },
  };
  char type[100] = "";

  if (archive_read_data (archive, type, sizeof type - 1) <= 0)
    return ACCORD_PACK_FILES;
  for (guint i = 0; i < G_N_ELEMENTS (TYPES); i++)
    if (g_str_has_prefix (g_strstrip (type), TYPES[i].type))
      return TYPES[i].kind;
  return ACCORD_PACK_FILES;
}

static AccordPackKind
kind_of_path (const char *path)
{
  static const struct
  {
    const char *path;
    AccordPackKind kind;
  } PATHS[] = {
    { "xl/workbook", ACCORD_PACK_XLSX },
    { "ppt/presentation", ACCORD_PACK_PPTX },
    { "index/document.iwa", ACCORD_PACK_IWORK },
    { "index.zip", ACCORD_PACK_IWORK },
    { "index.apxl", ACCORD_PACK_IWORK },
    { "fixeddocumentsequence.fdseq", ACCORD_PACK_XPS },
    { "fixeddocseq.fdseq", ACCORD_PACK_XPS },
    { "meta-inf/container.xml", ACCORD_PACK_EPUB },
    { "contents/content.hpf", ACCORD_PACK_HWPX },
  };

  for (guint i = 0; i < G_N_ELEMENTS (PATHS); i++)
    if (g_str_has_prefix (path, PATHS[i].path))
      return PATHS[i].kind;
  return ACCORD_PACK_FILES;
}

/**
 * accord_pack_sniff:
 * @data: the bytes of a file for which accord_pack_is_zip() holds
 * @length: their number
 *
 * Returns: what kind of archive it is; FILES also where it is damaged
 */
AccordPackKind
accord_pack_sniff (const char *data, gsize length)
{
  struct archive *archive = accord_pack_open (data, length);
  struct archive_entry *entry = NULL;
  AccordPackKind kind = ACCORD_PACK_FILES;
  gboolean types = FALSE, content = FALSE, manifest = FALSE;

  for (guint i = 0; archive != NULL && i < SNIFF_ENTRIES && kind == ACCORD_PACK_FILES; i++)
    {
      g_autofree char *path = NULL;
      int status = archive_read_next_header (archive, &entry);

      if (status != ARCHIVE_OK && status != ARCHIVE_WARN)
        break;
      path = dup_path (entry);
      if (path == NULL)
        continue;
      types = types || strcmp (path, "[content_types].xml") == 0;
      content = content || strcmp (path, "content.xml") == 0;
      manifest = manifest || strcmp (path, "meta-inf/manifest.xml") == 0;
      kind = strcmp (path, "mimetype") == 0 ? kind_of_media_type (archive) : kind_of_path (path);
    }
  if (archive != NULL)
    archive_read_free (archive);
  if (kind == ACCORD_PACK_FILES && types)
    return ACCORD_PACK_DOCX;
  return kind == ACCORD_PACK_FILES && content && manifest ? ACCORD_PACK_ODT : kind;
}
