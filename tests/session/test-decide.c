/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every kind of decision: what it changes, how its step is called, that it is undone and made
 * again, and that the file keeps it. */
#include <glib/gstdio.h>

#include "documents/accord-codebook-file.h"
#include "session/accord-session-decide.h"
#include "session/accord-session-groups.h"
#include "session/accord-session-notes.h"
#include "session/accord-session-settings.h"
#include "session/accord-session-state.h"
#include "session/accord-session-texts.h"

#include "session-helpers.h"

typedef gboolean (*Change) (AccordSession *session);

static AccordSession *
session_of_samples (void)
{
  AccordSession *session = accord_session_new ();

  g_object_set (session, "coder", "nora", NULL);
  add_named (session, "01-northern-rivers.en.txt", "02-bay-cities.zh.txt", NULL);
  wait_idle (session);
  return session;
}

/* The n-th passage of the i-th document. */
static AccordSelection
passage_at (AccordSession *session, guint i, guint passage)
{
  AccordSessionDocument *document = document_at (session, i);
  guint n = 0;
  const AccordPassage *passages =
    accord_document_get_passages (accord_session_document_get_document (document), &n);

  g_assert_cmpuint (passage, <, n);
  return (AccordSelection){ document, passages[passage].span };
}

static const AccordCodingFinding *
codings (AccordSession *session, guint *n)
{
  return accord_findings_get_codings (accord_session_get_findings (session), n);
}

/* The first coding with @status from @from on. */
static guint
find_status (AccordSession *session, AccordStatus status, guint from)
{
  guint n = 0;
  const AccordCodingFinding *all = codings (session, &n);

  for (guint i = from; i < n; i++)
    if (all[i].status == status)
      return i;
  return ACCORD_NONE;
}

static gboolean
code_two (AccordSession *session)
{
  AccordSelection places[] = { passage_at (session, 0, 1), passage_at (session, 1, 1) };

  places[0].span.end = passage_at (session, 0, 2).span.end;
  places[1].span.end = places[1].span.start + 3;
  return accord_session_code (session, places, 2, 7, ACCORD_STANCE_COMMIT, ACCORD_ACTOR_STATE);
}

static gboolean
change_stance (AccordSession *session)
{
  guint first = find_status (session, ACCORD_STATUS_MACHINE, 0);

  return accord_session_set_stance (session, &first, 1, ACCORD_STANCE_OPPOSE, ACCORD_ACTOR_COMPANY);
}

static gboolean
pair (AccordSession *session)
{
  AccordSelection a = passage_at (session, 0, 0), b = passage_at (session, 1, 3);

  return accord_session_pair (session, &b, &a);
}

static gboolean
reject_many (AccordSession *session)
{
  guint all[] = { 0, 1, 2, 3 }, links[] = { 0, 1 };

  accord_session_decide_findings (session, all, 4, links, 2, ACCORD_DECISION_REJECT);
  return TRUE;
}

static gboolean
note_document (AccordSession *session)
{
  return accord_session_note_document (session, document_at (session, 1), "a translation");
}

static gboolean
note_place (AccordSession *session)
{
  AccordSelection place = passage_at (session, 0, 2);

  return accord_session_note_place (session, &place, "“vague”\nbut see ¶9");
}

static gboolean
note_principle (AccordSession *session)
{
  return accord_session_note_principle (session, 3, "too wide");
}

static gboolean
note_link (AccordSession *session)
{
  return accord_session_note_link (session, 0, "compare");
}

static gboolean
review (AccordSession *session)
{
  AccordSelection places[] = { passage_at (session, 0, 0), passage_at (session, 0, 1) };

  return accord_session_set_reviewed (session, places, 2, TRUE);
}

static AccordDocument *
text_of (AccordSession *session, guint i)
{
  return accord_session_document_get_document (document_at (session, i));
}

