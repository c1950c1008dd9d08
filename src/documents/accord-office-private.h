/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The readers of office files, books and archives, and what tells them. */
#pragma once

#include "documents/accord-formats-private.h"
#include "documents/accord-pack-private.h"

G_BEGIN_DECLS

gboolean accord_office_fail_encrypted (GError **error);
gboolean accord_office_fail_without_text (GError **error);

gboolean accord_is_pack (const char *data, gsize length, const char *name);
gboolean accord_read_pack (const AccordReadRequest *request,
                           const char *data,
                           gsize length,
                           AccordSource *source,
                           GError **error);

gboolean accord_read_docx (const AccordReadRequest *request,
                           const AccordPack *pack,
                           AccordSource *source,
                           GError **error);
gboolean accord_read_odt (const AccordReadRequest *request,
                          const AccordPack *pack,
                          AccordSource *source,
                          GError **error);
gboolean accord_read_epub (const AccordReadRequest *request,
                           const AccordPack *pack,
                           AccordSource *source,
                           GError **error);

gboolean accord_is_fodt (const char *data, gsize length, const char *name);
gboolean accord_read_fodt (const AccordReadRequest *request,
                           const char *data,
                           gsize length,
                           AccordSource *source,
                           GError **error);
gboolean accord_is_rtf (const char *data, gsize length, const char *name);
gboolean accord_read_rtf (const AccordReadRequest *request,
                          const char *data,
                          gsize length,
                          AccordSource *source,
                          GError **error);

gboolean accord_is_gzip (const char *data, gsize length, const char *name);
gboolean accord_read_gzip (const AccordReadRequest *request,
                           const char *data,
                           gsize length,
                           AccordSource *source,
                           GError **error);

gboolean accord_is_ole (const char *data, gsize length, const char *name);
gboolean accord_read_ole (const AccordReadRequest *request,
                          const char *data,
                          gsize length,
                          AccordSource *source,
                          GError **error);

gboolean accord_is_markdown (const char *data, gsize length, const char *name);
gboolean accord_read_markdown (const AccordReadRequest *request,
                               const char *data,
                               gsize length,
                               AccordSource *source,
                               GError **error);

gboolean accord_is_mime (const char *data, gsize length, const char *name);
gboolean accord_read_mime (const AccordReadRequest *request,
                           const char *data,
                           gsize length,
                           AccordSource *source,
                           GError **error);

gboolean accord_read_archive (const AccordReadRequest *request,
                              const char *data,
                              gsize length,
                              AccordSource *source,
                              GError **error);
gboolean accord_office_read_inner (const AccordReadRequest *request,
                                   const char *data,
                                   gsize length,
                                   AccordSource *source,
                                   GError **error);

G_END_DECLS
