/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of a document, folded and stemmed once, for matcher and linker alike.
 * A token is a run of letters, digits and marks of an alphabetic script, or one
 * ideograph. Its word is the folded stem: NFKC, case folded, simplified Chinese,
 * Snowball stem of the paragraph's language. Numbers are words without separators. */
#pragma once

#include "engine/accord-document.h"

G_BEGIN_DECLS

typedef struct _AccordWords AccordWords;
typedef struct _AccordFolder AccordFolder;

/**
 * AccordTokenFlags:
 * @ACCORD_TOKEN_HAN: one ideograph
 * @ACCORD_TOKEN_NUMBER: digits
 * @ACCORD_TOKEN_CAPITAL: begins with a capital letter
 * @ACCORD_TOKEN_STOP: a function word of its language
 * @ACCORD_TOKEN_BREAK: a punctuation mark stands between it and the token before
 */
typedef enum
{
  ACCORD_TOKEN_HAN = 1 << 0,
  ACCORD_TOKEN_NUMBER = 1 << 1,
  ACCORD_TOKEN_CAPITAL = 1 << 2,
  ACCORD_TOKEN_STOP = 1 << 3,
  ACCORD_TOKEN_BREAK = 1 << 4,
} AccordTokenFlags;

/**
 * AccordToken:
 * @span: in the document's text, never across passages
 * @word: index into the table of words of its document
 * @flags: #AccordTokenFlags
 */
typedef struct
{
  AccordSpan span;
  guint32 word;
  guint32 flags;
} AccordToken;

AccordFolder *accord_folder_new (const char *language) G_GNUC_WARN_UNUSED_RESULT;
void accord_folder_free (AccordFolder *self);
void accord_folder_fold (AccordFolder *self, const char *token, gsize length, GString *word);

AccordWords *accord_words_new (AccordDocument *document,
                               const AccordWatch *watch,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
AccordWords *accord_words_ref (AccordWords *self);
void accord_words_unref (AccordWords *self);
const AccordToken *
accord_words_get_tokens (const AccordWords *self, guint passage, guint *n_tokens);
const char *accord_words_get_word (const AccordWords *self, guint32 word);
guint accord_words_get_n_words (const AccordWords *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordWords, accord_words_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordFolder, accord_folder_free)

G_END_DECLS
