/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of the window, for the files that are cut from it by concern. */
#pragma once

#include "app/accord-coverage-bar.h"
#include "app/accord-inspector.h"
#include "app/accord-matrix-view.h"
#include "app/accord-quotations.h"
#include "app/accord-pair-bar.h"
#include "app/accord-reader.h"
#include "app/accord-sidebar.h"
#include "app/accord-window.h"

G_BEGIN_DECLS

struct _AccordWindow
{
  AdwApplicationWindow parent_instance;

  /* template */
  AdwToastOverlay *toasts;
  AdwViewSwitcherTitle *title;
  AdwSplitButton *open_button;
  AdwViewSwitcherBar *switcher_bar;
  AdwViewStack *pages;
  GtkStack *sides; /* what stands at the right of each page */
  GtkStack *stack;
  GtkBox *messages;
  AccordCoverageBar *coverage_bar;
  AdwFlap *sidebar_flap;
  AdwFlap *inspector_flap;
  AccordSidebar *sidebar;
  AccordInspector *inspector;
  AccordPairBar *pair_bar;
  AccordReader *reader;
  GMenu *undo_section;
  GtkWidget *undo_button;
  AccordMatrixView *matrix;
  AccordQuotations *quotations;

  /* owned */
  AccordSession *session;
  AccordView *view;
  AccordMatrixState *matrix_state;
  GSettings *settings;
  GtkFileChooserNative *dialog; /* nullable: while one is open */
  GFile *opening_file;          /* nullable: a session on its way into this window */

  int folded_for;    /* the width for which it was decided which panes fold */
  gboolean opening;  /* a session is being read into this window */
  gboolean closing;  /* the person chose to close, whatever is unsaved */
  gboolean quitting; /* when it is closed, the next one is saved and closed */
};

void accord_window_install_actions (GtkWidgetClass *widget_class);
void accord_window_update_actions (AccordWindow *self);
void accord_window_install_decide_actions (GtkWidgetClass *widget_class);
void accord_window_update_decide_actions (AccordWindow *self);
GArray *accord_window_choose_codings (AccordWindow *self) G_GNUC_WARN_UNUSED_RESULT;
void accord_window_install_code_actions (GtkWidgetClass *widget_class);
void accord_window_update_code_actions (AccordWindow *self);
void accord_window_add_view_actions (AccordWindow *self);
void accord_window_install_file_actions (GtkWidgetClass *widget_class);
void accord_window_save_then_close (AccordWindow *self);
void accord_window_stop_closing (AccordWindow *self);
void accord_window_explain_save (AccordWindow *self, const GError *error, gboolean closing);
void accord_window_install_merge_actions (GtkWidgetClass *widget_class);
void accord_window_merge_files (AccordWindow *self, GListModel *files);
void accord_window_install_verify_actions (GtkWidgetClass *widget_class);
void accord_window_add_drop_target (AccordWindow *self);
void accord_window_install_page_actions (GtkWidgetClass *widget_class);
void accord_window_add_pages (AccordWindow *self);
void accord_window_paste (AccordWindow *self);
void accord_window_ask_password (AccordWindow *self, GFile *file, const char *reason);

G_END_DECLS
