/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tree at the left, what is chosen in it at the right. The newest codebook is kept
 * here: the session shows the former one until its documents are coded anew. */
#include "app/accord-codebook-window-private.h"

#include <glib/gi18n.h>

#include "app/accord-codebook-row.h"
#include "session/accord-label.h"
#include "session/accord-session-settings.h"

G_DEFINE_FINAL_TYPE (AccordCodebookWindow, accord_codebook_window, ADW_TYPE_WINDOW)

static const char *
id_of (AccordCodebookWindow *self, GtkListBoxRow *row)
{
  guint n = 0;

  if (accord_codebook_row_get_principle (row) != ACCORD_NONE)
    return accord_codebook_get_principles (self->codebook,
                                           &n)[accord_codebook_row_get_principle (row)]
      .id;
  return accord_codebook_get_themes (self->codebook, &n)[accord_codebook_row_get_theme (row)].id;
}

static const char *
name_of (AccordCodebookWindow *self, guint theme, guint principle)
{
  if (principle != ACCORD_NONE)
    return accord_codebook_get_sentence (self->codebook, principle, ACCORD_WHAT_NAME,
                                         accord_label_language ());
  return accord_codebook_get_theme_name (self->codebook, theme, accord_label_language ());
}

void
accord_codebook_window_say (AccordCodebookWindow *self, const char *message)
{
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (message));
}

static void
say_with_undo (AccordCodebookWindow *self, const char *message)
{
  AdwToast *toast = adw_toast_new (message);

  adw_toast_set_timeout (toast, 3);
  adw_toast_set_button_label (toast, _ ("Undo"));
  adw_toast_set_action_name (toast, "codebook.undo");
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* Passages of a principle, or of a theme's principles; FALSE while they are counted anew. */
static gboolean
count_passages (AccordCodebookWindow *self, guint theme, guint principle, guint *count)
{
  AccordCoverage *coverage = accord_session_get_coverage (self->session);
  guint n = 0;
  const AccordTheme *t = &accord_codebook_get_themes (self->codebook, &n)[theme];

  *count = 0;
  if (coverage == NULL || accord_session_get_codebook (self->session) != self->codebook)
    return FALSE;
  if (principle != ACCORD_NONE)
    *count = accord_coverage_count_codings (coverage, principle);
  else
    for (guint i = 0; i < t->n_principles; i++)
      *count += accord_coverage_count_codings (coverage, t->first_principle + i);
  return TRUE;
}

static gboolean
contains (const char *text, const char *folded)
{
  g_autofree char *other = text != NULL ? g_utf8_casefold (text, -1) : NULL;

  return other != NULL && strstr (other, folded) != NULL;
}

static gboolean
principle_matches (AccordCodebookWindow *self, guint principle, const char *folded)
{
  guint n = 0;
  const AccordPrinciple *p = &accord_codebook_get_principles (self->codebook, &n)[principle];
  const AccordTerm *terms = accord_codebook_get_terms (self->codebook, &n);

  if (contains (name_of (self, p->theme, principle), folded))
    return TRUE;
  for (guint i = 0; i < p->n_terms; i++)
    if (contains (terms[p->first_term + i].text, folded))
      return TRUE;
  return FALSE;
}

/* A theme stays where its name or one of its principles is found. */
static gboolean
filter_cb (GtkListBoxRow *row, gpointer data)
{
  AccordCodebookWindow *self = data;
  g_autofree char *folded =
    g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search)), -1);
  guint n = 0;
  const AccordTheme *theme =
    &accord_codebook_get_themes (self->codebook, &n)[accord_codebook_row_get_theme (row)];

  if (folded[0] == '\0' ||
      contains (name_of (self, accord_codebook_row_get_theme (row), ACCORD_NONE), folded))
    return TRUE;
  if (accord_codebook_row_get_principle (row) != ACCORD_NONE)
    return principle_matches (self, accord_codebook_row_get_principle (row), folded);
  for (guint i = 0; i < theme->n_principles; i++)
    if (principle_matches (self, theme->first_principle + i, folded))
      return TRUE;
  return FALSE;
}

static void
search_cb (AccordCodebookWindow *self)
{
  gtk_list_box_invalidate_filter (self->list);
}

static void
show_theme (AccordCodebookWindow *self, guint theme)
{
  guint n = 0, count = 0;
  const AccordTheme *t = &accord_codebook_get_themes (self->codebook, &n)[theme];
  g_autofree char *counts = NULL;

  count_passages (self, theme, ACCORD_NONE, &count);
  counts = g_strdup_printf (g_dngettext (NULL, "%u principle; passages in the open documents: %u",
                                         "%u principles; passages in the open documents: %u",
                                         t->n_principles),
                            t->n_principles, count);
  gtk_label_set_label (self->theme_counts, counts);
  gtk_editable_set_text (GTK_EDITABLE (self->theme_name), name_of (self, theme, ACCORD_NONE));
  gtk_stack_set_visible_child_name (self->stack, "theme");
}

