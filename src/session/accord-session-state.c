/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The session as a value: its parts, their order, and the way from decisions about
 * documents by id to the review of documents by index that the engine takes. */
#include "session/accord-session-state.h"

#include <string.h>

#include "session/accord-session-state-private.h"
#include "session/accord-units-private.h"

/**
 * accord_session_state_new:
 *
 * Returns: (transfer full): a state without documents, decisions and codebook
 */
AccordSessionState *
accord_session_state_new (void)
{
  AccordSessionState *self = g_new0 (AccordSessionState, 1);

  self->version = ACCORD_SESSION_VERSION;
  self->documents = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_state_document_free);
  self->decisions = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_state_decision_unref);
  self->threshold = 300;
  self->next_document = 1;
  return self;
}

/**
 * accord_session_state_free:
 * @self: (transfer full) (nullable): a state
 */
void
accord_session_state_free (AccordSessionState *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->documents);
  g_ptr_array_unref (self->decisions);
  g_clear_pointer (&self->codebook, accord_codebook_unref);
  g_clear_pointer (&self->record, accord_record_unref);
  g_clear_pointer (&self->view, json_node_unref);
  g_clear_pointer (&self->extra, json_object_unref);
  g_free (self->engine_version);
  g_free (self->icu_version);
  g_free (self);
}

/**
 * accord_session_state_add_document:
 * @self: a state
 * @document: a document
 * @path: (nullable): of the source, relative to the session file, or its name alone
 *
 * Appends @document, shown, with the next id.
 */
void
accord_session_state_add_document (AccordSessionState *self,
                                   AccordDocument *document,
                                   const char *path)
{
  g_autofree char *id = g_strdup_printf ("d%u", self->next_document++);
  AccordStateDocument *added = accord_state_document_new (id, document);

  added->path = g_strdup (path);
  g_ptr_array_add (self->documents, added);
}

/**
 * accord_state_document_new:
 * @id: its id
 * @document: (nullable): its text, which is to be set before the state is used
 *
 * Returns: (transfer full): a document of a state, shown
 */
AccordStateDocument *
accord_state_document_new (const char *id, AccordDocument *document)
{
  AccordStateDocument *self = g_new0 (AccordStateDocument, 1);

  self->id = g_strdup (id);
  self->document = document != NULL ? accord_document_ref (document) : NULL;
  self->shown = TRUE;
  return self;
}

/**
 * accord_state_document_free:
 * @self: (transfer full) (nullable): a document of a state
 */
void
accord_state_document_free (AccordStateDocument *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_clear_pointer (&self->document, accord_document_unref);
  g_free (self->path);
  g_clear_pointer (&self->attributes, json_object_unref);
  g_clear_pointer (&self->extra, json_object_unref);
  g_free (self);
}

/**
 * accord_state_decision_new:
 *
 * Returns: (transfer full): a decision whose members are to be filled before it is shared
 */
AccordStateDecision *
accord_state_decision_new (void)
{
  return g_atomic_rc_box_new0 (AccordStateDecision);
}

/**
 * accord_state_decision_ref:
 * @self: a decision
 *
 * Returns: (transfer full): @self
 */
