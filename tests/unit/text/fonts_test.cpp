#include "text/fonts.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace bifolio::text {
namespace {

const Fonts& house_fonts() {
  static const Fonts fonts = Fonts::open(default_families()).value();
  return fonts;
}

FontId song() {
  return house_fonts().find({Role::song, Script::han});
}
FontId serif() {
  return house_fonts().find({Role::song, Script::latin});
}

TEST(Fonts, HanFacesAreThoseOfTheMainland) {
  EXPECT_EQ(house_fonts().facts(song()).family, "Noto Serif CJK SC");
  EXPECT_EQ(house_fonts().facts(house_fonts().find({Role::hei, Script::han})).family, "Noto Sans CJK SC");
  EXPECT_EQ(house_fonts().facts(house_fonts().find({Role::mono, Script::han})).family, "Noto Sans Mono CJK SC");
  EXPECT_EQ(house_fonts().facts(house_fonts().find({Role::kai, Script::han})).family, "AR PL UKai CN");
}

TEST(Fonts, StylesOfAFamilyAreFacesOfTheirOwn) {
  const auto name = [](Weight weight, Slant slant) {
    return house_fonts().facts(house_fonts().find({Role::song, Script::latin, weight, slant})).postscript_name;
  };
  EXPECT_EQ(name(Weight::regular, Slant::upright), "NotoSerif-Regular");
  EXPECT_EQ(name(Weight::bold, Slant::upright), "NotoSerif-Bold");
  EXPECT_EQ(name(Weight::regular, Slant::italic), "NotoSerif-Italic");
  EXPECT_EQ(name(Weight::bold, Slant::italic), "NotoSerif-BoldItalic");
}

TEST(Fonts, HanIsNeverSlanted) {
  EXPECT_EQ(house_fonts().find({Role::song, Script::han, Weight::bold, Slant::italic}),
            house_fonts().find({Role::song, Script::han, Weight::bold, Slant::upright}));
}

TEST(Fonts, FactsOfAHanFaceFitADescriptor) {
  const FontFacts& facts = house_fonts().facts(song());
  EXPECT_EQ(facts.file, "NotoSerifCJK-Regular.ttc");
  EXPECT_EQ(facts.units_per_em, 1000);
  EXPECT_EQ(facts.ascent, 880);
  EXPECT_EQ(facts.descent, -120);
  EXPECT_TRUE(facts.is_cff && facts.is_cid_keyed && facts.is_serif && facts.may_embed);
  EXPECT_LT(facts.bounding_box[0], 0);
  EXPECT_GT(facts.bounding_box[3], 880);
  EXPECT_GT(facts.cap_height, 600);
}

TEST(Fonts, FactsOfAnItalicFace) {
  const FontFacts& facts =
      house_fonts().facts(house_fonts().find({Role::song, Script::latin, Weight::regular, Slant::italic}));
  EXPECT_LT(facts.italic_angle, -5);
  EXPECT_FALSE(facts.is_cff || facts.is_cid_keyed || facts.is_fixed_pitch);
  EXPECT_GT(facts.x_height, 400);
}

TEST(Fonts, HanCharactersAreOneEmWide) {
  EXPECT_EQ(house_fonts().advance(song(), house_fonts().glyph_for(song(), U'骨')), 1000);
}

TEST(Fonts, SupplementaryCharactersHaveGlyphs) {
  EXPECT_NE(house_fonts().glyph_for(song(), U'𠮷'), 0u);
}

TEST(Fonts, UnknownCharactersHaveNone) {
  EXPECT_EQ(house_fonts().glyph_for(serif(), U'骨'), 0u);
  EXPECT_EQ(house_fonts().face_with({Role::song, Script::latin}, U'\U000F0000'), std::nullopt);
}

TEST(Fonts, ACharacterIsTakenFromTheNearestFaceThatHasIt) {
  EXPECT_EQ(house_fonts().face_with({Role::song, Script::latin}, U'骨'), song());
  EXPECT_EQ(house_fonts().face_with({Role::song, Script::han}, U'α').value(), song());
  EXPECT_EQ(house_fonts().facts(house_fonts().face_with({}, U'⟹').value()).family.substr(0, 9), "Noto Sans");
}

TEST(Fonts, AMissingFamilyNamesItsPackage) {
  const auto fonts = Fonts::open(default_families(), {"/nonexistent"});
  ASSERT_FALSE(fonts.has_value());
  EXPECT_EQ(message(fonts.error(), UiLanguage::en),
            "The font family “Noto Serif CJK SC” is not installed, so no page can be set; install the Debian package "
            "fonts-noto-cjk.");
  EXPECT_EQ(message(fonts.error(), UiLanguage::zh_hans),
            "没有安装字体“Noto Serif CJK SC”，无法排版；请安装 Debian 软件包 fonts-noto-cjk。");
}

TEST(Fonts, AFamilyWithoutAKnownPlaceIsFoundByScanning) {
  Families families = default_families();
  families[Role::mono].latin = "DejaVu Sans Mono";
  const auto fonts = Fonts::open(families);
  if (!fonts) GTEST_SKIP() << "fonts-dejavu-core is not installed";
  EXPECT_EQ(fonts->facts(fonts->find({Role::mono, Script::latin})).family, "DejaVu Sans Mono");
}

TEST(Subset, KeepsTheCidsOfACffFace) {
  const std::uint32_t glyphs[] = {0, house_fonts().glyph_for(song(), U'骨'), house_fonts().glyph_for(song(), U'角')};
  std::vector<std::uint32_t> sorted(std::begin(glyphs), std::end(glyphs));
  std::sort(sorted.begin(), sorted.end());
  const std::string bytes = house_fonts().subset(song(), sorted);
  EXPECT_EQ(bytes.substr(0, 2), std::string("\x01\x00", 2)) << "a bare CFF table starts with its version";
  EXPECT_LT(bytes.size(), 20'000u);
}

TEST(Subset, OfATrueTypeFaceIsAFontFile) {
  const std::uint32_t glyphs[] = {0, house_fonts().glyph_for(serif(), U'A')};
  const std::string bytes = house_fonts().subset(serif(), glyphs);
  EXPECT_EQ(bytes.substr(0, 4), std::string("\x00\x01\x00\x00", 4));
  EXPECT_LT(bytes.size(), 20'000u);
}

TEST(Subset, IsTheSameEveryTime) {
  const std::uint32_t glyphs[] = {0, house_fonts().glyph_for(song(), U'一')};
  EXPECT_EQ(house_fonts().subset(song(), glyphs), house_fonts().subset(song(), glyphs));
}

}  // namespace
}  // namespace bifolio::text
