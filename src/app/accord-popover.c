/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A popover leaves its parent after the handlers of what closed it have run, unless the
 * parent has gone before it. */
#include "app/accord-popover.h"

static gboolean
unparent_cb (gpointer data)
{
  if (gtk_widget_get_parent (data) != NULL)
    gtk_widget_unparent (data);
  return G_SOURCE_REMOVE;
}

static void
closed_cb (GtkPopover *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, unparent_cb, g_object_ref (popover), g_object_unref);
}

/**
 * accord_popover_go_when_closed:
 * @popover: a popover that was given a parent by gtk_widget_set_parent()
 */
void
accord_popover_go_when_closed (GtkPopover *popover)
{
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
}
