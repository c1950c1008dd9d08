/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Abbreviations, from general knowledge of each language and from the document itself:
 * a short word whose full stop stands before lower case again and again is one. Words
 * are in lower case, without the last full stop, parts joined by full stops. */
#include "engine/accord-abbreviations-private.h"

#include <string.h>

#include "engine/accord-language.h"
#include "engine/accord-segment-chars-private.h"
#include "engine/accord-stop-private.h"

/* A document shows no more abbreviations than this; longer words are none. */
#define LEARNED_MAX 4096
#define LEARNED_LETTERS 8
#define LEARNED_LEAST 2

/* No abbreviation of the tables has more bytes. */
#define WORD_MAX 24

typedef struct
{
  const char *language;
  AccordStop stop;
  const char *words;
} Entry;

/* Of Latin script, in texts of any language. */
#define ANY "*"

static const Entry ENTRIES[] = {
  { ANY, ACCORD_STOP_NEVER,
    "dr prof mr mrs ms messrs mme mgr e.g eg i.e ie viz vs v.s cf ca approx ph ibid op.cit op loc "
    "cit tel fax ed eds" },
  { ANY, ACCORD_STOP_NUMBER, "no nos nr p pp vol vols fig figs ch tab n.o" },
  { ANY, ACCORD_STOP_MAYBE,
    "st jr sr inc ltd co corp cos bros llc plc gmbh cie dept univ al ste phil" },
  { ANY, ACCORD_STOP_OFTEN, "etc a.m p.m b.c a.d b.c.e c.e" },
  { "en", ACCORD_STOP_NEVER,
    "gen col maj capt cmdr lt sgt cpl adm brig rev hon sen rep gov pres amb supt fr msgr rt incl "
    "esp excl resp" },
  { "en", ACCORD_STOP_NUMBER,
    "art arts sec secs sect para paras cl reg regs app ann annex chap pt res doc pg ref eq ex cap "
    "min hr hrs sess suppl sat sun" },
  { "en", ACCORD_STOP_MAYBE,
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri "
    "assn assoc ave blvd bldg rd mt ft intl natl dist esq est govt mfg mgmt ind calif conn fla "
    "minn "
    "mich wis penn tenn tex ariz ark colo ont okla sq ser supp misc div ext orig ret" },
  { "fr", ACCORD_STOP_NEVER,
    "m mm mlle mlles mmes mrs me mes pr p.ex ex c.-à-d càd c.à.d env éd éds cap gén gal col lt "
    "sgt adj cdt rév resp trad coll hab notam n.b nb réf hon sén" },
  { "fr", ACCORD_STOP_NUMBER,
    "lun mar mer jeu ven sam dim art al chap paragr par sect fasc pl rés ann liv t n doc" },
  { "fr", ACCORD_STOP_MAYBE,
    "janv févr fév avr juil sept oct nov déc bd boul av fg dép min max incl excl st ste apr s.a "
    "s.a.r.l préf univ assoc soc éts ets" },
  { "fr", ACCORD_STOP_OFTEN, "j.-c j.c j-c av.j.-c apr.j.-c ap.j.-c a.c b.p" },
  { "es", ACCORD_STOP_NEVER,
    "sr sra sres sras srta srtas d dª dña lic ing arq dra drs profa p.ej ej gral cnel cap "
    "tte sgto cmdte mons pbro fr hno hna sto sta rvdo excmo excma ilmo ilma ud uds vd vds aprox "
    "ee ff rr cía trad coord dir comp ntra ntro atte" },
  { "es", ACCORD_STOP_NUMBER,
    "lun mié miér jue vie sáb dom art arts núm núms nro nros pág págs párr párrs párrf cap caps "
    "inc lit apdo ap tít secc disp "
    "res "
    "doc t sec anex n nº ext cra cl diag transv" },
  { "es", ACCORD_STOP_MAYBE,
    "ene feb mar abr may jun jul ago agos set sept sep oct nov dic aa av avda "
    "c pza pl prov dpto depto edo gob min máx univ s.a s.l s.r.l esq admón bco km kg cm tel izq "
    "dcha" },
  { "es", ACCORD_STOP_OFTEN,
    "uu ee.uu ee.uu.aa a.c d.c a.j.c d.j.c c.c a.n.e d.n.e rr.hh ff.aa cc.oo jj.oo" },
  { "de", ACCORD_STOP_NEVER,
    "hr hrn fr frl dipl dipl.-ing ing rer nat med phil jur h.c z.b d.h bzw vgl s u.a z.t i.d "
    "sog ggf evtl bes insb insbes inkl exkl zzgl abzgl gem geb gest verh hrsg lt ca max min mind "
    "m.e u.u i.a i.e i.s a.a s.u s.o sen jun städt u v.a wg dgl verf übers hl o.g u.g "
    "i.v m.a z.zt zt tägl jährl" },
  { "de", ACCORD_STOP_NUMBER,
    "abs art ziff kap bd bde abb tab anm anl lit buchst hs s nr nrn rn rdnr s.a abschn var" },
  { "de", ACCORD_STOP_MAYBE,
    "jan feb mär apr jun jul aug sep sept okt nov dez mo di mi do fr sa so str tel st mio mrd tsd "
    "jh jhd std sek bld prov kr bez chr u.s.w o.b.d.a abt e.v ver kath ev" },
  { "de", ACCORD_STOP_OFTEN,
    "usw u.s.w etc v.chr n.chr u.ä o.ä u.dgl u.v.m u.a.m ff f uhr d.j d.m" },
  { "ru", ACCORD_STOP_NEVER,
    "т.е т.к т.н т.ч т.о т.наз напр см ср проф акад доц чл корр канд д-р г-н г-жа гр гос ул пр-т "
    "р-н св о ок прибл ред изд сост отв зам зав англ франц лат греч рус п.п соотв у.е" },
  { "ru", ACCORD_STOP_NUMBER,
    "ст стр с гл п пп рис табл вып ч т разд абз подп илл прил рез док №" },
  { "ru", ACCORD_STOP_MAYBE,
    "г д кв корп м тыс млн млрд трлн руб коп долл янв февр фев мар апр июн июл авг сент сен окт "
    "нояб ноя дек пн вт чт пт сб вс сек экз шт чел куб кг км мм га р им пос дер обл пл пер тел ген "
    "мин нач худ в" },
  /* # is a number before the word: "1990 г.", "XX в." */
  { "ru", ACCORD_STOP_OFTEN, "т.д т.п др пр проч гг вв н.э р.х #.г #.в #.гг #.вв" },
  { "ar", ACCORD_STOP_NEVER, "د أ م ا.د أ.د ص ت ط ج ه هـ ق س" },
  { "ar", ACCORD_STOP_MAYBE, "ق.م ق.ب ب.م" },
};

