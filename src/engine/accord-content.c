/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tokens become content words: function words go, letters of scripts without spaces
 * are joined into words, numbers and names get an id that every language shares. */
#include "engine/accord-content-private.h"

#include <string.h>

#include "engine/accord-cutter-private.h"
#include "engine/accord-language.h"
#include "engine/accord-senses-private.h"

/* How often building ticks, in passages. */
#define TICK_PASSAGES 256u

/* A word that stands in every third passage of a long document loses half its weight. */
#define DAMPING 3u
/* Short documents damp less: as though they had so many passages more. */
#define DAMPING_FREE 50u

/* Of one passage; its words begin at first_word and so do its runs of by_id and by_cross. */
typedef struct
{
  guint32 first_word;
  guint32 first_cross;
  guint64 weight;
  guint32 length;
  const char *language;
  gboolean known;
  guint64 signature;
} Passage;

/* Invariant: passages has one entry more than there are passages. */
struct _AccordContent
{
  GArray *words;
  GArray *by_id;
  GArray *by_cross;
  GArray *passages;
};

/* What building needs. */
typedef struct
{
  AccordContent *content;
  AccordVocabulary *vocabulary;
  AccordDocument *document;
  const AccordWords *words;
  AccordSenses *senses;
  AccordCutter *cutter;
  GString *joined;
  GArray *ends;
} Builder;

/* The token as every language writes it: without case, marks and compatibility forms, behind a
 * letter that no word begins with, so that a name never meets a word. */
static guint32
id_of_name (Builder *builder, AccordSpan span)
{
  const char *data = accord_document_get_data (builder->document);
  g_autofree char *parted =
    g_utf8_normalize (data + span.start, accord_span_length (span), G_NORMALIZE_ALL);
  g_autofree char *folded = g_utf8_casefold (parted, -1);
  g_autoptr (GString) key = g_string_new ("=");

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (key, g_utf8_get_char (p));
  return accord_vocabulary_add_string (builder->vocabulary, key->str);
}

static gboolean
is_latin (const char *data, AccordSpan span)
{
  return g_unichar_get_script (g_utf8_get_char (data + span.start)) == G_UNICODE_SCRIPT_LATIN;
}

/* Two capitals in one word: an acronym, or a name like ChatGPT. */
static gboolean
has_two_capitals (const char *data, AccordSpan span)
{
  guint n = 0;

  for (const char *p = data + span.start; p < data + span.end; p = g_utf8_next_char (p))
    n += g_unichar_isupper (g_utf8_get_char (p));
  return n >= 2;
}

/* Whether capitals tell nothing in a passage, as in a heading in title case. */
static gboolean
capitals_are_usual (const AccordToken *tokens, guint n)
{
  guint n_words = 0, n_capitals = 0;

  for (guint i = 0; i < n; i++)
    {
      if (tokens[i].flags & (ACCORD_TOKEN_STOP | ACCORD_TOKEN_HAN | ACCORD_TOKEN_NUMBER))
        continue;
      n_words++;
      n_capitals += (tokens[i].flags & ACCORD_TOKEN_CAPITAL) != 0;
    }
  return n_words >= 3 && n_capitals * 5 > n_words * 3;
}

/* A name begins with a capital that the place does not explain: not the first word, not a title. */
static gboolean
is_name (Builder *builder, const AccordToken *token, gboolean first, gboolean usual)
{
  const char *data = accord_document_get_data (builder->document);

  if (!(token->flags & ACCORD_TOKEN_CAPITAL))
    return FALSE;
  return (!first && !usual) || has_two_capitals (data, token->span);
}

static void
append_token (
  Builder *builder, const AccordToken *token, guint16 flags, gboolean first, gboolean usual)
{
  AccordContentWord word = { token->span, 0, 0, 0, 0, flags };

  accord_senses_look_up (builder->senses, token, &word);
  if (!(word.flags & ACCORD_CONTENT_NUMBER) && is_name (builder, token, first, usual))
    {
      word.flags |= ACCORD_CONTENT_NAME;
      if (is_latin (accord_document_get_data (builder->document), token->span))
        word.cross = id_of_name (builder, token->span);
    }
  g_array_append_val (builder->content->words, word);
}

