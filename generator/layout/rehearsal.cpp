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

Drawing frame_of(const Drawing& drawing) {
  Drawing frame;
  frame.width = drawing.width;
  frame.height = drawing.height;
  return frame;
}

}  // namespace

/// What page breaking asks of the lines.
std::vector<Box> Rehearsal::outlines_of(const KeptText& kept) {
  std::vector<Box> outlines;
  outlines.reserve(kept.lines.size());
  for (const KeptLine& line : kept.lines) {
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
    outlines.push_back(std::move(outline));
  }
  return outlines;
}

std::vector<Box> Rehearsal::rehearse(TagId tag, std::uint64_t fingerprint, const SetText& set, Findings& findings) {
  KeptText kept{.fingerprint = fingerprint};
  std::vector<Box> lines = set(kept.findings);
  if (lines.size() < 2) {  // soon set again, and a table has a hundred thousand of them
    findings.append(std::move(kept.findings));
    return lines;
  }
  for (Box& line : lines) {
    kept.lines.push_back(
        {std::move(line.items), std::move(line.links), std::move(line.notes), line.height, line.ends_hyphenated});
  }
  return outlines_of(texts_.insert_or_assign(tag, std::move(kept)).first->second);
}

std::vector<Box> Rehearsal::text(const std::vector<Piece>& pieces, const TextBlock& block, const SetText& set,
                                 Findings& findings) {
  if (pieces.empty() || pieces[0].tag == kArtifact) return set(findings);
  const TagId tag = pieces[0].tag;
  const std::uint64_t fingerprint = fingerprint_of(pieces, block);
  const auto at = texts_.find(tag);
  const bool is_known = at != texts_.end() && at->second.fingerprint == fingerprint;
  if (is_on()) return is_known ? outlines_of(at->second) : rehearse(tag, fingerprint, set, findings);
  if (!is_known) return set(findings);
  KeptText kept = std::move(at->second);
  texts_.erase(at);
  findings.append(std::move(kept.findings));
  std::vector<Box> lines;
  for (KeptLine& line : kept.lines) {
    Box box{.height = line.height, .items = std::move(line.items), .links = std::move(line.links)};
    box.notes = std::move(line.notes);
    box.ends_hyphenated = line.ends_hyphenated;
    lines.push_back(std::move(box));
  }
  return lines;
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
