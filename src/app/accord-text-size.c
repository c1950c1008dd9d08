/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One style sheet for the display, made anew for each size. Sizes are in points, so
 * that they follow the desktop's text scale as well. */
#include "app/accord-text-size.h"

#define PROVIDER_KEY "accord-text-size"

/* Points at 100 per cent: ideographs and Arabic letters need more room to be as readable. */
static const struct
{
  const char *selector;
  double points;
} SIZES[] = {
  { "textview.reading", 10.5 },
  { "textview.reading.hans", 11.25 },
  { "textview.reading.hant", 11.25 },
  { "textview.reading.arabic", 13.5 },
};

/**
 * accord_text_size_apply:
 * @display: a display
 * @percent: of the usual size, 50 to 300
 */
void
accord_text_size_apply (GdkDisplay *display, gint percent)
{
  g_autoptr (GString) css = g_string_new (NULL);
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
  GtkStyleProvider *former = g_object_get_data (G_OBJECT (display), PROVIDER_KEY);

  for (guint i = 0; i < G_N_ELEMENTS (SIZES); i++)
    {
      char points[G_ASCII_DTOSTR_BUF_SIZE];

      g_ascii_formatd (points, sizeof points, "%.2f", SIZES[i].points * percent / 100);
      g_string_append_printf (css, "%s { font-size: %spt; }\n", SIZES[i].selector, points);
    }
  gtk_css_provider_load_from_data (provider, css->str, (gssize) css->len);
  if (former != NULL)
    gtk_style_context_remove_provider_for_display (display, former);
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
  g_object_set_data_full (G_OBJECT (display), PROVIDER_KEY, g_object_ref (provider),
                          g_object_unref);
}
