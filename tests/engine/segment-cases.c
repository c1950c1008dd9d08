/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts written for the tests of the segmenter, with "|" where a sentence, an item or a
 * clause must end. */
#include "segment-cases.h"

static const char *const ENGLISH[] = {
  "The council met today.|It adopted the plan.",
  "Who decides?|The public does!|No one else may.",
  "Dr. Amara Osei and Prof. Lind chaired the panel.|Mrs. Ito took notes.",
  "Systems, e.g. those in schools, i.e. public ones, must be tested.|Others should be.",
  "See Art. 5 and para. 3.|Fig. 2 shows the process, cf. p. 14.",
  "The U.S. Congress and the U.K. Parliament agreed.|They signed in the U.S.|The text is public.",
  "Vendors such as Norvik Inc. and Tall Oaks Ltd. were heard.|The winner was Norvik Inc.|The other "
  "one left.",
  "The hearing began at 9 a.m.|Members of the public spoke first.",
  "It covers audits, reports, etc.|The rest follows in 2030.|2031 is too late.",
  "J. K. Adeyemi and R. Lindqvist wrote the report.",
  "The budget rose by 3.5 percent.|Version 2.0.1 replaced it.",
  "“We cannot wait. The risk is real,” she said.",
  "“We will publish every test.”|The minister then left.",
  "“We will publish every test! Nothing stays hidden!” (This was new.)|The minister then left.",
  "\"Rules are steps [...]\" (Osei 12).|The rest is open.",
  "She began, “We meant to publish, but--”|At this the chair rose.",
  "“We meant to publish, but—” Osei began, and sat down.",
  "The office is in Springfield, U.S. - Room 5.",
  "The council agreed on the wording.11 12|The next day it voted.",
  "It names the body (2031).4|According to it, all is well.",
  "He asked: \"Is it safe?\" and waited.|Nobody spoke.",
  "The pledge (Some called it a wish. Others laughed.) was never kept.",
  "Perhaps ... but nobody knew.|It ended there...|The talks went on.",
  "Write to office@example.org or see https://example.org/a.b?c=d.|Replies take a week.",
  "The rule is old.[3]|A newer one exists.[4, 5]",
  "1. Keep people safe.|2. Tell them what is done.|3. Listen to them.",
  "Article 7. Every person may ask for a review.|The review is free.",
  "The parties shall:|(a) test each system before it is used;|(b) publish the results of the "
  "tests; and|(c) stop a system that harms people.",
  "Systems shall be (a) safe, (b) fair and (c) open.",
  "• Test early and in the open|• Publish all results|• Repair what fails",
  "*Recognizing* the need for trust;|*Noting* the work of the council;|*Decides* to meet again.",
  "It is fast; it is cheap; nobody trusts it.",
  "The file report.final.txt is kept.|Backups stay for 30 days.",
  "a. Keep people safe|b. Tell them what is done|c. Listen to them",
  "Part of it was left out.|. . . The rest was read aloud.|It ended so . . . .|Nobody minded.",
  "It is known from older books.12|Newer ones differ.¹|None is complete.[note 4]|One is lost.",
  "He wrote: `The vote! The vote!' in his notes.|Then he slept.",
  "The office opens on Sat. 5 May.|We sat.|Then we rose.",
  "It costs 3 dollars vs. 6 before, approx. half.|In 2 yrs. it doubles.",
  "Norvik (est. 1990) moved from Elm St. to St. Agnes.|She has a Ph.D.|He has none.",
  "See vol. II.|The E.P.A. Administrator agreed, as did Smith v. Jones.",
  "No. 12 was withdrawn.|He said no.|They voted again.",
};

