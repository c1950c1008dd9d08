/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Poppler, as much of it as is used. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _AccordPdfFile AccordPdfFile;

/**
 * AccordPdfChar:
 * @c: the character
 * @x0: its place on the page, in points from the left and the top
 * @size: of its font, in points; 0 where that is not known
 * @turn: which way its line runs: 0 to the right, 1 down, 2 to the left, 3 up
 * @bold: whether its font is
 * @first: whether a word begins with it, as poppler parts words
 */
typedef struct
{
  gunichar c;
  float x0;
  float y0;
  float x1;
  float y1;
  float size;
  guint8 turn;
  guint8 bold;
  guint8 first;
} AccordPdfChar;

AccordPdfFile *accord_pdf_file_open (const char *data,
                                     int length,
                                     const char *password,
                                     gboolean *encrypted) G_GNUC_WARN_UNUSED_RESULT;
void accord_pdf_file_free (AccordPdfFile *self);
int accord_pdf_file_count_pages (AccordPdfFile *self);
void accord_pdf_file_read_page (
  AccordPdfFile *self, int index, guint most, GArray *chars, float *width, float *height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordPdfFile, accord_pdf_file_free)

G_END_DECLS
