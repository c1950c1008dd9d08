/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a process in the sandbox can do no more, and what it still can. Each trial runs
 * in a child of its own, whose exit status tells how it went. */
#include "loader/accord-sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#if defined(__SANITIZE_ADDRESS__) || !defined(HAVE_SECCOMP)
#define FILTERED 0
#else
#define FILTERED 1
#endif

static int
run (gboolean (*trial) (void))
{
  int status = 0;
  pid_t pid = fork ();

  if (pid == 0)
    {
      accord_sandbox_prepare ();
      accord_sandbox_enter ();
      _exit (trial () ? 0 : 1);
    }
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  return status;
}

static void
assert_fails (gboolean (*trial) (void))
{
  int status = 0;

  if (!FILTERED)
    {
      g_test_skip ("no filter of system calls in this build");
      return;
    }
  status = run (trial);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 1);
}

static gboolean
opens_a_file (void)
{
  return open ("/etc/passwd", O_RDONLY) >= 0;
}

/* What poppler needs, where Landlock keeps all else out of reach; and not to write. */
static gboolean
reads_character_maps (void)
{
  return open (POPPLER_DATA "/cMap", O_RDONLY | O_DIRECTORY) >= 0;
}

static gboolean
writes_a_file (void)
{
  return open ("/tmp/accord-sandbox", O_WRONLY | O_CREAT, 0600) >= 0;
}

static gboolean
opens_a_socket (void)
{
  return socket (AF_INET, SOCK_STREAM, 0) >= 0;
}

static gboolean
forks (void)
{
  pid_t pid = fork ();

  if (pid == 0)
    _exit (0);
  return pid > 0;
}

static gboolean
runs_a_program (void)
{
  execl ("/bin/true", "true", NULL);
  return FALSE;
}

static gboolean
kills (void)
{
  return kill (getpid (), 0) == 0;
}

static gboolean
makes_code (void)
{
  return mmap (NULL, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED;
}

static gboolean
takes_much_memory (void)
{
  return malloc ((gsize) 3 << 30) != NULL;
}

static void
test_opens_no_file (void)
{
  assert_fails (opens_a_file);
}

static void
test_writes_no_file (void)
{
  assert_fails (writes_a_file);
}

static void
test_reads_character_maps (void)
{
  int status = 0;

  if (!FILTERED || syscall (444, NULL, 0, 1) < 1 || access (POPPLER_DATA "/cMap", R_OK) != 0)
    {
      g_test_skip ("no Landlock or no character maps");
      return;
    }
  status = run (reads_character_maps);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
}

static void
test_opens_no_socket (void)
{
  assert_fails (opens_a_socket);
}

static void
test_forks_not (void)
{
  assert_fails (forks);
}

static void
test_runs_no_program (void)
{
  assert_fails (runs_a_program);
}

static void
test_kills_not (void)
{
  assert_fails (kills);
}

static void
test_makes_no_code (void)
{
  assert_fails (makes_code);
}

static void
test_takes_no_memory_without_end (void)
{
  assert_fails (takes_much_memory);
}

static gboolean
computes (void)
{
  g_autofree char *block = g_malloc0 ((gsize) 300 << 20);
  g_autoptr (GRegex) regex = g_regex_new ("^[a-z]+\\s\\p{Han}$", G_REGEX_OPTIMIZE, 0, NULL);

  return block[12345] == 0 && regex != NULL && g_regex_match (regex, "ab 治", 0, NULL);
}

static void
test_computes (void)
{
  int status = run (computes);

  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
}

static gboolean
aborts (void)
{
  abort ();
}

/* A fault of a library ends the process; it does not go on in a state that nobody knows. */
static void
test_abort_ends_it (void)
{
  int status = run (aborts);

  g_assert_true (WIFSIGNALED (status));
  g_assert_false (WCOREDUMP (status));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sandbox/opens-no-file", test_opens_no_file);
  g_test_add_func ("/sandbox/opens-no-socket", test_opens_no_socket);
  g_test_add_func ("/sandbox/writes-no-file", test_writes_no_file);
  g_test_add_func ("/sandbox/reads-character-maps", test_reads_character_maps);
  g_test_add_func ("/sandbox/forks-not", test_forks_not);
  g_test_add_func ("/sandbox/runs-no-program", test_runs_no_program);
  g_test_add_func ("/sandbox/kills-not", test_kills_not);
  g_test_add_func ("/sandbox/makes-no-code", test_makes_no_code);
  g_test_add_func ("/sandbox/takes-no-memory-without-end", test_takes_no_memory_without_end);
  g_test_add_func ("/sandbox/computes", test_computes);
  g_test_add_func ("/sandbox/abort-ends-it", test_abort_ends_it);
  return g_test_run ();
}
