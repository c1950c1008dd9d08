/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A flow is a stack of levels: the body, and the notes and boxes that are open. Each has
 * the paragraph that is being collected and what is to follow it. */
#include "documents/accord-flow-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "documents/accord-dates-private.h"
#include "documents/accord-loader-error.h"
#include "documents/accord-read-private.h"

/* What is longer, in letters, is no cell of a table of data. */
#define CELL_MOST 200

/* The most lines of one header or footer, and of all. */
#define EDGE_LINES 50
#define EDGES 200

/* Within so many lines, none of them running text, a title may stand. */
#define START_LINES 20
#define START_WEIGHT 200

typedef struct
{
  AccordPage *page;   /* gets its lines */
  AccordPage *behind; /* owned, nullable: what follows the paragraph */
  GString *text;      /* owned */
  GString *hidden;    /* owned */
  gboolean edge;      /* whether the page is its own */
} Level;

struct _AccordFlow
{
  const AccordReadRequest *request;  /* borrowed */
  GArray *levels;                    /* owned: of Level, the body first */
  AccordPage *end;                   /* owned, nullable: what follows the body */
  AccordPage *edges;                 /* owned, nullable: headers and footers */
  char *properties[ACCORD_N_FIELDS]; /* owned, each nullable */
  guint too_deep;                    /* asides that are open and have no level */
  GString *normal;                   /* owned: scratch */
  GString *line;                     /* owned: scratch */
};

static void
push_level (AccordFlow *self, AccordPage *page, gboolean edge)
{
  Level level = { page, NULL, g_string_new (NULL), g_string_new (NULL), edge };

  g_array_append_val (self->levels, level);
}

static Level *
top (const AccordFlow *self)
{
  return &g_array_index (self->levels, Level, self->levels->len - 1);
}

static void
pop_level (AccordFlow *self)
{
  Level *level = top (self);

  g_string_free (level->text, TRUE);
  g_string_free (level->hidden, TRUE);
  g_clear_pointer (&level->behind, accord_page_free);
  if (level->edge)
    accord_page_free (level->page);
  g_array_set_size (self->levels, self->levels->len - 1);
}

/**
 * accord_flow_new:
 * @request: what is wanted; must outlive the flow
 *
 * Returns: (transfer full): a flow without text
 */
AccordFlow *
accord_flow_new (const AccordReadRequest *request)
{
  AccordFlow *self = g_new0 (AccordFlow, 1);

  self->request = request;
  self->levels = g_array_new (FALSE, FALSE, sizeof (Level));
  self->normal = g_string_new (NULL);
  self->line = g_string_new (NULL);
  push_level (self, accord_page_new (), TRUE);
  return self;
}

/**
 * accord_flow_free:
 * @self: (transfer full): a flow
 */
void
accord_flow_free (AccordFlow *self)
{
  while (self->levels->len > 0)
    pop_level (self);
  g_clear_pointer (&self->end, accord_page_free);
  g_clear_pointer (&self->edges, accord_page_free);
  for (guint i = 0; i < ACCORD_N_FIELDS; i++)
    g_free (self->properties[i]);
  g_array_unref (self->levels);
  g_string_free (self->normal, TRUE);
  g_string_free (self->line, TRUE);
  g_free (self);
}

/**
 * accord_flow_append:
 * @self: a flow
 * @text: valid UTF-8 without U+0000, in which line ends are spaces
 * @length: bytes of it
 *
 * Appends to the paragraph being collected.
 */
void
accord_flow_append (AccordFlow *self, const char *text, gsize length)
{
  GString *to = top (self)->text;
  gsize before = to->len;

  g_string_append_len (to, text, (gssize) length);
  for (char *p = to->str + before; p < to->str + to->len; p++)
    if ((guchar) *p < ' ')
      *p = ' ';
}

/**
 * accord_flow_append_char:
 * @self: a flow
 * @c: a character, or ACCORD_FLOW_BREAK
 *
 * Appends to the paragraph being collected.
 */
void
accord_flow_append_char (AccordFlow *self, gunichar c)
{
  if (c != 0 && g_unichar_validate (c))
    g_string_append_unichar (top (self)->text, c);
}

/**
 * accord_flow_append_hidden:
 * @self: a flow
 * @text: valid UTF-8 without U+0000
 * @length: bytes of it
 *
 * Appends to the text that a reader of the paragraph does not see; it becomes a block of its own
 * behind it, which is left out.
 */
