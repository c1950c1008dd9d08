/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The comparison as a project of REFI-QDA 1.0: documents, codes, codings with their stances
 * and reasons, links. Positions are code points, as the standard says; GUIDs are made of what
 * they name, so that the same findings give the same file. */
#include <string.h>

#include "accord-config.h"
#include "report/accord-report-facts.h"
#include "report/accord-report-guid.h"
#include "report/accord-report-private.h"
#include "report/accord-report-qdc.h"

/* Letters of a name of a selection. */
#define NAME_LETTERS 60

typedef struct
{
  AccordXml xml;
  const AccordFacts *facts;
  char *stamp;
  char *machine;
  char *analyst;
  guint n_notes;
} Qdpx;

static const AccordField FIELDS[] = {
  ACCORD_FIELD_TITLE, ACCORD_FIELD_SUBTITLE, ACCORD_FIELD_ISSUER, ACCORD_FIELD_AUTHOR,
  ACCORD_FIELD_DATE,  ACCORD_FIELD_LANGUAGE, ACCORD_FIELD_KIND,   ACCORD_FIELD_SHA256,
};

/* Two sources of the same bytes are still two. */
static char *
dup_source_guid (const Qdpx *self, guint d)
{
  const char *hash =
    accord_document_get_field (accord_facts_get_document (self->facts, d), ACCORD_FIELD_SHA256);

  return accord_guid_dup ("source/%u/%s", d, hash != NULL ? hash : "");
}

static char *
dup_passage_guid (const Qdpx *self, AccordEnd end)
{
  g_autofree char *source = dup_source_guid (self, end.document);

  return accord_guid_dup ("passage/%s/%u", source, end.passage);
}

static char *
dup_finding_guid (const Qdpx *self, const char *what, const AccordCodingFinding *finding)
{
  g_autofree char *source = dup_source_guid (self, finding->document);

  return accord_guid_dup ("%s/%s/%u/%u/%s", what, source, finding->span.start, finding->span.end,
                          self->facts->principles[finding->principle].id);
}

static char *
dup_link_guid (const Qdpx *self, const char *what, guint link)
{
  g_autofree char *a = dup_passage_guid (self, self->facts->links[link].a);
  g_autofree char *b = dup_passage_guid (self, self->facts->links[link].b);

  return accord_guid_dup ("%s/%s/%s", what, a, b);
}

static void
reference (Qdpx *self, const char *name, const char *guid)
{
  accord_xml_open (&self->xml, name);
  accord_xml_attribute (&self->xml, "targetGUID", guid);
  accord_xml_close (&self->xml);
}

static void
write_user (Qdpx *self, const char *guid, const char *name)
{
  accord_xml_open (&self->xml, "User");
  accord_xml_attribute (&self->xml, "guid", guid);
  accord_xml_attribute (&self->xml, "name", name);
  accord_xml_close (&self->xml);
}

static void
write_variables (Qdpx *self)
{
  accord_xml_open (&self->xml, "Variables");
  for (guint i = 0; i < G_N_ELEMENTS (FIELDS); i++)
    {
      const char *name = accord_field_name (FIELDS[i]);
      g_autofree char *guid = accord_guid_dup ("variable/%s", name);

      accord_xml_open (&self->xml, "Variable");
      accord_xml_attribute (&self->xml, "guid", guid);
      accord_xml_attribute (&self->xml, "name", name);
      accord_xml_attribute (&self->xml, "typeOfVariable", "Text");
      accord_xml_close (&self->xml);
    }
  accord_xml_close (&self->xml);
}

static void
write_case (Qdpx *self, guint d)
{
  AccordDocument *document = accord_facts_get_document (self->facts, d);
  g_autofree char *source = dup_source_guid (self, d);
  g_autofree char *guid = accord_guid_dup ("case/%s", source);
  g_autofree char *name = accord_report_dup_clean (accord_facts_document_name (self->facts, d), -1);

  accord_xml_open (&self->xml, "Case");
  accord_xml_attribute (&self->xml, "guid", guid);
  accord_xml_attribute (&self->xml, "name", name);
  for (guint i = 0; i < G_N_ELEMENTS (FIELDS); i++)
    {
      const char *value = accord_document_get_field (document, FIELDS[i]);
      g_autofree char *variable = accord_guid_dup ("variable/%s", accord_field_name (FIELDS[i]));
      g_autofree char *clean = value != NULL ? accord_report_dup_clean (value, -1) : NULL;

      if (value == NULL)
        continue;
      accord_xml_open (&self->xml, "VariableValue");
      reference (self, "VariableRef", variable);
      accord_xml_element (&self->xml, "TextValue", clean);
      accord_xml_close (&self->xml);
    }
  reference (self, "SourceRef", source);
  accord_xml_close (&self->xml);
}