/* The first passage of a paragraph that has @least of them. */
static guint
find_run (AccordSession *session, guint document, guint least)
{
  guint n = 0;
  const AccordParagraph *paragraphs =
    accord_document_get_paragraphs (text_of (session, document), &n);

  for (guint i = 0; i < n; i++)
    if (paragraphs[i].n_passages >= least)
      return paragraphs[i].first_passage;
  g_assert_not_reached ();
}

static gboolean
join (AccordSession *session)
{
  guint first = find_run (session, 0, 2);
  AccordSelection place = passage_at (session, 0, first);

  place.span.end = passage_at (session, 0, first + 1).span.end;
  return accord_session_join_passages (session, &place);
}

static gboolean
split (AccordSession *session)
{
  AccordSelection place = passage_at (session, 0, find_run (session, 0, 1));
  const char *data = accord_document_get_data (text_of (session, 0));
  const char *space = strchr (data + place.span.start, ' ');

  g_assert_true (space != NULL && space < data + place.span.end);
  return accord_session_split_passage (session, place.document, (guint32) (space + 1 - data));
}

static gboolean
edit (AccordSession *session)
{
  AccordSelection place = passage_at (session, 0, find_run (session, 0, 2));

  place.span.end = place.span.start + 1;
  return accord_session_edit_text (session, &place, "Éa\nb");
}

static gboolean
correct_title (AccordSession *session)
{
  return accord_session_set_field (session, document_at (session, 1), ACCORD_FIELD_TITLE, "Bays");
}

static gboolean
correct_language (AccordSession *session)
{
  return accord_session_set_field (session, document_at (session, 0), ACCORD_FIELD_LANGUAGE,
                                   "en-GB");
}

static gboolean
set_attributes (AccordSession *session)
{
  const AccordAttribute attributes[] = { { document_at (session, 0), "bloc", "north" },
                                         { document_at (session, 1), "bloc", "east" },
                                         { document_at (session, 1), "year", "2025" } };

  return accord_session_set_attributes (session, attributes, 3);
}

static gboolean
same_statement (AccordSession *session)
{
  AccordSessionDocument *const both[] = { document_at (session, 0), document_at (session, 1) };

  return accord_session_join_statement (session, both, 2);
}

static gboolean
use_codebook (AccordSession *session)
{
  g_autoptr (AccordCodebook) codebook = accord_codebook_load ("sustainable-development", NULL);

  return accord_session_set_codebook (session, codebook, NULL);
}

static gboolean
set_threshold (AccordSession *session)
{
  accord_session_set_threshold (session, 440);
  return TRUE;
}

static gboolean
leave_out (AccordSession *session)
{
  guint n = 0;
  const AccordParagraph *paragraphs = accord_document_get_paragraphs (text_of (session, 0), &n);

  accord_session_set_block_kept (session, document_at (session, 0), paragraphs[1].block, FALSE);
  return TRUE;
}

