/* SPDX-License-Identifier: GPL-3.0-or-later */
/* WordprocessingML, construct by construct: a piece of a body, and what is read of it. */
#include "documents/office.h"

#define SPACES                                                                                     \
  "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' "                        \
  "xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main' "                               \
  "xmlns:wp='http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing' "             \
  "xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math' "                          \
  "xmlns:v='urn:schemas-microsoft-com:vml' "                                                       \
  "xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape' "                 \
  "xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'"

#define RELATIONS(inner)                                                                           \
  "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>" inner     \
  "</Relationships>"
#define TYPE "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define RELATION(id, type, target)                                                                 \
  "<Relationship Id='" id "' Type='" TYPE type "' Target='" target "'/>"

static const char TOP[] = RELATIONS (RELATION (
  "rId1",
  "officeDocument",
  "/text/main.xml") "<Relationship Id='rId2' Type="
                    "'http://schemas.openxmlformats.org/package/2006/relationships/metadata/"
                    "core-properties' Target='docProps/core.xml'/>");

static const char MAIN[] = RELATIONS (
  RELATION ("r1", "styles", "styles.xml") RELATION ("r2", "numbering", "numbering.xml")
    RELATION ("r3", "footnotes", "footnotes.xml") RELATION ("r4", "endnotes", "endnotes.xml")
      RELATION ("r5", "header", "../text/./header1.xml") RELATION ("r6", "header", "header2.xml")
        RELATION ("r7", "footer", "footer1.xml"));

static const char STYLES[] =
  "<w:styles " SPACES "><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val='en-GB'/></w:rPr>"
  "</w:rPrDefault></w:docDefaults>"
  "<w:style w:type='paragraph' w:default='1' w:styleId='N'><w:name w:val='Normal'/></w:style>"
  "<w:style w:type='paragraph' w:styleId='T'><w:name w:val='Title'/></w:style>"
  "<w:style w:type='paragraph' w:styleId='H1'><w:name w:val='heading 1'/><w:pPr><w:numPr>"
  "<w:numId w:val='3'/></w:numPr><w:outlineLvl w:val='0'/></w:pPr></w:style>"
  "<w:style w:type='paragraph' w:styleId='H2'><w:name w:val='heading 2'/><w:basedOn w:val='H1'/>"
  "<w:pPr><w:numPr><w:ilvl w:val='1'/></w:numPr><w:outlineLvl w:val='1'/></w:pPr></w:style>"
  "<w:style w:type='paragraph' w:styleId='Kapitel'><w:name w:val='Kapitel'/>"
  "<w:basedOn w:val='H2'/></w:style>"
  "<w:style w:type='paragraph' w:styleId='Q'><w:name w:val='Quote'/></w:style>"
  "<w:style w:type='paragraph' w:styleId='TOC1'><w:name w:val='toc 1'/></w:style>"
  "<w:style w:type='character' w:styleId='Hid'><w:name w:val='Hid'/><w:rPr><w:vanish/></w:rPr>"
  "</w:style></w:styles>";

#define LEVEL(level, format, text)                                                                 \
  "<w:lvl w:ilvl='" level "'><w:start w:val='1'/><w:numFmt w:val='" format "'/>"                   \
  "<w:lvlText w:val='" text "'/></w:lvl>"

static const char LISTS[] =
  "<w:numbering " SPACES ">"
  "<w:abstractNum w:abstractNumId='0'>" LEVEL ("0", "decimal", "%1.")
    LEVEL ("1", "lowerLetter", "%2)")
      LEVEL ("2",
             "lowerRoman",
             "%1.%2.%3") "</w:abstractNum>"
                         "<w:abstractNum w:abstractNumId='1'>" LEVEL (
                           "0",
                           "bullet",
                           "\xef\x82\xb7") "</w:abstractNum>"
                                           "<w:abstractNum w:abstractNumId='2'>" LEVEL (
                                             "0", "chineseCounting", "第%1条")
                                             LEVEL ("1",
                                                    "decimal",
                                                    "%1.%2") "</w:abstractNum>"
                                                             "<w:num w:numId='1'><w:abstractNumId "
                                                             "w:val='0'/></w:num>"
                                                             "<w:num w:numId='2'><w:abstractNumId "
                                                             "w:val='1'/></w:num>"
                                                             "<w:num w:numId='3'><w:abstractNumId "
                                                             "w:val='2'/></w:num>"
                                                             "<w:num w:numId='4'><w:abstractNumId "
                                                             "w:val='0'/><w:lvlOverride w:ilvl='0'>"
                                                             "<w:startOverride "
                                                             "w:val='7'/></w:lvlOverride></w:num>"
                                                             "</w:numbering>";