/* The end of the run of letters without spaces that begins at token @i. */
static guint
unspaced_end (const AccordToken *tokens, guint i, guint n)
{
  for (i++; i < n; i++)
    if (!(tokens[i].flags & ACCORD_TOKEN_HAN) || (tokens[i].flags & ACCORD_TOKEN_BREAK))
      break;
  return i;
}

/* One word of @n tokens. Its id is that of its letters in order. */
static gboolean
append_joined (Builder *builder, const AccordToken *tokens, guint n, guint16 flags)
{
  AccordContentWord word = { { tokens[0].span.start, tokens[n - 1].span.end }, 0, 0, 0, 0, flags };

  if (n == 1 && (tokens[0].flags & ACCORD_TOKEN_STOP))
    return FALSE;
  g_string_truncate (builder->joined, 0);
  for (guint i = 0; i < n; i++)
    g_string_append (builder->joined, accord_words_get_word (builder->words, tokens[i].word));
  if (accord_cutter_is_function_word (builder->cutter, builder->joined->str))
    return FALSE;
  accord_senses_look_up_joined (builder->senses, builder->joined->str, n, &word);
  g_array_append_val (builder->content->words, word);
  return TRUE;
}

/* The words of a run of @n tokens. */
static void
append_unspaced (Builder *builder, const AccordToken *tokens, guint n, guint16 flags)
{
  guint start = 0;

  accord_cutter_cut (builder->cutter, builder->words, tokens, n, builder->ends);
  for (guint i = 0; i < builder->ends->len; i++)
    {
      guint end = g_array_index (builder->ends, guint, i);

      if (append_joined (builder, tokens + start, end - start, flags))
        flags = 0;
      start = end;
    }
}

static void
append_tokens (Builder *builder, const AccordToken *tokens, guint n)
{
  gboolean usual = capitals_are_usual (tokens, n);
  guint16 flags = 0;

  for (guint i = 0, end = 0; i < n; i = end)
    {
      gboolean unspaced = (tokens[i].flags & ACCORD_TOKEN_HAN) != 0;
      guint n_before = builder->content->words->len;

      end = unspaced ? unspaced_end (tokens, i, n) : i + 1;
      flags |= tokens[i].flags & ACCORD_TOKEN_BREAK ? ACCORD_CONTENT_BREAK : 0;
      if (unspaced)
        append_unspaced (builder, tokens + i, end - i, flags);
      else if (!(tokens[i].flags & ACCORD_TOKEN_STOP))
        append_token (builder, &tokens[i], flags, i == 0, usual);
      if (builder->content->words->len > n_before)
        flags = 0;
    }
}

static guint32
length_of (AccordDocument *document, const AccordToken *tokens, guint n)
{
  const char *data = accord_document_get_data (document);
  guint32 length = 0;

  for (guint i = 0; i < n; i++)
    length += tokens[i].flags & ACCORD_TOKEN_HAN
                ? ACCORD_HAN_LETTERS
                : (guint32) g_utf8_strlen (data + tokens[i].span.start,
                                           accord_span_length (tokens[i].span));
  return length;
}

/* GCompareDataFunc of numbers of words, with the words as data: by id, then by number. */
gint
accord_content_compare_by_id (gconstpointer a, gconstpointer b, gpointer data)
{
  const AccordContentWord *words = data;
  guint32 i = *(const guint32 *) a, j = *(const guint32 *) b;

  if (words[i].id != words[j].id)
    return words[i].id < words[j].id ? -1 : 1;
  return i < j ? -1 : i > j;
}

/* GCompareDataFunc of numbers of words, with the words as data: by cross, then by number. */
gint
accord_content_compare_by_cross (gconstpointer a, gconstpointer b, gpointer data)
{
  const AccordContentWord *words = data;
  guint32 i = *(const guint32 *) a, j = *(const guint32 *) b;

  if (words[i].cross != words[j].cross)
    return words[i].cross < words[j].cross ? -1 : 1;
  return i < j ? -1 : i > j;
}

