/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The buffer is filled in slices of a few milliseconds, so that a long document never
 * blocks the window; places go through the map, which is whole from the start. Tint
 * and lines are drawn for what is visible instead of being tags: showing another
 * theme then costs one frame, however many findings there are. */
#include "app/accord-text-view-private.h"

#include "engine/accord-language.h"

#define SLICE_MICROSECONDS 6000
#define EYE_LEVEL 0.25
/* How long the layout has to stay as it is before a jump counts as done. */
#define SETTLE_MILLISECONDS 600
/* The longest line that reads well, in pixels at the usual size: some 75 letters or 38 Han. */
#define MEASURE 570

G_DEFINE_FINAL_TYPE (AccordTextView, accord_text_view, GTK_TYPE_TEXT_VIEW)

enum
{
  PASSAGE_ACTIVATED,
  DRAWN,
  FILLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The class of the style sheet that has the font of a language. */
static const char *
script_class (const char *language)
{
  if (accord_language_matches (language, "zh-Hant"))
    return "hant";
  if (accord_language_is_han (language))
    return "hans";
  if (accord_language_is_rtl (language))
    return "arabic";
  return "latin";
}

static const char *
script_family (const char *language)
{
  if (accord_language_matches (language, "zh-Hant"))
    return "Cantarell, Noto Sans, Noto Sans CJK TC";
  if (accord_language_is_han (language))
    return "Cantarell, Noto Sans, Noto Sans CJK SC";
  if (accord_language_is_rtl (language))
    return "Noto Naskh Arabic, Noto Sans Arabic, Noto Sans";
  return "Cantarell, Noto Sans, Noto Sans CJK SC";
}

/**
 * accord_text_view_get_iter:
 * @self: a text view with a document
 * @byte: a place in the document's text
 * @iter: (out): the place in the buffer; its end where the buffer is not filled so far
 */
void
accord_text_view_get_iter (AccordTextView *self, guint32 byte, GtkTextIter *iter)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));

  gtk_text_buffer_get_iter_at_offset (buffer, iter,
                                      (int) accord_text_map_to_char (self->map, byte));
}

static guint
passage_at (AccordTextView *self, const GtkTextIter *iter)
{
  guint32 byte = accord_text_map_to_byte (self->map, (guint32) gtk_text_iter_get_offset (iter));
  guint n = 0;

  accord_document_get_passages (accord_text_map_get_document (self->map), &n);
  return MIN (accord_document_find_passage (accord_text_map_get_document (self->map), byte), n - 1);
}

static void
activate_at (AccordTextView *self, const GtkTextIter *iter)
{
  guint n = 0;

  if (self->map == NULL)
    return;
  accord_document_get_passages (accord_text_map_get_document (self->map), &n);
  if (n > 0)
    g_signal_emit (self, signals[PASSAGE_ACTIVATED], 0, passage_at (self, iter));
}

static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, AccordTextView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  int buffer_x = 0, buffer_y = 0;
  GtkTextIter iter;

  if (n_press != 1 || gtk_text_buffer_get_has_selection (buffer))
    return;
  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, (int) x,
                                         (int) y, &buffer_x, &buffer_y);
  gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (self), &iter, buffer_x, buffer_y);
  activate_at (self, &iter);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint key,
                guint code,
                GdkModifierType modifiers,
                AccordTextView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter iter;

  if ((key != GDK_KEY_Return && key != GDK_KEY_KP_Enter) ||
      (modifiers & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;
  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  activate_at (self, &iter);
  return TRUE;
}

static void
scroll_now (AccordTextView *self, guint passage)
{
  guint n = 0;
  const AccordPassage *passages =
    accord_document_get_passages (accord_text_map_get_document (self->map), &n);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter iter;

  if (passage >= n)
    return;
  accord_text_view_get_iter (self, passages[passage].span.start, &iter);
  gtk_text_buffer_place_cursor (buffer, &iter);
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self), gtk_text_buffer_get_insert (buffer), 0, TRUE,
                                0, EYE_LEVEL);
}

static gboolean
settled_cb (gpointer data)
{
  AccordTextView *self = data;

  self->settle_id = 0;
  self->scroll_to = ACCORD_NONE;
  return G_SOURCE_REMOVE;
}

static void
forget_jump (AccordTextView *self)
{
  g_clear_handle_id (&self->settle_id, g_source_remove);
  self->scroll_to = ACCORD_NONE;
}

/* GTK gives up scrolling when lines get their real height meanwhile, which changes the extent
 * of the whole: then it is told again, until the layout has settled or the person scrolls. */
