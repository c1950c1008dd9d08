/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Columns of equal width with a channel between neighbours. As many documents are
 * seated as fit with a readable width, four at most; where more are shown, the last
 * seat turns through the rest. At 360 pixels there is one seat. */
#include "app/accord-reader.h"

#include <glib/gi18n.h>

#include "app/accord-channel.h"
#include "app/accord-column.h"
#include "app/accord-text-size.h"

#define LEAST_COLUMN 250
#define CHANNEL 48
#define MAX_SEATS 4u

struct _AccordReader
{
  GtkWidget parent_instance;

  /* owned by the widget tree */
  GtkWidget *nothing;

  /* owned */
  AccordView *view; /* nullable */
  GHashTable
    *columns; /* of AccordSessionDocument to AccordColumn, made on demand, kept while shown */
  GPtrArray *seated;   /* borrowed AccordColumn, in order */
  GPtrArray *channels; /* owned by the tree: one fewer than the seated */

  guint n_seats; /* that fit now */
  guint turn;    /* which of those that take turns sits in the last seat */
};

G_DEFINE_FINAL_TYPE (AccordReader, accord_reader, GTK_TYPE_WIDGET)

static GPtrArray *
shown_documents (AccordReader *self)
{
  GListModel *documents = accord_session_get_documents (accord_view_get_session (self->view));
  GPtrArray *shown = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (documents); i++)
    {
      g_autoptr (AccordSessionDocument) document = g_list_model_get_item (documents, i);

      if (accord_session_document_get_shown (document) &&
          accord_session_document_get_state (document) == ACCORD_DOCUMENT_READY)
        g_ptr_array_add (shown, g_object_ref (document));
    }
  return shown;
}

/* Whether there is something to show; while documents are being read there is not. */
static gboolean
has_ready_document (AccordReader *self)
{
  GListModel *documents = accord_session_get_documents (accord_view_get_session (self->view));

  for (guint i = 0; i < g_list_model_get_n_items (documents); i++)
    {
      g_autoptr (AccordSessionDocument) document = g_list_model_get_item (documents, i);

      if (accord_session_document_get_state (document) == ACCORD_DOCUMENT_READY)
        return TRUE;
    }
  return FALSE;
}

static AccordColumn *
column_for (AccordReader *self, AccordSessionDocument *document)
{
  AccordColumn *column = g_hash_table_lookup (self->columns, document);

  if (column == NULL)
    {
      column = ACCORD_COLUMN (accord_column_new (self->view, document));
      gtk_widget_set_parent (GTK_WIDGET (column), GTK_WIDGET (self));
      g_hash_table_insert (self->columns, document, column);
    }
  return column;
}

static void
drop_channels (AccordReader *self)
{
  for (guint i = 0; i < self->channels->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->channels, i));
  g_ptr_array_set_size (self->channels, 0);
}

static void
drop_hidden_columns (AccordReader *self, GPtrArray *shown)
{
  GHashTableIter iter;
  gpointer document, column;

  g_hash_table_iter_init (&iter, self->columns);
  while (g_hash_table_iter_next (&iter, &document, &column))
    if (!g_ptr_array_find (shown, document, NULL))
      {
        gtk_widget_unparent (column);
        g_hash_table_iter_remove (&iter);
      }
    else
      gtk_widget_set_child_visible (column, FALSE);
}

static void
seat (AccordReader *self, GPtrArray *shown)
{
  guint n_seats = MIN (self->n_seats, shown->len);
  guint n_turning = shown->len > n_seats ? shown->len - n_seats + 1 : 0;

  self->turn = n_turning > 0 ? MIN (self->turn, n_turning - 1) : 0;
  for (guint i = 0; i < n_seats; i++)
    {
      gboolean turns = n_turning > 0 && i + 1 == n_seats;
      guint index = turns ? i + self->turn : i;
      AccordColumn *column = column_for (self, g_ptr_array_index (shown, index));

      accord_column_set_turning (column, turns, self->turn, n_turning);
      gtk_widget_set_child_visible (GTK_WIDGET (column), TRUE);
      g_ptr_array_add (self->seated, column);
    }
  for (guint i = 0; i + 1 < n_seats; i++)
    {
      GtkWidget *channel = accord_channel_new (self->view, g_ptr_array_index (self->seated, i),
                                               g_ptr_array_index (self->seated, i + 1));

      gtk_widget_set_parent (channel, GTK_WIDGET (self));
      g_ptr_array_add (self->channels, channel);
    }
}

