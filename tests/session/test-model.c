/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random sequences of everything that a person can do to a session, against a model that is too
 * simple to be wrong: undo, redo, save, reopen and kill in between. */
#include <glib/gstdio.h>

#include "model-runner.h"
#include "session-helpers.h"

#define OP(name, weight)                                                                           \
  {                                                                                                \
    op_##name, #name, weight                                                                       \
  }

static const struct
{
  Operation operation;
  const char *name;
  guint weight;
} OPERATIONS[] = {
  OP (add_document, 6),  OP (remove_document, 2),
  OP (move_document, 2), OP (show, 2),
  OP (code, 12),         OP (pair, 6),
  OP (judge, 10),        OP (judge_many, 3),
  OP (restore, 5),       OP (stance, 5),
  OP (note, 8),          OP (review, 6),
  OP (remove_note, 3),   OP (threshold, 1),
  OP (codebook, 1),      OP (attribute, 4),
  OP (statement, 2),     OP (keep, 2),
  OP (field, 3),         OP (edit, 5),
  OP (join, 2),          OP (split, 2),
  OP (replace, 1),
};

static guint
pick_operation (Runner *self)
{
  guint total = 0, at = 0;

  for (guint i = 0; i < G_N_ELEMENTS (OPERATIONS); i++)
    total += OPERATIONS[i].weight;
  at = runner_pick (self, total);
  for (guint i = 0; i < G_N_ELEMENTS (OPERATIONS); i++)
    {
      if (at < OPERATIONS[i].weight)
        return i;
      at -= OPERATIONS[i].weight;
    }
  g_assert_not_reached ();
}

/* What is done next is told before it is done. */
static void
tell (const char *name)
{
  if (g_getenv ("ACCORD_MODEL_TRACE") != NULL)
    g_printerr ("%s\n", name);
}

static void
step (Runner *self)
{
  guint chance = runner_pick (self, 200), i = 0;

  tell (chance < 24    ? "undo"
        : chance < 40  ? "redo"
        : chance < 44  ? "check"
        : chance == 44 ? "reopen"
        : chance == 45 ? "kill"
                       : "change");

  if (chance < 24)
    runner_undo (self);
  else if (chance < 40)
    runner_redo (self);
  else if (chance < 44)
    runner_check (self);
  else if (chance == 44)
    runner_reopen (self);
  else if (chance == 45)
    runner_kill (self);
  else
    {
      i = pick_operation (self);
      tell (OPERATIONS[i].name);
      runner_change (self, OPERATIONS[i].operation);
    }
}

static guint
n_operations (void)
{
  const char *text = g_getenv ("ACCORD_MODEL_OPERATIONS");

  return text != NULL ? (guint) g_ascii_strtoull (text, NULL, 10) : 500;
}

/* A seed of the environment repeats a failure. */
static guint32
seed (void)
{
  const char *text = g_getenv ("ACCORD_MODEL_SEED");

  return text != NULL ? (guint32) g_ascii_strtoull (text, NULL, 10) : 20240506;
}

static void
test_model (void)
{
  Runner runner;
  guint n = n_operations ();

  runner_begin (&runner, seed ());
  for (guint i = 0; i < n; i++)
    {
      step (&runner);
      if (i % 25 == 0)
        runner_settle (&runner);
    }
  runner_settle (&runner);
  runner_check (&runner);
  g_test_message ("%u operations, %u changes, %u steps to undo", n, runner.n_changes,
                  runner.undo->len);
  /* All the way back and forth again. */
  while (runner.undo->len > 0)
    runner_undo (&runner);
  runner_check (&runner);
  while (runner.redo->len > 0)
    runner_redo (&runner);
  runner_check (&runner);
  runner_end (&runner);
}

/* What was decided is the same after any number of new comparisons, whatever they are made with. */
static void
test_reruns_keep_decisions (void)
{
  static const Operation DECIDE[] = { op_code,   op_pair, op_judge, op_judge_many,
                                      op_stance, op_note, op_review };
  static const Operation RERUN[] = { op_threshold, op_codebook, op_show,  op_move_document,
                                     op_keep,      op_join,     op_split, op_field };
  Runner runner;

  runner_begin (&runner, seed () + 1);
  for (guint i = 0; i < 3; i++)
    runner_change (&runner, op_add_document);
  for (guint i = 0; i < n_operations () / 25; i++)
    {
      for (guint k = 0; k < 5; k++)
        runner_change (&runner, DECIDE[runner_pick (&runner, G_N_ELEMENTS (DECIDE))]);
      runner_change (&runner, RERUN[runner_pick (&runner, G_N_ELEMENTS (RERUN))]);
      runner_settle (&runner);
    }
  runner_check (&runner);
  runner_end (&runner);
}

int
main (int argc, char **argv)
{
  g_autofree char *home = g_dir_make_tmp ("accord-test-XXXXXX", NULL);

  g_setenv ("XDG_STATE_HOME", home, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/operations", test_model);
  g_test_add_func ("/model/reruns-keep-decisions", test_reruns_keep_decisions);
  return g_test_run ();
}
