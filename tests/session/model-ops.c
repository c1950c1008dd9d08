/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Operations on findings, places and the session as a whole. What is chosen at random is
 * chosen once, and done to both. */
#include <json-glib/json-glib.h>
#include <string.h>

#include "documents/accord-codebook-file.h"
#include "session/accord-session-decide.h"
#include "session/accord-session-groups.h"
#include "session/accord-session-notes.h"
#include "session/accord-session-settings.h"

#include "model-runner.h"
#include "session-helpers.h"

static const char *const TEXTS[] = {
  "Operators must protect privacy. They shall test every system. Records are public.\n"
  "Transparency is a duty of all agencies. Fish swim in the river.\n",
  "Agencies protect the privacy of people. Every system shall be tested.\nHome\n"
  "We commit to transparency. Rivers are long. Clouds pass.\n",
  "各机构应当保护个人隐私。每个系统都应当经过测试。\n记录应当公开透明。鱼在河里游。\n",
};

#define MOST_DOCUMENTS 4u

static ModelDocument *
pick_document (Runner *self, AccordSessionDocument **object)
{
  guint i = runner_pick (self, self->model->documents->len);

  *object = document_at (self->session, i);
  return self->model->documents->pdata[i];
}

/* Some characters of a text, at least one. */
static AccordSelection
pick_place (Runner *self, ModelDocument **document)
{
  AccordSelection place = { NULL, { 0, 0 } };
  AccordText *text = NULL;
  guint n = 0, start = 0, end = 0;

  *document = pick_document (self, &place.document);
  text = accord_document_get_text (accord_session_document_get_document (place.document));
  n = accord_text_get_n_chars (text);
  g_assert_cmpstr (accord_text_get_data (text), ==, (*document)->text->str);
  start = runner_pick (self, n);
  end = start + 1 + runner_pick (self, 30);
  end = MIN (end, n);
  place.span.start = accord_text_byte_offset (text, start);
  place.span.end = accord_text_byte_offset (text, end);
  return place;
}

static const char *
principle_id (Runner *self, guint principle)
{
  guint n = 0;

  return accord_codebook_get_principles (accord_session_get_codebook (self->session), &n)[principle]
    .id;
}

/* Two records about one thing come of places that an edit made the same; which of them is meant
 * then is not said anywhere. */
static gboolean
is_clear (Runner *self, const ModelRecord *record)
{
  g_autoptr (GPtrArray) hidden = g_ptr_array_new ();
  ModelRecord *first = model_same (self->model, record);
  guint i = 0;
  gboolean clear = TRUE;

  if (first == NULL || !g_ptr_array_find (self->model->records, first, &i))
    return TRUE;
  g_ptr_array_steal_index (self->model->records, i);
  clear = model_same (self->model, record) == NULL;
  g_ptr_array_insert (self->model->records, (gint) i, first);
  return clear;
}

gboolean
op_add_document (Runner *self)
{
  g_autofree char *id = NULL;
  guint i = runner_pick (self, G_N_ELEMENTS (TEXTS));

  if (self->model->documents->len >= MOST_DOCUMENTS)
    return FALSE;
  id = g_strdup_printf ("d%u", self->next_document++);
  accord_session_add_text (self->session, TEXTS[i], id);
  wait_idle (self->session);
  model_add_document (self->model, id,
                      accord_session_document_get_document (
                        document_at (self->session, self->model->documents->len)));
  return TRUE;
}

gboolean
op_remove_document (Runner *self)
{
  AccordSessionDocument *object = NULL;

  if (!runner_ready (self) || runner_pick (self, 3) > 0)
    return FALSE;
  model_remove_document (self->model, pick_document (self, &object)->id);
  accord_session_remove_document (self->session, object);
  return TRUE;
}

gboolean
op_move_document (Runner *self)
{
  guint n = self->model->documents->len, from = 0, to = 0;

  if (n < 2)
    return FALSE;
  from = runner_pick (self, n);
  to = runner_pick (self, n);
  accord_session_move_document (self->session, document_at (self->session, from), to);
  g_ptr_array_insert (self->model->documents, (gint) to,
                      g_ptr_array_steal_index (self->model->documents, from));
  return from != to;
}

gboolean
op_show (Runner *self)
{
  AccordSessionDocument *object = NULL;
  ModelDocument *document = NULL;

  if (self->model->documents->len == 0)
    return FALSE;
  document = pick_document (self, &object);
  document->shown = !document->shown;
  accord_session_set_shown (self->session, object, document->shown);
  return TRUE;
}

