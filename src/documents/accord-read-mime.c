/* SPDX-License-Identifier: GPL-3.0-or-later */
/* MHTML, in which browsers save a page whole, and mail: the page in it, or else its
 * text, is read as if it stood alone. */
#include "documents/accord-office-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "documents/accord-dates-private.h"
#include "documents/accord-loader-error.h"
#include "documents/accord-mime-private.h"

/* How far into a file its header lines may go. */
#define HEAD_MAX 32768u

static gboolean
is_header_line (const char *p, const char *end)
{
  const char *start = p;

  while (p < end && (g_ascii_isalnum (*p) || *p == '-'))
    p++;
  return p > start && p < end && *p == ':';
}

gboolean
accord_is_mime (const char *data, gsize length, const char *name)
{
  AccordMime message;
  g_autofree char *version = NULL;
  g_autofree char *type = NULL;

  if (!is_header_line (data, data + MIN (length, 80)))
    return FALSE;
  accord_mime_init (&message, data, data + MIN (length, HEAD_MAX));
  version = accord_mime_dup_header (&message, "MIME-Version");
  type = accord_mime_dup_header (&message, "Content-Type");
  return version != NULL && type != NULL;
}

/* A page may declare its encoding only here; one that declares it itself does so behind. */
static void
declare_charset (GString *bytes, const char *charset)
{
  g_autofree char *meta = NULL;

  if (charset == NULL || strcspn (charset, "\"'<> ") != strlen (charset))
    return;
  meta = g_strdup_printf ("<meta charset=\"%s\">", charset);
  g_string_prepend (bytes, meta);
}

static gboolean
read_part (const AccordReadRequest *request,
           const AccordMime *part,
           gboolean html,
           AccordSource *source,
           GError **error)
{
  g_autofree char *type = accord_mime_dup_header (part, "Content-Type");
  g_autofree char *charset = accord_mime_dup_parameter (type, "charset");
  g_autoptr (GString) bytes = accord_mime_decode (part);
  AccordReadRequest inner = *request;

  inner.name = html ? "page.html" : "message.txt";
  if (html)
    declare_charset (bytes, charset);
  else if (charset != NULL && inner.encoding == NULL)
    {
      inner.encoding = charset;
      if (accord_office_read_inner (&inner, bytes->str, bytes->len, source, NULL))
        return TRUE;
      inner.encoding = NULL;
    }
  return accord_office_read_inner (&inner, bytes->str, bytes->len, source, error);
}

static void
set_missing (AccordSource *source, AccordField field, const char *value)
{
  if (source->parts == NULL && source->fields[field] == NULL)
    accord_source_set_field (source, field, value);
}

/* What the lines of a mail tell, where its text does not. */
static void
read_head (const AccordMime *message, AccordSource *source)
{
  g_autofree char *subject = accord_mime_dup_header (message, "Subject");
  g_autofree char *title = accord_mime_dup_words (subject);
  g_autofree char *sent = accord_mime_dup_header (message, "Date");
  g_autofree char *from = accord_mime_dup_header (message, "From");
  g_autofree char *author = accord_mime_dup_words (from);
  g_autofree char *date = sent != NULL && g_utf8_validate (sent, -1, NULL)
                            ? accord_date_find (sent, strlen (sent), NULL, NULL)
                            : NULL;
  gboolean saved = from != NULL && g_ascii_strncasecmp (from, "<Saved by", 9) == 0;

  set_missing (source, ACCORD_FIELD_TITLE, title);
  if (saved || author == NULL)
    return;
  set_missing (source, ACCORD_FIELD_DATE, date);
  author[strcspn (author, "<")] = '\0';
  set_missing (source, ACCORD_FIELD_AUTHOR, g_strstrip (g_strdelimit (author, "\"", ' ')));
}

static gboolean
is_multipart (const AccordMime *message)
{
  g_autofree char *type = accord_mime_dup_header (message, "Content-Type");

  return type != NULL && g_ascii_strncasecmp (type, "multipart/related", 17) == 0;
}

gboolean
accord_read_mime (const AccordReadRequest *request,
                  const char *data,
                  gsize length,
                  AccordSource *source,
                  GError **error)
{
  static const char *const TYPES[] = { "text/html", "application/xhtml+xml", "text/plain" };
  AccordMime message, part;

  accord_mime_init (&message, data, data + length);
  for (guint i = 0; i < G_N_ELEMENTS (TYPES); i++)
    {
      if (!accord_mime_find (&message, TYPES[i], &part))
        continue;
      if (!read_part (request, &part, i < 2, source, error))
        return FALSE;
      read_head (&message, source);
      accord_source_set_field (source, ACCORD_FIELD_MEDIA_TYPE,
                               is_multipart (&message) ? "multipart/related" : "message/rfc822");
      return TRUE;
    }
  g_set_error_literal (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_EMPTY,
                       _ ("is a message without a text"));
  return FALSE;
}
