/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What kind of file is it? Told by content: names lie, and texts come without any.
 * Only where the content of a text leaves it open does the suffix decide. */
#include "documents/accord-sniff-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How far into a text a sign of HTML or of its encoding may stand. */
#define HEAD_MAX 4096

typedef struct
{
  gsize offset;
  gsize length;
  const char *bytes;
  const char *sentence;
} Magic;

#define MAGIC(offset, bytes, sentence)                                                             \
  {                                                                                                \
    offset, sizeof (bytes) - 1, bytes, sentence                                                    \
  }
#define LINELESS N_ ("is an office file, which has no lines: save it as plain text")
#define OLD_WORD N_ ("is a file of an early Word: save it as Word (.docx), RTF or PDF")
#define PICTURE N_ ("is a picture, which holds no text")
#define PACKED N_ ("is an archive: unpack it first")

/* The first that fits counts. */
static const Magic MAGICS[] = {
  MAGIC (0, "%PDF-", LINELESS),
  MAGIC (0, "{\\rtf", LINELESS),
  MAGIC (0, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", LINELESS),
  MAGIC (30, "mimetypeapplication/", LINELESS),
  MAGIC (30, "[Content_Types].xml", LINELESS),
  MAGIC (0, "PK\003\004", PACKED),
  MAGIC (0, "\x1f\x8b", PACKED),
  MAGIC (0, "BZh", PACKED),
  MAGIC (0,
         "\xfd"
         "7zXZ",
         PACKED),
  MAGIC (0, "7z\xbc\xaf", PACKED),
  MAGIC (0, "Rar!\x1a", PACKED),
  MAGIC (0, "\x28\xb5\x2f\xfd", PACKED),
  MAGIC (257, "ustar", PACKED),
  MAGIC (0,
         "\xff"
         "WPC",
         N_ ("is a WordPerfect file: save it as Word (.docx), RTF or PDF")),
  MAGIC (0, "\x31\xbe\0\0", OLD_WORD),
  MAGIC (0, "\xdb\xa5-\0", OLD_WORD),
  MAGIC (0, "bplist00", N_ ("is a web archive of Safari: save the page as HTML source")),
  MAGIC (60, "BOOKMOBI", N_ ("is a Kindle book: convert it to EPUB")),
  MAGIC (0, "ITOLITLS", N_ ("is a book of Microsoft Reader: convert it to EPUB")),
  MAGIC (0, "ITSF", N_ ("is a help file (.chm): save its pages as HTML")),
  MAGIC (0, "AT&TFORM", N_ ("is a DjVu file: convert it to PDF")),
  MAGIC (0, "%!PS", N_ ("is a PostScript file: convert it to PDF")),
  MAGIC (0, "\x89PNG\r\n\x1a\n", PICTURE),
  MAGIC (0, "\xff\xd8\xff", PICTURE),
  MAGIC (0, "GIF8", PICTURE),
  MAGIC (8, "WEBPVP8", PICTURE),
  MAGIC (0, "II*\0", PICTURE),
  MAGIC (0, "MM\0*", PICTURE),
};

/**
 * accord_sniff_unsupported:
 * @data: the beginning of a file
 * @length: bytes of it
 *
 * Returns: (transfer none) (nullable): a translated sentence that says what the file is and what
 *   to do, or NULL where nothing is known against its being a text
 */
const char *
accord_sniff_unsupported (const guint8 *data, gsize length)
{
  for (guint i = 0; i < G_N_ELEMENTS (MAGICS); i++)
    {
      const Magic *magic = &MAGICS[i];

      if (length >= magic->offset + magic->length &&
          memcmp (data + magic->offset, magic->bytes, magic->length) == 0)
        return _ (magic->sentence);
    }
  return NULL;
}

/**
 * accord_sniff_pdf:
 * @data: the bytes of a file
 * @length: their number
 * @name: (nullable): the file's name
 *
 * Other lines may stand before a PDF, as readers of PDF put up with.
 *
 * Returns: whether it is a PDF file
 */
gboolean
accord_sniff_pdf (const char *data, gsize length, const char *name)
{
  const char *sign = memmem (data, MIN (length, 1024), "%PDF-", 5);

  return sign != NULL && sign + 6 < data + length && g_ascii_isdigit (sign[5]) &&
         (sign == data || sign[-1] == '\n' || sign[-1] == '\r');
}

static gboolean
begins_with (const char *p, const char *end, const char *word)
{
  gsize n = strlen (word);

  return (gsize) (end - p) >= n && g_ascii_strncasecmp (p, word, n) == 0;
}

/* Behind spaces, comments and the XML declaration. */
static const char *
skip_preface (const char *p, const char *end)
{
  const char *before = NULL;

  while (p != before)
    {
      const char *stop = NULL;

      before = p;
      while (p < end && g_ascii_isspace (*p))
        p++;
      if (begins_with (p, end, "<!--"))
        stop = g_strstr_len (p, end - p, "-->");
      else if (begins_with (p, end, "<?xml"))
        stop = g_strstr_len (p, end - p, "?>");
      if (stop != NULL)
        p = strchr (stop, '>') + 1;
    }
  return p;
}

/* A tag that plain text does not begin with, by its name and what ends that. */
static gboolean
is_html_tag (const char *p, const char *end)
{
  static const char *const TAGS[] = {
    "!doctype html", "html", "head", "body",   "meta", "title", "link",    "script", "style",
    "base",          "div",  "p",    "h1",     "h2",   "h3",    "article", "main",   "section",
    "table",         "ul",   "ol",   "header", "nav",  "span",  "a",       "b",      "br",
    "center",        "font", "img",  "iframe", "form", "pre",   "strong",  "em",     "i",
  };

  for (guint i = 0; i < G_N_ELEMENTS (TAGS); i++)
    {
      const char *behind = p + 1 + strlen (TAGS[i]);

      if (p < end && *p == '<' && begins_with (p + 1, end, TAGS[i]) && behind < end &&
          strchr (" \t\r\n\f>/", *behind) != NULL)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_html_suffix (const char *name)
{
  static const char *const SUFFIXES[] = { ".html", ".htm", ".xhtml", ".xht", ".shtml" };
  gsize length = name != NULL ? strlen (name) : 0;

  for (guint i = 0; i < G_N_ELEMENTS (SUFFIXES); i++)
    {
      gsize n = strlen (SUFFIXES[i]);

      if (length > n && g_ascii_strcasecmp (name + length - n, SUFFIXES[i]) == 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * accord_sniff_html:
 * @utf8: a text, ended by NUL
 * @length: bytes of it
 * @name: (nullable): the file's name
 *
 * After the WHATWG standard on MIME sniffing: a text is HTML if it begins with one of certain
 * tags. Where the suffix says HTML, such a tag may stand anywhere in the first 4 KiB.
 *
 * Returns: whether it is HTML
 */
gboolean
accord_sniff_html (const char *utf8, gsize length, const char *name)
{
  const char *end = utf8 + length;
  const char *p = skip_preface (utf8, end);

  if (is_html_tag (p, end))
    return TRUE;
  if (!has_html_suffix (name))
    return FALSE;
  for (p = utf8; p != NULL && p < utf8 + MIN (length, HEAD_MAX); p++)
    {
      p = memchr (p, '<', utf8 + MIN (length, HEAD_MAX) - p);
      if (p == NULL || is_html_tag (p, end))
        return p != NULL;
    }
  return FALSE;
}

static char *
dup_value (const char *p, const char *end)
{
  const char *start = NULL;

  while (p < end && (g_ascii_isspace (*p) || *p == '=' || *p == '"' || *p == '\''))
    p++;
  for (start = p; p < end && (g_ascii_isalnum (*p) || strchr ("-_:.+", *p) != NULL);)
    p++;
  return p > start && p - start < 40 ? g_strndup (start, p - start) : NULL;
}

/**
 * accord_sniff_charset:
 * @data: the beginning of a file
 * @length: bytes of it
 *
 * Returns: (transfer full) (nullable): the encoding that a page declares in its first 4 KiB, by
 *   "charset=" in a meta element or by "encoding=" in an XML declaration
 */
char *
accord_sniff_charset (const guint8 *data, gsize length)
{
  const char *p = (const char *) data;
  const char *end = p + MIN (length, HEAD_MAX);
  gboolean inside = FALSE;

  for (; p < end; p++)
    {
      if (begins_with (p, end, "<meta") || begins_with (p, end, "<?xml"))
        inside = TRUE;
      else if (*p == '>')
        inside = FALSE;
      else if (inside && begins_with (p, end, "charset"))
        return dup_value (p + strlen ("charset"), end);
      else if (inside && begins_with (p, end, "encoding="))
        return dup_value (p + strlen ("encoding="), end);
    }
  return NULL;
}
