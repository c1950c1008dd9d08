/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words by which the furniture of web pages is known: phrases of buttons, menus
 * and notices in the six languages of the United Nations. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AccordFurniture:
 *
 * Why a line is left out. The order is that of accord_furniture_reason().
 */
typedef enum
{
  ACCORD_FURNITURE_NONE,
  ACCORD_FURNITURE_SHARE,
  ACCORD_FURNITURE_MENU,
  ACCORD_FURNITURE_BREADCRUMB,
  ACCORD_FURNITURE_SEARCH,
  ACCORD_FURNITURE_SIGN_IN,
  ACCORD_FURNITURE_SUBSCRIBE,
  ACCORD_FURNITURE_ADVERT,
  ACCORD_FURNITURE_COOKIES,
  ACCORD_FURNITURE_RELATED,
  ACCORD_FURNITURE_COMMENTS,
  ACCORD_FURNITURE_REACTIONS,
  ACCORD_FURNITURE_EDITOR,
  ACCORD_FURNITURE_BYLINE,
  ACCORD_FURNITURE_DATE,
  ACCORD_FURNITURE_CAPTION,
  ACCORD_FURNITURE_COPYRIGHT,
  ACCORD_FURNITURE_TOOLS,
  ACCORD_FURNITURE_NOTICE,
  ACCORD_FURNITURE_TAGS,
  ACCORD_FURNITURE_AUTHOR,
  ACCORD_FURNITURE_SIDEBAR,
  ACCORD_FURNITURE_HEADER,
  ACCORD_FURNITURE_FOOTER,
  ACCORD_FURNITURE_HIDDEN,
  ACCORD_FURNITURE_FORM,
  ACCORD_FURNITURE_REPEAT,
  ACCORD_FURNITURE_CONTENTS,
  ACCORD_FURNITURE_OUTSIDE,
  ACCORD_N_FURNITURES
} AccordFurniture;

/**
 * AccordPhrases:
 * @furniture: what a line that matches is
 * @section: whether what follows such a line is the same
 * @phrases: parted by "|"; "x" is a whole line, "x*" its start, "*x*" any part of it
 */
typedef struct
{
  AccordFurniture furniture;
  gboolean section;
  const char *phrases;
} AccordPhrases;

/* The lists; the last has no phrases. */
extern const AccordPhrases ACCORD_PHRASES[];

typedef struct _AccordPatterns AccordPatterns;

AccordPatterns *accord_patterns_new (void) G_GNUC_WARN_UNUSED_RESULT;
const AccordPatterns *accord_patterns_get_shared (void);
void accord_patterns_free (AccordPatterns *self);
AccordFurniture accord_patterns_match (const AccordPatterns *self,
                                       const char *text,
                                       gsize length,
                                       gboolean *section);
const char *accord_furniture_reason (AccordFurniture furniture);
void accord_fold (GString *out, const char *text, gsize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordPatterns, accord_patterns_free)

G_END_DECLS