typedef struct
{
  const char *language;
  const char *words;
} Starters;

/* Of languages that have no list of function words here. */
static const Starters STARTERS[] = {
  { "de",
    "aber alle allerdings als also am an auch auf aus außerdem bei beide beim bis da dabei dadurch "
    "daher damit danach dann darin darüber darum das dass davon dazu dem den denn dennoch der des "
    "deshalb die dies diese dieser dieses doch dort durch ein eine einem einen einer eines er es "
    "für gegen hier hierzu ich ihr ihre ihnen im in indem insbesondere ist jede jeder jedes jedoch "
    "kein keine man mit nach nachdem nicht noch nun nur ob obwohl oder ohne schließlich seit seine "
    "sie so sobald sodass solche sollte somit sondern sowie statt trotz um und uns unser unsere "
    "unter viele vom von vor während wann was weil welche wenn wer werden wie wir wird wo während "
    "zu zudem zum zur zwar zwischen zuvor" },
};

/* Words without a vowel are abbreviations, whoever made them. */
#define VOWELS "aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýÿœ"

struct _AccordAbbreviations
{
  GHashTable *stops;    /* owned strings to AccordStop */
  GHashTable *starters; /* nullable: a set of owned strings */
  GHashTable *learned;  /* owned strings to Evidence, as a pointer */
  gboolean has_ordinals;
};

/* How often a word with a full stop was seen before lower case, and before anything else. */
#define LOWER_STEP 1u
#define OTHER_STEP (1u << 16)
#define LOWER(evidence) ((evidence) &0xFFFFu)
#define OTHER(evidence) ((evidence) >> 16)

