/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Attributes and statements. An attribute stands with its document; that two documents are
 * the same statement is a decision about both, and units are what such decisions connect. */
#include "session/accord-session-groups.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "session/accord-change-private.h"
#include "session/accord-units-private.h"

static const AccordSpan WHOLE = { 0, 0 };

static const char *
lookup (JsonObject *attributes, const char *name)
{
  return attributes != NULL ? json_object_get_string_member_with_default (attributes, name, NULL)
                            : NULL;
}

/* Returns: (transfer full) (nullable): @before with one attribute set, or without it. */
static JsonObject *
with_attribute (JsonObject *before, const char *name, const char *value)
{
  JsonObject *after = json_object_new ();
  JsonObjectIter iter;
  const char *key = NULL;
  JsonNode *node = NULL;

  if (before != NULL)
    {
      json_object_iter_init (&iter, before);
      while (json_object_iter_next (&iter, &key, &node))
        json_object_set_string_member (after, key, json_node_get_string (node));
    }
  if (value != NULL)
    json_object_set_string_member (after, name, value);
  else
    json_object_remove_member (after, name);
  if (json_object_get_size (after) == 0)
    g_clear_pointer (&after, json_object_unref);
  return after;
}

static gboolean
set_one (AccordChange *change, const AccordAttribute *attribute)
{
  const char *value =
    attribute->value != NULL && attribute->value[0] != '\0' ? attribute->value : NULL;
  AccordStateDecision *decision = NULL;
  JsonObject *before = NULL;
  g_autoptr (JsonObject) after = NULL;
  guint i = 0;

  if (attribute->name == NULL || attribute->name[0] == '\0' ||
      !accord_snapshot_find (change->next, attribute->document, &i))
    return FALSE;
  before = accord_snapshot_get (change->next, i)->attributes;
  if (g_strcmp0 (lookup (before, attribute->name), value) == 0)
    return FALSE;
  after = with_attribute (before, attribute->name, value);
  accord_snapshot_set_attributes (change->next, i, after);
  decision = accord_change_new_decision (change, ACCORD_KIND_ATTRIBUTE);
  accord_target_set (&decision->target, attribute->document, WHOLE);
  accord_decision_set_named (decision, attribute->name, value);
  accord_change_put (change, decision);
  return TRUE;
}

/**
 * accord_session_set_attributes:
 * @self: a session
 * @attributes: (array length=n_attributes): what to set, such as a table that is imported
 * @n_attributes: their number
 *
 * Sets all of them in one step; of two about the same the later one counts.
 *
 * Returns: whether anything changed
 */
