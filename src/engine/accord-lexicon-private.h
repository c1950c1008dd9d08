/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form of a compiled lexicon, shared by its reader and by the program that compiles
 * it. Numbers are little-endian and 32 bits wide unless said otherwise; places in the
 * pool are relative to it. A key is what accord_lexicon_append_key() makes of a term. */
#pragma once

#include "engine/accord-lexicon.h"
#include "engine/accord-words.h"

G_BEGIN_DECLS

#define ACCORD_LEXICON_MAGIC "ACCORDLX"
#define ACCORD_LEXICON_VERSION 1u

/* The header: the magic, then numbers at these places. */
#define ACCORD_LEXICON_AT_VERSION 8u
#define ACCORD_LEXICON_AT_SIZE 12u /* of the whole file */
#define ACCORD_LEXICON_AT_N_LANGUAGES 16u
#define ACCORD_LEXICON_AT_N_CONCEPTS 20u
#define ACCORD_LEXICON_AT_LANGUAGES 24u
#define ACCORD_LEXICON_AT_CONCEPTS 28u /* array of places in the pool */
#define ACCORD_LEXICON_AT_POOL 32u
#define ACCORD_LEXICON_AT_POOL_SIZE 36u
#define ACCORD_LEXICON_HEADER_SIZE 40u

/* A language: its tag, padded with zero bytes, then numbers at these places. */
#define ACCORD_LEXICON_TAG_SIZE 8u
#define ACCORD_LEXICON_AT_N_KEYS 8u
#define ACCORD_LEXICON_AT_KEYS 12u    /* array of places in the pool, sorted by key */
#define ACCORD_LEXICON_AT_N_SLOTS 16u /* more than n_keys */
#define ACCORD_LEXICON_AT_SLOTS 20u   /* array; a key stands at its hash's slot or the next free */
#define ACCORD_LEXICON_LANGUAGE_SIZE 24u

/* In the pool. A word: guint8 length, key, guint8 n, n × (concept << 8 | strength).
 * A concept: guint8 weight, guint8 length, name, guint8 n, n × (concept << 8 | strength). */
#define ACCORD_LEXICON_MAX_KEY 255u
#define ACCORD_LEXICON_MAX_LANGUAGES 32u
#define ACCORD_LEXICON_MAX_IDS ((1u << 24) - 1) /* of concepts, and of keys */

/* The compiler leaves no key farther from its place than this. */
#define ACCORD_LEXICON_MAX_PROBES 256u

/* A slot: 0, or the number of a key + 1, and above it the lowest byte of the key's hash, so that
 * other keys are rarely read. */
#define ACCORD_LEXICON_SLOT_NUMBER 0xFFFFFFu
#define ACCORD_LEXICON_SLOT(hash, number) ((hash) << 24 | ((number) + 1))
#define ACCORD_LEXICON_SLOT_AT(hash, n_slots) ((guint32) ((guint64) (hash) * (n_slots) >> 32))

/* Before the consonants of an Arabic word, which are a key too. */
#define ACCORD_LEXICON_SKELETON '\x01'

gboolean accord_lexicon_append_key (
  AccordFolder *folder, const char *language, const char *term, gsize length, GString *key);
gboolean accord_lexicon_append_skeleton (const char *key, gsize length, GString *skeleton);

G_END_DECLS
