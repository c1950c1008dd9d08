/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Merging sessions of several coders, and how far they agree. */
#include "session/accord-merge.h"

#include <string.h>

#include "session/accord-coders.h"

#include "session-fixture.h"

#define FIRST ((AccordSpan){ 5, 33 })
#define SECOND ((AccordSpan){ 34, 52 })

/* A session of the fixture's two texts without decisions. */
static AccordSessionState *
state_new (void)
{
  AccordSessionState *state = fixture_state ();

  g_ptr_array_set_size (state->decisions, 0);
  return state;
}

static AccordStateDecision *
decide (AccordSessionState *state,
        const char *id,
        const char *coder,
        const char *kind,
        guint document,
        AccordSpan span)
{
  AccordStateDecision *decision = fixture_decision (
    id, kind, g_ptr_array_index (state->documents, document), span, NULL, (AccordSpan){ 0, 0 });

  g_free (decision->coder);
  decision->coder = g_strdup (coder);
  if (g_str_equal (kind, "reviewed"))
    g_clear_pointer (&decision->principle, g_free);
  g_ptr_array_add (state->decisions, decision);
  return decision;
}

static AccordMerge *
merge (AccordSessionState *a, AccordSessionState *b)
{
  const AccordSessionState *states[] = { a, b };

  return accord_merge_new (states, 2);
}

static AccordConflict *
conflict_at (AccordMerge *merged, guint i)
{
  return g_ptr_array_index (merged->conflicts, i);
}

static AccordStateDecision *
decision_at (AccordMerge *merged, guint i)
{
  return g_ptr_array_index (merged->state->decisions, i);
}

/* What is merged can be written, and is read back the same. */
static void
assert_sound (AccordMerge *merged)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) bytes = accord_session_state_write (merged->state, &error);
  g_autoptr (AccordSessionState) again = NULL;
  g_autoptr (GString) bytes_again = NULL;

  g_assert_no_error (error);
  again = accord_session_state_read (bytes->str, bytes->len, &error);
  g_assert_no_error (error);
  bytes_again = accord_session_state_write (again, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (bytes_again->str, ==, bytes->str);
}

static void
test_union (void)
{
  g_autoptr (AccordSessionState) a = state_new ();
  g_autoptr (AccordSessionState) b = state_new ();
  g_autoptr (AccordMerge) merged = NULL;

  decide (a, "u1", "nora", "accept", 0, FIRST);
  decide (b, "v1", "max", "code", 0, SECOND);
  decide (b, "v2", "max", "reject", 1, (AccordSpan){ 0, 36 });
  /* The order of documents, and so their letters, is another in the second session. */
  g_ptr_array_add (b->documents, g_ptr_array_steal_index (b->documents, 0));
  merged = merge (a, b);
  g_assert_cmpuint (merged->conflicts->len, ==, 0);
  g_assert_cmpuint (merged->n_added, ==, 2);
  g_assert_cmpuint (merged->state->documents->len, ==, 2);
  g_assert_cmpuint (merged->state->decisions->len, ==, 3);
  g_assert_cmpstr (decision_at (merged, 1)->id, ==, "v1");
  g_assert_cmpstr (decision_at (merged, 1)->coder, ==, "max");
  g_assert_cmpstr (decision_at (merged, 2)->target.document, ==, "d2");
  assert_sound (merged);
}

static void
test_with_itself (void)
{
  g_autoptr (AccordSessionState) a = fixture_state ();
  g_autoptr (AccordSessionState) b = fixture_state ();
  g_autoptr (GString) before = accord_session_state_write (a, NULL);
  g_autoptr (AccordMerge) merged = merge (a, b);
  g_autoptr (GString) after = accord_session_state_write (merged->state, NULL);

  g_assert_cmpuint (merged->conflicts->len, ==, 0);
  g_assert_cmpuint (merged->n_added, ==, 0);
  g_assert_cmpstr (after->str, ==, before->str);
}

