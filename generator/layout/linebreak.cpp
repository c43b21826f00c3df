#include "layout/linebreak.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>

#include "text/choose_face.h"

namespace bifolio::layout {
namespace {

using Break = Joint::Break;

/// Each pass allows more than the one before; the last always succeeds.
enum class Pass { good, tolerant, emergency };

constexpr int kMostHyphensInARow = 2;  // N01
/// A line has a few hundred places to end at most; a text of nothing visible has
/// without end, and must not take time without end.
constexpr std::size_t kMostStarts = 4000;
constexpr double kLinePenalty = 10, kFitnessDemerits = 3000, kLastHyphenDemerits = 5000;
constexpr double kEmergencyDemerits = 1e7, kForbiddenDemerits = 1e10;

/// Sums over the atoms before one, and the joints between them.
struct Sums {
  std::int64_t width = 0, shrink = 0, stretch = 0, even = 0;
};

struct Node {
  std::uint32_t start = 0;  ///< the next line's first atom
  std::int32_t from = -1;   ///< the node where this line started
  double demerits = 0;
  std::uint8_t hyphens = 0;  ///< in a row
  std::int8_t fitness = 1;
};

struct Candidate {
  double demerits = 0;
  std::int32_t from = -1;
  std::int8_t fitness = 1;
};

class Breaker {
 public:
  Breaker(const Material& material, const ParagraphStyle& style, const text::Fonts& fonts)
      : material_(material),
        style_(style),
        is_justified_(style.setting == ParagraphStyle::Setting::justify),
        is_han_(text::is_han_language(style.language)),
        fonts_(fonts),
        sums_(material.atoms.size()) {
    for (std::size_t i = 1; i < sums_.size(); ++i) {
      const Joint& joint = material.joints[i - 1];
      sums_[i] = sums_[i - 1];
      sums_[i].width += material.atoms[i - 1].width.units + joint.space.units;
      if (!is_justified_) continue;
      sums_[i].shrink += joint.shrink.units;
      sums_[i].stretch += joint.stretch.units;
      sums_[i].even += joint.even.units;
    }
  }

  std::vector<std::uint32_t> run() {
    std::vector<std::uint32_t> ends;
    for (std::uint32_t begin = 0; begin < material_.atoms.size();) {
      std::uint32_t end = begin;
      while (material_.joints[end].breaks != Break::forced) ++end;
      break_part(begin, end, ends);
      begin = end + 1;
    }
    return ends;
  }

 private:
  void break_part(std::uint32_t begin, std::uint32_t end, std::vector<std::uint32_t>& ends) {
    if (fits_on_one_line(begin, end)) return ends.push_back(end);
    last_allowed_ = last_joint_for_an_end(begin, end);
    last_word_begin_ = end;
    while (last_word_begin_ > begin && is_inside_word(last_word_begin_ - 1)) --last_word_begin_;
    for (const Pass pass : {Pass::good, Pass::tolerant, Pass::emergency}) {
      if (!is_justified_ && pass != Pass::emergency) continue;  // ragged lines are as long as they are
      if (try_pass(pass, begin, end)) break;
    }
    const std::size_t first = ends.size();
    for (std::int32_t at = best_end_; nodes_[static_cast<std::size_t>(at)].from >= 0;) {
      const Node& node = nodes_[static_cast<std::size_t>(at)];
      ends.push_back(node.start - 1);
      at = node.from;
    }
    std::reverse(ends.begin() + static_cast<std::ptrdiff_t>(first), ends.end());
  }

  /// Titles, labels and cells mostly do.
  bool fits_on_one_line(std::uint32_t begin, std::uint32_t end) const {
    const std::int64_t width = sums_[end].width - sums_[begin].width + material_.atoms[end].width.units;
    return width <= measure_from(begin);
  }

  /// The first line of a paragraph is shorter by its indent.
  std::int64_t measure_from(std::uint32_t start) const {
    return style_.measure.units - (start == 0 ? style_.first_indent.units : 0);
  }

  bool is_inside_word(std::uint32_t i) const {
    const Joint& joint = material_.joints[i];
    return joint.is_hyphenated || joint.breaks == Break::inside;
  }

