/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The chapters of books, which are XHTML without the furniture of web pages. */
#pragma once

#include "documents/accord-flow-private.h"

G_BEGIN_DECLS

gboolean accord_xhtml_read (AccordFlow *flow, GBytes *part, gboolean contents, GError **error);

G_END_DECLS
