/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the comparison is made with: the codebook. The threshold has its own function. */
#pragma once

#include "session/accord-session.h"

G_BEGIN_DECLS

gboolean
accord_session_set_codebook (AccordSession *self, AccordCodebook *codebook, const char *name);

G_END_DECLS
