/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages as a PDF. Cairo makes text that can be selected, subset fonts, structure, links
 * and the outline; what it cannot say, the language and that the title names the window,
 * is added by qpdf, which also makes the file's identity depend on its content alone. */
#include "report/accord-report-pages.h"

#include <cairo-pdf.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <qpdf/qpdf-c.h>

#include "accord-config.h"
#include "report/accord-report-private.h"

#define PAGES_A_TICK 8

static cairo_status_t
write_cb (void *data, const unsigned char *bytes, unsigned int length)
{
  g_byte_array_append (data, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
fail (GError **error, const char *reason)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("the PDF could not be made: %s"), reason);
  return FALSE;
}

static void
set_metadata (cairo_surface_t *surface, const char *title)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (accord_report_get_time ());
  g_autofree char *stamp = g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ");

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Accord " ACCORD_VERSION);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, stamp);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, stamp);
}

static void
add_outline (cairo_surface_t *surface, const AccordPages *pages)
{
  guint n = 0;
  const AccordPageEntry *entries = accord_pages_get_entries (pages, &n);
  int chapter = CAIRO_PDF_OUTLINE_ROOT;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *place = g_strdup_printf ("dest='h%u'", i);
      int id = 0;

      id = cairo_pdf_surface_add_outline (surface,
                                          entries[i].level > 1 ? chapter : CAIRO_PDF_OUTLINE_ROOT,
                                          entries[i].title, place, (cairo_pdf_outline_flags_t) 0);
      if (entries[i].level == 1)
        chapter = id;
    }
}

static gboolean
draw_pages (AccordPages *pages, cairo_t *cr, const AccordWatch *watch, GError **error)
{
  guint n = accord_pages_get_n (pages);

  cairo_tag_begin (cr, "Document", NULL);
  for (guint i = 0; i < n; i++)
    {
      if (i % PAGES_A_TICK == 0 && !accord_watch_tick (watch, i / (double) n, error))
        return FALSE;
      accord_pages_draw (pages, i, cr);
      /* The tag of the document must end on the last page, not after it. */
      if (i == n - 1)
        cairo_tag_end (cr, "Document");
      cairo_show_page (cr);
    }
  return TRUE;
}

static gboolean
draw (AccordPages *pages,
      const char *title,
      GByteArray *bytes,
      const AccordWatch *watch,
      GError **error)
{
  cairo_surface_t *surface =
    cairo_pdf_surface_create_for_stream (write_cb, bytes, ACCORD_PAGE_WIDTH, ACCORD_PAGE_HEIGHT);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status = CAIRO_STATUS_SUCCESS;
  gboolean done = FALSE;

  set_metadata (surface, title);
  add_outline (surface, pages);
  done = draw_pages (pages, cr, watch, error);
  cairo_surface_finish (surface);
  status = cairo_status (cr);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  if (done && status != CAIRO_STATUS_SUCCESS)
    return fail (error, cairo_status_to_string (status));
  return done;
}

static void
set_root (qpdf_data pdf, const char *language)
{
  qpdf_oh root = qpdf_get_root (pdf);

  qpdf_oh_replace_key (pdf, root, "/Lang", qpdf_oh_new_unicode_string (pdf, language));
  qpdf_oh_replace_key (pdf, root, "/ViewerPreferences",
                       qpdf_oh_parse (pdf, "<< /DisplayDocTitle true >>"));
}

static gboolean
finish (const GByteArray *bytes, const char *language, GString *out, GError **error)
{
  qpdf_data pdf = qpdf_init ();
  gboolean done = FALSE;

  qpdf_silence_errors (pdf);
  qpdf_set_suppress_warnings (pdf, QPDF_TRUE);
  done = (qpdf_read_memory (pdf, "report", (const char *) bytes->data, bytes->len, NULL) &
          QPDF_ERRORS) == 0;
  if (done)
    {
      set_root (pdf, language);
      done = (qpdf_init_write_memory (pdf) & QPDF_ERRORS) == 0;
    }
  if (done)
    {
      qpdf_set_deterministic_ID (pdf, QPDF_TRUE);
      qpdf_set_object_stream_mode (pdf, qpdf_o_generate);
      done = (qpdf_write (pdf) & QPDF_ERRORS) == 0;
    }
  if (done)
    g_string_append_len (out, (const char *) qpdf_get_buffer (pdf),
                         (gssize) qpdf_get_buffer_length (pdf));
  else
    fail (error, qpdf_get_error_full_text (pdf, qpdf_get_error (pdf)));
  qpdf_cleanup (&pdf);
  return done;
}

/**
 * accord_report_pdf:
 * @input: what is reported
 * @out: where to append
 * @watch: (nullable): progress and cancel
 * @error: return location for an error
 *
 * Returns: FALSE with ACCORD_ENGINE_ERROR_CANCELLED or G_IO_ERROR_FAILED
 */
gboolean
accord_report_pdf (const AccordReportInput *input,
                   GString *out,
                   const AccordWatch *watch,
                   GError **error)
{
  g_autoptr (AccordFlow) flow = accord_flow_new_for_input (input, watch, error);
  g_autoptr (AccordPages) pages = flow != NULL ? accord_pages_new (flow, watch, error) : NULL;
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree char *title = NULL, *language = NULL;

  if (pages == NULL)
    return FALSE;
  title = accord_flow_dup_title (flow);
  language = g_strdup (flow->language);
  if (!draw (pages, title, bytes, watch, error))
    return FALSE;
  /* What comes now needs the most memory of all. */
  g_clear_pointer (&pages, accord_pages_free);
  g_clear_pointer (&flow, accord_flow_free);
  return finish (bytes, language, out, error);
}