void
accord_flow_append_hidden (AccordFlow *self, const char *text, gsize length)
{
  g_string_append_len (top (self)->hidden, text, (gssize) length);
}

/**
 * accord_flow_is_blank:
 * @self: a flow
 *
 * Returns: whether the paragraph being collected has no text yet
 */
gboolean
accord_flow_is_blank (const AccordFlow *self)
{
  const GString *text = top (self)->text;

  for (const char *p = text->str; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

static void
append_line (AccordFlow *self, const AccordShape *shape, gboolean first)
{
  AccordPage *page = top (self)->page;
  AccordLine *line = NULL;

  if (self->line->len == 0)
    return;
  line = accord_page_append (page, shape->role, self->line->str, self->line->len);
  line->level = shape->level;
  if (shape->marker != NULL && first)
    line->marker = g_string_chunk_insert_const (page->strings, shape->marker);
  line->furniture = shape->left_out;
  line->kept = shape->left_out == ACCORD_FURNITURE_NONE;
  switch (shape->role)
    {
    case ACCORD_ROLE_TITLE:
    case ACCORD_ROLE_SUBTITLE:
    case ACCORD_ROLE_BYLINE:
    case ACCORD_ROLE_DATE:
    case ACCORD_ROLE_HEADER:
    case ACCORD_ROLE_FOOTER:
      line->kept = FALSE;
      break;
    default:
      break;
    }
  g_string_truncate (self->line, 0);
}

/* Makes lines of a text: runs of spaces are one space. */
static void
append_lines (AccordFlow *self, const GString *text, const AccordShape *shape)
{
  gboolean space = FALSE, first = TRUE;

  g_string_truncate (self->line, 0);
  g_string_truncate (self->normal, 0);
  accord_normalize_append (self->normal, text->str, text->len);
  for (const char *p = self->normal->str; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == ACCORD_FLOW_BREAK && self->line->len > 0 && accord_line_ends_at (self->line, p + 1))
        {
          append_line (self, shape, first);
          first = FALSE;
          space = FALSE;
        }
      else if (g_unichar_isspace (c))
        space = self->line->len > 0;
      else
        {
          if (space)
            g_string_append_c (self->line, ' ');
          space = FALSE;
          g_string_append_unichar (self->line, c);
        }
    }
  append_line (self, shape, first);
}

/**
 * accord_flow_end_paragraph:
 * @self: a flow
 * @shape: what the paragraph is
 *
 * Makes lines of the paragraph being collected and of what follows it: one, or several where it
 * is broken behind sentences, or none where it is blank.
 *
 * Returns: the number of lines that the paragraph itself made
 */
guint
accord_flow_end_paragraph (AccordFlow *self, const AccordShape *shape)
{
  static const AccordShape HIDDEN = { ACCORD_ROLE_PARAGRAPH, 0, NULL, ACCORD_FURNITURE_HIDDEN };
  Level *level = top (self);
  guint before = level->page->lines->len, made = 0;

  append_lines (self, level->text, shape);
  made = level->page->lines->len - before;
  g_string_truncate (level->text, 0);
  if (level->hidden->len > 0)
    append_lines (self, level->hidden, &HIDDEN);
  g_string_truncate (level->hidden, 0);
  if (level->behind != NULL)
    accord_page_append_page (level->page, level->behind);
  g_clear_pointer (&level->behind, accord_page_free);
  return made;
}

static AccordPage *
get_behind (Level *level)
{
  if (level->behind == NULL)
    level->behind = accord_page_new ();
  return level->behind;
}

/**
 * accord_flow_open_aside:
 * @self: a flow
 * @at_end: whether it follows the body
 *
 * What is appended until the aside is closed follows the paragraph that is being collected now, or
 * the body.
 */
void
accord_flow_open_aside (AccordFlow *self, gboolean at_end)
{
  if (self->end == NULL)
    self->end = accord_page_new ();
  if (self->levels->len > ACCORD_FLOW_ASIDES_MAX)
    self->too_deep++;
  else
    push_level (self, at_end ? self->end : get_behind (top (self)), FALSE);
}

/**
 * accord_flow_close_aside:
 * @self: a flow
 *
 * Closes the aside that was opened last, if one is open.
 */
void
accord_flow_close_aside (AccordFlow *self)
{
  static const AccordShape REST = { ACCORD_ROLE_PARAGRAPH, 0, NULL, ACCORD_FURNITURE_NONE };

  if (self->too_deep > 0)
    {
      self->too_deep--;
      return;
    }
  if (self->levels->len < 2)
    return;
  accord_flow_end_paragraph (self, &REST);
  pop_level (self);
}

/**
 * accord_flow_open_edge:
 * @self: a flow
 *
 * What is appended until the edge is closed is a header or a footer.
 */
void
accord_flow_open_edge (AccordFlow *self)
{
  push_level (self, accord_page_new (), TRUE);
}

/**
 * accord_flow_close_edge:
 * @self: a flow with an open edge
 * @role: which of the two it was
 */
void
accord_flow_close_edge (AccordFlow *self, AccordRole role)
{
  static const AccordShape REST = { ACCORD_ROLE_PARAGRAPH, 0, NULL, ACCORD_FURNITURE_NONE };

  if (self->levels->len < 2)
    return;
  accord_flow_end_paragraph (self, &REST);
  accord_flow_insert_edge (self, top (self)->page, role);
  pop_level (self);
}

static void
close_all (AccordFlow *self)
{
  self->too_deep = 0;
  while (self->levels->len > 1)
    accord_flow_close_aside (self);
}

/**
 * accord_flow_take_page:
 * @self: a flow; asides that are open are closed
 *
 * Returns: (transfer full): the lines collected so far, as a page of their own
 */
AccordPage *
accord_flow_take_page (AccordFlow *self)
{
  static const AccordShape REST = { ACCORD_ROLE_PARAGRAPH, 0, NULL, ACCORD_FURNITURE_NONE };
  AccordPage *page = NULL;

  close_all (self);
  accord_flow_end_paragraph (self, &REST);
  page = top (self)->page;
  top (self)->page = accord_page_new ();
  return page;
}

/**
 * accord_flow_insert:
 * @self: a flow
 * @page: lines
 *
 * The lines follow the paragraph that is being collected.
 */
void
accord_flow_insert (AccordFlow *self, const AccordPage *page)
{
  accord_page_append_page (get_behind (top (self)), page);
}

/**
 * accord_flow_insert_at_end:
 * @self: a flow
 * @page: lines
 *
 * The lines follow the body.
 */
void
accord_flow_insert_at_end (AccordFlow *self, const AccordPage *page)
{
  if (self->end == NULL)
    self->end = accord_page_new ();
  accord_page_append_page (self->end, page);
}

/**
 * accord_flow_insert_edge:
 * @self: a flow
 * @page: the lines of a header or footer
 * @role: which of the two
 *
 * The lines follow all others, each of them once.
 */
void
accord_flow_insert_edge (AccordFlow *self, const AccordPage *page, AccordRole role)
{
  if (self->edges == NULL)
    self->edges = accord_page_new ();
  for (guint i = 0; i < MIN (page->lines->len, EDGE_LINES); i++)
    {
      gsize length = 0;
      const char *text = accord_page_get_text (page, accord_page_get_line (page, i), &length);

      if (self->edges->lines->len < EDGES && !accord_page_has (self->edges, role, text, length))
        accord_page_append (self->edges, role, text, length)->kept = FALSE;
    }
}

/**
 * accord_flow_get_page:
 * @self: a flow
 *
 * Returns: (transfer none): the page of the body
 */
AccordPage *
accord_flow_get_page (AccordFlow *self)
{
  return g_array_index (self->levels, Level, 0).page;
}

/**
 * accord_flow_begin_cell:
 * @self: a flow
 *
 * Returns: what accord_flow_end_cell() wants to know
 */
guint
accord_flow_begin_cell (AccordFlow *self)
{
  return top (self)->page->lines->len;
}

/**
 * accord_flow_end_cell:
 * @self: a flow
 * @first: what accord_flow_begin_cell() gave
 *
 * A paragraph of some length in a cell is a part of the text, as texts are set side by side or in a
 * frame.
 */
void
accord_flow_end_cell (AccordFlow *self, guint first)
{
  AccordPage *page = top (self)->page;

  for (guint i = first; i < page->lines->len; i++)
    {
      AccordLine *line = accord_page_get_line (page, i);

      if (line->role == ACCORD_ROLE_CELL && line->weight >= CELL_MOST)
        line->role = ACCORD_ROLE_PARAGRAPH;
    }
}

/**
 * accord_flow_set_field:
 * @self: a flow
 * @field: which
 * @value: (nullable): its value
 *
 * Sets a field that is not known yet.
 */
void
accord_flow_set_field (AccordFlow *self, AccordField field, const char *value)
{
  g_string_truncate (self->normal, 0);
  if (value == NULL)
    return;
  accord_normalize_append (self->normal, value, strlen (value));
  g_strdelimit (self->normal->str, "\n\t", ' ');
  accord_page_set_field (accord_flow_get_page (self), field, self->normal->str, -1);
}

/**
 * accord_flow_set_language:
 * @self: a flow
 * @language: (nullable): the language that the file names, a BCP 47 tag
 */
void
accord_flow_set_language (AccordFlow *self, const char *language)
{
  AccordPage *page = accord_flow_get_page (self);

  if (language != NULL && *language != '\0' && page->language == NULL)
    page->language = g_string_chunk_insert (page->strings, language);
}

/**
 * accord_flow_is_at_start:
 * @self: a flow
 *
 * Returns: whether no running text has come yet, so that what is called a title may be one
 */
gboolean
accord_flow_is_at_start (AccordFlow *self)
{
  const AccordPage *page = accord_flow_get_page (self);

  if (self->levels->len > 1 || page->lines->len > START_LINES)
    return FALSE;
  for (guint i = 0; i < page->lines->len; i++)
    {
      const AccordLine *line = accord_page_get_line (page, i);

      if (line->kept && (line->weight > START_WEIGHT || line->role == ACCORD_ROLE_HEADING ||
                         (line->ended && line->stops > 0)))
        return FALSE;
    }
  return TRUE;
}

/**
 * accord_flow_set_property:
 * @self: a flow
 * @field: which
 * @value: (nullable): its value, as the properties of the file tell it
 *
 * Sets what a field is where the text does not tell it: properties are often those of a template
 * or of another text. The first counts.
 */
void
accord_flow_set_property (AccordFlow *self, AccordField field, const char *value)
{
  g_autofree char *stripped = NULL;

  if (value == NULL)
    return;
  g_string_truncate (self->normal, 0);
  accord_normalize_append (self->normal, value, strlen (value));
  stripped = g_strstrip (g_strdelimit (g_strdup (self->normal->str), "\n\t", ' '));
  if (*stripped == '\0' || self->properties[field] != NULL)
    return;
  if (field == ACCORD_FIELD_DATE)
    self->properties[field] = accord_date_find (stripped, MIN (strlen (stripped), 10), NULL, NULL);
  else
    self->properties[field] = g_steal_pointer (&stripped);
}

static void
keep_all (AccordPage *page)
{
  for (guint i = 0; i < page->lines->len; i++)
    {
      accord_page_get_line (page, i)->kept = TRUE;
      accord_page_get_line (page, i)->furniture = ACCORD_FURNITURE_NONE;
    }
}

/**
 * accord_flow_finish:
 * @self: a flow
 * @source: gets all lines and fields
 * @error: return location for an error
 *
 * Ends the last paragraph and reads what the text tells about itself where the file did not.
 *
 * Returns: FALSE with ACCORD_LOADER_ERROR_TOO_LARGE
 */
gboolean
accord_flow_finish (AccordFlow *self, AccordSource *source, GError **error)
{
  static const AccordShape REST = { ACCORD_ROLE_PARAGRAPH, 0, NULL, ACCORD_FURNITURE_NONE };
  AccordPage *page = accord_flow_get_page (self);

  close_all (self);
  accord_flow_end_paragraph (self, &REST);
  accord_page_set_field (page, ACCORD_FIELD_LANGUAGE, self->request->language, -1);
  accord_page_read_office (page, self->properties);
  if (self->end != NULL)
    accord_page_append_page (page, self->end);
  if (self->edges != NULL)
    accord_page_append_page (page, self->edges);
  if (page->lines->len > ACCORD_BLOCKS_MAX)
    {
      g_set_error (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_TOO_LARGE,
                   _ ("has more than %u paragraphs"), ACCORD_BLOCKS_MAX);
      return FALSE;
    }
  if (self->request->mode != ACCORD_READ_STATEMENT)
    keep_all (page);
  accord_page_move_to (page, source);
  accord_source_set_field (source, ACCORD_FIELD_ENCODING, "UTF-8");
  return TRUE;
}
