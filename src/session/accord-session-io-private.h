/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What opening, saving and exporting share: an outer task that belongs to the session
 * and its caller, and an inner one whose worker knows values alone. */
#pragma once

#include "session/accord-lock.h"

G_BEGIN_DECLS

void accord_io_run (GTask *outer,
                    gpointer data,
                    GDestroyNotify destroy,
                    GTaskThreadFunc function,
                    GAsyncReadyCallback done);
void accord_io_return_error (GTask *task, GError *error, GFile *file);
AccordLock *accord_io_take_lock (GFile *file, char **holder, GError **error);

G_END_DECLS
