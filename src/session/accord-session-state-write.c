/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A session as bytes: sorted keys, and a line for each paragraph, block and decision,
 * so that version control shows a readable difference. The same value gives the same
 * bytes. Members of others are written where their names belong in the order. */
#include "session/accord-session-state.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "session/accord-session-state-private.h"

/* An object that is being written: its members of others still to come, in order. */
typedef struct
{
  AccordJsonWriter *json;
  JsonObject *extra; /* nullable */
  GList *keys;       /* owned, sorted: of extra */
  gboolean lines;
} Members;

static const AccordField METADATA[] = {
  ACCORD_FIELD_AUTHOR, ACCORD_FIELD_DATE,     ACCORD_FIELD_ENCODING, ACCORD_FIELD_ISSUER,
  ACCORD_FIELD_KIND,   ACCORD_FIELD_LANGUAGE, ACCORD_FIELD_SUBTITLE, ACCORD_FIELD_TITLE,
};

static Members
members_begin (AccordJsonWriter *json, JsonObject *extra, gboolean lines)
{
  Members members = { json, extra, NULL, lines };

  if (extra != NULL)
    members.keys = g_list_sort (json_object_get_members (extra), (GCompareFunc) strcmp);
  accord_json_begin_object (json);
  return members;
}

static void
write_extra (Members *members)
{
  const char *key = members->keys->data;

  if (members->lines)
    accord_json_line (members->json);
  accord_json_key (members->json, key);
  accord_json_node (members->json, json_object_get_member (members->extra, key));
  members->keys = g_list_delete_link (members->keys, members->keys);
}

/* Begins the member @key of ours; one of the same name in extra holds only what others put into
 * ours, and is written there. */
static void
member (Members *members, const char *key)
{
  while (members->keys != NULL && strcmp (members->keys->data, key) < 0)
    write_extra (members);
  if (members->keys != NULL && g_str_equal (members->keys->data, key))
    members->keys = g_list_delete_link (members->keys, members->keys);
  if (members->lines)
    accord_json_line (members->json);
  accord_json_key (members->json, key);
}

static void
member_string (Members *members, const char *key, const char *value)
{
  member (members, key);
  accord_json_string (members->json, value);
}

static void
member_int (Members *members, const char *key, gint64 value)
{
  member (members, key);
  accord_json_int (members->json, value);
}

static void
member_bool (Members *members, const char *key, gboolean value)
{
  member (members, key);
  accord_json_bool (members->json, value);
}

static void
members_end (Members *members)
{
  while (members->keys != NULL)
    write_extra (members);
  if (members->lines)
    accord_json_line (members->json);
  accord_json_end_object (members->json);
}

/* What others put into our member @key. */
static JsonObject *
inner_extra (JsonObject *extra, const char *key)
{
  return extra != NULL && json_object_has_member (extra, key)
           ? json_object_get_object_member (extra, key)
           : NULL;
}

static void
write_block (AccordJsonWriter *json, const AccordBlock *block)
{
  Members members = members_begin (json, NULL, FALSE);

  member_int (&members, "end", block->span.end);
  member_bool (&members, "kept", block->kept);
  member_int (&members, "level", block->level);
  member_string (&members, "marker", block->marker);
  member (&members, "page");
  if (block->page > 0)
    accord_json_int (json, block->page);
  else
    accord_json_null (json);
  member_string (&members, "reason", block->reason);
  member_string (&members, "role", accord_role_name (block->role));
  member_int (&members, "start", block->span.start);
  members_end (&members);
}

static void
write_blocks (AccordJsonWriter *json, AccordDocument *document)
{
  guint n = 0;
  const AccordBlock *blocks = accord_document_get_blocks (document, &n);

  accord_json_begin_array (json);
  for (guint i = 0; i < n; i++)
    {
      accord_json_line (json);
      write_block (json, &blocks[i]);
    }
  if (n > 0)
    accord_json_line (json);
  accord_json_end_array (json);
}

static void
write_metadata (AccordJsonWriter *json, const AccordStateDocument *document)
{
  Members members = members_begin (json, inner_extra (document->extra, "metadata"), FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (METADATA); i++)
    member_string (&members, accord_field_name (METADATA[i]),
                   accord_document_get_field (document->document, METADATA[i]));
  members_end (&members);
}

static void
write_source (AccordJsonWriter *json, const AccordStateDocument *document)
{
  Members members = members_begin (json, inner_extra (document->extra, "source"), FALSE);
  const char *const *fields = accord_document_get_fields (document->document);

  member_string (&members, "mediaType", fields[ACCORD_FIELD_MEDIA_TYPE]);
  member_string (&members, "name", fields[ACCORD_FIELD_NAME]);
  member_string (&members, "path", document->path);
  member_string (&members, "sha256", fields[ACCORD_FIELD_SHA256]);
  members_end (&members);
}

