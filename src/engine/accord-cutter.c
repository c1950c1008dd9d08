/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ICU's dictionary cuts the folded text, so that simplified and traditional Chinese
 * are cut alike. Pairs of ideographs (bigrams) were tried first: they match across
 * words and miss function words (STS in Chinese 64.6 against 71). */
#include "engine/accord-cutter-private.h"

#include <unicode/ubrk.h>
#include <unicode/utext.h>

/* Function words of Chinese that are whole words, folded; single ideographs that build
 * nouns ("能" in "智能") are function words only where they stand alone. */
static const char FUNCTION_WORDS[] = "一 个 一个 一些 一种 一样 一直 一起 这个 那个 这些 那些 这种 "
                                     "那种 这样 那样 这里 那里 哪些 什么 怎么 如何 "
                                     "为何 为什么 有 有些 有的 是 不 不是 没 没有 会 能 要 可 可以 "
                                     "可能 应 应该 应当 必须 需要 须 得 想 我 你 您 他 "
                                     "她 它 我们 你们 他们 她们 它们 自己 其他 其它 其中 有关 关于 "
                                     "对于 根据 按照 依照 通过 进行 以及 并且 或者 "
                                     "而且 而是 不仅 因为 所以 因此 由于 但是 然而 不过 如果 虽然 "
                                     "尽管 无论 只有 只要 除了 除非 为了 以便 从而 "
                                     "之间 之后 之前 以后 以前 以来 以上 以下 之一 正在 正 已经 曾 "
                                     "曾经 将要 仍 仍然 再 也是 还是 就是 都是 着 过 地 "
                                     "上 中 里 下 内 外 前 后 时 时候 当 当中 来 去 到 让 使 用 "
                                     "用于 给 跟 同 每 每个 各 各个 某 某些 另 另外 此外 例如 "
                                     "比如 以 来自 作为 成为 属于 等等 非常 很多 许多 更 更加 最 "
                                     "较 比 次 种 名 位 只 件 条 张 片 块 些 两 几 多少 才 刚 "
                                     "吧 啊 嘛 呀 哪 谁 何 各种 任何 所有 全部 和 与 及 在 为 对 "
                                     "从 向 将 所 等 都 只 即 因 由 于 就 并 他 此";

/* Owned by one thread: ICU's break iterators are not shared. */
struct _AccordCutter
{
  UBreakIterator *iterator; /* nullable: then every letter is a word */
  GHashTable *function_words;
  AccordLexicon *lexicon; /* borrowed, nullable */
  int language;           /* Chinese in the lexicon */
  GString *text;
  GArray *starts; /* of each token in text */
};

/**
 * accord_cutter_new:
 * @lexicon: (nullable): borrowed; where it has Chinese, its longest words are the words
 *
 * Returns: (transfer full): a cutter for one thread
 */
AccordCutter *
accord_cutter_new (AccordLexicon *lexicon)
{
  AccordCutter *self = g_new0 (AccordCutter, 1);
  g_auto (GStrv) words = g_strsplit (FUNCTION_WORDS, " ", -1);
  UErrorCode status = U_ZERO_ERROR;

  self->iterator = ubrk_open (UBRK_WORD, "zh", NULL, 0, &status);
  if (U_FAILURE (status))
    g_clear_pointer (&self->iterator, ubrk_close);
  self->function_words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; words[i] != NULL; i++)
    g_hash_table_add (self->function_words, g_strdup (words[i]));
  self->lexicon = lexicon;
  self->language =
    lexicon != NULL ? accord_lexicon_find_language (lexicon, "zh") : ACCORD_LEXICON_NO_LANGUAGE;
  self->text = g_string_new (NULL);
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint32));
  return self;
}

/**
 * accord_cutter_free:
 * @self: (transfer full): a cutter
 */
void
accord_cutter_free (AccordCutter *self)
{
  g_clear_pointer (&self->iterator, ubrk_close);
  g_hash_table_unref (self->function_words);
  g_string_free (self->text, TRUE);
  g_array_unref (self->starts);
  g_free (self);
}

static void
join (AccordCutter *self, const AccordWords *words, const AccordToken *tokens, guint n)
{
  g_string_truncate (self->text, 0);
  g_array_set_size (self->starts, 0);
  for (guint i = 0; i < n; i++)
    {
      guint32 start = (guint32) self->text->len;

      g_array_append_val (self->starts, start);
      g_string_append (self->text, accord_words_get_word (words, tokens[i].word));
    }
}

/* The longest word each time, so that a text and the lexicon agree on what a word is. */
static void
cut_longest (AccordCutter *self, guint n_tokens, GArray *ends)
{
  for (guint i = 0; i < n_tokens;)
    {
      guint32 start = g_array_index (self->starts, guint32, i);
      gsize length = accord_lexicon_match_longest (
        self->lexicon, self->language, self->text->str + start, self->text->len - start);

      for (i++; i < n_tokens && g_array_index (self->starts, guint32, i) < start + length;)
        i++;
      g_array_append_val (ends, i);
    }
}

/**
 * accord_cutter_cut:
 * @self: a cutter
 * @words: the words of a document
 * @tokens: (array length=n_tokens): a run of its tokens with nothing between them
 * @n_tokens: at least 1
 * @ends: (element-type guint): gets for each word the index behind its last token
 *
 * Cost: a dictionary look-up a letter.
 */
void
accord_cutter_cut (AccordCutter *self,
                   const AccordWords *words,
                   const AccordToken *tokens,
                   guint n_tokens,
                   GArray *ends)
{
  UErrorCode status = U_ZERO_ERROR;
  UText *text = NULL;
  gint32 end = 0;

  g_array_set_size (ends, 0);
  join (self, words, tokens, n_tokens);
  if (self->language != ACCORD_LEXICON_NO_LANGUAGE)
    {
      cut_longest (self, n_tokens, ends);
      return;
    }
  text = utext_openUTF8 (NULL, self->text->str, (gint64) self->text->len, &status);
  if (self->iterator != NULL)
    ubrk_setUText (self->iterator, text, &status);
  end = self->iterator != NULL && U_SUCCESS (status) ? ubrk_first (self->iterator) : UBRK_DONE;
  for (guint i = 1; i < n_tokens; i++)
    {
      guint32 start = g_array_index (self->starts, guint32, i);

      while (end != UBRK_DONE && (guint32) end < start)
        end = ubrk_next (self->iterator);
      if (end == UBRK_DONE || (guint32) end == start)
        g_array_append_val (ends, i);
    }
  g_array_append_val (ends, n_tokens);
  utext_close (text);
}

/**
 * accord_cutter_is_function_word:
 * @self: a cutter
 * @word: a folded word
 *
 * Returns: whether it says nothing by itself
 */
gboolean
accord_cutter_is_function_word (const AccordCutter *self, const char *word)
{
  return g_hash_table_contains (self->function_words, word);
}
