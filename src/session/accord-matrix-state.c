/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Options, the rows made of them, and the focused cell. Rows are made when they are
 * asked for: a session with hundreds of decisions a minute makes them once a frame. */
#include "session/accord-matrix-state.h"

struct _AccordMatrixState
{
  GObject parent_instance;

  /* owned */
  AccordSession *session;
  AccordMatrix *matrix;     /* nullable: not made yet, or nothing was compared */
  AccordCodebook *codebook; /* that numbers theme and principle */
  char *language;           /* nullable */

  AccordMatrixOptions options;
  guint theme; /* ACCORD_NONE: no cell */
  guint principle;
  guint document; /* ACCORD_NONE: all of them */
};

enum
{
  ROWS_CHANGED,
  CELL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AccordMatrixState, accord_matrix_state, G_TYPE_OBJECT)

static void
rows_changed (AccordMatrixState *self)
{
  g_clear_pointer (&self->matrix, accord_matrix_free);
  g_signal_emit (self, signals[ROWS_CHANGED], 0);
}

static guint
count_documents (AccordMatrixState *self)
{
  AccordFindings *findings = accord_session_get_findings (self->session);

  return findings != NULL
           ? accord_comparison_get_n_documents (accord_findings_get_comparison (findings))
           : 0;
}

static gboolean
find_theme (AccordCodebook *codebook, const char *id, guint *theme)
{
  guint n = 0;
  const AccordTheme *themes = accord_codebook_get_themes (codebook, &n);

  for (*theme = 0; *theme < n; (*theme)++)
    if (g_str_equal (themes[*theme].id, id))
      return TRUE;
  return FALSE;
}

/* Another codebook numbers themes and principles otherwise; the cell keeps those it had. */
static void
fit_codebook (AccordMatrixState *self)
{
  AccordCodebook *codebook = accord_session_get_codebook (self->session);
  guint n = 0, theme = ACCORD_NONE, principle = ACCORD_NONE;
  gboolean found = FALSE;

  if (codebook == self->codebook)
    return;
  if (self->principle != ACCORD_NONE)
    {
      const char *id = accord_codebook_get_principles (self->codebook, &n)[self->principle].id;

      found = accord_codebook_find_principle (codebook, id, &principle);
      if (found)
        theme = accord_codebook_get_principles (codebook, &n)[principle].theme;
    }
  else if (self->theme != ACCORD_NONE)
    found = find_theme (codebook, accord_codebook_get_themes (self->codebook, &n)[self->theme].id,
                        &theme);
  self->theme = found ? theme : ACCORD_NONE;
  self->principle = found ? principle : ACCORD_NONE;
  accord_codebook_ref (codebook);
  accord_codebook_unref (self->codebook);
  self->codebook = codebook;
}

/* A document may have gone. */
static void
findings_changed_cb (AccordMatrixState *self)
{
  rows_changed (self);
  fit_codebook (self);
  if (self->theme == ACCORD_NONE ||
      (self->document != ACCORD_NONE && self->document >= count_documents (self)))
    self->theme = self->principle = self->document = ACCORD_NONE;
  g_signal_emit (self, signals[CELL_CHANGED], 0);
}

static void
accord_matrix_state_finalize (GObject *object)
{
  AccordMatrixState *self = ACCORD_MATRIX_STATE (object);

  g_clear_pointer (&self->matrix, accord_matrix_free);
  g_clear_pointer (&self->codebook, accord_codebook_unref);
  g_clear_object (&self->session);
  g_free (self->language);
  G_OBJECT_CLASS (accord_matrix_state_parent_class)->finalize (object);
}

