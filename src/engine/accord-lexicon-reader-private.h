/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a compiled lexicon in its bytes. The header and the sections are checked when it
 * is opened; a word or concept is checked when it is read, and one that does not fit in
 * the pool is as though it were not there. */
#pragma once

#include "engine/accord-lexicon.h"

G_BEGIN_DECLS

/* Borrows everything from the bytes. Invariant: arrays and pool lie within them. */
typedef struct
{
  char tag[9];
  guint32 n_keys;
  guint32 n_slots;
  const guint8 *keys;
  const guint8 *slots;
} AccordLexiconTable;

typedef struct
{
  AccordLexiconTable *tables; /* owned */
  guint32 n_tables;
  guint32 n_concepts;
  const guint8 *concepts;
  const guint8 *pool;
  guint32 pool_size;
} AccordLexiconReader;

/* Bytes of the pool: a key or a name, what stands before its concepts, and those. */
typedef struct
{
  const char *key;
  guint8 length;
  guint8 weight; /* of a concept; 0 of a word */
  guint8 n;
  const guint8 *edges;
} AccordLexiconEntry;

gboolean accord_lexicon_reader_init (AccordLexiconReader *self,
                                     const guint8 *data,
                                     gsize size,
                                     GError **error);
void accord_lexicon_reader_clear (AccordLexiconReader *self);

gboolean accord_lexicon_reader_get_word (const AccordLexiconReader *self,
                                         guint table,
                                         guint32 number,
                                         AccordLexiconEntry *entry);
gboolean accord_lexicon_reader_find (const AccordLexiconReader *self,
                                     guint table,
                                     const char *key,
                                     gsize length,
                                     AccordLexiconEntry *entry);
guint32 accord_lexicon_reader_lower_bound (const AccordLexiconReader *self,
                                           guint table,
                                           const char *key,
                                           gsize length);
gboolean accord_lexicon_reader_get_concept (const AccordLexiconReader *self,
                                            guint32 concept,
                                            AccordLexiconEntry *entry);
guint accord_lexicon_reader_read_edges (const AccordLexiconReader *self,
                                        const AccordLexiconEntry *entry,
                                        AccordConcept concepts[ACCORD_LEXICON_MAX_CONCEPTS]);

G_END_DECLS
