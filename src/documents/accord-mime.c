/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Messages are header lines, an empty line, and a body, which may consist of messages
 * between boundaries. Nothing is copied until a part is decoded. */
#include "documents/accord-mime-private.h"

#include <string.h>

#include "documents/accord-encoding-private.h"

/* Messages in messages deeper than this, or of more parts, are none for people. */
#define DEPTH_MAX 8u
#define PARTS_MAX 10000u

/**
 * accord_mime_init:
 * @self: (out caller-allocates): a message
 * @data: where it begins
 * @end: behind it
 */
void
accord_mime_init (AccordMime *self, const char *data, const char *end)
{
  const char *p = data;

  *self = (AccordMime){ data, end, end, end };
  while (p < end)
    {
      const char *stop = memchr (p, '\n', end - p);
      const char *next = stop != NULL ? stop + 1 : end;

      if (*p == '\n' || (*p == '\r' && p + 1 < end && p[1] == '\n'))
        {
          self->head_end = p;
          self->body = next;
          return;
        }
      p = next;
    }
}

/**
 * accord_mime_dup_header:
 * @self: a message
 * @name: of a header line
 *
 * Returns: (transfer full) (nullable): its value, unfolded, or NULL if there is none of that name
 */
char *
accord_mime_dup_header (const AccordMime *self, const char *name)
{
  gsize length = strlen (name);
  GString *value = NULL;

  for (const char *p = self->head; p < self->head_end;)
    {
      const char *stop = memchr (p, '\n', self->head_end - p);
      const char *next = stop != NULL ? stop + 1 : self->head_end;

      if (value != NULL && *p != ' ' && *p != '\t')
        break;
      if (value != NULL)
        g_string_append_len (value, p, next - p);
      else if ((gsize) (next - p) > length && p[length] == ':' &&
               g_ascii_strncasecmp (p, name, length) == 0)
        value = g_string_new_len (p + length + 1, next - p - (gssize) length - 1);
      p = next;
    }
  if (value == NULL)
    return NULL;
  g_strdelimit (value->str, "\r\n", ' ');
  return g_strstrip (g_string_free (value, FALSE));
}

/**
 * accord_mime_dup_parameter:
 * @value: (nullable): of a header line, such as "text/html; charset=utf-8"
 * @name: of a parameter
 *
 * Returns: (transfer full) (nullable): its value, without quotation marks
 */
char *
accord_mime_dup_parameter (const char *value, const char *name)
{
  gsize length = strlen (name);
  const char *p = value;

  while (p != NULL && (p = strchr (p, ';')) != NULL)
    {
      const char *start = ++p;

      while (*start == ' ' || *start == '\t')
        start++;
      if (g_ascii_strncasecmp (start, name, length) != 0 || start[length] != '=')
        continue;
      start += length + 1;
      if (*start == '"')
        return g_strndup (start + 1, strcspn (start + 1, "\""));
      return g_strndup (start, strcspn (start, "; \t"));
    }
  return NULL;
}

/* The next line that is a boundary, or @end; @behind is set behind it. */
static const char *
find_boundary (const char *p, const char *end, const char *boundary, const char **behind)
{
  gsize length = strlen (boundary);

  while (p < end)
    {
      const char *found = memmem (p, end - p, boundary, length);

      if (found == NULL)
        break;
      *behind = found + length;
      if (found == p || found[-1] == '\n')
        return found;
      p = found + 1;
    }
  *behind = end;
  return end;
}

static gboolean
find_deep (const AccordMime *self, const char *type, AccordMime *found, guint depth, guint *n_parts)
{
  g_autofree char *value = accord_mime_dup_header (self, "Content-Type");
  g_autofree char *disposition = accord_mime_dup_header (self, "Content-Disposition");
  g_autofree char *name = accord_mime_dup_parameter (value, "boundary");
  g_autofree char *boundary = name != NULL ? g_strconcat ("--", name, NULL) : NULL;
  const char *plain = value != NULL ? value : "text/plain";
  const char *p = NULL, *behind = NULL;

  if (disposition != NULL && g_ascii_strncasecmp (disposition, "attachment", 10) == 0)
    return FALSE;
  if (g_ascii_strncasecmp (plain, type, strlen (type)) == 0)
    {
      *found = *self;
      return TRUE;
    }
  if (g_ascii_strncasecmp (plain, "multipart/", 10) != 0 || boundary == NULL || name[0] == '\0' ||
      depth >= DEPTH_MAX)
    return FALSE;
  find_boundary (self->body, self->end, boundary, &p);
  while (p < self->end && ++*n_parts < PARTS_MAX &&
         !(p[0] == '-' && p + 1 < self->end && p[1] == '-'))
    {
      const char *line = memchr (p, '\n', self->end - p);
      const char *start = line != NULL ? line + 1 : self->end;
      AccordMime part;

      accord_mime_init (&part, start, find_boundary (start, self->end, boundary, &behind));
      if (find_deep (&part, type, found, depth + 1, n_parts))
        return TRUE;
      p = behind;
    }
  return FALSE;
}

