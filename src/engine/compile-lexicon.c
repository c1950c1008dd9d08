/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A program of the build: reads data/lexicon (concepts.tsv and a file a language) and
 * writes the compiled lexicon. With --fold it only tells what the engine makes of words,
 * for the script that makes data/lexicon. Its messages are for developers. */
#include <stdio.h>
#include <string.h>

#include "engine/accord-fold-private.h"
#include "engine/accord-lexicon-builder.h"

/* Strengths are written as one digit, weights as two. */
#define STRENGTH_MAX 9
#define WEIGHT_MAX 99

typedef struct
{
  AccordLexiconBuilder *builder;
  GHashTable *ids; /* concept's name → id + 1 */
  const char *path;
  guint line;
} Compiler;

static gboolean
fail (const Compiler *self, const char *what)
{
  fprintf (stderr, "%s:%u: %s\n", self->path, self->line, what);
  return FALSE;
}

/* "oversight7": the id of the concept and its strength of 255. */
static gboolean
parse_edge (const Compiler *self, char *item, guint32 *concept, guint8 *strength)
{
  gsize n = strlen (item);
  int digit = n > 1 ? g_ascii_digit_value (item[n - 1]) : -1;
  gpointer id;

  if (digit < 1)
    return fail (self, "a concept without a strength of 1 to 9");
  item[n - 1] = '\0';
  id = g_hash_table_lookup (self->ids, item);
  if (id == NULL)
    return fail (self, "a concept that concepts.tsv does not have");
  *concept = GPOINTER_TO_UINT (id) - 1;
  *strength = (guint8) (255 * digit / STRENGTH_MAX);
  return TRUE;
}

static gboolean
add_concept (Compiler *self, char **fields)
{
  guint64 weight = 0;
  guint32 id;

  if (fields[0] == NULL || fields[1] == NULL || fields[2] == NULL ||
      !g_ascii_string_to_unsigned (fields[1], 10, 0, WEIGHT_MAX, &weight, NULL))
    return fail (self, "not a concept, a weight of 0 to 99, and its relatives");
  if (g_hash_table_contains (self->ids, fields[0]))
    return fail (self, "a concept for the second time");
  id = accord_lexicon_builder_add_concept (self->builder, fields[0],
                                           (guint8) (weight * 255 / WEIGHT_MAX));
  g_hash_table_insert (self->ids, g_strdup (fields[0]), GUINT_TO_POINTER (id + 1));
  if (!accord_lexicon_builder_add_word (self->builder, "en", fields[0], id, 255))
    return fail (self, "a concept that is no word");
  return TRUE;
}

static gboolean
add_related (Compiler *self, char **fields)
{
  guint32 id = GPOINTER_TO_UINT (g_hash_table_lookup (self->ids, fields[0])) - 1;
  g_auto (GStrv) items = g_strsplit (fields[2], " ", -1);

  for (guint i = 0; items[i] != NULL; i++)
    {
      guint32 other = 0;
      guint8 strength = 0;

      if (*items[i] == '\0')
        continue;
      if (!parse_edge (self, items[i], &other, &strength))
        return FALSE;
      accord_lexicon_builder_relate (self->builder, id, other, strength);
    }
  return TRUE;
}

static gboolean
add_word (Compiler *self, const char *language, char **fields)
{
  g_auto (GStrv) items = NULL;

  if (fields[0] == NULL || fields[1] == NULL)
    return fail (self, "not a word and its concepts");
  items = g_strsplit (fields[1], " ", -1);
  for (guint i = 0; items[i] != NULL; i++)
    {
      guint32 concept = 0;
      guint8 strength = 0;

      if (!parse_edge (self, items[i], &concept, &strength))
        return FALSE;
      if (!accord_lexicon_builder_add_word (self->builder, language, fields[0], concept, strength))
        return fail (self, "a word that has no key");
    }
  return TRUE;
}

/* @language is NULL for concepts, "" for their relatives. */
static gboolean
add_line (Compiler *self, const char *language, const char *line)
{
  g_auto (GStrv) fields = g_strsplit (line, "\t", -1);

  if (language == NULL)
    return add_concept (self, fields);
  if (*language == '\0')
    return add_related (self, fields);
  return add_word (self, language, fields);
}

static gboolean
add_file (Compiler *self, const char *path, const char *language)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  char *next = NULL;
  gsize length = 0;

  self->path = path;
  self->line = 0;
  if (!g_file_get_contents (path, &text, &length, &error))
    return fail (self, error->message);
  if (!g_utf8_validate (text, (gssize) length, NULL))
    return fail (self, "not UTF-8");
  for (char *line = text; *line != '\0'; line = next)
    {
      next = line + strcspn (line, "\n");
      if (*next != '\0')
        *next++ = '\0';
      self->line++;
      if (*line != '\0' && *line != '#' && !add_line (self, language, line))
        return FALSE;
    }
  return TRUE;
}

/* The language of a file is its name's first part: zh of zh.tsv and of zh.cedict.tsv. */
static char *
dup_language (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);

  return g_strndup (name, strcspn (name, "."));
}

static gboolean
compile (const char *output, char **paths, int n_paths)
{
  g_autoptr (AccordLexiconBuilder) builder = accord_lexicon_builder_new ();
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  Compiler self = { .builder = builder, .ids = ids };
  const char *data;
  gsize size = 0;

  if (!add_file (&self, paths[0], NULL) || !add_file (&self, paths[0], ""))
    return FALSE;
  for (int i = 1; i < n_paths; i++)
    {
      g_autofree char *language = dup_language (paths[i]);

      if (!add_file (&self, paths[i], language))
        return FALSE;
    }
  accord_lexicon_builder_add_skeletons (builder, "ar");
  bytes = accord_lexicon_builder_build (builder);
  data = g_bytes_get_data (bytes, &size);
  self.path = output;
  return g_file_set_contents (output, data, (gssize) size, &error) || fail (&self, error->message);
}

/* Of each line of the input: its word, a tab, 1 where it is a function word. */
static gboolean
fold_lines (const char *language)
{
  g_autoptr (AccordFolder) folder = accord_folder_new (language);
  g_autoptr (GString) word = g_string_new (NULL);
  char line[1024];

  while (fgets (line, sizeof line, stdin) != NULL)
    {
      gsize n = strcspn (line, "\n");
      gboolean is_stop = FALSE;

      g_string_truncate (word, 0);
      if (g_utf8_validate (line, (gssize) n, NULL))
        is_stop = accord_folder_fold_token (folder, line, n, word);
      printf ("%s\t%d\n", word->str, is_stop);
    }
  return TRUE;
}

int
main (int argc, char **argv)
{
  if (argc == 3 && g_str_equal (argv[1], "--fold"))
    return fold_lines (argv[2]) ? 0 : 1;
  if (argc < 4)
    {
      fprintf (stderr, "usage: %s OUTPUT concepts.tsv LANGUAGE.tsv…\n       %s --fold LANGUAGE\n",
               argv[0], argv[0]);
      return 2;
    }
  return compile (argv[1], argv + 2, argc - 2) ? 0 : 1;
}
