/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shipped lexicon is mapped, not read. A user's pairs are a text of three columns
 * parted by tabs: a term, a term that means the same, their languages ("en zh"). Empty
 * lines and those that begin with # are passed over. */
#include "documents/accord-lexicon-file.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "documents/accord-data.h"
#include "documents/accord-loader-error.h"

#define TERMS_MAX_BYTES (4u << 20)
#define TERMS_MAX_PAIRS 50000u

/* Strings belong to the text that was read, which outlives this. */
typedef struct
{
  GArray *pairs;
  GArray *lines; /* of each pair its line, from 1 */
} Terms;

/**
 * accord_lexicon_load:
 * @path: (nullable): a compiled lexicon, or NULL for the one that ships with the program
 * @error: return location for an error
 *
 * Cost: the file is mapped and its header checked, below 1 ms whatever its size. The file must
 * not be cut while it is in use; programs that install replace it as a whole.
 *
 * Returns: (transfer full): the lexicon, or NULL with ACCORD_LOADER_ERROR_IO where it cannot be
 *   opened, ACCORD_LOADER_ERROR_MALFORMED where it is damaged or of another version
 */
AccordLexicon *
accord_lexicon_load (const char *path, GError **error)
{
  g_autofree char *shipped = path == NULL ? accord_data_dup_lexicon_path () : NULL;
  g_autoptr (GMappedFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) local = NULL;
  AccordLexicon *lexicon;

  file = g_mapped_file_new (path != NULL ? path : shipped, FALSE, &local);
  if (file == NULL)
    {
      g_set_error (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_IO,
                   _ ("could not be opened: %s"), local->message);
      return NULL;
    }
  bytes = g_mapped_file_get_bytes (file);
  lexicon = accord_lexicon_new (bytes, &local);
  if (lexicon == NULL)
    g_set_error_literal (
      error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_MALFORMED,
      _ ("is not a lexicon that this version reads, or is damaged: install it again"));
  return lexicon;
}

static gboolean
fail (GError **error, guint line, const char *sentence)
{
  g_set_error (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_MALFORMED,
               /* Translators: a line of a file, and what is wrong there */
               _ ("line %u: %s"), line, sentence);
  return FALSE;
}

static gboolean
fail_too_large (GError **error, const char *sentence)
{
  g_set_error_literal (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_TOO_LARGE, sentence);
  return FALSE;
}

static gboolean
is_tag (const char *tag)
{
  gsize n = strlen (tag);

  for (gsize i = 0; i < n; i++)
    if (!g_ascii_isalnum (tag[i]) && tag[i] != '-')
      return FALSE;
  return n >= 2 && n <= 35;
}

/* "en zh" or "en,zh", cut where it stands; "en" alone stands for both. */
static gboolean
parse_languages (char *text, AccordTermPair *pair)
{
  char *first = text + strspn (text, " ,;");
  char *behind = first + strcspn (first, " ,;");
  char *second = behind + strspn (behind, " ,;");
  char *end = second + strcspn (second, " ,;");

  if (end[strspn (end, " ,;")] != '\0')
    return FALSE;
  *behind = '\0';
  *end = '\0';
  pair->language[0] = first;
  pair->language[1] = *second != '\0' ? second : first;
  return is_tag (pair->language[0]) && is_tag (pair->language[1]);
}

/* Cuts @text at tabs and takes off spaces; FALSE where there are not three parts. */
static gboolean
split_line (char *text, char *parts[3])
{
  for (guint i = 0; i < 3; i++)
    {
      char *next = i < 2 ? strchr (text, '\t') : NULL;

      if (i < 2 && next == NULL)
        return FALSE;
      if (next != NULL)
        *next++ = '\0';
      parts[i] = g_strstrip (text);
      text = next;
    }
  return strchr (parts[2], '\t') == NULL;
}

