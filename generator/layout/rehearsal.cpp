#include "layout/rehearsal.h"

#include <functional>
#include <string_view>
#include <utility>

namespace bifolio::layout {
namespace {

/// Tells apart what one text may be from pass to pass: another page is named in it.
class Fingerprint {
 public:
  void add(std::uint64_t value) { hash_ = (hash_ ^ value) * 0x9E3779B97F4A7C15u + (hash_ >> 29); }
  void add(std::string_view text) { add(std::hash<std::string_view>()(text)); }
  void add(Length length) { add(static_cast<std::uint64_t>(length.units)); }
  std::uint64_t value() const { return hash_; }

 private:
  std::uint64_t hash_ = 0;
};

std::uint64_t fingerprint_of(const std::vector<Piece>& pieces, const TextBlock& block) {
  Fingerprint all;
  for (const Length length : {block.x, block.measure, block.first_indent, block.style.leading}) all.add(length);
  all.add(static_cast<std::uint64_t>(block.setting));
  for (const Piece& piece : pieces) {
    all.add(piece.text);
    all.add(static_cast<std::uint64_t>(piece.tag));
    all.add(static_cast<std::uint64_t>(piece.link));
    all.add(static_cast<std::uint64_t>(piece.note));
    all.add(piece.style.size);
  }
  return all.value();
}

/// What page breaking asks of a line.
Box outline_of(const Box& line) {
  Box outline{.height = line.height, .links = line.links, .notes = line.notes};
  outline.ends_hyphenated = line.ends_hyphenated;
  for (const Item& item : line.items) {
    const auto* run = std::get_if<GlyphRun>(&item);
    if (run == nullptr) continue;
    GlyphRun empty;
    empty.origin = run->origin;
    empty.tag = run->tag;
    outline.items.emplace_back(std::move(empty));
  }
  return outline;
}

std::vector<Box> outlines_of(const std::vector<Box>& lines) {
  std::vector<Box> outlines;
  outlines.reserve(lines.size());
  for (const Box& line : lines) outlines.push_back(outline_of(line));
  return outlines;
}

Drawing frame_of(const Drawing& drawing) {
  Drawing frame;
  frame.width = drawing.width;
  frame.height = drawing.height;
  return frame;
}

}  // namespace

std::vector<Box> Rehearsal::text(const std::vector<Piece>& pieces, const TextBlock& block, const SetText& set,
                                 Findings& findings) {
  if (pieces.empty() || pieces[0].tag == kArtifact) return set(findings);
  const std::uint64_t fingerprint = fingerprint_of(pieces, block);
  const auto at = texts_.find(pieces[0].tag);
  if (is_on() && at == texts_.end()) {
    KeptText& kept = texts_[pieces[0].tag];
    kept.fingerprint = fingerprint;
    kept.lines = set(kept.findings);
    return outlines_of(kept.lines);
  }
  if (is_on() || at == texts_.end() || at->second.fingerprint != fingerprint) return set(findings);
  KeptText kept = std::move(at->second);
  texts_.erase(at);
  findings.append(std::move(kept.findings));
  return std::move(kept.lines);
}

Drawing Rehearsal::chart(const Chart& chart, Length width, Length height, const Draw& draw, Findings& findings) {
  const std::tuple key(&chart, width, height);
  const auto at = charts_.find(key);
  if (is_on() && at == charts_.end()) {
    KeptChart& kept = charts_[key];
    kept.drawing = draw(kept.findings);
    return frame_of(kept.drawing);
  }
  if (is_on()) return frame_of(at->second.drawing);
  if (at == charts_.end()) return draw(findings);
  KeptChart kept = std::move(at->second);
  charts_.erase(at);
  findings.append(std::move(kept.findings));
  return std::move(kept.drawing);
}

}  // namespace bifolio::layout
