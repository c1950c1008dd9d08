/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing JSON: a small state machine over a string. A line is indented by one space
 * for each open bracket, so that the same values always give the same bytes. */
#include "documents/accord-json.h"

#include <math.h>
#include <string.h>

/* Invariants: n_values has one entry for each open bracket, the number of values (or of keys)
 * in it; after a key comes a value. */
struct _AccordJsonWriter
{
  GString *out; /* borrowed */
  GArray *n_values;
  gboolean after_key;
  gboolean new_line;
};

/**
 * accord_json_writer_new:
 * @out: where to append, not owned
 *
 * Returns: (transfer full): a writer
 */
AccordJsonWriter *
accord_json_writer_new (GString *out)
{
  AccordJsonWriter *self = g_new0 (AccordJsonWriter, 1);

  self->out = out;
  self->n_values = g_array_new (FALSE, TRUE, sizeof (guint));
  return self;
}

/**
 * accord_json_writer_free:
 * @self: (transfer full): a writer
 */
void
accord_json_writer_free (AccordJsonWriter *self)
{
  g_array_unref (self->n_values);
  g_free (self);
}

static void
break_line (AccordJsonWriter *self, guint depth)
{
  g_string_append_c (self->out, '\n');
  for (guint i = 0; i < depth; i++)
    g_string_append_c (self->out, ' ');
  self->new_line = FALSE;
}

/* What stands between the value before and the one to come. */
static void
separate (AccordJsonWriter *self)
{
  guint depth = self->n_values->len;
  guint *n = depth > 0 ? &g_array_index (self->n_values, guint, depth - 1) : NULL;

  if (self->after_key)
    {
      self->after_key = FALSE;
      return;
    }
  if (n != NULL && (*n)++ > 0)
    g_string_append (self->out, self->new_line ? "," : ", ");
  if (self->new_line)
    break_line (self, depth);
}

static void
begin (AccordJsonWriter *self, char bracket)
{
  separate (self);
  g_string_append_c (self->out, bracket);
  g_array_set_size (self->n_values, self->n_values->len + 1);
}

static void
end (AccordJsonWriter *self, char bracket)
{
  g_return_if_fail (self->n_values->len > 0 && !self->after_key);

  g_array_set_size (self->n_values, self->n_values->len - 1);
  if (self->new_line)
    break_line (self, self->n_values->len);
  g_string_append_c (self->out, bracket);
}

/**
 * accord_json_begin_object:
 * @self: a writer
 */
void
accord_json_begin_object (AccordJsonWriter *self)
{
  begin (self, '{');
}

/**
 * accord_json_end_object:
 * @self: a writer in an object
 */
void
accord_json_end_object (AccordJsonWriter *self)
{
  end (self, '}');
}

/**
 * accord_json_begin_array:
 * @self: a writer
 */
void
accord_json_begin_array (AccordJsonWriter *self)
{
  begin (self, '[');
}

/**
 * accord_json_end_array:
 * @self: a writer in an array
 */
void
accord_json_end_array (AccordJsonWriter *self)
{
  end (self, ']');
}

/**
 * accord_json_line:
 * @self: a writer
 *
 * Whatever comes next, a value, a key or a closing bracket, stands on a new line. Between a key
 * and its value it has no effect before the value is written.
 */
void
accord_json_line (AccordJsonWriter *self)
{
  self->new_line = TRUE;
}

static void
append_escaped_byte (GString *out, guchar byte)
{
  static const char SHORT[] = "\bb\ff\nn\rr\tt\"\"\\\\";

  for (const char *p = SHORT; *p != '\0'; p += 2)
    if (*p == (char) byte)
      {
        g_string_append_c (out, '\\');
        g_string_append_c (out, p[1]);
        return;
      }
  g_string_append_printf (out, "\\u%04x", byte);
}

static void
append_quoted (GString *out, const char *value, gsize length)
{
  g_autofree char *valid =
    g_utf8_validate_len (value, length, NULL) ? NULL : g_utf8_make_valid (value, (gssize) length);
  const char *run = valid != NULL ? valid : value;
  const char *stop = run + (valid != NULL ? strlen (valid) : length);

  g_string_append_c (out, '"');
  for (const char *p = run; p <= stop; p++)
    {
      gboolean escaped = p < stop && ((guchar) *p < 0x20 || *p == '"' || *p == '\\');

      if (p < stop && !escaped)
        continue;
      g_string_append_len (out, run, p - run);
      if (escaped)
        append_escaped_byte (out, (guchar) *p);
      run = p + 1;
    }
  g_string_append_c (out, '"');
}

