/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stance: sentences in six languages, each with the place that is asked about in
 * brackets, what it does with it, by which words, and who is to act. */
#include "engine/accord-stance.h"

#include <string.h>

typedef struct
{
  const char *language;
  const char *sentence;
  const char *stance;
  const char *triggers; /* with " + " between */
  const char *actor;
  const char *who;
} Case;

static const Case ENGLISH[] = {
  { "en", "Every council must protect the [privacy] of its residents.", "oblige", "must",
    "organisation", "council" },
  { "en", "Member States shall respect [human rights].", "oblige", "shall", "state",
    "Member States" },
  { "en", "Providers are required to keep [logs].", "oblige", "are required to", "company",
    "Providers" },
  { "en", "No system may impose a [sanction] on its own.", "prohibit", "No system may", "none",
    "" },
  { "en", "Companies must not sell [personal data].", "prohibit", "must not", "company",
    "Companies" },
  { "en", "[Social scoring] is prohibited.", "prohibit", "prohibited", "none", "" },
  { "en", "Personal data shall not be used without [consent].", "prohibit", "shall not", "none",
    "" },
  { "en", "We will fund [training] for every clerk.", "commit", "will", "organisation", "We" },
  { "en", "The Council commits to [openness].", "commit", "commits to", "organisation",
    "The Council" },
  { "en", "We will not build [autonomous weapons].", "prohibit", "will not", "organisation", "We" },
  { "en", "Machines will change [work] for ever.", "note", "", "none", "" },
  { "en", "The political will to protect [children] is there.", "note", "", "none", "" },
  { "en", "Governments should encourage [research].", "recommend", "should + encourage", "state",
    "Governments" },
  { "en", "Developers are encouraged to publish [test results].", "recommend", "encouraged",
    "company", "Developers" },
  { "en", "We encourage governments to share [data].", "recommend", "encourage", "state",
    "governments" },
  { "en", "Systems should not replace [teachers].", "oppose", "should not", "none", "" },
  { "en", "We call on all companies to commit to [safety].", "advocate", "call on + commit to",
    "company", "companies" },
  { "en", "China supports [open source].", "advocate", "supports", "state", "China" },
  { "en", "We do not support [surveillance].", "oppose", "not support", "organisation", "We" },
  { "en", "The assembly rejects [discrimination] in all forms.", "oppose", "rejects",
    "organisation", "The assembly" },
  { "en", "We must refrain from [mass surveillance].", "prohibit", "must + refrain from",
    "organisation", "We" },
  { "en", "We note the value of [diversity].", "note", "note", "organisation", "We" },
  { "en", "We recognise that [safety] must be tested.", "oblige", "must", "none", "" },
  { "en", "We believe [privacy] must be protected.", "oblige", "must", "none", "" },
  { "en", "[Privacy], safety and fairness must be protected.", "oblige", "must", "none", "" },
  { "en", "States shall respect and promote [human rights].", "oblige", "shall + promote", "state",
    "States" },
  { "en", "We oppose walls and support [openness].", "advocate", "support", "organisation", "We" },
  { "en", "We reject [censorship], but firms must remove threats.", "oppose", "reject", NULL,
    NULL },
  { "en", "[Privacy] should be protected by governments.", "recommend", "should", "state",
    "governments" },
  { "en", "The rights of users to [redress] must be real.", "oblige", "must", "none", "" },
  { "en", "Ensure [human oversight] at every step.", "recommend", "Ensure", "none", "" },
  { "en", "3. Protect [children].", "recommend", "Protect", "none", "" },
  { "en", "Users have a right to know, and the office must give [reasons].", "oblige", "must",
    "organisation", "the office" },
  { "en", "Governments, in line with their laws, should fund [tests].", "recommend", "should",
    "state", "Governments" },
  { "en", "In recognition of [trust] the matter is urgent.", "note", "", "none", "" },
  { "en", "The river is wide and [clean].", "note", "", "none", "" },
};

