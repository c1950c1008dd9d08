/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The document: blocks become paragraphs, paragraphs passages; what it refuses. */
#include "engine/accord-document.h"

#include <string.h>

#include "engine/accord-engine-error.h"

static AccordDocument *
document_of (const char *data, const AccordBlock *blocks, guint n, AccordUnit unit, GError **error)
{
  g_autoptr (AccordText) text = accord_text_new (data, strlen (data), NULL);

  return accord_document_new (text, blocks, n, NULL, unit, NULL, error);
}

static void
assert_passage (AccordDocument *document, guint i, const char *expected)
{
  guint n = 0;
  const AccordPassage *passages = accord_document_get_passages (document, &n);
  g_autofree char *text = NULL;

  g_assert_cmpuint (i, <, n);
  text = accord_text_dup_span (accord_document_get_text (document), passages[i].span);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_sentences (void)
{
  const char *data = "Home\nAll systems shall be tested. No one may hide a fault.\n  "
                     "\n每个系统都应当经过测试。不得隐瞒故障。\n";
  const AccordBlock blocks[] = {
    { { 0, 4 }, ACCORD_ROLE_FURNITURE, FALSE, 0, 0, NULL, "menu" },
    { { 5, 58 }, ACCORD_ROLE_PARAGRAPH, TRUE, 0, 0, NULL, NULL },
    { { 59, 61 }, ACCORD_ROLE_PARAGRAPH, TRUE, 0, 0, NULL, NULL },
    { { 62, (guint32) strlen (data) - 1 }, ACCORD_ROLE_PARAGRAPH, TRUE, 0, 0, NULL, NULL },
  };
  g_autoptr (AccordDocument) document = document_of (data, blocks, 4, ACCORD_UNIT_SENTENCES, NULL);
  guint n = 0;
  const AccordParagraph *paragraphs = accord_document_get_paragraphs (document, &n);

  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (paragraphs[0].block, ==, 1);
  g_assert_cmpstr (paragraphs[0].language, ==, "en");
  g_assert_cmpstr (paragraphs[1].language, ==, "zh-Hans");
  g_assert_cmpuint (paragraphs[1].first_passage, ==, 2);
  g_assert_cmpuint (paragraphs[1].n_passages, ==, 2);
  assert_passage (document, 0, "All systems shall be tested.");
  assert_passage (document, 1, "No one may hide a fault.");
  assert_passage (document, 2, "每个系统都应当经过测试。");
  assert_passage (document, 3, "不得隐瞒故障。");
  g_assert_cmpuint (accord_document_find_passage (document, 0), ==, 0);
  g_assert_cmpuint (accord_document_find_passage (document, 40), ==, 1);
  g_assert_cmpuint (accord_document_find_passage (document, (guint32) strlen (data)), ==, 4);
}

static void
test_blocks_keep_empty_lines (void)
{
  const AccordBlock blocks[] = {
    { { 0, 12 }, ACCORD_ROLE_PARAGRAPH, TRUE, 0, 0, NULL, NULL },
    { { 13, 13 }, ACCORD_ROLE_PARAGRAPH, TRUE, 0, 0, NULL, NULL },
    { { 14, 17 }, ACCORD_ROLE_PARAGRAPH, TRUE, 0, 0, NULL, NULL },
  };
  g_autoptr (AccordDocument) document =
    document_of ("One. Two. 3.\n\nEnd", blocks, 3, ACCORD_UNIT_BLOCKS, NULL);

  assert_passage (document, 0, "One. Two. 3.");
  assert_passage (document, 1, "");
  assert_passage (document, 2, "End");
}

static void
test_refuses_blocks (void)
{
  static const AccordBlock CASES[][2] = {
    { { { 0, 3 }, ACCORD_ROLE_PARAGRAPH, TRUE, 0, 0, NULL, NULL },
      { { 2, 4 }, ACCORD_ROLE_PARAGRAPH, TRUE, 0, 0, NULL, NULL } },
    { { { 0, 1 }, ACCORD_ROLE_PARAGRAPH, TRUE, 0, 0, NULL, NULL },
      { { 1, 99 }, ACCORD_ROLE_PARAGRAPH, TRUE, 0, 0, NULL, NULL } },
    { { { 0, 1 }, ACCORD_ROLE_PARAGRAPH, TRUE, 0, 0, NULL, NULL },
      { { 2, 1 }, ACCORD_ROLE_PARAGRAPH, TRUE, 0, 0, NULL, NULL } },
    { { { 0, 1 }, ACCORD_ROLE_PARAGRAPH, TRUE, 0, 0, NULL, NULL },
      { { 1, 5 }, ACCORD_ROLE_PARAGRAPH, TRUE, 0, 0, NULL, NULL } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (document_of ("abc 治理", CASES[i], 2, ACCORD_UNIT_SENTENCES, &error));
      g_assert_error (error, ACCORD_ENGINE_ERROR, ACCORD_ENGINE_ERROR_INVALID);
    }
}

static gboolean
refuse_cb (double fraction, gpointer data)
{
  (*(guint *) data)++;
  return FALSE;
}

static void
test_cancel (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *data = g_strnfill (100000, 'a');
  g_autoptr (AccordText) text = accord_text_new (data, 100000, NULL);
  AccordBlock block = { { 0, 100000 }, ACCORD_ROLE_PARAGRAPH, TRUE, 0, 0, NULL, NULL };
  guint n_ticks = 0;
  AccordWatch watch = { refuse_cb, &n_ticks };

  g_assert_null (
    accord_document_new (text, &block, 1, NULL, ACCORD_UNIT_SENTENCES, &watch, &error));
  g_assert_error (error, ACCORD_ENGINE_ERROR, ACCORD_ENGINE_ERROR_CANCELLED);
  g_assert_cmpuint (n_ticks, ==, 1);
}

/* What a person says of passages; "|" stands between two. */
static void
test_cuts (void)
{
  static const struct
  {
    AccordCut cuts[3];
    guint n;
    const char *expected;
  } CASES[] = {
    { { { { 0, 0 }, FALSE } }, 0, "One is.|Two are.|Three be.|Four." },
    { { { { 0, 16 }, FALSE } }, 1, "One is. Two are.|Three be.|Four." },
    { { { { 3, 12 }, FALSE } }, 1, "One is. Two are.|Three be.|Four." },
    { { { { 0, 7 }, FALSE } }, 1, "One is.|Two are.|Three be.|Four." },
    { { { { 0, 31 }, FALSE } }, 1, "One is. Two are. Three be.|Four." },
    { { { { 4, 4 }, TRUE } }, 1, "One|is.|Two are.|Three be.|Four." },
    { { { { 3, 3 }, TRUE }, { { 12, 12 }, TRUE } }, 2, "One|is.|Two|are.|Three be.|Four." },
    { { { { 12, 12 }, TRUE }, { { 0, 16 }, FALSE } }, 2, "One is. Two|are.|Three be.|Four." },
    { { { { 8, 8 }, TRUE }, { { 0, 26 }, FALSE } }, 2, "One is.|Two are. Three be.|Four." },
    { { { { 7, 7 }, TRUE }, { { 99, 99 }, TRUE } }, 2, "One is.|Two are.|Three be.|Four." },
  };
  const char *data = "One is. Two are. Three be.\nFour.";
  const AccordBlock blocks[] = {
    { { 0, 26 }, ACCORD_ROLE_PARAGRAPH, TRUE, 0, 0, NULL, NULL },
    { { 27, 32 }, ACCORD_ROLE_PARAGRAPH, TRUE, 0, 0, NULL, NULL },
  };
  g_autoptr (AccordText) text = accord_text_new (data, strlen (data), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr (AccordDocument) document = accord_document_new_cut (
        text, blocks, 2, NULL, ACCORD_UNIT_SENTENCES, CASES[i].cuts, CASES[i].n, NULL, NULL);
      g_auto (GStrv) expected = g_strsplit (CASES[i].expected, "|", -1);
      guint n = 0;

      accord_document_get_passages (document, &n);
      g_assert_cmpuint (n, ==, g_strv_length (expected));
      for (guint k = 0; k < n; k++)
        assert_passage (document, k, expected[k]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/sentences", test_sentences);
  g_test_add_func ("/document/blocks-keep-empty-lines", test_blocks_keep_empty_lines);
  g_test_add_func ("/document/refuses-blocks", test_refuses_blocks);
  g_test_add_func ("/document/cancel", test_cancel);
  g_test_add_func ("/document/cuts", test_cuts);
  return g_test_run ();
}
