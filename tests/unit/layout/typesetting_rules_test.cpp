// The rules of TYPESETTING section 9, each over every sample paragraph at seven
// widths. What a rule forbids is written out here anew, so that the tables of
// the program do not judge themselves.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <thread>

#include "base/unicode.h"
#include "base/utf8.h"
#include "layout/paragraph.h"
#include "support/sample_paragraphs.h"

namespace bifolio::layout {
namespace {

using bifolio::testing::sample_paragraphs;
using bifolio::testing::SampleParagraph;

constexpr double kMeasures[] = {14, 16, 18, 20, 24, 28, 32};  // em
constexpr double kSize = 10;

const text::Fonts& house_fonts() {
  static const text::Fonts fonts = text::Fonts::open(text::default_families()).value();
  return fonts;
}

bool is_chinese(const SampleParagraph& sample) {
  return sample.language == "zh-Hans";
}

std::vector<Line> set(const SampleParagraph& sample, double measure) {
  Piece piece;
  piece.text = sample.text;
  piece.language = sample.language;
  piece.style.size = pt(kSize);
  ParagraphStyle style;
  style.measure = pt(measure * kSize);
  style.language = sample.language;
  style.hyphenate = !is_chinese(sample);
  if (is_chinese(sample)) style.first_indent = pt(2 * kSize);
  Findings findings;
  const auto lines = set_paragraph({piece}, style, house_fonts(), findings);
  EXPECT_TRUE(findings.is_empty()) << sample.text;
  return lines;
}

/// One cluster of glyphs as a reader sees it; lengths in em.
struct Seen {
  std::u32string text;
  double x = 0, advance = 0;
  text::FontId font;
  std::uint32_t glyph = 0;
};

std::vector<Seen> clusters(const Line& line) {
  std::vector<Seen> seen;
  for (const GlyphRun& run : line.runs) {
    Length x = run.origin.x;
    std::size_t at = 0;
    for (const Glyph& glyph : run.glyphs) {
      const auto text = std::string_view(run.text).substr(at, glyph.text_size);
      at += glyph.text_size;
      if (text.empty()) {
        seen.back().advance += glyph.advance.points() / kSize;
      } else {
        seen.push_back({to_utf32(text), x.points() / kSize, glyph.advance.points() / kSize, run.font, glyph.id});
      }
      x += glyph.advance;
    }
  }
  return seen;
}

std::string text_of(const Line& line) {
  std::string text;
  for (const GlyphRun& run : line.runs) text += run.text;
  return text;
}

/// Its text without the space that ended it.
std::u32string printed(const Line& line) {
  std::u32string text = to_utf32(text_of(line));
  while (!text.empty() && text.back() == U' ') text.pop_back();
  return text;
}

/// The clusters without the space at the line's end.
std::vector<Seen> printed_clusters(const Line& line) {
  auto seen = clusters(line);
  while (!seen.empty() && seen.back().text == U" ") seen.pop_back();
  return seen;
}

/// Calls `test` with every sample at every measure.
template <typename Test>
void for_each_setting(Test test) {
  for (const SampleParagraph& sample : sample_paragraphs()) {
    for (const double measure : kMeasures) {
      SCOPED_TRACE(std::string(sample.text.substr(0, 30)) + " at " + std::to_string(measure) + " em");
      test(sample, set(sample, measure), measure);
    }
  }
}

bool contains(std::u32string_view set, char32_t c) {
  return set.find(c) != set.npos;
}

constexpr std::u32string_view kClosing = U"，。、；：？！）】〗〕］｝》〉”’」』";
constexpr std::u32string_view kOpening = U"（【〖〔［｛《〈“‘「『";

TEST(Typesetting, C01_C03_NoClosingMarkOrDashStartsALine) {
  constexpr std::u32string_view kForbidden = U"，。、；：？！．‼⁇⁈）】〗〕］｝》〉”’」』·–—～/／%‰℃…,.;:?!)]}";
  for_each_setting([&](const SampleParagraph&, const std::vector<Line>& lines, double) {
    for (std::size_t i = 1; i < lines.size(); ++i) {
      const char32_t first = printed(lines[i]).at(0);
      const bool is_domain = first == U'.';  // N06: an address divides before its dots
      EXPECT_TRUE(is_domain || !contains(kForbidden, first)) << text_of(lines[i]);
    }
  });
}

TEST(Typesetting, C02_NoOpeningMarkEndsALine) {
  constexpr std::u32string_view kForbidden = U"（【〖〔［｛《〈“‘「『／¥$£€№([{";
  for_each_setting([&](const SampleParagraph&, const std::vector<Line>& lines, double) {
    for (const Line& line : lines) {
      if (line.is_last) continue;
      EXPECT_FALSE(contains(kForbidden, printed(line).back())) << text_of(line);
    }
  });
}

TEST(Typesetting, C04_DashesAndEllipsesAreTwoEmAndWhole) {
  for_each_setting([](const SampleParagraph& sample, const std::vector<Line>& lines, double) {
    if (!is_chinese(sample)) return;
    for (const Line& line : lines) {
      const auto seen = clusters(line);
      for (std::size_t i = 0; i < seen.size(); ++i) {
        if (seen[i].text == U"——") {
          EXPECT_NEAR(seen[i].advance, 2, 0.02);
        }
        EXPECT_NE(seen[i].text, U"—");
        if (seen[i].text != U"…") continue;
        ASSERT_LT(i + 1, seen.size());
        EXPECT_NEAR(seen[i].advance, 1, 0.02);
        if (seen[i + 1].text == U"…") ++i;
      }
    }
  });
}

TEST(Typesetting, C05_C06_N02_NumbersStayWithTheirUnitsAndMarksWithTheirWords) {
  for_each_setting([](const SampleParagraph& sample, const std::vector<Line>& lines, double) {
    std::vector<std::size_t> breaks;
    std::string text;
    for (const Line& line : lines) {
      for (const char c : text_of(line)) text += c;
      if (const auto hyphen = text.rfind("\u00AD"); line.ends_hyphenated && hyphen != text.npos) text.erase(hyphen, 2);
      breaks.push_back(text.size());
    }
    ASSERT_EQ(text, sample.text);
    for (const std::string_view kept : sample.kept) {
      for (std::size_t at = text.find(kept); at != text.npos; at = text.find(kept, at + 1)) {
        for (const std::size_t end : breaks) {
          EXPECT_FALSE(end > at && end < at + kept.size()) << kept;
        }
      }
    }
  });
}

TEST(Typesetting, C07_C09_AMarkAtALinesEndTakesHalfAnEmInsideTheMeasure) {
  for_each_setting([](const SampleParagraph& sample, const std::vector<Line>& lines, double measure) {
    if (!is_chinese(sample)) return;
    for (const Line& line : lines) {
      const auto seen = printed_clusters(line);
      if (!contains(kClosing, seen.back().text.back())) continue;
      EXPECT_NEAR(seen.back().advance, 0.5, 0.001) << text_of(line);
      EXPECT_LE(seen.back().x + seen.back().advance, measure + 0.001);
    }
  });
}

TEST(Typesetting, C08_TwoAdjacentMarksTakeOneAndAHalfEm) {
  for_each_setting([](const SampleParagraph& sample, const std::vector<Line>& lines, double) {
    if (!is_chinese(sample)) return;
    for (const Line& line : lines) {
      if (line.stretch > 0) continue;  // there the space after the pair opens too
      const auto seen = clusters(line);
      for (std::size_t i = 0; i + 1 < seen.size(); ++i) {
        const char32_t a = seen[i].text[0], b = seen[i + 1].text[0];
        const bool is_pair = contains(kClosing, a) ? contains(kClosing, b) || contains(kOpening, b)
                                                   : contains(kOpening, a) && contains(kOpening, b);
        if (is_pair) {
          EXPECT_LE(seen[i].advance + seen[i + 1].advance, 1.501) << text_of(line);
        }
      }
    }
  });
}

TEST(Typesetting, C10_C12_MarksKeepTheirEmInALineThatHasRoom) {
  for_each_setting([](const SampleParagraph& sample, const std::vector<Line>& lines, double) {
    if (!is_chinese(sample)) return;
    for (const Line& line : lines) {
      const auto seen = clusters(line);
      for (std::size_t i = 0; i + 1 < seen.size(); ++i) {
        if (seen[i].text == U"·") {
          EXPECT_NEAR(seen[i].advance, 0.5, 0.001);
        }
        const bool is_alone = !contains(kClosing, seen[i + 1].text[0]) && !contains(kOpening, seen[i + 1].text[0]);
        if (line.stretch >= 0 && is_alone && contains(U"，。、；：", seen[i].text[0])) {
          EXPECT_GE(seen[i].advance, 0.999) << text_of(line);
        }
      }
    }
  });
}

std::string pair_text(char32_t a, char32_t b) {
  std::string text;
  append_utf8(text, a);
  append_utf8(text, b);
  return text;
}

/// Between neighbours of which one is Han and the other a Latin letter or digit.
template <typename Test>
void for_each_gap(const Line& line, Test test) {
  const auto seen = clusters(line);
  for (std::size_t i = 0; i + 1 < seen.size(); ++i) {
    const std::size_t next = seen[i + 1].text == U" " && i + 2 < seen.size() ? i + 2 : i + 1;
    const char32_t a = seen[i].text.back(), b = seen[next].text[0];
    const auto is_latin = [](char32_t c) { return c < 0x250 && (is_letter(c) || is_digit(c)); };
    if (!(is_han(a) && is_latin(b)) && !(is_latin(a) && is_han(b))) continue;
    const double end = is_han(a) ? seen[i].x + 1
                                 : seen[i].x + 0.95 * house_fonts().advance(seen[i].font, seen[i].glyph) /
                                                   house_fonts().units_per_em(seen[i].font);
    test(seen[next].x - end, pair_text(a, b));
  }
}

TEST(Typesetting, C11_LayoutOpensAGapBetweenHanAndLatin) {
  for_each_setting([](const SampleParagraph& sample, const std::vector<Line>& lines, double) {
    if (!is_chinese(sample)) return;
    for (const Line& line : lines) {
      for_each_gap(line, [&](double gap, const std::string& where) {
        EXPECT_GE(gap, 0.125 - 0.01) << where << " in " << text_of(line);
        EXPECT_LE(gap, 1.0 / 3 + 0.01) << where << " in " << text_of(line);
      });
    }
  });
}

/// How far Han characters stand apart on the line, in em.
std::vector<double> even_gaps(const Line& line) {
  std::vector<double> gaps;
  const auto seen = clusters(line);
  for (std::size_t i = 0; i + 1 < seen.size(); ++i) {
    if (is_han(seen[i].text[0]) && is_han(seen[i + 1].text[0])) gaps.push_back(seen[i + 1].x - seen[i].x - 1);
  }
  return gaps;
}

TEST(Typesetting, C12_NothingOpensWhereSomethingCloses) {
  for_each_setting([](const SampleParagraph& sample, const std::vector<Line>& lines, double) {
    if (!is_chinese(sample)) return;
    for (const Line& line : lines) {
      const auto gaps = even_gaps(line);
      if (gaps.empty()) continue;
      const auto [least, most] = std::minmax_element(gaps.begin(), gaps.end());
      if (line.stretch <= 0) {
        EXPECT_NEAR(*most, 0, 0.001) << text_of(line);
      }
      EXPECT_GE(*least, -0.001) << text_of(line);
      if (*most > 0.001) {
        // Han characters move apart only when every other gap is open as far as it goes.
        for_each_gap(line, [&](double gap, const std::string& where) {
          const bool is_unit = std::any_of(sample.kept.begin(), sample.kept.end(),
                                           [&](std::string_view kept) { return kept.find(where) != kept.npos; });
          if (!is_unit) {
            EXPECT_GE(gap, 0.24) << where << " in " << text_of(line);
          }
        });
      }
    }
  });
}

TEST(Typesetting, C13_HanCharactersNeverMoveFarApart) {
  int lines_in_all = 0, lines_apart = 0;
  for_each_setting([&](const SampleParagraph& sample, const std::vector<Line>& lines, double measure) {
    if (!is_chinese(sample)) return;
    for (const Line& line : lines) {
      for (const double gap : even_gaps(line)) EXPECT_LE(gap, 0.301) << text_of(line);
      if (measure < 20 || sample.is_hard) continue;
      ++lines_in_all;
      const auto gaps = even_gaps(line);
      lines_apart += std::any_of(gaps.begin(), gaps.end(), [](double gap) { return gap > 0.15; });
    }
  });
  EXPECT_LE(lines_apart * 50, lines_in_all) << "in a line of a book, beyond 0.15 em is the exception";
}

TEST(Typesetting, C14_EveryFullLineEndsAtTheMeasure) {
  for_each_setting([](const SampleParagraph& sample, const std::vector<Line>& lines, double measure) {
    for (const Line& line : lines) {
      EXPECT_LE(line.width.points(), measure * kSize + 0.001) << text_of(line);
      const bool is_book_measure = measure >= (is_chinese(sample) ? 20 : 28);
      if (line.is_last || !is_book_measure || sample.is_hard) continue;
      const double indent = &line == &lines.front() && is_chinese(sample) ? 2 * kSize : 0;
      EXPECT_NEAR(line.width.points() + indent, measure * kSize, 0.1) << text_of(line);
    }
  });
}

TEST(Typesetting, C15_TheFirstLineIsIndentedByTwoEm) {
  for_each_setting([](const SampleParagraph& sample, const std::vector<Line>& lines, double) {
    EXPECT_EQ(lines.front().runs.front().origin.x, pt(is_chinese(sample) ? 2 * kSize : 0));
    for (std::size_t i = 1; i < lines.size(); ++i) EXPECT_EQ(lines[i].runs.front().origin.x, Length());
  });
}

TEST(Typesetting, C16_AllGlyphsStandOnTheBaseline) {
  for_each_setting([](const SampleParagraph&, const std::vector<Line>& lines, double) {
    for (const Line& line : lines) {
      for (const GlyphRun& run : line.runs) EXPECT_EQ(run.origin.y, Length());
    }
  });
}

TEST(Typesetting, C17_TheLastLineIsMoreThanOneCharacter) {
  for_each_setting([](const SampleParagraph& sample, const std::vector<Line>& lines, double) {
    if (!is_chinese(sample)) return;
    double content = 0;
    for (const Seen& seen : clusters(lines.back())) {
      if (!contains(kClosing, seen.text[0]) && !contains(kOpening, seen.text[0])) content += seen.advance;
    }
    EXPECT_GE(content, 1.9) << text_of(lines.back());
  });
}

TEST(Typesetting, C21_QuotesTakeTheFaceOfTheirLanguage) {
  for_each_setting([](const SampleParagraph& sample, const std::vector<Line>& lines, double) {
    const auto script = is_chinese(sample) ? text::Script::han : text::Script::latin;
    for (const Line& line : lines) {
      for (const Seen& seen : clusters(line)) {
        if (contains(U"“”‘’—…", seen.text[0])) {
          EXPECT_EQ(seen.font, house_fonts().find({text::Role::song, script}));
        }
      }
    }
  });
}

TEST(Typesetting, C29_EveryCharacterHasAMainlandGlyph) {
  for_each_setting([](const SampleParagraph&, const std::vector<Line>& lines, double) {
    for (const Line& line : lines) {
      for (const Seen& seen : clusters(line)) {
        EXPECT_NE(seen.glyph, 0u);
        if (is_han(seen.text[0])) {
          EXPECT_EQ(house_fonts().facts(seen.font).family, "Noto Serif CJK SC");
        }
      }
    }
  });
}

TEST(Typesetting, N01_HyphensKeepTheirLimits) {
  int hyphens_in_all = 0;
  for_each_setting([&](const SampleParagraph& sample, const std::vector<Line>& lines, double) {
    int in_a_row = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const std::u32string text = printed(lines[i]);
      EXPECT_EQ(lines[i].ends_hyphenated, text.back() == U'\u00AD');
      in_a_row = lines[i].ends_hyphenated ? in_a_row + 1 : 0;
      EXPECT_LE(in_a_row, 2) << text_of(lines[i]);
      if (!lines[i].ends_hyphenated) continue;
      ++hyphens_in_all;
      EXPECT_FALSE(is_chinese(sample));
      EXPECT_LT(i + 2, lines.size() + (printed(lines.back()).find(U' ') != std::u32string::npos))
          << "the last word of a paragraph is whole";
      const std::u32string next = printed(lines[i + 1]);
      const auto is_small = [](char32_t c) { return c >= U'a' && c <= U'z'; };
      const auto letters_before = std::find_if_not(text.rbegin() + 1, text.rend(), is_small) - text.rbegin() - 1;
      const auto letters_after = std::find_if_not(next.begin(), next.end(), is_small) - next.begin();
      EXPECT_GE(letters_before, 2) << text_of(lines[i]);
      EXPECT_GE(letters_after, 3) << text_of(lines[i + 1]);
    }
  });
  EXPECT_GT(hyphens_in_all, 20) << "these paragraphs cannot be set without hyphens";
}

TEST(Typesetting, N01_NamesAndWordsOfAListAreNeverHyphenated) {
  const std::vector<std::string> names = {"mitochondrial", "neurodegenerative", "neuroinflammation"};
  const auto hyphenated = [](const std::vector<std::string>* whole_words) {
    std::string words;
    for (const SampleParagraph& sample : sample_paragraphs()) {
      if (is_chinese(sample)) continue;
      for (const double measure : kMeasures) {
        Piece piece;
        piece.text = sample.text;
        piece.language = sample.language;
        piece.style.size = pt(kSize);
        ParagraphStyle style{.measure = pt(measure * kSize), .language = std::string(sample.language)};
        style.hyphenate = true;
        style.whole_words = whole_words;
        Findings findings;
        std::string open;
        for (const Line& line : set_paragraph({piece}, style, house_fonts(), findings)) {
          const std::string text = open + text_of(line);
          open = line.ends_hyphenated ? text.substr(text.rfind(' ') + 1) : "";
          if (line.ends_hyphenated) words += open + text_of(line) + "|";
          if (!line.ends_hyphenated) continue;
          const std::size_t begin = text.rfind(' ') + 1;
          EXPECT_FALSE(text[begin] >= 'A' && text[begin] <= 'Z') << text.substr(begin);
        }
      }
    }
    return words;
  };
  const std::string without = hyphenated(nullptr), with = hyphenated(&names);
  EXPECT_NE(without.find("neuroin\u00AD"), std::string::npos) << "the list would have nothing to do";
  for (const std::string_view part : {"neuroin\u00AD", "mitochon\u00AD", "neurode\u00AD"})
    EXPECT_EQ(with.find(part), std::string::npos) << part;
}

TEST(Typesetting, N05_AnEmDashNeverStartsALine) {
  int dashes = 0;
  for_each_setting([&](const SampleParagraph&, const std::vector<Line>& lines, double) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
      dashes += printed(lines[i]).find(U'—') != std::u32string::npos;
      if (i == 0) continue;
      EXPECT_FALSE(contains(U"—–", printed(lines[i]).at(0))) << text_of(lines[i]);
    }
  });
  EXPECT_GT(dashes, 10);
}

