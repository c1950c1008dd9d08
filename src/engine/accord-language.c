/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which language is a text in? The script decides where it can (kana, Hangul,
 * Han); cld2 decides the rest, helped by a hint where the text is short. Han text
 * is simplified or traditional by the characters that exist in one form only. */
#include "engine/accord-language.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "engine/accord-language-cld2-private.h"

/* Enough for any detector; the rest of a long text would only cost time. */
#define SAMPLE_MAX 65536

/* Below this many letters cld2 is not asked against the hint. */
#define SHORT_LETTERS 30

typedef struct
{
  guint letters;
  guint han;
  guint kana;
  guint hangul;
  guint simplified;
  guint traditional;
} Scripts;

/* Frequent characters that have a form in one of the two scripts only, in pairs:
 * the simplified one first. */
static const char PAIRS[] =
  "们們国國这這来來时時对對为為个個说說会會发發经經过過动動两兩进進长長从從与與关關"
  "实實现現业業东東机機权權务務应應种種间間产產际際联聯议議论論设設计計认認让讓"
  "请請谁誰语語该該读讀责責质質贸貿运運还還选選远遠难難项項须須领領题題风風飞飛"
  "体體众眾优優术術条條极極构構标標样樣严嚴丰豐临臨举舉义義习習书書乡鄉买買乱亂"
  "争爭亚亞亿億仅僅伟偉传傳伤傷内內农農决決况況净淨减減凭憑创創办辦劳勞势勢单單"
  "历歷压壓县縣参參双雙变變启啟员員响響团團围圍图圖场場坚堅报報护護担擔据據数數"
  "断斷无無旧舊显顯晓曉术術权權构構检檢欢歡残殘气氣济濟测測满滿环環电電监監确確"
  "积積称稱稳穩约約级級纪紀组組细細织織终終结結给給统統继續绩績续續维維总總缩縮"
  "网網罗羅职職联聯脑腦艺藝节節范範获獲营營虑慮补補观觀规規视視触觸证證识識词詞"
  "试試话話调調谋謀负負财財贡貢贵貴费費资資赖賴车車转轉软軟轮輪输輸达達边邊迁遷"
  "适適递遞邮郵释釋针針钟鐘错錯门門问問闻聞阳陽阶階隐隱随隨险險静靜页頁顺順预預"
  "频頻颜顏愿願类類馆館验驗鱼魚龙龍";

/**
 * accord_language_intern:
 * @tag: a BCP 47 tag
 *
 * Returns: (transfer none): the one copy of @tag of this process
 */
const char *
accord_language_intern (const char *tag)
{
  return g_intern_string (tag);
}

static void
count_pair (Scripts *scripts, gunichar c)
{
  guint i = 0;

  for (const char *p = PAIRS; *p != '\0'; p = g_utf8_next_char (p), i++)
    if (g_utf8_get_char (p) == c)
      {
        if (i % 2 == 0)
          scripts->simplified++;
        else
          scripts->traditional++;
        return;
      }
}

static Scripts
count_scripts (const char *data, gsize length)
{
  Scripts scripts = { 0 };

  for (const char *p = data; p < data + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      UErrorCode status = U_ZERO_ERROR;
      UScriptCode script;

      if (!u_isalpha ((UChar32) c))
        continue;
      scripts.letters++;
      if (c < 0x3000)
        continue;
      script = uscript_getScript ((UChar32) c, &status);
      scripts.kana += script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA;
      scripts.hangul += script == USCRIPT_HANGUL;
      if (script == USCRIPT_HAN)
        {
          scripts.han++;
          if (scripts.simplified + scripts.traditional < 200)
            count_pair (&scripts, c);
        }
    }
  return scripts;
}

/* The language of a text that is mostly in East Asian letters, or NULL. Words of
 * Han text carry more than letters of others do: a third of the letters is most of it. */
