/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counters belong to lists, not to their instances: two instances of one list count on
 * from each other unless the second says where to begin. */
#include "documents/accord-lists-private.h"

#include <string.h>

/* Numbers that no list reaches are those of hostile files. */
#define NUMBER_MAX 1000000u

struct _AccordList
{
  AccordListLevel levels[ACCORD_LIST_LEVELS]; /* their patterns are owned */
  guint counters[ACCORD_LIST_LEVELS];
  gboolean begun[ACCORD_LIST_LEVELS];
  guint forced[ACCORD_LIST_LEVELS]; /* what the next item is to be */
  gboolean is_forced[ACCORD_LIST_LEVELS];
};

typedef struct
{
  AccordList *list; /* borrowed */
  guint starts[ACCORD_LIST_LEVELS];
  gboolean has_start[ACCORD_LIST_LEVELS]; /* until it has begun there */
} Instance;

struct _AccordLists
{
  GHashTable *lists;     /* owned: name → AccordList */
  GHashTable *instances; /* owned: name → Instance */
  GString *marker;       /* owned: the last one */
};

static void
list_free (gpointer data)
{
  AccordList *list = data;

  for (guint i = 0; i < ACCORD_LIST_LEVELS; i++)
    g_free (list->levels[i].pattern);
  g_free (list);
}

/**
 * accord_lists_new:
 *
 * Returns: (transfer full): no lists
 */
AccordLists *
accord_lists_new (void)
{
  AccordLists *self = g_new0 (AccordLists, 1);

  self->lists = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, list_free);
  self->instances = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->marker = g_string_new (NULL);
  return self;
}

/**
 * accord_lists_free:
 * @self: (transfer full): lists
 */
void
accord_lists_free (AccordLists *self)
{
  g_hash_table_unref (self->instances);
  g_hash_table_unref (self->lists);
  g_string_free (self->marker, TRUE);
  g_free (self);
}

/**
 * accord_lists_add:
 * @self: lists
 * @name: that of a new one; one of the same name is forgotten only if nothing uses it, so that
 *   the first stays
 *
 * Returns: (transfer none): a list that counts in digits, or the one of that name
 */
AccordList *
accord_lists_add (AccordLists *self, const char *name)
{
  AccordList *list = accord_lists_get (self, name);

  if (list != NULL)
    return list;
  list = g_new0 (AccordList, 1);
  for (guint i = 0; i < ACCORD_LIST_LEVELS; i++)
    {
      list->levels[i].start = 1;
      list->levels[i].restart = -1;
    }
  g_hash_table_insert (self->lists, g_strdup (name), list);
  return list;
}

/**
 * accord_lists_get:
 * @self: lists
 * @name: of a list
 *
 * Returns: (transfer none) (nullable): the list
 */
AccordList *
accord_lists_get (AccordLists *self, const char *name)
{
  return name != NULL ? g_hash_table_lookup (self->lists, name) : NULL;
}

/**
 * accord_list_level:
 * @self: a list
 * @level: from 0; deeper ones are the deepest
 *
 * Returns: (transfer none): what is known about the level
 */
AccordListLevel *
accord_list_level (AccordList *self, guint level)
{
  return &self->levels[MIN (level, ACCORD_LIST_LEVELS - 1)];
}

/**
 * accord_list_set_pattern:
 * @self: a list
 * @level: from 0
 * @pattern: (nullable): what stands in front of an item
 */
void
accord_list_set_pattern (AccordList *self, guint level, const char *pattern)
{
  AccordListLevel *at = accord_list_level (self, level);

  g_free (at->pattern);
  at->pattern = g_strdup (pattern);
}

/**
 * accord_list_reset:
 * @self: a list
 * @level: from 0
 *
 * The level, and what is below it, begins anew.
 */
void
accord_list_reset (AccordList *self, guint level)
{
  for (guint i = MIN (level, ACCORD_LIST_LEVELS - 1); i < ACCORD_LIST_LEVELS; i++)
    self->begun[i] = FALSE;
}

/**
 * accord_list_restart:
 * @self: a list
 * @level: from 0
 * @start: the number of its next item
 *
 * As accord_list_reset(), but once with another number.
 */
void
accord_list_restart (AccordList *self, guint level, guint start)
{
  level = MIN (level, ACCORD_LIST_LEVELS - 1);
  accord_list_reset (self, level);
  self->forced[level] = MIN (start, NUMBER_MAX);
  self->is_forced[level] = TRUE;
}

/**
 * accord_lists_add_instance:
 * @self: lists
 * @name: what paragraphs name
 * @list: one of @self
 */
void
accord_lists_add_instance (AccordLists *self, const char *name, AccordList *list)
{
  Instance *instance = g_new0 (Instance, 1);

  instance->list = list;
  g_hash_table_insert (self->instances, g_strdup (name), instance);
}

