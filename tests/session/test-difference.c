/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two saves differ in the lines that changed, so that version control shows what was done. */
#include <string.h>

#include "session-fixture.h"

#define PLACE ((AccordSpan){ 5, 33 })

static char **
lines_of (const AccordSessionState *state)
{
  g_autoptr (GString) bytes = accord_session_state_write (state, NULL);

  return g_strsplit (bytes->str, "\n", -1);
}

/* How many lines of @a are not in @b; a line that is there twice counts twice. */
static guint
count_missing (char **a, char **b)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  guint n = 0;

  for (guint i = 0; b[i] != NULL; i++)
    g_hash_table_insert (
      counts, b[i], GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, b[i])) + 1));
  for (guint i = 0; a[i] != NULL; i++)
    {
      guint left = GPOINTER_TO_UINT (g_hash_table_lookup (counts, a[i]));

      n += left == 0;
      g_hash_table_insert (counts, a[i], GUINT_TO_POINTER (left > 0 ? left - 1 : 0));
    }
  return n;
}

/* @gone lines of the first save are not in the second one, @come of the second not in the first. */
static void
assert_difference (const AccordSessionState *a, const AccordSessionState *b, guint gone, guint come)
{
  g_auto (GStrv) before = lines_of (a);
  g_auto (GStrv) after = lines_of (b);

  g_assert_cmpuint (count_missing (before, after), ==, gone);
  g_assert_cmpuint (count_missing (after, before), ==, come);
}

static void
insert (AccordSessionState *state, guint at, const char *id)
{
  g_ptr_array_insert (state->decisions, (gint) at,
                      fixture_decision (id, "code", g_ptr_array_index (state->documents, 0), PLACE,
                                        NULL, (AccordSpan){ 0, 0 }));
}

static void
test_nothing (void)
{
  g_autoptr (AccordSessionState) a = fixture_state (), b = fixture_state ();

  assert_difference (a, b, 0, 0);
}

static void
test_decision (void)
{
  g_autoptr (AccordSessionState) a = fixture_state (), b = fixture_state ();

  insert (b, 1, "u1b");
  assert_difference (a, b, 0, 1);
}

static void
test_decision_that_changes (void)
{
  g_autoptr (AccordSessionState) a = fixture_state (), b = fixture_state ();
  AccordStateDecision *decision = g_ptr_array_index (b->decisions, 0);

  g_free (decision->kind);
  decision->kind = g_strdup ("reject");
  assert_difference (a, b, 1, 1);
}

static void
test_setting (void)
{
  g_autoptr (AccordSessionState) a = fixture_state (), b = fixture_state ();

  b->threshold = 301;
  assert_difference (a, b, 1, 1);
}

static void
test_block (void)
{
  g_autoptr (AccordSessionState) a = fixture_state (), b = fixture_state ();
  AccordStateDocument *document = g_ptr_array_index (b->documents, 0);

  accord_document_unref (document->document);
  document->document =
    fixture_document ("Home\nAll systems shall be tested. Nothing is hidden.\nThe end.\n", FALSE);
  assert_difference (a, b, 1, 1);
}

static void
test_paragraph (void)
{
  g_autoptr (AccordSessionState) a = fixture_state (), b = fixture_state ();
  AccordStateDocument *document = g_ptr_array_index (b->documents, 0);

  accord_document_unref (document->document);
  document->document =
    fixture_document ("Home\nAll systems shall be tested. Nothing is hidden.\nThe End.\n", TRUE);
  /* And the two decisions whose context it is. */
  assert_difference (a, b, 3, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/difference/nothing", test_nothing);
  g_test_add_func ("/difference/decision", test_decision);
  g_test_add_func ("/difference/decision-that-changes", test_decision_that_changes);
  g_test_add_func ("/difference/setting", test_setting);
  g_test_add_func ("/difference/block", test_block);
  g_test_add_func ("/difference/paragraph", test_paragraph);
  return g_test_run ();
}
