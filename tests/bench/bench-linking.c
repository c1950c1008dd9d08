/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How fast passages are linked, beside the naive way: the cosine of character 4-grams
 * of every pair. Texts are made up here: sentences of which one in eight is taken from
 * a common stock and changed a little. ACCORD_BENCH may name a folder with statements. */
#include <math.h>
#include <string.h>

#include "engine/accord-comparison.h"

#define N_DOCUMENTS 12u
#define TEXT_BYTES (1u << 20)
#define N_STOCK 4000u
#define REFERENCE_PASSAGES 1000u
#define GRAM_SLOTS 4096u

static void
append_word (GRand *rand, GString *text)
{
  static const char *const SYLLABLES[] = { "ba", "ne", "ti", "ro", "mu", "sel", "kor", "an" };
  static const char *const TERMS[] = {
    "transparency", "human oversight", "privacy", "fair trial", "the", "of", "and", "shall"
  };
  guint rank = (guint) pow (20000.0, g_rand_double (rand));

  if (g_rand_int_range (rand, 0, 5) == 0)
    {
      g_string_append (text, TERMS[g_rand_int_range (rand, 0, G_N_ELEMENTS (TERMS))]);
      return;
    }
  for (; rank > 0; rank /= 8)
    g_string_append (text, SYLLABLES[rank % 8]);
}

static char *
make_sentence (GRand *rand)
{
  GString *text = g_string_new (NULL);

  for (gint i = g_rand_int_range (rand, 8, 30); i > 0; i--)
    {
      append_word (rand, text);
      g_string_append (text, i > 1 ? " " : ".");
    }
  return g_string_free (text, FALSE);
}

/* A sentence of the stock without its first word and with another one at the end. */
static void
append_variant (GRand *rand, const char *sentence, GString *text)
{
  const char *space = strchr (sentence, ' ');

  g_string_append_len (text, space + 1, (gssize) strlen (space + 1) - 1);
  g_string_append_c (text, ' ');
  append_word (rand, text);
  g_string_append_c (text, '.');
}

static char *
make_text (guint seed, char **stock, gsize bytes)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  GString *text = g_string_sized_new (bytes + 1000);

  while (text->len < bytes)
    {
      if (g_rand_int_range (rand, 0, 8) == 0)
        append_variant (rand, stock[g_rand_int_range (rand, 0, N_STOCK)], text);
      else
        {
          g_autofree char *sentence = make_sentence (rand);

          g_string_append (text, sentence);
        }
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

static AccordMatcher *
make_matcher (void)
{
  static const char *const TERMS[][3] = {
    { "transparency", "transparency", "透明" },
    { "oversight", "human oversight", "人类监督" },
    { "privacy", "privacy", "隐私" },
    { "fairness", "fair trial", "公平" },
  };
  g_autoptr (AccordCodebookBuilder) builder = accord_codebook_builder_new ("bench");
  g_autoptr (AccordCodebook) codebook = NULL;

  accord_codebook_builder_add_theme (builder, "T");
  for (guint i = 0; i < G_N_ELEMENTS (TERMS); i++)
    {
      accord_codebook_builder_add_principle (builder, TERMS[i][0], NULL);
      accord_codebook_builder_add_term (builder,
                                        &(AccordTerm){ "en", TERMS[i][1], 0, FALSE, NULL, 0 });
      accord_codebook_builder_add_term (builder,
                                        &(AccordTerm){ "zh", TERMS[i][2], 0, FALSE, NULL, 0 });
    }
  codebook = accord_codebook_builder_end (builder, NULL);
  return accord_matcher_new (codebook, NULL, NULL);
}

static AccordAnalysis *
analyse (AccordMatcher *matcher, const char *data, const char *language, AccordUnit unit)
{
  g_autoptr (AccordText) text = accord_text_new (data, strlen (data), NULL);
  g_autoptr (GArray) blocks = g_array_new (FALSE, FALSE, sizeof (AccordBlock));
  g_autoptr (AccordDocument) document = NULL;
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
  document = accord_document_new (text, (const AccordBlock *) (gpointer) blocks->data, blocks->len,
                                  fields, unit, NULL, NULL);
  return accord_analysis_new (document, matcher, NULL, NULL);
}

static double
count_pairs (AccordAnalysis *const *analyses, guint n)
{
  double pairs = 0;

  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n; j++)
      {
        guint n_i = 0, n_j = 0;

        accord_document_get_passages (accord_analysis_get_document (analyses[i]), &n_i);
        accord_document_get_passages (accord_analysis_get_document (analyses[j]), &n_j);
        pairs += (double) n_i * n_j;
      }
  return pairs;
}

static void
print_line (const char *what, double pairs, gint64 microseconds, guint n_links)
{
  g_print ("  %-34s %9.1f ms  %12.0f pairs/s  %u links\n", what, (double) microseconds / 1000.0,
           pairs / (double) MAX (microseconds, 1) * 1e6, n_links);
}

static void
bench_compare (const char *what, AccordAnalysis *const *analyses, guint n, guint n_threads)
{
  AccordCompareOptions options = { ACCORD_THRESHOLD_DEFAULT, 0, n_threads };
  gint64 start = g_get_monotonic_time ();
  g_autoptr (AccordComparison) comparison =
    accord_comparison_new (analyses, n, &options, NULL, NULL);
  gint64 end = g_get_monotonic_time ();
  guint n_links = 0;

  accord_comparison_get_links (comparison, &n_links);
  print_line (what, count_pairs (analyses, n), end - start, n_links);
}

