/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Markdown, as GitHub writes it, with its tables and footnotes. What stands between two
 * rules at the top ("title: …") is about the text, not of it. */
#include "documents/accord-office-private.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "documents/accord-dates-private.h"
#include "documents/accord-flow-private.h"
#include "documents/accord-loader-error.h"
#include "documents/accord-numerals-private.h"

/* The parser takes more than linear time on some hostile texts; beyond this a text is plain. */
#define MARKDOWN_MAX (4u << 20)

/* Blocks nest at most so deep. */
#define DEPTH_MAX 200u

typedef struct
{
  AccordFlow *flow;
  guint lists;
  guint quotes;
  guint notes; /* that are open */
  guint n_notes;
  GString *marker; /* of the item that has begun */
} Reader;

gboolean
accord_is_markdown (const char *data, gsize length, const char *name)
{
  static const char *const SUFFIXES[] = { ".md",   ".markdown", ".mdown", ".mkd",
                                          ".mkdn", ".mdwn",     ".rmd",   ".qmd" };
  g_autofree char *lower = name != NULL ? g_ascii_strdown (name, -1) : NULL;

  for (guint i = 0; lower != NULL && length <= MARKDOWN_MAX && i < G_N_ELEMENTS (SUFFIXES); i++)
    if (g_str_has_suffix (lower, SUFFIXES[i]))
      return TRUE;
  return FALSE;
}

static void
read_property (AccordFlow *flow, const char *line)
{
  static const struct
  {
    const char *key;
    AccordField field;
  } KEYS[] = {
    { "title", ACCORD_FIELD_TITLE },      { "subtitle", ACCORD_FIELD_SUBTITLE },
    { "author", ACCORD_FIELD_AUTHOR },    { "date", ACCORD_FIELD_DATE },
    { "publisher", ACCORD_FIELD_ISSUER }, { "organization", ACCORD_FIELD_ISSUER },
    { "lang", ACCORD_FIELD_LANGUAGE },    { "language", ACCORD_FIELD_LANGUAGE },
  };
  const char *colon = strchr (line, ':');
  g_autofree char *value = colon != NULL ? g_strdup (colon + 1) : NULL;
  gsize length = 0;

  if (value == NULL)
    return;
  g_strstrip (value);
  length = strlen (value);
  if (length >= 2 && (*value == '"' || *value == '\'') && value[length - 1] == *value)
    {
      value[length - 1] = '\0';
      memmove (value, value + 1, length - 1);
    }
  for (guint i = 0; i < G_N_ELEMENTS (KEYS); i++)
    if (strlen (KEYS[i].key) == (gsize) (colon - line) &&
        g_ascii_strncasecmp (line, KEYS[i].key, colon - line) == 0)
      {
        if (KEYS[i].field == ACCORD_FIELD_LANGUAGE)
          accord_flow_set_language (flow, value);
        else if (KEYS[i].field == ACCORD_FIELD_DATE)
          {
            g_autofree char *date = accord_date_find (value, strlen (value), NULL, NULL);

            accord_flow_set_field (flow, ACCORD_FIELD_DATE, date);
          }
        else
          accord_flow_set_field (flow, KEYS[i].field, value);
      }
}

/* Gives where the text itself begins. */
static const char *
read_front_matter (AccordFlow *flow, const char *text, const char *end)
{
  const char *line = text + 4, *stop = NULL;

  if (end - text < 8 || memcmp (text, "---\n", 4) != 0)
    return text;
  stop = g_strstr_len (text + 3, end - text - 3, "\n---\n");
  if (stop == NULL)
    stop = g_strstr_len (text + 3, end - text - 3, "\n...\n");
  if (stop == NULL)
    return text;
  while (line < stop)
    {
      const char *next = memchr (line, '\n', stop - line);
      g_autofree char *copy = g_strndup (line, (next != NULL ? next : stop) - line);

      read_property (flow, copy);
      line = next != NULL ? next + 1 : stop;
    }
  return stop + 5;
}

static void
end_paragraph (Reader *reader, AccordRole role, guint level)
{
  AccordShape shape = { role, level, NULL, ACCORD_FURNITURE_NONE };

  if (reader->notes > 0 && role != ACCORD_ROLE_HEADING)
    shape = (AccordShape){ ACCORD_ROLE_NOTE, 0, NULL, ACCORD_FURNITURE_NONE };
  else if (role == ACCORD_ROLE_PARAGRAPH && reader->lists > 0)
    shape = (AccordShape){ ACCORD_ROLE_ITEM, reader->lists, NULL, ACCORD_FURNITURE_NONE };
  else if (role == ACCORD_ROLE_PARAGRAPH && reader->quotes > 0)
    shape.role = ACCORD_ROLE_QUOTE;
  if ((shape.role == ACCORD_ROLE_ITEM || shape.role == ACCORD_ROLE_NOTE) && reader->marker->len > 0)
    shape.marker = reader->marker->str;
  accord_flow_end_paragraph (reader->flow, &shape);
  g_string_truncate (reader->marker, 0);
}

static void
begin_item (Reader *reader, cmark_node *item)
{
  cmark_node *list = cmark_node_parent (item);
  int number = cmark_node_get_list_start (list);

  g_string_truncate (reader->marker, 0);
  if (cmark_node_get_list_type (list) != CMARK_ORDERED_LIST)
    {
      g_string_append (reader->marker, ACCORD_BULLET);
      return;
    }
  for (cmark_node *n = cmark_node_previous (item); n != NULL; n = cmark_node_previous (n))
    number++;
  g_string_append_printf (reader->marker, "%d%c", number,
                          cmark_node_get_list_delim (list) == CMARK_PAREN_DELIM ? ')' : '.');
}

