/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the furniture phrase that a short line is, starts with, or contains. Lines
 * and phrases are compared folded: case, accents, width and outer punctuation are no
 * difference. */
#include "documents/accord-patterns-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A line longer than this is no notice; one longer than START_MAX_BYTES is no button, so that
 * "Loading" or "More in" may begin a sentence of a statement. */
#define LINE_MAX_BYTES 600
#define START_MAX_BYTES 120

typedef struct
{
  char *text;
  gsize length;
  const AccordPhrases *list;
} Phrase;

/* whole maps folded text to its list; starts are by first byte; these and parts are in the order
 * of the lists. */
struct _AccordPatterns
{
  GHashTable *whole;
  GArray *starts[256];
  GArray *parts;
};

static const char *const REASONS[ACCORD_N_FURNITURES] = {
  NULL,
  N_ ("share buttons"),
  N_ ("menu"),
  N_ ("breadcrumb"),
  N_ ("search box"),
  N_ ("sign-in"),
  N_ ("subscription"),
  N_ ("advertisement"),
  N_ ("cookie notice"),
  N_ ("related links"),
  N_ ("comments"),
  N_ ("reader reactions"),
  N_ ("editor line"),
  N_ ("byline"),
  N_ ("date line"),
  N_ ("picture caption"),
  N_ ("copyright"),
  N_ ("page tools"),
  N_ ("browser notice"),
  N_ ("keywords"),
  N_ ("about the author"),
  N_ ("sidebar"),
  N_ ("page header"),
  N_ ("page footer"),
  N_ ("hidden"),
  N_ ("form"),
  N_ ("repeated"),
  N_ ("table of contents"),
  N_ ("outside the main text"),
};

/**
 * accord_furniture_reason:
 * @furniture: why a line is left out
 *
 * Returns: (transfer none) (nullable): it in words, to be translated where it is shown; NULL for
 *   NONE
 */
const char *
accord_furniture_reason (AccordFurniture furniture)
{
  g_return_val_if_fail (furniture < ACCORD_N_FURNITURES, NULL);

  return REASONS[furniture];
}

static void
fold_char (GString *out, gunichar c)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n;

  if (c < 0x80)
    {
      g_string_append_c (out, g_ascii_tolower ((char) c));
      return;
    }
  if (c == 0x2019)
    c = '\'';
  n = g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts));
  for (gsize i = 0; i < n; i++)
    if (!g_unichar_ismark (parts[i]) && parts[i] != 0x0640)
      g_string_append_unichar (out, g_unichar_tolower (parts[i]));
}

/**
 * accord_fold:
 * @out: where to append
 * @text: valid UTF-8
 * @length: bytes of it
 *
 * Appends @text in lower case, without marks, in compatibility form, its spaces single.
 * Independent of the locale.
 */
void
accord_fold (GString *out, const char *text, gsize length)
{
  const char *end = text + length;
  gboolean space = FALSE;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c))
        fold_char (out, c);
      else if (!space)
        g_string_append_c (out, ' ');
      space = g_unichar_isspace (c);
    }
}

/* Numbers and signs around the words of a button are no part of it. */
static gboolean
is_outer (gunichar c)
{
  return !g_unichar_isalpha (c) && c != 0xA9 && c != '+';
}

