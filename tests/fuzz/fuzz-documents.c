/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as a document: they are read, or refused with one sentence. FUZZ_NAME is the
 * name by which a format is told; with FUZZ_PART they are that part of a package. */
#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#include "documents/accord-source.h"
#include "fuzz-session.h"

#ifndef FUZZ_NAME
#define FUZZ_NAME "a"
#endif

#ifdef FUZZ_PART

static void
add_part (struct archive *archive, const char *path, const void *data, gsize length)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, path);
  archive_entry_set_size (entry, (gint64) length);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_write_header (archive, entry);
  archive_write_data (archive, data, length);
  archive_entry_free (entry);
}

static guint8 *
wrap (const guint8 *data, gsize length, gsize *size)
{
  guint8 *bytes = g_malloc (length + 65536);
  struct archive *archive = archive_write_new ();

  archive_write_set_format_zip (archive);
  archive_write_set_options (archive, "zip:compression=store");
  archive_write_open_memory (archive, bytes, length + 65536, size);
  add_part (archive, "[Content_Types].xml", "<Types/>", 8);
  add_part (archive, FUZZ_PART, data, length);
  archive_write_free (archive);
  return bytes;
}

#else

static guint8 *
wrap (const guint8 *data, gsize length, gsize *size)
{
  *size = length;
  return g_memdup2 (data, length);
}

#endif

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize length)
{
  const AccordReadRequest request = { .name = FUZZ_NAME, .mode = ACCORD_READ_STATEMENT };
  gsize size = 0;
  g_autofree guint8 *bytes = wrap (data, length, &size);
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordSource) source = accord_read (&request, bytes, size, &error);

  if (source != NULL)
    return 0;
  g_assert_nonnull (error);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_null (strchr (error->message, '\n'));
  return 0;
}
