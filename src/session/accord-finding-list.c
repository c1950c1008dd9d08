/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order is worked out whole when findings, filter or order change: an array of
 * numbers sorted by keys that were read once. Ties are broken by place, so that the
 * list is the same each time. */
#include "session/accord-finding-list.h"

#include <stdlib.h>

/* A link or a coding; sorted by key, then document and passage, then kind, then index. */
typedef struct
{
  gint32 key;
  guint32 document;
  guint32 passage;
  guint32 index;
  gboolean is_link;
} Entry;

struct _AccordFindingItem
{
  GObject parent_instance;

  gboolean is_link;
  guint index;
};

struct _AccordFindingList
{
  GObject parent_instance;

  /* owned */
  AccordFindings *findings; /* nullable */
  GArray *entries;          /* of Entry */

  AccordFindingFilter filter;
  gpointer filter_data;
  AccordFindingOrder order;
  AccordFindingKinds kinds;
  guint n_all; /* of the chosen kinds, whether or not the filter lets them through */
};

enum
{
  PROP_0,
  PROP_ORDER,
  PROP_KINDS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (AccordFindingItem, accord_finding_item, G_TYPE_OBJECT)

static void
accord_finding_item_class_init (AccordFindingItemClass *class)
{
}

static void
accord_finding_item_init (AccordFindingItem *self)
{
}

/**
 * accord_finding_item_is_link:
 * @self: an item
 *
 * Returns: whether it is a link; else a coding
 */
gboolean
accord_finding_item_is_link (AccordFindingItem *self)
{
  return self->is_link;
}

/**
 * accord_finding_item_get_index:
 * @self: an item
 *
 * Returns: index into the links or codings of the findings that the list shows
 */
guint
accord_finding_item_get_index (AccordFindingItem *self)
{
  return self->index;
}

static GType
get_item_type (GListModel *model)
{
  return ACCORD_TYPE_FINDING_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return ACCORD_FINDING_LIST (model)->entries->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  AccordFindingList *self = ACCORD_FINDING_LIST (model);
  AccordFindingItem *item = NULL;

  if (position >= self->entries->len)
    return NULL;
  item = g_object_new (ACCORD_TYPE_FINDING_ITEM, NULL);
  item->is_link = g_array_index (self->entries, Entry, position).is_link;
  item->index = g_array_index (self->entries, Entry, position).index;
  return item;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (AccordFindingList,
                               accord_finding_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static gint32
status_rank (AccordStatus status)
{
  static const gint32 RANKS[ACCORD_N_STATUSES] = { [ACCORD_STATUS_MACHINE] = 0,
                                                   [ACCORD_STATUS_CONFIRMED] = 1,
                                                   [ACCORD_STATUS_ANALYST] = 2,
                                                   [ACCORD_STATUS_REJECTED] = 3 };

  return RANKS[status];
}

static gint32
key_of (AccordFindingList *self, gint32 score, AccordStatus status)
{
  switch (self->order)
    {
    case ACCORD_FINDING_ORDER_SCORE:
      return -score;
    case ACCORD_FINDING_ORDER_UNCERTAINTY:
      return (status == ACCORD_STATUS_MACHINE ? 0 : 10000) + score;
    case ACCORD_FINDING_ORDER_STATUS:
      return status_rank (status);
    default:
      return 0;
    }
}

static gint
compare_numbers (gint64 a, gint64 b)
{
  return (a > b) - (a < b);
}

static gint
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *x = a, *y = b;
  gint order = compare_numbers (x->key, y->key);

  order = order != 0 ? order : compare_numbers (x->document, y->document);
  order = order != 0 ? order : compare_numbers (x->passage, y->passage);
  order = order != 0 ? order : compare_numbers (!x->is_link, !y->is_link);
  return order != 0 ? order : compare_numbers (x->index, y->index);
}

static void
add_links (AccordFindingList *self, GArray *entries)
{
  guint n = 0;
  const AccordLinkFinding *links = accord_findings_get_links (self->findings, &n);

  self->n_all += n;
  for (guint i = 0; i < n; i++)
    if (self->filter (TRUE, &links[i], self->filter_data))
      {
        Entry entry = { key_of (self, links[i].score, links[i].status), links[i].a.document,
                        links[i].a.passage, i, TRUE };

        g_array_append_val (entries, entry);
      }
}

static void
add_codings (AccordFindingList *self, GArray *entries)
{
  guint n = 0;
  const AccordCodingFinding *codings = accord_findings_get_codings (self->findings, &n);

  self->n_all += n;
  for (guint i = 0; i < n; i++)
    if (self->filter (FALSE, &codings[i], self->filter_data))
      {
        Entry entry = { key_of (self, codings[i].score, codings[i].status), codings[i].document,
                        codings[i].passage, i, FALSE };

        g_array_append_val (entries, entry);
      }
}

static void
accord_finding_list_finalize (GObject *object)
{
  AccordFindingList *self = ACCORD_FINDING_LIST (object);

  g_clear_pointer (&self->findings, accord_findings_unref);
  g_array_unref (self->entries);
  G_OBJECT_CLASS (accord_finding_list_parent_class)->finalize (object);
}

static void
accord_finding_list_get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  AccordFindingList *self = ACCORD_FINDING_LIST (object);

  if (property == PROP_ORDER)
    g_value_set_int (value, (gint) self->order);
  else if (property == PROP_KINDS)
    g_value_set_uint (value, self->kinds);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
}

static void
accord_finding_list_set_property (GObject *object,
                                  guint property,
                                  const GValue *value,
                                  GParamSpec *pspec)
{
  AccordFindingList *self = ACCORD_FINDING_LIST (object);

  if (property == PROP_ORDER)
    accord_finding_list_set_order (self, (AccordFindingOrder) g_value_get_int (value));
  else if (property == PROP_KINDS)
    accord_finding_list_set_kinds (self, g_value_get_uint (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
}

static void
accord_finding_list_class_init (AccordFindingListClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = accord_finding_list_finalize;
  object_class->get_property = accord_finding_list_get_property;
  object_class->set_property = accord_finding_list_set_property;
  properties[PROP_ORDER] =
    g_param_spec_int ("order", NULL, NULL, 0, ACCORD_N_FINDING_ORDERS - 1, 0, flags);
  properties[PROP_KINDS] = g_param_spec_uint ("kinds", NULL, NULL, 0, 3, 3, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
accord_finding_list_init (AccordFindingList *self)
{
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->kinds = ACCORD_FINDING_LINKS | ACCORD_FINDING_CODINGS;
}

/**
 * accord_finding_list_new:
 * @filter: whether a finding is listed: gets an #AccordLinkFinding or #AccordCodingFinding
 * @data: for @filter; outlives the list
 *
 * Returns: (transfer full): an empty list
 */
AccordFindingList *
accord_finding_list_new (AccordFindingFilter filter, gpointer data)
{
  AccordFindingList *self = g_object_new (ACCORD_TYPE_FINDING_LIST, NULL);

  self->filter = filter;
  self->filter_data = data;
  return self;
}

/**
 * accord_finding_list_set_findings:
 * @self: a list
 * @findings: (nullable): what it lists
 */
void
accord_finding_list_set_findings (AccordFindingList *self, AccordFindings *findings)
{
  if (self->findings == findings)
    return;
  g_clear_pointer (&self->findings, accord_findings_unref);
  self->findings = findings != NULL ? accord_findings_ref (findings) : NULL;
  accord_finding_list_refilter (self);
}

/* Whether both say the same, so that nothing need be told. */
static gboolean
same_entries (GArray *a, GArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (g_array_index (a, Entry, i).index != g_array_index (b, Entry, i).index ||
        g_array_index (a, Entry, i).is_link != g_array_index (b, Entry, i).is_link)
      return FALSE;
  return TRUE;
}

/**
 * accord_finding_list_refilter:
 * @self: a list
 *
 * Asks the filter again about each finding. Cost: n log n in the findings.
 */
void
accord_finding_list_refilter (AccordFindingList *self)
{
  g_autoptr (GArray) before = self->entries;

  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->n_all = 0;
  if (self->findings != NULL && (self->kinds & ACCORD_FINDING_LINKS) != 0)
    add_links (self, self->entries);
  if (self->findings != NULL && (self->kinds & ACCORD_FINDING_CODINGS) != 0)
    add_codings (self, self->entries);
  if (self->entries->len > 1)
    qsort (self->entries->data, self->entries->len, sizeof (Entry), compare_entries);
  if (!same_entries (before, self->entries))
    g_list_model_items_changed (G_LIST_MODEL (self), 0, before->len, self->entries->len);
}

/**
 * accord_finding_list_find:
 * @self: a list
 * @is_link: whether a link is looked for; else a coding
 * @index: of it among the findings
 * @position: (out): where it is listed
 *
 * Returns: whether it is listed; @position is set only then
 */
gboolean
accord_finding_list_find (AccordFindingList *self, gboolean is_link, guint index, guint *position)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);

      if (entry->index == index && !entry->is_link == !is_link)
        {
          *position = i;
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * accord_finding_list_get:
 * @self: a list
 * @position: in it
 * @is_link: (out): whether a link is there; else a coding
 * @index: (out): of it among the findings
 *
 * Returns: whether there is one; nothing is set else
 */
gboolean
accord_finding_list_get (AccordFindingList *self, guint position, gboolean *is_link, guint *index)
{
  if (position >= self->entries->len)
    return FALSE;
  *is_link = g_array_index (self->entries, Entry, position).is_link;
  *index = g_array_index (self->entries, Entry, position).index;
  return TRUE;
}

/**
 * accord_finding_list_count_all:
 * @self: a list
 *
 * Returns: how many there are of the kinds listed, whether or not the filter lets them through
 */
guint
accord_finding_list_count_all (AccordFindingList *self)
{
  return self->n_all;
}

/**
 * accord_finding_list_get_order:
 * @self: a list
 *
 * Returns: its order
 */
AccordFindingOrder
accord_finding_list_get_order (AccordFindingList *self)
{
  return self->order;
}

/**
 * accord_finding_list_set_order:
 * @self: a list
 * @order: its order from now on
 */
void
accord_finding_list_set_order (AccordFindingList *self, AccordFindingOrder order)
{
  if (self->order == order)
    return;
  self->order = order;
  accord_finding_list_refilter (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ORDER]);
}

/**
 * accord_finding_list_get_kinds:
 * @self: a list
 *
 * Returns: what it lists
 */
AccordFindingKinds
accord_finding_list_get_kinds (AccordFindingList *self)
{
  return self->kinds;
}

/**
 * accord_finding_list_set_kinds:
 * @self: a list
 * @kinds: what it lists from now on
 */
void
accord_finding_list_set_kinds (AccordFindingList *self, AccordFindingKinds kinds)
{
  if (self->kinds == kinds)
    return;
  self->kinds = kinds;
  accord_finding_list_refilter (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KINDS]);
}