static void
trim (const char **text, gsize *length)
{
  const char *start = *text, *end = start + *length;

  while (start < end && is_outer (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  while (end > start && is_outer (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  *text = start;
  *length = end - start;
}

static void
clear_phrase (gpointer data)
{
  g_free (((Phrase *) data)->text);
}

static void
add_phrase (AccordPatterns *self, const AccordPhrases *list, const char *pattern, gsize length)
{
  gboolean part = pattern[0] == '*', start = pattern[length - 1] == '*';
  GString *folded = g_string_new (NULL);
  Phrase phrase = { NULL, 0, list };

  accord_fold (folded, pattern + part, length - part - start);
  phrase.length = folded->len;
  phrase.text = g_string_free (folded, FALSE);
  if (part)
    g_array_append_val (self->parts, phrase);
  else if (start)
    g_array_append_val (self->starts[(guchar) phrase.text[0]], phrase);
  else
    g_hash_table_insert (self->whole, phrase.text, (gpointer) list);
}

static void
add_list (AccordPatterns *self, const AccordPhrases *list)
{
  for (const char *p = list->phrases; *p != '\0';)
    {
      gsize length = strcspn (p, "|");

      add_phrase (self, list, p, length);
      p += length + (p[length] == '|');
    }
}

static GArray *
phrases_new (void)
{
  GArray *phrases = g_array_new (FALSE, FALSE, sizeof (Phrase));

  g_array_set_clear_func (phrases, clear_phrase);
  return phrases;
}

/**
 * accord_patterns_new:
 *
 * Returns: (transfer full): all phrases, ready for matching
 */
AccordPatterns *
accord_patterns_new (void)
{
  AccordPatterns *self = g_new0 (AccordPatterns, 1);

  self->whole = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->parts = phrases_new ();
  for (guint i = 0; i < G_N_ELEMENTS (self->starts); i++)
    self->starts[i] = phrases_new ();
  for (const AccordPhrases *list = ACCORD_PHRASES; list->phrases != NULL; list++)
    add_list (self, list);
  return self;
}

/**
 * accord_patterns_get_shared:
 *
 * Makes the lists with the first call: a corpus reads thousands of texts.
 *
 * Returns: (transfer none): patterns that live as long as the process; any thread may use them
 */
const AccordPatterns *
accord_patterns_get_shared (void)
{
  static gsize shared = 0;

  if (g_once_init_enter (&shared))
    g_once_init_leave (&shared, (gsize) accord_patterns_new ());
  return (const AccordPatterns *) shared;
}

/**
 * accord_patterns_free:
 * @self: (transfer full): phrases
 */
void
accord_patterns_free (AccordPatterns *self)
{
  g_hash_table_unref (self->whole);
  for (guint i = 0; i < G_N_ELEMENTS (self->starts); i++)
    g_array_unref (self->starts[i]);
  g_array_unref (self->parts);
  g_free (self);
}

static gboolean
has_start (const GString *line, const Phrase *phrase)
{
  gboolean label = phrase->text[phrase->length - 1] == ':';

  return line->len >= phrase->length && (label || line->len <= START_MAX_BYTES) &&
         memcmp (line->str, phrase->text, phrase->length) == 0;
}

static const AccordPhrases *
find (const AccordPatterns *self, const GString *line)
{
  const AccordPhrases *list = g_hash_table_lookup (self->whole, line->str);

  const GArray *starts = self->starts[(guchar) line->str[0]];

  for (guint i = 0; list == NULL && i < starts->len; i++)
    if (has_start (line, &g_array_index (starts, Phrase, i)))
      list = g_array_index (starts, Phrase, i).list;
  for (guint i = 0; list == NULL && i < self->parts->len; i++)
    {
      const Phrase *phrase = &g_array_index (self->parts, Phrase, i);

      if (line->len >= phrase->length && strstr (line->str, phrase->text) != NULL)
        list = phrase->list;
    }
  return list;
}

/**
 * accord_patterns_match:
 * @self: phrases
 * @text: a line, valid UTF-8
 * @length: bytes of it
 * @section: (out) (optional): whether the lines that follow are of the same kind
 *
 * Cost: the bytes of @text times the number of phrases that may stand anywhere, about a hundred.
 *
 * Returns: what the line is by its words, or NONE
 */
AccordFurniture
accord_patterns_match (const AccordPatterns *self,
                       const char *text,
                       gsize length,
                       gboolean *section)
{
  g_autoptr (GString) folded = NULL;
  const AccordPhrases *list;

  if (section != NULL)
    *section = FALSE;
  if (length > LINE_MAX_BYTES)
    return ACCORD_FURNITURE_NONE;
  trim (&text, &length);
  folded = g_string_sized_new (length + 1);
  accord_fold (folded, text, length);
  list = folded->len > 0 ? find (self, folded) : NULL;
  if (list == NULL)
    return ACCORD_FURNITURE_NONE;
  if (section != NULL)
    *section = list->section;
  return list->furniture;
}