gboolean
op_code (Runner *self)
{
  AccordStance stance = runner_pick (self, ACCORD_N_STANCES);
  AccordActor actor = runner_pick (self, ACCORD_N_ACTORS);
  guint principle = runner_pick (self, 5);
  ModelDocument *document = NULL;
  ModelRecord *record = NULL;
  AccordSelection place;
  g_autofree char *value = g_strdup_printf ("{\"actor\":\"%s\",\"stance\":\"%s\"}",
                                            accord_actor_name (actor), accord_stance_name (stance));
  gboolean changes = FALSE;

  if (!runner_ready (self))
    return FALSE;
  place = pick_place (self, &document);
  record = model_record_new ("code", self->coder, value);
  model_place (&record->target, document->id, place.span);
  record->principle = g_strdup (principle_id (self, principle));
  if (!is_clear (self, record))
    {
      model_record_free (record);
      return FALSE;
    }
  changes = model_put (self->model, record);
  g_assert_cmpint (accord_session_code (self->session, &place, 1, principle, stance, actor), ==,
                   changes);
  return changes;
}

gboolean
op_pair (Runner *self)
{
  ModelDocument *a = NULL, *b = NULL;
  ModelRecord *record = NULL;
  AccordSelection from, to;
  gboolean changes = FALSE;

  if (!runner_ready (self))
    return FALSE;
  from = pick_place (self, &a);
  to = pick_place (self, &b);
  if (a == b)
    {
      g_assert_false (accord_session_pair (self->session, &from, &to));
      return FALSE;
    }
  record = model_record_new ("pair", self->coder, NULL);
  model_place (&record->target, a->id, from.span);
  model_place (&record->other, b->id, to.span);
  changes = is_clear (self, record) && model_put (self->model, record);
  if (changes)
    g_assert_true (accord_session_pair (self->session, &from, &to));
  return changes;
}

static const char *
compared_id (Runner *self, guint document)
{
  return accord_session_document_get_id (accord_session_get_compared (self->session, document));
}

/* The record that decision @index of the findings tells of. */
static ModelRecord *
record_of (Runner *self, guint index)
{
  guint n = 0;
  const AccordDecision *decision =
    accord_review_get_decisions (
      accord_findings_get_review (accord_session_get_findings (self->session)), &n) +
    index;
  g_autoptr (ModelRecord) key = NULL;

  if (index == ACCORD_NONE)
    return NULL;
  key = model_record_new (accord_decision_kind_name (decision->kind), "", NULL);
  model_place (&key->target, compared_id (self, decision->target.document), decision->target.span);
  if (decision->is_link)
    model_place (&key->other, compared_id (self, decision->other.document), decision->other.span);
  key->principle = g_strdup (decision->principle);
  return is_clear (self, key) ? model_same (self->model, key) : NULL;
}

static void
drop (Runner *self, ModelRecord *record)
{
  if (record != NULL)
    g_ptr_array_remove (self->model->records, record);
}

/* The machine's codings that can be told apart, of which one is picked. */
static guint
pick_coding (Runner *self, const AccordCodingFinding **coding, ModelRecord **key)
{
  guint n = 0, i = 0;
  const AccordCodingFinding *all = NULL;

  *key = NULL;
  runner_settle (self);
  if (self->model->documents->len == 0)
    return ACCORD_NONE;
  all = accord_findings_get_codings (accord_session_get_findings (self->session), &n);
  if (n == 0)
    return ACCORD_NONE;
  i = runner_pick (self, n);
  *coding = &all[i];
  *key = model_record_new ("accept", self->coder, NULL);
  model_place (&(*key)->target, compared_id (self, all[i].document), all[i].span);
  (*key)->principle = g_strdup (principle_id (self, all[i].principle));
  if (all[i].status != ACCORD_STATUS_ANALYST && is_clear (self, *key) &&
      (all[i].decision == ACCORD_NONE || record_of (self, all[i].decision) != NULL) &&
      (all[i].change == ACCORD_NONE || record_of (self, all[i].change) != NULL))
    return i;
  g_clear_pointer (key, model_record_free);
  return ACCORD_NONE;
}

