/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All pairs of documents linked, on several threads; the result does not depend on
 * their number. */
#pragma once

#include "engine/accord-link-set-private.h"
#include "engine/accord-side-private.h"

G_BEGIN_DECLS

AccordLinkSet *accord_pairs_link (AccordSide *const *sides,
                                  guint n_sides,
                                  const AccordCompareOptions *options,
                                  const AccordWatch *watch,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
