/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Terms are compared as the matcher sees them: folded and stemmed words. Two equal ones
 * in one principle are a duplicate, in two principles an overlap; one without words, or
 * a principle without terms, can find nothing. */
#include "cli/accord-cli-codebook-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "engine/accord-words.h"

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
  if (term->case_sensitive)
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
  return self.n_faults;
}