/* Ids of documents are those of a session: one that is only in the second gets a new one. */
static void
test_new_document (void)
{
  g_autoptr (AccordSessionState) a = state_new ();
  g_autoptr (AccordSessionState) b = state_new ();
  g_autoptr (AccordDocument) ours = fixture_document ("Only nora has this.", FALSE);
  g_autoptr (AccordDocument) theirs = fixture_document ("Only max was tested by this.", FALSE);
  g_autoptr (AccordMerge) merged = NULL;

  accord_session_state_add_document (a, ours, NULL);
  g_ptr_array_remove_index (b->documents, 1);
  accord_session_state_add_document (b, theirs, "t.txt");
  decide (b, "v1", "max", "code", 1, (AccordSpan){ 0, 8 });
  merged = merge (a, b);
  /* The third of one source has other words in each: which is which cannot be told. */
  g_assert_cmpuint (merged->state->documents->len, >=, 3);
  g_assert_cmpuint (merged->state->decisions->len, ==, 1);
  assert_sound (merged);
}

static void
test_conflicting_decisions (void)
{
  g_autoptr (AccordSessionState) a = state_new ();
  g_autoptr (AccordSessionState) b = state_new ();
  g_autoptr (AccordMerge) merged = NULL;
  AccordConflict *conflict = NULL;
  JsonArray *alternatives = NULL;

  decide (a, "u1", "nora", "accept", 0, FIRST);
  decide (b, "v1", "max", "reject", 0, FIRST);
  merged = merge (a, b);
  g_assert_cmpuint (merged->conflicts->len, ==, 1);
  conflict = conflict_at (merged, 0);
  g_assert_cmpint (conflict->kind, ==, ACCORD_CONFLICT_DECISION);
  g_assert_cmpstr (conflict->document, ==, "d1");
  g_assert_cmpstr (conflict->ours, ==, "nora: accept");
  g_assert_cmpstr (conflict->theirs, ==, "max: reject");
  g_assert_cmpuint (merged->state->decisions->len, ==, 1);
  g_assert_cmpstr (decision_at (merged, 0)->kind, ==, "accept");
  alternatives = json_node_get_array (decision_at (merged, 0)->alternatives);
  g_assert_cmpuint (json_array_get_length (alternatives), ==, 1);
  assert_sound (merged);

  g_assert_true (accord_merge_choose (merged, conflict));
  g_assert_cmpstr (decision_at (merged, 0)->kind, ==, "reject");
  g_assert_cmpstr (decision_at (merged, 0)->coder, ==, "max");
  assert_sound (merged);
  g_assert_true (accord_merge_choose (merged, conflict));
  g_assert_cmpstr (decision_at (merged, 0)->kind, ==, "accept");
  assert_sound (merged);
}

/* Two who say the same do not conflict, but both have said it. */
static void
test_same_decision_of_two (void)
{
  g_autoptr (AccordSessionState) a = state_new ();
  g_autoptr (AccordSessionState) b = state_new ();
  g_autoptr (AccordMerge) merged = NULL;

  decide (a, "u1", "nora", "accept", 0, FIRST);
  decide (b, "v1", "max", "accept", 0, FIRST);
  merged = merge (a, b);
  g_assert_cmpuint (merged->conflicts->len, ==, 0);
  g_assert_cmpuint (merged->state->decisions->len, ==, 1);
  g_assert_nonnull (decision_at (merged, 0)->alternatives);
}

/* A decision that both had, and that its coder changed in one copy. */
static void
test_later_word (void)
{
  g_autoptr (AccordSessionState) a = state_new ();
  g_autoptr (AccordSessionState) b = state_new ();
  g_autoptr (AccordMerge) merged = NULL;
  g_autoptr (AccordMerge) turned = NULL;
  AccordStateDecision *later = NULL;

  decide (a, "u1", "nora", "accept", 0, FIRST);
  later = decide (b, "u1", "nora", "reject", 0, FIRST);
  g_free (later->time);
  later->time = g_strdup ("2024-06-01T00:00:00Z");
  merged = merge (a, b);
  g_assert_cmpuint (merged->conflicts->len, ==, 0);
  g_assert_cmpstr (decision_at (merged, 0)->kind, ==, "reject");
  g_assert_null (decision_at (merged, 0)->alternatives);
  turned = merge (b, a);
  g_assert_cmpuint (turned->conflicts->len, ==, 0);
  g_assert_cmpstr (decision_at (turned, 0)->kind, ==, "reject");
}