  /// C17: the last line has two Han characters, or a word that is as wide, beside its marks.
  std::uint32_t last_joint_for_an_end(std::uint32_t begin, std::uint32_t end) const {
    Length content;
    std::uint32_t i = end;
    for (;; --i) {
      const Atom& atom = material_.atoms[i];
      const bool counts = !atom.is_han || atom.first == CharacterClass::han;
      const Length em = material_.piece_of(atom).style.size;
      if (counts) content += atom.width;
      if (content.units * 10 >= em.units * 19 || i == begin) return i;
    }
  }

  bool try_pass(Pass pass, std::uint32_t begin, std::uint32_t end) {
    nodes_.clear();
    nodes_.push_back({begin, -1, 0, 0, 1});
    first_active_ = 0;
    best_end_ = -1;
    for (std::uint32_t at = begin; at <= end; ++at) {
      if (may_break(pass, at, end)) consider(pass, at, end);
      if (at < end && first_active_ == nodes_.size()) return false;
      if (nodes_.size() - first_active_ > kMostStarts) ++first_active_;
    }
    return best_end_ >= 0;
  }

  bool may_break(Pass pass, std::uint32_t at, std::uint32_t end) const {
    if (at == end) return true;
    const Joint& joint = material_.joints[at];
    if (joint.breaks != Break::allowed) return false;
    if (pass == Pass::emergency) return true;
    return at < last_allowed_ && !(joint.is_hyphenated && at >= last_word_begin_);
  }

  void consider(Pass pass, std::uint32_t at, std::uint32_t end) {
    const Joint& joint = material_.joints[at];
    const bool is_hyphenated = at != end && joint.is_hyphenated;
    std::array<Candidate, kMostHyphensInARow + 1> best;
    const std::int64_t end_width = sums_[at].width + material_.atoms[at].width.units +
                                   (is_hyphenated ? hyphen_after(material_.atoms[at], fonts_).width.units : 0);
    for (std::size_t k = first_active_; k < nodes_.size(); ++k) {
      const Node& node = nodes_[k];
      const Sums& from = sums_[node.start];
      const Sums& to = sums_[at];
      const std::int64_t measure = measure_from(node.start);
      const std::int64_t rest = measure - (end_width - from.width);
      const std::int64_t shrink = to.shrink - from.shrink;
      if (rest + shrink < 0 && !is_sole(pass, node.start, at)) {
        if (k == first_active_) ++first_active_;
        continue;
      }
      const Fit fit = judge(pass, rest, shrink, to.stretch - from.stretch, to.even - from.even, at == end, measure);
      if (fit.is_short) break;  // and so is every line that starts later
      add_candidate(best, pass, node, static_cast<std::int32_t>(k), fit, joint, is_hyphenated, at, end);
    }
    for (std::uint8_t hyphens = 0; hyphens <= kMostHyphensInARow; ++hyphens) {
      const Candidate& candidate = best[hyphens];
      if (candidate.from < 0) continue;
      nodes_.push_back({at + 1, candidate.from, candidate.demerits, hyphens, candidate.fitness});
      if (at != end) continue;
      const auto index = static_cast<std::int32_t>(nodes_.size() - 1);
      if (best_end_ < 0 || candidate.demerits < nodes_[static_cast<std::size_t>(best_end_)].demerits) best_end_ = index;
    }
  }

  /// In an emergency a unit that is wider than the line gets a line to itself.
  bool is_sole(Pass pass, std::uint32_t start, std::uint32_t at) const {
    if (pass != Pass::emergency) return false;
    for (std::uint32_t i = start; i < at; ++i) {
      if (material_.joints[i].breaks == Break::allowed) return false;
    }
    return true;
  }

  struct Fit {
    double badness = 0;
    double emergency = 0;  ///< how far beyond all limits, in shares of the line
    std::int8_t fitness = 1;
    bool is_short = false;
  };

