/* SPDX-License-Identifier: GPL-3.0-or-later */
/* accord-cli: what the window does to texts, without a display. This file chooses the
 * command; each command is a file of its own. */
#include "cli/accord-cli.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <locale.h>
#include <signal.h>
#include <string.h>
#include <unicode/uversion.h>

#include "accord-config.h"
#include "cli/accord-cli-interrupt.h"
#include "documents/accord-lexicon-file.h"

typedef struct
{
  const char *name;
  const char *summary;
  int (*run) (int argc, char **argv);
} Command;

static const Command COMMANDS[] = {
  { "read", N_ ("The kept text of documents, a paragraph a line"), accord_cli_read },
  { "segment", N_ ("Their passages, one a line"), accord_cli_segment },
  { "code", N_ ("The principles of each passage, with stance, actor and words"), accord_cli_code },
  { "compare", N_ ("What documents share, as JSON, report or session"), accord_cli_compare },
  { "match", N_ ("Links between their passages, as JSON Lines"), accord_cli_match },
  { "similarity", N_ ("A score for each pair of texts of a table"), accord_cli_similarity },
  { "session", N_ ("Shows or verifies a session"), accord_cli_session },
  { "codebook", N_ ("Checks or converts codebooks"), accord_cli_codebook },
};

static void
print_help (void)
{
  g_print (_ ("Usage: accord-cli COMMAND [OPTION…] FILE…\n\nCommands:\n"));
  for (guint i = 0; i < G_N_ELEMENTS (COMMANDS); i++)
    g_print ("  %-12s%s\n", COMMANDS[i].name, _ (COMMANDS[i].summary));
  g_print (_ ("\n“-” reads standard input. “accord-cli COMMAND --help” lists the options of a "
              "command,\n“accord-cli --version” tells the version.\n"));
}

static void
print_version (void)
{
  UVersionInfo icu;
  char text[U_MAX_VERSION_STRING_LENGTH];
  g_autofree char *lexicon = accord_lexicon_dup_summary ();

  u_getVersion (icu);
  u_versionToString (icu, text);
  g_print ("accord-cli %s\nICU %s\n%s\n", ACCORD_VERSION, text, lexicon);
}

static const Command *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (COMMANDS); i++)
    if (g_str_equal (COMMANDS[i].name, name))
      return &COMMANDS[i];
  return NULL;
}

/* Numbers print the C way in every locale. */
static void
set_up_locale (void)
{
  setlocale (LC_ALL, "");
  setlocale (LC_NUMERIC, "C");
  bindtextdomain (GETTEXT_PACKAGE, ACCORD_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

static int
usage_error (const char *name)
{
  if (name == NULL)
    g_printerr ("accord-cli: %s\n", _ ("no command given"));
  else
    accord_cli_complain (name, _ ("there is no such command"));
  g_printerr ("%s\n", _ ("Try “accord-cli --help”."));
  return ACCORD_CLI_USAGE;
}

int
main (int argc, char **argv)
{
  const Command *command;

  set_up_locale ();
  accord_cli_interrupt_init ();
  if (argc < 2)
    return usage_error (NULL);
  if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h") ||
      g_str_equal (argv[1], "help"))
    {
      print_help ();
      return ACCORD_CLI_DONE;
    }
  if (g_str_equal (argv[1], "--version"))
    {
      print_version ();
      return ACCORD_CLI_DONE;
    }
  command = find_command (argv[1]);
  if (command == NULL)
    return usage_error (argv[1]);
  return command->run (argc - 1, argv + 1);
}