/* Each string ends behind a line feed, so that their concatenation is the text to the byte. */
static void
write_text (AccordJsonWriter *json, AccordText *text)
{
  const char *p = accord_text_get_data (text);
  const char *end = p + accord_text_get_length (text);

  accord_json_begin_array (json);
  while (p < end)
    {
      const char *feed = memchr (p, '\n', end - p);
      const char *next = feed != NULL ? feed + 1 : end;

      accord_json_line (json);
      accord_json_string_len (json, p, next - p);
      p = next;
    }
  if (accord_text_get_length (text) > 0)
    accord_json_line (json);
  accord_json_end_array (json);
}

static void
write_attributes (AccordJsonWriter *json, JsonObject *attributes)
{
  Members members = members_begin (json, attributes, FALSE);

  members_end (&members);
}

static void
write_document (AccordJsonWriter *json, const AccordStateDocument *document)
{
  Members members = members_begin (json, document->extra, TRUE);

  if (document->attributes != NULL)
    {
      member (&members, "attributes");
      write_attributes (json, document->attributes);
    }
  member (&members, "blocks");
  write_blocks (json, document->document);
  member (&members, "metadata");
  write_metadata (json, document);
  member_string (&members, "id", document->id);
  member (&members, "source");
  write_source (json, document);
  member (&members, "text");
  write_text (json, accord_document_get_text (document->document));
  member_string (&members, "unit",
                 accord_document_get_unit (document->document) == ACCORD_UNIT_BLOCKS ? "blocks"
                                                                                     : "sentences");
  members_end (&members);
}

static void
member_span (Members *members, const char *key, AccordText *text, AccordSpan span)
{
  member (members, key);
  accord_json_string_len (members->json, accord_text_get_data (text) + span.start,
                          accord_span_length (span));
}

static void
write_target (AccordJsonWriter *json, const AccordStateTarget *target, AccordText *text)
{
  Members members = members_begin (json, NULL, FALSE);
  gboolean firm = target->anchor == ACCORD_ANCHOR_FIRM;

  if (firm)
    member_span (&members, "after", text, accord_state_context_after (text, target->span));
  else
    {
      member_string (&members, "after", target->after);
      member_string (&members, "anchor", accord_anchor_name (target->anchor));
    }
  if (firm)
    member_span (&members, "before", text, accord_state_context_before (text, target->span));
  else
    member_string (&members, "before", target->before);
  member_string (&members, "document", target->document);
  member_int (&members, "end", target->span.end);
  if (firm)
    member_span (&members, "quote", text, target->span);
  else
    member_string (&members, "quote", target->quote);
  member_int (&members, "start", target->span.start);
  members_end (&members);
}

static AccordText *
text_of (const AccordSessionState *self, const char *id)
{
  for (guint i = 0; id != NULL && i < self->documents->len; i++)
    {
      const AccordStateDocument *document = g_ptr_array_index (self->documents, i);

      if (g_str_equal (document->id, id))
        return accord_document_get_text (document->document);
    }
  return NULL;
}

/* Without a line feed. @text and @other (both nullable) are those of the targets. */
void
accord_state_decision_write (AccordJsonWriter *json,
                             const AccordStateDecision *decision,
                             AccordText *text,
                             AccordText *other)
{
  Members members;

  if (decision->verbatim != NULL)
    {
      accord_json_node (json, decision->verbatim);
      return;
    }
  members = members_begin (json, NULL, FALSE);
  if (decision->alternatives != NULL)
    {
      member (&members, "alternatives");
      accord_json_node (json, decision->alternatives);
    }
  member_string (&members, "coder", decision->coder);
  member_string (&members, "id", decision->id);
  member_string (&members, "kind", decision->kind);
  member (&members, "other");
  if (other != NULL)
    write_target (json, &decision->other, other);
  else
    accord_json_null (json);
  member_string (&members, "principle", decision->principle);
  member_bool (&members, "removed", decision->removed);
  member (&members, "target");
  if (text != NULL)
    write_target (json, &decision->target, text);
  else
    accord_json_null (json);
  member_string (&members, "time", decision->time);
  member (&members, "value");
  if (decision->value != NULL)
    accord_json_node (json, decision->value);
  else
    accord_json_null (json);
  members_end (&members);
}

static void
write_decisions (AccordJsonWriter *json, const AccordSessionState *self)
{
  accord_json_begin_array (json);
  for (guint i = 0; i < self->decisions->len; i++)
    {
      const AccordStateDecision *decision = g_ptr_array_index (self->decisions, i);
      AccordText *text = text_of (self, decision->target.document);
      AccordText *other = text_of (self, decision->other.document);

      if (decision->verbatim == NULL && ((decision->target.document != NULL && text == NULL) ||
                                         (decision->other.document != NULL && other == NULL)))
        continue; /* About a document that is gone: there is nothing to quote. */
      accord_json_line (json);
      accord_state_decision_write (json, decision, text, other);
    }
  if (self->decisions->len > 0)
    accord_json_line (json);
  accord_json_end_array (json);
}

static void
write_documents (AccordJsonWriter *json, const AccordSessionState *self)
{
  accord_json_begin_array (json);
  for (guint i = 0; i < self->documents->len; i++)
    {
      accord_json_line (json);
      write_document (json, g_ptr_array_index (self->documents, i));
    }
  if (self->documents->len > 0)
    accord_json_line (json);
  accord_json_end_array (json);
}

