/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document: one statement as it was read. Its text holds all blocks of the
 * source in order, kept and left out; paragraphs are the kept blocks, passages
 * their sentences. Immutable: taking a block back makes a new document. */
#pragma once

#include "engine/accord-names.h"
#include "engine/accord-text.h"
#include "engine/accord-watch.h"

G_BEGIN_DECLS

/**
 * AccordField:
 *
 * What is known about a document. NAME is the file's own name without folders,
 * DATE is ISO 8601, possibly shortened, LANGUAGE a BCP 47 tag, ENCODING an IANA
 * name, MEDIA_TYPE a MIME type, SHA256 that of the source's bytes in hexadecimal.
 */
typedef enum
{
  ACCORD_FIELD_NAME,
  ACCORD_FIELD_TITLE,
  ACCORD_FIELD_SUBTITLE,
  ACCORD_FIELD_ISSUER,
  ACCORD_FIELD_AUTHOR,
  ACCORD_FIELD_DATE,
  ACCORD_FIELD_LANGUAGE,
  ACCORD_FIELD_KIND,
  ACCORD_FIELD_ENCODING,
  ACCORD_FIELD_MEDIA_TYPE,
  ACCORD_FIELD_SHA256,
  ACCORD_N_FIELDS
} AccordField;

/**
 * AccordBlock:
 * @span: in the text
 * @role: what it is
 * @kept: whether it belongs to the body
 * @level: of a heading 1 to 6, of a list item its depth from 1, else 0
 * @page: from 1; 0 where the source has no pages
 * @marker: (nullable): the number or bullet of a list item
 * @reason: (nullable): why it was left out; a block with a role of its own (title, byline, date)
 * needs none
 */
typedef struct
{
  AccordSpan span;
  AccordRole role;
  gboolean kept;
  guint level;
  guint page;
  const char *marker;
  const char *reason;
} AccordBlock;

/**
 * AccordParagraph:
 * @block: index of its block, whose span is its own
 * @first_passage: index of its first passage
 * @n_passages: at least 1
 * @language: interned
 */
typedef struct
{
  AccordSpan span;
  guint32 block;
  guint32 first_passage;
  guint32 n_passages;
  const char *language;
} AccordParagraph;

typedef struct
{
  AccordSpan span;
  guint32 paragraph;
} AccordPassage;

/**
 * AccordUnit:
 * @ACCORD_UNIT_SENTENCES: a passage is a sentence
 * @ACCORD_UNIT_BLOCKS: a passage is a block, also an empty one, and the language is told once for
 * all of them
 */
typedef enum
{
  ACCORD_UNIT_SENTENCES,
  ACCORD_UNIT_BLOCKS,
} AccordUnit;

/**
 * AccordCut:
 * @span: of a join what becomes one passage, within a paragraph; of a split it begins where a
 *   passage shall begin
 * @split: whether it is one
 *
 * What a person says of the segmenter's cuts.
 */
typedef struct
{
  AccordSpan span;
  gboolean split;
} AccordCut;

typedef struct _AccordDocument AccordDocument;

AccordDocument *accord_document_new (AccordText *text,
                                     const AccordBlock *blocks,
                                     guint n_blocks,
                                     const char *const *fields,
                                     AccordUnit unit,
                                     const AccordWatch *watch,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
AccordDocument *accord_document_new_cut (AccordText *text,
                                         const AccordBlock *blocks,
                                         guint n_blocks,
                                         const char *const *fields,
                                         AccordUnit unit,
                                         const AccordCut *cuts,
                                         guint n_cuts,
                                         const AccordWatch *watch,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
AccordDocument *accord_document_ref (AccordDocument *self);
void accord_document_unref (AccordDocument *self);

AccordText *accord_document_get_text (AccordDocument *self);
const char *accord_document_get_data (AccordDocument *self);
const AccordBlock *accord_document_get_blocks (AccordDocument *self, guint *n_blocks);
const AccordParagraph *accord_document_get_paragraphs (AccordDocument *self, guint *n_paragraphs);
const AccordPassage *accord_document_get_passages (AccordDocument *self, guint *n_passages);
const char *accord_document_get_passage_language (AccordDocument *self, guint passage);
guint accord_document_find_passage (AccordDocument *self, guint32 byte);
const char *accord_document_get_field (AccordDocument *self, AccordField field);
const char *const *accord_document_get_fields (AccordDocument *self);
const char *accord_document_get_language (AccordDocument *self);
AccordUnit accord_document_get_unit (AccordDocument *self);

const char *accord_field_name (AccordField field);
gboolean accord_field_from_name (const char *name, AccordField *field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordDocument, accord_document_unref)

G_END_DECLS
