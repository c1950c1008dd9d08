/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON in and out. In: a strict gate (RFC 8259, UTF-8, depth 64, 256 MiB) before
 * json-glib, which accepts too much and crashes on deep nesting. Out: a writer that
 * decides where lines end, so that version control shows readable differences. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define ACCORD_JSON_MAX (256u << 20)
#define ACCORD_JSON_MAX_DEPTH 64u

/**
 * AccordJsonError:
 * @ACCORD_JSON_ERROR_SYNTAX: not JSON; the message names the line
 * @ACCORD_JSON_ERROR_TOO_LARGE: over ACCORD_JSON_MAX bytes or ACCORD_JSON_MAX_DEPTH levels; the
 * message names the limit
 * @ACCORD_JSON_ERROR_SHAPE: a member is missing or of the wrong type; the message names its JSON
 * path
 * @ACCORD_JSON_ERROR_NEWER: written by a newer version
 */
typedef enum
{
  ACCORD_JSON_ERROR_SYNTAX,
  ACCORD_JSON_ERROR_TOO_LARGE,
  ACCORD_JSON_ERROR_SHAPE,
  ACCORD_JSON_ERROR_NEWER,
} AccordJsonError;

#define ACCORD_JSON_ERROR (accord_json_error_quark ())
GQuark accord_json_error_quark (void);

JsonNode *
accord_json_parse (const char *data, gsize length, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean accord_json_check_keys (const char *data, gsize length, GError **error);

/**
 * AccordJsonWriter:
 *
 * Appends to a string. A key with a NULL string writes null. accord_json_line() ends
 * the line before the next value; without it everything stays on one line.
 */
typedef struct _AccordJsonWriter AccordJsonWriter;

AccordJsonWriter *accord_json_writer_new (GString *out) G_GNUC_WARN_UNUSED_RESULT;
void accord_json_writer_free (AccordJsonWriter *self);
void accord_json_begin_object (AccordJsonWriter *self);
void accord_json_end_object (AccordJsonWriter *self);
void accord_json_begin_array (AccordJsonWriter *self);
void accord_json_end_array (AccordJsonWriter *self);
void accord_json_line (AccordJsonWriter *self);
void accord_json_key (AccordJsonWriter *self, const char *key);
void accord_json_string (AccordJsonWriter *self, const char *value);
void accord_json_string_len (AccordJsonWriter *self, const char *value, gsize length);
void accord_json_int (AccordJsonWriter *self, gint64 value);
void accord_json_bool (AccordJsonWriter *self, gboolean value);
void accord_json_null (AccordJsonWriter *self);
void accord_json_node (AccordJsonWriter *self, JsonNode *node);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordJsonWriter, accord_json_writer_free)

G_END_DECLS
