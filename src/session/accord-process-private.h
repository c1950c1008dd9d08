/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who wrote a journal or a lock, and whether that process still lives: a number alone is
 * given again to another process, so that it goes with the boot and the start. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * AccordProcess:
 * @pid: its number
 * @start: when it began, in ticks since the boot; 0 where the system does not tell
 * @boot: which boot of the machine; "" where the system does not tell
 */
typedef struct
{
  gint64 pid;
  gint64 start;
  char *boot;
} AccordProcess;

AccordProcess *accord_process_new_self (void) G_GNUC_WARN_UNUSED_RESULT;
AccordProcess *accord_process_new_from_json (JsonObject *object) G_GNUC_WARN_UNUSED_RESULT;
void accord_process_free (AccordProcess *self);
gboolean accord_process_equal (const AccordProcess *a, const AccordProcess *b);
gboolean accord_process_is_alive (const AccordProcess *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordProcess, accord_process_free)

G_END_DECLS
