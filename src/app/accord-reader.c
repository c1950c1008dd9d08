/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Columns of equal width with a channel between neighbours. As many documents are
 * seated as fit with a readable width, four at most; the view says which. At 360 pixels
 * there is one seat. */
#include "app/accord-reader-private.h"

#include <glib/gi18n.h>

#include "app/accord-channel.h"
#include "app/accord-text-size.h"

#define LEAST_COLUMN 250
#define CHANNEL 48
#define MAX_SEATS 4u

G_DEFINE_FINAL_TYPE (AccordReader, accord_reader, GTK_TYPE_WIDGET)

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

static void
column_entered_cb (GtkEventController *controller, AccordReader *self)
{
  self->active = ACCORD_COLUMN (gtk_event_controller_get_widget (controller));
}

static void
pointer_entered_cb (GtkEventController *controller, double x, double y, AccordReader *self)
{
  self->hovered = ACCORD_COLUMN (gtk_event_controller_get_widget (controller));
}

static AccordColumn *
column_for (AccordReader *self, AccordSessionDocument *document)
{
  AccordColumn *column = g_hash_table_lookup (self->columns, document);
  GtkEventController *focus = NULL, *motion = NULL;

  if (column == NULL)
    {
      column = ACCORD_COLUMN (accord_column_new (self->view, document));
      focus = gtk_event_controller_focus_new ();
      g_signal_connect_object (focus, "enter", G_CALLBACK (column_entered_cb), self, 0);
      gtk_widget_add_controller (GTK_WIDGET (column), focus);
      motion = gtk_event_controller_motion_new ();
      g_signal_connect_object (motion, "enter", G_CALLBACK (pointer_entered_cb), self, 0);
      gtk_widget_add_controller (GTK_WIDGET (column), motion);
      gtk_widget_set_parent (GTK_WIDGET (column), GTK_WIDGET (self));
      g_hash_table_insert (self->columns, document, column);
      accord_reader_follow (self, column);
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

static gboolean
is_in_session (AccordReader *self, AccordSessionDocument *document)
{
  GListModel *documents = accord_session_get_documents (accord_view_get_session (self->view));

  for (guint i = 0; i < g_list_model_get_n_items (documents); i++)
    {
      g_autoptr (AccordSessionDocument) one = g_list_model_get_item (documents, i);

      if (one == document)
        return TRUE;
    }
  return FALSE;
}

static void
drop_hidden_columns (AccordReader *self)
{
  GHashTableIter iter;
  gpointer document, column;

  g_hash_table_iter_init (&iter, self->columns);
  while (g_hash_table_iter_next (&iter, &document, &column))
    if (!accord_session_document_get_shown (document) || !is_in_session (self, document))
      {
        if (self->active == column)
          self->active = NULL;
        if (self->hovered == column)
          self->hovered = NULL;
        gtk_widget_unparent (column);
        g_hash_table_iter_remove (&iter);
      }
    else
      gtk_widget_set_child_visible (column, FALSE);
}

static void
seat (AccordReader *self, GPtrArray *documents)
{
  for (guint i = 0; i < documents->len; i++)
    {
      AccordSessionDocument *document = g_ptr_array_index (documents, i);
      AccordColumn *column = column_for (self, document);
      guint position = 0, n = 0;
      gboolean turns = accord_view_get_turn (self->view, document, &position, &n);

      accord_column_set_turning (column, turns, position, n);
      gtk_widget_set_child_visible (GTK_WIDGET (column), TRUE);
      g_ptr_array_add (self->seated, column);
    }
  for (guint i = 0; i + 1 < documents->len; i++)
    {
      GtkWidget *channel = accord_channel_new (self->view, g_ptr_array_index (self->seated, i),
                                               g_ptr_array_index (self->seated, i + 1));

      gtk_widget_insert_after (channel, GTK_WIDGET (self), g_ptr_array_index (self->seated, i));
      g_ptr_array_add (self->channels, channel);
    }
}

/* The keyboard and screen readers go through the children in the order in which they sit. */
static void
order_columns (AccordReader *self)
{
  for (guint i = self->seated->len; i-- > 0;)
    gtk_widget_insert_after (g_ptr_array_index (self->seated, i), GTK_WIDGET (self), NULL);
}

static gboolean
same_seats (AccordReader *self, GPtrArray *documents)
{
  if (documents->len != self->seated->len)
    return FALSE;
  for (guint i = 0; i < documents->len; i++)
    if (g_hash_table_lookup (self->columns, g_ptr_array_index (documents, i)) !=
        g_ptr_array_index (self->seated, i))
      return FALSE;
  return TRUE;
}

static void
update_pins (AccordReader *self)
{
  gboolean turning = FALSE;

  for (guint i = 0; i < self->seated->len; i++)
    {
      guint position = 0, n = 0;
      AccordColumn *column = g_ptr_array_index (self->seated, i);

      turning =
        accord_view_get_turn (self->view, accord_column_get_document (column), &position, &n);
      accord_column_set_turning (column, turning, position, n);
    }
  for (guint i = 0; i < self->seated->len; i++)
    accord_column_set_pinnable (g_ptr_array_index (self->seated, i), turning);
}

static void
update_seats_cb (AccordReader *self)
{
  g_autoptr (GPtrArray) documents = accord_view_get_seats (self->view);

  if (!same_seats (self, documents))
    {
      drop_channels (self);
      g_ptr_array_set_size (self->seated, 0);
      drop_hidden_columns (self);
      seat (self, documents);
      order_columns (self);
      gtk_widget_queue_allocate (GTK_WIDGET (self));
    }
  update_pins (self);
  gtk_widget_set_child_visible (self->nothing, documents->len == 0 && has_ready_document (self));
}

/* A document that is gone takes its column with it, also where it had no seat. */
static void
items_changed_cb (
  AccordReader *self, guint position, guint n_removed, guint n_added, GListModel *documents)
{
  for (guint i = position; i < position + n_added; i++)
    {
      g_autoptr (AccordSessionDocument) document = g_list_model_get_item (documents, i);

      g_signal_handlers_disconnect_by_func (document, update_seats_cb, self);
      g_signal_connect_object (document, "notify::state", G_CALLBACK (update_seats_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (document, "notify::shown", G_CALLBACK (update_seats_cb), self,
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
  AccordReader *self = data;

  if (self->view != NULL)
    accord_view_set_n_seats (self->view, self->n_seats);
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
  accord_view_turn (ACCORD_READER (widget)->view, g_variant_get_int32 (parameter));
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
  self->active = self->hovered = NULL;
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
  accord_view_set_n_seats (view, self->n_seats);
  g_signal_connect_object (documents, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "seats-changed", G_CALLBACK (update_seats_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "notify::text-zoom", G_CALLBACK (text_zoom_cb), self,
                           G_CONNECT_SWAPPED);
  text_zoom_cb (self);
  items_changed_cb (self, 0, 0, g_list_model_get_n_items (documents), documents);
}

/* The column that was used last; the first one where none was. */
static AccordColumn *
active_column (AccordReader *self)
{
  if (self->active != NULL && g_ptr_array_find (self->seated, self->active, NULL))
    return self->active;
  return self->seated->len > 0 ? g_ptr_array_index (self->seated, 0) : NULL;
}

/**
 * accord_reader_get_selection:
 * @self: a reader
 * @selection: (out): what is selected in the column that was used last; its document is lent
 *
 * Returns: whether something is; @selection is set only then
 */
gboolean
accord_reader_get_selection (AccordReader *self, AccordSelection *selection)
{
  AccordColumn *column = active_column (self);

  return column != NULL && accord_column_get_selection (column, selection);
}

/**
 * accord_reader_get_two_selections:
 * @self: a reader
 * @a: (out): what is selected in the column that was used last
 * @b: (out): what is selected in another column
 *
 * Returns: whether both are; nothing is to be used else
 */
gboolean
accord_reader_get_two_selections (AccordReader *self, AccordSelection *a, AccordSelection *b)
{
  if (!accord_reader_get_selection (self, a))
    return FALSE;
  for (guint i = 0; i < self->seated->len; i++)
    if (g_ptr_array_index (self->seated, i) != active_column (self) &&
        accord_column_get_selection (g_ptr_array_index (self->seated, i), b))
      return TRUE;
  return FALSE;
}

/**
 * accord_reader_get_caret_passage:
 * @self: a reader
 * @selection: (out): the passage in which the caret of the column is that was used last
 *
 * Returns: whether there is one; @selection is set only then
 */
gboolean
accord_reader_get_caret_passage (AccordReader *self, AccordSelection *selection)
{
  AccordColumn *column = active_column (self);
  guint passage = 0, n = 0;

  if (column == NULL ||
      !accord_text_view_get_caret_passage (accord_column_get_text (column), &passage))
    return FALSE;
  *selection = (AccordSelection){ accord_column_get_document (column),
                                  accord_document_get_passages (
                                    accord_text_view_get_document (accord_column_get_text (column)),
                                    &n)[passage]
                                    .span };
  return TRUE;
}

/**
 * accord_reader_popup:
 * @self: a reader
 * @popover: (transfer floating): a popover without a parent
 * @place: what it points at; where its document has no seat it points at the reader
 */
void
accord_reader_popup (AccordReader *self, GtkPopover *popover, const AccordSelection *place)
{
  AccordColumn *column = g_hash_table_lookup (self->columns, place->document);
  GdkRectangle area;
  double x = 0, y = 0;

  if (column == NULL || !gtk_widget_get_child_visible (GTK_WIDGET (column)))
    gtk_widget_set_parent (GTK_WIDGET (popover), GTK_WIDGET (self));
  else
    {
      gtk_widget_set_parent (GTK_WIDGET (popover), GTK_WIDGET (column));
      accord_text_view_get_area (accord_column_get_text (column), place->span, &area);
      gtk_widget_translate_coordinates (GTK_WIDGET (accord_column_get_text (column)),
                                        GTK_WIDGET (column), area.x, area.y, &x, &y);
      area.x = (int) x;
      area.y = (int) y;
      gtk_popover_set_pointing_to (popover, &area);
    }
  gtk_popover_popup (popover);
}
