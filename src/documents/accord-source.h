/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a reader makes of the bytes of a file, before it is cut into passages: text,
 * blocks, fields. This is what crosses from the helper process to ours. */
#pragma once

#include <gio/gio.h>

#include "engine/accord-document.h"

G_BEGIN_DECLS

/* The most bytes of a source file, and of the reply of the helper process. */
#define ACCORD_SOURCE_MAX (64u << 20)
#define ACCORD_REPLY_MAX (128u << 20)
#define ACCORD_BLOCKS_MAX (4u << 20)

/* The most documents in one file. */
#define ACCORD_PARTS_MAX 10000u

/**
 * AccordReadMode:
 * @ACCORD_READ_STATEMENT: find the statement: furniture is left out, text is normalised
 * @ACCORD_READ_WHOLE: nothing is left out, nothing changed but encoding, byte order mark and CRLF;
 *   each line that is not blank is a paragraph, together with those that its sentence goes on in
 *   where a text is broken to a width
 * @ACCORD_READ_LINES: as WHOLE, but each line, also an empty one, is one block and one passage
 */
typedef enum
{
  ACCORD_READ_STATEMENT,
  ACCORD_READ_WHOLE,
  ACCORD_READ_LINES,
  ACCORD_N_READ_MODES
} AccordReadMode;

/**
 * AccordSource:
 * @text: the whole text, UTF-8
 * @blocks: (element-type AccordBlock): sorted; their strings belong to @strings
 * @fields: each nullable, in @strings
 * @parts: (nullable) (element-type AccordSource): the documents of a collection, such as the rows
 *   of a table; the collection itself then has no text. Their NAME is what tells them from each
 *   other, and may be missing. They have no parts themselves
 *
 * Made by a reader block by block.
 */
typedef struct
{
  GString *text;
  GArray *blocks;
  const char *fields[ACCORD_N_FIELDS];
  GStringChunk *strings;
  GPtrArray *parts;
} AccordSource;

AccordSource *accord_source_new (void) G_GNUC_WARN_UNUSED_RESULT;
void accord_source_free (AccordSource *self);
AccordBlock *
accord_source_append (AccordSource *self, AccordRole role, const char *text, gssize length);
void accord_source_leave_out (AccordSource *self, AccordBlock *block, const char *reason);
void accord_source_set_field (AccordSource *self, AccordField field, const char *value);
void accord_source_add_part (AccordSource *self, AccordSource *part);

GBytes *accord_source_serialize (const AccordSource *self) G_GNUC_WARN_UNUSED_RESULT;
AccordSource *accord_source_deserialize (GBytes *bytes, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * AccordReadRequest:
 * @name: the file's own name, for its suffix only
 * @mode: how much of it is wanted
 * @encoding: (nullable): an IANA name that overrules detection
 * @language: (nullable): a BCP 47 tag that overrules detection
 * @password: (nullable): opens a file that is encrypted
 */
typedef struct
{
  const char *name;
  AccordReadMode mode;
  const char *encoding;
  const char *language;
  const char *password;
} AccordReadRequest;

AccordSource *accord_read (const AccordReadRequest *request,
                           const guint8 *data,
                           gsize length,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordSource, accord_source_free)

G_END_DECLS
