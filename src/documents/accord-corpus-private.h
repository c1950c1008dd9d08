/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A corpus: a table with a document a row, as CSV, JSON or JSON Lines. Each field of a
 * row is told by the name of its column. */
#pragma once

#include "documents/accord-source.h"

G_BEGIN_DECLS

/**
 * AccordColumn:
 *
 * What a column holds. What is not known by its name is an attribute, and not read.
 */
typedef enum
{
  ACCORD_COLUMN_TEXT,
  ACCORD_COLUMN_TITLE,
  ACCORD_COLUMN_SUBTITLE,
  ACCORD_COLUMN_ISSUER,
  ACCORD_COLUMN_AUTHOR,
  ACCORD_COLUMN_DATE,
  ACCORD_COLUMN_LANGUAGE,
  ACCORD_COLUMN_KIND,
  ACCORD_COLUMN_ID,
  ACCORD_N_COLUMNS
} AccordColumn;

gboolean accord_column_find (const char *name, AccordColumn *column);
gboolean accord_corpus_add (AccordSource *source,
                            const AccordReadRequest *request,
                            const char *const *row,
                            GError **error);

gboolean accord_corpus_is_csv (const char *utf8, gsize length, const char *name);
gboolean accord_corpus_read_csv (const AccordReadRequest *request,
                                 const char *utf8,
                                 gsize length,
                                 AccordSource *source,
                                 GError **error);
gboolean accord_corpus_is_json (const char *utf8, gsize length, const char *name);
gboolean accord_corpus_read_json (const AccordReadRequest *request,
                                  const char *utf8,
                                  gsize length,
                                  AccordSource *source,
                                  GError **error);
gboolean accord_corpus_is_json_lines (const char *utf8, gsize length, const char *name);
gboolean accord_corpus_read_json_lines (const AccordReadRequest *request,
                                        const char *utf8,
                                        gsize length,
                                        AccordSource *source,
                                        GError **error);

G_END_DECLS
