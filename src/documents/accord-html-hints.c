/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the authors of web pages say about their elements: by tags, ARIA roles, and
 * the words of which classes and ids are made. */
#include "documents/accord-html-private.h"

#include <string.h>

/* Longer than any name; the rest is generated. */
#define NAME_MOST 300

/* Words of classes and ids. STRONG ones hold beside a word for text ("article-comments"), weak
 * ones do not ("article-header"). */
static const struct
{
  AccordFurniture furniture;
  gboolean strong;
  const char *words;
} WORDS[] = {
  { ACCORD_FURNITURE_COMMENTS, TRUE,
    "comment|comments|commentlist|disqus|respond|reply|replies|discussion|livefyre|pinglun|gentie|"
    "commentaires|comentarios" },
  { ACCORD_FURNITURE_SHARE, TRUE,
    "share|sharing|shares|sharebar|sharebox|sharethis|addthis|addtoany|social|socials|sns|bdshare|"
    "jiathis|fenxiang|follow|partage|weixin|qrcode|erweima" },
  { ACCORD_FURNITURE_MENU, TRUE,
    "nav|navbar|navigation|menu|menus|submenu|megamenu|topnav|subnav|mainnav|navi|toc|pagination|"
    "pager|paging|pagenav|skip|skiplink" },
  { ACCORD_FURNITURE_BREADCRUMB, TRUE, "breadcrumb|breadcrumbs|crumb|crumbs|weizhi|mianbaoxie" },
  { ACCORD_FURNITURE_RELATED, TRUE,
    "related|relatedposts|recommend|recommended|recommendation|recommendations|recirc|"
    "recirculation|"
    "readmore|mostread|popular|trending|outbrain|taboola|morefrom|morenews|latest|hotnews|hot|"
    "ranking|rank|paihang|tuijian|xiangguan|teaser|teasers|upnext|readnext|similar|suggested|"
    "linked|crosslinks" },
  { ACCORD_FURNITURE_ADVERT, TRUE,
    "ad|ads|adv|advert|adverts|advertisement|advertising|advertisment|adsense|adslot|adbox|adunit|"
    "adwrapper|adcontainer|dfp|gpt|sponsor|sponsored|sponsors|promo|promos|promotion|banner|"
    "banners|guanggao|gg|affiliate|commercial|publicite" },
  { ACCORD_FURNITURE_COOKIES, TRUE, "cookie|cookies|consent|gdpr|cookiebar|onetrust|ccpa" },
  { ACCORD_FURNITURE_SUBSCRIBE, TRUE,
    "newsletter|newsletters|subscribe|subscription|signup|mailchimp|optin|donate|donation|"
    "membership|regwall|appdownload" },
  { ACCORD_FURNITURE_SIGN_IN, TRUE, "login|signin|logon|register|account" },
  { ACCORD_FURNITURE_SEARCH, TRUE, "search|searchbox|searchbar|sousuo" },
  { ACCORD_FURNITURE_HIDDEN, TRUE,
    "hidden|modal|popup|popover|overlay|lightbox|tooltip|dialog|offscreen" },
  { ACCORD_FURNITURE_TAGS, TRUE, "tags|taglist|tagcloud|keywords|hashtags|biaoqian" },
  { ACCORD_FURNITURE_COPYRIGHT, TRUE, "copyright|copyrights|banquan|legal|disclaimer|shengming" },
  { ACCORD_FURNITURE_CAPTION, TRUE,
    "caption|captions|figcaption|credit|credits|photocredit|imagecredit|legende" },
  { ACCORD_FURNITURE_TOOLS, TRUE,
    "toolbar|tools|toolbox|print|printer|fontsize|actions|buttons|button|btn|btns|controls|player|"
    "slideshow|carousel|slider|gallery|swiper" },
  { ACCORD_FURNITURE_AUTHOR, TRUE, "bio|authorbio|authorbox|aboutauthor|contributor|contributors" },
  { ACCORD_FURNITURE_BYLINE, TRUE, "byline|bylines|dateline|laiyuan|signature" },
  { ACCORD_FURNITURE_BYLINE, FALSE, "author|authors|meta|metadata|source|editor|bianji|info" },
  { ACCORD_FURNITURE_DATE, FALSE,
    "date|datetime|time|timestamp|pubdate|published|pubtime|shijian" },
  { ACCORD_FURNITURE_SIDEBAR, FALSE,
    "sidebar|sidebars|aside|rail|rightrail|leftrail|widget|widgets|sidecol|rightcol|leftcol|side|"
    "rightcolumn|leftcolumn|secondary|complementary" },
  { ACCORD_FURNITURE_HEADER, FALSE, "header|masthead|topbar|sitehead|logo|branding|toolbar" },
  { ACCORD_FURNITURE_FOOTER, FALSE, "footer|footers|foot|bottombar|colophon|sitemap|ft" },
};

