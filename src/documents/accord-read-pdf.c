/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A PDF: the characters of each page become words with places on the page as it is
 * read, whichever way it is turned; the rest is in accord-pdf-private.h. */
#include "documents/accord-read-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "documents/accord-loader-error.h"
#include "documents/accord-metadata-private.h"
#include "documents/accord-pdf-poppler-private.h"
#include "documents/accord-pdf-private.h"
#include "documents/accord-text-lines-private.h"

/* The most pages that are read, and characters of one. */
#define PAGES_MAX 20000
#define CHARS_MAX (1u << 20)

/* The characters of a page. */
typedef struct
{
  GArray *chars;   /* AccordPdfChar */
  GArray *letters; /* gunichar: the same without their places */
  float width;
  float height;
  guint turn;
} Sheet;

static const AccordPdfChar *
char_at (const Sheet *self, guint i)
{
  return &g_array_index (self->chars, AccordPdfChar, i);
}

/* Which way most of the text of a page runs. */
static guint
find_turn (const Sheet *self)
{
  guint n[4] = { 0 }, best = 0;

  for (guint i = 0; i < self->chars->len; i++)
    n[char_at (self, i)->turn]++;
  for (guint i = 1; i < 4; i++)
    if (n[i] > n[best])
      best = i;
  return best;
}

/* The place of a character on the page as it is read. */
static void
turn_place (const Sheet *self, const AccordPdfChar *c, float out[4])
{
  float x0 = MIN (c->x0, c->x1), x1 = MAX (c->x0, c->x1);
  float y0 = MIN (c->y0, c->y1), y1 = MAX (c->y0, c->y1);
  const float turned[4][4] = {
    { x0, y0, x1, y1 },
    { y0, self->width - x1, y1, self->width - x0 },
    { self->width - x1, self->height - y1, self->width - x0, self->height - y0 },
    { self->height - y1, x0, self->height - y0, x1 },
  };

  memcpy (out, turned[self->turn], sizeof (turned[0]));
}

/* Whether a character goes on a word: it stands close behind it, in the same font. */
static gboolean
goes_on (const AccordPdfWord *word, const AccordPdfChar *c, const float place[4])
{
  float overlap = MIN (word->y1, place[3]) - MAX (word->y0, place[1]);
  float gap = place[0] - word->x1, em = MAX (word->size, 1);

  return !c->first && overlap > 0.6f * MIN (word->y1 - word->y0, place[3] - place[1]) &&
         gap < 0.1f * em && gap > -0.6f * em && place[0] >= word->x0;
}

static gboolean
is_sane (const float place[4])
{
  for (guint i = 0; i < 4; i++)
    if (!(ABS (place[i]) < 1e6f))
      return FALSE;
  return TRUE;
}

static GArray *
make_words (const Sheet *self)
{
  GArray *words = g_array_new (FALSE, TRUE, sizeof (AccordPdfWord));
  gboolean open = FALSE;

  for (guint i = 0; i < self->chars->len; i++)
    {
      const AccordPdfChar *c = char_at (self, i);
      AccordPdfWord *last = open ? &g_array_index (words, AccordPdfWord, words->len - 1) : NULL;
      float place[4];

      turn_place (self, c, place);
      open = !g_unichar_isspace (c->c) && !g_unichar_iscntrl (c->c) && is_sane (place);
      if (open && last != NULL && goes_on (last, c, place))
        {
          last->x1 = MAX (last->x1, place[2]);
          last->length++;
        }
      else if (open)
        {
          AccordPdfWord word = { place[0], place[1], place[2], place[3], c->size, i, 1, c->bold };

          if (!(word.size > 0))
            word.size = MAX (place[3] - place[1], 1);
          g_array_append_val (words, word);
        }
    }
  return words;
}

static void
read_page (AccordPdf *pdf, AccordPdfFile *file, guint index)
{
  Sheet sheet = { .chars = g_array_new (FALSE, FALSE, sizeof (AccordPdfChar)) };
  g_autoptr (GArray) words = NULL;

  sheet.letters = g_array_new (FALSE, FALSE, sizeof (gunichar));
  accord_pdf_file_read_page (file, (int) index, CHARS_MAX, sheet.chars, &sheet.width,
                             &sheet.height);
  for (guint i = 0; i < sheet.chars->len; i++)
    g_array_append_val (sheet.letters, char_at (&sheet, i)->c);
  sheet.turn = find_turn (&sheet);
  words = make_words (&sheet);
  accord_pdf_add_page (pdf, words, (const gunichar *) (gpointer) sheet.letters->data,
                       sheet.turn % 2 == 0 ? sheet.height : sheet.width);
  g_array_unref (sheet.chars);
  g_array_unref (sheet.letters);
}

static gboolean
fail_open (const AccordReadRequest *request, gboolean encrypted, GError **error)
{
  if (!encrypted)
    g_set_error_literal (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_MALFORMED,
                         _ ("is a damaged PDF file, which cannot be read"));
  else if (request->password != NULL)
    g_set_error_literal (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_ENCRYPTED,
                         _ ("is encrypted: this password does not open it"));
  else
    g_set_error_literal (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_ENCRYPTED,
                         _ ("is encrypted: it needs a password"));
  return FALSE;
}

static gboolean
read_pages (
  AccordPdf *pdf, const AccordReadRequest *request, const char *data, gsize length, GError **error)
{
  gboolean encrypted = FALSE;
  g_autoptr (AccordPdfFile) file =
    accord_pdf_file_open (data, (int) length, request->password, &encrypted);
  guint n = 0;

  if (file == NULL)
    return fail_open (request, encrypted, error);
  n = (guint) MAX (accord_pdf_file_count_pages (file), 0);
  if (n > PAGES_MAX)
    {
      g_set_error (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_TOO_LARGE,
                   _ ("has more than %u pages"), PAGES_MAX);
      return FALSE;
    }
  for (guint i = 0; i < n && pdf->text->len <= ACCORD_TEXT_MAX; i++)
    read_page (pdf, file, i);
  if (pdf->lines->len > 0)
    return TRUE;
  if (n == 0)
    return fail_open (request, FALSE, error);
  g_set_error_literal (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_EMPTY,
                       _ ("has no text layer, as a scanned PDF has none: have a program such as "
                          "OCRmyPDF recognise its text first"));
  return FALSE;
}

static void
find_fields (AccordPage *page, const AccordReadRequest *request)
{
  accord_page_set_field (page, ACCORD_FIELD_LANGUAGE, request->language, -1);
  accord_page_find_items (page);
  if (page->lines->len > 0)
    accord_page_read_clean (page);
}

gboolean
accord_read_pdf (const AccordReadRequest *request,
                 const char *data,
                 gsize length,
                 AccordSource *source,
                 GError **error)
{
  g_autoptr (AccordPdf) pdf = accord_pdf_new ();
  g_autoptr (AccordPage) page = accord_page_new ();

  if (!read_pages (pdf, request, data, length, error))
    return FALSE;
  accord_pdf_find_body (pdf);
  accord_pdf_find_running (pdf);
  accord_pdf_find_notes (pdf);
  accord_pdf_find_edges (pdf);
  accord_pdf_learn_words (pdf);
  accord_pdf_make_paragraphs (pdf, page);
  if (request->mode == ACCORD_READ_STATEMENT)
    find_fields (page, request);
  accord_page_move_to (page, source);
  return TRUE;
}