static gboolean
read_line (Terms *terms, char *text, guint line, GError **error)
{
  AccordTermPair pair;
  char *parts[3];

  if (*text == '#' || text[strspn (text, " \t\r")] == '\0')
    return TRUE;
  if (terms->pairs->len == TERMS_MAX_PAIRS)
    {
      g_autofree char *sentence =
        g_strdup_printf (_ ("has more than %u pairs of terms"), TERMS_MAX_PAIRS);

      return fail_too_large (error, sentence);
    }
  if (!split_line (text, parts) || *parts[0] == '\0' || *parts[1] == '\0')
    return fail (error, line, _ ("must be two terms and their languages, parted by tabs"));
  if (!parse_languages (parts[2], &pair))
    return fail (error, line, _ ("the languages must be two tags such as “en zh”"));
  pair.word[0] = parts[0];
  pair.word[1] = parts[1];
  g_array_append_val (terms->pairs, pair);
  g_array_append_val (terms->lines, line);
  return TRUE;
}

static gboolean
read_lines (Terms *terms, char *text, GError **error)
{
  guint line = 1;
  char *next;

  for (char *at = text; at != NULL; at = next, line++)
    {
      next = strchr (at, '\n');
      if (next != NULL)
        *next++ = '\0';
      if (!read_line (terms, at, line, error))
        return FALSE;
    }
  return TRUE;
}

/* The text of the file without a byte order mark; @text is to be freed, what is returned is not. */
static char *
read_text (const char *path, char **text, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GError) local = NULL;
  gsize length = 0;

  *text = g_malloc (TERMS_MAX_BYTES + 2);
  stream = g_file_read (file, NULL, &local);
  if (stream == NULL || !g_input_stream_read_all (G_INPUT_STREAM (stream), *text,
                                                  TERMS_MAX_BYTES + 1, &length, NULL, &local))
    {
      g_set_error (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_IO,
                   _ ("could not be opened: %s"), local->message);
      return NULL;
    }
  (*text)[length] = '\0';
  if (length > TERMS_MAX_BYTES)
    {
      g_autofree char *sentence =
        g_strdup_printf (_ ("has more than %u MiB"), TERMS_MAX_BYTES >> 20);

      fail_too_large (error, sentence);
      return NULL;
    }
  if (!g_utf8_validate (*text, (gssize) length, NULL))
    {
      g_set_error_literal (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_MALFORMED,
                           _ ("is not valid UTF-8: save it as UTF-8 first"));
      return NULL;
    }
  return *text + (g_str_has_prefix (*text, "\xEF\xBB\xBF") ? 3 : 0);
}

/**
 * accord_lexicon_load_terms:
 * @path: a file of pairs of terms, UTF-8, at most 4 MiB and 50,000 pairs
 * @base: (nullable): the lexicon to add them to, which is not changed; without pairs of a user's
 * @error: return location for an error
 *
 * Cost: linear in the file; folding a term takes some 2 µs.
 *
 * Returns: (transfer full): @base with the pairs, or NULL with ACCORD_LOADER_ERROR_IO,
 *   ACCORD_LOADER_ERROR_TOO_LARGE, or ACCORD_LOADER_ERROR_MALFORMED, whose message names the line
 */
AccordLexicon *
accord_lexicon_load_terms (const char *path, AccordLexicon *base, GError **error)
{
  g_autofree char *text = NULL;
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (AccordTermPair));
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (guint));
  Terms terms = { pairs, lines };
  char *start = read_text (path, &text, error);
  AccordLexicon *lexicon;
  guint failed = 0;

  if (start == NULL || !read_lines (&terms, start, error))
    return NULL;
  lexicon = accord_lexicon_new_with_pairs (base, (const AccordTermPair *) (gpointer) pairs->data,
                                           pairs->len, &failed, NULL);
  if (lexicon == NULL)
    fail (error, g_array_index (lines, guint, failed),
          _ ("a term must have one to three words, or one to six Chinese characters"));
  return lexicon;
}

/**
 * accord_lexicon_dup_summary:
 *
 * What the program's version and its window About tell of the shipped lexicon.
 *
 * Returns: (transfer full): the languages it has words of, or why there is none
 */
char *
accord_lexicon_dup_summary (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordLexicon) lexicon = accord_lexicon_load (NULL, &error);
  GString *summary;

  if (lexicon == NULL)
    return g_strdup_printf (_ ("no lexicon, links across languages are few: %s"), error->message);
  summary = g_string_new (_ ("lexicon of"));
  for (guint i = 0; i < accord_lexicon_get_n_languages (lexicon); i++)
    g_string_append_printf (summary, " %s", accord_lexicon_get_language (lexicon, (int) i));
  return g_string_free (summary, FALSE);
}
