/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Judgements of coders, taken from decisions and their alternatives: a row for each
 * passage that somebody reviewed, a column for each principle and coder. */
#include "session/accord-coders.h"

#include <stdlib.h>
#include <string.h>

#include "session/accord-decision-kind-private.h"

/* A passage that somebody reviewed. coded: n_principles × n_coders bits as bytes, owned. */
typedef struct
{
  guint document;
  guint passage;
  guint8 *reviewed;
  guint8 *coded;
} Row;

/* Invariants: names ascending; rows sorted by document and passage; units of one theme lie in
 * values from theme_starts[theme] on. */
struct _AccordCoders
{
  GPtrArray *names; /* without the NULL at its end */
  guint n_principles;
  GArray *rows;
  guint *n_reviewed;
  AccordAgreement overall;
  AccordAgreement *themes;
  GArray *differences;
  GArray *values;
};

/* What one coder said. */
typedef struct
{
  const char *coder;
  const char *kind;
} Word;

typedef void (*WordFunc) (AccordCoders *self,
                          const AccordStateDecision *about,
                          const Word *word,
                          gpointer data);

static const char *
string_of (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING
           ? json_node_get_string (node)
           : NULL;
}

static void
each_alternative (AccordCoders *self,
                  const AccordStateDecision *decision,
                  WordFunc function,
                  gpointer data)
{
  JsonArray *array =
    decision->alternatives != NULL ? json_node_get_array (decision->alternatives) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *object = json_array_get_object_element (array, i);
      const Word word = { string_of (object, "coder"), string_of (object, "kind") };

      if (word.coder != NULL && word.kind != NULL &&
          !json_object_get_boolean_member_with_default (object, "removed", FALSE))
        function (self, decision, &word, data);
    }
}

/* All that was said about places in texts and not taken back. */
static void
each_word (AccordCoders *self, const AccordSessionState *state, WordFunc function, gpointer data)
{
  for (guint i = 0; i < state->decisions->len; i++)
    {
      const AccordStateDecision *decision = g_ptr_array_index (state->decisions, i);
      const Word word = { decision->coder, decision->kind };

      if (decision->target.document == NULL || decision->other.document != NULL ||
          decision->target.anchor != ACCORD_ANCHOR_FIRM)
        continue;
      if (!decision->removed && word.coder != NULL && word.kind != NULL)
        function (self, decision, &word, data);
      each_alternative (self, decision, function, data);
    }
}

static gint
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static gboolean
judges (const Word *word)
{
  return g_str_equal (word->kind, "accept") || g_str_equal (word->kind, "reject") ||
         g_str_equal (word->kind, "code") || g_str_equal (word->kind, "reviewed");
}

static void
add_name_cb (AccordCoders *self, const AccordStateDecision *about, const Word *word, gpointer data)
{
  GHashTable *seen = data;

  if (judges (word) && g_hash_table_add (seen, (gpointer) word->coder))
    g_ptr_array_add (self->names, g_strdup (word->coder));
}

static guint
coder_index (const AccordCoders *self, const char *name)
{
  const char **found =
    bsearch (&name, self->names->pdata, self->names->len, sizeof (char *), compare_names);

  return (guint) (found - (const char **) self->names->pdata);
}

/* Where a session's documents are. */
typedef struct
{
  const AccordSessionState *state;
  GHashTable *indices;
  GHashTable *rows; /* (document << 32 | passage) → index of the row plus one */
} Places;

static gboolean
find_document (const Places *places, const AccordStateDecision *about, guint *document)
{
  gpointer index = NULL;

  if (!g_hash_table_lookup_extended (places->indices, about->target.document, NULL, &index))
    return FALSE;
  *document = GPOINTER_TO_UINT (index);
  return TRUE;
}

static const AccordPassage *
passages_of (const Places *places, guint document, guint *n)
{
  const AccordStateDocument *one = g_ptr_array_index (places->state->documents, document);

  return accord_document_get_passages (one->document, n);
}

/* Whether a decision about @span speaks of @passage: they share a byte, or are empty at one place.
 */
static gboolean
meets (AccordSpan span, AccordSpan passage)
{
  return (span.start < passage.end && passage.start < span.end) || span.start == passage.start;
}

/* Returns: the first passage that ends behind the start of @span */
static guint
first_passage (const AccordPassage *passages, guint n, AccordSpan span)
{
  guint low = 0, high = n;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (passages[middle].span.end > span.start)
        high = middle;
      else
        low = middle + 1;
    }
  return low;
}

