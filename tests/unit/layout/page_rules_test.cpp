// The rules of typesetting that only a page shows, over the sample paragraphs of
// each language in every paged edition.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "base/unicode.h"
#include "base/utf8.h"
#include "layout/layout.h"
#include "layout/style.h"
#include "support/layout_setting.h"
#include "support/sample_paragraphs.h"
#include "support/sketch.h"

namespace bifolio::layout {
namespace {

constexpr std::string_view kEditions[] = {"pdf", "large", "screen", "phone"};
constexpr std::string_view kLanguages[] = {"zh-Hans", "en"};

/// All paragraphs three times, each time under two headings.
std::string sample_book(std::string_view language) {
  std::string text = "language: " + std::string(language) + "\n\n# 1 One\n";
  for (int i = 1; i <= 3; ++i) {
    text += "## 1." + std::to_string(i) + " Head\n### 1." + std::to_string(i) + ".1 Lower\n";
    for (const testing::SampleParagraph& sample : testing::sample_paragraphs()) {
      if (sample.language != language) continue;
      text += std::string(sample.text) + (i == 1 ? "*强调ABC，强调。*[^1]\n" : "\n");
    }
  }
  return text + "[^1]: " + std::string(testing::sample_paragraphs()[language == "en" ? 7 : 0].text) + "\n";
}

struct Laid {
  Format format;
  Look look;
  PagedDocument document;
};

/// Calls `test` with the pages of every edition in each language.
template <typename Test>
void for_each_edition(Test test) {
  for (const std::string_view language : kLanguages) {
    const Publication publication = testing::sketch(sample_book(language));
    for (const std::string_view edition : kEditions) {
      SCOPED_TRACE(std::string(edition) + " " + std::string(language));
      Findings findings;
      Laid laid{.format = format_of(edition)};
      laid.format.has_cover = false;
      laid.look = read_look(testing::icebreaker(), laid.format, lang::get(std::string(language)));
      laid.document = lay_out(publication, publication.books[0], laid.format, testing::icebreaker(),
                              testing::icebreaker_fonts(), {2025, 9, 8}, findings);
      test(laid);
    }
  }
}

/// The block of the structure in which a tag stands, and its role: P, H2, Caption …
TagId block_of(const PagedDocument& document, TagId id) {
  static const std::set<std::string_view> kInline = {"Span", "Link", "Reference", "Code"};
  while (kInline.contains(document.tags[static_cast<std::size_t>(id)].role))
    id = document.tags[static_cast<std::size_t>(id)].parent;
  return id;
}

bool is_in_note(const PagedDocument& document, TagId id) {
  for (; id > 0; id = document.tags[static_cast<std::size_t>(id)].parent) {
    if (document.tags[static_cast<std::size_t>(id)].role == "Note") return true;
  }
  return false;
}

/// Baselines of the lines of each block on one page, without raised marks.
std::map<TagId, std::vector<Length>> lines_of(const PagedDocument& document, const Page& page, Length size) {
  std::map<TagId, std::vector<Length>> lines;
  for (const Item& item : page.items) {
    const auto* run = std::get_if<GlyphRun>(&item);
    if (run == nullptr || run->tag == kArtifact || run->size * 10 < size * 9) continue;
    auto& own = lines[block_of(document, run->tag)];
    if (own.empty() || own.back() != run->origin.y) own.push_back(run->origin.y);
  }
  return lines;
}

std::size_t total(const std::vector<std::map<TagId, std::vector<Length>>>& pages, TagId block) {
  std::size_t count = 0;
  for (const auto& page : pages) {
    if (const auto at = page.find(block); at != page.end()) count += at->second.size();
  }
  return count;
}

TEST(PageRules, C14_TheMeasureIsAWholeNumberOfEms) {
  for_each_edition([](const Laid& laid) {
    if (!laid.look.is_han) return;
    EXPECT_EQ(laid.look.page.block_width.units % laid.look.body.character.size.units, 0);
    const std::int64_t ems = laid.look.page.block_width.units / laid.look.body.character.size.units;
    EXPECT_GE(ems, 16);
    EXPECT_LE(ems, 40);
  });
}

TEST(PageRules, C16_LinesOfAParagraphAreOneLeadingApart) {
  for_each_edition([](const Laid& laid) {
    const Look& look = laid.look;
    EXPECT_GE(look.body.leading * 10, look.body.character.size * 15);
    EXPECT_LE(look.body.leading, look.body.character.size * 2);
    int distances = 0;
    for (const Page& page : laid.document.pages) {
      for (const auto& [block, lines] : lines_of(laid.document, page, look.body.character.size)) {
        if (laid.document.tags[static_cast<std::size_t>(block)].role != "P" || is_in_note(laid.document, block))
          continue;
        for (std::size_t i = 1; i < lines.size(); ++i, ++distances)
          EXPECT_EQ(lines[i] - lines[i - 1], look.body.leading);
      }
    }
    EXPECT_GT(distances, 50);
  });
}

/// The words of the back cover, however large an edition sets them, stand clear of its lines.
TEST(PageRules, NoLineOfTheBackCoverRunsThroughWords) {
  for (const std::string_view edition : kEditions) {
    SCOPED_TRACE(std::string(edition));
    Publication publication = testing::sketch("language: en\n\n# 1 One\nText.\n");
    Booklet& booklet = publication.booklet;
    for (const std::string_view language : kLanguages) {
      for (const testing::SampleParagraph& sample : testing::sample_paragraphs())
        if (sample.language == language) booklet.purpose.emplace(language, sample.text);
      booklet.notice.emplace(language, "Not medical advice.");
      booklet.motto.emplace(language, "Believe.");
    }
    booklet.languages = {"en", "zh-Hans"};
    Findings findings;
    const PagedDocument document = lay_out(publication, publication.books[0], format_of(edition), testing::icebreaker(),
                                           testing::icebreaker_fonts(), {2025, 9, 8}, findings);
    Length lowest, highest = pt(10000);
    int lines = 0;
    for (const Item& item : document.pages.back().items) {
      const auto* run = std::get_if<GlyphRun>(&item);  // those of the places to press stand in boxes of their own
      if (run != nullptr && run->tag != kArtifact &&
          document.tags[static_cast<std::size_t>(block_of(document, run->tag))].role == "P")
        lowest = std::max(lowest, run->origin.y);
      const auto* path = std::get_if<Path>(&item);
      if (path == nullptr || path->steps.size() != 2 || path->steps[0].a.y != path->steps[1].a.y) continue;
      highest = std::min(highest, path->steps[0].a.y);
      ++lines;
    }
    EXPECT_GT(lowest, pt(100));
    EXPECT_TRUE(lines == 0 || highest > lowest) << "a line at " << highest.units << ", words to " << lowest.units;
    if (edition == "pdf") {
      EXPECT_GT(lines, 5);
    }
  }
}

TEST(PageRules, C18_N03_NoPageStartsOrEndsWithASingleLine) {
  for_each_edition([](const Laid& laid) {
    std::vector<std::map<TagId, std::vector<Length>>> pages;
    for (const Page& page : laid.document.pages)
      pages.push_back(lines_of(laid.document, page, laid.look.small.character.size));
    int divided = 0;
    for (const auto& page : pages) {
      for (const auto& [block, lines] : page) {
        if (laid.document.tags[static_cast<std::size_t>(block)].role != "P" || is_in_note(laid.document, block))
          continue;
        const std::size_t whole = total(pages, block);
        if (whole == lines.size()) continue;
        ++divided;
        EXPECT_GE(lines.size(), 2u);
      }
    }
    EXPECT_GT(divided, 0);
  });
}

TEST(PageRules, C18_AHeadingHasTwoLinesBelowItOnItsPage) {
  for_each_edition([](const Laid& laid) {
    for (const Page& page : laid.document.pages) {
      const auto lines = lines_of(laid.document, page, laid.look.small.character.size);
      for (const auto& [block, own] : lines) {
        if (!laid.document.tags[static_cast<std::size_t>(block)].role.name().starts_with("H")) continue;
        std::size_t below = 0;
        for (const auto& [other, text] : lines) {
          if (laid.document.tags[static_cast<std::size_t>(other)].role != "P" || is_in_note(laid.document, other))
            continue;
          below += static_cast<std::size_t>(
              std::count_if(text.begin(), text.end(), [&](Length y) { return y > own.back(); }));
        }
        const bool is_contents = page.folio.find_first_of("0123456789") != 0;
        if (is_contents) continue;
        EXPECT_GE(below, 2u) << page.folio;
      }
    }
  });
}

TEST(PageRules, C19_C26_HanIsNeverSlantedAndEachRoleHasItsFamily) {
  for_each_edition([](const Laid& laid) {
    const text::Fonts& fonts = testing::icebreaker_fonts();
    for (const Page& page : laid.document.pages) {
      for (const Item& item : page.items) {
        const auto* run = std::get_if<GlyphRun>(&item);
        if (run == nullptr || run->tag == kArtifact) continue;
        const std::u32string text = to_utf32(run->text);
        const bool has_han = std::any_of(text.begin(), text.end(), [](char32_t c) { return is_han(c); });
        const std::string& family = fonts.facts(run->font).family;
        if (laid.format.is_large_print) {
          EXPECT_EQ(family.find("Serif"), std::string::npos) << run->text;
        }
        if (!has_han) continue;
        EXPECT_NE(family.find("CJK SC"), std::string::npos) << run->text;
        EXPECT_EQ(fonts.facts(run->font).italic_angle, 0) << run->text;
      }
    }
  });
}

TEST(PageRules, C25_HeadingsAreLargerByStepsAndNoLargerThanTwice) {
  for_each_edition([](const Laid& laid) {
    Length below = laid.look.body.character.size;
    for (int i = 3; i-- > 0;) {
      const Length size = laid.look.headings[i].character.size;
      const double step = static_cast<double>(size.units) / static_cast<double>(below.units);
      EXPECT_GE(step, 1.09) << i;
      EXPECT_LE(step, 1.28) << i;
      below = size;
    }
  });
}

TEST(PageRules, C27_NotesAreSmallerButNeverBelowEightPoints) {
  for_each_edition([](const Laid& laid) {
    int runs = 0;
    for (const Page& page : laid.document.pages) {
      for (const Item& item : page.items) {
        const auto* run = std::get_if<GlyphRun>(&item);
        if (run == nullptr || run->tag == kArtifact || !is_in_note(laid.document, run->tag)) continue;
        ++runs;
        EXPECT_GE(run->size, laid.format.is_large_print ? pt(17) : pt(8)) << run->text;
        EXPECT_LE(run->size, laid.look.body.character.size) << run->text;
      }
    }
    EXPECT_GT(runs, 0);
  });
}

TEST(PageRules, C15_NotesAreIndentedByTwoOfTheirOwnEms) {
  for_each_edition([](const Laid& laid) {
    if (!laid.look.is_han || laid.format.is_large_print) return;
    for (const Page& page : laid.document.pages) {
      Length first;
      for (const Item& item : page.items) {
        const auto* run = std::get_if<GlyphRun>(&item);
        if (run == nullptr || run->tag == kArtifact || !is_in_note(laid.document, run->tag)) continue;
        if (first == Length{}) first = run->origin.x;
      }
      if (first == Length{}) continue;
      const Length left = first - laid.look.small.character.size * 2;
      EXPECT_TRUE(left == laid.look.page.inner || left == laid.look.page.outer) << left.points();
      return;  // a note that goes on overleaf is not indented again
    }
  });
}

/// A table of one column of numbers beside their names.
PagedDocument table_of_numbers(std::string_view language, std::string_view edition, Alignment alignment) {
  Publication publication = testing::sketch("language: " + std::string(language) +
                                            "\n\n# 1 One\n=table 1-1 Numbers\n| Name | Value (−) |\n| a | -1.5 |\n"
                                            "| b | 12.25 |\n| c | −103.125 |\n| d | -2 |\n| e-1 | see -3 |\n");
  for (Block& block : publication.books[0].documents[0].blocks) {
    if (auto* table = std::get_if<Table>(&block.value)) table->columns[1].alignment = alignment;
  }
  Findings findings;
  Format format = format_of(edition);
  format.has_cover = false;
  return lay_out(publication, publication.books[0], format, testing::icebreaker(), testing::icebreaker_fonts(),
                 {2025, 9, 8}, findings);
}

/// Where the point of each number of a column stands, the signs before them shown as drawn.
TEST(PageRules, C30_NumbersStandPointUnderPointAndWhole) {
  const PagedDocument document = table_of_numbers("en", "pdf", Alignment::decimal);
  std::set<std::int64_t> points;
  int numbers = 0;
  for (const Page& page : document.pages) {
    for (const Item& item : page.items) {
      const auto* run = std::get_if<GlyphRun>(&item);
      if (run == nullptr || run->tag == kArtifact || run->text.find('.') == std::string::npos) continue;
      if (document.tags[static_cast<std::size_t>(run->tag)].role != "TD") continue;
      Length x = run->origin.x;
      std::size_t at = 0;
      for (const Glyph& glyph : run->glyphs) {
        if (run->text[at] == '.') points.insert(std::llround(x.points() * 10));
        x += glyph.advance;
        at += glyph.text_size;
      }
      ++numbers;
    }
  }
  EXPECT_EQ(numbers, 3);
  EXPECT_EQ(points.size(), 1u);
}

/// The texts of glyphs that are drawn as a minus sign, and as a hyphen, in order.
struct Signs {
  std::string minus, hyphens;
};

Signs signs_of(const PagedDocument& document) {
  const text::Fonts& fonts = testing::icebreaker_fonts();
  Signs signs;
  for (const Page& page : document.pages) {
    for (const Item& item : page.items) {
      const auto* run = std::get_if<GlyphRun>(&item);
      if (run == nullptr || run->tag == kArtifact) continue;
      std::size_t at = 0;
      for (const Glyph& glyph : run->glyphs) {
        const std::string text = run->text.substr(at, glyph.text_size);
        at += glyph.text_size;
        if (glyph.id == fonts.character(run->font, U'−').id) signs.minus += text;
        if (glyph.id == fonts.character(run->font, U'-').id) signs.hyphens += text;
      }
    }
  }
  return signs;
}

TEST(PageRules, N02_ACellOfOneNumberShowsItsHyphenAsMinusAndSaysAHyphen) {
  for (const std::string_view edition : {"pdf", "phone"}) {
    for (const std::string_view language : kLanguages) {
      for (const Alignment alignment : {Alignment::decimal, Alignment::right, Alignment::none}) {
        const Signs signs = signs_of(table_of_numbers(language, edition, alignment));
        std::string minus = signs.minus, hyphens = signs.hyphens;
        // The heading’s sign and that of −103.125 are the author’s; the number of the caption, here and in the
        // list of tables, and the last row keep theirs.
        const bool is_stack = edition == "phone";
        EXPECT_EQ(minus, is_stack ? "−-−−−−-−" : "−-−-") << edition << " " << language;
        EXPECT_EQ(hyphens, "----") << edition << " " << language;
      }
    }
  }
}

}  // namespace
}  // namespace bifolio::layout
