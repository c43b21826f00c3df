#include "text/shape.h"

#include <hb.h>

#include <algorithm>

#include "text/fonts_impl.h"

namespace bifolio::text {

struct Shaper::Buffer {
  Owned<hb_buffer_t, hb_buffer_destroy> buffer{hb_buffer_create()};
};

namespace {

constexpr std::size_t kLongestKeptWord = 48;

void make_key(std::string& key, const WordStyle& style, std::string_view word) {
  key.clear();
  key.push_back(static_cast<char>(style.font.index & 0xFF));
  key.push_back(static_cast<char>(style.font.index >> 8));
  key.push_back(static_cast<char>('0' + 2 * static_cast<int>(style.script) + style.tabular_digits));
  key.append(style.language);
  key.push_back('\0');
  key.append(word);
}

/// HB_SCRIPT_INVALID leaves the guess to HarfBuzz, from the first letter of a script.
hb_script_t script_of(const WordStyle& style, std::string_view word) {
  const bool has_own =
      std::any_of(word.begin(), word.end(), [](char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; });
  if (has_own) return HB_SCRIPT_LATIN;
  if (style.script == Script::han) return HB_SCRIPT_HAN;
  const bool is_ascii = std::none_of(word.begin(), word.end(), [](unsigned char c) { return c >= 0x80; });
  return is_ascii ? HB_SCRIPT_LATIN : HB_SCRIPT_INVALID;
}

/// Where each cluster ends: HarfBuzz says only where it begins.
void set_ranges(std::vector<ShapedGlyph>& glyphs, std::size_t size) {
  std::vector<std::uint32_t> begins;
  begins.reserve(glyphs.size() + 1);
  for (const ShapedGlyph& glyph : glyphs) begins.push_back(glyph.begin);
  begins.push_back(static_cast<std::uint32_t>(size));
  if (!std::is_sorted(begins.begin(), begins.end())) std::sort(begins.begin(), begins.end());
  std::uint32_t last = 0xFFFFFFFF;
  for (ShapedGlyph& glyph : glyphs) {
    const std::uint32_t begin = glyph.begin;
    glyph.end = *std::upper_bound(begins.begin(), begins.end() - 1, begin);
    if (begin == last) glyph.begin = glyph.end;
    last = begin;
  }
}

/// Glyphs of right-to-left text stand last letter first. Their text is said as a
/// whole, in reading order.
void set_one_range(std::vector<ShapedGlyph>& glyphs, std::size_t size) {
  for (ShapedGlyph& glyph : glyphs) glyph.begin = glyph.end = static_cast<std::uint32_t>(size);
  if (!glyphs.empty()) glyphs.front().begin = 0;
}

}  // namespace

Shaper::Shaper(const Fonts& fonts) : fonts_(fonts), buffer_(std::make_unique<Buffer>()) {}
Shaper::~Shaper() = default;

const ShapedWord& Shaper::shape(const WordStyle& style, std::string_view word) {
  if (word.size() > kLongestKeptWord) return own_.emplace_back(shape_anew(style, word));
  SharedCache<ShapedWord>& cache = fonts_.impl().words;
  make_key(key_, style, word);
  if (const ShapedWord* known = cache.find(key_)) return *known;
  ShapedWord shaped = shape_anew(style, word);
  if (const ShapedWord* kept = cache.keep(key_, shaped)) return *kept;
  return own_.emplace_back(std::move(shaped));
}

ShapedWord Shaper::shape_anew(const WordStyle& style, std::string_view word) {
  hb_buffer_t* buffer = buffer_->buffer.get();
  hb_buffer_clear_contents(buffer);
  hb_buffer_add_utf8(buffer, word.data(), static_cast<int>(word.size()), 0, static_cast<int>(word.size()));
  hb_buffer_set_language(buffer,
                         hb_language_from_string(style.language.data(), static_cast<int>(style.language.size())));
  hb_buffer_set_script(buffer, script_of(style, word));
  hb_buffer_guess_segment_properties(buffer);
  hb_feature_t tabular = {HB_TAG('t', 'n', 'u', 'm'), 1, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
  hb_shape(fonts_.impl().face(style.font).hb_font(), buffer, &tabular, style.tabular_digits ? 1 : 0);

  unsigned count = 0;
  const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
  const hb_glyph_position_t* places = hb_buffer_get_glyph_positions(buffer, &count);
  ShapedWord shaped;
  shaped.glyphs.reserve(count);
  for (unsigned i = 0; i < count; ++i) {
    shaped.glyphs.push_back({infos[i].codepoint, places[i].x_advance, places[i].x_offset, places[i].y_offset,
                             infos[i].cluster, infos[i].cluster});
    shaped.advance += places[i].x_advance;
  }
  if (HB_DIRECTION_IS_BACKWARD(hb_buffer_get_direction(buffer))) {
    set_one_range(shaped.glyphs, word.size());
  } else {
    set_ranges(shaped.glyphs, word.size());
  }
  return shaped;
}

}  // namespace bifolio::text
