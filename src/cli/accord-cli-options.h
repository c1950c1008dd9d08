/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The options of the commands: one table for those that several have, with a flag for
 * each that a command takes, so that none is accepted where it would do nothing. */
#pragma once

#include <glib.h>

#include "documents/accord-source.h"
#include "engine/accord-lexicon.h"

G_BEGIN_DECLS

typedef enum
{
  ACCORD_CLI_TAKES_WHOLE = 1 << 0,
  ACCORD_CLI_TAKES_LINES = 1 << 1,
  ACCORD_CLI_TAKES_LANGUAGE = 1 << 2,
  ACCORD_CLI_TAKES_CODEBOOK = 1 << 3,
  ACCORD_CLI_TAKES_THRESHOLD = 1 << 4,
  ACCORD_CLI_TAKES_LEXICON = 1 << 5,
  ACCORD_CLI_TAKES_OUTPUT = 1 << 6,
  ACCORD_CLI_TAKES_JOBS = 1 << 7,
  ACCORD_CLI_TAKES_FOLDER = 1 << 8,
} AccordCliTakes;

/**
 * AccordCliFormat:
 * @name: what --format calls it
 * @suffix: what a file of it ends in, without the dot
 */
typedef struct
{
  const char *name;
  const char *suffix;
} AccordCliFormat;

/**
 * AccordCliUsage:
 * @command: its name
 * @parameters: translated, as in "FILE…"
 * @summary: translated, a sentence
 * @takes: #AccordCliTakes
 * @formats: (array length=n_formats): the first is the default
 * @n_formats: 0 where there is no choice and no output
 * @entries: (nullable): options of its own
 */
typedef struct
{
  const char *command;
  const char *parameters;
  const char *summary;
  guint takes;
  const AccordCliFormat *formats;
  guint n_formats;
  const GOptionEntry *entries;
} AccordCliUsage;

/**
 * AccordCliOptions:
 * @files: (array zero-terminated): the arguments as given, at least one
 * @output: (nullable): NULL for standard output
 * @to_folder: whether @output is a folder, there or to be made; of commands that take one
 * @format: index into the usage's formats
 * @jobs: at least 1
 * @threshold: 0 to 1000
 * @threshold_given: whether it was given, and is not the default
 * @codebook: a file, or the name of a codebook that ships with the program
 * @language: (nullable): a BCP 47 tag
 * @lexicon: (nullable): with the pairs of --lexicon; of commands that take it
 */
typedef struct
{
  char **files;
  char *output;
  gboolean to_folder;
  guint format;
  gboolean force;
  gboolean progress;
  gint jobs;
  gboolean whole;
  gboolean lines;
  char *language;
  char *codebook;
  gboolean codebook_given;
  gint threshold;
  gboolean threshold_given;
  AccordLexicon *lexicon;
} AccordCliOptions;

int accord_cli_options_parse (AccordCliOptions *self,
                              const AccordCliUsage *usage,
                              int argc,
                              char **argv);
void accord_cli_options_clear (AccordCliOptions *self);
int accord_cli_options_error (const AccordCliUsage *usage, const char *message);
AccordReadMode accord_cli_options_mode (const AccordCliOptions *self);
const char *accord_cli_canonical_language (const char *tag);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AccordCliOptions, accord_cli_options_clear)

G_END_DECLS
