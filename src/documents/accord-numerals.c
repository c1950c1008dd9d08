/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The forms of ECMA-376 part 1 (17.18.59), ODF 1.3 part 3 (19.500) and RTF 1.9.1
 * (\levelnfc). A number that a form cannot write is written in decimal digits. */
#include "documents/accord-numerals-private.h"

#include <string.h>

/* Letters that are used up one by one, then doubled (aa), or counted on as the form says. */
static const char *const ALPHABETS[ACCORD_N_NUMERALS] = {
  [ACCORD_NUMERAL_UPPER_LATIN] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
  [ACCORD_NUMERAL_LOWER_LATIN] = "abcdefghijklmnopqrstuvwxyz",
  [ACCORD_NUMERAL_UPPER_GREEK] = "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ",
  [ACCORD_NUMERAL_LOWER_GREEK] = "αβγδεζηθικλμνξοπρστυφχψω",
  [ACCORD_NUMERAL_UPPER_CYRILLIC] = "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯ",
  [ACCORD_NUMERAL_LOWER_CYRILLIC] = "абвгдежзиклмнопрстуфхцчшщэюя",
  [ACCORD_NUMERAL_ARABIC_ALPHA] = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي",
  [ACCORD_NUMERAL_ARABIC_ABJAD] = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ",
  [ACCORD_NUMERAL_HEBREW] = "אבגדהוזחטיכלמנסעפצקרשת",
  [ACCORD_NUMERAL_STEMS] = "甲乙丙丁戊己庚辛壬癸",
  [ACCORD_NUMERAL_BRANCHES] = "子丑寅卯辰巳午未申酉戌亥",
  [ACCORD_NUMERAL_AIUEO] =
    "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン",
  [ACCORD_NUMERAL_IROHA] = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテ"
                           "アサキユメミシヱヒモセスン",
  [ACCORD_NUMERAL_GANADA] = "가나다라마바사아자차카타파하",
  [ACCORD_NUMERAL_CHOSUNG] = "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ",
};

/* Letters are repeated at most so often: 26 x 20 items of a list. */
#define REPEAT_MOST 20

static gboolean
append_letters (GString *out, const char *alphabet, guint number)
{
  guint n = (guint) g_utf8_strlen (alphabet, -1);
  const char *letter = NULL;

  if (number == 0 || (number - 1) / n >= REPEAT_MOST)
    return FALSE;
  letter = g_utf8_offset_to_pointer (alphabet, (number - 1) % n);
  for (guint i = 0; i <= (number - 1) / n; i++)
    g_string_append_len (out, letter, g_utf8_next_char (letter) - letter);
  return TRUE;
}

static gboolean
append_roman (GString *out, guint number, gboolean upper)
{
  static const struct
  {
    guint value;
    const char *letters;
  } PARTS[] = {
    { 1000, "m" }, { 900, "cm" }, { 500, "d" }, { 400, "cd" }, { 100, "c" },
    { 90, "xc" },  { 50, "l" },   { 40, "xl" }, { 10, "x" },   { 9, "ix" },
    { 5, "v" },    { 4, "iv" },   { 1, "i" },
  };

  if (number == 0 || number >= 5000)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (PARTS); i++)
    for (; number >= PARTS[i].value; number -= PARTS[i].value)
      for (const char *p = PARTS[i].letters; *p != '\0'; p++)
        g_string_append_c (out, upper ? g_ascii_toupper (*p) : *p);
  return TRUE;
}

/* The digits, then the units of tens, hundreds and thousands. */
static const char *const HAN_PLAIN = "〇一二三四五六七八九十百千";
static const char *const HAN_LEGAL = "零壹贰叁肆伍陆柒捌玖拾佰仟";

static void
append_han_letter (GString *out, const char *letters, guint index)
{
  const char *p = g_utf8_offset_to_pointer (letters, index);

  g_string_append_len (out, p, g_utf8_next_char (p) - p);
}

