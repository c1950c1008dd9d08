/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A codebook holds flat arrays; a theme owns a run of principles, a principle a
 * run of terms. The builder fills the same arrays in order of addition. */
#include "engine/accord-codebook.h"

#include <string.h>

#include "engine/accord-engine-error.h"
#include "engine/accord-language.h"

/* Invariants: principles of a theme and terms of a principle stand together, in the
 * order of their owners; ids are unique; every string belongs to strings or is interned.
 * names[0] is the codebook's own; theme_names and sentences are arrays of GArray. */
struct _AccordCodebook
{
  const char *id;
  GStringChunk *strings;
  GPtrArray *excludes; /* owned: NULL-terminated arrays of borrowed strings */
  GArray *names;
  GArray *themes;
  GPtrArray *theme_names;
  GArray *principles;
  GPtrArray *sentences; /* ACCORD_N_WHATS arrays a principle */
  GArray *terms;
  GHashTable *principle_ids;
};

struct _AccordCodebookBuilder
{
  AccordCodebook *codebook;
  GHashTable *theme_ids;
  GError *error; /* nullable: the first fault, told at the end */
};

static void
codebook_clear (gpointer data)
{
  AccordCodebook *self = data;

  g_clear_pointer (&self->strings, g_string_chunk_free);
  g_clear_pointer (&self->excludes, g_ptr_array_unref);
  g_clear_pointer (&self->names, g_array_unref);
  g_clear_pointer (&self->themes, g_array_unref);
  g_clear_pointer (&self->theme_names, g_ptr_array_unref);
  g_clear_pointer (&self->principles, g_array_unref);
  g_clear_pointer (&self->sentences, g_ptr_array_unref);
  g_clear_pointer (&self->terms, g_array_unref);
  g_clear_pointer (&self->principle_ids, g_hash_table_unref);
}

static const char *
keep (AccordCodebook *self, const char *string)
{
  return string != NULL ? g_string_chunk_insert_const (self->strings, string) : NULL;
}

static GArray *
localized_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (AccordLocalized));
}

static void
append_localized (AccordCodebook *self, GArray *array, const char *language, const char *text)
{
  AccordLocalized localized = { accord_language_intern (language), keep (self, text) };

  g_array_append_val (array, localized);
}

static void
fail (AccordCodebookBuilder *self, AccordEngineError code, const char *format, const char *what)
{
  if (self->error == NULL)
    self->error = g_error_new (ACCORD_ENGINE_ERROR, code, "%s: %s", format, what);
}

/**
 * accord_codebook_builder_new:
 * @id: the codebook's id
 *
 * Returns: (transfer full): an empty builder
 */
