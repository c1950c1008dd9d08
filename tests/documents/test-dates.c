/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates: one line a form, what is found and what is left of the line. */
#include <string.h>

#include "documents/accord-dates-private.h"

static const struct
{
  const char *line;
  const char *iso;
  const char *found;
} CASES[] = {
  { "2024-04-03", "2024-04-03", "2024-04-03" },
  { "来源:海湾报2024-04-03 10:09", "2024-04-03", "2024-04-03" },
  { "2024/4/3", "2024-04-03", "2024/4/3" },
  { "2024.04.03", "2024-04-03", "2024.04.03" },
  { "2024-04", "2024-04", "2024-04" },
  { "2024年4月3日发布", "2024-04-03", "2024年4月3日" },
  { "2024年4月,", "2024-04", "2024年4月" },
  { "二〇二四年十二月二十一日", "2024-12-21", "二〇二四年十二月二十一日" },
  { "Adopted on 3 April 2024.", "2024-04-03", "3 April 2024" },
  { "the 3rd of April, 2024", "2024-04-03", "3rd of April, 2024" },
  { "Apr. 3, 2024", "2024-04-03", "Apr. 3, 2024" },
  { "in April 2024", "2024-04", "April 2024" },
  { "Port-Serein, le 1er avril 2025", "2025-04-01", "1er avril 2025" },
  { "le 14 février 2025", "2025-02-14", "14 février 2025" },
  { "el 3 de abril de 2024", "2024-04-03", "3 de abril de 2024" },
  { "3 мая 2024 г.", "2024-05-03", "3 мая 2024" },
  { "2 يوليو 2025", "2025-07-02", "2 يوليو 2025" },
  { "3 أكتوبر/تشرين الأول 2024", "2024-10-03", "3 أكتوبر/تشرين الأول 2024" },
  { "٣ أبريل ٢٠٢٤", "2024-04-03", "٣ أبريل ٢٠٢٤" },
  { "03.04.2024", "2024-04-03", "03.04.2024" },
  { "13/04/2024", "2024-04-13", "13/04/2024" },
  { "04/13/2024", "2024-04-13", "04/13/2024" },
  /* March or April? Only the year is certain. */
  { "03/04/2024", "2024", "03/04/2024" },
  { "31 February 2024", "2024-02", "31 February 2024" },
  { "12 people in March 2024", "2024-03", "March 2024" },
  { "In 2024 the council met 12 times", NULL, NULL },
  { "1,234 of 5,678", NULL, NULL },
  { "", NULL, NULL },
};

static void
test_case (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  gsize start = 0, end = 0;
  g_autofree char *iso = accord_date_find (CASES[i].line, strlen (CASES[i].line), &start, &end);
  g_autofree char *found = NULL;

  g_assert_cmpstr (iso, ==, CASES[i].iso);
  found = iso != NULL ? g_strndup (CASES[i].line + start, end - start) : NULL;
  g_assert_cmpstr (found, ==, CASES[i].found);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree char *name = g_strdup_printf ("/dates/%02u", i);

      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_case);
    }
  return g_test_run ();
}
