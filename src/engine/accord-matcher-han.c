/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where words end in scripts that set no spaces. Terms are found as strings of letters,
 * which also finds 人权 within 个人权利, so that the ends of a find are held against ICU's
 * dictionary. Only stretches that hold a find are asked, each once: ICU reads 18 MB/s. */
#include "engine/accord-matcher-private.h"

#include <unicode/ubrk.h>
#include <unicode/utext.h>

/* A find of more ideographs is none by chance. */
#define LONGEST_CHANCE 3u

/* A longer stretch is cut into parts of so many tokens. */
#define STRETCH 1024u

typedef enum
{
  CUT_UNKNOWN,
  CUT_HERE,
  CUT_NOT_HERE,
} Cut;

/* Invariant: cuts[i] tells whether a word begins at token i. */
struct _AccordHanCuts
{
  UBreakIterator *iterator; /* nullable */
  const char *data;
  const AccordToken *tokens;
  guint n_tokens;
  GArray *cuts; /* of guint8 */
  gboolean clean;
};

/**
 * accord_han_cuts_new:
 *
 * Returns: (transfer full): cuts, for one thread
 */
AccordHanCuts *
accord_han_cuts_new (void)
{
  AccordHanCuts *self = g_new0 (AccordHanCuts, 1);

  self->cuts = g_array_new (FALSE, TRUE, sizeof (guint8));
  self->clean = TRUE;
  return self;
}

/**
 * accord_han_cuts_free:
 * @self: (transfer full): cuts
 */
void
accord_han_cuts_free (AccordHanCuts *self)
{
  g_clear_pointer (&self->iterator, ubrk_close);
  g_array_unref (self->cuts);
  g_free (self);
}

/**
 * accord_han_cuts_start:
 * @self: cuts
 * @data: the document's text
 * @tokens: those of a passage
 * @n_tokens: their number
 *
 * All three must outlive what is asked next.
 */
void
accord_han_cuts_start (AccordHanCuts *self,
                       const char *data,
                       const AccordToken *tokens,
                       guint n_tokens)
{
  self->data = data;
  self->tokens = tokens;
  self->n_tokens = n_tokens;
  self->clean = TRUE;
}

static gboolean
joins (const AccordHanCuts *self, guint32 token)
{
  const AccordToken *at = &self->tokens[token];

  return token > 0 && (at->flags & at[-1].flags & ACCORD_TOKEN_HAN) != 0 &&
         at[-1].span.end == at->span.start;
}

static gboolean
open_iterator (AccordHanCuts *self)
{
  UErrorCode status = U_ZERO_ERROR;

  if (self->iterator == NULL)
    self->iterator = ubrk_open (UBRK_WORD, "zh", NULL, 0, &status);
  return self->iterator != NULL && U_SUCCESS (status);
}

/* Fills the cuts of tokens @from to @to, which join. */
static void
cut_stretch (AccordHanCuts *self, guint32 from, guint32 to)
{
  guint8 *cuts = (guint8 *) self->cuts->data;
  guint32 base = self->tokens[from].span.start;
  UErrorCode status = U_ZERO_ERROR;
  UText text = UTEXT_INITIALIZER;
  guint32 token = from;

  for (guint32 i = from; i < to; i++)
    cuts[i] = CUT_NOT_HERE;
  cuts[from] = CUT_HERE;
  if (!open_iterator (self))
    {
      for (guint32 i = from; i < to; i++)
        cuts[i] = CUT_HERE;
      return;
    }
  utext_openUTF8 (&text, self->data + base, self->tokens[to - 1].span.end - base, &status);
  ubrk_setUText (self->iterator, &text, &status);
  for (gint32 at = ubrk_first (self->iterator); at != UBRK_DONE; at = ubrk_next (self->iterator))
    {
      while (token < to && self->tokens[token].span.start < base + (guint32) at)
        token++;
      if (token < to && self->tokens[token].span.start == base + (guint32) at)
        cuts[token] = CUT_HERE;
    }
  utext_close (&text);
}

static gboolean
is_cut (AccordHanCuts *self, guint32 token)
{
  guint32 from = token, to = token + 1;

  if (token >= self->n_tokens || !joins (self, token))
    return TRUE;
  if (self->clean)
    {
      g_array_set_size (self->cuts, 0);
      g_array_set_size (self->cuts, self->n_tokens);
      self->clean = FALSE;
    }
  if (g_array_index (self->cuts, guint8, token) == CUT_UNKNOWN)
    {
      while (from % STRETCH != 0 && joins (self, from))
        from--;
      while (to < self->n_tokens && to % STRETCH != 0 && joins (self, to))
        to++;
      cut_stretch (self, from, to);
    }
  return g_array_index (self->cuts, guint8, token) == CUT_HERE;
}

/**
 * accord_han_cuts_begins:
 * @self: cuts
 * @token: a token, at most their number
 *
 * Returns: whether a word begins at @token
 */
gboolean
accord_han_cuts_begins (AccordHanCuts *self, guint32 token)
{
  return is_cut (self, token);
}

/**
 * accord_han_cuts_tears:
 * @self: cuts
 * @start: the first token of a find
 * @end: the token behind its last
 * @open_start: whether its start may lie within a word
 * @open_end: whether its end may
 *
 * A find tears a word where it holds a single letter of it, while the rest stands outside: 人权 in
 * 个人|权利. What is a whole part of a word, 安全 in 安全性, tears none; nor do two letters and
 * more, which are words by themselves most often (智能治理 in 人工智能|治理).
 *
 * Returns: whether it tears a word at either end
 */
gboolean
accord_han_cuts_tears (
  AccordHanCuts *self, guint32 start, guint32 end, gboolean open_start, gboolean open_end)
{
  gboolean is_asked = end - start > 1 && end - start <= LONGEST_CHANCE;
  gboolean torn_start = is_asked && !open_start && !is_cut (self, start);
  gboolean torn_end = is_asked && !open_end && !is_cut (self, end);

  return (torn_start && is_cut (self, start + 1)) || (torn_end && is_cut (self, end - 1)) ||
         (torn_start && torn_end && end - start == 2);
}
