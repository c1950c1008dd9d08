/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sentences: tables of eight languages ("|" is where one must end), what the spans
 * promise of any text, and that hostile texts take linear time. */
#include "engine/accord-segment.h"

#include <string.h>

#include "segment-cases.h"

static GArray *
split (const char *language, const char *data, guint32 length, gboolean learn)
{
  g_autoptr (AccordSegmenter) segmenter = accord_segmenter_new (language);
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (AccordSpan));

  if (learn)
    accord_segmenter_learn (segmenter, data, (AccordSpan){ 0, length });
  accord_segmenter_split (segmenter, data, (AccordSpan){ 0, length }, spans);
  return spans;
}

/* Sorted, apart, not empty, without spaces at their ends, and nothing but space between them. */
static void
check_spans (const char *data, guint32 length, const GArray *spans)
{
  guint32 at = 0;

  for (guint i = 0; i <= spans->len; i++)
    {
      AccordSpan span = { length, length };

      if (i < spans->len)
        {
          span = g_array_index (spans, AccordSpan, i);
          g_assert_cmpuint (span.start, <, span.end);
          g_assert_false (g_unichar_isspace (g_utf8_get_char (data + span.start)));
          g_assert_false (g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (data + span.end))));
        }
      g_assert_cmpuint (at, <=, span.start);
      g_assert_cmpuint (span.end, <=, length);
      for (; at < span.start; at = (guint32) (g_utf8_next_char (data + at) - data))
        g_assert_true (g_unichar_isspace (g_utf8_get_char (data + at)));
      at = span.end;
    }
}

/* The sentences of @data with "|" between them. */
static char *
join (const char *data, const GArray *spans)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < spans->len; i++)
    {
      AccordSpan span = g_array_index (spans, AccordSpan, i);

      if (i > 0)
        g_string_append_c (joined, '|');
      g_string_append_len (joined, data + span.start, accord_span_length (span));
    }
  return g_string_free (joined, FALSE);
}

/* The text of a case without its marks: "|" stands for what lies between two sentences, " " in
 * languages with spaces. */
static char *
dup_text (const char *marked, const char *space)
{
  g_auto (GStrv) parts = g_strsplit (marked, "|", -1);

  return g_strjoinv (space, parts);
}

static void
test_table (gconstpointer data)
{
  const SegmentTable *table = data;
  guint failed = 0;

  for (guint i = 0; i < table->n_cases; i++)
    {
      g_autofree char *text = dup_text (table->cases[i], table->space);
      g_autoptr (GArray) spans = split (table->language, text, (guint32) strlen (text), FALSE);
      g_autofree char *found = join (text, spans);

      check_spans (text, (guint32) strlen (text), spans);
      if (strcmp (found, table->cases[i]) == 0)
        continue;
      failed++;
      g_test_message ("wanted %s", table->cases[i]);
      g_test_message (" found %s", found);
    }
  if (failed > 0)
    g_test_fail ();
}

/* A text that shows its abbreviation twice needs no list. */
static void
test_learned (void)
{
  static const char TEXT[] = "The kxarom. of the north met. The kxarom. was late. The kxarom. "
                             "Velda spoke.";
  g_autoptr (GArray) naive = split ("en", TEXT, sizeof TEXT - 1, FALSE);
  g_autoptr (GArray) learned = split ("en", TEXT, sizeof TEXT - 1, TRUE);
  g_autofree char *found = join (TEXT, learned);

  g_assert_cmpstr (found, ==,
                   "The kxarom. of the north met.|The kxarom. was late.|The kxarom. Velda spoke.");
  g_assert_cmpuint (naive->len, >, learned->len);
}

/* A span within a text: positions are those of the text, its surroundings do not matter. */
static void
test_within (void)
{
  static const char TEXT[] = "(One here. Two there. Three) nowhere.";
  g_autoptr (AccordSegmenter) segmenter = accord_segmenter_new ("en");
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (AccordSpan));
  AccordSpan first, second;

  accord_segmenter_split (segmenter, TEXT, (AccordSpan){ 1, 21 }, spans);
  g_assert_cmpuint (spans->len, ==, 2);
  first = g_array_index (spans, AccordSpan, 0);
  second = g_array_index (spans, AccordSpan, 1);
  g_assert_cmpuint (first.start, ==, 1);
  g_assert_cmpuint (first.end, ==, 10);
  g_assert_cmpuint (second.start, ==, 11);
  g_assert_cmpuint (second.end, ==, 21);
  accord_segmenter_split (segmenter, TEXT, (AccordSpan){ 5, 5 }, spans);
  g_assert_cmpuint (spans->len, ==, 2);
}

