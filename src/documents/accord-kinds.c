/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What kind of statement is it? Titles say it themselves, in one of few words a
 * language. */
#include "documents/accord-metadata-private.h"

#include <string.h>

/* The first kind that has a word in the title wins: the narrower before the wider. Words are
 * folded as accord_fold() does; letters of a script with spaces match whole words, and one that
 * ends in "-" their beginnings. */
static const struct
{
  const char *kind;
  const char *words;
} KINDS[] = {
  { "press release",
    "press release|news release|media release|新闻稿|新闻公报|communique de presse|"
    "comunicado de prensa|nota de prensa|пресс-релиз|بيان صحفي" },
  { "code of conduct",
    "code of conduct|code of practice|code of ethics|行为准则|伦理规范|自律公约|"
    "code de conduite|code de deontologie|codigo de conducta|кодекс-|مدونة سلوك|مدونة قواعد" },
  { "charter", "charter|宪章|章程|charte|carta de|хартия|устав|ميثاق|الميثاق" },
  { "resolution", "resolution|决议|決議|resolucion|резолюция|резолюции|قرار" },
  { "recommendation",
    "recommendation|recommendations|建议书|recommandation|recommandations|recomendacion|"
    "recomendaciones|рекомендация|рекомендации|توصية|توصيات" },
  { "declaration", "declaration|宣言|宣言书|申明|declaracion|декларация|декларации|اعلان|الاعلان" },
  { "treaty",
    "treaty|convention|covenant|protocol|公约|条约|协定|議定書|议定书|convenio|convencion|tratado|"
    "traite|конвенция|договор|اتفاقية|معاهدة" },
  { "law", "act|law|bill|statute|法|法案|法律|草案|loi|projet de loi|ley|proyecto de ley|закон|"
           "законопроект|قانون|القانون" },
  { "regulation",
    "regulation|regulations|directive|ordinance|decree|executive order|条例|办法|规定|细则|规章|"
    "指令|reglement|decret|ordonnance|reglamento|decreto|directiva|регламент|указ|постановление|"
    "приказ|لائحة|مرسوم|نظام" },
  { "guidelines", "guidelines|guideline|guidance|guide|handbook|指南|指引|准则|规范|lignes "
                  "directrices|directrices|"
                  "guia|руководство|руководящие принципы|مبادئ توجيهية|دليل" },
  { "strategy", "strategy|strategies|战略|策略|strategie|estrategia|стратегия|стратегии|استراتيجية|"
                "الاستراتيجية" },
  { "plan", "plan|action plan|roadmap|road "
            "map|agenda|compact|规划|计划|路线图|纲要|议程|方案|feuille de route|"
            "hoja de ruta|план|дорожная карта|программа|خطة|خارطة طريق" },
  { "principles", "principles|原则|principes|principios|принципы|مبادئ" },
  { "initiative", "initiative|倡议|iniciativa|инициатива|مبادرة" },
  { "framework", "framework|框架|cadre|marco|рамочная|рамки|اطار" },
  { "policy",
    "policy|policies|white paper|green paper|政策|白皮书|意见|livre blanc|politique|politica|"
    "libro blanco|политика|белая книга|سياسة|الكتاب الابيض" },
  { "report", "report|study|assessment|报告|研究报告|rapport|informe|доклад|отчет|تقرير" },
  { "speech",
    "speech|remarks|address|keynote|讲话|致辞|演讲|主旨发言|发言|discours|allocution|discurso|"
    "palabras de|выступление|речь|обращение|كلمة|خطاب" },
  { "communiqué", "communique|公报|联合公报|comunicado|коммюнике|бюллетень" },
  { "commentary",
    "commentary|comment|opinion|op-ed|editorial|analysis|column|viewpoint|perspective|评论|时评|"
    "社论|"
    "述评|短评|快评|锐评|评论员文章|观察|观点|论坛|chronique|tribune|opinion|opinions|columna|"
    "comentario|комментарий|колонка|мнение|مقال|راي|تعليق" },
  { "statement",
    "statement|joint statement|声明|联合声明|谈话|表态|communique|declaration conjointe|заявление|"
    "بيان" },
};

static gboolean
is_boundary (const char *text, const char *p)
{
  gunichar before = p > text ? g_utf8_get_char (g_utf8_prev_char (p)) : ' ';

  return !g_unichar_isalpha (before) || g_unichar_iswide (g_utf8_get_char (p));
}

static gboolean
is_end (const char *p, gboolean open, gboolean wide)
{
  return open || wide || !g_unichar_isalpha (g_utf8_get_char (p));
}

static gboolean
has_word (const char *title, const char *word, gsize length)
{
  gboolean open = word[length - 1] == '-';
  gboolean wide = g_unichar_iswide (g_utf8_get_char (word));
  g_autofree char *needle = g_strndup (word, length - open);

  for (const char *p = title; (p = strstr (p, needle)) != NULL; p++)
    if (is_boundary (title, p) && is_end (p + length - open, open, wide))
      return TRUE;
  return FALSE;
}

/* "法" names a law only where the title ends with it: 人工智能法, but not 方法论. */
static gboolean
is_meant (const char *title, const char *word, gsize length)
{
  if (length == 3 && g_unichar_iswide (g_utf8_get_char (word)))
    return strlen (title) > length && memcmp (title + strlen (title) - length, word, length) == 0 &&
           !g_str_has_suffix (title, "方法") && !g_str_has_suffix (title, "做法") &&
           !g_str_has_suffix (title, "看法");
  return has_word (title, word, length);
}

/**
 * accord_kind_of_title:
 * @title: a title, valid UTF-8
 *
 * Returns: (transfer none) (nullable): what kind of statement its title says it is
 */
const char *
accord_kind_of_title (const char *title)
{
  g_autoptr (GString) folded = g_string_new (NULL);

  accord_fold (folded, title, strlen (title));
  for (guint i = 0; i < G_N_ELEMENTS (KINDS); i++)
    for (const char *p = KINDS[i].words; *p != '\0';)
      {
        gsize length = strcspn (p, "|");

        if (is_meant (folded->str, p, length))
          return KINDS[i].kind;
        p += length + (p[length] == '|');
      }
  return NULL;
}
