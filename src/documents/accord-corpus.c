/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a row of a corpus to a document. The text of the row is read as any other text,
 * HTML included; what other columns say overrules what is found in it. */
#include "documents/accord-corpus-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "documents/accord-dates-private.h"
#include "documents/accord-loader-error.h"
#include "documents/accord-read-private.h"
#include "documents/accord-sniff-private.h"
#include "engine/accord-language.h"

/* Names of columns, in lower case, in the six languages of the United Nations; parted by "|", the
 * likeliest first. */
static const char *const NAMES[ACCORD_N_COLUMNS] = {
  [ACCORD_COLUMN_TEXT] =
    "|text|body|content|full_text|fulltext|full text|statement|document|article|"
    "articlebody|html|texte|contenu|corps|texto|contenido|cuerpo|текст|содержание|"
    "正文|内容|全文|文本|النص|نص|المحتوى|",
  [ACCORD_COLUMN_TITLE] = "|title|headline|heading|name|titre|título|titulo|название|заголовок|"
                          "标题|題目|题目|標題|العنوان|عنوان|",
  [ACCORD_COLUMN_SUBTITLE] = "|subtitle|series|sous-titre|subtítulo|подзаголовок|副标题|",
  [ACCORD_COLUMN_ISSUER] =
    "|issuer|source|publisher|organization|organisation|institution|body_name|"
    "émetteur|éditeur|emisor|fuente|editor_name|источник|издатель|орган|"
    "来源|發布機構|发布机构|机构|الجهة|المصدر|",
  [ACCORD_COLUMN_AUTHOR] = "|author|authors|byline|creator|auteur|autor|автор|作者|الكاتب|المؤلف|",
  [ACCORD_COLUMN_DATE] =
    "|date|published|datepublished|date_published|publication_date|pubdate|year|"
    "année|fecha|año|дата|год|日期|发布日期|发布时间|年份|التاريخ|السنة|",
  [ACCORD_COLUMN_LANGUAGE] = "|language|lang|langue|idioma|lengua|язык|语言|語言|اللغة|",
  [ACCORD_COLUMN_KIND] = "|kind|type|genre|tipo|вид|тип|类型|النوع|",
  [ACCORD_COLUMN_ID] = "|id|doc_id|document_id|identifier|symbol|number|cote|номер|编号|الرقم|",
};

/**
 * accord_column_find:
 * @name: of a column
 * @column: (out): what it holds
 *
 * Returns: whether the name is known
 */
gboolean
accord_column_find (const char *name, AccordColumn *column)
{
  g_autofree char *lower = g_utf8_strdown (name, -1);
  g_autofree char *key = g_strdup_printf ("|%s|", g_strstrip (lower));

  if (strchr (lower, '|') != NULL || *lower == '\0')
    return FALSE;
  for (guint i = 0; i < ACCORD_N_COLUMNS; i++)
    if (strstr (NAMES[i], key) != NULL)
      {
        *column = i;
        return TRUE;
      }
  return FALSE;
}

static void
set (AccordSource *part, AccordField field, const char *value)
{
  g_autoptr (GString) normal = g_string_new (NULL);

  if (value == NULL)
    return;
  accord_normalize_append (normal, value, strlen (value));
  g_strstrip (normal->str);
  if (*normal->str != '\0')
    accord_source_set_field (part, field, normal->str);
}

static void
set_date (AccordSource *part, const char *value)
{
  g_autofree char *date =
    value != NULL ? accord_date_find (value, strlen (value), NULL, NULL) : NULL;
  g_autofree char *year = NULL;

  /* A year alone is a date in a column of dates. */
  if (date == NULL && value != NULL)
    {
      year = g_strstrip (g_strdup (value));
      if (strlen (year) != 4 || strspn (year, "0123456789") != 4)
        return;
    }
  accord_source_set_field (part, ACCORD_FIELD_DATE, date != NULL ? date : year);
}

/* "en", "fr-CA": what looks like a tag of BCP 47. */
static gboolean
is_tag (const char *value)
{
  gsize n =
    value != NULL ? strspn (value, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") : 0;

  return (n == 2 || n == 3) && (value[n] == '\0' || value[n] == '-') && strlen (value) < 20;
}

static void
cut_whole (AccordSource *part, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    accord_source_append (part, ACCORD_ROLE_PARAGRAPH, lines[i], -1);
}

static gboolean
read_text (AccordSource *part, const AccordReadRequest *request, const char *text, GError **error)
{
  gsize length = strlen (text);
  g_autoptr (GString) normal = NULL;

  if (length > 0 && accord_sniff_html (text, length, NULL))
    return accord_read_html (request, text, length, part, error);
  if (request->mode != ACCORD_READ_STATEMENT)
    {
      cut_whole (part, text);
      return TRUE;
    }
  normal = g_string_sized_new (length);
  accord_normalize_append (normal, text, length);
  return accord_read_text (request, normal->str, normal->len, part, error);
}

/**
 * accord_corpus_add:
 * @source: a corpus
 * @request: what is wanted
 * @row: (array length=ACCORD_N_COLUMNS): the fields of a row, each nullable
 * @error: return location for an error
 *
 * Adds a row as a document. One without text is passed over.
 *
 * Returns: FALSE with ACCORD_LOADER_ERROR_TOO_LARGE
 */
gboolean
accord_corpus_add (AccordSource *source,
                   const AccordReadRequest *request,
                   const char *const *row,
                   GError **error)
{
  AccordReadRequest own = *request;
  g_autoptr (AccordSource) part = NULL;

  if (row[ACCORD_COLUMN_TEXT] == NULL || *row[ACCORD_COLUMN_TEXT] == '\0')
    return TRUE;
  if (source->parts != NULL && source->parts->len >= ACCORD_PARTS_MAX)
    {
      g_set_error (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_TOO_LARGE,
                   _ ("holds more than %u documents"), ACCORD_PARTS_MAX);
      return FALSE;
    }
  part = accord_source_new ();
  if (own.language == NULL && is_tag (row[ACCORD_COLUMN_LANGUAGE]))
    own.language = row[ACCORD_COLUMN_LANGUAGE];
  if (!read_text (part, &own, row[ACCORD_COLUMN_TEXT], error))
    return FALSE;
  set (part, ACCORD_FIELD_TITLE, row[ACCORD_COLUMN_TITLE]);
  set (part, ACCORD_FIELD_SUBTITLE, row[ACCORD_COLUMN_SUBTITLE]);
  set (part, ACCORD_FIELD_ISSUER, row[ACCORD_COLUMN_ISSUER]);
  set (part, ACCORD_FIELD_AUTHOR, row[ACCORD_COLUMN_AUTHOR]);
  set (part, ACCORD_FIELD_KIND, row[ACCORD_COLUMN_KIND]);
  set (part, ACCORD_FIELD_NAME, row[ACCORD_COLUMN_ID]);
  set_date (part, row[ACCORD_COLUMN_DATE]);
  if (own.language != NULL)
    accord_source_set_field (part, ACCORD_FIELD_LANGUAGE, accord_language_intern (own.language));
  accord_source_add_part (source, g_steal_pointer (&part));
  return TRUE;
}
