/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window looks at. A focus is made of numbers of the last findings, so each
 * new comparison forgets a passage and link that it does not number the same way. */
#include "session/accord-view-private.h"

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_PAGE,
  PROP_TEXT_ZOOM,
  PROP_SEARCH,
  PROP_SCROLL_LOCK,
  PROP_MODE,
  PROP_STANCES,
  PROP_STATUSES,
  PROP_BLIND,
  N_PROPS
};

enum
{
  FOCUS_CHANGED,
  N_SIGNALS
};

static const char *const PAGES[] = { "read", "matrix", "report", NULL };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AccordView, accord_view, G_TYPE_OBJECT)

void
accord_view_emit_focus_changed (AccordView *self)
{
  g_signal_emit (self, signals[FOCUS_CHANGED], 0);
}

/* Another filter: what hangs on it is worked out again before anybody is told. */
void
accord_view_notify_filter (AccordView *self, const char *property)
{
  accord_view_forget_flags (self);
  accord_finding_list_refilter (self->list);
  g_object_notify (G_OBJECT (self), property);
  accord_view_emit_focus_changed (self);
}

static void
emit_principles_changed (AccordView *self)
{
  accord_view_forget_flags (self);
  accord_finding_list_refilter (self->list);
  accord_view_emit_focus_changed (self);
}

static gboolean
find_principle (AccordView *self, guint principle, guint *i)
{
  for (*i = 0; *i < self->principles->len; (*i)++)
    if (g_array_index (self->principles, guint, *i) >= principle)
      return g_array_index (self->principles, guint, *i) == principle;
  return FALSE;
}

static void
add_principle (AccordView *self, guint principle)
{
  guint i = 0;

  if (!find_principle (self, principle, &i))
    g_array_insert_val (self->principles, i, principle);
}

static void
drop_principle (AccordView *self, guint principle)
{
  guint i = 0;

  if (find_principle (self, principle, &i))
    g_array_remove_index (self->principles, i);
}

/* The first passage of @document with a focused principle that counts. */
static guint
first_passage (AccordView *self, AccordFindings *findings, guint document)
{
  AccordCoverage *coverage = accord_session_get_coverage (self->session);
  guint n = 0;
  const AccordCodingFinding *codings =
    accord_findings_get_document_codings (findings, document, &n);

  for (guint i = 0; i < n; i++)
    if (accord_view_is_principle_focused (self, codings[i].principle) &&
        accord_coverage_counts (coverage, &codings[i]))
      return codings[i].passage;
  return ACCORD_NONE;
}

static void
jump_to_principles (AccordView *self)
{
  g_autoptr (AccordFindings) findings = NULL;
  guint n = 0;

  if (accord_session_get_findings (self->session) == NULL)
    return;
  findings = accord_findings_ref (accord_session_get_findings (self->session));
  n = accord_comparison_get_n_documents (accord_findings_get_comparison (findings));
  for (guint i = 0; i < n && accord_session_get_findings (self->session) == findings; i++)
    {
      guint passage = first_passage (self, findings, i);

      if (passage != ACCORD_NONE)
        accord_view_jump (self, i, passage);
    }
}

/* Each result numbers its findings anew: what is focused is looked for in it. */
static void
findings_changed_cb (AccordView *self)
{
  guint link = self->link, coding = self->coding, document = self->document;
  AccordFindings *findings = accord_session_get_findings (self->session);

  accord_view_forget_flags (self);
  accord_finding_list_set_findings (self->list, findings);
  accord_finding_list_refilter (self->list);
  accord_view_renew_versions (self);
  if (self->pairing && self->comparison != accord_view_get_comparison (self))
    accord_view_end_pair (self);
  if (!accord_view_find_again (self) || link != self->link || coding != self->coding ||
      document != self->document)
    accord_view_emit_focus_changed (self);
}

/* Another codebook numbers its principles otherwise: those that it has too stay focused. */
static void
codebook_changed_cb (AccordView *self)
{
  AccordCodebook *codebook = accord_session_get_codebook (self->session);
  g_autoptr (AccordCodebook) before = self->codebook;
  g_autoptr (GArray) principles = self->principles;
  guint n = 0;
  const AccordPrinciple *old = accord_codebook_get_principles (before, &n);

  self->codebook = accord_codebook_ref (codebook);
  self->principles = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < principles->len; i++)
    {
      guint principle = 0;

      if (accord_codebook_find_principle (codebook, old[g_array_index (principles, guint, i)].id,
                                          &principle))
        add_principle (self, principle);
    }
  if (principles->len > 0)
    accord_view_emit_focus_changed (self);
}

static void
accord_view_constructed (GObject *object)
{
  AccordView *self = ACCORD_VIEW (object);

  G_OBJECT_CLASS (accord_view_parent_class)->constructed (object);
  g_signal_connect_object (self->session, "findings-changed", G_CALLBACK (findings_changed_cb),
                           self, G_CONNECT_SWAPPED);
  accord_finding_list_set_findings (self->list, accord_session_get_findings (self->session));
  self->codebook = accord_codebook_ref (accord_session_get_codebook (self->session));
  g_signal_connect_object (self->session, "notify::codebook", G_CALLBACK (codebook_changed_cb),
                           self, G_CONNECT_SWAPPED);
}