AccordCodebookBuilder *
accord_codebook_builder_new (const char *id)
{
  AccordCodebookBuilder *self = g_new0 (AccordCodebookBuilder, 1);
  AccordCodebook *codebook = g_atomic_rc_box_new0 (AccordCodebook);

  codebook->strings = g_string_chunk_new (4096);
  codebook->id = keep (codebook, id);
  codebook->excludes = g_ptr_array_new_with_free_func (g_free);
  codebook->names = localized_new ();
  codebook->themes = g_array_new (FALSE, FALSE, sizeof (AccordTheme));
  codebook->theme_names = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  codebook->principles = g_array_new (FALSE, FALSE, sizeof (AccordPrinciple));
  codebook->sentences = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  codebook->terms = g_array_new (FALSE, FALSE, sizeof (AccordTerm));
  codebook->principle_ids = g_hash_table_new (g_str_hash, g_str_equal);
  self->codebook = codebook;
  self->theme_ids = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

/**
 * accord_codebook_builder_free:
 * @self: (transfer full): a builder
 */
void
accord_codebook_builder_free (AccordCodebookBuilder *self)
{
  g_clear_pointer (&self->codebook, accord_codebook_unref);
  g_hash_table_unref (self->theme_ids);
  g_clear_error (&self->error);
  g_free (self);
}

/**
 * accord_codebook_builder_add_name:
 * @self: a builder
 * @language: a BCP 47 tag
 * @text: the codebook's name in it
 */
void
accord_codebook_builder_add_name (AccordCodebookBuilder *self,
                                  const char *language,
                                  const char *text)
{
  append_localized (self->codebook, self->codebook->names, language, text);
}

/**
 * accord_codebook_builder_add_theme:
 * @self: a builder
 * @id: its id, unique among themes
 *
 * Begins a theme; what follows belongs to it.
 */
void
accord_codebook_builder_add_theme (AccordCodebookBuilder *self, const char *id)
{
  AccordCodebook *codebook = self->codebook;
  AccordTheme theme = { keep (codebook, id), codebook->principles->len, 0 };

  if (!g_hash_table_add (self->theme_ids, (gpointer) theme.id))
    fail (self, ACCORD_ENGINE_ERROR_INVALID, "two themes have one id", id);
  g_array_append_val (codebook->themes, theme);
  g_ptr_array_add (codebook->theme_names, localized_new ());
}

/**
 * accord_codebook_builder_add_theme_name:
 * @self: a builder that has a theme
 * @language: a BCP 47 tag
 * @text: the last theme's name in it
 */
void
accord_codebook_builder_add_theme_name (AccordCodebookBuilder *self,
                                        const char *language,
                                        const char *text)
{
  GPtrArray *names = self->codebook->theme_names;

  g_return_if_fail (names->len > 0);

  append_localized (self->codebook, g_ptr_array_index (names, names->len - 1), language, text);
}

/**
 * accord_codebook_builder_add_principle:
 * @self: a builder that has a theme
 * @id: its id, unique in the codebook
 * @colour: (nullable): "#rrggbb"
 *
 * Begins a principle of the last theme; what follows belongs to it.
 */
void
accord_codebook_builder_add_principle (AccordCodebookBuilder *self,
                                       const char *id,
                                       const char *colour)
{
  AccordCodebook *codebook = self->codebook;
  AccordPrinciple principle = { keep (codebook, id), keep (codebook, colour),
                                codebook->themes->len - 1, codebook->terms->len, 0 };

  g_return_if_fail (codebook->themes->len > 0);

  if (!g_hash_table_insert (codebook->principle_ids, (gpointer) principle.id,
                            GUINT_TO_POINTER (codebook->principles->len)))
    fail (self, ACCORD_ENGINE_ERROR_INVALID, "two principles have one id", id);
  g_array_append_val (codebook->principles, principle);
  g_array_index (codebook->themes, AccordTheme, codebook->themes->len - 1).n_principles++;
  for (guint i = 0; i < ACCORD_N_WHATS; i++)
    g_ptr_array_add (codebook->sentences, localized_new ());
}

/**
 * accord_codebook_builder_add_sentence:
 * @self: a builder that has a principle
 * @what: which sentence
 * @language: a BCP 47 tag
 * @text: the last principle's sentence in it
 */
void
accord_codebook_builder_add_sentence (AccordCodebookBuilder *self,
                                      AccordWhat what,
                                      const char *language,
                                      const char *text)
{
  AccordCodebook *codebook = self->codebook;
  guint last = codebook->principles->len - 1;

  g_return_if_fail (codebook->principles->len > 0 && what < ACCORD_N_WHATS);

  append_localized (codebook, g_ptr_array_index (codebook->sentences, last * ACCORD_N_WHATS + what),
                    language, text);
}

static const char *const *
keep_excludes (AccordCodebook *self, const char *const *excludes)
{
  guint n = excludes != NULL ? g_strv_length ((char **) excludes) : 0;
  const char **copy = NULL;

  if (n == 0)
    return NULL;
  copy = g_new0 (const char *, n + 1);
  for (guint i = 0; i < n; i++)
    copy[i] = keep (self, excludes[i]);
  g_ptr_array_add (self->excludes, copy);
  return copy;
}

/**
 * accord_codebook_builder_add_term:
 * @self: a builder that has a principle
 * @term: a term, copied; its principle is the last one, whatever it says
 */
void
accord_codebook_builder_add_term (AccordCodebookBuilder *self, const AccordTerm *term)
{
  AccordCodebook *codebook = self->codebook;
  AccordTerm copy = *term;

  g_return_if_fail (codebook->principles->len > 0);

  if (codebook->terms->len >= ACCORD_CODEBOOK_MAX_TERMS)
    {
      fail (self, ACCORD_ENGINE_ERROR_TOO_LARGE, "a codebook has at most 200,000 terms",
            codebook->id);
      return;
    }
  copy.language = accord_language_intern (term->language);
  copy.text = keep (codebook, term->text);
  copy.gap = MIN (term->gap, ACCORD_TERM_MAX_GAP);
  copy.near = MIN (term->near, ACCORD_TERM_MAX_NEAR);
  copy.excludes = keep_excludes (codebook, term->excludes);
  copy.principle = codebook->principles->len - 1;
  g_array_append_val (codebook->terms, copy);
  g_array_index (codebook->principles, AccordPrinciple, copy.principle).n_terms++;
}

/**
 * accord_codebook_builder_end:
 * @self: a builder; afterwards it can only be freed
 * @error: return location for an error
 *
 * Returns: (transfer full): the codebook, or NULL with ACCORD_ENGINE_ERROR_INVALID
 *   (two of one id) or ACCORD_ENGINE_ERROR_TOO_LARGE (over ACCORD_CODEBOOK_MAX_TERMS)
 */
AccordCodebook *
accord_codebook_builder_end (AccordCodebookBuilder *self, GError **error)
{
  if (self->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->error));
      return NULL;
    }
  return g_steal_pointer (&self->codebook);
}

