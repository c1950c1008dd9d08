/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The analysis: which mentions make one coding, how sure it is, and in which order. */
#include "engine/accord-analysis.h"

#include <string.h>

#include "engine/accord-engine-error.h"
#include "engine/accord-language.h"

static void
add_terms (AccordCodebookBuilder *builder, const char *id, const char *const *terms)
{
  accord_codebook_builder_add_principle (builder, id, NULL);
  for (guint i = 0; terms[i] != NULL; i++)
    accord_codebook_builder_add_term (builder, &(AccordTerm){ "en", terms[i], 0, FALSE, NULL, 0 });
}

static AccordMatcher *
small_matcher (void)
{
  static const char *const PRIVACY[] = { "privacy", "personal data", "right to privacy", NULL };
  static const char *const SAFETY[] = { "safety", "testing", NULL };
  static const char *const LIMITS[] = { "limits on development", NULL };
  g_autoptr (AccordCodebookBuilder) builder = accord_codebook_builder_new ("small");
  g_autoptr (AccordCodebook) codebook = NULL;

  accord_codebook_builder_add_theme (builder, "T");
  add_terms (builder, "PRIVACY", PRIVACY);
  add_terms (builder, "SAFETY", SAFETY);
  add_terms (builder, "LIMITS", LIMITS);
  codebook = accord_codebook_builder_end (builder, NULL);
  return accord_matcher_new (codebook, NULL, NULL);
}

static AccordDocument *
document_of (const char *data)
{
  g_autoptr (AccordText) text = accord_text_new (data, strlen (data), NULL);
  AccordBlock block = {
    { 0, (guint32) strlen (data) }, ACCORD_ROLE_PARAGRAPH, TRUE, 0, 0, NULL, NULL
  };
  const char *fields[ACCORD_N_FIELDS] = { NULL };

  fields[ACCORD_FIELD_LANGUAGE] = "en";
  return accord_document_new (text, &block, 1, fields, ACCORD_UNIT_SENTENCES, NULL, NULL);
}

static AccordAnalysis *
analyse (const char *data)
{
  g_autoptr (AccordMatcher) matcher = small_matcher ();
  g_autoptr (AccordDocument) document = document_of (data);

  return accord_analysis_new (document, matcher, NULL, NULL);
}

