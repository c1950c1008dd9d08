/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compiles a table of phrases. At a word the phrase of most words wins, then the one
 * spelt out most: "must not" before "must", "应用" (which is no duty) before "应". Phrases
 * lie in buckets by the first two characters, so that a word is held against a handful. */
#include "engine/accord-stance-rules-private.h"

#include <string.h>

#include "engine/accord-fold-private.h"
#include "engine/accord-language.h"
#include "engine/accord-tokeniser-private.h"

#define N_BUCKETS 1024u
#define ANY_MAX 3u

typedef enum
{
  SHAPE_WHOLE,
  SHAPE_FRONT, /* word* */
  SHAPE_BACK,  /* *word */
} Shape;

/* Invariant: words of a rule belong to the spelling of its rules. */
typedef struct
{
  AccordRuleKind kind;
  guint bucket;
  guint n_words;
  guint n_bytes; /* spelt out: what is more of two rules of as many words */
  const char *words[ACCORD_RULE_MAX_WORDS];
  guint16 lengths[ACCORD_RULE_MAX_WORDS];
  guint8 shapes[ACCORD_RULE_MAX_WORDS];
  gboolean any_before[ACCORD_RULE_MAX_WORDS];
  gboolean opens;
} Rule;

static const AccordRuleTable *const TABLES[] = {
  &ACCORD_RULE_TABLE_EN, &ACCORD_RULE_TABLE_ZH, &ACCORD_RULE_TABLE_FR,
  &ACCORD_RULE_TABLE_ES, &ACCORD_RULE_TABLE_RU, &ACCORD_RULE_TABLE_AR,
};

/* Invariant: rules are sorted by bucket, those of bucket b are first[b] to first[b + 1]; the last
 * bucket is that of "*word". */
struct _AccordRules
{
  GStringChunk *spelling;
  GArray *rules; /* of Rule */
  guint first[N_BUCKETS + 2];
  const char *proclitics;      /* nullable */
  GStrv forms[ACCORD_N_FORMS]; /* nullable */
};

/* By its first two characters, which "word*" must therefore have. */
static guint
bucket_of (const char *word)
{
  return (g_utf8_get_char (word) * 31 + g_utf8_get_char (g_utf8_next_char (word))) % N_BUCKETS;
}

/* Cuts a phrase as texts are cut. */
static void
parse_phrase (AccordRules *self, AccordFolder *folder, AccordRuleKind kind, const char *phrase)
{
  g_autoptr (GString) word = g_string_new (NULL);
  AccordTokeniser tokeniser;
  AccordRawToken raw;
  Rule rule = { .kind = kind, .opens = phrase[0] == '^' };
  guint32 end = 0;

  accord_tokeniser_init (&tokeniser, phrase, (AccordSpan){ 0, (guint32) strlen (phrase) }, "und");
  while (rule.n_words < ACCORD_RULE_MAX_WORDS && accord_tokeniser_next (&tokeniser, &raw))
    {
      guint i = rule.n_words++;

      accord_folder_fold (folder, phrase + raw.span.start, accord_span_length (raw.span), word);
      rule.words[i] = g_string_chunk_insert_const (self->spelling, word->str);
      rule.lengths[i] = (guint16) word->len;
      rule.n_bytes += (guint) word->len;
      rule.any_before[i] = memchr (phrase + end, '~', raw.span.start - end) != NULL;
      if (phrase[raw.span.end] == '*')
        rule.shapes[i] = SHAPE_FRONT;
      else if (raw.span.start > 0 && phrase[raw.span.start - 1] == '*')
        rule.shapes[i] = SHAPE_BACK;
      end = raw.span.end;
    }
  g_assert (rule.n_words > 0);
  g_assert (rule.shapes[0] != SHAPE_FRONT || g_utf8_strlen (rule.words[0], -1) > 1);
  rule.bucket = rule.shapes[0] == SHAPE_BACK ? N_BUCKETS : bucket_of (rule.words[0]);
  g_array_append_val (self->rules, rule);
}

