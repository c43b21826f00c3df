// Paragraphs set, beside the floor: the same text through HarfBuzz alone, whole
// paragraphs at a time and without a cache. Counters are pages a second, where a
// page is 26 lines of 28 em (Chinese) or 30 lines of 62 letters (English).
#include <benchmark/benchmark.h>

#include <cstdint>

#include "layout/paragraph.h"
#include "text/shape.h"

namespace bifolio {
namespace {

constexpr const char* kHan[] = {"患者", "运动神经元", "试验", "的", "在",         "评分", "下降", "变化",   "没有",
                                "研究", "安慰剂",     "组",   "与", "显示",       "终点", "药物", "家族性", "基因突变",
                                "，",   "，",         "。",   "、", "（",         "）",   "“",    "”",      "ALS",
                                "2023", "SOD1",       "5%",   "；", "神经丝轻链", "水平", "并未", "达到",   "显著"};
constexpr const char* kWords[] = {"the",         "of",         "patients",    "trial",      "neurodegenerative",
                                  "placebo",     "in",         "and",         "was",        "observed",
                                  "sclerosis",   "with",       "a",           "randomised", "biomarker",
                                  "progression", "to",         "significant", "ALSFRS-R",   "tofersen",
                                  "by",          "24%",        "months,",     "survival",   "effects.",
                                  "is",          "for",        "motor",       "neurons",    "approximately",
                                  "familial",    "(p < 0.05)", "mutations"};

/// The same numbers everywhere: a linear congruential generator.
class Dice {
 public:
  template <std::size_t n>
  const char* pick(const char* const (&list)[n]) {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return list[(state_ >> 33) % n];
  }

 private:
  std::uint64_t state_ = 1;
};

enum class Language { chinese, english };

std::string paragraph(Dice& dice, Language language, std::size_t size) {
  std::string text;
  while (text.size() < size) {
    if (language == Language::english && !text.empty()) text += ' ';
    text += language == Language::english ? dice.pick(kWords) : dice.pick(kHan);
  }
  return text;
}

/// A hundred paragraphs of about the length they have in a report.
std::vector<std::string> paragraphs(Language language) {
  Dice dice;
  std::vector<std::string> all;
  for (int i = 0; i < 100; ++i) all.push_back(paragraph(dice, language, language == Language::english ? 620 : 720));
  return all;
}

const text::Fonts& fonts() {
  static const text::Fonts opened = text::Fonts::open(text::default_families()).value();
  return opened;
}

layout::ParagraphStyle style_of(Language language) {
  layout::ParagraphStyle style;
  style.measure = pt(294);
  style.language = language == Language::english ? "en" : "zh-Hans";
  style.hyphenate = language == Language::english;
  return style;
}

layout::Piece piece_of(std::string text, Language language) {
  layout::Piece piece;
  piece.text = std::move(text);
  piece.language = style_of(language).language;
  piece.style.size = language == Language::english ? pt(10) : pt(10.5);
  return piece;
}

std::size_t lines_on_page(Language language) {
  return language == Language::english ? 30 : 26;
}

std::size_t count_lines(const std::vector<std::string>& texts, Language language) {
  Findings findings;
  std::size_t lines = 0;
  for (const std::string& text : texts) {
    lines += layout::set_paragraph({piece_of(text, language)}, style_of(language), fonts(), findings).size();
  }
  return lines;
}

void report_pages(benchmark::State& state, const std::vector<std::string>& texts, Language language) {
  const double pages = static_cast<double>(count_lines(texts, language)) / static_cast<double>(lines_on_page(language));
  state.counters["pages"] =
      benchmark::Counter(pages * static_cast<double>(state.iterations()), benchmark::Counter::kIsRate);
  state.counters["ms_per_page"] = benchmark::Counter(pages * static_cast<double>(state.iterations()) / 1000,
                                                     benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

void shape_only(benchmark::State& state, Language language) {
  const auto texts = paragraphs(language);
  const auto script = language == Language::english ? text::Script::latin : text::Script::han;
  const text::FontId font = fonts().find({text::Role::song, script});
  for (auto _ : state) {
    text::Shaper shaper(fonts());
    for (const std::string& text : texts) {
      benchmark::DoNotOptimize(shaper.shape({font, script, false, style_of(language).language}, text).advance);
    }
  }
  report_pages(state, texts, language);
}

void set(benchmark::State& state, Language language) {
  const auto texts = paragraphs(language);
  std::vector<std::vector<layout::Piece>> pieces;
  for (const std::string& text : texts) pieces.push_back({piece_of(text, language)});
  const auto style = style_of(language);
  for (auto _ : state) {
    Findings findings;
    for (const auto& paragraph : pieces) {
      benchmark::DoNotOptimize(layout::set_paragraph(paragraph, style, fonts(), findings).size());
    }
  }
  report_pages(state, texts, language);
}

void set_one(benchmark::State& state, const std::string& text, Language language) {
  for (auto _ : state) {
    Findings findings;
    benchmark::DoNotOptimize(
        layout::set_paragraph({piece_of(text, language)}, style_of(language), fonts(), findings).size());
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(text.size()) * state.iterations());
}

void one_paragraph(benchmark::State& state, Language language) {
  Dice dice;
  set_one(state, paragraph(dice, language, static_cast<std::size_t>(state.range(0))), language);
}

void one_word(benchmark::State& state) {
  set_one(state, std::string(static_cast<std::size_t>(state.range(0)), 'x'), Language::english);
}

BENCHMARK_CAPTURE(shape_only, chinese, Language::chinese);
BENCHMARK_CAPTURE(shape_only, english, Language::english);
BENCHMARK_CAPTURE(set, chinese, Language::chinese)->ThreadRange(1, 2)->UseRealTime();
BENCHMARK_CAPTURE(set, english, Language::english)->ThreadRange(1, 2)->UseRealTime();
BENCHMARK_CAPTURE(one_paragraph, chinese, Language::chinese)->RangeMultiplier(10)->Range(10'000, 1'000'000);
BENCHMARK_CAPTURE(one_paragraph, english, Language::english)->RangeMultiplier(10)->Range(10'000, 1'000'000);
BENCHMARK(one_word)->RangeMultiplier(10)->Range(1'000, 100'000);

}  // namespace
}  // namespace bifolio
