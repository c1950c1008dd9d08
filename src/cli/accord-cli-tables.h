/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All tables of a comparison as files of CSV in a folder. */
#pragma once

#include "cli/accord-cli-options.h"
#include "report/accord-report.h"

G_BEGIN_DECLS

int accord_cli_tables_write (const AccordReportInput *input,
                             const AccordCliOptions *options,
                             GError **error);

G_END_DECLS
