/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Codebooks as JSON files (data/schemas/codebook.schema.json), installed ones by name. */
#pragma once

#include "documents/accord-json.h"
#include "engine/accord-codebook.h"

G_BEGIN_DECLS

AccordCodebook *accord_codebook_load (const char *name_or_path,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
AccordCodebook *accord_codebook_from_json (JsonNode *node,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;
AccordCodebook *accord_codebook_from_qdc (const char *data,
                                          gsize length,
                                          const char *id,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
void accord_codebook_write (AccordCodebook *codebook, AccordJsonWriter *writer);
char *accord_codebook_dup_sha256 (AccordCodebook *codebook) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
