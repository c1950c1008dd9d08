/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Corpora: tables with a document a row, as CSV, JSON and JSON Lines. */
#include <string.h>

#include "documents/accord-loader-error.h"
#include "documents/accord-source.h"

static AccordSource *
read_bytes (const char *name, const char *text, GError **error)
{
  AccordReadRequest request = { .name = name, .mode = ACCORD_READ_STATEMENT };

  return accord_read (&request, (const guint8 *) text, strlen (text), error);
}

/* "title/issuer/date/language/text" of each document, parted by newlines. */
static char *
describe (const AccordSource *source)
{
  static const AccordField FIELDS[] = { ACCORD_FIELD_TITLE, ACCORD_FIELD_ISSUER, ACCORD_FIELD_DATE,
                                        ACCORD_FIELD_LANGUAGE };
  GString *out = g_string_new (NULL);

  for (guint i = 0; source->parts != NULL && i < source->parts->len; i++)
    {
      const AccordSource *part = g_ptr_array_index (source->parts, i);

      for (guint k = 0; k < G_N_ELEMENTS (FIELDS); k++)
        g_string_append_printf (out, "%s/",
                                part->fields[FIELDS[k]] != NULL ? part->fields[FIELDS[k]] : "");
      g_string_append_printf (out, "%s\n", part->text->str);
    }
  return g_string_free (out, FALSE);
}

typedef struct
{
  const char *fact;
  const char *name;
  const char *text;
  const char *media_type;
  const char *expected;
} Case;

static const Case CASES[] = {
  { "columns are told by their names", "a.csv",
    "id,Title,Source,Date,Text,note\n"
    "1,On rules,City Council,3 April 2024,Rules must be open to all residents.,x\n"
    "2,On data,Ministry,2023,Data must be kept safe by those who collect them.,y\n",
    "text/csv",
    "On rules/City Council/2024-04-03/en/Rules must be open to all residents.\n"
    "On data/Ministry/2023/en/Data must be kept safe by those who collect them.\n" },
  { "a field may hold separators, quotation marks and lines", "a.csv",
    "title,text\r\nA,\"He said \"\"no, never\"\", and left.\r\nSo it ended.\"\r\n", "text/csv",
    "A///en/He said \"no, never\", and left.\nSo it ended.\n" },
  { "semicolons and tabs part fields too, whatever the name of the file", "a.txt",
    "Titre;Texte\nRègles;Les règles doivent être ouvertes à tous.\n", "text/csv",
    "Règles///fr/Les règles doivent être ouvertes à tous.\n" },
  { "Chinese names of columns", "a.tsv",
    "标题\t来源\t日期\t正文\n治理\t新华社\t2024年4月3日\t治理应当公开，人人可以参与。\n",
    "text/csv", "治理/新华社/2024-04-03/zh-Hans/治理应当公开，人人可以参与。\n" },
  { "a row without text is passed over", "a.csv",
    "title,text\nA,\nB,The rules must be open to everybody.\n", "text/csv",
    "B///en/The rules must be open to everybody.\n" },
  { "an array of objects", "a.json",
    "[{\"title\": \"A\", \"year\": 2021, \"text\": \"The rules must be open to everybody.\"},"
    " {\"title\": \"B\", \"language\": \"fr\", \"text\": \"<p>Les règles doivent être "
    "ouvertes.</p>\"}]",
    "application/json",
    "A//2021/en/The rules must be open to everybody.\n"
    "B///fr/Les règles doivent être ouvertes.\n" },
  { "an array within an object", "a.json",
    "{\"count\": 1, \"documents\": [{\"body\": \"The rules must be open to everybody.\"}]}",
    "application/json", "///en/The rules must be open to everybody.\n" },
  { "an object a line", "a.jsonl",
    "{\"title\": \"A\", \"text\": \"The rules must be open to everybody.\"}\n\n"
    "{\"title\": \"B\", \"text\": \"The data must be kept safe by all.\"}\n",
    "application/jsonl",
    "A///en/The rules must be open to everybody.\nB///en/The data must be kept safe by all.\n" },
  { "prose that begins like a heading is no table", "a.txt",
    "Text, body, and content are words of editors.\nThey mean different things.\n", "text/plain",
    "" },
  { "other JSON is a text", "a.json", "{\"a\": [1, 2, 3]}", "text/plain", "" },
};

static void
test_case (gconstpointer data)
{
  const Case *one = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordSource) source = read_bytes (one->name, one->text, &error);
  g_autofree char *found = NULL;

  g_assert_no_error (error);
  found = describe (source);
  g_assert_cmpstr (found, ==, one->expected);
  g_assert_cmpstr (source->fields[ACCORD_FIELD_MEDIA_TYPE], ==, one->media_type);
  for (guint i = 0; source->parts != NULL && i < source->parts->len; i++)
    {
      const AccordSource *part = g_ptr_array_index (source->parts, i);

      g_assert_cmpstr (part->fields[ACCORD_FIELD_SHA256], ==, source->fields[ACCORD_FIELD_SHA256]);
      g_assert_cmpstr (part->fields[ACCORD_FIELD_ENCODING], ==, "UTF-8");
    }
}

static void
test_faults_name_the_line (void)
{
  static const char *const TABLE[][3] = {
    { "a.csv", "title,text\nA,b\nC\n", "line 4" },
    { "a.csv", "title,text\nA,\"b\n", "line 4" },
    { "a.jsonl", "{\"text\": \"a\"}\n{\"text\": }\n", "line 2" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (TABLE); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_bytes (TABLE[i][0], TABLE[i][1], &error));
      g_assert_error (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_MALFORMED);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, "line "));
    }
}

static void
test_too_many_rows (void)
{
  g_autoptr (GString) text = g_string_new ("title,text\n");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i <= ACCORD_PARTS_MAX; i++)
    g_string_append (text, "a,b\n");
  g_assert_null (read_bytes ("a.csv", text->str, &error));
  g_assert_error (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_TOO_LARGE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree char *path = g_strconcat ("/corpus/", CASES[i].fact, NULL);

      g_test_add_data_func (path, &CASES[i], test_case);
    }
  g_test_add_func ("/corpus/faults-name-the-line", test_faults_name_the_line);
  g_test_add_func ("/corpus/too-many-rows", test_too_many_rows);
  return g_test_run ();
}
