/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The C face of cld2, whose interface is C++. */
#pragma once

#include <stddef.h>

#ifdef __cplusplus
extern "C"
#endif
  const char *
  accord_cld2_detect (
    const char *data, size_t length, int best_effort, int *percent, int *reliable);
