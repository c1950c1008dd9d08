/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The canonical form of a codebook: every member, sorted, languages by their tags,
 * one sentence or the terms of one language a line. Its hash names the codebook. */
#include "documents/accord-codebook-file.h"

#include <string.h>

static int
compare_languages (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
add_language (GPtrArray *languages, const char *language)
{
  if (!g_ptr_array_find (languages, language, NULL))
    g_ptr_array_add (languages, (gpointer) language);
}

/* The first of a language counts. Tags are interned. */
static const char *
text_in (const AccordLocalized *texts, guint n, const char *language)
{
  for (guint i = 0; i < n; i++)
    if (texts[i].language == language)
      return texts[i].text;
  return NULL;
}

static void
write_texts (AccordJsonWriter *writer, const char *key, const AccordLocalized *texts, guint n)
{
  g_autoptr (GPtrArray) languages = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    add_language (languages, texts[i].language);
  g_ptr_array_sort (languages, compare_languages);
  accord_json_line (writer);
  accord_json_key (writer, key);
  accord_json_begin_object (writer);
  for (guint i = 0; i < languages->len; i++)
    {
      const char *language = g_ptr_array_index (languages, i);

      accord_json_key (writer, language);
      accord_json_string (writer, text_in (texts, n, language));
    }
  accord_json_end_object (writer);
}

static void
write_term (AccordJsonWriter *writer, const AccordTerm *term)
{
  gboolean plain = term->gap == 0 && term->near == 0 && !term->case_sensitive && !term->against &&
                   term->excludes == NULL;

  if (plain)
    {
      accord_json_string (writer, term->text);
      return;
    }
  accord_json_begin_object (writer);
  if (term->against)
    {
      accord_json_key (writer, "against");
      accord_json_bool (writer, TRUE);
    }
  if (term->case_sensitive)
    {
      accord_json_key (writer, "case");
      accord_json_bool (writer, TRUE);
    }
  if (term->gap > 0)
    {
      accord_json_key (writer, "gap");
      accord_json_int (writer, term->gap);
    }
  if (term->near > 0)
    {
      accord_json_key (writer, "near");
      accord_json_int (writer, term->near);
    }
  if (term->excludes != NULL)
    {
      accord_json_key (writer, "not");
      accord_json_begin_array (writer);
      for (guint i = 0; term->excludes[i] != NULL; i++)
        accord_json_string (writer, term->excludes[i]);
      accord_json_end_array (writer);
    }
  accord_json_key (writer, "text");
  accord_json_string (writer, term->text);
  accord_json_end_object (writer);
}

static void
write_terms (AccordJsonWriter *writer, const AccordTerm *terms, guint n)
{
  g_autoptr (GPtrArray) languages = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    add_language (languages, terms[i].language);
  g_ptr_array_sort (languages, compare_languages);
  accord_json_line (writer);
  accord_json_key (writer, "terms");
  accord_json_begin_object (writer);
  for (guint i = 0; i < languages->len; i++)
    {
      const char *language = g_ptr_array_index (languages, i);

      accord_json_line (writer);
      accord_json_key (writer, language);
      accord_json_begin_array (writer);
      for (guint k = 0; k < n; k++)
        if (terms[k].language == language)
          write_term (writer, &terms[k]);
      accord_json_end_array (writer);
    }
  accord_json_end_object (writer);
}

static void
write_sentences (AccordCodebook *codebook,
                 guint principle,
                 AccordWhat what,
                 const char *key,
                 AccordJsonWriter *writer)
{
  guint n = 0;
  const AccordLocalized *texts = accord_codebook_get_sentences (codebook, principle, what, &n);

  write_texts (writer, key, texts, n);
}

static void
write_principle (AccordCodebook *codebook, guint index, AccordJsonWriter *writer)
{
  guint n = 0;
  const AccordPrinciple *principle = &accord_codebook_get_principles (codebook, &n)[index];

  accord_json_line (writer);
  accord_json_begin_object (writer);
  accord_json_key (writer, "colour");
  accord_json_string (writer, principle->colour);
  write_sentences (codebook, index, ACCORD_WHAT_DEFINITION, "definition", writer);
  write_sentences (codebook, index, ACCORD_WHAT_EXCLUDE, "exclude", writer);
  accord_json_line (writer);
  accord_json_key (writer, "id");
  accord_json_string (writer, principle->id);
  write_sentences (codebook, index, ACCORD_WHAT_INCLUDE, "include", writer);
  write_sentences (codebook, index, ACCORD_WHAT_NAME, "name", writer);
  write_terms (writer, accord_codebook_get_terms (codebook, &n) + principle->first_term,
               principle->n_terms);
  accord_json_end_object (writer);
}

static void
write_theme (AccordCodebook *codebook, guint index, AccordJsonWriter *writer)
{
  guint n = 0;
  const AccordTheme *theme = &accord_codebook_get_themes (codebook, &n)[index];
  const AccordLocalized *names = accord_codebook_get_theme_names (codebook, index, &n);

  accord_json_line (writer);
  accord_json_begin_object (writer);
  accord_json_key (writer, "id");
  accord_json_string (writer, theme->id);
  write_texts (writer, "name", names, n);
  accord_json_line (writer);
  accord_json_key (writer, "principles");
  accord_json_begin_array (writer);
  for (guint i = 0; i < theme->n_principles; i++)
    write_principle (codebook, theme->first_principle + i, writer);
  accord_json_end_array (writer);
  accord_json_end_object (writer);
}

/**
 * accord_codebook_write:
 * @codebook: a codebook
 * @writer: where to
 *
 * Writes it whole, in the canonical form: what accord_codebook_from_json() makes of it is written
 * as the same bytes again.
 */
void
accord_codebook_write (AccordCodebook *codebook, AccordJsonWriter *writer)
{
  guint n_names = 0, n_themes = 0;
  const AccordLocalized *names = accord_codebook_get_names (codebook, &n_names);

  accord_codebook_get_themes (codebook, &n_themes);
  accord_json_begin_object (writer);
  accord_json_line (writer);
  accord_json_key (writer, "format");
  accord_json_string (writer, "accord-codebook");
  accord_json_line (writer);
  accord_json_key (writer, "id");
  accord_json_string (writer, accord_codebook_get_id (codebook));
  write_texts (writer, "name", names, n_names);
  accord_json_line (writer);
  accord_json_key (writer, "themes");
  accord_json_begin_array (writer);
  for (guint i = 0; i < n_themes; i++)
    write_theme (codebook, i, writer);
  accord_json_end_array (writer);
  accord_json_line (writer);
  accord_json_key (writer, "version");
  accord_json_int (writer, 1);
  accord_json_line (writer);
  accord_json_end_object (writer);
}

/**
 * accord_codebook_dup_sha256:
 * @codebook: a codebook
 *
 * Returns: (transfer full): SHA-256 of its canonical form, in hexadecimal
 */
char *
accord_codebook_dup_sha256 (AccordCodebook *codebook)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (AccordJsonWriter) writer = accord_json_writer_new (out);

  accord_codebook_write (codebook, writer);
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) out->str, out->len);
}
