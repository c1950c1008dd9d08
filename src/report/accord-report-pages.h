/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A flow set on pages. Laying out tells where every line goes; any page can then be drawn on
 * any cairo_t, by the PDF writer and by who shows a preview alike. */
#pragma once

#include <pango/pangocairo.h>

#include "report/accord-report-flow.h"

G_BEGIN_DECLS

/* A4, in points. */
#define ACCORD_PAGE_WIDTH 595.28
#define ACCORD_PAGE_HEIGHT 841.89

typedef struct _AccordPages AccordPages;

/**
 * AccordPageEntry:
 * @title: of a heading
 * @level: from 1
 * @page: from 0
 * @y: from the top of the page, in points
 */
typedef struct
{
  char *title;
  guint level;
  guint page;
  double y;
} AccordPageEntry;

AccordPages *accord_pages_new (const AccordFlow *flow,
                               const AccordWatch *watch,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
void accord_pages_free (AccordPages *self);
guint accord_pages_get_n (const AccordPages *self);
const AccordPageEntry *accord_pages_get_entries (const AccordPages *self, guint *n_entries);
void accord_pages_draw (AccordPages *self, guint page, cairo_t *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordPages, accord_pages_free)

G_END_DECLS
