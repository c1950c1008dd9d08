/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The codebook and the threshold: to change one is a step, and compares anew. */
#include "session/accord-session-settings.h"

#include <glib/gi18n-lib.h>

#include "documents/accord-codebook-file.h"
#include "session/accord-change-private.h"
#include "session/accord-session-labels-private.h"

static void
put_codebook (AccordChange *change, AccordCodebook *codebook)
{
  AccordStateDecision *decision = accord_change_new_decision (change, ACCORD_KIND_CODEBOOK);
  g_autofree char *sha256 = accord_codebook_dup_sha256 (codebook);
  g_autoptr (JsonObject) value = json_object_new ();

  json_object_set_string_member (value, "id", accord_codebook_get_id (codebook));
  json_object_set_string_member (value, "sha256", sha256);
  accord_decision_take_value (decision, json_node_init_object (json_node_alloc (), value));
  accord_change_put (change, decision);
}

/**
 * accord_session_set_codebook:
 * @self: a session
 * @codebook: what the documents shall be coded with
 * @name: (nullable): of the step, translated, such as "Add a Term to Privacy"
 *
 * Codes and compares all documents anew, in one step. Decisions name principles by their ids: those
 * about one that @codebook lacks stay, and count again when it is back. Until the new findings are
 * there, accord_session_get_codebook() is the former one.
 *
 * Returns: whether anything changed
 */
gboolean
accord_session_set_codebook (AccordSession *self, AccordCodebook *codebook, const char *name)
{
  AccordChange *change = NULL;

  g_return_val_if_fail (ACCORD_IS_SESSION (self) && codebook != NULL, FALSE);

  if (codebook == self->now->codebook)
    return FALSE;
  change = accord_change_new (self);
  accord_codebook_unref (change->next->codebook);
  change->next->codebook = accord_codebook_ref (codebook);
  put_codebook (change, codebook);
  return accord_change_finish (
    change, name != NULL
              ? g_strdup (name)
              : g_strdup_printf (_ ("Use the Codebook “%s”"),
                                 accord_codebook_get_name (codebook, accord_label_language ())));
}

/**
 * accord_session_get_threshold:
 * @self: a session
 *
 * Returns: the least score of a link, 0 to 1000
 */
gint
accord_session_get_threshold (AccordSession *self)
{
  return self->now->threshold;
}

/**
 * accord_session_set_threshold:
 * @self: a session
 * @threshold: the least score of a link, 0 to 1000
 *
 * Compares anew. Several changes in quick succession are one step.
 */
void
accord_session_set_threshold (AccordSession *self, gint threshold)
{
  AccordChange *change = NULL;
  AccordStateDecision *decision = NULL;
  g_autoptr (JsonObject) value = NULL;

  g_return_if_fail (ACCORD_IS_SESSION (self) && threshold >= 0 && threshold <= 1000);

  if (threshold == self->now->threshold)
    return;
  value = json_object_new ();
  json_object_set_string_member (value, "name", "threshold");
  json_object_set_int_member (value, "value", threshold);
  change = accord_change_new (self);
  change->next->threshold = threshold;
  change->is_threshold = TRUE;
  decision = accord_change_new_decision (change, ACCORD_KIND_SETTING);
  accord_decision_take_value (decision, json_node_init_object (json_node_alloc (), value));
  accord_change_put (change, decision);
  accord_change_finish (change, g_strdup_printf (_ ("Set the Threshold to %d"), threshold));
}
