/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows are made for what changed, in the order of the newer draft. To choose one brings
 * both passages to eye level. */
#include "app/accord-versions-pane.h"

#include <glib/gi18n.h>

#include "app/accord-difference-label.h"
#include "app/accord-mark.h"
#include "app/accord-place.h"
#include "session/accord-label.h"

#define CHANGE_KEY "accord-change"
/* More changes than this are counted, but not listed. */
#define MAX_ROWS 500u

struct _AccordVersionsPane
{
  GtkWidget parent_instance;

  /* template */
  GtkWidget *box;
  GtkLabel *heading;
  GtkLabel *counts;
  GtkListBox *changes;

  /* owned */
  AccordView *view; /* nullable */

  gboolean updating;
};

G_DEFINE_FINAL_TYPE (AccordVersionsPane, accord_versions_pane, GTK_TYPE_WIDGET)

static void
row_selected_cb (AccordVersionsPane *self, GtkListBoxRow *row)
{
  AccordVersions *versions = self->view != NULL ? accord_view_get_versions (self->view) : NULL;
  guint n = 0;
  const AccordVersionChange *change = NULL;

  if (self->updating || row == NULL || versions == NULL)
    return;
  change = &accord_versions_get_changes (
    versions, &n)[GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), CHANGE_KEY))];
  if (change->older != ACCORD_NONE)
    accord_view_jump (self->view, accord_versions_get_older (versions), change->older);
  if (change->newer != ACCORD_NONE)
    accord_view_jump (self->view, accord_versions_get_newer (versions), change->newer);
}

static const char *
change_label (const AccordVersionChange *change)
{
  static const char *const EFFECTS[ACCORD_N_EFFECTS] = { NULL, N_ ("▲ stronger"), N_ ("▼ weaker"),
                                                         N_ ("≁ opposed") };

  if (change->kind == ACCORD_VERSION_ADDED)
    return _ ("+ added");
  if (change->kind == ACCORD_VERSION_DROPPED)
    return _ ("− dropped");
  if (change->effect != ACCORD_EFFECT_NONE)
    return _ (EFFECTS[change->effect]);
  return change->kind == ACCORD_VERSION_SAME ? _ ("↕ moved") : _ ("reworded");
}

static GtkWidget *
label_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

/* "¶2 → ¶3" */
static char *
dup_places (AccordComparison *comparison,
            AccordVersions *versions,
            const AccordVersionChange *change)
{
  GString *places = g_string_new (NULL);
  guint n = 0;

  if (change->older != ACCORD_NONE)
    g_string_append_printf (
      places, "¶%u",
      accord_document_get_passages (
        accord_comparison_get_document (comparison, accord_versions_get_older (versions)),
        &n)[change->older]
          .paragraph +
        1);
  if (change->newer != ACCORD_NONE)
    g_string_append_printf (
      places, "%s¶%u", places->len > 0 ? " → " : "",
      accord_document_get_passages (
        accord_comparison_get_document (comparison, accord_versions_get_newer (versions)),
        &n)[change->newer]
          .paragraph +
        1);
  return g_string_free (places, FALSE);
}

static GtkWidget *
stance_mark (AccordStance stance)
{
  GtkWidget *mark = accord_mark_new ();

  accord_mark_set_stance (ACCORD_MARK (mark), stance);
  return mark;
}

/* Glyph before, what happens, glyph after, and the places. */
static GtkWidget *
title_new (AccordVersions *versions, const AccordVersionChange *change)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *words = label_new (change_label (change), "heading");
  g_autofree char *places =
    dup_places (accord_versions_get_comparison (versions), versions, change);
  gboolean alone = change->kind == ACCORD_VERSION_ADDED || change->kind == ACCORD_VERSION_DROPPED;
  GtkWidget *place = label_new (places, "numeric");

  if (change->principle != ACCORD_NONE)
    gtk_box_append (GTK_BOX (box), stance_mark (change->before));
  gtk_box_append (GTK_BOX (box), words);
  if (change->principle != ACCORD_NONE && !alone)
    gtk_box_append (GTK_BOX (box), stance_mark (change->after));
  gtk_widget_set_hexpand (place, TRUE);
  gtk_label_set_xalign (GTK_LABEL (place), 1);
  gtk_box_append (GTK_BOX (box), place);
  return box;
}

