/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The .accord file: the same bytes after a round trip, the form that version control
 * likes, and no way for a hostile file to do more than be refused with its place. */
#include "session/accord-session-state.h"

#include <string.h>

#include "session-fixture.h"

static char *
bytes_of (const AccordSessionState *state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) out = accord_session_state_write (state, &error);

  g_assert_no_error (error);
  return g_strdup (out->str);
}

static AccordSessionState *
read_all (const char *bytes, GError **error)
{
  return accord_session_state_read (bytes, strlen (bytes), error);
}

static void
assert_round_trip (const AccordSessionState *state)
{
  g_autofree char *first = bytes_of (state);
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordSessionState) again = read_all (first, &error);
  g_autofree char *second = NULL;

  g_assert_no_error (error);
  second = bytes_of (again);
  g_assert_cmpstr (second, ==, first);
  g_assert_cmpuint (again->documents->len, ==, state->documents->len);
  g_assert_cmpuint (again->decisions->len, ==, state->decisions->len);
  g_assert_cmpint (again->threshold, ==, state->threshold);
  g_assert_cmpint (again->least_score, ==, state->least_score);
}

static void
test_round_trip (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20240506);
  g_autoptr (AccordSessionState) state = fixture_state ();
  g_autoptr (AccordSessionState) empty = accord_session_state_new ();

  empty->codebook = fixture_codebook ();
  assert_round_trip (empty);
  assert_round_trip (state);
  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (AccordSessionState) any = fixture_random_state (random);

      assert_round_trip (any);
    }
}

static void
test_text_and_blocks_come_back (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint i = 0; i < 50; i++)
    {
      g_autoptr (AccordSessionState) state = fixture_random_state (random);
      g_autofree char *bytes = bytes_of (state);
      g_autoptr (AccordSessionState) again = read_all (bytes, NULL);

      for (guint d = 0; d < state->documents->len; d++)
        {
          const AccordStateDocument *before = g_ptr_array_index (state->documents, d);
          const AccordStateDocument *after = g_ptr_array_index (again->documents, d);
          guint n_before = 0, n_after = 0;

          g_assert_cmpstr (accord_document_get_data (before->document), ==,
                           accord_document_get_data (after->document));
          accord_document_get_blocks (before->document, &n_before);
          accord_document_get_blocks (after->document, &n_after);
          g_assert_cmpuint (n_before, ==, n_after);
          accord_document_get_passages (before->document, &n_before);
          accord_document_get_passages (after->document, &n_after);
          g_assert_cmpuint (n_before, ==, n_after);
          g_assert_cmpstr (before->path, ==, after->path);
          g_assert_cmpint (before->shown, ==, after->shown);
        }
    }
}

/* Whether a line of @bytes, but for its indent and comma, is @line. */
static void
assert_line (const char *bytes, const char *line)
{
  g_auto (GStrv) lines = g_strsplit (bytes, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (g_str_has_suffix (lines[i], ","))
        lines[i][strlen (lines[i]) - 1] = '\0';
      if (g_str_equal (g_strchug (lines[i]), line))
        return;
    }
  g_error ("no line “%s” in:\n%s", line, bytes);
}

static void
test_a_line_each (void)
{
  g_autoptr (AccordSessionState) state = fixture_state ();
  g_autofree char *bytes = bytes_of (state);

  assert_line (bytes, "\"All systems shall be tested. Nothing is hidden.\\n\"");
  assert_line (bytes, "\"Home\\n\"");
  assert_line (bytes,
               "{\"end\": 4, \"kept\": false, \"level\": 0, \"marker\": null, \"page\": null, "
               "\"reason\": \"menu\", \"role\": \"furniture\", \"start\": 0}");
  assert_line (
    bytes,
    "{\"coder\": \"nora\", \"id\": \"u1\", \"kind\": \"accept\", \"other\": null, \"principle\": "
    "\"P1\", \"removed\": false, \"target\": {\"after\": \" Nothing is hidden.\\nThe end.\\n\", "
    "\"before\": \"Home\\n\", \"document\": \"d1\", \"end\": 33, \"quote\": \"All systems shall be "
    "tested.\", \"start\": 5}, \"time\": \"2024-05-06T07:08:09Z\", \"value\": null}");
  g_assert_true (g_str_has_suffix (bytes, "}\n"));
}

