/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of a document. An index of one entry every 256 bytes holds the number
 * of characters before it, so that a conversion walks at most 255 bytes and the
 * index costs 1.6 % of the text. */
#include "engine/accord-text.h"

#include <string.h>

#include "engine/accord-engine-error.h"

#define STRIDE 256u

/* chars_before[i] counts the characters that begin before byte i × STRIDE. */
struct _AccordText
{
  char *data;
  guint32 length;
  guint32 n_chars;
  guint32 *chars_before;
};

static inline gboolean
is_continuation (char byte)
{
  return ((guchar) byte & 0xC0) == 0x80;
}

static guint32
count_starts (const char *data, guint32 from, guint32 to)
{
  guint32 n = 0;

  for (guint32 i = from; i < to; i++)
    n += !is_continuation (data[i]);
  return n;
}

static void
build_index (AccordText *self)
{
  guint32 n = self->length / STRIDE + 1;

  self->chars_before = g_new (guint32, n);
  self->chars_before[0] = 0;
  for (guint32 i = 1; i < n; i++)
    self->chars_before[i] =
      self->chars_before[i - 1] + count_starts (self->data, (i - 1) * STRIDE, i * STRIDE);
  self->n_chars =
    self->chars_before[n - 1] + count_starts (self->data, (n - 1) * STRIDE, self->length);
}

static void
text_clear (gpointer data)
{
  AccordText *self = data;

  g_free (self->data);
  g_free (self->chars_before);
}

/**
 * accord_text_new:
 * @data: bytes, not necessarily terminated
 * @length: their number
 * @error: return location for an error
 *
 * Copies and checks @data. Cost: linear.
 *
 * Returns: (transfer full): a text, or NULL with ACCORD_ENGINE_ERROR_TOO_LARGE
 *   (over ACCORD_TEXT_MAX) or ACCORD_ENGINE_ERROR_ENCODING
 */
AccordText *
accord_text_new (const char *data, gsize length, GError **error)
{
  AccordText *self = NULL;
  const char *end = NULL;

  g_return_val_if_fail (data != NULL || length == 0, NULL);

  if (length > ACCORD_TEXT_MAX)
    {
      g_set_error (error, ACCORD_ENGINE_ERROR, ACCORD_ENGINE_ERROR_TOO_LARGE,
                   "the text has more than %u MiB", ACCORD_TEXT_MAX >> 20);
      return NULL;
    }
  if (length > 0 && !g_utf8_validate_len (data, length, &end))
    {
      g_set_error (error, ACCORD_ENGINE_ERROR, ACCORD_ENGINE_ERROR_ENCODING,
                   "not valid UTF-8 at byte %" G_GSIZE_FORMAT, (gsize) (end - data));
      return NULL;
    }
  self = g_atomic_rc_box_new0 (AccordText);
  self->data = g_malloc (length + 1);
  if (length > 0)
    memcpy (self->data, data, length);
  self->data[length] = '\0';
  self->length = (guint32) length;
  build_index (self);
  return self;
}

/**
 * accord_text_ref:
 * @self: a text
 *
 * Returns: (transfer full): @self
 */
AccordText *
accord_text_ref (AccordText *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * accord_text_unref:
 * @self: (transfer full): a text
 */
void
accord_text_unref (AccordText *self)
{
  g_atomic_rc_box_release_full (self, text_clear);
}

/**
 * accord_text_get_data:
 * @self: a text
 *
 * Returns: (transfer none): its bytes, terminated by NUL
 */
const char *
accord_text_get_data (const AccordText *self)
{
  return self->data;
}

/**
 * accord_text_get_length:
 * @self: a text
 *
 * Returns: its length in bytes, at most ACCORD_TEXT_MAX
 */
guint32
accord_text_get_length (const AccordText *self)
{
  return self->length;
}

/**
 * accord_text_get_n_chars:
 * @self: a text
 *
 * Returns: its length in characters (code points)
 */
guint32
accord_text_get_n_chars (const AccordText *self)
{
  return self->n_chars;
}

/**
 * accord_text_char_offset:
 * @self: a text
 * @byte: a byte offset, at most the length, on a character boundary
 *
 * Converts the engine's only unit, bytes, to the characters that a
 * GtkTextBuffer counts. Walks at most 255 bytes, wherever @byte lies.
 *
 * Returns: the number of characters before @byte
 */
guint32
accord_text_char_offset (const AccordText *self, guint32 byte)
{
  guint32 slot = byte / STRIDE;

  g_return_val_if_fail (byte <= self->length, self->n_chars);

  return self->chars_before[slot] + count_starts (self->data, slot * STRIDE, byte);
}

/**
 * accord_text_byte_offset:
 * @self: a text
 * @character: a number of characters, at most accord_text_get_n_chars()
 *
 * The inverse of accord_text_char_offset(). Cost: a binary search over the
 * index and a walk of at most 256 bytes.
 *
 * Returns: the byte at which that character begins
 */
guint32
accord_text_byte_offset (const AccordText *self, guint32 character)
{
  guint32 low = 0, high = self->length / STRIDE;
  guint32 byte, n;

  g_return_val_if_fail (character <= self->n_chars, self->length);

  while (low < high)
    {
      guint32 middle = (low + high + 1) / 2;

      if (self->chars_before[middle] <= character)
        low = middle;
      else
        high = middle - 1;
    }
  byte = low * STRIDE;
  for (n = self->chars_before[low]; byte < self->length; byte++)
    if (!is_continuation (self->data[byte]) && n++ == character)
      break;
  return byte;
}

/**
 * accord_text_is_boundary:
 * @self: a text
 * @byte: any number
 *
 * Returns: whether @byte lies within the text (its end included) and between two characters
 */
gboolean
accord_text_is_boundary (const AccordText *self, guint32 byte)
{
  return byte <= self->length && !is_continuation (self->data[byte]);
}

/**
 * accord_text_dup_span:
 * @self: a text
 * @span: a span of it
 *
 * Returns: (transfer full): the bytes of @span as a string
 */
char *
accord_text_dup_span (const AccordText *self, AccordSpan span)
{
  g_return_val_if_fail (span.start <= span.end && span.end <= self->length, NULL);

  return g_strndup (self->data + span.start, span.end - span.start);
}
