/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which document of one session is which of the other, and how they differ. */
#include <string.h>

#include "session/accord-merge-private.h"
#include "session/accord-session-state-private.h"

static const AccordField FIELDS[] = {
  ACCORD_FIELD_TITLE, ACCORD_FIELD_SUBTITLE, ACCORD_FIELD_ISSUER,   ACCORD_FIELD_AUTHOR,
  ACCORD_FIELD_DATE,  ACCORD_FIELD_KIND,     ACCORD_FIELD_LANGUAGE,
};

/* What a source is known by. */
static char *
dup_key (const AccordStateDocument *document)
{
  const char *sha256 = accord_document_get_field (document->document, ACCORD_FIELD_SHA256);
  AccordText *text = accord_document_get_text (document->document);
  g_autofree char *of_text = NULL;

  if (sha256 != NULL)
    return g_strdup (sha256);
  of_text = g_compute_checksum_for_data (
    G_CHECKSUM_SHA256, (const guchar *) accord_text_get_data (text), accord_text_get_length (text));
  return g_strconcat ("text ", of_text, NULL);
}

static gboolean
same_text (const AccordStateDocument *a, const AccordStateDocument *b)
{
  AccordText *x = accord_document_get_text (a->document);
  AccordText *y = accord_document_get_text (b->document);
  guint32 length = accord_text_get_length (x);

  return length == accord_text_get_length (y) &&
         memcmp (accord_text_get_data (x), accord_text_get_data (y), length) == 0;
}

static gboolean
same_field (const AccordStateDocument *a, const AccordStateDocument *b, AccordField field)
{
  return g_strcmp0 (accord_document_get_field (a->document, field),
                    accord_document_get_field (b->document, field)) == 0;
}

/* How well two documents of one source fit: a file may hold several. */
static guint
fit (const AccordStateDocument *a, const AccordStateDocument *b)
{
  return 1 + 4 * same_text (a, b) + 2 * same_field (a, b, ACCORD_FIELD_TITLE) +
         same_field (a, b, ACCORD_FIELD_NAME);
}

static AccordStateDocument *
find_match (const AccordSessionState *state,
            guint n,
            const AccordStateDocument *document,
            GHashTable *taken)
{
  g_autofree char *key = dup_key (document);
  AccordStateDocument *best = NULL;
  guint best_fit = 0;

  for (guint i = 0; i < n; i++)
    {
      AccordStateDocument *candidate = g_ptr_array_index (state->documents, i);
      g_autofree char *other = NULL;

      if (g_hash_table_contains (taken, candidate))
        continue;
      other = dup_key (candidate);
      if (g_str_equal (key, other) && fit (candidate, document) > best_fit)
        {
          best = candidate;
          best_fit = fit (candidate, document);
        }
    }
  return best;
}

static AccordStateDocument *
add_document (AccordMergeSide *side, const AccordStateDocument *from)
{
  AccordSessionState *state = side->merge->state;
  g_autofree char *id = g_strdup_printf ("d%u", state->next_document++);
  AccordStateDocument *added = accord_state_document_new (id, from->document);

  added->path = g_strdup (from->path);
  added->shown = from->shown;
  added->extra = from->extra != NULL ? json_object_ref (from->extra) : NULL;
  g_ptr_array_add (state->documents, added);
  return added;
}

static void
compare_blocks (AccordMergeSide *side,
                const AccordStateDocument *ours,
                const AccordStateDocument *theirs)
{
  guint n = 0, n_theirs = 0, n_kept = 0, n_their_kept = 0, n_differ = 0;
  const AccordBlock *a = accord_document_get_blocks (ours->document, &n);
  const AccordBlock *b = accord_document_get_blocks (theirs->document, &n_theirs);
  AccordConflict *conflict = NULL;

  for (guint i = 0; i < MIN (n, n_theirs); i++)
    n_differ += a[i].kept != b[i].kept || a[i].span.start != b[i].span.start;
  for (guint i = 0; i < n; i++)
    n_kept += a[i].kept;
  for (guint i = 0; i < n_theirs; i++)
    n_their_kept += b[i].kept;
  if (n_differ == 0 && n == n_theirs)
    return;
  conflict = accord_merge_add_conflict (side, ACCORD_CONFLICT_LEFT_OUT, ours->id);
  conflict->ours = g_strdup_printf ("%u/%u", n_kept, n);
  conflict->theirs = g_strdup_printf ("%u/%u", n_their_kept, n_theirs);
}

