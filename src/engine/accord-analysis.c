/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From mentions to codings, passage by passage: the mentions of one principle in one
 * passage are one coding. Its confidence comes from its own terms alone, each a piece
 * of evidence by its weight, so that no other document can change it. */
#include "engine/accord-analysis.h"

#include <stdlib.h>

#include "engine/accord-matcher-private.h"
#include "engine/accord-stance-private.h"

/* Work between two ticks: each well under 10 ms. */
#define TICK_BYTES 16384u
#define TICK_CODINGS 256u

#define MANY_MENTIONS 8192u

#define NO_PRINCIPLE G_MAXUINT32

/* The most mentions of a coding that are asked for their stance. */
#define STANCE_MENTIONS 8u

/* Invariants: codings are sorted by passage, then score, the best first, then principle;
 * those of passage i are first_coding[i] to first_coding[i + 1]; the mentions of a coding
 * stand together, sorted by span, and so do its triggers. */
struct _AccordAnalysis
{
  AccordDocument *document;
  AccordCodebook *codebook;
  AccordWords *words;
  GArray *codings;
  guint32 *first_coding;
  GArray *mentions;
  GArray *triggers;
};

/* What is needed while the analysis is made, and freed with it. */
typedef struct
{
  AccordAnalysis *analysis;
  AccordAnalysis *former; /* nullable: of the same document by another codebook */
  guint32 *former_of;     /* nullable: by principle, that of the former codebook, or NO_PRINCIPLE */
  const AccordMatcher *matcher;
  AccordMatcherScan *scan;
  GHashTable *readers; /* interned language to reader */
  const AccordWatch *watch;
  guint32 ticked_byte;
  guint ticked_coding;
} Maker;

/* A part of the work that tells its own progress from 0 to 1. */
typedef struct
{
  const AccordWatch *whole; /* nullable */
  double start;
  double share;
} Part;

static void
analysis_clear (gpointer data)
{
  AccordAnalysis *self = data;

  g_clear_pointer (&self->document, accord_document_unref);
  g_clear_pointer (&self->codebook, accord_codebook_unref);
  g_clear_pointer (&self->words, accord_words_unref);
  g_clear_pointer (&self->codings, g_array_unref);
  g_clear_pointer (&self->first_coding, g_free);
  g_clear_pointer (&self->mentions, g_array_unref);
  g_clear_pointer (&self->triggers, g_array_unref);
}

static gboolean
part_tick_cb (double fraction, gpointer data)
{
  const Part *part = data;

  return accord_watch_tick (part->whole, part->start + fraction * part->share, NULL);
}

static const AccordMention *
mention_at (const AccordAnalysis *self, guint i)
{
  return &g_array_index (self->mentions, AccordMention, i);
}

static gint
compare_mentions (gconstpointer a, gconstpointer b)
{
  const AccordMention *x = a, *y = b;

  if (x->principle != y->principle)
    return x->principle < y->principle ? -1 : 1;
  return x->span.start < y->span.start ? -1 : x->span.start > y->span.start;
}

static gint
compare_codings (gconstpointer a, gconstpointer b)
{
  const AccordCoding *x = a, *y = b;

  if (x->score != y->score)
    return x->score > y->score ? -1 : 1;
  return x->principle < y->principle ? -1 : x->principle > y->principle;
}

static AccordStanceReader *
reader_for (Maker *maker, const char *language)
{
  AccordStanceReader *reader = g_hash_table_lookup (maker->readers, language);

  if (reader == NULL)
    {
      reader = accord_stance_reader_new (language);
      g_hash_table_insert (maker->readers, (gpointer) language, reader);
    }
  return reader;
}

static gboolean
is_term_before (const AccordAnalysis *self, guint first, guint i)
{
  for (guint b = first; b < i; b++)
    if (mention_at (self, b)->term == mention_at (self, i)->term)
      return TRUE;
  return FALSE;
}

/* A passage says first what it is about: a mention tells half as much far behind its start, by
 * e^(-d / 200) of d bytes between, here of 64 a step in thousandths. */