/**
 * accord_codebook_ref:
 * @self: a codebook
 *
 * Returns: (transfer full): @self
 */
AccordCodebook *
accord_codebook_ref (AccordCodebook *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * accord_codebook_unref:
 * @self: (transfer full): a codebook
 */
void
accord_codebook_unref (AccordCodebook *self)
{
  g_atomic_rc_box_release_full (self, codebook_clear);
}

/**
 * accord_codebook_get_id:
 * @self: a codebook
 *
 * Returns: (transfer none): its id
 */
const char *
accord_codebook_get_id (const AccordCodebook *self)
{
  return self->id;
}

static gconstpointer
array_of (GArray *array, guint *n)
{
  *n = array->len;
  return array->data;
}

/**
 * accord_codebook_get_names:
 * @self: a codebook
 * @n_names: (out): their number
 *
 * Returns: (transfer none) (array length=n_names): its name in each language
 */
const AccordLocalized *
accord_codebook_get_names (const AccordCodebook *self, guint *n_names)
{
  return array_of (self->names, n_names);
}

/**
 * accord_codebook_get_themes:
 * @self: a codebook
 * @n_themes: (out): their number
 *
 * Returns: (transfer none) (array length=n_themes): the themes in order
 */
const AccordTheme *
accord_codebook_get_themes (const AccordCodebook *self, guint *n_themes)
{
  return array_of (self->themes, n_themes);
}

/**
 * accord_codebook_get_principles:
 * @self: a codebook
 * @n_principles: (out): their number
 *
 * Returns: (transfer none) (array length=n_principles): the principles of all themes in order
 */
const AccordPrinciple *
accord_codebook_get_principles (const AccordCodebook *self, guint *n_principles)
{
  return array_of (self->principles, n_principles);
}

/**
 * accord_codebook_get_terms:
 * @self: a codebook
 * @n_terms: (out): their number
 *
 * Returns: (transfer none) (array length=n_terms): the terms of all principles in order
 */
const AccordTerm *
accord_codebook_get_terms (const AccordCodebook *self, guint *n_terms)
{
  return array_of (self->terms, n_terms);
}

/**
 * accord_codebook_get_theme_names:
 * @self: a codebook
 * @theme: index of a theme
 * @n_names: (out): their number
 *
 * Returns: (transfer none) (array length=n_names): its name in each language
 */
const AccordLocalized *
accord_codebook_get_theme_names (const AccordCodebook *self, guint theme, guint *n_names)
{
  *n_names = 0;
  g_return_val_if_fail (theme < self->themes->len, NULL);

  return array_of (g_ptr_array_index (self->theme_names, theme), n_names);
}

/**
 * accord_codebook_get_sentences:
 * @self: a codebook
 * @principle: index of a principle
 * @what: which sentence
 * @n_sentences: (out): their number
 *
 * Returns: (transfer none) (array length=n_sentences): the sentence in each language
 */
const AccordLocalized *
accord_codebook_get_sentences (const AccordCodebook *self,
                               guint principle,
                               AccordWhat what,
                               guint *n_sentences)
{
  *n_sentences = 0;
  g_return_val_if_fail (principle < self->principles->len && what < ACCORD_N_WHATS, NULL);

  return array_of (g_ptr_array_index (self->sentences, principle * ACCORD_N_WHATS + what),
                   n_sentences);
}

/* The text in @language, or in its first subtag, in English, in any; NULL only where there is none.
 */
static const char *
best_of (const AccordLocalized *all, guint n, const char *language)
{
  const char *fallback = n > 0 ? all[0].text : NULL;

  for (guint i = 0; i < n; i++)
    if (language != NULL && accord_language_matches (language, all[i].language))
      return all[i].text;
  for (guint i = 0; i < n; i++)
    if (g_str_equal (all[i].language, "en"))
      return all[i].text;
  return fallback;
}

/**
 * accord_codebook_get_name:
 * @self: a codebook
 * @language: (nullable): the wished BCP 47 tag
 *
 * Returns: (transfer none): its name in that language, else in English, else in any, else its id
 */
const char *
accord_codebook_get_name (const AccordCodebook *self, const char *language)
{
  const char *name =
    best_of ((const AccordLocalized *) (gpointer) self->names->data, self->names->len, language);

  return name != NULL ? name : self->id;
}

/**
 * accord_codebook_get_theme_name:
 * @self: a codebook
 * @theme: index of a theme
 * @language: (nullable): the wished BCP 47 tag
 *
 * Returns: (transfer none): its name in that language, else in English, else in any, else its id
 */
const char *
accord_codebook_get_theme_name (const AccordCodebook *self, guint theme, const char *language)
{
  guint n = 0;
  const AccordLocalized *names = accord_codebook_get_theme_names (self, theme, &n);
  const char *name = best_of (names, n, language);

  return name != NULL ? name : g_array_index (self->themes, AccordTheme, theme).id;
}

/**
 * accord_codebook_get_sentence:
 * @self: a codebook
 * @principle: index of a principle
 * @what: which sentence
 * @language: (nullable): the wished BCP 47 tag
 *
 * Returns: (transfer none) (nullable): the sentence in that language, else in English, else in any;
 *   where there is none, the id for a name and NULL for the others
 */
const char *
accord_codebook_get_sentence (const AccordCodebook *self,
                              guint principle,
                              AccordWhat what,
                              const char *language)
{
  guint n = 0;
  const AccordLocalized *sentences = accord_codebook_get_sentences (self, principle, what, &n);
  const char *sentence = best_of (sentences, n, language);

  if (sentence == NULL && what == ACCORD_WHAT_NAME)
    return g_array_index (self->principles, AccordPrinciple, principle).id;
  return sentence;
}

/**
 * accord_codebook_find_principle:
 * @self: a codebook
 * @id: (nullable): an id
 * @principle: (out): its index
 *
 * Returns: whether there is such a principle; @principle is set only then
 */
gboolean
accord_codebook_find_principle (const AccordCodebook *self, const char *id, guint *principle)
{
  gpointer value = NULL;

  if (id == NULL || !g_hash_table_lookup_extended (self->principle_ids, id, NULL, &value))
    return FALSE;
  *principle = GPOINTER_TO_UINT (value);
  return TRUE;
}

/**
 * accord_codebook_count_terms:
 * @self: a codebook
 * @principle: index of a principle
 * @language: a BCP 47 tag
 *
 * What was searched for, to be said where nothing was found.
 *
 * Returns: the number of its terms in that language
 */
guint
accord_codebook_count_terms (const AccordCodebook *self, guint principle, const char *language)
{
  const AccordPrinciple *p = NULL;
  guint n = 0;

  g_return_val_if_fail (principle < self->principles->len, 0);

  p = &g_array_index (self->principles, AccordPrinciple, principle);
  for (guint i = p->first_term; i < p->first_term + p->n_terms; i++)
    n += accord_language_matches (language, g_array_index (self->terms, AccordTerm, i).language);
  return n;
}
