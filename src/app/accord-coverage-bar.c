/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts of the current coverage. With one document there is only present and silent. */
#include "app/accord-coverage-bar.h"

#include <glib/gi18n.h>

#include "app/accord-filters.h"
#include "app/accord-mark.h"

struct _AccordCoverageBar
{
  GtkWidget parent_instance;

  /* template */
  GtkWidget *box;
  GtkBox *legend;
  AccordFilters *filters;
  GtkBox *links;
  GtkWidget *score_box;
  GtkLabel *score_label;
  GtkScale *score;
  GtkLabel *summary;
  GtkWidget *progress_box;
  GtkProgressBar *progress;

  /* owned */
  AccordView *view; /* nullable */
};

G_DEFINE_FINAL_TYPE (AccordCoverageBar, accord_coverage_bar, GTK_TYPE_WIDGET)

static AccordSession *
session_of (AccordCoverageBar *self)
{
  return accord_view_get_session (self->view);
}

static void
clear_box (GtkBox *box)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

/* One entry of the legend: mark, words, count; its tooltip says of what it is the count. */
static void
append_entry (GtkBox *box, AccordMark *mark, const char *words, guint count, const char *tooltip)
{
  GtkWidget *entry = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *number = g_strdup_printf ("%u", count);
  GtkWidget *label = gtk_label_new (words);
  GtkWidget *value = gtk_label_new (number);

  gtk_widget_add_css_class (label, "words");
  gtk_widget_add_css_class (value, "count");
  gtk_box_append (GTK_BOX (entry), GTK_WIDGET (mark));
  gtk_box_append (GTK_BOX (entry), label);
  gtk_box_append (GTK_BOX (entry), value);
  gtk_widget_add_css_class (entry, "entry-of-legend");
  gtk_widget_set_tooltip_text (entry, tooltip);
  gtk_box_append (box, entry);
}

static guint
count_documents (AccordCoverage *coverage)
{
  return accord_comparison_get_n_documents (
    accord_findings_get_comparison (accord_coverage_get_findings (coverage)));
}

static void
append_class (AccordCoverageBar *self,
              AccordCoverage *coverage,
              AccordCoverageClass class,
              guint n_principles)
{
  AccordMark *mark = ACCORD_MARK (accord_mark_new ());
  guint count = accord_coverage_count_class (coverage, class);
  const char *words = accord_mark_coverage_label (class);
  g_autofree char *tooltip =
    g_strdup_printf (/* Translators: "Shared by all: 7 of 90 principles in 3 documents" */
                     _ ("%s: %u of %u principles in %u documents"), words, count, n_principles,
                     count_documents (coverage));

  accord_mark_set_coverage (mark, class);
  append_entry (self->legend, mark, words, count, tooltip);
}

static void
update_legend (AccordCoverageBar *self, AccordCoverage *coverage)
{
  static const AccordCoverageClass MANY[] = { ACCORD_COVERAGE_ALL, ACCORD_COVERAGE_SOME,
                                              ACCORD_COVERAGE_UNIQUE, ACCORD_COVERAGE_SILENT };
  static const AccordCoverageClass ONE[] = { ACCORD_COVERAGE_PRESENT, ACCORD_COVERAGE_SILENT };
  guint n_principles = 0;
  gboolean one = accord_coverage_count_class (coverage, ACCORD_COVERAGE_PRESENT) > 0;

  accord_codebook_get_principles (accord_session_get_codebook (session_of (self)), &n_principles);
  clear_box (self->legend);
  for (guint i = 0; i < (one ? G_N_ELEMENTS (ONE) : G_N_ELEMENTS (MANY)); i++)
    append_class (self, coverage, one ? ONE[i] : MANY[i], n_principles);
}

static void
update_links (AccordCoverageBar *self, AccordFindings *findings)
{
  static const AccordStatus ORDER[] = { ACCORD_STATUS_MACHINE, ACCORD_STATUS_CONFIRMED,
                                        ACCORD_STATUS_ANALYST };
  guint n = 0, counts[ACCORD_N_STATUSES] = { 0 };
  const AccordLinkFinding *links = accord_findings_get_links (findings, &n);

  for (guint i = 0; i < n; i++)
    counts[links[i].status]++;
  clear_box (self->links);
  for (guint i = 0; i < G_N_ELEMENTS (ORDER); i++)
    {
      AccordMark *mark = ACCORD_MARK (accord_mark_new ());
      const char *words = accord_mark_status_label (ORDER[i]);
      g_autofree char *tooltip = g_strdup_printf (_ ("%s: %u links"), words, counts[ORDER[i]]);

      accord_mark_set_status (mark, ORDER[i]);
      append_entry (self->links, mark, words, counts[ORDER[i]], tooltip);
    }
}

