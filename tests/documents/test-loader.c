/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The client and the helper process: what is read, what is refused with which
 * sentence, and what comes of a reader that crashes, hangs, or is not there. */
#include "documents/accord-loader-private.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "documents/accord-loader-error.h"

#define N_THREADS 8
#define N_FILES 24

typedef struct
{
  char *folder;
  char *path; /* of "a.txt" in it */
  AccordLoader *loader;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = g_dir_make_tmp ("accord-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "a.txt", NULL);
  self->loader = accord_loader_new ();
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  accord_loader_unref (self->loader);
  g_remove (self->path);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);
  g_free (self->path);
}

static AccordDocument *
load_path (Fixture *self, const char *path, AccordReadMode mode, GError **error)
{
  AccordReadRequest request = { .mode = mode };
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return accord_loader_load_file (self->loader, file, &request, NULL, error);
}

static AccordDocument *
load_text (Fixture *self, const char *text, GError **error)
{
  AccordReadRequest request = { .name = "pasted", .mode = ACCORD_READ_WHOLE };
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return accord_loader_load_bytes (self->loader, bytes, &request, NULL, error);
}

static void
assert_works (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordDocument) document = load_text (self, "Open data.", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (accord_document_get_data (document), ==, "Open data.");
}

static void
test_file (Fixture *self, gconstpointer data)
{
  static const char TEXT[] = "\xef\xbb\xbfOne is here. Two are there.\r\n\r\nThree.\r\n";
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, TEXT, -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordDocument) document = NULL;
  guint n = 0;

  g_assert_true (g_file_set_contents (self->path, TEXT, -1, NULL));
  document = load_path (self, self->path, ACCORD_READ_WHOLE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (accord_document_get_data (document), ==,
                   "One is here. Two are there.\n\nThree.\n");
  accord_document_get_paragraphs (document, &n);
  g_assert_cmpuint (n, ==, 2);
  accord_document_get_passages (document, &n);
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpstr (accord_document_get_field (document, ACCORD_FIELD_NAME), ==, "a.txt");
  g_assert_cmpstr (accord_document_get_field (document, ACCORD_FIELD_ENCODING), ==, "UTF-8");
  g_assert_cmpstr (accord_document_get_field (document, ACCORD_FIELD_MEDIA_TYPE), ==, "text/plain");
  g_assert_cmpstr (accord_document_get_field (document, ACCORD_FIELD_SHA256), ==, hash);
}

static void
test_lines (Fixture *self, gconstpointer data)
{
  g_autoptr (AccordDocument) document = NULL;
  guint n = 0;

  g_assert_true (g_file_set_contents (self->path, "One. Two.\n\nThree.\n", -1, NULL));
  document = load_path (self, self->path, ACCORD_READ_LINES, NULL);
  g_assert_cmpint (accord_document_get_unit (document), ==, ACCORD_UNIT_BLOCKS);
  accord_document_get_passages (document, &n);
  g_assert_cmpuint (n, ==, 3);
}