static const char FAVOUR[] =
  "article|articles|articlebody|body|content|contents|entry|main|post|story|text|news|zhengwen|"
  "neirong|hentry|page|prose|blog|detail|wenzhang|richtext|editorial|contenu|cuerpo|texte|texto";

/* Words that hold even against FAVOUR's own: "articlebody" is one thing. */
static const char BODY[] =
  "articlebody|articlecontent|storybody|entrycontent|postcontent|postbody|articletext|bodytext|"
  "maincontent|bodycopy|articlecopy|storycontent|contentbody|newstext|newscontent|textbody";

static gboolean
is_word_of (const char *words, const char *word, gsize length)
{
  for (const char *p = words; *p != '\0';)
    {
      gsize n = strcspn (p, "|");

      if (n == length && memcmp (p, word, n) == 0)
        return TRUE;
      p += n + (p[n] == '|');
    }
  return FALSE;
}

/* What the words of a name add up to. */
typedef struct
{
  AccordFurniture furniture;
  gboolean strong;
  gint favour;
} Evidence;

static void
weigh_word (Evidence *evidence, const char *word, gsize length)
{
  if (length < 2)
    return;
  if (is_word_of (FAVOUR, word, length))
    evidence->favour = MAX (evidence->favour, 1);
  for (guint i = 0; i < G_N_ELEMENTS (WORDS) && !evidence->strong; i++)
    if (is_word_of (WORDS[i].words, word, length) &&
        (evidence->furniture == ACCORD_FURNITURE_NONE || WORDS[i].strong))
      {
        evidence->furniture = WORDS[i].furniture;
        evidence->strong = WORDS[i].strong;
        return;
      }
}

/* Two words in one, as in "article-body" and "articleBody". */
static void
weigh_pair (Evidence *evidence, const char *start, const char *end)
{
  if (is_word_of (BODY, start, end - start))
    evidence->favour = 2;
}

/* Splits at what is no letter and before capitals. The lower-case words are written one behind
 * the other, so that two of them are one stretch as well. */
static void
weigh_name (Evidence *evidence, const char *name)
{
  char words[NAME_MOST + 1];
  gsize n = 0, word = 0, before = 0;

  for (gsize i = 0; name[i] != '\0' && i < NAME_MOST; i++)
    {
      gboolean letter = g_ascii_isalpha (name[i]);
      gboolean hump = letter && i > 0 && g_ascii_isupper (name[i]) && g_ascii_islower (name[i - 1]);

      if ((hump || !letter) && n > word)
        {
          weigh_word (evidence, words + word, n - word);
          weigh_pair (evidence, words + before, words + n);
          before = word;
          word = n;
        }
      if (name[i] == ' ')
        before = word = n;
      if (letter)
        words[n++] = g_ascii_tolower (name[i]);
    }
  if (n > word)
    {
      weigh_word (evidence, words + word, n - word);
      weigh_pair (evidence, words + before, words + n);
    }
}

static AccordFurniture
hint_of_tag (GumboTag tag)
{
  switch (tag)
    {
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_MENU:
      return ACCORD_FURNITURE_MENU;
    case GUMBO_TAG_ASIDE:
      return ACCORD_FURNITURE_SIDEBAR;
    case GUMBO_TAG_FOOTER:
      return ACCORD_FURNITURE_FOOTER;
    case GUMBO_TAG_FIGCAPTION:
      return ACCORD_FURNITURE_CAPTION;
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_LABEL:
    case GUMBO_TAG_LEGEND:
    case GUMBO_TAG_FIELDSET:
    case GUMBO_TAG_DATALIST:
      return ACCORD_FURNITURE_FORM;
    case GUMBO_TAG_NOSCRIPT:
      return ACCORD_FURNITURE_NOTICE;
    default:
      return ACCORD_FURNITURE_NONE;
    }
}

