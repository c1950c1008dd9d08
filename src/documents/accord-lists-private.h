/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists that count: which number or bullet the next item gets. The model is that of
 * Word, whose lists are used through instances that may begin anew; those of the other
 * formats fit into it. */
#pragma once

#include "documents/accord-numerals-private.h"

G_BEGIN_DECLS

#define ACCORD_LIST_LEVELS 9u

/* The most bytes of a marker. */
#define ACCORD_MARKER_MAX 40u

typedef struct _AccordList AccordList;
typedef struct _AccordLists AccordLists;

/**
 * AccordListLevel:
 * @numeral: how its numbers are written
 * @start: the first number
 * @pattern: what stands in front of an item: "%1" is the number of the first level, and so on
 * @restart: the level, from 1, behind an item of which it begins anew; 0 for never, -1 for any
 * @legal: whether the numbers of all levels are written in digits
 */
typedef struct
{
  AccordNumeral numeral;
  guint start;
  char *pattern;
  int restart;
  gboolean legal;
} AccordListLevel;

AccordLists *accord_lists_new (void) G_GNUC_WARN_UNUSED_RESULT;
void accord_lists_free (AccordLists *self);

AccordList *accord_lists_add (AccordLists *self, const char *name);
AccordList *accord_lists_get (AccordLists *self, const char *name);
AccordListLevel *accord_list_level (AccordList *self, guint level);
void accord_list_set_pattern (AccordList *self, guint level, const char *pattern);
void accord_list_reset (AccordList *self, guint level);
void accord_list_restart (AccordList *self, guint level, guint start);
void accord_lists_add_instance (AccordLists *self, const char *name, AccordList *list);
void accord_lists_set_start (AccordLists *self, const char *instance, guint level, guint start);
AccordList *accord_lists_get_instance (AccordLists *self, const char *name);
const char *accord_lists_count (AccordLists *self, const char *instance, guint level);
const char *accord_lists_count_list (AccordLists *self, AccordList *list, guint level);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordLists, accord_lists_free)

G_END_DECLS
