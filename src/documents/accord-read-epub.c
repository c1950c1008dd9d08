/* SPDX-License-Identifier: GPL-3.0-or-later */
/* EPUB 2 and 3: the container names the package, the package what the book is called and
 * which chapters it has, in the order of its spine. */
#include "documents/accord-office-private.h"

#include <string.h>

#include "documents/accord-flow-private.h"
#include "documents/accord-xhtml-private.h"
#include "documents/accord-xml-private.h"

enum
{
  EL_OTHER,
  EL_ROOT_FILE,
  EL_METHOD,
  EL_TITLE,
  EL_CREATOR,
  EL_DATE,
  EL_LANGUAGE,
  EL_PUBLISHER,
  EL_MANIFEST_ITEM,
  EL_SPINE_ITEM,
};

static const AccordXmlName NAMES[] = {
  { "cn:rootfile", EL_ROOT_FILE },
  { "rootfile", EL_ROOT_FILE },
  { "enc:EncryptionMethod", EL_METHOD },
  { "dc:title", EL_TITLE },
  { "dc:creator", EL_CREATOR },
  { "dc:date", EL_DATE },
  { "dc:language", EL_LANGUAGE },
  { "dc:publisher", EL_PUBLISHER },
  { "opf:item", EL_MANIFEST_ITEM },
  { "opf:itemref", EL_SPINE_ITEM },
  { "item", EL_MANIFEST_ITEM },
  { "itemref", EL_SPINE_ITEM },
  { NULL, 0 },
};

/* A file of the book. */
typedef struct
{
  char *path;
  gboolean contents;
} Item;

typedef struct
{
  AccordFlow *flow;
  char *package;       /* owned, nullable: its path */
  GHashTable *items;   /* owned: id → Item */
  GPtrArray *chapters; /* of Item, borrowed, in reading order */
  GString *value;
  gboolean encrypted;
} Book;

static void
item_free (gpointer data)
{
  Item *item = data;

  g_free (item->path);
  g_free (item);
}

static void
add_item (Book *book, AccordXml *xml)
{
  const char *id = accord_xml_get (xml, "id");
  const char *href = accord_xml_get (xml, "href");
  const char *properties = accord_xml_get (xml, "properties");
  g_autofree char *plain = href != NULL ? g_uri_unescape_string (href, NULL) : NULL;
  Item *item = NULL;

  if (id == NULL || href == NULL || g_hash_table_contains (book->items, id))
    return;
  item = g_new0 (Item, 1);
  item->path = accord_pack_resolve (book->package, plain != NULL ? plain : href);
  item->contents = properties != NULL && strstr (properties, "nav") != NULL;
  g_hash_table_insert (book->items, g_strdup (id), item);
}

/* Fonts are disguised, not encrypted, in ways that have names of their own. */
static void
read_method (Book *book, AccordXml *xml)
{
  const char *algorithm = accord_xml_get (xml, "Algorithm");

  if (algorithm != NULL && strcmp (algorithm, "http://www.idpf.org/2008/embedding") != 0 &&
      strcmp (algorithm, "http://ns.adobe.com/pdf/enc#RC") != 0)
    book->encrypted = TRUE;
}

static void
start_cb (AccordXml *xml, int element, gpointer data)
{
  Book *book = data;
  const char *id = NULL;

  g_string_truncate (book->value, 0);
  if (element == EL_ROOT_FILE && book->package == NULL && accord_xml_get (xml, "full-path") != NULL)
    book->package = accord_pack_resolve ("", accord_xml_get (xml, "full-path"));
  else if (element == EL_METHOD)
    read_method (book, xml);
  else if (element == EL_MANIFEST_ITEM && book->package != NULL)
    add_item (book, xml);
  else if (element == EL_SPINE_ITEM)
    {
      id = accord_xml_get (xml, "idref");
      if (id != NULL && g_hash_table_contains (book->items, id))
        g_ptr_array_add (book->chapters, g_hash_table_lookup (book->items, id));
    }
}

static void
end_cb (AccordXml *xml, int element, gpointer data)
{
  Book *book = data;
  g_autofree char *date = NULL;

  if (element == EL_TITLE)
    accord_flow_set_field (book->flow, ACCORD_FIELD_TITLE, book->value->str);
  else if (element == EL_CREATOR)
    accord_flow_set_field (book->flow, ACCORD_FIELD_AUTHOR, book->value->str);
  else if (element == EL_PUBLISHER)
    accord_flow_set_field (book->flow, ACCORD_FIELD_ISSUER, book->value->str);
  else if (element == EL_LANGUAGE)
    accord_flow_set_language (book->flow, book->value->str);
  else if (element == EL_DATE)
    accord_flow_set_property (book->flow, ACCORD_FIELD_DATE, book->value->str);
  g_string_truncate (book->value, 0);
}

static void
text_cb (AccordXml *xml, const char *text, gsize length, gpointer data)
{
  Book *book = data;

  if (book->value->len + length < 4096)
    g_string_append_len (book->value, text, (gssize) length);
}

static gboolean
read_part (Book *book, const AccordPack *pack, const char *path, GError **error)
{
  static const AccordXmlHandler HANDLER = { NAMES, start_cb, end_cb, text_cb };
  GBytes *part = accord_pack_get (pack, path);

  return part == NULL || accord_xml_parse (part, &HANDLER, FALSE, book, error);
}

/* A chapter that the spine names twice is read once. */
static gboolean
read_chapters (Book *book, const AccordPack *pack, GError **error)
{
  g_autoptr (GHashTable) done = g_hash_table_new (g_direct_hash, g_direct_equal);

  for (guint i = 0; i < book->chapters->len; i++)
    {
      const Item *item = g_ptr_array_index (book->chapters, i);
      GBytes *part = accord_pack_get (pack, item->path);

      if (part == NULL || !g_hash_table_add (done, (gpointer) item))
        continue;
      if (!accord_xhtml_read (book->flow, part, item->contents, error))
        return FALSE;
    }
  return g_hash_table_size (done) > 0 || accord_office_fail_without_text (error);
}

static gboolean
read_book (Book *book, const AccordPack *pack, GError **error)
{
  if (!read_part (book, pack, "meta-inf/encryption.xml", error) ||
      !read_part (book, pack, "meta-inf/container.xml", error))
    return FALSE;
  if (book->encrypted || accord_pack_is_encrypted (pack))
    return accord_office_fail_encrypted (error);
  if (book->package == NULL || accord_pack_get (pack, book->package) == NULL)
    return accord_office_fail_without_text (error);
  return read_part (book, pack, book->package, error) && read_chapters (book, pack, error);
}

gboolean
accord_read_epub (const AccordReadRequest *request,
                  const AccordPack *pack,
                  AccordSource *source,
                  GError **error)
{
  g_autoptr (AccordFlow) flow = accord_flow_new (request);
  Book book = { .flow = flow };
  gboolean done = FALSE;

  book.items = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, item_free);
  book.chapters = g_ptr_array_new ();
  book.value = g_string_new (NULL);
  done = read_book (&book, pack, error) && accord_flow_finish (flow, source, error);
  g_ptr_array_unref (book.chapters);
  g_hash_table_unref (book.items);
  g_string_free (book.value, TRUE);
  g_free (book.package);
  return done;
}