/* 十二, 二十, 一百零五: units between digits, one zero for any number of missing ones. */
static gboolean
append_han (GString *out, const char *letters, guint number)
{
  static const guint UNITS[] = { 1000, 100, 10, 1 };
  gboolean begun = FALSE, zero = FALSE;

  if (number == 0 || number > 9999)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (UNITS); i++)
    {
      guint digit = number / UNITS[i] % 10;

      if (digit == 0)
        {
          zero = begun;
          continue;
        }
      if (zero)
        g_string_append (out, "零");
      zero = FALSE;
      if (!(digit == 1 && UNITS[i] == 10 && !begun && letters == HAN_PLAIN))
        append_han_letter (out, letters, digit);
      if (UNITS[i] > 1)
        append_han_letter (out, letters, 9 + 3 - i);
      begun = TRUE;
    }
  return TRUE;
}

/* Digits one by one, in another script. */
static gboolean
append_digits (GString *out, const char *digits, guint number)
{
  char decimal[16];

  g_snprintf (decimal, sizeof decimal, "%u", number);
  for (const char *p = decimal; *p != '\0'; p++)
    append_han_letter (out, digits, (guint) (*p - '0'));
  return TRUE;
}

static gboolean
append_circled (GString *out, guint number)
{
  if (number == 0 || number > 50)
    return FALSE;
  g_string_append_unichar (out, number <= 20   ? 0x2460 + number - 1
                                : number <= 35 ? 0x3251 + number - 21
                                               : 0x32B1 + number - 36);
  return TRUE;
}

static gboolean
append_ordinal (GString *out, guint number)
{
  static const char *const ENDINGS[] = { "th", "st", "nd", "rd" };
  guint last = number / 10 % 10 == 1 || number % 10 > 3 ? 0 : number % 10;

  g_string_append_printf (out, "%u%s", number, ENDINGS[last]);
  return TRUE;
}

static gboolean
append_special (GString *out, AccordNumeral numeral, guint number)
{
  switch (numeral)
    {
    case ACCORD_NUMERAL_UPPER_ROMAN:
    case ACCORD_NUMERAL_LOWER_ROMAN:
      return append_roman (out, number, numeral == ACCORD_NUMERAL_UPPER_ROMAN);
    case ACCORD_NUMERAL_CHINESE:
    case ACCORD_NUMERAL_CHINESE_TRADITIONAL:
      return append_han (out, HAN_PLAIN, number);
    case ACCORD_NUMERAL_CHINESE_LEGAL:
      return append_han (out, HAN_LEGAL, number);
    case ACCORD_NUMERAL_CHINESE_DIGITS:
      return append_digits (out, HAN_PLAIN, number);
    case ACCORD_NUMERAL_FULL_WIDTH:
      return append_digits (out, "０１２３４５６７８９", number);
    case ACCORD_NUMERAL_ARABIC_INDIC:
      return append_digits (out, "٠١٢٣٤٥٦٧٨٩", number);
    case ACCORD_NUMERAL_CIRCLED:
      return append_circled (out, number);
    case ACCORD_NUMERAL_IN_BRACKETS:
      g_string_append_printf (out, "(%u)", number);
      return TRUE;
    case ACCORD_NUMERAL_ORDINAL:
      return append_ordinal (out, number);
    case ACCORD_NUMERAL_DECIMAL_ZERO:
      g_string_append_printf (out, "%02u", number);
      return TRUE;
    case ACCORD_NUMERAL_BULLET:
      g_string_append (out, ACCORD_BULLET);
      return TRUE;
    case ACCORD_NUMERAL_NONE:
      return TRUE;
    default:
      return ALPHABETS[numeral] != NULL && append_letters (out, ALPHABETS[numeral], number);
    }
}

/**
 * accord_numeral_append:
 * @out: where to append
 * @numeral: a form
 * @number: the number
 *
 * Appends a number in a form.
 */
void
accord_numeral_append (GString *out, AccordNumeral numeral, guint number)
{
  if (!append_special (out, numeral, number))
    g_string_append_printf (out, "%u", number);
}

/**
 * accord_numeral_from_ooxml:
 * @format: a value of ST_NumberFormat
 *
 * Returns: the form; DECIMAL for one that is not known
 */
