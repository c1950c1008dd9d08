/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ODT, and FODT, which is the same in one file of XML. */
#include "documents/accord-office-private.h"

#include <string.h>

#include "documents/accord-odf-private.h"

/* How far into a file of XML its first element may begin. */
#define HEAD_MAX 4096

static gboolean
is_encrypted (const AccordPack *pack)
{
  GBytes *manifest = accord_pack_get (pack, "meta-inf/manifest.xml");
  gsize length = 0;
  const char *data = manifest != NULL ? g_bytes_get_data (manifest, &length) : NULL;

  return accord_pack_is_encrypted (pack) || accord_pack_has (pack, "encrypted-package") ||
         (data != NULL && memmem (data, length, "encryption-data", 15) != NULL);
}

gboolean
accord_read_odt (const AccordReadRequest *request,
                 const AccordPack *pack,
                 AccordSource *source,
                 GError **error)
{
  static const char *const PARTS[] = { "meta.xml", "styles.xml", "content.xml" };
  g_autoptr (AccordFlow) flow = accord_flow_new (request);
  g_autoptr (AccordOdf) odf = accord_odf_new (flow);

  if (is_encrypted (pack))
    return accord_office_fail_encrypted (error);
  if (accord_pack_get (pack, "content.xml") == NULL)
    return accord_office_fail_without_text (error);
  for (guint i = 0; i < G_N_ELEMENTS (PARTS); i++)
    {
      GBytes *part = accord_pack_get (pack, PARTS[i]);

      if (part != NULL && !accord_odf_read (odf, part, error))
        return FALSE;
    }
  return accord_flow_finish (flow, source, error);
}

/* Told by the kind of document that its first element names. */
gboolean
accord_is_fodt (const char *data, gsize length, const char *name)
{
  gsize head = MIN (length, HEAD_MAX);

  return memmem (data, head, "<office:document", 16) != NULL &&
         memmem (data, head, "opendocument.text", 17) != NULL;
}

gboolean
accord_read_fodt (const AccordReadRequest *request,
                  const char *data,
                  gsize length,
                  AccordSource *source,
                  GError **error)
{
  g_autoptr (AccordFlow) flow = accord_flow_new (request);
  g_autoptr (AccordOdf) odf = accord_odf_new (flow);
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, length);

  return accord_odf_read (odf, bytes, error) && accord_flow_finish (flow, source, error);
}
