/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plain text: lines between blank lines are a paragraph. */
#include "documents/accord-read-private.h"

#include <string.h>

static gboolean
is_blank (const char *line, const char *end)
{
  for (const char *p = line; p < end; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

gboolean
accord_read_text (const AccordReadRequest *request,
                  const char *utf8,
                  gsize length,
                  AccordSource *source,
                  GError **error)
{
  const char *end = utf8 + length, *start = NULL, *last = NULL;

  for (const char *line = utf8; line < end;)
    {
      const char *stop = memchr (line, '\n', end - line);

      stop = stop != NULL ? stop : end;
      if (!is_blank (line, stop))
        {
          start = start != NULL ? start : line;
          last = stop;
        }
      else if (start != NULL)
        {
          accord_source_append (source, ACCORD_ROLE_PARAGRAPH, start, last - start);
          start = NULL;
        }
      line = stop + 1;
    }
  if (start != NULL)
    accord_source_append (source, ACCORD_ROLE_PARAGRAPH, start, last - start);
  return TRUE;
}