/**
 * accord_json_key:
 * @self: a writer in an object
 * @key: the key of the value to come
 */
void
accord_json_key (AccordJsonWriter *self, const char *key)
{
  g_return_if_fail (self->n_values->len > 0 && !self->after_key);

  separate (self);
  append_quoted (self->out, key, strlen (key));
  g_string_append (self->out, ": ");
  self->after_key = TRUE;
}

/**
 * accord_json_string:
 * @self: a writer
 * @value: (nullable): a string; null is written for NULL
 */
void
accord_json_string (AccordJsonWriter *self, const char *value)
{
  if (value == NULL)
    accord_json_null (self);
  else
    accord_json_string_len (self, value, strlen (value));
}

/**
 * accord_json_string_len:
 * @self: a writer
 * @value: bytes; where they are not UTF-8, U+FFFD is written for them
 * @length: their number
 */
void
accord_json_string_len (AccordJsonWriter *self, const char *value, gsize length)
{
  separate (self);
  append_quoted (self->out, value, length);
}

/**
 * accord_json_int:
 * @self: a writer
 * @value: a number
 */
void
accord_json_int (AccordJsonWriter *self, gint64 value)
{
  separate (self);
  g_string_append_printf (self->out, "%" G_GINT64_FORMAT, value);
}

/**
 * accord_json_bool:
 * @self: a writer
 * @value: a truth
 */
void
accord_json_bool (AccordJsonWriter *self, gboolean value)
{
  separate (self);
  g_string_append (self->out, value ? "true" : "false");
}

/**
 * accord_json_null:
 * @self: a writer
 */
void
accord_json_null (AccordJsonWriter *self)
{
  separate (self);
  g_string_append (self->out, "null");
}

/* The shortest of C's forms that reads back as the same double, with a point or exponent so
 * that it stays one; JSON knows no infinity. */
static void
write_double (AccordJsonWriter *self, double value)
{
  static const char *const FORMATS[] = { "%.15g", "%.16g", "%.17g" };
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  separate (self);
  if (!isfinite (value))
    value = value > 0 ? G_MAXDOUBLE : value < 0 ? -G_MAXDOUBLE : 0;
  for (guint i = 0; i < G_N_ELEMENTS (FORMATS); i++)
    {
      g_ascii_formatd (buffer, sizeof (buffer), FORMATS[i], value);
      if (g_ascii_strtod (buffer, NULL) == value)
        break;
    }
  g_string_append (self->out, buffer);
  if (strpbrk (buffer, ".e") == NULL)
    g_string_append (self->out, ".0");
}

static void
write_value (AccordJsonWriter *self, JsonNode *node)
{
  GType type = json_node_get_value_type (node);

  if (type == G_TYPE_STRING)
    accord_json_string (self, json_node_get_string (node));
  else if (type == G_TYPE_BOOLEAN)
    accord_json_bool (self, json_node_get_boolean (node));
  else if (type == G_TYPE_DOUBLE)
    write_double (self, json_node_get_double (node));
  else
    accord_json_int (self, json_node_get_int (node));
}

static void
write_object (AccordJsonWriter *self, JsonObject *object)
{
  g_autoptr (GList) members = json_object_get_members (object);

  accord_json_begin_object (self);
  for (GList *l = members; l != NULL; l = l->next)
    {
      accord_json_key (self, l->data);
      accord_json_node (self, json_object_get_member (object, l->data));
    }
  accord_json_end_object (self);
}

static void
write_array (AccordJsonWriter *self, JsonArray *array)
{
  accord_json_begin_array (self);
  for (guint i = 0; i < json_array_get_length (array); i++)
    accord_json_node (self, json_array_get_element (array, i));
  accord_json_end_array (self);
}

/**
 * accord_json_node:
 * @self: a writer
 * @node: a value, nested at most as deep as accord_json_parse() allows
 *
 * Writes it on one line, the members of objects in their order.
 */
void
accord_json_node (AccordJsonWriter *self, JsonNode *node)
{
  switch (json_node_get_node_type (node))
    {
    case JSON_NODE_OBJECT:
      write_object (self, json_node_get_object (node));
      break;
    case JSON_NODE_ARRAY:
      write_array (self, json_node_get_array (node));
      break;
    case JSON_NODE_VALUE:
      write_value (self, node);
      break;
    default:
      accord_json_null (self);
      break;
    }
}