/* A file of the session; what is written is also what is read. */
static char *
dup_file (AccordSession *session)
{
  g_autofree char *folder = g_dir_make_tmp ("accord-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.accord", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (AccordSessionState) state = NULL;
  g_autoptr (GString) again = NULL;
  g_autofree char *contents = NULL;
  gsize length = 0;

  g_assert_true (save_to (session, file, NULL));
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  state = accord_session_state_read (contents, length, NULL);
  g_assert_nonnull (state);
  again = accord_session_state_write (state, NULL);
  g_assert_cmpstr (again->str, ==, contents);
  g_assert_cmpint (g_unlink (path), ==, 0);
  return g_steal_pointer (&contents);
}

static void
test_every_kind (void)
{
  static const struct
  {
    Change change;
    const char *name;
    const char *written;
  } CASES[] = {
    { code_two, "Code A ¶", "\"actor\": \"state\", \"stance\": \"commit\"" },
    { change_stance, "Change Stance of A ¶", "\"stance\": \"oppose\"" },
    { pair, "Pair B ¶", "\"kind\": \"pair\"" },
    { reject_many, "Reject 6 Findings", "\"kind\": \"reject\"" },
    { note_document, "Write Note on B", "a translation" },
    { note_place, "Write Note on A ¶", "“vague”\\nbut see ¶9" },
    { note_principle, "Write Note on ", "too wide" },
    { note_link, "Write Note on A ¶", "compare" },
    { review, "Mark 2 Passages as Reviewed", "\"kind\": \"reviewed\"" },
    { join, "Join 2 Passages of A ¶", "\"kind\": \"join\"" },
    { split, "Split a Passage of A ¶", "\"kind\": \"split\"" },
    { edit, "Correct the Text of A ¶", "\"quote\": \"Éa b\"" },
    { correct_title, "Correct Title of B", "{\"name\": \"title\", \"value\": \"Bays\"}" },
    { correct_language, "Correct Language of A", "\"value\": \"en-GB\"" },
    { set_attributes, "Set 3 Attributes", "{\"name\": \"bloc\", \"value\": \"east\"}" },
    { same_statement, "Same Statement: A = B", "\"kind\": \"statement\"" },
    { use_codebook, "Use the Codebook “", "\"id\": \"sustainable-development\"" },
    { set_threshold, "Set the Threshold to 440", "{\"name\": \"threshold\", \"value\": 440}" },
    { leave_out, "Leave Out a Part of A", "\"kind\": \"keep\"" },
  };
  AccordSession *session = session_of_samples ();
  g_autofree char *before = dup_file (session);

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree char *after = NULL, *undone = NULL, *redone = NULL;

      g_test_message ("%s", CASES[i].name);
      g_assert_true (CASES[i].change (session));
      g_assert_true (g_str_has_prefix (undo_name (session), CASES[i].name));
      wait_idle (session);
      after = dup_file (session);
      g_assert_nonnull (strstr (after, CASES[i].written));
      g_assert_nonnull (strstr (after, "\"coder\": \"nora\""));
      g_assert_true (accord_session_undo (session));
      wait_idle (session);
      undone = dup_file (session);
      g_assert_cmpstr (undone, ==, before);
      g_assert_true (accord_session_redo (session));
      wait_idle (session);
      redone = dup_file (session);
      g_assert_cmpstr (redone, ==, after);
      g_assert_true (accord_session_undo (session));
      wait_idle (session);
    }
  g_assert_finalize_object (session);
}

/* One gesture about thousands of places is one step; the same place is coded once. */
static void
test_many_at_once (void)
{
  AccordSession *session = session_of_samples ();
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (AccordSelection));
  AccordSelection place = passage_at (session, 0, 2);
  AccordText *text = accord_document_get_text (text_of (session, 0));
  guint n = 0, n_before = 0;

  codings (session, &n_before);
  for (guint32 start = 0; start < 60; start++)
    for (guint32 end = start + 1; end < 120; end++)
      {
        place.span = (AccordSpan){ accord_text_byte_offset (text, start),
                                   accord_text_byte_offset (text, end) };
        g_array_append_val (places, place);
        if (end % 3 == 0)
          g_array_append_val (places, place);
      }
  g_assert_true (accord_session_code (session, (const AccordSelection *) (gpointer) places->data,
                                      places->len, 2, ACCORD_STANCE_NOTE, ACCORD_ACTOR_NONE));
  wait_findings (session);
  codings (session, &n);
  /* 119 + 118 + … + 60 places */
  g_assert_cmpuint (n, ==, n_before + 5370);
  g_assert_false (accord_session_code (session, (const AccordSelection *) (gpointer) places->data,
                                       places->len, 2, ACCORD_STANCE_NOTE, ACCORD_ACTOR_NONE));
  g_assert_true (accord_session_undo (session));
  wait_findings (session);
  codings (session, &n);
  g_assert_cmpuint (n, ==, n_before);
  g_assert_finalize_object (session);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/decide/every-kind", test_every_kind);
  g_test_add_func ("/decide/many-at-once", test_many_at_once);
  return g_test_run ();
}
