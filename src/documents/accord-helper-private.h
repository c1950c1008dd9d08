/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The helper process as the client sees it: started at first use, and again when it
 * has died. */
#pragma once

#include "documents/accord-source.h"

G_BEGIN_DECLS

typedef struct
{
  GMutex lock;
  int socket;           /* -1 where there is no helper */
  GSubprocess *process; /* nullable: owned */
  guint64 last_id;
} AccordHelper;

void accord_helper_init (AccordHelper *self);
void accord_helper_clear (AccordHelper *self);
gboolean accord_helper_request (AccordHelper *self,
                                const AccordReadRequest *request,
                                int source,
                                int *reply,
                                guint64 *id,
                                GError **error);
void accord_helper_stop (AccordHelper *self, guint64 id);
gboolean accord_helper_is_gone (AccordHelper *self);
int accord_helper_get_pid (AccordHelper *self);

G_END_DECLS
