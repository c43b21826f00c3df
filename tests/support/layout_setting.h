// The theme and the faces that tests of pages share: read once a program.
#pragma once

#include "source/load.h"
#include "text/fonts.h"
#include "theme/theme.h"
#include "support/paths.h"

namespace bifolio::testing {

inline const theme::Theme& icebreaker() {
  static const theme::Theme theme = [] {
    Findings findings;
    const auto files = source::load_folder(source_dir() + "/themes/icebreaker", findings);
    return theme::Theme::read(*files, findings);
  }();
  return theme;
}

inline const text::Fonts& icebreaker_fonts() {
  static const text::Fonts fonts = text::Fonts::open(icebreaker()).value();
  return fonts;
}

}  // namespace bifolio::testing
