/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A source as bytes, to cross from the helper process to ours. Numbers are LEB128,
 * strings stand once each in a table, blocks hold the distance to the one before.
 * Whoever wrote the bytes may be in the hands of a hostile file: reading trusts nothing. */
#include "documents/accord-source.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "documents/accord-loader-error.h"

#define MAGIC "ACSRC\002"
#define MAGIC_LENGTH 6

/* The most bytes of a field, marker or reason; what is longer is cut when it is written. */
#define STRING_MAX 65536u
#define LEVEL_MAX 255u
#define PAGE_MAX 10000000u

/* A block takes at least so many bytes, so a count can be checked before memory is taken. */
#define BLOCK_LEAST 7u
#define KEPT 0x80

typedef struct
{
  GByteArray *out;
  GHashTable *indices; /* borrowed string → 1 + its place in order */
  GPtrArray *order;
} Writer;

/* Reads on only while @good; afterwards every read gives 0. */
typedef struct
{
  const guint8 *at;
  const guint8 *end;
  gboolean good;
} Cursor;

static void
put_number (GByteArray *out, guint32 value)
{
  guint8 bytes[5];
  guint n = 0;

  for (; value >= 0x80; value >>= 7)
    bytes[n++] = (guint8) (value | 0x80);
  bytes[n++] = (guint8) value;
  g_byte_array_append (out, bytes, n);
}

/* The length of @string, cut to STRING_MAX at the end of a character. */
static gsize
string_length (const char *string)
{
  gsize n = strlen (string);

  if (n <= STRING_MAX)
    return n;
  n = STRING_MAX;
  while (((guchar) string[n] & 0xC0) == 0x80)
    n--;
  return n;
}

static void
collect (Writer *self, const char *string)
{
  if (string == NULL || g_hash_table_contains (self->indices, string))
    return;
  g_ptr_array_add (self->order, (gpointer) string);
  g_hash_table_insert (self->indices, (gpointer) string, GUINT_TO_POINTER (self->order->len));
}

static void
put_string (Writer *self, const char *string)
{
  gpointer index = string != NULL ? g_hash_table_lookup (self->indices, string) : NULL;

  put_number (self->out, GPOINTER_TO_UINT (index));
}

static void
put_strings (Writer *self, const AccordSource *source)
{
  for (guint i = 0; i < ACCORD_N_FIELDS; i++)
    collect (self, source->fields[i]);
  for (guint i = 0; i < source->blocks->len; i++)
    {
      collect (self, g_array_index (source->blocks, AccordBlock, i).marker);
      collect (self, g_array_index (source->blocks, AccordBlock, i).reason);
    }
  put_number (self->out, self->order->len);
  for (guint i = 0; i < self->order->len; i++)
    {
      const char *string = g_ptr_array_index (self->order, i);
      gsize n = string_length (string);

      put_number (self->out, (guint32) n);
      g_byte_array_append (self->out, (const guint8 *) string, n);
    }
}

static void
put_blocks (Writer *self, const AccordSource *source)
{
  guint32 end = 0;

  put_number (self->out, source->blocks->len);
  for (guint i = 0; i < source->blocks->len; i++)
    {
      const AccordBlock *block = &g_array_index (source->blocks, AccordBlock, i);
      guint8 role = (guint8) (block->role | (block->kept ? KEPT : 0));

      put_number (self->out, block->span.start - end);
      put_number (self->out, accord_span_length (block->span));
      g_byte_array_append (self->out, &role, 1);
      put_number (self->out, MIN (block->level, LEVEL_MAX));
      put_number (self->out, MIN (block->page, PAGE_MAX));
      put_string (self, block->marker);
      put_string (self, block->reason);
      end = block->span.end;
    }
}

static void
put_one (GByteArray *out, const AccordSource *source)
{
  g_autoptr (GHashTable) indices = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  Writer writer = { out, indices, order };

  put_strings (&writer, source);
  for (guint i = 0; i < ACCORD_N_FIELDS; i++)
    put_string (&writer, source->fields[i]);
  put_number (out, (guint32) source->text->len);
  g_byte_array_append (out, (const guint8 *) source->text->str, source->text->len);
  put_blocks (&writer, source);
}

/**
 * accord_source_serialize:
 * @self: a source whose blocks are sorted and whose text has at most ACCORD_TEXT_MAX bytes
 *
 * Fields, markers and reasons of more than 64 KiB are cut.
 *
 * Returns: (transfer full): the bytes that accord_source_deserialize() reads
 */
GBytes *
accord_source_serialize (const AccordSource *self)
{
  GByteArray *out = g_byte_array_new ();
  guint n_parts = self->parts != NULL ? self->parts->len : 0;

  g_byte_array_append (out, (const guint8 *) MAGIC, MAGIC_LENGTH);
  put_one (out, self);
  put_number (out, n_parts);
  for (guint i = 0; i < n_parts; i++)
    put_one (out, g_ptr_array_index (self->parts, i));
  return g_byte_array_free_to_bytes (out);
}