/* A coding a line: passage, principle, stance, mentions, triggers. */
static char *
describe (const AccordAnalysis *analysis)
{
  GString *text = g_string_new (NULL);
  guint n_codings = 0, n = 0;
  const AccordCoding *codings = accord_analysis_get_codings (analysis, &n_codings);
  const AccordPrinciple *principles =
    accord_codebook_get_principles (accord_analysis_get_codebook (analysis), &n);
  const char *data = accord_document_get_data (accord_analysis_get_document (analysis));

  for (guint i = 0; i < n_codings; i++)
    {
      const AccordMention *mentions = accord_analysis_get_mentions (analysis, &codings[i]);
      const AccordSpan *triggers = accord_analysis_get_triggers (analysis, &codings[i]);

      g_string_append_printf (text, "%u %s %s:", codings[i].passage,
                              principles[codings[i].principle].id,
                              accord_stance_name (codings[i].stance));
      for (guint m = 0; m < codings[i].n_mentions; m++)
        g_string_append_printf (text, " [%.*s]", (int) accord_span_length (mentions[m].span),
                                data + mentions[m].span.start);
      for (guint t = 0; t < codings[i].n_triggers; t++)
        g_string_append_printf (text, " <%.*s>", (int) accord_span_length (triggers[t]),
                                data + triggers[t].start);
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

static void
test_groups (void)
{
  g_autoptr (AccordAnalysis) analysis =
    analyse ("Safety must come first. Nothing here is told. Personal data and privacy should be "
             "protected, testing shall go on, and privacy is dear.");
  g_autofree char *codings = describe (analysis);
  guint n = 99;

  g_assert_cmpstr (codings, ==,
                   "0 SAFETY oblige: [Safety] <must>\n"
                   "2 PRIVACY oblige: [Personal data] [privacy] [privacy] <shall>\n"
                   "2 SAFETY oblige: [testing] <shall>\n");
  accord_analysis_get_passage_codings (analysis, 1, &n);
  g_assert_cmpuint (n, ==, 0);
  accord_analysis_get_passage_codings (analysis, 2, &n);
  g_assert_cmpuint (n, ==, 2);
}

static gint
polarity_of (const char *data)
{
  static const char *const FAIRNESS[] = { "fairness", NULL };
  g_autoptr (AccordCodebookBuilder) builder = accord_codebook_builder_new ("small");
  AccordTerm bias = { .language = "en", .text = "discriminate", .against = TRUE };
  g_autoptr (AccordCodebook) codebook = NULL;
  g_autoptr (AccordMatcher) matcher = NULL;
  g_autoptr (AccordDocument) document = document_of (data);
  g_autoptr (AccordAnalysis) analysis = NULL;
  const AccordCoding *codings = NULL;
  guint n = 0;

  accord_codebook_builder_add_theme (builder, "T");
  add_terms (builder, "FAIRNESS", FAIRNESS);
  accord_codebook_builder_add_term (builder, &bias);
  codebook = accord_codebook_builder_end (builder, NULL);
  matcher = accord_matcher_new (codebook, NULL, NULL);
  analysis = accord_analysis_new (document, matcher, NULL, NULL);
  codings = accord_analysis_get_codings (analysis, &n);
  g_assert_cmpuint (n, ==, 1);
  return codings[0].polarity;
}

/* Who forbids the opposite of a principle, or harm to it, is for the principle. */
static void
test_polarity (void)
{
  g_assert_cmpint (polarity_of ("Systems should ensure fairness."), ==, 1);
  g_assert_cmpint (polarity_of ("Systems must not discriminate."), ==, 1);
  g_assert_cmpint (polarity_of ("Systems must not undermine fairness."), ==, 1);
  g_assert_cmpint (polarity_of ("Providers must report systems that discriminate."), ==, 1);
  g_assert_cmpint (polarity_of ("We oppose fairness."), ==, -1);
  g_assert_cmpint (polarity_of ("We support discrimination."), ==, -1);
  g_assert_cmpint (polarity_of ("We support fairness."), ==, 1);
}

#define LONG "and we add words that tell nothing of it "

static gint
score_of (const char *data)
{
  g_autoptr (AccordAnalysis) analysis = analyse (data);
  guint n = 0;
  const AccordCoding *codings = accord_analysis_get_codings (analysis, &n);

  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (codings[0].strength, ==, accord_stance_strength (codings[0].stance));
  return codings[0].score;
}

static void
test_scores (void)
{
  g_autofree char *late =
    g_strconcat ("We speak at length of many a thing ",
                 LONG LONG LONG LONG LONG LONG LONG LONG LONG LONG, "and of privacy.", NULL);

  g_assert_cmpint (score_of ("Privacy is our subject."), ==, 600);
  g_assert_cmpint (score_of ("Personal data are our subject."), ==, 720);
  /* of words of one principle that overlap the longer term counts */
  g_assert_cmpint (score_of ("The right to privacy."), ==, 714);
  /* what comes later tells less, far behind little more than half */
  g_assert_cmpint (score_of ("We speak of privacy."), ==, 585);
  g_assert_cmpint (score_of (late), ==, 331);
  /* two words leave less doubt than one, the same word hardly less */
  g_assert_cmpint (score_of ("Privacy, personal data."), >, 800);
  g_assert_cmpint (score_of ("Privacy, privacy."), <, 700);
  /* a word that is set aside */
  g_assert_cmpint (score_of ("Trust rather than limits on development."), <, 300);
  g_assert_cmpint (score_of ("Trust and limits on development."), >, 600);
}

/* What a passage is coded with depends on nothing but the passage and the codebook. */
static void
test_independent (void)
{
  g_autoptr (AccordAnalysis) alone = analyse ("Privacy must be safe.");
  g_autoptr (AccordAnalysis) among =
    analyse ("Privacy must be safe. Safety should be tested. Personal data are data.");
  guint n = 0;
  const AccordCoding *a = accord_analysis_get_passage_codings (alone, 0, &n);
  const AccordCoding *b = NULL;

  g_assert_cmpuint (n, ==, 1);
  b = accord_analysis_get_passage_codings (among, 0, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpmem (a, sizeof *a, b, sizeof *b);
}

typedef struct
{
  AccordMatcher *matcher;
  AccordDocument *document;
} Job;

static gpointer
analyse_cb (gpointer data)
{
  const Job *job = data;
  g_autoptr (AccordAnalysis) analysis =
    accord_analysis_new (job->document, job->matcher, NULL, NULL);

  return describe (analysis);
}

/* Threads share document and matcher, and find the same. */
static void
test_threads (void)
{
  GString *data = g_string_new (NULL);
  g_autoptr (AccordMatcher) matcher = small_matcher ();
  g_autoptr (AccordDocument) document = NULL;
  GThread *threads[4];
  g_autofree char *expected = NULL;
  Job job;

  for (guint i = 0; i < 500; i++)
    g_string_append_printf (data, "Rule %u: testing must respect privacy and 國 data. ", i);
  document = document_of (data->str);
  job = (Job){ matcher, document };
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("analysis", analyse_cb, &job);
  expected = analyse_cb (&job);
  g_assert_cmpuint (strlen (expected), >, 10000);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autofree char *found = g_thread_join (threads[i]);

      g_assert_cmpstr (found, ==, expected);
    }
  g_string_free (data, TRUE);
}

/* The former codebook with principles moved, a term more and a term less. */
static AccordMatcher *
edited_matcher (void)
{
  static const char *const LIMITS[] = { "limits on development", "rules", NULL };
  static const char *const SAFETY[] = { "testing", "safety", NULL };
  static const char *const PRIVACY[] = { "personal data", "right to privacy", NULL };
  static const char *const NEW[] = { "data", NULL };
  g_autoptr (AccordCodebookBuilder) builder = accord_codebook_builder_new ("edited");
  g_autoptr (AccordCodebook) codebook = NULL;

  accord_codebook_builder_add_theme (builder, "T");
  add_terms (builder, "NEW", NEW);
  add_terms (builder, "LIMITS", LIMITS);
  add_terms (builder, "SAFETY", SAFETY);
  add_terms (builder, "PRIVACY", PRIVACY);
  codebook = accord_codebook_builder_end (builder, NULL);
  return accord_matcher_new (codebook, NULL, NULL);
}

static void
assert_same (const AccordAnalysis *a, const AccordAnalysis *b)
{
  g_autofree char *is = describe (a);
  g_autofree char *should = describe (b);
  guint n_a = 0, n_b = 0;
  const AccordCoding *codings_a = accord_analysis_get_codings (a, &n_a);
  const AccordCoding *codings_b = accord_analysis_get_codings (b, &n_b);

  g_assert_cmpstr (is, ==, should);
  g_assert_cmpmem (codings_a, n_a * sizeof *codings_a, codings_b, n_b * sizeof *codings_b);
  for (guint i = 0; i < n_a; i++)
    g_assert_cmpmem (accord_analysis_get_mentions (a, &codings_a[i]),
                     codings_a[i].n_mentions * sizeof (AccordMention),
                     accord_analysis_get_mentions (b, &codings_b[i]),
                     codings_b[i].n_mentions * sizeof (AccordMention));
}

static void
test_recode (void)
{
  g_autoptr (AccordMatcher) matcher = small_matcher ();
  g_autoptr (AccordMatcher) edited = edited_matcher ();
  g_autoptr (AccordDocument) document = document_of (
    "Personal data must be safe. We oppose limits on development and rules. The right to privacy "
    "should be respected, and testing is not safety. Privacy matters. Safety shall not be tested "
    "rather than privacy. Nobody speaks here.");
  g_autoptr (AccordAnalysis) former = accord_analysis_new (document, matcher, NULL, NULL);
  g_autoptr (AccordAnalysis) recoded = accord_analysis_recode (former, edited, NULL, NULL);
  g_autoptr (AccordAnalysis) anew = accord_analysis_new (document, edited, NULL, NULL);
  g_autoptr (AccordAnalysis) back = accord_analysis_recode (recoded, matcher, NULL, NULL);

  assert_same (recoded, anew);
  assert_same (back, former);
  g_assert_true (accord_analysis_get_words (recoded) == accord_analysis_get_words (former));
}

typedef struct
{
  guint n;
  guint most;
  double last;
} Ticks;

static gboolean
tick_cb (double fraction, gpointer data)
{
  Ticks *ticks = data;

  g_assert_cmpfloat (fraction, >=, ticks->last);
  g_assert_cmpfloat (fraction, <=, 1);
  ticks->last = fraction;
  return ++ticks->n < ticks->most;
}

static void
test_watch (void)
{
  GString *data = g_string_new (NULL);
  g_autoptr (AccordMatcher) matcher = small_matcher ();
  g_autoptr (AccordDocument) document = NULL;
  Ticks ticks = { 0, G_MAXUINT, 0 };
  AccordWatch watch = { tick_cb, &ticks };
  g_autoptr (AccordAnalysis) analysis = NULL;
  guint n_ticks;

  while (data->len < 300000)
    g_string_append (data, "Every system must protect privacy. ");
  document = document_of (data->str);
  analysis = accord_analysis_new (document, matcher, &watch, NULL);
  g_assert_nonnull (analysis);
  g_assert_cmpfloat (ticks.last, >, 0.9);
  n_ticks = ticks.n;
  g_assert_cmpuint (n_ticks, >, 10);
  for (guint most = 1; most < n_ticks; most += 5)
    {
      g_autoptr (GError) error = NULL;

      ticks = (Ticks){ 0, most, 0 };
      g_assert_null (accord_analysis_new (document, matcher, &watch, &error));
      g_assert_error (error, ACCORD_ENGINE_ERROR, ACCORD_ENGINE_ERROR_CANCELLED);
      g_assert_cmpuint (ticks.n, ==, most);
    }
  g_string_free (data, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/groups", test_groups);
  g_test_add_func ("/analysis/scores", test_scores);
  g_test_add_func ("/analysis/polarity", test_polarity);
  g_test_add_func ("/analysis/independent", test_independent);
  g_test_add_func ("/analysis/recode", test_recode);
  g_test_add_func ("/analysis/threads", test_threads);
  g_test_add_func ("/analysis/watch", test_watch);
  return g_test_run ();
}
