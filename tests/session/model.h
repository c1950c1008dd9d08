/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A session as simply as it can be said: records in an array, texts as strings, undo as
 * whole copies. It is the reference for the real one. */
#pragma once

#include "session/accord-session-state.h"

typedef struct
{
  char *document; /* nullable */
  guint32 start;
  guint32 end;
  AccordAnchor anchor;
  char *quote; /* nullable */
} ModelPlace;

typedef struct
{
  char *kind;
  ModelPlace target;
  ModelPlace other;
  char *principle; /* nullable */
  char *value;     /* nullable: JSON */
  char *coder;
} ModelRecord;

typedef struct
{
  char *id;
  gboolean shown;
  GString *text;
  char *fields[ACCORD_N_FIELDS];
  GArray *blocks; /* of AccordBlock without strings */
  GHashTable *attributes;
} ModelDocument;

typedef struct
{
  GPtrArray *documents;
  GPtrArray *records;
  gint threshold;
  char *codebook;
} Model;

Model *model_new (void);
Model *model_copy (const Model *self);
void model_free (Model *self);
Model *model_of_bytes (const char *bytes, gsize length);
char *model_describe (const Model *self);
char *model_describe_kept (const Model *self);

ModelDocument *model_add_document (Model *self, const char *id, AccordDocument *document);
ModelDocument *model_find (const Model *self, const char *id);
ModelRecord *model_record_new (const char *kind, const char *coder, const char *value);
void model_record_free (ModelRecord *self);
void model_place (ModelPlace *place, const char *document, AccordSpan span);
ModelRecord *model_same (const Model *self, const ModelRecord *record);
gboolean model_put (Model *self, ModelRecord *record);
void model_remove_document (Model *self, const char *id);
void model_edit (Model *self, ModelDocument *document, AccordSpan span, const char *words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ModelRecord, model_record_free)
