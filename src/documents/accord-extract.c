/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The body of a page without markup is a run of lines that are long, punctuated and
 * no furniture. The best division of all lines into what stands before the body, the
 * body, what stands behind it and the sections there (related links, comments) is
 * found by dynamic programming (Viterbi 1967): each line gives its evidence. */
#include "documents/accord-extract-private.h"

#include <string.h>

/* Evidence is counted in letters of running text. A line counts for at most LINE_WORTH_MOST; one
 * that stands alone and is worth less than TEASER_MOST, for a part. */
#define LINE_WORTH_MOST 300
#define TEASER_MOST 280
#define LONELY_SHARE 2

/* To begin a run costs something, to go on behind the heading of a section of furniture more, and
 * to come back from within one most. */
#define RUN_COST 150
#define PASS_COST 300
#define RETURN_COST 900
#define IMPOSSIBLE (-((gint64) 1 << 60))

/* Runs with more lines between them than these are not one body; one that is worth less than the
 * whole by this factor is no part of it. */
#define GAP_MOST 10
#define RUN_SHARE 20

typedef enum
{
  STATE_BEFORE,
  STATE_BODY,
  STATE_AFTER,
  STATE_SECTION,
  N_STATES
} State;

/* What the words of a line are worth, its place apart. Links are no running text. */
static gint
words_worth (const AccordLine *line)
{
  gint weight = (gint) MIN (line->weight, LINE_WORTH_MOST);

  if (line->linked * 2 > line->weight && line->linked + 40 > line->weight)
    return -30 - weight / 4;
  if (line->stops > 0 || (line->ended && (weight >= 40 || line->marker != NULL)))
    return MAX (weight - 20, 0);
  if (line->ended)
    return -10;
  return weight >= 120 ? weight / 2 : weight / 4 - 40;
}

static gboolean
is_text (const AccordPage *page, guint index)
{
  const AccordLine *line = index < page->lines->len ? accord_page_get_line (page, index) : NULL;

  return line != NULL && line->furniture == ACCORD_FURNITURE_NONE && words_worth (line) >= 20;
}

/* A sentence between two lines that are none is more often the teaser of another page than a
 * paragraph. */
static gint
with_context (const AccordPage *page, guint index, gint value)
{
  if (value <= 0 || value >= TEASER_MOST || (index > 0 && is_text (page, index - 1)) ||
      is_text (page, index + 1))
    return value;
  return value / LONELY_SHARE;
}

/* What it is worth to have a line in the body. */
static gint
worth (const AccordPage *page, guint index)
{
  const AccordLine *line = accord_page_get_line (page, index);

  switch (line->furniture)
    {
    case ACCORD_FURNITURE_NONE:
      return with_context (page, index, words_worth (line)) + line->evidence;
    case ACCORD_FURNITURE_CAPTION:
      return -20;
    case ACCORD_FURNITURE_DATE:
    case ACCORD_FURNITURE_BYLINE:
      return -80;
    default:
      return -120;
    }
}

/* A step of the search: the best value of each state, and the state before it. */
typedef struct
{
  gint64 value[N_STATES];
  guint8 from[N_STATES];
} Step;

static void
relax (Step *step, State to, State from, gint64 value)
{
  if (value <= step->value[to])
    return;
  step->value[to] = value;
  step->from[to] = from;
}

static Step
advance (const Step *old, const AccordPage *page, guint index)
{
  const AccordLine *line = accord_page_get_line (page, index);
  const gint64 *value = old->value;
  gint64 gain = worth (page, index);
  Step step = { { value[STATE_BEFORE], IMPOSSIBLE, IMPOSSIBLE, IMPOSSIBLE },
                { STATE_BEFORE, STATE_BEFORE, STATE_BEFORE, STATE_BEFORE } };
  State below = line->section ? STATE_SECTION : STATE_AFTER;

  relax (&step, STATE_BODY, STATE_BODY, value[STATE_BODY] + gain - (line->section ? PASS_COST : 0));
  relax (&step, STATE_BODY, STATE_BEFORE, value[STATE_BEFORE] + gain - RUN_COST);
  relax (&step, STATE_BODY, STATE_AFTER, value[STATE_AFTER] + gain - RUN_COST);
  relax (&step, STATE_BODY, STATE_SECTION, value[STATE_SECTION] + gain - RETURN_COST);
  relax (&step, STATE_SECTION, STATE_SECTION, value[STATE_SECTION]);
  relax (&step, below, STATE_BODY, value[STATE_BODY]);
  relax (&step, below, STATE_AFTER, value[STATE_AFTER]);
  return step;
}

