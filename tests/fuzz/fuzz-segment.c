/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as a document: the first says the language, the others are the text. Passages
 * must be in order, apart, on character boundaries, and hold every word. */
#include <string.h>

#include "engine/accord-document.h"
#include "engine/accord-language.h"
#include "fuzz.h"

static const char *const LANGUAGES[] = {
  "en", "zh-Hans", "fr", "es", "ru", "ar", "de", "ja", NULL
};

static void
check_passages (AccordDocument *document)
{
  const char *data = accord_document_get_data (document);
  guint32 length = accord_text_get_length (accord_document_get_text (document)), at = 0;
  guint n = 0;
  const AccordPassage *passages = accord_document_get_passages (document, &n);

  for (guint i = 0; i <= n; i++)
    {
      AccordSpan span = i < n ? passages[i].span : (AccordSpan){ length, length };

      g_assert_true (span.start >= at && span.end >= span.start && span.end <= length);
      g_assert_true ((data[span.start] & 0xC0) != 0x80 && (data[span.end] & 0xC0) != 0x80);
      for (const char *p = data + at; p < data + span.start; p = g_utf8_next_char (p))
        g_assert_false (g_unichar_isalnum (g_utf8_get_char (p)));
      at = span.end;
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize size)
{
  const char *fields[ACCORD_N_FIELDS] = { NULL };
  g_autofree char *data = NULL;
  g_autoptr (AccordText) text = NULL;
  g_autoptr (AccordDocument) document = NULL;
  AccordBlock block = { { 0, 0 }, ACCORD_ROLE_PARAGRAPH, TRUE };

  if (size == 0)
    return 0;
  fields[ACCORD_FIELD_LANGUAGE] = LANGUAGES[bytes[0] % G_N_ELEMENTS (LANGUAGES)];
  data = g_utf8_make_valid ((const char *) bytes + 1, (gssize) size - 1);
  text = accord_text_new (data, strlen (data), NULL);
  if (text == NULL)
    return 0;
  block.span.end = accord_text_get_length (text);
  document = accord_document_new (text, &block, 1, fields, ACCORD_UNIT_SENTENCES, NULL, NULL);
  if (document != NULL)
    check_passages (document);
  return 0;
}
