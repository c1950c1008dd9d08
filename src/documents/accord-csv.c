/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A strict reader of RFC 4180: a quotation mark opens a field only at its beginning,
 * is doubled within it, and nothing follows the one that closes it; all rows have as
 * many fields as the first. So a text that only looks like a table is not taken for one. */
#include "documents/accord-csv-private.h"

#include <string.h>

typedef struct
{
  const char *p;
  const char *end;
  char separator;
  gsize line;
} Cursor;

/* Behind the opening quotation mark. NULL where it is not closed, or something follows. */
static char *
take_quoted (Cursor *self)
{
  GString *field = g_string_new (NULL);

  for (; self->p < self->end; self->p++)
    {
      self->line += *self->p == '\n';
      if (*self->p != '"')
        g_string_append_c (field, *self->p);
      else if (self->p + 1 < self->end && self->p[1] == '"')
        g_string_append_c (field, *self->p++);
      else
        break;
    }
  if (self->p < self->end)
    {
      self->p++;
      if (self->p == self->end || *self->p == self->separator || *self->p == '\n')
        return g_string_free (field, FALSE);
    }
  g_string_free (field, TRUE);
  return NULL;
}

static char *
take_plain (Cursor *self)
{
  const char *start = self->p;

  for (; self->p < self->end && *self->p != self->separator && *self->p != '\n'; self->p++)
    if (*self->p == '"')
      return NULL;
  return g_strndup (start, self->p - start);
}

static GPtrArray *
take_row (Cursor *self)
{
  g_autoptr (GPtrArray) row = g_ptr_array_new_with_free_func (g_free);
  gboolean more = TRUE;

  while (more)
    {
      gboolean quoted = self->p < self->end && *self->p == '"';
      char *field = NULL;

      self->p += quoted;
      field = quoted ? take_quoted (self) : take_plain (self);
      if (field == NULL)
        return NULL;
      g_ptr_array_add (row, field);
      more = self->p < self->end && *self->p == self->separator;
      self->p += more;
    }
  if (self->p < self->end)
    {
      self->p++;
      self->line++;
    }
  return g_steal_pointer (&row);
}

/**
 * accord_csv_parse:
 * @text: a text, lines ended by LF
 * @length: bytes of it
 * @separator: what parts fields
 * @most: the most rows to read
 * @line: (out): the line, from 1, at which reading ended
 *
 * Cost: linear.
 *
 * Returns: (transfer full) (nullable) (element-type GPtrArray): the rows, each an array of strings,
 *   or NULL where @text is no table
 */
GPtrArray *
accord_csv_parse (const char *text, gsize length, char separator, guint most, gsize *line)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  Cursor cursor = { text, text + length, separator, 1 };

  while (cursor.p < cursor.end && rows->len < most)
    {
      GPtrArray *row = take_row (&cursor);

      *line = cursor.line;
      if (row == NULL)
        return NULL;
      g_ptr_array_add (rows, row);
      if (row->len != ((GPtrArray *) g_ptr_array_index (rows, 0))->len)
        return NULL;
    }
  return g_steal_pointer (&rows);
}
