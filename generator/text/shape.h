// Text of one face → glyphs. HarfBuzz's home. Words are shaped once for all
// sizes and kept with the fonts: a booklet says the same words again and again.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "text/fonts.h"

namespace bifolio::text {

/// A glyph and the bytes [begin, end) of the word it stands for. In a cluster of
/// several glyphs the first carries the bytes, the others are empty at its end.
struct ShapedGlyph {
  std::uint32_t id = 0;
  std::int32_t advance = 0, dx = 0, dy = 0;  ///< font units
  std::uint32_t begin = 0, end = 0;
};

struct ShapedWord {
  std::vector<ShapedGlyph> glyphs;
  std::int64_t advance = 0;  ///< of all, in font units
};

struct WordStyle {
  FontId font;
  Script script = Script::latin;  ///< of characters that have none of their own: —— is another glyph in Han text
  bool tabular_digits = false;
  std::string_view language = {};  ///< BCP 47: chooses local forms (OpenType locl)
  auto operator<=>(const WordStyle&) const = default;
};

/// Shapes words for one thread. Results stay valid as long as the shaper and the fonts.
class Shaper {
 public:
  explicit Shaper(const Fonts&);
  ~Shaper();
  Shaper(const Shaper&) = delete;
  Shaper& operator=(const Shaper&) = delete;

  const ShapedWord& shape(const WordStyle&, std::string_view word);

 private:
  ShapedWord shape_anew(const WordStyle&, std::string_view word);

  struct Buffer;
  const Fonts& fonts_;
  std::unique_ptr<Buffer> buffer_;
  std::string key_;
  std::deque<ShapedWord> own_;  ///< words too long to be worth keeping with the fonts
};

}  // namespace bifolio::text