static void
compare_fields (AccordMergeSide *side,
                const AccordStateDocument *ours,
                const AccordStateDocument *theirs)
{
  for (guint i = 0; i < G_N_ELEMENTS (FIELDS); i++)
    {
      AccordConflict *conflict = NULL;

      if (same_field (ours, theirs, FIELDS[i]))
        continue;
      conflict = accord_merge_add_conflict (side, ACCORD_CONFLICT_FIELD, ours->id);
      conflict->what = g_strdup (accord_field_name (FIELDS[i]));
      conflict->ours = g_strdup (accord_document_get_field (ours->document, FIELDS[i]));
      conflict->theirs = g_strdup (accord_document_get_field (theirs->document, FIELDS[i]));
    }
}

static void
merge_document (AccordMergeSide *side, AccordStateDocument *ours, const AccordStateDocument *theirs)
{
  if (!same_text (ours, theirs))
    {
      AccordConflict *conflict = accord_merge_add_conflict (side, ACCORD_CONFLICT_TEXT, ours->id);

      conflict->ours =
        g_strdup_printf ("%u", accord_text_get_length (accord_document_get_text (ours->document)));
      conflict->theirs = g_strdup_printf (
        "%u", accord_text_get_length (accord_document_get_text (theirs->document)));
    }
  else
    compare_blocks (side, ours, theirs);
  compare_fields (side, ours, theirs);
}

/* Fills side->documents. */
void
accord_merge_documents (AccordMergeSide *side)
{
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);
  guint n = side->merge->state->documents->len;

  for (guint i = 0; i < side->from->documents->len; i++)
    {
      AccordStateDocument *theirs = g_ptr_array_index (side->from->documents, i);
      AccordStateDocument *ours = find_match (side->merge->state, n, theirs, taken);

      if (ours != NULL)
        merge_document (side, ours, theirs);
      else
        ours = add_document (side, theirs);
      g_hash_table_add (taken, ours);
      g_hash_table_insert (side->documents, theirs->id, ours);
    }
}

/* Whether what stands around @quote at @at of @text is what stood around it before. */
static gboolean
same_context (AccordText *from, AccordSpan span, AccordText *to, guint32 at)
{
  AccordSpan there = { at, at + accord_span_length (span) };
  AccordSpan a = accord_state_context_before (from, span);
  AccordSpan b = accord_state_context_before (to, there);
  AccordSpan c = accord_state_context_after (from, span);
  AccordSpan d = accord_state_context_after (to, there);

  return accord_span_length (a) == accord_span_length (b) &&
         accord_span_length (c) == accord_span_length (d) &&
         memcmp (accord_text_get_data (from) + a.start, accord_text_get_data (to) + b.start,
                 accord_span_length (a)) == 0 &&
         memcmp (accord_text_get_data (from) + c.start, accord_text_get_data (to) + d.start,
                 accord_span_length (c)) == 0;
}

/* Where the words at @span of @from are in another text: with their context, else alone, in
 * either case only where there is one such place. */
gboolean
accord_merge_find_place (AccordText *from, AccordSpan span, AccordText *to, AccordSpan *found)
{
  const char *quote = accord_text_get_data (from) + span.start;
  const char *data = accord_text_get_data (to), *p = data;
  const char *end = data + accord_text_get_length (to);
  guint32 length = accord_span_length (span), alone = 0, with_context = 0;
  guint n = 0, n_with_context = 0;

  while (length > 0 && (p = memmem (p, (gsize) (end - p), quote, length)) != NULL)
    {
      alone = (guint32) (p - data);
      n++;
      if (same_context (from, span, to, alone))
        {
          with_context = alone;
          n_with_context++;
        }
      p++;
    }
  if (n_with_context != 1 && n != 1)
    return FALSE;
  found->start = n_with_context == 1 ? with_context : alone;
  found->end = found->start + length;
  return TRUE;
}