/* Takes @key, whose kind is the judgement. */
static gboolean
judge (Runner *self, ModelRecord *key, guint decision)
{
  ModelRecord *before = record_of (self, decision);
  ModelRecord *same = model_same (self->model, key);

  if (before == NULL)
    before = same;
  if (before != NULL && g_str_equal (before->kind, key->kind))
    {
      model_record_free (key);
      return FALSE;
    }
  drop (self, before);
  if (same != before)
    drop (self, same);
  g_ptr_array_add (self->model->records, key);
  return TRUE;
}

gboolean
op_judge (Runner *self)
{
  AccordDecisionKind kind =
    runner_pick (self, 2) == 0 ? ACCORD_DECISION_ACCEPT : ACCORD_DECISION_REJECT;
  const AccordCodingFinding *coding = NULL;
  ModelRecord *key = NULL;
  guint i = pick_coding (self, &coding, &key);
  gboolean changes = FALSE;

  if (key == NULL)
    return FALSE;
  g_free (key->kind);
  key->kind = g_strdup (accord_decision_kind_name (kind));
  changes = judge (self, key, coding->decision);
  accord_session_decide_coding (self->session, i, kind);
  return changes;
}

/* Puts @key (transfer full) unless something is decided about it. */
static gboolean
put_new (Runner *self, ModelRecord *key)
{
  if (model_same (self->model, key) != NULL)
    {
      model_record_free (key);
      return FALSE;
    }
  g_ptr_array_add (self->model->records, key);
  return TRUE;
}

static AccordSpan
span_of (Runner *self, AccordEnd end)
{
  guint n = 0;

  return accord_document_get_passages (accord_session_document_get_document (
                                         accord_session_get_compared (self->session, end.document)),
                                       &n)[end.passage]
    .span;
}

static void
reject_codings (Runner *self, GArray *chosen)
{
  guint n = 0;
  const AccordCodingFinding *all =
    accord_findings_get_codings (accord_session_get_findings (self->session), &n);

  for (guint i = 0; i < n && chosen->len < 4; i++)
    {
      ModelRecord *key = model_record_new ("reject", self->coder, NULL);

      model_place (&key->target, compared_id (self, all[i].document), all[i].span);
      key->principle = g_strdup (principle_id (self, all[i].principle));
      if (all[i].status != ACCORD_STATUS_MACHINE)
        model_record_free (key);
      else if (put_new (self, key))
        g_array_append_val (chosen, i);
    }
}

/* Several codings and a link that nobody judged, in one step. */
gboolean
op_judge_many (Runner *self)
{
  g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n = 0, link = 0;
  const AccordLinkFinding *links = NULL;
  ModelRecord *key = NULL;

  runner_settle (self);
  if (self->model->documents->len == 0)
    return FALSE;
  links = accord_findings_get_links (accord_session_get_findings (self->session), &n);
  reject_codings (self, chosen);
  while (link < n && links[link].status != ACCORD_STATUS_MACHINE)
    link++;
  if (link < n)
    {
      key = model_record_new ("reject", self->coder, NULL);
      model_place (&key->target, compared_id (self, links[link].a.document),
                   span_of (self, links[link].a));
      model_place (&key->other, compared_id (self, links[link].b.document),
                   span_of (self, links[link].b));
      if (!put_new (self, key))
        link = n;
    }
  accord_session_decide_findings (self->session, (const guint *) (gpointer) chosen->data,
                                  chosen->len, &link, link < n, ACCORD_DECISION_REJECT);
  return chosen->len > 0 || link < n;
}

gboolean
op_restore (Runner *self)
{
  const AccordCodingFinding *coding = NULL;
  ModelRecord *key = NULL, *before = NULL, *change = NULL;
  guint i = pick_coding (self, &coding, &key);

  if (key == NULL)
    return FALSE;
  before = record_of (self, coding->decision);
  if (before == NULL)
    before = model_same (self->model, key);
  change = record_of (self, coding->change);
  drop (self, before);
  drop (self, change);
  model_record_free (key);
  accord_session_restore_coding (self->session, i);
  return before != NULL || change != NULL;
}