gboolean
accord_session_set_attributes (AccordSession *self,
                               const AccordAttribute *attributes,
                               guint n_attributes)
{
  AccordChange *change = NULL;
  const AccordAttribute *first = NULL;
  guint n = 0;

  g_return_val_if_fail (ACCORD_IS_SESSION (self) && (attributes != NULL || n_attributes == 0),
                        FALSE);

  change = accord_change_new (self);
  for (guint i = 0; i < n_attributes; i++)
    if (set_one (change, &attributes[i]) && n++ == 0)
      first = &attributes[i];
  if (n == 1)
    return accord_change_finish (
      /* Translators: the name of an attribute, and the letter of a document */
      change, g_strdup_printf (_ ("Set “%s” of %s"), first->name,
                               accord_session_document_get_letter (first->document)));
  return accord_change_finish (
    change,
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Set %u Attribute", "Set %u Attributes", n), n));
}

/**
 * accord_session_get_attribute:
 * @self: a session
 * @document: a document of it
 * @name: of an attribute
 *
 * Returns: (transfer none) (nullable): its value; NULL where it has none
 */
const char *
accord_session_get_attribute (AccordSession *self,
                              AccordSessionDocument *document,
                              const char *name)
{
  guint i = 0;

  g_return_val_if_fail (ACCORD_IS_SESSION (self) && name != NULL, NULL);

  return accord_snapshot_find (self->now, document, &i)
           ? lookup (accord_snapshot_get (self->now, i)->attributes, name)
           : NULL;
}

static gint
compare_strings_cb (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * accord_session_dup_attribute_names:
 * @self: a session
 *
 * Returns: (transfer full): the names of all attributes of all documents, sorted
 */
GStrv
accord_session_dup_attribute_names (AccordSession *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; i < self->now->entries->len; i++)
    {
      JsonObject *attributes = accord_snapshot_get (self->now, i)->attributes;
      g_autoptr (GList) keys = attributes != NULL ? json_object_get_members (attributes) : NULL;

      for (GList *key = keys; key != NULL; key = key->next)
        if (g_hash_table_add (seen, key->data))
          g_ptr_array_add (names, g_strdup (key->data));
    }
  g_ptr_array_sort (names, compare_strings_cb);
  g_ptr_array_add (names, NULL);
  return (GStrv) g_ptr_array_free (names, FALSE);
}

/**
 * accord_session_group_coverage:
 * @self: a session
 * @name: of an attribute
 * @values: (out) (transfer full): for each unit of the coverage the value; "" for documents without
 *
 * Documents with the same value are one unit. Cost: that of a coverage.
 *
 * Returns: (transfer full) (nullable): the coverage of the last findings; NULL where there are
 * none, and @values is then empty
 */
AccordCoverage *
accord_session_group_coverage (AccordSession *self, const char *name, GStrv *values)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *names = g_ptr_array_new ();
  guint n = self->compared != NULL ? self->compared->len : 0;
  g_autofree guint *units = g_new0 (guint, n + 1);
  g_autofree gboolean *shown = g_new0 (gboolean, n + 1);

  for (guint i = 0; i < n; i++)
    {
      AccordSessionDocument *document = g_ptr_array_index (self->compared, i);
      const char *value = accord_session_get_attribute (self, document, name);
      gpointer number = NULL;

      value = value != NULL ? value : "";
      if (!g_hash_table_lookup_extended (numbers, value, NULL, &number))
        {
          number = GUINT_TO_POINTER (names->len);
          g_ptr_array_add (names, g_strdup (value));
          g_hash_table_insert (numbers, g_ptr_array_index (names, names->len - 1), number);
        }
      units[i] = GPOINTER_TO_UINT (number);
      shown[i] = accord_session_document_get_shown (document);
    }
  g_ptr_array_add (names, NULL);
  *values = (GStrv) g_ptr_array_free (names, FALSE);
  return self->findings != NULL
           ? accord_coverage_new_units (self->findings, shown, self->least_score, units)
           : NULL;
}

/* What stands for @a and @b both. */
static guint
root_of (const guint *parents, guint i)
{
  while (parents[i] != i)
    i = parents[i];
  return i;
}

/**
 * accord_units_new:
 * @decisions: (element-type AccordStateDecision): of a session
 * @ids: (array length=n_ids): ids of documents
 * @n_ids: their number
 *
 * Returns: (transfer full) (array length=n_ids): for each the index of the first document of its
 *   statement
 */
guint *
accord_units_new (GPtrArray *decisions, const char *const *ids, guint n_ids)
{
  guint *parents = g_new (guint, n_ids + 1);

  for (guint i = 0; i < n_ids; i++)
    parents[i] = i;
  for (guint k = 0; k < decisions->len; k++)
    {
      const AccordStateDecision *decision = g_ptr_array_index (decisions, k);
      guint a = n_ids, b = n_ids;

      if (decision->removed || g_strcmp0 (decision->kind, "statement") != 0)
        continue;
      for (guint i = 0; i < n_ids; i++)
        {
          a = g_strcmp0 (ids[i], decision->target.document) == 0 ? root_of (parents, i) : a;
          b = g_strcmp0 (ids[i], decision->other.document) == 0 ? root_of (parents, i) : b;
        }
      if (a < n_ids && b < n_ids)
        parents[MAX (a, b)] = MIN (a, b);
    }
  for (guint i = 0; i < n_ids; i++)
    parents[i] = root_of (parents, i);
  return parents;
}

static guint *
units_of_now (AccordSession *self)
{
  g_autofree const char **ids = g_new0 (const char *, self->now->entries->len + 1);

  for (guint i = 0; i < self->now->entries->len; i++)
    ids[i] = accord_session_document_get_id (accord_snapshot_get (self->now, i)->object);
  return accord_units_new (self->now->decisions, ids, self->now->entries->len);
}

