/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How fast sentences are found, in MB of text a second, beside ICU's bare iterator over
 * the same text in the same run. Texts are made up here; ACCORD_BENCH may name a folder
 * whose segment/ holds more (LANGUAGE-*.txt). */
#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include "engine/accord-segment.h"

#define TEXT_BYTES (8u << 20)
#define RUNS 5

typedef struct
{
  const char *language;
  const char *sentences;
} Sample;

/* Repeated until they are a text, with more abbreviations than most have. */
static const Sample SAMPLES[] = {
  { "en", "The council met on 3 May, i.e. a day late. \"Who is to test it?\" asked Dr. Osei (of "
          "Norvik Inc.), and nobody knew. Each system, e.g. in schools, shall be tested before it "
          "is used; the results are published. It rose by 3.5 percent. Those who build or run a "
          "system answer for what it does, and they tell the people concerned in plain words how "
          "it came to a decision. Whoever is harmed may ask a person to look at the case again. " },
  { "zh-Hans",
    "理事会于五月三日举行会议，比原定时间晚了一天。“由谁来测试系统？”主席问道。没有人知道。"
    "各个系统（例如学校使用的系统）在使用之前应当接受测试；测试结果应当公布。" },
  { "fr", "Le conseil s’est réuni le 3 mai, c.-à-d. un jour trop tard. « Qui doit l’éprouver ? » a "
          "demandé M. Diallo, et nul ne le savait. Chaque système sera éprouvé avant son usage ; "
          "les résultats seront publiés. " },
  { "ru",
    "Совет собрался 3 мая, т. е. на день позже. «Кто будет проверять?» — спросил А. С. Белов. "
    "Никто не знал. Каждую систему проверяют до её применения; итоги публикуют. " },
  { "ar",
    "اجتمع المجلس في 3 مايو، أي بعد يوم من موعده. من سيختبر النظام؟ لم يعرف أحد. يختبر كل نظام قبل "
    "استخدامه؛ وتنشر النتائج للجميع. " },
};

static guint
run_icu (const char *data, gsize length, const char *language)
{
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *iterator = ubrk_open (UBRK_SENTENCE, language, NULL, 0, &status);
  UText text = UTEXT_INITIALIZER;
  guint n = 0;

  utext_openUTF8 (&text, data, (gint64) length, &status);
  ubrk_setUText (iterator, &text, &status);
  while (ubrk_next (iterator) != UBRK_DONE)
    n++;
  utext_close (&text);
  ubrk_close (iterator);
  return n;
}

static guint
run_ours (const char *data, gsize length, const char *language)
{
  g_autoptr (AccordSegmenter) segmenter = accord_segmenter_new (language);
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (AccordSpan));
  AccordSpan span = { 0, (guint32) length };

  accord_segmenter_learn (segmenter, data, span);
  accord_segmenter_split (segmenter, data, span, spans);
  return spans->len;
}

typedef guint (*Run) (const char *data, gsize length, const char *language);

/* Megabytes a second of the best of some runs. */
static double
measure (Run run, const char *data, gsize length, const char *language, guint *n)
{
  gint64 best = G_MAXINT64;

  for (guint i = 0; i < RUNS; i++)
    {
      gint64 start = g_get_monotonic_time ();

      *n = run (data, length, language);
      best = MIN (best, g_get_monotonic_time () - start);
    }
  return (double) length / (double) MAX (best, 1);
}

static void
bench (const char *name, const char *language, const char *data)
{
  gsize length = strlen (data);
  guint n = 0, n_icu = 0;
  double ours = measure (run_ours, data, length, language, &n);
  double icu = measure (run_icu, data, length, language, &n_icu);

  g_print ("%-12s ours %7.1f MB/s %7u sentences   ICU %7.1f MB/s %7u   ratio %.2f\n", name, ours, n,
           icu, n_icu, ours / icu);
}

static void
bench_sample (const Sample *sample)
{
  g_autoptr (GString) text = g_string_sized_new (TEXT_BYTES + 1024);

  while (text->len < TEXT_BYTES)
    g_string_append (text, sample->sentences);
  bench (sample->language, sample->language, text->str);
}

static void
bench_folder (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "segment", NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);
      g_autofree char *language = g_strndup (name, 2);
      g_autofree char *data = NULL;

      if (g_str_has_suffix (name, ".txt") && g_file_get_contents (file, &data, NULL, NULL))
        bench (name, language, data);
    }
}

int
main (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (SAMPLES); i++)
    bench_sample (&SAMPLES[i]);
  if (g_getenv ("ACCORD_BENCH") != NULL)
    bench_folder (g_getenv ("ACCORD_BENCH"));
  return 0;
}