TEST(Typesetting, N03_WordSpacesStayInTheirRangeAndLettersAreNotSpaced) {
  int spaces = 0, wide = 0;
  for_each_setting([&](const SampleParagraph& sample, const std::vector<Line>& lines, double measure) {
    if (is_chinese(sample)) return;
    for (const Line& line : lines) {
      for (const Seen& seen : printed_clusters(line)) {
        if (seen.text == U" ") {
          EXPECT_GE(seen.advance, 0.199) << text_of(line);
          EXPECT_LE(seen.advance, 0.71) << text_of(line);
          if (measure < 28 || sample.is_hard) continue;
          ++spaces;
          wide += seen.advance > 0.501;
        } else if (is_letter(seen.text[0])) {
          const double own = static_cast<double>(house_fonts().advance(seen.font, seen.glyph)) / 1000;
          EXPECT_NEAR(seen.advance, own, 0.15) << "kerning is all that moves letters";
        }
      }
    }
  });
  EXPECT_LE(wide * 20, spaces) << "at the measure of a book, beyond 0.5 em is the exception";
}

TEST(Typesetting, N06_AddressesDivideAfterSlashesAndBeforeDotsWithoutHyphens) {
  int divided = 0;
  for_each_setting([&](const SampleParagraph& sample, const std::vector<Line>& lines, double) {
    std::size_t at = 0;
    for (const Line& line : lines) {
      at += printed(line).size() + (text_of(line).ends_with(' ') ? 1 : 0) - (line.ends_hyphenated ? 1 : 0);
      const std::u32string text = to_utf32(sample.text);
      for (const std::u32string_view address :
           {U"https://doi.org/10.1056/NEJMoa2204705", U"https://clinicaltrials.gov/study/NCT02623699"}) {
        const std::size_t begin = text.find(address);
        if (begin == text.npos || at <= begin || at >= begin + address.size()) continue;
        ++divided;
        EXPECT_FALSE(line.ends_hyphenated);
        EXPECT_TRUE(text[at - 1] == U'/' || text[at] == U'.') << text_of(line);
      }
    }
  });
  EXPECT_GT(divided, 5);
}

TEST(Typesetting, TwoThreadsSetTheSame) {
  const auto set_all = [](std::string& out) {
    for (const SampleParagraph& sample : sample_paragraphs()) {
      for (const Line& line : set(sample, 20)) {
        for (const Seen& seen : clusters(line)) out += std::to_string(seen.x) + to_utf8(seen.text) + "\n";
      }
    }
  };
  std::string first, second, third;
  std::thread one([&] { set_all(first); });
  std::thread other([&] { set_all(second); });
  one.join();
  other.join();
  set_all(third);
  EXPECT_EQ(first, second);
  EXPECT_EQ(first, third);
}

}  // namespace
}  // namespace bifolio::layout