static void
keep_in_place_cb (AccordTextView *self)
{
  if (self->scroll_to == ACCORD_NONE || self->fill_id != 0)
    return;
  scroll_now (self, self->scroll_to);
  g_clear_handle_id (&self->settle_id, g_source_remove);
  self->settle_id = g_timeout_add (SETTLE_MILLISECONDS, settled_cb, self);
}

static void
adjustment_set_cb (AccordTextView *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self));

  if (adjustment != NULL)
    g_signal_connect_object (adjustment, "changed", G_CALLBACK (keep_in_place_cb), self,
                             G_CONNECT_SWAPPED);
}

static gboolean
scrolled_cb (GtkEventControllerScroll *controller, double x, double y, AccordTextView *self)
{
  forget_jump (self);
  return FALSE;
}

static void
append_line (AccordTextView *self, guint index)
{
  guint n = 0;
  const AccordTextLine *line = &accord_text_map_get_lines (self->map, &n)[index];
  AccordDocument *document = accord_text_map_get_document (self->map);
  const AccordParagraph *paragraph =
    &accord_document_get_paragraphs (document, &n)[line->paragraph];
  const AccordBlock *block = &accord_document_get_blocks (document, &n)[paragraph->block];
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  gsize length = 0;
  g_autofree char *text = accord_text_map_dup_line (self->map, index, &length);
  GtkTextIter start, end;
  int offset;

  gtk_text_buffer_get_end_iter (buffer, &end);
  if (index > 0)
    gtk_text_buffer_insert (buffer, &end, "\n", 1);
  offset = gtk_text_iter_get_offset (&end);
  gtk_text_buffer_insert (buffer, &end, text, (int) length);
  gtk_text_buffer_get_iter_at_offset (buffer, &start, offset);
  if (!line->begins)
    gtk_text_buffer_apply_tag_by_name (buffer, "continued", &start, &end);
  if (block->role == ACCORD_ROLE_HEADING || block->role == ACCORD_ROLE_TITLE)
    gtk_text_buffer_apply_tag_by_name (buffer, "heading", &start, &end);
  if (script_class (paragraph->language) != script_class (accord_document_get_language (document)))
    gtk_text_buffer_apply_tag_by_name (buffer, script_class (paragraph->language), &start, &end);
}

static gboolean
fill_cb (gpointer data)
{
  AccordTextView *self = data;
  gint64 until = g_get_monotonic_time () + SLICE_MICROSECONDS;
  guint n = 0;

  accord_text_map_get_lines (self->map, &n);
  while (self->n_filled < n && g_get_monotonic_time () < until)
    append_line (self, self->n_filled++);
  if (self->n_filled < n)
    return G_SOURCE_CONTINUE;
  self->fill_id = 0;
  g_signal_emit (self, signals[FILLED], 0);
  keep_in_place_cb (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

static void
create_tags (GtkTextBuffer *buffer)
{
  static const char *const LANGUAGES[] = { "en", "zh-Hans", "zh-Hant", "ar" };

  gtk_text_buffer_create_tag (buffer, "continued", "pixels-above-lines", 4, NULL);
  gtk_text_buffer_create_tag (buffer, "heading", "weight", PANGO_WEIGHT_BOLD, NULL);
  gtk_text_buffer_create_tag (buffer, "reason", "weight", PANGO_WEIGHT_BOLD, NULL);
  gtk_text_buffer_create_tag (buffer, "old", "strikethrough", TRUE, "background-rgba",
                              &(GdkRGBA){ 0.5f, 0.5f, 0.5f, 0.15f }, NULL);
  gtk_text_buffer_create_tag (buffer, "new", "weight", PANGO_WEIGHT_BOLD, "underline",
                              PANGO_UNDERLINE_SINGLE, "background-rgba",
                              &(GdkRGBA){ 0.506f, 0.239f, 0.612f, 0.15f }, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (LANGUAGES); i++)
    gtk_text_buffer_create_tag (buffer, script_class (LANGUAGES[i]), "family",
                                script_family (LANGUAGES[i]), NULL);
}

static void
accord_text_view_snapshot_layer (GtkTextView *view, GtkTextViewLayer layer, GtkSnapshot *snapshot)
{
  AccordTextView *self = ACCORD_TEXT_VIEW (view);

  if (self->map == NULL || self->n_filled == 0)
    return;
  if (layer == GTK_TEXT_VIEW_LAYER_ABOVE_TEXT)
    accord_text_view_draw_above (self, snapshot);
  else
    {
      accord_text_view_draw (self, snapshot);
      g_signal_emit (self, signals[DRAWN], 0);
    }
}

/* How much larger than usual the desktop wants text: the gutter and the gaps grow with it. */
float
accord_text_view_get_scale (AccordTextView *self)
{
  int dpi = 0;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? CLAMP ((float) dpi / (96 * 1024), 1, 4) : 1;
}

static void
update_scale_cb (AccordTextView *self)
{
  float scale = accord_text_view_get_scale (self);

  gtk_text_view_set_pixels_above_lines (GTK_TEXT_VIEW (self), (int) (ACCORD_PARAGRAPH_GAP * scale));
  g_clear_object (&self->numbers);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
accord_text_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GtkTextView *view = GTK_TEXT_VIEW (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  float scale = accord_text_view_get_scale (ACCORD_TEXT_VIEW (widget));
  int gutter = (int) (ACCORD_GUTTER * scale);
  int spare = MAX (0, width - gutter - ACCORD_TEXT_PAD - (int) (MEASURE * scale));
  int end = ACCORD_TEXT_PAD + spare - spare / 3;

  gutter += spare / 3;
  gtk_text_view_set_left_margin (view, rtl ? end : gutter);
  gtk_text_view_set_right_margin (view, rtl ? gutter : end);
  GTK_WIDGET_CLASS (accord_text_view_parent_class)->size_allocate (widget, width, height, baseline);
}

/* Two columns keep their selections at once, to be paired. A text that has a part in the primary
 * selection would lose its own as soon as another text is selected. */
static void
accord_text_view_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (accord_text_view_parent_class)->realize (widget);
  gtk_text_buffer_remove_selection_clipboard (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)),
                                              gtk_widget_get_primary_clipboard (widget));
}

