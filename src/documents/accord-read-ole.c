/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compound files, in which Word, Excel and others kept their documents until 2007: which
 * program's it is, so that the sentence can say what to save it as. New files that were
 * encrypted are of this form, too. */
#include "documents/accord-office-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "documents/accord-loader-error.h"

/* The longest name of a stream, in the directory of which they are UTF-16. */
#define NAME_MAX_LENGTH 32

typedef struct
{
  const char *stream;
  AccordLoaderError code;
  const char *sentence;
} Program;

static const Program PROGRAMS[] = {
  { "EncryptedPackage", ACCORD_LOADER_ERROR_ENCRYPTED,
    N_ ("is encrypted: open it with its password and save it without one") },
  { "WordDocument", ACCORD_LOADER_ERROR_UNSUPPORTED,
    N_ ("is an old Word file (.doc): save it as Word (.docx), OpenDocument or PDF") },
  { "Workbook", ACCORD_LOADER_ERROR_UNSUPPORTED,
    N_ ("is an old Excel file (.xls): save the sheet as CSV") },
  { "PowerPoint Document", ACCORD_LOADER_ERROR_UNSUPPORTED,
    N_ ("is an old PowerPoint file (.ppt): save it as PDF") },
  { "HwpSummaryInformation", ACCORD_LOADER_ERROR_UNSUPPORTED,
    N_ ("is a Hangul file (.hwp): save it as Word (.docx) or PDF") },
  { "__properties_version1.0", ACCORD_LOADER_ERROR_UNSUPPORTED,
    N_ ("is a message of Outlook (.msg): save it as text or HTML") },
  { "VisioDocument", ACCORD_LOADER_ERROR_UNSUPPORTED,
    N_ ("is a drawing of Visio: save it as PDF") },
  { "Quill", ACCORD_LOADER_ERROR_UNSUPPORTED, N_ ("is a Publisher file (.pub): save it as PDF") },
  { "MatOST", ACCORD_LOADER_ERROR_UNSUPPORTED,
    N_ ("is a Works file (.wps): save it as Word (.docx) or RTF") },
};

gboolean
accord_is_ole (const char *data, gsize length, const char *name)
{
  return length >= 512 && memcmp (data, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8) == 0;
}

static gboolean
has_stream (const char *data, gsize length, const char *stream)
{
  char name[2 * NAME_MAX_LENGTH] = { 0 };
  gsize n = strlen (stream);

  for (gsize i = 0; i < n && i < NAME_MAX_LENGTH; i++)
    name[2 * i] = stream[i];
  return memmem (data, length, name, 2 * MIN (n, NAME_MAX_LENGTH)) != NULL;
}

gboolean
accord_read_ole (const AccordReadRequest *request,
                 const char *data,
                 gsize length,
                 AccordSource *source,
                 GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (PROGRAMS); i++)
    if (has_stream (data, length, PROGRAMS[i].stream))
      {
        g_set_error_literal (error, ACCORD_LOADER_ERROR, (int) PROGRAMS[i].code,
                             _ (PROGRAMS[i].sentence));
        return FALSE;
      }
  g_set_error_literal (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_UNSUPPORTED,
                       _ ("is an old office file, which cannot be read: save it as Word (.docx), "
                          "OpenDocument or PDF"));
  return FALSE;
}