static void
selected_cb (AccordCodebookWindow *self, GtkListBoxRow *row)
{
  gboolean is_principle = row != NULL && accord_codebook_row_get_principle (row) != ACCORD_NONE;

  if (self->updating)
    return;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "codebook.remove", row != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "codebook.move", is_principle);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "codebook.merge", is_principle);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "codebook.add-principle", row != NULL);
  g_clear_pointer (&self->chosen, g_free);
  if (row == NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "nothing");
      return;
    }
  self->chosen = g_strdup (id_of (self, row));
  if (!is_principle)
    {
      show_theme (self, accord_codebook_row_get_theme (row));
      return;
    }
  accord_principle_page_show (self->principle_page, self->session, self->codebook,
                              accord_codebook_row_get_principle (row));
  gtk_stack_set_visible_child_name (self->stack, "principle");
}

/* A principle that is dropped on a theme goes to its end, on a principle to its place. */
static void
dropped_cb (AccordCodebookWindow *self, guint principle, GtkListBoxRow *row)
{
  guint n = 0, position = G_MAXUINT, onto = accord_codebook_row_get_principle (row);
  guint theme = accord_codebook_row_get_theme (row);
  AccordCodebookDraft *draft = NULL;
  g_autofree char *step = NULL;

  accord_codebook_get_principles (self->codebook, &n);
  if (principle >= n || principle == onto)
    return;
  if (onto != ACCORD_NONE)
    position = onto - accord_codebook_get_themes (self->codebook, &n)[theme].first_principle;
  step = g_strdup_printf (_ ("Move “%s”"), name_of (self, 0, principle));
  draft = accord_codebook_draft_new (self->codebook);
  accord_codebook_draft_move (draft, principle, theme, position);
  accord_codebook_window_take (self, draft, step);
}

static void
append_row (AccordCodebookWindow *self, guint theme, guint principle, const char *chosen)
{
  guint count = 0;
  gboolean known = count_passages (self, theme, principle, &count);
  GtkWidget *row = accord_codebook_row_new (theme, principle, name_of (self, theme, principle),
                                            known ? (gint) count : -1);

  g_signal_connect_object (row, "dropped", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, row);
  if (g_strcmp0 (id_of (self, GTK_LIST_BOX_ROW (row)), chosen) == 0)
    gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
}

static void
fill (AccordCodebookWindow *self)
{
  g_autofree char *chosen = g_strdup (self->chosen);
  GtkWidget *child = NULL;
  guint n = 0;
  const AccordTheme *themes = accord_codebook_get_themes (self->codebook, &n);

  adw_window_title_set_subtitle (
    self->title, accord_codebook_get_name (self->codebook, accord_label_language ()));
  self->updating = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (guint i = 0; i < n; i++)
    {
      append_row (self, i, ACCORD_NONE, chosen);
      for (guint p = 0; p < themes[i].n_principles; p++)
        append_row (self, i, themes[i].first_principle + p, chosen);
    }
  self->updating = FALSE;
  selected_cb (self, gtk_list_box_get_selected_row (self->list));
}

static void
take_codebook (AccordCodebookWindow *self, AccordCodebook *codebook)
{
  accord_codebook_ref (codebook);
  g_clear_pointer (&self->codebook, accord_codebook_unref);
  self->codebook = codebook;
}

/* What was set here wins until the session shows it; then the session's is the truth. */
static void
session_changed_cb (AccordCodebookWindow *self)
{
  AccordCodebook *shown = accord_session_get_codebook (self->session);

  if (self->pending != NULL && self->pending != shown && accord_session_get_busy (self->session))
    return;
  g_clear_pointer (&self->pending, accord_codebook_unref);
  take_codebook (self, shown);
  fill (self);
}

static void
undo_changed_cb (AccordCodebookWindow *self)
{
  gboolean can_undo = FALSE;

  g_object_get (self->session, "can-undo", &can_undo, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "codebook.undo", can_undo);
}

/**
 * accord_codebook_window_set:
 * @self: a window
 * @codebook: what the documents shall be coded with
 * @step: name of the step, translated
 */
void
accord_codebook_window_set (AccordCodebookWindow *self, AccordCodebook *codebook, const char *step)
{
  take_codebook (self, codebook);
  g_clear_pointer (&self->pending, accord_codebook_unref);
  self->pending = accord_codebook_ref (codebook);
  accord_session_set_codebook (self->session, codebook, step);
  fill (self);
  say_with_undo (self, step);
}

