/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The errors of the engine. Messages are in English and for developers; what
 * people read is made from the code further right in the chain of layers. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AccordEngineError:
 * @ACCORD_ENGINE_ERROR_CANCELLED: the watch said stop
 * @ACCORD_ENGINE_ERROR_TOO_LARGE: a limit was passed; the message names it
 * @ACCORD_ENGINE_ERROR_ENCODING: bytes are not valid UTF-8, or hold U+0000
 * @ACCORD_ENGINE_ERROR_INVALID: a value contradicts itself (overlapping blocks, two principles with
 * one id)
 */
typedef enum
{
  ACCORD_ENGINE_ERROR_CANCELLED,
  ACCORD_ENGINE_ERROR_TOO_LARGE,
  ACCORD_ENGINE_ERROR_ENCODING,
  ACCORD_ENGINE_ERROR_INVALID,
} AccordEngineError;

#define ACCORD_ENGINE_ERROR (accord_engine_error_quark ())
GQuark accord_engine_error_quark (void);

G_END_DECLS
