/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Colours from design: contrast of text on two layers of tint stays over 8:1. */
#include "app/accord-palette.h"

#include <adwaita.h>

typedef struct
{
  guint32 light;
  guint32 dark;
  guint8 tint_light; /* per cent */
  guint8 tint_dark;
} Ink;

/* A single document has no coverage to speak of: what is present gets the colour of *some*. */
static const Ink INKS[ACCORD_N_COVERAGES] = {
  [ACCORD_COVERAGE_SILENT] = { 0x77767b, 0x9a9996, 0, 0 },
  [ACCORD_COVERAGE_UNIQUE] = { 0xd55e00, 0xff8a4c, 12, 16 },
  [ACCORD_COVERAGE_SOME] = { 0x0065a0, 0x4aa3e0, 11, 17 },
  [ACCORD_COVERAGE_ALL] = { 0x00855f, 0x3cc79a, 12, 16 },
  [ACCORD_COVERAGE_PRESENT] = { 0x0065a0, 0x4aa3e0, 11, 17 },
};

static void
set_rgb (GdkRGBA *colour, guint32 rgb, float alpha)
{
  colour->red = ((rgb >> 16) & 0xff) / 255.f;
  colour->green = ((rgb >> 8) & 0xff) / 255.f;
  colour->blue = (rgb & 0xff) / 255.f;
  colour->alpha = alpha;
}

/**
 * accord_palette_coverage:
 * @coverage: a class
 * @dark: whether the style is dark
 * @colour: (out): the colour of its underlines and marks
 */
void
accord_palette_coverage (AccordCoverageClass coverage, gboolean dark, GdkRGBA *colour)
{
  g_return_if_fail (coverage < ACCORD_N_COVERAGES);

  set_rgb (colour, dark ? INKS[coverage].dark : INKS[coverage].light, 1);
}

/**
 * accord_palette_tint:
 * @coverage: a class
 * @dark: whether the style is dark
 * @colour: (out): the colour behind its words, mostly transparent
 */
void
accord_palette_tint (AccordCoverageClass coverage, gboolean dark, GdkRGBA *colour)
{
  float percent;

  g_return_if_fail (coverage < ACCORD_N_COVERAGES);

  percent = dark ? INKS[coverage].tint_dark : INKS[coverage].tint_light;
  if (accord_palette_is_high_contrast ())
    percent = percent * 2 / 3;
  set_rgb (colour, dark ? INKS[coverage].dark : INKS[coverage].light, percent / 100);
}

/**
 * accord_palette_is_dark:
 *
 * Returns: whether the desktop's style is dark now
 */
gboolean
accord_palette_is_dark (void)
{
  return adw_style_manager_get_dark (adw_style_manager_get_default ());
}

/**
 * accord_palette_is_high_contrast:
 *
 * Returns: whether the desktop's style is of high contrast now
 */
gboolean
accord_palette_is_high_contrast (void)
{
  return adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
}
