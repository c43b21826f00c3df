#include "text/itemise.h"

#include <fontconfig/fontconfig.h>
#include <pango/pangofc-fontmap.h>
#include <pango/pangoft2.h>

#include <algorithm>

#include "base/owned.h"
#include "base/utf8.h"
#include "text/fonts_impl.h"

namespace bifolio::text {
namespace {

using Context = Owned<PangoContext, g_object_unref>;

/// A context over a single font file. Pango asks for a font with every item, but
/// its choice is not used, so that no configuration of the machine can change a page.
Context make_context(const Fonts& fonts, std::string_view language) {
  const Owned<PangoFontMap, g_object_unref> map(pango_ft2_font_map_new());
  const Owned<FcConfig, FcConfigDestroy> config(FcConfigCreate());
  const std::string path = fonts.impl().face(fonts.find({})).path();
  FcConfigAppFontAddFile(config.get(), reinterpret_cast<const FcChar8*>(path.c_str()));
  pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map.get()), config.get());
  Context context(pango_font_map_create_context(map.get()));
  pango_context_set_language(context.get(), pango_language_from_string(std::string(language).c_str()));
  return context;
}

/// ISO 15924: "Arab".
std::string iso_code(const PangoItem& item) {
  const guint32 code = g_unicode_script_to_iso15924(static_cast<GUnicodeScript>(item.analysis.script));
  return {static_cast<char>(code >> 24), static_cast<char>(code >> 16), static_cast<char>(code >> 8),
          static_cast<char>(code)};
}

/// Pango also parts items where its own fonts change; here only script and direction count.
void append(std::vector<ScriptRun>& runs, const ScriptRun& run) {
  const bool continues = !runs.empty() && runs.back().end == run.begin && runs.back().font == run.font &&
                         runs.back().is_right_to_left == run.is_right_to_left;
  if (continues) {
    runs.back().end = run.end;
  } else {
    runs.push_back(run);
  }
}

bool is_other(char32_t c) {
  if (c < 0x0530 || (c >= 0x1D00 && c < 0x2000)) return false;  // Latin, Greek, Cyrillic and their extensions
  if (c < 0x2000) return c < 0x1100 || c > 0x11FF;              // Hangul is in the Chinese faces
  return (c >= 0xA900 && c < 0xAC00) || (c >= 0xFB13 && c < 0xFE00) || (c >= 0xFE70 && c < 0xFEFF);
}

/// Pango gives spaces, marks and digits to the script before them. At a run's
/// edges they belong to the text around it.
void trim(ScriptRun& run, std::string_view text) {
  std::uint32_t begin = run.end, end = run.begin;
  for (const auto [c, offset, size] : code_points(text.substr(run.begin, run.end - run.begin))) {
    if (!is_other(c)) continue;
    begin = std::min(begin, run.begin + static_cast<std::uint32_t>(offset));
    end = run.begin + static_cast<std::uint32_t>(offset + size);
  }
  run.begin = begin;
  run.end = std::max(begin, end);
}

}  // namespace

bool has_other_script(std::string_view text) {
  for (const auto at : code_points(text)) {
    if (is_other(at.code_point)) return true;
  }
  return false;
}

std::vector<ScriptRun> itemise(const Fonts& fonts, std::string_view text, std::string_view language) {
  std::vector<ScriptRun> runs;
  const Context context = make_context(fonts, language);
  const Owned<PangoAttrList, pango_attr_list_unref> attributes(pango_attr_list_new());
  GList* items = pango_itemize_with_base_dir(context.get(), PANGO_DIRECTION_LTR, text.data(), 0,
                                             static_cast<int>(text.size()), attributes.get(), nullptr);
  for (GList* link = items; link; link = link->next) {
    const auto& item = *static_cast<const PangoItem*>(link->data);
    const auto face = fonts.impl().scripts.find(iso_code(item));
    const auto begin = static_cast<std::uint32_t>(item.offset);
    if (face)
      append(runs, {begin, begin + static_cast<std::uint32_t>(item.length), *face, item.analysis.level % 2 == 1});
  }
  g_list_free_full(items, [](gpointer item) { pango_item_free(static_cast<PangoItem*>(item)); });
  for (ScriptRun& run : runs) trim(run, text);
  std::erase_if(runs, [](const ScriptRun& run) { return run.begin == run.end; });
  return runs;
}

}  // namespace bifolio::text