/* The state of each line on the best path. */
static guint8 *
find_path (const AccordPage *page)
{
  guint n = page->lines->len;
  guint8 *from = g_new (guint8, ((gsize) n + 1) * N_STATES);
  guint8 *path = g_new (guint8, (gsize) n + 1);
  Step step = { { 0, IMPOSSIBLE, IMPOSSIBLE, IMPOSSIBLE }, { 0 } };
  guint8 state = STATE_BEFORE;

  for (guint i = 0; i < n; i++)
    {
      step = advance (&step, page, i);
      memcpy (from + (gsize) i * N_STATES, step.from, N_STATES);
    }
  for (guint8 s = 1; s < N_STATES; s++)
    if (step.value[s] > step.value[state])
      state = s;
  for (guint i = n; i > 0; i--)
    {
      path[i - 1] = state;
      state = from[(gsize) (i - 1) * N_STATES + state];
    }
  g_free (from);
  return path;
}

/* Runs of the body with no more than GAP_MOST lines between them. */
typedef struct
{
  guint start;
  guint end;
  gint64 worth;
} Cluster;

static gint64
run_worth (const AccordPage *page, const guint8 *path, guint start, guint *end)
{
  gint64 sum = 0;

  for (*end = start; *end < page->lines->len && path[*end] == STATE_BODY; (*end)++)
    sum += worth (page, *end);
  return sum;
}

/* The best cluster; a later one must be clearly better, since what stands below a text is longer
 * than it more often than what stands above. */
static Cluster
best_cluster (const AccordPage *page, const guint8 *path)
{
  Cluster best = { 0, 0, 0 }, cluster = { 0, 0, 0 };
  guint end = 0, gap = 0;

  for (guint i = 0; i < page->lines->len; i = MAX (end, i + 1))
    {
      gint64 sum = run_worth (page, path, i, &end);

      if (end == i)
        {
          /* Lines whose place speaks for the body part nothing. */
          gap += accord_page_get_line (page, i)->evidence <= 0;
          continue;
        }
      if (cluster.end == 0 || gap > GAP_MOST)
        cluster = (Cluster){ i, end, 0 };
      gap = 0;
      cluster.end = end;
      cluster.worth += sum;
      if (best.start == cluster.start || cluster.worth > best.worth * 2)
        best = cluster;
    }
  return best;
}

/* Takes the runs out of the path that are far from the main ones, or weak beside them. */
static void
drop_weak_runs (const AccordPage *page, guint8 *path)
{
  Cluster best = best_cluster (page, path);
  guint end = 0;

  for (guint i = 0; i < page->lines->len; i = MAX (end, i + 1))
    {
      gint64 sum = run_worth (page, path, i, &end);

      if (i < best.start || i >= best.end || sum * RUN_SHARE < best.worth)
        memset (path + i, STATE_AFTER, end - i);
    }
}

/* Text outside the body stays what it is: it may be taken back. */
static void
set_furniture_role (AccordLine *line)
{
  if (line->furniture == ACCORD_FURNITURE_OUTSIDE)
    return;
  line->role = ACCORD_ROLE_FURNITURE;
  line->level = 0;
}

/* Says why lines outside the body are left out that do not say so themselves: because of the
 * heading of their section, or as one of a row of short ones. */
static void
explain (AccordPage *page, const guint8 *path)
{
  AccordFurniture section = ACCORD_FURNITURE_NONE;
  gboolean below = FALSE;

  for (guint i = 0; i < page->lines->len; i++)
    {
      AccordLine *line = accord_page_get_line (page, i);

      line->kept = path[i] == STATE_BODY && line->furniture == ACCORD_FURNITURE_NONE;
      if (path[i] == STATE_BODY)
        section = ACCORD_FURNITURE_NONE;
      below = below || path[i] == STATE_BODY;
      if (line->section)
        section = line->furniture;
      if (line->kept)
        continue;
      if (section != ACCORD_FURNITURE_NONE &&
          (line->furniture == ACCORD_FURNITURE_NONE || line->furniture == ACCORD_FURNITURE_DATE ||
           (below && line->furniture == ACCORD_FURNITURE_SHARE)))
        line->furniture = section;
      if (line->furniture == ACCORD_FURNITURE_NONE)
        line->furniture =
          !below && line->stops == 0 ? ACCORD_FURNITURE_MENU : ACCORD_FURNITURE_OUTSIDE;
      set_furniture_role (line);
    }
}

/**
 * accord_page_choose_run:
 * @page: a page, labelled
 *
 * Decides for each line of the dump of a web page whether it belongs to the body, and if not, why
 * not. Cost: linear.
 */
void
accord_page_choose_run (AccordPage *page)
{
  g_autofree guint8 *path = NULL;

  if (page->lines->len == 0)
    return;
  path = find_path (page);
  drop_weak_runs (page, path);
  /* Where nothing looks like a body, all that is no furniture is it. */
  if (memchr (path, STATE_BODY, page->lines->len) == NULL)
    memset (path, STATE_BODY, page->lines->len);
  explain (page, path);
}
