/* SPDX-License-Identifier: GPL-3.0-or-later */
/* accord: the window. */
#include <glib/gi18n.h>
#include <locale.h>
#include <stdlib.h>

#include "accord-config.h"
#include "app/accord-application.h"
#include "session/accord-session.h"

static int
handle_local_options_cb (GApplication *application, GVariantDict *options, gpointer data)
{
  if (!g_variant_dict_contains (options, "version"))
    return -1;
  g_print ("accord %s\n", ACCORD_VERSION);
  return EXIT_SUCCESS;
}

int
main (int argc, char **argv)
{
  g_autoptr (AccordApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, ACCORD_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  accord_session_prepare ();
  application = accord_application_new ();
  g_signal_connect (application, "handle-local-options", G_CALLBACK (handle_local_options_cb),
                    NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
