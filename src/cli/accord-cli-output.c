/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A buffer that commands append to. For standard output it is written out as it fills;
 * for a file it is kept to the end and saved by a rename. A reader that goes away (head)
 * ends the writing without a word. */
#include "cli/accord-cli-output.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "cli/accord-cli-interrupt.h"
#include "cli/accord-cli.h"
#include "documents/accord-save.h"

/* Invariants: once failed is set nothing is written any more. */
struct _AccordCliOutput
{
  /* owned */
  GString *buffer;
  char *path; /* nullable: standard output */
  gboolean force;
  gboolean failed;
};

/**
 * accord_cli_output_new:
 * @options: with the target
 *
 * Returns: (transfer full): an output; nothing is opened or created before the end
 */
AccordCliOutput *
accord_cli_output_new (const AccordCliOptions *options)
{
  AccordCliOutput *self = g_new0 (AccordCliOutput, 1);

  self->buffer = g_string_new (NULL);
  self->path = g_strdup (options->output);
  self->force = options->force;
  return self;
}

/**
 * accord_cli_output_free:
 * @self: (transfer full): an output; what was not flushed is dropped
 */
void
accord_cli_output_free (AccordCliOutput *self)
{
  g_string_free (self->buffer, TRUE);
  g_free (self->path);
  g_free (self);
}

/**
 * accord_cli_output_get_buffer:
 * @self: an output
 *
 * Returns: (transfer none): what commands append to, and nothing else
 */
GString *
accord_cli_output_get_buffer (AccordCliOutput *self)
{
  return self->buffer;
}

static void
write_stdout (AccordCliOutput *self)
{
  const char *p = self->buffer->str;
  gsize left = self->buffer->len;

  while (left > 0 && !self->failed)
    {
      gssize n = write (STDOUT_FILENO, p, left);

      if (n >= 0)
        {
          p += n;
          left -= (gsize) n;
        }
      else if (errno != EINTR)
        {
          int code = errno;

          self->failed = TRUE;
          if (code != EPIPE)
            accord_cli_complain (_ ("standard output"), g_strerror (code));
        }
    }
  g_string_truncate (self->buffer, 0);
}

/**
 * accord_cli_output_flush:
 * @self: an output
 *
 * Tells that a unit of output is complete: a document, a pair. Standard output is
 * written out here.
 *
 * Returns: whether it makes sense to go on
 */
gboolean
accord_cli_output_flush (AccordCliOutput *self)
{
  if (self->path == NULL)
    write_stdout (self);
  return !self->failed;
}

static int
save (AccordCliOutput *self)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  g_autoptr (GError) error = NULL;
  gboolean saved;

  /* It may have come into being while we worked. */
  if (!self->force && g_file_test (self->path, G_FILE_TEST_EXISTS))
    {
      accord_cli_complain (self->path, _ ("exists already; --force replaces it"));
      return ACCORD_CLI_USAGE;
    }
  accord_cli_interrupt_hold ();
  saved = accord_save (file, self->buffer->str, self->buffer->len, NULL, &error);
  accord_cli_interrupt_release ();
  if (saved)
    return ACCORD_CLI_DONE;
  accord_cli_complain (self->path, error->message);
  return ACCORD_CLI_FAILED;
}

/**
 * accord_cli_output_end:
 * @self: an output
 * @status: of the command so far
 *
 * Writes what is left; saves a file.
 *
 * Returns: @status, or what failed here if @status was good
 */
int
accord_cli_output_end (AccordCliOutput *self, int status)
{
  int written = ACCORD_CLI_DONE;

  if (self->path != NULL)
    written = save (self);
  else if (!accord_cli_output_flush (self))
    written = ACCORD_CLI_FAILED;
  return status != ACCORD_CLI_DONE ? status : written;
}
