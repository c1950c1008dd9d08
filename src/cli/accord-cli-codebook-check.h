/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The faults of a codebook that is well formed. */
#pragma once

#include "engine/accord-codebook.h"

G_BEGIN_DECLS

guint accord_cli_codebook_check (GString *out, const char *name, AccordCodebook *codebook);

G_END_DECLS
