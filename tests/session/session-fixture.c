/* SPDX-License-Identifier: GPL-3.0-or-later */
/* States made by hand and by chance: a random state uses every member of the format. */
#include "session-fixture.h"

#include <string.h>

static const char *const PIECES[] = {
  "All systems shall be tested.",
  "每个系统都应当经过测试。",
  "a \"quoted\" \\ word",
  "\n",
  "\n\n",
  "tab\there",
  "\x01\x1f",
  "é̂ ñ",
  "😀",
  "\r",
  " ",
  "</script>",
  "\u2028",
};

/* Each line is a block; with furniture, the first one is left out. */
AccordDocument *
fixture_document (const char *text, gboolean with_furniture)
{
  static const char *const FIELDS[ACCORD_N_FIELDS] = {
    "a.txt", "On Testing", NULL,    "The Harbour Council", NULL,  "2024-04",
    NULL,    "statement",  "UTF-8", "text/plain",          "00ff"
  };
  g_autoptr (AccordText) value = accord_text_new (text, strlen (text), NULL);
  g_autoptr (GArray) blocks = g_array_new (FALSE, TRUE, sizeof (AccordBlock));
  AccordDocument *document = NULL;

  for (const char *p = text; *p != '\0';)
    {
      gsize length = strcspn (p, "\n");
      AccordBlock block = { { (guint32) (p - text), (guint32) (p - text + length) },
                            ACCORD_ROLE_PARAGRAPH,
                            TRUE,
                            0,
                            0,
                            NULL,
                            NULL };

      if (with_furniture && blocks->len == 0)
        {
          block.kept = FALSE;
          block.role = ACCORD_ROLE_FURNITURE;
          block.reason = "menu";
        }
      g_array_append_val (blocks, block);
      p += length + (p[length] == '\n');
    }
  document = accord_document_new (value, (const AccordBlock *) (gpointer) blocks->data, blocks->len,
                                  FIELDS, ACCORD_UNIT_SENTENCES, NULL, NULL);
  g_assert_nonnull (document);
  return document;
}

AccordCodebook *
fixture_codebook (void)
{
  g_autoptr (AccordCodebookBuilder) builder = accord_codebook_builder_new ("testing");
  const AccordTerm terms[] = { { "en", "tested", 0, FALSE, NULL, 0 },
                               { "zh", "测试", 0, FALSE, NULL, 0 },
                               { "en", "hidden", 0, FALSE, NULL, 0 } };

  accord_codebook_builder_add_name (builder, "en", "Testing");
  accord_codebook_builder_add_theme (builder, "T1");
  accord_codebook_builder_add_theme_name (builder, "en", "Care");
  accord_codebook_builder_add_principle (builder, "P1", NULL);
  accord_codebook_builder_add_sentence (builder, ACCORD_WHAT_NAME, "en", "Testing");
  accord_codebook_builder_add_term (builder, &terms[0]);
  accord_codebook_builder_add_term (builder, &terms[1]);
  accord_codebook_builder_add_principle (builder, "P2", "#204a87");
  accord_codebook_builder_add_sentence (builder, ACCORD_WHAT_NAME, "en", "Openness");
  accord_codebook_builder_add_term (builder, &terms[2]);
  return accord_codebook_builder_end (builder, NULL);
}

AccordStateDecision *
fixture_decision (const char *id,
                  const char *kind,
                  const AccordStateDocument *document,
                  AccordSpan span,
                  const AccordStateDocument *other,
                  AccordSpan other_span)
{
  AccordStateDecision *self = accord_state_decision_new ();

  self->id = g_strdup (id);
  self->kind = g_strdup (kind);
  self->coder = g_strdup ("nora");
  self->time = g_strdup ("2024-05-06T07:08:09Z");
  self->target.document = g_strdup (document->id);
  self->target.span = span;
  if (other != NULL)
    {
      self->other.document = g_strdup (other->id);
      self->other.span = other_span;
    }
  else
    self->principle = g_strdup ("P1");
  return self;
}

/* Two documents, a coding that was accepted, and a link that was rejected. */
AccordSessionState *
fixture_state (void)
{
  AccordSessionState *self = accord_session_state_new ();
  g_autoptr (AccordDocument) a =
    fixture_document ("Home\nAll systems shall be tested. Nothing is hidden.\nThe end.\n", TRUE);
  g_autoptr (AccordDocument) b = fixture_document ("每个系统都应当经过测试。不得隐瞒故障。", FALSE);
  const AccordStateDocument *first = NULL, *second = NULL;

  self->codebook = fixture_codebook ();
  self->engine_version = g_strdup ("0.1.0");
  self->icu_version = g_strdup ("72.1");
  accord_session_state_add_document (self, a, "texts/a.txt");
  accord_session_state_add_document (self, b, NULL);
  first = g_ptr_array_index (self->documents, 0);
  second = g_ptr_array_index (self->documents, 1);
  g_ptr_array_add (self->decisions, fixture_decision ("u1", "accept", first, (AccordSpan){ 5, 33 },
                                                      NULL, (AccordSpan){ 0, 0 }));
  g_ptr_array_add (self->decisions, fixture_decision ("u2", "reject", second, (AccordSpan){ 0, 36 },
                                                      first, (AccordSpan){ 5, 33 }));
  return self;
}

