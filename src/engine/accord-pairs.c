/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pairs of documents are cut into slices of passages, which threads score; who scores
 * the last slice of a pair chooses and explains its links. Results are stored by index
 * and joined in order. The calling thread waits, reports progress and cancels. */
#include "engine/accord-pairs-private.h"

#include <string.h>

#include "engine/accord-explain-private.h"
#include "engine/accord-join-private.h"

#define SLICE_PASSAGES 512u
#define TICK_MICROSECONDS 8000

/* One pair of documents, a before b. Its slices are read by the thread that counts
 * n_slices_left down to 0. */
typedef struct
{
  guint32 a;
  guint32 b;
  gboolean swapped; /* candidates of b's passages are sought in a */
  guint n_slices;
  gint n_slices_left; /* atomic */
  GArray **slices;    /* of AccordScored */
  AccordLinkSet *set;
} Pair;

typedef struct
{
  guint pair;
  guint slice;
} Task;

typedef struct
{
  AccordSide *const *sides;
  AccordLinkRule rule;
  GPtrArray *pairs;
  GArray *tasks;
  gint stop; /* atomic */
  GMutex mutex;
  GCond cond;
  guint n_done; /* tasks; guarded by mutex */
} Job;

static const AccordSide *
from_of (const Job *job, const Pair *pair)
{
  return job->sides[pair->swapped ? pair->b : pair->a];
}

static const AccordSide *
to_of (const Job *job, const Pair *pair)
{
  return job->sides[pair->swapped ? pair->a : pair->b];
}

/* Which of two documents asks the other must not depend on their order among the inputs: the
 * one with fewer passages, the shorter one, the one that sorts first. */
static gboolean
asks_second (const AccordSide *a, const AccordSide *b)
{
  AccordText *text_a = accord_document_get_text (accord_analysis_get_document (a->analysis));
  AccordText *text_b = accord_document_get_text (accord_analysis_get_document (b->analysis));
  guint n_a = accord_content_get_n_passages (a->content);
  guint n_b = accord_content_get_n_passages (b->content);

  if (n_a != n_b)
    return n_b < n_a;
  if (accord_text_get_length (text_a) != accord_text_get_length (text_b))
    return accord_text_get_length (text_b) < accord_text_get_length (text_a);
  return memcmp (accord_text_get_data (text_b), accord_text_get_data (text_a),
                 accord_text_get_length (text_a)) < 0;
}

static void
pair_free (gpointer data)
{
  Pair *pair = data;

  for (guint i = 0; i < pair->n_slices; i++)
    g_clear_pointer (&pair->slices[i], g_array_unref);
  g_free (pair->slices);
  g_clear_pointer (&pair->set, accord_link_set_free);
  g_free (pair);
}

static void
add_pair (Job *job, guint a, guint b)
{
  Pair *pair = g_new0 (Pair, 1);
  guint n;

  pair->a = a;
  pair->b = b;
  pair->swapped = job->rule.best == 0 && asks_second (job->sides[a], job->sides[b]);
  n = accord_content_get_n_passages (from_of (job, pair)->content);
  pair->n_slices = (n + SLICE_PASSAGES - 1) / SLICE_PASSAGES;
  pair->n_slices_left = (gint) pair->n_slices;
  pair->slices = g_new0 (GArray *, pair->n_slices + 1);
  for (guint i = 0; i < pair->n_slices; i++)
    {
      Task task = { job->pairs->len, i };

      g_array_append_val (job->tasks, task);
    }
  g_ptr_array_add (job->pairs, pair);
}

/* By score, then position; of one passage's best, those of equal score stay in the order in which
 * they were ranked and explained, which is finer than thousandths. */
static gint
compare_links (gconstpointer a, gconstpointer b)
{
  const AccordLink *x = a, *y = b;

  if (x->score != y->score)
    return y->score - x->score;
  if (x->a.passage != y->a.passage)
    return x->a.passage < y->a.passage ? -1 : 1;
  if (x->first_reason != y->first_reason)
    return x->first_reason < y->first_reason ? -1 : 1;
  return x->part < y->part ? -1 : x->part > y->part;
}

static void
finish_pair (Job *job, Pair *pair)
{
  const AccordSide *from = from_of (job, pair), *to = to_of (job, pair);
  g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (AccordScored));
  g_autoptr (GArray) rest = g_array_new (FALSE, FALSE, sizeof (AccordRanked));
  g_autoptr (GArray) joined = g_array_new (FALSE, FALSE, sizeof (AccordJoined));
  g_autoptr (AccordAligner) aligner = accord_aligner_new (job->sides[pair->a]->vocabulary);
  g_autoptr (AccordLearnt) learnt = NULL;

  for (guint i = 0; i < pair->n_slices; i++)
    {
      g_array_append_vals (chosen, pair->slices[i]->data, pair->slices[i]->len);
      g_clear_pointer (&pair->slices[i], g_array_unref);
    }
  learnt = accord_linker_learn (aligner, from, to, chosen);
  if (learnt != NULL)
    accord_linker_score_again (aligner, from, to, &job->rule, learnt, &job->stop, chosen);
  accord_linker_choose (chosen, accord_content_get_n_passages (from->content),
                        accord_content_get_n_passages (to->content), &job->rule, rest);
  accord_join (aligner, from, to, &job->rule, chosen, rest, &job->stop, joined);
  pair->set = accord_link_set_new ();
  for (guint i = 0; i < joined->len && !g_atomic_int_get (&job->stop); i++)
    {
      const AccordJoined *link = &g_array_index (joined, AccordJoined, i);
      const AccordStretch *a = pair->swapped ? &link->to : &link->from;
      const AccordStretch *b = pair->swapped ? &link->from : &link->to;

      accord_explain (aligner, job->sides[pair->a], pair->a, a, job->sides[pair->b], pair->b, b,
                      pair->set);
    }
  g_array_sort (pair->set->links, compare_links);
}