/**
 * accord_mime_find:
 * @self: a message
 * @type: a media type
 * @found: (out caller-allocates): the first part of that type that is no attachment
 *
 * Returns: whether there is one
 */
gboolean
accord_mime_find (const AccordMime *self, const char *type, AccordMime *found)
{
  guint n_parts = 0;

  return find_deep (self, type, found, 0, &n_parts);
}

static GString *
decode_quoted (const char *p, const char *end, gboolean word)
{
  GString *out = g_string_sized_new ((gsize) (end - p));

  for (; p < end; p++)
    {
      int high = *p == '=' && end - p > 2 ? g_ascii_xdigit_value (p[1]) : -1;
      int low = high >= 0 ? g_ascii_xdigit_value (p[2]) : -1;

      if (low >= 0)
        {
          g_string_append_c (out, (char) (high * 16 + low));
          p += 2;
        }
      else if (*p == '=' && end - p > 1 && p[1] == '\n')
        p++;
      else if (*p == '=' && end - p > 2 && p[1] == '\r' && p[2] == '\n')
        p += 2;
      else
        g_string_append_c (out, word && *p == '_' ? ' ' : *p);
    }
  return out;
}

static GString *
decode_base64 (const char *p, const char *end)
{
  GString *out = g_string_sized_new ((gsize) (end - p) + 4);
  int state = 0;
  guint save = 0;

  g_string_set_size (out, (gsize) (end - p) + 3);
  g_string_truncate (
    out, g_base64_decode_step (p, (gsize) (end - p), (guchar *) out->str, &state, &save));
  return out;
}

/**
 * accord_mime_decode:
 * @self: a part
 *
 * Returns: (transfer full): its body, as bytes
 */
GString *
accord_mime_decode (const AccordMime *self)
{
  g_autofree char *encoding = accord_mime_dup_header (self, "Content-Transfer-Encoding");

  if (encoding != NULL && g_ascii_strcasecmp (encoding, "quoted-printable") == 0)
    return decode_quoted (self->body, self->end, FALSE);
  if (encoding != NULL && g_ascii_strcasecmp (encoding, "base64") == 0)
    return decode_base64 (self->body, self->end);
  return g_string_new_len (self->body, self->end - self->body);
}

/* "=?charset?B?…?=" at @p; gives what is behind it, or NULL if it is none. */
static const char *
decode_word (const char *p, GString *out)
{
  const char *first = strchr (p + 2, '?');
  const char *second = first != NULL && first[1] != '\0' && first[2] == '?' ? first + 2 : NULL;
  const char *stop = second != NULL ? strstr (second + 1, "?=") : NULL;
  g_autofree char *charset = NULL;
  g_autoptr (GString) bytes = NULL;
  gsize n_bad = 0;

  if (stop == NULL)
    return NULL;
  charset = g_strndup (p + 2, first - p - 2);
  bytes = g_ascii_toupper (first[1]) == 'B' ? decode_base64 (second + 1, stop)
                                            : decode_quoted (second + 1, stop, TRUE);
  accord_convert (charset, (const guint8 *) bytes->str, bytes->len, 4096, out, &n_bad);
  return stop + 2;
}

/**
 * accord_mime_dup_words:
 * @value: (nullable): of a header line
 *
 * Returns: (transfer full) (nullable): it with encoded words decoded, valid UTF-8
 */
char *
accord_mime_dup_words (const char *value)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (const char *p = value; p != NULL && *p != '\0';)
    {
      const char *behind = g_str_has_prefix (p, "=?") ? decode_word (p, out) : NULL;

      if (behind == NULL)
        g_string_append_c (out, *p++);
      /* Spaces between two encoded words are not text. */
      else
        p = behind +
            (strstr (behind, "=?") == behind + strspn (behind, " ") ? strspn (behind, " ") : 0);
    }
  return value != NULL ? g_utf8_make_valid (out->str, (gssize) strlen (out->str)) : NULL;
}
