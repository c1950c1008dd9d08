/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Terms are compared as the matcher sees them: folded and stemmed words. Two equal ones
 * in one principle are a duplicate, in two principles an overlap; one without words, or
 * a principle without terms, can find nothing; one with terms in one language only is
 * silent in the others. */
#include "cli/accord-cli-codebook-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "engine/accord-words.h"

/* A language with so many times fewer terms than another has hardly any. */
#define HARDLY_ANY 8u

/* A term under its key: language, options and folded words. */
typedef struct
{
  char *key;
  guint32 term;
} Keyed;

typedef struct
{
  GString *out;
  const char *name;
  AccordCodebook *codebook;
  const AccordTerm *terms;
  guint n_terms;
  const AccordPrinciple *principles;
  guint n_faults;
} Checker;

static void
keyed_clear (gpointer data)
{
  g_free (((Keyed *) data)->key);
}

static gint
compare_keyed (gconstpointer a, gconstpointer b)
{
  const Keyed *x = a, *y = b;
  gint order = strcmp (x->key, y->key);

  return order != 0 ? order : (x->term > y->term) - (x->term < y->term);
}

/* The words of a text, by the engine's own means: a document of one block. */
static AccordWords *
words_of (const AccordTerm *term)
{
  g_autoptr (AccordText) text = accord_text_new (term->text, strlen (term->text), NULL);
  AccordBlock block = { { 0, 0 }, ACCORD_ROLE_PARAGRAPH, TRUE, 0, 0, NULL, NULL };
  const char *fields[ACCORD_N_FIELDS] = { NULL };
  g_autoptr (AccordDocument) document = NULL;

  if (text == NULL)
    return NULL;
  block.span.end = accord_text_get_length (text);
  fields[ACCORD_FIELD_LANGUAGE] = term->language;
  document = accord_document_new (text, &block, 1, fields, ACCORD_UNIT_BLOCKS, NULL, NULL);
  return document != NULL ? accord_words_new (document, NULL, NULL) : NULL;
}

/* NULL where the term has no words. What is found only as it is written is its own key. */
static char *
dup_key (const AccordTerm *term)
{
  g_autoptr (AccordWords) words = words_of (term);
  guint n = 0;
  const AccordToken *tokens = words != NULL ? accord_words_get_tokens (words, 0, &n) : NULL;
  GString *key = NULL;

  if (n == 0)
    return NULL;
  key = g_string_new (term->language);
  if (term->near > 0)
    g_string_append (key, "\nnear");
  if (term->case_sensitive || strpbrk (term->text, "*[") != NULL)
    g_string_append_printf (key, "\n%s", term->text);
  for (guint i = 0; i < n && !term->case_sensitive; i++)
    g_string_append_printf (key, "\n%s", accord_words_get_word (words, tokens[i].word));
  return g_string_free (key, FALSE);
}

static void
report_equal (Checker *self, const AccordTerm *a, const AccordTerm *b)
{
  self->n_faults++;
  if (a->principle == b->principle)
    g_string_append_printf (self->out, _ ("%s: %s: duplicate: “%s” and “%s” (%s)\n"), self->name,
                            self->principles[a->principle].id, a->text, b->text, a->language);
  else
    g_string_append_printf (self->out, _ ("%s: %s and %s: overlap: “%s” and “%s” (%s)\n"),
                            self->name, self->principles[a->principle].id,
                            self->principles[b->principle].id, a->text, b->text, a->language);
}

static void
check_terms (Checker *self)
{
  g_autoptr (GArray) keyed = g_array_new (FALSE, FALSE, sizeof (Keyed));

  g_array_set_clear_func (keyed, keyed_clear);
  for (guint i = 0; i < self->n_terms; i++)
    {
      Keyed one = { dup_key (&self->terms[i]), i };

      if (one.key != NULL)
        {
          g_array_append_val (keyed, one);
          continue;
        }
      self->n_faults++;
      g_string_append_printf (self->out, _ ("%s: %s: dead: “%s” (%s) has no words\n"), self->name,
                              self->principles[self->terms[i].principle].id, self->terms[i].text,
                              self->terms[i].language);
    }
  g_array_sort (keyed, compare_keyed);
  for (guint i = 1; i < keyed->len; i++)
    {
      const Keyed *a = &g_array_index (keyed, Keyed, i - 1);
      const Keyed *b = &g_array_index (keyed, Keyed, i);

      if (g_str_equal (a->key, b->key))
        report_equal (self, &self->terms[a->term], &self->terms[b->term]);
    }
}

