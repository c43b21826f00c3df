// Positions: CSL 1.0.2, “Choose”, “Citation-specific Options – Note Distance”.
#include "cite/processor.h"

namespace bifolio::cite {
namespace {

Position given(CitePosition position) {
  switch (position) {
    case CitePosition::subsequent: return Position::subsequent;
    case CitePosition::ibid: return Position::ibid;
    case CitePosition::ibid_with_locator: return Position::ibid_with_locator;
    default: return Position::first;
  }
}

/// What is remembered of a work's last cite.
struct LastSeen {
  bool is_known = false;
  int note = 0;
};

bool same_locator(const Place& a, const Place& b) {
  return a.locator == b.locator && a.locator_label == b.locator_label;
}

/// The cite right after another one of the same work: CSL 1.0.2, “ibid”.
Position after_same(const Place& before, const Place& now) {
  if (before.locator.empty()) return now.locator.empty() ? Position::ibid : Position::ibid_with_locator;
  if (now.locator.empty()) return Position::subsequent;
  return same_locator(before, now) ? Position::ibid : Position::ibid_with_locator;
}

class Placer {
 public:
  Placer(Registry& registry, std::span<const Cluster> clusters, const Style& style)
      : registry_(registry), clusters_(clusters), style_(style), seen_(registry.works.size()) {}
  void run() {
    for (std::size_t i = 0; i < clusters_.size(); ++i) {
      for (std::size_t j = 0; j < registry_.cites[i].size(); ++j) place(i, j);
    }
  }

 private:
  void place(std::size_t cluster, std::size_t index);
  const Cite* predecessor(std::size_t cluster, std::size_t index) const;

  Registry& registry_;
  std::span<const Cluster> clusters_;
  const Style& style_;
  std::vector<LastSeen> seen_;
};

/// The cite that an “ibid.” would refer to: the one before in the same citation,
/// or the only one of the citation before.
const Cite* Placer::predecessor(std::size_t cluster, std::size_t index) const {
  if (index > 0) return &registry_.cites[cluster][index - 1];
  // Citations in notes and in the text do not see each other.
  const bool in_note = clusters_[cluster].note_number > 0;
  while (cluster > 0 && (clusters_[cluster - 1].note_number > 0) != in_note) --cluster;
  if (cluster == 0) return nullptr;
  const auto& before = registry_.cites[cluster - 1];
  return before.size() == 1 ? &before[0] : nullptr;
}

void Placer::place(std::size_t cluster, std::size_t index) {
  Cite& cite = registry_.cites[cluster][index];
  const int note = clusters_[cluster].note_number;
  Registered& work = registry_.works[cite.work];
  cite.place.citation_number = work.number;
  if (cite.cited->position != CitePosition::automatic) {
    cite.place.position = given(cite.cited->position);
    cite.place.is_near = cite.cited->is_near_note;
    return;
  }
  LastSeen& last = seen_[cite.work];
  if (!last.is_known) {
    work.first_note = note;
  } else {
    const Cite* before = predecessor(cluster, index);
    cite.place.position =
        before && before->work == cite.work ? after_same(before->place, cite.place) : Position::subsequent;
    cite.place.first_note = work.first_note;
    cite.place.is_near = note > 0 && note - last.note <= style_.citation.near_note_distance;
  }
  last = {true, note};
}

}  // namespace

void place_cites(Registry& registry, std::span<const Cluster> clusters, const Style& style) {
  Placer(registry, clusters, style).run();
}

}  // namespace bifolio::cite
