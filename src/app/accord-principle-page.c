/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every change is handed on as a draft of the whole codebook; the page is filled anew
 * when the codebook has changed. While a term is typed, a worker looks for it. */
#include "app/accord-principle-page.h"

#include <glib/gi18n.h>

#include "app/accord-hit-list.h"
#include "app/accord-term-chip.h"
#include "app/accord-wrap-layout.h"
#include "engine/accord-codebook-draft.h"
#include "engine/accord-language.h"
#include "session/accord-label.h"
#include "session/accord-term-hits.h"

#define TRIAL_DELAY_MS 150
/* Terms without a hit that are seen at first, of each language. */
#define MAX_CHIPS 10u

struct _AccordPrinciplePage
{
  GtkWidget parent_instance;

  /* template */
  GtkWidget *box;
  AdwEntryRow *name;
  AdwEntryRow *definition;
  AdwEntryRow *include;
  AdwEntryRow *exclude;
  AdwComboRow *theme;
  GtkLabel *terms_heading;
  GtkListBox *terms;
  AccordHitList *hits;

  /* owned */
  AccordSession *session;   /* nullable */
  AccordCodebook *codebook; /* nullable */
  GPtrArray *chips;         /* of GtkToggleButton, borrowed; by place of the term */
  char *focus_language;     /* nullable: whose entry gets the keyboard when the page is filled */

  char *typed; /* nullable: what stood in it */

  guint principle;
  guint trial_source;
  gboolean added; /* what stood in the entry is a term now */
  gboolean updating;
};

enum
{
  EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AccordPrinciplePage, accord_principle_page, GTK_TYPE_WIDGET)

static const char *
name_of (AccordPrinciplePage *self)
{
  return accord_codebook_get_sentence (self->codebook, self->principle, ACCORD_WHAT_NAME,
                                       accord_label_language ());
}

/* @step is taken. */
static void
emit_edited (AccordPrinciplePage *self, AccordCodebookDraft *draft, char *step)
{
  g_signal_emit (self, signals[EDITED], 0, draft, step);
  g_free (step);
}

static AccordCodebookDraft *
draft_new (AccordPrinciplePage *self)
{
  return accord_codebook_draft_new (self->codebook);
}

static const AccordPrinciple *
principle_of (AccordPrinciplePage *self)
{
  guint n = 0;

  return &accord_codebook_get_principles (self->codebook, &n)[self->principle];
}

static const AccordTerm *
terms_of (AccordPrinciplePage *self, guint *n_terms)
{
  guint n = 0;
  const AccordTerm *terms = accord_codebook_get_terms (self->codebook, &n);

  *n_terms = principle_of (self)->n_terms;
  return terms + principle_of (self)->first_term;
}

static void
clear_list (GtkListBox *list)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, child);
}

static void
sentence_cb (AdwEntryRow *row, AccordPrinciplePage *self)
{
  AccordWhat what = row == self->name         ? ACCORD_WHAT_NAME
                    : row == self->definition ? ACCORD_WHAT_DEFINITION
                    : row == self->include    ? ACCORD_WHAT_INCLUDE
                                              : ACCORD_WHAT_EXCLUDE;
  AccordCodebookDraft *draft = draft_new (self);

  accord_codebook_draft_set_sentence (draft, self->principle, what, accord_label_language (),
                                      gtk_editable_get_text (GTK_EDITABLE (row)));
  emit_edited (self, draft, g_strdup_printf (_ ("Edit “%s”"), name_of (self)));
}

static void
theme_cb (AccordPrinciplePage *self)
{
  guint theme = adw_combo_row_get_selected (self->theme);
  AccordCodebookDraft *draft = NULL;

  if (self->updating || self->codebook == NULL || theme == GTK_INVALID_LIST_POSITION ||
      theme == principle_of (self)->theme)
    return;
  draft = draft_new (self);
  accord_codebook_draft_move (draft, self->principle, theme, G_MAXUINT);
  emit_edited (self, draft, g_strdup_printf (_ ("Move “%s”"), name_of (self)));
}

static gboolean
trial_due_cb (gpointer data)
{
  GtkEditable *entry = data;
  AccordPrinciplePage *self = ACCORD_PRINCIPLE_PAGE (
    gtk_widget_get_ancestor (GTK_WIDGET (entry), ACCORD_TYPE_PRINCIPLE_PAGE));
  g_autofree char *text = NULL;

  if (self == NULL)
    return G_SOURCE_REMOVE;
  self->trial_source = 0;
  text = g_strstrip (g_strdup (gtk_editable_get_text (entry)));
  if (text[0] != '\0')
    accord_hit_list_try (self->hits, self->session, text,
                         g_object_get_data (G_OBJECT (entry), "language"));
  else
    accord_hit_list_show_passages (self->hits, self->session, self->principle);
  return G_SOURCE_REMOVE;
}