/**
 * accord_codebook_window_take:
 * @self: a window
 * @draft: (transfer full): the changed codebook
 * @step: name of the step, translated
 */
void
accord_codebook_window_take (AccordCodebookWindow *self,
                             AccordCodebookDraft *draft,
                             const char *step)
{
  g_autoptr (AccordCodebookDraft) owned = draft;
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordCodebook) codebook = accord_codebook_draft_end (owned, &error);

  if (codebook != NULL)
    accord_codebook_window_set (self, codebook, step);
  else
    accord_codebook_window_say (self, error->message);
}

static void
edited_cb (AccordCodebookWindow *self, gpointer draft, const char *step)
{
  accord_codebook_window_take (self, draft, step);
}

static void
theme_name_cb (AccordCodebookWindow *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  g_autofree char *step = NULL;
  AccordCodebookDraft *draft = NULL;

  if (row == NULL)
    return;
  step = g_strdup_printf (_ ("Edit “%s”"),
                          name_of (self, accord_codebook_row_get_theme (row), ACCORD_NONE));
  draft = accord_codebook_draft_new (self->codebook);
  accord_codebook_draft_set_theme_name (draft, accord_codebook_row_get_theme (row),
                                        accord_label_language (),
                                        gtk_editable_get_text (GTK_EDITABLE (self->theme_name)));
  accord_codebook_window_take (self, draft, step);
}

static void
undo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordCodebookWindow *self = ACCORD_CODEBOOK_WINDOW (widget);

  g_clear_pointer (&self->pending, accord_codebook_unref);
  accord_session_undo (self->session);
}

static void
add_theme_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordCodebookWindow *self = ACCORD_CODEBOOK_WINDOW (widget);
  AccordCodebookDraft *draft = accord_codebook_draft_new (self->codebook);
  guint theme = accord_codebook_draft_add_theme (draft);

  accord_codebook_draft_set_theme_name (draft, theme, accord_label_language (), _ ("New Theme"));
  accord_codebook_window_take (self, draft, _ ("Add a Theme"));
}

static void
add_principle_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordCodebookWindow *self = ACCORD_CODEBOOK_WINDOW (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  AccordCodebookDraft *draft = NULL;
  guint principle;

  if (row == NULL)
    return;
  draft = accord_codebook_draft_new (self->codebook);
  principle = accord_codebook_draft_add_principle (draft, accord_codebook_row_get_theme (row));
  accord_codebook_draft_set_sentence (draft, principle, ACCORD_WHAT_NAME, accord_label_language (),
                                      _ ("New Principle"));
  accord_codebook_window_take (self, draft, _ ("Add a Principle"));
}

static void
remove_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AccordCodebookWindow *self = ACCORD_CODEBOOK_WINDOW (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  AccordCodebookDraft *draft = NULL;
  g_autofree char *step = NULL;

  if (row == NULL)
    return;
  step = g_strdup_printf (_ ("Remove “%s”"), name_of (self, accord_codebook_row_get_theme (row),
                                                      accord_codebook_row_get_principle (row)));
  draft = accord_codebook_draft_new (self->codebook);
  if (accord_codebook_row_get_principle (row) != ACCORD_NONE)
    accord_codebook_draft_remove_principle (draft, accord_codebook_row_get_principle (row));
  else
    accord_codebook_draft_remove_theme (draft, accord_codebook_row_get_theme (row));
  accord_codebook_window_take (self, draft, step);
}

static void
move_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AccordCodebookWindow *self = ACCORD_CODEBOOK_WINDOW (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  guint n = 0, place;
  const AccordTheme *theme = NULL;
  AccordCodebookDraft *draft = NULL;
  g_autofree char *step = NULL;
  gint by = g_variant_get_int32 (parameter);

  if (row == NULL || accord_codebook_row_get_principle (row) == ACCORD_NONE)
    return;
  theme = &accord_codebook_get_themes (self->codebook, &n)[accord_codebook_row_get_theme (row)];
  place = accord_codebook_row_get_principle (row) - theme->first_principle;
  if ((by < 0 && place == 0) || (by > 0 && place + 1 >= theme->n_principles))
    return;
  step =
    g_strdup_printf (_ ("Move “%s”"), name_of (self, 0, accord_codebook_row_get_principle (row)));
  draft = accord_codebook_draft_new (self->codebook);
  accord_codebook_draft_move (draft, accord_codebook_row_get_principle (row),
                              accord_codebook_row_get_theme (row), by < 0 ? place - 1 : place + 1);
  accord_codebook_window_take (self, draft, step);
}

