// A book of about 250 pages, from its blocks to the bytes of a tagged PDF, beside
// the floor: the same paragraphs itemised and shaped by Pango, which breaks no
// line. What counts are the ratios in one run. And how evenly the lines of the
// booklet in content/ are filled (C13).
#include <benchmark/benchmark.h>
#include <pango/pangoft2.h>

#include <chrono>
#include <map>
#include <set>
#include <thread>

#include "layout/layout.h"
#include "pdf/pdf.h"
#include "pipeline/pipeline.h"
#include "source/load.h"
#include "theme/theme.h"

namespace bifolio {
namespace {

using Clock = std::chrono::steady_clock;

enum class Language { chinese, english };

constexpr const char* kHan[] = {"患者", "运动神经元", "试验", "的", "在",         "评分", "下降", "变化",   "没有",
                                "研究", "安慰剂",     "组",   "与", "显示",       "终点", "药物", "家族性", "基因突变",
                                "，",   "，",         "。",   "、", "（2023年）", "“",    "”",    "ALS",    "SOD1"};
constexpr const char* kWords[] = {
    "the",      "of",        "patients", "trial", "neurodegenerative", "placebo",   "in",          "and", "was",
    "observed", "sclerosis", "with",     "a",     "randomised",        "biomarker", "progression", "to",  "significant",
    "ALSFRS-R", "tofersen",  "by",       "24%",   "months,",           "survival",  "effects."};

double milliseconds_since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

/// The same numbers everywhere: a linear congruential generator.
class Dice {
 public:
  std::size_t roll(std::size_t sides) {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return (state_ >> 33) % sides;
  }

