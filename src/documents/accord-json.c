/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading JSON: the strict gate first, json-glib behind it. */
#include "documents/accord-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "documents/accord-json-gate-private.h"

G_DEFINE_QUARK (accord - json - error - quark, accord_json_error)

/**
 * accord_json_parse:
 * @data: any bytes; a byte order mark is skipped
 * @length: their number
 * @error: return location for an error
 *
 * Reads a JSON text as of RFC 8259. Of a key that an object has twice the last one counts; a
 * string ends at an escaped U+0000. Cost: linear; some ten times the text in memory.
 *
 * Returns: (transfer full): its immutable root, or NULL with ACCORD_JSON_ERROR_SYNTAX or
 *   ACCORD_JSON_ERROR_TOO_LARGE and a translated sentence that names line or limit
 */
JsonNode *
accord_json_parse (const char *data, gsize length, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) local = NULL;

  g_return_val_if_fail (data != NULL || length == 0, NULL);

  if (length == 0)
    {
      g_set_error_literal (error, ACCORD_JSON_ERROR, ACCORD_JSON_ERROR_SYNTAX, _ ("is empty"));
      return NULL;
    }
  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    {
      data += 3;
      length -= 3;
    }
  if (!accord_json_gate (data, length, error))
    return NULL;
  if (!json_parser_load_from_data (parser, data, (gssize) length, &local))
    {
      g_set_error (error, ACCORD_JSON_ERROR, ACCORD_JSON_ERROR_SYNTAX, _ ("is not valid JSON: %s"),
                   local->message);
      return NULL;
    }
  return json_parser_steal_root (parser);
}
