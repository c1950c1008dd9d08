/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes the article off Arabic words, and what is written before it, ahead of Snowball's
 * stemmer. That takes endings off first and then finds some words too short to lose their
 * article (الحرية, حرية got two stems), so that nouns of a dictionary were not found. */
#include "engine/accord-stem-arabic-private.h"

#include <string.h>

/* Letters that must be left; each takes two bytes. */
#define LEFT 3u

/* "And", with, as, so; "for the" loses its alif. */
static const char *const ARTICLES[] = { "ال", "وال", "بال", "كال", "فال", "لل", "ولل", "وبال" };

/* Signs of vowels and the stretching line. */
static gboolean
is_sign (gunichar c)
{
  return c == 0x0640 || c == 0x0670 || (c >= 0x064B && c <= 0x065F);
}

static void
remove_signs (GString *word)
{
  gsize to = 0;

  for (gsize at = 0; at < word->len;)
    {
      gsize n = (gsize) g_utf8_skip[(guchar) word->str[at]];

      if (!is_sign (g_utf8_get_char (word->str + at)))
        {
          memmove (word->str + to, word->str + at, n);
          to += n;
        }
      at += n;
    }
  g_string_truncate (word, to);
}

/**
 * accord_stem_arabic:
 * @word: a folded word, valid UTF-8; loses its article, and signs of vowels
 *
 * Words in other letters stay as they are. Cost: linear.
 */
void
accord_stem_arabic (GString *word)
{
  gunichar first = word->len > 0 ? g_utf8_get_char (word->str) : 0;

  if (first < 0x0621 || first > 0x06FF)
    return;
  remove_signs (word);
  for (guint i = 0; i < G_N_ELEMENTS (ARTICLES); i++)
    {
      gsize n = strlen (ARTICLES[i]);

      if (!g_str_has_prefix (word->str, ARTICLES[i]) || word->len < n + 2 * LEFT)
        continue;
      g_string_erase (word, 0, (gssize) n);
      return;
    }
}