static void
merge_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AccordCodebookWindow *self = ACCORD_CODEBOOK_WINDOW (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  guint n = 0, principle;
  const AccordTheme *theme = NULL;
  AccordCodebookDraft *draft = NULL;
  g_autofree char *step = NULL;

  if (row == NULL || accord_codebook_row_get_principle (row) == ACCORD_NONE)
    return;
  principle = accord_codebook_row_get_principle (row);
  theme = &accord_codebook_get_themes (self->codebook, &n)[accord_codebook_row_get_theme (row)];
  if (principle + 1 >= theme->first_principle + theme->n_principles)
    {
      accord_codebook_window_say (self, _ ("No principle follows in this theme. Move one there."));
      return;
    }
  step = g_strdup_printf (_ ("Merge “%s” into “%s”"), name_of (self, 0, principle + 1),
                          name_of (self, 0, principle));
  draft = accord_codebook_draft_new (self->codebook);
  accord_codebook_draft_merge (draft, principle + 1, principle);
  accord_codebook_window_take (self, draft, step);
}

static void
accord_codebook_window_dispose (GObject *object)
{
  AccordCodebookWindow *self = ACCORD_CODEBOOK_WINDOW (object);

  self->updating = TRUE;
  if (self->chooser != NULL)
    gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (self->chooser));
  g_clear_object (&self->chooser);
  g_clear_object (&self->session);
  g_clear_pointer (&self->codebook, accord_codebook_unref);
  g_clear_pointer (&self->pending, accord_codebook_unref);
  g_clear_pointer (&self->chosen, g_free);
  G_OBJECT_CLASS (accord_codebook_window_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/accord/Accord/accord-codebook-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordCodebookWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, AccordCodebookWindow, title);
  gtk_widget_class_bind_template_child (widget_class, AccordCodebookWindow, search);
  gtk_widget_class_bind_template_child (widget_class, AccordCodebookWindow, list);
  gtk_widget_class_bind_template_child (widget_class, AccordCodebookWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, AccordCodebookWindow, principle_page);
  gtk_widget_class_bind_template_child (widget_class, AccordCodebookWindow, theme_name);
  gtk_widget_class_bind_template_child (widget_class, AccordCodebookWindow, theme_counts);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, theme_name_cb);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "codebook.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "codebook.add-theme", NULL, add_theme_cb);
  gtk_widget_class_install_action (widget_class, "codebook.add-principle", NULL, add_principle_cb);
  gtk_widget_class_install_action (widget_class, "codebook.remove", NULL, remove_cb);
  gtk_widget_class_install_action (widget_class, "codebook.move", "i", move_cb);
  gtk_widget_class_install_action (widget_class, "codebook.merge", NULL, merge_cb);
  accord_codebook_window_install_file_actions (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "codebook.undo",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "codebook.move", "i",
                                       -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "codebook.move",
                                       "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close",
                                       NULL);
}

static void
accord_codebook_window_class_init (AccordCodebookWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_codebook_window_dispose;
  g_type_ensure (ACCORD_TYPE_PRINCIPLE_PAGE);
  bind_template (widget_class);
  install_actions (widget_class);
}

/* Delete removes what is chosen in the list; in an entry it is the entry's own key. */
static gboolean
list_key_cb (AccordCodebookWindow *self, guint key, guint code, GdkModifierType state)
{
  if (key != GDK_KEY_Delete || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return FALSE;
  gtk_widget_activate_action (GTK_WIDGET (self), "codebook.remove", NULL);
  return TRUE;
}

static void
accord_codebook_window_init (AccordCodebookWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (self->list, filter_cb, self, NULL);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (list_key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
}

/**
 * accord_codebook_window_new:
 * @parent: over which it stands
 * @session: whose codebook is edited
 *
 * Returns: (transfer floating): the window; presenting it is the caller's
 */
GtkWidget *
accord_codebook_window_new (GtkWindow *parent, AccordSession *session)
{
  AccordCodebookWindow *self = g_object_new (ACCORD_TYPE_CODEBOOK_WINDOW, "transient-for", parent,
                                             "destroy-with-parent", TRUE, NULL);

  self->session = g_object_ref (session);
  take_codebook (self, accord_session_get_codebook (session));
  g_signal_connect_object (session, "notify::codebook", G_CALLBACK (session_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "findings-changed", G_CALLBACK (session_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::can-undo", G_CALLBACK (undo_changed_cb), self,
                           G_CONNECT_SWAPPED);
  fill (self);
  undo_changed_cb (self);
  return GTK_WIDGET (self);
}
