/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A tree of borrowed sentences and terms; new ones are kept in a chunk. The end walks it
 * with a builder. Whole codebooks are small: a change of one word costs milliseconds. */
#include "engine/accord-codebook-draft.h"

#include "engine/accord-language.h"

typedef struct
{
  const char *id;
  const char *colour;
  GArray *sentences[ACCORD_N_WHATS]; /* of AccordLocalized */
  GArray *terms;                     /* of AccordTerm */
} Principle;

typedef struct
{
  const char *id;
  GArray *names;         /* of AccordLocalized */
  GPtrArray *principles; /* of Principle, borrowed */
  gboolean removed;
} Theme;

/* Invariants: themes and principles hold all there ever were, by number; order is themes[]. A
 * principle that no theme has is removed. */
struct _AccordCodebookDraft
{
  AccordCodebook *codebook;
  GStringChunk *strings;
  GPtrArray *excludes; /* owned copies of term excludes */
  GPtrArray *themes;
  GPtrArray *principles;
};

static void
principle_free (gpointer data)
{
  Principle *principle = data;

  for (guint i = 0; i < ACCORD_N_WHATS; i++)
    g_array_unref (principle->sentences[i]);
  g_array_unref (principle->terms);
  g_free (principle);
}

static void
theme_free (gpointer data)
{
  Theme *theme = data;

  g_array_unref (theme->names);
  g_ptr_array_unref (theme->principles);
  g_free (theme);
}

static GArray *
copy_localized (const AccordLocalized *localized, guint n)
{
  GArray *array = g_array_new (FALSE, FALSE, sizeof (AccordLocalized));

  if (n > 0)
    g_array_append_vals (array, localized, n);
  return array;
}

static Principle *
principle_new (AccordCodebookDraft *self, const char *id)
{
  Principle *principle = g_new0 (Principle, 1);

  principle->id = id;
  for (guint i = 0; i < ACCORD_N_WHATS; i++)
    principle->sentences[i] = copy_localized (NULL, 0);
  principle->terms = g_array_new (FALSE, FALSE, sizeof (AccordTerm));
  g_ptr_array_add (self->principles, principle);
  return principle;
}

static Principle *
copy_principle (AccordCodebookDraft *self, guint i)
{
  guint n = 0;
  const AccordPrinciple *source = &accord_codebook_get_principles (self->codebook, &n)[i];
  Principle *principle = principle_new (self, source->id);

  principle->colour = source->colour;
  for (guint what = 0; what < ACCORD_N_WHATS; what++)
    {
      const AccordLocalized *sentences =
        accord_codebook_get_sentences (self->codebook, i, what, &n);

      if (n > 0)
        g_array_append_vals (principle->sentences[what], sentences, n);
    }
  if (source->n_terms > 0)
    g_array_append_vals (principle->terms,
                         accord_codebook_get_terms (self->codebook, &n) + source->first_term,
                         source->n_terms);
  return principle;
}

static Theme *
theme_new (AccordCodebookDraft *self, const char *id)
{
  Theme *theme = g_new0 (Theme, 1);

  theme->id = id;
  theme->names = copy_localized (NULL, 0);
  theme->principles = g_ptr_array_new ();
  g_ptr_array_add (self->themes, theme);
  return theme;
}

static void
copy_theme (AccordCodebookDraft *self, guint i)
{
  guint n = 0;
  const AccordTheme *source = &accord_codebook_get_themes (self->codebook, &n)[i];
  Theme *theme = theme_new (self, source->id);
  const AccordLocalized *names = accord_codebook_get_theme_names (self->codebook, i, &n);

  if (n > 0)
    g_array_append_vals (theme->names, names, n);
  for (guint p = 0; p < source->n_principles; p++)
    g_ptr_array_add (theme->principles, copy_principle (self, source->first_principle + p));
}

static Theme *
theme_of (AccordCodebookDraft *self, guint theme)
{
  g_return_val_if_fail (theme < self->themes->len, NULL);

  return g_ptr_array_index (self->themes, theme);
}

static Principle *
principle_of (AccordCodebookDraft *self, guint principle)
{
  g_return_val_if_fail (principle < self->principles->len, NULL);

  return g_ptr_array_index (self->principles, principle);
}

