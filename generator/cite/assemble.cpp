#include "cite/assemble.h"

#include <algorithm>
#include <cstdint>

#include "cite/punctuation.h"

namespace bifolio::cite {
namespace {

/// A node of the output: formatting or a variable around runs of text.
struct Frame {
  std::size_t parent = 0;
  RichStyle style = {};
  Variable variable = Variable::none;
  std::string url = {};
};

class Assembler {
 public:
  explicit Assembler(const Locale& locale) : locale_(locale), line_(locale.punctuation_in_quote()) {}
  RichText run(const Node& node) {
    walk(node, 0, {});
    line_.finish();
    return build();
  }

 private:
  /// What nested formatting has to know of what surrounds it.
  struct Surroundings {
    RichStyle style = {};
    int quotes = 0;        ///< marks that are open
    int field_quotes = 0;  ///< those of the field itself
  };
  void walk(const Node&, std::size_t frame, Surroundings);
  void walk_inside(const Node&, std::size_t frame, const Surroundings&);
  std::size_t enter(std::size_t parent, RichStyle style, const Node&);
  RichText build() const;

  const Locale& locale_;
  Line line_;
  std::vector<Frame> frames_ = {Frame{}};
};

bool is_upright(const RichStyle& style) {
  return style.slant == RichStyle::Slant::inherit || style.slant == RichStyle::Slant::normal;
}
bool is_regular(const RichStyle& style) {
  return style.weight == RichStyle::Weight::inherit || style.weight == RichStyle::Weight::normal;
}
bool has_no_caps(const RichStyle& style) {
  return style.variant == RichStyle::Variant::inherit || style.variant == RichStyle::Variant::normal;
}
bool is_bare(const RichStyle& style) {
  return style.decoration == RichStyle::Decoration::inherit || style.decoration == RichStyle::Decoration::none;
}

/// Italics in a field that the style sets in italics turn upright, and so on.
RichStyle flip(RichStyle style, const RichStyle& around, bool is_field) {
  // “Normal” says nothing where the text around is normal already.
  if (style.slant == RichStyle::Slant::normal && is_upright(around)) style.slant = RichStyle::Slant::inherit;
  if (style.weight == RichStyle::Weight::normal && is_regular(around)) style.weight = RichStyle::Weight::inherit;
  if (style.variant == RichStyle::Variant::normal && has_no_caps(around)) style.variant = RichStyle::Variant::inherit;
  if (style.decoration == RichStyle::Decoration::none && is_bare(around))
    style.decoration = RichStyle::Decoration::inherit;
  if (!is_field) return style;
  if (style.slant == around.slant && style.slant == RichStyle::Slant::italic) style.slant = RichStyle::Slant::normal;
  if (style.weight == around.weight && style.weight == RichStyle::Weight::bold)
    style.weight = RichStyle::Weight::normal;
  if (style.variant == around.variant && style.variant == RichStyle::Variant::small_caps) {
    style.variant = RichStyle::Variant::normal;
  }
  return style;
}

RichStyle merged(RichStyle outer, const RichStyle& inner) {
  if (inner.slant != RichStyle::Slant::inherit) outer.slant = inner.slant;
  if (inner.weight != RichStyle::Weight::inherit) outer.weight = inner.weight;
  if (inner.variant != RichStyle::Variant::inherit) outer.variant = inner.variant;
  if (inner.decoration != RichStyle::Decoration::inherit) outer.decoration = inner.decoration;
  if (inner.position != RichStyle::Position::inherit) outer.position = inner.position;
  return outer;
}

std::size_t Assembler::enter(std::size_t parent, RichStyle style, const Node& node) {
  if (style == RichStyle{} && node.variable == Variable::none) return parent;
  frames_.push_back({parent, style, node.variable, {}});
  return frames_.size() - 1;
}

void Assembler::walk(const Node& node, std::size_t frame, Surroundings around) {
  if (node.is_empty()) return;
  const bool is_address = node.prefix.find("://") != node.prefix.npos;
  RichStyle style = flip(node.style, around.style, node.role == Role::field);
  RichStyle display;
  display.display = std::exchange(style.display, RichStyle::Display::none);
  if (display.display != RichStyle::Display::none) {
    frames_.push_back({frame, display, Variable::none, {}});
    frame = frames_.size() - 1;
  }
  if (!is_address) line_.add_affix(node.prefix, frame);
  const bool is_field = node.role == Role::field;
  const int open = is_field && locale_.marks_titles() ? around.field_quotes : around.quotes;
  const bool is_inner = open % 2 == 1 || (node.starts_inner && around.quotes == 0);
  const QuoteMarks& marks = is_field ? locale_.quotes_in_text() : locale_.quotes();
  if (node.quotes) {
    line_.open_quote(is_inner ? marks.inner_open : marks.open, frame);
    ++around.quotes;
    around.field_quotes += is_field;
  }
  const std::size_t inside = enter(frame, style, node);
  if (is_address) line_.add_affix(node.prefix, inside);
  around.style = merged(around.style, style);
  walk_inside(node, inside, around);
  if (node.quotes) {
    line_.close_quote(is_inner ? marks.inner_close : marks.close, frame);
  }
  line_.add_affix(node.suffix, frame);
}

void Assembler::walk_inside(const Node& node, std::size_t frame, const Surroundings& around) {
  if (node.variable != Variable::none && frame != 0) frames_[frame].url = link_of(node.variable, raw_text(node));
  if (!node.text.empty()) {
    if (node.role == Role::affix)
      line_.add_affix(node.text, frame);
    else
      line_.add_text(node.text, frame);
  }
  bool is_first = true;
  for (const Node& child : node.children) {
    if (child.is_empty()) continue;
    if (!is_first) line_.add_affix(node.delimiter, frame);
    is_first = false;
    walk(child, frame, around);
  }
}

RichText Assembler::build() const {
  // Frames are numbered in the order they open, and runs come in order: each run
  // opens what stands between the frame before and its own.
  RichText root;
  std::vector<std::pair<std::size_t, RichText*>> open = {{0, &root}};
  std::vector<std::size_t> path;
  for (const Run& run : line_.runs()) {
    if (run.text.empty()) continue;
    path.clear();
    for (std::size_t f = run.frame; f != 0; f = frames_[f].parent) path.push_back(f);
    std::size_t shared = 1;
    while (shared < open.size() && shared <= path.size() && open[shared].first == path[path.size() - shared]) ++shared;
    open.resize(shared, {0, nullptr});
    for (std::size_t i = path.size() - (shared - 1); i-- > 0;) {
      const Frame& frame = frames_[path[i]];
      RichText node;
      node.style = frame.style;
      node.variable = name(frame.variable);
      node.url = frame.url;
      RichText& parent = *open.back().second;
      parent.children.push_back(std::move(node));
      open.emplace_back(path[i], &parent.children.back());
    }
    RichText& parent = *open.back().second;
    const bool continues = !parent.children.empty() && parent.children.back().children.empty() &&
                           parent.children.back().style == RichStyle{} && parent.children.back().variable.empty();
    if (continues) {
      parent.children.back().text += run.text;
    } else {
      RichText leaf;
      leaf.text = run.text;
      parent.children.push_back(std::move(leaf));
    }
  }
  return root;
}

}  // namespace

std::string link_of(Variable variable, std::string_view value) {
  const auto has = [&](std::string_view start) { return value.starts_with(start); };
  const std::string text(value);
  switch (variable) {
    case Variable::DOI: return has("http") ? text : "https://doi.org/" + text;
    case Variable::URL: return has("http://") || has("https://") || has("ftp://") ? text : "";
    case Variable::PMID: return "https://pubmed.ncbi.nlm.nih.gov/" + text + "/";
    case Variable::PMCID: return "https://pmc.ncbi.nlm.nih.gov/articles/" + (has("PMC") ? text : "PMC" + text) + "/";
    default: return {};
  }
}

RichText assemble(const Node& node, const Locale& locale) {
  return Assembler(locale).run(node);
}

}  // namespace bifolio::cite
