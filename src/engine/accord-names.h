/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The names that files and the command line use for the engine's enumerations,
 * in one place, with the way back. They are never translated. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AccordRole:
 *
 * What a block is in its source.
 */
typedef enum
{
  ACCORD_ROLE_TITLE,
  ACCORD_ROLE_SUBTITLE,
  ACCORD_ROLE_BYLINE,
  ACCORD_ROLE_DATE,
  ACCORD_ROLE_HEADING,
  ACCORD_ROLE_PARAGRAPH,
  ACCORD_ROLE_ITEM,
  ACCORD_ROLE_QUOTE,
  ACCORD_ROLE_CELL,
  ACCORD_ROLE_NOTE,
  ACCORD_ROLE_FURNITURE,
  ACCORD_ROLE_HEADER,
  ACCORD_ROLE_FOOTER,
  ACCORD_N_ROLES
} AccordRole;

/**
 * AccordStance:
 *
 * What a passage does with a principle. The order is the one in which they are listed.
 */
typedef enum
{
  ACCORD_STANCE_OBLIGE,
  ACCORD_STANCE_PROHIBIT,
  ACCORD_STANCE_COMMIT,
  ACCORD_STANCE_RECOMMEND,
  ACCORD_STANCE_ADVOCATE,
  ACCORD_STANCE_NOTE,
  ACCORD_STANCE_OPPOSE,
  ACCORD_N_STANCES
} AccordStance;

/**
 * AccordActor:
 *
 * Who is to do what a passage says.
 */
typedef enum
{
  ACCORD_ACTOR_NONE,
  ACCORD_ACTOR_STATE,
  ACCORD_ACTOR_ORGANISATION,
  ACCORD_ACTOR_COMPANY,
  ACCORD_ACTOR_PEOPLE,
  ACCORD_ACTOR_ALL,
  ACCORD_N_ACTORS
} AccordActor;

typedef enum
{
  ACCORD_LINK_SAME,
  ACCORD_LINK_REWORDED,
  ACCORD_LINK_TRANSLATION,
  ACCORD_LINK_RELATED,
  ACCORD_N_LINK_KINDS
} AccordLinkKind;

typedef enum
{
  ACCORD_REASON_TERM,
  ACCORD_REASON_CONCEPT,
  ACCORD_REASON_NAME,
  ACCORD_REASON_NUMBER,
  ACCORD_REASON_WORDING,
  ACCORD_REASON_PRINCIPLE,
  ACCORD_REASON_LENGTH,
  ACCORD_N_REASON_KINDS
} AccordReasonKind;

/**
 * AccordStatus:
 *
 * Whose finding it is: the machine's, the machine's and confirmed by a person,
 * the machine's and rejected by a person, or a person's own.
 */
typedef enum
{
  ACCORD_STATUS_MACHINE,
  ACCORD_STATUS_CONFIRMED,
  ACCORD_STATUS_REJECTED,
  ACCORD_STATUS_ANALYST,
  ACCORD_N_STATUSES
} AccordStatus;

/**
 * AccordVerdict:
 *
 * How the stances of the two ends of a link on their common principles compare:
 * no common principle; same polarity and strengths less than 200 apart; strengths
 * at least 200 apart; polarities differ.
 */
typedef enum
{
  ACCORD_VERDICT_NONE,
  ACCORD_VERDICT_AGREE,
  ACCORD_VERDICT_WEAKER,
  ACCORD_VERDICT_OPPOSED,
  ACCORD_N_VERDICTS
} AccordVerdict;

/**
 * AccordCoverageClass:
 *
 * Of a theme or principle over the shown documents. With one document only
 * PRESENT or SILENT.
 */
typedef enum
{
  ACCORD_COVERAGE_SILENT,
  ACCORD_COVERAGE_UNIQUE,
  ACCORD_COVERAGE_SOME,
  ACCORD_COVERAGE_ALL,
  ACCORD_COVERAGE_PRESENT,
  ACCORD_N_COVERAGES
} AccordCoverageClass;

const char *accord_role_name (AccordRole role);
const char *accord_stance_name (AccordStance stance);
const char *accord_actor_name (AccordActor actor);
const char *accord_link_kind_name (AccordLinkKind kind);
const char *accord_reason_kind_name (AccordReasonKind kind);
const char *accord_status_name (AccordStatus status);
const char *accord_verdict_name (AccordVerdict verdict);
const char *accord_coverage_name (AccordCoverageClass coverage);

gboolean accord_role_from_name (const char *name, AccordRole *role);
gboolean accord_stance_from_name (const char *name, AccordStance *stance);
gboolean accord_actor_from_name (const char *name, AccordActor *actor);

gint accord_stance_strength (AccordStance stance);
gint accord_stance_polarity (AccordStance stance);

G_END_DECLS