static void
update_seats_cb (AccordReader *self)
{
  g_autoptr (GPtrArray) shown = shown_documents (self);

  drop_channels (self);
  g_ptr_array_set_size (self->seated, 0);
  drop_hidden_columns (self, shown);
  seat (self, shown);
  gtk_widget_set_child_visible (self->nothing, shown->len == 0 && has_ready_document (self));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* A document became ready, was shown or was hidden. */
static void
document_changed_cb (AccordReader *self)
{
  g_autoptr (GPtrArray) shown = shown_documents (self);
  guint n = g_hash_table_size (self->columns);

  if (shown->len == n && self->seated->len == MIN (self->n_seats, n))
    return;
  update_seats_cb (self);
}

static void
items_changed_cb (
  AccordReader *self, guint position, guint n_removed, guint n_added, GListModel *documents)
{
  for (guint i = position; i < position + n_added; i++)
    {
      g_autoptr (AccordSessionDocument) document = g_list_model_get_item (documents, i);

      g_signal_handlers_disconnect_by_func (document, document_changed_cb, self);
      g_signal_connect_object (document, "notify::state", G_CALLBACK (document_changed_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (document, "notify::shown", G_CALLBACK (document_changed_cb), self,
                               G_CONNECT_SWAPPED);
    }
  update_seats_cb (self);
}

static guint
seats_for_width (int width)
{
  guint n = (guint) MAX (1, (width + CHANNEL) / (LEAST_COLUMN + CHANNEL));

  return MIN (n, MAX_SEATS);
}

static gboolean
reseat_cb (gpointer data)
{
  update_seats_cb (data);
  return G_SOURCE_REMOVE;
}

static void
text_zoom_cb (AccordReader *self)
{
  gint percent = 100;

  g_object_get (self->view, "text-zoom", &percent, NULL);
  accord_text_size_apply (gtk_widget_get_display (GTK_WIDGET (self)), percent);
}

static void
allocate_child (GtkWidget *child, int total, int x, int width, int height)
{
  gboolean rtl = gtk_widget_get_direction (child) == GTK_TEXT_DIR_RTL;

  gtk_widget_size_allocate (child,
                            &(GtkAllocation){ rtl ? total - x - width : x, 0, width, height }, -1);
}

static void
accord_reader_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AccordReader *self = ACCORD_READER (widget);
  guint n = self->seated->len, n_seats = seats_for_width (width);
  int x = 0, column = n > 0 ? (width - (int) (n - 1) * CHANNEL) / (int) n : width;

  if (gtk_widget_get_child_visible (self->nothing))
    allocate_child (self->nothing, width, 0, width, height);
  for (guint i = 0; i < n; i++)
    {
      int own = i + 1 == n ? width - x : column;

      allocate_child (g_ptr_array_index (self->seated, i), width, x, MAX (own, 1), height);
      x += own;
      if (i < self->channels->len)
        allocate_child (g_ptr_array_index (self->channels, i), width, x, CHANNEL, height);
      x += CHANNEL;
    }
  if (n_seats != self->n_seats)
    {
      self->n_seats = n_seats;
      if (self->view != NULL)
        g_idle_add_full (GDK_PRIORITY_REDRAW - 1, reseat_cb, g_object_ref (self), g_object_unref);
    }
}

static void
accord_reader_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 120 : 60;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 900 : 600;
  *minimum_baseline = *natural_baseline = -1;
}

static void
turn_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordReader *self = ACCORD_READER (widget);
  g_autoptr (GPtrArray) shown = shown_documents (self);
  gint n = (gint) shown->len - (gint) self->seated->len + 1;

  if (self->seated->len == 0 || n <= 1)
    return;
  self->turn = (guint) (((gint) self->turn + g_variant_get_int32 (parameter) + n) % n);
  update_seats_cb (self);
}

/* F6 goes through the columns. */
static void
next_column_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordReader *self = ACCORD_READER (widget);
  guint next = 0;

  for (guint i = 0; i < self->seated->len; i++)
    if (gtk_widget_get_focus_child (widget) == g_ptr_array_index (self->seated, i))
      next = (i + 1) % self->seated->len;
  if (self->seated->len > 0)
    gtk_widget_grab_focus (
      GTK_WIDGET (accord_column_get_text (g_ptr_array_index (self->seated, next))));
}

static void
accord_reader_dispose (GObject *object)
{
  AccordReader *self = ACCORD_READER (object);
  GtkWidget *child = NULL;

  g_ptr_array_set_size (self->channels, 0);
  g_ptr_array_set_size (self->seated, 0);
  g_hash_table_remove_all (self->columns);
  while ((child = gtk_widget_get_last_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->view);
  G_OBJECT_CLASS (accord_reader_parent_class)->dispose (object);
}

static void
accord_reader_finalize (GObject *object)
{
  AccordReader *self = ACCORD_READER (object);

  g_hash_table_unref (self->columns);
  g_ptr_array_unref (self->seated);
  g_ptr_array_unref (self->channels);
  G_OBJECT_CLASS (accord_reader_parent_class)->finalize (object);
}

static void
accord_reader_class_init (AccordReaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_reader_dispose;
  G_OBJECT_CLASS (klass)->finalize = accord_reader_finalize;
  widget_class->size_allocate = accord_reader_size_allocate;
  widget_class->measure = accord_reader_measure;
  gtk_widget_class_set_css_name (widget_class, "reader");
  gtk_widget_class_install_action (widget_class, "reader.turn", "i", turn_cb);
  gtk_widget_class_install_action (widget_class, "reader.next-column", NULL, next_column_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, GDK_ALT_MASK, "reader.turn",
                                       "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, GDK_ALT_MASK, "reader.turn",
                                       "i", 1);
}

static void
accord_reader_init (AccordReader *self)
{
  self->columns = g_hash_table_new (NULL, NULL);
  self->seated = g_ptr_array_new ();
  self->channels = g_ptr_array_new ();
  self->n_seats = MAX_SEATS;
  self->nothing = gtk_label_new (_ ("No document is shown. Show one in the sidebar."));
  gtk_label_set_wrap (GTK_LABEL (self->nothing), TRUE);
  gtk_widget_add_css_class (self->nothing, "dim-label");
  gtk_widget_set_parent (self->nothing, GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * accord_reader_set_view:
 * @self: a reader
 * @view: what is looked at; set once
 */
void
accord_reader_set_view (AccordReader *self, AccordView *view)
{
  GListModel *documents = accord_session_get_documents (accord_view_get_session (view));

  g_return_if_fail (self->view == NULL);

  self->view = g_object_ref (view);
  g_signal_connect_object (documents, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "notify::text-zoom", G_CALLBACK (text_zoom_cb), self,
                           G_CONNECT_SWAPPED);
  text_zoom_cb (self);
  items_changed_cb (self, 0, 0, g_list_model_get_n_items (documents), documents);
}
