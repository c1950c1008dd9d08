/* SPDX-License-Identifier: GPL-3.0-or-later */
/* accord-loader: parses foreign bytes so that the program need not. The parent waits
 * on its standard input, a socket to the client, and forks for each request; it never
 * looks at a document itself, stays small and has one thread. It ends with its client. */
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <sys/socket.h>
#include <unistd.h>

#include "accord-config.h"
#include "loader/accord-child.h"
#include "loader/accord-children.h"
#include "loader/accord-sandbox.h"

static void
child_ended_cb (int number)
{
}

/* SIGCHLD comes only while the parent waits. The signals of a terminal are the client's
 * business: it closes the socket when it ends. Gives the mask to wait with. */
static sigset_t
prepare_signals (void)
{
  struct sigaction action = { .sa_handler = child_ended_cb };
  sigset_t blocked, before;

  signal (SIGINT, SIG_IGN);
  signal (SIGQUIT, SIG_IGN);
  signal (SIGHUP, SIG_IGN);
  signal (SIGPIPE, SIG_IGN);
  sigaction (SIGCHLD, &action, NULL);
  sigemptyset (&blocked);
  sigaddset (&blocked, SIGCHLD);
  sigprocmask (SIG_BLOCK, &blocked, &before);
  sigdelset (&before, SIGCHLD);
  return before;
}

/* Sentences for people are made here, in their language; nothing else of their locale is used. */
static void
prepare_language (void)
{
  setlocale (LC_MESSAGES, "");
  setlocale (LC_CTYPE, "C.UTF-8");
  bindtextdomain (GETTEXT_PACKAGE, ACCORD_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
}

static gboolean
is_client (int fd)
{
  int type = 0;
  socklen_t length = sizeof (type);

  return getsockopt (fd, SOL_SOCKET, SO_TYPE, &type, &length) == 0 && type == SOCK_SEQPACKET;
}

static void
handle (GArray *children, AccordMessage *message)
{
  if (message->stop)
    accord_children_stop (children, message->id);
  else
    accord_children_start (children, message);
}

static void
serve (const sigset_t *waiting)
{
  g_autoptr (GArray) children = accord_children_new ();
  AccordReceived received = ACCORD_RECEIVED_MESSAGE;

  while (received == ACCORD_RECEIVED_MESSAGE)
    {
      struct pollfd client = { .fd = STDIN_FILENO, .events = POLLIN };
      AccordMessage message;

      if (ppoll (&client, 1, NULL, waiting) < 0 && errno != EINTR)
        return;
      accord_children_reap (children);
      if (client.revents == 0)
        continue;
      received = accord_protocol_receive (STDIN_FILENO, &message);
      if (received == ACCORD_RECEIVED_MESSAGE)
        handle (children, &message);
      if (message.source >= 0)
        close (message.source);
      if (message.reply >= 0)
        close (message.reply);
    }
}

int
main (int argc, char **argv)
{
  sigset_t waiting;

  if (!is_client (STDIN_FILENO))
    {
      fputs ("accord-loader reads documents for Accord, which starts it by itself.\n", stderr);
      return 2;
    }
  close_range (3, ~0u, 0);
  prepare_language ();
  waiting = prepare_signals ();
  accord_sandbox_prepare ();
  accord_child_warm_up ();
  serve (&waiting);
  return 0;
}