static void
append_literal (Reader *reader, cmark_node *node)
{
  const char *text = cmark_node_get_literal (node);

  if (text != NULL)
    accord_flow_append (reader->flow, text, strlen (text));
}

/* Code keeps its lines. */
static void
append_code (Reader *reader, cmark_node *node)
{
  const char *text = cmark_node_get_literal (node);
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      accord_flow_append (reader->flow, lines[i], strlen (lines[i]));
      end_paragraph (reader, ACCORD_ROLE_PARAGRAPH, 0);
    }
}

static void
enter (Reader *reader, cmark_node *node, cmark_node_type type)
{
  if (type == CMARK_NODE_LIST)
    reader->lists++;
  else if (type == CMARK_NODE_ITEM)
    begin_item (reader, node);
  else if (type == CMARK_NODE_BLOCK_QUOTE)
    reader->quotes++;
  else if (type == CMARK_NODE_FOOTNOTE_DEFINITION)
    {
      reader->notes++;
      g_string_printf (reader->marker, "%u", ++reader->n_notes);
    }
  else if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE)
    append_literal (reader, node);
  else if (type == CMARK_NODE_CODE_BLOCK)
    append_code (reader, node);
  else if (type == CMARK_NODE_SOFTBREAK)
    accord_flow_append_char (reader->flow, ' ');
  else if (type == CMARK_NODE_LINEBREAK)
    accord_flow_append_char (reader->flow, ACCORD_FLOW_BREAK);
}

static void
leave (Reader *reader, cmark_node *node, cmark_node_type type)
{
  if (type == CMARK_NODE_LIST)
    reader->lists--;
  else if (type == CMARK_NODE_BLOCK_QUOTE)
    reader->quotes--;
  else if (type == CMARK_NODE_FOOTNOTE_DEFINITION)
    reader->notes--;
  else if (type == CMARK_NODE_HEADING)
    end_paragraph (reader, ACCORD_ROLE_HEADING, (guint) cmark_node_get_heading_level (node));
  else if (type == CMARK_NODE_PARAGRAPH)
    end_paragraph (reader, ACCORD_ROLE_PARAGRAPH, 0);
  else if (strcmp (cmark_node_get_type_string (node), "table_cell") == 0)
    end_paragraph (reader, ACCORD_ROLE_CELL, 0);
}

static cmark_node *
parse (const char *text, gsize length)
{
  static const char *const EXTENSIONS[] = { "table", "strikethrough" };
  cmark_parser *parser = NULL;
  cmark_node *root = NULL;

  cmark_gfm_core_extensions_ensure_registered ();
  parser = cmark_parser_new (CMARK_OPT_DEFAULT | CMARK_OPT_FOOTNOTES);
  for (guint i = 0; i < G_N_ELEMENTS (EXTENSIONS); i++)
    {
      cmark_syntax_extension *extension = cmark_find_syntax_extension (EXTENSIONS[i]);

      if (extension != NULL)
        cmark_parser_attach_syntax_extension (parser, extension);
    }
  cmark_parser_feed (parser, text, length);
  root = cmark_parser_finish (parser);
  cmark_parser_free (parser);
  return root;
}

static void
walk (Reader *reader, cmark_node *root)
{
  cmark_iter *iter = cmark_iter_new (root);
  cmark_event_type event = CMARK_EVENT_NONE;

  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    {
      cmark_node *node = cmark_iter_get_node (iter);

      if (event == CMARK_EVENT_ENTER)
        enter (reader, node, cmark_node_get_type (node));
      else
        leave (reader, node, cmark_node_get_type (node));
    }
  cmark_iter_free (iter);
}

/* Blocks in blocks make the parser slow. */
static gboolean
is_too_deep (const char *text, const char *end)
{
  guint depth = 0;
  gboolean at_start = TRUE;

  for (const char *p = text; p < end && depth <= DEPTH_MAX; p++)
    {
      if (*p == '\n')
        {
          depth = 0;
          at_start = TRUE;
        }
      else if (at_start && (*p == '>' || (strchr ("-*+", *p) != NULL && p[1] == ' ')))
        depth++;
      else if (*p != ' ' && *p != '\t')
        at_start = FALSE;
    }
  return depth > DEPTH_MAX;
}

gboolean
accord_read_markdown (const AccordReadRequest *request,
                      const char *data,
                      gsize length,
                      AccordSource *source,
                      GError **error)
{
  g_autoptr (AccordFlow) flow = accord_flow_new (request);
  Reader reader = { .flow = flow };
  const char *text = read_front_matter (flow, data, data + length);
  cmark_node *root = NULL;

  if (is_too_deep (text, data + length))
    {
      g_set_error (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_TOO_LARGE,
                   _ ("is nested more than %u levels deep"), DEPTH_MAX);
      return FALSE;
    }
  reader.marker = g_string_new (NULL);
  root = parse (text, (gsize) (data + length - text));
  walk (&reader, root);
  cmark_node_free (root);
  g_string_free (reader.marker, TRUE);
  return accord_flow_finish (flow, source, error);
}