static void
append_change (AccordVersionsPane *self, AccordVersions *versions, guint index)
{
  guint n = 0;
  const AccordVersionChange *change = &accord_versions_get_changes (versions, &n)[index];
  AccordComparison *comparison = accord_versions_get_comparison (versions);
  AccordCodebook *codebook = accord_comparison_get_codebook (comparison);
  AccordEnd older = { accord_versions_get_older (versions), change->older };
  AccordEnd newer = { accord_versions_get_newer (versions), change->newer };
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *difference = label_new (NULL, "words");

  gtk_box_append (GTK_BOX (box), title_new (versions, change));
  if (change->principle != ACCORD_NONE)
    gtk_box_append (GTK_BOX (box), label_new (accord_codebook_get_sentence (
                                                codebook, change->principle, ACCORD_WHAT_NAME,
                                                accord_label_language ()),
                                              "kind"));
  accord_difference_label_fill_change (GTK_LABEL (difference), comparison, older, newer);
  gtk_box_append (GTK_BOX (box), difference);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), CHANGE_KEY, GUINT_TO_POINTER (index));
  gtk_list_box_append (self->changes, row);
}

static gboolean
is_change (const AccordVersionChange *change)
{
  return change->kind != ACCORD_VERSION_SAME || change->moved;
}

static char *
dup_counts (const AccordVersionChange *changes, guint n)
{
  guint stronger = 0, weaker = 0, opposed = 0, added = 0, dropped = 0, moved = 0, same = 0;

  for (guint i = 0; i < n; i++)
    {
      stronger += changes[i].effect == ACCORD_EFFECT_STRONGER;
      weaker += changes[i].effect == ACCORD_EFFECT_WEAKER;
      opposed += changes[i].effect == ACCORD_EFFECT_OPPOSED;
      added += changes[i].kind == ACCORD_VERSION_ADDED;
      dropped += changes[i].kind == ACCORD_VERSION_DROPPED;
      moved += changes[i].moved;
      same += changes[i].kind == ACCORD_VERSION_SAME && !changes[i].moved;
    }
  return g_strdup_printf (/* Translators: numbers of changes between two drafts */
                          _ ("▲ Stronger %u · ▼ Weaker %u · ≁ Opposed %u · + Added %u · "
                             "− Dropped %u · ↕ Moved %u · = Same %u"),
                          stronger, weaker, opposed, added, dropped, moved, same);
}

static void
clear_list (GtkListBox *list)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, child);
}

static void
update_cb (AccordVersionsPane *self)
{
  AccordVersions *versions = accord_view_get_versions (self->view);
  AccordSession *session = accord_view_get_session (self->view);
  guint n = 0, n_changes = 0;
  const AccordVersionChange *changes = NULL;
  g_autofree char *counts = NULL, *heading = NULL;

  self->updating = TRUE;
  clear_list (self->changes);
  if (versions != NULL)
    {
      changes = accord_versions_get_changes (versions, &n);
      for (guint i = 0; i < n; i++)
        if (is_change (&changes[i]) && n_changes++ < MAX_ROWS)
          append_change (self, versions, i);
      counts = dup_counts (changes, n);
      heading = g_strdup_printf (
        /* Translators: letters of two documents, number of changed passages, of all */
        _ ("%s → %s: %u of %u passages changed"),
        accord_session_document_get_letter (
          accord_session_get_compared (session, accord_versions_get_older (versions))),
        accord_session_document_get_letter (
          accord_session_get_compared (session, accord_versions_get_newer (versions))),
        n_changes, n);
      gtk_label_set_label (self->counts, counts);
      gtk_label_set_label (self->heading, heading);
    }
  self->updating = FALSE;
}

static void
accord_versions_pane_dispose (GObject *object)
{
  AccordVersionsPane *self = ACCORD_VERSIONS_PANE (object);

  self->updating = TRUE;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->view);
  G_OBJECT_CLASS (accord_versions_pane_parent_class)->dispose (object);
}

static void
accord_versions_pane_class_init (AccordVersionsPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_versions_pane_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "versionspane");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/accord-versions-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordVersionsPane, box);
  gtk_widget_class_bind_template_child (widget_class, AccordVersionsPane, heading);
  gtk_widget_class_bind_template_child (widget_class, AccordVersionsPane, counts);
  gtk_widget_class_bind_template_child (widget_class, AccordVersionsPane, changes);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
}

static void
accord_versions_pane_init (AccordVersionsPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * accord_versions_pane_set_view:
 * @self: a pane
 * @view: what is looked at; set once
 */
void
accord_versions_pane_set_view (AccordVersionsPane *self, AccordView *view)
{
  g_return_if_fail (self->view == NULL);

  self->view = g_object_ref (view);
  g_signal_connect_object (view, "versions-changed", G_CALLBACK (update_cb), self,
                           G_CONNECT_SWAPPED);
}
