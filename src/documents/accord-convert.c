/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Conversion to UTF-8 by ICU. Not by iconv: glibc loads a module from disk for each
 * encoding, which a process without the right to open files cannot do, and its tables
 * change with the system, while ICU's version is part of every result. */
#include "documents/accord-encoding-private.h"

#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>

#define PIECE 65536

/* What ICU has not. */
#define JOHAB "Johab"

/* Encodings that are read as a larger one, which has the same characters at the same places:
 * files that claim the smaller one use the larger one's as well. After the WHATWG standard. */
static const char *const LARGER[][3] = {
  /* label, converter, name told */
  { "gb2312", "gb18030", "GB18030" },
  { "gbk", "gb18030", "GB18030" },
  { "gb_2312-80", "gb18030", "GB18030" },
  { "big5", "ibm-1375_P100-2008", "Big5" },
  { "x-x-big5", "ibm-1375_P100-2008", "Big5" },
  { "euc-kr", "windows-949-2000", "EUC-KR" },
  { "ks_c_5601-1987", "windows-949-2000", "EUC-KR" },
  { "uhc", "windows-949-2000", "EUC-KR" },
  { "iso-8859-1", "windows-1252", "windows-1252" },
  { "us-ascii", "windows-1252", "windows-1252" },
  { "ascii", "windows-1252", "windows-1252" },
  { "latin1", "windows-1252", "windows-1252" },
  { "iso-8859-9", "windows-1254", "windows-1254" },
  { "tis-620", "windows-874-2000", "TIS-620" },
  { "x-user-defined", "windows-1252", "windows-1252" },
};

static const char *const *
find_larger (const char *encoding)
{
  for (guint i = 0; i < G_N_ELEMENTS (LARGER); i++)
    if (g_ascii_strcasecmp (LARGER[i][0], encoding) == 0)
      return LARGER[i];
  return NULL;
}

static UConverter *
open_converter (const char *encoding)
{
  const char *const *larger = find_larger (encoding);
  UErrorCode status = U_ZERO_ERROR;
  UConverter *converter = ucnv_open (larger != NULL ? larger[1] : encoding, &status);

  if (U_SUCCESS (status))
    return converter;
  ucnv_close (converter);
  return NULL;
}

/* Stands in for bytes that are no character. ICU's own callback writes U+001A at times. */
static void U_CALLCONV
replace_cb (const void *context,
            UConverterToUnicodeArgs *args,
            const char *units,
            int32_t length,
            UConverterCallbackReason reason,
            UErrorCode *status)
{
  static const UChar REPLACEMENT[] = { 0xFFFD };
  gsize *n_bad = (gsize *) context;

  if (reason > UCNV_IRREGULAR)
    return;
  *status = U_ZERO_ERROR;
  *n_bad += 1;
  ucnv_cbToUWriteUChars (args, REPLACEMENT, 1, 0, status);
}

static gboolean
convert_all (
  UConverter *from, UConverter *to, const guint8 *data, gsize length, gsize most, GString *out)
{
  const char *source = (const char *) data;
  UErrorCode status = U_BUFFER_OVERFLOW_ERROR;
  UChar pivot[4096], *pivot_source = pivot, *pivot_target = pivot;
  gboolean first = TRUE;

  while (status == U_BUFFER_OVERFLOW_ERROR && out->len <= most)
    {
      gsize before = out->len;
      char *target = NULL;

      g_string_set_size (out, before + PIECE);
      target = out->str + before;
      status = U_ZERO_ERROR;
      ucnv_convertEx (to, from, &target, out->str + out->len, &source, (const char *) data + length,
                      pivot, &pivot_source, &pivot_target, pivot + G_N_ELEMENTS (pivot), first,
                      TRUE, &status);
      g_string_truncate (out, target - out->str);
      first = FALSE;
    }
  return U_SUCCESS (status);
}

/**
 * accord_convert:
 * @encoding: the name of an encoding
 * @data: bytes in it
 * @length: their number
 * @most: the most bytes of text that are wanted; the conversion stops not far beyond
 * @out: where to append the text as UTF-8
 * @n_bad: (out): how often U+FFFD was put for bytes that are no character
 *
 * Cost: linear.
 *
 * Returns: whether the encoding is known and the end was reached
 */
gboolean
accord_convert (
  const char *encoding, const guint8 *data, gsize length, gsize most, GString *out, gsize *n_bad)
{
  gboolean johab = g_ascii_strcasecmp (encoding, JOHAB) == 0;
  UConverter *from = !johab ? open_converter (encoding) : NULL;
  UConverter *to = from != NULL ? open_converter ("UTF-8") : NULL;
  UErrorCode status = U_ZERO_ERROR;
  gboolean done = FALSE;

  if (johab)
    return accord_johab_convert (data, length, most, out, n_bad);
  *n_bad = 0;
  if (to != NULL)
    {
      ucnv_setToUCallBack (from, replace_cb, n_bad, NULL, NULL, &status);
      done = U_SUCCESS (status) && convert_all (from, to, data, length, most, out);
    }
  ucnv_close (from);
  ucnv_close (to);
  return done;
}

/**
 * accord_convert_dup_name:
 * @encoding: the name of an encoding, in any spelling
 *
 * Returns: (transfer full) (nullable): the name to be told, the preferred MIME name or else
 *   IANA's; NULL where the encoding is not known
 */
char *
accord_convert_dup_name (const char *encoding)
{
  const char *const *larger = find_larger (encoding);
  UConverter *converter = larger == NULL ? open_converter (encoding) : NULL;
  UErrorCode status = U_ZERO_ERROR;
  const char *name = NULL;

  if (larger != NULL)
    return g_strdup (larger[2]);
  if (g_ascii_strcasecmp (encoding, JOHAB) == 0)
    return g_strdup (JOHAB);
  if (converter == NULL)
    return NULL;
  ucnv_close (converter);
  name = ucnv_getStandardName (encoding, "MIME", &status);
  status = U_ZERO_ERROR;
  if (name == NULL)
    name = ucnv_getStandardName (encoding, "IANA", &status);
  return g_strdup (name != NULL ? name : encoding);
}
