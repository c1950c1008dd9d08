/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the report came about, and from what exactly. */
#include "report/accord-report-compose.h"

#include <glib/gi18n-lib.h>

#include "accord-config.h"
#include "report/accord-report-private.h"

static void
fact (AccordCompose *self, const char *name, const char *value)
{
  accord_flow_row (self->flow, FALSE);
  accord_flow_cell (self->flow, 0, 1, ACCORD_FLOW_NONE);
  accord_flow_text (self->flow, name, -1);
  accord_flow_cell (self->flow, 0, 1, ACCORD_FLOW_NONE);
  accord_flow_label (self->flow, value != NULL ? value : "—", -1);
}

static void
facts_table (AccordCompose *self)
{
  static const guint WIDTHS[] = { 36, 64 };
  const AccordFacts *facts = self->facts;
  g_autofree char *icu = accord_report_dup_icu_version ();
  gint least = accord_comparison_get_threshold (facts->comparison);
  g_autofree char *threshold = g_strdup_printf ("%d.%03d", least / 1000, least % 1000);

  accord_compose_section (self, NULL);
  accord_flow_text (self->flow, _ ("Provenance"), -1);
  accord_flow_begin_table (self->flow, WIDTHS, G_N_ELEMENTS (WIDTHS));
  fact (self, _ ("Program"), "Accord " ACCORD_VERSION);
  fact (self, _ ("Library that cut the sentences"), icu);
  fact (self, _ ("Codebook"), accord_codebook_get_id (facts->codebook));
  fact (self, _ ("SHA-256 of the codebook"), facts->input->codebook_sha256);
  fact (self, _ ("Least score of a link"), threshold);
  accord_flow_end_table (self->flow);
}

static void
source_value (AccordCompose *self, AccordDocument *document, AccordField field, const char *before)
{
  const char *value = accord_document_get_field (document, field);

  accord_flow_text (self->flow, before, -1);
  accord_flow_label (self->flow, value != NULL ? value : "—", -1);
}

/* Why blocks were left out, each reason with its number, in the order in which they come. */
static void
left_out (AccordCompose *self, AccordDocument *document)
{
  guint n = 0;
  const AccordBlock *blocks = accord_document_get_blocks (document, &n);
  g_autoptr (GPtrArray) reasons = g_ptr_array_new ();
  g_autoptr (GArray) counts = g_array_new (FALSE, TRUE, sizeof (guint));

  for (guint i = 0; i < n; i++)
    {
      guint at = 0;

      if (blocks[i].kept || blocks[i].reason == NULL)
        continue;
      if (!g_ptr_array_find_with_equal_func (reasons, blocks[i].reason, g_str_equal, &at))
        {
          at = reasons->len;
          g_ptr_array_add (reasons, (gpointer) blocks[i].reason);
          g_array_set_size (counts, at + 1);
        }
      g_array_index (counts, guint, at)++;
    }
  if (reasons->len == 0)
    accord_flow_text (self->flow, _ ("nothing"), -1);
  for (guint i = 0; i < reasons->len; i++)
    {
      accord_flow_text (self->flow, i == 0 ? "" : ", ", -1);
      accord_flow_label (self->flow, g_ptr_array_index (reasons, i), -1);
      accord_flow_printf (self->flow, " (%u)", g_array_index (counts, guint, i));
    }
}

static void
source_row (AccordCompose *self, guint d)
{
  AccordDocument *document = accord_facts_get_document (self->facts, d);

  accord_flow_row (self->flow, FALSE);
  accord_flow_cell (self->flow, 0, 1, ACCORD_FLOW_NONE);
  accord_compose_letter (self, d);
  accord_flow_cell (self->flow, 0, 1, ACCORD_FLOW_NONE);
  accord_flow_label (self->flow, accord_facts_file_name (self->facts, d), -1);
  source_value (self, document, ACCORD_FIELD_MEDIA_TYPE, "\n");
  source_value (self, document, ACCORD_FIELD_ENCODING, ", ");
  source_value (self, document, ACCORD_FIELD_LANGUAGE, ", ");
  accord_flow_cell (self->flow, 0, 1, ACCORD_FLOW_NONE);
  source_value (self, document, ACCORD_FIELD_SHA256, "");
  accord_flow_cell (self->flow, 0, 1, ACCORD_FLOW_NONE);
  left_out (self, document);
}

static void
sources_table (AccordCompose *self)
{
  static const guint WIDTHS[] = { 6, 34, 36, 24 };
  const char *const HEADS[] = { "", _ ("File"), _ ("SHA-256 of its bytes"),
                                _ ("Blocks that were left out, by reason") };

  accord_flow_begin_table (self->flow, WIDTHS, G_N_ELEMENTS (WIDTHS));
  accord_flow_row (self->flow, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (HEADS); i++)
    {
      accord_flow_cell (self->flow, ACCORD_CELL_HEADER, 1, ACCORD_FLOW_NONE);
      accord_flow_text (self->flow, HEADS[i], -1);
    }
  for (guint i = 0; i < self->facts->n_documents; i++)
    source_row (self, self->facts->documents[i]);
  accord_flow_end_table (self->flow);
}

/**
 * accord_compose_method:
 * @self: a report
 */
void
accord_compose_method (AccordCompose *self)
{
  accord_compose_chapter (self, "method", _ ("Method and provenance"));
  accord_compose_section (self, NULL);
  accord_flow_text (self->flow, _ ("Method"), -1);
  for (guint i = 0; i < accord_report_n_method_paragraphs (); i++)
    {
      accord_flow_begin (self->flow, ACCORD_FLOW_BODY, NULL);
      accord_flow_text (self->flow, accord_report_method_paragraph (i), -1);
    }
  facts_table (self);
  sources_table (self);
}
