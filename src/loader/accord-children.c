/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The children that are at work. Only the parent kills them, and only before it has
 * reaped them, so that a number is never one of another process. */
#include "loader/accord-children.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "loader/accord-child.h"

typedef struct
{
  pid_t pid;
  guint64 id;
} Child;

/**
 * accord_children_new:
 *
 * Returns: (transfer full): an empty list of children
 */
GArray *
accord_children_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (Child));
}

/**
 * accord_children_start:
 * @children: those at work
 * @message: a request
 *
 * Forks for the request. Where that fails nobody answers, and the client sees its pipe closed.
 */
void
accord_children_start (GArray *children, const AccordMessage *message)
{
  pid_t parent = getpid ();
  Child child = { fork (), message->id };

  if (child.pid == 0)
    accord_child_run (message, parent);
  if (child.pid > 0)
    g_array_append_val (children, child);
}

/**
 * accord_children_stop:
 * @children: those at work
 * @id: of a request
 *
 * Kills the child of that request, if it is still at work.
 */
void
accord_children_stop (GArray *children, guint64 id)
{
  for (guint i = 0; i < children->len; i++)
    if (g_array_index (children, Child, i).id == id)
      kill (g_array_index (children, Child, i).pid, SIGKILL);
}

/**
 * accord_children_reap:
 * @children: those at work
 *
 * Removes those that have ended.
 */
void
accord_children_reap (GArray *children)
{
  for (guint i = children->len; i > 0; i--)
    if (waitpid (g_array_index (children, Child, i - 1).pid, NULL, WNOHANG) != 0)
      g_array_remove_index_fast (children, i - 1);
}