static void
accord_matrix_state_class_init (AccordMatrixStateClass *klass)
{
  GType type = G_OBJECT_CLASS_TYPE (klass);

  G_OBJECT_CLASS (klass)->finalize = accord_matrix_state_finalize;
  signals[ROWS_CHANGED] =
    g_signal_new ("rows-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CELL_CHANGED] =
    g_signal_new ("cell-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
accord_matrix_state_init (AccordMatrixState *self)
{
  self->options.stance = ACCORD_N_STANCES;
  self->theme = self->principle = self->document = ACCORD_NONE;
}

/**
 * accord_matrix_state_new:
 * @session: what is looked at
 *
 * Returns: (transfer full): rows by coverage, no cell
 */
AccordMatrixState *
accord_matrix_state_new (AccordSession *session)
{
  AccordMatrixState *self = g_object_new (ACCORD_TYPE_MATRIX_STATE, NULL);

  self->session = g_object_ref (session);
  self->codebook = accord_codebook_ref (accord_session_get_codebook (session));
  g_signal_connect_object (session, "findings-changed", G_CALLBACK (findings_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/**
 * accord_matrix_state_get_session:
 * @self: a state
 *
 * Returns: (transfer none): what is looked at
 */
AccordSession *
accord_matrix_state_get_session (AccordMatrixState *self)
{
  return self->session;
}

/**
 * accord_matrix_state_get_matrix:
 * @self: a state
 *
 * Returns: (transfer none) (nullable): the rows, until the next "rows-changed"; NULL where nothing
 *   was compared yet
 */
const AccordMatrix *
accord_matrix_state_get_matrix (AccordMatrixState *self)
{
  AccordCoverage *coverage = accord_session_get_coverage (self->session);

  if (self->matrix == NULL && coverage != NULL)
    self->matrix = accord_matrix_new (coverage, &self->options);
  return self->matrix;
}

/**
 * accord_matrix_state_get_options:
 * @self: a state
 *
 * Returns: (transfer none): order and filters
 */
const AccordMatrixOptions *
accord_matrix_state_get_options (AccordMatrixState *self)
{
  return &self->options;
}

/**
 * accord_matrix_state_set_sort:
 * @self: a state
 * @sort: order of the rows
 */
void
accord_matrix_state_set_sort (AccordMatrixState *self, AccordMatrixSort sort)
{
  g_return_if_fail (sort < ACCORD_N_MATRIX_SORTS);

  if (self->options.sort == sort)
    return;
  self->options.sort = sort;
  rows_changed (self);
}

/**
 * accord_matrix_state_set_themes:
 * @self: a state
 * @themes: whether rows are themes rather than principles
 */
void
accord_matrix_state_set_themes (AccordMatrixState *self, gboolean themes)
{
  if (self->options.themes == themes)
    return;
  self->options.themes = themes;
  rows_changed (self);
}

/**
 * accord_matrix_state_set_language:
 * @self: a state
 * @language: (nullable): in which names are wished
 */
void
accord_matrix_state_set_language (AccordMatrixState *self, const char *language)
{
  g_free (self->language);
  self->language = g_strdup (language);
  self->options.language = self->language;
  rows_changed (self);
}

/**
 * accord_matrix_state_toggle_fold:
 * @self: a state
 * @coverage: the class of a heading
 *
 * Folds the rows under it, or unfolds them.
 */
void
accord_matrix_state_toggle_fold (AccordMatrixState *self, AccordCoverageClass coverage)
{
  g_return_if_fail (coverage < ACCORD_N_COVERAGES);

  self->options.folded ^= 1u << coverage;
  rows_changed (self);
}

/**
 * accord_matrix_state_set_shown:
 * @self: a state
 * @coverage: a class
 * @shown: whether rows of it are there
 */
void
accord_matrix_state_set_shown (AccordMatrixState *self,
                               AccordCoverageClass coverage,
                               gboolean shown)
{
  guint without = self->options.without;

  g_return_if_fail (coverage < ACCORD_N_COVERAGES);

  without = shown ? without & ~(1u << coverage) : without | 1u << coverage;
  if (without == self->options.without)
    return;
  self->options.without = without;
  rows_changed (self);
}

/**
 * accord_matrix_state_set_stance:
 * @self: a state
 * @stance: rows that have it in a cell are there only; ACCORD_N_STANCES for all
 */
void
accord_matrix_state_set_stance (AccordMatrixState *self, AccordStance stance)
{
  if (self->options.stance == stance)
    return;
  self->options.stance = stance;
  rows_changed (self);
}

/**
 * accord_matrix_state_focus_cell:
 * @self: a state
 * @theme: index of a theme; ACCORD_NONE: no cell
 * @principle: index of a principle of it; ACCORD_NONE: all of them
 * @document: its number in the findings; ACCORD_NONE: all of them
 */
void
accord_matrix_state_focus_cell (AccordMatrixState *self,
                                guint theme,
                                guint principle,
                                guint document)
{
  if (theme == self->theme && principle == self->principle && document == self->document)
    return;
  self->theme = theme;
  self->principle = principle;
  self->document = document;
  g_signal_emit (self, signals[CELL_CHANGED], 0);
}

/**
 * accord_matrix_state_get_cell:
 * @self: a state
 * @theme: (out): index of its theme
 * @principle: (out): index of its principle; ACCORD_NONE: all of the theme
 * @document: (out): its document; ACCORD_NONE: all of them
 *
 * Returns: whether a cell is looked at
 */
gboolean
accord_matrix_state_get_cell (AccordMatrixState *self,
                              guint *theme,
                              guint *principle,
                              guint *document)
{
  *theme = self->theme;
  *principle = self->principle;
  *document = self->document;
  return self->theme != ACCORD_NONE;
}
