/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of office files share: packages made of pieces of XML, and a source
 * shown as lines of text. */
#pragma once

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#include "documents/accord-loader-error.h"
#include "documents/accord-source.h"

/* A ZIP archive of files: name, content, name, content …, NULL. */
static inline GBytes *
make_zip (const char *const *files)
{
  gsize room = 65536, used = 0;
  g_autofree char *data = NULL;
  struct archive *archive = archive_write_new ();

  for (guint i = 0; files[i] != NULL; i += 2)
    room += strlen (files[i + 1]) + 1024;
  data = g_malloc (room);
  archive_write_set_format_zip (archive);
  g_assert_cmpint (archive_write_open_memory (archive, data, room, &used), ==, ARCHIVE_OK);
  for (guint i = 0; files[i] != NULL; i += 2)
    {
      struct archive_entry *entry = archive_entry_new ();

      archive_entry_set_pathname (entry, files[i]);
      archive_entry_set_size (entry, (gint64) strlen (files[i + 1]));
      archive_entry_set_filetype (entry, AE_IFREG);
      archive_entry_set_perm (entry, 0644);
      g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
      archive_write_data (archive, files[i + 1], strlen (files[i + 1]));
      archive_entry_free (entry);
    }
  archive_write_close (archive);
  archive_write_free (archive);
  return g_bytes_new (data, used);
}

static inline AccordSource *
read_bytes (GBytes *bytes, const char *name, GError **error)
{
  AccordReadRequest request = { .name = name, .mode = ACCORD_READ_STATEMENT };
  gsize length = 0;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  return accord_read (&request, data, length, error);
}

/* A block a line: "+heading 2 [1.2] text", "-" where it is left out. */
static inline char *
show (const AccordSource *source)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < source->blocks->len; i++)
    {
      const AccordBlock *block = &g_array_index (source->blocks, AccordBlock, i);

      g_string_append_printf (out, "%s%c%s", i > 0 ? "\n" : "", block->kept ? '+' : '-',
                              accord_role_name (block->role));
      if (block->level > 0)
        g_string_append_printf (out, " %u", block->level);
      if (block->marker != NULL)
        g_string_append_printf (out, " [%s]", block->marker);
      if (block->reason != NULL)
        g_string_append_printf (out, " (%s)", block->reason);
      g_string_append_printf (out, " %.*s", (int) accord_span_length (block->span),
                              source->text->str + block->span.start);
    }
  return g_string_free (out, FALSE);
}