static const char FOOTNOTES[] =
  "<w:footnotes " SPACES "><w:footnote w:type='separator' w:id='-1'><w:p><w:r><w:t>x</w:t></w:r>"
  "</w:p></w:footnote><w:footnote w:id='2'><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>First note."
  "</w:t></w:r></w:p><w:p><w:r><w:t>Its end.</w:t></w:r></w:p></w:footnote>"
  "<w:footnote w:id='3'><w:p><w:r><w:t>Second note.</w:t></w:r></w:p></w:footnote></w:footnotes>";

static const char ENDNOTES[] = "<w:endnotes " SPACES "><w:endnote w:id='1'><w:p><w:r><w:t>At the "
                               "end.</w:t></w:r></w:p></w:endnote></w:endnotes>";

static const char HEADER[] = "<w:hdr " SPACES "><w:p><w:r><w:t>Head</w:t></w:r></w:p></w:hdr>";
static const char FOOTER[] = "<w:ftr " SPACES "><w:p><w:r><w:t>Foot</w:t></w:r></w:p></w:ftr>";

static const char CORE[] =
  "<cp:coreProperties xmlns:cp='http://schemas.openxmlformats.org/package/2006/metadata/"
  "core-properties' xmlns:dc='http://purl.org/dc/elements/1.1/' "
  "xmlns:dcterms='http://purl.org/dc/terms/'><dc:title>Of the file</dc:title>"
  "<dc:creator>A. Writer</dc:creator><dcterms:created>2023-05-06T07:08:09Z</dcterms:created>"
  "</cp:coreProperties>";

static GBytes *
make_docx (const char *body, const char *notes, const char *header)
{
  g_autofree char *document =
    g_strconcat ("<?xml version='1.0' encoding='UTF-8'?><w:document " SPACES "><w:body>", body,
                 "<w:sectPr/></w:body></w:document>", NULL);
  const char *const files[] = {
    "[Content_Types].xml",
    "<Types/>",
    "_rels/.rels",
    TOP,
    "text/_rels/main.xml.rels",
    MAIN,
    "text/main.xml",
    document,
    "text/styles.xml",
    STYLES,
    "text/numbering.xml",
    LISTS,
    "text/footnotes.xml",
    notes != NULL ? notes : FOOTNOTES,
    "text/endnotes.xml",
    ENDNOTES,
    "docProps/core.xml",
    CORE,
    header != NULL ? "text/header1.xml" : NULL,
    header,
    "text/header2.xml",
    header,
    "text/footer1.xml",
    FOOTER,
    NULL,
  };

  return make_zip (files);
}

typedef struct
{
  const char *name;
  const char *body;
  const char *shown;
} Case;

#define P(text) "<w:p><w:r><w:t>" text "</w:t></w:r></w:p>"
#define PS(style, text)                                                                            \
  "<w:p><w:pPr><w:pStyle w:val='" style "'/></w:pPr><w:r><w:t>" text "</w:t></w:r></w:p>"
#define PL(list, level, text)                                                                      \
  "<w:p><w:pPr><w:numPr><w:ilvl w:val='" level "'/><w:numId w:val='" list                          \
  "'/></w:numPr></w:pPr><w:r><w:t>" text "</w:t></w:r></w:p>"
#define R(text) "<w:r><w:t>" text "</w:t></w:r>"
#define FIELD(type) "<w:r><w:fldChar w:fldCharType='" type "'/></w:r>"
#define INSTR(text) "<w:r><w:instrText>" text "</w:instrText></w:r>"
#define TC(inner) "<w:tc>" inner "</w:tc>"
#define LEAD "We shall see what this is about, in short."

