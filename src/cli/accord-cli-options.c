/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parses the options of a command by GOption and checks what it cannot check: ranges,
 * formats, targets that exist, options that exclude one another. */
#include "cli/accord-cli-options.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli/accord-cli.h"
#include "documents/accord-lexicon-file.h"
#include "engine/accord-comparison.h"
#include "engine/accord-language.h"

#define MAX_JOBS 256
#define UNSET G_MININT

/* Parts of a tag that mean traditional characters. */
static const char *const TRADITIONAL[] = { "hant", "tw", "hk", "mo", NULL };

/* What the table of options fills, before it is checked. */
typedef struct
{
  AccordCliOptions *options;
  char *format;
  char *lexicon;
  char *help;
  gint jobs;
  gint threshold;
} Parsed;

/* An option and the flag of the commands that take it; 0 for all. */
typedef struct
{
  guint takes;
  GOptionEntry entry;
} Entry;

/* GOption keeps the addresses, so @parsed must outlive the parsing. */
static void
add_entries (GOptionContext *context, const AccordCliUsage *usage, Parsed *parsed)
{
  AccordCliOptions *o = parsed->options;
  const Entry all[] = {
    { ACCORD_CLI_TAKES_OUTPUT,
      { "output", 'o', 0, G_OPTION_ARG_FILENAME, &o->output,
        N_ ("Write to FILE, whole or not at all; its suffix chooses the format"), N_ ("FILE") } },
    { ACCORD_CLI_TAKES_OUTPUT,
      { "force", 0, 0, G_OPTION_ARG_NONE, &o->force, N_ ("Replace FILE where it exists"), NULL } },
    { ACCORD_CLI_TAKES_WHOLE,
      { "whole", 0, 0, G_OPTION_ARG_NONE, &o->whole, N_ ("Leave nothing out"), NULL } },
    { ACCORD_CLI_TAKES_LINES,
      { "lines", 0, 0, G_OPTION_ARG_NONE, &o->lines, N_ ("Each line is one passage"), NULL } },
    { ACCORD_CLI_TAKES_LANGUAGE,
      { "language", 0, 0, G_OPTION_ARG_STRING, &o->language,
        N_ ("The language of the texts, instead of detecting it"), N_ ("CODE") } },
    { ACCORD_CLI_TAKES_CODEBOOK,
      { "codebook", 0, 0, G_OPTION_ARG_FILENAME, &o->codebook,
        N_ ("A codebook, by file or by name (default: ai-governance)"), N_ ("FILE-or-NAME") } },
    { ACCORD_CLI_TAKES_THRESHOLD,
      { "threshold", 0, 0, G_OPTION_ARG_INT, &parsed->threshold,
        N_ ("Least score of a link, 0 to 1000 (default: 300)"), N_ ("N") } },
    { ACCORD_CLI_TAKES_LEXICON,
      { "lexicon", 0, 0, G_OPTION_ARG_FILENAME, &parsed->lexicon, N_ ("Add pairs of terms"),
        N_ ("FILE") } },
    { ACCORD_CLI_TAKES_JOBS,
      { "jobs", 'j', 0, G_OPTION_ARG_INT, &parsed->jobs,
        N_ ("Threads (default: processors); the output does not depend on it"), N_ ("N") } },
    { ACCORD_CLI_TAKES_JOBS,
      { "progress", 0, 0, G_OPTION_ARG_NONE, &o->progress,
        N_ ("Show a bar on standard error where that is a terminal"), NULL } },
    { 0, { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &o->files, NULL, NULL } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      GOptionEntry one[2] = { all[i].entry, { NULL } };

      if (all[i].takes == 0 || (usage->takes & all[i].takes) != 0)
        g_option_context_add_main_entries (context, one, GETTEXT_PACKAGE);
    }
}

/* "text, json" or ".txt, .json" */
static char *
dup_formats (const AccordCliUsage *usage, gboolean suffixes)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < usage->n_formats; i++)
    g_string_append_printf (names, "%s%s%s", i == 0 ? "" : ", ", suffixes ? "." : "",
                            suffixes ? usage->formats[i].suffix : usage->formats[i].name);
  return g_string_free (names, FALSE);
}

static void
add_format_entry (GOptionContext *context, const AccordCliUsage *usage, Parsed *parsed)
{
  g_autofree char *names = dup_formats (usage, FALSE);
  GOptionEntry one[2] = { { NULL }, { NULL } };

  if (usage->n_formats < 2)
    return;
  parsed->help = g_strdup_printf (_ ("One of %s (default: %s)"), names, usage->formats[0].name);
  one[0] = (GOptionEntry){
    "format", 0, 0, G_OPTION_ARG_STRING, &parsed->format, parsed->help, N_ ("FORMAT"),
  };
  g_option_context_add_main_entries (context, one, GETTEXT_PACKAGE);
}