static const char *const CHINESE[] = {
  "人工智能应当安全。|任何人不得例外。",
  "谁来负责？|由开发者负责！|没有例外。",
  "他说：“我们必须行动。时间不多了。”|会议随后结束。",
  "“系统必须可靠。”他强调说。|众人同意。",
  "第三条 各方应当公开测试结果。|测试每年进行一次。",
  "各方应当：|（一）公开系统的用途和限制；|（二）接受独立机构的监督；|（三）赔偿受到损害的个人。",
  "我们提出以下要求：|一是加强数据安全和隐私保护；|二是完善公众参与决策的机制；|"
  "三是定期公布评估报告。",
  "增长率为3.5%。|去年是2.1%。",
  "网址是www.example.org。|欢迎访问。",
  "《共同声明》于五月发布。|《实施细则》将于年底发布。",
  "认识到信任的重要性；|重申以往的承诺；|决定明年再次举行会议。",
  "速度很快；成本很低；但没有人信任它。",
  "这是一个问题（真的吗？当然！）需要讨论。|大家沉默了。",
  "由B. K. Lee主持会议。|会议很短。",
  "我们等了很久，一直没有人来说明情况……|后来门开了。",
  "他问：“安全吗？”|没有人回答。|他走了。",
  "「必須公開。」主席說。|會議結束。",
};

static const char *const FRENCH[] = {
  "Le conseil s’est réuni.|Il a adopté le plan.",
  "Qui décide ?|Le public !|Personne d’autre.",
  "M. Diallo et Mme Roy ont parlé.|MM. Petit et Leroy se taisaient.",
  "Certains systèmes, p. ex. ceux des écoles, seront testés.|Les autres attendront.",
  "Voir l’art. 5 et le chap. 3.|La fig. 2 montre la suite, cf. p. 14.",
  "« Nous agirons. Le risque est réel », dit-elle.",
  "« Nous publierons tout. »|La ministre est partie.",
  "Vers 1900 av. J.-C. Ur dominait la région.",
  "La ville fut prise par ses voisins en 700 av. J.-C.|Personne ne la rebâtit.",
  "Le Dr. Morel et le prof. Blanc étaient là.|Ils ont voté.",
  "Le budget a crû de 3,5 %.|Il baissera en 2030.|2031 sera pire.",
  "Il reviendra… peut-être demain.|Nul ne le sait.",
  "Les parties doivent :|a) tester chaque système avant son usage ;|b) publier le résultat des "
  "essais ;|c) arrêter tout système nuisible.",
  "Reconnaissant le besoin de confiance ;|Notant les travaux du conseil ;|Décide de se réunir à "
  "nouveau.",
  "C’est rapide ; c’est bon marché ; nul n’y croit.",
  "Article 4. Toute personne peut demander un examen.|Il est gratuit.",
  "1. Protéger les personnes.|2. Les informer.|3. Les écouter.",
  "Ils ont voyagé par mer.|Le retour fut long.",
};

static const char *const SPANISH[] = {
  "La oficina está en la Cra. 7 No. 40 y atiende en la Ext. 1010.",
  "El consejo se reunió.|Adoptó el plan.",
  "¿Quién decide?|¡El público!|Nadie más.",
  "El Sr. Ruiz y la Dra. Vega hablaron.|La Sra. Gil tomó notas.",
  "Algunos sistemas, p. ej. los de las escuelas, se probarán.|Los demás esperarán.",
  "Véase el art. 5 y la pág. 14.|El núm. 3 fue retirado.",
  "Los delegados de EE. UU. y de la India firmaron.|Lo hicieron en EE. UU.|Después viajaron.",
  "En el año 200 a. C. Roma era fuerte.",
  "La ciudad cayó tras un largo asedio en 146 a. C.|Nadie la reconstruyó.",
  "«Actuaremos. El riesgo es real», dijo.",
  "—¿Es seguro? —preguntó ella.|Nadie respondió.",
  "El presupuesto subió un 3,5 %.|Bajará en 2030.|2031 será peor.",
  "Quizá… pero nadie lo sabía.|Así terminó.",
  "Las partes deberán:|a) probar cada sistema antes de usarlo;|b) publicar el resultado de las "
  "pruebas;|c) detener todo sistema dañino.",
  "Reconociendo la necesidad de confianza;|Observando la labor del consejo;|Decide reunirse de "
  "nuevo.",
  "Es rápido; es barato; nadie confía en él.",
  "Artículo 4. Toda persona puede pedir una revisión.|Es gratuita.",
  "El prof. Díaz, el ing. Paz, etc., asistieron.|Todos votaron.",
  "Será el lun. 5 de mar. de 2031.|Traigan 1.Pan, 2.Agua, 3.Sal.",
  "Ocurrió hace muchos años.|Nadie lo recuerda.",
};