gboolean
op_stance (Runner *self)
{
  AccordStance stance = runner_pick (self, ACCORD_N_STANCES);
  AccordActor actor = runner_pick (self, ACCORD_N_ACTORS);
  const AccordCodingFinding *coding = NULL;
  ModelRecord *key = NULL;
  guint i = pick_coding (self, &coding, &key);
  gboolean changes = FALSE;

  if (key == NULL)
    return FALSE;
  g_free (key->kind);
  key->kind = g_strdup ("stance");
  key->value = g_strdup_printf ("{\"actor\":\"%s\",\"stance\":\"%s\"}", accord_actor_name (actor),
                                accord_stance_name (stance));
  changes = (stance != coding->stance || actor != coding->actor) && is_clear (self, key);
  if (changes)
    {
      ModelRecord *change = record_of (self, coding->change);

      drop (self, change);
      drop (self, model_same (self->model, key));
      g_ptr_array_add (self->model->records, key);
      g_assert_true (accord_session_set_stance (self->session, &i, 1, stance, actor));
    }
  else
    model_record_free (key);
  return changes;
}

gboolean
op_note (Runner *self)
{
  static const char *const NOTES[] = { "vague", "but see ¶9", "两可", NULL };
  const char *text = NOTES[runner_pick (self, G_N_ELEMENTS (NOTES))];
  g_autoptr (JsonNode) node = json_node_init_string (json_node_alloc (), text);
  g_autofree char *value = text != NULL ? json_to_string (node, FALSE) : NULL;
  ModelDocument *document = NULL;
  ModelRecord *record = model_record_new ("note", self->coder, value);
  ModelRecord *before = NULL;
  AccordSelection place = { NULL };
  guint target = runner_pick (self, 3), principle = runner_pick (self, 4);
  gboolean changes = FALSE, done = FALSE;

  if (!runner_ready (self))
    target = 2;
  if (target < 2)
    place = pick_place (self, &document);
  if (target == 0)
    place.span = (AccordSpan){ 0, 0 };
  if (target < 2)
    model_place (&record->target, document->id, place.span);
  else
    record->principle = g_strdup (principle_id (self, principle));
  before = model_same (self->model, record);
  if (!is_clear (self, record) || (text == NULL && before == NULL))
    {
      model_record_free (record);
      return FALSE;
    }
  changes = text == NULL || before == NULL || !g_str_equal (before->value, value);
  if (changes)
    drop (self, before);
  if (changes && text != NULL)
    g_ptr_array_add (self->model->records, record);
  else
    model_record_free (record);
  done = target == 0   ? accord_session_note_document (self->session, place.document, text)
         : target == 1 ? accord_session_note_place (self->session, &place, text)
                       : accord_session_note_principle (self->session, principle, text);
  g_assert_cmpint (done, ==, changes);
  return changes;
}

gboolean
op_remove_note (Runner *self)
{
  g_autoptr (GArray) notes = accord_session_list_notes (self->session);
  const AccordNote *note = NULL;
  ModelRecord *key = NULL;
  gboolean clear = FALSE;

  if (notes->len == 0)
    return FALSE;
  note = &g_array_index (notes, AccordNote, runner_pick (self, notes->len));
  key = model_record_new ("note", "", NULL);
  key->principle = g_strdup (note->principle);
  if (note->target.document != NULL)
    model_place (&key->target, accord_session_document_get_id (note->target.document),
                 note->target.span);
  clear = is_clear (self, key);
  g_assert_nonnull (model_same (self->model, key));
  if (clear)
    {
      drop (self, model_same (self->model, key));
      g_assert_true (accord_session_remove_decision (self->session, note->id));
    }
  model_record_free (key);
  return clear;
}

gboolean
op_review (Runner *self)
{
  gboolean reviewed = runner_pick (self, 3) > 0, changes = FALSE;
  ModelDocument *document = NULL;
  ModelRecord *record = model_record_new ("reviewed", self->coder, NULL);
  AccordSelection place;

  if (!runner_ready (self))
    {
      model_record_free (record);
      return FALSE;
    }
  place = pick_place (self, &document);
  model_place (&record->target, document->id, place.span);
  if (!is_clear (self, record))
    {
      model_record_free (record);
      return FALSE;
    }
  changes = reviewed != (model_same (self->model, record) != NULL);
  g_assert_cmpint (accord_session_is_reviewed (self->session, &place), ==,
                   model_same (self->model, record) != NULL);
  drop (self, changes && !reviewed ? model_same (self->model, record) : NULL);
  if (changes && reviewed)
    g_ptr_array_add (self->model->records, record);
  else
    model_record_free (record);
  g_assert_cmpint (accord_session_set_reviewed (self->session, &place, 1, reviewed), ==, changes);
  return changes;
}