static const Case CHINESE[] = {
  { "zh-Hans", "企业必须保护[个人信息]。", "oblige", "必须", "company", "企业" },
  { "zh-Hans", "不得利用算法从事[歧视]行为。", "prohibit", "不得", "none", "" },
  { "zh-Hans", "严禁任何形式的[社会评分]。", "prohibit", "严禁", "none", "" },
  { "zh-Hans", "中国将继续开展[国际合作]。", "commit", "将继续", "state", "中国" },
  { "zh-Hans", "我们承诺公开[测试结果]。", "commit", "承诺", "organisation", "我们" },
  { "zh-Hans", "各国应当尊重[主权]。", "recommend", "应当", "state", "各国" },
  { "zh-Hans", "人工智能的应用日益[广泛]。", "note", "", "none", "" },
  { "zh-Hans", "中国主张坚持[以人为本]。", "advocate", "主张 + 坚持", "state", "中国" },
  { "zh-Hans", "我们呼吁各国政府加强[监管]。", "advocate", "呼吁", "state", "各国政府" },
  { "zh-Hans", "坚决反对[技术垄断]。", "oppose", "坚决反对", "none", "" },
  { "zh-Hans", "人工智能不应取代[人类决策]。", "oppose", "不应", "none", "" },
  { "zh-Hans", "大会重申[多边主义]的价值。", "note", "重申", "organisation", "大会" },
  { "zh-Hans", "会议强调[安全]必须放在首位。", "oblige", "必须", "none", "" },
  { "zh-Hans", "各国应当加强对话，推动[共同发展]。", "recommend", "应当 + 推动", "state", "各国" },
  { "zh-Hans", "开发者要确保系统[透明]。", "recommend", "要", "company", "开发者" },
  { "zh-Hans", "[隐私]是一项重要权利。", "note", "", "none", "" },
  { "zh-Hant", "各國應當尊重[主權]。", "recommend", "應當", "state", "各國" },
  { "zh-Hans", "鼓励企业公开[源代码]。", "recommend", "鼓励", "company", "企业" },
  { "zh-Hans", "公众有权知悉用途，主办单位应当公开[清单]。", "recommend", "应当", "organisation",
    "单位" },
  { "zh-Hans", "各国在治理中，应加强[对话]。", "recommend", "应", "state", "各国" },
  { "zh-Hans", "系统由政府监督，[安全]须有保障。", "oblige", "须", "state", "政府" },
};

static const Case FRENCH[] = {
  { "fr", "Les États doivent garantir la [transparence].", "oblige", "doivent", "state", "États" },
  { "fr", "Aucun système ne peut décider seul d'une [sanction].", "prohibit",
    "Aucun système ne peut", "none", "" },
  { "fr", "Les données ne doivent pas être [vendues].", "prohibit", "ne doivent", "none", "" },
  { "fr", "La [notation sociale] est interdite.", "prohibit", "interdite", "none", "" },
  { "fr", "Nous nous engageons à publier les [résultats].", "commit", "Nous nous engageons",
    "organisation", "Nous" },
  { "fr", "Nous garantirons le [droit de recours].", "commit", "Nous garantirons", "organisation",
    "Nous" },
  { "fr", "Les entreprises devraient publier leurs [essais].", "recommend", "devraient", "company",
    "entreprises" },
  { "fr", "Les machines ne devraient pas remplacer les [juges].", "oppose", "ne devraient", "none",
    "" },
  { "fr", "Nous appelons les gouvernements à protéger l'[enfance].", "advocate", "appelons",
    "state", "gouvernements" },
  { "fr", "Le conseil soutient la [recherche ouverte].", "advocate", "soutient", "organisation",
    "conseil" },
  { "fr", "Nous rejetons la [surveillance de masse].", "oppose", "rejetons", "organisation",
    "Nous" },
  { "fr", "L'assemblée rappelle l'importance de la [diversité].", "note", "rappelle",
    "organisation", "L'assemblée" },
};

static const Case SPANISH[] = {
  { "es", "Los Estados deben proteger los [derechos humanos].", "oblige", "deben", "state",
    "Estados" },
  { "es", "Las empresas no podrán vender [datos personales].", "prohibit", "no podrán", "company",
    "empresas" },
  { "es", "Queda prohibida la [vigilancia masiva].", "prohibit", "Queda prohibida", "none", "" },
  { "es", "Nos comprometemos a publicar los [resultados].", "commit", "Nos comprometemos",
    "organisation", "comprometemos" },
  { "es", "Respetaremos la [diversidad].", "commit", "Respetaremos", "organisation",
    "Respetaremos" },
  { "es", "Los gobiernos deberían invertir en [educación].", "recommend", "deberían", "state",
    "gobiernos" },
  { "es", "Exhortamos a las empresas a respetar la [privacidad].", "advocate", "Exhortamos",
    "company", "empresas" },
  { "es", "La ciudad apoya el [código abierto].", "advocate", "apoya", "state", "ciudad" },
  { "es", "El consejo rechaza la [discriminación].", "oppose", "rechaza", "organisation",
    "consejo" },
  { "es", "Subrayamos el valor de la [solidaridad].", "note", "Subrayamos", "organisation",
    "Subrayamos" },
};

