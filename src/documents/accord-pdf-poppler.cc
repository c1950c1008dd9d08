/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Poppler behind three C functions. The binding for C++ gives all words of a page as
 * they are stored; the one for GLib gives what lies between two corners in poppler's own
 * order, and leaves out blocks of pages that are written from right to left. */
#include "documents/accord-pdf-poppler-private.h"

#include <cstring>
#include <exception>
#include <memory>
#include <string>
#include <vector>

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

struct _AccordPdfFile
{
  std::unique_ptr<poppler::document> document;
};

static void
ignore_cb (const std::string &, void *)
{
}

/* Older files have their password in Latin-1, newer ones in UTF-8. */
static std::string
to_latin1 (const std::string &utf8)
{
  std::string out;

  for (const char *p = utf8.c_str (); *p != '\0'; p = g_utf8_next_char (p))
    out += static_cast<char> (g_utf8_get_char (p) & 0xFF);
  return out;
}

/* Returns NULL where the bytes are no PDF, or @encrypted where the password does not open it.
 * @data stays the caller's and must live as long. */
AccordPdfFile *
accord_pdf_file_open (const char *data, int length, const char *password, gboolean *encrypted)
{
  const std::string word = password != nullptr ? password : "";

  *encrypted = FALSE;
  try
    {
      poppler::set_debug_error_function (ignore_cb, nullptr);
      auto file = std::make_unique<AccordPdfFile> ();

      file->document.reset (poppler::document::load_from_raw_data (data, length, word, word));
      if (file->document == nullptr)
        return nullptr;
      if (file->document->is_locked () && g_utf8_validate (word.c_str (), -1, nullptr))
        file->document->unlock (to_latin1 (word), to_latin1 (word));
      *encrypted = file->document->is_locked ();
      return *encrypted ? nullptr : file.release ();
    }
  catch (const std::exception &)
    {
      return nullptr;
    }
}

void
accord_pdf_file_free (AccordPdfFile *self)
{
  delete self;
}

int
accord_pdf_file_count_pages (AccordPdfFile *self)
{
  return self->document->pages ();
}

static bool
is_bold (const std::string &name)
{
  g_autofree char *lower = g_ascii_strdown (name.c_str (), -1);

  for (const char *weight : { "bold", "black", "heavy", "demi" })
    if (strstr (lower, weight) != nullptr)
      return true;
  return false;
}

static void
append_box (GArray *chars, const poppler::text_box &box)
{
  const poppler::ustring units = box.text ();
  /* Its units are unsigned short or char16_t, by the version of the library. */
  g_autofree char *text =
    g_utf16_to_utf8 (reinterpret_cast<const gunichar2 *> (units.data ()),
                     static_cast<glong> (units.length ()), nullptr, nullptr, nullptr);
  const int rotation = box.rotation ();
  AccordPdfChar c = {};
  std::size_t i = 0;

  if (text == nullptr)
    return;
  c.size = box.has_font_info () ? static_cast<float> (box.get_font_size ()) : 0;
  c.bold = box.has_font_info () && is_bold (box.get_font_name (0));
  c.turn = static_cast<guint8> ((rotation >= 90 ? rotation / 90 : rotation) & 3);
  c.first = TRUE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const poppler::rectf place = box.char_bbox (i++);

      c.c = g_utf8_get_char (p);
      c.x0 = static_cast<float> (place.left ());
      c.y0 = static_cast<float> (place.top ());
      c.x1 = static_cast<float> (place.right ());
      c.y1 = static_cast<float> (place.bottom ());
      g_array_append_val (chars, c);
      c.first = FALSE;
    }
}

/* Appends the characters of a page, at most @most, and tells its width and height in points. */
void
accord_pdf_file_read_page (
  AccordPdfFile *self, int index, guint most, GArray *chars, float *width, float *height)
{
  try
    {
      const std::unique_ptr<poppler::page> page (self->document->create_page (index));

      *width = *height = 0;
      if (page == nullptr)
        return;
      const poppler::rectf rect = page->page_rect ();
      const auto way = page->orientation ();
      const bool lying = way == poppler::page::landscape || way == poppler::page::seascape;

      *width = static_cast<float> (lying ? rect.height () : rect.width ());
      *height = static_cast<float> (lying ? rect.width () : rect.height ());
      for (const auto &box : page->text_list (poppler::page::text_list_include_font))
        if (chars->len < most)
          append_box (chars, box);
    }
  catch (const std::exception &)
    {
    }
}