static const Case CASES[] = {
  { "runs-join", "<w:p>" R ("Gover") R ("nance") "<w:r><w:tab/></w:r>" R ("now.") "</w:p>",
    "+paragraph Governance now." },
  { "heading-numbers", PS ("H1", "One") PS ("Kapitel", "Under") PS ("H1", "Two") P (LEAD),
    "+title [第一条] One\n+heading 2 [一.1] Under\n+heading 1 [第二条] Two\n+paragraph " LEAD },
  { "list-numbers",
    P (LEAD) PL ("1", "0", "a") PL ("1", "1", "b") PL ("1", "1", "c") PL ("1", "2", "d")
      PL ("1", "0", "e") PL ("1", "1", "f"),
    "+paragraph " LEAD "\n+item 1 [1.] a\n+item 2 [a)] b\n+item 2 [b)] c\n+item 3 [1.b.i] d\n"
    "+item 1 [2.] e\n+item 2 [a)] f" },
  { "list-begins-anew", P (LEAD) PL ("1", "0", "a") PL ("4", "0", "b") PL ("4", "0", "c"),
    "+paragraph " LEAD "\n+item 1 [1.] a\n+item 1 [7.] b\n+item 1 [8.] c" },
  { "bullets", P (LEAD) PL ("2", "0", "a") PL ("0", "0", "no item"),
    "+paragraph " LEAD "\n+item 1 [•] a\n+paragraph no item" },
  { "quotation", P (LEAD) PS ("Q", "Said."), "+paragraph " LEAD "\n+quote Said." },
  { "table",
    P (LEAD) "<w:tbl><w:tr>" TC (P ("a") P ("b")) TC (P ("c")) "</w:tr><w:tr>" TC (
      "<w:p/><w:tbl><w:tr>" TC (P ("d")) "</w:tr></w:tbl><w:p/>") TC (P ("e")) "</w:tr></w:tbl>",
    "+paragraph " LEAD "\n+cell a\n+cell b\n+cell c\n+cell d\n+cell e" },
  { "insertions-count",
    "<w:p>" R ("Old ") "<w:ins>" R ("new ") "</w:ins><w:del><w:r><w:delText>gone</w:delText>"
                                            "</w:r></w:del><w:moveFrom>" R (
                                              "moved") "</w:moveFrom>" R ("end.") "</w:p>",
    "+paragraph Old new end." },
  { "deleted-mark-joins",
    "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" R ("One ") "</w:p>" P ("line."),
    "+paragraph One line." },
  { "deleted-row",
    P (LEAD) "<w:tbl><w:tr><w:trPr><w:del/></w:trPr>" TC (P ("a")) "</w:tr><w:tr>" TC (
      P ("b")) "</w:tr></w:tbl>",
    "+paragraph " LEAD "\n+cell b" },
  { "hidden-text",
    "<w:p>" R (
      "Seen.") "<w:r><w:rPr><w:vanish/></w:rPr><w:t>Not seen.</w:t></w:r>"
               "<w:r><w:rPr><w:rStyle w:val='Hid'/></w:rPr><w:t> Nor this.</w:t></w:r>"
               "<w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t> Seen too.</w:t></w:r></w:p>",
    "+paragraph Seen. Seen too.\n-paragraph (hidden) Not seen. Nor this." },
  { "fields-show-their-result",
    "<w:p>" R ("See ") FIELD ("begin") INSTR ("HYPERLINK \"http://x\"") FIELD ("begin")
      INSTR ("PAGE") FIELD ("separate") R ("9") FIELD ("end") FIELD ("separate") R ("the site")
        FIELD ("end") "<w:fldSimple w:instr='DATE'>" R (" today") "</w:fldSimple>" R (".") "</w:p>",
    "+paragraph See the site today." },
  { "unended-field", "<w:p>" R ("a b") FIELD ("begin") INSTR ("REF x") "</w:p>" P (LEAD),
    "+title a b\n+paragraph " LEAD },
  { "contents-by-field",
    P (LEAD) "<w:p>" FIELD ("begin") INSTR (" TOC \\o 1-3 ") FIELD ("separate")
      R ("One 3") "</w:p>"
                  "<w:p>" R ("Two 4") FIELD ("end") "</w:p>" P ("Text that is no contents."),
    "+paragraph " LEAD "\n-paragraph (table of contents) One 3\n"
    "-paragraph (table of contents) Two 4\n+paragraph Text that is no contents." },
  { "contents-by-style", P (LEAD) PS ("TOC1", "One 3"),
    "+paragraph " LEAD "\n-paragraph (table of contents) One 3" },
  { "contents-by-control",
    P (LEAD) "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/>"
             "</w:docPartObj></w:sdtPr><w:sdtContent>" P ("One 3") "</w:sdtContent></w:sdt>" P (
               "End."),
    "+paragraph " LEAD "\n-paragraph (table of contents) One 3\n+paragraph End." },
  { "content-controls",
    "<w:p><w:sdt><w:sdtPr/><w:sdtContent>" R (
      "Chosen.") "</w:sdtContent></w:sdt><w:sdt><w:sdtPr>"
                 "<w:showingPlcHdr/></w:sdtPr><w:sdtContent>" R (
                   "Click here.") "</w:sdtContent></w:sdt></w:p>",
    "+paragraph Chosen.\n-paragraph (hidden) Click here." },
  { "text-box-follows",
    "<w:p>" R ("Before ") "<w:r><mc:AlternateContent><mc:Choice><wps:txbx><w:txbxContent>" P (
      "In the box.") "</w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><v:textbox>"
                     "<w:txbxContent>" P (
                       "In the box.") "</w:txbxContent></v:textbox></mc:Fallback>"
                                      "</mc:AlternateContent></w:r>" R ("after.") "</w:p>",
    "+paragraph Before after.\n+paragraph In the box." },
  { "picture-described",
    P (LEAD) "<w:p><w:r><w:drawing><wp:inline><wp:docPr id='1' descr='A bridge over the river "
             "at "
             "night'/></wp:inline></w:drawing></w:r><w:r><w:drawing><wp:inline><wp:docPr id='2' "
             "descr='picture-of-bridge.png'/></wp:inline></w:drawing></w:r></w:p>",
    "+paragraph " LEAD "\n+note A bridge over the river at night" },
  { "drop-cap",
    "<w:p><w:pPr><w:framePr w:dropCap='drop'/></w:pPr>" R ("G") "</w:p>" P ("overnance."),
    "+paragraph Governance." },
  { "line-breaks",
    "<w:p>" R ("Broken") "<w:r><w:br/></w:r>" R (
      "here, and ended where a sentence ends.") "<w:r><w:br/></w:r>" R ("So on.") "<w:r><w:"
                                                                                  "noBreakHyphe"
                                                                                  "n/></w:r></"
                                                                                  "w:p>",
    "+paragraph Broken here, and ended where a sentence ends.\n+paragraph So on.‑" },
  { "symbols",
    "<w:p><w:r><w:sym w:font='Symbol' w:char='F061'/></w:r>"
    "<w:r><w:sym w:font='Wingdings' w:char='F0FE'/></w:r></w:p>",
    "+paragraph α☑" },
  { "ruby-and-formulas",
    "<w:p><w:r><w:ruby><w:rt>" R ("zhi") "</w:rt><w:rubyBase>" R (
      "治") "</w:rubyBase></w:ruby>"
            "</w:r><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>" R ("理。") "</w:p>",
    "+paragraph 治理。" },
  { "notes",
    "<w:p>" R ("A claim") "<w:r><w:endnoteReference w:id='1'/></w:r>" R (
      " holds") "<w:r><w:footnoteReference w:id='2'/></w:r>" R (".") "</w:p><w:p>" R ("Another"
                                                                                      ".") "<w:"
                                                                                           "r><"
                                                                                           "w:"
                                                                                           "foo"
                                                                                           "tno"
                                                                                           "teR"
                                                                                           "efe"
                                                                                           "ren"
                                                                                           "ce "
                                                                                           "w:"
                                                                                           "id="
                                                                                           "'3'"
                                                                                           "/><"
                                                                                           "w:"
                                                                                           "foo"
                                                                                           "tno"
                                                                                           "teR"
                                                                                           "efe"
                                                                                           "ren"
                                                                                           "ce "
                                                                                           "w:"
                                                                                           "id="
                                                                                           "'3'"
                                                                                           "/><"
                                                                                           "/w:"
                                                                                           "r><"
                                                                                           "/w:"
                                                                                           "p>",
    "+paragraph A claim holds.\n+note [1] First note.\n+note Its end.\n+paragraph Another.\n"
    "+note [2] Second note.\n+note [i] At the end." },
  { "title-by-style", PS ("T", "Declaration of the Lakes") P (LEAD),
    "-title Declaration of the Lakes\n+paragraph " LEAD },
};

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = make_docx (c->body, NULL, NULL);
  g_autoptr (AccordSource) source = read_bytes (bytes, "a.docx", &error);
  g_autofree char *shown = NULL;

  g_assert_no_error (error);
  shown = show (source);
  g_assert_cmpstr (shown, ==, c->shown);
}

