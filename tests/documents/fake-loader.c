/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A helper process in hostile hands: it answers each request with the nonsense that
 * the request's name asks for. */
#include <string.h>
#include <unistd.h>

#include "documents/accord-protocol.h"

#define MAGIC 0x31505241u

static void
answer (int fd, guint32 magic, guint32 code, guint32 length, const char *payload, gsize size)
{
  const guint32 header[] = { magic, code, length };

  if (write (fd, header, sizeof (header)) < 0 || write (fd, payload, size) < 0)
    _exit (1);
}

static void
answer_well (int fd, gboolean more)
{
  g_autoptr (AccordSource) source = accord_source_new ();
  g_autoptr (GBytes) bytes = NULL;

  accord_source_append (source, ACCORD_ROLE_PARAGRAPH, "Good.", -1);
  bytes = accord_source_serialize (source);
  accord_protocol_reply (fd, bytes, NULL);
  if (more && write (fd, "and more", 8) < 0)
    _exit (1);
}

/* Whether the pipe is to be closed now. */
static gboolean
answer_as_asked (const char *name, int fd)
{
  if (g_str_equal (name, "good") || g_str_equal (name, "more"))
    answer_well (fd, g_str_equal (name, "more"));
  else if (g_str_equal (name, "magic"))
    answer (fd, MAGIC + 1, 0, 4, "abcd", 4);
  else if (g_str_equal (name, "half-a-header"))
    return write (fd, "ARP1", 4) == 4;
  else if (g_str_equal (name, "huge"))
    answer (fd, MAGIC, 0, 0xFFFFFFFF, "abcd", 4);
  else if (g_str_equal (name, "huge-sentence"))
    answer (fd, MAGIC, 1, 1 << 20, "abcd", 4);
  else if (g_str_equal (name, "code"))
    answer (fd, MAGIC, 99, 4, "abcd", 4);
  else if (g_str_equal (name, "short"))
    answer (fd, MAGIC, 0, 100, "abcd", 4);
  else if (g_str_equal (name, "garbage"))
    answer (fd, MAGIC, 0, 4, "abcd", 4);
  else if (g_str_equal (name, "no-sentence"))
    answer (fd, MAGIC, 3, 0, "", 0);
  else if (g_str_equal (name, "wild-sentence"))
    answer (fd, MAGIC, 3, 4, "is\xff\n", 4);
  else
    return !g_str_equal (name, "hangs");
  return TRUE;
}

int
main (int argc, char **argv)
{
  AccordMessage message;

  while (accord_protocol_receive (STDIN_FILENO, &message) == ACCORD_RECEIVED_MESSAGE)
    {
      if (message.stop)
        continue;
      close (message.source);
      if (answer_as_asked (message.request.name, message.reply))
        close (message.reply);
    }
  return 0;
}
