/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a web page says about itself where no reader looks: the title, the language,
 * and the meta elements of Open Graph, Dublin Core, citation managers and the
 * content systems of governments and newspapers. */
#include "documents/accord-html-private.h"

#include <string.h>

#include "documents/accord-metadata-private.h"
#include "engine/accord-language.h"

/* Longer values are not names. */
#define VALUE_MOST 500

/* Names and properties of meta elements, in lower case, the better evidence first. */
static const char TITLES[] = "articletitle|citation_title|dc.title|dcterms.title|og:title|"
                             "twitter:title|headline|parsely-title|sailthru.title";
static const char ISSUERS[] = "contentsource|citation_publisher|dc.publisher|dcterms.publisher|"
                              "publisher|source|og:site_name|sitename|application-name";
static const char AUTHORS[] =
  "citation_author|author|article:author|dc.creator|dcterms.creator|byl|parsely-author|"
  "sailthru.author";
static const char DATES[] =
  "datepublished|article:published_time|og:published_time|og:article:published_time|pubdate|"
  "publishdate|publish_date|publish-date|citation_publication_date|citation_date|dc.date.issued|"
  "dcterms.issued|dc.date|dcterms.date|dc.date.created|dcterms.created|date|parsely-pub-date|"
  "sailthru.date|weibo:article:create_at|og:release_date|apub:time";
static const char SECTIONS[] =
  "article:section|og:section|section|sectionname|columnname|columntype";

/* A value, and how good the evidence for it is: the smaller, the better. */
typedef struct
{
  char *value;
  guint rank;
} Ranked;

typedef struct
{
  AccordHtml *html;
  GArray *titles;
  GArray *issuers;
  GArray *authors;
  GArray *dates;
} Head;

static void
clear_ranked (gpointer data)
{
  g_free (((Ranked *) data)->value);
}

static GArray *
ranked_new (void)
{
  GArray *array = g_array_new (FALSE, FALSE, sizeof (Ranked));

  g_array_set_clear_func (array, clear_ranked);
  return array;
}

static gint
compare_ranked (gconstpointer a, gconstpointer b)
{
  const Ranked *first = a, *second = b;

  return (first->rank > second->rank) - (first->rank < second->rank);
}

/* Moves the values over, the best first, equals in source order. */
static void
hand_over (GArray *from, GPtrArray *to)
{
  g_array_sort (from, compare_ranked);
  for (guint i = 0; i < from->len; i++)
    g_ptr_array_add (to, g_strdup (g_array_index (from, Ranked, i).value));
  g_array_unref (from);
}

/* The place of @name in a list, from 1; 0 if it is not in it. */
static guint
rank_of (const char *list, const char *name)
{
  gsize length = strlen (name);
  guint rank = 1;

  for (const char *p = list; *p != '\0'; rank++)
    {
      gsize n = strcspn (p, "|");

      if (n == length && g_ascii_strncasecmp (p, name, n) == 0)
        return rank;
      p += n + (p[n] == '|');
    }
  return 0;
}

static void
add (GArray *array, guint rank, const char *value)
{
  Ranked ranked = { NULL, rank };

  if (rank == 0 || strlen (value) > VALUE_MOST)
    return;
  ranked.value = g_strstrip (g_strdup (value));
  if (*ranked.value != '\0')
    g_array_append_val (array, ranked);
  else
    g_free (ranked.value);
}

static void
read_named (Head *head, const char *name, const char *value)
{
  add (head->titles, rank_of (TITLES, name), value);
  add (head->issuers, rank_of (ISSUERS, name), value);
  add (head->dates, rank_of (DATES, name), value);
  /* The profile page of an author is not a name. */
  if (strstr (value, "://") == NULL)
    add (head->authors, rank_of (AUTHORS, name), value);
  if (rank_of (SECTIONS, name) > 0)
    head->html->opinion =
      head->html->opinion || g_strcmp0 (accord_kind_of_title (value), "commentary") == 0;
}

static void
read_meta (Head *head, const GumboElement *element)
{
  static const char *const KEYS[] = { "name", "property", "itemprop" };
  const char *content = accord_html_get_attribute (element, "content");

  for (guint i = 0; content != NULL && i < G_N_ELEMENTS (KEYS); i++)
    {
      const char *key = accord_html_get_attribute (element, KEYS[i]);

      if (key != NULL)
        read_named (head, key, content);
    }
}

static const char *
text_of (const GumboElement *element)
{
  const GumboNode *child = element->children.length > 0 ? element->children.data[0] : NULL;

  return child != NULL && (child->type == GUMBO_NODE_TEXT || child->type == GUMBO_NODE_CDATA)
           ? child->v.text.text
           : NULL;
}

static void
read_language (AccordHtml *self, const GumboElement *element)
{
  const char *language = accord_html_get_attribute (element, "lang");

  if (language == NULL || self->page->language != NULL || !g_ascii_isalpha (*language) ||
      strlen (language) > 35)
    return;
  for (const char *p = language; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && *p != '-')
      return;
  self->page->language = g_string_chunk_insert (self->page->strings, language);
}

static void
read_element (Head *head, const GumboElement *element)
{
  const char *text = text_of (element);
  const char *type = accord_html_get_attribute (element, "type");
  const char *datetime = accord_html_get_attribute (element, "datetime");

  switch (element->tag)
    {
    case GUMBO_TAG_META:
      read_meta (head, element);
      break;
    case GUMBO_TAG_TITLE:
      if (text != NULL)
        add (head->titles, 1000, text);
      break;
    case GUMBO_TAG_TIME:
      if (datetime != NULL)
        add (head->dates, accord_html_get_attribute (element, "itemprop") != NULL ? 500 : 1000,
             datetime);
      break;
    case GUMBO_TAG_SCRIPT:
      if (text != NULL && type != NULL && g_ascii_strcasecmp (type, "application/ld+json") == 0)
        accord_html_read_json (head->html, text, strlen (text));
      break;
    case GUMBO_TAG_HTML:
    case GUMBO_TAG_BODY:
      read_language (head->html, element);
      break;
    default:
      break;
    }
}

/**
 * accord_html_read_head:
 * @self: gets the candidates for fields
 * @root: the root element
 *
 * Cost: linear.
 */
void
accord_html_read_head (AccordHtml *self, const GumboNode *root)
{
  Head head = { self, ranked_new (), ranked_new (), ranked_new (), ranked_new () };
  const GumboNode *node = root;
  guint next = 0;

  while (node != NULL)
    {
      gboolean element = node->type == GUMBO_NODE_ELEMENT;

      if (element && next == 0)
        read_element (&head, &node->v.element);
      if (element && next < node->v.element.children.length)
        {
          node = node->v.element.children.data[next];
          next = 0;
          continue;
        }
      next = (guint) node->index_within_parent + 1;
      node = node == root ? NULL : node->parent;
    }
  hand_over (head.titles, self->titles);
  hand_over (head.issuers, self->issuers);
  hand_over (head.authors, self->authors);
  hand_over (head.dates, self->dates);
}
