/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The error domain of reading documents. */
#include "documents/accord-loader-error.h"

G_DEFINE_QUARK (accord - loader - error - quark, accord_loader_error)