/* Takes @principle out of its theme, if it is in one; says which. */
static Theme *
take_out (AccordCodebookDraft *self, Principle *principle)
{
  for (guint i = 0; i < self->themes->len; i++)
    {
      Theme *theme = g_ptr_array_index (self->themes, i);
      guint at = 0;

      if (!g_ptr_array_find (theme->principles, principle, &at))
        continue;
      g_ptr_array_remove_index (theme->principles, at);
      return theme;
    }
  return NULL;
}

static const char *
keep (AccordCodebookDraft *self, const char *text)
{
  return text != NULL ? g_string_chunk_insert (self->strings, text) : NULL;
}

static gboolean
is_taken (AccordCodebookDraft *self, const char *id)
{
  for (guint i = 0; i < self->themes->len; i++)
    if (g_str_equal (theme_of (self, i)->id, id))
      return TRUE;
  for (guint i = 0; i < self->principles->len; i++)
    if (g_str_equal (principle_of (self, i)->id, id))
      return TRUE;
  return FALSE;
}

/* An id that nothing had in this codebook: ids never change, and never come back. */
static const char *
new_id (AccordCodebookDraft *self, const char *prefix)
{
  for (guint number = 1;; number++)
    {
      g_autofree char *id = g_strdup_printf ("%s%u", prefix, number);

      if (!is_taken (self, id))
        return keep (self, id);
    }
}

/**
 * accord_codebook_draft_new:
 * @codebook: what to begin with
 *
 * Returns: (transfer full): a draft that equals it
 */
AccordCodebookDraft *
accord_codebook_draft_new (AccordCodebook *codebook)
{
  AccordCodebookDraft *self = g_new0 (AccordCodebookDraft, 1);
  guint n = 0;

  self->codebook = accord_codebook_ref (codebook);
  self->strings = g_string_chunk_new (1024);
  self->excludes = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->themes = g_ptr_array_new_with_free_func (theme_free);
  self->principles = g_ptr_array_new_with_free_func (principle_free);
  accord_codebook_get_themes (codebook, &n);
  for (guint i = 0; i < n; i++)
    copy_theme (self, i);
  return self;
}

/**
 * accord_codebook_draft_free:
 * @self: (transfer full): a draft
 */
void
accord_codebook_draft_free (AccordCodebookDraft *self)
{
  g_ptr_array_unref (self->themes);
  g_ptr_array_unref (self->principles);
  g_ptr_array_unref (self->excludes);
  g_string_chunk_free (self->strings);
  accord_codebook_unref (self->codebook);
  g_free (self);
}

static void
build_principle (AccordCodebookBuilder *builder, const Principle *principle)
{
  accord_codebook_builder_add_principle (builder, principle->id, principle->colour);
  for (guint what = 0; what < ACCORD_N_WHATS; what++)
    for (guint i = 0; i < principle->sentences[what]->len; i++)
      {
        AccordLocalized *l = &g_array_index (principle->sentences[what], AccordLocalized, i);

        accord_codebook_builder_add_sentence (builder, what, l->language, l->text);
      }
  for (guint i = 0; i < principle->terms->len; i++)
    accord_codebook_builder_add_term (builder, &g_array_index (principle->terms, AccordTerm, i));
}

static void
build_theme (AccordCodebookBuilder *builder, const Theme *theme)
{
  accord_codebook_builder_add_theme (builder, theme->id);
  for (guint i = 0; i < theme->names->len; i++)
    {
      AccordLocalized *name = &g_array_index (theme->names, AccordLocalized, i);

      accord_codebook_builder_add_theme_name (builder, name->language, name->text);
    }
  for (guint i = 0; i < theme->principles->len; i++)
    build_principle (builder, g_ptr_array_index (theme->principles, i));
}

/**
 * accord_codebook_draft_end:
 * @self: a draft
 * @error: return location for an error
 *
 * Returns: (transfer full): the codebook that the draft describes, or NULL with
 *   ACCORD_ENGINE_ERROR_TOO_LARGE
 */
