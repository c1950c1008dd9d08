/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Themes are codes that hold the codes of their principles. What the format has no place for,
 * the terms, stands in the description, a line a language. */
#include "report/accord-report-qdc.h"

#include "accord-config.h"
#include "engine/accord-names.h"
#include "report/accord-report-guid.h"
#include "report/accord-report-private.h"

/**
 * accord_report_dup_code_guid:
 * @codebook: a codebook
 * @id: of a theme, principle or stance
 *
 * Returns: (transfer full): the GUID of its code
 */
char *
accord_report_dup_code_guid (AccordCodebook *codebook, const char *id)
{
  return accord_guid_dup ("code/%s/%s", accord_codebook_get_id (codebook), id);
}

static void
open_code (AccordXml *xml,
           AccordCodebook *codebook,
           const char *id,
           const char *name,
           gboolean codable,
           const char *colour)
{
  g_autofree char *guid = accord_report_dup_code_guid (codebook, id);
  g_autofree char *clean = accord_report_dup_clean (name, -1);

  accord_xml_open (xml, "Code");
  accord_xml_attribute (xml, "guid", guid);
  accord_xml_attribute (xml, "name", clean);
  accord_xml_attribute (xml, "isCodable", codable ? "true" : "false");
  accord_xml_attribute (xml, "color", colour);
}

/* "en: privacy; data protection", a line a language, in the order in which they come. */
static void
append_terms (GString *text, AccordCodebook *codebook, const AccordPrinciple *principle)
{
  guint n = 0;
  const AccordTerm *terms = accord_codebook_get_terms (codebook, &n);
  const char *language = NULL;

  for (guint i = 0; i < principle->n_terms; i++)
    {
      const AccordTerm *term = &terms[principle->first_term + i];

      if (language == term->language)
        g_string_append (text, "; ");
      else
        g_string_append_printf (text, "%s%s: ", text->len > 0 ? "\n" : "", term->language);
      language = term->language;
      g_string_append (text, term->text);
    }
}

static void
write_principle (AccordXml *xml, AccordCodebook *codebook, guint p, const char *language)
{
  guint n = 0;
  const AccordPrinciple *principle = &accord_codebook_get_principles (codebook, &n)[p];
  const char *name = accord_codebook_get_sentence (codebook, p, ACCORD_WHAT_NAME, language);
  const char *definition =
    accord_codebook_get_sentence (codebook, p, ACCORD_WHAT_DEFINITION, language);
  g_autoptr (GString) text = g_string_new (definition);
  g_autofree char *clean = NULL;

  append_terms (text, codebook, principle);
  clean = accord_report_dup_clean (text->str, -1);
  open_code (xml, codebook, principle->id, name != NULL ? name : principle->id, TRUE,
             principle->colour);
  if (text->len > 0)
    accord_xml_element (xml, "Description", clean);
  accord_xml_close (xml);
}

static void
write_stances (AccordXml *xml, AccordCodebook *codebook)
{
  open_code (xml, codebook, "stance", "Stance", FALSE, NULL);
  for (guint s = 0; s < ACCORD_N_STANCES; s++)
    {
      open_code (xml, codebook, accord_stance_name (s), accord_stance_name (s), TRUE, NULL);
      accord_xml_close (xml);
    }
  accord_xml_close (xml);
}

/**
 * accord_report_qdc_codes:
 * @xml: a document in a codebook or project
 * @codebook: a codebook
 * @language: of names, where there are any in it
 * @stances: whether stances are codes too
 *
 * Writes the element Codes.
 */
void
accord_report_qdc_codes (AccordXml *xml,
                         AccordCodebook *codebook,
                         const char *language,
                         gboolean stances)
{
  guint n_themes = 0;
  const AccordTheme *themes = accord_codebook_get_themes (codebook, &n_themes);

  accord_xml_open (xml, "Codes");
  for (guint t = 0; t < n_themes; t++)
    {
      const char *name = accord_codebook_get_theme_name (codebook, t, language);

      open_code (xml, codebook, themes[t].id, name != NULL ? name : themes[t].id, FALSE, NULL);
      for (guint p = 0; p < themes[t].n_principles; p++)
        write_principle (xml, codebook, themes[t].first_principle + p, language);
      accord_xml_close (xml);
    }
  if (stances)
    write_stances (xml, codebook);
  accord_xml_close (xml);
}

/**
 * accord_report_qdc:
 * @codebook: a codebook
 * @language: of names, where there are any in it
 * @out: where to append
 *
 * Writes a codebook of REFI-QDA.
 */
void
accord_report_qdc (AccordCodebook *codebook, const char *language, GString *out)
{
  AccordXml xml;

  accord_xml_begin (&xml);
  accord_xml_open (&xml, "CodeBook");
  accord_xml_attribute (&xml, "xmlns", "urn:QDA-XML:codebook:1.0");
  accord_xml_attribute (&xml, "origin", "Accord " ACCORD_VERSION);
  accord_report_qdc_codes (&xml, codebook, language, FALSE);
  accord_xml_close (&xml);
  accord_xml_end_onto (&xml, out);
}
