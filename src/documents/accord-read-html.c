/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A web page: parsed by gumbo into a tree, walked into lines, of which the body is
 * chosen, and the fields told by its head. */
#include "documents/accord-read-private.h"

#include <glib/gi18n-lib.h>

#include "documents/accord-extract-private.h"
#include "documents/accord-html-private.h"
#include "documents/accord-loader-error.h"
#include "documents/accord-metadata-private.h"
#include "documents/accord-text-lines-private.h"

static AccordHtml *
html_new (void)
{
  AccordHtml *self = g_new0 (AccordHtml, 1);

  self->page = accord_page_new ();
  self->elements = g_array_new (FALSE, TRUE, sizeof (AccordElement));
  self->titles = g_ptr_array_new_with_free_func (g_free);
  self->issuers = g_ptr_array_new_with_free_func (g_free);
  self->authors = g_ptr_array_new_with_free_func (g_free);
  self->dates = g_ptr_array_new_with_free_func (g_free);
  return self;
}

static void
html_free (AccordHtml *self)
{
  accord_page_free (self->page);
  g_array_unref (self->elements);
  g_ptr_array_unref (self->titles);
  g_ptr_array_unref (self->issuers);
  g_ptr_array_unref (self->authors);
  g_ptr_array_unref (self->dates);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordHtml, html_free)

static void
parse (AccordHtml *self, const char *utf8, gsize length)
{
  GumboOutput *output = gumbo_parse_with_options (&kGumboDefaultOptions, utf8, length);

  accord_html_walk (self, output->root);
  accord_html_read_head (self, output->root);
  gumbo_destroy_output (&kGumboDefaultOptions, output);
}

static void
find_statement (AccordHtml *self)
{
  const AccordPatterns *patterns = accord_patterns_get_shared ();

  accord_page_find_items (self->page);
  accord_page_label (self->page, patterns);
  accord_html_choose (self);
  accord_html_set_fields (self);
}

gboolean
accord_read_html (const AccordReadRequest *request,
                  const char *utf8,
                  gsize length,
                  AccordSource *source,
                  GError **error)
{
  g_autoptr (AccordHtml) html = html_new ();

  if (accord_html_depth (utf8, length) > ACCORD_HTML_DEPTH_MAX)
    {
      g_set_error (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_TOO_LARGE,
                   _ ("is nested more than %u levels deep"), ACCORD_HTML_DEPTH_MAX);
      return FALSE;
    }
  parse (html, utf8, length);
  if (html->page->lines->len > ACCORD_BLOCKS_MAX)
    {
      g_set_error (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_TOO_LARGE,
                   _ ("has more than %u paragraphs"), ACCORD_BLOCKS_MAX);
      return FALSE;
    }
  accord_page_set_field (html->page, ACCORD_FIELD_LANGUAGE, request->language, -1);
  if (request->mode == ACCORD_READ_STATEMENT)
    find_statement (html);
  accord_page_move_to (html->page, source);
  return TRUE;
}