static void
test_taken_back (void)
{
  g_autoptr (AccordSessionState) a = state_new ();
  g_autoptr (AccordSessionState) b = state_new ();
  g_autoptr (AccordMerge) merged = NULL;

  decide (a, "u1", "nora", "accept", 0, FIRST)->removed = TRUE;
  decide (b, "v1", "max", "reject", 0, FIRST);
  merged = merge (a, b);
  g_assert_cmpuint (merged->conflicts->len, ==, 0);
  g_assert_cmpuint (merged->state->decisions->len, ==, 1);
  g_assert_cmpstr (decision_at (merged, 0)->kind, ==, "reject");
  g_assert_false (decision_at (merged, 0)->removed);
}

static AccordDocument *
with_field (AccordDocument *document, AccordField field, const char *value)
{
  const char *fields[ACCORD_N_FIELDS] = { NULL };
  guint n = 0;
  const AccordBlock *blocks = accord_document_get_blocks (document, &n);

  memcpy (fields, accord_document_get_fields (document), sizeof fields);
  fields[field] = value;
  return accord_document_new (accord_document_get_text (document), blocks, n, fields,
                              accord_document_get_unit (document), NULL, NULL);
}

static void
replace_document (AccordSessionState *state, guint i, AccordDocument *document)
{
  AccordStateDocument *at = g_ptr_array_index (state->documents, i);

  accord_document_unref (at->document);
  at->document = document;
}

/* Of one source, told by its bytes, everything else may differ; that is listed first. */
static void
test_documents_differ (void)
{
  g_autoptr (AccordSessionState) a = state_new ();
  g_autoptr (AccordSessionState) b = state_new ();
  g_autoptr (AccordDocument) kept =
    fixture_document ("Home\nAll systems shall be tested. Nothing is hidden.\nThe end.\n", FALSE);
  g_autoptr (AccordDocument) other = fixture_document ("不得隐瞒故障。每个系统都应当测试。", FALSE);
  g_autoptr (AccordMerge) merged = NULL;

  for (guint i = 0; i < 2; i++)
    for (guint k = 0; k < 2; k++)
      {
        AccordSessionState *state = k == 0 ? a : b;
        AccordDocument *old =
          ((AccordStateDocument *) g_ptr_array_index (state->documents, i))->document;

        replace_document (state, i,
                          with_field (k == 0   ? old
                                      : i == 0 ? kept
                                               : other,
                                      ACCORD_FIELD_SHA256, i == 0 ? "aa" : "bb"));
      }
  replace_document (
    b, 0,
    with_field (((AccordStateDocument *) g_ptr_array_index (b->documents, 0))->document,
                ACCORD_FIELD_TITLE, "Another"));
  b->threshold = 500;
  decide (a, "u1", "nora", "accept", 0, FIRST);
  decide (b, "v1", "max", "reject", 0, FIRST);
  /* The words are there, elsewhere; of the others there is nothing. */
  decide (b, "v2", "max", "code", 1, (AccordSpan){ 0, 21 });
  decide (b, "v3", "max", "code", 1, (AccordSpan){ 33, 51 });
  merged = merge (a, b);
  g_assert_cmpuint (merged->state->documents->len, ==, 2);
  g_assert_cmpuint (merged->conflicts->len, ==, 6);
  g_assert_cmpint (conflict_at (merged, 0)->kind, ==, ACCORD_CONFLICT_SETTING);
  g_assert_cmpint (conflict_at (merged, 1)->kind, ==, ACCORD_CONFLICT_TEXT);
  g_assert_cmpstr (conflict_at (merged, 1)->document, ==, "d2");
  g_assert_cmpint (conflict_at (merged, 2)->kind, ==, ACCORD_CONFLICT_LEFT_OUT);
  g_assert_cmpint (conflict_at (merged, 3)->kind, ==, ACCORD_CONFLICT_FIELD);
  g_assert_cmpstr (conflict_at (merged, 3)->theirs, ==, "Another");
  g_assert_cmpint (conflict_at (merged, 4)->kind, ==, ACCORD_CONFLICT_PLACE);
  g_assert_cmpint (conflict_at (merged, 5)->kind, ==, ACCORD_CONFLICT_DECISION);
  g_assert_cmpint (merged->state->threshold, ==, 300);
  g_assert_cmpuint (merged->state->decisions->len, ==, 3);
  assert_sound (merged);
}