AccordNumeral
accord_numeral_from_ooxml (const char *format)
{
  static const struct
  {
    const char *format;
    AccordNumeral numeral;
  } FORMATS[] = {
    { "bullet", ACCORD_NUMERAL_BULLET },
    { "none", ACCORD_NUMERAL_NONE },
    { "upperRoman", ACCORD_NUMERAL_UPPER_ROMAN },
    { "lowerRoman", ACCORD_NUMERAL_LOWER_ROMAN },
    { "upperLetter", ACCORD_NUMERAL_UPPER_LATIN },
    { "lowerLetter", ACCORD_NUMERAL_LOWER_LATIN },
    { "ordinal", ACCORD_NUMERAL_ORDINAL },
    { "decimalZero", ACCORD_NUMERAL_DECIMAL_ZERO },
    { "decimalFullWidth", ACCORD_NUMERAL_FULL_WIDTH },
    { "decimalFullWidth2", ACCORD_NUMERAL_FULL_WIDTH },
    { "decimalEnclosedCircle", ACCORD_NUMERAL_CIRCLED },
    { "decimalEnclosedCircleChinese", ACCORD_NUMERAL_CIRCLED },
    { "decimalEnclosedParen", ACCORD_NUMERAL_IN_BRACKETS },
    { "chineseCounting", ACCORD_NUMERAL_CHINESE },
    { "chineseCountingThousand", ACCORD_NUMERAL_CHINESE },
    { "taiwaneseCounting", ACCORD_NUMERAL_CHINESE_TRADITIONAL },
    { "taiwaneseCountingThousand", ACCORD_NUMERAL_CHINESE_TRADITIONAL },
    { "japaneseCounting", ACCORD_NUMERAL_CHINESE },
    { "ideographDigital", ACCORD_NUMERAL_CHINESE_DIGITS },
    { "japaneseDigitalTenThousand", ACCORD_NUMERAL_CHINESE_DIGITS },
    { "taiwaneseDigital", ACCORD_NUMERAL_CHINESE_DIGITS },
    { "chineseLegalSimplified", ACCORD_NUMERAL_CHINESE_LEGAL },
    { "ideographLegalTraditional", ACCORD_NUMERAL_CHINESE_LEGAL },
    { "ideographTraditional", ACCORD_NUMERAL_STEMS },
    { "ideographZodiac", ACCORD_NUMERAL_BRANCHES },
    { "aiueo", ACCORD_NUMERAL_AIUEO },
    { "aiueoFullWidth", ACCORD_NUMERAL_AIUEO },
    { "iroha", ACCORD_NUMERAL_IROHA },
    { "irohaFullWidth", ACCORD_NUMERAL_IROHA },
    { "ganada", ACCORD_NUMERAL_GANADA },
    { "chosung", ACCORD_NUMERAL_CHOSUNG },
    { "russianUpper", ACCORD_NUMERAL_UPPER_CYRILLIC },
    { "russianLower", ACCORD_NUMERAL_LOWER_CYRILLIC },
    { "arabicAlpha", ACCORD_NUMERAL_ARABIC_ALPHA },
    { "arabicAbjad", ACCORD_NUMERAL_ARABIC_ABJAD },
    { "hebrew1", ACCORD_NUMERAL_HEBREW },
    { "hebrew2", ACCORD_NUMERAL_HEBREW },
  };

  for (guint i = 0; format != NULL && i < G_N_ELEMENTS (FORMATS); i++)
    if (strcmp (format, FORMATS[i].format) == 0)
      return FORMATS[i].numeral;
  return ACCORD_NUMERAL_DECIMAL;
}

/**
 * accord_numeral_from_odf:
 * @format: a value of style:num-format
 *
 * It shows how the first numbers are written: "1", "a", "I", "一, 二, 三, ...".
 *
 * Returns: the form; NONE for nothing, DECIMAL for one that is not known
 */
