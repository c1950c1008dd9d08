/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A codebook of REFI-QDA. Codes at the top are themes, all below them principles, named by
 * their path; a code at the top that can be given itself is a principle of its theme too. Of
 * the description, lines such as "en: privacy; data protection" are terms. */
#include "documents/accord-codebook-file.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "engine/accord-language.h"

#define MOST_DEPTH 64u
#define MOST_CODES 20000u

/**
 * Code:
 * @path: names from below the theme on
 * @depth: 0 at the top
 */
typedef struct
{
  char *id;
  char *name;
  char *path;
  char *colour;
  gboolean codable;
  guint depth;
  GString *description;
} Code;

typedef struct
{
  GPtrArray *codes;
  GPtrArray *open;
  gboolean in_description;
} Reader;

static void
code_free (gpointer data)
{
  Code *code = data;

  g_free (code->id);
  g_free (code->name);
  g_free (code->path);
  g_free (code->colour);
  g_string_free (code->description, TRUE);
  g_free (code);
}

static const char *
find (const char **names, const char **values, const char *name)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], name))
      return values[i];
  return NULL;
}

/* Code elements of a project are within its CodeBook only; other elements are passed over. */
static void
start_cb (GMarkupParseContext *context,
          const char *element,
          const char **names,
          const char **values,
          gpointer data,
          GError **error)
{
  Reader *self = data;
  const char *guid = find (names, values, "guid"), *name = find (names, values, "name");
  const char *codable = find (names, values, "isCodable");
  const Code *parent =
    self->open->len > 0 ? g_ptr_array_index (self->open, self->open->len - 1) : NULL;
  Code *code = NULL;

  self->in_description = g_str_equal (element, "Description") && parent != NULL;
  if (!g_str_equal (element, "Code"))
    return;
  if (guid == NULL || name == NULL || self->open->len >= MOST_DEPTH ||
      self->codes->len >= MOST_CODES)
    {
      g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT,
                   _ ("a code has no name, or there are more than %u of them or %u levels"),
                   MOST_CODES, MOST_DEPTH);
      return;
    }
  code = g_new0 (Code, 1);
  code->id = g_strdup (guid);
  code->name = g_strdup (name);
  code->colour = g_strdup (find (names, values, "color"));
  code->codable = codable == NULL || !g_str_equal (codable, "false");
  code->depth = self->open->len;
  code->description = g_string_new (NULL);
  code->path = parent != NULL && code->depth > 1 ? g_strconcat (parent->path, " / ", name, NULL)
                                                 : g_strdup (name);
  g_ptr_array_add (self->codes, code);
  g_ptr_array_add (self->open, code);
}

static void
end_cb (GMarkupParseContext *context, const char *element, gpointer data, GError **error)
{
  Reader *self = data;

  if (g_str_equal (element, "Code"))
    g_ptr_array_set_size (self->open, (gint) self->open->len - 1);
  self->in_description = FALSE;
}

static void
text_cb (
  GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  Reader *self = data;

  if (self->in_description)
    g_string_append_len (
      ((Code *) g_ptr_array_index (self->open, self->open->len - 1))->description, text,
      (gssize) length);
}

