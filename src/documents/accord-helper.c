/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The helper process as the client sees it. All threads share one socket, on which
 * the kernel keeps messages whole; the lock is there for starting it again. */
#include "documents/accord-helper-private.h"

#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "documents/accord-data.h"
#include "documents/accord-loader-error.h"
#include "documents/accord-protocol.h"

void
accord_helper_init (AccordHelper *self)
{
  g_mutex_init (&self->lock);
  self->socket = -1;
}

/* The helper ends by itself when its socket closes; GLib reaps it. */
static void
let_go (AccordHelper *self)
{
  if (self->socket >= 0)
    close (self->socket);
  self->socket = -1;
  g_clear_object (&self->process);
}

void
accord_helper_clear (AccordHelper *self)
{
  let_go (self);
  g_mutex_clear (&self->lock);
}

static gboolean
start (AccordHelper *self, GError **error)
{
  g_autofree char *path = accord_data_dup_loader_path ();
  g_autoptr (GSubprocessLauncher) launcher =
    g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE);
  g_autoptr (GError) local = NULL;
  int ends[2];

  if (socketpair (AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0)
    {
      g_set_error_literal (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_STOPPED,
                           _ ("could not be read: too many files are open"));
      return FALSE;
    }
  g_subprocess_launcher_take_stdin_fd (launcher, ends[1]);
  self->process = g_subprocess_launcher_spawn (launcher, &local, path, NULL);
  g_subprocess_launcher_close (launcher);
  self->socket = ends[0];
  if (self->process != NULL)
    return TRUE;
  let_go (self);
  g_set_error (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_STOPPED,
               _ ("could not be read: the reader did not start (%s)"), local->message);
  return FALSE;
}

/* Sends, and starts the helper for it where there is none or it has died since. */
static gboolean
send_or_start (
  AccordHelper *self, guint64 id, const AccordReadRequest *request, const int *fds, GError **error)
{
  if (self->socket >= 0 && accord_protocol_send (self->socket, id, request, fds[0], fds[1]))
    return TRUE;
  let_go (self);
  if (!start (self, error))
    return FALSE;
  if (accord_protocol_send (self->socket, id, request, fds[0], fds[1]))
    return TRUE;
  g_set_error_literal (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_STOPPED,
                       _ ("could not be read: the reader stopped"));
  return FALSE;
}

/**
 * accord_helper_request:
 * @self: a helper
 * @request: what is wanted
 * @source: descriptor of the bytes; stays the caller's
 * @reply: (out): descriptor to read the reply from, which does not block
 * @id: (out): to stop the request by
 * @error: return location for an error
 *
 * Any thread may call it.
 *
 * Returns: FALSE with ACCORD_LOADER_ERROR_STOPPED
 */
gboolean
accord_helper_request (AccordHelper *self,
                       const AccordReadRequest *request,
                       int source,
                       int *reply,
                       guint64 *id,
                       GError **error)
{
  int ends[2];
  gboolean sent = FALSE;

  if (pipe2 (ends, O_CLOEXEC) != 0)
    {
      g_set_error_literal (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_STOPPED,
                           _ ("could not be read: too many files are open"));
      return FALSE;
    }
  fcntl (ends[0], F_SETFL, O_NONBLOCK);
  fcntl (ends[0], F_SETPIPE_SZ, 1 << 20);
  g_mutex_lock (&self->lock);
  *id = ++self->last_id;
  sent = send_or_start (self, *id, request, (const int[]){ source, ends[1] }, error);
  g_mutex_unlock (&self->lock);
  close (ends[1]);
  if (sent)
    *reply = ends[0];
  else
    close (ends[0]);
  return sent;
}

/**
 * accord_helper_stop:
 * @self: a helper
 * @id: of a request that nobody waits for any more
 */
void
accord_helper_stop (AccordHelper *self, guint64 id)
{
  g_mutex_lock (&self->lock);
  if (self->socket >= 0)
    accord_protocol_send_stop (self->socket, id);
  g_mutex_unlock (&self->lock);
}

/**
 * accord_helper_is_gone:
 * @self: a helper
 *
 * Returns: whether the process itself has died, not only the child at a request
 */
gboolean
accord_helper_is_gone (AccordHelper *self)
{
  struct pollfd end = { .events = 0 };
  gboolean gone = FALSE;

  g_mutex_lock (&self->lock);
  end.fd = self->socket;
  gone = end.fd < 0 || (poll (&end, 1, 0) > 0 && (end.revents & (POLLHUP | POLLERR)) != 0);
  g_mutex_unlock (&self->lock);
  return gone;
}

/**
 * accord_helper_get_pid:
 * @self: a helper
 *
 * Returns: the number of the process, or 0
 */
int
accord_helper_get_pid (AccordHelper *self)
{
  const char *text = NULL;
  int pid = 0;

  g_mutex_lock (&self->lock);
  text = self->process != NULL ? g_subprocess_get_identifier (self->process) : NULL;
  pid = text != NULL ? (int) g_ascii_strtoll (text, NULL, 10) : 0;
  g_mutex_unlock (&self->lock);
  return pid;
}
