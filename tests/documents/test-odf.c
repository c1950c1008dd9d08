/* SPDX-License-Identifier: GPL-3.0-or-later */
/* OpenDocument text, construct by construct, as flat files; and as packages. */
#include "documents/office.h"

#define SPACES                                                                                     \
  "xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' "                               \
  "xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' "                                   \
  "xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0' "                                 \
  "xmlns:style='urn:oasis:names:tc:opendocument:xmlns:style:1.0' "                                 \
  "xmlns:draw='urn:oasis:names:tc:opendocument:xmlns:drawing:1.0' "                                \
  "xmlns:svg='urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0' "                          \
  "xmlns:meta='urn:oasis:names:tc:opendocument:xmlns:meta:1.0' "                                   \
  "xmlns:dc='http://purl.org/dc/elements/1.1/'"

static const char META[] =
  "<office:meta><dc:title>Of the file</dc:title><meta:initial-creator>A. Writer"
  "</meta:initial-creator><meta:creation-date>2023-05-06T07:08:09</meta:creation-date>"
  "</office:meta>";

static const char STYLES[] =
  "<office:styles><text:outline-style><text:outline-level-style text:level='1' "
  "style:num-format='I' style:num-suffix='.'/><text:outline-level-style text:level='2' "
  "style:num-format='1' text:display-levels='2'/><text:outline-level-style text:level='3' "
  "style:num-format=''/></text:outline-style>"
  "<style:style style:name='Hid' style:family='text'><style:text-properties text:display='none'/>"
  "</style:style>"
  "<text:list-style style:name='L1'><text:list-level-style-number text:level='1' "
  "style:num-format='1' style:num-suffix='.'/><text:list-level-style-number text:level='2' "
  "style:num-format='a' style:num-prefix='(' style:num-suffix=')'/></text:list-style>"
  "<text:list-style style:name='L2'><text:list-level-style-bullet text:level='1' "
  "text:bullet-char='–'/></text:list-style>"
  "</office:styles><office:automatic-styles><style:style style:name='P1' "
  "style:family='paragraph' style:parent-style-name='Quotations'/></office:automatic-styles>"
  "<office:master-styles><style:master-page><style:header><text:p>Head</text:p></style:header>"
  "<style:footer><text:p>Foot</text:p></style:footer></style:master-page></office:master-styles>";

#define LEAD "We shall see what this is about, in short."
#define PLEAD "<text:p>" LEAD "</text:p>"
#define EDGES "\n-header Head\n-footer Foot"

typedef struct
{
  const char *name;
  const char *body;
  const char *shown;
} Case;

