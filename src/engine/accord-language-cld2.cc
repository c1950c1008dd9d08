/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cld2 behind one C function. The header needs <cstdio> before it. */
#include <cstdio>

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include "engine/accord-language-cld2-private.h"

/* Returns cld2's own code of the likeliest language ("en", "zh", "zh-Hant", "un"),
 * a static string; @data is valid UTF-8. Also of a text that is too short for it,
 * which the flag for the best effort asks for. */
const char *
accord_cld2_detect (const char *data, size_t length, int best_effort, int *percent, int *reliable)
{
  CLD2::Language languages[3];
  int percents[3];
  int text_bytes = 0;
  bool is_reliable = false;
  double scores[3];
  const CLD2::CLDHints hints = { nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE };
  const int flags = best_effort ? CLD2::kCLDFlagBestEffort : 0;

  CLD2::ExtDetectLanguageSummary (data, static_cast<int> (length), true, &hints, flags, languages,
                                  percents, scores, nullptr, &text_bytes, &is_reliable);
  *percent = percents[0];
  *reliable = is_reliable;
  return CLD2::LanguageCode (languages[0]);
}