static void
test_fields (void)
{
  g_autoptr (GBytes) bytes = make_docx (
    PS ("T", "Declaration of the Lakes") P ("2 March 2024") P (LEAD) P (LEAD), NULL, HEADER);
  g_autoptr (AccordSource) source = read_bytes (bytes, "a.bin", NULL);
  g_autofree char *shown = show (source);

  g_assert_cmpstr (source->fields[ACCORD_FIELD_TITLE], ==, "Declaration of the Lakes");
  g_assert_cmpstr (source->fields[ACCORD_FIELD_DATE], ==, "2024-03-02");
  g_assert_cmpstr (source->fields[ACCORD_FIELD_AUTHOR], ==, "A. Writer");
  g_assert_true (g_str_has_prefix (source->fields[ACCORD_FIELD_LANGUAGE], "en"));
  g_assert_cmpstr (source->fields[ACCORD_FIELD_KIND], ==, "declaration");
  g_assert_cmpstr (source->fields[ACCORD_FIELD_MEDIA_TYPE], ==,
                   "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
  g_assert_true (g_str_has_suffix (shown, "\n-header Head\n-footer Foot"));
}

static void
test_properties_where_text_is_silent (void)
{
  g_autoptr (GBytes) bytes = make_docx (P (LEAD) P (LEAD), NULL, NULL);
  g_autoptr (AccordSource) source = read_bytes (bytes, "a.docx", NULL);

  g_assert_cmpstr (source->fields[ACCORD_FIELD_TITLE], ==, "Of the file");
  g_assert_cmpstr (source->fields[ACCORD_FIELD_DATE], ==, "2023-05-06");
}

static void
test_whole_keeps_all (void)
{
  AccordReadRequest request = { .name = "a.docx", .mode = ACCORD_READ_WHOLE };
  g_autoptr (GBytes) bytes = make_docx (PS ("T", "Title") PS ("TOC1", "One 3"), NULL, HEADER);
  gsize length = 0;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  g_autoptr (AccordSource) source = accord_read (&request, data, length, NULL);

  for (guint i = 0; i < source->blocks->len; i++)
    g_assert_true (g_array_index (source->blocks, AccordBlock, i).kept);
  g_assert_cmpuint (source->blocks->len, ==, 4);
}

static void
assert_fails (const char *body, const char *notes, AccordLoaderError code, const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = make_docx (body, notes, NULL);

  g_assert_null (read_bytes (bytes, "a.docx", &error));
  g_assert_error (error, ACCORD_LOADER_ERROR, (int) code);
  g_assert_true (g_str_has_prefix (error->message, message));
}

static char *
repeat (const char *text, guint times)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < times; i++)
    g_string_append (out, text);
  return g_string_free (out, FALSE);
}

