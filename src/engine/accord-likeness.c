/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of one origin begin alike or share most pairs of letters; names keep their
 * consonants in every script. ICU spells words in ASCII. */
#include "engine/accord-likeness-private.h"

#include <string.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

#include "engine/accord-content-private.h"

/* Longer words are no names, and their comparison is quadratic. */
#define MOST_LETTERS 32u
#define LEAST_COGNATE 4u
#define LEAST_SKELETON 3u
/* So many letters must be the same at the beginning for two words to be compared at all. */
#define KEY_LETTERS 3u

/* Owned by one thread; made when it is first needed. */
struct _AccordSpeller
{
  UTransliterator *transliterator; /* nullable */
};

/* Making one takes ICU many milliseconds, copying it little. */
static gpointer
build_template (gpointer data)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar id[64];

  u_uastrcpy (id, "Any-Latin; Latin-ASCII; Lower");
  return utrans_openU (id, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
}

static UTransliterator *
open_transliterator (void)
{
  static GOnce once = G_ONCE_INIT;
  UErrorCode status = U_ZERO_ERROR;
  const UTransliterator *template = g_once (&once, build_template, NULL);

  return template != NULL ? utrans_clone (template, &status) : NULL;
}

/**
 * accord_speller_new:
 *
 * Returns: (transfer full): a speller for one thread
 */
AccordSpeller *
accord_speller_new (void)
{
  return g_new0 (AccordSpeller, 1);
}

/**
 * accord_speller_free:
 * @self: (transfer full): a speller
 */
void
accord_speller_free (AccordSpeller *self)
{
  g_clear_pointer (&self->transliterator, utrans_close);
  g_free (self);
}

static gboolean
is_plain (const char *word)
{
  while (g_ascii_islower (*word))
    word++;
  return *word == '\0';
}

/* The letters a to z of @word as ICU spells it; FALSE where there are none or too many. */
static gboolean
transliterate (AccordSpeller *self, const char *word, char ascii[4 * MOST_LETTERS + 1])
{
  UChar buffer[4 * MOST_LETTERS];
  UErrorCode status = U_ZERO_ERROR;
  gint32 length = 0, limit;
  guint n = 0;

  if (is_plain (word))
    return g_strlcpy (ascii, word, 4 * MOST_LETTERS + 1) <= MOST_LETTERS;
  if (self->transliterator == NULL)
    self->transliterator = open_transliterator ();
  u_strFromUTF8 (buffer, MOST_LETTERS, &length, word, -1, &status);
  if (self->transliterator == NULL || U_FAILURE (status))
    return FALSE;
  limit = length;
  utrans_transUChars (self->transliterator, buffer, &length, G_N_ELEMENTS (buffer), 0, &limit,
                      &status);
  for (gint32 i = 0; U_SUCCESS (status) && i < length; i++)
    if (buffer[i] >= 'a' && buffer[i] <= 'z')
      ascii[n++] = (char) buffer[i];
  ascii[n] = '\0';
  return n > 0;
}

/* One letter for each consonant sound: what scripts spell in different ways falls together. */
static char *
dup_skeleton (const char *ascii)
{
  GString *skeleton = g_string_new (NULL);

  for (const char *p = ascii; *p != '\0'; p++)
    {
      char c = *p;

      if (strchr ("aeiouwyh", c) != NULL)
        continue;
      c = strchr ("qc", c) != NULL ? 'k' : c == 'z' ? 's' : c == 'v' ? 'f' : c == 'j' ? 'g' : c;
      if (skeleton->len == 0 || skeleton->str[skeleton->len - 1] != c)
        g_string_append_c (skeleton, c);
    }
  return g_string_free (skeleton, skeleton->len < LEAST_SKELETON);
}

/**
 * accord_speller_spell:
 * @self: a speller
 * @word: a folded word
 * @form: (out): its spelling; to be cleared
 *
 * Returns: FALSE where there is nothing that may be compared; then nothing is to be cleared
 */