static const Case RUSSIAN[] = {
  { "ru", "Государства должны уважать [права человека].", "oblige", "должны", "state",
    "Государства" },
  { "ru", "Система не может принимать [решения] сама.", "prohibit", "не может", "none", "" },
  { "ru", "Запрещается продажа [персональных данных].", "prohibit", "Запрещается", "none", "" },
  { "ru", "Мы обязуемся публиковать [отчёты].", "commit", "обязуемся", "organisation", "Мы" },
  { "ru", "Компаниям следует проверять [безопасность].", "recommend", "следует", "company",
    "Компаниям" },
  { "ru", "Не следует заменять [учителей] машинами.", "oppose", "Не следует", "none", "" },
  { "ru", "Мы призываем все государства к [сотрудничеству].", "advocate", "призываем", "all",
    "все государства" },
  { "ru", "Россия выступает за [многосторонность].", "advocate", "выступает за", "state",
    "Россия" },
  { "ru", "Совет осуждает [дискриминацию].", "oppose", "осуждает", "organisation", "Совет" },
  { "ru", "Комиссия отмечает роль [науки].", "note", "отмечает", "organisation", "Комиссия" },
};

static const Case ARABIC[] = {
  { "ar", "يجب على الدول حماية [الخصوصية].", "oblige", "يجب", "state", "الدول" },
  { "ar", "لا يجوز بيع [البيانات الشخصية].", "prohibit", "لا يجوز", "none", "" },
  { "ar", "يحظر [التمييز] بين السكان.", "prohibit", "يحظر", "none", "" },
  { "ar", "نلتزم بنشر [النتائج].", "commit", "نلتزم", "organisation", "نلتزم" },
  { "ar", "ينبغي للشركات احترام [الخصوصية].", "recommend", "ينبغي", "company", "للشركات" },
  { "ar", "لا ينبغي أن تحل الآلات محل [القضاة].", "oppose", "لا ينبغي", "none", "" },
  { "ar", "ندعو الحكومات إلى تعزيز [البحث].", "advocate", "ندعو", "state", "الحكومات" },
  { "ar", "نرفض [المراقبة الجماعية].", "oppose", "نرفض", "organisation", "نرفض" },
  { "ar", "تؤكد اللجنة أهمية [التعاون].", "note", "تؤكد", "organisation", "اللجنة" },
  { "ar", "نحترم الحقوق وندعم [الشفافية].", "advocate", "وندعم", "organisation", "وندعم" },
};

static char *
describe_triggers (const char *data, const AccordStanceResult *result)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < result->n_triggers; i++)
    g_string_append_printf (text, "%s%.*s", i > 0 ? " + " : "",
                            (int) accord_span_length (result->triggers[i]),
                            data + result->triggers[i].start);
  return g_string_free (text, FALSE);
}

static void
check (const Case *c)
{
  const char *open = strchr (c->sentence, '['), *close = strchr (c->sentence, ']');
  g_autoptr (GString) data = g_string_new (c->sentence);
  AccordSpan place = { (guint32) (open - c->sentence), (guint32) (close - c->sentence) - 1 };
  AccordStanceResult result;
  g_autofree char *triggers = NULL;

  g_string_erase (data, close - c->sentence, 1);
  g_string_erase (data, open - c->sentence, 1);
  accord_stance_find (data->str, (AccordSpan){ 0, (guint32) data->len }, c->language, place,
                      &result);
  triggers = describe_triggers (data->str, &result);
  g_test_message ("%s", c->sentence);
  g_assert_cmpstr (accord_stance_name (result.stance), ==, c->stance);
  g_assert_cmpstr (triggers, ==, c->triggers);
  if (c->actor != NULL)
    {
      g_autofree char *who =
        g_strndup (data->str + result.actor_span.start, accord_span_length (result.actor_span));

      g_assert_cmpstr (accord_actor_name (result.actor), ==, c->actor);
      g_assert_cmpstr (who, ==, c->who);
    }
}

#define CHECK_ALL(CASES)                                                                           \
  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)                                                 \
  check (&CASES[i])

