/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How fast words, matcher and analysis are, in MB of text a second, beside what ICU
 * needs to find the sentences and the words of the same text. Texts are made up here;
 * ACCORD_BENCH may name a folder whose segment/ holds more (*.txt). */
#include <math.h>
#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include "engine/accord-analysis.h"
#include "engine/accord-language.h"

#define TEXT_BYTES (4u << 20)
#define RUNS 3

static const char *const ENGLISH[] = {
  "system",   "shall",   "protect", "the",      "rights", "of",         "every",     "resident",
  "and",      "public",  "council", "must",     "data",   "safety",     "test",      "openly",
  "machines", "should",  "not",     "decide",   "alone",  "people",     "in",        "a",
  "fair",     "process", "with",    "reasons",  "given",  "to",         "those",     "concerned",
  "will",     "report",  "harm",    "learning", "models", "governance", "oversight", "human",
};
static const char *const CHINESE[] = {
  "系统", "应当", "保护", "的",   "权利", "每个", "居民", "和",   "公共", "必须",
  "数据", "安全", "测试", "公开", "机器", "不得", "单独", "决定", "人民", "公平",
  "程序", "说明", "理由", "各国", "将",   "报告", "损害", "学习", "模型", "治理",
};
static const char *const FRENCH[] = {
  "système",  "doit",    "protéger",    "les",    "droits",  "de",     "chaque",
  "habitant", "et",      "la",          "ville",  "données", "sûreté", "essais",
  "machines", "devrait", "personne",    "équité", "avec",    "des",    "motifs",
  "aux",      "nous",    "garantirons", "modèle", "rapport",
};

typedef struct
{
  const char *language;
  const char *const *words;
  guint n_words;
  const char *space;
  const char *stop;
} Source;

static const Source SOURCES[] = {
  { "en", ENGLISH, G_N_ELEMENTS (ENGLISH), " ", ". " },
  { "zh-Hans", CHINESE, G_N_ELEMENTS (CHINESE), "", "。" },
  { "fr", FRENCH, G_N_ELEMENTS (FRENCH), " ", ". " },
};

/* A fifth of the words are those of the terms; the others are made of syllables, frequent ones
 * often, as in texts. */
static void
append_word (GRand *rand, const Source *source, GString *text)
{
  static const char *const SYLLABLES[] = { "ba", "ne", "ti", "ro", "mu", "sel", "kor", "an" };
  double x = g_rand_double (rand);
  guint rank;

  if (x < 0.2)
    {
      g_string_append (text, source->words[(guint) (x * 5 * source->n_words)]);
      return;
    }
  rank = (guint) pow (20000.0, g_rand_double (rand));
  if (*source->space == '\0')
    {
      g_string_append_unichar (text, 0x4E00 + rank * 7919 % 3000);
      return;
    }
  for (; rank > 0; rank /= 8)
    g_string_append (text, SYLLABLES[rank % 8]);
}

static char *
make_text (const Source *source)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  GString *text = g_string_sized_new (TEXT_BYTES + 100);

  while (text->len < TEXT_BYTES)
    {
      for (gint i = g_rand_int_range (rand, 8, 30); i > 0; i--)
        {
          append_word (rand, source, text);
          g_string_append (text, i > 1 ? source->space : source->stop);
        }
      if (g_rand_int_range (rand, 0, 5) == 0)
        g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

static AccordMatcher *
make_matcher (const Source *source, guint n_terms)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  g_autoptr (AccordCodebookBuilder) builder = accord_codebook_builder_new ("bench");
  g_autoptr (AccordCodebook) codebook = NULL;
  g_autoptr (GString) term = g_string_new (NULL);

  accord_codebook_builder_add_theme (builder, "T");
  for (guint i = 0; i < n_terms; i++)
    {
      if (i % (n_terms / 90) == 0)
        {
          g_autofree char *id = g_strdup_printf ("P%u", i);

          accord_codebook_builder_add_principle (builder, id, NULL);
        }
      g_string_truncate (term, 0);
      for (gint w = g_rand_int_range (rand, 2, 4); w > 0; w--)
        g_string_append_printf (term, "%s%s",
                                source->words[g_rand_int_range (rand, 0, (gint32) source->n_words)],
                                w > 1 ? source->space : "");
      if (i > 400)
        g_string_append_printf (term, "%sy%u", source->space, i);
      accord_codebook_builder_add_term (
        builder, &(AccordTerm){ source->language, term->str, 0, FALSE, NULL, 0 });
    }
  codebook = accord_codebook_builder_end (builder, NULL);
  return accord_matcher_new (codebook, NULL, NULL);
}

static AccordDocument *
make_document (const char *data, const char *language)
{
  g_autoptr (AccordText) text = accord_text_new (data, strlen (data), NULL);
  g_autoptr (GArray) blocks = g_array_new (FALSE, FALSE, sizeof (AccordBlock));
  const char *fields[ACCORD_N_FIELDS] = { NULL };

  fields[ACCORD_FIELD_LANGUAGE] = language;
  for (const char *p = data; *p != '\0';)
    {
      gsize length = strcspn (p, "\n");
      AccordBlock block = { { (guint32) (p - data), (guint32) (p - data + length) },
                            ACCORD_ROLE_PARAGRAPH,
                            TRUE,
                            0,
                            0,
                            NULL,
                            NULL };

      g_array_append_val (blocks, block);
      p += length + (p[length] != '\0');
    }
  return accord_document_new (text, (const AccordBlock *) (gpointer) blocks->data, blocks->len,
                              fields, ACCORD_UNIT_SENTENCES, NULL, NULL);
}