static const char *
east_asian (const Scripts *scripts, const char *hint)
{
  guint all = scripts->han + scripts->kana + scripts->hangul;

  if (all == 0 || all * 3 < scripts->letters)
    return NULL;
  if (scripts->kana * 8 > all)
    return accord_language_intern ("ja");
  if (scripts->hangul * 3 > all)
    return accord_language_intern ("ko");
  if (scripts->simplified == scripts->traditional && hint != NULL && accord_language_is_han (hint))
    return hint;
  return accord_language_intern (scripts->traditional > scripts->simplified ? "zh-Hant"
                                                                            : "zh-Hans");
}

/* cld2's codes are BCP 47 but for a few of old. */
static const char *
tag_of_cld2 (const char *code)
{
  static const char *const OLD[][2] = { { "zh", "zh-Hans" }, { "iw", "he" },   { "jw", "jv" },
                                        { "un", "und" },     { "xxx", "und" }, { "no", "nb" } };

  for (guint i = 0; i < G_N_ELEMENTS (OLD); i++)
    if (g_str_equal (code, OLD[i][0]))
      return accord_language_intern (OLD[i][1]);
  return accord_language_intern (code);
}

/* The end of the sample that is looked at: @length, or the last character boundary before
 * SAMPLE_MAX. */
static gsize
sample_length (const char *data, gsize length)
{
  if (length <= SAMPLE_MAX)
    return length;
  length = SAMPLE_MAX;
  while (((guchar) data[length] & 0xC0) == 0x80)
    length--;
  return length;
}

/**
 * accord_language_detect:
 * @data: valid UTF-8
 * @length: bytes of it
 * @hint: (nullable): the language of what stands around it; wins where @data is too short to tell
 *
 * Detects the language of a text from at most its first 64 KiB.
 * Reliable from some 30 letters on. Source: cld2 (McCandless and Sites).
 *
 * Returns: (transfer none): an interned BCP 47 tag; ACCORD_LANGUAGE_UNKNOWN where there is nothing
 * to tell it by
 */
const char *
accord_language_detect (const char *data, gsize length, const char *hint)
{
  gsize size = sample_length (data, length);
  Scripts scripts = count_scripts (data, size);
  const char *language = east_asian (&scripts, hint);
  int percent = 0, reliable = 0;

  if (language != NULL)
    return language;
  if (scripts.letters == 0)
    return hint != NULL ? hint : ACCORD_LANGUAGE_UNKNOWN;
  language = tag_of_cld2 (accord_cld2_detect (data, size, &percent, &reliable));
  if (hint != NULL &&
      (language == ACCORD_LANGUAGE_UNKNOWN || !reliable || scripts.letters < SHORT_LETTERS))
    return hint;
  return language;
}

/**
 * accord_language_matches:
 * @language: a BCP 47 tag
 * @range: a shorter or equal tag, such as "zh" for "zh-Hans"
 *
 * Basic filtering of RFC 4647 section 3.3.1.
 *
 * Returns: whether @range is @language or a prefix of it that ends at a hyphen
 */
gboolean
accord_language_matches (const char *language, const char *range)
{
  gsize n = strlen (range);

  return g_ascii_strncasecmp (language, range, n) == 0 &&
         (language[n] == '\0' || language[n] == '-');
}

/**
 * accord_language_is_han:
 * @language: a BCP 47 tag
 *
 * Returns: whether it is Chinese
 */
gboolean
accord_language_is_han (const char *language)
{
  return accord_language_matches (language, "zh");
}

/**
 * accord_language_is_rtl:
 * @language: a BCP 47 tag
 *
 * Returns: whether it is written from right to left
 */
gboolean
accord_language_is_rtl (const char *language)
{
  static const char *const RTL[] = { "ar", "he", "fa", "ur", "ps", "ug", "yi", "dv", "sd" };

  for (guint i = 0; i < G_N_ELEMENTS (RTL); i++)
    if (accord_language_matches (language, RTL[i]))
      return TRUE;
  return FALSE;
}
