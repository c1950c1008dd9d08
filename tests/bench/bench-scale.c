/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How linking grows: two documents of 1,000, 10,000 and 100,000 passages, ten of 50
 * pages, 200 of 50 passages, with the lexicon. Sentences are made up of the lexicon's
 * own English words, by how often they are met; a fourth of each text is a variant of
 * what the others say. */
#include <math.h>
#include <stdlib.h>
#include <sys/resource.h>

#include "engine/accord-comparison.h"

#define N_WORDS 30000u
#define N_CONTENT 12

typedef struct
{
  AccordLexicon *lexicon;
  AccordMatcher *matcher;
  GPtrArray *words; /* the commonest first */
  GPtrArray *stock; /* sentences that every document may vary */
} Bench;

typedef struct
{
  guint weight;
  guint32 concept;
} Ranked;

static gint
compare_ranked (gconstpointer a, gconstpointer b)
{
  const Ranked *x = a, *y = b;

  if (x->weight != y->weight)
    return x->weight < y->weight ? -1 : 1;
  return x->concept < y->concept ? -1 : x->concept > y->concept;
}

static GPtrArray *
common_words (const AccordLexicon *lexicon)
{
  guint n = accord_lexicon_get_n_concepts (lexicon);
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  g_autofree Ranked *ranked = g_new (Ranked, n + 1);

  for (guint i = 0; i < n; i++)
    ranked[i] = (Ranked){ accord_lexicon_get_weight (lexicon, i), i };
  qsort (ranked, n, sizeof *ranked, compare_ranked);
  for (guint i = 0; i < MIN (n, N_WORDS); i++)
    g_ptr_array_add (words, accord_lexicon_dup_name (lexicon, ranked[i].concept));
  return words;
}

/* By Zipf's law. */
static const char *
random_word (Bench *bench, GRand *rand)
{
  guint rank = (guint) pow (bench->words->len, g_rand_double (rand));

  return g_ptr_array_index (bench->words, MIN (rank, bench->words->len - 1));
}

static char *
random_sentence (Bench *bench, GRand *rand)
{
  GString *text = g_string_new (NULL);

  for (gint i = g_rand_int_range (rand, N_CONTENT / 2, 3 * N_CONTENT / 2); i > 0; i--)
    g_string_append_printf (text, "%s ", random_word (bench, rand));
  return g_string_free (text, FALSE);
}

/* Every third word of @sentence is another one. */
static void
append_variant (Bench *bench, GRand *rand, const char *sentence, GString *text)
{
  g_auto (GStrv) words = g_strsplit (sentence, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    g_string_append_printf (
      text, "%s ", g_rand_int_range (rand, 0, 3) == 0 ? random_word (bench, rand) : words[i]);
}

static AccordAnalysis *
make_document (Bench *bench, guint seed, guint n_passages)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GString) data = g_string_new (NULL);
  g_autoptr (GArray) blocks = g_array_new (FALSE, FALSE, sizeof (AccordBlock));
  g_autoptr (AccordText) text = NULL;
  g_autoptr (AccordDocument) document = NULL;
  const char *fields[ACCORD_N_FIELDS] = { NULL };

  for (guint i = 0; i < n_passages; i++)
    {
      AccordBlock block = { { (guint32) data->len, 0 }, ACCORD_ROLE_PARAGRAPH, TRUE };

      if (g_rand_int_range (rand, 0, 4) == 0)
        append_variant (
          bench, rand,
          g_ptr_array_index (bench->stock, g_rand_int_range (rand, 0, (gint) bench->stock->len)),
          data);
      else
        {
          g_autofree char *sentence = random_sentence (bench, rand);

          g_string_append (data, sentence);
        }
      block.span.end = (guint32) data->len;
      g_array_append_val (blocks, block);
      g_string_append_c (data, '\n');
    }
  text = accord_text_new (data->str, data->len, NULL);
  fields[ACCORD_FIELD_LANGUAGE] = "en";
  document = accord_document_new (text, (const AccordBlock *) (gpointer) blocks->data, blocks->len,
                                  fields, ACCORD_UNIT_BLOCKS, NULL, NULL);
  return accord_analysis_new (document, bench->matcher, NULL, NULL);
}

static void
fill_stock (Bench *bench, guint n)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  g_clear_pointer (&bench->stock, g_ptr_array_unref);
  bench->stock = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (bench->stock, random_sentence (bench, rand));
}

static void
compare (Bench *bench, const char *what, guint n_documents, guint n_passages)
{
  g_autoptr (GPtrArray) analyses =
    g_ptr_array_new_with_free_func ((GDestroyNotify) accord_analysis_unref);
  AccordCompareOptions options = { ACCORD_THRESHOLD_DEFAULT, .lexicon = bench->lexicon };
  g_autoptr (AccordComparison) comparison = NULL;
  struct rusage usage = { 0 };
  gint64 start, end;
  guint n_links = 0;

  fill_stock (bench, n_passages / 2 + 1);
  for (guint i = 0; i < n_documents; i++)
    g_ptr_array_add (analyses, make_document (bench, 100 + i, n_passages));
  start = g_get_monotonic_time ();
  comparison = accord_comparison_new ((AccordAnalysis *const *) analyses->pdata, analyses->len,
                                      &options, NULL, NULL);
  end = g_get_monotonic_time ();
  accord_comparison_get_links (comparison, &n_links);
  getrusage (RUSAGE_SELF, &usage);
  g_print ("  %-36s %9.1f ms  %7.1f us a passage  %8u links  peak %4ld MB\n", what,
           (double) (end - start) / 1000.0,
           (double) (end - start) / ((double) n_documents * n_passages), n_links,
           usage.ru_maxrss / 1024);
}

static AccordMatcher *
matcher_new (void)
{
  g_autoptr (AccordCodebookBuilder) builder = accord_codebook_builder_new ("bench");
  g_autoptr (AccordCodebook) codebook = NULL;

  accord_codebook_builder_add_theme (builder, "T");
  accord_codebook_builder_add_principle (builder, "privacy", NULL);
  accord_codebook_builder_add_term (builder, &(AccordTerm){ "en", "privacy", 0, FALSE, NULL, 0 });
  codebook = accord_codebook_builder_end (builder, NULL);
  return accord_matcher_new (codebook, NULL, NULL);
}

int
main (int argc, char **argv)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (g_getenv ("ACCORD_LEXICON"), FALSE, NULL);
  g_autoptr (GBytes) bytes = g_mapped_file_get_bytes (file);
  g_autoptr (AccordLexicon) lexicon = accord_lexicon_new (bytes, NULL);
  g_autoptr (AccordMatcher) matcher = matcher_new ();
  Bench bench = { lexicon, matcher, common_words (lexicon), NULL };

  compare (&bench, "2 documents of 1,000 passages", 2, 1000);
  compare (&bench, "2 documents of 10,000 passages", 2, 10000);
  compare (&bench, "10 documents of 50 pages (45 pairs)", 10, 1000);
  compare (&bench, "200 documents of 50 passages", 200, 50);
  compare (&bench, "2 documents of 100,000 passages", 2, 100000);
  g_ptr_array_unref (bench.words);
  g_ptr_array_unref (bench.stock);
  return 0;
}
