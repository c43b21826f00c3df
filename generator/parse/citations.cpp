#include "parse/citations.h"

#include "parse/markdown_rules.h"
#include "parse/soft_breaks.h"

namespace bifolio::parse {
namespace {

bool is_exact(const Inline& node) {
  const Text* text = std::get_if<Text>(&node.value);
  return text && text->text.size() == node.span.size();
}

/// The bytes [begin, end) of an exact Text, as a Text of its own.
Inline piece(const Inline& node, std::size_t begin, std::size_t end) {
  Inline part{Text{std::get<Text>(node.value).text.substr(begin, end - begin)}, node.span};
  part.span.begin = node.span.begin + static_cast<std::uint32_t>(begin);
  part.span.end = node.span.begin + static_cast<std::uint32_t>(end);
  return part;
}

bool is_comma(const Inline& node) {
  const std::string& text = std::get<Text>(node.value).text;
  return text == "," || text == "，";
}

bool is_soft_break(const Inline& node) {
  const Text* text = std::get_if<Text>(&node.value);
  return text && node.span.size() == 0 && text->text == kSoftBreak;
}

void trim_begin(Inlines& nodes) {
  while (!nodes.empty() && is_soft_break(nodes.front())) nodes.erase(nodes.begin());
  while (!nodes.empty() && is_exact(nodes.front())) {
    const std::string& text = std::get<Text>(nodes.front().value).text;
    const std::size_t begin = text.find_first_not_of(" \t");
    if (begin == 0) return;
    if (begin != text.npos) {
      nodes.front() = piece(nodes.front(), begin, text.size());
      return;
    }
    nodes.erase(nodes.begin());
  }
}

void trim_end(Inlines& nodes) {
  while (!nodes.empty() && is_soft_break(nodes.back())) nodes.pop_back();
  while (!nodes.empty() && is_exact(nodes.back())) {
    const std::string& text = std::get<Text>(nodes.back().value).text;
    const std::size_t end = text.find_last_not_of(" \t") + 1;
    if (end == text.size()) return;
    if (end != 0) {
      nodes.back() = piece(nodes.back(), 0, end);
      return;
    }
    nodes.pop_back();
  }
}

class CitationBuilder {
 public:
  explicit CitationBuilder(Findings& findings) : findings_(findings) {}

  Citation build(Inlines inside) {
    for (Inline& node : inside) add(std::move(node));
    finish_work();
    return std::move(citation_);
  }

 private:
  void add(Inline node) {
    const Citation* key = node.get_if<Citation>();
    if (key && key->is_narrative) return add_key(key->works.front());
    if (!is_exact(node)) return add_beside(std::move(node));
    const std::string text = std::get<Text>(node.value).text;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
      const std::size_t size = text[at] == ';' ? 1 : std::string_view(text).substr(at).starts_with("；") ? 3 : 0;
      if (size == 0) continue;
      if (at > begin) add_beside(piece(node, begin, at));
      if (size == 3) report_separator(piece(node, at, at + size).span);
      finish_work();
      begin = at + size;
      at = begin - 1;
    }
    if (begin < text.size()) add_beside(piece(node, begin, text.size()));
  }

  void add_beside(Inline node) { (has_key_ ? work_.suffix : work_.prefix).push_back(std::move(node)); }

  /// A second key without `;` between, as in `[@a, @b]`: two works all the same.
  void add_key(const CitedWork& key) {
    if (has_key_) {
      report_comma();
      finish_work();
    }
    has_key_ = true;
    work_.key = key.key;
    work_.key_span = key.key_span;
    work_.suppress_author = key.suppress_author;
  }

  void report_comma() {
    trim_end(work_.suffix);
    if (work_.suffix.empty() || !is_exact(work_.suffix.back())) return;
    Inline& last = work_.suffix.back();
    const std::string& text = std::get<Text>(last.value).text;
    for (const std::string_view comma : {",", "，", "、"}) {
      if (!text.ends_with(comma)) continue;
      report_separator(piece(last, text.size() - comma.size(), text.size()).span);
      last = piece(last, 0, text.size() - comma.size());
      if (std::get<Text>(last.value).text.empty()) work_.suffix.pop_back();
      return;
    }
  }

  void report_separator(Span span) {
    Finding finding{&syntax_citation_separator, span};
    finding.fixes = {{span, ";"}};
    findings_.add(std::move(finding));
  }

  void finish_work() {
    if (!has_key_) return;
    trim_begin(work_.prefix);
    trim_end(work_.prefix);
    take_locator();
    trim_end(work_.suffix);
    citation_.works.push_back(std::move(work_));
    work_ = {};
    has_key_ = false;
  }

  void take_locator() {
    Inlines& suffix = work_.suffix;
    if (suffix.empty() || !is_exact(suffix.front())) return;
    // `[@a,⏎p. 3]`: what stands before the line end is only the comma.
    const bool is_parted = suffix.size() > 2 && is_soft_break(suffix[1]) && is_exact(suffix[2]) && is_comma(suffix[0]);
    const std::size_t at = is_parted ? 2 : 0;
    const std::string text = std::get<Text>(suffix[at].value).text;
    Locator locator = read_locator(text);
    if (locator.label.empty()) return;
    work_.locator_label = std::move(locator.label);
    work_.locator = std::move(locator.value);
    suffix[at] = piece(suffix[at], locator.size, text.size());
    const bool is_used_up = locator.size == text.size();
    suffix.erase(suffix.begin(), suffix.begin() + static_cast<std::ptrdiff_t>(at + (is_used_up ? 1 : 0)));
    trim_begin(suffix);
  }

  Findings& findings_;
  Citation citation_;
  CitedWork work_;
  bool has_key_ = false;
};

}  // namespace

Citation make_citation(Inlines inside, Findings& findings) {
  return CitationBuilder(findings).build(std::move(inside));
}

}  // namespace bifolio::parse
