/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The readers behind accord_read(), one a kind of source. Each appends blocks to a
 * source and sets what fields it finds. They run in the helper process only. */
#pragma once

#include "documents/accord-source.h"

G_BEGIN_DECLS

/**
 * accord_read_html:
 * @request: what is wanted; mode STATEMENT (find the statement) or WHOLE (nothing is left out);
 *   never LINES, in which every file is plain text
 * @utf8: valid UTF-8 without U+0000 and byte order mark, lines ended by LF. Not normalised beyond
 *   that, since a character reference may still make any character: what goes into the source
 *   passes accord_normalize_append() in mode STATEMENT
 * @length: bytes of it, at least 1
 * @source: gets blocks and fields; the encoding, media type and hash are the caller's business
 * @error: return location for an error
 *
 * A page without text is no error: it makes no block.
 *
 * Returns: FALSE with ACCORD_LOADER_ERROR_TOO_LARGE or _MALFORMED
 */
gboolean accord_read_html (const AccordReadRequest *request,
                           const char *utf8,
                           gsize length,
                           AccordSource *source,
                           GError **error);

/**
 * accord_read_text:
 * @request: what is wanted; always mode STATEMENT, since WHOLE and LINES need no reader
 * @utf8: text that passed accord_normalize_append()
 * @length: bytes of it, possibly 0
 * @source: gets blocks and fields; the encoding, media type and hash are the caller's business
 * @error: return location for an error
 *
 * Plain text, or the dump of a web page. A text that is blank is no error: it makes no block.
 *
 * Returns: FALSE with ACCORD_LOADER_ERROR_TOO_LARGE or _MALFORMED
 */
gboolean accord_read_text (const AccordReadRequest *request,
                           const char *utf8,
                           gsize length,
                           AccordSource *source,
                           GError **error);

/**
 * accord_read_pdf:
 * @request: what is wanted
 * @data: the bytes of a PDF file
 * @length: their number
 * @source: gets blocks and fields
 * @error: return location for an error
 *
 * Columns are read one after the other, paragraphs go on over lines and pages, running heads and
 * page numbers are left out, notes stand behind the paragraph that refers to them.
 *
 * Returns: FALSE with ACCORD_LOADER_ERROR_TOO_LARGE, _MALFORMED, _ENCRYPTED or, where it has no
 *   text layer, _EMPTY
 */
gboolean accord_read_pdf (const AccordReadRequest *request,
                          const char *data,
                          gsize length,
                          AccordSource *source,
                          GError **error);

/**
 * accord_normalize_append:
 * @out: where to append
 * @utf8: valid UTF-8 without U+0000
 * @length: bytes of it
 *
 * The one normalisation of text: NFC, line ends as LF, no byte order marks, soft hyphens,
 * control characters and noncharacters, Latin ligatures as their letters. Keeps all else, also
 * spaces of every kind. Cost: linear.
 */
void accord_normalize_append (GString *out, const char *utf8, gsize length);

G_END_DECLS
