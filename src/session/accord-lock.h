/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who has a session open: a file .~lock.NAME# beside it, or where that cannot be, one in
 * $XDG_RUNTIME_DIR. It keeps two people from overwriting each other, nothing more. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _AccordLock AccordLock;

AccordLock *accord_lock_take (GFile *file, char **holder) G_GNUC_WARN_UNUSED_RESULT;
void accord_lock_release (AccordLock *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordLock, accord_lock_release)

G_END_DECLS
