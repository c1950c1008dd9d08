/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The built-in codebook, which every new session has. It takes some ten milliseconds to read,
 * so it is read once a process, and by a thread if there is time for that. */
#include "documents/accord-codebook-file.h"
#include "session/accord-session-private.h"

#define DEFAULT_CODEBOOK "ai-governance"

static AccordCodebook *
read_codebook (void)
{
  g_autoptr (GError) error = NULL;
  AccordCodebook *codebook = accord_codebook_load (DEFAULT_CODEBOOK, &error);
  g_autoptr (AccordCodebookBuilder) builder = NULL;

  if (codebook != NULL)
    return codebook;
  g_warning ("the codebook %s: %s", DEFAULT_CODEBOOK, error->message);
  builder = accord_codebook_builder_new (DEFAULT_CODEBOOK);
  return accord_codebook_builder_end (builder, NULL);
}

static gpointer
read_cb (gpointer unused)
{
  return read_codebook ();
}

/* Returns: (transfer full): the built-in codebook; whoever asks first while it is being read waits.
 */
AccordCodebook *
accord_session_load_codebook (void)
{
  static GOnce once = G_ONCE_INIT;

  return accord_codebook_ref (g_once (&once, read_cb, NULL));
}

static gpointer
prepare_cb (gpointer unused)
{
  accord_codebook_unref (accord_session_load_codebook ());
  return NULL;
}

/**
 * accord_session_prepare:
 *
 * Begins to read what the first session needs, in a thread. For a program that has other things to
 * do before: accord_session_new() takes less time then.
 */
void
accord_session_prepare (void)
{
  g_thread_unref (g_thread_new ("prepare", prepare_cb, NULL));
}
