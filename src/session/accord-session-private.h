/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The session inside: its struct, and what its files do for each other. Change flows
 * one way: a public function makes a snapshot, accord_session_set_now() shows it, and
 * accord_session_update() starts whatever work is missing for it. */
#pragma once

#include "documents/accord-loader.h"
#include "session/accord-session-document-private.h"
#include "session/accord-journal.h"
#include "session/accord-lock.h"
#include "session/accord-session.h"
#include "session/accord-snapshot-private.h"
#include "session/accord-stamp-private.h"

G_BEGIN_DECLS

typedef struct _AccordJob AccordJob;
/* A session as a value that a worker writes. */
typedef struct _AccordTaken AccordTaken;

/**
 * AccordStep:
 * @snapshot: (nullable): what to go back, or forward, to, without decisions
 * @dropped: (element-type AccordStateDecision): sorted: those of the snapshot it leads away from
 * that are not there
 * @put: (element-type AccordStateDecision): sorted: those that are there instead
 * @name: translated
 * @threshold: whether nothing but the threshold was changed
 */
typedef struct
{
  AccordSnapshot *snapshot;
  GPtrArray *dropped;
  GPtrArray *put;
  char *name;
  gboolean threshold;
} AccordStep;

/* What was notified last, so that each property is notified once a change. */
typedef struct
{
  gboolean modified;
  gboolean busy;
  gint threshold;
  char *title;
  char *undo_name;
  char *redo_name;
  char *progress_text;
} AccordNotified;

/* Invariants: documents holds the objects of now in its order; findings, coverage and compared
 * are all NULL or all from one comparison; undo and redo hold steps, the next one last. */
struct _AccordSession
{
  GObject parent_instance;

  /* owned */
  GListStore *documents;
  AccordCodebook *codebook; /* what is shown: that of the findings, if there are any */
  AccordMatcher *matcher;   /* nullable until it is compiled: of what now wants */
  AccordLoader *loader;     /* nullable until the first source is read */
  AccordSnapshot *now;
  AccordSnapshot *saved;
  GPtrArray *undo;
  GPtrArray *redo;
  AccordLexicon *lexicon;   /* nullable */
  AccordFindings *findings; /* nullable */
  AccordCoverage *coverage; /* nullable */
  GPtrArray *compared;      /* nullable */
  AccordJob *job;           /* nullable: the comparison that is running */
  AccordJob *refresh;       /* nullable: findings and coverage alone */
  GFile *file;              /* nullable */
  char *coder;
  JsonNode *view;             /* nullable */
  JsonObject *extra;          /* nullable */
  AccordLock *lock;           /* nullable: of file */
  char *holder;               /* nullable: who else has file open */
  AccordRecord *record;       /* nullable: what file says of findings */
  AccordStamp *file_stamp;    /* nullable: what file held when it was last read or written */
  AccordJournal *journal;     /* nullable */
  AccordSnapshot *kept;       /* nullable: what the journal knows */
  AccordSnapshot *kept_saved; /* nullable: what was saved then */
  AccordNotified notified;

  guint next_document;
  gint least_score;
  guint version; /* of the format it was opened from */
  guint stamp;   /* counts changes of decisions, shown and least score */
  guint published_stamp;
  gboolean published_links;
  gboolean compiling;
  gboolean closed; /* nothing of it is to be recovered */
  gboolean paused; /* by Cancel, until the next change */
  guint n_running;
  guint start_source;    /* a comparison is about to start */
  guint progress_source; /* as long as it is busy */
  double progress;
  double progress_base;
};

const char *accord_session_step_name (GPtrArray *steps);
char *accord_session_make_title (AccordSession *self);
void accord_session_notify_changes (AccordSession *self);
void accord_session_notify_findings (AccordSession *self);
void accord_session_notify_view (AccordSession *self);
void accord_session_notify_file (AccordSession *self);
void accord_session_emit_failed (AccordSession *self, const char *message);
void
accord_session_emit_document_failed (AccordSession *self, const char *name, const char *reason);
gboolean accord_session_emit_password_needed (AccordSession *self, GFile *file, const char *reason);
void accord_session_set_progress (AccordSession *self, double progress);

AccordSessionDocument *accord_session_find_document (AccordSession *self, const char *id);
void accord_step_free (AccordStep *self);
void
accord_session_change (AccordSession *self, AccordSnapshot *next, char *name, gboolean threshold);
void accord_session_set_now (AccordSession *self, AccordSnapshot *next);
AccordCodebook *accord_session_load_codebook (void);
void accord_session_fit_codebook (AccordSession *self);
void accord_session_show_codebook (AccordSession *self, AccordCodebook *codebook);
void accord_session_purge (AccordSession *self, AccordSessionDocument *object);
void
accord_session_take_documents (AccordSession *self, AccordVersion *version, GPtrArray *documents);
void accord_session_clear_history (AccordSession *self);

AccordSnapshot *accord_session_snapshot_to_save (AccordSession *self);
AccordTaken *accord_session_take (AccordSession *self, const AccordSnapshot *snapshot, GFile *file);
GString *accord_taken_write (AccordTaken *self, GError **error);
void accord_taken_free (gpointer data);
void accord_session_keep (AccordSession *self);
void accord_session_set_lock (AccordSession *self, AccordLock *lock, char *holder);
gboolean accord_session_get_record (AccordSession *self,
                                    const AccordSnapshot *snapshot,
                                    AccordComparison **comparison,
                                    AccordRecord **record);
void accord_session_set_record (AccordSession *self, AccordRecord *record);
void accord_session_set_file_stamp (AccordSession *self, AccordStamp *stamp);
gboolean accord_session_is_empty (AccordSession *self);
void accord_session_take_state (AccordSession *self,
                                GFile *file,
                                const AccordSessionState *state,
                                gboolean saved);

void accord_session_update (AccordSession *self);
void accord_session_work (AccordSession *self);
gboolean accord_session_is_working (AccordSession *self);
double accord_session_measure (AccordSession *self, double *total);
char *accord_session_dup_progress_text (AccordSession *self);

void accord_session_compare (AccordSession *self);
void accord_session_drop_jobs (AccordSession *self);
void accord_session_cancel_work (AccordSession *self);
double accord_job_get_progress (AccordJob *self);

G_END_DECLS
