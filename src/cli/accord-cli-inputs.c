/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A pool of threads loads (and, where wanted, analyses) the arguments; the main thread
 * takes the results in order. At most two jobs a thread are ahead of it. */
#include "cli/accord-cli-inputs.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "cli/accord-cli-file.h"
#include "cli/accord-cli.h"
#include "documents/accord-loader.h"

/* One argument. The worker fills it; ready hands it over, under the lock. A file that is a
 * collection holds several documents; given counts those that were given out. */
typedef struct
{
  char *name;
  const char *path;
  GPtrArray *documents;
  GPtrArray *analyses;
  guint given;
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
  GStringChunk *names;
  GMutex lock;
  GCond ready;
  /* borrowed */
  const AccordCliOptions *options;
  guint n_items;
  guint pushed;
  guint next;
  int status;
};

static GPtrArray *
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

      return bytes != NULL
               ? accord_loader_load_bytes_all (self->loader, bytes, &request, NULL, error)
               : NULL;
    }
  else
    {
      g_autoptr (GFile) file = g_file_new_for_path (item->path);

      return accord_loader_load_file_all (self->loader, file, &request, NULL, error);
    }
}

static GPtrArray *
analyse (AccordCliInputs *self, GPtrArray *documents, GError **error)
{
  g_autoptr (GPtrArray) analyses =
    g_ptr_array_new_with_free_func ((GDestroyNotify) accord_analysis_unref);

  for (guint i = 0; i < documents->len; i++)
    {
      AccordAnalysis *analysis =
        accord_analysis_new (g_ptr_array_index (documents, i), self->matcher, NULL, error);

      if (analysis == NULL)
        return NULL;
      g_ptr_array_add (analyses, analysis);
    }
  return g_steal_pointer (&analyses);
}

static void
work_cb (gpointer data, gpointer user_data)
{
  AccordCliInputs *self = user_data;
  Item *item = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) documents = load (self, item, &error);
  g_autoptr (GPtrArray) analyses = NULL;

  if (documents != NULL && self->matcher != NULL)
    analyses = analyse (self, documents, &error);
  g_mutex_lock (&self->lock);
  if (error == NULL)
    {
      item->documents = g_steal_pointer (&documents);
      item->analyses = g_steal_pointer (&analyses);
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
  self->names = g_string_chunk_new (512);
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
  g_clear_pointer (&item->documents, g_ptr_array_unref);
  g_clear_pointer (&item->analyses, g_ptr_array_unref);
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
  g_string_chunk_free (self->names);
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

/* The argument, or with the number of the document in it. */
static const char *
name_of (AccordCliInputs *self, const Item *item)
{
  g_autofree char *name = NULL;

  if (item->documents->len == 1)
    return item->name;
  name = g_strdup_printf ("%s#%u", item->name, item->given + 1);
  return g_string_chunk_insert (self->names, name);
}

/* Whether @item has a document that was not given out. */
static gboolean
give (AccordCliInputs *self, Item *item, AccordCliInput *input)
{
  if (item->documents == NULL || item->given == item->documents->len)
    {
      g_clear_pointer (&item->documents, g_ptr_array_unref);
      g_clear_pointer (&item->analyses, g_ptr_array_unref);
      return FALSE;
    }
  input->name = name_of (self, item);
  input->document = accord_document_ref (g_ptr_array_index (item->documents, item->given));
  if (item->analyses != NULL)
    input->analysis = accord_analysis_ref (g_ptr_array_index (item->analyses, item->given));
  item->given++;
  return TRUE;
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
  if (self->next > 0 && give (self, &self->items[self->next - 1], input))
    return TRUE;
  while (self->next < self->n_items)
    {
      Item *item = wait_for (self, self->next++);

      if (item->error == NULL && give (self, item, input))
        return TRUE;
      if (item->error != NULL)
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
