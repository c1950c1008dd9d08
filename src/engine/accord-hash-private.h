/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One hash of bytes for the engine's tables: eight bytes a step, and no family of
 * colliding strings that is written down in seconds, as there is for g_str_hash().
 * The same on every machine. */
#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

static inline guint32
accord_hash_bytes (const char *data, gsize length)
{
  guint64 hash = length * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);

  for (; length >= 8; data += 8, length -= 8)
    {
      guint64 chunk;

      memcpy (&chunk, data, 8);
      hash = (hash ^ GUINT64_FROM_LE (chunk)) * G_GUINT64_CONSTANT (0xFF51AFD7ED558CCD);
      hash ^= hash >> 29;
    }
  for (; length > 0; data++, length--)
    hash = (hash ^ (guchar) *data) * G_GUINT64_CONSTANT (0x100000001B3);
  hash ^= hash >> 32;
  hash *= G_GUINT64_CONSTANT (0xC4CEB9FE1A85EC53);
  return (guint32) (hash >> 32);
}

/* A GHashFunc of strings. */
static inline guint
accord_hash_string (gconstpointer string)
{
  return accord_hash_bytes (string, strlen (string));
}

G_END_DECLS
