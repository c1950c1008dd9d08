/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The process that reads one document: it keeps two descriptors, one to read and one
 * to answer, enters the sandbox, and only then looks at the first byte. */
#include "loader/accord-child.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <iconv.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <unistd.h>

#include "documents/accord-loader-error.h"
#include "loader/accord-sandbox.h"

#define PIECE (1u << 20)

/* The smallest PDF with a word in it. */
#define SMALL_PDF                                                                                  \
  "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"                                         \
  "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"                                             \
  "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R"                          \
  "/Resources<</Font<</F 5 0 R>>>>>>endobj\n"                                                      \
  "4 0 obj<</Length 40>>stream\nBT /F 12 Tf 20 200 Td (Governance) Tj ET\nendstream endobj\n"      \
  "5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 R>>\n"

/**
 * accord_child_warm_up:
 *
 * Reads small texts of our own in the parent, so that tables which libraries make at first use, and
 * modules which they load, are there for every child.
 */
void
accord_child_warm_up (void)
{
  static const char *const TEXTS[] = {
    "Governance must be open. Les règles doivent être ouvertes. 治理应当公开。\n",
    "<!DOCTYPE html><title>a</title><h1>Governance</h1><p>must be open &amp; fair.</p>",
    SMALL_PDF,
  };
  const AccordReadRequest request = { .name = "", .mode = ACCORD_READ_STATEMENT };

  /* The catalogue of translations is read from disk with the first sentence. */
  if (*_ ("is empty") == '\0')
    g_warning ("no sentences");
  /* Poppler converts with these, which the C library loads from disk; open, they stay. */
  if (iconv_open ("UTF-16", "UTF-8") == (iconv_t) -1 ||
      iconv_open ("UTF-8", "UTF-16") == (iconv_t) -1)
    g_warning ("no conversion to UTF-16");
  for (guint i = 0; i < G_N_ELEMENTS (TEXTS); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AccordSource) source =
        accord_read (&request, (const guint8 *) TEXTS[i], strlen (TEXTS[i]), &error);

      if (source == NULL)
        g_warning ("%s", error->message);
    }
}

/* Its own death with the parent, the signals' first meaning, and no descriptors but 0 to read,
 * 1 to answer, 2 for messages. */
static void
settle (const AccordMessage *message, pid_t parent)
{
  sigset_t none;
  int source = fcntl (message->source, F_DUPFD_CLOEXEC, 3);
  int reply = fcntl (message->reply, F_DUPFD_CLOEXEC, 3);

  prctl (PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
  signal (SIGCHLD, SIG_DFL);
  signal (SIGPIPE, SIG_DFL);
  sigemptyset (&none);
  sigprocmask (SIG_SETMASK, &none, NULL);
  if (getppid () != parent || dup2 (source, STDIN_FILENO) < 0 || dup2 (reply, STDOUT_FILENO) < 0)
    _exit (1);
  close_range (3, ~0u, 0);
}

/* All bytes of descriptor 0 from its beginning, whose offset somebody else may share. */
static GByteArray *
read_source (GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  gssize n = 1;

  while (n > 0 && bytes->len <= ACCORD_SOURCE_MAX)
    {
      guint before = bytes->len;

      g_byte_array_set_size (bytes, before + PIECE);
      do
        n = pread (STDIN_FILENO, bytes->data + before, PIECE, before);
      while (n < 0 && errno == EINTR);
      g_byte_array_set_size (bytes, before + (guint) MAX (n, 0));
    }
  if (n < 0)
    g_set_error (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_IO, _ ("could not be read: %s"),
                 g_strerror (errno));
  else if (bytes->len > ACCORD_SOURCE_MAX)
    g_set_error (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_TOO_LARGE,
                 _ ("is larger than %u MiB"), ACCORD_SOURCE_MAX >> 20);
  else
    return g_steal_pointer (&bytes);
  return NULL;
}

static GBytes *
make_reply (const AccordReadRequest *request, GError **error)
{
  g_autoptr (GByteArray) bytes = read_source (error);
  g_autoptr (AccordSource) source = NULL;
  GBytes *reply = NULL;

  if (bytes == NULL)
    return NULL;
  source = accord_read (request, bytes->data, bytes->len, error);
  if (source == NULL)
    return NULL;
  reply = accord_source_serialize (source);
  if (g_bytes_get_size (reply) <= ACCORD_REPLY_MAX)
    return reply;
  g_bytes_unref (reply);
  g_set_error (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_TOO_LARGE,
               _ ("gives more than %u MiB of text and notes on it"), ACCORD_REPLY_MAX >> 20);
  return NULL;
}

/**
 * accord_child_run:
 * @message: a request
 * @parent: the process that forked; if it has ended since, so does this one
 *
 * Answers the request and ends the process. Called after fork().
 */
void
accord_child_run (const AccordMessage *message, pid_t parent)
{
  g_autoptr (GBytes) reply = NULL;
  g_autoptr (GError) error = NULL;

  settle (message, parent);
  accord_sandbox_enter ();
  reply = make_reply (&message->request, &error);
  _exit (accord_protocol_reply (STDOUT_FILENO, reply, error) ? 0 : 1);
}