static void
findings_changed_cb (AccordCoverageBar *self)
{
  AccordCoverage *coverage = accord_session_get_coverage (session_of (self));
  g_autofree char *summary = NULL;
  guint n_principles = 0, n_documents;

  gtk_widget_set_visible (GTK_WIDGET (self->legend), coverage != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->filters), coverage != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->links),
                          coverage != NULL && count_documents (coverage) > 1);
  if (coverage == NULL)
    {
      gtk_label_set_label (self->summary, "");
      return;
    }
  update_legend (self, coverage);
  update_links (self, accord_session_get_findings (session_of (self)));
  accord_codebook_get_principles (accord_session_get_codebook (session_of (self)), &n_principles);
  n_documents = count_documents (coverage);
  summary = g_strdup_printf (g_dngettext (NULL, "%u principles in %u document",
                                          "%u principles in %u documents", n_documents),
                             n_principles, n_documents);
  gtk_label_set_label (self->summary, summary);
}

static void
busy_changed_cb (AccordCoverageBar *self)
{
  gboolean busy = accord_session_get_busy (session_of (self));

  gtk_widget_set_visible (self->progress_box, busy);
  gtk_widget_set_visible (GTK_WIDGET (self->summary), !busy);
  gtk_progress_bar_set_fraction (self->progress, accord_session_get_progress (session_of (self)));
  gtk_progress_bar_set_text (self->progress, accord_session_get_progress_text (session_of (self)));
}

static void
show_score (AccordCoverageBar *self, gint score)
{
  g_autofree char *label = g_strdup_printf (/* Translators: "Score ≥ 0.30" */ _ ("Score ≥ %d.%02d"),
                                            score / 1000, score % 1000 / 10);

  gtk_label_set_label (self->score_label, label);
}

static void
score_changed_cb (AccordCoverageBar *self)
{
  gint score = (gint) (gtk_range_get_value (GTK_RANGE (self->score)) + 0.5);

  show_score (self, score);
  if (self->view != NULL)
    accord_session_set_least_score (session_of (self), score);
}

static void
least_score_cb (AccordCoverageBar *self)
{
  gtk_range_set_value (GTK_RANGE (self->score), accord_session_get_least_score (session_of (self)));
}

static void
accord_coverage_bar_dispose (GObject *object)
{
  AccordCoverageBar *self = ACCORD_COVERAGE_BAR (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->view);
  G_OBJECT_CLASS (accord_coverage_bar_parent_class)->dispose (object);
}

static void
accord_coverage_bar_class_init (AccordCoverageBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_coverage_bar_dispose;
  g_type_ensure (ACCORD_TYPE_FILTERS);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "coveragebar");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/accord-coverage-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordCoverageBar, box);
  gtk_widget_class_bind_template_child (widget_class, AccordCoverageBar, legend);
  gtk_widget_class_bind_template_child (widget_class, AccordCoverageBar, filters);
  gtk_widget_class_bind_template_child (widget_class, AccordCoverageBar, links);
  gtk_widget_class_bind_template_child (widget_class, AccordCoverageBar, score_box);
  gtk_widget_class_bind_template_child (widget_class, AccordCoverageBar, score_label);
  gtk_widget_class_bind_template_child (widget_class, AccordCoverageBar, score);
  gtk_widget_class_bind_template_child (widget_class, AccordCoverageBar, summary);
  gtk_widget_class_bind_template_child (widget_class, AccordCoverageBar, progress_box);
  gtk_widget_class_bind_template_child (widget_class, AccordCoverageBar, progress);
  gtk_widget_class_bind_template_callback (widget_class, score_changed_cb);
}

static void
accord_coverage_bar_init (AccordCoverageBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * accord_coverage_bar_set_view:
 * @self: a bar
 * @view: what is looked at; set once
 */
void
accord_coverage_bar_set_view (AccordCoverageBar *self, AccordView *view)
{
  AccordSession *session = accord_view_get_session (view);

  g_return_if_fail (self->view == NULL);

  self->view = g_object_ref (view);
  accord_filters_set_view (self->filters, view);
  g_signal_connect_object (session, "findings-changed", G_CALLBACK (findings_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::busy", G_CALLBACK (busy_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::progress", G_CALLBACK (busy_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::progress-text", G_CALLBACK (busy_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::least-score", G_CALLBACK (least_score_cb), self,
                           G_CONNECT_SWAPPED);
  least_score_cb (self);
  show_score (self, accord_session_get_least_score (session));
  findings_changed_cb (self);
  busy_changed_cb (self);
}