static void
test_bytes (Fixture *self, gconstpointer data)
{
  AccordReadRequest request = { .name = "pasted.html",
                                .mode = ACCORD_READ_STATEMENT,
                                .language = "fr" };
  static const char PAGE[] = "<html><body><p>Les r\u00e8gles.</p></body></html>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (PAGE, sizeof (PAGE) - 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordDocument) document =
    accord_loader_load_bytes (self->loader, bytes, &request, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (accord_document_get_field (document, ACCORD_FIELD_NAME), ==, "pasted.html");
  g_assert_cmpstr (accord_document_get_field (document, ACCORD_FIELD_MEDIA_TYPE), ==, "text/html");
  g_assert_cmpstr (accord_document_get_language (document), ==, "fr");
  g_assert_cmpstr (accord_document_get_data (document), ==, "Les r\u00e8gles.");
}

/* In the sandbox no file can be opened, so whatever converts must be there already. */
static void
test_older_encodings (Fixture *self, gconstpointer data)
{
  static const char *const TABLE[][3] = {
    { "GB18030", "\xd6\xce", "治" },
    { "Big5", "\xaa\x76", "治" },
    { "Shift_JIS", "\x8e\xa1", "治" },
    { "ISO-2022-JP", "\033$B<#\033(B", "治" },
    { "EUC-TW", "\xce\xd9", "治" },
    { "koi8-r", "\xc3", "ц" },
    { "ISO-2022-KR", "\033$)C\016v=\017", "治" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (TABLE); i++)
    {
      AccordReadRequest request = { .name = "a",
                                    .mode = ACCORD_READ_WHOLE,
                                    .encoding = TABLE[i][0] };
      g_autoptr (GBytes) bytes = g_bytes_new_static (TABLE[i][1], strlen (TABLE[i][1]));
      g_autoptr (GError) error = NULL;
      g_autoptr (AccordDocument) document =
        accord_loader_load_bytes (self->loader, bytes, &request, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (accord_document_get_data (document), ==, TABLE[i][2]);
    }
}

static void
test_no_text (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordDocument) document = load_text (self, " \n\n", &error);
  guint n = 9;

  g_assert_no_error (error);
  accord_document_get_passages (document, &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpstr (accord_document_get_field (document, ACCORD_FIELD_ENCODING), ==, "UTF-8");
}

static void
assert_refused (Fixture *self, const char *path, AccordLoaderError code, const char *message)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (load_path (self, path, ACCORD_READ_STATEMENT, &error));
  g_assert_error (error, ACCORD_LOADER_ERROR, (int) code);
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_missing (Fixture *self, gconstpointer data)
{
  assert_refused (self, self->path, ACCORD_LOADER_ERROR_IO, "there is no such file");
}

static void
test_folder (Fixture *self, gconstpointer data)
{
  assert_refused (self, self->folder, ACCORD_LOADER_ERROR_IO, "is a folder, not a file");
}

static void
test_pipe (Fixture *self, gconstpointer data)
{
  g_assert_cmpint (mkfifo (self->path, 0600), ==, 0);
  assert_refused (self, self->path, ACCORD_LOADER_ERROR_IO, "is a pipe, not a file");
}

static void
test_device (Fixture *self, gconstpointer data)
{
  assert_refused (self, "/dev/zero", ACCORD_LOADER_ERROR_IO, "is a socket or device, not a file");
}

static void
test_link_to_nowhere (Fixture *self, gconstpointer data)
{
  g_assert_cmpint (symlink ("a.txt", self->path), ==, 0);
  assert_refused (self, self->path, ACCORD_LOADER_ERROR_IO, "is a link that leads nowhere");
}

static void
test_no_permission (Fixture *self, gconstpointer data)
{
  gboolean root = geteuid () == 0;

  g_assert_true (g_file_set_contents (self->path, "a", -1, NULL));
  g_assert_cmpint (g_chmod (self->path, 0), ==, 0);
  if (root)
    {
      g_assert_cmpint (g_chmod (self->folder, 0755), ==, 0);
      g_assert_cmpint (seteuid (65534), ==, 0);
    }
  assert_refused (self, self->path, ACCORD_LOADER_ERROR_IO, "there is no permission to read it");
  if (root)
    g_assert_cmpint (seteuid (0), ==, 0);
}

static void
test_empty (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (self->path, "", 0, NULL));
  assert_refused (self, self->path, ACCORD_LOADER_ERROR_EMPTY, "is empty");
  g_assert_null (load_text (self, "", &error));
  g_assert_error (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_EMPTY);
}

static void
test_binary (Fixture *self, gconstpointer data)
{
  g_assert_true (g_file_set_contents (self->path,
                                      "\x7f"
                                      "ELF\2\1\1\0\0\0\0\0",
                                      12, NULL));
  assert_refused (self, self->path, ACCORD_LOADER_ERROR_UNSUPPORTED,
                  "is not a text: save it as plain text or HTML first");
}

static void
test_invalid_utf8 (Fixture *self, gconstpointer data)
{
  g_assert_true (g_file_set_contents (self->path, "sécurité, équité,\nsanté \xff", -1, NULL));
  assert_refused (self, self->path, ACCORD_LOADER_ERROR_MALFORMED,
                  "is not valid UTF-8 in line 2, nor text in another encoding that is known");
}

static void
test_too_large (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (self->path, "a", -1, NULL));
  g_assert_cmpint (truncate (self->path, (64 << 20) + 1), ==, 0);
  assert_refused (self, self->path, ACCORD_LOADER_ERROR_TOO_LARGE, "is larger than 64 MiB");
  /* One byte less is let in, and only then seen to be no text. */
  g_assert_cmpint (truncate (self->path, 64 << 20), ==, 0);
  g_assert_null (load_path (self, self->path, ACCORD_READ_STATEMENT, &error));
  g_assert_error (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_UNSUPPORTED);
}

static void
test_web_address (Fixture *self, gconstpointer data)
{
  AccordReadRequest request = { .mode = ACCORD_READ_STATEMENT };
  g_autoptr (GFile) file = g_file_new_for_uri ("https://example.org/a.html");
  g_autoptr (GError) error = NULL;

  g_assert_null (accord_loader_load_file (self->loader, file, &request, NULL, &error));
  g_assert_error (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_IO);
  g_assert_nonnull (strstr (error->message, "save the page as a file first"));
}

/* A GFile that is not local: here one within this program. */
static void
test_not_local (Fixture *self, gconstpointer data)
{
  AccordReadRequest request = { .mode = ACCORD_READ_STATEMENT };
  g_autoptr (GFile) file = g_file_new_for_uri ("resource:///accord/none.txt");
  g_autoptr (GError) error = NULL;

  g_assert_null (accord_loader_load_file (self->loader, file, &request, NULL, &error));
  g_assert_error (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_IO);
}

/* A text that takes its reader a while. */
static GBytes *
large_text (void)
{
  GString *text = g_string_sized_new (40 << 20);

  while (text->len < 40 << 20)
    g_string_append (text, "Les règles de gouvernance doivent être ouvertes a\u0300 tous.\n\n");
  return g_string_free_to_bytes (text);
}

static int
parent_of (int pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/stat", pid);
  g_autofree char *stat = NULL;
  const char *behind = NULL;
  char state = 0;
  int parent = -1;

  if (!g_file_get_contents (path, &stat, NULL, NULL))
    return -1;
  behind = strrchr (stat, ')');
  if (behind == NULL || sscanf (behind + 1, " %c %d", &state, &parent) != 2 || state == 'Z')
    return -1;
  return parent;
}

static int
find_child (int parent)
{
  g_autoptr (GDir) dir = g_dir_open ("/proc", 0, NULL);
  const char *name = NULL;

  while (parent > 0 && (name = g_dir_read_name (dir)) != NULL)
    if (g_ascii_isdigit (name[0]) && parent_of (atoi (name)) == parent)
      return atoi (name);
  return 0;
}

/* What happens to the reader of large_text() once it is at work. */
typedef struct
{
  Fixture *fixture;
  int signal;                /* 0: none */
  GCancellable *cancellable; /* nullable */
  int child;                 /* out: who it was */
} Disturbance;

static gpointer
disturb (gpointer data)
{
  Disturbance *self = data;

  while (self->child == 0)
    {
      self->child = find_child (accord_loader_get_helper (self->fixture->loader));
      g_thread_yield ();
    }
  if (self->signal != 0)
    kill (self->child, self->signal);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  return NULL;
}

static void
load_disturbed (Fixture *self, Disturbance *disturbance, GError **error)
{
  AccordReadRequest request = { .name = "large", .mode = ACCORD_READ_STATEMENT };
  g_autoptr (GBytes) bytes = large_text ();
  GThread *thread = g_thread_new ("disturb", disturb, disturbance);

  disturbance->fixture = self;
  g_assert_null (
    accord_loader_load_bytes (self->loader, bytes, &request, disturbance->cancellable, error));
  g_thread_join (thread);
}

static void
assert_ends (int pid)
{
  while (parent_of (pid) > 0)
    g_thread_yield ();
}

static void
test_crash (Fixture *self, gconstpointer data)
{
  Disturbance disturbance = { .fixture = self, .signal = SIGSEGV };
  g_autoptr (GError) error = NULL;
  int helper = 0;

  assert_works (self);
  helper = accord_loader_get_helper (self->loader);
  load_disturbed (self, &disturbance, &error);
  g_assert_error (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_STOPPED);
  g_assert_cmpstr (error->message, ==, "could not be read: the reader stopped");
  assert_works (self);
  g_assert_cmpint (accord_loader_get_helper (self->loader), ==, helper);
}

static void
test_cancel (Fixture *self, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Disturbance disturbance = { .fixture = self, .cancellable = cancellable };
  g_autoptr (GError) error = NULL;

  load_disturbed (self, &disturbance, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_ends (disturbance.child);
  assert_works (self);
}

static void
test_time_limit (Fixture *self, gconstpointer data)
{
  Disturbance disturbance = { .fixture = self, .signal = SIGSTOP };
  g_autoptr (GError) error = NULL;

  accord_loader_set_time_limit (self->loader, 1500);
  assert_works (self);
  load_disturbed (self, &disturbance, &error);
  g_assert_error (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_TIMEOUT);
  g_assert_cmpstr (error->message, ==, "could not be read: it took longer than 1.5 seconds");
  assert_ends (disturbance.child);
  assert_works (self);
}

static void
test_helper_killed_between (Fixture *self, gconstpointer data)
{
  int helper = 0;

  for (guint i = 0; i < 5; i++)
    {
      assert_works (self);
      g_assert_cmpint (accord_loader_get_helper (self->loader), !=, helper);
      helper = accord_loader_get_helper (self->loader);
      g_assert_cmpint (kill (helper, SIGKILL), ==, 0);
    }
  assert_works (self);
}

static void
test_helper_ends_with_the_loader (Fixture *self, gconstpointer data)
{
  AccordLoader *loader = accord_loader_ref (self->loader);
  int helper = 0;

  assert_works (self);
  helper = accord_loader_get_helper (loader);
  accord_loader_unref (self->loader);
  self->loader = accord_loader_new ();
  g_assert_cmpint (parent_of (helper), ==, getpid ());
  accord_loader_unref (loader);
  assert_ends (helper);
}

static void
test_no_helper (Fixture *self, gconstpointer data)
{
  g_autofree char *before = g_strdup (g_getenv ("ACCORD_LOADER"));
  g_autoptr (GError) error = NULL;

  g_setenv ("ACCORD_LOADER", "/nonexistent/accord-loader", TRUE);
  g_assert_null (load_text (self, "a", &error));
  g_assert_error (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_STOPPED);
  g_assert_true (g_str_has_prefix (error->message, "could not be read: the reader did not start"));
  g_clear_error (&error);
  g_setenv ("ACCORD_LOADER", "/bin/false", TRUE);
  g_assert_null (load_text (self, "a", &error));
  g_assert_error (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_STOPPED);
  g_setenv ("ACCORD_LOADER", before, TRUE);
  assert_works (self);
}

static void
test_cancelled_before (Fixture *self, gconstpointer data)
{
  AccordReadRequest request = { .mode = ACCORD_READ_STATEMENT };
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (accord_loader_load_file (self->loader, file, &request, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (accord_loader_get_helper (self->loader), ==, 0);
}

/* Many texts, each its own, by many threads: what comes is what was asked for. */
static char *
nth_text (guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i <= n * 40; i++)
    g_string_append_printf (text, "Sentence %u of text %u says this. It ends here.\n", i, n);
  return g_string_free (text, FALSE);
}

typedef struct
{
  Fixture *fixture;
  AccordDocument *documents[N_FILES];
  int next; /* atomic */
} Crowd;

static gpointer
load_some (gpointer data)
{
  Crowd *crowd = data;

  for (int n = g_atomic_int_add (&crowd->next, 1); n < N_FILES;
       n = g_atomic_int_add (&crowd->next, 1))
    {
      g_autofree char *text = nth_text ((guint) n);
      g_autoptr (GError) error = NULL;

      crowd->documents[n] = load_text (crowd->fixture, text, &error);
      g_assert_no_error (error);
    }
  return NULL;
}

static void
assert_same_document (AccordDocument *a, AccordDocument *b)
{
  guint n = 0, m = 0;
  const AccordPassage *passages = accord_document_get_passages (a, &n);
  const AccordPassage *others = accord_document_get_passages (b, &m);

  g_assert_cmpstr (accord_document_get_data (a), ==, accord_document_get_data (b));
  g_assert_cmpmem (passages, n * sizeof (*passages), others, m * sizeof (*others));
  for (guint i = 0; i < ACCORD_N_FIELDS; i++)
    g_assert_cmpstr (accord_document_get_field (a, i), ==, accord_document_get_field (b, i));
}

static void
test_parallel (Fixture *self, gconstpointer data)
{
  Crowd crowd = { .fixture = self };
  GThread *threads[N_THREADS];

  for (guint i = 0; i < N_THREADS; i++)
    threads[i] = g_thread_new ("load", load_some, &crowd);
  for (guint i = 0; i < N_THREADS; i++)
    g_thread_join (threads[i]);
  for (guint i = 0; i < N_FILES; i++)
    {
      g_autofree char *text = nth_text (i);
      g_autoptr (AccordDocument) serial = load_text (self, text, NULL);

      g_assert_cmpstr (accord_document_get_data (serial), ==, text);
      assert_same_document (crowd.documents[i], serial);
      accord_document_unref (crowd.documents[i]);
    }
}

#define ADD(name, function) g_test_add ("/loader/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("file", test_file);
  ADD ("lines", test_lines);
  ADD ("bytes", test_bytes);
  ADD ("older-encodings", test_older_encodings);
  ADD ("no-text", test_no_text);
  ADD ("refuses/missing", test_missing);
  ADD ("refuses/folder", test_folder);
  ADD ("refuses/pipe", test_pipe);
  ADD ("refuses/device", test_device);
  ADD ("refuses/link-to-nowhere", test_link_to_nowhere);
  ADD ("refuses/no-permission", test_no_permission);
  ADD ("refuses/empty", test_empty);
  ADD ("refuses/binary", test_binary);
  ADD ("refuses/invalid-utf-8", test_invalid_utf8);
  ADD ("refuses/too-large", test_too_large);
  ADD ("refuses/web-address", test_web_address);
  ADD ("refuses/not-local", test_not_local);
  ADD ("crash", test_crash);
  ADD ("cancel", test_cancel);
  ADD ("cancelled-before", test_cancelled_before);
  ADD ("time-limit", test_time_limit);
  ADD ("helper-killed-between", test_helper_killed_between);
  ADD ("helper-ends-with-the-loader", test_helper_ends_with_the_loader);
  ADD ("no-helper", test_no_helper);
  ADD ("parallel", test_parallel);
  return g_test_run ();
}