/**
 * accord_lists_set_start:
 * @self: lists
 * @instance: name of an instance
 * @level: from 0
 * @start: with which number the instance begins on that level
 */
void
accord_lists_set_start (AccordLists *self, const char *instance, guint level, guint start)
{
  Instance *at = g_hash_table_lookup (self->instances, instance);

  if (at == NULL || level >= ACCORD_LIST_LEVELS)
    return;
  at->starts[level] = MIN (start, NUMBER_MAX);
  at->has_start[level] = TRUE;
}

/**
 * accord_lists_get_instance:
 * @self: lists
 * @name: (nullable): of an instance
 *
 * Returns: (transfer none) (nullable): its list
 */
AccordList *
accord_lists_get_instance (AccordLists *self, const char *name)
{
  Instance *instance = name != NULL ? g_hash_table_lookup (self->instances, name) : NULL;

  return instance != NULL ? instance->list : NULL;
}

static void
count (AccordList *list, guint level)
{
  if (list->is_forced[level])
    list->counters[level] = list->forced[level];
  else if (!list->begun[level])
    list->counters[level] = list->levels[level].start;
  else if (list->counters[level] < NUMBER_MAX)
    list->counters[level]++;
  list->begun[level] = TRUE;
  list->is_forced[level] = FALSE;
  for (guint i = level + 1; i < ACCORD_LIST_LEVELS; i++)
    if (list->levels[i].restart < 0 || (guint) list->levels[i].restart > level)
      list->begun[i] = FALSE;
}

static void
append_number (AccordLists *self, const AccordList *list, guint level, gboolean legal)
{
  const AccordListLevel *at = &list->levels[level];
  guint number = list->begun[level] ? list->counters[level] : at->start;

  accord_numeral_append (self->marker, legal ? ACCORD_NUMERAL_DECIMAL : at->numeral, number);
}

/* Signs of symbol fonts lie where Unicode has none. */
static void
append_bullet (AccordLists *self, const char *pattern)
{
  gunichar c = pattern != NULL && *pattern != '\0' ? g_utf8_get_char (pattern) : 0xF0B7;
  gboolean known = !(c >= 0xE000 && c <= 0xF8FF) && c != 0xB7 && g_unichar_isprint (c);

  if (c == 'o' && pattern[1] == '\0')
    g_string_append (self->marker, "◦");
  else
    g_string_append (self->marker, known ? pattern : ACCORD_BULLET);
}

/* Cut where a character begins. */
static const char *
finish_marker (AccordLists *self)
{
  g_strstrip (self->marker->str);
  g_string_truncate (self->marker, strlen (self->marker->str));
  if (self->marker->len > ACCORD_MARKER_MAX)
    {
      gsize end = ACCORD_MARKER_MAX;

      while (end > 0 && ((guchar) self->marker->str[end] & 0xC0) == 0x80)
        end--;
      g_string_truncate (self->marker, end);
    }
  return self->marker->len > 0 ? self->marker->str : NULL;
}

/**
 * accord_lists_count_list:
 * @self: lists
 * @list: one of them
 * @level: from 0
 *
 * Counts an item.
 *
 * Returns: (transfer none) (nullable): what stands in front of it, or NULL for nothing; valid until
 *   the next is counted
 */
const char *
accord_lists_count_list (AccordLists *self, AccordList *list, guint level)
{
  const AccordListLevel *at = NULL;

  level = MIN (level, ACCORD_LIST_LEVELS - 1);
  at = &list->levels[level];
  count (list, level);
  g_string_truncate (self->marker, 0);
  if (at->numeral == ACCORD_NUMERAL_BULLET)
    append_bullet (self, at->pattern);
  else if (at->pattern == NULL)
    append_number (self, list, level, at->legal);
  for (const char *p = at->numeral != ACCORD_NUMERAL_BULLET ? at->pattern : NULL;
       p != NULL && *p != '\0'; p++)
    if (*p == '%' && p[1] >= '1' && p[1] <= '9')
      append_number (self, list, (guint) (*++p - '1'), at->legal);
    else
      g_string_append_c (self->marker, *p);
  return finish_marker (self);
}

/**
 * accord_lists_count:
 * @self: lists
 * @instance: name of an instance
 * @level: from 0
 *
 * As accord_lists_count_list(), by the name of an instance, which may begin anew.
 *
 * Returns: (transfer none) (nullable): what stands in front of the item
 */
const char *
accord_lists_count (AccordLists *self, const char *instance, guint level)
{
  Instance *at = g_hash_table_lookup (self->instances, instance);

  level = MIN (level, ACCORD_LIST_LEVELS - 1);
  if (at == NULL)
    return NULL;
  if (at->has_start[level])
    {
      accord_list_restart (at->list, level, at->starts[level]);
      at->has_start[level] = FALSE;
    }
  return accord_lists_count_list (self, at->list, level);
}
