/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of the enumerations: one table each, indexed by the value. */
#include "engine/accord-names.h"

static const char *const ROLES[ACCORD_N_ROLES] = {
  "title", "subtitle", "byline", "date",      "heading", "paragraph", "item",
  "quote", "cell",     "note",   "furniture", "header",  "footer",
};
static const char *const STANCES[ACCORD_N_STANCES] = {
  "oblige", "prohibit", "commit", "recommend", "advocate", "note", "oppose",
};
static const char *const ACTORS[ACCORD_N_ACTORS] = {
  "none", "state", "organisation", "company", "people", "all",
};
static const char *const LINK_KINDS[ACCORD_N_LINK_KINDS] = { "same", "reworded", "translation",
                                                             "related" };
static const char *const REASON_KINDS[ACCORD_N_REASON_KINDS] = {
  "term", "concept", "name", "number", "wording", "principle", "length",
};
static const char *const STATUSES[ACCORD_N_STATUSES] = { "machine", "confirmed", "rejected",
                                                         "analyst" };
static const char *const VERDICTS[ACCORD_N_VERDICTS] = { "none", "agree", "weaker", "opposed" };
static const char *const COVERAGES[ACCORD_N_COVERAGES] = { "silent", "unique", "some", "all",
                                                           "present" };

static const gint STRENGTHS[ACCORD_N_STANCES] = { 1000, 1000, 800, 600, 400, 200, 400 };

static const char *
name_of (const char *const *names, guint n, guint value)
{
  return value < n ? names[value] : NULL;
}

static gboolean
value_of (const char *const *names, guint n, const char *name, guint *value)
{
  for (guint i = 0; name != NULL && i < n; i++)
    if (g_str_equal (names[i], name))
      {
        *value = i;
        return TRUE;
      }
  return FALSE;
}

const char *
accord_role_name (AccordRole role)
{
  return name_of (ROLES, ACCORD_N_ROLES, role);
}

const char *
accord_stance_name (AccordStance stance)
{
  return name_of (STANCES, ACCORD_N_STANCES, stance);
}

const char *
accord_actor_name (AccordActor actor)
{
  return name_of (ACTORS, ACCORD_N_ACTORS, actor);
}

const char *
accord_link_kind_name (AccordLinkKind kind)
{
  return name_of (LINK_KINDS, ACCORD_N_LINK_KINDS, kind);
}

const char *
accord_reason_kind_name (AccordReasonKind kind)
{
  return name_of (REASON_KINDS, ACCORD_N_REASON_KINDS, kind);
}

const char *
accord_status_name (AccordStatus status)
{
  return name_of (STATUSES, ACCORD_N_STATUSES, status);
}

const char *
accord_verdict_name (AccordVerdict verdict)
{
  return name_of (VERDICTS, ACCORD_N_VERDICTS, verdict);
}

const char *
accord_coverage_name (AccordCoverageClass coverage)
{
  return name_of (COVERAGES, ACCORD_N_COVERAGES, coverage);
}

/**
 * accord_role_from_name:
 * @name: (nullable): a name as files have it
 * @role: (out): the role
 *
 * Returns: whether @name is the name of a role; @role is set only then
 */
gboolean
accord_role_from_name (const char *name, AccordRole *role)
{
  guint value = 0;

  if (!value_of (ROLES, ACCORD_N_ROLES, name, &value))
    return FALSE;
  *role = value;
  return TRUE;
}

/**
 * accord_stance_from_name:
 * @name: (nullable): a name as files have it
 * @stance: (out): the stance
 *
 * Returns: whether @name is the name of a stance; @stance is set only then
 */
gboolean
accord_stance_from_name (const char *name, AccordStance *stance)
{
  guint value = 0;

  if (!value_of (STANCES, ACCORD_N_STANCES, name, &value))
    return FALSE;
  *stance = value;
  return TRUE;
}

/**
 * accord_actor_from_name:
 * @name: (nullable): a name as files have it
 * @actor: (out): the kind of actor
 *
 * Returns: whether @name is the name of one; @actor is set only then
 */
gboolean
accord_actor_from_name (const char *name, AccordActor *actor)
{
  guint value = 0;

  if (!value_of (ACTORS, ACCORD_N_ACTORS, name, &value))
    return FALSE;
  *actor = value;
  return TRUE;
}

/**
 * accord_stance_strength:
 * @stance: a stance
 *
 * Returns: how firmly it binds, in thousandths, 200 to 1000
 */
gint
accord_stance_strength (AccordStance stance)
{
  g_return_val_if_fail (stance < ACCORD_N_STANCES, 0);

  return STRENGTHS[stance];
}

/**
 * accord_stance_polarity:
 * @stance: a stance
 *
 * Returns: -1 for prohibit and oppose, else 1
 */
gint
accord_stance_polarity (AccordStance stance)
{
  return stance == ACCORD_STANCE_PROHIBIT || stance == ACCORD_STANCE_OPPOSE ? -1 : 1;
}
