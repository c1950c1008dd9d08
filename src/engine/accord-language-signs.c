/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells languages by what a person looks at in a few words: function words, endings,
 * letters. Naive: ask cld2 alone, whose groups of four letters know 68 of 100 Spanish
 * beginnings of 30 letters. A sign that several languages share is divided among them. */
#include "engine/accord-language-signs-private.h"

#include <string.h>
#include <unicode/uchar.h>

#include "engine/accord-language.h"

/* In hundredths of a function word that one language alone has. */
#define WORD 100
#define ENDING 40
#define LETTER 45
#define GUESS 75
#define HINT 70
#define USUAL 45
#define HINT_BRIEF 260

#define MAX_WORD 48u

typedef enum
{
  EN,
  FR,
  ES,
  DE,
  IT,
  PT,
  NL,
  CA,
  PL,
  SV,
  DA,
  NB,
  ID,
  RU,
  UK,
  BG,
  AR,
  FA,
  N_LANGUAGES
} Language;

typedef enum
{
  SCRIPT_LATIN,
  SCRIPT_CYRILLIC,
  SCRIPT_ARABIC,
  N_SCRIPTS
} Script;

typedef struct
{
  const char *tag;
  const char *words;
  const char *endings;
  const char *letters;
} Signs;

/* An ending of two letters counts half. */
static const Signs SIGNS[N_LANGUAGES] = {
  [EN] = { "en",
           "a about after all also an and any are as at be been but by can could did do each for "
           "from had has have he her his how if in into is it its may more most must not of on or "
           "other our shall she should so some such than that the their them there these they this "
           "those to under was we were what when where which who will with within without would "
           "you your said says s",
           "ing tion ness ment ity ies ally ful ship ould ght ough ed ly th ck ey ow", "" },
  [FR] = { "fr",
           "à ainsi au aucun aussi autre aux avec c ce ces cet cette ceux chaque comme contre d "
           "dans de des dont du elle elles en entre est et été être eu il ils j l la le les leur "
           "leurs lui m mais même n ne nos notre nous on ont ou où par pas pendant peut plus pour "
           "qu que qui s sa sans se ses si son sont sous sur tous tout toute toutes très un une "
           "vers vous y selon afin doit",
           "tion ment eur eux euse ique ance ence ité ées ait ais aux eurs és ez re ie ue le nt "
           "oir eau tes",
           "àâçèéêëîïôùûœ" },
  [ES] = { "es",
           "a al algunos ante antes aunque cada como con contra cuando cual de del desde donde "
           "durante e el él ella ellos en entre era es esa ese eso esta está este esto estos fue "
           "ha han hasta hay la las le les lo los más mientras mi muy nada ni no nos nosotros "
           "nuestra nuestro o otra otro para pero por porque que qué quien se sea según ser si "
           "sin sino sobre son su sus también tanto todo todos un una unos y ya estas han sido "
           "debe puede tras",
           "ción ciones dad ado ada idos ías mente ando iendo eron aron ará ería ista istas anza "
           "do da ra ro os as ía ó án ón illa",
           "áéíóúñ¿¡" },
  [DE] = { "de",
           "aber alle als also am an auch auf aus bei beim bis da damit dann das dass dem den der "
           "des die dies diese dieser dieses doch durch ein eine einem einen einer eines er es für "
           "gegen hat haben hatte ich ihr ihre im in ins ist jede jeder kann kein keine man mehr "
           "mit müssen muss nach nicht noch nur ob oder ohne sagte sehr sein seine sich sie sind "
           "so "
           "soll sollen sowie über um und uns unser unter vom von vor war was wenn werden wie wir "
           "wird wurde wurden zu zum zur zwischen während",
           "ung ungen keit heit lich ische isch schaft chen ten tet sche en ch te ern ige",
           "äöüß" },
  [IT] = { "it",
           "a ad ai al alla alle allo anche che chi ci come con cui da dal dalla degli dei del "
           "della delle dello di e è ed gli ha hanno i il in io la le lo loro ma nei nel nella non "
           "o ogni per più può quale quando questa questo se si sia sono su sua sul sulla suo tra "
           "tutti un una uno stato essere",
           "zione zioni tà mente ati ato ono ità ggio to ta ti lla re no tti", "àèìòù" },
  [PT] = { "pt",
           "a ao aos as até com como da das de do dos e é ela ele em entre essa esse esta este eu "
           "foi há isso já mais mas na não nas no nos o os ou para pela pelas pelo pelos por "
           "porque quando que quem se sem ser seu sua são também tem ter um uma uns à às muito "
           "deve",
           "ção ções dade mente ram ndo ões agem ão do da os as em", "ãõâêôçáéíóú" },
  [NL] = { "nl",
           "aan als bij dan dat de deze die dit door een en er had heeft het hij hun ik in is kan "
           "maar meer met naar niet nog of om onder ons ook op over te tot uit van voor was wat "
           "we werd wordt worden zal ze zich zij zijn zo zou",
           "ing heid lijk sche ijk aar en aan", "ë" },
  [CA] = { "ca",
           "a al als amb aquest aquesta com d de del dels des el els en és entre era ha han hi i "
           "l la les li més molt no o on per però que qui s seva seu ser si són sobre també tot un "
           "una va van",
           "ció cions tat ment ada ats ar", "àçèéíïòóúü" },
  [PL] = { "pl",
           "a ale co czy dla do i ich jak jest już lub ma na nie o od oraz po pod przez przy są "
           "się "
           "ta tak te to w we z za ze że który która które być",
           "ość owy nie ych ego ami", "ąćęłńśźż" },
  [SV] = { "sv",
           "att av de den det där och eller en ett från för har hade i inte kan med men när om på "
           "ska skall som till under var vi är över efter",
           "ing het are ade erna ning", "åäö" },
  [DA] = { "da",
           "af at blev de den der det efter eller en er et for fra har havde i ikke kan med men "
           "når "
           "og om over på skal som til under var vi ved",
           "ing hed ede erne ning", "åæø" },
  [NB] = { "nb",
           "av at ble de den der det etter eller en er et for fra har hadde i ikke kan med men når "
           "og om over på skal som til under var vi ved",
           "ing het ede ene ning", "åæø" },
  [ID] = { "id",
           "adalah akan atau bahwa banyak dan dalam dari dengan di ini itu juga karena ke lebih "
           "mereka oleh orang pada saat sebagai telah tersebut tidak untuk yang",
           "kan nya", "" },
  [RU] = { "ru",
           "а без более бы был была были было быть в вам вас во все всё всех вы где да для до его "
           "ее если есть еще же за и из или им их к как которая которые который кто ли между мы на "
           "над не нет них но о об однако он она они от очень по под после при про с сам свои "
           "своих "
           "свою со так также там то того тоже только у уже чем что чтобы эта эти этих это этого "
           "этом этот я",
           "ние ния ции ция ого ему ыми ать ить ется ость ости ский ские ться ает или ыла ой ый "
           "ая ое ей ов ам ми ся ть ые их",
           "ыэёъ" },
  [UK] = { "uk",
           "а або але без був була було в від він вона вони для до його за з зі і із їх й коли к "
           "між ми на не ні про по при та те то у це цей ця що щоб як який яка які є",
           "ння ться ість ський ові ого", "іїєґ" },
  [BG] = { "bg",
           "а без беше в ви го да до за и из или им как като към която които който ли ми на не ни "
           "но от по при са се си след с със сред това този той тя тук ще че",
           "та то ите ата ето ият", "ъ" },
  [AR] = { "ar",
           "من في على إلى الى عن مع هذا هذه ذلك تلك التي الذي الذين ما متى كيف لا لم لن ليس أن إن "
           "ان أنه إنه أو ثم بل لكن ولكن حتى إذا كل بعض غير كما كان كانت يكون تكون هو هي هم نحن قد "
           "لقد بين عند عندما منذ خلال بعد قبل تحت أي أيضا كذلك بها به له لها لهم فيه فيها منه "
           "وقد وفي ومن وقال قال",
           "", "ةىأإؤئ" },
  [FA] = { "fa",
           "از است این آن با باید به بر برای بود تا در را که و های هر یا یک شد شده کرد کند می خود "
           "ها نیز",
           "", "پچژگکی" },
};

