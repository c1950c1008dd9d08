/* SPDX-License-Identifier: GPL-3.0-or-later */
/* PDF files: those that make-pdfs.py laid out are read back block by block, in order,
 * through the helper process; small ones are written here. */
#include <string.h>

#include "documents/accord-loader.h"
#include "documents/accord-loader-private.h"
#include "documents/accord-protection.h"
#include "engine/accord-names.h"

static char *
corpus_path (const char *name, const char *suffix)
{
  g_autofree char *file = g_strconcat (name, suffix, NULL);

  return g_test_build_filename (G_TEST_DIST, "tests", "corpora", "pdf", file, NULL);
}

static AccordDocument *
load_file (const char *path, const char *password, GError **error)
{
  g_autoptr (AccordLoader) loader = accord_loader_new ();
  g_autoptr (GFile) file = g_file_new_for_path (path);
  AccordReadRequest request = { .mode = ACCORD_READ_STATEMENT, .password = password };

  return accord_loader_load_file (loader, file, &request, NULL, error);
}

static AccordDocument *
load_string (const char *pdf, GError **error)
{
  g_autoptr (AccordLoader) loader = accord_loader_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (pdf, strlen (pdf));
  AccordReadRequest request = { .name = "a.pdf", .mode = ACCORD_READ_STATEMENT };

  return accord_loader_load_bytes (loader, bytes, &request, NULL, error);
}

static char *
dup_block (AccordDocument *document, const AccordBlock *block)
{
  const char *text = accord_document_get_data (document) + block->span.start;
  g_autofree char *words = g_strndup (text, accord_span_length (block->span));

  return g_strdup_printf ("%s\t%s", accord_role_name (block->role), words);
}

static void
test_blocks_come_back (gconstpointer data)
{
  g_autofree char *path = corpus_path (data, ".pdf");
  g_autofree char *text_path = corpus_path (data, ".txt");
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordDocument) document = load_file (path, NULL, &error);
  guint n = 0, at = 0;
  const AccordBlock *blocks = NULL;

  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (text_path, &text, NULL, &error));
  lines = g_strsplit (g_strchomp (text), "\n", -1);
  blocks = accord_document_get_blocks (document, &n);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *block = dup_block (document, &blocks[i]);

      g_assert_cmpuint (blocks[i].page, >, 0);
      if (blocks[i].kept)
        g_assert_cmpstr (block, ==, lines[at++]);
      else
        g_assert_true (blocks[i].role == ACCORD_ROLE_HEADER ||
                       blocks[i].role == ACCORD_ROLE_FOOTER);
    }
  g_assert_null (lines[at]);
}

static void
test_password (void)
{
  g_autofree char *path = corpus_path ("locked", ".pdf");
  g_autoptr (GError) error = NULL, wrong = NULL, none = NULL;
  g_autoptr (AccordDocument) document = load_file (path, "clé", &error);

  g_assert_no_error (error);
  g_assert_nonnull (document);
  g_assert_null (load_file (path, NULL, &none));
  g_assert_error (none, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_ENCRYPTED);
  g_assert_null (load_file (path, "clef", &wrong));
  g_assert_error (wrong, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_ENCRYPTED);
  g_assert_cmpstr (none->message, !=, wrong->message);
}

/* A page of one stream in Helvetica. */
#define PAGE(extra, stream)                                                                        \
  "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"                                         \
  "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"                                             \
  "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 600]/Contents 4 0 R" extra                    \
  "/Resources<</Font<</F 5 0 R>>>>>>endobj\n"                                                      \
  "4 0 obj<</Length 9999>>stream\n" stream "\nendstream endobj\n"                                  \
  "5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>endobj\n"        \
  "trailer<</Root 1 0 R>>\n"