static guint
run_icu (const char *data, UBreakIteratorType type, const char *language)
{
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *iterator = ubrk_open (type, language, NULL, 0, &status);
  UText text = UTEXT_INITIALIZER;
  guint n = 0;

  utext_openUTF8 (&text, data, -1, &status);
  ubrk_setUText (iterator, &text, &status);
  while (ubrk_next (iterator) != UBRK_DONE)
    n++;
  utext_close (&text);
  ubrk_close (iterator);
  return n;
}

static guint
run_words (AccordDocument *document)
{
  g_autoptr (AccordWords) words = accord_words_new (document, NULL, NULL);

  return accord_words_get_n_words (words);
}

static guint
run_find (const AccordMatcher *matcher, AccordDocument *document, const AccordWords *words)
{
  g_autoptr (GArray) mentions = g_array_new (FALSE, FALSE, sizeof (AccordMention));

  accord_matcher_find_all (matcher, document, words, mentions, NULL, NULL);
  return mentions->len;
}

static guint
run_analysis (AccordMatcher *matcher, AccordDocument *document)
{
  g_autoptr (AccordAnalysis) analysis = accord_analysis_new (document, matcher, NULL, NULL);
  guint n = 0;

  accord_analysis_get_codings (analysis, &n);
  return n;
}

static guint
run_recode (AccordAnalysis *former, AccordMatcher *matcher)
{
  g_autoptr (AccordAnalysis) analysis = accord_analysis_recode (former, matcher, NULL, NULL);
  guint n = 0;

  accord_analysis_get_codings (analysis, &n);
  return n;
}

static void
print_line (const char *what, gsize bytes, gint64 microseconds, guint n, const char *of)
{
  g_print ("  %-28s %8.1f MB/s  %u %s\n", what, (double) bytes / (double) MAX (microseconds, 1), n,
           of);
}

/* The best of some runs. */
#define MEASURE(what, bytes, call, of)                                                             \
  do                                                                                               \
    {                                                                                              \
      gint64 best = G_MAXINT64;                                                                    \
      guint n = 0;                                                                                 \
                                                                                                   \
      for (guint run = 0; run < RUNS; run++)                                                       \
        {                                                                                          \
          gint64 start = g_get_monotonic_time ();                                                  \
                                                                                                   \
          n = call;                                                                                \
          best = MIN (best, g_get_monotonic_time () - start);                                      \
        }                                                                                          \
      print_line (what, bytes, best, n, of);                                                       \
    }                                                                                              \
  while (0)

static void
bench (const char *name, const char *data, const Source *source)
{
  gsize bytes = strlen (data);
  g_autoptr (AccordDocument) document = make_document (data, source->language);
  g_autoptr (AccordWords) words = accord_words_new (document, NULL, NULL);
  g_autoptr (AccordMatcher) small = make_matcher (source, 900);
  g_autoptr (AccordMatcher) edited = make_matcher (source, 990);
  g_autoptr (AccordAnalysis) former = accord_analysis_new (document, small, NULL, NULL);
  gint64 compiled = g_get_monotonic_time ();
  g_autoptr (AccordMatcher) large = make_matcher (source, 100000);
  double compile_ms = (double) (g_get_monotonic_time () - compiled) / 1000.0;

  g_print ("%s, %" G_GSIZE_FORMAT " bytes\n", name, bytes);
  MEASURE ("reference: ICU sentences", bytes, run_icu (data, UBRK_SENTENCE, source->language),
           "sentences");
  MEASURE ("reference: ICU words", bytes, run_icu (data, UBRK_WORD, source->language), "pieces");
  MEASURE ("words", bytes, run_words (document), "words");
  MEASURE ("find, 900 terms", bytes, run_find (small, document, words), "mentions");
  MEASURE ("find, 100,000 terms", bytes, run_find (large, document, words), "mentions");
  MEASURE ("analysis, 900 terms", bytes, run_analysis (small, document), "codings");
  MEASURE ("the same after an edit", bytes, run_recode (former, edited), "codings");
  MEASURE ("analysis, 100,000 terms", bytes, run_analysis (large, document), "codings");
  g_print ("  compiling 100,000 terms      %8.0f ms\n", compile_ms);
}

/* The texts in $ACCORD_BENCH/segment, whose names begin with their language. */
static void
bench_folder (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "segment", NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    for (guint i = 0; i < G_N_ELEMENTS (SOURCES); i++)
      {
        g_autofree char *file = g_build_filename (path, name, NULL);
        g_autofree char *data = NULL;

        if (strncmp (name, SOURCES[i].language, 2) == 0 && g_str_has_suffix (name, ".txt") &&
            g_file_get_contents (file, &data, NULL, NULL))
          bench (name, data, &SOURCES[i]);
      }
}

int
main (int argc, char **argv)
{
  const char *folder = g_getenv ("ACCORD_BENCH");

  for (guint i = 0; i < G_N_ELEMENTS (SOURCES); i++)
    {
      g_autofree char *data = make_text (&SOURCES[i]);

      bench (SOURCES[i].language, data, &SOURCES[i]);
    }
  if (folder != NULL)
    bench_folder (folder);
  return 0;
}
