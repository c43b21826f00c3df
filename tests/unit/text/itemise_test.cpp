#include "text/itemise.h"

#include <gtest/gtest.h>

namespace bifolio::text {
namespace {

const Fonts& house_fonts() {
  static const Fonts fonts = Fonts::open(default_families()).value();
  return fonts;
}

/// `family:text` for each run; `<` before text that is set from right to left.
std::string runs_of(std::string_view text) {
  std::string out;
  for (const ScriptRun& run : itemise(house_fonts(), text, "en")) {
    out += house_fonts().facts(run.font).family + (run.is_right_to_left ? ":<" : ":");
    out += std::string(text.substr(run.begin, run.end - run.begin)) + "|";
  }
  return out;
}

TEST(Itemise, ScriptsOfTheThemeNeverReachPango) {
  EXPECT_FALSE(has_other_script("Gisslén, Ångström, κ, Павлов, 渐冻症，“ALS”——① 한글 ≥"));
  EXPECT_TRUE(has_other_script("by أحمد"));
  EXPECT_TRUE(has_other_script("สมชาย"));
}

TEST(Itemise, NamesTheFaceAndDirectionOfEachScript) {
  EXPECT_EQ(runs_of("by أحمد محمد, and สมชาย too"), "Noto Sans Arabic:<أحمد محمد|Noto Sans Thai:สมชาย|");
  EXPECT_EQ(runs_of("דוד Levi"), "Noto Sans Hebrew:<דוד|");
}

TEST(Itemise, IdsDoNotDependOnWhatWasMetFirst) {
  const Fonts other = Fonts::open(default_families()).value();
  const auto thai = itemise(other, "สมชาย", "en"), arabic = itemise(other, "أحمد", "en");
  EXPECT_EQ(itemise(house_fonts(), "أحمد", "en")[0].font, arabic[0].font);
  EXPECT_EQ(itemise(house_fonts(), "สมชาย", "en")[0].font, thai[0].font);
}

}  // namespace
}  // namespace bifolio::text