static AccordDocument *
random_document (GRand *random)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (gint n = g_rand_int_range (random, 0, 40); n > 0; n--)
    g_string_append (text, PIECES[g_rand_int_range (random, 0, G_N_ELEMENTS (PIECES))]);
  return fixture_document (text->str, g_rand_boolean (random));
}

/* A span on character boundaries. */
static AccordSpan
random_span (GRand *random, const AccordStateDocument *document)
{
  AccordText *text = accord_document_get_text (document->document);
  gint n = (gint) accord_text_get_n_chars (text);
  guint32 a = (guint32) g_rand_int_range (random, 0, n + 1);
  guint32 b = (guint32) g_rand_int_range (random, 0, n + 1);

  return (AccordSpan){ accord_text_byte_offset (text, MIN (a, b)),
                       accord_text_byte_offset (text, MAX (a, b)) };
}

static JsonNode *
random_value (GRand *random, guint depth)
{
  static const char *const VALUES[] = {
    "17", "-1.5e300", "\"s\\u0001\"", "null", "true", "[]", "{\"z\": 1, \"a\": [{}]}", "0.1"
  };
  JsonNode *node = accord_json_parse (VALUES[g_rand_int_range (random, 0, G_N_ELEMENTS (VALUES))],
                                      strlen (VALUES[0]), NULL);

  g_clear_pointer (&node, json_node_unref);
  for (guint i = (guint) g_rand_int_range (random, 0, G_N_ELEMENTS (VALUES)); node == NULL;)
    node = accord_json_parse (VALUES[i], strlen (VALUES[i]), NULL);
  return node;
}

static JsonObject *
random_extra (GRand *random)
{
  static const char *const KEYS[] = { "aaa", "notes", "zzz", "é", "fieldz", "Blocks" };
  JsonObject *object = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (KEYS); i++)
    if (g_rand_int_range (random, 0, 4) == 0)
      {
        object = object != NULL ? object : json_object_new ();
        json_object_set_member (object, KEYS[i], random_value (random, 0));
      }
  return object;
}

static void
add_random_decision (AccordSessionState *self, GRand *random, guint i)
{
  guint n = self->documents->len;
  guint at = (guint) g_rand_int_range (random, 0, (gint) n);
  const AccordStateDocument *document = g_ptr_array_index (self->documents, at);
  const AccordStateDocument *other =
    n > 1 && g_rand_boolean (random) ? g_ptr_array_index (self->documents, (at + 1) % n) : NULL;
  const char *kind = g_rand_boolean (random) ? "accept" : "reject";
  g_autofree char *id = g_strdup_printf ("%08x-%u", g_rand_int (random), i);
  AccordStateDecision *decision =
    fixture_decision (id, other == NULL && g_rand_boolean (random) ? "code" : kind, document,
                      random_span (random, document), other,
                      other != NULL ? random_span (random, other) : (AccordSpan){ 0, 0 });

  decision->removed = g_rand_boolean (random);
  if (g_str_equal (decision->kind, "code"))
    decision->value = json_node_init_string (json_node_alloc (), "oblige");
  if (g_rand_boolean (random))
    g_clear_pointer (&decision->coder, g_free);
  g_ptr_array_add (self->decisions, decision);
}

static gint
compare_cb (gconstpointer a, gconstpointer b)
{
  return accord_state_decision_compare (*(AccordStateDecision *const *) a,
                                        *(AccordStateDecision *const *) b);
}

AccordSessionState *
fixture_random_state (GRand *random)
{
  AccordSessionState *self = accord_session_state_new ();

  self->codebook = fixture_codebook ();
  self->threshold = g_rand_int_range (random, 0, 1001);
  self->least_score = g_rand_int_range (random, 0, 1001);
  self->engine_version = g_rand_boolean (random) ? g_strdup ("9.9") : NULL;
  self->extra = random_extra (random);
  for (gint n = g_rand_int_range (random, 0, 13); n > 0; n--)
    {
      g_autoptr (AccordDocument) document = random_document (random);
      AccordStateDocument *added = NULL;

      self->next_document += (guint) g_rand_int_range (random, 0, 3);
      accord_session_state_add_document (self, document,
                                         g_rand_boolean (random) ? "b/ü.html" : NULL);
      added = g_ptr_array_index (self->documents, self->documents->len - 1);
      added->shown = g_rand_boolean (random);
      added->extra = random_extra (random);
    }
  for (guint i = 0; self->documents->len > 0 && i < 12; i++)
    add_random_decision (self, random, i);
  g_ptr_array_sort (self->decisions, compare_cb);
  return self;
}