static void
test_context_is_32_characters (void)
{
  g_autoptr (AccordSessionState) state = accord_session_state_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (AccordDocument) document = NULL;
  g_autofree char *bytes = NULL;

  for (guint i = 0; i < 70; i++)
    g_string_append (text, i % 10 == 0 ? "零" : "治");
  document = fixture_document (text->str, FALSE);
  state->codebook = fixture_codebook ();
  accord_session_state_add_document (state, document, NULL);
  g_ptr_array_add (state->decisions,
                   fixture_decision ("u", "reject", g_ptr_array_index (state->documents, 0),
                                     (AccordSpan){ 105, 108 }, NULL, (AccordSpan){ 0, 0 }));
  bytes = bytes_of (state);
  g_assert_nonnull (
    strstr (bytes, "\"before\": \"治治治治治治治零治治治治治治治治治零治治治治治治治治治零治"
                   "治治治\", \"document\""));
  g_assert_nonnull (
    strstr (bytes, "\"after\": \"治治治治零治治治治治治治治治零治治治治治治治治治零治治治治"
                   "治治治\", \"before\""));
}

static void
test_order_of_decisions (void)
{
  g_autoptr (AccordSessionState) state = accord_session_state_new ();
  g_autoptr (AccordDocument) document = fixture_document ("Some words, and more words.", FALSE);
  AccordStateDocument *d2 = NULL, *d10 = NULL;
  AccordSpan none = { 0, 0 };
  g_autoptr (AccordStateDecision) a = NULL, b = NULL, c = NULL, d = NULL, e = NULL;

  state->next_document = 2;
  accord_session_state_add_document (state, document, NULL);
  state->next_document = 10;
  accord_session_state_add_document (state, document, NULL);
  d2 = g_ptr_array_index (state->documents, 0);
  d10 = g_ptr_array_index (state->documents, 1);
  a = fixture_decision ("x", "accept", d2, (AccordSpan){ 9, 10 }, NULL, none);
  b = fixture_decision ("a", "accept", d10, (AccordSpan){ 0, 3 }, NULL, none);
  c = fixture_decision ("y", "accept", d2, (AccordSpan){ 9, 10 }, NULL, none);
  d = fixture_decision ("a", "accept", d2, (AccordSpan){ 10, 10 }, NULL, none);
  e = accord_state_decision_new ();
  g_assert_cmpint (accord_state_decision_compare (a, b), <, 0);
  g_assert_cmpint (accord_state_decision_compare (a, c), <, 0);
  g_assert_cmpint (accord_state_decision_compare (d, c), >, 0);
  g_assert_cmpint (accord_state_decision_compare (e, b), >, 0);
  g_assert_cmpint (accord_state_decision_compare (a, a), ==, 0);
}

static void
test_review (void)
{
  g_autoptr (AccordSessionState) state = fixture_state ();
  g_autoptr (AccordReview) review = NULL;
  const AccordDecision *decisions = NULL;
  guint n = 0;
  AccordStateDecision *taken_back =
    fixture_decision ("u3", "accept", g_ptr_array_index (state->documents, 0),
                      (AccordSpan){ 5, 33 }, NULL, (AccordSpan){ 0, 0 });
  AccordStateDecision *later =
    fixture_decision ("u4", "ponder", g_ptr_array_index (state->documents, 0),
                      (AccordSpan){ 5, 33 }, NULL, (AccordSpan){ 0, 0 });
  AccordStateDecision *coding =
    fixture_decision ("u5", "code", g_ptr_array_index (state->documents, 1), (AccordSpan){ 0, 3 },
                      NULL, (AccordSpan){ 0, 0 });

  taken_back->removed = TRUE;
  coding->value = json_node_init_string (json_node_alloc (), "prohibit");
  g_ptr_array_add (state->decisions, taken_back);
  g_ptr_array_add (state->decisions, later);
  g_ptr_array_add (state->decisions, coding);
  review = accord_session_state_review (state);
  decisions = accord_review_get_decisions (review, &n);
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpstr (decisions[0].id, ==, "u1");
  g_assert_false (decisions[0].is_link);
  g_assert_cmpint (decisions[0].kind, ==, ACCORD_DECISION_ACCEPT);
  g_assert_cmpstr (decisions[0].principle, ==, "P1");
  g_assert_true (decisions[1].is_link);
  g_assert_cmpuint (decisions[1].target.document, ==, 1);
  g_assert_cmpuint (decisions[1].other.document, ==, 0);
  g_assert_cmpint (decisions[2].stance, ==, ACCORD_STANCE_PROHIBIT);
}

/* Replaces the first @from; it must be there. */
static char *
replaced (const char *bytes, const char *from, const char *to)
{
  const char *found = strstr (bytes, from);
  g_autofree char *head = NULL;

  if (found == NULL)
    g_error ("no “%s” in:\n%s", from, bytes);
  head = g_strndup (bytes, found - bytes);
  return g_strconcat (head, to, found + strlen (from), NULL);
}