typedef struct
{
  GHashTable *words;   /* of guint, a bit a language */
  GHashTable *endings; /* likewise */
} Table;

static void
add_signs (GHashTable *table, const char *list, guint language)
{
  g_auto (GStrv) all = g_strsplit (list, " ", -1);

  for (guint i = 0; all[i] != NULL; i++)
    {
      guint mask = GPOINTER_TO_UINT (g_hash_table_lookup (table, all[i])) | 1u << language;

      if (*all[i] != '\0')
        g_hash_table_insert (table, g_strdup (all[i]), GUINT_TO_POINTER (mask));
    }
}

static gpointer
build_table (gpointer data)
{
  Table *table = g_new (Table, 1);

  table->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  table->endings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < N_LANGUAGES; i++)
    {
      add_signs (table->words, SIGNS[i].words, i);
      add_signs (table->endings, SIGNS[i].endings, i);
    }
  return table;
}

/* A constant: the lists above, turned round. */
static const Table *
table_of_signs (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, build_table, NULL);
}

static void
share (gint *scores, guint mask, gint weight)
{
  guint n = 0;

  for (guint i = 0; i < N_LANGUAGES; i++)
    n += mask >> i & 1;
  for (guint i = 0; i < N_LANGUAGES && n > 0; i++)
    if (mask >> i & 1)
      scores[i] += weight / (gint) n;
}