 private:
  std::uint64_t state_ = 1;
};

std::string paragraph(Dice& dice, Language language) {
  std::string text;
  const std::size_t size = 300 + dice.roll(600);
  while (text.size() < size) {
    if (language == Language::english) {
      text += (text.empty() ? "" : " ") + std::string(kWords[dice.roll(std::size(kWords))]);
    } else if (dice.roll(8) == 0) {
      // Any of the common ideographs, so that the subset is as large as a book's.
      const auto c = static_cast<char32_t>(0x4E00 + dice.roll(3000));
      text += {static_cast<char>(0xE0 | (c >> 12)), static_cast<char>(0x80 | ((c >> 6) & 0x3F)),
               static_cast<char>(0x80 | (c & 0x3F))};
    } else {
      text += kHan[dice.roll(std::size(kHan))];
    }
  }
  return text;
}

const theme::Theme& icebreaker() {
  static const theme::Theme read = [] {
    Findings findings;
    return theme::Theme::read(source::load_folder(BIFOLIO_SOURCE_DIR "/themes/icebreaker", findings).value(), findings);
  }();
  return read;
}

const text::Fonts& fonts() {
  static const text::Fonts opened = text::Fonts::open(icebreaker()).value();
  return opened;
}

std::string tag_of(Language language) {
  return language == Language::english ? "en" : "zh-Hans";
}

struct Sample {
  std::vector<std::string> paragraphs;
  Publication publication;
};

Sample sample(Language language) {
  Sample made;
  Dice dice;
  Book book;
  book.language = tag_of(language);
  for (std::size_t chapter = 0; chapter < 10; ++chapter) {
    Document document;
    document.id = "chapter-" + std::to_string(chapter);
    document.language = book.language;
    document.title = {{Text{"ALS " + std::to_string(chapter + 1)}, {}}};
    for (int i = 0; i < 75; ++i) {
      made.paragraphs.push_back(paragraph(dice, language));
      document.blocks.push_back({.value = Paragraph{{{Text{made.paragraphs.back()}, {}}}}});
    }
    book.chapters.push_back({.id = document.id, .number = "", .documents = {chapter}});
    book.documents.push_back(std::move(document));
  }
  made.publication.booklet.languages = {book.language};
  made.publication.booklet.title = {{book.language, "ALS"}};
  made.publication.books.push_back(std::move(book));
  return made;
}

layout::PagedDocument lay_out(const Sample& sample) {
  Findings findings;
  return layout::lay_out(sample.publication, sample.publication.books[0], layout::format_of("pdf"), icebreaker(),
                         fonts(), {2025, 9, 8}, findings);
}

std::string write(const layout::PagedDocument& pages) {
  Findings findings;
  return pdf::write(pages, fonts(), findings).value();
}

/// Itemises and shapes, as every program on Pango does before it can break a line.
void shape_all(const std::vector<std::string>& paragraphs, Language language) {
  static PangoFontMap* const map = [] {
    PangoFontMap* made = pango_ft2_font_map_new();
    pango_ft2_font_map_set_resolution(PANGO_FT2_FONT_MAP(made), 72, 72);
    return made;
  }();
  PangoContext* const context = pango_font_map_create_context(map);
  PangoFontDescription* const face =
      pango_font_description_from_string(language == Language::english ? "Noto Serif 10" : "Noto Serif CJK SC 10.5");
  pango_context_set_font_description(context, face);
  pango_context_set_language(context, pango_language_from_string(tag_of(language).c_str()));
  PangoGlyphString* const glyphs = pango_glyph_string_new();
  for (const std::string& text : paragraphs) {
    PangoAttrList* const plain = pango_attr_list_new();
    GList* const items = pango_itemize(context, text.c_str(), 0, static_cast<int>(text.size()), plain, nullptr);
    for (const GList* at = items; at != nullptr; at = at->next) {
      const auto* item = static_cast<const PangoItem*>(at->data);
      pango_shape_full(text.c_str() + item->offset, item->length, text.c_str(), static_cast<int>(text.size()),
                       &item->analysis, glyphs);
      benchmark::DoNotOptimize(glyphs->num_glyphs);
    }
    g_list_free_full(items, [](gpointer item) { pango_item_free(static_cast<PangoItem*>(item)); });
    pango_attr_list_unref(plain);
  }
  pango_glyph_string_free(glyphs);
  pango_font_description_free(face);
  g_object_unref(context);
}

/// Subsetting the document's faces, which is counted apart: it costs the same for one page and for a thousand.
void subset_all(const layout::PagedDocument& document) {
  std::map<text::FontId, std::set<std::uint32_t>> used;
  for (const layout::Page& page : document.pages) {
    for (const layout::Item& item : page.items) {
      const auto* run = std::get_if<layout::GlyphRun>(&item);
      if (run == nullptr) continue;
      for (const layout::Glyph& glyph : run->glyphs) used[run->font].insert(glyph.id);
    }
  }
  for (auto& [font, glyphs] : used) {
    glyphs.insert(0);
    const std::vector<std::uint32_t> list(glyphs.begin(), glyphs.end());
    benchmark::DoNotOptimize(fonts().subset(font, list));
  }
}

void book(benchmark::State& state, Language language) {
  const Sample text = sample(language);
  double floor = 0, set = 0, written = 0, subset = 0, pages = 0;
  shape_all(text.paragraphs, language);  // opens its faces
  for (auto _ : state) {
    Clock::time_point start = Clock::now();
    shape_all(text.paragraphs, language);
    floor += milliseconds_since(start);
    start = Clock::now();
    const layout::PagedDocument document = lay_out(text);
    set += milliseconds_since(start);
    start = Clock::now();
    benchmark::DoNotOptimize(write(document).size());
    written += milliseconds_since(start);
    start = Clock::now();
    subset_all(document);
    subset += milliseconds_since(start);
    pages += static_cast<double>(document.pages.size());
  }
  state.counters["pages"] = pages / static_cast<double>(state.iterations());
  state.counters["floor_ms_per_page"] = floor / pages;
  state.counters["set_ms_per_page"] = set / pages;
  state.counters["write_ms_per_page"] = (written - subset) / pages;
  state.counters["subset_ms"] = subset / static_cast<double>(state.iterations());
  state.counters["to_floor"] = (set + written - subset) / floor;
}

/// Two books, one after the other and in two threads.
void two_threads(benchmark::State& state, Language language) {
  const Sample text = sample(language);
  const auto make = [&] { benchmark::DoNotOptimize(write(lay_out(text)).size()); };
  make();
  double in_turn = 0, together = 0;
  for (auto _ : state) {
    Clock::time_point start = Clock::now();
    make();
    make();
    in_turn += milliseconds_since(start);
    start = Clock::now();
    std::jthread other(make);
    make();
    other.join();
    together += milliseconds_since(start);
  }
  state.counters["speed_up"] = in_turn / together;
}

bool is_han(std::string_view text) {
  return text.size() == 3 && text >= "\u4E00" && text <= "\u9FFF";
}

/// How far neighbouring Han characters stand apart, and how wide word spaces are, in hundredths of an em.
void count_gaps(const layout::GlyphRun& run, std::map<int, int>& han, std::map<int, int>& spaces) {
  std::string_view rest = run.text;
  for (std::size_t i = 0; i + 1 < run.glyphs.size(); ++i) {
    const std::string_view text = rest.substr(0, run.glyphs[i].text_size);
    rest.remove_prefix(text.size());
    const Length advance = run.glyphs[i].advance;
    const int hundredths = static_cast<int>(advance.units * 100 / run.size.units);
    if (is_han(text) && is_han(rest.substr(0, run.glyphs[i + 1].text_size))) ++han[(hundredths - 100) / 5 * 5];
    if (text == " ") ++spaces[hundredths / 5 * 5];
  }
}

void report_gaps(benchmark::State& state, const std::string& name, const std::map<int, int>& gaps) {
  for (const auto& [from, count] : gaps) {
    const std::string digits = std::to_string(from);
    state.counters[name + "_0." + (digits.size() < 2 ? "0" : "") + digits] = count;
  }
}

/// The booklet in content/: every gap of every line, by width.
void gaps(benchmark::State& state, Language language) {
  pipeline::Request request;
  request.folder = BIFOLIO_SOURCE_DIR "/content/als-exploration";
  request.themes = BIFOLIO_SOURCE_DIR "/themes";
  request.languages = {tag_of(language)};
  std::map<int, int> han, spaces;
  for (auto _ : state) {
    Findings findings;
    const auto loaded = pipeline::load(request, findings);
    const pipeline::LaidOut laid_out = pipeline::lay_out(*loaded, request, findings);
    han.clear();
    spaces.clear();
    for (const layout::Page& page : laid_out.documents.at(0).pages) {
      for (const layout::Item& item : page.items) {
        const auto* run = std::get_if<layout::GlyphRun>(&item);
        if (run != nullptr && run->tag != layout::kArtifact) count_gaps(*run, han, spaces);
      }
    }
  }
  report_gaps(state, "han", han);
  if (language == Language::english) report_gaps(state, "space", spaces);
}

BENCHMARK_CAPTURE(book, chinese, Language::chinese)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(book, english, Language::english)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(two_threads, chinese, Language::chinese)->UseRealTime()->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(two_threads, english, Language::english)->UseRealTime()->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(gaps, chinese, Language::chinese)->Iterations(1)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(gaps, english, Language::english)->Iterations(1)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace bifolio