static gint
compare_rules (gconstpointer a, gconstpointer b, gpointer data)
{
  const Rule *x = a, *y = b;

  return x->bucket < y->bucket ? -1 : x->bucket > y->bucket;
}

/* Stable: of equal phrases the first of the table counts. */
static void
sort_rules (AccordRules *self)
{
  guint i = 0;

  g_array_sort_with_data (self->rules, compare_rules, NULL);
  for (guint b = 0; b < N_BUCKETS + 2; b++)
    {
      while (i < self->rules->len && g_array_index (self->rules, Rule, i).bucket < b)
        i++;
      self->first[b] = i;
    }
}

/* Folds each form, its asterisk kept. */
static GStrv
fold_forms (AccordFolder *folder, const char *forms)
{
  GStrv list = g_strsplit (forms, "|", -1);
  g_autoptr (GString) word = g_string_new (NULL);

  for (guint i = 0; list[i] != NULL; i++)
    {
      gboolean back = list[i][0] == '*', front = !back && g_str_has_suffix (list[i], "*");
      g_autofree char *form = g_steal_pointer (&list[i]);
      const char *bare = form + (back ? 1 : 0);

      accord_folder_fold (folder, bare, (guint32) strlen (bare) - (front ? 1 : 0), word);
      list[i] = g_strconcat (back ? "*" : "", word->str, front ? "*" : "", NULL);
    }
  return list;
}

static const AccordRuleTable *
table_for (const char *language)
{
  for (guint i = 0; i < G_N_ELEMENTS (TABLES); i++)
    if (accord_language_matches (language, TABLES[i]->language))
      return TABLES[i];
  return NULL;
}

static AccordRules *
compile (const AccordRuleTable *table, const AccordRuleRow *rows)
{
  AccordRules *self = g_new0 (AccordRules, 1);
  g_autoptr (AccordFolder) folder = accord_folder_new ("und");

  self->spelling = g_string_chunk_new (2048);
  self->rules = g_array_new (FALSE, FALSE, sizeof (Rule));
  if (table == NULL)
    return self;
  self->proclitics = table->proclitics;
  for (guint i = 0; i < ACCORD_N_FORMS; i++)
    if (table->forms[i] != NULL)
      self->forms[i] = fold_forms (folder, table->forms[i]);
  for (const AccordRuleRow *row = rows; row->phrases != NULL; row++)
    {
      g_auto (GStrv) phrases = g_strsplit (row->phrases, "|", -1);

      for (guint i = 0; phrases[i] != NULL; i++)
        parse_phrase (self, folder, row->kind, phrases[i]);
    }
  sort_rules (self);
  return self;
}

/**
 * accord_rules_new:
 * @language: a BCP 47 tag
 *
 * Returns: (transfer full): the rules of @language, none where there is no table of it. Any
 *   thread may match by them.
 */
AccordRules *
accord_rules_new (const char *language)
{
  const AccordRuleTable *table = table_for (language);

  return compile (table, table != NULL ? table->rows : NULL);
}

/**
 * accord_rules_new_harms:
 * @language: a BCP 47 tag
 *
 * Returns: (transfer full): what does harm in @language, as accord_rules_new()
 */
AccordRules *
accord_rules_new_harms (const char *language)
{
  const AccordRuleTable *table = table_for (language);

  return compile (table, table != NULL ? table->harms : NULL);
}

/**
 * accord_rules_free:
 * @self: (transfer full): rules
 */
void
accord_rules_free (AccordRules *self)
{
  g_string_chunk_free (self->spelling);
  g_array_unref (self->rules);
  for (guint i = 0; i < ACCORD_N_FORMS; i++)
    g_strfreev (self->forms[i]);
  g_free (self);
}