/**
 * accord_cli_options_error:
 * @usage: of the command
 * @message: a translated sentence
 *
 * Says what is wrong with the usage, in one line, and where help is.
 *
 * Returns: ACCORD_CLI_USAGE
 */
int
accord_cli_options_error (const AccordCliUsage *usage, const char *message)
{
  accord_cli_complain (usage->command, message);
  g_printerr (_ ("Try “accord-cli %s --help”.\n"), usage->command);
  return ACCORD_CLI_USAGE;
}

static gboolean
find_format (const AccordCliUsage *usage, const char *name, gboolean suffix, guint *format)
{
  for (guint i = 0; i < usage->n_formats; i++)
    {
      const AccordCliFormat *f = &usage->formats[i];

      if (g_ascii_strcasecmp (suffix ? f->suffix : f->name, name) == 0)
        {
          *format = i;
          return TRUE;
        }
    }
  return FALSE;
}

static const char *
suffix_of (const char *path)
{
  const char *name = strrchr (path, G_DIR_SEPARATOR);
  const char *dot = strrchr (name != NULL ? name : path, '.');

  return dot != NULL ? dot + 1 : "";
}

/* --format decides; else the suffix of the target; else the first format. */
static int
choose_format (AccordCliOptions *self, const AccordCliUsage *usage, const char *format)
{
  gboolean suffix = format == NULL;
  g_autofree char *names = dup_formats (usage, suffix);
  g_autofree char *message = NULL;

  self->format = 0;
  if (format == NULL && self->output == NULL)
    return -1;
  if (find_format (usage, suffix ? suffix_of (self->output) : format, suffix, &self->format))
    return -1;
  message = g_strdup_printf (suffix ? _ ("the suffix of “%s” is none of the formats available: %s")
                                    : _ ("“%s” is none of the formats available: %s"),
                             suffix ? self->output : format, names);
  return accord_cli_options_error (usage, message);
}

static int
check_output (AccordCliOptions *self, const AccordCliUsage *usage, const char *format)
{
  if (self->output == NULL)
    return -1;
  self->to_folder = (usage->takes & ACCORD_CLI_TAKES_FOLDER) != 0 && format != NULL &&
                    (g_str_has_suffix (self->output, G_DIR_SEPARATOR_S) ||
                     g_file_test (self->output, G_FILE_TEST_IS_DIR));
  if (self->to_folder)
    return -1;
  if (g_file_test (self->output, G_FILE_TEST_IS_DIR))
    {
      accord_cli_complain (self->output, _ ("is a folder"));
      return ACCORD_CLI_USAGE;
    }
  if (!self->force && (g_file_test (self->output, G_FILE_TEST_EXISTS) ||
                       g_file_test (self->output, G_FILE_TEST_IS_SYMLINK)))
    {
      accord_cli_complain (self->output, _ ("exists already; --force replaces it"));
      return ACCORD_CLI_USAGE;
    }
  return -1;
}

static int
check_files (AccordCliOptions *self, const AccordCliUsage *usage)
{
  guint n_stdin = 0;

  if (self->files == NULL)
    return accord_cli_options_error (usage, _ ("no file is given"));
  for (guint i = 0; self->files[i] != NULL; i++)
    n_stdin += g_str_equal (self->files[i], "-");
  if (n_stdin > 1)
    return accord_cli_options_error (usage, _ ("standard input can be read only once"));
  return -1;
}

/**
 * accord_cli_canonical_language:
 * @tag: what a user gave for a language
 *
 * Gives a tag the form that the engine uses: "ZH_tw" is "zh-Hant", "EN" is "en".
 *
 * Returns: (transfer none) (nullable): an interned BCP 47 tag, or NULL where @tag is none
 */
