/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A place is found again by its quotation with its context, else by its quotation alone if
 * there is one such place only; else the passage that the engine thinks the same is
 * proposed; else the place is lost, and keeps its quotation. */
#include "session/accord-anchor-private.h"

#include <string.h>

#include "session/accord-session-state-private.h"

/* A search in a text. last: of what was looked for; best: the nearest to wanted. */
typedef struct
{
  AccordText *text;
  const char *quote;
  const char *before;
  const char *after;
  guint32 wanted;
  guint n_quotes;
  guint n_whole;
  guint32 quote_at;
  guint32 whole_at;
} Search;

static guint32
distance (guint32 a, guint32 b)
{
  return a > b ? a - b : b - a;
}

/* Whether the context of the place at @at is that of the search. */
static gboolean
has_context (const Search *self, guint32 at, gsize length)
{
  const char *data = accord_text_get_data (self->text);
  gsize n_before = strlen (self->before), n_after = strlen (self->after);
  gsize end = at + length, total = accord_text_get_length (self->text);

  return n_before <= at && n_after <= total - end &&
         memcmp (data + at - n_before, self->before, n_before) == 0 &&
         memcmp (data + end, self->after, n_after) == 0;
}

static void
search_quote (Search *self)
{
  const char *data = accord_text_get_data (self->text);
  gsize length = strlen (self->quote);

  for (const char *p = strstr (data, self->quote); p != NULL; p = strstr (p + 1, self->quote))
    {
      guint32 at = (guint32) (p - data);

      self->quote_at = at;
      self->n_quotes++;
      if (!has_context (self, at, length))
        continue;
      if (self->n_whole++ == 0 ||
          distance (at, self->wanted) < distance (self->whole_at, self->wanted))
        self->whole_at = at;
    }
}

/* An empty place has its context alone. */
static void
search_between (Search *self)
{
  const char *data = accord_text_get_data (self->text);
  g_autofree char *around = g_strconcat (self->before, self->after, NULL);

  if (around[0] == '\0')
    return;
  for (const char *p = strstr (data, around); p != NULL; p = strstr (p + 1, around))
    {
      self->n_whole++;
      self->whole_at = (guint32) (p - data + strlen (self->before));
    }
  /* There is no quotation that would tell two such places apart. */
  if (self->n_whole > 1)
    self->n_whole = 0;
}

static void
set_firm (AccordStateTarget *target, guint32 start, gsize length)
{
  target->anchor = ACCORD_ANCHOR_FIRM;
  target->span = (AccordSpan){ start, start + (guint32) length };
  g_clear_pointer (&target->quote, g_free);
  g_clear_pointer (&target->before, g_free);
  g_clear_pointer (&target->after, g_free);
}

/* The passage that is linked with the one that holds most of @span. */
static gboolean
find_likely (const GArray *likely, AccordSpan span, AccordSpan *to)
{
  guint32 most = 0;

  for (guint i = 0; i < likely->len; i++)
    {
      const AccordLikely *link = &g_array_index (likely, AccordLikely, i);
      guint32 common = accord_span_overlaps (link->from, span)
                         ? MIN (link->from.end, span.end) - MAX (link->from.start, span.start)
                         : 0;

      if (common > most)
        {
          most = common;
          *to = link->to;
        }
    }
  return most > 0;
}

/**
 * accord_anchor_find:
 * @target: a place in @before, or one that has no place in it any more; moved
 * @before: a text
 * @after: another version of it
 * @likely: (element-type AccordLikely): what the engine links between them
 *
 * Of several places with the same context the nearest to the former one is taken. Cost: a search
 * through the text.
 *
 * Returns: whether @target is another one now
 */
gboolean
accord_anchor_find (AccordStateTarget *target,
                    AccordText *before,
                    AccordText *after,
                    const GArray *likely)
{
  gboolean was_lost = target->anchor == ACCORD_ANCHOR_LOST;
  Search search = { .text = after, .wanted = target->span.start };
  AccordSpan was = target->span;

  if (!was_lost && target->span.end == 0)
    return FALSE;
  accord_target_quote (target, before);
  search.quote = target->quote;
  search.before = target->before;
  search.after = target->after;
  if (target->quote[0] != '\0')
    search_quote (&search);
  else
    search_between (&search);
  if (search.n_whole > 0)
    set_firm (target, search.whole_at, strlen (target->quote));
  else if (search.n_quotes == 1)
    set_firm (target, search.quote_at, strlen (target->quote));
  else if (!was_lost && target->quote[0] != '\0' && find_likely (likely, was, &target->span))
    target->anchor = ACCORD_ANCHOR_PROPOSED;
  else
    target->anchor = ACCORD_ANCHOR_LOST;
  return TRUE;
}