/* What a small page is read as: its kept blocks, parted by "|". */
static void
assert_read (const char *pdf, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordDocument) document = load_string (pdf, &error);
  g_autoptr (GString) found = g_string_new (NULL);
  guint n = 0;
  const AccordBlock *blocks = NULL;

  g_assert_no_error (error);
  blocks = accord_document_get_blocks (document, &n);
  for (guint i = 0; i < n; i++)
    {
      if (!blocks[i].kept)
        continue;
      g_string_append (found, found->len > 0 ? "|" : "");
      g_string_append_len (found, accord_document_get_data (document) + blocks[i].span.start,
                           accord_span_length (blocks[i].span));
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_small_pages (void)
{
  static const char *const TABLE[][2] = {
    /* A page that lies. */
    { PAGE ("/Rotate 90", "BT /F 12 Tf 0 1 -1 0 100 50 Tm (Openness comes first,) Tj "
                          "0 -14 Td (and reasons follow.) Tj ET"),
      "Openness comes first, and reasons follow." },
    /* Text that is turned on a page that stands. */
    { PAGE ("", "BT /F 12 Tf 0 1 -1 0 100 50 Tm (Openness comes first,) Tj "
                "0 -14 Td (and reasons follow.) Tj ET"),
      "Openness comes first, and reasons follow." },
    /* Upside down. */
    { PAGE ("", "BT /F 12 Tf -1 0 0 -1 300 400 Tm (Openness comes first,) Tj "
                "0 -14 Td (and reasons follow.) Tj ET"),
      "Openness comes first, and reasons follow." },
    /* A ligature of the font, and a sign that refers to a note. */
    { PAGE ("", "BT /F 12 Tf 50 500 Td (Offices answer.) Tj /F 7 Tf 5 Ts (3) Tj 0 Ts "
                "/F 12 Tf ( They file 10) Tj /F 7 Tf 5 Ts (2) Tj 0 Ts /F 12 Tf ( reports.) Tj ET"),
      "Offices answer. They file 102 reports." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (TABLE); i++)
    assert_read (TABLE[i][0], TABLE[i][1]);
}

/* Chinese in a font that is not in the file: poppler's character maps tell what it is. */
static void
test_character_maps (void)
{
  static const char PDF[] =
    "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 600]/Contents 4 0 R"
    "/Resources<</Font<</F 5 0 R>>>>>>endobj\n"
    "4 0 obj<</Length 60>>stream\nBT /F 12 Tf 50 500 Td <6CBB74065E945F53516C5F003002> Tj ET\n"
    "endstream endobj\n"
    "5 0 obj<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H"
    "/DescendantFonts[6 0 R]>>endobj\n"
    "6 0 obj<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000"
    "/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>>>endobj\n"
    "trailer<</Root 1 0 R>>\n";
  g_autofree char *protection = accord_protection_dup_summary ();

  if (strstr (protection, "no Landlock") != NULL)
    {
      g_test_skip ("character maps cannot be reached without Landlock");
      return;
    }
  assert_read (PDF, "治理应当公开。");
}

static void
assert_fails (const char *pdf, AccordLoaderError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordDocument) document = load_string (pdf, &error);

  g_assert_null (document);
  g_assert_error (error, ACCORD_LOADER_ERROR, (int) code);
}

static void
test_no_text_layer (void)
{
  assert_fails (PAGE ("", "0 0 200 200 re f"), ACCORD_LOADER_ERROR_EMPTY);
}

/* Pages that are their own ancestors, and nothing behind the first line. */
static void
test_damaged (void)
{
  static const char *const CYCLES[] = {
    "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    "2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>endobj\ntrailer<</Root 1 0 R>>\n",
    "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    "3 0 obj<</Type/Pages/Parent 2 0 R/Kids[2 0 R]/Count 1>>endobj\ntrailer<</Root 1 0 R>>\n",
    "%PDF-1.4\n1 0 obj 1 0 R endobj\ntrailer<</Root 1 0 R>>\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (CYCLES); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AccordDocument) document = load_string (CYCLES[i], &error);

      g_assert_null (document);
      g_assert_true (error->code == ACCORD_LOADER_ERROR_MALFORMED ||
                     error->code == ACCORD_LOADER_ERROR_EMPTY);
    }
  assert_fails ("%PDF-1.4\n", ACCORD_LOADER_ERROR_MALFORMED);
}

/* Whatever is damaged, the answer is a document or one sentence, never the end of the reader. */
static void
test_flipped_and_cut (void)
{
  g_autofree char *path = corpus_path ("en-two", ".pdf");
  g_autofree char *data = NULL;
  g_autoptr (AccordLoader) loader = accord_loader_new ();
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  AccordReadRequest request = { .name = "a.pdf", .mode = ACCORD_READ_STATEMENT };
  gsize length = 0;

  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *copy = g_memdup2 (data, length);
      gsize n = i % 3 == 0 ? (gsize) g_rand_int_range (random, 1, (gint) length) : length;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (AccordDocument) document = NULL;

      for (guint k = 0; k < (i % 3) * 20; k++)
        copy[g_rand_int_range (random, 0, (gint) length)] ^=
          (char) (1 << g_rand_int_range (random, 0, 8));
      bytes = g_bytes_new (copy, n);
      document = accord_loader_load_bytes (loader, bytes, &request, NULL, &error);
      g_assert_true ((document != NULL) != (error != NULL));
      if (error != NULL)
        g_assert_cmpint (error->code, !=, ACCORD_LOADER_ERROR_STOPPED);
    }
}

int
main (int argc, char **argv)
{
  static const char *const NAMES[] = { "en-one", "en-two", "fr-one", "fr-two", "es-one", "es-two",
                                       "ru-one", "ru-two", "zh-one", "zh-two", "ar-one", "ar-two" };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (NAMES); i++)
    {
      g_autofree char *path = g_strconcat ("/pdf/", NAMES[i], NULL);

      g_test_add_data_func (path, NAMES[i], test_blocks_come_back);
    }
  g_test_add_func ("/pdf/password", test_password);
  g_test_add_func ("/pdf/small-pages", test_small_pages);
  g_test_add_func ("/pdf/character-maps", test_character_maps);
  g_test_add_func ("/pdf/no-text-layer", test_no_text_layer);
  g_test_add_func ("/pdf/damaged", test_damaged);
  g_test_add_func ("/pdf/flipped-and-cut", test_flipped_and_cut);
  return g_test_run ();
}
