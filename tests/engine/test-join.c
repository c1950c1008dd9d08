/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One passage that corresponds to several: the parts of a link stand together and share
 * exact reasons; what does not belong is left alone. */
#include "fixture.h"

static const struct
{
  const char *name;
  const char *a;
  const char *b;
  const char *expected; /* links with the number of the part behind each */
} CASES[] = {
  { "a sentence that was cut in two",
    "en+|Developers shall publish safety reports every year and open their training data to "
    "independent auditors. Rivers carry fish.",
    "en+|Developers shall publish safety reports every year. They open their training data to "
    "independent auditors. Mountains are high.",
    "0:0-1:0 reworded 0 | 0:0-1:1 reworded 1" },
  { "the other way round",
    "en+|Developers shall publish safety reports every year. They open their training data to "
    "independent auditors. Mountains are high.",
    "en+|Developers shall publish safety reports every year and open their training data to "
    "independent auditors. Rivers carry fish.",
    "0:0-1:0 reworded 0 | 0:1-1:0 reworded 1" },
  { "joined as it stood is the same",
    "en+|Transparency builds trust; privacy protects people; oversight keeps control.",
    "en+|Transparency builds trust. Privacy protects people. Oversight keeps control.",
    "0:0-1:0 same 0 | 0:0-1:1 same 1 | 0:0-1:2 same 2" },
  { "a neighbour that says something else is left alone",
    "en+|Developers shall publish safety reports every year. Rivers carry fish.",
    "en+|Developers shall publish safety reports every year. Mountains are high in the north.",
    "0:0-1:0 same 0" },
  { "paragraphs are not joined",
    "en+|Developers shall publish safety reports every year and open their training data to "
    "independent auditors.",
    "en+|Developers shall publish their safety reports every year, and training data.\n"
    "They open data to independent auditors.",
    "0:0-1:0 reworded 0" },
};

static char *
describe (const AccordComparison *comparison)
{
  GString *text = g_string_new (NULL);
  guint n = 0;
  const AccordLink *links = accord_comparison_get_links (comparison, &n);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%u:%u-%u:%u %s %u", i > 0 ? " | " : "", links[i].a.document,
                            links[i].a.passage, links[i].b.document, links[i].b.passage,
                            accord_link_kind_name (links[i].kind), links[i].part);
  return g_string_free (text, FALSE);
}

static void
assert_exact (const AccordComparison *comparison)
{
  guint n = 0;
  const AccordLink *links = accord_comparison_get_links (comparison, &n);

  for (guint i = 0; i < n; i++)
    {
      const AccordReason *reasons = accord_comparison_get_reasons (comparison, &links[i]);
      gint sum = 0;

      for (guint r = 0; r < links[i].n_reasons; r++)
        sum += reasons[r].weight;
      g_assert_cmpint (sum, ==, links[i].score);
      if (links[i].part == 0)
        continue;
      g_assert_cmpuint (i, >, 0);
      g_assert_cmpuint (links[i - 1].part + 1, ==, links[i].part);
      g_assert_cmpuint (links[i - 1].first_reason, ==, links[i].first_reason);
    }
}

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      const char *sources[] = { CASES[i].a, CASES[i].b };
      g_autoptr (AccordComparison) comparison = fixture_compare (sources, 2, NULL);
      g_autofree char *links = describe (comparison);

      g_test_message ("%s", CASES[i].name);
      assert_exact (comparison);
      g_assert_cmpstr (links, ==, CASES[i].expected);
    }
}

/* Sentences over a small vocabulary, cut and joined at random. */
static char *
random_source (GRand *rand)
{
  static const char *const WORDS[] = { "reports",  "auditors", "publish", "rivers", "safety",
                                       "training", "data",     "privacy", "shall",  "companies" };
  GString *source = g_string_new ("en+|");

  for (guint i = 0; i < 40; i++)
    {
      for (gint w = g_rand_int_range (rand, 1, 9); w > 0; w--)
        g_string_append_printf (source, "%s ", WORDS[g_rand_int_range (rand, 0, 10)]);
      g_string_append (source, "end. A");
    }
  return g_string_free (source, FALSE);
}

/* No passage is in two links, whatever the texts. */
static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint round = 0; round < 20; round++)
    {
      g_autofree char *a = random_source (rand);
      g_autofree char *b = random_source (rand);
      const char *sources[] = { a, b };
      g_autoptr (AccordComparison) comparison = fixture_compare (sources, 2, NULL);
      g_autoptr (GHashTable) owners = g_hash_table_new (NULL, NULL);
      guint n = 0;
      const AccordLink *links = accord_comparison_get_links (comparison, &n);

      assert_exact (comparison);
      for (guint i = 0; i < n; i++)
        {
          gpointer reason = GUINT_TO_POINTER (links[i].first_reason + 1);
          gpointer keys[] = { GUINT_TO_POINTER (2 * links[i].a.passage),
                              GUINT_TO_POINTER (2 * links[i].b.passage + 1) };

          for (guint side = 0; side < 2; side++)
            {
              gpointer owner = g_hash_table_lookup (owners, keys[side]);

              g_assert_true (owner == NULL || owner == reason);
              g_hash_table_insert (owners, keys[side], reason);
            }
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/join/cases", test_cases);
  g_test_add_func ("/join/random", test_random);
  return g_test_run ();
}
