/* SPDX-License-Identifier: GPL-3.0-or-later */
/* RTF, word by word. */
#include <time.h>

#include "documents/office.h"

#define LEAD "We shall see what this is about, in short."

#define HEAD                                                                                       \
  "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fcharset0 Serif;}{\\f1\\fcharset204 Cyr;}"    \
  "{\\f2\\fcharset2 Symbol;}{\\f3\\fcharset134 Song;}{\\f4\\fcharset128 Mincho;}}"                 \
  "{\\stylesheet{Normal;}{\\s1\\outlinelevel0 heading 1;}{\\s2\\sbasedon1 Kapitel;}"               \
  "{\\s3 Quote;}{\\s4 toc 1;}{\\s5 Title;}{\\*\\cs6 Strong;}}"                                     \
  "{\\*\\listtable{\\list{\\listlevel\\levelnfc0\\levelstartat3{\\leveltext\\'02\\'00.;}"          \
  "{\\levelnumbers\\'01;}}{\\listlevel\\levelnfc4\\levelstartat1{\\leveltext\\'04\\'00.\\'01);}"   \
  "{\\levelnumbers\\'01\\'03;}}\\listid77}}"                                                       \
  "{\\*\\listoverridetable{\\listoverride\\listid77\\listoverridecount0\\ls1}}"                    \
  "{\\info{\\title Of the file}{\\author A. Writer}{\\creatim\\yr2023\\mo5\\dy6}}"

typedef struct
{
  const char *name;
  const char *body;
  const char *shown;
} Case;

static const Case CASES[] = {
  { "paragraphs", "One\\tab two\\line three.\\par Four\r\nteen.\\\nFive.",
    "+paragraph One two three.\n+paragraph Fourteen.\n+paragraph Five." },
  { "code-pages",
    "caf\\'e9.\\par{\\f1 \\'cc\\'e8\\'f0.\\par}{\\f3 \\'d6\\'ce\\'c0\\'ed\\'a1\\'a3\\par}"
    "{\\f4 \\'8e\xa1\\'96@\\par}",
    "+paragraph café.\n+paragraph Мир.\n+paragraph 治理。\n+paragraph 治法" },
  { "unicode",
    "\\u8220?yes\\u8221?\\u-3913 ?.\\par{\\uc2\\u27835\\'d6\\'ce\\u29702 xx}.\\par"
    "\\u55357?\\u56842?.\\par\\uc0\\u233 t\\u233.",
    "+paragraph “yes”•.\n+paragraph 治理.\n+paragraph 😊.\n+paragraph été." },
  { "twins", "{\\upr{Bad.}{\\*\\ud{Go\\u111?d.}}}", "+paragraph Good." },
  { "signs", "\\lquote a\\rquote\\~b\\_c\\-d\\emdash e\\{\\\\\\}.", "+paragraph ‘a’ b‑cd—e{\\}." },
  { "headings", LEAD "\\par\\pard\\s1 One\\par\\pard\\s2 Two\\par\\pard\\outlinelevel2 Three\\par",
    "+paragraph " LEAD "\n+heading 1 One\n+heading 1 Two\n+heading 3 Three" },
  { "lists-by-table",
    LEAD "\\par\\pard\\ls1 a\\par\\ls1\\ilvl1 b\\par\\ilvl1 c\\par\\ilvl0 d\\par\\pard e.\\par",
    "+paragraph " LEAD
    "\n+item 1 [3.] a\n+item 2 [3.a)] b\n+item 2 [3.b)] c\n+item 1 [4.] d\n+paragraph e." },
  { "lists-by-text",
    LEAD "\\par{\\listtext\\pard iv)\\tab}\\ls1 a\\par{\\pntext\\f2\\'b7\\tab}\\pard b\\par",
    "+paragraph " LEAD "\n+item 1 [iv)] a\n+item 1 [•] b" },
  { "table",
    LEAD "\\par\\trowd\\intbl a\\par b\\cell c\\cell\\row\\trowd d\\cell\\row\\pard After.\\par",
    "+paragraph " LEAD "\n+cell a\n+cell b\n+cell c\n+cell d\n+paragraph After." },
  { "nested-table",
    LEAD "\\par\\trowd\\intbl\\itap2 x\\nestcell y\\nestcell{\\*\\nesttableprops\\trowd\\nestrow}"
         "{\\nonesttables\\par}\\itap1 z\\cell\\row\\pard\\itap0 After.\\par",
    "+paragraph " LEAD "\n+cell x\n+cell y\n+cell z\n+paragraph After." },
  { "notes",
    "A claim{\\super\\chftn}{\\footnote\\ftnalt{\\super\\chftn}At the end.} "
    "holds{\\footnote\\pard A note.\\par Its end.}.\\par " LEAD,
    "+paragraph A claim holds.\n+note [1] A note.\n+note Its end.\n+paragraph " LEAD
    "\n+note [i] At the end." },
  { "fields",
    "See {\\field{\\*\\fldinst HYPERLINK \"http://x\"}{\\fldrslt the site}} and "
    "{\\field\\fldedit{\\*\\fldinst{PAGE}}{\\fldrslt{7}}}.",
    "+paragraph See the site and 7." },
  { "contents",
    LEAD "\\par{\\field{\\*\\fldinst TOC \\\\o}{\\fldrslt One 3\\par Two 4}}\\par\\pard\\s4 Three 5"
         "\\par\\pard Text that is no contents.\\par",
    "+paragraph " LEAD
    "\n-paragraph (table of contents) One 3\n-paragraph (table of contents) Two 4\n"
    "-paragraph (table of contents) Three 5\n+paragraph Text that is no contents." },
  { "hidden-and-deleted", "Seen{\\v  not}{\\deleted  gone}\\v0{\\revised  new}.",
    "+paragraph Seen new.\n-paragraph (hidden) not" },
  { "passed-over",
    "{\\*\\unheard of}{\\pict\\wmetafile8 0102}{\\*\\bkmkstart b}{\\object{\\*\\objdata 01}"
    "{\\result Shown.}}{\\*\\annotation remark}\\bin5 }}}}}",
    "+paragraph Shown." },
  { "boxes-and-edges",
    "{\\header Head\\par}{\\footerl Foot}Before {\\shp{\\*\\shpinst{\\sp{\\sn n}{\\sv v}}"
    "{\\shptxt In the box.\\par}}{\\shprslt In the box.}}after.\\par",
    "+paragraph Before after.\n+paragraph In the box.\n-header Head\n-footer Foot" },
  { "title", "\\pard\\s5 Declaration of the Lakes\\par\\pard\\s3 Said.\\par\\pard " LEAD,
    "-title Declaration of the Lakes\n+quote Said.\n+paragraph " LEAD },
};

