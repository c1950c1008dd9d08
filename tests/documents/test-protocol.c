/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Requests arrive as they were sent, and replies from hostile hands do no harm; those
 * are given by fake-loader, which stands beside this program. */
#include "documents/accord-protocol.h"

#include <fcntl.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "documents/accord-loader-error.h"
#include "documents/accord-loader-private.h"

typedef struct
{
  int here;
  int there;
} Pair;

static void
set_up (Pair *self, gconstpointer data)
{
  int ends[2];

  g_assert_cmpint (socketpair (AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends), ==, 0);
  self->here = ends[0];
  self->there = ends[1];
}

static void
tear_down (Pair *self, gconstpointer data)
{
  close (self->here);
  close (self->there);
}

static void
test_request (Pair *self, gconstpointer data)
{
  AccordReadRequest request = { .name = "é.txt", .mode = ACCORD_READ_LINES, .language = "zh-Hans" };
  AccordMessage message;
  int ends[2];
  char byte = 0;

  g_assert_cmpint (pipe (ends), ==, 0);
  g_assert_true (accord_protocol_send (self->here, 7, &request, ends[0], ends[1]));
  g_assert_cmpint (accord_protocol_receive (self->there, &message), ==, ACCORD_RECEIVED_MESSAGE);
  g_assert_cmpuint (message.id, ==, 7);
  g_assert_false (message.stop);
  g_assert_cmpstr (message.request.name, ==, "é.txt");
  g_assert_cmpint (message.request.mode, ==, ACCORD_READ_LINES);
  g_assert_null (message.request.encoding);
  g_assert_cmpstr (message.request.language, ==, "zh-Hans");
  g_assert_cmpint (fcntl (message.source, F_GETFD) & FD_CLOEXEC, !=, 0);
  g_assert_cmpint (write (message.reply, "x", 1), ==, 1);
  g_assert_cmpint (read (ends[0], &byte, 1), ==, 1);
  g_assert_cmpint (byte, ==, 'x');
  close (message.source);
  close (message.reply);
  close (ends[0]);
  close (ends[1]);
}

static void
test_long_name_keeps_its_end (Pair *self, gconstpointer data)
{
  g_autofree char *name = g_strnfill (5000, 'a');
  g_autofree char *whole = g_strconcat (name, ".html", NULL);
  AccordReadRequest request = {
    .name = whole, .mode = ACCORD_READ_WHOLE, .encoding = whole, .language = whole
  };
  AccordMessage message;

  g_assert_true (accord_protocol_send (self->here, 1, &request, 0, 0));
  g_assert_cmpint (accord_protocol_receive (self->there, &message), ==, ACCORD_RECEIVED_MESSAGE);
  g_assert_cmpuint (strlen (message.request.name), <, ACCORD_MESSAGE_MAX / 3);
  g_assert_true (g_str_has_suffix (message.request.name, "aa.html"));
  close (message.source);
  close (message.reply);
}

static void
test_stop (Pair *self, gconstpointer data)
{
  AccordMessage message;

  g_assert_true (accord_protocol_send_stop (self->here, 9));
  g_assert_cmpint (accord_protocol_receive (self->there, &message), ==, ACCORD_RECEIVED_MESSAGE);
  g_assert_true (message.stop);
  g_assert_cmpuint (message.id, ==, 9);
  g_assert_cmpint (message.source, ==, -1);
}

static void
test_end (Pair *self, gconstpointer data)
{
  AccordReadRequest request = { .mode = ACCORD_READ_WHOLE };
  AccordMessage message;

  close (self->here);
  self->here = -1;
  g_assert_cmpint (accord_protocol_receive (self->there, &message), ==, ACCORD_RECEIVED_END);
  g_assert_false (accord_protocol_send (self->there, 1, &request, 0, 0));
}

static void
test_nonsense (Pair *self, gconstpointer data)
{
  AccordReadRequest request = { .name = "a", .mode = ACCORD_READ_WHOLE };
  AccordMessage message;
  char bytes[ACCORD_MESSAGE_MAX];
  gssize n = 0;

  /* A real request without its descriptors, then each shorter one, then noise. */
  g_assert_true (accord_protocol_send (self->here, 1, &request, 0, 0));
  n = recv (self->there, bytes, sizeof (bytes), 0);
  for (; n > 0; n--)
    {
      g_assert_cmpint (send (self->here, bytes, (gsize) n, 0), ==, n);
      g_assert_cmpint (accord_protocol_receive (self->there, &message), ==,
                       ACCORD_RECEIVED_NONSENSE);
    }
  memset (bytes, 0x5A, sizeof (bytes));
  g_assert_cmpint (send (self->here, bytes, sizeof (bytes), 0), ==, sizeof (bytes));
  g_assert_cmpint (accord_protocol_receive (self->there, &message), ==, ACCORD_RECEIVED_NONSENSE);
}

typedef struct
{
  const char *name;
  int code; /* -1: none, a document comes */
  const char *message;
} Answer;

#define STOPPED ACCORD_LOADER_ERROR_STOPPED, "could not be read: the reader stopped"

static const Answer ANSWERS[] = {
  { "good", -1, NULL },
  { "more", -1, NULL },
  { "silent", STOPPED },
  { "magic", STOPPED },
  { "half-a-header", STOPPED },
  { "huge", STOPPED },
  { "huge-sentence", STOPPED },
  { "code", STOPPED },
  { "short", STOPPED },
  { "garbage", STOPPED },
  { "no-sentence", STOPPED },
  { "wild-sentence", ACCORD_LOADER_ERROR_MALFORMED, "is\ufffd\n" },
  { "hangs", ACCORD_LOADER_ERROR_TIMEOUT, "could not be read: it took longer than 0.3 seconds" },
};

static void
test_answer (gconstpointer data)
{
  const Answer *answer = data;
  AccordReadRequest request = { .name = answer->name, .mode = ACCORD_READ_WHOLE };
  g_autofree char *path = g_test_build_filename (G_TEST_BUILT, "tests/documents/fake-loader", NULL);
  g_autofree char *before = g_strdup (g_getenv ("ACCORD_LOADER"));
  g_autoptr (AccordLoader) loader = accord_loader_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static ("text", 4);
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordDocument) document = NULL;

  g_setenv ("ACCORD_LOADER", path, TRUE);
  if (answer->code == ACCORD_LOADER_ERROR_TIMEOUT)
    accord_loader_set_time_limit (loader, 300);
  document = accord_loader_load_bytes (loader, bytes, &request, NULL, &error);
  g_setenv ("ACCORD_LOADER", before, TRUE);
  if (answer->code < 0)
    {
      g_assert_no_error (error);
      g_assert_cmpstr (accord_document_get_data (document), ==, "Good.");
      return;
    }
  g_assert_error (error, ACCORD_LOADER_ERROR, answer->code);
  g_assert_cmpstr (error->message, ==, answer->message);
}

#define ADD(name, function) g_test_add ("/protocol/" name, Pair, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("request", test_request);
  ADD ("long-name-keeps-its-end", test_long_name_keeps_its_end);
  ADD ("stop", test_stop);
  ADD ("end", test_end);
  ADD ("nonsense", test_nonsense);
  for (guint i = 0; i < G_N_ELEMENTS (ANSWERS); i++)
    {
      g_autofree char *path = g_strconcat ("/protocol/answers/", ANSWERS[i].name, NULL);

      g_test_add_data_func (path, &ANSWERS[i], test_answer);
    }
  return g_test_run ();
}