static void
entry_changed_cb (GtkEditable *entry, AccordPrinciplePage *self)
{
  g_clear_handle_id (&self->trial_source, g_source_remove);
  self->trial_source = g_timeout_add_full (G_PRIORITY_DEFAULT, TRIAL_DELAY_MS, trial_due_cb,
                                           g_object_ref (entry), g_object_unref);
}

static void
entry_activate_cb (GtkEntry *entry, AccordPrinciplePage *self)
{
  const char *language = g_object_get_data (G_OBJECT (entry), "language");
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
  AccordTerm term = { .language = language, .text = text };
  AccordCodebookDraft *draft = NULL;

  if (text[0] == '\0')
    return;
  g_clear_handle_id (&self->trial_source, g_source_remove);
  self->added = TRUE;
  draft = draft_new (self);
  accord_codebook_draft_add_term (draft, self->principle, &term);
  emit_edited (self, draft, g_strdup_printf (_ ("Add a Term to “%s”"), name_of (self)));
}

static GArray *
chosen_terms (AccordPrinciplePage *self)
{
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->chips->len; i++)
    {
      GtkToggleButton *chip = g_ptr_array_index (self->chips, i);

      if (chip != NULL && gtk_toggle_button_get_active (chip))
        g_array_append_val (chosen, i);
    }
  return chosen;
}

static void
update_actions_cb (AccordPrinciplePage *self)
{
  g_autoptr (GArray) chosen = chosen_terms (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "principle.remove-terms", chosen->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "principle.split",
                                 chosen->len > 0 && chosen->len < self->chips->len);
}

static void
remove_terms_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordPrinciplePage *self = ACCORD_PRINCIPLE_PAGE (widget);
  g_autoptr (GArray) chosen = chosen_terms (self);
  AccordCodebookDraft *draft = NULL;

  if (chosen->len == 0)
    return;
  draft = draft_new (self);
  for (guint i = chosen->len; i-- > 0;)
    accord_codebook_draft_remove_term (draft, self->principle, g_array_index (chosen, guint, i));
  emit_edited (self, draft, g_strdup_printf (_ ("Remove Terms of “%s”"), name_of (self)));
}

static void
split_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordPrinciplePage *self = ACCORD_PRINCIPLE_PAGE (widget);
  g_autoptr (GArray) chosen = chosen_terms (self);
  guint n = 0, split;
  const AccordTerm *terms = terms_of (self, &n);
  AccordCodebookDraft *draft = NULL;

  if (chosen->len == 0 || chosen->len >= n)
    return;
  draft = draft_new (self);
  split = accord_codebook_draft_split (draft, self->principle,
                                       (const guint *) (gpointer) chosen->data, chosen->len);
  /* Until a person names it, it is called like its first term. */
  accord_codebook_draft_set_sentence (draft, split, ACCORD_WHAT_NAME, accord_label_language (),
                                      terms[g_array_index (chosen, guint, 0)].text);
  emit_edited (self, draft, g_strdup_printf (_ ("Split “%s”"), name_of (self)));
}

static GtkWidget *
entry_new (AccordPrinciplePage *self, const char *language, const char *name)
{
  GtkWidget *entry = gtk_entry_new ();
  g_autofree char *label = g_strdup_printf (/* Translators: name of a language */
                                            _ ("New term in %s"), name);

  g_object_set_data (G_OBJECT (entry), "language", (gpointer) language);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("Add a term"));
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 18);
  gtk_widget_set_halign (entry, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (entry, "changed", G_CALLBACK (entry_changed_cb), self, 0);
  g_signal_connect_object (entry, "activate", G_CALLBACK (entry_activate_cb), self, 0);
  return entry;
}

static void
more_cb (GtkWidget *more, GtkWidget *chips)
{
  for (GtkWidget *w = gtk_widget_get_first_child (chips); w != NULL;
       w = gtk_widget_get_next_sibling (w))
    gtk_widget_set_visible (w, w != more);
}

/* Terms with hits come first; of the others only so many are seen at once. */
static guint
append_chips (AccordPrinciplePage *self, GtkBox *chips, const char *language, const guint *counts)
{
  guint n = 0, n_here = 0, n_hidden = 0;
  const AccordTerm *terms = terms_of (self, &n);
  guint first = principle_of (self)->first_term;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < n; i++)
      {
        guint hits = counts != NULL ? counts[first + i] : 0;
        GtkWidget *chip = NULL;

        if (terms[i].language != language || (hits > 0) != (pass == 0))
          continue;
        chip = accord_term_chip_new (&terms[i], hits);
        g_signal_connect_object (chip, "toggled", G_CALLBACK (update_actions_cb), self,
                                 G_CONNECT_SWAPPED);
        g_ptr_array_index (self->chips, i) = chip;
        gtk_box_append (chips, chip);
        gtk_widget_set_visible (chip, hits > 0 || n_here < MAX_CHIPS);
        n_hidden += !gtk_widget_get_visible (chip);
        n_here++;
      }
  if (n_hidden > 0)
    {
      g_autofree char *label = g_strdup_printf (_ ("%u more"), n_hidden);
      GtkWidget *more = gtk_button_new_with_label (label);

      gtk_widget_add_css_class (more, "flat");
      gtk_widget_add_css_class (more, "term");
      g_signal_connect_object (more, "clicked", G_CALLBACK (more_cb), chips, 0);
      gtk_box_append (chips, more);
    }
  return n_here;
}