static GBytes *
make_rtf (const char *body)
{
  char *text = g_strconcat (HEAD, body, "}", NULL);

  return g_bytes_new_take (text, strlen (text));
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = make_rtf (c->body);
  g_autoptr (AccordSource) source = read_bytes (bytes, "a.doc", &error);
  g_autofree char *shown = NULL;

  g_assert_no_error (error);
  shown = show (source);
  g_assert_cmpstr (shown, ==, c->shown);
}

static void
test_properties (void)
{
  g_autoptr (GBytes) bytes = make_rtf (LEAD "\\par " LEAD);
  g_autoptr (AccordSource) source = read_bytes (bytes, "a.rtf", NULL);

  g_assert_cmpstr (source->fields[ACCORD_FIELD_TITLE], ==, "Of the file");
  g_assert_cmpstr (source->fields[ACCORD_FIELD_AUTHOR], ==, "A. Writer");
  g_assert_cmpstr (source->fields[ACCORD_FIELD_DATE], ==, "2023-05-06");
  g_assert_cmpstr (source->fields[ACCORD_FIELD_MEDIA_TYPE], ==, "application/rtf");
}

typedef struct
{
  const char *name;
  const char *unit;
  guint times;
  const char *message; /* NULL where it is read */
} Hostile;

static const Hostile HOSTILE[] = {
  { "groups", "{}", 5000000, NULL },
  { "nested-groups", "{", 5000000, "is nested more than 2000 levels deep" },
  { "unended-groups", "{a", 1000, "is damaged or cut short (RTF: a group has no end)" },
  { "notes-in-notes", "{\\footnote a", 1500, "is damaged or cut short (RTF: a group has no end)" },
  { "fonts-change", "\\f1\\'e9\\f3\\'d6\\'ce\\f4\\'96@", 400000, NULL },
  { "letters-by-unicode", "\\u233?", 2000000, NULL },
  { "paragraphs", "\\par", 2000000, NULL },
  { "cells", "a\\cell", 500000, NULL },
  { "fields", "{\\field{\\*\\fldinst TOC}{\\fldrslt a\\par}}", 200000, NULL },
  { "words-without-end", "\\averyveryverylongwordthatnobodyknows99999999999999999999", 200000,
    NULL },
};

static void
test_hostile (gconstpointer data)
{
  const Hostile *hostile = data;
  g_autoptr (GString) text = g_string_new (HEAD);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (AccordSource) source = NULL;
  g_autoptr (GError) error = NULL;
  clock_t start;

  for (guint i = 0; i < hostile->times; i++)
    g_string_append (text, hostile->unit);
  g_string_append_c (text, '}');
  bytes = g_bytes_new_static (text->str, text->len);
  start = clock ();
  source = read_bytes (bytes, "a.rtf", &error);
  g_assert_cmpfloat ((double) (clock () - start) / CLOCKS_PER_SEC, <, 5.0);
  if (hostile->message == NULL)
    g_assert_no_error (error);
  else
    g_assert_cmpstr (error != NULL ? error->message : "read", ==, hostile->message);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree char *path = g_strconcat ("/rtf/", CASES[i].name, NULL);

      g_test_add_data_func (path, &CASES[i], test_case);
    }
  for (guint i = 0; i < G_N_ELEMENTS (HOSTILE); i++)
    {
      g_autofree char *path = g_strconcat ("/rtf/hostile/", HOSTILE[i].name, NULL);

      g_test_add_data_func (path, &HOSTILE[i], test_hostile);
    }
  g_test_add_func ("/rtf/properties", test_properties);
  return g_test_run ();
}