AccordCodebook *
accord_codebook_draft_end (AccordCodebookDraft *self, GError **error)
{
  g_autoptr (AccordCodebookBuilder) builder =
    accord_codebook_builder_new (accord_codebook_get_id (self->codebook));
  guint n = 0;
  const AccordLocalized *names = accord_codebook_get_names (self->codebook, &n);

  for (guint i = 0; i < n; i++)
    accord_codebook_builder_add_name (builder, names[i].language, names[i].text);
  for (guint i = 0; i < self->themes->len; i++)
    if (!theme_of (self, i)->removed)
      build_theme (builder, theme_of (self, i));
  return accord_codebook_builder_end (builder, error);
}

/**
 * accord_codebook_draft_add_theme:
 * @self: a draft
 *
 * Returns: the number of a new theme at the end, without names
 */
guint
accord_codebook_draft_add_theme (AccordCodebookDraft *self)
{
  theme_new (self, new_id (self, "NT"));
  return self->themes->len - 1;
}

/**
 * accord_codebook_draft_add_principle:
 * @self: a draft
 * @theme: number of a theme
 *
 * Returns: the number of a new principle at its end, without names and terms
 */
guint
accord_codebook_draft_add_principle (AccordCodebookDraft *self, guint theme)
{
  Theme *t = theme_of (self, theme);

  g_return_val_if_fail (t != NULL && !t->removed, 0);

  g_ptr_array_add (t->principles, principle_new (self, new_id (self, "NP")));
  return self->principles->len - 1;
}

/**
 * accord_codebook_draft_remove_theme:
 * @self: a draft
 * @theme: number of a theme, which goes with all its principles
 */
void
accord_codebook_draft_remove_theme (AccordCodebookDraft *self, guint theme)
{
  Theme *t = theme_of (self, theme);

  g_return_if_fail (t != NULL);

  t->removed = TRUE;
}

/**
 * accord_codebook_draft_remove_principle:
 * @self: a draft
 * @principle: number of a principle
 */
void
accord_codebook_draft_remove_principle (AccordCodebookDraft *self, guint principle)
{
  Principle *p = principle_of (self, principle);

  g_return_if_fail (p != NULL);

  take_out (self, p);
}

/**
 * accord_codebook_draft_move:
 * @self: a draft
 * @principle: number of a principle
 * @theme: number of the theme it goes to, possibly its own
 * @position: its place there, once it has left its old one; beyond the end: the end
 */
void
accord_codebook_draft_move (AccordCodebookDraft *self, guint principle, guint theme, guint position)
{
  Principle *p = principle_of (self, principle);
  Theme *t = theme_of (self, theme);

  g_return_if_fail (p != NULL && t != NULL && !t->removed);

  take_out (self, p);
  g_ptr_array_insert (t->principles, (gint) MIN (position, t->principles->len), p);
}

static gboolean
same_term (const AccordTerm *a, const AccordTerm *b)
{
  return a->language == b->language && g_str_equal (a->text, b->text) && a->gap == b->gap &&
         a->near == b->near && a->case_sensitive == b->case_sensitive && a->against == b->against;
}

static gboolean
has_term (const Principle *principle, const AccordTerm *term)
{
  for (guint i = 0; i < principle->terms->len; i++)
    if (same_term (&g_array_index (principle->terms, AccordTerm, i), term))
      return TRUE;
  return FALSE;
}

/**
 * accord_codebook_draft_merge:
 * @self: a draft
 * @principle: number of a principle, which goes
 * @into: number of another one, which takes over its terms
 */
void
accord_codebook_draft_merge (AccordCodebookDraft *self, guint principle, guint into)
{
  Principle *from = principle_of (self, principle), *to = principle_of (self, into);

  g_return_if_fail (from != NULL && to != NULL && from != to);

  for (guint i = 0; i < from->terms->len; i++)
    if (!has_term (to, &g_array_index (from->terms, AccordTerm, i)))
      g_array_append_val (to->terms, g_array_index (from->terms, AccordTerm, i));
  take_out (self, from);
}

/**
 * accord_codebook_draft_split:
 * @self: a draft
 * @principle: number of a principle
 * @terms: (array length=n_terms): places of some of its terms, ascending
 * @n_terms: their number
 *
 * Returns: the number of a new principle after it, without names, which has those terms instead
 */
