/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A source is filled block by block. Its text is the texts of its blocks, one line
 * end between two; its strings are kept once each. */
#include "documents/accord-source.h"

#include <string.h>

/**
 * accord_source_new:
 *
 * Returns: (transfer full): a source without text
 */
AccordSource *
accord_source_new (void)
{
  AccordSource *self = g_new0 (AccordSource, 1);

  self->text = g_string_new (NULL);
  self->blocks = g_array_new (FALSE, TRUE, sizeof (AccordBlock));
  self->strings = g_string_chunk_new (512);
  return self;
}

/**
 * accord_source_free:
 * @self: (transfer full): a source
 */
void
accord_source_free (AccordSource *self)
{
  g_string_free (self->text, TRUE);
  g_array_unref (self->blocks);
  g_string_chunk_free (self->strings);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_free (self);
}

/* Whether a block of that role belongs to the body unless somebody says otherwise. */
static gboolean
role_is_body (AccordRole role)
{
  switch (role)
    {
    case ACCORD_ROLE_TITLE:
    case ACCORD_ROLE_SUBTITLE:
    case ACCORD_ROLE_BYLINE:
    case ACCORD_ROLE_DATE:
    case ACCORD_ROLE_FURNITURE:
    case ACCORD_ROLE_HEADER:
    case ACCORD_ROLE_FOOTER:
      return FALSE;
    default:
      return TRUE;
    }
}

/**
 * accord_source_append:
 * @self: a source
 * @role: what the block is
 * @text: its text, valid UTF-8
 * @length: bytes of it, or -1 if it ends with NUL
 *
 * Appends a block, on a line of its own. It is kept if its role is one of the body: title,
 * subtitle, byline, date, furniture, header and footer are not. Level and page are 0.
 *
 * Returns: (transfer none): the block, to be completed (markers and reasons go through
 *   g_string_chunk_insert_const() on strings); valid until the next is appended
 */
AccordBlock *
accord_source_append (AccordSource *self, AccordRole role, const char *text, gssize length)
{
  gsize n = length < 0 ? strlen (text) : (gsize) length;
  AccordBlock block = { .role = role, .kept = role_is_body (role) };

  g_return_val_if_fail (role < ACCORD_N_ROLES, NULL);

  if (self->blocks->len > 0)
    g_string_append_c (self->text, '\n');
  block.span.start = (guint32) self->text->len;
  g_string_append_len (self->text, text, n);
  block.span.end = (guint32) self->text->len;
  g_array_append_val (self->blocks, block);
  return &g_array_index (self->blocks, AccordBlock, self->blocks->len - 1);
}

/**
 * accord_source_leave_out:
 * @self: a source
 * @block: one of its blocks
 * @reason: why it does not belong to the body, such as "share buttons"
 */
void
accord_source_leave_out (AccordSource *self, AccordBlock *block, const char *reason)
{
  g_return_if_fail (block != NULL && reason != NULL);

  block->kept = FALSE;
  block->reason = g_string_chunk_insert_const (self->strings, reason);
}

/**
 * accord_source_set_field:
 * @self: a source
 * @field: which
 * @value: (nullable): its value; NULL or nothing for none
 */
void
accord_source_set_field (AccordSource *self, AccordField field, const char *value)
{
  g_return_if_fail (field < ACCORD_N_FIELDS);

  self->fields[field] =
    value != NULL && *value != '\0' ? g_string_chunk_insert_const (self->strings, value) : NULL;
}

/**
 * accord_source_add_part:
 * @self: a source without text
 * @part: (transfer full): a document of it, which has no parts itself
 *
 * Makes @self a collection.
 */
void
accord_source_add_part (AccordSource *self, AccordSource *part)
{
  g_return_if_fail (part != NULL && part->parts == NULL);

  if (self->parts == NULL)
    self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_source_free);
  g_ptr_array_add (self->parts, part);
}
