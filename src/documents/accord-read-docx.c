/* SPDX-License-Identifier: GPL-3.0-or-later */
/* DOCX: finds the parts of a package and reads them in the order in which they need each
 * other: styles, lists, notes, body, headers and footers, properties. */
#include "documents/accord-office-private.h"

#include <string.h>

#include "documents/accord-docx-private.h"

static void
page_free (gpointer data)
{
  accord_page_free (data);
}

static void
docx_init (AccordDocx *self, const AccordReadRequest *request, const AccordPack *pack)
{
  self->request = request;
  self->pack = pack;
  self->flow = accord_flow_new (request);
  accord_docx_styles_init (&self->styles);
  self->lists = accord_lists_new ();
  self->level_styles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->notes.footnotes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, page_free);
  self->notes.endnotes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, page_free);
}

static void
docx_clear (AccordDocx *self)
{
  accord_flow_free (self->flow);
  accord_docx_styles_clear (&self->styles);
  accord_lists_free (self->lists);
  g_hash_table_unref (self->level_styles);
  g_hash_table_unref (self->notes.footnotes);
  g_hash_table_unref (self->notes.endnotes);
  g_clear_pointer (&self->relations, g_ptr_array_unref);
}

/* The first part of a type that @relations name, or NULL. */
static GBytes *
find_part (const AccordDocx *self, const GPtrArray *relations, const char *type)
{
  for (guint i = 0; i < relations->len; i++)
    {
      const AccordDocxRelation *relation = g_ptr_array_index (relations, i);

      if (strcmp (relation->type, type) == 0)
        return accord_pack_get (self->pack, relation->path);
    }
  return NULL;
}

static const char *
find_main (const AccordDocx *self, const GPtrArray *relations)
{
  for (guint i = 0; i < relations->len; i++)
    {
      const AccordDocxRelation *relation = g_ptr_array_index (relations, i);

      if (strcmp (relation->type, "officeDocument") == 0 &&
          accord_pack_get (self->pack, relation->path) != NULL)
        return relation->path;
    }
  return "word/document.xml";
}

static gboolean
read_edges (AccordDocx *self, GError **error)
{
  for (guint i = 0; i < self->relations->len; i++)
    {
      const AccordDocxRelation *relation = g_ptr_array_index (self->relations, i);
      gboolean header = strcmp (relation->type, "header") == 0;
      GBytes *part = header || strcmp (relation->type, "footer") == 0
                       ? accord_pack_get (self->pack, relation->path)
                       : NULL;
      g_autoptr (AccordPage) page = NULL;

      if (part == NULL)
        continue;
      if (!accord_docx_read_story (self, ACCORD_DOCX_EDGE, part, error))
        return FALSE;
      page = accord_flow_take_page (self->flow);
      accord_flow_insert_edge (self->flow, page, header ? ACCORD_ROLE_HEADER : ACCORD_ROLE_FOOTER);
    }
  return TRUE;
}

typedef gboolean (*ReadPart) (AccordDocx *self, GBytes *part, GError **error);

static gboolean
read_footnotes (AccordDocx *self, GBytes *part, GError **error)
{
  return accord_docx_read_story (self, ACCORD_DOCX_FOOTNOTES, part, error);
}

static gboolean
read_endnotes (AccordDocx *self, GBytes *part, GError **error)
{
  return accord_docx_read_story (self, ACCORD_DOCX_ENDNOTES, part, error);
}

static gboolean
read_parts (AccordDocx *self, GError **error)
{
  static const struct
  {
    const char *type;
    ReadPart read;
  } PARTS[] = {
    { "styles", accord_docx_read_styles },
    { "numbering", accord_docx_read_lists },
    { "footnotes", read_footnotes },
    { "endnotes", read_endnotes },
  };

  for (guint i = 0; i < G_N_ELEMENTS (PARTS); i++)
    {
      GBytes *part = find_part (self, self->relations, PARTS[i].type);

      if (part != NULL && !PARTS[i].read (self, part, error))
        return FALSE;
    }
  return read_edges (self, error);
}

static gboolean
read_package (AccordDocx *self, GError **error)
{
  g_autoptr (GPtrArray) top = accord_docx_read_relations (self->pack, "", error);
  const char *path = NULL;
  GBytes *body = NULL, *core = NULL;

  if (top == NULL)
    return FALSE;
  path = find_main (self, top);
  body = accord_pack_get (self->pack, path);
  core = find_part (self, top, "core-properties");
  if (body == NULL)
    return accord_pack_is_encrypted (self->pack) ? accord_office_fail_encrypted (error)
                                                 : accord_office_fail_without_text (error);
  self->relations = accord_docx_read_relations (self->pack, path, error);
  if (self->relations == NULL || !read_parts (self, error) ||
      !accord_docx_read_story (self, ACCORD_DOCX_BODY, body, error))
    return FALSE;
  accord_flow_set_language (self->flow, self->styles.language);
  return core == NULL || accord_docx_read_core (self->flow, core, error);
}

gboolean
accord_read_docx (const AccordReadRequest *request,
                  const AccordPack *pack,
                  AccordSource *source,
                  GError **error)
{
  AccordDocx self = { 0 };
  gboolean done = FALSE;

  docx_init (&self, request, pack);
  done = read_package (&self, error) && accord_flow_finish (self.flow, source, error);
  docx_clear (&self);
  return done;
}
