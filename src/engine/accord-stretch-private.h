/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Consecutive passages of a document taken as one: what one document says in one
 * sentence another says in two. */
#pragma once

#include "engine/accord-content-private.h"

G_BEGIN_DECLS

/**
 * AccordStretch:
 * @anchor: index of the passage whose principles count, one of the stretch
 * @first: index of its first passage
 * @n: the number of its passages, at least 1
 */
typedef struct
{
  guint32 anchor;
  guint32 first;
  guint32 n;
} AccordStretch;

/**
 * AccordStretchView:
 * @passage: the words of all passages of a stretch, as though it were one
 * @by_id: (nullable): owned, where @passage does not lie in a content as it is
 * @by_cross: (nullable): owned
 */
typedef struct
{
  AccordContentPassage passage;
  guint32 *by_id;
  guint32 *by_cross;
} AccordStretchView;

AccordStretch accord_stretch_of_passage (guint32 passage);
void accord_stretch_view_init (AccordStretchView *self,
                               const AccordContent *content,
                               const AccordStretch *stretch);
void accord_stretch_view_clear (AccordStretchView *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AccordStretchView, accord_stretch_view_clear)

G_END_DECLS