static void
test_codebooks_differ (void)
{
  g_autoptr (AccordSessionState) a = state_new ();
  g_autoptr (AccordSessionState) b = state_new ();
  g_autoptr (AccordCodebookBuilder) builder = accord_codebook_builder_new ("other");
  g_autoptr (AccordMerge) merged = NULL;

  accord_codebook_builder_add_theme (builder, "T9");
  accord_codebook_builder_add_principle (builder, "P9", NULL);
  accord_codebook_unref (b->codebook);
  b->codebook = accord_codebook_builder_end (builder, NULL);
  merged = merge (a, b);
  g_assert_cmpuint (merged->conflicts->len, ==, 1);
  g_assert_cmpint (conflict_at (merged, 0)->kind, ==, ACCORD_CONFLICT_CODEBOOK);
  g_assert_cmpstr (accord_codebook_get_id (merged->state->codebook), ==, "testing");
}

/* Whatever is merged can be saved; nothing that was decided is gone. */
static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int ());

  for (guint i = 0; i < 60; i++)
    {
      g_autoptr (AccordSessionState) a = fixture_random_state (random);
      g_autoptr (AccordSessionState) b = fixture_random_state (random);
      g_autoptr (AccordMerge) merged = NULL;
      guint n = 0;

      /* Who says the same at the same time is one. */
      for (guint k = 0; k < b->decisions->len; k++)
        {
          AccordStateDecision *decision = g_ptr_array_index (b->decisions, k);

          g_free (decision->coder);
          decision->coder = g_strdup_printf ("max %u", k);
        }
      merged = merge (a, b);
      assert_sound (merged);
      for (guint k = 0; k < merged->state->decisions->len; k++)
        {
          AccordStateDecision *decision = decision_at (merged, k);

          n += 1 + (decision->alternatives != NULL
                      ? json_array_get_length (json_node_get_array (decision->alternatives))
                      : 0);
        }
      g_assert_cmpuint (n, ==, a->decisions->len + b->decisions->len);
    }
}

/* nora reviewed both passages, max the first; they differ about the first. */
static void
test_coders (void)
{
  g_autoptr (AccordSessionState) a = state_new ();
  g_autoptr (AccordSessionState) b = state_new ();
  g_autoptr (AccordMerge) merged = NULL;
  g_autoptr (AccordCoders) coders = NULL;
  const char *const *names = NULL;
  const AccordDifference *differences = NULL;
  AccordAgreement overall;
  guint n = 0;

  decide (a, "u1", "nora", "accept", 0, FIRST);
  decide (a, "u2", "nora", "reviewed", 0, FIRST);
  decide (a, "u3", "nora", "reviewed", 0, SECOND);
  decide (b, "v1", "max", "reject", 0, FIRST);
  decide (b, "v2", "max", "reviewed", 0, FIRST);
  merged = merge (a, b);
  coders = accord_coders_new (merged->state);
  names = accord_coders_get_names (coders, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (names[0], ==, "max");
  g_assert_cmpstr (names[1], ==, "nora");
  g_assert_cmpuint (accord_coders_count_reviewed (coders, 0), ==, 1);
  g_assert_cmpuint (accord_coders_count_reviewed (coders, 1), ==, 2);
  overall = accord_coders_get_overall (coders);
  g_assert_cmpuint (overall.n_units, ==, 2);
  g_assert_cmpint (overall.percent, ==, 500);
  g_assert_cmpint (accord_coders_get_theme (coders, 0).percent, ==, 500);
  differences = accord_coders_get_differences (coders, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (differences[0].document, ==, 0);
  g_assert_cmpuint (differences[0].principle, ==, 0);
  g_assert_cmpint (accord_coders_get_values (coders, &differences[0])[0], ==, 0);
  g_assert_cmpint (accord_coders_get_values (coders, &differences[0])[1], ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/merge/union", test_union);
  g_test_add_func ("/merge/with-itself", test_with_itself);
  g_test_add_func ("/merge/new-document", test_new_document);
  g_test_add_func ("/merge/conflicting-decisions", test_conflicting_decisions);
  g_test_add_func ("/merge/same-decision-of-two", test_same_decision_of_two);
  g_test_add_func ("/merge/later-word", test_later_word);
  g_test_add_func ("/merge/taken-back", test_taken_back);
  g_test_add_func ("/merge/documents-differ", test_documents_differ);
  g_test_add_func ("/merge/codebooks-differ", test_codebooks_differ);
  g_test_add_func ("/merge/random", test_random);
  g_test_add_func ("/merge/coders", test_coders);
  return g_test_run ();
}
