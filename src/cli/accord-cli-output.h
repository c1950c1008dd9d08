/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a command writes: standard output, streamed, or a file, whole or not at all. */
#pragma once

#include "cli/accord-cli-options.h"

G_BEGIN_DECLS

typedef struct _AccordCliOutput AccordCliOutput;

AccordCliOutput *accord_cli_output_new (const AccordCliOptions *options) G_GNUC_WARN_UNUSED_RESULT;
void accord_cli_output_free (AccordCliOutput *self);
GString *accord_cli_output_get_buffer (AccordCliOutput *self);
gboolean accord_cli_output_flush (AccordCliOutput *self);
int accord_cli_output_end (AccordCliOutput *self, int status);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordCliOutput, accord_cli_output_free)

G_END_DECLS
