/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bytes of RTF: each font has a code page. Converters are kept, since a text may
 * change its font at every word. */
#include "documents/accord-rtf-private.h"

#include <unicode/ucnv.h>
#include <unicode/ustring.h>

#define DEFAULT_CODE_PAGE 1252
#define SYMBOL (-1)

/* More code pages than there are. */
#define CONVERTERS_MAX 64u

struct _AccordRtfText
{
  GHashTable *fonts;      /* owned: number → code page, SYMBOL or 0 */
  GHashTable *converters; /* owned: code page → UConverter, or NULL */
  GArray *units;          /* owned: scratch, of UChar */
  int standard;
};

static void
close_converter (gpointer data)
{
  if (data != NULL)
    ucnv_close (data);
}

/**
 * accord_rtf_text_new:
 *
 * Returns: (transfer full): a decoder that knows no fonts
 */
AccordRtfText *
accord_rtf_text_new (void)
{
  AccordRtfText *self = g_new0 (AccordRtfText, 1);

  self->fonts = g_hash_table_new (g_direct_hash, g_direct_equal);
  self->converters = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, close_converter);
  self->units = g_array_new (FALSE, FALSE, sizeof (UChar));
  self->standard = DEFAULT_CODE_PAGE;
  return self;
}

/**
 * accord_rtf_text_free:
 * @self: (transfer full): a decoder
 */
void
accord_rtf_text_free (AccordRtfText *self)
{
  g_hash_table_unref (self->fonts);
  g_hash_table_unref (self->converters);
  g_array_unref (self->units);
  g_free (self);
}

static int
code_page_of_charset (int charset)
{
  static const struct
  {
    int charset;
    int code_page;
  } PAGES[] = {
    { 0, 1252 },   { 2, SYMBOL }, { 77, 10000 }, { 78, 10001 }, { 79, 10003 }, { 80, 10008 },
    { 81, 10002 }, { 83, 10005 }, { 84, 10004 }, { 85, 10006 }, { 86, 10081 }, { 87, 10021 },
    { 88, 10029 }, { 89, 10007 }, { 128, 932 },  { 129, 949 },  { 130, 1361 }, { 134, 936 },
    { 136, 950 },  { 161, 1253 }, { 162, 1254 }, { 163, 1258 }, { 177, 1255 }, { 178, 1256 },
    { 186, 1257 }, { 204, 1251 }, { 222, 874 },  { 238, 1250 }, { 254, 437 },  { 255, 850 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (PAGES); i++)
    if (PAGES[i].charset == charset)
      return PAGES[i].code_page;
  return 0;
}

/**
 * accord_rtf_text_set_font:
 * @self: a decoder
 * @font: number of a font
 * @charset: its character set, or -1 where it has none
 * @code_page: its code page, or 0
 */
void
accord_rtf_text_set_font (AccordRtfText *self, int font, int charset, int code_page)
{
  if (g_hash_table_size (self->fonts) < 65536)
    g_hash_table_insert (
      self->fonts, GINT_TO_POINTER (font),
      GINT_TO_POINTER (code_page > 0 ? code_page : code_page_of_charset (charset)));
}

/**
 * accord_rtf_text_set_default:
 * @self: a decoder
 * @code_page: that of fonts that name none
 */
void
accord_rtf_text_set_default (AccordRtfText *self, int code_page)
{
  self->standard = code_page;
}

/**
 * accord_rtf_text_code_page:
 * @self: a decoder
 * @font: number of a font
 *
 * Returns: its code page
 */
int
accord_rtf_text_code_page (AccordRtfText *self, int font)
{
  int page = GPOINTER_TO_INT (g_hash_table_lookup (self->fonts, GINT_TO_POINTER (font)));

  return page > 0 ? page : self->standard;
}

/**
 * accord_rtf_text_is_symbol:
 * @self: a decoder
 * @font: number of a font
 *
 * Returns: whether the font has signs where others have letters
 */
gboolean
accord_rtf_text_is_symbol (AccordRtfText *self, int font)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->fonts, GINT_TO_POINTER (font))) == SYMBOL;
}

static UConverter *
open_page (int page)
{
  static const struct
  {
    int page;
    const char *name;
  } NAMES[] = {
    { 437, "ibm-437" },          { 850, "ibm-850" },      { 874, "windows-874" },
    { 1361, "ibm-1363" },        { 10000, "macintosh" },  { 10001, "Shift_JIS" },
    { 10002, "Big5" },           { 10003, "EUC-KR" },     { 10006, "x-mac-greek" },
    { 10007, "x-mac-cyrillic" }, { 10008, "GB2312" },     { 10029, "x-mac-centraleurroman" },
    { 10081, "x-mac-turkish" },  { 65001, "UTF-8" },      { 54936, "gb18030" },
    { 20866, "KOI8-R" },         { 28591, "ISO-8859-1" }, { 28592, "ISO-8859-2" },
  };
  g_autofree char *windows = g_strdup_printf ("windows-%d", page);
  const char *name = windows;
  UErrorCode status = U_ZERO_ERROR;
  UConverter *converter = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (NAMES); i++)
    if (NAMES[i].page == page)
      name = NAMES[i].name;
  converter = ucnv_open (name, &status);
  if (U_SUCCESS (status))
    return converter;
  status = U_ZERO_ERROR;
  g_free (windows);
  windows = g_strdup_printf ("ibm-%d", page);
  converter = ucnv_open (windows, &status);
  return U_SUCCESS (status) ? converter : NULL;
}

static UConverter *
get_converter (AccordRtfText *self, int page)
{
  gpointer converter = NULL;

  if (g_hash_table_lookup_extended (self->converters, GINT_TO_POINTER (page), NULL, &converter))
    return converter;
  if (g_hash_table_size (self->converters) >= CONVERTERS_MAX)
    return NULL;
  converter = open_page (page);
  g_hash_table_insert (self->converters, GINT_TO_POINTER (page), converter);
  return converter;
}

/**
 * accord_rtf_text_decode:
 * @self: a decoder
 * @code_page: of the bytes
 * @bytes: in that code page
 * @length: their number, at most 64 MiB
 * @out: where to append them as UTF-8
 *
 * Bytes of a code page that is not known are read as those of Windows in the West.
 */
void
accord_rtf_text_decode (
  AccordRtfText *self, int code_page, const char *bytes, gsize length, GString *out)
{
  UConverter *converter = NULL;
  UErrorCode status = U_ZERO_ERROR;
  int32_t n = 0, written = 0;
  gsize before = out->len;

  converter = get_converter (self, code_page);
  if (converter == NULL)
    converter = get_converter (self, DEFAULT_CODE_PAGE);
  if (converter == NULL || length == 0)
    return;
  g_array_set_size (self->units, (guint) length * 2 + 8);
  n = ucnv_toUChars (converter, (UChar *) (gpointer) self->units->data, (int32_t) self->units->len,
                     bytes, (int32_t) length, &status);
  if (U_FAILURE (status))
    return;
  status = U_ZERO_ERROR;
  g_string_set_size (out, before + 3 * (gsize) n + 1);
  u_strToUTF8 (out->str + before, 3 * n + 1, &written, (const UChar *) (gpointer) self->units->data,
               n, &status);
  g_string_truncate (out, before + (U_SUCCESS (status) ? (gsize) written : 0));
  for (char *p = out->str + before; p < out->str + out->len; p++)
    if (*p == '\0')
      *p = ' ';
}
