/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line of the list of quotations: the name of a document, a quotation in it, or that
 * it is silent and what was searched for. */
#pragma once

#include "session/accord-matrix-state.h"

G_BEGIN_DECLS

typedef enum
{
  ACCORD_QUOTATION_DOCUMENT,
  ACCORD_QUOTATION_CODING,
  ACCORD_QUOTATION_SILENCE,
} AccordQuotationKind;

#define ACCORD_TYPE_QUOTATION_ITEM (accord_quotation_item_get_type ())
G_DECLARE_FINAL_TYPE (AccordQuotationItem, accord_quotation_item, ACCORD, QUOTATION_ITEM, GObject)

GListModel *accord_quotation_items_new (AccordMatrixState *state) G_GNUC_WARN_UNUSED_RESULT;
AccordQuotationKind accord_quotation_item_get_kind (AccordQuotationItem *self);
guint accord_quotation_item_get_document (AccordQuotationItem *self);
guint accord_quotation_item_get_finding (AccordQuotationItem *self);
guint accord_quotation_item_get_count (AccordQuotationItem *self);

G_END_DECLS
