// Whatever comes into the flow comes out once and in order: text in the order of the
// source, floats in theirs and never before the text they stand behind, notes on the
// page of their mark or later.
#include <gtest/gtest.h>

#include <random>

#include "layout/flow.h"

namespace bifolio::layout {
namespace {

constexpr int kTrials = 3000;

struct Pages {
  std::vector<int> text, floats, notes;                   ///< by their numbers, as they come out
  std::vector<std::pair<int, std::size_t>> texts_before;  ///< of each float: how much text stands before it
  Length lowest;
};

/// A flow of random lines, floats, spaces and notes over pages of ten lines.
class RandomFlow {
 public:
  explicit RandomFlow(std::uint32_t seed) : random_(seed) {}

  void run() {
    Flow flow(
        {pt(100), pt(10), pt(10), pt(40)}, [this](int note) { return height(notes_[static_cast<std::size_t>(note)]); },
        [this](int note) { return std::move(notes_[static_cast<std::size_t>(note)]); },
        [this](PageBody&& page) { ship(page); });
    for (int left = below(60); left > 0; --left) add_one(flow);
    flow.end_page();
  }

  void check() const {
    EXPECT_EQ(out_.text, counted(texts_));
    EXPECT_EQ(out_.floats, counted(floats_));
    EXPECT_EQ(out_.notes, counted(static_cast<int>(notes_.size())));
    EXPECT_LE(out_.lowest, pt(100));
    for (const auto& [one, before] : out_.texts_before) EXPECT_GE(before, places_[static_cast<std::size_t>(one)]);
  }

 private:
  int below(int n) { return static_cast<int>(random_() % static_cast<std::uint32_t>(n)); }

  static std::vector<int> counted(int n) {
    std::vector<int> all;
    for (int i = 0; i < n; ++i) all.push_back(i);
    return all;
  }

  std::vector<int> note() {
    if (below(8) > 0) return {};
    const int number = static_cast<int>(notes_.size());
    notes_.push_back({{.height = pt(10), .section = "n" + std::to_string(number)}});
    return {number};
  }

  void add_one(Flow& flow) {
    const int kind = below(12);
    if (kind == 0) return flow.add(Glue{pt(10) * below(3), below(2) == 0});
    if (kind == 1) return flow.keep_with_next();
    if (kind == 2) return flow.end_page();
    if (kind < 5) {
      places_.push_back(static_cast<std::size_t>(texts_));
      const Length height = pt(10) * (1 + below(10));
      flow.add(Float{.box = {.height = height, .section = "f" + std::to_string(floats_++)}, .space = {pt(10)}});
      return;
    }
    flow.allow_break(below(5) == 0 ? kWidow : 0);
    flow.add(Box{.height = pt(10), .notes = note(), .section = "t" + std::to_string(texts_++)});
  }

  void ship(const PageBody& page) {
    for (const PlacedBox& placed : page.boxes) {
      out_.lowest = std::max(out_.lowest, placed.y + placed.box.height);
      const int number = std::stoi(placed.box.section.substr(1));
      if (placed.box.section[0] == 't') {
        out_.text.push_back(number);
      } else {
        out_.floats.push_back(number);
        out_.texts_before.emplace_back(number, out_.text.size());
      }
    }
    for (const PlacedBox& placed : page.notes) out_.notes.push_back(std::stoi(placed.box.section.substr(1)));
  }

  std::mt19937 random_;
  Pages out_;
  int texts_ = 0, floats_ = 0;
  std::vector<std::size_t> places_;  ///< of each float: how much text the source has before it
  std::vector<std::vector<Box>> notes_;
};

TEST(FlowOrder, NothingIsLostOrOvertaken) {
  for (std::uint32_t seed = 0; seed < kTrials; ++seed) {
    SCOPED_TRACE(seed);
    RandomFlow flow(seed);
    flow.run();
    flow.check();
    if (HasFailure()) return;
  }
}

}  // namespace
}  // namespace bifolio::layout
