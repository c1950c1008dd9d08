/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How deep are the elements of a page nested? Told from its tags alone, before it is
 * parsed, since deep nesting is what slows parsers down and overflows their stacks. */
#include "documents/accord-html-private.h"

#include <string.h>

/* Elements that have no end tag, or whose end tag is often left out. */
static gboolean
is_counted (GumboTag tag)
{
  static const GumboTag NOT[] = {
    GUMBO_TAG_AREA,  GUMBO_TAG_BASE,   GUMBO_TAG_BR,    GUMBO_TAG_COL,    GUMBO_TAG_EMBED,
    GUMBO_TAG_HR,    GUMBO_TAG_IMG,    GUMBO_TAG_INPUT, GUMBO_TAG_LINK,   GUMBO_TAG_META,
    GUMBO_TAG_PARAM, GUMBO_TAG_SOURCE, GUMBO_TAG_TRACK, GUMBO_TAG_WBR,    GUMBO_TAG_FRAME,
    GUMBO_TAG_P,     GUMBO_TAG_LI,     GUMBO_TAG_DT,    GUMBO_TAG_DD,     GUMBO_TAG_OPTION,
    GUMBO_TAG_TR,    GUMBO_TAG_TD,     GUMBO_TAG_TH,    GUMBO_TAG_THEAD,  GUMBO_TAG_TBODY,
    GUMBO_TAG_TFOOT, GUMBO_TAG_A,      GUMBO_TAG_IMAGE, GUMBO_TAG_KEYGEN, GUMBO_TAG_BGSOUND,
  };

  for (guint i = 0; i < G_N_ELEMENTS (NOT); i++)
    if (NOT[i] == tag)
      return FALSE;
  return TRUE;
}

/* The end of the tag that starts at @p: behind its ">". Quotes are not looked at: what they hide
 * only adds tags. */
static const char *
tag_end (const char *p, const char *end)
{
  const char *close = memchr (p, '>', end - p);

  return close != NULL ? close + 1 : end;
}

/* The end of the text in a script or style, whose "<" are no tags. */
static const char *
raw_text_end (const char *p, const char *end, const char *name, gsize length)
{
  while ((p = memmem (p, end - p, "</", 2)) != NULL)
    {
      p += 2;
      if ((gsize) (end - p) >= length && g_ascii_strncasecmp (p, name, length) == 0)
        return p;
    }
  return end;
}

/**
 * accord_html_depth:
 * @html: a web page, valid UTF-8
 * @length: bytes of it
 *
 * Elements whose end tags may be left out do not count. Cost: linear.
 *
 * Returns: the most elements that are open at one place; at most ACCORD_HTML_DEPTH_MAX + 1
 */
guint
accord_html_depth (const char *html, gsize length)
{
  const char *end = html + length;
  guint open[GUMBO_TAG_LAST + 1] = { 0 };
  guint depth = 0, most = 0;

  for (const char *p = html;
       (p = memchr (p, '<', end - p)) != NULL && most <= ACCORD_HTML_DEPTH_MAX;)
    {
      gboolean closes = p + 1 < end && p[1] == '/';
      const char *name = p + 1 + closes, *stop = name;
      GumboTag tag;

      while (stop < end && (g_ascii_isalnum (*stop) || *stop == '-'))
        stop++;
      p = stop;
      if (stop == name)
        continue;
      tag = gumbo_tagn_enum (name, (unsigned int) MIN (stop - name, 64));
      p = tag_end (stop, end);
      if (!closes && (tag == GUMBO_TAG_SCRIPT || tag == GUMBO_TAG_STYLE))
        p = raw_text_end (p, end, name, stop - name);
      else if (closes && open[tag] > 0)
        {
          open[tag]--;
          depth--;
        }
      else if (!closes && is_counted (tag))
        {
          open[tag]++;
          depth++;
          most = MAX (most, depth);
        }
    }
  return most;
}
