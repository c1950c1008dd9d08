/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Corrections of a document: blocks taken back or left out, words, and what is known of it.
 * The text changes at once; the document is cut, coded and compared anew, and shows its
 * other text when that is done. */
#include "session/accord-session-texts.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "engine/accord-language.h"
#include "session/accord-change-private.h"
#include "session/accord-session-labels-private.h"

static gboolean
find_readable (AccordSession *self, AccordSessionDocument *document, guint *i)
{
  return accord_snapshot_find (self->now, document, i) &&
         accord_version_is_readable (accord_snapshot_get (self->now, *i)->version);
}

/**
 * accord_session_set_block_kept:
 * @self: a session
 * @document: a document of it
 * @block: index of a block in its text
 * @kept: whether it belongs to the body
 *
 * Takes back a block that was left out, or leaves one out. No position moves; the document is cut
 * and compared anew, and shows its other text when that is done.
 */
void
accord_session_set_block_kept (AccordSession *self,
                               AccordSessionDocument *document,
                               guint block,
                               gboolean kept)
{
  AccordChange *change = NULL;
  AccordStateDecision *decision = NULL;
  const AccordBlock *blocks = NULL;
  guint i = 0, n = 0;

  g_return_if_fail (ACCORD_IS_SESSION (self) && ACCORD_IS_SESSION_DOCUMENT (document));

  if (!find_readable (self, document, &i))
    return;
  blocks = accord_version_get_blocks (accord_snapshot_get (self->now, i)->version, &n);
  if (block >= n || blocks[block].kept == !!kept)
    return;
  change = accord_change_new (self);
  decision = accord_change_new_decision (change, ACCORD_KIND_KEEP);
  accord_target_set (&decision->target, document, blocks[block].span);
  accord_decision_take_value (decision, json_node_init_boolean (json_node_alloc (), !!kept));
  accord_change_put (change, decision);
  accord_recipe_set_kept (accord_change_get_recipe (change, i), block, !!kept);
  accord_change_finish (
    change, g_strdup_printf (kept ? _ ("Take Back a Part of %s") : _ ("Leave Out a Part of %s"),
                             accord_session_document_get_letter (document)));
}

/* What a person may correct, and how it is called. */
static const char *
field_name (AccordField field)
{
  switch (field)
    {
    case ACCORD_FIELD_TITLE:
      return C_ ("field", "Title");
    case ACCORD_FIELD_SUBTITLE:
      return C_ ("field", "Subtitle");
    case ACCORD_FIELD_ISSUER:
      return C_ ("field", "Issuer");
    case ACCORD_FIELD_AUTHOR:
      return C_ ("field", "Author");
    case ACCORD_FIELD_DATE:
      return C_ ("field", "Date");
    case ACCORD_FIELD_LANGUAGE:
      return C_ ("field", "Language");
    case ACCORD_FIELD_KIND:
      return C_ ("field", "Kind");
    default:
      return NULL;
    }
}

/* ISO 8601, possibly shortened. */
static gboolean
is_date (const char *value)
{
  static const char *const SHAPES[] = { "0000", "0000-00", "0000-00-00" };
  guint year = 0, month = 1, day = 1;

  for (guint i = 0; i < G_N_ELEMENTS (SHAPES); i++)
    if (strlen (value) == strlen (SHAPES[i]))
      {
        for (gsize k = 0; value[k] != '\0'; k++)
          if (SHAPES[i][k] == '0' ? !g_ascii_isdigit (value[k]) : value[k] != '-')
            return FALSE;
        year = (guint) g_ascii_strtoull (value, NULL, 10);
        month = i > 0 ? (guint) g_ascii_strtoull (value + 5, NULL, 10) : 1;
        day = i > 1 ? (guint) g_ascii_strtoull (value + 8, NULL, 10) : 1;
        return g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year);
      }
  return FALSE;
}

static gboolean
is_language (const char *tag)
{
  g_auto (GStrv) parts = g_strsplit (tag, "-", -1);

  if (strlen (tag) > 35 || parts[0] == NULL || strlen (parts[0]) < 2)
    return FALSE;
  for (guint i = 0; parts[i] != NULL; i++)
    {
      gsize length = strlen (parts[i]);

      if (length == 0 || length > 8)
        return FALSE;
      for (gsize k = 0; k < length; k++)
        if (i == 0 ? !g_ascii_isalpha (parts[i][k]) : !g_ascii_isalnum (parts[i][k]))
          return FALSE;
    }
  return TRUE;
}

