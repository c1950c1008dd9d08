/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The view inside: its struct, and what its files do for each other. */
#pragma once

#include "session/accord-view.h"

G_BEGIN_DECLS

#define ACCORD_ALL_STANCES ((1u << ACCORD_N_STANCES) - 1)
/* Rejected findings are shown only where somebody asks for them. */
#define ACCORD_USUAL_STATUSES                                                                      \
  (1u << ACCORD_STATUS_MACHINE | 1u << ACCORD_STATUS_CONFIRMED | 1u << ACCORD_STATUS_ANALYST)

struct _AccordView
{
  GObject parent_instance;

  /* owned */
  AccordSession *session;
  AccordCodebook *codebook;     /* that numbers them */
  GArray *principles;           /* of guint, sorted: those that are focused */
  AccordComparison *comparison; /* nullable: the one that passage, link and coding belong to */
  AccordDocument *focused;      /* nullable: the document that the passage belongs to */
  char *finding_id;             /* nullable: of the person's own link or coding in focus */
  char *page;
  char *search;
  AccordFindingList *list;
  GPtrArray *flags;   /* nullable: of guint8 for each passage, for each document; see the filter */
  GHashTable *pinned; /* of the ids of documents */
  AccordVersions *versions; /* nullable: two documents that are read as drafts */
  char *turning;            /* nullable: id of the document in the seat that turns */

  guint text_zoom;
  guint document;
  guint passage;
  guint link;   /* index into the findings' links, ACCORD_NONE: none */
  guint coding; /* index into the findings' codings, ACCORD_NONE: none */
  AccordLinkFinding link_was;
  AccordCodingFinding coding_was;
  AccordViewMode mode;
  guint stances;
  guint statuses;
  guint n_seats;
  gboolean blind;
  gboolean scroll_lock;
  gboolean pairing;
  AccordEnd pair_first;
  AccordEnd pair_second; /* of ACCORD_NONE until it is chosen */
};

void accord_view_emit_focus_changed (AccordView *self);
void accord_view_notify_filter (AccordView *self, const char *property);
void accord_view_forget_passage (AccordView *self);
void accord_view_remember_finding (AccordView *self);
gboolean accord_view_find_again (AccordView *self);
gboolean accord_view_choose_pair (AccordView *self, guint document, guint passage);
void accord_view_forget_flags (AccordView *self);
gboolean accord_view_filter (gboolean is_link, gconstpointer finding, gpointer view);
void accord_view_renew_versions (AccordView *self);
void accord_view_turn_to_counterpart (AccordView *self);
AccordComparison *accord_view_get_comparison (AccordView *self);

G_END_DECLS
