/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What holds others: archives, compressed files, saved pages, mail; Markdown; and files of
 * foreign programs, of which a sentence says what to save them as. */
#include <gio/gio.h>
#include <time.h>

#include "documents/office.h"

#define LEAD "We shall see what this is about, in short."

static GBytes *
make_gzip (const char *data, gsize length)
{
  g_autoptr (GConverter) converter =
    G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9));
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) stream = g_converter_output_stream_new (memory, converter);

  g_assert_true (g_output_stream_write_all (stream, data, length, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

static char *
read_shown (GBytes *bytes, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordSource) source = read_bytes (bytes, name, &error);

  return source != NULL ? show (source) : g_strdup (error->message);
}

static void
check_text (const char *text, const char *name, const char *expected)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autofree char *shown = read_shown (bytes, name);

  g_assert_cmpstr (shown, ==, expected);
}

static void
test_gzip (void)
{
  g_autoptr (GBytes) bytes = make_gzip (LEAD "\n", strlen (LEAD) + 1);
  g_autoptr (GBytes) cut = g_bytes_new_from_bytes (bytes, 0, g_bytes_get_size (bytes) - 9);
  g_autoptr (GBytes) twice = make_gzip (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autofree char *shown = read_shown (bytes, "a.txt.gz");
  g_autofree char *shown_cut = read_shown (cut, "a.txt.gz");
  g_autofree char *shown_twice = read_shown (twice, "a.txt.gz");

  g_assert_cmpstr (shown, ==, "+paragraph " LEAD);
  g_assert_cmpstr (shown_cut, ==, "is damaged or cut short (gzip)");
  g_assert_cmpstr (shown_twice, ==, "is an archive in an archive: unpack it first");
}

static void
test_gzip_bomb (void)
{
  gsize length = (gsize) 80 << 20;
  g_autofree char *zeros = g_malloc (length);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *shown = NULL;

  memset (zeros, 'a', length);
  bytes = make_gzip (zeros, length);
  shown = read_shown (bytes, "a.gz");
  g_assert_cmpstr (shown, ==, "unpacks to more than 64 MiB");
}

static void
test_archive_of_documents (void)
{
  static const char *const FILES[] = {
    "b.txt",
    LEAD,
    "__MACOSX/._b.txt",
    "x",
    "page_files/style.css",
    "p {}",
    "a.html",
    "<!DOCTYPE html><title>t</title><p>" LEAD,
    "../../etc/passwd.txt",
    LEAD,
    NULL,
  };
  g_autoptr (GBytes) bytes = make_zip (FILES);
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordSource) source = read_bytes (bytes, "all.zip", &error);

  g_assert_no_error (error);
  g_assert_nonnull (source->parts);
  g_assert_cmpuint (source->parts->len, ==, 3);
  for (guint i = 0; i < source->parts->len; i++)
    {
      static const char *const NAMES[] = { "../../etc/passwd.txt", "a.html", "b.txt" };
      const AccordSource *part = g_ptr_array_index (source->parts, i);

      g_assert_cmpstr (part->fields[ACCORD_FIELD_NAME], ==, NAMES[i]);
    }
}

static void
test_archive_of_one (void)
{
  static const char *const FILES[] = { "b.txt", LEAD, "c.png", "\x89PNG\r\n\x1a\n", NULL };
  static const char *const NONE[] = { "c.png", "\x89PNG\r\n\x1a\n", NULL };
  g_autoptr (GBytes) one = make_zip (FILES);
  g_autoptr (GBytes) none = make_zip (NONE);
  g_autofree char *shown = read_shown (one, "a.zip");
  g_autofree char *shown_none = read_shown (none, "a.zip");

  g_assert_cmpstr (shown, ==, "+paragraph " LEAD);
  g_assert_cmpstr (shown_none, ==, "is an archive without a document that can be read");
}