const char *
accord_cli_canonical_language (const char *tag)
{
  static const char LETTERS[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  g_autofree char *lower = g_ascii_strdown (tag, -1);
  g_auto (GStrv) parts = NULL;

  if (strlen (tag) > 35 || tag[strspn (tag, LETTERS)] != '\0')
    return NULL;
  parts = g_strsplit (g_strdelimit (lower, "_", '-'), "-", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (parts[i][0] == '\0' || (i == 0 && (strlen (parts[0]) < 2 || g_ascii_isdigit (parts[0][0]))))
      return NULL;
  if (parts[0] == NULL)
    return NULL;
  if (!g_str_equal (parts[0], "zh"))
    return accord_language_intern (lower);
  for (guint i = 1; parts[i] != NULL; i++)
    if (g_strv_contains (TRADITIONAL, parts[i]))
      return accord_language_intern ("zh-Hant");
  return accord_language_intern ("zh-Hans");
}

/* Links are found without the shipped lexicon too, so that its absence is told, but no error; what
 * a user asks for must be there. */
static int
load_lexicon (AccordCliOptions *self, const AccordCliUsage *usage, const char *terms)
{
  g_autoptr (AccordLexicon) shipped = NULL;
  g_autoptr (GError) missing = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  if ((usage->takes & ACCORD_CLI_TAKES_LEXICON) == 0)
    return -1;
  shipped = accord_lexicon_load (NULL, &missing);
  if (shipped == NULL)
    accord_cli_complain (_ ("the lexicon"), missing->message);
  if (terms == NULL)
    self->lexicon = g_steal_pointer (&shipped);
  else
    self->lexicon = accord_lexicon_load_terms (terms, shipped, &error);
  if (error == NULL)
    return -1;
  message = g_strdup_printf ("--lexicon %s: %s", terms, error->message);
  return accord_cli_options_error (usage, message);
}

static int
check_values (AccordCliOptions *self, const AccordCliUsage *usage, const Parsed *parsed)
{
  if (parsed->jobs != UNSET && (parsed->jobs < 1 || parsed->jobs > MAX_JOBS))
    return accord_cli_options_error (usage, _ ("--jobs takes a number from 1 to 256"));
  self->jobs =
    parsed->jobs != UNSET ? parsed->jobs : (gint) MIN (g_get_num_processors (), MAX_JOBS);
  self->threshold_given = parsed->threshold != UNSET;
  self->threshold = self->threshold_given ? parsed->threshold : ACCORD_THRESHOLD_DEFAULT;
  if (self->threshold < 0 || self->threshold > 1000)
    return accord_cli_options_error (usage, _ ("--threshold takes a number from 0 to 1000"));
  if (self->whole && self->lines)
    return accord_cli_options_error (usage, _ ("--whole and --lines exclude each other"));
  if (self->language != NULL && (usage->takes & ACCORD_CLI_TAKES_LANGUAGE) != 0)
    {
      const char *language = accord_cli_canonical_language (self->language);

      if (language == NULL)
        return accord_cli_options_error (usage, _ ("--language takes a code such as “en” or "
                                                   "“zh-Hans”"));
      g_free (self->language);
      self->language = g_strdup (language);
    }
  self->codebook_given = self->codebook != NULL;
  if (!self->codebook_given)
    self->codebook = g_strdup ("ai-governance");
  return -1;
}

static int
check (AccordCliOptions *self, const AccordCliUsage *usage, const Parsed *parsed)
{
  int status = check_values (self, usage, parsed);

  if (status < 0)
    status = check_files (self, usage);
  if (status < 0 && self->output != NULL && g_str_equal (self->output, "-"))
    g_clear_pointer (&self->output, g_free);
  if (status < 0)
    status = choose_format (self, usage, parsed->format);
  if (status < 0)
    status = check_output (self, usage, parsed->format);
  if (status < 0)
    status = load_lexicon (self, usage, parsed->lexicon);
  return status;
}

/**
 * accord_cli_options_parse:
 * @self: (out caller-allocates): options, all zero before
 * @usage: of the command
 * @argc: number of arguments, the command's name among them
 * @argv: the arguments
 *
 * Parses and checks. Prints what is wrong, or the help where that was wanted, and then
 * the command is over.
 *
 * Returns: -1 to go on; else the exit status
 */
int
accord_cli_options_parse (AccordCliOptions *self,
                          const AccordCliUsage *usage,
                          int argc,
                          char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (usage->parameters);
  g_autoptr (GError) error = NULL;
  g_autofree char *program = g_strdup_printf ("accord-cli %s", usage->command);
  Parsed parsed = { self, NULL, NULL, NULL, UNSET, UNSET };
  gboolean parsed_well;
  int status = ACCORD_CLI_USAGE;

  g_set_prgname (program);
  g_option_context_set_summary (context, usage->summary);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  add_entries (context, usage, &parsed);
  add_format_entry (context, usage, &parsed);
  if (usage->entries != NULL)
    g_option_context_add_main_entries (context, usage->entries, GETTEXT_PACKAGE);
  parsed_well = g_option_context_parse (context, &argc, &argv, &error);
  if (!parsed_well)
    accord_cli_options_error (usage, error->message);
  else
    status = check (self, usage, &parsed);
  g_free (parsed.format);
  g_free (parsed.lexicon);
  g_free (parsed.help);
  return status;
}

/**
 * accord_cli_options_clear:
 * @self: options
 *
 * Frees what they hold.
 */
void
accord_cli_options_clear (AccordCliOptions *self)
{
  g_clear_pointer (&self->lexicon, accord_lexicon_unref);
  g_clear_pointer (&self->files, g_strfreev);
  g_clear_pointer (&self->output, g_free);
  g_clear_pointer (&self->language, g_free);
  g_clear_pointer (&self->codebook, g_free);
}

/**
 * accord_cli_options_mode:
 * @self: options
 *
 * Returns: how much of a file is wanted
 */
AccordReadMode
accord_cli_options_mode (const AccordCliOptions *self)
{
  if (self->lines)
    return ACCORD_READ_LINES;
  return self->whole ? ACCORD_READ_WHOLE : ACCORD_READ_STATEMENT;
}
