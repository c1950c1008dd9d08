/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A condition is waited for by running the main loop, never by sleeping; what does not
 * hold after a minute fails the test. */
#include "accord-ui-test.h"

#define PATIENCE_SECONDS 60

static AccordApplication *application;

static gboolean
late_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

void
ui_wait (UiCondition condition, gpointer data)
{
  gboolean late = FALSE;
  guint id = g_timeout_add_seconds (PATIENCE_SECONDS, late_cb, &late);

  while (!condition (data) && !late)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (late);
  g_source_remove (id);
}

static gboolean
is_message_dialog_open (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (ADW_IS_MESSAGE_DIALOG (l->data))
      return TRUE;
  return FALSE;
}

/* Warnings are fatal in tests. While it measures its own labels, AdwMessageDialog of
 * libadwaita 1.7 makes GTK 4.18 warn, whatever stands in them: that one is let pass. */
static GLogWriterOutput
write_log_cb (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer data)
{
  for (gsize i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].key, "MESSAGE") && fields[i].length < 0 &&
        g_str_has_prefix (fields[i].value, "Trying to measure GtkLabel") &&
        is_message_dialog_open ())
      return G_LOG_WRITER_HANDLED;
  return g_log_writer_default (level, fields, n_fields, data);
}

void
ui_init (int *argc, char ***argv)
{
  gtk_test_init (argc, argv, NULL);
  adw_init ();
  g_log_set_writer_func (write_log_cb, NULL, NULL);
}

/* A window of the one application of this program, on the screen. */
AccordWindow *
ui_window_new (void)
{
  GtkWidget *window = NULL;

  if (application == NULL)
    {
      application = accord_application_new ();
      g_application_set_flags (G_APPLICATION (application),
                               G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
      g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
    }
  window = accord_window_new (ADW_APPLICATION (application));
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  return ACCORD_WINDOW (window);
}

/* Closes a window without being asked, and sees that nothing holds it. */
void
ui_close (AccordWindow *window)
{
  gpointer weak = window;

  g_object_add_weak_pointer (G_OBJECT (window), &weak);
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (weak);
}

static gboolean
is_idle (gpointer data)
{
  AccordSession *session = accord_window_get_session (data);

  return !accord_session_get_busy (session) && accord_session_get_coverage (session) != NULL;
}

void
ui_wait_idle (AccordWindow *window)
{
  ui_wait (is_idle, window);
}

static GtkWidget *
find (GtkWidget *widget, GType type, guint *nth)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && (*nth)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, nth);

      if (found != NULL)
        return found;
    }
  return NULL;
}

GtkWidget *
ui_find (gpointer root, GType type, guint nth)
{
  return find (root, type, &nth);
}

guint
ui_count (gpointer root, GType type)
{
  guint n = 0;

  while (ui_find (root, type, n) != NULL)
    n++;
  return n;
}

/* Draws @widget, keeps the picture as @name.png in the build folder, and counts its colours. */
guint
ui_count_colours (GtkWidget *widget, const char *name)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GHashTable) colours = g_hash_table_new (NULL, NULL);
  g_autofree guint32 *pixels = g_new (guint32, (gsize) width * (gsize) height);
  g_autofree char *file = g_strdup_printf ("%s.png", name);
  g_autofree char *path = g_test_build_filename (G_TEST_BUILT, file, NULL);

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (widget)),
                                         node, &GRAPHENE_RECT_INIT (0, 0, width, height));
  gdk_texture_save_to_png (texture, path);
  gdk_texture_download (texture, (guchar *) pixels, (gsize) width * 4);
  for (gsize i = 0; i < (gsize) width * (gsize) height; i++)
    g_hash_table_add (colours, GUINT_TO_POINTER (pixels[i]));
  return g_hash_table_size (colours);
}

GFile *
ui_data_file (const char *relative)
{
  g_autofree char *path = g_build_filename (g_getenv ("ACCORD_DATA_DIR"), relative, NULL);

  return g_file_new_for_path (path);
}

/* Opens files of the data folder in @window and waits until they are compared. */
void
ui_open (AccordWindow *window, const char *const *relative)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; relative[i] != NULL; i++)
    g_ptr_array_add (files, ui_data_file (relative[i]));
  accord_window_open_files (window, (GFile *const *) files->pdata, files->len);
  ui_wait_idle (window);
}
