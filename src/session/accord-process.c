/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Processes by number, start and boot, as /proc tells them. */
#include "session/accord-process-private.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

/* Of the fields behind the name in /proc/PID/stat, see proc(5). */
#define START_FIELD 19

static char *
dup_boot (void)
{
  char *boot = NULL;

  if (!g_file_get_contents ("/proc/sys/kernel/random/boot_id", &boot, NULL, NULL))
    return g_strdup ("");
  return g_strstrip (boot);
}

/* The name may hold blanks and brackets: the fields are counted from its end. */
static gint64
start_of (gint64 pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%" G_GINT64_FORMAT "/stat", pid);
  g_autofree char *stat = NULL;
  g_auto (GStrv) fields = NULL;
  const char *end = NULL;

  if (!g_file_get_contents (path, &stat, NULL, NULL) || (end = strrchr (stat, ')')) == NULL ||
      end[1] != ' ')
    return 0;
  fields = g_strsplit (end + 2, " ", START_FIELD + 2);
  return g_strv_length (fields) > START_FIELD ? g_ascii_strtoll (fields[START_FIELD], NULL, 10) : 0;
}

/* This process. */
AccordProcess *
accord_process_new_self (void)
{
  AccordProcess *self = g_new0 (AccordProcess, 1);

  self->pid = getpid ();
  self->start = start_of (self->pid);
  self->boot = dup_boot ();
  return self;
}

/* From the members "pid", "start" and "boot" of @object; NULL where they say nothing. */
AccordProcess *
accord_process_new_from_json (JsonObject *object)
{
  AccordProcess *self = NULL;
  gint64 pid = json_object_get_int_member_with_default (object, "pid", 0);

  if (pid <= 0 || pid > G_MAXINT32)
    return NULL;
  self = g_new0 (AccordProcess, 1);
  self->pid = pid;
  self->start = json_object_get_int_member_with_default (object, "start", 0);
  self->boot = g_strdup (json_object_get_string_member_with_default (object, "boot", ""));
  return self;
}

void
accord_process_free (AccordProcess *self)
{
  if (self == NULL)
    return;
  g_free (self->boot);
  g_free (self);
}

gboolean
accord_process_equal (const AccordProcess *a, const AccordProcess *b)
{
  return a->pid == b->pid && a->start == b->start && g_strcmp0 (a->boot, b->boot) == 0;
}

/* Whether the very process still runs on this machine. */
gboolean
accord_process_is_alive (const AccordProcess *self)
{
  g_autofree char *boot = dup_boot ();

  if (g_strcmp0 (boot, self->boot) != 0)
    return FALSE;
  if (kill ((pid_t) self->pid, 0) != 0 && errno != EPERM)
    return FALSE;
  return self->start == 0 || start_of (self->pid) == self->start;
}