static void
test_english (void)
{
  CHECK_ALL (ENGLISH);
}

static void
test_chinese (void)
{
  CHECK_ALL (CHINESE);
}

static void
test_french (void)
{
  CHECK_ALL (FRENCH);
}

static void
test_spanish (void)
{
  CHECK_ALL (SPANISH);
}

static void
test_russian (void)
{
  CHECK_ALL (RUSSIAN);
}

static void
test_arabic (void)
{
  CHECK_ALL (ARABIC);
}

/* Sentences with a place that is harmed by the words beside it, or not: 1 or -1. */
typedef struct
{
  const char *language;
  const char *sentence;
  gint polarity;
} Harm;

static const Harm HARMS[] = {
  { "en", "We oppose the theft of [personal data].", 1 },
  { "en", "Nobody may infringe upon the right to [privacy].", 1 },
  { "en", "Data must not be used without [consent].", 1 },
  { "en", "[Privacy] violations are prohibited.", 1 },
  { "en", "We reject [privacy] as a value.", -1 },
  { "en", "Systems must not use [personal data].", -1 },
  { "zh-Hans", "反对窃取和泄露[个人信息]。", 1 },
  { "zh-Hans", "不得侵犯用户的[隐私]。", 1 },
  { "zh-Hans", "不得公开[隐私]。", -1 },
  { "fr", "Il est interdit de porter atteinte à la [vie privée].", 1 },
  { "fr", "Nous rejetons la [vie privée].", -1 },
  { "es", "Se prohíbe el robo de [datos personales].", 1 },
  { "es", "Rechazamos la [privacidad].", -1 },
  { "ru", "Запрещается нарушать [права человека].", 1 },
  { "ru", "Мы отвергаем [права человека].", -1 },
  { "ar", "يحظر انتهاك [الخصوصية].", 1 },
  { "ar", "نرفض [الخصوصية].", -1 },
};

static void
test_harms (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (HARMS); i++)
    {
      const char *open = strchr (HARMS[i].sentence, '['), *close = strchr (HARMS[i].sentence, ']');
      g_autoptr (GString) data = g_string_new (HARMS[i].sentence);
      AccordSpan place = { (guint32) (open - HARMS[i].sentence),
                           (guint32) (close - HARMS[i].sentence) - 1 };
      AccordStanceResult result;

      g_string_erase (data, close - HARMS[i].sentence, 1);
      g_string_erase (data, open - HARMS[i].sentence, 1);
      accord_stance_find (data->str, (AccordSpan){ 0, (guint32) data->len }, HARMS[i].language,
                          place, &result);
      g_test_message ("%s", HARMS[i].sentence);
      g_assert_cmpint (accord_stance_result_polarity (&result, FALSE), ==, HARMS[i].polarity);
    }
}

/* A language without rules, nothing to read, and a passage longer than is read. */
static void
test_edges (void)
{
  AccordStanceResult result;
  GString *data = g_string_new (NULL);

  accord_stance_find ("Staten skal", (AccordSpan){ 0, 11 }, "da", (AccordSpan){ 0, 6 }, &result);
  g_assert_cmpint (result.stance, ==, ACCORD_STANCE_NOTE);
  accord_stance_find ("", (AccordSpan){ 0, 0 }, "en", (AccordSpan){ 0, 0 }, &result);
  g_assert_cmpint (result.stance, ==, ACCORD_STANCE_NOTE);
  g_assert_cmpuint (result.n_triggers, ==, 0);
  while (data->len < 1u << 20)
    g_string_append (data, "界must ");
  accord_stance_find (data->str, (AccordSpan){ 0, (guint32) data->len }, "en",
                      (AccordSpan){ 800003, 800004 }, &result);
  g_assert_cmpint (result.stance, ==, ACCORD_STANCE_OBLIGE);
  g_assert_cmpuint (result.n_triggers, ==, ACCORD_STANCE_MAX_TRIGGERS);
  g_string_free (data, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stance/english", test_english);
  g_test_add_func ("/stance/chinese", test_chinese);
  g_test_add_func ("/stance/french", test_french);
  g_test_add_func ("/stance/spanish", test_spanish);
  g_test_add_func ("/stance/russian", test_russian);
  g_test_add_func ("/stance/arabic", test_arabic);
  g_test_add_func ("/stance/harms", test_harms);
  g_test_add_func ("/stance/edges", test_edges);
  return g_test_run ();
}
