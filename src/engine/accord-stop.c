/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Function words of the six languages of the United Nations and German, as folded words
 * before stemming: articles, pronouns, prepositions, conjunctions, auxiliaries, particles.
 * Words of duty and negation (shall, must, not) are function words too; stance reads
 * the text, not these flags. Of Chinese only characters that hardly build nouns. */
#include "engine/accord-stop-private.h"

#include "engine/accord-language.h"

typedef struct
{
  const char *language;
  const char *words;
} StopWords;

static const StopWords STOP_WORDS[] = {
  { "en",
    "a about above after again all also am an and any are as at be because been before being "
    "below between both but by can could d did do does doing down during each either etc ever "
    "every few for from further had has have having he her here hers herself him himself his "
    "how however i if in into is it its itself just ll may me might more most must my myself "
    "neither no nor not of off on once only or other otherwise our ours ourselves out over own "
    "re s same shall she should since so some such than that the their theirs them themselves "
    "then there thereby therefore therein thereof these they this those through thus to too "
    "under until up upon us ve very via was we were what whatever when where whereas whereby "
    "wherein whether which while who whom whose why will with within without would yet you "
    "your yours yourself t don" },
  { "zh",
    "的 了 之 与 及 或 而 且 也 其 这 那 并 就 是 把 被 吗 呢 吧 们 则 亦 乃 矣 该 此 些 么 很 "
    "又 还 已 却 但 若" },
  { "fr",
    "à a afin ai ainsi alors au aucun aucune aussi autant autre autres aux avait avec avoir ayant "
    "c ce ceci cela celle celles celui ces cet cette ceux chaque comme comment contre d dans de "
    "depuis des dès dont donc du durant elle elles en encore entre est et étaient était étant "
    "été être eu eux fait il ils j je jusqu l la là le les lesquelles lesquels leur leurs lors "
    "lorsque lui m ma mais me même mêmes mes mon n ne ni non nos notamment notre nous on ont ou "
    "où par parce pas pendant peu peut peuvent plus pour pourquoi près puis puisque qu quand que "
    "quel quelle quelles quels qui quoi s sa sans se selon sera seront ses si sien soient soit "
    "son sont sous sur t ta te tel telle telles tels tes toi ton tous tout toute toutes très tu "
    "un une vers via vos votre vous y" },
  { "es",
    "a acá ahí al algo algún alguna algunas alguno algunos allí ante antes aquel aquella aquellas "
    "aquellos aquí así aún aunque bajo bien cada casi como con contra cual cuales cualquier "
    "cuando cuanto cuyo cuya cuyos cuyas de del desde donde dos durante e el él ella ellas ellos "
    "en entonces entre era eran es esa esas ese eso esos esta está estaba estamos están estar "
    "estas este esto estos fue fueron ha haber había han hasta hay he la las le les lo los luego "
    "mas más me mediante mi mis mientras mismo misma mismos mismas mucho muy nada ni no nos "
    "nosotros nuestra nuestras nuestro nuestros o os otra otras otro otros para pero poco por "
    "porque pues que qué quien quienes se sea sean según ser será serán si sí sido siempre sin "
    "sino sobre son su sus también tan tanto te ti tiene tienen toda todas todo todos tras tu "
    "tus u un una unas uno unos usted ustedes vosotros y ya yo" },
  { "de",
    "ab aber alle allem allen aller alles als also am an andere anderen anderer anderes auch "
    "auf aus bei beide beiden beim bevor bin bis da dabei dadurch dafür daher damit danach "
    "dann daran darauf darüber das dass davon dazu dein deine dem den denen denn der deren "
    "des dessen die dies diese diesem diesen dieser dieses doch dort du durch ein eine einem "
    "einen einer eines einige einigen einiger er es etwa etwas euch euer für gegen hab habe "
    "haben hat hatte hatten hier hin ich ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres im in "
    "indem infolge ins ist ja jede jedem jeden jeder jedes jedoch kann kein keine keinem "
    "keinen keiner können man mein meine mich mir mit muss müssen nach nicht noch nun nur ob "
    "obwohl oder ohne sehr sein seine seinem seinen seiner seines seit selbst sich sie sind "
    "so sofern sogar solche solchen solcher soll sollen sollte sollten sondern sonst soweit "
    "sowie sowohl um und uns unser unsere unserem unseren unserer unter vom von vor war waren "
    "was weder weil welche welchem welchen welcher welches wenn wer werde werden wie wir wird "
    "wo wobei wodurch worden wurde wurden während zu zum zur zwar zwischen über" },
  { "ru",
    "а без более бы был была были было быть в вам вас весь во вот все всё всего всей всем всех вы "
    "где да даже для до его ее её ей ему если есть еще ещё же за здесь и из или им ими их к как "
    "какая какие какой когда кого кому которая которого которой которому которую которые который "
    "которых которым которыми котором кто либо ли между меня мне мной мы на над надо нам нас наш "
    "наша наше наши не него нее неё ней нем нём ни них но ну о об однако он она они оно от ото по "
    "под поэтому при про с сам самого свой своего своей своем своём своих своим своими свою свои "
    "себе себя со так также такая такие такого такой там те тем то того тоже той только том тому "
    "тот ту ты у уже чего чей чем что чтобы эта эти этим этих это этого этой этом этому этот эту "
    "я" },
  { "ar",
    "من في على إلى الى عن مع هذا هذه ذلك تلك هؤلاء أولئك التي الذي الذين اللذين اللتين اللاتي "
    "ما ماذا متى أين كيف لا لم لن ليس ليست أن إن ان أنه إنه أنها إنها أو أم ثم بل لكن ولكن حتى "
    "إذا إذ لو لولا كل بعض غير سوى كما كان كانت يكون تكون كانوا هو هي هم هن نحن أنا أنت أنتم قد "
    "لقد بين عند عندما لدى منذ خلال بعد قبل فوق تحت دون ضد حول أي أية كذلك أيضا و ف ب ل ك به بها "
    "بهم له لها لهم فيه فيها فيهم منه منها منهم عليه عليها عليهم إليه إليها إليهم عنه عنها وفي "
    "ومن وعلى وإلى وأن وإن وهو وهي وهم بأن لأن فإن مما فيما كي لكي حيث إما" },
};

/**
 * accord_stop_words_new:
 * @language: a BCP 47 tag
 *
 * Returns: (transfer full) (nullable): the set of its function words, or NULL where none are known
 */
GHashTable *
accord_stop_words_new (const char *language)
{
  for (guint i = 0; i < G_N_ELEMENTS (STOP_WORDS); i++)
    {
      GHashTable *set = NULL;
      g_autofree char **words = NULL;

      if (!accord_language_matches (language, STOP_WORDS[i].language))
        continue;
      set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      words = g_strsplit (STOP_WORDS[i].words, " ", -1);
      for (guint w = 0; words[w] != NULL; w++)
        g_hash_table_add (set, words[w]);
      return set;
    }
  return NULL;
}