static void
accord_view_finalize (GObject *object)
{
  AccordView *self = ACCORD_VIEW (object);

  g_clear_object (&self->session);
  g_clear_object (&self->list);
  g_clear_pointer (&self->principles, g_array_unref);
  g_clear_pointer (&self->codebook, accord_codebook_unref);
  g_clear_pointer (&self->comparison, accord_comparison_unref);
  g_clear_pointer (&self->focused, accord_document_unref);
  g_clear_pointer (&self->flags, g_ptr_array_unref);
  g_clear_pointer (&self->pinned, g_hash_table_unref);
  g_free (self->finding_id);
  g_free (self->turning);
  g_clear_pointer (&self->versions, accord_versions_unref);
  g_free (self->page);
  g_free (self->search);
  G_OBJECT_CLASS (accord_view_parent_class)->finalize (object);
}

static void
accord_view_get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  AccordView *self = ACCORD_VIEW (object);

  switch (property)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_PAGE:
      g_value_set_string (value, self->page);
      break;
    case PROP_TEXT_ZOOM:
      g_value_set_int (value, (gint) self->text_zoom);
      break;
    case PROP_SEARCH:
      g_value_set_string (value, self->search);
      break;
    case PROP_SCROLL_LOCK:
      g_value_set_boolean (value, self->scroll_lock);
      break;
    case PROP_MODE:
      g_value_set_int (value, (gint) self->mode);
      break;
    case PROP_STANCES:
      g_value_set_uint (value, self->stances);
      break;
    case PROP_STATUSES:
      g_value_set_uint (value, self->statuses);
      break;
    case PROP_BLIND:
      g_value_set_boolean (value, self->blind);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
set_text (AccordView *self, char **place, const char *text, guint property)
{
  if (g_strcmp0 (*place, text) == 0)
    return;
  g_free (*place);
  *place = g_strdup (text);
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
set_text_zoom (AccordView *self, guint text_zoom)
{
  if (self->text_zoom == text_zoom)
    return;
  self->text_zoom = text_zoom;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT_ZOOM]);
}

static void
set_scroll_lock (AccordView *self, gboolean scroll_lock)
{
  if (self->scroll_lock == scroll_lock)
    return;
  self->scroll_lock = scroll_lock;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SCROLL_LOCK]);
}

