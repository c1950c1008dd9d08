/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From terms to keys: the stems of a term's content words parted by spaces, or its
 * ideographs joined. The compiler of the lexicon and the reader of a user's terms make
 * them here, with the same cuts, folds and stems that a document's words go through. */
#include "engine/accord-lexicon-private.h"

#include <string.h>

#include "engine/accord-fold-private.h"
#include "engine/accord-tokeniser-private.h"

/* Fewer consonants than this are common to too many words. */
#define SKELETON_MIN 3u

typedef struct
{
  GString *content; /* stems of content words */
  GString *all;     /* of function words too */
  guint n_content;
  guint n_all;
  guint n_han;
} KeyMaker;

static void
append_stem (GString *key, guint *n, const char *stem, gboolean is_han)
{
  if (*n > 0 && !is_han)
    g_string_append_c (key, ' ');
  g_string_append (key, stem);
  (*n)++;
}

static void
read_tokens (
  KeyMaker *maker, AccordFolder *folder, const char *language, const char *term, gsize length)
{
  g_autoptr (GString) stem = g_string_new (NULL);
  AccordTokeniser tokeniser;
  AccordRawToken token;

  accord_tokeniser_init (&tokeniser, term, (AccordSpan){ 0, (guint32) length }, language);
  while (accord_tokeniser_next (&tokeniser, &token))
    {
      gboolean is_han = (token.flags & ACCORD_TOKEN_HAN) != 0;
      gboolean is_stop = accord_folder_fold_token (folder, term + token.span.start,
                                                   accord_span_length (token.span), stem);

      if (stem->len == 0)
        continue;
      if (is_han)
        maker->n_han++;
      append_stem (maker->all, &maker->n_all, stem->str, is_han);
      if (!is_stop)
        append_stem (maker->content, &maker->n_content, stem->str, is_han);
    }
}

/**
 * accord_lexicon_append_key:
 * @folder: a folder of @language
 * @language: a BCP 47 tag
 * @term: a word or phrase as written, valid UTF-8
 * @length: its bytes, at most 4096
 * @key: gets the key appended
 *
 * Function words of a phrase are left out of its key, as linking leaves them out of texts; a
 * term of nothing else keeps them. Cost: linear.
 *
 * Returns: FALSE, with @key as it was, where @term has no key: nothing to read in it, too many
 * stems or ideographs, ideographs mixed with letters
 */
gboolean
accord_lexicon_append_key (
  AccordFolder *folder, const char *language, const char *term, gsize length, GString *key)
{
  g_autoptr (GString) content = g_string_new (NULL);
  g_autoptr (GString) all = g_string_new (NULL);
  KeyMaker maker = { .content = content, .all = all };
  const GString *chosen;
  guint n;

  if (length == 0 || length > 4096)
    return FALSE;
  read_tokens (&maker, folder, language, term, length);
  if (maker.n_han > 0 && maker.n_han != maker.n_all)
    return FALSE;
  chosen = maker.n_content > 0 && maker.n_han == 0 ? content : all;
  n = chosen == content ? maker.n_content : maker.n_all;
  if (n == 0 || chosen->len > ACCORD_LEXICON_MAX_KEY ||
      n > (maker.n_han > 0 ? ACCORD_LEXICON_MAX_HAN : ACCORD_LEXICON_MAX_STEMS))
    return FALSE;
  g_string_append_len (key, chosen->str, (gssize) chosen->len);
  return TRUE;
}

/* Alif with its hamzas, waw, ya, alif maqsura, ta marbuta, hamza: what changes or falls away
 * between the forms of an Arabic word. */
static gboolean
is_weak (gunichar c)
{
  return (c >= 0x0621 && c <= 0x0627) || c == 0x0629 || c == 0x0648 || c == 0x0649 || c == 0x064A ||
         c == 0x0671;
}

/**
 * accord_lexicon_append_skeleton:
 * @key: a key of one Arabic stem
 * @length: its bytes
 * @skeleton: gets the key of its consonants appended
 *
 * Returns: FALSE, with @skeleton as it was, where @key is not Arabic, or has fewer than three
 * strong consonants
 */
gboolean
accord_lexicon_append_skeleton (const char *key, gsize length, GString *skeleton)
{
  gsize before = skeleton->len;
  guint n = 0;

  g_string_append_c (skeleton, ACCORD_LEXICON_SKELETON);
  for (const char *p = key; p < key + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 0x0621 || c > 0x06FF)
        {
          n = 0;
          break;
        }
      if (is_weak (c))
        continue;
      g_string_append_unichar (skeleton, c);
      n++;
    }
  if (n >= SKELETON_MIN && skeleton->len - before <= ACCORD_LEXICON_MAX_KEY)
    return TRUE;
  g_string_truncate (skeleton, before);
  return FALSE;
}
