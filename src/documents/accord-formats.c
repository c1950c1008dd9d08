/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The two tables of formats. The first row that fits counts. */
#include "documents/accord-formats-private.h"

#include "documents/accord-corpus-private.h"
#include "documents/accord-office-private.h"
#include "documents/accord-read-private.h"
#include "documents/accord-sniff-private.h"

static const AccordFormat BYTES[] = {
  { "application/zip", accord_is_pack, accord_read_pack },
  { "application/gzip", accord_is_gzip, accord_read_gzip },
  { "application/x-ole-storage", accord_is_ole, accord_read_ole },
  { "multipart/related", accord_is_mime, accord_read_mime },
  { "application/rtf", accord_is_rtf, accord_read_rtf },
  { "application/vnd.oasis.opendocument.text-flat-xml", accord_is_fodt, accord_read_fodt },
  { "application/pdf", accord_sniff_pdf, accord_read_pdf },
  { NULL, NULL, NULL },
};

static const AccordFormat TEXTS[] = {
  { "text/markdown", accord_is_markdown, accord_read_markdown },
  { "text/html", accord_sniff_html, accord_read_html },
  { "application/json", accord_corpus_is_json, accord_corpus_read_json },
  { "application/jsonl", accord_corpus_is_json_lines, accord_corpus_read_json_lines },
  { "text/csv", accord_corpus_is_csv, accord_corpus_read_csv },
  { NULL, NULL, NULL },
};

static const AccordFormat *
find (const AccordFormat *formats, const char *data, gsize length, const char *name)
{
  for (; formats->is != NULL; formats++)
    if (formats->is (data, length, name))
      return formats;
  return NULL;
}

/**
 * accord_format_of_bytes:
 * @data: the bytes of a file
 * @length: their number
 * @name: (nullable): the file's name
 *
 * Returns: (transfer none) (nullable): the format that reads the bytes as they are, or NULL
 */
const AccordFormat *
accord_format_of_bytes (const char *data, gsize length, const char *name)
{
  return find (BYTES, data, length, name);
}

/**
 * accord_format_of_text:
 * @utf8: a text, ended by NUL
 * @length: bytes of it
 * @name: (nullable): the file's name
 *
 * Returns: (transfer none) (nullable): the format that reads the text, or NULL for plain text
 */
const AccordFormat *
accord_format_of_text (const char *utf8, gsize length, const char *name)
{
  return find (TEXTS, utf8, length, name);
}