/* What others put in stays, whatever it is and wherever it stands. */
static void
test_keeps_what_is_unknown (void)
{
  static const struct
  {
    const char *from, *to, *kept;
  } CASES[] = {
    { "\"nextDocument\"", "\"fonts\": [{\"b\": 1.5, \"a\": null}], \"nextDocument\"",
      "\"fonts\": [{\"b\": 1.5, \"a\": null}]" },
    { "\"metadata\": {", "\"memo\": \"é\", \"metadata\": {", "\"memo\": \"é\"" },
    { "\"metadata\": {", "\"metadata\": {\"region\": \"north\", ", "\"region\": \"north\"" },
    { "\"mediaType\": ", "\"loan\": {\"x\": [true]}, \"mediaType\": ",
      "\"loan\": {\"x\": [true]}" },
    { "\"threshold\": ", "\"pairs\": 7, \"threshold\": ", "\"pairs\": 7" },
    { "\"hidden\": ", "\"colour\": \"red\", \"hidden\": ", "\"colour\": \"red\"" },
    { "\"icu\": ", "\"gpu\": false, \"icu\": ", "\"gpu\": false" },
    { "{\"coder\": ", "{\"kind\": \"ponder\", \"why\": [1, 2]},\n{\"coder\": ",
      "{\"kind\": \"ponder\", \"why\": [1, 2]}" },
    { "{\"coder\": ",
      "{\"kind\": \"ponder\", \"id\": \"u0\", \"target\": {\"document\": \"d1\", \"start\": "
      "0}},\n{\"coder\": ",
      "{\"kind\": \"ponder\", \"id\": \"u0\", \"target\": {\"document\": \"d1\", \"start\": 0}}" },
    { "\"kind\": \"accept\", ", "\"kind\": \"accept\", \"mood\": \"sure\", ",
      "\"mood\": \"sure\"" },
    { "\"quote\": ", "\"lines\": 3, \"quote\": ", "\"lines\": 3" },
  };
  g_autoptr (AccordSessionState) state = fixture_state ();
  g_autofree char *bytes = bytes_of (state);

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree char *with = replaced (bytes, CASES[i].from, CASES[i].to);
      g_autoptr (GError) error = NULL;
      g_autoptr (AccordSessionState) read = read_all (with, &error);
      g_autofree char *again = NULL;

      g_assert_no_error (error);
      again = bytes_of (read);
      if (strstr (again, CASES[i].kept) == NULL)
        g_error ("“%s” was lost in:\n%s", CASES[i].kept, again);
      assert_round_trip (read);
    }
}