static void
accord_text_view_unrealize (GtkWidget *widget)
{
  gtk_text_buffer_add_selection_clipboard (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)),
                                           gtk_widget_get_primary_clipboard (widget));
  GTK_WIDGET_CLASS (accord_text_view_parent_class)->unrealize (widget);
}

static void
stop_filling (AccordTextView *self)
{
  if (self->fill_id != 0)
    g_source_remove (self->fill_id);
  self->fill_id = 0;
  self->n_filled = 0;
  forget_jump (self);
}

static void
accord_text_view_dispose (GObject *object)
{
  AccordTextView *self = ACCORD_TEXT_VIEW (object);

  stop_filling (self);
  g_clear_object (&self->numbers);
  g_clear_pointer (&self->map, accord_text_map_free);
  g_clear_pointer (&self->marks, g_free);
  G_OBJECT_CLASS (accord_text_view_parent_class)->dispose (object);
}

static void
accord_text_view_class_init (AccordTextViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_text_view_dispose;
  GTK_WIDGET_CLASS (klass)->size_allocate = accord_text_view_size_allocate;
  GTK_WIDGET_CLASS (klass)->realize = accord_text_view_realize;
  GTK_WIDGET_CLASS (klass)->unrealize = accord_text_view_unrealize;
  GTK_TEXT_VIEW_CLASS (klass)->snapshot_layer = accord_text_view_snapshot_layer;
  /* Else these keys would ask a text that cannot be edited to delete, and move its caret. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "win.reject", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "win.step", "i",
                                       1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "win.step", "i", -1);
  signals[PASSAGE_ACTIVATED] =
    g_signal_new ("passage-activated", ACCORD_TYPE_TEXT_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[FILLED] = g_signal_new ("filled", ACCORD_TYPE_TEXT_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  signals[DRAWN] = g_signal_new ("drawn", ACCORD_TYPE_TEXT_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

/* The target that GTK gives every text view would refuse what is dropped on one that cannot be
 * edited, and ask nobody else: without it the drop goes to the window. */
static void
remove_drop_target (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = g_list_model_get_n_items (controllers); i-- > 0;)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller) || GTK_IS_DROP_TARGET_ASYNC (controller))
        gtk_widget_remove_controller (widget, controller);
    }
}

static void
accord_text_view_init (AccordTextView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *scroll =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  self->current = self->pair = ACCORD_NONE;
  self->scroll_to = ACCORD_NONE;
  gtk_text_view_set_editable (view, FALSE);
  remove_drop_target (GTK_WIDGET (self));
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  update_scale_cb (self);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi",
                           G_CALLBACK (update_scale_cb), self, G_CONNECT_SWAPPED);
  gtk_text_view_set_pixels_inside_wrap (view, 4);
  gtk_text_view_set_bottom_margin (view, 120);
  gtk_widget_add_css_class (GTK_WIDGET (self), "reading");
  create_tags (gtk_text_view_get_buffer (view));
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, 0);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (scrolled_cb), self, 0);
  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  g_signal_connect (self, "notify::vadjustment", G_CALLBACK (adjustment_set_cb), NULL);
}

/**
 * accord_text_view_new:
 *
 * Returns: (transfer floating): an empty text view
 */