static gboolean
is_valid (AccordField field, const char *value)
{
  if (field_name (field) == NULL)
    return FALSE;
  if (value == NULL)
    return TRUE;
  if (!g_utf8_validate (value, -1, NULL))
    return FALSE;
  if (field == ACCORD_FIELD_DATE)
    return is_date (value);
  return field != ACCORD_FIELD_LANGUAGE || is_language (value);
}

/**
 * accord_session_set_field:
 * @self: a session
 * @document: a document of it
 * @field: TITLE, SUBTITLE, ISSUER, AUTHOR, DATE, LANGUAGE or KIND
 * @value: (nullable): a date in ISO 8601, possibly shortened; a language as a BCP 47 tag; NULL or
 * "": not known, and the language is detected anew
 *
 * Corrects what is known of it. Another language cuts and codes the document anew.
 *
 * Returns: whether anything changed; FALSE also for a value that is none
 */
gboolean
accord_session_set_field (AccordSession *self,
                          AccordSessionDocument *document,
                          AccordField field,
                          const char *value)
{
  AccordChange *change = NULL;
  AccordStateDecision *decision = NULL;
  guint i = 0;

  g_return_val_if_fail (ACCORD_IS_SESSION (self), FALSE);

  value = value != NULL && value[0] != '\0' ? value : NULL;
  if (!is_valid (field, value) || !find_readable (self, document, &i) ||
      g_strcmp0 (accord_version_get_field (accord_snapshot_get (self->now, i)->version, field),
                 value) == 0)
    return FALSE;
  change = accord_change_new (self);
  decision = accord_change_new_decision (change, ACCORD_KIND_FIELD);
  accord_target_set (&decision->target, document, (AccordSpan){ 0, 0 });
  accord_decision_set_named (decision, accord_field_name (field), value);
  accord_change_put (change, decision);
  accord_recipe_set_field (accord_change_get_recipe (change, i), field, value);
  return accord_change_finish (
    /* Translators: Title, Issuer, Date and so on, and the letter of a document */
    change, g_strdup_printf (_ ("Correct %s of %s"), field_name (field),
                             accord_session_document_get_letter (document)));
}

/* Line ends and what is no character are spaces in a corrected text. */
static char *
clean (const char *words)
{
  char *valid = g_utf8_make_valid (words, -1);

  for (char *p = valid; *p != '\0'; p++)
    if (*p == '\n' || *p == '\r')
      *p = ' ';
  return valid;
}

/**
 * accord_session_edit_text:
 * @self: a session
 * @place: what is wrong, within one block; an empty one to insert
 * @text: what shall stand there; line ends become spaces
 *
 * Corrects the text. What was decided about places is mapped through: before and behind it stays
 * with its words, what overlaps takes the new words in; what loses all its words is listed by
 * accord_session_list_unanchored().
 *
 * Returns: whether anything changed; FALSE also where @place lies in no block
 */
gboolean
accord_session_edit_text (AccordSession *self, const AccordSelection *place, const char *text)
{
  AccordChange *change = NULL;
  AccordStateDecision *decision = NULL;
  AccordText *before = NULL;
  g_autofree char *words = NULL, *was = NULL, *name = NULL;
  guint i = 0;

  g_return_val_if_fail (ACCORD_IS_SESSION (self) && text != NULL, FALSE);

  if (!accord_session_is_place (self, place) || !find_readable (self, place->document, &i))
    return FALSE;
  words = clean (text);
  before = accord_version_get_text (accord_snapshot_get (self->now, i)->version);
  was = accord_text_dup_span (before, place->span);
  change = accord_change_new (self);
  if (g_str_equal (was, words) ||
      !accord_recipe_edit (accord_change_get_recipe (change, i), place->span, words))
    {
      accord_change_free (change);
      return FALSE;
    }
  accord_snapshot_map_decisions (change->next, accord_session_document_get_id (place->document),
                                 before, place->span, (guint32) strlen (words));
  decision = accord_change_new_decision (change, ACCORD_KIND_EDIT);
  accord_target_set (
    &decision->target, place->document,
    (AccordSpan){ place->span.start, place->span.start + (guint32) strlen (words) });
  accord_decision_set_string (decision, was);
  accord_change_put (change, decision);
  name = accord_session_dup_place_name (self, place);
  return accord_change_finish (change, g_strdup_printf (_ ("Correct the Text of %s"), name));
}
