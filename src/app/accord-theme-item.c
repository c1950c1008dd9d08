/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of the tree of themes. */
#include "app/accord-theme-item.h"

#include <string.h>

#include "session/accord-label.h"

struct _AccordThemeItem
{
  GObject parent_instance;

  /* owned */
  AccordView *view;

  guint theme;
  guint principle; /* ACCORD_NONE: a theme */
};

G_DEFINE_FINAL_TYPE (AccordThemeItem, accord_theme_item, G_TYPE_OBJECT)

static void
accord_theme_item_dispose (GObject *object)
{
  g_clear_object (&ACCORD_THEME_ITEM (object)->view);
  G_OBJECT_CLASS (accord_theme_item_parent_class)->dispose (object);
}

static void
accord_theme_item_class_init (AccordThemeItemClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_theme_item_dispose;
}

static void
accord_theme_item_init (AccordThemeItem *self)
{
}

static AccordSession *
session_of (AccordThemeItem *self)
{
  return accord_view_get_session (self->view);
}

/**
 * accord_theme_item_new:
 * @view: what is looked at
 * @theme: index of a theme
 * @principle: index of a principle, or ACCORD_NONE for the theme itself
 *
 * Returns: (transfer full): an item
 */
AccordThemeItem *
accord_theme_item_new (AccordView *view, guint theme, guint principle)
{
  AccordThemeItem *self = g_object_new (ACCORD_TYPE_THEME_ITEM, NULL);

  self->view = g_object_ref (view);
  self->theme = theme;
  self->principle = principle;
  return self;
}

/**
 * accord_theme_item_get_theme:
 * @self: an item
 *
 * Returns: index of its theme
 */
guint
accord_theme_item_get_theme (AccordThemeItem *self)
{
  return self->theme;
}

/**
 * accord_theme_item_get_principle:
 * @self: an item
 *
 * Returns: index of its principle; ACCORD_NONE for a theme
 */
guint
accord_theme_item_get_principle (AccordThemeItem *self)
{
  return self->principle;
}

/**
 * accord_theme_item_is_theme:
 * @self: an item
 *
 * Returns: whether it is a theme
 */
gboolean
accord_theme_item_is_theme (AccordThemeItem *self)
{
  return self->principle == ACCORD_NONE;
}

/**
 * accord_theme_item_get_name:
 * @self: an item
 *
 * Returns: (transfer none): its name in the language of the interface, or the nearest to it
 */
const char *
accord_theme_item_get_name (AccordThemeItem *self)
{
  AccordCodebook *codebook = accord_session_get_codebook (session_of (self));

  if (accord_theme_item_is_theme (self))
    return accord_codebook_get_theme_name (codebook, self->theme, accord_label_language ());
  return accord_codebook_get_sentence (codebook, self->principle, ACCORD_WHAT_NAME,
                                       accord_label_language ());
}

/**
 * accord_theme_item_matches:
 * @self: an item
 * @folded: a case-folded string, possibly empty
 *
 * Returns: whether its name holds @folded
 */
gboolean
accord_theme_item_matches (AccordThemeItem *self, const char *folded)
{
  g_autofree char *name = g_utf8_casefold (accord_theme_item_get_name (self), -1);

  return strstr (name, folded) != NULL;
}

/**
 * accord_theme_item_get_children:
 * @self: an item
 * @folded: a case-folded string; where the theme's own name does not hold it, only principles that
 * do are given
 *
 * Returns: (transfer full) (nullable): the principles of a theme; NULL where there are none
 */
GListModel *
accord_theme_item_get_children (AccordThemeItem *self, const char *folded)
{
  g_autoptr (GListStore) store = g_list_store_new (ACCORD_TYPE_THEME_ITEM);
  guint n = 0;
  const AccordTheme *theme = NULL;
  gboolean all = FALSE;

  if (!accord_theme_item_is_theme (self))
    return NULL;
  theme =
    &accord_codebook_get_themes (accord_session_get_codebook (session_of (self)), &n)[self->theme];
  all = accord_theme_item_matches (self, folded);
  for (guint i = 0; i < theme->n_principles; i++)
    {
      g_autoptr (AccordThemeItem) item =
        accord_theme_item_new (self->view, self->theme, theme->first_principle + i);

      if (all || accord_theme_item_matches (item, folded))
        g_list_store_append (store, item);
    }
  if (g_list_model_get_n_items (G_LIST_MODEL (store)) == 0)
    return NULL;
  return G_LIST_MODEL (g_steal_pointer (&store));
}