static void
open_selection (Qdpx *self, guint d, const char *guid, AccordSpan span, const char *user)
{
  AccordText *text = accord_document_get_text (accord_facts_get_document (self->facts, d));
  const char *data = accord_text_get_data (text) + span.start;
  const char *end = data + accord_span_length (span), *p = data;
  g_autofree char *name = NULL;

  for (guint i = 0; i < NAME_LETTERS && p < end; i++)
    p = g_utf8_next_char (p);
  name = accord_report_dup_clean (data, p - data);
  g_strdelimit (name, "\n\t", ' ');
  accord_xml_open (&self->xml, "PlainTextSelection");
  accord_xml_attribute (&self->xml, "guid", guid);
  accord_xml_attribute (&self->xml, "name", name);
  accord_xml_number (&self->xml, "startPosition", accord_text_char_offset (text, span.start));
  accord_xml_number (&self->xml, "endPosition", accord_text_char_offset (text, span.end));
  accord_xml_attribute (&self->xml, "creatingUser", user);
  accord_xml_attribute (&self->xml, "creationDateTime", self->stamp);
}

static void
write_coding (Qdpx *self, const char *guid, const char *code, const char *user, const char *note)
{
  g_autofree char *target = accord_report_dup_code_guid (self->facts->codebook, code);

  accord_xml_open (&self->xml, "Coding");
  accord_xml_attribute (&self->xml, "guid", guid);
  accord_xml_attribute (&self->xml, "creatingUser", user);
  accord_xml_attribute (&self->xml, "creationDateTime", self->stamp);
  reference (self, "CodeRef", target);
  if (note != NULL)
    reference (self, "NoteRef", note);
  accord_xml_close (&self->xml);
}

/* A selection a finding, so that its stance is its own: two codings, and a note that says why. */
static void
write_finding (Qdpx *self, const AccordCodingFinding *finding)
{
  const char *user = finding->status == ACCORD_STATUS_ANALYST ? self->analyst : self->machine;
  g_autofree char *selection = dup_finding_guid (self, "selection", finding);
  g_autofree char *coding = dup_finding_guid (self, "coding", finding);
  g_autofree char *stance = dup_finding_guid (self, "stance", finding);
  g_autofree char *note = dup_finding_guid (self, "note", finding);

  open_selection (self, finding->document, selection, finding->span, user);
  write_coding (self, coding, self->facts->principles[finding->principle].id, user, note);
  write_coding (self, stance, accord_stance_name (finding->stance), user, NULL);
  accord_xml_close (&self->xml);
}

/* The ends of links in a document, each passage once. */
static void
write_linked (Qdpx *self, guint d)
{
  guint n = 0;
  const AccordPassage *passages =
    accord_document_get_passages (accord_facts_get_document (self->facts, d), &n);
  g_autofree gboolean *linked = g_new0 (gboolean, n + 1);

  for (guint i = 0; i < self->facts->n_links; i++)
    {
      const AccordLinkFinding *link = &self->facts->links[i];

      if (self->facts->link_numbers[i] == 0)
        continue;
      if (link->a.document == d)
        linked[link->a.passage] = TRUE;
      if (link->b.document == d)
        linked[link->b.passage] = TRUE;
    }
  for (guint i = 0; i < n; i++)
    {
      AccordEnd end = { d, i };
      g_autofree char *guid = linked[i] ? dup_passage_guid (self, end) : NULL;

      if (!linked[i])
        continue;
      open_selection (self, d, guid, passages[i].span, self->machine);
      accord_xml_close (&self->xml);
    }
}

static void
write_source (Qdpx *self, guint d)
{
  g_autofree char *guid = dup_source_guid (self, d);
  g_autofree char *path = g_strdup_printf ("internal://%s.txt", guid);
  g_autofree char *name = accord_report_dup_clean (accord_facts_document_name (self->facts, d), -1);
  guint n = 0;
  const AccordCodingFinding *codings =
    accord_findings_get_document_codings (self->facts->findings, d, &n);

  accord_xml_open (&self->xml, "TextSource");
  accord_xml_attribute (&self->xml, "guid", guid);
  accord_xml_attribute (&self->xml, "name", name);
  accord_xml_attribute (&self->xml, "plainTextPath", path);
  accord_xml_attribute (&self->xml, "creatingUser", self->analyst);
  accord_xml_attribute (&self->xml, "creationDateTime", self->stamp);
  for (guint i = 0; i < n; i++)
    if (accord_coverage_counts (self->facts->coverage, &codings[i]))
      write_finding (self, &codings[i]);
  write_linked (self, d);
  accord_xml_close (&self->xml);
}