/* A fault of each kind, with its place. */
static void
test_names_the_place_of_a_fault (void)
{
  static const struct
  {
    const char *from, *to, *place;
  } CASES[] = {
    { "\"accord-session\"", "\"accord-codebook\"", "$.format " },
    { "\"accord-session\"", "7", "$.format " },
    { "\"version\": 0,", "\"version\": -1,", "$.version " },
    { "\"version\": 0,", "\"version\": \"0\",", "$.version " },
    { "\"version\": 0,", "\"version\": 0.0,", "$.version " },
    { "\"version\": 0,", "\"versions\": 0,", "$.version " },
    { "\"documents\": [", "\"documents\": 5, \"x\": [", "$.documents " },
    { "\"documents\": [", "\"Documents\": [", "$.documents " },
    { "\"documents\": [", "\"documents\": [null, ", "$.documents[0] " },
    { "\"decisions\": [", "\"decisions\": [[], ", "$.decisions[0] " },
    { "\"id\": \"d2\"", "\"id\": \"d1\"", "$.documents[1].id " },
    { "\"id\": \"d2\"", "\"id\": \"d02\"", "$.documents[1].id " },
    { "\"id\": \"d2\"", "\"id\": \"d99999999999\"", "$.documents[1].id " },
    { "\"id\": \"d2\"", "\"id\": \"e2\"", "$.documents[1].id " },
    { "\"id\": \"d2\"", "\"id\": \"d\"", "$.documents[1].id " },
    { "\"id\": \"d2\"", "\"id\": null", "$.documents[1].id " },
    { "\"language\": \"en\"", "\"language\": \"e n\"", "$.documents[0].metadata.language " },
    { "\"title\": \"On", "\"title\": {}, \"x\": \"On", "$.documents[0].metadata.title " },
    { "\"path\": \"texts", "\"path\": 1, \"x\": \"texts", "$.documents[0].source.path " },
    { "\"unit\": \"sentences\"", "\"unit\": \"words\"", "$.documents[0].unit " },
    { "[\n    \"Home\\n\"", "[17", "$.documents[0].text[0] " },
    { "[\n    \"Home\\n\"", "[\"\\n\"", "$.documents[0].blocks[2].end " },
    { "\"end\": 4,", "\"end\": 400,", "$.documents[0].blocks[0].end " },
    { "\"end\": 4,", "\"end\": 6,", "$.documents[0].blocks[1] " },
    { "\"end\": 4,", "\"end\": null,", "$.documents[0].blocks[0].end " },
    { "\"role\": \"furniture\", \"start\": 0", "\"role\": \"furniture\", \"start\": 5",
      "$.documents[0].blocks[0] " },
    { "\"role\": \"furniture\"", "\"role\": \"table\"", "$.documents[0].blocks[0].role " },
    { "\"kept\": false", "\"kept\": 0", "$.documents[0].blocks[0].kept " },
    { "\"level\": 0", "\"level\": 65", "$.documents[0].blocks[0].level " },
    { "\"end\": 36, \"quote\"", "\"end\": 35, \"quote\"", "$.decisions[1].target " },
    { "\"end\": 36, \"quote\"", "\"end\": 3600, \"quote\"", "$.decisions[1].target.end " },
    { "\"quote\": \"All", "\"quote\": \"Ail", "$.decisions[0].target.quote " },
    { "\"document\": \"d1\", \"end\": 33", "\"document\": \"d7\", \"end\": 33",
      "$.decisions[0].target.document " },
    { "\"start\": 5}, \"time\"", "\"start\": 34}, \"time\"", "$.decisions[0].target.end " },
    { "\"document\": \"d2\", \"end\": 36", "\"document\": \"d1\", \"end\": 33",
      "$.decisions[1].target.quote " },
    { "\"id\": \"u2\"", "\"id\": \"u1\"", "$.decisions[1].id " },
    { "\"id\": \"u2\"", "\"id\": 2", "$.decisions[1].id " },
    { "\"principle\": \"P1\"", "\"principle\": null", "$.decisions[0].principle " },
    { "\"kind\": \"accept\"", "\"kind\": \"pair\"", "$.decisions[0].other " },
    { "\"kind\": \"accept\"", "\"kind\": null", "$.decisions[0].kind " },
    { "\"target\": {", "\"target\": null, \"x\": {", "$.decisions[0].target " },
    { "\"removed\": false", "\"removed\": \"no\"", "$.decisions[0].removed " },
    { "\"threshold\": 300", "\"threshold\": 1001", "$.settings.threshold " },
    { "\"leastScore\": 0", "\"leastScore\": true", "$.settings.leastScore " },
    { "\"settings\": {", "\"settings\": [], \"x\": {", "$.settings " },
    { "\"hidden\": []", "\"hidden\": [\"d5\"]", "$.view.hidden[0] " },
    { "\"hidden\": []", "\"hidden\": {}", "$.view.hidden " },
    { "\"nextDocument\": 3", "\"nextDocument\": -3", "$.nextDocument " },
    { "\"codebook\": {", "\"codebook\": 3, \"x\": {", "$.codebook" },
    { "\"codebook\": {", "\"notebook\": {", "$.codebook " },
    { "\"codebookSha256\": \"", "\"codebookSha256\": [], \"x\": \"", "$.codebookSha256 " },
    { "\"icu\": \"72.1\"", "\"icu\": 72.1", "$.engine.icu " },
  };
  g_autoptr (AccordSessionState) state = fixture_state ();
  g_autofree char *bytes = bytes_of (state);

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree char *with = replaced (bytes, CASES[i].from, CASES[i].to);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", CASES[i].to);
      g_assert_null (read_all (with, &error));
      g_assert_error (error, ACCORD_JSON_ERROR, ACCORD_JSON_ERROR_SHAPE);
      if (!g_str_has_prefix (error->message, CASES[i].place))
        g_error ("“%s” gave “%s”, not %s", CASES[i].to, error->message, CASES[i].place);
    }
}

static void
test_not_a_session (void)
{
  static const char *const CASES[] = { "",     "null",  "[]",
                                       "{}",   "7",     "{\"format\": \"accord-session\"",
                                       "\xff", "<html>" };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_all (CASES[i], &error));
      g_assert_nonnull (error);
      g_assert_true (error->domain == ACCORD_JSON_ERROR);
    }
}

