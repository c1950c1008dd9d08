/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What things are called in a report, whatever its format: documents by letter and title,
 * places by paragraph, and the words for what the engine has numbers for. */
#include "report/accord-report-facts.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

static const char *const STANCE_WORDS[ACCORD_N_STANCES] = {
  N_ ("obliges"),   N_ ("prohibits"), N_ ("commits"), N_ ("recommends"),
  N_ ("advocates"), N_ ("notes"),     N_ ("opposes"),
};

static const char *const STATUS_WORDS[ACCORD_N_STATUSES] = {
  N_ ("found by the machine"),
  N_ ("confirmed"),
  N_ ("rejected"),
  N_ ("added by the analyst"),
};

static const char *const CLASS_WORDS[ACCORD_N_COVERAGES] = {
  N_ ("silent"), N_ ("unique"), N_ ("shared by some"), N_ ("shared by all"), N_ ("present"),
};

static const char *const VERDICT_WORDS[ACCORD_N_VERDICTS] = {
  N_ ("no principle in common"),
  N_ ("agree"),
  N_ ("weaker on one side"),
  N_ ("opposed"),
};

static const char *const KIND_WORDS[ACCORD_N_LINK_KINDS] = {
  N_ ("same wording"),
  N_ ("reworded"),
  N_ ("translation"),
  N_ ("related"),
};

static const char *const REASON_WORDS[ACCORD_N_REASON_KINDS] = {
  N_ ("term"),    N_ ("concept"),   N_ ("name"),   N_ ("number"),
  N_ ("wording"), N_ ("principle"), N_ ("length"),
};

/**
 * accord_facts_dup_letter:
 * @self: a report
 * @document: index of a document that is shown
 *
 * Returns: (transfer full): A to Z, then AA, AB …
 */
char *
accord_facts_dup_letter (const AccordFacts *self, guint document)
{
  char letters[8];
  guint at = sizeof letters - 1, n = 0;

  while (n < self->n_documents && self->documents[n] != document)
    n++;
  letters[at] = '\0';
  for (n++; n > 0 && at > 0; n = (n - 1) / 26)
    letters[--at] = (char) ('A' + (n - 1) % 26);
  return g_strdup (letters + at);
}

/**
 * accord_facts_principle_name:
 * @self: a report
 * @principle: index of a principle
 *
 * Returns: (transfer none): its name in the language of the report, else in another, else its id
 */
const char *
accord_facts_principle_name (const AccordFacts *self, guint principle)
{
  const char *name =
    accord_codebook_get_sentence (self->codebook, principle, ACCORD_WHAT_NAME, self->language);

  return name != NULL ? name : self->principles[principle].id;
}

/**
 * accord_facts_theme_name:
 * @self: a report
 * @theme: index of a theme
 *
 * Returns: (transfer none): its name in the language of the report, else in another, else its id
 */
const char *
accord_facts_theme_name (const AccordFacts *self, guint theme)
{
  const char *name = accord_codebook_get_theme_name (self->codebook, theme, self->language);

  return name != NULL ? name : self->themes[theme].id;
}

/**
 * accord_facts_document_name:
 * @self: a report
 * @document: index of a document
 *
 * Returns: (transfer none): its title, else its name without folders
 */
const char *
accord_facts_document_name (const AccordFacts *self, guint document)
{
  const char *title =
    accord_document_get_field (accord_facts_get_document (self, document), ACCORD_FIELD_TITLE);

  return title != NULL ? title : accord_facts_file_name (self, document);
}

/**
 * accord_facts_dup_language_name:
 * @self: a report
 * @language: a BCP 47 tag
 *
 * Returns: (transfer full): its name in the language of the report
 */