static void
judge_letter (gint *scores, gunichar c)
{
  guint mask = 0;

  if (c < 0x80)
    return;
  for (guint i = 0; i < N_LANGUAGES; i++)
    if (g_utf8_strchr (SIGNS[i].letters, -1, c) != NULL)
      mask |= 1u << i;
  share (scores, mask, LETTER);
}

/* @word: terminated, in lower case; its longest ending counts. */
static void
judge_word (gint *scores, const char *word)
{
  const Table *table = table_of_signs ();
  guint mask = GPOINTER_TO_UINT (g_hash_table_lookup (table->words, word));
  glong n = g_utf8_strlen (word, -1);

  share (scores, mask, WORD);
  for (glong k = MIN (n - 2, 6); mask == 0 && k >= 2; k--)
    {
      mask = GPOINTER_TO_UINT (
        g_hash_table_lookup (table->endings, g_utf8_offset_to_pointer (word, n - k)));
      share (scores, mask, k > 2 ? ENDING : ENDING / 2);
    }
}

static void
judge_all (gint *scores, const char *data, gsize length)
{
  char word[MAX_WORD + 8];
  guint n = 0;
  gboolean too_long = FALSE;

  for (const char *p = data; p <= data + length; p = g_utf8_next_char (p))
    {
      gunichar c = p < data + length ? g_utf8_get_char (p) : ' ';

      judge_letter (scores, (gunichar) u_tolower ((UChar32) c));
      if (u_isalpha ((UChar32) c) || u_charType ((UChar32) c) == U_NON_SPACING_MARK)
        {
          too_long |= n >= MAX_WORD;
          if (!too_long)
            n += (guint) g_unichar_to_utf8 ((gunichar) u_tolower ((UChar32) c), word + n);
          continue;
        }
      word[n] = '\0';
      if (n > 0 && !too_long)
        judge_word (scores, word);
      n = 0;
      too_long = FALSE;
    }
}

/* The script that most letters are in. */
static Script
find_script (const char *data, gsize length)
{
  guint n[N_SCRIPTS] = { 0 };

  for (const char *p = data; p < data + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (u_isalpha ((UChar32) c))
        n[c >= 0x400 && c < 0x530   ? SCRIPT_CYRILLIC
          : c >= 0x600 && c < 0x780 ? SCRIPT_ARABIC
                                    : SCRIPT_LATIN]++;
    }
  if (n[SCRIPT_CYRILLIC] > n[SCRIPT_LATIN])
    return SCRIPT_CYRILLIC;
  return n[SCRIPT_ARABIC] > n[SCRIPT_LATIN] ? SCRIPT_ARABIC : SCRIPT_LATIN;
}

static Script
script_of (Language language)
{
  if (language >= AR)
    return SCRIPT_ARABIC;
  return language >= RU ? SCRIPT_CYRILLIC : SCRIPT_LATIN;
}

static void
add_weight (gint *scores, const char *tag, gint weight)
{
  for (guint i = 0; tag != NULL && i < N_LANGUAGES; i++)
    if (accord_language_matches (tag, SIGNS[i].tag))
      scores[i] += weight;
}

/**
 * accord_language_signs_judge:
 * @data: valid UTF-8
 * @length: bytes of it, at most some hundreds
 * @guess: what a detector of letter groups says
 * @hint: (nullable): the language of what stands around it
 * @brief: whether there are too few words to trust them against @hint
 *
 * Each sign counts for the languages that have it; the guess and the hint count as signs, and so
 * does being one of the six languages of the United Nations, or German.
 * Cost: linear, some 100 ns a letter.
 *
 * Returns: (transfer none): @hint or @guess where one of them leads or nothing is known; else the
 *   tag of the language that leads
 */
const char *
accord_language_signs_judge (
  const char *data, gsize length, const char *guess, const char *hint, gboolean brief)
{
  gint scores[N_LANGUAGES] = { 0 };
  Script script = find_script (data, length);
  guint best = 0;

  for (guint i = 0; i < N_LANGUAGES; i++)
    scores[i] = i <= DE || i == RU || i == AR ? USUAL : 0;
  add_weight (scores, hint, brief ? HINT_BRIEF : HINT);
  add_weight (scores, guess, GUESS);
  judge_all (scores, data, length);
  for (guint i = 0; i < N_LANGUAGES; i++)
    if (script_of (i) == script && (script_of (best) != script || scores[i] > scores[best]))
      best = i;
  if (scores[best] < USUAL + GUESS && (hint == NULL || script == SCRIPT_LATIN))
    return hint != NULL ? hint : guess;
  if (hint != NULL && accord_language_matches (hint, SIGNS[best].tag))
    return hint;
  if (accord_language_matches (guess, SIGNS[best].tag))
    return guess;
  return accord_language_intern (SIGNS[best].tag);
}