static void
sort_words (AccordContent *self, const Passage *passage)
{
  const AccordContentWord *words =
    &g_array_index (self->words, AccordContentWord, passage->first_word);
  guint32 n = self->words->len - passage->first_word;

  for (guint32 i = 0; i < n; i++)
    {
      g_array_append_val (self->by_id, i);
      if (words[i].cross != 0)
        g_array_append_val (self->by_cross, i);
    }
  if (n > 0)
    g_qsort_with_data (&g_array_index (self->by_id, guint32, passage->first_word), (gint) n,
                       sizeof (guint32), accord_content_compare_by_id, (gpointer) words);
  if (self->by_cross->len > passage->first_cross)
    g_qsort_with_data (&g_array_index (self->by_cross, guint32, passage->first_cross),
                       (gint) (self->by_cross->len - passage->first_cross), sizeof (guint32),
                       accord_content_compare_by_cross, (gpointer) words);
}

/* "zh" for "zh-Hant": scripts and regions of one language share their words. */
static const char *
primary_language (const char *language)
{
  const char *hyphen = strchr (language, '-');
  g_autofree char *primary = NULL;

  if (hyphen == NULL)
    return language;
  primary = g_strndup (language, (gsize) (hyphen - language));
  return accord_language_intern (primary);
}

/* FNV-1a over the ids; of a passage of function words alone over those. No token: 0. */
static guint64
signature_of (Builder *builder, guint32 first_word, const AccordToken *tokens, guint n)
{
  GArray *words = builder->content->words;
  guint64 signature = 14695981039346656037u;

  if (n == 0)
    return 0;
  for (guint i = first_word; i < words->len; i++)
    signature = (signature ^ g_array_index (words, AccordContentWord, i).id) * 1099511628211u;
  for (guint i = 0; first_word == words->len && i < n; i++)
    {
      AccordContentWord word = { { 0, 0 } };

      accord_senses_look_up (builder->senses, &tokens[i], &word);
      signature = (signature ^ word.id) * 1099511628211u;
    }
  return MAX (signature, 1);
}

static void
append_passage (Builder *builder, guint index)
{
  AccordContent *self = builder->content;
  guint n = 0;
  const AccordToken *tokens = accord_words_get_tokens (builder->words, index, &n);
  Passage passage = { self->words->len, self->by_cross->len, 0, 0, NULL, FALSE, 0 };

  passage.language =
    primary_language (accord_document_get_passage_language (builder->document, index));
  passage.known = accord_senses_set_language (builder->senses, passage.language);
  append_tokens (builder, tokens, n);
  accord_senses_find_phrases (
    builder->senses, (AccordContentWord *) (gpointer) self->words->data + passage.first_word,
    self->words->len - passage.first_word);
  sort_words (self, &passage);
  passage.signature = signature_of (builder, passage.first_word, tokens, n);
  passage.length = length_of (builder->document, tokens, n);
  g_array_append_val (self->passages, passage);
}

/* In how many passages each id stands. */
static guint32 *
count_passages (AccordContent *self, guint32 n_ids)
{
  guint32 *counts = g_new0 (guint32, n_ids);
  guint n = accord_content_get_n_passages (self);

  for (guint p = 0; p < n; p++)
    {
      AccordContentPassage passage = accord_content_get_passage (self, p);

      for (guint32 i = 0; i < passage.n_words; i++)
        {
          guint32 id = passage.words[passage.by_id[i]].id;

          if (i == 0 || passage.words[passage.by_id[i - 1]].id != id)
            counts[id]++;
        }
    }
  return counts;
}

/* A word that stands all over a document tells little about any passage of it. */
static void
dampen_weights (AccordContent *self, guint32 n_ids)
{
  g_autofree guint32 *counts = count_passages (self, n_ids);
  guint n = accord_content_get_n_passages (self);

  for (guint p = 0; p < n; p++)
    {
      Passage *passage = &g_array_index (self->passages, Passage, p);

      passage->weight = 0;
      for (guint32 i = passage[0].first_word; i < passage[1].first_word; i++)
        {
          AccordContentWord *word = &g_array_index (self->words, AccordContentWord, i);
          guint64 all = n + DAMPING_FREE, others = counts[word->id] - 1;

          word->weight = (guint16) MAX (word->weight * all / (all + DAMPING * others), 1);
          passage->weight += word->weight;
        }
    }
}