  Fit judge(Pass pass, std::int64_t rest, std::int64_t shrink, std::int64_t stretch, std::int64_t even, bool is_end,
            std::int64_t measure) const {
    if (rest < 0) return judge_full(rest, shrink, measure);
    if (is_end) return {};
    if (!is_justified_) return judge_ragged(rest, measure);
    const double limit = static_cast<double>(pass == Pass::good ? stretch + even * kEvenComfort / 100
                                                                : stretch * (is_han_ ? 100 : kLooseWordSpaces) / 100 +
                                                                      even * kEvenLimit / 100);
    const auto wanted = static_cast<double>(rest);
    if (wanted > limit) {
      if (pass != Pass::emergency) return {0, 0, 1, true};
      return {100, (wanted - limit) / static_cast<double>(measure), 3, false};
    }
    const auto comfort = static_cast<double>(stretch + even * kEvenComfort / 100);
    const double ratio = wanted == 0 ? 0 : wanted / comfort;
    // In Chinese a line rather closes up than opens (C12): opening costs from the first bit.
    const double badness = 100 * ratio * ratio * ratio + (is_han_ ? 25 * ratio : 0);
    return {badness, 0, static_cast<std::int8_t>(ratio > 1 ? 3 : ratio > 0.5 ? 2 : 1), false};
  }

  Fit judge_full(std::int64_t rest, std::int64_t shrink, std::int64_t measure) const {
    if (rest + shrink < 0) return {100, static_cast<double>(-rest - shrink) / static_cast<double>(measure), 0, false};
    const double ratio = static_cast<double>(-rest) / static_cast<double>(shrink);
    const double cube = ratio * ratio * ratio;
    // Squeezing some marks costs little; a line of nothing but squeezed marks looks dark.
    const double badness = is_han_ ? 10 * cube + 10 * cube * cube * cube : 100 * cube;
    return {badness, 0, static_cast<std::int8_t>(ratio > 0.5 && !is_han_ ? 0 : 1), false};
  }

  static Fit judge_ragged(std::int64_t rest, std::int64_t measure) {
    const double ratio = static_cast<double>(rest) / (0.2 * static_cast<double>(measure));
    return {100 * ratio * ratio, 0, 1, false};
  }

  void add_candidate(std::array<Candidate, kMostHyphensInARow + 1>& best, Pass pass, const Node& node,
                     std::int32_t index, const Fit& fit, const Joint& joint, bool is_hyphenated, std::uint32_t at,
                     std::uint32_t end) const {
    const int hyphens = is_hyphenated ? std::min(node.hyphens + 1, kMostHyphensInARow + 1) : 0;
    if (hyphens > kMostHyphensInARow && pass != Pass::emergency) return;
    double demerits = (kLinePenalty + fit.badness) * (kLinePenalty + fit.badness);
    if (at != end) demerits += static_cast<double>(joint.penalty) * joint.penalty;
    if (hyphens > 1) demerits += kFitnessDemerits * hyphens * hyphens;
    if (hyphens > kMostHyphensInARow) demerits += kForbiddenDemerits;
    const bool divides_last_word = is_hyphenated && at >= last_word_begin_;
    if (at < end && (at >= last_allowed_ || divides_last_word)) demerits += kForbiddenDemerits / 10;
    if (fit.emergency > 0) demerits += kEmergencyDemerits * (1 + 20 * fit.emergency);
    if (std::abs(fit.fitness - node.fitness) > 1) demerits += kFitnessDemerits;
    if (at == end && node.hyphens > 0) demerits += kLastHyphenDemerits;
    demerits += node.demerits;
    Candidate& slot = best[static_cast<std::size_t>(std::min(hyphens, kMostHyphensInARow))];
    if (slot.from < 0 || demerits < slot.demerits) slot = {demerits, index, fit.fitness};
  }

  const Material& material_;
  const ParagraphStyle& style_;
  const bool is_justified_, is_han_;
  const text::Fonts& fonts_;
  std::vector<Sums> sums_;
  std::vector<Node> nodes_;
  std::size_t first_active_ = 0;
  std::int32_t best_end_ = -1;
  std::uint32_t last_allowed_ = 0, last_word_begin_ = 0;
};

}  // namespace

std::vector<std::uint32_t> break_lines(const Material& material, const ParagraphStyle& style,
                                       const text::Fonts& fonts) {
  if (material.atoms.empty()) return {};
  return Breaker(material, style, fonts).run();
}

}  // namespace bifolio::layout
