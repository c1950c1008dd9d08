/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A codebook: a tree of themes; a theme holds principles, a principle terms per
 * language. Immutable; made by a builder, in the order in which things are added. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ACCORD_CODEBOOK_MAX_TERMS 200000u
/* The most words of a term, and the most words between two of its words. */
#define ACCORD_TERM_MAX_WORDS 12u
#define ACCORD_TERM_MAX_GAP 9u
/* The most other words among the words of a term that stand near each other. */
#define ACCORD_TERM_MAX_NEAR 30u

typedef struct _AccordCodebook AccordCodebook;
typedef struct _AccordCodebookBuilder AccordCodebookBuilder;

/**
 * AccordTerm:
 * @language: interned BCP 47 tag, usually of two letters
 * @text: the words; "[some]" are optional, an asterisk stands for the rest of a word ("govern*",
 * "*bias"), and beside an ideograph for any neighbour, where a term must otherwise not tear a word
 * @gap: how many other words may stand between two neighbouring words of it, 0 to
 * ACCORD_TERM_MAX_GAP
 * @case_sensitive: whether it is found only as it is written (acronyms)
 * @excludes: (nullable): phrases that cancel a mention lying within them
 * @principle: index of its principle
 * @against: whether it speaks of what its principle is against: discrimination, where that is
 * fairness
 * @near: where it is not 0, its words stand in any order, with at most so many others among them,
 * 1 to ACCORD_TERM_MAX_NEAR; @gap does not count then
 */
typedef struct
{
  const char *language;
  const char *text;
  guint gap;
  gboolean case_sensitive;
  const char *const *excludes;
  guint32 principle;
  gboolean against;
  guint near;
} AccordTerm;

/**
 * AccordLocalized:
 * @language: interned BCP 47 tag
 * @text: a sentence or name in it
 */
typedef struct
{
  const char *language;
  const char *text;
} AccordLocalized;

/**
 * AccordWhat:
 *
 * The sentences that a theme or principle has, each in several languages.
 */
typedef enum
{
  ACCORD_WHAT_NAME,
  ACCORD_WHAT_DEFINITION,
  ACCORD_WHAT_INCLUDE,
  ACCORD_WHAT_EXCLUDE,
  ACCORD_N_WHATS
} AccordWhat;

/**
 * AccordTheme:
 * @id: for ever the same
 * @first_principle: index of its first principle
 * @n_principles: possibly 0
 */
typedef struct
{
  const char *id;
  guint32 first_principle;
  guint32 n_principles;
} AccordTheme;

/**
 * AccordPrinciple:
 * @id: for ever the same
 * @colour: (nullable): "#rrggbb"
 * @theme: index of its theme
 * @first_term: index of its first term
 * @n_terms: possibly 0
 */
typedef struct
{
  const char *id;
  const char *colour;
  guint32 theme;
  guint32 first_term;
  guint32 n_terms;
} AccordPrinciple;

AccordCodebookBuilder *accord_codebook_builder_new (const char *id) G_GNUC_WARN_UNUSED_RESULT;
void accord_codebook_builder_free (AccordCodebookBuilder *self);
void accord_codebook_builder_add_name (AccordCodebookBuilder *self,
                                       const char *language,
                                       const char *text);
void accord_codebook_builder_add_theme (AccordCodebookBuilder *self, const char *id);
void accord_codebook_builder_add_theme_name (AccordCodebookBuilder *self,
                                             const char *language,
                                             const char *text);
void accord_codebook_builder_add_principle (AccordCodebookBuilder *self,
                                            const char *id,
                                            const char *colour);
void accord_codebook_builder_add_sentence (AccordCodebookBuilder *self,
                                           AccordWhat what,
                                           const char *language,
                                           const char *text);
void accord_codebook_builder_add_term (AccordCodebookBuilder *self, const AccordTerm *term);
AccordCodebook *accord_codebook_builder_end (AccordCodebookBuilder *self,
                                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

AccordCodebook *accord_codebook_ref (AccordCodebook *self);
void accord_codebook_unref (AccordCodebook *self);
const char *accord_codebook_get_id (const AccordCodebook *self);
const AccordLocalized *accord_codebook_get_names (const AccordCodebook *self, guint *n_names);
const AccordTheme *accord_codebook_get_themes (const AccordCodebook *self, guint *n_themes);
const AccordPrinciple *accord_codebook_get_principles (const AccordCodebook *self,
                                                       guint *n_principles);
const AccordTerm *accord_codebook_get_terms (const AccordCodebook *self, guint *n_terms);
const AccordLocalized *
accord_codebook_get_theme_names (const AccordCodebook *self, guint theme, guint *n_names);
const AccordLocalized *accord_codebook_get_sentences (const AccordCodebook *self,
                                                      guint principle,
                                                      AccordWhat what,
                                                      guint *n_sentences);
const char *accord_codebook_get_name (const AccordCodebook *self, const char *language);
const char *
accord_codebook_get_theme_name (const AccordCodebook *self, guint theme, const char *language);
const char *accord_codebook_get_sentence (const AccordCodebook *self,
                                          guint principle,
                                          AccordWhat what,
                                          const char *language);
gboolean
accord_codebook_find_principle (const AccordCodebook *self, const char *id, guint *principle);
guint
accord_codebook_count_terms (const AccordCodebook *self, guint principle, const char *language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordCodebook, accord_codebook_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordCodebookBuilder, accord_codebook_builder_free)

G_END_DECLS
