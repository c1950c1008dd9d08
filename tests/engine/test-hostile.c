/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts and codebooks that nobody writes: they end, and at no time is it longer than 50 ms
 * of work until a cancel is seen. */
#include <string.h>
#include <time.h>

#include "engine/accord-analysis.h"
#include "engine/accord-engine-error.h"

/* Between two ticks, with "-m perf"; a slow machine or a sanitizer is no fault, so that otherwise
 * only the ticks are counted. */
#define MOST_MS 50.0
#define LEAST_TICKS 10u
#define MEGABYTE (1u << 20)

/* How long the longest work between two ticks was; the processor's time, not the clock's. */
typedef struct
{
  double last;
  double longest;
  guint n;
} Gaps;

static double
now_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

static gboolean
tick_cb (double fraction, gpointer data)
{
  Gaps *gaps = data;
  double now = now_ms ();

  gaps->longest = MAX (gaps->longest, now - gaps->last);
  gaps->last = now;
  gaps->n++;
  return TRUE;
}

static char *
repeat (const char *part, gsize bytes)
{
  gsize length = strlen (part);
  GString *text = g_string_sized_new (bytes + length);

  while (text->len < bytes)
    g_string_append_len (text, part, (gssize) length);
  return g_string_free (text, FALSE);
}

static AccordMatcher *
matcher_new (guint n_terms, const char *format, const AccordWatch *watch)
{
  g_autoptr (AccordCodebookBuilder) builder = accord_codebook_builder_new ("hostile");
  g_autoptr (AccordCodebook) codebook = NULL;

  accord_codebook_builder_add_theme (builder, "T");
  for (guint i = 0; i < n_terms; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);
      g_auto (GStrv) parts = g_strsplit (format, "#", -1);
      g_autofree char *text = g_strjoinv (number, parts);
      AccordTerm term = { .language = "en", .text = text };

      if (i % 4096 == 0)
        accord_codebook_builder_add_principle (builder, number, NULL);
      accord_codebook_builder_add_term (builder, &term);
    }
  codebook = accord_codebook_builder_end (builder, NULL);
  return accord_matcher_new (codebook, watch, NULL);
}

static void
run (const char *name, const char *data, const char *language, AccordMatcher *matcher)
{
  const char *fields[ACCORD_N_FIELDS] = { NULL };
  g_autoptr (AccordText) text = accord_text_new (data, strlen (data), NULL);
  AccordBlock block = { { 0, accord_text_get_length (text) }, ACCORD_ROLE_PARAGRAPH, TRUE };
  Gaps gaps = { 0 };
  AccordWatch watch = { tick_cb, &gaps };
  g_autoptr (AccordDocument) document = NULL;
  g_autoptr (AccordAnalysis) analysis = NULL;
  guint n = 0;

  fields[ACCORD_FIELD_LANGUAGE] = language;
  gaps.last = now_ms ();
  document = accord_document_new (text, &block, 1, fields, ACCORD_UNIT_SENTENCES, &watch, NULL);
  tick_cb (1, &gaps);
  g_test_message ("%s: document, longest work %.1f ms of %u", name, gaps.longest, gaps.n);
  g_assert_nonnull (document);
  analysis = accord_analysis_new (document, matcher, &watch, NULL);
  tick_cb (1, &gaps);
  accord_analysis_get_codings (analysis, &n);
  g_test_message ("%s: longest work %.1f ms of %u, %u codings", name, gaps.longest, gaps.n, n);
  g_assert_cmpuint (gaps.n, >=, LEAST_TICKS);
  if (g_test_perf ())
    g_assert_cmpfloat (gaps.longest, <, MOST_MS);
}

static void
test_texts (void)
{
  static const struct
  {
    const char *name;
    const char *part;
    const char *language;
  } TEXTS[] = {
    { "one sentence", "word and 7 other words, ", "en" },
    { "full stops", ".", "en" },
    { "emoji", "😀👩‍👩‍👧", "en" },
    { "both directions", "safety سلامة (שלום) \u202Eabc\u202C ", "ar" },
    { "one word", "a", "en" },
    { "Han without a mark", "个人权利与治理能力", "zh-Hans" },
    { "a term again and again", "7 ", "en" },
    { "open brackets", "([“", "en" },
    { "abbreviations", "z.B. e.g. ", "en" },
    { "numbers of items", "(a) 1. ", "en" },
  };
  g_autoptr (AccordMatcher) matcher = matcher_new (100, "#", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (TEXTS); i++)
    {
      g_autofree char *data = repeat (TEXTS[i].part, 2 * MEGABYTE);

      run (TEXTS[i].name, data, TEXTS[i].language, matcher);
    }
}

static void
test_codebooks (void)
{
  static const char *const FORMATS[] = { "a", "t#", "t# [of the] [big] end*", "", "word" };

  for (guint i = 0; i < G_N_ELEMENTS (FORMATS); i++)
    {
      Gaps gaps = { now_ms (), 0, 0 };
      AccordWatch watch = { tick_cb, &gaps };
      g_autoptr (AccordMatcher) matcher =
        matcher_new (ACCORD_CODEBOOK_MAX_TERMS / 4, FORMATS[i], &watch);
      g_autofree char *data = repeat ("a word t7 of the end is a t9 big ends ", MEGABYTE / 4);

      g_assert_nonnull (matcher);
      run (FORMATS[i], data, "en", matcher);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hostile/texts", test_texts);
  g_test_add_func ("/hostile/codebooks", test_codebooks);
  return g_test_run ();
}