static void
test_zip_bomb (void)
{
  g_autofree char *large = g_malloc (((gsize) 140 << 20) + 1);
  const char *const FILES[] = { "[Content_Types].xml", "<Types/>", "word/document.xml", large,
                                NULL };
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *shown = NULL;
  clock_t start = 0;

  memset (large, ' ', (gsize) 140 << 20);
  large[(gsize) 140 << 20] = '\0';
  bytes = make_zip (FILES);
  g_assert_cmpuint (g_bytes_get_size (bytes), <, 1 << 20);
  start = clock ();
  shown = read_shown (bytes, "a.docx");
  g_assert_cmpfloat ((double) (clock () - start) / CLOCKS_PER_SEC, <, 5.0);
  g_assert_cmpstr (shown, ==, "unpacks to more than 128 MiB");
}

static void
test_epub (void)
{
  static const char *const FILES[] = {
    "mimetype",
    "application/epub+zip",
    "META-INF/container.xml",
    "<container xmlns='urn:oasis:names:tc:opendocument:xmlns:container'><rootfiles><rootfile "
    "full-path='OEBPS/a.opf'/></rootfiles></container>",
    "OEBPS/a.opf",
    "<package xmlns='http://www.idpf.org/2007/opf' xmlns:dc='http://purl.org/dc/elements/1.1/'>"
    "<metadata><dc:title>Declaration of the Lakes</dc:title><dc:creator>A. Writer</dc:creator>"
    "<dc:date>2023-05-06</dc:date><dc:publisher>Lake Press</dc:publisher></metadata><manifest>"
    "<item id='n' href='nav.xhtml' properties='nav'/><item id='one' href='one%20.xhtml'/><item "
    "id='two' href='sub/../two.xhtml'/></manifest><spine><itemref idref='n'/><itemref idref='two'/>"
    "<itemref idref='one'/><itemref idref='one'/></spine></package>",
    "OEBPS/nav.xhtml",
    "<html "
    "xmlns='http://www.w3.org/1999/xhtml'><body><nav><ol><li>Two</li></ol></nav></body></html>",
    "OEBPS/one .xhtml",
    "<html xmlns='http://www.w3.org/1999/xhtml' xmlns:epub='http://www.idpf.org/2007/ops'><head>"
    "<title>x</title></head><body><h1>One</h1><p>Fish &amp;&nbsp;chips<a epub:type='noteref'>1</a>"
    "<br/>today.</p><aside epub:type='footnote'><p>A note.</p></aside><p>Not <b>closed</p></body>"
    "</html>",
    "OEBPS/two.xhtml",
    "<html><body><h2>Two</h2><ol type='a' start='3'><li>x<ul><li>y</li></ul></li><li><p>z</p></li>"
    "</ol><table><tr><td>c</td><td>d</td></tr></table><blockquote><p>Said.</p></blockquote>"
    "<script>no</script></body></html>",
    NULL,
  };
  g_autoptr (GBytes) bytes = make_zip (FILES);
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordSource) source = read_bytes (bytes, "a.epub", &error);
  g_autofree char *shown = NULL;

  g_assert_no_error (error);
  shown = show (source);
  g_assert_cmpstr (shown, ==,
                   "-item 1 [1.] (table of contents) Two\n+heading 2 Two\n+item 1 [c.] x\n"
                   "+item 2 [•] y\n+item 1 [d.] z\n+cell c\n+cell d\n+quote Said.\n+heading 1 One\n"
                   "+paragraph Fish & chips today.\n+note A note.\n+paragraph Not closed");
  g_assert_cmpstr (source->fields[ACCORD_FIELD_TITLE], ==, "Declaration of the Lakes");
  g_assert_cmpstr (source->fields[ACCORD_FIELD_ISSUER], ==, "Lake Press");
  g_assert_cmpstr (source->fields[ACCORD_FIELD_AUTHOR], ==, "A. Writer");
  g_assert_cmpstr (source->fields[ACCORD_FIELD_KIND], ==, "declaration");
}

