/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The errors of reading a document. Unlike the engine's, the messages are translated
 * sentences for people, without the name of the file: whoever shows them adds it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AccordLoaderError:
 * @ACCORD_LOADER_ERROR_IO: missing, not a regular file, no permission
 * @ACCORD_LOADER_ERROR_UNSUPPORTED: a format that is not read; the message says what to save it as
 * @ACCORD_LOADER_ERROR_MALFORMED: damaged
 * @ACCORD_LOADER_ERROR_ENCRYPTED: needs a password
 * @ACCORD_LOADER_ERROR_EMPTY: holds no text
 * @ACCORD_LOADER_ERROR_TOO_LARGE: a limit was passed; the message names it
 * @ACCORD_LOADER_ERROR_STOPPED: the reader crashed, was killed, or answered nonsense
 * @ACCORD_LOADER_ERROR_TIMEOUT: the reader took too long; the message names the limit
 */
typedef enum
{
  ACCORD_LOADER_ERROR_IO,
  ACCORD_LOADER_ERROR_UNSUPPORTED,
  ACCORD_LOADER_ERROR_MALFORMED,
  ACCORD_LOADER_ERROR_ENCRYPTED,
  ACCORD_LOADER_ERROR_EMPTY,
  ACCORD_LOADER_ERROR_TOO_LARGE,
  ACCORD_LOADER_ERROR_STOPPED,
  ACCORD_LOADER_ERROR_TIMEOUT,
  ACCORD_N_LOADER_ERRORS
} AccordLoaderError;

#define ACCORD_LOADER_ERROR (accord_loader_error_quark ())
GQuark accord_loader_error_quark (void);

G_END_DECLS
