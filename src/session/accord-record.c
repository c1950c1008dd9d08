/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records of findings as lines: small in files, and compared by the part that says where. */
#include "session/accord-record.h"

#include <string.h>

/**
 * accord_record_new:
 *
 * Returns: (transfer full): an empty record, to be filled before it is shared
 */
AccordRecord *
accord_record_new (void)
{
  AccordRecord *self = g_atomic_rc_box_new0 (AccordRecord);

  self->codings = g_ptr_array_new_with_free_func (g_free);
  self->links = g_ptr_array_new_with_free_func (g_free);
  return self;
}

static void
add_codings (AccordRecord *self, AccordAnalysis *analysis, const char *id)
{
  guint n = 0, n_codings = 0;
  const AccordPassage *passages =
    accord_document_get_passages (accord_analysis_get_document (analysis), &n);
  const AccordPrinciple *principles =
    accord_codebook_get_principles (accord_analysis_get_codebook (analysis), &n);
  const AccordCoding *codings = accord_analysis_get_codings (analysis, &n_codings);

  for (guint i = 0; i < n_codings; i++)
    {
      AccordSpan span = passages[codings[i].passage].span;

      g_ptr_array_add (self->codings,
                       g_strdup_printf ("%s %u-%u %s: %d %s %c", id, span.start, span.end,
                                        principles[codings[i].principle].id, codings[i].score,
                                        accord_stance_name (codings[i].stance),
                                        codings[i].polarity < 0 ? '-' : '+'));
    }
}

static AccordSpan
span_of (AccordComparison *comparison, AccordEnd end)
{
  guint n = 0;
  AccordDocument *document = accord_comparison_get_document (comparison, end.document);

  return accord_document_get_passages (document, &n)[end.passage].span;
}

/**
 * accord_record_new_comparison:
 * @comparison: a comparison
 * @ids: for each of its documents the id in the session
 *
 * Cost: linear.
 *
 * Returns: (transfer full): what the machine found, whatever a person decided about it
 */
AccordRecord *
accord_record_new_comparison (AccordComparison *comparison, const char *const *ids)
{
  AccordRecord *self = accord_record_new ();
  guint n = 0;
  const AccordLink *links = accord_comparison_get_links (comparison, &n);

  for (guint i = 0; i < accord_comparison_get_n_documents (comparison); i++)
    add_codings (self, accord_comparison_get_analysis (comparison, i), ids[i]);
  for (guint i = 0; i < n; i++)
    {
      AccordSpan a = span_of (comparison, links[i].a), b = span_of (comparison, links[i].b);

      g_ptr_array_add (self->links,
                       g_strdup_printf ("%s %u-%u %s %u-%u: %d %s %s", ids[links[i].a.document],
                                        a.start, a.end, ids[links[i].b.document], b.start, b.end,
                                        links[i].score, accord_link_kind_name (links[i].kind),
                                        accord_verdict_name (links[i].verdict)));
    }
  return self;
}

/**
 * accord_record_ref:
 * @self: a record
 *
 * Returns: (transfer full): @self
 */
AccordRecord *
accord_record_ref (AccordRecord *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  AccordRecord *self = data;

  g_ptr_array_unref (self->codings);
  g_ptr_array_unref (self->links);
}

/**
 * accord_record_unref:
 * @self: (transfer full): a record
 */
void
accord_record_unref (AccordRecord *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

static void
drift_free (gpointer data)
{
  AccordDrift *self = data;

  g_free (self->what);
  g_free (self->before);
  g_free (self->now);
  g_free (self);
}

/* Ids may hold a colon, values do not. */
static const char *
colon_of (const char *line)
{
  const char *found = NULL;

  for (const char *p = strstr (line, ": "); p != NULL; p = strstr (p + 1, ": "))
    found = p;
  return found != NULL ? found : line + strlen (line);
}

static const char *
value_of (const char *line)
{
  const char *colon = colon_of (line);

  return *colon == ':' ? colon + 2 : colon;
}

/* Lines by what they are about. */
static GHashTable *
table_of (GPtrArray *lines)
{
  GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const char *line = g_ptr_array_index (lines, i);

      g_hash_table_insert (table, g_strndup (line, (gsize) (colon_of (line) - line)),
                           (gpointer) line);
    }
  return table;
}

static void
add_drift (GPtrArray *drifts, gboolean link, char *what, const char *before, const char *now)
{
  AccordDrift *drift = g_new0 (AccordDrift, 1);

  drift->link = link;
  drift->what = what;
  drift->before = g_strdup (before);
  drift->now = g_strdup (now);
  g_ptr_array_add (drifts, drift);
}

static void
compare (GPtrArray *before, GPtrArray *now, gboolean link, GPtrArray *drifts)
{
  g_autoptr (GHashTable) table_before = table_of (before), table_now = table_of (now);

  for (guint i = 0; i < before->len; i++)
    {
      const char *line = g_ptr_array_index (before, i);
      g_autofree char *what = g_strndup (line, (gsize) (colon_of (line) - line));
      const char *other = g_hash_table_lookup (table_now, what);

      if (other == NULL || !g_str_equal (line, other))
        add_drift (drifts, link, g_steal_pointer (&what), value_of (line),
                   other != NULL ? value_of (other) : NULL);
    }
  for (guint i = 0; i < now->len; i++)
    {
      const char *line = g_ptr_array_index (now, i);
      g_autofree char *what = g_strndup (line, (gsize) (colon_of (line) - line));

      if (!g_hash_table_contains (table_before, what))
        add_drift (drifts, link, g_steal_pointer (&what), NULL, value_of (line));
    }
}

/**
 * accord_record_compare:
 * @before: a record
 * @now: another, of the same session
 *
 * Cost: linear.
 *
 * Returns: (transfer full) (element-type AccordDrift): how they differ: codings, then links; those
 *   that were there in their order, then the new ones
 */
GPtrArray *
accord_record_compare (const AccordRecord *before, const AccordRecord *now)
{
  GPtrArray *drifts = g_ptr_array_new_with_free_func (drift_free);

  compare (before->codings, now->codings, FALSE, drifts);
  compare (before->links, now->links, TRUE, drifts);
  return drifts;
}