static void
test_markdown (void)
{
  check_text (
    "# One\n\n" LEAD " A *word*,\nand [a link](http://x).[^1]\n\n3) a\n4) b\n    - c\n\n> Said.\n\n"
    "| a | b |\n|---|---|\n| c | d |\n\n```\nx = 1\n```\n\n[^1]: A note.\n",
    "a.MD",
    "+title One\n+paragraph " LEAD " A word, and a link.\n+item 1 [3)] a\n+item 1 [4)] b\n"
    "+item 2 [•] c\n+quote Said.\n+cell a\n+cell b\n+cell c\n+cell d\n+paragraph x = 1\n"
    "+note [1] A note.");
}

static void
test_mail (void)
{
  check_text (
    "From: \"A. Writer\" <a@example.org>\r\nSubject: =?utf-8?B?w4l0w6k=?=\r\n"
    "MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\n"
    "Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: "
    "quoted-printable\r\n\r\nC'est l'=E9t=E9, voil=E0 tout ce qu'il y a =\r\n\xe0 dire.\r\n"
    "--b--\r\n",
    "a.eml", "+paragraph C'est l'été, voilà tout ce qu'il y a à dire.");
}

static void
test_old_office_files (void)
{
  static const struct
  {
    const char *stream;
    const char *start;
  } TABLE[] = {
    { "WordDocument", "is an old Word file (.doc): save it as" },
    { "Workbook", "is an old Excel file (.xls): save" },
    { "PowerPoint Document", "is an old PowerPoint file (.ppt): save it as" },
    { "EncryptedPackage", "is encrypted: open it with its password" },
    { "Unheard", "is an old office file, which cannot be read: save it as" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (TABLE); i++)
    {
      guint8 file[1024] = { 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1 };
      g_autoptr (GBytes) bytes = NULL;
      g_autofree char *shown = NULL;

      for (gsize k = 0; TABLE[i].stream[k] != '\0'; k++)
        file[512 + 2 * k] = (guint8) TABLE[i].stream[k];
      bytes = g_bytes_new (file, sizeof file);
      shown = read_shown (bytes, "a.doc");
      g_assert_true (g_str_has_prefix (shown, TABLE[i].start));
    }
}

static void
test_foreign_packages (void)
{
  static const char *const SHEET[] = { "[Content_Types].xml", "<Types/>", "xl/workbook.xml", "<w/>",
                                       NULL };
  static const char *const PAGES[] = { "Index/Document.iwa", "x", NULL };
  static const char *const SLIDES[] = { "mimetype",
                                        "application/vnd.oasis.opendocument.presentation", NULL };
  static const char *const *const PACKAGES[] = { SHEET, PAGES, SLIDES };
  static const char *const STARTS[] = { "is an Excel workbook", "is a file of Pages",
                                        "is an OpenDocument file, but not a text" };

  for (guint i = 0; i < G_N_ELEMENTS (PACKAGES); i++)
    {
      g_autoptr (GBytes) bytes = make_zip (PACKAGES[i]);
      g_autofree char *shown = read_shown (bytes, "a");

      g_assert_true (g_str_has_prefix (shown, STARTS[i]));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/archive/gzip", test_gzip);
  g_test_add_func ("/archive/gzip-bomb", test_gzip_bomb);
  g_test_add_func ("/archive/documents", test_archive_of_documents);
  g_test_add_func ("/archive/one-document", test_archive_of_one);
  g_test_add_func ("/archive/zip-bomb", test_zip_bomb);
  g_test_add_func ("/archive/epub", test_epub);
  g_test_add_func ("/archive/markdown", test_markdown);
  g_test_add_func ("/archive/mail", test_mail);
  g_test_add_func ("/archive/old-office-files", test_old_office_files);
  g_test_add_func ("/archive/foreign-packages", test_foreign_packages);
  return g_test_run ();
}
