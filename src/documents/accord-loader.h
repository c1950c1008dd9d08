/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The client of the helper process in which foreign bytes are parsed. Every source
 * goes through it. One client serves all threads of a process; the helper is started
 * with the first document and forks for each. */
#pragma once

#include "documents/accord-loader-error.h"
#include "documents/accord-source.h"

G_BEGIN_DECLS

typedef struct _AccordLoader AccordLoader;

AccordLoader *accord_loader_new (void) G_GNUC_WARN_UNUSED_RESULT;
AccordLoader *accord_loader_ref (AccordLoader *self);
void accord_loader_unref (AccordLoader *self);

AccordDocument *accord_loader_load_file (AccordLoader *self,
                                         GFile *file,
                                         const AccordReadRequest *request,
                                         GCancellable *cancellable,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
AccordDocument *accord_loader_load_bytes (AccordLoader *self,
                                          GBytes *bytes,
                                          const AccordReadRequest *request,
                                          GCancellable *cancellable,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *accord_loader_load_file_all (AccordLoader *self,
                                        GFile *file,
                                        const AccordReadRequest *request,
                                        GCancellable *cancellable,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *accord_loader_load_bytes_all (AccordLoader *self,
                                         GBytes *bytes,
                                         const AccordReadRequest *request,
                                         GCancellable *cancellable,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordLoader, accord_loader_unref)

G_END_DECLS