static void
write_settings (AccordJsonWriter *json, const AccordSessionState *self)
{
  Members members = members_begin (json, inner_extra (self->extra, "settings"), FALSE);

  member_int (&members, "leastScore", self->least_score);
  member_int (&members, "threshold", self->threshold);
  members_end (&members);
}

static void
write_view (AccordJsonWriter *json, const AccordSessionState *self)
{
  JsonObject *others = self->view != NULL ? json_node_get_object (self->view) : NULL;
  Members members = members_begin (json, others, FALSE);

  member (&members, "hidden");
  accord_json_begin_array (json);
  for (guint i = 0; i < self->documents->len; i++)
    {
      const AccordStateDocument *document = g_ptr_array_index (self->documents, i);

      if (!document->shown)
        accord_json_string (json, document->id);
    }
  accord_json_end_array (json);
  members_end (&members);
}

static void
write_engine (AccordJsonWriter *json, const AccordSessionState *self)
{
  Members members = members_begin (json, inner_extra (self->extra, "engine"), FALSE);

  member_string (&members, "icu", self->icu_version != NULL ? self->icu_version : "");
  member_string (&members, "version", self->engine_version != NULL ? self->engine_version : "");
  members_end (&members);
}

static void
write_lines (AccordJsonWriter *json, GPtrArray *lines)
{
  accord_json_begin_array (json);
  for (guint i = 0; i < lines->len; i++)
    {
      accord_json_line (json);
      accord_json_string (json, g_ptr_array_index (lines, i));
    }
  if (lines->len > 0)
    accord_json_line (json);
  accord_json_end_array (json);
}

static void
write_record (AccordJsonWriter *json, const AccordRecord *record)
{
  Members members = members_begin (json, NULL, TRUE);

  member (&members, "codings");
  write_lines (json, record->codings);
  member (&members, "links");
  write_lines (json, record->links);
  members_end (&members);
}

static void
write_state (AccordJsonWriter *json, const AccordSessionState *self)
{
  g_autofree char *sha256 = accord_codebook_dup_sha256 (self->codebook);
  Members members = members_begin (json, self->extra, TRUE);

  member (&members, "codebook");
  accord_codebook_write (self->codebook, json);
  member_string (&members, "codebookSha256", sha256);
  member (&members, "decisions");
  write_decisions (json, self);
  member (&members, "documents");
  write_documents (json, self);
  member (&members, "engine");
  write_engine (json, self);
  if (self->record != NULL)
    {
      member (&members, "findings");
      write_record (json, self->record);
    }
  member_string (&members, "format", ACCORD_SESSION_FORMAT);
  member_int (&members, "nextDocument", self->next_document);
  member (&members, "settings");
  write_settings (json, self);
  member_int (&members, "version", ACCORD_SESSION_VERSION);
  member (&members, "view");
  write_view (json, self);
  members_end (&members);
}

static gboolean
check_size (gsize length, GError **error)
{
  if (length <= ACCORD_JSON_MAX)
    return TRUE;
  g_set_error (error, ACCORD_JSON_ERROR, ACCORD_JSON_ERROR_TOO_LARGE,
               _ ("would be larger than %u MiB, the most a session may have"),
               ACCORD_JSON_MAX >> 20);
  return FALSE;
}

/**
 * accord_session_state_write:
 * @self: a state with a codebook
 * @error: return location for an error
 *
 * The file's bytes, at most ACCORD_JSON_MAX. Decisions about documents that @self does not hold
 * are left out. A newer version is refused: what this one does not know of it would be lost.
 * Cost: linear.
 *
 * Returns: (transfer full): the bytes, or NULL with ACCORD_JSON_ERROR: TOO_LARGE or NEWER
 */
GString *
accord_session_state_write (const AccordSessionState *self, GError **error)
{
  g_autoptr (GString) out = NULL;
  g_autoptr (AccordJsonWriter) json = NULL;
  gsize least = 0;

  g_return_val_if_fail (self->codebook != NULL, NULL);

  if (self->version > ACCORD_SESSION_VERSION)
    {
      g_set_error_literal (error, ACCORD_JSON_ERROR, ACCORD_JSON_ERROR_NEWER,
                           _ ("could not be saved: the session was made by a newer version of "
                              "Accord, and this one would lose what it does not know"));
      return NULL;
    }
  for (guint i = 0; i < self->documents->len; i++)
    least += accord_text_get_length (accord_document_get_text (
      ((AccordStateDocument *) g_ptr_array_index (self->documents, i))->document));
  if (!check_size (least, error))
    return NULL;
  out = g_string_sized_new (least + least / 8 + 65536);
  json = accord_json_writer_new (out);
  write_state (json, self);
  if (out->str[out->len - 1] != '\n')
    g_string_append_c (out, '\n');
  if (!check_size (out->len, error))
    return NULL;
  return g_steal_pointer (&out);
}