/* Any text, in any language: what the spans promise, and the same spans again. */
static void
test_random (void)
{
  static const char *const PIECES[] = {
    ".",      "!",       "?",      "…",      "。", "？", "؟",   ";",   "；", ":",  "(",
    ")",      "“",       "”",      "\"",     "'",  "«",  "»",   "「",  "」", " ",  " ",
    " ",      "\n",      "\u00A0", "\u3000", "a",  "Dr", "The", "no",  "1",  "12", "a)",
    "(b)",    "•",       "一",     "（二）", "①",  "第", "条",  "г",   "т",  "د",  "محمد",
    "😀",      "e\u0301", "-",      "—",      "¿",  "Ya", "I",   "[1]", "z",  "B",  "http://x.y?z",
    "\u202E", "\u200F",  "*",      "Noting", ",",
  };
  static const char *const LANGUAGES[] = { "en", "zh-Hans", "fr", "es", "ru",
                                           "ar", "de",      "ja", "und" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (guint round = 0; round < 3000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      const char *language = LANGUAGES[round % G_N_ELEMENTS (LANGUAGES)];
      g_autoptr (GArray) spans = NULL, again = NULL;

      for (gint n = g_rand_int_range (rand, 0, 60); n > 0; n--)
        g_string_append (text, PIECES[g_rand_int_range (rand, 0, G_N_ELEMENTS (PIECES))]);
      spans = split (language, text->str, (guint32) text->len, round % 2 == 0);
      again = split (language, text->str, (guint32) text->len, round % 2 == 0);
      check_spans (text->str, (guint32) text->len, spans);
      g_assert_cmpmem (spans->data, spans->len * sizeof (AccordSpan), again->data,
                       again->len * sizeof (AccordSpan));
    }
}

typedef struct
{
  const char *language;
  const char *piece;
  guint32 length;
} Hostile;

#define MIB (1u << 20)

static const Hostile HOSTILE[] = {
  { "en", ".", 10000000 },       { "en", ". ", 4 * MIB },
  { "en", "x. ", 4 * MIB },      { "en", "a word of a sentence that never ends ", 64 * MIB },
  { "en", "word", 64 * MIB },    { "en", " ", 64 * MIB },
  { "und", "😀", 16 * MIB },      { "zh-Hans", "。", 4 * MIB },
  { "zh-Hans", "……", 4 * MIB },  { "ar", "مرحبا left \u202Eright\u202C العالم. ", 4 * MIB },
  { "en", "“. ", 4 * MIB },      { "en", "(.)", 4 * MIB },
  { "en", "((((", 4 * MIB },     { "en", "\"A. ", 4 * MIB },
  { "en", "(a) (b) ", 4 * MIB }, { "en", "1. A ", 4 * MIB },
  { "en", "• ", 4 * MIB },       { "en", "Noting;", 4 * MIB },
  { "en", "\n", 4 * MIB },       { "en", "x\n", 4 * MIB },
  { "fr", ". » ", 4 * MIB },     { "en", ".[1]", 4 * MIB },
  { "en", "ab1. c ", 4 * MIB },
};

/* Each takes some tenths of a second; an algorithm of square cost would take days. */
static void
test_hostile (gconstpointer data)
{
  const Hostile *hostile = data;
  gsize piece = strlen (hostile->piece);
  guint32 length = (guint32) (hostile->length / piece * piece);
  g_autofree char *text = g_malloc (length + 1);
  g_autoptr (GArray) spans = NULL;
  gint64 start = g_get_monotonic_time ();

  for (guint32 i = 0; i < length; i += (guint32) piece)
    memcpy (text + i, hostile->piece, piece);
  text[length] = '\0';
  start = g_get_monotonic_time ();
  spans = split (hostile->language, text, length, TRUE);
  g_test_message ("%u bytes in %.2f s", length,
                  (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 20 * G_USEC_PER_SEC);
  if (spans->len > 0)
    g_assert_cmpuint (g_array_index (spans, AccordSpan, spans->len - 1).end, <=, length);
}

int
main (int argc, char **argv)
{
  guint n_tables = 0;
  const SegmentTable *tables = segment_tables (&n_tables);

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < n_tables; i++)
    {
      g_autofree char *path = g_strdup_printf ("/segment/table/%s/%u", tables[i].language, i);

      g_test_add_data_func (path, &tables[i], test_table);
    }
  g_test_add_func ("/segment/learned", test_learned);
  g_test_add_func ("/segment/within", test_within);
  g_test_add_func ("/segment/random", test_random);
  for (guint i = 0; i < G_N_ELEMENTS (HOSTILE); i++)
    {
      g_autofree char *path = g_strdup_printf ("/segment/hostile/%02u", i);

      g_test_add_data_func (path, &HOSTILE[i], test_hostile);
    }
  return g_test_run ();
}
