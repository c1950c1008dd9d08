/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A failure is one line on standard error: "accord-cli: NAME: reason". Neither a name
 * nor a reason can break the line or drive the terminal. */
#include "cli/accord-cli.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "engine/accord-engine-error.h"

/* Control characters are shown as "?"; a line end would let a name forge a second line. */
static char *
dup_printable (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *line = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (line, g_unichar_iscntrl (c) ? '?' : c);
    }
  return g_string_free (line, FALSE);
}

/**
 * accord_cli_complain:
 * @name: of a file, or what else has failed
 * @reason: a sentence without the name
 *
 * Writes the one line that a failure is.
 */
void
accord_cli_complain (const char *name, const char *reason)
{
  g_autofree char *safe_name = dup_printable (name);
  g_autofree char *safe_reason = dup_printable (reason);

  g_printerr ("accord-cli: %s: %s\n", safe_name, safe_reason);
}

/**
 * accord_cli_dup_reason:
 * @error: an error of any layer
 *
 * The engine's messages are for developers; what people read is made here. The other layers'
 * messages are sentences for people already.
 *
 * Returns: (transfer full): a translated sentence without the name of the file
 */
char *
accord_cli_dup_reason (const GError *error)
{
  if (error->domain != ACCORD_ENGINE_ERROR)
    return g_strdup (error->message);
  switch ((AccordEngineError) error->code)
    {
    case ACCORD_ENGINE_ERROR_CANCELLED:
      return g_strdup (_ ("was stopped"));
    case ACCORD_ENGINE_ERROR_TOO_LARGE:
      return g_strdup_printf (_ ("is too large: %s"), error->message);
    case ACCORD_ENGINE_ERROR_ENCODING:
      return g_strdup (_ ("is not valid text"));
    case ACCORD_ENGINE_ERROR_INVALID:
      return g_strdup_printf (_ ("contradicts itself: %s"), error->message);
    default:
      return g_strdup (error->message);
    }
}
