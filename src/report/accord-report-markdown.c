/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report as Markdown: CommonMark with tables. Every sign that could be markup is escaped,
 * so that a text says in Markdown what it said before. */
#include "report/accord-report-flow.h"

#include <string.h>

#include "report/accord-report-private.h"

typedef struct
{
  GString *out;
  const AccordFlow *flow;
  gboolean in_table;
} Markdown;

/* A sign that could be markup; a backslash takes that away from every ASCII punctuation. */
static gboolean
is_markup (char c)
{
  return strchr ("\\`*_{}[]<>()#+-.!|~&$:=\"'", c) != NULL;
}

/* Without the signs that are markup at the beginning of a line only, texts stay readable; a line
 * of ours never begins with them unless the text does. */
static gboolean
must_escape (const char *text, const char *p)
{
  if (!is_markup (*p))
    return FALSE;
  if (strchr ("\"'()", *p) != NULL)
    return FALSE;
  if (strchr ("+-#=", *p) != NULL)
    return p == text || p[-1] == '\n' || p[-1] == ' ' || p[1] == *p;
  if (*p == '.')
    return p > text && g_ascii_isdigit (p[-1]) && (p[1] == ' ' || p[1] == '\0' || p[1] == '\n');
  return *p != ':' || p[1] == '/';
}

static void
append_text (Markdown *self, const char *text, gsize length)
{
  g_autofree char *copy = g_strndup (text, length);

  for (const char *p = copy; *p != '\0'; p++)
    {
      if (*p == '\n')
        {
          g_string_append (self->out, self->in_table ? "<br>" : "\\\n");
          continue;
        }
      if (must_escape (copy, p))
        g_string_append_c (self->out, '\\');
      g_string_append_c (self->out, *p == '\t' ? ' ' : *p);
    }
}

/* Emphasis must not begin or end with a blank. */
static void
append_emphasised (Markdown *self, const char *text, gsize length, const char *mark)
{
  gsize start = 0, end = length;

  while (start < end && g_ascii_isspace (text[start]))
    start++;
  while (end > start && g_ascii_isspace (text[end - 1]))
    end--;
  append_text (self, text, start);
  if (end > start)
    g_string_append (self->out, mark);
  append_text (self, text + start, end - start);
  if (end > start)
    g_string_append (self->out, mark);
  append_text (self, text + end, length - end);
}

static void
append_run (Markdown *self, const AccordFlowRun *run, guint base)
{
  const char *text = self->flow->text->str + run->start;
  gsize length = run->end - run->start;
  guint flags = run->flags & ~base;
  const char *mark = (flags & ACCORD_FLOW_BOLD) != 0                               ? "**"
                     : (flags & (ACCORD_FLOW_ITALIC | ACCORD_FLOW_UNDERLINE)) != 0 ? "*"
                                                                                   : "";

  if (run->anchor != NULL)
    g_string_append_printf (self->out, "<a id=\"%s\"></a>", run->anchor);
  if (run->link != NULL && length > 0)
    g_string_append_c (self->out, '[');
  append_emphasised (self, text, length, mark);
  if (run->link != NULL && length > 0)
    g_string_append_printf (self->out, "](#%s)", run->link);
}

static void
append_runs (Markdown *self, const AccordFlowBlock *block, guint base)
{
  const AccordFlowRun *runs = accord_flow_get_runs (self->flow, block);

  for (guint i = 0; i < block->n_runs; i++)
    append_run (self, &runs[i], base);
}

static void
append_row (Markdown *self, GArray *cells)
{
  g_string_append_c (self->out, '|');
  for (guint i = 0; i < cells->len; i++)
    {
      const AccordFlowCell *cell = &g_array_index (cells, AccordFlowCell, i);

      g_string_append_c (self->out, ' ');
      append_runs (self, &cell->block,
                   (cell->flags & ACCORD_CELL_HEADER) != 0 ? ACCORD_FLOW_BOLD : 0);
      g_string_append (self->out, " |");
      for (guint s = 1; s < cell->span; s++)
        g_string_append (self->out, " |");
    }
  g_string_append_c (self->out, '\n');
}

/* A table needs a head; one that has none gets an empty one. */
static void
append_table (Markdown *self, const AccordFlowTable *table)
{
  self->in_table = TRUE;
  if (table->n_header > 0)
    append_row (self, g_ptr_array_index (table->rows, 0));
  else
    for (guint i = 0; i <= table->widths->len; i++)
      g_string_append (self->out, i < table->widths->len ? "|  " : "|\n");
  for (guint i = 0; i <= table->widths->len; i++)
    g_string_append (self->out, i < table->widths->len ? "|---" : "|\n");
  for (guint i = table->n_header > 0 ? 1 : 0; i < table->rows->len; i++)
    append_row (self, g_ptr_array_index (table->rows, i));
  g_string_append_c (self->out, '\n');
  self->in_table = FALSE;
}

static void
append_block (Markdown *self, const AccordFlowBlock *block)
{
  static const char *const BEFORE[ACCORD_N_FLOW_STYLES] = {
    [ACCORD_FLOW_TITLE] = "# ",
    [ACCORD_FLOW_QUOTE] = "> ",
    [ACCORD_FLOW_SOURCE_HEADING] = "#### ",
  };
  guint base = 0;

  if (block->table != NULL)
    {
      append_table (self, block->table);
      return;
    }
  /* A heading is one line. */
  self->in_table = block->style == ACCORD_FLOW_SOURCE_HEADING || block->style == ACCORD_FLOW_QUOTE;
  if (block->style == ACCORD_FLOW_HEADING)
    {
      g_string_append_len (self->out, "#####", MIN (block->level + 1, 5));
      g_string_append_c (self->out, ' ');
    }
  else if (BEFORE[block->style] != NULL)
    g_string_append (self->out, BEFORE[block->style]);
  if (block->style == ACCORD_FLOW_SOURCE_HEADING)
    base = ACCORD_FLOW_BOLD;
  append_runs (self, block, base);
  g_string_append (self->out, "\n\n");
  self->in_table = FALSE;
}

/**
 * accord_report_markdown:
 * @input: what is reported
 * @out: where to append
 * @watch: (nullable): progress and cancel
 * @error: return location for an error
 *
 * Returns: FALSE with ACCORD_ENGINE_ERROR_CANCELLED
 */
gboolean
accord_report_markdown (const AccordReportInput *input,
                        GString *out,
                        const AccordWatch *watch,
                        GError **error)
{
  g_autoptr (AccordFlow) flow = accord_flow_new_for_input (input, watch, error);
  Markdown self = { .out = out, .flow = flow };

  if (flow == NULL)
    return FALSE;
  for (guint i = 0; i < flow->blocks->len; i++)
    append_block (&self, &g_array_index (flow->blocks, AccordFlowBlock, i));
  return TRUE;
}