/**
 * accord_theme_item_get_class:
 * @self: an item
 *
 * Returns: its coverage over the shown documents; silent while nothing was compared
 */
AccordCoverageClass
accord_theme_item_get_class (AccordThemeItem *self)
{
  AccordCoverage *coverage = accord_session_get_coverage (session_of (self));

  if (coverage == NULL)
    return ACCORD_COVERAGE_SILENT;
  if (accord_theme_item_is_theme (self))
    return accord_coverage_get_theme_class (coverage, self->theme);
  return accord_coverage_get_class (coverage, self->principle);
}

static const AccordCell *
cell_of (AccordThemeItem *self, AccordCoverage *coverage, guint document)
{
  if (accord_theme_item_is_theme (self))
    return accord_coverage_get_theme_cell (coverage, self->theme, document);
  return accord_coverage_get_cell (coverage, self->principle, document);
}

/**
 * accord_theme_item_count:
 * @self: an item
 *
 * Returns: the number of its findings that count
 */
guint
accord_theme_item_count (AccordThemeItem *self)
{
  AccordCoverage *coverage = accord_session_get_coverage (session_of (self));
  guint n_documents = 0, n = 0;

  if (coverage == NULL)
    return 0;
  n_documents = accord_comparison_get_n_documents (
    accord_findings_get_comparison (accord_coverage_get_findings (coverage)));
  for (guint i = 0; i < n_documents; i++)
    n += cell_of (self, coverage, i)->n_codings;
  return n;
}

/**
 * accord_theme_item_get_present:
 * @self: an item
 * @present: (array length=n): filled with whether each shown document has it
 * @n: room in @present
 *
 * Returns: the number of shown documents, at most @n
 */
guint
accord_theme_item_get_present (AccordThemeItem *self, gboolean *present, guint n)
{
  AccordSession *session = session_of (self);
  AccordCoverage *coverage = accord_session_get_coverage (session);
  guint filled = 0, n_documents = 0;

  if (coverage == NULL)
    return 0;
  n_documents = accord_comparison_get_n_documents (
    accord_findings_get_comparison (accord_coverage_get_findings (coverage)));
  for (guint i = 0; i < n_documents && filled < n; i++)
    {
      AccordSessionDocument *document = accord_session_get_compared (session, i);

      if (document != NULL && accord_session_document_get_shown (document))
        present[filled++] = cell_of (self, coverage, i)->n_codings > 0;
    }
  return filled;
}

/**
 * accord_theme_item_is_focused:
 * @self: an item
 *
 * Returns: whether it is shown alone, or among those that are
 */
gboolean
accord_theme_item_is_focused (AccordThemeItem *self)
{
  if (accord_theme_item_is_theme (self))
    return accord_view_is_theme_focused (self->view, self->theme);
  return accord_view_is_principle_focused (self->view, self->principle);
}

/**
 * accord_theme_items_new:
 * @view: what is looked at
 * @search: what names are to hold, possibly empty
 *
 * Returns: (transfer full) (element-type AccordThemeItem): the themes whose name, or one of whose
 *   principles' names, holds @search
 */
GListModel *
accord_theme_items_new (AccordView *view, const char *search)
{
  g_autofree char *folded = g_utf8_casefold (search, -1);
  GListStore *store = g_list_store_new (ACCORD_TYPE_THEME_ITEM);
  AccordCodebook *codebook = accord_session_get_codebook (accord_view_get_session (view));
  guint n = 0;

  if (codebook != NULL)
    accord_codebook_get_themes (codebook, &n);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AccordThemeItem) item = accord_theme_item_new (view, i, ACCORD_NONE);
      g_autoptr (GListModel) children = accord_theme_item_get_children (item, folded);

      if (children != NULL || accord_theme_item_matches (item, folded))
        g_list_store_append (store, item);
    }
  return G_LIST_MODEL (store);
}
