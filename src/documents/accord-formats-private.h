/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The formats that are read, each with what tells it and what reads it. Formats of
 * bytes see the file as it is, formats of text see it as UTF-8. */
#pragma once

#include "documents/accord-source.h"

G_BEGIN_DECLS

/**
 * AccordFormat:
 * @media_type: told of the file, unless its reader sets another
 * @is: whether a file is of this format. Gets its bytes, or of a format of text its text, ended by
 *   NUL; their number, at least 1; and its name, which may be NULL
 * @read: appends blocks and fields, or parts; gets what @is got. A file without text is no error:
 *   it makes no block. Returns FALSE with a code of ACCORD_LOADER_ERROR
 */
typedef struct
{
  const char *media_type;
  gboolean (*is) (const char *data, gsize length, const char *name);
  gboolean (*read) (const AccordReadRequest *request,
                    const char *data,
                    gsize length,
                    AccordSource *source,
                    GError **error);
} AccordFormat;

const AccordFormat *accord_format_of_bytes (const char *data, gsize length, const char *name);
const AccordFormat *accord_format_of_text (const char *utf8, gsize length, const char *name);

G_END_DECLS
