/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What begins as a ZIP archive: an office file, a book, or a number of files. Those that
 * are not read are told what to be saved as. */
#include "documents/accord-office-private.h"

#include <glib/gi18n-lib.h>

#include "documents/accord-loader-error.h"

typedef struct
{
  const char *media_type; /* nullable */
  gboolean (*read) (const AccordReadRequest *request,
                    const AccordPack *pack,
                    AccordSource *source,
                    GError **error); /* nullable */
  const char *refusal;               /* what to do with a file that is not read */
} Kind;

static const Kind KINDS[ACCORD_N_PACK_KINDS] = {
  [ACCORD_PACK_DOCX] = { "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                         accord_read_docx, NULL },
  [ACCORD_PACK_ODT] = { "application/vnd.oasis.opendocument.text", accord_read_odt, NULL },
  [ACCORD_PACK_EPUB] = { "application/epub+zip", accord_read_epub, NULL },
  [ACCORD_PACK_XLSX] = { NULL, NULL,
                         N_ ("is an Excel workbook, which is not read: save the sheet as CSV") },
  [ACCORD_PACK_PPTX] = { NULL, NULL,
                         N_ ("is a PowerPoint presentation, which is not read: save it as PDF") },
  [ACCORD_PACK_ODF_OTHER] = { NULL, NULL,
                              N_ (
                                "is an OpenDocument file, but not a text: save it as PDF or CSV") },
  [ACCORD_PACK_IWORK] = { NULL, NULL,
                          N_ ("is a file of Pages, Numbers or Keynote: export it as Word (.docx) "
                              "or PDF") },
  [ACCORD_PACK_HWPX] = { NULL, NULL, N_ ("is a Hangul file (.hwpx): save it as .docx or PDF") },
  [ACCORD_PACK_XPS] = { NULL, NULL, N_ ("is an XPS file: save it as PDF") },
};

/**
 * accord_office_fail_encrypted:
 * @error: return location for an error
 *
 * Returns: FALSE, with the sentence for a file that needs a password
 */
gboolean
accord_office_fail_encrypted (GError **error)
{
  g_set_error_literal (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_ENCRYPTED,
                       _ ("is encrypted: open it with its password and save it without one"));
  return FALSE;
}

/**
 * accord_office_fail_without_text:
 * @error: return location for an error
 *
 * Returns: FALSE, with the sentence for a file whose text is missing
 */
gboolean
accord_office_fail_without_text (GError **error)
{
  g_set_error_literal (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_MALFORMED,
                       _ ("is damaged: the part that holds its text is missing"));
  return FALSE;
}

gboolean
accord_is_pack (const char *data, gsize length, const char *name)
{
  return accord_pack_is_zip (data, length);
}

gboolean
accord_read_pack (const AccordReadRequest *request,
                  const char *data,
                  gsize length,
                  AccordSource *source,
                  GError **error)
{
  const Kind *kind = &KINDS[accord_pack_sniff (data, length)];
  g_autoptr (AccordPack) pack = NULL;

  if (kind->refusal != NULL)
    {
      g_set_error_literal (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_UNSUPPORTED,
                           _ (kind->refusal));
      return FALSE;
    }
  if (kind->read == NULL)
    return accord_read_archive (request, data, length, source, error);
  pack = accord_pack_new (data, length, error);
  if (pack == NULL)
    return FALSE;
  accord_source_set_field (source, ACCORD_FIELD_MEDIA_TYPE, kind->media_type);
  return kind->read (request, pack, source, error);
}
