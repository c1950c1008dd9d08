/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The compiled codebook that --codebook names. */
#pragma once

#include "cli/accord-cli-options.h"
#include "engine/accord-matcher.h"

G_BEGIN_DECLS

AccordMatcher *accord_cli_matcher_new (const AccordCliOptions *options) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