static gint32
weight_of_place (guint32 distance)
{
  static const gint32 STEPS[] = {
    1000, 863, 764, 691, 639, 601, 573, 553, 539, 528, 520, 515, 511
  };
  guint32 step = distance / 64;

  if (step + 1 >= G_N_ELEMENTS (STEPS))
    return STEPS[G_N_ELEMENTS (STEPS) - 1];
  return STEPS[step] - (STEPS[step] - STEPS[step + 1]) * (gint32) (distance % 64) / 64;
}

/* The doubt that mention @i leaves of a doubt before it, in thousandths. */
static gint32
doubt_after (
  const Maker *maker, AccordSpan passage, guint first, guint i, gboolean denied, gint32 doubt)
{
  const AccordMention *mention = mention_at (maker->analysis, i);
  gint32 weight = maker->matcher->weights[mention->term];

  /* Past the first dozen a mention adds less than rounding; looking back would be quadratic. */
  if (i - first >= 16)
    return doubt;
  if (is_term_before (maker->analysis, first, i))
    weight /= 5;
  weight = weight * weight_of_place (mention->span.start - passage.start) / 1000;
  if (denied)
    weight = weight * 2 / 5;
  return doubt * (1000 - weight) / 1000;
}

/* Of what is @found at mention @m. */
static void
set_stance (AccordAnalysis *self, guint m, const AccordStanceResult *found, AccordCoding *coding)
{
  guint n = 0;
  const AccordTerm *terms = accord_codebook_get_terms (self->codebook, &n);

  coding->polarity =
    accord_stance_result_polarity (found, terms[mention_at (self, m)->term].against);
  coding->stance = found->stance;
  coding->strength = accord_stance_strength (found->stance);
  coding->actor = found->actor;
  coding->actor_span = found->actor_span;
  g_array_set_size (self->triggers, coding->first_trigger);
  g_array_append_vals (self->triggers, found->triggers, found->n_triggers);
  coding->n_triggers = found->n_triggers;
}

/* Score and stance of a coding whose mentions are known. The firmest stance counts, of equally
 * firm ones the first; that of a mention set aside only where all are. */
static void
judge (Maker *maker, AccordSpan passage, AccordStanceReader *reader, AccordCoding *coding)
{
  AccordAnalysis *self = maker->analysis;
  gint32 doubt = 1000;
  gboolean settled = FALSE;

  for (guint m = 0; m < coding->n_mentions; m++)
    {
      AccordSpan place = mention_at (self, coding->first_mention + m)->span;
      AccordStanceResult found;
      gboolean denied = FALSE;

      if (m < STANCE_MENTIONS)
        {
          accord_stance_reader_read (reader, accord_document_get_data (self->document), passage,
                                     place);
          denied = accord_stance_reader_is_denied (reader, place);
          accord_stance_reader_find (reader, place, &found);
          if (m == 0 ||
              (!denied && (!settled || accord_stance_strength (found.stance) > coding->strength)))
            set_stance (self, coding->first_mention + m, &found, coding);
          settled |= !denied;
        }
      doubt = doubt_after (maker, passage, coding->first_mention, coding->first_mention + m, denied,
                           doubt);
    }
  coding->score = CLAMP (1000 - doubt, 1, 1000);
}

/* Whether two terms, possibly of two codebooks, are found alike and tell as much. */
static gboolean
is_same_term (const AccordTerm *a, const AccordTerm *b)
{
  return a->language == b->language && a->gap == b->gap && a->near == b->near &&
         a->case_sensitive == b->case_sensitive && a->against == b->against &&
         g_str_equal (a->text, b->text);
}