static const Case CASES[] = {
  { "spaces-and-breaks",
    "<text:p>A <text:span>b</text:span><text:s text:c='3'/>c<text:tab/>d<text:line-break/>e.\n  f."
    "</text:p>",
    "+paragraph A b c d e. f." },
  { "headings-count",
    PLEAD "<text:h text:outline-level='1'>One</text:h><text:h text:outline-level='2'>Under</text:h>"
          "<text:h text:outline-level='3'>Deep</text:h><text:h text:outline-level='1'>Two</text:h>"
          "<text:h text:outline-level='1' text:is-list-header='true'>Free</text:h>",
    "+paragraph " LEAD "\n+heading 1 [I.] One\n+heading 2 [I.1] Under\n+heading 3 Deep\n"
    "+heading 1 [II.] Two\n+heading 1 Free" },
  { "lists-count",
    PLEAD "<text:list text:style-name='L1'><text:list-item><text:p>a</text:p><text:p>more</text:p>"
          "<text:list><text:list-item><text:p>b</text:p></text:list-item><text:list-item>"
          "<text:p>c</text:p></text:list-item></text:list></text:list-item><text:list-item "
          "text:start-value='5'><text:p>d</text:p></text:list-item></text:list>",
    "+paragraph " LEAD "\n+item 1 [1.] a\n+item 1 more\n+item 2 [(a)] b\n+item 2 [(b)] c\n"
    "+item 1 [5.] d" },
  { "lists-go-on",
    PLEAD "<text:list text:style-name='L1'><text:list-item><text:p>a</text:p></text:list-item>"
          "</text:list><text:list text:style-name='L1' text:continue-numbering='true'>"
          "<text:list-item><text:p>b</text:p></text:list-item></text:list>"
          "<text:list text:style-name='L1'><text:list-item><text:p>c</text:p></text:list-item>"
          "</text:list>",
    "+paragraph " LEAD "\n+item 1 [1.] a\n+item 1 [2.] b\n+item 1 [1.] c" },
  { "bullets-and-headers",
    PLEAD "<text:list text:style-name='L2'><text:list-header><text:p>h</text:p></text:list-header>"
          "<text:list-item><text:p>a</text:p></text:list-item></text:list>",
    "+paragraph " LEAD "\n+item 1 h\n+item 1 [–] a" },
  { "table",
    PLEAD "<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>a"
          "</text:p></table:table-cell><table:table-cell><text:p>b</text:p></table:table-cell>"
          "</table:table-row></table:table-header-rows><table:table-row><table:table-cell "
          "table:number-columns-spanned='2'><text:p>c</text:p></table:table-cell>"
          "<table:covered-table-cell><text:p>x</text:p></table:covered-table-cell>"
          "</table:table-row></table:table>",
    "+paragraph " LEAD "\n+cell a\n+cell b\n+cell c" },
  { "notes",
    "<text:p>A claim<text:note text:note-class='endnote'><text:note-citation>i"
    "</text:note-citation><text:note-body><text:p>At the end.</text:p></text:note-body></text:note>"
    " holds<text:note text:note-class='footnote'><text:note-citation>1</text:note-citation>"
    "<text:note-body><text:p>A note.</text:p><text:p>Its end.</text:p></text:note-body>"
    "</text:note>.</text:p>" PLEAD,
    "+paragraph A claim holds.\n+note [1] A note.\n+note Its end.\n+paragraph " LEAD
    "\n+note [i] At the end." },
  { "tracked-changes-are-accepted",
    "<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></"
    "text:deletion>"
    "</text:changed-region></text:tracked-changes><text:p>Old "
    "<text:change-start/>new<text:change-end"
    "/> end.<office:annotation><text:p>remark</text:p></office:annotation></text:p>",
    "+paragraph Old new end." },
  { "hidden",
    "<text:p>Seen.<text:span text:style-name='Hid'>Not seen.</text:span></text:p>"
    "<text:section text:display='none'><text:p>Nor this.</text:p></text:section>"
    "<text:p><text:hidden-paragraph text:is-hidden='true'/>Nor that.</text:p>" PLEAD,
    "+paragraph Seen.\n-paragraph (hidden) Not seen.\n-paragraph (hidden) Nor this.\n"
    "-paragraph (hidden) Nor that.\n+paragraph " LEAD },
  { "contents",
    PLEAD
    "<text:table-of-content><text:table-of-content-source><text:index-title-template>T"
    "</text:index-title-template></text:table-of-content-source><text:index-body><text:p>One 3"
    "</text:p></text:index-body></text:table-of-content>",
    "+paragraph " LEAD "\n-paragraph (table of contents) One 3" },
  { "boxes-follow",
    "<text:p>Before <draw:frame><draw:text-box><text:p>In the box.</text:p></draw:text-box>"
    "<svg:title>t</svg:title><svg:desc>A bridge over the river at night</svg:desc></draw:frame>"
    "after.</text:p>",
    "+paragraph Before after.\n+paragraph In the box.\n+note A bridge over the river at night" },
  { "quotation-by-parent", PLEAD "<text:p text:style-name='P1'>Said.</text:p>",
    "+paragraph " LEAD "\n+quote Said." },
  { "title-and-subtitle",
    "<text:p text:style-name='Title'>Declaration of the Lakes</text:p>"
    "<text:p text:style-name='Subtitle'>Second reading</text:p>" PLEAD,
    "-title Declaration of the Lakes\n-subtitle Second reading\n+paragraph " LEAD },
  { "ruby",
    "<text:p><text:ruby><text:ruby-base>治理</text:ruby-base><text:ruby-text>zhili</text:ruby-text>"
    "</text:ruby>有方。</text:p>",
    "+paragraph 治理有方。" },
};