static void
add_words (AccordAbbreviations *self, const Entry *entry)
{
  g_auto (GStrv) words = g_strsplit (entry->words, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    g_hash_table_replace (self->stops, g_strdup (words[i]), GUINT_TO_POINTER (entry->stop));
}

static GHashTable *
starters_new (const char *language)
{
  GHashTable *set = accord_stop_words_new (language);

  for (guint i = 0; set == NULL && i < G_N_ELEMENTS (STARTERS); i++)
    if (accord_language_matches (language, STARTERS[i].language))
      {
        g_auto (GStrv) words = g_strsplit (STARTERS[i].words, " ", -1);

        set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
        for (guint w = 0; words[w] != NULL; w++)
          g_hash_table_add (set, g_strdup (words[w]));
      }
  return set;
}

AccordAbbreviations *
accord_abbreviations_new (const char *language)
{
  AccordAbbreviations *self = g_new0 (AccordAbbreviations, 1);

  self->stops = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->learned = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->starters = starters_new (language);
  self->has_ordinals = accord_language_matches (language, "de");
  for (guint i = 0; i < G_N_ELEMENTS (ENTRIES); i++)
    if (strcmp (ENTRIES[i].language, ANY) == 0 ||
        accord_language_matches (language, ENTRIES[i].language))
      add_words (self, &ENTRIES[i]);
  return self;
}

void
accord_abbreviations_free (AccordAbbreviations *self)
{
  g_hash_table_unref (self->stops);
  g_hash_table_unref (self->learned);
  g_clear_pointer (&self->starters, g_hash_table_unref);
  g_free (self);
}

/* The word before the full stop at @stop in lower case, if it is short and of letters alone. */
static char *
dup_short_word (const char *stop, const char *start)
{
  const char *p = stop;

  for (guint n = 0; p > start; n++)
    {
      const char *before = accord_char_prev (p);
      gunichar c = accord_char_get (before);

      if (accord_char_is_space (c) || c == '(')
        break;
      if (n == LEARNED_LETTERS || !accord_char_is_letter (c) || accord_char_is_wide (c))
        return NULL;
      p = before;
    }
  return stop - p > 1 && g_utf8_next_char (p) < stop ? g_utf8_strdown (p, stop - p) : NULL;
}

/* Takes what @data shows: words whose full stops stand before lower case. Cost: linear. */
void
accord_abbreviations_learn (AccordAbbreviations *self, const char *data, gsize length)
{
  const char *end = data + length;

  for (const char *p = memchr (data, '.', length); p != NULL;
       p = memchr (p + 1, '.', (gsize) (end - p - 1)))
    {
      const char *next = accord_chars_skip_spaces (p + 1, MIN (p + 8, end));
      gunichar c = accord_char_at (next, end);
      gboolean lower = accord_char_is_lower (c);
      g_autofree char *word = NULL;
      guint evidence = 0;

      if (next == p + 1 || !accord_char_is_letter (c) ||
          (!lower && g_hash_table_size (self->learned) == 0))
        continue;
      word = dup_short_word (p, data);
      if (word == NULL)
        continue;
      evidence = GPOINTER_TO_UINT (g_hash_table_lookup (self->learned, word));
      if (evidence == 0 && (!lower || g_hash_table_size (self->learned) >= LEARNED_MAX))
        continue;
      if ((lower ? LOWER (evidence) : OTHER (evidence)) < 0x7FFF)
        evidence += lower ? LOWER_STEP : OTHER_STEP;
      g_hash_table_replace (self->learned, g_steal_pointer (&word), GUINT_TO_POINTER (evidence));
    }
}

/* "Ltd", "Hrsg": of two to five letters, none of them a vowel. */
static gboolean
is_without_vowel (const char *word)
{
  guint n = 0;

  for (; *word != '\0'; word = g_utf8_next_char (word), n++)
    {
      gunichar c = accord_char_get (word);

      if (c >= 0x250 || !g_unichar_isalpha (c) || g_utf8_strchr (VOWELS, -1, c) != NULL)
        return FALSE;
    }
  return n >= 2 && n <= 5;
}

/* What the full stop behind @word, in lower case, means; @capitals is whether it was written in
 * capitals alone, as names of organisations are. */
AccordStop
accord_abbreviations_find (const AccordAbbreviations *self, const char *word, gboolean capitals)
{
  AccordStop stop = strlen (word) > WORD_MAX
                      ? ACCORD_STOP_PLAIN
                      : GPOINTER_TO_UINT (g_hash_table_lookup (self->stops, word));
  guint evidence = 0;

  if (stop != ACCORD_STOP_PLAIN || capitals)
    return stop;
  evidence = GPOINTER_TO_UINT (g_hash_table_lookup (self->learned, word));
  if (LOWER (evidence) >= LEARNED_LEAST && LOWER (evidence) * 2 >= OTHER (evidence))
    return ACCORD_STOP_MAYBE;
  return is_without_vowel (word) ? ACCORD_STOP_MAYBE : ACCORD_STOP_PLAIN;
}

/* Whether @word, in lower case, is one that sentences begin with and names do not. */
gboolean
accord_abbreviations_is_starter (const AccordAbbreviations *self, const char *word)
{
  return self->starters != NULL && g_hash_table_contains (self->starters, word);
}

/* Whether a number with a full stop is an ordinal: "am 3. Oktober". */
gboolean
accord_abbreviations_has_ordinals (const AccordAbbreviations *self)
{
  return self->has_ordinals;
}