/* The 4-grams of a passage, hashed, as a unit vector. */
static void
fill_grams (const char *data, AccordSpan span, float *grams)
{
  double norm = 0;

  memset (grams, 0, GRAM_SLOTS * sizeof *grams);
  for (guint32 i = span.start; i + 4 <= span.end; i++)
    {
      guint32 hash = 2166136261u;

      for (guint k = 0; k < 4; k++)
        hash = (hash ^ (guchar) g_ascii_tolower (data[i + k])) * 16777619u;
      grams[hash % GRAM_SLOTS]++;
    }
  for (guint i = 0; i < GRAM_SLOTS; i++)
    norm += (double) grams[i] * grams[i];
  for (guint i = 0; i < GRAM_SLOTS && norm > 0; i++)
    grams[i] /= (float) sqrt (norm);
}

static float *
grams_of (AccordAnalysis *analysis, guint *n)
{
  AccordDocument *document = accord_analysis_get_document (analysis);
  const AccordPassage *passages = accord_document_get_passages (document, n);
  float *grams = NULL;

  *n = MIN (*n, REFERENCE_PASSAGES);
  grams = g_new (float, (gsize) MAX (*n, 1) * GRAM_SLOTS);
  for (guint i = 0; i < *n; i++)
    fill_grams (accord_document_get_data (document), passages[i].span,
                grams + (gsize) i * GRAM_SLOTS);
  return grams;
}

/* Every pair of the first passages of two documents, the best of each over 0.5. */
static void
bench_reference (AccordAnalysis *a, AccordAnalysis *b)
{
  guint n_a = 0, n_b = 0, n_links = 0;
  gint64 start = g_get_monotonic_time ();
  g_autofree float *grams_a = grams_of (a, &n_a);
  g_autofree float *grams_b = grams_of (b, &n_b);

  for (guint i = 0; i < n_a; i++)
    {
      float best = 0;

      for (guint j = 0; j < n_b; j++)
        {
          const float *x = grams_a + (gsize) i * GRAM_SLOTS, *y = grams_b + (gsize) j * GRAM_SLOTS;
          float sum = 0;

          for (guint k = 0; k < GRAM_SLOTS; k++)
            sum += x[k] * y[k];
          best = MAX (best, sum);
        }
      n_links += best > 0.5f;
    }
  print_line ("reference: 4-gram cosine", (double) n_a * n_b, g_get_monotonic_time () - start,
              n_links);
}

static void
bench_synthetic (AccordMatcher *matcher)
{
  g_autoptr (GPtrArray) analyses =
    g_ptr_array_new_with_free_func ((GDestroyNotify) accord_analysis_unref);
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_auto (GStrv) stock = g_new0 (char *, N_STOCK + 1);
  AccordAnalysis *const *all = NULL;

  for (guint i = 0; i < N_STOCK; i++)
    stock[i] = make_sentence (rand);
  for (guint i = 0; i < N_DOCUMENTS; i++)
    {
      g_autofree char *text = make_text (100 + i, stock, TEXT_BYTES);

      g_ptr_array_add (analyses, analyse (matcher, text, "en", ACCORD_UNIT_BLOCKS));
    }
  all = (AccordAnalysis *const *) analyses->pdata;
  g_print ("made-up documents of 1 MB\n");
  bench_reference (all[0], all[1]);
  bench_compare ("2 documents, 1 thread", all, 2, 1);
  bench_compare ("12 documents, 1 thread", all, N_DOCUMENTS, 1);
  bench_compare ("12 documents, all processors", all, N_DOCUMENTS, 0);
}

static gint
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* The texts in $ACCORD_BENCH/governance/statements. */
static void
bench_folder (const char *folder, AccordMatcher *matcher)
{
  g_autofree char *path = g_build_filename (folder, "governance", "statements", NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) analyses =
    g_ptr_array_new_with_free_func ((GDestroyNotify) accord_analysis_unref);

  for (const char *name = NULL; dir != NULL && (name = g_dir_read_name (dir)) != NULL;)
    if (g_str_has_suffix (name, ".txt"))
      g_ptr_array_add (files, g_build_filename (path, name, NULL));
  g_ptr_array_sort (files, compare_names);
  for (guint i = 0; i < files->len; i++)
    {
      g_autofree char *data = NULL;

      if (g_file_get_contents (g_ptr_array_index (files, i), &data, NULL, NULL))
        g_ptr_array_add (analyses, analyse (matcher, data, NULL, ACCORD_UNIT_SENTENCES));
    }
  if (analyses->len < 2)
    return;
  g_print ("%u statements\n", analyses->len);
  bench_reference (g_ptr_array_index (analyses, 0), g_ptr_array_index (analyses, 1));
  bench_compare ("compare, 1 thread", (AccordAnalysis *const *) analyses->pdata, analyses->len, 1);
}

int
main (int argc, char **argv)
{
  const char *folder = g_getenv ("ACCORD_BENCH");
  g_autoptr (AccordMatcher) matcher = make_matcher ();

  bench_synthetic (matcher);
  if (folder != NULL)
    bench_folder (folder, matcher);
  return 0;
}
