/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A pool of threads loads (and, where wanted, analyses) the arguments; the main thread
 * takes the results in order. At most two jobs a thread are ahead of it. */
#include "cli/accord-cli-inputs.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "cli/accord-cli-file.h"
#include "cli/accord-cli.h"
#include "documents/accord-loader.h"

/* One argument. The worker fills it; ready hands it over, under the lock. */
typedef struct
{
  char *name;
  const char *path;
  AccordDocument *document;
  AccordAnalysis *analysis;
  GError *error;
  gboolean ready;
} Item;

/* Invariants: items before next belong to nobody any more; items from pushed on are
 * untouched. */
struct _AccordCliInputs
{
  /* owned */
  Item *items;
  GThreadPool *pool;
  AccordLoader *loader;
  AccordMatcher *matcher; /* nullable */
  GMutex lock;
  GCond ready;
  /* borrowed */
  const AccordCliOptions *options;
  guint n_items;
  guint pushed;
  guint next;
  int status;
};

static AccordDocument *
load (AccordCliInputs *self, const Item *item, GError **error)
{
  AccordReadRequest request = {
    .name = item->path,
    .mode = accord_cli_options_mode (self->options),
    .language = self->options->language,
  };
  g_autofree char *base = g_path_get_basename (item->path);

  request.name = base;
  if (g_str_equal (item->path, "-"))
    {
      g_autoptr (GBytes) bytes = accord_cli_file_load (item->path, ACCORD_SOURCE_MAX, error);

      return bytes != NULL ? accord_loader_load_bytes (self->loader, bytes, &request, NULL, error)
                           : NULL;
    }
  else
    {
      g_autoptr (GFile) file = g_file_new_for_path (item->path);

      return accord_loader_load_file (self->loader, file, &request, NULL, error);
    }
}

static void
work_cb (gpointer data, gpointer user_data)
{
  AccordCliInputs *self = user_data;
  Item *item = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordDocument) document = load (self, item, &error);
  g_autoptr (AccordAnalysis) analysis = NULL;

  if (document != NULL && self->matcher != NULL)
    analysis = accord_analysis_new (document, self->matcher, NULL, &error);
  g_mutex_lock (&self->lock);
  if (error == NULL)
    {
      item->document = g_steal_pointer (&document);
      item->analysis = g_steal_pointer (&analysis);
    }
  item->error = g_steal_pointer (&error);
  item->ready = TRUE;
  g_cond_signal (&self->ready);
  g_mutex_unlock (&self->lock);
}

/**
 * accord_cli_inputs_new:
 * @options: files, mode, language and number of threads; borrowed
 * @matcher: (nullable): to analyse the documents as well
 *
 * Returns: (transfer full): the inputs; loading begins at once
 */
AccordCliInputs *
accord_cli_inputs_new (const AccordCliOptions *options, AccordMatcher *matcher)
{
  AccordCliInputs *self = g_new0 (AccordCliInputs, 1);

  self->options = options;
  self->loader = accord_loader_new ();
  self->matcher = matcher != NULL ? accord_matcher_ref (matcher) : NULL;
  self->n_items = g_strv_length (options->files);
  self->items = g_new0 (Item, self->n_items);
  for (guint i = 0; i < self->n_items; i++)
    {
      self->items[i].path = options->files[i];
      self->items[i].name = g_utf8_make_valid (options->files[i], -1);
    }
  g_mutex_init (&self->lock);
  g_cond_init (&self->ready);
  self->pool = g_thread_pool_new (work_cb, self, options->jobs, FALSE, NULL);
  return self;
}

static void
item_clear (Item *item)
{
  g_clear_pointer (&item->name, g_free);
  g_clear_pointer (&item->document, accord_document_unref);
  g_clear_pointer (&item->analysis, accord_analysis_unref);
  g_clear_error (&item->error);
}

/**
 * accord_cli_inputs_free:
 * @self: (transfer full): inputs; waits for what is being loaded
 */
void
accord_cli_inputs_free (AccordCliInputs *self)
{
  g_thread_pool_free (self->pool, TRUE, TRUE);
  for (guint i = 0; i < self->n_items; i++)
    item_clear (&self->items[i]);
  g_free (self->items);
  g_clear_pointer (&self->loader, accord_loader_unref);
  g_clear_pointer (&self->matcher, accord_matcher_unref);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->ready);
  g_free (self);
}

static Item *
wait_for (AccordCliInputs *self, guint index)
{
  guint ahead = index + 2 * (guint) self->options->jobs;

  for (; self->pushed < self->n_items && self->pushed <= ahead; self->pushed++)
    g_thread_pool_push (self->pool, &self->items[self->pushed], NULL);
  g_mutex_lock (&self->lock);
  while (!self->items[index].ready)
    g_cond_wait (&self->ready, &self->lock);
  g_mutex_unlock (&self->lock);
  return &self->items[index];
}

/**
 * accord_cli_inputs_next:
 * @self: inputs
 * @input: (out caller-allocates): the next document that could be loaded, with its name, which
 *   stays valid as long as @self
 *
 * Complains of those that could not.
 *
 * Returns: FALSE when there is no more
 */
gboolean
accord_cli_inputs_next (AccordCliInputs *self, AccordCliInput *input)
{
  while (self->next < self->n_items)
    {
      Item *item = wait_for (self, self->next++);

      if (item->error == NULL)
        {
          input->name = item->name;
          input->document = g_steal_pointer (&item->document);
          input->analysis = g_steal_pointer (&item->analysis);
          return TRUE;
        }
      else
        {
          g_autofree char *reason = accord_cli_dup_reason (item->error);

          accord_cli_complain (item->path, reason);
          self->status = ACCORD_CLI_FAILED;
        }
    }
  return FALSE;
}

/**
 * accord_cli_inputs_get_fraction:
 * @self: inputs
 *
 * Returns: the share of the arguments that has been given out, 0 to 1
 */
double
accord_cli_inputs_get_fraction (const AccordCliInputs *self)
{
  return (double) self->next / MAX (self->n_items, 1);
}

/**
 * accord_cli_inputs_get_status:
 * @self: inputs
 *
 * Returns: ACCORD_CLI_FAILED if one that was asked for could not be loaded, else ACCORD_CLI_DONE
 */
int
accord_cli_inputs_get_status (const AccordCliInputs *self)
{
  return self->status;
}

/**
 * accord_cli_input_clear:
 * @self: an input
 *
 * Drops its document and analysis.
 */
void
accord_cli_input_clear (AccordCliInput *self)
{
  g_clear_pointer (&self->document, accord_document_unref);
  g_clear_pointer (&self->analysis, accord_analysis_unref);
}
