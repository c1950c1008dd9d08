/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The control words of RTF by name. */
#include "documents/accord-rtf-private.h"

typedef struct
{
  const char *name;
  AccordRtfWord word;
  gunichar character; /* of CHARACTER */
} Word;

static const Word WORDS[] = {
  { "fonttbl", ACCORD_RTF_FONT_TABLE, 0 },
  { "stylesheet", ACCORD_RTF_STYLE_SHEET, 0 },
  { "info", ACCORD_RTF_INFO, 0 },
  { "title", ACCORD_RTF_TITLE, 0 },
  { "author", ACCORD_RTF_AUTHOR, 0 },
  { "creatim", ACCORD_RTF_CREATED, 0 },
  { "listtable", ACCORD_RTF_LIST_TABLE, 0 },
  { "listoverridetable", ACCORD_RTF_OVERRIDE_TABLE, 0 },
  { "listtext", ACCORD_RTF_LIST_TEXT, 0 },
  { "pntext", ACCORD_RTF_LIST_TEXT, 0 },
  { "leveltext", ACCORD_RTF_LEVEL_TEXT, 0 },
  { "field", ACCORD_RTF_FIELD, 0 },
  { "fldinst", ACCORD_RTF_INSTRUCTION, 0 },
  { "fldrslt", ACCORD_RTF_RESULT, 0 },
  { "footnote", ACCORD_RTF_FOOTNOTE, 0 },
  { "header", ACCORD_RTF_HEADER, 0 },
  { "headerl", ACCORD_RTF_HEADER, 0 },
  { "headerr", ACCORD_RTF_HEADER, 0 },
  { "headerf", ACCORD_RTF_HEADER, 0 },
  { "footer", ACCORD_RTF_FOOTER, 0 },
  { "footerl", ACCORD_RTF_FOOTER, 0 },
  { "footerr", ACCORD_RTF_FOOTER, 0 },
  { "footerf", ACCORD_RTF_FOOTER, 0 },
  { "shptxt", ACCORD_RTF_BOX, 0 },
  { "dptxbxtext", ACCORD_RTF_BOX, 0 },
  { "shpinst", ACCORD_RTF_TRANSPARENT, 0 },
  { "do", ACCORD_RTF_TRANSPARENT, 0 },
  { "ud", ACCORD_RTF_UNICODE_TWIN, 0 },
  { "upr", ACCORD_RTF_SKIPPED, 0 },
  { "colortbl", ACCORD_RTF_SKIPPED, 0 },
  { "pict", ACCORD_RTF_SKIPPED, 0 },
  { "nonshppict", ACCORD_RTF_SKIPPED, 0 },
  { "objdata", ACCORD_RTF_SKIPPED, 0 },
  { "shprslt", ACCORD_RTF_SKIPPED, 0 },
  { "sp", ACCORD_RTF_SKIPPED, 0 },
  { "xe", ACCORD_RTF_SKIPPED, 0 },
  { "tc", ACCORD_RTF_SKIPPED, 0 },
  { "tcn", ACCORD_RTF_SKIPPED, 0 },
  { "rxe", ACCORD_RTF_SKIPPED, 0 },
  { "txe", ACCORD_RTF_SKIPPED, 0 },
  { "template", ACCORD_RTF_SKIPPED, 0 },
  { "annotation", ACCORD_RTF_SKIPPED, 0 },
  { "ftnsep", ACCORD_RTF_SKIPPED, 0 },
  { "ftnsepc", ACCORD_RTF_SKIPPED, 0 },
  { "ftncn", ACCORD_RTF_SKIPPED, 0 },
  { "aftnsep", ACCORD_RTF_SKIPPED, 0 },
  { "aftnsepc", ACCORD_RTF_SKIPPED, 0 },
  { "aftncn", ACCORD_RTF_SKIPPED, 0 },
  { "nonesttables", ACCORD_RTF_SKIPPED, 0 },
  { "filetbl", ACCORD_RTF_SKIPPED, 0 },
  { "revtbl", ACCORD_RTF_SKIPPED, 0 },
  { "bkmkstart", ACCORD_RTF_SKIPPED, 0 },
  { "bkmkend", ACCORD_RTF_SKIPPED, 0 },
  { "levelnumbers", ACCORD_RTF_SKIPPED, 0 },
  { "listname", ACCORD_RTF_SKIPPED, 0 },
  { "liststylename", ACCORD_RTF_SKIPPED, 0 },
  { "panose", ACCORD_RTF_SKIPPED, 0 },
  { "falt", ACCORD_RTF_SKIPPED, 0 },
  { "fontemb", ACCORD_RTF_SKIPPED, 0 },
  { "mmath", ACCORD_RTF_SKIPPED, 0 },
  { "moMath", ACCORD_RTF_SKIPPED, 0 },
  { "ffname", ACCORD_RTF_SKIPPED, 0 },
  { "formfield", ACCORD_RTF_SKIPPED, 0 },
  { "datafield", ACCORD_RTF_SKIPPED, 0 },
  { "ansicpg", ACCORD_RTF_CODE_PAGE, 0 },
  { "mac", ACCORD_RTF_MAC, 0 },
  { "pc", ACCORD_RTF_PC, 0 },
  { "pca", ACCORD_RTF_PCA, 0 },
  { "deff", ACCORD_RTF_DEFAULT_FONT, 0 },
  { "f", ACCORD_RTF_FONT, 0 },
  { "fcharset", ACCORD_RTF_CHARSET, 0 },
  { "cpg", ACCORD_RTF_FONT_CODE_PAGE, 0 },
  { "uc", ACCORD_RTF_UNICODE_SKIP, 0 },
  { "u", ACCORD_RTF_UNICODE, 0 },
  { "bin", ACCORD_RTF_BINARY, 0 },
  { "par", ACCORD_RTF_PARAGRAPH, 0 },
  { "sect", ACCORD_RTF_PARAGRAPH, 0 },
  { "pard", ACCORD_RTF_PARAGRAPH_DEFAULT, 0 },
  { "plain", ACCORD_RTF_PLAIN, 0 },
  { "v", ACCORD_RTF_HIDDEN, 0 },
  { "deleted", ACCORD_RTF_DELETED, 0 },
  { "s", ACCORD_RTF_STYLE, 0 },
  { "cs", ACCORD_RTF_CHARACTER_STYLE, 0 },
  { "ts", ACCORD_RTF_CHARACTER_STYLE, 0 },
  { "ds", ACCORD_RTF_CHARACTER_STYLE, 0 },
  { "sbasedon", ACCORD_RTF_BASED_ON, 0 },
  { "outlinelevel", ACCORD_RTF_OUTLINE, 0 },
  { "ls", ACCORD_RTF_LIST, 0 },
  { "ilvl", ACCORD_RTF_LIST_LEVEL, 0 },
  { "intbl", ACCORD_RTF_IN_TABLE, 0 },
  { "itap", ACCORD_RTF_NESTING, 0 },
  { "cell", ACCORD_RTF_CELL, 0 },
  { "nestcell", ACCORD_RTF_CELL, 0 },
  { "row", ACCORD_RTF_ROW, 0 },
  { "nestrow", ACCORD_RTF_ROW, 0 },
  { "list", ACCORD_RTF_LIST_ENTRY, 0 },
  { "listid", ACCORD_RTF_LIST_ID, 0 },
  { "listlevel", ACCORD_RTF_LEVEL, 0 },
  { "levelnfc", ACCORD_RTF_NUMERAL, 0 },
  { "levelnfcn", ACCORD_RTF_NUMERAL, 0 },
  { "levelstartat", ACCORD_RTF_START, 0 },
  { "listoverride", ACCORD_RTF_OVERRIDE, 0 },
  { "listoverridestartat", ACCORD_RTF_START_OVERRIDE, 0 },
  { "yr", ACCORD_RTF_YEAR, 0 },
  { "mo", ACCORD_RTF_MONTH, 0 },
  { "dy", ACCORD_RTF_DAY, 0 },
  { "line", ACCORD_RTF_LINE, 0 },
  { "page", ACCORD_RTF_LINE, 0 },
  { "column", ACCORD_RTF_LINE, 0 },
  { "softline", ACCORD_RTF_OTHER, 0 },
  { "lbr", ACCORD_RTF_LINE, 0 },
  { "tab", ACCORD_RTF_CHARACTER, ' ' },
  { "emdash", ACCORD_RTF_CHARACTER, 0x2014 },
  { "endash", ACCORD_RTF_CHARACTER, 0x2013 },
  { "emspace", ACCORD_RTF_CHARACTER, 0x2003 },
  { "enspace", ACCORD_RTF_CHARACTER, 0x2002 },
  { "qmspace", ACCORD_RTF_CHARACTER, 0x2005 },
  { "bullet", ACCORD_RTF_CHARACTER, 0x2022 },
  { "lquote", ACCORD_RTF_CHARACTER, 0x2018 },
  { "rquote", ACCORD_RTF_CHARACTER, 0x2019 },
  { "ldblquote", ACCORD_RTF_CHARACTER, 0x201C },
  { "rdblquote", ACCORD_RTF_CHARACTER, 0x201D },
  { "zwj", ACCORD_RTF_CHARACTER, 0x200D },
  { "zwnj", ACCORD_RTF_CHARACTER, 0x200C },
};

/**
 * accord_rtf_words_new:
 *
 * Returns: (transfer full): the control words by name
 */
GHashTable *
accord_rtf_words_new (void)
{
  GHashTable *words = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < G_N_ELEMENTS (WORDS); i++)
    g_hash_table_insert (words, (gpointer) WORDS[i].name, (gpointer) &WORDS[i]);
  return words;
}

/**
 * accord_rtf_word:
 * @words: from accord_rtf_words_new()
 * @name: of a control word
 * @character: (out): what it stands for, of CHARACTER
 *
 * Returns: what it means; OTHER where that is nothing
 */
AccordRtfWord
accord_rtf_word (GHashTable *words, const char *name, gunichar *character)
{
  const Word *word = g_hash_table_lookup (words, name);

  *character = word != NULL ? word->character : 0;
  return word != NULL ? word->word : ACCORD_RTF_OTHER;
}