gboolean
accord_speller_spell (AccordSpeller *self, const char *word, AccordForm *form)
{
  char ascii[4 * MOST_LETTERS + 1];
  gsize n;

  memset (form, 0, sizeof *form);
  form->script = (gint) g_unichar_get_script (g_utf8_get_char (word));
  if (!transliterate (self, word, ascii))
    return FALSE;
  n = strlen (ascii);
  if (form->script == G_UNICODE_SCRIPT_LATIN && n >= LEAST_COGNATE && n <= MOST_LETTERS)
    {
      form->text = g_strdup (ascii);
      form->key = (guint32) ((guchar) ascii[0] << 16 | (guchar) ascii[1] << 8 | (guchar) ascii[2]);
    }
  form->skeleton = dup_skeleton (ascii);
  return form->text != NULL || form->skeleton != NULL;
}

/**
 * accord_form_clear:
 * @form: a form
 */
void
accord_form_clear (AccordForm *form)
{
  g_clear_pointer (&form->text, g_free);
  g_clear_pointer (&form->skeleton, g_free);
}

/* Twice the pairs of neighbouring letters that both have, by that of all, in thousandths. */
static guint32
bigram_dice (const char *a, gsize n_a, const char *b, gsize n_b)
{
  guint64 used = 0;
  guint32 common = 0;

  for (gsize i = 0; i + 1 < n_a; i++)
    for (gsize j = 0; j + 1 < n_b; j++)
      if (!(used & (G_GUINT64_CONSTANT (1) << j)) && a[i] == b[j] && a[i + 1] == b[j + 1])
        {
          used |= G_GUINT64_CONSTANT (1) << j;
          common++;
          break;
        }
  return (guint32) (2000 * common / (n_a + n_b - 2));
}

/* Of words that begin alike: by the share of the beginning in the longer one, or by Dice. */
static guint32
cognate_likeness (const char *a, const char *b)
{
  gsize n_a = strlen (a), n_b = strlen (b), prefix = 0;
  guint32 share, dice, like = 0;

  while (prefix < MIN (n_a, n_b) && a[prefix] == b[prefix])
    prefix++;
  share = (guint32) (1000 * prefix / MAX (n_a, n_b));
  if (prefix >= LEAST_COGNATE && share >= 600)
    like = 450 + share / 2;
  dice = bigram_dice (a, n_a, b, n_b);
  if (dice >= 600)
    like = MAX (like, 300 + dice * 3 / 10);
  return like;
}

/* Levenshtein's distance. */
static guint
edit_distance (const char *a, gsize n_a, const char *b, gsize n_b)
{
  guint row[4 * MOST_LETTERS + 1];

  for (gsize j = 0; j <= n_b; j++)
    row[j] = (guint) j;
  for (gsize i = 1; i <= n_a; i++)
    {
      guint before = row[0];

      row[0] = (guint) i;
      for (gsize j = 1; j <= n_b; j++)
        {
          guint best = MIN (MIN (row[j], row[j - 1]) + 1, before + (a[i - 1] != b[j - 1]));

          before = row[j];
          row[j] = best;
        }
    }
  return row[n_b];
}

/* The first consonant must be the same, which spares most comparisons. */
static guint32
name_likeness (const char *a, const char *b)
{
  gsize n_a = strlen (a), n_b = strlen (b);
  guint32 share;

  if (*a != *b || 4 * MIN (n_a, n_b) < 3 * MAX (n_a, n_b))
    return 0;
  share = (guint32) (1000 - 1000 * edit_distance (a, n_a, b, n_b) / MAX (n_a, n_b));

  return share >= 750 ? 400 + share * 45 / 100 : 0;
}

/**
 * accord_likeness:
 * @a: the form of a word
 * @flags_a: its #AccordContentFlags
 * @b: that of another one
 * @flags_b: its flags
 *
 * Cost: quadratic in their letters, where they begin alike; they have at most 32.
 *
 * Returns: 0 for unlike, else up to 1000
 */
guint32
accord_likeness (const AccordForm *a, guint flags_a, const AccordForm *b, guint flags_b)
{
  if (a->text != NULL && b->text != NULL)
    return a->key == b->key ? cognate_likeness (a->text, b->text) : 0;
  if (a->script == b->script || a->skeleton == NULL || b->skeleton == NULL ||
      ((flags_a | flags_b) & ACCORD_CONTENT_NAME) == 0)
    return 0;
  return name_likeness (a->skeleton, b->skeleton);
}
