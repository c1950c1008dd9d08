/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A second start raises the first one, or opens its files there. Files given together
 * open in one window: the active one if it is empty, else a new one. */
#include "app/accord-application.h"

#include <glib/gi18n.h>

#include "accord-config.h"
#include "app/accord-resources.h"
#include "app/accord-window.h"
#include "documents/accord-lexicon-file.h"
#include "documents/accord-protection.h"

struct _AccordApplication
{
  AdwApplication parent_instance;

  gboolean offered; /* what was not saved last time */
};

G_DEFINE_FINAL_TYPE (AccordApplication, accord_application, ADW_TYPE_APPLICATION)

static const struct
{
  const char *action;
  const char *accels[3];
} ACCELS[] = {
  { "app.new-window", { "<Control>n" } },
  { "app.quit", { "<Control>q" } },
  { "win.open", { "<Control>o" } },
  { "win.open-session", { "<Control><Shift>o" } },
  { "win.save", { "<Control>s" } },
  { "win.save-as", { "<Control><Shift>s" } },
  { "win.export", { "<Control>e" } },
  { "win.paste", { "<Control><Shift>v" } },
  { "win.find", { "<Control>f" } },
  { "win.undo", { "<Control>z" } },
  { "win.redo", { "<Control><Shift>z" } },
  { "win.next-column", { "F6" } },
  { "win.align", { "<Control>l" } },
  { "win.accept", { "<Control>Return" } },
  { "win.review-next", { "<Control>r" } },
  { "win.pair", { "<Control><Shift>l" } },
  { "win.note", { "<Control>m" } },
  { "win.code", { "<Control>k" } },
  { "win.copy-citation", { "<Control><Shift>c" } },
  { "win.findings-here", { "<Control>i" } },
  { "win.gloss", { "F4" } },
  { "win.sidebar", { "F9" } },
  { "win.inspector", { "<Alt>Return" } },
  { "win.fullscreen", { "F11" } },
  { "win.codebook", { "<Control><Shift>b" } },
  { "win.page::read", { "<Control>1" } },
  { "win.page::matrix", { "<Control>2" } },
  { "win.zoom(1)", { "<Control>plus", "<Control>equal" } },
  { "win.zoom(-1)", { "<Control>minus" } },
  { "win.zoom(0)", { "<Control>0" } },
  { "window.close", { "<Control>w" } },
};

static GtkWidget *
new_window (AccordApplication *self)
{
  GtkWidget *window = accord_window_new (ADW_APPLICATION (self));

  gtk_window_present (GTK_WINDOW (window));
  if (!self->offered)
    accord_window_offer_recovery (ACCORD_WINDOW (window));
  self->offered = TRUE;
  return window;
}

static void
new_window_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  new_window (data);
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  accord_window_quit_all (data);
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autofree char *lexicon = accord_lexicon_dup_summary ();
  g_autofree char *protection = accord_protection_dup_summary ();
  g_autofree char *facts = g_strdup_printf ("%s\n\n%s", lexicon, protection);

  adw_show_about_window (gtk_application_get_active_window (data), "application-name", _ ("Accord"),
                         "application-icon", ACCORD_APP_ID, "version", ACCORD_VERSION, "comments",
                         _ ("Compares policy statements in several languages."), "license-type",
                         GTK_LICENSE_GPL_3_0, "debug-info", facts, NULL);
}

static const GActionEntry ACTIONS[] = {
  { .name = "new-window", .activate = new_window_cb },
  { .name = "quit", .activate = quit_cb },
  { .name = "about", .activate = about_cb },
};

static void
accord_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (accord_application_parent_class)->startup (application);
  g_action_map_add_action_entries (G_ACTION_MAP (application), ACTIONS, G_N_ELEMENTS (ACTIONS),
                                   application);
  for (guint i = 0; i < G_N_ELEMENTS (ACCELS); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), ACCELS[i].action,
                                           (const char *const *) ACCELS[i].accels);
}

static void
accord_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window != NULL)
    gtk_window_present (window);
  else
    new_window (ACCORD_APPLICATION (application));
}

static AccordWindow *
window_for_files (AccordApplication *self)
{
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (ACCORD_IS_WINDOW (active) && accord_window_is_free (ACCORD_WINDOW (active)))
    return ACCORD_WINDOW (active);
  return ACCORD_WINDOW (new_window (self));
}

/* Sessions that are open already are only raised, and need no window for themselves. */
static void
accord_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  AccordWindow *window = NULL;

  for (int i = 0; i < n_files; i++)
    if (!accord_window_raise_session (GTK_APPLICATION (application), files[i]))
      g_ptr_array_add (others, files[i]);
  if (others->len == 0)
    return;
  window = window_for_files (ACCORD_APPLICATION (application));
  gtk_window_present (GTK_WINDOW (window));
  accord_window_open_files (window, (GFile *const *) others->pdata, others->len);
}

static void
accord_application_class_init (AccordApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = accord_application_startup;
  application_class->activate = accord_application_activate;
  application_class->open = accord_application_open;
}

static void
accord_application_init (AccordApplication *self)
{
  /* A static library would lose the constructor that does it by itself. */
  g_resources_register (accord_get_resource ());
  g_application_add_main_option (G_APPLICATION (self), "version", 0, 0, G_OPTION_ARG_NONE,
                                 _ ("Print the version and exit"), NULL);
}

/**
 * accord_application_new:
 *
 * Returns: (transfer full): the application
 */
AccordApplication *
accord_application_new (void)
{
  return g_object_new (ACCORD_TYPE_APPLICATION, "application-id", ACCORD_APP_ID,
                       "resource-base-path", "/io/github/accord/Accord", "flags",
                       G_APPLICATION_HANDLES_OPEN, NULL);
}