static void
task_cb (gpointer data, gpointer user_data)
{
  Job *job = user_data;
  const Task *task = &g_array_index (job->tasks, Task, GPOINTER_TO_UINT (data) - 1);
  Pair *pair = g_ptr_array_index (job->pairs, task->pair);
  const AccordSide *from = from_of (job, pair);
  guint first = task->slice * SLICE_PASSAGES;
  guint last = MIN (first + SLICE_PASSAGES, accord_content_get_n_passages (from->content));
  GArray *scored = g_array_new (FALSE, FALSE, sizeof (AccordScored));

  accord_linker_score (from, to_of (job, pair), first, last, &job->rule, &job->stop, scored);
  pair->slices[task->slice] = scored;
  if (g_atomic_int_dec_and_test (&pair->n_slices_left))
    finish_pair (job, pair);
  g_mutex_lock (&job->mutex);
  job->n_done++;
  g_cond_signal (&job->cond);
  g_mutex_unlock (&job->mutex);
}

/* Waits for all tasks; FALSE where the watch said stop. */
static gboolean
wait_for_tasks (Job *job, const AccordWatch *watch, GError **error)
{
  guint n_done = 0;

  while (n_done < job->tasks->len)
    {
      gint64 end = g_get_monotonic_time () + TICK_MICROSECONDS;

      g_mutex_lock (&job->mutex);
      while (job->n_done < job->tasks->len && g_cond_wait_until (&job->cond, &job->mutex, end))
        ;
      n_done = job->n_done;
      g_mutex_unlock (&job->mutex);
      if (!accord_watch_tick (watch, (double) n_done / job->tasks->len, error))
        {
          g_atomic_int_set (&job->stop, 1);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
run (Job *job, guint n_threads, const AccordWatch *watch, GError **error)
{
  GThreadPool *pool = NULL;
  gboolean done;

  if (job->tasks->len == 0)
    return TRUE;
  n_threads = n_threads > 0 ? n_threads : g_get_num_processors ();
  pool = g_thread_pool_new (task_cb, job, (gint) MIN (n_threads, 256), FALSE, NULL);
  for (guint i = 0; i < job->tasks->len; i++)
    g_thread_pool_push (pool, GUINT_TO_POINTER (i + 1), NULL);
  done = wait_for_tasks (job, watch, error);
  g_thread_pool_free (pool, !done, TRUE);
  return done;
}

/**
 * accord_pairs_link:
 * @sides: (array length=n_sides): the documents, each with its analysis
 * @n_sides: their number
 * @options: what is a link, and the number of threads
 * @watch: (nullable): progress and cancel, called from the calling thread
 * @error: return location for an error
 *
 * Cost: for each pair of documents linear in the passages of the shorter one.
 *
 * Returns: (transfer full): the links of all pairs, in order, or NULL with
 *   ACCORD_ENGINE_ERROR_CANCELLED
 */
AccordLinkSet *
accord_pairs_link (AccordSide *const *sides,
                   guint n_sides,
                   const AccordCompareOptions *options,
                   const AccordWatch *watch,
                   GError **error)
{
  g_autoptr (AccordLinkSet) all = accord_link_set_new ();
  Job job = { .sides = sides };
  gboolean done;

  job.rule.threshold = (guint32) CLAMP (options->threshold, 0, 1000) * 1000;
  job.rule.best = options->best;
  job.pairs = g_ptr_array_new_with_free_func (pair_free);
  job.tasks = g_array_new (FALSE, FALSE, sizeof (Task));
  g_mutex_init (&job.mutex);
  g_cond_init (&job.cond);
  for (guint a = 0; a < n_sides; a++)
    for (guint b = a + 1; b < n_sides; b++)
      add_pair (&job, a, b);
  done = run (&job, options->n_threads, watch, error);
  for (guint i = 0; done && i < job.pairs->len; i++)
    {
      Pair *pair = g_ptr_array_index (job.pairs, i);

      if (pair->set != NULL)
        accord_link_set_take (all, g_steal_pointer (&pair->set));
    }
  g_ptr_array_unref (job.pairs);
  g_array_unref (job.tasks);
  g_mutex_clear (&job.mutex);
  g_cond_clear (&job.cond);
  return done ? g_steal_pointer (&all) : NULL;
}
