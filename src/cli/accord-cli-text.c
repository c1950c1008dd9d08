/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text becomes one line: each run of line ends in it, with the blanks around, is one
 * space. Blanks elsewhere stay as they are. Values of CSV are quoted as RFC 4180 says. */
#include "cli/accord-cli-text.h"

#include <string.h>

static gboolean
is_line_end (const char *p, gsize *length)
{
  /* U+0085, U+2028 and U+2029 end a line too. */
  static const char *const ENDS[] = { "\n",       "\r",           "\v",          "\f",
                                      "\xC2\x85", "\xE2\x80\xA8", "\xE2\x80\xA9" };

  for (guint i = 0; i < G_N_ELEMENTS (ENDS); i++)
    if (strncmp (p, ENDS[i], strlen (ENDS[i])) == 0)
      {
        *length = strlen (ENDS[i]);
        return TRUE;
      }
  return FALSE;
}

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t';
}

/**
 * accord_cli_append_line:
 * @out: where to append
 * @document: a document
 * @span: in its text
 *
 * Appends the text of a span as one line, without an end of it.
 */
void
accord_cli_append_line (GString *out, AccordDocument *document, AccordSpan span)
{
  const char *data = accord_document_get_data (document);
  const char *end = data + span.end;
  gsize start = out->len;
  gsize length = 0;

  for (const char *p = data + span.start; p < end;)
    {
      if (!is_line_end (p, &length))
        {
          g_string_append_c (out, *p++);
          continue;
        }
      while (out->len > start && is_blank (out->str[out->len - 1]))
        g_string_truncate (out, out->len - 1);
      while (p < end && (is_blank (*p) || is_line_end (p, &length)))
        p += is_blank (*p) ? 1 : length;
      if (out->len > start && p < end)
        g_string_append_c (out, ' ');
    }
}

/**
 * accord_cli_append_csv:
 * @out: where to append
 * @value: (nullable): a value; NULL is empty
 * @length: in bytes, or -1
 *
 * Appends a value, in quotation marks where it needs them.
 */
void
accord_cli_append_csv (GString *out, const char *value, gssize length)
{
  gsize n = value == NULL ? 0 : length < 0 ? strlen (value) : (gsize) length;
  gboolean quoted = FALSE;

  for (gsize i = 0; i < n && !quoted; i++)
    quoted = strchr (",\"\r\n", value[i]) != NULL;
  if (!quoted)
    {
      g_string_append_len (out, value, (gssize) n);
      return;
    }
  g_string_append_c (out, '"');
  for (gsize i = 0; i < n; i++)
    {
      if (value[i] == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, value[i]);
    }
  g_string_append_c (out, '"');
}