static void
write_note (Qdpx *self, const char *guid, const char *name, const char *text, const char *user)
{
  g_autofree char *clean = accord_report_dup_clean (text, -1);
  g_autofree char *clean_name = accord_report_dup_clean (name, -1);

  if (self->n_notes++ == 0)
    accord_xml_open (&self->xml, "Notes");
  accord_xml_open (&self->xml, "Note");
  accord_xml_attribute (&self->xml, "guid", guid);
  accord_xml_attribute (&self->xml, "name", clean_name);
  accord_xml_attribute (&self->xml, "creatingUser", user);
  accord_xml_attribute (&self->xml, "creationDateTime", self->stamp);
  accord_xml_element (&self->xml, "PlainTextContent", clean);
  accord_xml_close (&self->xml);
}

static void
append_words (GString *text, AccordDocument *document, AccordSpan span, const char *before)
{
  g_string_append (text, before);
  g_string_append_len (text, accord_document_get_data (document) + span.start,
                       (gssize) accord_span_length (span));
}

/* "stance: oblige\nstatus: machine\nscore: 812\n…", a line a fact. */
static void
write_coding_note (Qdpx *self, const AccordCodingFinding *finding)
{
  const AccordFacts *facts = self->facts;
  AccordDocument *document = accord_facts_get_document (facts, finding->document);
  AccordAnalysis *analysis = accord_comparison_get_analysis (facts->comparison, finding->document);
  const AccordCoding *coding = accord_facts_get_coding (facts, finding);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *guid = dup_finding_guid (self, "note", finding);

  g_string_append_printf (text, "stance: %s\nstatus: %s\nscore: %d",
                          accord_stance_name (finding->stance),
                          accord_status_name (finding->status), finding->score);
  for (guint i = 0; coding != NULL && i < coding->n_triggers; i++)
    append_words (text, document, accord_analysis_get_triggers (analysis, coding)[i],
                  i == 0 ? "\ntriggers: " : "; ");
  for (guint i = 0; coding != NULL && i < coding->n_mentions; i++)
    append_words (text, document, accord_analysis_get_mentions (analysis, coding)[i].span,
                  i == 0 ? "\nmentions: " : "; ");
  if (coding != NULL && accord_span_length (coding->actor_span) > 0)
    append_words (text, document, coding->actor_span, "\nactor: ");
  write_note (self, guid, accord_facts_principle_name (facts, finding->principle), text->str,
              finding->status == ACCORD_STATUS_ANALYST ? self->analyst : self->machine);
}

static void
write_link_note (Qdpx *self, guint i)
{
  const AccordLinkFinding *link = &self->facts->links[i];
  g_autofree char *guid = dup_link_guid (self, "link-note", i);
  g_autofree char *name = g_strdup_printf ("Link %u", self->facts->link_numbers[i]);
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = 0;
  const AccordReason *reasons = accord_facts_get_reasons (self->facts, link, &n);

  g_string_append_printf (text, "kind: %s\nverdict: %s\nstatus: %s\nscore: %d",
                          accord_link_kind_name (link->kind), accord_verdict_name (link->verdict),
                          accord_status_name (link->status), link->score);
  for (guint r = 0; r < n; r++)
    g_string_append_printf (text, "\n%s %d%s%s", accord_reason_kind_name (reasons[r].kind),
                            reasons[r].weight, reasons[r].label != NULL ? ": " : "",
                            reasons[r].label != NULL ? reasons[r].label : "");
  write_note (self, guid, name, text->str,
              link->status == ACCORD_STATUS_ANALYST ? self->analyst : self->machine);
}

static void
write_notes (Qdpx *self)
{
  const AccordFacts *facts = self->facts;

  for (guint i = 0; i < facts->n_codings; i++)
    if (accord_coverage_counts (facts->coverage, &facts->codings[i]))
      write_coding_note (self, &facts->codings[i]);
  for (guint i = 0; i < facts->n_links; i++)
    if (facts->link_numbers[i] > 0)
      write_link_note (self, i);
  if (self->n_notes > 0)
    accord_xml_close (&self->xml);
}

