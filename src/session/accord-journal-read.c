/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading journals that are left over. A line counts when it is whole; whatever follows
 * one that is not is ignored. The lines are applied to the JSON of the session, which
 * then goes through the one reader of sessions. */
#include "session/accord-journal-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "documents/accord-json.h"
#include "documents/accord-save.h"
#include "session/accord-process-private.h"
#include "session/accord-session-state-read-private.h"

/* A journal in memory: its parts lie in contents. */
typedef struct
{
  char *contents;
  gsize length;
  JsonNode *head;
  const char *base;
  gsize base_length;
  const char *lines;
} Journal;

static void
journal_clear (Journal *self)
{
  g_free (self->contents);
  g_clear_pointer (&self->head, json_node_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Journal, journal_clear)

static gboolean
fail (GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       _ ("what was kept of it is damaged"));
  return FALSE;
}

static gboolean
journal_read (Journal *self, const char *path, GError **error)
{
  const char *end = NULL;
  JsonObject *head = NULL;
  gint64 base = -1;

  if (!g_file_get_contents (path, &self->contents, &self->length, error))
    return FALSE;
  end = memchr (self->contents, '\n', self->length);
  self->head = end != NULL ? accord_json_parse (self->contents, end - self->contents, NULL) : NULL;
  if (self->head == NULL || !JSON_NODE_HOLDS_OBJECT (self->head))
    return fail (error);
  head = json_node_get_object (self->head);
  base = json_object_get_int_member_with_default (head, "base", -1);
  if (g_strcmp0 (json_object_get_string_member_with_default (head, "format", NULL),
                 ACCORD_JOURNAL_FORMAT) != 0 ||
      base < 0 || (guint64) base > self->length - (gsize) (end + 1 - self->contents))
    return fail (error);
  self->base = end + 1;
  self->base_length = (gsize) base;
  self->lines = self->base + base;
  return TRUE;
}

/* Returns: (transfer full) (nullable): the next whole line, an object; NULL at the end. */
static JsonNode *
next_line (const Journal *self, const char **at)
{
  const char *limit = self->contents + self->length;
  const char *end = *at < limit ? memchr (*at, '\n', limit - *at) : NULL;
  g_autoptr (JsonNode) node = end != NULL ? accord_json_parse (*at, end - *at, NULL) : NULL;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return NULL;
  *at = end + 1;
  return g_steal_pointer (&node);
}

static const char *
id_of (JsonNode *node)
{
  JsonNode *id = JSON_NODE_HOLDS_OBJECT (node)
                   ? json_object_get_member (json_node_get_object (node), "id")
                   : NULL;

  return id != NULL && json_node_get_value_type (id) == G_TYPE_STRING ? json_node_get_string (id)
                                                                      : NULL;
}

static JsonArray *
array_of (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static void
apply_line (JsonObject *root, JsonObject *line, GHashTable *decisions)
{
  JsonArray *drop = array_of (line, "drop"), *put = array_of (line, "put");
  JsonNode *settings = json_object_get_member (root, "settings");

  for (guint i = 0; drop != NULL && i < json_array_get_length (drop); i++)
    {
      JsonNode *id = json_array_get_element (drop, i);

      if (json_node_get_value_type (id) == G_TYPE_STRING)
        g_hash_table_remove (decisions, json_node_get_string (id));
    }
  for (guint i = 0; put != NULL && i < json_array_get_length (put); i++)
    {
      JsonNode *node = json_array_get_element (put, i);

      if (id_of (node) != NULL)
        g_hash_table_insert (decisions, g_strdup (id_of (node)), json_node_ref (node));
    }
  if (json_object_has_member (line, "threshold") && settings != NULL &&
      JSON_NODE_HOLDS_OBJECT (settings))
    json_object_set_member (json_node_get_object (settings), "threshold",
                            json_object_dup_member (line, "threshold"));
}

/* The reader sorts decisions: that of a table is as good as any. */
static void
apply_lines (const Journal *self, JsonObject *root)
{
  g_autoptr (GHashTable) decisions =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) json_node_unref);
  JsonArray *before = array_of (root, "decisions");
  JsonArray *after = json_array_new ();
  const char *at = self->lines;
  JsonNode *line = NULL;
  GHashTableIter iter;
  gpointer value = NULL;

  for (guint i = 0; before != NULL && i < json_array_get_length (before); i++)
    {
      JsonNode *node = json_array_get_element (before, i);

      if (id_of (node) != NULL)
        g_hash_table_insert (decisions, g_strdup (id_of (node)), json_node_ref (node));
      else
        json_array_add_element (after, json_node_ref (node));
    }
  while ((line = next_line (self, &at)) != NULL)
    {
      apply_line (root, json_node_get_object (line), decisions);
      json_node_unref (line);
    }
  g_hash_table_iter_init (&iter, decisions);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    json_array_add_element (after, json_node_ref (value));
  json_object_set_array_member (root, "decisions", after);
}

