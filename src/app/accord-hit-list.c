/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hits under a heading that counts them. More than MAX_LISTED are counted only. A term
 * on trial is looked for in a worker; what was typed since makes its result void. */
#include "app/accord-hit-list.h"

#include <glib/gi18n.h>

#include "app/accord-place.h"
#include "session/accord-term-hits.h"

#define MAX_LISTED 50u

struct _AccordHitList
{
  GtkWidget parent_instance;

  /* owned by the widget tree */
  GtkWidget *box;
  GtkLabel *heading;
  GtkListBox *list;

  /* owned */
  AccordSession *session; /* nullable */
  GCancellable *trial;    /* nullable: the search that is running */
};

G_DEFINE_FINAL_TYPE (AccordHitList, accord_hit_list, GTK_TYPE_WIDGET)

static void
clear_list (GtkListBox *list)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, child);
}

/* A hit: its place, and the words with those that were found in bold. */
static GtkWidget *
hit_row_new (AccordHitList *self, const AccordTermHit *hit)
{
  AccordFindings *findings = accord_session_get_findings (self->session);
  AccordDocument *document =
    accord_comparison_get_document (accord_findings_get_comparison (findings), hit->document);
  guint n = 0;
  AccordSpan span = accord_document_get_passages (document, &n)[hit->passage].span;
  g_autofree char *place = accord_place_dup_label (self->session, hit->document, hit->passage);
  g_autofree char *words = accord_place_dup_quote (self->session, hit->document, hit->passage);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
  PangoAttribute *line = pango_attr_underline_new (PANGO_UNDERLINE_SINGLE);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = gtk_label_new (g_strdelimit (words, "\n", ' '));
  GtkWidget *where = gtk_label_new (place);

  bold->start_index = line->start_index = hit->span.start - span.start;
  bold->end_index = line->end_index = hit->span.end - span.start;
  pango_attr_list_insert (attributes, bold);
  pango_attr_list_insert (attributes, line);
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (where, GTK_ALIGN_START);
  gtk_widget_add_css_class (where, "dim-label");
  gtk_box_append (GTK_BOX (box), where);
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_add_css_class (box, "hit");
  return box;
}

static void
show_hits (AccordHitList *self, const GArray *hits, const char *heading)
{
  gtk_label_set_label (self->heading, heading);
  clear_list (self->list);
  for (guint i = 0; hits != NULL && i < MIN (hits->len, MAX_LISTED); i++)
    gtk_list_box_append (self->list, hit_row_new (self, &g_array_index (hits, AccordTermHit, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->list), hits != NULL && hits->len > 0);
}

/* The first words that carry a coding; what a person coded is carried by all of it. */
static AccordSpan
words_of (AccordFindings *findings, const AccordCodingFinding *finding)
{
  AccordAnalysis *analysis =
    accord_comparison_get_analysis (accord_findings_get_comparison (findings), finding->document);
  guint n = 0;
  const AccordCoding *codings = accord_analysis_get_codings (analysis, &n);

  return finding->coding < n
           ? accord_analysis_get_mentions (analysis, &codings[finding->coding])->span
           : finding->span;
}

/**
 * accord_hit_list_show_passages:
 * @self: a list
 * @session: whose findings are shown
 * @principle: index of a principle
 *
 * Lists the passages that are coded with it now.
 */
void
accord_hit_list_show_passages (AccordHitList *self, AccordSession *session, guint principle)
{
  AccordFindings *findings = accord_session_get_findings (session);
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (AccordTermHit));
  g_autofree char *heading = NULL;
  guint n = 0;
  const AccordCodingFinding *codings =
    findings != NULL ? accord_findings_get_codings (findings, &n) : NULL;

  accord_hit_list_stop (self);
  g_set_object (&self->session, session);
  for (guint i = 0; i < n; i++)
    if (codings[i].principle == principle && codings[i].status != ACCORD_STATUS_REJECTED)
      {
        AccordTermHit hit = { codings[i].document, codings[i].passage,
                              words_of (findings, &codings[i]) };

        g_array_append_val (hits, hit);
      }
  heading = g_strdup_printf (
    g_dngettext (NULL, "%u passage of this principle", "%u passages of this principle", hits->len),
    hits->len);
  show_hits (self, hits, heading);
}

static gboolean
tick_cb (double fraction, gpointer data)
{
  return !g_cancellable_is_cancelled (data);
}

typedef struct
{
  AccordFindings *findings;
  char *text;
  const char *language;
} Trial;

static void
trial_free (gpointer data)
{
  Trial *trial = data;

  accord_findings_unref (trial->findings);
  g_free (trial->text);
  g_free (trial);
}

static void
try_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Trial *trial = data;
  AccordTerm term = { .language = trial->language, .text = trial->text };
  AccordWatch watch = { tick_cb, cancellable };
  GError *error = NULL;
  GArray *hits = accord_term_hits_try (trial->findings, &term, &watch, &error);

  if (hits != NULL)
    g_task_return_pointer (task, hits, (GDestroyNotify) g_array_unref);
  else
    g_task_return_error (task, error);
}

static void
tried_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  AccordHitList *self = ACCORD_HIT_LIST (object);
  Trial *trial = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) hits = g_task_propagate_pointer (G_TASK (result), &error);
  g_autofree char *heading = NULL;

  if (self->session == NULL || g_task_get_cancellable (G_TASK (result)) != self->trial ||
      accord_session_get_findings (self->session) != trial->findings)
    return;
  if (hits == NULL)
    {
      show_hits (self, NULL, error->message);
      return;
    }
  heading = g_strdup_printf (
    /* Translators: hits of the term that is being typed */
    g_dngettext (NULL, "%u hit of “%s”", "%u hits of “%s”", hits->len), hits->len, trial->text);
  show_hits (self, hits, heading);
}

/**
 * accord_hit_list_stop:
 * @self: a list
 *
 * Ends the search that is running, if any.
 */
void
accord_hit_list_stop (AccordHitList *self)
{
  if (self->trial != NULL)
    g_cancellable_cancel (self->trial);
  g_clear_object (&self->trial);
}

/**
 * accord_hit_list_try:
 * @self: a list
 * @session: whose documents are searched
 * @text: words of a term
 * @language: interned tag of its language
 *
 * Searches in a worker, then lists where the term stands.
 */
void
accord_hit_list_try (AccordHitList *self,
                     AccordSession *session,
                     const char *text,
                     const char *language)
{
  AccordFindings *findings = accord_session_get_findings (session);
  g_autoptr (GTask) task = NULL;
  Trial *trial = NULL;

  accord_hit_list_stop (self);
  g_set_object (&self->session, session);
  if (findings == NULL)
    return;
  self->trial = g_cancellable_new ();
  task = g_task_new (self, self->trial, tried_cb, NULL);
  trial = g_new0 (Trial, 1);
  trial->findings = accord_findings_ref (findings);
  trial->text = g_strdup (text);
  trial->language = language;
  g_task_set_task_data (task, trial, trial_free);
  g_task_run_in_thread (task, try_cb);
}

static void
accord_hit_list_dispose (GObject *object)
{
  AccordHitList *self = ACCORD_HIT_LIST (object);

  accord_hit_list_stop (self);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (accord_hit_list_parent_class)->dispose (object);
}

static void
accord_hit_list_class_init (AccordHitListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_hit_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
accord_hit_list_init (AccordHitList *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->heading = GTK_LABEL (gtk_label_new (NULL));
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_label_set_xalign (self->heading, 0);
  gtk_label_set_wrap (self->heading, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->heading), "heading");
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->heading));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->list));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}