static void
write_links (Qdpx *self)
{
  const AccordFacts *facts = self->facts;
  guint n = 0;

  for (guint i = 0; i < facts->n_links; i++)
    {
      g_autofree char *guid = dup_link_guid (self, "link", i);
      g_autofree char *note = dup_link_guid (self, "link-note", i);
      g_autofree char *a = dup_passage_guid (self, facts->links[i].a);
      g_autofree char *b = dup_passage_guid (self, facts->links[i].b);

      if (facts->link_numbers[i] == 0)
        continue;
      if (n++ == 0)
        accord_xml_open (&self->xml, "Links");
      accord_xml_open (&self->xml, "Link");
      accord_xml_attribute (&self->xml, "guid", guid);
      accord_xml_attribute (&self->xml, "name", accord_link_kind_name (facts->links[i].kind));
      accord_xml_attribute (&self->xml, "direction", "Associative");
      accord_xml_attribute (&self->xml, "originGUID", a);
      accord_xml_attribute (&self->xml, "targetGUID", b);
      reference (self, "NoteRef", note);
      accord_xml_close (&self->xml);
    }
  if (n > 0)
    accord_xml_close (&self->xml);
}

static void
write_project (Qdpx *self)
{
  const AccordFacts *facts = self->facts;
  g_autofree char *title = accord_facts_dup_title (facts);
  g_autofree char *name = accord_report_dup_clean (title, -1);

  accord_xml_open (&self->xml, "Project");
  accord_xml_attribute (&self->xml, "xmlns", "urn:QDA-XML:project:1.0");
  accord_xml_attribute (&self->xml, "name", name);
  accord_xml_attribute (&self->xml, "origin", "Accord " ACCORD_VERSION);
  accord_xml_attribute (&self->xml, "creatingUserGUID", self->analyst);
  accord_xml_attribute (&self->xml, "creationDateTime", self->stamp);
  accord_xml_open (&self->xml, "Users");
  write_user (self, self->analyst, "Analyst");
  write_user (self, self->machine, "Accord");
  accord_xml_close (&self->xml);
  accord_xml_open (&self->xml, "CodeBook");
  accord_report_qdc_codes (&self->xml, facts->codebook, facts->language, TRUE);
  accord_xml_close (&self->xml);
  write_variables (self);
  accord_xml_open (&self->xml, "Cases");
  for (guint i = 0; i < facts->n_documents; i++)
    write_case (self, facts->documents[i]);
  accord_xml_close (&self->xml);
  accord_xml_open (&self->xml, "Sources");
  for (guint i = 0; i < facts->n_documents; i++)
    write_source (self, facts->documents[i]);
  accord_xml_close (&self->xml);
  write_notes (self);
  write_links (self);
  accord_xml_close (&self->xml);
}

static gboolean
write_archive (Qdpx *self, GString *out, const AccordWatch *watch, GError **error)
{
  AccordZip *zip = accord_zip_new (out, accord_report_get_time ());

  accord_xml_begin (&self->xml);
  write_project (self);
  accord_xml_end_into (&self->xml, zip, "project.qde");
  for (guint i = 0; i < self->facts->n_documents; i++)
    {
      guint d = self->facts->documents[i];
      AccordText *text = accord_document_get_text (accord_facts_get_document (self->facts, d));
      g_autofree char *guid = dup_source_guid (self, d);
      g_autofree char *name = g_strdup_printf ("sources/%s.txt", guid);

      accord_zip_add (zip, name, accord_text_get_data (text), accord_text_get_length (text), TRUE);
    }
  return accord_zip_end (zip, error) && accord_watch_tick (watch, 1, error);
}

/**
 * accord_report_qdpx:
 * @input: what is reported
 * @out: where to append
 * @watch: (nullable): looked at before and after
 * @error: return location for an error
 *
 * Returns: FALSE with ACCORD_ENGINE_ERROR_CANCELLED or G_IO_ERROR_FAILED
 */
gboolean
accord_report_qdpx (const AccordReportInput *input,
                    GString *out,
                    const AccordWatch *watch,
                    GError **error)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (accord_report_get_time ());
  g_autofree char *stamp = g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ");
  g_autofree char *machine = accord_guid_dup ("user/machine");
  g_autofree char *analyst = accord_guid_dup ("user/analyst");
  AccordFacts facts;
  Qdpx self = { .facts = &facts, .stamp = stamp, .machine = machine, .analyst = analyst };
  gboolean done = FALSE;

  if (!accord_watch_tick (watch, 0, error))
    return FALSE;
  accord_facts_init (&facts, input);
  done = write_archive (&self, out, watch, error);
  accord_facts_clear (&facts);
  return done;
}