static guint32
get_number (Cursor *self, guint32 most)
{
  guint64 value = 0;
  guint shift = 0;
  guint8 byte = 0x80;

  for (; self->good && (byte & 0x80) != 0; shift += 7)
    {
      self->good = self->at < self->end && shift < 35;
      if (!self->good)
        break;
      byte = *self->at++;
      value |= (guint64) (byte & 0x7F) << shift;
    }
  self->good = self->good && value <= most;
  return self->good ? (guint32) value : 0;
}

static guint8
get_byte (Cursor *self)
{
  self->good = self->good && self->at < self->end;
  return self->good ? *self->at++ : 0;
}

/* So many bytes that are valid UTF-8 without U+0000, lent; NULL if there are none such. */
static const char *
get_utf8 (Cursor *self, guint32 length)
{
  const char *bytes = (const char *) self->at;

  self->good = self->good && (gsize) (self->end - self->at) >= length &&
               (length == 0 || g_utf8_validate_len (bytes, length, NULL));
  if (!self->good)
    return NULL;
  self->at += length;
  return bytes;
}

static void
get_strings (Cursor *self, AccordSource *source, GPtrArray *strings)
{
  guint32 n = get_number (self, 2 * ACCORD_BLOCKS_MAX + ACCORD_N_FIELDS);

  for (guint32 i = 0; i < n && self->good; i++)
    {
      guint32 length = get_number (self, STRING_MAX);
      const char *bytes = get_utf8 (self, length);

      if (bytes != NULL)
        g_ptr_array_add (strings, g_string_chunk_insert_len (source->strings, bytes, length));
    }
}

static const char *
get_string (Cursor *self, GPtrArray *strings)
{
  guint32 index = get_number (self, strings->len);

  return index > 0 ? g_ptr_array_index (strings, index - 1) : NULL;
}

static gboolean
is_boundary (const GString *text, guint32 byte)
{
  return ((guchar) text->str[byte] & 0xC0) != 0x80;
}

static void
get_block (Cursor *self, AccordSource *source, GPtrArray *strings, guint32 before)
{
  AccordBlock block = { 0 };
  guint32 length = (guint32) source->text->len;
  guint8 role = 0;

  block.span.start = before + get_number (self, length - before);
  block.span.end = block.span.start + get_number (self, length - block.span.start);
  role = get_byte (self);
  block.kept = (role & KEPT) != 0;
  block.role = role & ~KEPT;
  block.level = get_number (self, LEVEL_MAX);
  block.page = get_number (self, PAGE_MAX);
  block.marker = get_string (self, strings);
  block.reason = get_string (self, strings);
  self->good = self->good && (role & ~KEPT) < ACCORD_N_ROLES &&
               is_boundary (source->text, block.span.start) &&
               is_boundary (source->text, block.span.end);
  if (self->good)
    g_array_append_val (source->blocks, block);
}

static void
get_blocks (Cursor *self, AccordSource *source, GPtrArray *strings)
{
  guint32 n = get_number (self, ACCORD_BLOCKS_MAX);
  guint32 before = 0;

  self->good = self->good && (gsize) (self->end - self->at) / BLOCK_LEAST >= n;
  for (guint32 i = 0; i < n && self->good; i++)
    {
      get_block (self, source, strings, before);
      if (self->good)
        before = g_array_index (source->blocks, AccordBlock, i).span.end;
    }
}

static AccordSource *
get_one (Cursor *self)
{
  AccordSource *source = accord_source_new ();
  g_autoptr (GPtrArray) strings = g_ptr_array_new ();
  guint32 length = 0;
  const char *text = NULL;

  get_strings (self, source, strings);
  for (guint i = 0; i < ACCORD_N_FIELDS; i++)
    source->fields[i] = get_string (self, strings);
  length = get_number (self, ACCORD_TEXT_MAX);
  text = get_utf8 (self, length);
  if (text != NULL)
    g_string_append_len (source->text, text, length);
  get_blocks (self, source, strings);
  return source;
}

/**
 * accord_source_deserialize:
 * @bytes: anything
 * @error: return location for an error
 *
 * Reads what accord_source_serialize() wrote, as if an enemy had written it: sizes within the
 * limits of this header, valid UTF-8 without U+0000, blocks sorted and on character boundaries
 * of the text, known roles, nothing left over. Cost: linear.
 *
 * Returns: (transfer full): a source, or NULL with ACCORD_LOADER_ERROR_STOPPED
 */
AccordSource *
accord_source_deserialize (GBytes *bytes, GError **error)
{
  g_autoptr (AccordSource) source = NULL;
  gsize size = 0;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  Cursor cursor = { data, data + size, size >= MAGIC_LENGTH && size <= ACCORD_REPLY_MAX };
  guint32 n_parts = 0;

  cursor.good = cursor.good && memcmp (data, MAGIC, MAGIC_LENGTH) == 0;
  cursor.at += cursor.good ? MAGIC_LENGTH : 0;
  source = get_one (&cursor);
  n_parts = get_number (&cursor, ACCORD_PARTS_MAX);
  for (guint32 i = 0; i < n_parts && cursor.good; i++)
    accord_source_add_part (source, get_one (&cursor));
  if (!cursor.good || cursor.at != cursor.end)
    {
      g_set_error_literal (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_STOPPED,
                           _ ("could not be read: the reader stopped"));
      return NULL;
    }
  return g_steal_pointer (&source);
}
