/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What lines say about themselves: furniture by its phrases, credits by their labels,
 * kinds of statements by their titles. */
#include <string.h>

#include "documents/accord-metadata-private.h"

static const struct
{
  const char *line;
  const char *reason;
} PHRASES[] = {
  { "Share", "share buttons" },
  { "SHARE THIS:", "share buttons" },
  { "12 Comments", "comments" },
  { "Related Articles", "related links" },
  { "À LIRE AUSSI", "related links" },
  { "a lire aussi", "related links" },
  { "Все права защищены", "copyright" },
  { "© 2025 Valley Assembly", "copyright" },
  { "［责编：林远舟］", "editor line" },
  { "扫一扫,分享到朋友圈", "share buttons" },
  { "اقرأ أيضاً", "related links" },
  { "إعلان", "advertisement" },
  /* Sentences that begin or go on like a button. */
  { "Share the benefits of technology with all.", NULL },
  { "More than a hundred towns have joined.", NULL },
  { "Loading ramps, doors and counters must be made so that every resident, whatever their age or "
    "condition, can use them without asking for help.",
    NULL },
  { "关注未成年人的权益", NULL },
  { "", NULL },
};

static const struct
{
  AccordField field;
  const char *line;
  const char *value;
} CREDITS[] = {
  { ACCORD_FIELD_ISSUER, "来源:海湾报2024-04-03 10:09", "海湾报" },
  { ACCORD_FIELD_ISSUER, "2024-04-03 来源：海湾报 作者：林远舟", "海湾报" },
  { ACCORD_FIELD_ISSUER, "来源：海湾报作者：林远舟", "海湾报" },
  { ACCORD_FIELD_ISSUER, "Source: Valley Courier", "Valley Courier" },
  { ACCORD_FIELD_ISSUER, "Adopted by the Valley Assembly, 3 April 2024", "Valley Assembly" },
  { ACCORD_FIELD_ISSUER, "Adopted by common accord", NULL },
  { ACCORD_FIELD_ISSUER, "المصدر: صحيفة السفح", "صحيفة السفح" },
  { ACCORD_FIELD_ISSUER, "The source of all this", NULL },
  { ACCORD_FIELD_AUTHOR, "来源：海湾报 作者：林远舟", "林远舟" },
  { ACCORD_FIELD_AUTHOR, "[ 责编:林远舟 ]", "林远舟" },
  { ACCORD_FIELD_AUTHOR, "By Ann Orchard | 3 April 2024", "Ann Orchard" },
  { ACCORD_FIELD_AUTHOR, "by and large", NULL },
  { ACCORD_FIELD_AUTHOR, "Auteur : Jeanne Pré", "Jeanne Pré" },
};

static const struct
{
  const char *title;
  const char *kind;
} KINDS[] = {
  { "Declaration on Drones", "declaration" },
  { "Global Initiative on Weather Data", "initiative" },
  { "全球气象数据治理倡议", "initiative" },
  { "山城公共服务自动化系统管理条例", "regulation" },
  { "无人机飞行法", "law" },
  { "测量的方法", NULL },
  { "Charte des villes fluviales", "charter" },
  { "Закон о дронах", "law" },
  { "إعلان المدن الساحلية", "declaration" },
  { "The Drone Act", "law" },
  { "Actors and activists meet", NULL },
  { "Guidelines for Rivers", "guidelines" },
};

static void
test_phrases (void)
{
  g_autoptr (AccordPatterns) patterns = accord_patterns_new ();

  for (guint i = 0; i < G_N_ELEMENTS (PHRASES); i++)
    {
      AccordFurniture furniture =
        accord_patterns_match (patterns, PHRASES[i].line, strlen (PHRASES[i].line), NULL);

      g_test_message ("%s", PHRASES[i].line);
      g_assert_cmpstr (accord_furniture_reason (furniture), ==, PHRASES[i].reason);
    }
}

static void
test_credits (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (CREDITS); i++)
    {
      const char *line = CREDITS[i].line;
      gsize start = 0, end = 0;
      gboolean found = accord_credit_find (CREDITS[i].field, line, strlen (line), &start, &end);
      g_autofree char *value = found ? g_strndup (line + start, end - start) : NULL;

      g_test_message ("%s", line);
      g_assert_cmpstr (value, ==, CREDITS[i].value);
    }
}

static void
test_kinds (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (KINDS); i++)
    {
      g_test_message ("%s", KINDS[i].title);
      g_assert_cmpstr (accord_kind_of_title (KINDS[i].title), ==, KINDS[i].kind);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/furniture/phrases", test_phrases);
  g_test_add_func ("/furniture/credits", test_credits);
  g_test_add_func ("/furniture/kinds", test_kinds);
  return g_test_run ();
}
