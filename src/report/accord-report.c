/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chooses the format of a report, by the suffix of a file or by name. */
#include "report/accord-report.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unicode/uversion.h>

#include "report/accord-report-private.h"

/* In the order of AccordReportFormat. */
static const struct
{
  const char *suffix;
  const char *name;
  AccordReportWriter write;
} FORMATS[ACCORD_N_REPORT_FORMATS] = {
  { ".html", N_ ("Web page"), accord_report_html },
  { ".json", N_ ("JSON"), accord_report_json },
  { ".csv", N_ ("CSV, the quotations"), accord_report_csv },
  { ".xlsx", N_ ("Spreadsheet (XLSX)"), accord_report_xlsx },
  { ".md", N_ ("Markdown"), accord_report_markdown },
  { ".pdf", N_ ("PDF"), accord_report_pdf },
  { ".odt", N_ ("OpenDocument text"), accord_report_odt },
  { ".docx", N_ ("Word document"), accord_report_docx },
  { ".qdpx", N_ ("REFI-QDA project"), accord_report_qdpx },
};

/* 1 January 1980, the first day that a ZIP archive can name. */
#define DEFAULT_TIME G_GINT64_CONSTANT (315532800)

/**
 * accord_report_format_suffix:
 * @format: a format
 *
 * Returns: (transfer none): what its files end in, with the dot
 */
const char *
accord_report_format_suffix (AccordReportFormat format)
{
  return FORMATS[format].suffix;
}

/**
 * accord_report_format_name:
 * @format: a format
 *
 * Returns: (transfer none): what people call it, translated
 */
const char *
accord_report_format_name (AccordReportFormat format)
{
  return _ (FORMATS[format].name);
}

/**
 * accord_report_format_from_path:
 * @path: of a file to be written
 * @format: (out): its format
 *
 * Returns: whether the suffix of @path, in any case, is that of a format
 */
gboolean
accord_report_format_from_path (const char *path, AccordReportFormat *format)
{
  gsize length = strlen (path);

  for (guint i = 0; i < ACCORD_N_REPORT_FORMATS; i++)
    {
      gsize n = strlen (FORMATS[i].suffix);

      if (length < n || g_ascii_strcasecmp (path + length - n, FORMATS[i].suffix) != 0)
        continue;
      *format = i;
      return TRUE;
    }
  return FALSE;
}

/**
 * accord_report_write:
 * @input: what is reported
 * @format: as what
 * @watch: (nullable): progress and cancel
 * @error: return location for an error
 *
 * The same input gives the same bytes, but for the language of the report's own sentences, which
 * is that of gettext. Cost: linear in the texts and the findings.
 *
 * Returns: (transfer full): the bytes of the report, or NULL with ACCORD_ENGINE_ERROR_CANCELLED or
 * a code of G_IO_ERROR
 */
GString *
accord_report_write (const AccordReportInput *input,
                     AccordReportFormat format,
                     const AccordWatch *watch,
                     GError **error)
{
  GString *out = NULL;

  g_return_val_if_fail (input != NULL && input->coverage != NULL && input->names != NULL, NULL);
  g_return_val_if_fail (format < ACCORD_N_REPORT_FORMATS, NULL);

  out = g_string_new (NULL);
  if (!FORMATS[format].write (input, out, watch, error))
    {
      g_string_free (out, TRUE);
      return NULL;
    }
  return out;
}

/**
 * accord_report_dup_document_id:
 * @document: index of a document
 *
 * Returns: (transfer full): what it is called in a report: "d1" for the first
 */
char *
accord_report_dup_document_id (guint document)
{
  return g_strdup_printf ("d%u", document + 1);
}

/**
 * accord_report_dup_icu_version:
 *
 * Returns: (transfer full): the version of the library that cuts the sentences
 */
char *
accord_report_dup_icu_version (void)
{
  UVersionInfo version;
  char text[U_MAX_VERSION_STRING_LENGTH];

  u_getVersion (version);
  u_versionToString (version, text);
  return g_strdup (text);
}

/**
 * accord_report_get_time:
 *
 * Returns: the time that files bear, in seconds since 1970: SOURCE_DATE_EPOCH where the
 *   environment has it, else 1 January 1980; never the clock's, so that the same report has the
 *   same bytes
 */
gint64
accord_report_get_time (void)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  guint64 time = 0;

  if (epoch == NULL || !g_ascii_string_to_unsigned (epoch, 10, 0, G_MAXUINT32, &time, NULL))
    return DEFAULT_TIME;
  return MAX ((gint64) time, DEFAULT_TIME);
}

/**
 * accord_report_clean_char:
 * @c: a character of a foreign text
 *
 * Returns: @c; U+FFFD for a control or noncharacter, which no XML can hold
 */
gunichar
accord_report_clean_char (gunichar c)
{
  if (c == '\t' || c == '\n')
    return c;
  if (c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE)
    return 0xFFFD;
  return c;
}

/**
 * accord_report_is_direction_control:
 * @c: a character
 *
 * Returns: whether it is an embedding, override or isolate, which can turn round what stands
 *   beside it; the marks LRM, RLM and ALM reach no further than their neighbours
 */
gboolean
accord_report_is_direction_control (gunichar c)
{
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

/**
 * accord_report_dup_clean:
 * @text: a foreign text, valid UTF-8
 * @length: in bytes, or -1
 *
 * Returns: (transfer full): the same without controls, for XML
 */
char *
accord_report_dup_clean (const char *text, gssize length)
{
  GString *clean = g_string_new (NULL);
  const char *end = text + (length < 0 ? strlen (text) : (gsize) length);

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    g_string_append_unichar (clean, accord_report_clean_char (g_utf8_get_char (p)));
  return g_string_free (clean, FALSE);
}
