/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of a file that is a ZIP archive, as office files and books are. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The most bytes that the parts of one archive unpack to, and the most entries. */
#define ACCORD_PACK_MAX (128u << 20)
#define ACCORD_PACK_ENTRIES_MAX 65536u

/**
 * AccordPackKind:
 *
 * What an archive is, by its entries. FILES is an archive of any files.
 */
typedef enum
{
  ACCORD_PACK_FILES,
  ACCORD_PACK_DOCX,
  ACCORD_PACK_XLSX,
  ACCORD_PACK_PPTX,
  ACCORD_PACK_ODT,
  ACCORD_PACK_ODF_OTHER,
  ACCORD_PACK_EPUB,
  ACCORD_PACK_IWORK,
  ACCORD_PACK_HWPX,
  ACCORD_PACK_XPS,
  ACCORD_N_PACK_KINDS
} AccordPackKind;

struct archive;

typedef struct _AccordPack AccordPack;

gboolean accord_pack_is_zip (const char *data, gsize length);
AccordPackKind accord_pack_sniff (const char *data, gsize length);

struct archive *accord_pack_open (const char *data, gsize length) G_GNUC_WARN_UNUSED_RESULT;
AccordPack *
accord_pack_new (const char *data, gsize length, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void accord_pack_free (AccordPack *self);
GBytes *accord_pack_get (const AccordPack *self, const char *path);
gboolean accord_pack_has (const AccordPack *self, const char *path);
gboolean accord_pack_is_encrypted (const AccordPack *self);
char *accord_pack_resolve (const char *base, const char *target) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordPack, accord_pack_free)

G_END_DECLS