/* A row of a language: its name, its terms as chips, and an entry for one more. */
static void
append_language (AccordPrinciplePage *self, const char *language, const guint *counts)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *right = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *chips = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), *row = gtk_list_box_row_new ();
  g_autofree char *name = accord_label_dup_language_name (language);
  GtkWidget *label = gtk_label_new (name != NULL ? name : language);
  GtkWidget *entry = entry_new (self, language, name != NULL ? name : language);

  gtk_widget_set_layout_manager (chips, accord_wrap_layout_new (4));
  gtk_widget_set_visible (chips, append_chips (self, GTK_BOX (chips), language, counts) > 0);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_set_size_request (label, 84, -1);
  gtk_widget_set_hexpand (right, TRUE);
  gtk_box_append (GTK_BOX (right), chips);
  gtk_box_append (GTK_BOX (right), entry);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), right);
  gtk_widget_add_css_class (box, "terms-of-language");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_append (self->terms, row);
  if (g_strcmp0 (self->focus_language, language) != 0)
    return;
  gtk_widget_grab_focus (entry);
  if (self->typed != NULL)
    {
      gtk_editable_set_text (GTK_EDITABLE (entry), self->typed);
      gtk_editable_set_position (GTK_EDITABLE (entry), -1);
    }
}

static void
add_language (GPtrArray *languages, const char *language)
{
  if (language != NULL && language != ACCORD_LANGUAGE_UNKNOWN &&
      !g_ptr_array_find (languages, language, NULL))
    g_ptr_array_add (languages, (gpointer) language);
}

/* The languages of the open documents, as the codebook names them, then its others. */
static GPtrArray *
list_languages (AccordPrinciplePage *self)
{
  GPtrArray *languages = g_ptr_array_new ();
  AccordFindings *findings = accord_session_get_findings (self->session);
  guint n = 0, n_documents = 0;
  const AccordTerm *terms = accord_codebook_get_terms (self->codebook, &n);

  if (findings != NULL)
    n_documents = accord_comparison_get_n_documents (accord_findings_get_comparison (findings));
  for (guint d = 0; d < n_documents; d++)
    {
      const char *language = accord_document_get_language (
        accord_comparison_get_document (accord_findings_get_comparison (findings), d));
      guint before = languages->len;

      for (guint i = 0; i < n; i++)
        if (accord_language_matches (language, terms[i].language))
          {
            add_language (languages, terms[i].language);
            before = G_MAXUINT;
          }
      if (before != G_MAXUINT)
        add_language (languages, language);
    }
  for (guint i = 0; i < n; i++)
    add_language (languages, terms[i].language);
  if (languages->len == 0)
    add_language (languages, accord_language_intern ("en"));
  return languages;
}

/* The page is filled anew while one types: the entry that has the keyboard keeps it. */
static void
remember_entry (AccordPrinciplePage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *entry = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_ENTRY) : NULL;
  const char *language = entry != NULL ? g_object_get_data (G_OBJECT (entry), "language") : NULL;

  g_clear_pointer (&self->typed, g_free);
  if (language == NULL || !gtk_widget_is_ancestor (entry, GTK_WIDGET (self->terms)))
    return;
  g_free (self->focus_language);
  self->focus_language = g_strdup (language);
  if (!self->added)
    self->typed = g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry)));
  self->added = FALSE;
}

static void
fill_terms (AccordPrinciplePage *self)
{
  AccordFindings *findings = accord_session_get_findings (self->session);
  g_autoptr (GPtrArray) languages = list_languages (self);
  g_autofree guint *counts = NULL;
  g_autofree char *heading = NULL;
  guint n = 0, n_all = 0, n_counts = 0, n_dead = 0;

  accord_codebook_get_terms (self->codebook, &n_all);
  terms_of (self, &n);
  if (findings != NULL)
    counts = accord_term_hits_count (findings, &n_counts);
  /* The findings may still be those of the codebook before. */
  if (n_counts != n_all)
    g_clear_pointer (&counts, g_free);
  remember_entry (self);
  clear_list (self->terms);
  g_ptr_array_set_size (self->chips, 0);
  g_ptr_array_set_size (self->chips, (gint) n);
  for (guint i = 0; i < languages->len; i++)
    append_language (self, g_ptr_array_index (languages, i), counts);
  for (guint i = 0; counts != NULL && i < n; i++)
    n_dead += counts[principle_of (self)->first_term + i] == 0;
  heading = g_strdup_printf (
    /* Translators: number of terms, number of those that are not in the open documents */
    g_dngettext (NULL, "%u term, %u without a hit", "%u terms, %u without a hit", n), n, n_dead);
  gtk_label_set_label (self->terms_heading, heading);
  g_clear_pointer (&self->focus_language, g_free);
  update_actions_cb (self);
}

