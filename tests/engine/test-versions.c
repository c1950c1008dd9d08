/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drafts of one text: what stayed, moved, was reworded, added and dropped, and what that
 * does to the stance. */
#include "engine/accord-versions.h"

#include <string.h>

#include "fixture.h"

static const char OLDER[] = "en|Systems should protect privacy in every office of the region.\n"
                            "Members meet once a year in the capital to compare experience.\n"
                            "Human dignity must be respected by everyone who works here.\n"
                            "The training fund is kept open for reviewers from small towns.";

static const char NEWER[] = "en|Human dignity must be respected by everyone who works here.\n"
                            "Systems must protect privacy in every office of the region.\n"
                            "Members meet once a year in the capital to compare experience.\n"
                            "Water used by machines is measured and published.";

static char *
dup_changes (const char *older, const char *newer, gboolean *drafts)
{
  static const char *const KINDS[] = { "same", "reworded", "added", "dropped" };
  static const char *const EFFECTS[] = { "", " stronger", " weaker", " opposed" };
  const char *sources[] = { older, newer };
  AccordCompareOptions options = { .threshold = ACCORD_THRESHOLD_DEFAULT };
  g_autoptr (AccordComparison) comparison = fixture_compare (sources, 2, &options);
  g_autoptr (AccordVersions) versions = accord_versions_new (comparison, 0, 1);
  GString *line = g_string_new (NULL);
  guint n = 0;
  const AccordVersionChange *changes = accord_versions_get_changes (versions, &n);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (line, "%s%d>%d %s%s%s", i > 0 ? ", " : "", (int) changes[i].older,
                            (int) changes[i].newer, KINDS[changes[i].kind],
                            changes[i].moved ? " moved" : "", EFFECTS[changes[i].effect]);
  *drafts = accord_versions_are_drafts (versions);
  g_assert_true (accord_versions_get_comparison (versions) == comparison);
  g_assert_cmpuint (accord_versions_get_older (versions), ==, 0);
  g_assert_cmpuint (accord_versions_get_newer (versions), ==, 1);
  return g_string_free (line, FALSE);
}

static void
test_drafts (void)
{
  gboolean drafts = FALSE;
  g_autofree char *changes = dup_changes (OLDER, NEWER, &drafts);

  g_assert_cmpstr (changes, ==,
                   "2>0 same moved, 0>1 reworded stronger, 1>2 same, -1>3 added, 3>-1 dropped");
  g_assert_true (drafts);
}

static void
test_way_back (void)
{
  gboolean drafts = FALSE;
  g_autofree char *changes = dup_changes (NEWER, OLDER, &drafts);

  g_assert_nonnull (strstr (changes, "1>0 reworded weaker"));
  g_assert_true (drafts);
}

static void
test_strangers (void)
{
  gboolean drafts = TRUE;
  g_autofree char *changes =
    dup_changes (OLDER, "en|Nothing of this is said here.\nNor is it said there.", &drafts);

  g_assert_false (drafts);
  g_assert_nonnull (strstr (changes, "-1>0 added"));
}

static void
test_same (void)
{
  gboolean drafts = FALSE;
  g_autofree char *changes = dup_changes (OLDER, OLDER, &drafts);

  g_assert_cmpstr (changes, ==, "0>0 same, 1>1 same, 2>2 same, 3>3 same");
  g_assert_true (drafts);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/versions/drafts", test_drafts);
  g_test_add_func ("/versions/way-back", test_way_back);
  g_test_add_func ("/versions/strangers", test_strangers);
  g_test_add_func ("/versions/same", test_same);
  return g_test_run ();
}