/* Whether a term lies within one of the phrases that keep it from being found. */
static gboolean
is_excluded_by_itself (const AccordTerm *term)
{
  g_autofree char *key = dup_key (term);

  for (guint i = 0; key != NULL && term->excludes != NULL && term->excludes[i] != NULL; i++)
    {
      AccordTerm phrase = *term;
      g_autofree char *other = NULL;

      phrase.text = term->excludes[i];
      other = dup_key (&phrase);
      if (other != NULL && g_str_equal (key, other))
        return TRUE;
    }
  return FALSE;
}

static void
check_excluded (Checker *self)
{
  for (guint i = 0; i < self->n_terms; i++)
    {
      const AccordTerm *term = &self->terms[i];

      if (!is_excluded_by_itself (term))
        continue;
      self->n_faults++;
      g_string_append_printf (self->out, _ ("%s: %s: dead: “%s” (%s) is excluded by itself\n"),
                              self->name, self->principles[term->principle].id, term->text,
                              term->language);
    }
}

static guint
count_terms (const Checker *self, guint principle, const char *language)
{
  const AccordPrinciple *p = &self->principles[principle];
  guint n = 0;

  for (guint i = p->first_term; i < p->first_term + p->n_terms; i++)
    n += self->terms[i].language == language;
  return n;
}

/* A principle that has terms in one language, and none or hardly any in another, makes documents in
 * that language look silent. */
static void
check_symmetry (Checker *self, guint n_principles)
{
  g_autoptr (GPtrArray) languages = g_ptr_array_new ();

  for (guint i = 0; i < self->n_terms; i++)
    if (!g_ptr_array_find (languages, self->terms[i].language, NULL))
      g_ptr_array_add (languages, (gpointer) self->terms[i].language);
  for (guint p = 0; p < n_principles; p++)
    {
      const char *richest = NULL;
      guint most = 0;

      for (guint l = 0; l < languages->len; l++)
        if (count_terms (self, p, g_ptr_array_index (languages, l)) > most)
          {
            richest = g_ptr_array_index (languages, l);
            most = count_terms (self, p, richest);
          }
      for (guint l = 0; l < languages->len; l++)
        {
          guint n = count_terms (self, p, g_ptr_array_index (languages, l));

          if (n * HARDLY_ANY >= most)
            continue;
          self->n_faults++;
          /* Translators: "ai-governance: P12: asymmetry: 24 terms in en, 1 in ar" */
          g_string_append_printf (self->out, _ ("%s: %s: asymmetry: %u terms in %s, %u in %s\n"),
                                  self->name, self->principles[p].id, most, richest, n,
                                  (const char *) g_ptr_array_index (languages, l));
        }
    }
}

/**
 * accord_cli_codebook_check:
 * @out: where to append a line a fault
 * @name: of the codebook
 * @codebook: a codebook
 *
 * Cost: that of sorting the terms.
 *
 * Returns: the number of faults
 */
guint
accord_cli_codebook_check (GString *out, const char *name, AccordCodebook *codebook)
{
  Checker self = { .out = out, .name = name, .codebook = codebook };
  guint n_principles = 0;

  self.terms = accord_codebook_get_terms (codebook, &self.n_terms);
  self.principles = accord_codebook_get_principles (codebook, &n_principles);
  for (guint i = 0; i < n_principles; i++)
    if (self.principles[i].n_terms == 0)
      {
        self.n_faults++;
        g_string_append_printf (out, _ ("%s: %s: dead: it has no terms\n"), name,
                                self.principles[i].id);
      }
  check_terms (&self);
  check_excluded (&self);
  check_symmetry (&self, n_principles);
  return self.n_faults;
}
