/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the codebook does not say, in the JSON of a comparison: distinctive terms of each
 * document, phrases that several share, and themes that the codebook lacks. */
#include "report/accord-report-private.h"

#include "engine/accord-emergent.h"
#include "engine/accord-key-terms.h"
#include "report/accord-report-json.h"

/* So many distinctive terms a document, and shared phrases in all. */
#define MOST_TERMS 20u

typedef struct
{
  AccordJsonWriter *writer;
  AccordComparison *comparison;
} Json;

static void
key_int (Json *json, const char *key, gint64 value)
{
  accord_json_key (json->writer, key);
  accord_json_int (json->writer, value);
}

static void
key_document (Json *json, guint document)
{
  g_autofree char *id = accord_report_dup_document_id (document);

  accord_json_key (json->writer, "document");
  accord_json_string (json->writer, id);
}

/* The members of a place, in an object that is open. */
static void
write_place (Json *json, guint document, AccordSpan span)
{
  key_document (json, document);
  key_int (json, "start", span.start);
  key_int (json, "end", span.end);
  accord_json_key (json->writer, "text");
  accord_report_json_text (json->writer,
                           accord_comparison_get_document (json->comparison, document), span);
}

static void
begin_list (Json *json, const char *key)
{
  accord_json_key (json->writer, key);
  accord_json_begin_array (json->writer);
}

static void
end_list (Json *json)
{
  accord_json_line (json->writer);
  accord_json_end_array (json->writer);
}

static void
write_terms (Json *json, const AccordKeyTerms *key_terms)
{
  guint n = 0;
  const AccordKeyTerm *terms = accord_key_terms_get_terms (key_terms, &n);

  begin_list (json, "distinctive");
  for (guint i = 0; i < n; i++)
    {
      accord_json_line (json->writer);
      accord_json_begin_object (json->writer);
      write_place (json, terms[i].document, terms[i].span);
      key_int (json, "count", terms[i].count);
      key_int (json, "others", terms[i].others);
      key_int (json, "score", terms[i].score);
      accord_json_end_object (json->writer);
    }
  end_list (json);
}

static void
write_phrases (Json *json, const AccordKeyTerms *key_terms)
{
  guint n = 0;
  const AccordSharedPhrase *phrases = accord_key_terms_get_phrases (key_terms, &n);

  begin_list (json, "phrases");
  for (guint i = 0; i < n; i++)
    {
      const AccordPhrasePlace *places = accord_key_terms_get_places (key_terms, &phrases[i]);

      accord_json_line (json->writer);
      accord_json_begin_object (json->writer);
      key_int (json, "count", phrases[i].count);
      begin_list (json, "places");
      for (guint p = 0; p < phrases[i].n_places; p++)
        {
          accord_json_begin_object (json->writer);
          write_place (json, places[p].document, places[p].span);
          accord_json_end_object (json->writer);
        }
      accord_json_end_array (json->writer);
      accord_json_end_object (json->writer);
    }
  end_list (json);
}

static void
write_theme (Json *json, const AccordEmergent *emergent, const AccordEmergentTheme *theme)
{
  const AccordEnd *members = accord_emergent_get_members (emergent, theme);

  accord_json_line (json->writer);
  accord_json_begin_object (json->writer);
  accord_json_key (json->writer, "language");
  accord_json_string (json->writer, theme->language);
  key_int (json, "cohesion", theme->cohesion);
  key_int (json, "quotation", theme->quotation);
  begin_list (json, "members");
  for (guint i = 0; i < theme->n_members; i++)
    {
      accord_json_begin_object (json->writer);
      key_document (json, members[i].document);
      key_int (json, "passage", members[i].passage);
      accord_json_end_object (json->writer);
    }
  accord_json_end_array (json->writer);
  begin_list (json, "terms");
  for (guint i = 0; i < theme->n_terms; i++)
    {
      accord_json_begin_object (json->writer);
      write_place (json, theme->terms[i].document, theme->terms[i].span);
      accord_json_end_object (json->writer);
    }
  accord_json_end_array (json->writer);
  accord_json_end_object (json->writer);
}

/**
 * accord_report_json_beyond:
 * @writer: in the object of a comparison
 * @findings: its findings
 * @watch: (nullable): progress and cancel
 * @error: return location for an error
 *
 * Writes the members "distinctive", "phrases" and "emergent".
 *
 * Returns: FALSE with ACCORD_ENGINE_ERROR_CANCELLED
 */
gboolean
accord_report_json_beyond (AccordJsonWriter *writer,
                           AccordFindings *findings,
                           const AccordWatch *watch,
                           GError **error)
{
  Json json = { writer, accord_findings_get_comparison (findings) };
  guint n_documents = accord_comparison_get_n_documents (json.comparison), n = 0;
  g_autoptr (GPtrArray) analyses = g_ptr_array_new ();
  g_autoptr (AccordKeyTerms) key_terms = NULL;
  g_autoptr (AccordEmergent) emergent = accord_emergent_new (findings, watch, error);
  const AccordEmergentTheme *themes = NULL;

  for (guint i = 0; i < n_documents; i++)
    g_ptr_array_add (analyses, accord_comparison_get_analysis (json.comparison, i));
  if (emergent != NULL)
    key_terms = accord_key_terms_new ((AccordAnalysis *const *) analyses->pdata, n_documents,
                                      MOST_TERMS, watch, error);
  if (key_terms == NULL)
    return FALSE;
  write_terms (&json, key_terms);
  write_phrases (&json, key_terms);
  themes = accord_emergent_get_themes (emergent, &n);
  begin_list (&json, "emergent");
  for (guint i = 0; i < n; i++)
    write_theme (&json, emergent, &themes[i]);
  end_list (&json);
  return TRUE;
}