GtkWidget *
accord_text_view_new (void)
{
  return g_object_new (ACCORD_TYPE_TEXT_VIEW, NULL);
}

/**
 * accord_text_view_set_document:
 * @self: a text view
 * @document: what to show
 *
 * Begins to fill the buffer with the kept text; the first slice at once.
 */
void
accord_text_view_set_document (AccordTextView *self, AccordDocument *document)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter start;

  if (self->map != NULL && accord_text_map_get_document (self->map) == document)
    return;
  stop_filling (self);
  g_clear_pointer (&self->map, accord_text_map_free);
  g_clear_pointer (&self->marks, g_free);
  self->n_marks = 0;
  self->current = ACCORD_NONE;
  gtk_text_buffer_set_text (buffer, "", 0);
  self->map = accord_text_map_new (document);
  for (guint i = 0; i < 4; i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self),
                                 (const char *const[]){ "latin", "hans", "hant", "arabic" }[i]);
  gtk_widget_add_css_class (GTK_WIDGET (self),
                            script_class (accord_document_get_language (document)));
  if (fill_cb (self))
    self->fill_id = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, fill_cb, self, NULL);
  /* Filling has pushed the caret along; a person who comes by keyboard begins at the top. */
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
}

/**
 * accord_text_view_get_document:
 * @self: a text view
 *
 * Returns: (transfer none) (nullable): what it shows
 */
AccordDocument *
accord_text_view_get_document (AccordTextView *self)
{
  return self->map != NULL ? accord_text_map_get_document (self->map) : NULL;
}

/**
 * accord_text_view_take_marks:
 * @self: a text view
 * @marks: (transfer full) (nullable) (array length=n_marks): what to draw at each passage
 * @n_marks: their number
 */
void
accord_text_view_take_marks (AccordTextView *self, AccordPassageMark *marks, guint n_marks)
{
  g_free (self->marks);
  self->marks = marks;
  self->n_marks = n_marks;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * accord_text_view_set_current:
 * @self: a text view
 * @passage: index of the focused passage, or ACCORD_NONE
 */
void
accord_text_view_set_current (AccordTextView *self, guint passage)
{
  if (self->current == passage)
    return;
  self->current = passage;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * accord_text_view_set_bold:
 * @self: a text view
 * @spans: (array length=n_spans): words that carry a reason of the focused link
 * @n_spans: possibly 0
 */
void
accord_text_view_set_bold (AccordTextView *self, const AccordSpan *spans, guint n_spans)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag_by_name (buffer, "reason", &start, &end);
  for (guint i = 0; self->map != NULL && i < n_spans; i++)
    {
      accord_text_view_get_iter (self, spans[i].start, &start);
      accord_text_view_get_iter (self, spans[i].end, &end);
      gtk_text_buffer_apply_tag_by_name (buffer, "reason", &start, &end);
    }
}

/**
 * accord_text_view_scroll_to:
 * @self: a text view
 * @passage: index of a passage
 *
 * Brings it to eye level, a quarter below the upper edge; once it is there, if the buffer is still
 * being filled.
 */
void
accord_text_view_scroll_to (AccordTextView *self, guint passage)
{
  if (self->map == NULL)
    return;
  self->scroll_to = passage;
  keep_in_place_cb (self);
}

/**
 * accord_text_view_is_filled:
 * @self: a text view
 *
 * Returns: whether the whole document is in the buffer
 */
gboolean
accord_text_view_is_filled (AccordTextView *self)
{
  return self->map != NULL && self->fill_id == 0;
}

/**
 * accord_text_view_get_passage_extents:
 * @self: a text view
 * @passage: index of a passage
 * @top: (out): upper edge of its first line, pixels of the widget, possibly off screen
 * @bottom: (out): lower edge of its last line
 *
 * Returns: whether the passage is in the buffer
 */
gboolean
accord_text_view_get_passage_extents (AccordTextView *self,
                                      guint passage,
                                      double *top,
                                      double *bottom)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  guint n = 0;
  const AccordPassage *passages = NULL;
  GdkRectangle first, last;
  GtkTextIter iter;
  int x = 0, y = 0;

  if (self->map == NULL)
    return FALSE;
  passages = accord_document_get_passages (accord_text_map_get_document (self->map), &n);
  if (passage >= n)
    return FALSE;
  accord_text_view_get_iter (self, passages[passage].span.start, &iter);
  gtk_text_view_get_iter_location (view, &iter, &first);
  accord_text_view_get_iter (self, passages[passage].span.end, &iter);
  gtk_text_view_get_iter_location (view, &iter, &last);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, 0, first.y, &x, &y);
  *top = y;
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, 0, last.y + last.height, &x,
                                         &y);
  *bottom = y;
  return TRUE;
}
