/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list model of findings: codings and links in one order. Its items are made on
 * demand, so that a hundred thousand findings cost two numbers each. */
#pragma once

#include <gio/gio.h>

#include "engine/accord-findings.h"

G_BEGIN_DECLS

/**
 * AccordFindingOrder:
 * @ACCORD_FINDING_ORDER_PLACE: document and passage
 * @ACCORD_FINDING_ORDER_SCORE: the surest first
 * @ACCORD_FINDING_ORDER_UNCERTAINTY: the least sure first, undecided ones before the others
 * @ACCORD_FINDING_ORDER_STATUS: undecided, confirmed, the person's own, rejected
 */
typedef enum
{
  ACCORD_FINDING_ORDER_PLACE,
  ACCORD_FINDING_ORDER_SCORE,
  ACCORD_FINDING_ORDER_UNCERTAINTY,
  ACCORD_FINDING_ORDER_STATUS,
  ACCORD_N_FINDING_ORDERS
} AccordFindingOrder;

/**
 * AccordFindingKinds:
 * @ACCORD_FINDING_LINKS: links are listed
 * @ACCORD_FINDING_CODINGS: codings are listed
 */
typedef enum
{
  ACCORD_FINDING_LINKS = 1 << 0,
  ACCORD_FINDING_CODINGS = 1 << 1,
} AccordFindingKinds;

#define ACCORD_TYPE_FINDING_ITEM (accord_finding_item_get_type ())
G_DECLARE_FINAL_TYPE (AccordFindingItem, accord_finding_item, ACCORD, FINDING_ITEM, GObject)

gboolean accord_finding_item_is_link (AccordFindingItem *self);
guint accord_finding_item_get_index (AccordFindingItem *self);

/* A GListModel of AccordFindingItem. Properties, notified, writable: "order" int,
 * #AccordFindingOrder; "kinds" uint, #AccordFindingKinds. */
#define ACCORD_TYPE_FINDING_LIST (accord_finding_list_get_type ())
G_DECLARE_FINAL_TYPE (AccordFindingList, accord_finding_list, ACCORD, FINDING_LIST, GObject)

/* Whether a finding is listed; @data is the one the list was made with. */
typedef gboolean (*AccordFindingFilter) (gboolean is_link, gconstpointer finding, gpointer data);

AccordFindingList *accord_finding_list_new (AccordFindingFilter filter,
                                            gpointer data) G_GNUC_WARN_UNUSED_RESULT;
void accord_finding_list_set_findings (AccordFindingList *self, AccordFindings *findings);
void accord_finding_list_refilter (AccordFindingList *self);
gboolean
accord_finding_list_find (AccordFindingList *self, gboolean is_link, guint index, guint *position);
gboolean
accord_finding_list_get (AccordFindingList *self, guint position, gboolean *is_link, guint *index);
guint accord_finding_list_count_all (AccordFindingList *self);
AccordFindingOrder accord_finding_list_get_order (AccordFindingList *self);
void accord_finding_list_set_order (AccordFindingList *self, AccordFindingOrder order);
AccordFindingKinds accord_finding_list_get_kinds (AccordFindingList *self);
void accord_finding_list_set_kinds (AccordFindingList *self, AccordFindingKinds kinds);

G_END_DECLS
