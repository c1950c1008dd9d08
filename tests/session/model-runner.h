/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A session and its model, driven by the same random operations. */
#pragma once

#include "session/accord-session.h"

#include "model.h"

typedef struct
{
  AccordSession *session;
  Model *model;
  GPtrArray *undo; /* of Model: whole copies */
  GPtrArray *redo;
  GRand *random;
  AccordCodebook *codebooks[2];
  char *folder;
  GFile *file;
  const char *coder;
  guint n_files;
  guint next_document;
  gboolean cutting; /* whether texts may be in the making */
  guint n_changes;
} Runner;

typedef gboolean (*Operation) (Runner *self);

void runner_begin (Runner *self, guint32 seed);
void runner_end (Runner *self);
void runner_settle (Runner *self);
void runner_check (Runner *self);
void runner_change (Runner *self, Operation operation);
void runner_undo (Runner *self);
void runner_redo (Runner *self);
void runner_reopen (Runner *self);
void runner_kill (Runner *self);
guint runner_pick (Runner *self, guint n);
gboolean runner_ready (Runner *self);

/* Each does the same to both, and returns whether anything changed. */
gboolean op_add_document (Runner *self);
gboolean op_remove_document (Runner *self);
gboolean op_move_document (Runner *self);
gboolean op_show (Runner *self);
gboolean op_code (Runner *self);
gboolean op_pair (Runner *self);
gboolean op_judge (Runner *self);
gboolean op_judge_many (Runner *self);
gboolean op_restore (Runner *self);
gboolean op_stance (Runner *self);
gboolean op_note (Runner *self);
gboolean op_review (Runner *self);
gboolean op_remove_note (Runner *self);
gboolean op_threshold (Runner *self);
gboolean op_codebook (Runner *self);
gboolean op_attribute (Runner *self);
gboolean op_statement (Runner *self);
gboolean op_keep (Runner *self);
gboolean op_field (Runner *self);
gboolean op_edit (Runner *self);
gboolean op_join (Runner *self);
gboolean op_split (Runner *self);
gboolean op_replace (Runner *self);