/* The former coding of a principle by the same words, or NULL. */
static const AccordCoding *
find_former (const Maker *maker, const AccordCoding *coding)
{
  guint32 principle = maker->former != NULL ? maker->former_of[coding->principle] : NO_PRINCIPLE;
  guint n_codings = 0, n = 0;
  const AccordCoding *codings = NULL;
  const AccordTerm *terms = NULL, *former_terms = NULL;

  if (principle == NO_PRINCIPLE)
    return NULL;
  codings = accord_analysis_get_passage_codings (maker->former, coding->passage, &n_codings);
  while (n_codings > 0 && codings->principle != principle)
    codings++, n_codings--;
  if (n_codings == 0 || codings->n_mentions != coding->n_mentions)
    return NULL;
  terms = accord_codebook_get_terms (maker->analysis->codebook, &n);
  former_terms = accord_codebook_get_terms (maker->former->codebook, &n);
  for (guint m = 0; m < coding->n_mentions; m++)
    {
      const AccordMention *is = mention_at (maker->analysis, coding->first_mention + m);
      const AccordMention *was = mention_at (maker->former, codings->first_mention + m);

      if (is->span.start != was->span.start || is->span.end != was->span.end ||
          !is_same_term (&terms[is->term], &former_terms[was->term]))
        return NULL;
    }
  return codings;
}

/* Takes over what does not depend on the codebook. */
static void
take_former (Maker *maker, const AccordCoding *former, AccordCoding *coding)
{
  AccordCoding taken = *former;

  taken.principle = coding->principle;
  taken.first_mention = coding->first_mention;
  taken.first_trigger = coding->first_trigger;
  g_array_append_vals (maker->analysis->triggers,
                       accord_analysis_get_triggers (maker->former, former), former->n_triggers);
  *coding = taken;
}

/* Sorts the mentions from @first on, which are sorted by span, by principle. Of many, which only
 * hostile texts have, by counting: qsort would not be left in time. */
static void
sort_by_principle (AccordAnalysis *self, guint first)
{
  guint n = self->mentions->len - first, n_principles = 0, sum = 0;
  AccordMention *mentions = &g_array_index (self->mentions, AccordMention, first);
  g_autofree AccordMention *copy = NULL;
  g_autofree guint32 *starts = NULL;

  if (n < MANY_MENTIONS)
    {
      qsort (mentions, n, sizeof *mentions, compare_mentions);
      return;
    }
  accord_codebook_get_principles (self->codebook, &n_principles);
  copy = g_memdup2 (mentions, n * sizeof *mentions);
  starts = g_new0 (guint32, n_principles);
  for (guint i = 0; i < n; i++)
    starts[copy[i].principle]++;
  for (guint p = 0; p < n_principles; p++)
    {
      guint32 count = starts[p];

      starts[p] = sum;
      sum += count;
    }
  for (guint i = 0; i < n; i++)
    mentions[starts[copy[i].principle]++] = copy[i];
}

/* Makes the codings of a passage from its mentions, which are those from @first on. */
static void
append_codings (Maker *maker, guint passage, guint first)
{
  AccordAnalysis *self = maker->analysis;
  guint n_passages = 0;
  AccordSpan span = accord_document_get_passages (self->document, &n_passages)[passage].span;
  AccordStanceReader *reader =
    reader_for (maker, accord_document_get_passage_language (self->document, passage));
  guint n_before = self->codings->len;

  sort_by_principle (self, first);
  for (guint i = first; i < self->mentions->len;)
    {
      AccordCoding coding = { .passage = passage, .first_mention = i };
      const AccordCoding *former = NULL;

      coding.principle = mention_at (self, i)->principle;
      coding.first_trigger = self->triggers->len;
      while (i < self->mentions->len && mention_at (self, i)->principle == coding.principle)
        i++;
      coding.n_mentions = i - coding.first_mention;
      former = find_former (maker, &coding);
      if (former != NULL)
        take_former (maker, former, &coding);
      else
        judge (maker, span, reader, &coding);
      g_array_append_val (self->codings, coding);
    }
  qsort (&g_array_index (self->codings, AccordCoding, n_before), self->codings->len - n_before,
         sizeof (AccordCoding), compare_codings);
}

static gboolean
tick (Maker *maker, guint32 byte, GError **error)
{
  AccordAnalysis *self = maker->analysis;
  guint32 length = accord_text_get_length (accord_document_get_text (self->document));

  if (byte - maker->ticked_byte < TICK_BYTES &&
      self->codings->len - maker->ticked_coding < TICK_CODINGS)
    return TRUE;
  maker->ticked_byte = byte;
  maker->ticked_coding = self->codings->len;
  return accord_watch_tick (maker->watch, (double) byte / MAX (length, 1), error);
}