static AccordFurniture
hint_of_role (const char *role)
{
  static const struct
  {
    const char *role;
    AccordFurniture furniture;
  } ROLES[] = {
    { "navigation", ACCORD_FURNITURE_MENU },       { "menu", ACCORD_FURNITURE_MENU },
    { "menubar", ACCORD_FURNITURE_MENU },          { "banner", ACCORD_FURNITURE_HEADER },
    { "contentinfo", ACCORD_FURNITURE_FOOTER },    { "search", ACCORD_FURNITURE_SEARCH },
    { "dialog", ACCORD_FURNITURE_HIDDEN },         { "alertdialog", ACCORD_FURNITURE_HIDDEN },
    { "complementary", ACCORD_FURNITURE_SIDEBAR }, { "button", ACCORD_FURNITURE_FORM },
  };

  for (guint i = 0; role != NULL && i < G_N_ELEMENTS (ROLES); i++)
    if (g_ascii_strcasecmp (role, ROLES[i].role) == 0)
      return ROLES[i].furniture;
  return ACCORD_FURNITURE_NONE;
}

static gboolean
is_hidden (const GumboElement *element)
{
  const char *style = accord_html_get_attribute (element, "style");
  const char *hidden = accord_html_get_attribute (element, "aria-hidden");

  if (accord_html_get_attribute (element, "hidden") != NULL ||
      (hidden != NULL && g_ascii_strcasecmp (hidden, "true") == 0))
    return TRUE;
  for (const char *p = style; p != NULL && (p = strstr (p, "display")) != NULL; p++)
    if (g_str_has_prefix (p + strlen ("display") + strspn (p + strlen ("display"), " :"), "none"))
      return TRUE;
  return FALSE;
}

/**
 * accord_html_get_attribute:
 * @element: an element
 * @name: of an attribute
 *
 * Returns: (transfer none) (nullable): its value
 */
const char *
accord_html_get_attribute (const GumboElement *element, const char *name)
{
  GumboAttribute *attribute = gumbo_get_attribute (&element->attributes, name);

  return attribute != NULL ? attribute->value : NULL;
}

/* Whether the element says that it is the text itself. */
static gboolean
is_body (const GumboElement *element)
{
  const char *property = accord_html_get_attribute (element, "itemprop");

  return property != NULL && g_str_equal (property, "articleBody");
}

/* Whether it says that it holds the text; so does the teaser of another one. */
static gboolean
is_text (const GumboElement *element)
{
  const char *role = accord_html_get_attribute (element, "role");

  return element->tag == GUMBO_TAG_ARTICLE || element->tag == GUMBO_TAG_MAIN ||
         (role != NULL && (g_str_equal (role, "main") || g_str_equal (role, "article")));
}

/**
 * accord_html_hint:
 * @element: an element
 * @favour: (out): 0; 1 if it may hold the text; 2 if it says so; 3 if it says that it is the text
 *
 * Returns: which furniture it is by its tag, role, classes and id, or NONE
 */
AccordFurniture
accord_html_hint (const GumboElement *element, gint *favour)
{
  static const char *const NAMES[] = { "class", "id" };
  AccordFurniture hint = hint_of_tag (element->tag);
  Evidence evidence = { ACCORD_FURNITURE_NONE, FALSE, 0 };

  *favour = 0;
  if (element->tag == GUMBO_TAG_BODY || element->tag == GUMBO_TAG_HTML)
    return ACCORD_FURNITURE_NONE;
  if (is_hidden (element))
    return ACCORD_FURNITURE_HIDDEN;
  for (guint i = 0; i < G_N_ELEMENTS (NAMES); i++)
    {
      const char *name = accord_html_get_attribute (element, NAMES[i]);

      if (name != NULL)
        weigh_name (&evidence, name);
    }
  *favour = is_body (element) ? 3 : is_text (element) ? 2 : evidence.favour;
  if (hint == ACCORD_FURNITURE_NONE && !evidence.strong)
    hint = hint_of_role (accord_html_get_attribute (element, "role"));
  if (hint != ACCORD_FURNITURE_NONE || *favour >= 2)
    return hint;
  return evidence.strong || evidence.favour == 0 ? evidence.furniture : ACCORD_FURNITURE_NONE;
}