/* The language before the colon of a line of terms; NULL where the line is none. */
static const char *
language_of (const char *line)
{
  const char *colon = strstr (line, ": ");
  g_autofree char *tag =
    colon != NULL && colon - line <= 8 ? g_strndup (line, (gsize) (colon - line)) : NULL;

  if (tag == NULL || strlen (tag) < 2 || !g_ascii_islower (tag[0]) || !g_ascii_islower (tag[1]) ||
      (tag[2] != '\0' && tag[2] != '-') ||
      strspn (tag, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-") != strlen (tag))
    return NULL;
  return accord_language_intern (tag);
}

static void
add_terms (AccordCodebookBuilder *builder, const char *line, const char *language)
{
  g_auto (GStrv) words = g_strsplit (strstr (line, ": ") + 2, ";", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      AccordTerm term = { .language = language, .text = g_strstrip (words[i]) };

      if (*term.text != '\0')
        accord_codebook_builder_add_term (builder, &term);
    }
}

static gboolean
is_colour (const char *colour)
{
  return colour != NULL && colour[0] == '#' && strlen (colour) == 7 &&
         strspn (colour + 1, "0123456789abcdefABCDEF") == 6;
}

static void
add_principle (AccordCodebookBuilder *builder, const Code *code)
{
  g_auto (GStrv) lines = g_strsplit (code->description->str, "\n", -1);
  g_autoptr (GString) definition = g_string_new (NULL);

  accord_codebook_builder_add_principle (builder, code->id,
                                         is_colour (code->colour) ? code->colour : NULL);
  accord_codebook_builder_add_sentence (builder, ACCORD_WHAT_NAME, accord_language_intern ("en"),
                                        code->path);
  for (guint i = 0; lines[i] != NULL; i++)
    if (language_of (lines[i]) == NULL && *g_strstrip (lines[i]) != '\0')
      g_string_append_printf (definition, "%s%s", definition->len > 0 ? "\n" : "", lines[i]);
  if (definition->len > 0)
    accord_codebook_builder_add_sentence (builder, ACCORD_WHAT_DEFINITION,
                                          accord_language_intern ("en"), definition->str);
  for (guint i = 0; lines[i] != NULL; i++)
    if (language_of (lines[i]) != NULL)
      add_terms (builder, lines[i], language_of (lines[i]));
}

/* A theme cannot have the id of its principle. */
static void
add_theme (AccordCodebookBuilder *builder, const Code *code, gboolean has_children)
{
  g_autofree char *id = g_strconcat ("theme-", code->id, NULL);

  accord_codebook_builder_add_theme (builder, id);
  accord_codebook_builder_add_theme_name (builder, accord_language_intern ("en"), code->name);
  if (code->codable || !has_children)
    add_principle (builder, code);
}

static AccordCodebook *
build (const Reader *self, const char *id, GError **error)
{
  g_autoptr (AccordCodebookBuilder) builder = accord_codebook_builder_new (id);

  accord_codebook_builder_add_name (builder, accord_language_intern ("en"), id);
  for (guint i = 0; i < self->codes->len; i++)
    {
      const Code *code = g_ptr_array_index (self->codes, i);
      const Code *next = i + 1 < self->codes->len ? g_ptr_array_index (self->codes, i + 1) : NULL;

      if (code->depth == 0)
        add_theme (builder, code, next != NULL && next->depth > 0);
      else
        add_principle (builder, code);
    }
  return accord_codebook_builder_end (builder, error);
}

/**
 * accord_codebook_from_qdc:
 * @data: XML of REFI-QDA, a codebook or a project
 * @length: in bytes
 * @id: of the codebook
 * @error: return location for an error
 *
 * Returns: (transfer full): a codebook, or NULL with G_MARKUP_ERROR or what the builder finds
 */
AccordCodebook *
accord_codebook_from_qdc (const char *data, gsize length, const char *id, GError **error)
{
  static const GMarkupParser PARSER = { start_cb, end_cb, text_cb, NULL, NULL };
  g_autoptr (GPtrArray) codes = g_ptr_array_new_with_free_func (code_free);
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  Reader self = { codes, open, FALSE };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&PARSER, 0, &self, NULL);

  if (length >= 3 && memcmp (data, "\xEF\xBB\xBF", 3) == 0)
    {
      data += 3;
      length -= 3;
    }
  if (!g_markup_parse_context_parse (context, data, (gssize) length, error) ||
      !g_markup_parse_context_end_parse (context, error))
    return NULL;
  if (codes->len == 0)
    {
      g_set_error_literal (error, G_MARKUP_ERROR, G_MARKUP_ERROR_EMPTY,
                           _ ("there is no code in it"));
      return NULL;
    }
  return build (&self, id, error);
}