static gboolean
word_fits (const Rule *rule, guint i, const char *word)
{
  gsize length;

  switch ((Shape) rule->shapes[i])
    {
    case SHAPE_FRONT:
      return strncmp (word, rule->words[i], rule->lengths[i]) == 0;
    case SHAPE_BACK:
      length = strlen (word);
      return length > rule->lengths[i] &&
             strcmp (word + length - rule->lengths[i], rule->words[i]) == 0;
    case SHAPE_WHOLE:
    default:
      return strcmp (word, rule->words[i]) == 0;
    }
}

/* How many words the rest of @rule, from its word @i on, takes of @words; 0 where it does not
 * fit. */
static guint
rest_fits (const Rule *rule, guint i, const char *const *words, guint n_words)
{
  guint most = rule->any_before[i] ? ANY_MAX : 0;

  for (guint skip = 0; skip <= most && skip < n_words; skip++)
    {
      guint rest = 0;

      if (!word_fits (rule, i, words[skip]))
        continue;
      if (i + 1 == rule->n_words)
        return skip + 1;
      rest = rest_fits (rule, i + 1, words + skip + 1, n_words - skip - 1);
      if (rest > 0)
        return skip + 1 + rest;
    }
  return 0;
}

static gboolean
is_more (const Rule *rule, const Rule *best)
{
  gboolean whole = rule->shapes[0] == SHAPE_WHOLE;

  if (best == NULL || rule->n_words != best->n_words)
    return best == NULL || rule->n_words > best->n_words;
  if (whole != (best->shapes[0] == SHAPE_WHOLE))
    return whole;
  return rule->n_bytes > best->n_bytes;
}

static const Rule *
best_of (const AccordRules *self,
         guint bucket,
         const char *first,
         const char *const *words,
         guint n_words,
         gboolean opening,
         const Rule *best,
         guint *taken)
{
  for (guint i = self->first[bucket]; i < self->first[bucket + 1]; i++)
    {
      const Rule *rule = &g_array_index (self->rules, Rule, i);
      guint n = 1;

      if ((rule->opens && !opening) || !word_fits (rule, 0, first) || !is_more (rule, best))
        continue;
      if (rule->n_words > 1)
        n = rest_fits (rule, 1, words + 1, n_words - 1);
      if (n == 0)
        continue;
      best = rule;
      *taken = rule->n_words > 1 ? n + 1 : 1;
    }
  return best;
}

/**
 * accord_rules_match:
 * @self: rules
 * @words: (array length=n_words): folded words, unstemmed
 * @n_words: at least 1
 * @opening: whether a passage begins here
 * @kind: (out): what the phrase is
 *
 * Returns: how many words the best phrase that begins at the first word takes; 0 for none
 */
guint
accord_rules_match (const AccordRules *self,
                    const char *const *words,
                    guint n_words,
                    gboolean opening,
                    AccordRuleKind *kind)
{
  guint taken = 0;
  const char *second = g_utf8_next_char (words[0]);
  const Rule *best =
    best_of (self, bucket_of (words[0]), words[0], words, n_words, opening, NULL, &taken);

  best = best_of (self, N_BUCKETS, words[0], words, n_words, opening, best, &taken);
  if (best == NULL && self->proclitics != NULL && *second != '\0' &&
      g_utf8_strchr (self->proclitics, -1, g_utf8_get_char (words[0])) != NULL)
    best = best_of (self, bucket_of (second), second, words, n_words, opening, NULL, &taken);
  if (best == NULL)
    return 0;
  *kind = best->kind;
  return taken;
}

/**
 * accord_rules_has_form:
 * @self: rules
 * @form: a form
 * @word: a folded word
 *
 * Returns: whether @word has it
 */
gboolean
accord_rules_has_form (const AccordRules *self, AccordForm form, const char *word)
{
  for (guint i = 0; self->forms[form] != NULL && self->forms[form][i] != NULL; i++)
    {
      const char *want = self->forms[form][i];
      gsize length = strlen (want);

      if (want[0] == '*'                          ? g_str_has_suffix (word, want + 1)
          : length > 0 && want[length - 1] == '*' ? strncmp (word, want, length - 1) == 0
                                                  : strcmp (word, want) == 0)
        return TRUE;
    }
  return FALSE;
}
