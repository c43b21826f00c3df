// Which face draws a character: Han faces for Han characters and full-width
// marks, the Latin face for the rest; quotes, dashes and ellipses go with the
// language of their run (TYPESETTING C21, C26).
#pragma once

#include <optional>
#include <string_view>

#include "text/fonts.h"

namespace bifolio::text {

/// How a piece of text is set, apart from its size.
struct TextStyle {
  Role role = Role::song;
  Weight weight = Weight::regular;
  Slant slant = Slant::upright;
  bool tabular_digits = false;
  auto operator<=>(const TextStyle&) const = default;
};

struct ChosenFace {
  FontId font;
  int per_mille = 1000;     ///< of the text's size
  bool is_han = false;      ///< a Han character or a mark set with them
  bool is_missing = false;  ///< no face has it: U+25A1, a box, is drawn for it
  bool operator==(const ChosenFace&) const = default;
};

/// What is drawn for a character that no face has.
constexpr char32_t kMissingBox = U'□';

bool is_han_language(std::string_view tag);

class FaceChooser {
 public:
  FaceChooser(const Fonts&, const TextStyle&, std::string_view language);

  /// `before` and `after` are its neighbours (0 at an edge): an apostrophe inside a word is Latin.
  ChosenFace choose(char32_t, char32_t before = 0, char32_t after = 0) const;

 private:
  bool belongs_to_han(char32_t, char32_t before, char32_t after) const;
  ChosenFace choose_other(char32_t, bool is_han) const;

  const Fonts& fonts_;
  FaceQuery han_, latin_;
  FontId han_face_, marks_face_, latin_face_;
  int latin_per_mille_;
  bool is_han_run_;
};

}  // namespace bifolio::text
