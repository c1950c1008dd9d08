/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading members of JSON objects so that every fault names its place, such as
 * "$.documents[3].blocks[2].end". Places are links on the stack of the reader. */
#pragma once

#include "documents/accord-json.h"

G_BEGIN_DECLS

/**
 * AccordJsonPlace:
 * @parent: (nullable): the value around it
 * @key: (nullable): its name there
 * @index: its index there, where @key is NULL
 */
typedef struct AccordJsonPlace
{
  const struct AccordJsonPlace *parent;
  const char *key;
  guint index;
} AccordJsonPlace;

gboolean accord_json_fault (GError **error,
                            const AccordJsonPlace *place,
                            const char *key,
                            const char *format,
                            ...) G_GNUC_PRINTF (4, 5);
char *accord_json_place_dup (const AccordJsonPlace *place, const char *key);

JsonNode *accord_json_member (JsonObject *object, const char *key);
gboolean accord_json_read_string (const AccordJsonPlace *place,
                                  JsonObject *object,
                                  const char *key,
                                  gboolean nullable,
                                  const char **value,
                                  GError **error);
gboolean accord_json_read_int (const AccordJsonPlace *place,
                               JsonObject *object,
                               const char *key,
                               guint32 most,
                               gint64 *value,
                               GError **error);
gboolean accord_json_read_bool (const AccordJsonPlace *place,
                                JsonObject *object,
                                const char *key,
                                gboolean *value,
                                GError **error);
gboolean accord_json_read_object (const AccordJsonPlace *place,
                                  JsonObject *object,
                                  const char *key,
                                  JsonObject **value,
                                  GError **error);
gboolean accord_json_read_array (const AccordJsonPlace *place,
                                 JsonObject *object,
                                 const char *key,
                                 gboolean nullable,
                                 JsonArray **value,
                                 GError **error);
JsonObject *
accord_json_element_object (const AccordJsonPlace *place, JsonArray *array, GError **error);
const char *
accord_json_element_string (const AccordJsonPlace *place, JsonArray *array, GError **error);
JsonObject *accord_json_dup_unknown (JsonObject *object, const char *const *known);

G_END_DECLS