static gboolean
code_all (Maker *maker, GError **error)
{
  AccordAnalysis *self = maker->analysis;
  guint n = 0;
  const AccordPassage *passages = accord_document_get_passages (self->document, &n);

  self->first_coding = g_new (guint32, n + 1);
  for (guint i = 0; i < n; i++)
    {
      guint first = self->mentions->len;

      self->first_coding[i] = self->codings->len;
      if (!accord_matcher_scan_passage (maker->scan, i, self->mentions, maker->watch, error))
        return FALSE;
      if (self->mentions->len > first)
        append_codings (maker, i, first);
      if (!tick (maker, passages[i].span.end, error))
        return FALSE;
    }
  self->first_coding[n] = self->codings->len;
  return TRUE;
}

static guint32 *
find_former_principles (const AccordCodebook *codebook, const AccordCodebook *former)
{
  guint n = 0, n_former = 0;
  const AccordPrinciple *principles = accord_codebook_get_principles (codebook, &n);
  guint32 *former_of = g_new (guint32, MAX (n, 1));

  accord_codebook_get_principles (former, &n_former);
  for (guint i = 0; i < n; i++)
    if (!accord_codebook_find_principle (former, principles[i].id, &former_of[i]))
      former_of[i] = NO_PRINCIPLE;
  return former_of;
}

/* Fills an analysis that has its words. */
static gboolean
code (AccordAnalysis *self,
      AccordAnalysis *former,
      AccordMatcher *matcher,
      const AccordWatch *watch,
      GError **error)
{
  Maker maker = { .analysis = self, .former = former, .matcher = matcher, .watch = watch };
  gboolean done;

  if (former != NULL)
    maker.former_of = find_former_principles (self->codebook, former->codebook);
  maker.scan = accord_matcher_scan_new (matcher, self->document, self->words, TRUE);
  maker.readers =
    g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) accord_stance_reader_free);
  done = code_all (&maker, error);
  accord_matcher_scan_free (maker.scan);
  g_hash_table_unref (maker.readers);
  g_free (maker.former_of);
  return done;
}

static AccordAnalysis *
analysis_new (AccordDocument *document, AccordMatcher *matcher)
{
  AccordAnalysis *self = g_atomic_rc_box_new0 (AccordAnalysis);

  self->document = accord_document_ref (document);
  self->codebook = accord_codebook_ref (accord_matcher_get_codebook (matcher));
  self->codings = g_array_new (FALSE, FALSE, sizeof (AccordCoding));
  self->mentions = g_array_new (FALSE, FALSE, sizeof (AccordMention));
  self->triggers = g_array_new (FALSE, FALSE, sizeof (AccordSpan));
  return self;
}

/**
 * accord_analysis_new:
 * @document: a document
 * @matcher: a compiled codebook
 * @watch: (nullable): progress and cancel
 * @error: return location for an error
 *
 * Finds words, mentions and codings of a document. The confidence of a coding: each term that is
 * found removes its share w of the doubt that the others leave, 1 − Π (1 − w). At the start of a
 * passage a term of one word of content has w = 0.6, of two 0.72, of four 0.8 (two ideographs are a
 * word), far behind half of it; a term found again has a fifth of it, one that the passage sets
 * aside ("rather than …") two fifths. So 300 is one plain word far behind the start of a passage.
 *
 * Cost: linear in the text, hardly dependent on the size of the codebook.
 *
 * Returns: (transfer full): an analysis, or NULL with ACCORD_ENGINE_ERROR_CANCELLED
 */