AccordNumeral
accord_numeral_from_odf (const char *format)
{
  static const struct
  {
    const char *start;
    AccordNumeral numeral;
  } FORMATS[] = {
    { "1st", ACCORD_NUMERAL_ORDINAL },
    { "01", ACCORD_NUMERAL_DECIMAL_ZERO },
    { "a", ACCORD_NUMERAL_LOWER_LATIN },
    { "A", ACCORD_NUMERAL_UPPER_LATIN },
    { "i", ACCORD_NUMERAL_LOWER_ROMAN },
    { "I", ACCORD_NUMERAL_UPPER_ROMAN },
    { "一", ACCORD_NUMERAL_CHINESE },
    { "壹", ACCORD_NUMERAL_CHINESE_LEGAL },
    { "〇", ACCORD_NUMERAL_CHINESE_DIGITS },
    { "甲", ACCORD_NUMERAL_STEMS },
    { "子", ACCORD_NUMERAL_BRANCHES },
    { "①", ACCORD_NUMERAL_CIRCLED },
    { "１", ACCORD_NUMERAL_FULL_WIDTH },
    { "ア", ACCORD_NUMERAL_AIUEO },
    { "ｱ", ACCORD_NUMERAL_AIUEO },
    { "イ", ACCORD_NUMERAL_IROHA },
    { "가", ACCORD_NUMERAL_GANADA },
    { "ㄱ", ACCORD_NUMERAL_CHOSUNG },
    { "А", ACCORD_NUMERAL_UPPER_CYRILLIC },
    { "а", ACCORD_NUMERAL_LOWER_CYRILLIC },
    { "Α", ACCORD_NUMERAL_UPPER_GREEK },
    { "α", ACCORD_NUMERAL_LOWER_GREEK },
    { "أ, ب, ت", ACCORD_NUMERAL_ARABIC_ALPHA },
    { "أ, ب, ج", ACCORD_NUMERAL_ARABIC_ABJAD },
    { "١", ACCORD_NUMERAL_ARABIC_INDIC },
    { "א", ACCORD_NUMERAL_HEBREW },
  };

  if (format == NULL || *format == '\0')
    return ACCORD_NUMERAL_NONE;
  for (guint i = 0; i < G_N_ELEMENTS (FORMATS); i++)
    if (g_str_has_prefix (format, FORMATS[i].start))
      return FORMATS[i].numeral;
  return ACCORD_NUMERAL_DECIMAL;
}

/**
 * accord_numeral_from_rtf:
 * @format: the number of \levelnfc
 *
 * Returns: the form; DECIMAL for one that is not known
 */
AccordNumeral
accord_numeral_from_rtf (int format)
{
  static const struct
  {
    int format;
    AccordNumeral numeral;
  } FORMATS[] = {
    { 1, ACCORD_NUMERAL_UPPER_ROMAN },
    { 2, ACCORD_NUMERAL_LOWER_ROMAN },
    { 3, ACCORD_NUMERAL_UPPER_LATIN },
    { 4, ACCORD_NUMERAL_LOWER_LATIN },
    { 5, ACCORD_NUMERAL_ORDINAL },
    { 10, ACCORD_NUMERAL_CHINESE_DIGITS },
    { 11, ACCORD_NUMERAL_CHINESE },
    { 12, ACCORD_NUMERAL_AIUEO },
    { 13, ACCORD_NUMERAL_IROHA },
    { 14, ACCORD_NUMERAL_FULL_WIDTH },
    { 18, ACCORD_NUMERAL_CIRCLED },
    { 19, ACCORD_NUMERAL_FULL_WIDTH },
    { 20, ACCORD_NUMERAL_AIUEO },
    { 21, ACCORD_NUMERAL_IROHA },
    { 22, ACCORD_NUMERAL_DECIMAL_ZERO },
    { 23, ACCORD_NUMERAL_BULLET },
    { 24, ACCORD_NUMERAL_GANADA },
    { 25, ACCORD_NUMERAL_CHOSUNG },
    { 26, ACCORD_NUMERAL_IN_BRACKETS },
    { 28, ACCORD_NUMERAL_CIRCLED },
    { 30, ACCORD_NUMERAL_STEMS },
    { 31, ACCORD_NUMERAL_BRANCHES },
    { 33, ACCORD_NUMERAL_CHINESE_TRADITIONAL },
    { 35, ACCORD_NUMERAL_CHINESE_TRADITIONAL },
    { 37, ACCORD_NUMERAL_CHINESE },
    { 38, ACCORD_NUMERAL_CHINESE_LEGAL },
    { 39, ACCORD_NUMERAL_CHINESE },
    { 45, ACCORD_NUMERAL_HEBREW },
    { 46, ACCORD_NUMERAL_ARABIC_ALPHA },
    { 47, ACCORD_NUMERAL_HEBREW },
    { 48, ACCORD_NUMERAL_ARABIC_ABJAD },
    { 58, ACCORD_NUMERAL_LOWER_CYRILLIC },
    { 59, ACCORD_NUMERAL_UPPER_CYRILLIC },
    { 255, ACCORD_NUMERAL_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (FORMATS); i++)
    if (FORMATS[i].format == format)
      return FORMATS[i].numeral;
  return ACCORD_NUMERAL_DECIMAL;
}