guint
accord_codebook_draft_split (AccordCodebookDraft *self,
                             guint principle,
                             const guint *terms,
                             guint n_terms)
{
  Principle *from = principle_of (self, principle), *to = NULL;
  guint at = 0;

  g_return_val_if_fail (from != NULL, 0);

  to = principle_new (self, new_id (self, "NP"));
  for (guint i = 0; i < n_terms; i++)
    if (terms[i] < from->terms->len)
      g_array_append_val (to->terms, g_array_index (from->terms, AccordTerm, terms[i]));
  for (guint i = n_terms; i-- > 0;)
    if (terms[i] < from->terms->len)
      g_array_remove_index (from->terms, terms[i]);
  for (guint i = 0; i < self->themes->len; i++)
    if (g_ptr_array_find (theme_of (self, i)->principles, from, &at))
      g_ptr_array_insert (theme_of (self, i)->principles, (gint) at + 1, to);
  return self->principles->len - 1;
}

/* The sentence of a language takes the place of the one it had; an empty one goes. */
static void
set_localized (AccordCodebookDraft *self, GArray *array, const char *language, const char *text)
{
  AccordLocalized localized = { accord_language_intern (language), NULL };

  for (guint i = 0; i < array->len; i++)
    if (g_array_index (array, AccordLocalized, i).language == localized.language)
      {
        if (text == NULL || text[0] == '\0')
          g_array_remove_index (array, i);
        else
          g_array_index (array, AccordLocalized, i).text = keep (self, text);
        return;
      }
  if (text == NULL || text[0] == '\0')
    return;
  localized.text = keep (self, text);
  g_array_append_val (array, localized);
}

/**
 * accord_codebook_draft_set_theme_name:
 * @self: a draft
 * @theme: number of a theme
 * @language: a BCP 47 tag
 * @text: (nullable): its name in it; NULL or empty: none
 */
void
accord_codebook_draft_set_theme_name (AccordCodebookDraft *self,
                                      guint theme,
                                      const char *language,
                                      const char *text)
{
  Theme *t = theme_of (self, theme);

  g_return_if_fail (t != NULL);

  set_localized (self, t->names, language, text);
}

/**
 * accord_codebook_draft_set_sentence:
 * @self: a draft
 * @principle: number of a principle
 * @what: name, definition, or a note
 * @language: a BCP 47 tag
 * @text: (nullable): the sentence in it; NULL or empty: none
 */
void
accord_codebook_draft_set_sentence (AccordCodebookDraft *self,
                                    guint principle,
                                    AccordWhat what,
                                    const char *language,
                                    const char *text)
{
  Principle *p = principle_of (self, principle);

  g_return_if_fail (p != NULL && what < ACCORD_N_WHATS);

  set_localized (self, p->sentences[what], language, text);
}

/**
 * accord_codebook_draft_set_colour:
 * @self: a draft
 * @principle: number of a principle
 * @colour: (nullable): "#rrggbb"
 */
void
accord_codebook_draft_set_colour (AccordCodebookDraft *self, guint principle, const char *colour)
{
  Principle *p = principle_of (self, principle);

  g_return_if_fail (p != NULL);

  p->colour = keep (self, colour);
}

/**
 * accord_codebook_draft_add_term:
 * @self: a draft
 * @principle: number of a principle
 * @term: a term, copied; nothing happens where the principle has it
 */
void
accord_codebook_draft_add_term (AccordCodebookDraft *self, guint principle, const AccordTerm *term)
{
  Principle *p = principle_of (self, principle);
  AccordTerm copy = *term;

  g_return_if_fail (p != NULL && term->text != NULL && term->text[0] != '\0');

  copy.language = accord_language_intern (term->language);
  copy.text = keep (self, term->text);
  if (term->excludes != NULL)
    {
      char **excludes = g_strdupv ((char **) term->excludes);

      g_ptr_array_add (self->excludes, excludes);
      copy.excludes = (const char *const *) excludes;
    }
  if (!has_term (p, &copy))
    g_array_append_val (p->terms, copy);
}

/**
 * accord_codebook_draft_remove_term:
 * @self: a draft
 * @principle: number of a principle
 * @term: place of one of its terms, from 0
 */
void
accord_codebook_draft_remove_term (AccordCodebookDraft *self, guint principle, guint term)
{
  Principle *p = principle_of (self, principle);

  g_return_if_fail (p != NULL && term < p->terms->len);

  g_array_remove_index (p->terms, term);
}