static char *
make_flat (const char *body)
{
  return g_strconcat ("<?xml version='1.0'?><office:document " SPACES
                      " office:mimetype='application/vnd.oasis.opendocument.text'>",
                      META, STYLES, "<office:body><office:text>", body,
                      "</office:text></office:body></office:document>", NULL);
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *flat = make_flat (c->body);
  g_autoptr (GBytes) bytes = g_bytes_new (flat, strlen (flat));
  g_autoptr (AccordSource) source = read_bytes (bytes, "a.fodt", &error);
  g_autofree char *expected = g_strconcat (c->shown, EDGES, NULL);
  g_autofree char *shown = NULL;

  g_assert_no_error (error);
  shown = show (source);
  g_assert_cmpstr (shown, ==, expected);
}

static GBytes *
make_package (const char *body, const char *manifest)
{
  g_autofree char *content =
    g_strconcat ("<office:document-content " SPACES "><office:body><office:text>", body,
                 "</office:text></office:body></office:document-content>", NULL);
  g_autofree char *styles =
    g_strconcat ("<office:document-styles " SPACES ">", STYLES, "</office:document-styles>", NULL);
  g_autofree char *meta =
    g_strconcat ("<office:document-meta " SPACES ">", META, "</office:document-meta>", NULL);
  const char *const files[] = {
    "mimetype",
    "application/vnd.oasis.opendocument.text",
    "META-INF/manifest.xml",
    manifest,
    "content.xml",
    content,
    "styles.xml",
    styles,
    "meta.xml",
    meta,
    NULL,
  };

  return make_zip (files);
}

static void
test_package (void)
{
  g_autoptr (GBytes) bytes = make_package (PLEAD PLEAD, "<manifest/>");
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordSource) source = read_bytes (bytes, "a", &error);
  g_autofree char *shown = NULL;

  g_assert_no_error (error);
  shown = show (source);
  g_assert_cmpstr (shown, ==, "+paragraph " LEAD "\n+paragraph " LEAD EDGES);
  g_assert_cmpstr (source->fields[ACCORD_FIELD_TITLE], ==, "Of the file");
  g_assert_cmpstr (source->fields[ACCORD_FIELD_AUTHOR], ==, "A. Writer");
  g_assert_cmpstr (source->fields[ACCORD_FIELD_DATE], ==, "2023-05-06");
  g_assert_cmpstr (source->fields[ACCORD_FIELD_MEDIA_TYPE], ==,
                   "application/vnd.oasis.opendocument.text");
}

static void
test_encrypted (void)
{
  g_autoptr (GBytes) bytes =
    make_package (PLEAD, "<m><manifest:encryption-data xmlns:manifest='x'/></m>");
  g_autoptr (GError) error = NULL;

  g_assert_null (read_bytes (bytes, "a.odt", &error));
  g_assert_error (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_ENCRYPTED);
  g_assert_cmpstr (error->message, ==,
                   "is encrypted: open it with its password and save it without one");
}

/* What stands where it should not is read as well as can be. */
static void
test_misplaced (void)
{
  static const char *const BODIES[] = {
    "<text:list-item><text:p>a</text:p></text:list-item>",
    "<style:header><text:p>a</text:p></style:header>",
    "<text:p><text:p><text:note><text:p>a</text:p><text:note><text:p>b</text:p></text:note>"
    "</text:note></text:p></text:p>",
    "<draw:text-box/><table:table-cell/><text:note/><text:h text:outline-level='-7'/>",
    "<text:numbered-paragraph text:level='900'><text:p>a</text:p></text:numbered-paragraph>",
    "a<text:span>b</text:span>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (BODIES); i++)
    {
      g_autofree char *flat = make_flat (BODIES[i]);
      g_autoptr (GBytes) bytes = g_bytes_new (flat, strlen (flat));
      g_autoptr (GError) error = NULL;
      g_autoptr (AccordSource) source = read_bytes (bytes, "a.fodt", &error);

      g_assert_no_error (error);
      g_assert_nonnull (source);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree char *path = g_strconcat ("/odf/", CASES[i].name, NULL);

      g_test_add_data_func (path, &CASES[i], test_case);
    }
  g_test_add_func ("/odf/package", test_package);
  g_test_add_func ("/odf/encrypted", test_encrypted);
  g_test_add_func ("/odf/misplaced", test_misplaced);
  return g_test_run ();
}