static const char *const RUSSIAN[] = {
  "Совет собрался сегодня.|Он принял план.",
  "Кто решает?|Общество!|Больше никто.",
  "Системы, т. е. программы и т. д., нужно проверять.|Это важно.",
  "См. ст. 5 и рис. 2 на с. 14.|Там всё описано.",
  "А. С. Петров и И. Иванова написали доклад.",
  "Встреча прошла в г. Казани.|Она была короткой.",
  "Договор подписан послами в 1990 г.|Потом его забыли.",
  "В 49 г. до н. э. Цезарь вошёл в город.",
  "«Мы будем действовать. Риск велик», — сказала она.",
  "«Это безопасно?» — спросил он.|Никто не ответил.",
  "Бюджет вырос на 3,5 %.|Снизится он в 2030 году.|2031 год будет хуже.",
  "Стоит это 30 тыс. руб. в год.|Деньги есть.",
  "Может быть... но никто не знал.|Так всё и кончилось.",
  "Стороны обязуются:|а) проверять каждую систему до её применения;|б) публиковать результаты "
  "проверок;|в) останавливать вредные системы.",
  "Признавая важность доверия;|Отмечая работу совета;|Постановляет собраться вновь.",
  "Это быстро; это дёшево; никто в это не верит.",
  "Статья 4. Каждый вправе требовать проверки.|Она бесплатна.",
  "Проф. Орлов, акад. Белов и др. выступили.|Их слушали.",
};

static const char *const ARABIC[] = {
  "اجتمع المجلس اليوم.|وأقر الخطة.",
  "من يقرر؟|الجمهور!|لا أحد غيره.",
  "تحدث د. سامي وأ. ليلى في الجلسة.|ثم غادرا.",
  "بلغ النمو 3.5 في المئة.|وسينخفض في عام 2030.",
  "قالت: \"سنتحرك الآن. الخطر حقيقي\" ثم غادرت القاعة.",
  "قال: «سننشر كل شيء.»|ثم انتهى الاجتماع.",
  "انظر الموقع www.example.org للمزيد.|الرد خلال أسبوع.",
  "هل النظام آمن؟|لم يجب أحد.",
  "بني السور عام 1900 ق.م تقريبا.|ولا يزال قائما.",
  "النظام سريع؛ وهو رخيص؛ ولا يثق به أحد.",
  "تدعو إلى الثقة؛|تؤكد عمل المجلس؛|تقرر الاجتماع مرة أخرى.",
  "المادة 4. لكل شخص طلب مراجعة.|والمراجعة مجانية.",
  "1. حماية الناس.|2. إعلام الناس.|3. الاستماع إليهم.",
  "وقعت الدول (كلها؟ نعم!) على النص.|وهو علني.",
  "تلتزم الأطراف بما يلي:|(أ) اختبار كل نظام قبل استخدامه؛|(ب) نشر نتائج الاختبارات؛|(ج) وقف "
  "كل نظام ضار.",
};

