/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plain text: a clean statement, of which everything is kept, or the dump of a web
 * page, in which the statement is found first. */
#include "documents/accord-read-private.h"

#include <glib/gi18n-lib.h>

#include "documents/accord-extract-private.h"
#include "documents/accord-loader-error.h"
#include "documents/accord-metadata-private.h"
#include "documents/accord-text-lines-private.h"

static void
keep_all (AccordPage *page)
{
  for (guint i = 0; i < page->lines->len; i++)
    accord_page_get_line (page, i)->furniture = ACCORD_FURNITURE_NONE;
}

gboolean
accord_read_text (const AccordReadRequest *request,
                  const char *utf8,
                  gsize length,
                  AccordSource *source,
                  GError **error)
{
  g_autoptr (AccordPage) page = accord_page_new ();
  const AccordPatterns *patterns = accord_patterns_get_shared ();

  if (!accord_page_append_lines (page, utf8, length))
    {
      g_set_error (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_TOO_LARGE,
                   _ ("has more than %u paragraphs"), ACCORD_BLOCKS_MAX);
      return FALSE;
    }
  accord_page_set_field (page, ACCORD_FIELD_LANGUAGE, request->language, -1);
  accord_page_find_items (page);
  accord_page_label (page, patterns);
  if (accord_page_has_furniture (page))
    {
      accord_page_choose_run (page);
      accord_page_read_dump (page);
    }
  else
    {
      keep_all (page);
      accord_page_read_clean (page);
    }
  accord_page_find_headings (page);
  accord_page_move_to (page, source);
  return TRUE;
}