static void
accord_view_set_property (GObject *object, guint property, const GValue *value, GParamSpec *pspec)
{
  AccordView *self = ACCORD_VIEW (object);

  switch (property)
    {
    case PROP_SESSION:
      g_set_object (&self->session, g_value_get_object (value));
      break;
    case PROP_PAGE:
      g_return_if_fail (g_value_get_string (value) != NULL);
      g_return_if_fail (g_strv_contains (PAGES, g_value_get_string (value)));
      set_text (self, &self->page, g_value_get_string (value), PROP_PAGE);
      break;
    case PROP_TEXT_ZOOM:
      set_text_zoom (self, (guint) g_value_get_int (value));
      break;
    case PROP_SEARCH:
      set_text (self, &self->search,
                g_value_get_string (value) != NULL ? g_value_get_string (value) : "", PROP_SEARCH);
      break;
    case PROP_SCROLL_LOCK:
      set_scroll_lock (self, g_value_get_boolean (value));
      break;
    case PROP_MODE:
      accord_view_set_mode (self, (AccordViewMode) g_value_get_int (value));
      break;
    case PROP_STANCES:
      accord_view_set_stances (self, g_value_get_uint (value));
      break;
    case PROP_STATUSES:
      accord_view_set_statuses (self, g_value_get_uint (value));
      break;
    case PROP_BLIND:
      accord_view_set_blind (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
install_filters (GParamFlags flags)
{
  properties[PROP_SCROLL_LOCK] = g_param_spec_boolean ("scroll-lock", NULL, NULL, FALSE, flags);
  properties[PROP_MODE] =
    g_param_spec_int ("mode", NULL, NULL, 0, ACCORD_N_VIEW_MODES - 1, 0, flags);
  properties[PROP_STANCES] =
    g_param_spec_uint ("stances", NULL, NULL, 0, ACCORD_ALL_STANCES, ACCORD_ALL_STANCES, flags);
  properties[PROP_STATUSES] = g_param_spec_uint (
    "statuses", NULL, NULL, 0, (1u << ACCORD_N_STATUSES) - 1, ACCORD_USUAL_STATUSES, flags);
  properties[PROP_BLIND] = g_param_spec_boolean ("blind", NULL, NULL, FALSE, flags);
}

static void
accord_view_class_init (AccordViewClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GType type = G_OBJECT_CLASS_TYPE (class);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = accord_view_constructed;
  object_class->finalize = accord_view_finalize;
  object_class->get_property = accord_view_get_property;
  object_class->set_property = accord_view_set_property;
  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, ACCORD_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_PAGE] = g_param_spec_string ("page", NULL, NULL, "read", flags);
  properties[PROP_TEXT_ZOOM] = g_param_spec_int ("text-zoom", NULL, NULL, 50, 300, 100, flags);
  properties[PROP_SEARCH] = g_param_spec_string ("search", NULL, NULL, "", flags);
  install_filters (flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[FOCUS_CHANGED] =
    g_signal_new ("focus-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_signal_new ("seats-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_signal_new ("versions-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_signal_new ("pair-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_signal_new ("jump", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT,
                G_TYPE_UINT);
}

static void
accord_view_init (AccordView *self)
{
  self->principles = g_array_new (FALSE, FALSE, sizeof (guint));
  self->page = g_strdup ("read");
  self->search = g_strdup ("");
  self->list = accord_finding_list_new (accord_view_filter, self);
  self->pinned = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->text_zoom = 100;
  self->stances = ACCORD_ALL_STANCES;
  self->statuses = ACCORD_USUAL_STATUSES;
  self->n_seats = G_MAXUINT;
  self->document = self->passage = self->link = self->coding = ACCORD_NONE;
}

/**
 * accord_view_new:
 * @session: what is looked at
 *
 * Returns: (transfer full): a view without focus
 */
AccordView *
accord_view_new (AccordSession *session)
{
  return g_object_new (ACCORD_TYPE_VIEW, "session", session, NULL);
}

/**
 * accord_view_get_session:
 * @self: a view
 *
 * Returns: (transfer none): what is looked at
 */
AccordSession *
accord_view_get_session (AccordView *self)
{
  return self->session;
}

/**
 * accord_view_focus_principle:
 * @self: a view
 * @principle: index in the codebook
 * @add: FALSE: show it alone; TRUE: add it to what is shown, or take it away if it is
 *
 * Jumps to its first passage in each document.
 */
void
accord_view_focus_principle (AccordView *self, guint principle, gboolean add)
{
  guint n = 0;

  g_return_if_fail (ACCORD_IS_VIEW (self));

  accord_codebook_get_principles (accord_session_get_codebook (self->session), &n);
  g_return_if_fail (principle < n);

  if (!add)
    g_array_set_size (self->principles, 0);
  if (add && accord_view_is_principle_focused (self, principle))
    drop_principle (self, principle);
  else
    add_principle (self, principle);
  emit_principles_changed (self);
  if (accord_view_is_principle_focused (self, principle))
    jump_to_principles (self);
}

/**
 * accord_view_focus_theme:
 * @self: a view
 * @theme: index in the codebook
 * @add: FALSE: show its principles alone; TRUE: add them, or take them away if all are shown
 *
 * Jumps to the first passage of one of them in each document.
 */
void
accord_view_focus_theme (AccordView *self, guint theme, gboolean add)
{
  guint n = 0;
  const AccordTheme *themes = NULL;
  gboolean drop = FALSE;

  g_return_if_fail (ACCORD_IS_VIEW (self));

  themes = accord_codebook_get_themes (accord_session_get_codebook (self->session), &n);
  g_return_if_fail (theme < n);

  drop = add && accord_view_is_theme_focused (self, theme);
  if (!add)
    g_array_set_size (self->principles, 0);
  for (guint i = 0; i < themes[theme].n_principles; i++)
    if (drop)
      drop_principle (self, themes[theme].first_principle + i);
    else
      add_principle (self, themes[theme].first_principle + i);
  emit_principles_changed (self);
  if (!drop)
    jump_to_principles (self);
}

/**
 * accord_view_clear_focus:
 * @self: a view
 *
 * No principle is shown alone any more, and no passage or link is focused.
 */
void
accord_view_clear_focus (AccordView *self)
{
  g_return_if_fail (ACCORD_IS_VIEW (self));

  if (self->principles->len == 0 && self->passage == ACCORD_NONE && self->link == ACCORD_NONE &&
      self->coding == ACCORD_NONE)
    return;
  g_array_set_size (self->principles, 0);
  accord_view_forget_passage (self);
  emit_principles_changed (self);
}

/**
 * accord_view_has_focus:
 * @self: a view
 *
 * Returns: whether some principles are shown alone
 */
gboolean
accord_view_has_focus (AccordView *self)
{
  return self->principles->len > 0;
}

/**
 * accord_view_is_principle_focused:
 * @self: a view
 * @principle: index in the codebook
 *
 * Returns: whether it is shown alone, or with others
 */
gboolean
accord_view_is_principle_focused (AccordView *self, guint principle)
{
  guint i = 0;

  return find_principle (self, principle, &i);
}

/**
 * accord_view_is_theme_focused:
 * @self: a view
 * @theme: index in the codebook
 *
 * Returns: whether it has principles and all of them are focused
 */
gboolean
accord_view_is_theme_focused (AccordView *self, guint theme)
{
  guint n = 0;
  const AccordTheme *themes =
    accord_codebook_get_themes (accord_session_get_codebook (self->session), &n);

  g_return_val_if_fail (theme < n, FALSE);

  for (guint i = 0; i < themes[theme].n_principles; i++)
    if (!accord_view_is_principle_focused (self, themes[theme].first_principle + i))
      return FALSE;
  return themes[theme].n_principles > 0;
}
