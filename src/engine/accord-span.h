/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A stretch of a text: half-open bytes, on character boundaries. The engine
 * knows no other unit of position; characters exist at the edge to GTK only. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  guint32 start;
  guint32 end;
} AccordSpan;

static inline guint32
accord_span_length (AccordSpan span)
{
  return span.end - span.start;
}

static inline gboolean
accord_span_overlaps (AccordSpan a, AccordSpan b)
{
  return a.start < b.end && b.start < a.end;
}

static inline gboolean
accord_span_contains (AccordSpan outer, AccordSpan inner)
{
  return outer.start <= inner.start && inner.end <= outer.end;
}

G_END_DECLS
