// A body is set at least twice, since its references name pages that are known only
// when all is set. The first time is a rehearsal, whose pages stay empty: line breaks
// decide them, glyphs do not. Paragraphs and charts that it has set are kept, and a
// later pass takes them out instead of setting them again. A pass in which a reference
// turns out to name a wrong page goes on as a rehearsal.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "layout/box.h"
#include "layout/text_block.h"

namespace bifolio::layout {

class Rehearsal {
 public:
  /// Pages of this pass are counted but not kept.
  bool is_on() const { return is_on_; }
  /// This pass is not the last.
  void go_on() { is_on_ = true; }
  void start_next_pass() { is_on_ = false; }

  using SetText = std::function<std::vector<Box>(Findings&)>;
  /// The lines of a text, which is told apart by the element of its first piece. During
  /// the rehearsal they hold no glyphs, only where each run begins and whose it is.
  std::vector<Box> text(const std::vector<Piece>&, const TextBlock&, const SetText& set, Findings&);

  using Draw = std::function<Drawing(Findings&)>;
  /// A chart in that room. During the rehearsal its size alone.
  Drawing chart(const Chart&, Length width, Length height, const Draw& draw, Findings&);

 private:
  /// What set text fills of a Box.
  struct KeptLine {
    std::vector<Item> items;
    std::vector<LinkPart> links;
    std::vector<int> notes;
    Length height;
    bool ends_hyphenated = false;
  };
  struct KeptText {
    std::uint64_t fingerprint = 0;
    std::vector<KeptLine> lines;
    Findings findings;
  };
  struct KeptChart {
    Drawing drawing;
    Findings findings;
  };

  static std::vector<Box> outlines_of(const KeptText&);
  std::vector<Box> rehearse(TagId, std::uint64_t fingerprint, const SetText&, Findings&);

  bool is_on_ = true;
  std::unordered_map<TagId, KeptText> texts_;  // never iterated
  std::map<std::tuple<const Chart*, Length, Length>, KeptChart> charts_;
};

}  // namespace bifolio::layout
