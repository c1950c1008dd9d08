/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words for documents. Names of languages are ICU's, in the language of the interface;
 * kinds are known by the names that files have for them. */
#include "session/accord-session-labels-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

#include "engine/accord-language.h"

#define NAME_MAX_UNITS 128

static const char *const KINDS[] = {
  N_ ("press release"),  N_ ("code of conduct"), N_ ("charter"),    N_ ("resolution"),
  N_ ("recommendation"), N_ ("declaration"),     N_ ("treaty"),     N_ ("law"),
  N_ ("regulation"),     N_ ("guidelines"),      N_ ("strategy"),   N_ ("plan"),
  N_ ("principles"),     N_ ("initiative"),      N_ ("framework"),  N_ ("policy"),
  N_ ("report"),         N_ ("speech"),          N_ ("communiqué"), N_ ("commentary"),
  N_ ("statement"),
};

/* A to Z, then AA, AB …: @position from 0. */
char *
accord_label_letter (guint position)
{
  char buffer[8] = { 0 };
  guint i = sizeof buffer - 1;

  for (guint n = position + 1; n > 0; n = (n - 1) / 26)
    buffer[--i] = (char) ('A' + (n - 1) % 26);
  return g_strdup (buffer + i);
}

/* The name of a file without its suffix; a name that is all suffix stays. */
char *
accord_label_without_suffix (const char *name)
{
  const char *dot = strrchr (name, '.');

  return dot != NULL && dot > name ? g_strndup (name, dot - name) : g_strdup (name);
}

/* @document: (nullable): as long as it is being read. */
char *
accord_label_title (AccordDocument *document, const char *name)
{
  const char *title =
    document != NULL ? accord_document_get_field (document, ACCORD_FIELD_TITLE) : NULL;

  return title != NULL ? g_strdup (title) : accord_label_without_suffix (name);
}

static const char *
kind_name (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (KINDS); i++)
    if (g_strcmp0 (KINDS[i], kind) == 0)
      return _ (KINDS[i]);
  return kind;
}

/**
 * accord_label_language:
 *
 * Returns: (transfer none): the language that the interface speaks, as an interned BCP 47 tag
 */
const char *
accord_label_language (void)
{
  const char *name = g_get_language_names ()[0];
  g_autofree char *tag = g_strndup (name, strcspn (name, ".@"));

  if (g_str_equal (tag, "C") || g_str_equal (tag, "POSIX") || tag[0] == '\0')
    return accord_language_intern ("en");
  return accord_language_intern (g_strdelimit (tag, "_", '-'));
}

/**
 * accord_label_dup_language_name:
 * @tag: (nullable): a BCP 47 tag
 *
 * Returns: (transfer full) (nullable): the language's name in that of the interface, or @tag where
 *   it has none; NULL for an unknown language
 */
char *
accord_label_dup_language_name (const char *tag)
{
  UChar units[NAME_MAX_UNITS];
  char name[NAME_MAX_UNITS * 3 + 1];
  int32_t length = 0;
  UErrorCode status = U_ZERO_ERROR;

  if (tag == NULL || tag == ACCORD_LANGUAGE_UNKNOWN)
    return NULL;
  length = uloc_getDisplayLanguage (tag, accord_label_language (), units, NAME_MAX_UNITS, &status);
  if (U_FAILURE (status) || length == 0 || length > NAME_MAX_UNITS)
    return g_strdup (tag);
  status = U_ZERO_ERROR;
  u_strToUTF8 (name, sizeof name, &length, units, length, &status);
  return U_SUCCESS (status) ? g_strndup (name, length) : g_strdup (tag);
}

/* Issuer · date · language · kind, as far as they are known. */
char *
accord_label_subtitle (AccordDocument *document)
{
  g_autofree char *language =
    accord_label_dup_language_name (accord_document_get_language (document));
  const char *parts[] = { accord_document_get_field (document, ACCORD_FIELD_ISSUER),
                          accord_document_get_field (document, ACCORD_FIELD_DATE), language,
                          kind_name (accord_document_get_field (document, ACCORD_FIELD_KIND)) };
  g_autoptr (GString) subtitle = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && parts[i][0] != '\0')
      g_string_append_printf (subtitle, "%s%s", subtitle->len > 0 ? " · " : "", parts[i]);
  return g_strdup (subtitle->str);
}