static void
test_faults (void)
{
  static const char BOMB[] = "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]>"
                             "<w:footnotes " SPACES ">&b;</w:footnotes>";
  static const char OUTSIDE[] = "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"
                                "<w:footnotes " SPACES ">&a;</w:footnotes>";
  g_autofree char *deep = repeat ("<w:sdt>", 1000);

  assert_fails ("<w:p>", NULL, ACCORD_LOADER_ERROR_MALFORMED, "is damaged or cut short (");
  assert_fails (P ("a"), BOMB, ACCORD_LOADER_ERROR_MALFORMED, "is damaged or cut short (");
  assert_fails (P ("a"), OUTSIDE, ACCORD_LOADER_ERROR_MALFORMED, "is damaged or cut short (");
  assert_fails (deep, NULL, ACCORD_LOADER_ERROR_TOO_LARGE, "is nested more than 240 levels deep");
}

static void
test_without_text (void)
{
  static const char *const FILES[] = { "[Content_Types].xml", "<Types/>", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = make_zip (FILES);

  g_assert_null (read_bytes (bytes, "a.docx", &error));
  g_assert_error (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_MALFORMED);
  g_assert_cmpstr (error->message, ==, "is damaged: the part that holds its text is missing");
}

/* Cut anywhere, it is read or refused with a sentence, and nothing else. */
static void
test_cut_short (void)
{
  g_autoptr (GBytes) bytes = make_docx (P (LEAD), NULL, HEADER);

  for (gsize length = 1; length < g_bytes_get_size (bytes); length += 37)
    {
      g_autoptr (GBytes) cut = g_bytes_new_from_bytes (bytes, 0, length);
      g_autoptr (GError) error = NULL;
      g_autoptr (AccordSource) source = read_bytes (cut, "a.docx", &error);

      g_assert_true ((source == NULL) == (error != NULL));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree char *path = g_strconcat ("/docx/", CASES[i].name, NULL);

      g_test_add_data_func (path, &CASES[i], test_case);
    }
  g_test_add_func ("/docx/fields", test_fields);
  g_test_add_func ("/docx/properties-where-text-is-silent", test_properties_where_text_is_silent);
  g_test_add_func ("/docx/whole-keeps-all", test_whole_keeps_all);
  g_test_add_func ("/docx/faults", test_faults);
  g_test_add_func ("/docx/without-text", test_without_text);
  g_test_add_func ("/docx/cut-short", test_cut_short);
  return g_test_run ();
}