/**
 * accord_session_join_statement:
 * @self: a session
 * @documents: (array length=n_documents): documents of it, at least two
 * @n_documents: their number
 *
 * Says that they, and what was joined to them before, state together one statement: in coverage
 * they are one unit. One step.
 *
 * Returns: whether anything changed
 */
gboolean
accord_session_join_statement (AccordSession *self,
                               AccordSessionDocument *const *documents,
                               guint n_documents)
{
  AccordChange *change = NULL;
  g_autoptr (GString) letters = g_string_new (NULL);
  g_autofree guint *units = NULL;
  guint first = 0, i = 0;

  g_return_val_if_fail (ACCORD_IS_SESSION (self) && (documents != NULL || n_documents == 0), FALSE);

  units = units_of_now (self);
  change = accord_change_new (self);
  for (guint k = 0; k < n_documents; k++)
    {
      AccordStateDecision *decision = NULL;

      if (!accord_snapshot_find (self->now, documents[k], &i))
        continue;
      g_string_append_printf (letters, "%s%s", letters->len > 0 ? " = " : "",
                              accord_session_document_get_letter (documents[k]));
      if (k == 0)
        first = i;
      if (k == 0 || units[i] == units[first])
        continue;
      decision = accord_change_new_decision (change, ACCORD_KIND_STATEMENT);
      accord_target_set (&decision->target, documents[0], WHOLE);
      accord_target_set (&decision->other, documents[k], WHOLE);
      accord_change_put (change, decision);
    }
  /* Translators: letters of documents, such as "A = C" */
  return accord_change_finish (change, g_strdup_printf (_ ("Same Statement: %s"), letters->str));
}

/**
 * accord_session_leave_statement:
 * @self: a session
 * @document: a document of it
 *
 * Makes it a statement of its own again; what it was joined with stays joined.
 *
 * Returns: whether anything changed
 */
gboolean
accord_session_leave_statement (AccordSession *self, AccordSessionDocument *document)
{
  const char *id = NULL;
  AccordChange *change = NULL;
  AccordSessionDocument *rest = NULL;
  guint i = 0;

  g_return_val_if_fail (ACCORD_IS_SESSION (self), FALSE);

  if (!accord_snapshot_find (self->now, document, &i))
    return FALSE;
  id = accord_session_document_get_id (document);
  change = accord_change_new (self);
  for (guint k = 0; k < self->now->decisions->len; k++)
    {
      AccordStateDecision *decision = g_ptr_array_index (self->now->decisions, k);
      gboolean is_target = g_strcmp0 (decision->target.document, id) == 0;
      AccordSessionDocument *other = NULL;

      if (decision->removed || g_strcmp0 (decision->kind, "statement") != 0 ||
          (!is_target && g_strcmp0 (decision->other.document, id) != 0))
        continue;
      other = accord_session_find_document (self, is_target ? decision->other.document
                                                            : decision->target.document);
      accord_change_remove (change, decision);
      if (rest != NULL && other != NULL)
        {
          AccordStateDecision *bridge = accord_change_new_decision (change, ACCORD_KIND_STATEMENT);

          accord_target_set (&bridge->target, rest, WHOLE);
          accord_target_set (&bridge->other, other, WHOLE);
          accord_change_put (change, bridge);
        }
      rest = other != NULL ? other : rest;
    }
  return accord_change_finish (change,
                               g_strdup_printf (_ ("A Statement of Its Own: %s"),
                                                accord_session_document_get_letter (document)));
}

/**
 * accord_session_get_statement:
 * @self: a session
 * @document: a document of it
 *
 * Returns: the place in the list of the first document of its statement; its own place where it is
 *   one of its own
 */
guint
accord_session_get_statement (AccordSession *self, AccordSessionDocument *document)
{
  g_autofree guint *units = units_of_now (self);
  guint i = 0;

  g_return_val_if_fail (accord_snapshot_find (self->now, document, &i), 0);

  return units[i];
}
