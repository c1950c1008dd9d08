/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The credits of a page, where it labels them: "来源：…", "Source: …", "By …",
 * "责编：…". A label may stand anywhere in a short line. */
#include "documents/accord-metadata-private.h"

#include <string.h>

#include "documents/accord-dates-private.h"

#define LINE_MAX_BYTES 300
#define VALUE_MAX_BYTES 120

/* With a colon behind them, in lower case; the better evidence first. */
static const char ISSUERS[] =
  "来源|文章来源|信息来源|稿源|出处|转自|发布机构|发布单位|发文机关|source|issued by|publisher|"
  "fuente|emisor|источник|المصدر";
static const char AUTHORS[] = "作者|本文作者|撰文|撰稿|文|记者|本报记者|author|written "
                              "by|auteur|autor|autora|автор|بقلم|الكاتب|"
                              "责编|责任编辑|编辑|editor|rédaction|redacción|редактор|المحرر|تحرير";

/* At the start of a line, with a space behind them. */
static const char ISSUER_STARTS[] = "adopted by |issued by |published by |adopté par |adoptée par |"
                                    "publié par |aprobado por |aprobada por |publicado por ";
static const char AUTHOR_STARTS[] = "by |par |por |بقلم ";

static gboolean
is_colon (gunichar c)
{
  return c == ':' || c == 0xFF1A;
}

/* Bytes of the label and the colon that begin @text, or 0. */
static gsize
match_label (const char *text, gsize length, const char *label, gsize label_length)
{
  const char *p = text + label_length, *end = text + length;

  if (length <= label_length || g_ascii_strncasecmp (text, label, label_length) != 0)
    return 0;
  while (p < end && g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p < end && is_colon (g_utf8_get_char (p)) ? (gsize) (g_utf8_next_char (p) - text) : 0;
}

/* Whether a label may begin at @p: not within a word of a script with spaces. */
static gboolean
may_begin (const char *text, const char *p)
{
  gunichar before = p > text ? g_utf8_get_char (g_utf8_prev_char (p)) : ' ';

  return !g_unichar_isalpha (before) ||
         (g_unichar_iswide (before) && !g_unichar_iswide (g_utf8_get_char (p)));
}

static gsize
find_label (const char *text, gsize length, const char *labels)
{
  for (const char *label = labels; *label != '\0';)
    {
      gsize n = strcspn (label, "|");

      for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
        {
          gsize taken = may_begin (text, p) ? match_label (p, text + length - p, label, n) : 0;

          if (taken > 0)
            return p - text + taken;
        }
      label += n + (label[n] == '|');
    }
  return 0;
}

/* A name begins with a capital, or with an article before one: "by and large" names nobody. */
static gsize
find_start (const char *text, gsize length, const char *starts)
{
  for (const char *start = starts; *start != '\0';)
    {
      gsize n = strcspn (start, "|");

      if (length > n && g_ascii_strncasecmp (text, start, n) == 0)
        {
          gsize article = g_str_has_prefix (text + n, "the ") && length > n + 4 ? 4 : 0;

          if (!g_unichar_islower (g_utf8_get_char (text + n + article)))
            return n + article;
        }
      start += n + (start[n] == '|');
    }
  return 0;
}

static gboolean
is_value_end (gunichar c, gunichar before, const char *behind, const char *end)
{
  gunichar following = behind < end ? g_utf8_get_char (behind) : 0;

  if (c == '|' || c == ']' || c == ')' || c == 0xFF09 || c == 0x3011 || c == '[' || c == 0x3000 ||
      c == '\t' || c == 0x2022 || c == 0xFF5C)
    return TRUE;
  if (g_unichar_isspace (c))
    return g_unichar_iswide (before) || g_unichar_isspace (following);
  return FALSE;
}

/* Where the next label begins, also right behind a Han letter: 来源：海湾报作者：林远舟. */
static const char *
next_label (const char *text, const char *end)
{
  static const char *const LABELS[] = { "作者", "记者", "来源", "责编", "责任编辑", "编辑",
                                        "时间", "日期", "浏览", "点击", "字号",     "发布" };

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    for (guint i = 0; i < G_N_ELEMENTS (LABELS); i++)
      if (match_label (p, end - p, LABELS[i], strlen (LABELS[i])) > 0)
        return p;
  return end;
}

/* The value ends with the line, at a bracket or bar, at a space behind a Han letter, or where a
 * date or another label begins. */
static gsize
value_end (const char *text, gsize start, gsize length)
{
  const char *p = text + start;
  const char *end = next_label (p, text + length);
  gunichar before = 0;
  gsize date = 0;
  g_autofree char *iso = accord_date_find (p, end - p, &date, NULL);

  if (iso != NULL && date > 0)
    end = p + date;
  while (p < end)
    {
      gunichar c = g_utf8_get_char (p);
      const char *behind = g_utf8_next_char (p);

      if (is_value_end (c, before, behind, end))
        break;
      before = c;
      p = behind;
    }
  while (p > text + start && !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (p))) &&
         !g_unichar_ismark (g_utf8_get_char (g_utf8_prev_char (p))))
    p = g_utf8_prev_char (p);
  return p - text;
}

/**
 * accord_credit_find:
 * @field: ISSUER or AUTHOR; an editor counts as author where no author is named
 * @text: a line, valid UTF-8
 * @length: bytes of it
 * @start: (out): where the value begins
 * @end: (out): where it ends
 *
 * Returns: whether the line names one
 */
gboolean
accord_credit_find (AccordField field, const char *text, gsize length, gsize *start, gsize *end)
{
  gboolean issuer = field == ACCORD_FIELD_ISSUER;

  if (length > LINE_MAX_BYTES)
    return FALSE;
  *start = find_label (text, length, issuer ? ISSUERS : AUTHORS);
  if (*start == 0)
    *start = find_start (text, length, issuer ? ISSUER_STARTS : AUTHOR_STARTS);
  if (*start == 0)
    return FALSE;
  while (*start < length && !g_unichar_isalnum (g_utf8_get_char (text + *start)))
    *start += g_utf8_skip[(guchar) text[*start]];
  *end = *start < length ? value_end (text, *start, length) : *start;
  return *end > *start && *end - *start <= VALUE_MAX_BYTES;
}
