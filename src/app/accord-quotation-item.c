/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Items for the focused cell, document by document. A heading is followed by the
 * quotations that count, or by the silence. */
#include "app/accord-quotation-item.h"

struct _AccordQuotationItem
{
  GObject parent_instance;

  AccordQuotationKind kind;
  guint document;
  guint finding; /* index into the findings' codings; of a quotation only */
  guint count;   /* of a document: its quotations */
};

G_DEFINE_FINAL_TYPE (AccordQuotationItem, accord_quotation_item, G_TYPE_OBJECT)

static void
accord_quotation_item_class_init (AccordQuotationItemClass *klass)
{
}

static void
accord_quotation_item_init (AccordQuotationItem *self)
{
}

static void
append (GListStore *store, AccordQuotationKind kind, guint document, guint finding, guint count)
{
  g_autoptr (AccordQuotationItem) item = g_object_new (ACCORD_TYPE_QUOTATION_ITEM, NULL);

  item->kind = kind;
  item->document = document;
  item->finding = finding;
  item->count = count;
  g_list_store_append (store, item);
}

static gboolean
belongs (AccordMatrixState *state, const AccordCodingFinding *coding, guint theme, guint principle)
{
  AccordSession *session = accord_matrix_state_get_session (state);
  guint n = 0;
  const AccordPrinciple *principles =
    accord_codebook_get_principles (accord_session_get_codebook (session), &n);

  if (!accord_coverage_counts (accord_session_get_coverage (session), coding))
    return FALSE;
  return principle != ACCORD_NONE ? coding->principle == principle
                                  : principles[coding->principle].theme == theme;
}

static void
append_document (
  AccordMatrixState *state, GListStore *store, guint theme, guint principle, guint document)
{
  AccordFindings *findings = accord_session_get_findings (accord_matrix_state_get_session (state));
  guint n_all = 0, n = 0, count = 0, first;
  const AccordCodingFinding *all = accord_findings_get_codings (findings, &n_all);
  const AccordCodingFinding *codings =
    accord_findings_get_document_codings (findings, document, &n);

  for (guint i = 0; i < n; i++)
    count += belongs (state, &codings[i], theme, principle);
  append (store, ACCORD_QUOTATION_DOCUMENT, document, ACCORD_NONE, count);
  if (count == 0)
    {
      append (store, ACCORD_QUOTATION_SILENCE, document, ACCORD_NONE, 0);
      return;
    }
  first = (guint) (codings - all);
  for (guint i = 0; i < n; i++)
    if (belongs (state, &codings[i], theme, principle))
      append (store, ACCORD_QUOTATION_CODING, document, first + i, 0);
}

/**
 * accord_quotation_items_new:
 * @state: what is looked at
 *
 * Returns: (transfer full): the lines for the focused cell: (element-type AccordQuotationItem);
 * none where there is no cell
 */
GListModel *
accord_quotation_items_new (AccordMatrixState *state)
{
  GListStore *store = g_list_store_new (ACCORD_TYPE_QUOTATION_ITEM);
  const AccordMatrix *matrix = accord_matrix_state_get_matrix (state);
  guint theme = 0, principle = 0, document = 0, n = 0;
  const guint *columns = NULL;

  if (matrix == NULL || !accord_matrix_state_get_cell (state, &theme, &principle, &document))
    return G_LIST_MODEL (store);
  columns = accord_matrix_get_columns (matrix, &n);
  for (guint i = 0; i < n; i++)
    if (document == ACCORD_NONE || document == columns[i])
      append_document (state, store, theme, principle, columns[i]);
  return G_LIST_MODEL (store);
}

/**
 * accord_quotation_item_get_kind:
 * @self: an item
 *
 * Returns: what it is
 */
AccordQuotationKind
accord_quotation_item_get_kind (AccordQuotationItem *self)
{
  return self->kind;
}

/**
 * accord_quotation_item_get_document:
 * @self: an item
 *
 * Returns: the number of its document in the findings
 */
guint
accord_quotation_item_get_document (AccordQuotationItem *self)
{
  return self->document;
}

/**
 * accord_quotation_item_get_finding:
 * @self: an item
 *
 * Returns: index into the findings' codings; ACCORD_NONE unless it is a quotation
 */
guint
accord_quotation_item_get_finding (AccordQuotationItem *self)
{
  return self->finding;
}

/**
 * accord_quotation_item_get_count:
 * @self: an item
 *
 * Returns: of a document, how many quotations follow
 */
guint
accord_quotation_item_get_count (AccordQuotationItem *self)
{
  return self->count;
}