static void
set_row (AccordPrinciplePage *self, AdwEntryRow *row, AccordWhat what)
{
  const char *text =
    accord_codebook_get_sentence (self->codebook, self->principle, what, accord_label_language ());

  if (text == NULL)
    text = "";
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (row)), text))
    gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static void
fill_themes (AccordPrinciplePage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint n = 0;

  accord_codebook_get_themes (self->codebook, &n);
  for (guint i = 0; i < n; i++)
    gtk_string_list_append (
      names, accord_codebook_get_theme_name (self->codebook, i, accord_label_language ()));
  adw_combo_row_set_model (self->theme, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->theme, principle_of (self)->theme);
}

static void
accord_principle_page_dispose (GObject *object)
{
  AccordPrinciplePage *self = ACCORD_PRINCIPLE_PAGE (object);

  g_clear_handle_id (&self->trial_source, g_source_remove);
  self->updating = TRUE;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->session);
  g_clear_pointer (&self->codebook, accord_codebook_unref);
  G_OBJECT_CLASS (accord_principle_page_parent_class)->dispose (object);
}

static void
accord_principle_page_finalize (GObject *object)
{
  AccordPrinciplePage *self = ACCORD_PRINCIPLE_PAGE (object);

  g_ptr_array_unref (self->chips);
  g_free (self->focus_language);
  g_free (self->typed);
  G_OBJECT_CLASS (accord_principle_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/accord-principle-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordPrinciplePage, box);
  gtk_widget_class_bind_template_child (widget_class, AccordPrinciplePage, name);
  gtk_widget_class_bind_template_child (widget_class, AccordPrinciplePage, definition);
  gtk_widget_class_bind_template_child (widget_class, AccordPrinciplePage, include);
  gtk_widget_class_bind_template_child (widget_class, AccordPrinciplePage, exclude);
  gtk_widget_class_bind_template_child (widget_class, AccordPrinciplePage, theme);
  gtk_widget_class_bind_template_child (widget_class, AccordPrinciplePage, terms_heading);
  gtk_widget_class_bind_template_child (widget_class, AccordPrinciplePage, terms);
  gtk_widget_class_bind_template_child (widget_class, AccordPrinciplePage, hits);
  gtk_widget_class_bind_template_callback (widget_class, sentence_cb);
  gtk_widget_class_bind_template_callback (widget_class, theme_cb);
}

static void
accord_principle_page_class_init (AccordPrinciplePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_principle_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = accord_principle_page_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "principlepage");
  g_type_ensure (ACCORD_TYPE_HIT_LIST);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "principle.remove-terms", NULL, remove_terms_cb);
  gtk_widget_class_install_action (widget_class, "principle.split", NULL, split_cb);
  signals[EDITED] = g_signal_new ("edited", G_OBJECT_CLASS_TYPE (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_STRING);
}

static void
accord_principle_page_init (AccordPrinciplePage *self)
{
  self->chips = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * accord_principle_page_show:
 * @self: a page
 * @session: whose documents are searched
 * @codebook: what is edited
 * @principle: index of a principle of it
 *
 * Fills the page.
 */
void
accord_principle_page_show (AccordPrinciplePage *self,
                            AccordSession *session,
                            AccordCodebook *codebook,
                            guint principle)
{
  guint n = 0;

  accord_codebook_get_principles (codebook, &n);
  g_return_if_fail (principle < n);

  g_clear_handle_id (&self->trial_source, g_source_remove);
  self->updating = TRUE;
  g_set_object (&self->session, session);
  accord_codebook_ref (codebook);
  g_clear_pointer (&self->codebook, accord_codebook_unref);
  self->codebook = codebook;
  self->principle = principle;
  set_row (self, self->name, ACCORD_WHAT_NAME);
  set_row (self, self->definition, ACCORD_WHAT_DEFINITION);
  set_row (self, self->include, ACCORD_WHAT_INCLUDE);
  set_row (self, self->exclude, ACCORD_WHAT_EXCLUDE);
  fill_themes (self);
  fill_terms (self);
  accord_hit_list_show_passages (self->hits, session, principle);
  self->updating = FALSE;
}
