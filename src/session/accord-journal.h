/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What saves a session from a kill: a file in $XDG_STATE_HOME/accord/recovery that holds
 * the whole session as it was, and a synced line for each change of decisions since. A
 * worker writes it. It is there as long as its session; what is left over is offered. */
#pragma once

#include "session/accord-session-state.h"

G_BEGIN_DECLS

typedef struct _AccordJournal AccordJournal;

/* What makes the bytes of a whole session; it is called in the worker. */
typedef GString *(*AccordJournalWrite) (gpointer data, GError **error);

/**
 * AccordJournalHead:
 * @title: of the session, for people
 * @file: (nullable): the path of its file
 * @modified: whether it differs from that file
 * @n_decisions: how many decisions differ from that file
 */
typedef struct
{
  char *title;
  char *file;
  gboolean modified;
  guint n_decisions;
} AccordJournalHead;

AccordJournal *accord_journal_new (void) G_GNUC_WARN_UNUSED_RESULT;
void accord_journal_begin (AccordJournal *self,
                           AccordJournalHead *head,
                           AccordJournalWrite write,
                           gpointer data,
                           GDestroyNotify destroy);
void accord_journal_add_line (AccordJournal *self, char *line);
void accord_journal_replace (AccordJournal *self, const char *path);
void accord_journal_sync (AccordJournal *self);
char *accord_journal_take_error (AccordJournal *self) G_GNUC_WARN_UNUSED_RESULT;
void accord_journal_close (AccordJournal *self);
void accord_journal_head_free (AccordJournalHead *self);

/**
 * AccordJournalEntry:
 * @path: of the journal
 * @head: what it says of the session; its n_decisions counts the lines as well
 * @time: when it was changed last, seconds since 1970
 */
typedef struct
{
  char *path;
  AccordJournalHead *head;
  gint64 time;
} AccordJournalEntry;

GPtrArray *accord_journal_list (void) G_GNUC_WARN_UNUSED_RESULT;
AccordSessionState *
accord_journal_load (const char *path, GFile **file, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void accord_journal_discard (const char *path);
void accord_journal_entry_free (AccordJournalEntry *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordJournalHead, accord_journal_head_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordJournalEntry, accord_journal_entry_free)

G_END_DECLS