AccordAnalysis *
accord_analysis_new (AccordDocument *document,
                     AccordMatcher *matcher,
                     const AccordWatch *watch,
                     GError **error)
{
  g_autoptr (AccordAnalysis) self = analysis_new (document, matcher);
  Part words_part = { watch, 0.0, 0.5 }, codings_part = { watch, 0.5, 0.5 };
  AccordWatch words_watch = { part_tick_cb, &words_part };
  AccordWatch codings_watch = { part_tick_cb, &codings_part };

  self->words = accord_words_new (document, &words_watch, error);
  if (self->words == NULL || !code (self, NULL, matcher, &codings_watch, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * accord_analysis_recode:
 * @former: an analysis
 * @matcher: a compiled codebook, mostly that of @former after a change
 * @watch: (nullable): progress and cancel
 * @error: return location for an error
 *
 * The same as accord_analysis_new() of the document of @former, to the byte, at a fraction of the
 * cost: the words of the document are shared, and a principle that a passage names by the words by
 * which it did before is not judged again.
 *
 * Returns: (transfer full): an analysis, or NULL with ACCORD_ENGINE_ERROR_CANCELLED
 */
AccordAnalysis *
accord_analysis_recode (AccordAnalysis *former,
                        AccordMatcher *matcher,
                        const AccordWatch *watch,
                        GError **error)
{
  g_autoptr (AccordAnalysis) self = analysis_new (former->document, matcher);

  self->words = accord_words_ref (former->words);
  return code (self, former, matcher, watch, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * accord_analysis_ref:
 * @self: an analysis
 *
 * Returns: (transfer full): @self
 */
AccordAnalysis *
accord_analysis_ref (AccordAnalysis *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * accord_analysis_unref:
 * @self: (transfer full): an analysis
 */
void
accord_analysis_unref (AccordAnalysis *self)
{
  g_atomic_rc_box_release_full (self, analysis_clear);
}

/**
 * accord_analysis_get_document:
 * @self: an analysis
 *
 * Returns: (transfer none): its document
 */
AccordDocument *
accord_analysis_get_document (const AccordAnalysis *self)
{
  return self->document;
}

/**
 * accord_analysis_get_codebook:
 * @self: an analysis
 *
 * Returns: (transfer none): its codebook
 */
AccordCodebook *
accord_analysis_get_codebook (const AccordAnalysis *self)
{
  return self->codebook;
}

/**
 * accord_analysis_get_words:
 * @self: an analysis
 *
 * Returns: (transfer none): the words of its document
 */
const AccordWords *
accord_analysis_get_words (const AccordAnalysis *self)
{
  return self->words;
}

/**
 * accord_analysis_get_codings:
 * @self: an analysis
 * @n_codings: (out): their number
 *
 * Returns: (transfer none) (array length=n_codings): all codings, sorted by passage, then score,
 *   the best first, then principle
 */
const AccordCoding *
accord_analysis_get_codings (const AccordAnalysis *self, guint *n_codings)
{
  *n_codings = self->codings->len;
  return (const AccordCoding *) (gpointer) self->codings->data;
}

/**
 * accord_analysis_get_passage_codings:
 * @self: an analysis
 * @passage: index of a passage
 * @n_codings: (out): their number, possibly 0
 *
 * Returns: (transfer none) (array length=n_codings): the codings of the passage, the best first
 */
const AccordCoding *
accord_analysis_get_passage_codings (const AccordAnalysis *self, guint passage, guint *n_codings)
{
  guint32 first = self->first_coding[passage];

  *n_codings = self->first_coding[passage + 1] - first;
  return (const AccordCoding *) (gpointer) self->codings->data + first;
}

/**
 * accord_analysis_get_mentions:
 * @self: an analysis
 * @coding: a coding of it
 *
 * Returns: (transfer none): its n_mentions mentions, sorted by span
 */
const AccordMention *
accord_analysis_get_mentions (const AccordAnalysis *self, const AccordCoding *coding)
{
  return (const AccordMention *) (gpointer) self->mentions->data + coding->first_mention;
}

/**
 * accord_analysis_get_triggers:
 * @self: an analysis
 * @coding: a coding of it
 *
 * Returns: (transfer none): its n_triggers trigger spans, sorted; NULL or unusable where there are
 *   none
 */
const AccordSpan *
accord_analysis_get_triggers (const AccordAnalysis *self, const AccordCoding *coding)
{
  /* An empty array has no data. */
  return coding->n_triggers > 0 ? &g_array_index (self->triggers, AccordSpan, coding->first_trigger)
                                : NULL;
}