static const char *const GERMAN[] = {
  "Der Rat tagte heute.|Er nahm den Plan an.",
  "Wer entscheidet?|Das Volk!|Sonst niemand.",
  "Dr. Weiß und Prof. Kern sprachen.|Hr. Bauer schwieg.",
  "Systeme, z. B. in Schulen, d. h. öffentliche, werden geprüft.|Andere folgen.",
  "Siehe Art. 5 Abs. 2 und Abb. 3 auf S. 14.|Nr. 7 entfällt.",
  "Am 3. Oktober trat das Gesetz in Kraft.|Es gilt noch.",
  "Im 19. Jahrhundert gab es keine Regeln.|Heute gibt es viele.",
  "Das kostet ca. 3,5 Mio. Euro im Jahr.|Das Geld fehlt.",
  "„Wir handeln jetzt. Die Gefahr ist echt“, sagte sie.",
  "„Wir veröffentlichen alles.“|Dann ging sie.",
  "Sie fragte: »Ist das sicher?«|Niemand antwortete.",
  "Es geht um Prüfungen, Berichte usw.|Der Rest folgt.",
  "Vielleicht ... aber niemand wusste es.|So endete es.",
  "Die Stadt fiel nach langer Belagerung im Jahr 146 v. Chr.|Niemand baute sie wieder auf.",
  "1. Menschen schützen.|2. Menschen informieren.|3. Menschen anhören.",
  "Artikel 4. Jeder darf eine Prüfung verlangen.|Sie ist kostenlos.",
  "J. P. Sommer und K. Maier schrieben den Bericht.",
  "Er kam 1990.|Sie kam 1991.",
};

static const char *const JAPANESE[] = {
  "会議は今日開かれた。|計画が採択された。",
  "誰が決めるのか？|市民だ！|他にはいない。",
  "「安全です。」と彼は言った。|皆が黙った。",
  "「行動する。時間がない。」と彼女は述べた。",
  "成長率は3.5%だった。|昨年は2.1%だった。",
  "結果（本当か？本当だ！）は公開された。|誰も驚かなかった。",
  "A. K. Satoが司会を務めた。|会議は短かった。",
  "第三条 結果は公開する。|費用は無料とする。",
  "サイトはwww.example.orgです。|ご覧ください。",
  "『共同声明』が出た。|『細則』は年末に出る。",
  "まだ分からない…と彼は思った。|それで終わった。",
  "必要か?|必要だ!",
  "１．５倍になった。|来年は二倍になる。",
  "すごい！！|本当に？！|本当だ。",
  "速い。|安い。|しかし誰も信用しない。",
  "資料は① 目的、② 方法である。",
};

static const char *const TITLES[] = {
  "Guiding principles",
  "Hello",
  "Section II",
};

/* Where no space stands between two sentences. */
static const char *const TIGHT_ENGLISH[] = {
  "We met on Monday.|Then we wrote it down.",
  "It ended on Friday.|Dr. Osei left.",
  "The vote failed.|Members left.",
  "Costs rose to 1,500.|That was too much.",
};

static const char *const TIGHT_ARABIC[] = {
  "انتهى الاجتماع.|غادر الجميع القاعة.",
  "هل النظام آمن؟|لم يجب أحد.",
};

/* Lines within a paragraph. */
static const char *const LINES[] = {
  "The parties:|Norvik|Tall Oaks",
  "A line that\ngoes on in the next one.|Another line.",
  "One line.|one more in lower case",
};

#define TABLE(language, space, cases)                                                              \
  {                                                                                                \
    language, space, cases, G_N_ELEMENTS (cases)                                                   \
  }

static const SegmentTable TABLES[] = {
  TABLE ("en", " ", ENGLISH),      TABLE ("zh-Hans", "", CHINESE), TABLE ("fr", " ", FRENCH),
  TABLE ("es", " ", SPANISH),      TABLE ("ru", " ", RUSSIAN),     TABLE ("ar", " ", ARABIC),
  TABLE ("de", " ", GERMAN),       TABLE ("ja", "", JAPANESE),     TABLE ("und", " ", TITLES),
  TABLE ("en", "", TIGHT_ENGLISH), TABLE ("ar", "", TIGHT_ARABIC), TABLE ("en", "\n", LINES),
};

const SegmentTable *
segment_tables (guint *n_tables)
{
  *n_tables = G_N_ELEMENTS (TABLES);
  return TABLES;
}
