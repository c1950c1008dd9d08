/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One walk serves both: it says how high the lines are, and places the children. */
#include "app/accord-wrap-layout.h"

struct _AccordWrapLayout
{
  GtkLayoutManager parent_instance;

  int spacing; /* pixels, between children and between lines */
};

G_DEFINE_FINAL_TYPE (AccordWrapLayout, accord_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkSizeRequestMode
accord_wrap_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* Returns the height of all lines at @width; places the children where @place. */
static int
walk (AccordWrapLayout *self, GtkWidget *widget, int width, gboolean place)
{
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0, y = 0, line = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int minimum = 0, natural = 0, height = 0, extent;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
      extent = MAX (minimum, MIN (natural, width));
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, extent, NULL, &height, NULL, NULL);
      if (x > 0 && x + extent > width)
        {
          y += line + self->spacing;
          x = line = 0;
        }
      if (place)
        gtk_widget_size_allocate (
          child, &(GtkAllocation){ rtl ? width - x - extent : x, y, extent, height }, -1);
      x += extent + self->spacing;
      line = MAX (line, height);
    }
  return y + line;
}

static void
accord_wrap_layout_measure (GtkLayoutManager *manager,
                            GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  AccordWrapLayout *self = ACCORD_WRAP_LAYOUT (manager);

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
           child = gtk_widget_get_next_sibling (child))
        {
          int least = 0, wished = 0;

          if (!gtk_widget_should_layout (child))
            continue;
          gtk_widget_measure (child, orientation, -1, &least, &wished, NULL, NULL);
          *minimum = MAX (*minimum, least);
          *natural += wished + self->spacing;
        }
      *natural = MAX (*natural - self->spacing, *minimum);
    }
  else
    *minimum = *natural = walk (self, widget, for_size >= 0 ? for_size : G_MAXINT / 4, FALSE);
  *minimum_baseline = *natural_baseline = -1;
}

static void
accord_wrap_layout_allocate (
  GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  walk (ACCORD_WRAP_LAYOUT (manager), widget, width, TRUE);
}

static void
accord_wrap_layout_class_init (AccordWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = accord_wrap_layout_get_request_mode;
  layout_class->measure = accord_wrap_layout_measure;
  layout_class->allocate = accord_wrap_layout_allocate;
}

static void
accord_wrap_layout_init (AccordWrapLayout *self)
{
}

/**
 * accord_wrap_layout_new:
 * @spacing: between children and between lines, pixels
 *
 * Returns: (transfer full): a layout manager
 */
GtkLayoutManager *
accord_wrap_layout_new (int spacing)
{
  AccordWrapLayout *self = g_object_new (ACCORD_TYPE_WRAP_LAYOUT, NULL);

  self->spacing = spacing;
  return GTK_LAYOUT_MANAGER (self);
}