char *
accord_facts_dup_language_name (const AccordFacts *self, const char *language)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar name[128];
  char locale[64], shown_in[64], utf8[512];
  int32_t length = 0, used = 0;

  if (g_str_equal (language, "und"))
    return g_strdup (_ ("unknown language"));
  uloc_forLanguageTag (language, locale, sizeof locale, NULL, &status);
  uloc_forLanguageTag (self->language, shown_in, sizeof shown_in, NULL, &status);
  length = uloc_getDisplayName (locale, shown_in, name, G_N_ELEMENTS (name), &status);
  u_strToUTF8 (utf8, sizeof utf8, &used, name, length, &status);
  if (U_FAILURE (status) || used <= 0 || used >= (int32_t) sizeof utf8)
    return g_strdup (language);
  return g_strndup (utf8, (gsize) used);
}

/**
 * accord_facts_stance_word:
 * @stance: a stance
 *
 * Returns: (transfer none): what a passage does, as in "obliges", translated
 */
const char *
accord_facts_stance_word (AccordStance stance)
{
  return _ (STANCE_WORDS[stance]);
}

/**
 * accord_facts_verdict_word:
 * @verdict: a verdict
 *
 * Returns: (transfer none): how the two sides stand to each other, translated
 */
const char *
accord_facts_verdict_word (AccordVerdict verdict)
{
  return _ (VERDICT_WORDS[verdict]);
}

/**
 * accord_facts_class_word:
 * @coverage: a class of coverage
 *
 * Returns: (transfer none): its name, translated
 */
const char *
accord_facts_class_word (AccordCoverageClass coverage)
{
  return _ (CLASS_WORDS[coverage]);
}
/**
 * accord_facts_status_word:
 * @status: whose finding it is
 *
 * Returns: (transfer none): its name, translated
 */
const char *
accord_facts_status_word (AccordStatus status)
{
  return _ (STATUS_WORDS[status]);
}

/**
 * accord_facts_kind_word:
 * @kind: of a link
 *
 * Returns: (transfer none): its name, translated
 */
const char *
accord_facts_kind_word (AccordLinkKind kind)
{
  return _ (KIND_WORDS[kind]);
}

/**
 * accord_facts_reason_word:
 * @kind: of a reason
 *
 * Returns: (transfer none): its name, translated
 */
const char *
accord_facts_reason_word (AccordReasonKind kind)
{
  return _ (REASON_WORDS[kind]);
}

/**
 * accord_facts_file_name:
 * @self: a report
 * @document: index of a document
 *
 * Returns: (transfer none): the name of its file, without folders
 */
const char *
accord_facts_file_name (const AccordFacts *self, guint document)
{
  const char *name = self->input->names[document];
  const char *slash = name != NULL ? strrchr (name, G_DIR_SEPARATOR) : NULL;

  if (slash != NULL && slash[1] != '\0')
    return slash + 1;
  return name != NULL ? name : "";
}

/**
 * accord_facts_dup_place:
 * @self: a report
 * @document: index of a document that is shown
 * @passage: index of a passage of it
 *
 * Returns: (transfer full): "¶7.1", paragraph and passage from 1; "¶7" where it is the only one
 */
char *
accord_facts_dup_place (const AccordFacts *self, guint document, guint passage)
{
  AccordDocument *d = accord_facts_get_document (self, document);
  guint n = 0;
  guint32 number = accord_facts_get_passage (self, document, passage)->paragraph;
  const AccordParagraph *paragraph = &accord_document_get_paragraphs (d, &n)[number];

  if (paragraph->n_passages == 1)
    return g_strdup_printf ("¶%u", number + 1);
  return g_strdup_printf ("¶%u.%u", number + 1, passage - paragraph->first_passage + 1);
}

/**
 * accord_facts_dup_title:
 * @self: a report
 *
 * Returns: (transfer full): the title that was given, else one that counts the documents
 */
char *
accord_facts_dup_title (const AccordFacts *self)
{
  if (self->input->title != NULL)
    return g_strdup (self->input->title);
  return g_strdup_printf (
    ngettext ("Comparison of %u document", "Comparison of %u documents", self->n_documents),
    self->n_documents);
}
