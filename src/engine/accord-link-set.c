/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A set of links is four arrays that refer to each other by index; joining two sets
 * moves the indices of the second. */
#include "engine/accord-link-set-private.h"

/**
 * accord_link_set_new:
 *
 * Returns: (transfer full): an empty set
 */
AccordLinkSet *
accord_link_set_new (void)
{
  AccordLinkSet *self = g_new0 (AccordLinkSet, 1);

  self->links = g_array_new (FALSE, FALSE, sizeof (AccordLink));
  self->reasons = g_array_new (FALSE, FALSE, sizeof (AccordReason));
  self->spans = g_array_new (FALSE, FALSE, sizeof (AccordSpan));
  self->labels = g_string_chunk_new (1024);
  return self;
}

/**
 * accord_link_set_free:
 * @self: (transfer full): a set
 */
void
accord_link_set_free (AccordLinkSet *self)
{
  g_array_unref (self->links);
  g_array_unref (self->reasons);
  g_array_unref (self->spans);
  g_string_chunk_free (self->labels);
  g_free (self);
}

/**
 * accord_link_set_take:
 * @self: a set
 * @other: (transfer full): another one, whose links go behind those of @self
 */
void
accord_link_set_take (AccordLinkSet *self, AccordLinkSet *other)
{
  guint32 n_reasons = self->reasons->len, n_spans = self->spans->len;

  for (guint i = 0; i < other->reasons->len; i++)
    {
      AccordReason *reason = &g_array_index (other->reasons, AccordReason, i);

      reason->first_a += n_spans;
      reason->first_b += n_spans;
      if (reason->label != NULL)
        reason->label = g_string_chunk_insert_const (self->labels, reason->label);
    }
  for (guint i = 0; i < other->links->len; i++)
    g_array_index (other->links, AccordLink, i).first_reason += n_reasons;
  g_array_append_vals (self->links, other->links->data, other->links->len);
  g_array_append_vals (self->reasons, other->reasons->data, other->reasons->len);
  g_array_append_vals (self->spans, other->spans->data, other->spans->len);
  accord_link_set_free (other);
}