static gint64 *
row_key (guint document, guint passage)
{
  gint64 key = (gint64) document << 32 | passage;

  return g_memdup2 (&key, sizeof key);
}

static Row *
row_at (AccordCoders *self, Places *places, guint document, guint passage, gboolean make)
{
  g_autofree gint64 *key = row_key (document, passage);
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (places->rows, key));
  Row row = { document, passage, NULL, NULL };

  if (found > 0)
    return &g_array_index (self->rows, Row, found - 1);
  if (!make)
    return NULL;
  row.reviewed = g_new0 (guint8, self->names->len);
  row.coded = g_new0 (guint8, (gsize) self->n_principles * self->names->len + 1);
  g_array_append_val (self->rows, row);
  g_hash_table_insert (places->rows, g_steal_pointer (&key), GUINT_TO_POINTER (self->rows->len));
  return &g_array_index (self->rows, Row, self->rows->len - 1);
}

static void
add_reviewed_cb (AccordCoders *self,
                 const AccordStateDecision *about,
                 const Word *word,
                 gpointer data)
{
  Places *places = data;
  guint document = 0, n = 0, coder = 0;
  const AccordPassage *passages = NULL;

  if (!g_str_equal (word->kind, "reviewed") || !find_document (places, about, &document))
    return;
  coder = coder_index (self, word->coder);
  passages = passages_of (places, document, &n);
  for (guint i = first_passage (passages, n, about->target.span);
       i < n && meets (about->target.span, passages[i].span); i++)
    {
      Row *row = row_at (self, places, document, i, TRUE);

      self->n_reviewed[coder] += !row->reviewed[coder];
      row->reviewed[coder] = TRUE;
    }
}

static void
add_coded_cb (AccordCoders *self, const AccordStateDecision *about, const Word *word, gpointer data)
{
  Places *places = data;
  guint document = 0, n = 0, principle = 0;
  const AccordPassage *passages = NULL;

  if ((!g_str_equal (word->kind, "code") && !g_str_equal (word->kind, "accept")) ||
      about->principle == NULL ||
      !accord_codebook_find_principle (places->state->codebook, about->principle, &principle) ||
      !find_document (places, about, &document))
    return;
  passages = passages_of (places, document, &n);
  for (guint i = first_passage (passages, n, about->target.span);
       i < n && meets (about->target.span, passages[i].span); i++)
    {
      Row *row = row_at (self, places, document, i, FALSE);

      if (row != NULL)
        row->coded[principle * self->names->len + coder_index (self, word->coder)] = TRUE;
    }
}

static gint
compare_rows (gconstpointer a, gconstpointer b)
{
  const Row *x = a, *y = b;

  if (x->document != y->document)
    return x->document < y->document ? -1 : 1;
  return (x->passage > y->passage) - (x->passage < y->passage);
}

/* The judgements of one unit. Returns: whether coders who reviewed it differ */
static gboolean
append_unit (const AccordCoders *self, const Row *row, guint principle, GArray *values)
{
  gint32 first = ACCORD_UNJUDGED;
  gboolean differ = FALSE;

  for (guint c = 0; c < self->names->len; c++)
    {
      gint32 value =
        row->reviewed[c] ? row->coded[principle * self->names->len + c] : ACCORD_UNJUDGED;

      differ = differ || (first != ACCORD_UNJUDGED && value != ACCORD_UNJUDGED && value != first);
      first = first == ACCORD_UNJUDGED ? value : first;
      g_array_append_val (values, value);
    }
  return differ;
}

static AccordAgreement
measure (const AccordCoders *self, GArray *values)
{
  guint n_coders = self->names->len;

  return accord_agreement ((const gint32 *) (gpointer) values->data,
                           n_coders > 0 ? values->len / n_coders : 0, n_coders);
}

static void
measure_all (AccordCoders *self, const AccordCodebook *codebook)
{
  guint n_themes = 0;
  const AccordTheme *themes = accord_codebook_get_themes (codebook, &n_themes);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (gint32));

  self->themes = g_new0 (AccordAgreement, n_themes + 1);
  for (guint t = 0; t < n_themes; t++)
    {
      g_autoptr (GArray) some = g_array_new (FALSE, FALSE, sizeof (gint32));

      for (guint i = 0; i < self->rows->len; i++)
        for (guint p = 0; p < themes[t].n_principles; p++)
          append_unit (self, &g_array_index (self->rows, Row, i), themes[t].first_principle + p,
                       some);
      self->themes[t] = measure (self, some);
      g_array_append_vals (all, some->data, some->len);
    }
  self->overall = measure (self, all);
}

