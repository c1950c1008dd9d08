/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SHA-1 of a namespace of our own and the name; the version and variant set in it. */
#include "report/accord-report-guid.h"

/* c7d2f1a4-5b0e-5c3d-9e6f-2a81b4c05d17 */
static const guint8 NAMESPACE[16] = { 0xC7, 0xD2, 0xF1, 0xA4, 0x5B, 0x0E, 0x5C, 0x3D,
                                      0x9E, 0x6F, 0x2A, 0x81, 0xB4, 0xC0, 0x5D, 0x17 };

/**
 * accord_guid_dup:
 * @format: of the name
 *
 * Returns: (transfer full): the UUID of the name, in lower case
 */
char *
accord_guid_dup (const char *format, ...)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA1);
  g_autofree char *name = NULL;
  guint8 d[20];
  gsize length = sizeof d;
  va_list arguments;

  va_start (arguments, format);
  name = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_checksum_update (checksum, NAMESPACE, sizeof NAMESPACE);
  g_checksum_update (checksum, (const guchar *) name, -1);
  g_checksum_get_digest (checksum, d, &length);
  d[6] = (guint8) ((d[6] & 0x0F) | 0x50);
  d[8] = (guint8) ((d[8] & 0x3F) | 0x80);
  return g_strdup_printf ("%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x",
                          d[0], d[1], d[2], d[3], d[4], d[5], d[6], d[7], d[8], d[9], d[10], d[11],
                          d[12], d[13], d[14], d[15]);
}