AccordStateDecision *
accord_state_decision_ref (AccordStateDecision *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
target_copy (const AccordStateTarget *from, AccordStateTarget *to)
{
  to->document = g_strdup (from->document);
  to->span = from->span;
  to->anchor = from->anchor;
  to->quote = g_strdup (from->quote);
  to->before = g_strdup (from->before);
  to->after = g_strdup (from->after);
}

/**
 * accord_state_decision_copy:
 * @self: a decision
 *
 * Returns: (transfer full): a copy to be changed before it is shared; it is written from its
 *   members, without what others put into @self
 */
AccordStateDecision *
accord_state_decision_copy (const AccordStateDecision *self)
{
  AccordStateDecision *copy = accord_state_decision_new ();

  copy->id = g_strdup (self->id);
  copy->kind = g_strdup (self->kind);
  copy->coder = g_strdup (self->coder);
  copy->time = g_strdup (self->time);
  target_copy (&self->target, &copy->target);
  target_copy (&self->other, &copy->other);
  copy->principle = g_strdup (self->principle);
  copy->value = self->value != NULL ? json_node_ref (self->value) : NULL;
  copy->removed = self->removed;
  copy->alternatives = self->alternatives != NULL ? json_node_ref (self->alternatives) : NULL;
  return copy;
}

static void
target_clear (AccordStateTarget *target)
{
  g_free (target->document);
  g_free (target->quote);
  g_free (target->before);
  g_free (target->after);
}

static void
decision_clear (gpointer data)
{
  AccordStateDecision *self = data;

  g_free (self->id);
  g_free (self->kind);
  g_free (self->coder);
  g_free (self->time);
  target_clear (&self->target);
  target_clear (&self->other);
  g_free (self->principle);
  g_clear_pointer (&self->value, json_node_unref);
  g_clear_pointer (&self->alternatives, json_node_unref);
  g_clear_pointer (&self->verbatim, json_node_unref);
}

/**
 * accord_state_decision_unref:
 * @self: (transfer full): a decision
 */
void
accord_state_decision_unref (AccordStateDecision *self)
{
  g_atomic_rc_box_release_full (self, decision_clear);
}

/* d2 before d10: a shorter id is an earlier one. What has no document comes last. */
static gint
compare_ids (const char *a, const char *b)
{
  gsize length_a = a != NULL ? strlen (a) : G_MAXSIZE;
  gsize length_b = b != NULL ? strlen (b) : G_MAXSIZE;

  if (length_a != length_b)
    return length_a < length_b ? -1 : 1;
  return g_strcmp0 (a, b);
}

/**
 * accord_state_decision_compare:
 * @a: a decision
 * @b: another
 *
 * The order of decisions in files: by id of the document, start, id.
 *
 * Returns: negative, 0 or positive as @a comes before, with or after @b
 */
gint
accord_state_decision_compare (const AccordStateDecision *a, const AccordStateDecision *b)
{
  gint order = compare_ids (a->target.document, b->target.document);

  if (order == 0)
    order =
      (a->target.span.start > b->target.span.start) - (a->target.span.start < b->target.span.start);
  return order != 0 ? order : g_strcmp0 (a->id, b->id);
}

/* The words before a quotation: at most ACCORD_STATE_CONTEXT characters. */
AccordSpan
accord_state_context_before (AccordText *text, AccordSpan span)
{
  guint32 character = accord_text_char_offset (text, span.start);
  guint32 first = character > ACCORD_STATE_CONTEXT ? character - ACCORD_STATE_CONTEXT : 0;

  return (AccordSpan){ accord_text_byte_offset (text, first), span.start };
}

/* The words after a quotation: at most ACCORD_STATE_CONTEXT characters. */
AccordSpan
accord_state_context_after (AccordText *text, AccordSpan span)
{
  guint32 n_chars = accord_text_get_n_chars (text);
  guint32 character = accord_text_char_offset (text, span.end);
  guint32 last =
    n_chars - character > ACCORD_STATE_CONTEXT ? character + ACCORD_STATE_CONTEXT : n_chars;

  return (AccordSpan){ span.end, accord_text_byte_offset (text, last) };
}

static gboolean
place_of (const AccordStateTarget *target, GHashTable *indices, AccordPlace *place)
{
  gpointer index = NULL;

  if (target->document == NULL || target->anchor != ACCORD_ANCHOR_FIRM ||
      !g_hash_table_lookup_extended (indices, target->document, NULL, &index))
    return FALSE;
  place->document = GPOINTER_TO_UINT (index);
  place->span = target->span;
  return TRUE;
}

static const char *
string_member (JsonNode *value, const char *name)
{
  JsonNode *member = json_object_get_member (json_node_get_object (value), name);

  return member != NULL && json_node_get_value_type (member) == G_TYPE_STRING
           ? json_node_get_string (member)
           : NULL;
}

/* Stance and actor; a change leaves what it does not name. */
static void
read_stance (JsonNode *value, AccordDecision *to)
{
  if (to->kind == ACCORD_DECISION_STANCE)
    {
      to->stance = ACCORD_N_STANCES;
      to->actor = ACCORD_N_ACTORS;
    }
  if (value == NULL)
    return;
  if (JSON_NODE_HOLDS_OBJECT (value))
    {
      accord_stance_from_name (string_member (value, "stance"), &to->stance);
      accord_actor_from_name (string_member (value, "actor"), &to->actor);
    }
  else if (json_node_get_value_type (value) == G_TYPE_STRING)
    accord_stance_from_name (json_node_get_string (value), &to->stance);
}

static gboolean
decision_of (const AccordStateDecision *from, GHashTable *indices, AccordDecision *to)
{
  *to = (AccordDecision){ .id = from->id, .principle = from->principle };
  to->stance = ACCORD_STANCE_NOTE;
  to->actor = ACCORD_ACTOR_NONE;
  to->is_link = from->other.document != NULL;
  if (from->removed || !accord_decision_kind_from_name (from->kind, &to->kind) ||
      !place_of (&from->target, indices, &to->target) ||
      (to->is_link && !place_of (&from->other, indices, &to->other)))
    return FALSE;
  read_stance (from->value, to);
  return TRUE;
}

/**
 * accord_state_decisions_review:
 * @decisions: (element-type AccordStateDecision): decisions
 * @ids: (array length=n_ids): ids of the documents that are compared, in their order
 * @n_ids: their number
 *
 * Decisions that were taken back, of unknown kinds, or about other documents are left out.
 *
 * Returns: (transfer full): what the engine needs of them
 */
AccordReview *
accord_state_decisions_review (GPtrArray *decisions, const char *const *ids, guint n_ids)
{
  g_autoptr (GHashTable) indices = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) known = g_array_new (FALSE, FALSE, sizeof (AccordDecision));

  for (guint i = 0; i < n_ids; i++)
    g_hash_table_insert (indices, (gpointer) ids[i], GUINT_TO_POINTER (i));
  for (guint i = 0; i < decisions->len; i++)
    {
      AccordDecision decision;

      if (decision_of (g_ptr_array_index (decisions, i), indices, &decision))
        g_array_append_val (known, decision);
    }
  return accord_review_new ((const AccordDecision *) (gpointer) known->data, known->len);
}

/**
 * accord_session_state_review:
 * @self: a state
 *
 * Returns: (transfer full): its decisions, with documents numbered by their order in @self
 */
AccordReview *
accord_session_state_review (const AccordSessionState *self)
{
  g_autofree const char **ids = g_new0 (const char *, self->documents->len + 1);

  for (guint i = 0; i < self->documents->len; i++)
    ids[i] = ((AccordStateDocument *) g_ptr_array_index (self->documents, i))->id;
  return accord_state_decisions_review (self->decisions, ids, self->documents->len);
}

/**
 * accord_session_state_units:
 * @self: a state
 *
 * Returns: (transfer full) (array): for each document the index of the first one of its statement,
 *   as accord_coverage_new_units() takes them
 */
guint *
accord_session_state_units (const AccordSessionState *self)
{
  g_autofree const char **ids = g_new0 (const char *, self->documents->len + 1);

  for (guint i = 0; i < self->documents->len; i++)
    ids[i] = ((AccordStateDocument *) g_ptr_array_index (self->documents, i))->id;
  return accord_units_new (self->decisions, ids, self->documents->len);
}
