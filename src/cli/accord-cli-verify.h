/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Does a session still say what its sources, this engine and this library say? */
#pragma once

#include "cli/accord-cli-compared.h"

G_BEGIN_DECLS

gboolean accord_cli_verify (
  GString *out, const char *name, AccordCliCompared *compared, gboolean *sound, GError **error);

G_END_DECLS
