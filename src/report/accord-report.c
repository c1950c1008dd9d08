/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chooses the format of a report, by the suffix of a file or by name. */
#include "report/accord-report.h"

#include <string.h>
#include <unicode/uversion.h>

#include "report/accord-report-private.h"

static const char *const SUFFIXES[ACCORD_N_REPORT_FORMATS] = { ".html", ".json" };

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
      gsize n = strlen (SUFFIXES[i]);

      if (length < n || g_ascii_strcasecmp (path + length - n, SUFFIXES[i]) != 0)
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
 * Returns: (transfer full): the bytes of the report, or NULL with ACCORD_ENGINE_ERROR_CANCELLED
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
  if (format == ACCORD_REPORT_JSON)
    accord_report_json (input, out);
  else if (!accord_report_html (input, out, watch, error))
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