static void
test_truncated (void)
{
  g_autoptr (AccordSessionState) state = fixture_state ();
  g_autofree char *bytes = bytes_of (state);
  gsize length = strlen (bytes);

  for (gsize i = 0; i < length - 2; i += 50)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (accord_session_state_read (bytes, i, &error));
      g_assert_error (error, ACCORD_JSON_ERROR, ACCORD_JSON_ERROR_SYNTAX);
    }
}

/* A file with a wrong bit is refused, or means something that is written and read as it is. */
static void
test_bit_flips (void)
{
  g_autoptr (AccordSessionState) state = fixture_state ();
  g_autofree char *bytes = bytes_of (state);
  gsize length = strlen (bytes);
  guint n_refused = 0;

  for (gsize bit = 0; bit < length * 8; bit += 7)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AccordSessionState) read = NULL;

      bytes[bit / 8] ^= (char) (1 << (bit % 8));
      read = accord_session_state_read (bytes, length, &error);
      bytes[bit / 8] ^= (char) (1 << (bit % 8));
      g_assert_true ((read == NULL) == (error != NULL));
      n_refused += read == NULL;
      if (read != NULL && read->version == ACCORD_SESSION_VERSION)
        assert_round_trip (read);
    }
  g_assert_cmpuint (n_refused, >, length / 7);
}

static void
test_deep_nesting (void)
{
  g_autofree char *deep = g_strnfill (1000000, '[');
  g_autoptr (GError) error = NULL;

  g_assert_null (accord_session_state_read (deep, 1000000, &error));
  g_assert_error (error, ACCORD_JSON_ERROR, ACCORD_JSON_ERROR_TOO_LARGE);
}

static void
test_newer_version (void)
{
  g_autoptr (AccordSessionState) state = fixture_state ();
  g_autofree char *bytes = bytes_of (state);
  g_autofree char *newer = replaced (bytes, "\"version\": 0,", "\"version\": 1,");
  g_autofree char *strange = replaced (newer, "\"documents\": [", "\"documents\": {}, \"x\": [");
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordSessionState) read = read_all (newer, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (read->version, ==, ACCORD_SESSION_VERSION + 1);
  g_assert_null (accord_session_state_write (read, &error));
  g_assert_error (error, ACCORD_JSON_ERROR, ACCORD_JSON_ERROR_NEWER);
  g_clear_error (&error);
  g_assert_null (read_all (strange, &error));
  g_assert_error (error, ACCORD_JSON_ERROR, ACCORD_JSON_ERROR_NEWER);
}

/* Five times the longest text is over the limit; nothing is built up to find that out. */
static void
test_too_large (void)
{
  g_autofree char *data = g_strnfill (ACCORD_TEXT_MAX, 'a');
  g_autoptr (AccordText) text = accord_text_new (data, ACCORD_TEXT_MAX, NULL);
  g_autoptr (AccordDocument) document =
    accord_document_new (text, NULL, 0, NULL, ACCORD_UNIT_SENTENCES, NULL, NULL);
  g_autoptr (AccordSessionState) state = accord_session_state_new ();
  g_autoptr (GError) error = NULL;

  state->codebook = fixture_codebook ();
  for (guint i = 0; i < 5; i++)
    accord_session_state_add_document (state, document, NULL);
  g_assert_null (accord_session_state_write (state, &error));
  g_assert_error (error, ACCORD_JSON_ERROR, ACCORD_JSON_ERROR_TOO_LARGE);
  g_assert_nonnull (strstr (error->message, "256"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/state/round-trip", test_round_trip);
  g_test_add_func ("/state/text-and-blocks-come-back", test_text_and_blocks_come_back);
  g_test_add_func ("/state/a-line-each", test_a_line_each);
  g_test_add_func ("/state/context-is-32-characters", test_context_is_32_characters);
  g_test_add_func ("/state/order-of-decisions", test_order_of_decisions);
  g_test_add_func ("/state/review", test_review);
  g_test_add_func ("/state/keeps-what-is-unknown", test_keeps_what_is_unknown);
  g_test_add_func ("/state/names-the-place-of-a-fault", test_names_the_place_of_a_fault);
  g_test_add_func ("/state/not-a-session", test_not_a_session);
  g_test_add_func ("/state/truncated", test_truncated);
  g_test_add_func ("/state/bit-flips", test_bit_flips);
  g_test_add_func ("/state/deep-nesting", test_deep_nesting);
  g_test_add_func ("/state/newer-version", test_newer_version);
  g_test_add_func ("/state/too-large", test_too_large);
  return g_test_run ();
}
