/* SPDX-License-Identifier: GPL-3.0-or-later */
/* List markers: what begins a line and is one, and what only looks like one. */
#include <string.h>

#include "documents/accord-text-lines-private.h"

static const struct
{
  const char *line;
  const char *text;
} CASES[] = {
  { "1. Councils shall publish", "Councils shall publish" },
  { "1.\tCouncils", "Councils" },
  { "12) Councils", "Councils" },
  { "1.2 Scope", "Scope" },
  { "1.2.3. Scope", "Scope" },
  { "(a) to publish", "to publish" },
  { "(iv) to publish", "to publish" },
  { "(12) to publish", "to publish" },
  { "b. to publish", "to publish" },
  { "IV. Principles", "Principles" },
  { "- one thing", "one thing" },
  { "• one thing", "one thing" },
  { "——坚持以人为本", "坚持以人为本" },
  { "一、总则", "总则" },
  { "（二）公开", "公开" },
  { "3、公开", "公开" },
  { "第三条 各城镇应当公开", "各城镇应当公开" },
  { "第十二条：各城镇", "各城镇" },
  { "第一章　总则", "总则" },
  { "Article 5. Councils", "Councils" },
  { "Статья 2: Совет", "Совет" },
  { "المادة 7: ينشر", "ينشر" },
  { "١. ينشر", "ينشر" },
  /* None. */
  { "1.5 million people", NULL },
  { "2024. It was a year", NULL },
  { "3 April 2024", NULL },
  { "Article 5 of the charter says", NULL },
  { "第一条消息", NULL },
  { "I think so", NULL },
  { "A. Smith said", NULL },
  { "-5 degrees", NULL },
  { "———", NULL },
  { "(see below)", NULL },
  { "一个人", NULL },
  { "12.", NULL },
  { "(a)", NULL },
  { "", NULL },
};

static void
test_case (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  gsize length = accord_marker_length (CASES[i].line, strlen (CASES[i].line));

  g_assert_cmpstr (length > 0 ? CASES[i].line + length : NULL, ==, CASES[i].text);
}

static AccordPage *
make_page (const char *text)
{
  AccordPage *page = accord_page_new ();

  g_assert_true (accord_page_append_lines (page, text, strlen (text)));
  accord_page_find_items (page);
  accord_page_find_headings (page);
  return page;
}

/* "(i)" behind "(h)" is a letter, not a number, and no list in a list. */
static void
test_levels (void)
{
  static const guint LEVELS[] = { 1, 2, 2, 3, 2, 1 };
  g_autoptr (AccordPage) page =
    make_page ("1. One.\n(g) Seven.\n(h) Eight.\n- Part.\n(i) Nine.\n2. Two.\n");

  g_assert_cmpuint (page->lines->len, ==, G_N_ELEMENTS (LEVELS));
  for (guint i = 0; i < page->lines->len; i++)
    g_assert_cmpuint (accord_page_get_line (page, i)->level, ==, LEVELS[i]);
}

/* A row of names is a list and no pile of headings. */
static void
test_rows_are_no_headings (void)
{
  g_autoptr (AccordPage) page = make_page (
    "Signed by\n\nHighcombe\n\nLowmere\n\nUpper Mill\n\nEastwick\n\n"
    "They meet again in the autumn, when the numbers of a whole year are known.\n\n"
    "What follows\n\nThe assembly will return to the matter in the spring of next year.\n");

  for (guint i = 0; i < 5; i++)
    g_assert_cmpint (accord_page_get_line (page, i)->role, ==, ACCORD_ROLE_PARAGRAPH);
  g_assert_cmpint (accord_page_get_line (page, 6)->role, ==, ACCORD_ROLE_HEADING);
}

/* Lines that were broken to a width are one paragraph, whatever a line begins with. */
static void
test_wrapped (void)
{
  static const char TEXT[] =
    "The council has heard the towns along the river and the towns along the\n"
    "coast. It has read what they sent, and it has asked the people whom the\n"
    "machines have sorted. Whoever asks for reasons has a right to them under\n"
    "7. and 8. of the charter, and need not say what they want to do with the\n"
    "reasons that they are given.\n"
    "\n"
    "1. Each town names the official who answers for a machine, and says where\n"
    "   this official can be found.\n"
    "2. Each town keeps a record of what its machines decided, for as long as a\n"
    "   resident may still ask about it.\n";
  g_autoptr (AccordPage) page = make_page (TEXT);
  g_autofree char *item = NULL;

  g_assert_cmpuint (page->lines->len, ==, 3);
  g_assert_cmpint (accord_page_get_line (page, 0)->role, ==, ACCORD_ROLE_PARAGRAPH);
  item = accord_page_dup_text (page, accord_page_get_line (page, 1));
  g_assert_cmpstr (item, ==,
                   "Each town names the official who answers for a machine, and says where this "
                   "official can be found.");
}

/* Lines that only happen to be of like length are paragraphs. */
static void
test_not_wrapped (void)
{
  g_autoptr (AccordPage) page =
    make_page ("The council has heard the towns along the river and along the coast.\n"
               "It has read what all of them sent, and asked the people who live there.\n"
               "It has counted what the machines decided, and for whom, in one long year.\n"
               "It finds that nobody knew what the machines were told to look out for.\n"
               "It asks the towns to say so, in words that all of their residents read.\n");

  g_assert_cmpuint (page->lines->len, ==, 5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree char *name = g_strdup_printf ("/markers/%02u", i);

      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/markers/levels", test_levels);
  g_test_add_func ("/markers/rows-are-no-headings", test_rows_are_no_headings);
  g_test_add_func ("/markers/wrapped", test_wrapped);
  g_test_add_func ("/markers/not-wrapped", test_not_wrapped);
  return g_test_run ();
}
