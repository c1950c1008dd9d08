/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Resolutions are one sentence: "*Recognizing* …; *Noting* …; *Decides* …". Where at least
 * three clauses between semicolons open with a performative, each clause is a passage. */
#include <string.h>

#include "engine/accord-segment-chars-private.h"
#include "engine/accord-segment-private.h"

#define CLAUSES_LEAST 3

/* Longest beginning of a clause that is looked at, in bytes. */
#define OPENING_MAX 64

/* How performatives begin, in lower case, of the languages of the United Nations. */
static const char PERFORMATIVES[] =
  "acknowledg|adopt|affirm|agree|alarmed|appeal|appreciat|approv|aware|bearing in mind|"
  "believ|call|commend|commit|concern|condemn|confident|confirm|conscious|consider|convinced|"
  "decid|declar|deeply|deplor|desir|determin|emphasi|encourag|endors|express|guided|having|"
  "highlight|insist|invit|mindful|noting|notes|pledg|proclaim|reaffirm|reiterat|recall|"
  "recogni|recommend|reject|request|resolv|seek|stress|strongly|support|takes note|"
  "taking note|underlin|underscor|undertak|urg|welcom|accueill|adopte|appell|appréci|approuv|"
  "ayant|condamn|conscient|considér|constat|convaincu|demand|décid|déclar|déplor|désireu|"
  "engag|estim|exhort|exprim|félicit|gardant|guidé|lance |notant|note |préoccup|prend note|prenant|"
  "prie|proclam|rappel|réaffirm|réitér|recommand|reconna|reconnaiss|rejet|salue|saluant|se félicit|"
  "s'engag|s’engag|souhait|soulign|soucieu|souten|acoge|acogiendo|acuerda|adopta|afirma|"
  "alienta|apoy|aprueba|celebra|condena|confirma|consciente|considera|convencid|declara|"
  "deplora|deseos|destaca|encomia|expres|guiad|hace un llamamiento|habiendo|insta a|invita|"
  "lament|observa|pide|preocupad|proclama|pone de relieve|reafirm|reconoc|recomienda|recorda|"
  "recuerda|rechaza|reitera|se compromete|señala|solicita|subraya|teniendo|toma nota|tomando|"
  "будучи|ввиду|вновь|выража|высоко|высказыва|заявля|настоятельно|напомина|обраща|обязу|"
  "одобря|осозна|отмеча|отверга|осужда|памятуя|подтвержда|подчерк|подчёрк|поддержива|поощря|"
  "постановля|предлага|признава|признаёт|призна|призыва|приветству|приним|провозглаша|просит|"
  "прос|рекоменду|решает|ссылаясь|стремясь|считает|сожале|уполномочива|учитыва|утвержда|"
  "ожида|"
  "إذ |وإذ |تؤكد|تشدد|تدعو|تقرر|تلاحظ|تحث|تشجع|ترحب|تعترف|تسلم|تدرك|تشير|تعيد|تطلب|تعرب|توصي|"
  "تؤيد|تدين|ترفض|تتعهد|تلتزم|نؤكد|ندعو|نقرر|نحث|نلتزم|نتعهد|نرحب|نعترف|نشجع|ندرك|نشدد|"
  "认识到|認識到|认为|認為|强调|強調|呼吁|呼籲|决定|決定|重申|注意到|忆及|憶及|回顾|回顧|"
  "欢迎|歡迎|敦促|鼓励|鼓勵|确认|確認|承认|承認|请|請|建议|建議|赞赏|讚賞|谴责|譴責|支持|"
  "反对|反對|承诺|承諾|关切|關切|深信|意识到|意識到|铭记|銘記|考虑到|考慮到|宣布|表示|要求|"
  "倡导|主张|申明|促请|促請|吁请|籲請|赞扬|讚揚|指出|深为|深為";

static gboolean
is_semicolon (gunichar c)
{
  return c == ';' || c == 0xFF1B || c == 0x61B;
}

static const char *
next_semicolon (const char *p, const char *end)
{
  for (; p < end; p++)
    if (*p == ';' ||
        (((guint8) *p == 0xEF || (guint8) *p == 0xD8) && is_semicolon (accord_char_get (p))))
      return p;
  return end;
}

/* Behind spaces, emphasis, a marker in brackets and an "and", or NULL where none of that stands
 * at @p. */
static const char *
skip_lead_part (const char *p, const char *end)
{
  static const char *const JOINERS[] = { "and ", "et ", "y ", "и ", "e " };

  if (accord_char_is_space (accord_char_get (p)) || *p == '*' || *p == '_')
    return g_utf8_next_char (p);
  for (guint i = 0; i < G_N_ELEMENTS (JOINERS); i++)
    if ((gsize) (end - p) > strlen (JOINERS[i]) &&
        strncmp (p, JOINERS[i], strlen (JOINERS[i])) == 0)
      return p + strlen (JOINERS[i]);
  if (*p == '(' || g_ascii_isdigit (*p))
    for (const char *q = p; q < end && q - p < 8; q = g_utf8_next_char (q))
      if (accord_char_is_space (accord_char_get (q)))
        return accord_segment_is_marker (p, q) ? q : NULL;
  return NULL;
}

/* Whether @opening begins with one of the words. */
static gboolean
has_performative (const char *opening)
{
  for (const char *word = PERFORMATIVES; word != NULL;)
    {
      const char *bar = strchr (word, '|');
      gsize length = bar != NULL ? (gsize) (bar - word) : strlen (word);

      if (strncmp (opening, word, length) == 0)
        return TRUE;
      word = bar != NULL ? bar + 1 : NULL;
    }
  return FALSE;
}

static gboolean
is_performative (const char *p, const char *end)
{
  g_autofree char *opening = NULL;
  const char *stop = NULL;

  end = MIN (end, p + OPENING_MAX);
  for (const char *q = p; q != NULL && q < end; q = skip_lead_part (q, end))
    p = q;
  for (stop = p; stop < end;)
    stop = g_utf8_next_char (stop);
  opening = g_utf8_strdown (p, stop - p);
  return has_performative (opening);
}

/* How many clauses of @sentence open with a performative. */
static guint
count_performatives (const char *data, AccordSpan sentence)
{
  const char *end = data + sentence.end;
  guint n = 0;

  for (const char *p = data + sentence.start; p < end && n < CLAUSES_LEAST;)
    {
      n += is_performative (p, end);
      p = next_semicolon (p, end);
      if (p < end)
        p = g_utf8_next_char (p);
    }
  return n;
}

/* Appends @sentence, or its clauses where they are such. A clause without a performative belongs
 * to the one before. Cost: linear, some microseconds a clause. */
void
accord_segment_add_clauses (const char *data, AccordSpan sentence, GArray *spans)
{
  const char *end = data + sentence.end;
  const char *p = next_semicolon (data + sentence.start, end);

  if (p < end && count_performatives (data, sentence) >= CLAUSES_LEAST)
    for (; p < end; p = next_semicolon (p, end))
      {
        AccordSpan clause = { sentence.start, 0 };

        p = g_utf8_next_char (p);
        clause.end = (guint32) (p - data);
        if (!is_performative (p, end))
          continue;
        g_array_append_val (spans, clause);
        sentence.start = (guint32) (accord_chars_skip_spaces (p, end) - data);
      }
  g_array_append_val (spans, sentence);
}