static AccordContent *
content_alloc (void)
{
  AccordContent *self = g_new0 (AccordContent, 1);

  self->words = g_array_new (FALSE, FALSE, sizeof (AccordContentWord));
  self->by_id = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->by_cross = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->passages = g_array_new (FALSE, FALSE, sizeof (Passage));
  return self;
}

/**
 * accord_content_new:
 * @document: a document
 * @words: its words
 * @vocabulary: gets the ids that it does not have yet
 * @watch: (nullable): progress and cancel
 * @error: return location for an error
 *
 * Cost: linear in the tokens; within a passage a sort.
 *
 * Returns: (transfer full): the content, or NULL with ACCORD_ENGINE_ERROR_CANCELLED
 */
AccordContent *
accord_content_new (AccordDocument *document,
                    const AccordWords *words,
                    AccordVocabulary *vocabulary,
                    const AccordWatch *watch,
                    GError **error)
{
  g_autoptr (AccordContent) self = content_alloc ();
  guint n_passages = 0;
  g_autoptr (AccordCutter) cutter = accord_cutter_new (accord_vocabulary_get_lexicon (vocabulary));
  g_autoptr (AccordSenses) senses = accord_senses_new (vocabulary, words);
  g_autoptr (GString) joined = g_string_new (NULL);
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (guint));
  Builder builder = { self, vocabulary, document, words, senses, cutter, joined, ends };
  Passage end = { 0 };

  accord_document_get_passages (document, &n_passages);
  for (guint i = 0; i < n_passages; i++)
    {
      if (i % TICK_PASSAGES == 0 && !accord_watch_tick (watch, (double) i / n_passages, error))
        return NULL;
      append_passage (&builder, i);
    }
  end.first_word = self->words->len;
  end.first_cross = self->by_cross->len;
  g_array_append_val (self->passages, end);
  dampen_weights (self, accord_vocabulary_get_n_ids (vocabulary));
  return g_steal_pointer (&self);
}

/**
 * accord_content_free:
 * @self: (transfer full) (nullable): a content
 */
void
accord_content_free (AccordContent *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->words);
  g_array_unref (self->by_id);
  g_array_unref (self->by_cross);
  g_array_unref (self->passages);
  g_free (self);
}

/**
 * accord_content_get_n_passages:
 * @self: a content
 *
 * Returns: the number of passages, those without content words too
 */
guint
accord_content_get_n_passages (const AccordContent *self)
{
  return self->passages->len - 1;
}

/**
 * accord_content_get_passage:
 * @self: a content
 * @passage: index of a passage
 *
 * Returns: a view of it, valid as long as @self
 */
AccordContentPassage
accord_content_get_passage (const AccordContent *self, guint passage)
{
  const Passage *p = &g_array_index (self->passages, Passage, passage);
  AccordContentPassage view = { NULL };

  view.words = (const AccordContentWord *) (gpointer) self->words->data + p->first_word;
  view.by_id = (const guint32 *) (gpointer) self->by_id->data + p->first_word;
  view.by_cross = (const guint32 *) (gpointer) self->by_cross->data + p->first_cross;
  view.n_words = p[1].first_word - p->first_word;
  view.n_cross = p[1].first_cross - p->first_cross;
  view.weight = p->weight;
  view.length = p->length;
  view.language = p->language;
  view.known = p->known;
  view.signature = p->signature;
  return view;
}

/**
 * accord_content_get_language:
 * @self: a content
 * @passage: index of a passage
 *
 * Returns: (transfer none): its language, as in the view
 */
const char *
accord_content_get_language (const AccordContent *self, guint passage)
{
  return g_array_index (self->passages, Passage, passage).language;
}

/**
 * accord_content_get_weight:
 * @self: a content
 * @passage: index of a passage
 *
 * Returns: the sum of the weights of its words, as in the view
 */
guint64
accord_content_get_weight (const AccordContent *self, guint passage)
{
  return g_array_index (self->passages, Passage, passage).weight;
}