/* In the order of texts. */
static void
list_differences (AccordCoders *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    for (guint p = 0; p < self->n_principles; p++)
      {
        const Row *row = &g_array_index (self->rows, Row, i);
        AccordDifference difference = { row->document, row->passage, p, self->values->len };

        if (append_unit (self, row, p, self->values))
          g_array_append_val (self->differences, difference);
        else
          g_array_set_size (self->values, difference.first_value);
      }
}

static void
clear_row (gpointer data)
{
  Row *row = data;

  g_free (row->reviewed);
  g_free (row->coded);
}

/**
 * accord_coders_new:
 * @state: a session
 *
 * Cost: reviewed passages × principles × coders².
 *
 * Returns: (transfer full): what its coders say
 */
AccordCoders *
accord_coders_new (const AccordSessionState *state)
{
  AccordCoders *self = g_new0 (AccordCoders, 1);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) indices = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Places places = { state, indices, rows };

  self->names = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_array_set_clear_func (self->rows, clear_row);
  self->differences = g_array_new (FALSE, FALSE, sizeof (AccordDifference));
  self->values = g_array_new (FALSE, FALSE, sizeof (gint32));
  accord_codebook_get_principles (state->codebook, &self->n_principles);
  for (guint i = 0; i < state->documents->len; i++)
    g_hash_table_insert (indices, ((AccordStateDocument *) state->documents->pdata[i])->id,
                         GUINT_TO_POINTER (i));
  each_word (self, state, add_name_cb, seen);
  g_ptr_array_sort (self->names, compare_names);
  self->n_reviewed = g_new0 (guint, self->names->len + 1);
  each_word (self, state, add_reviewed_cb, &places);
  each_word (self, state, add_coded_cb, &places);
  g_array_sort (self->rows, compare_rows);
  measure_all (self, state->codebook);
  list_differences (self);
  return self;
}

/**
 * accord_coders_free:
 * @self: (transfer full) (nullable): what coders say
 */
void
accord_coders_free (AccordCoders *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->names);
  g_array_unref (self->rows);
  g_array_unref (self->differences);
  g_array_unref (self->values);
  g_free (self->n_reviewed);
  g_free (self->themes);
  g_free (self);
}

/**
 * accord_coders_get_names:
 * @self: what coders say
 * @n_coders: (out): their number
 *
 * Returns: (transfer none) (array length=n_coders): who decided anything about codings, sorted
 */
const char *const *
accord_coders_get_names (const AccordCoders *self, guint *n_coders)
{
  *n_coders = self->names->len;
  return (const char *const *) self->names->pdata;
}

/**
 * accord_coders_count_reviewed:
 * @self: what coders say
 * @coder: index of a coder
 *
 * Returns: how many passages this coder marked as reviewed
 */
guint
accord_coders_count_reviewed (const AccordCoders *self, guint coder)
{
  return self->n_reviewed[coder];
}

/**
 * accord_coders_get_overall:
 * @self: what coders say
 *
 * Returns: the agreement over all principles
 */
AccordAgreement
accord_coders_get_overall (const AccordCoders *self)
{
  return self->overall;
}

/**
 * accord_coders_get_theme:
 * @self: what coders say
 * @theme: index of a theme of the codebook
 *
 * Returns: the agreement over the principles of @theme
 */
AccordAgreement
accord_coders_get_theme (const AccordCoders *self, guint theme)
{
  return self->themes[theme];
}

/**
 * accord_coders_get_differences:
 * @self: what coders say
 * @n: (out): their number
 *
 * Returns: (transfer none) (array length=n): the units about which coders differ, in their order in
 *   the texts
 */
const AccordDifference *
accord_coders_get_differences (const AccordCoders *self, guint *n)
{
  *n = self->differences->len;
  return (const AccordDifference *) (gpointer) self->differences->data;
}

/**
 * accord_coders_get_values:
 * @self: what coders say
 * @difference: one of its differences
 *
 * Returns: (transfer none): a value for each coder
 */
const gint32 *
accord_coders_get_values (const AccordCoders *self, const AccordDifference *difference)
{
  return &g_array_index (self->values, gint32, difference->first_value);
}