static gint64
time_of (const char *path)
{
  GStatBuf info;

  return g_stat (path, &info) == 0 ? (gint64) info.st_mtime : 0;
}

/* The session's file, as long as nobody saved it after the journal began. */
static GFile *
file_of (JsonObject *head)
{
  const char *path = json_object_get_string_member_with_default (head, "file", NULL);
  gint64 begun = json_object_get_int_member_with_default (head, "time", 0);
  gint64 saved = path != NULL ? time_of (path) : 0;

  return saved > 0 && saved <= begun ? g_file_new_for_path (path) : NULL;
}

/**
 * accord_journal_load:
 * @path: of a journal
 * @file: (out) (transfer full) (nullable): the session's file; NULL where it had none, or where it
 *   is gone or was saved since, and must not be overwritten
 * @error: return location for an error
 *
 * Blocks: call it from a thread. Cost: linear.
 *
 * Returns: (transfer full): the session as it was last, or NULL with ACCORD_JSON_ERROR,
 * G_FILE_ERROR or G_IO_ERROR_INVALID_DATA
 */
AccordSessionState *
accord_journal_load (const char *path, GFile **file, GError **error)
{
  g_auto (Journal) self = { NULL };
  g_autoptr (JsonNode) root = NULL;
  AccordSessionState *state = NULL;

  *file = NULL;
  if (!journal_read (&self, path, error))
    return NULL;
  root = accord_json_parse (self.base, self.base_length, error);
  if (root == NULL)
    return NULL;
  if (JSON_NODE_HOLDS_OBJECT (root))
    apply_lines (&self, json_node_get_object (root));
  state = accord_session_state_read_node (root, error);
  if (state != NULL)
    *file = file_of (json_node_get_object (self.head));
  return state;
}

static AccordJournalEntry *
read_entry (const char *path)
{
  g_auto (Journal) journal = { NULL };
  g_autoptr (AccordProcess) process = NULL;
  g_autoptr (AccordJournalEntry) self = g_new0 (AccordJournalEntry, 1);
  const char *at = NULL;
  JsonObject *head = NULL;
  JsonNode *line = NULL;

  if (!journal_read (&journal, path, NULL))
    return NULL;
  head = json_node_get_object (journal.head);
  process = accord_process_new_from_json (head);
  if (process != NULL && accord_process_is_alive (process))
    return NULL;
  self->path = g_strdup (path);
  self->time = time_of (path);
  self->head = g_new0 (AccordJournalHead, 1);
  self->head->title = g_strdup (json_object_get_string_member_with_default (head, "title", ""));
  self->head->file = g_strdup (json_object_get_string_member_with_default (head, "file", NULL));
  self->head->modified = json_object_get_boolean_member_with_default (head, "modified", TRUE);
  self->head->n_decisions =
    (guint) CLAMP (json_object_get_int_member_with_default (head, "decisions", 0), 0, G_MAXINT32);
  at = journal.lines;
  while ((line = next_line (&journal, &at)) != NULL)
    {
      self->head->modified = TRUE;
      self->head->n_decisions++;
      json_node_unref (line);
    }
  return g_steal_pointer (&self);
}

static gint
compare_cb (gconstpointer a, gconstpointer b)
{
  const AccordJournalEntry *x = *(AccordJournalEntry *const *) a;
  const AccordJournalEntry *y = *(AccordJournalEntry *const *) b;

  return x->time != y->time ? (x->time < y->time ? 1 : -1) : g_strcmp0 (x->path, y->path);
}

/**
 * accord_journal_list:
 *
 * What is left of sessions whose process is gone. One that does not differ from its file has
 * nothing to recover, and is removed, as is what was being written when the process was killed.
 * Blocks: call it from a thread.
 *
 * Returns: (transfer full) (element-type AccordJournalEntry): the last one first
 */
GPtrArray *
accord_journal_list (void)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_journal_entry_free);
  g_autofree char *folder = accord_journal_dup_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = NULL;

  accord_save_clean (folder);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (AccordJournalEntry) entry =
        g_str_has_suffix (name, ACCORD_JOURNAL_SUFFIX) ? read_entry (path) : NULL;

      if (entry != NULL && !entry->head->modified)
        g_unlink (path);
      else if (entry != NULL)
        g_ptr_array_add (list, g_steal_pointer (&entry));
    }
  g_ptr_array_sort (list, compare_cb);
  return list;
}

/**
 * accord_journal_discard:
 * @path: of a journal
 *
 * Removes it for ever.
 */
void
accord_journal_discard (const char *path)
{
  g_unlink (path);
}

/**
 * accord_journal_entry_free:
 * @self: (transfer full) (nullable): an entry
 */
void
accord_journal_entry_free (AccordJournalEntry *self)
{
  if (self == NULL)
    return;
  g_free (self->path);
  accord_journal_head_free (self->head);
  g_free (self);
}
