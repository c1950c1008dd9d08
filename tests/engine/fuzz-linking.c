/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fuzz target of the aligner and of the reader of lexicons: any bytes damage a small
 * lexicon and make two documents, which are compared; what must always hold is checked.
 * Without libFuzzer, main makes inputs itself: "fuzz-linking ROUNDS SEED". */
#include <stdlib.h>
#include <string.h>

#include "engine/accord-lexicon-builder.h"
#include "fixture.h"

#define ROUNDS 400u
#define MOST_DAMAGE 8u

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static const struct
{
  const char *language;
  const char *word;
} WORDS[] = {
  { "en", "bridge" },        { "fr", "pont" },    { "zh", "桥梁" },      { "ru", "мост" },
  { "ar", "جسر" },           { "en", "river" },   { "fr", "fleuve" },    { "zh", "河流" },
  { "ru", "река" },          { "ar", "نهر" },     { "en", "committee" }, { "fr", "comité" },
  { "zh", "委员会" },        { "ru", "комитет" }, { "ar", "لجنة" },      { "en", "sister city" },
  { "fr", "ville jumelle" },
};

/* Words of one meaning stand five apart. */
static GBytes *
small_lexicon (void)
{
  g_autoptr (AccordLexiconBuilder) builder = accord_lexicon_builder_new ();
  static const char *const NAMES[] = { "bridge", "river", "committee", "city" };
  guint32 concepts[G_N_ELEMENTS (NAMES)];

  for (guint i = 0; i < G_N_ELEMENTS (NAMES); i++)
    concepts[i] = accord_lexicon_builder_add_concept (builder, NAMES[i], (guint8) (60 * i));
  accord_lexicon_builder_relate (builder, concepts[0], concepts[1], 90);
  for (guint i = 0; i < G_N_ELEMENTS (WORDS); i++)
    accord_lexicon_builder_add_word (builder, WORDS[i].language, WORDS[i].word, concepts[i / 5],
                                     200);
  accord_lexicon_builder_add_skeletons (builder, "ar");
  return accord_lexicon_builder_build (builder);
}

/* Three bytes a change: where, and what is turned over. */
static AccordLexicon *
damaged_lexicon (const guint8 **data, gsize *size)
{
  g_autoptr (GBytes) bytes = small_lexicon ();
  gsize length = 0;
  gpointer copy = g_bytes_unref_to_data (g_steal_pointer (&bytes), &length);
  g_autoptr (GBytes) damaged = NULL;

  for (guint n = *size > 0 ? (*data)[0] % MOST_DAMAGE : 0; n > 0 && *size > 3; n--)
    {
      ((guint8 *) copy)[((guint) (*data)[1] << 8 | (*data)[2]) % length] ^= (*data)[3];
      *data += 3;
      *size -= 3;
    }
  damaged = g_bytes_new_take (copy, length);
  return accord_lexicon_new (damaged, NULL);
}

/* A source of the fixture's: language and unit by the first byte. */
static char *
make_source (const guint8 *data, gsize size)
{
  static const char *const LANGUAGES[] = {
    "en", "fr", "zh-Hans", "ru", "ar", "de", "xx", "zh-Hant"
  };
  g_autofree char *text = g_utf8_make_valid (size > 0 ? (const char *) data : "", (gssize) size);
  guint8 first = size > 0 ? data[0] : 0;

  return g_strdup_printf ("%s%s|%s", LANGUAGES[first % 8], first & 8 ? "+" : "", text);
}

static void
check_link (const AccordComparison *comparison, const AccordLink *link)
{
  const AccordReason *reasons = accord_comparison_get_reasons (comparison, link);
  AccordText *text =
    accord_document_get_text (accord_comparison_get_document (comparison, link->a.document));
  gint sum = 0;

  g_assert_cmpuint (link->n_reasons, >=, 1);
  for (guint i = 0; i < link->n_reasons; i++)
    {
      const AccordSpan *spans = accord_comparison_get_spans (comparison, reasons[i].first_a);

      sum += reasons[i].weight;
      for (guint s = 0; s < reasons[i].n_a; s++)
        g_assert_true (spans[s].start < spans[s].end &&
                       accord_text_is_boundary (text, spans[s].start) &&
                       accord_text_is_boundary (text, spans[s].end));
    }
  g_assert_cmpint (sum, ==, link->score);
  g_assert_cmpint (link->score, <=, 1000);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (AccordLexicon) lexicon = damaged_lexicon (&data, &size);
  const guint8 *bar = size > 0 ? memchr (data, '|', size) : NULL;
  gsize half = bar != NULL ? (gsize) (bar - data) : size / 2;
  g_autofree char *a = make_source (data, half);
  g_autofree char *b = make_source (data + half, size - half);
  const char *sources[] = { a, b };
  AccordCompareOptions options = { 300, size % 3, 1, .lexicon = lexicon };
  g_autoptr (AccordComparison) comparison = fixture_compare (sources, 2, &options);
  guint n = 0;
  const AccordLink *links = accord_comparison_get_links (comparison, &n);

  for (guint i = 0; i < n; i++)
    check_link (comparison, &links[i]);
  return 0;
}

#ifndef ACCORD_LIBFUZZER
/* Words that mean something, marks, numbers, and bytes of any kind. */
static void
append_piece (GRand *rand, GByteArray *input)
{
  static const char *const MARKS[] = {
    ". ", "\n", "|", "، ", "。", " 65th ", " 1,500 ", " Geneva "
  };
  const char *word = WORDS[g_rand_int_range (rand, 0, G_N_ELEMENTS (WORDS))].word;
  guint8 byte = (guint8) g_rand_int_range (rand, 0, 256);

  switch (g_rand_int_range (rand, 0, 8))
    {
    case 0:
      g_byte_array_append (input, &byte, 1);
      return;
    case 1:
      word = MARKS[g_rand_int_range (rand, 0, G_N_ELEMENTS (MARKS))];
      break;
    default:
      break;
    }
  g_byte_array_append (input, (const guint8 *) word, (guint) strlen (word));
  g_byte_array_append (input, (const guint8 *) " ", 1);
}

int
main (int argc, char **argv)
{
  guint rounds = argc > 1 ? (guint) strtoul (argv[1], NULL, 10) : ROUNDS;
  g_autoptr (GRand) rand =
    g_rand_new_with_seed (argc > 2 ? (guint32) strtoul (argv[2], NULL, 10) : 1);

  for (guint i = 0; i < rounds; i++)
    {
      g_autoptr (GByteArray) input = g_byte_array_new ();

      for (gint head = g_rand_int_range (rand, 0, 26); head > 0; head--)
        {
          guint8 byte = (guint8) g_rand_int_range (rand, 0, 256);

          g_byte_array_append (input, &byte, 1);
        }
      for (gint piece = g_rand_int_range (rand, 0, 120); piece > 0; piece--)
        append_piece (rand, input);
      LLVMFuzzerTestOneInput (input->data, input->len);
    }
  return 0;
}
#endif
