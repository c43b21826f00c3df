#include "layout/collect.h"

#include <algorithm>

#include "base/utf8.h"
#include "layout/foreign.h"
#include "layout/rules.h"
#include "model/walk.h"

namespace bifolio::layout {
namespace {

constexpr int kDeepest = 100;  ///< nesting of inlines; what lies deeper is printed plain

bool is_foreign(std::string_view text, std::string_view language) {
  const auto parts = passages(text, language);
  return parts.size() > 1 || (parts.size() == 1 && parts[0].language != language);
}

/// Whether any part needs an element of its own.
bool needs_children(const Inlines& inlines, const std::string& language) {
  bool found = false;
  for_each_inline(inlines, [&](const Inline& node) {
    if (found) return;
    if (const auto* text = std::get_if<Text>(&node.value)) {
      found = is_foreign(text->text, language);
    } else if (const auto* phrase = std::get_if<Phrase>(&node.value)) {
      found = phrase->attributes.find("lang") != nullptr || !phrase->evidence_sentence.empty();
    } else {
      found = std::holds_alternative<Code>(node.value) || std::holds_alternative<Link>(node.value) ||
              std::holds_alternative<Citation>(node.value) || std::holds_alternative<CrossReference>(node.value) ||
              std::holds_alternative<NoteMark>(node.value) || std::holds_alternative<Image>(node.value);
    }
  });
  return found;
}

bool needs_children(const RichText& node, const std::string& language) {
  if (!node.url.empty() || (!node.language.empty() && node.language != language)) return true;
  if (is_foreign(node.text, language)) return true;
  return std::any_of(node.children.begin(), node.children.end(),
                     [&](const RichText& child) { return needs_children(child, language); });
}

class Collector {
 public:
  Collector(Workbench& bench, const Context& context, bool is_flat)
      : bench_(bench), context_(context), is_flat_(is_flat || context.tag == kArtifact), language_(context.language) {}

  Collected take() { return {std::move(pieces_), std::move(notes_)}; }

  void add(const Inlines& inlines, const CharacterStyle& style) {
    if (++depth_ > kDeepest) {
      if (depth_ == kDeepest + 1 && !inlines.empty()) report(bench_, layout_nesting, inlines.front().span);
      add_text(plain_text(inlines), style, {});
    } else {
      for (const Inline& node : inlines) {
        span_ = node.span;
        std::visit([&](const auto& value) { print(value, style); }, node.value);
      }
    }
    --depth_;
  }

  void add(const RichText& node, CharacterStyle style) {
    if (++depth_ > kDeepest) {
      --depth_;
      return add_text(plain_text(node), style, {});
    }
    style = styled(style, node.style);
    const std::string outer = language_;
    if (!node.language.empty()) set_language(node.language);
    const bool opens_link = !node.url.empty() && link_ < 0;
    if (opens_link) {
      open_link(target_of(node), "Link");
      mark_link_language(plain_text(node));
    }
    if (!node.text.empty()) add_text(node.text, opens_link ? in_accent(style) : style, keep_, is_address(node));
    for (const RichText& child : node.children) add(child, opens_link ? in_accent(style) : style);
    if (opens_link) close_link();
    if (language_ != outer) set_language(outer);
    --depth_;
  }

 private:
  void print(const Text& text, const CharacterStyle& style) { add_text(text.text, style, keep_); }

  void print(const Code& code, CharacterStyle style) {
    style.role = text::Role::mono;
    style.size = bench_.look.is_large_print ? style.size : scale(style.size, 92, 100);
    with_child("Code", [&] { add_text(code.text, style, keep_); });
  }

  void print(const LineBreak&, const CharacterStyle& style) {
    Piece piece{.text = "\n", .style = style, .language = language_, .tag = leaf()};
    piece.is_break = true;
    piece.span = span_;
    pieces_.push_back(std::move(piece));
  }

  void print(const Emphasis& emphasis, CharacterStyle style) {
    if (is_han_now()) {
      style.is_emphasised = true;
    } else if (bench_.look.is_large_print) {
      style.weight = text::Weight::bold;
    } else {
      style.slant = style.slant == text::Slant::italic ? text::Slant::upright : text::Slant::italic;
    }
    add(emphasis.children, style);
  }

  void print(const Strong& strong, CharacterStyle style) {
    style.weight = text::Weight::bold;
    // Chinese emphasises with Heiti; bold Songti is for titles (C26).
    if (is_han_now() && style.role == text::Role::song) style.role = text::Role::hei;
    add(strong.children, style);
  }

  void print(const Strikethrough& struck, const CharacterStyle& style) { add(struck.children, style); }

  void print(const Phrase& phrase, const CharacterStyle& style) {
    const std::string* foreign = phrase.attributes.find("lang");
    const std::string outer = language_;
    if (foreign != nullptr && !foreign->empty()) set_language(*foreign);
    add(phrase.children, style);
    if (language_ != outer) set_language(outer);
    if (!phrase.evidence_sentence.empty()) print_evidence(phrase.evidence_sentence, style);
  }

  /// In brackets after the claim it belongs to.
  void print_evidence(const Inlines& sentence, CharacterStyle style) {
    style.role = text::Role::hei;
    style.weight = text::Weight::regular;
    if (!bench_.look.is_large_print) style.size = scale(style.size, 93, 100);
    const bool han = is_han_now();
    with_child("Span", [&] {
      add_text(han ? "（" : " (", style, keep_);
      add(sentence, style);
      add_text(han ? "）" : ")", style, keep_);
    });
  }

  void print(const Link& link, const CharacterStyle& style) {
    LinkTarget target;
    target.contents = plain_text(link.children);
    if (link.destination.kind == Destination::Kind::anchor) {
      target.destination = destination_name(bench_, link.destination);
    } else {
      target.url = link.destination.url.empty() ? link.target : link.destination.url;
    }
    const bool opens = link_ < 0 && link.destination.kind != Destination::Kind::file &&
                       !(target.url.empty() && target.destination.empty());
    if (!opens) return add(link.children, style);
    if (target.contents.empty()) target.contents = target.url;
    open_link(std::move(target), "Link");
    is_url_ = link.is_bare;
    mark_link_language(plain_text(link.children));
    add(link.children, in_accent(style));
    is_url_ = false;
    close_link();
  }

  void print(const Image& image, const CharacterStyle& style) {
    with_child("Span", [&] { add(image.alt, style); });
  }

  void print(const Citation& citation, const CharacterStyle& style) {
    if (is_raised(citation.rendered) && !bench_.look.is_large_print) drop_space_before();
    if (link_ >= 0 || context_.tag == kArtifact) return add(citation.rendered, style);
    const TagId reference = bench_.tags.add("Reference", context_.tag);
    if (!citation.anchor.empty()) citation_place_ = layout::citation_place(bench_, context_.document, citation.anchor);
    const TagId outer = parent_tag_;
    parent_tag_ = reference;
    text_tag_ = kArtifact;
    is_citation_ = true;
    keep_ = citation.is_narrative ? Piece::Keep::no : Piece::Keep::with_before;
    const bool has_own_links = has_links(citation.rendered);
    if (!has_own_links) open_link(target_of(citation), "Link");
    print_marks(citation, style);
    if (!has_own_links) close_link();
    keep_ = Piece::Keep::no;
    is_citation_ = false;
    parent_tag_ = outer;
    text_tag_ = kArtifact;
    citation_place_.clear();
  }

  static bool is_raised(const RichText& node) {
    return node.style.position == RichStyle::Position::superscript ||
           (!node.children.empty() && is_raised(node.children[0]));
  }

  /// A raised mark stands right after its word, also where the author wrote a space.
  void drop_space_before() {
    if (!pieces_.empty() && pieces_.back().text.ends_with(' ')) pieces_.back().text.pop_back();
    if (!pieces_.empty() && pieces_.back().text.empty()) pieces_.pop_back();
  }

  /// Large print sets marks on the line (LOOK), so bare numbers need brackets.
  void print_marks(const Citation& citation, const CharacterStyle& style) {
    const CharacterStyle marks = citation.is_narrative ? style : in_accent(style);
    const std::string text = plain_text(citation.rendered);
    const bool opens = bench_.look.is_large_print && bench_.book.references_are_numbered && !citation.is_narrative;
    if (opens && !is_han_now() && !pieces_.empty() && !pieces_.back().text.ends_with(' '))
      add_text("\u00A0", marks, keep_);
    const bool brackets = opens && !text.empty() && text[0] != '[' && text[0] != '(';
    if (brackets) add_text("[", marks, keep_);
    add(citation.rendered, marks);
    if (brackets) add_text("]", marks, keep_);
  }

  void print(const CrossReference& reference, const CharacterStyle& style) {
    const std::string to = destination_name(bench_, reference.destination);
    const bool opens = link_ < 0 && !to.empty() && reference.destination.kind == Destination::Kind::anchor;
    if (opens) open_link({.destination = to, .contents = reference.text}, "Link");
    add_text(reference.text, opens ? in_accent(style) : style, Piece::Keep::whole);
    if (opens) close_link();
  }

  void print(const NoteMark& mark, const CharacterStyle& style) {
    if (!mark.note || context_.tag == kArtifact || link_ >= 0) return;
    const auto key = std::pair(context_.document, *mark.note);
    auto at = bench_.note_numbers.find(key);
    const bool is_first = at == bench_.note_numbers.end();
    if (is_first) {
      at = bench_.note_numbers.emplace(key, static_cast<int>(bench_.notes.size())).first;
      bench_.notes.push_back({.document = key.first, .note = key.second, .language = bench_.book.language});
      notes_.push_back(at->second);
    }
    print_note_mark(at->second, is_first, style);
  }

  void print_note_mark(int note, bool is_first, const CharacterStyle& style) {
    const TagId outer = parent_tag_;
    parent_tag_ = bench_.tags.add("Reference", context_.tag);
    const std::string name = "note-" + std::to_string(note);
    open_link({.destination = name, .contents = std::string(bench_.language.labels().note_mark), .note = note}, "Link");
    bench_.note_tags[link_tag_] = {note, note_mark_style(bench_, style), language_};
    if (is_first) bench_.places[link_tag_] = name + "-mark";
    Piece piece{.text = bench_.language.note_mark(1),
                .style = note_mark_style(bench_, style),
                .language = language_,
                .tag = link_tag_,
                .keep = Piece::Keep::with_before,
                .link = link_};
    if (is_first) piece.note = note;
    piece.span = span_;
    pieces_.push_back(std::move(piece));
    close_link();
    parent_tag_ = outer;
    text_tag_ = kArtifact;
  }

  // Elements

  TagId parent() const { return parent_tag_ == kArtifact ? context_.tag : parent_tag_; }

  /// The element of the text that comes next.
  TagId leaf() {
    if (link_ >= 0) return link_tag_;
    if (child_tag_ != kArtifact) return child_tag_;
    if (is_flat_) return context_.tag;
    if (text_tag_ == kArtifact) text_tag_ = bench_.tags.add("Span", parent(), language_);
    return text_tag_;
  }

  /// Text of one element. Inside a link or another such element it adds nothing.
  template <typename Print>
  void with_child(std::string_view role, Print print) {
    if (is_flat_ || link_ >= 0 || child_tag_ != kArtifact) return print();
    child_tag_ = bench_.tags.add(role, parent(), language_);
    print();
    child_tag_ = text_tag_ = kArtifact;
  }

  void set_language(const std::string& language) {
    language_ = language;
    if (child_tag_ == kArtifact) text_tag_ = kArtifact;
  }

  void open_link(LinkTarget target, std::string_view role) {
    link_tag_ = context_.tag == kArtifact ? kArtifact : bench_.tags.add(role, parent(), language_);
    link_ = link_tag_ == kArtifact ? -1 : add_link(bench_, std::move(target));
    if (!citation_place_.empty() && link_ >= 0) bench_.places[link_tag_] = std::exchange(citation_place_, {});
    text_tag_ = kArtifact;
  }

  void close_link() {
    link_ = -1;
    link_tag_ = text_tag_ = kArtifact;
  }

  /// A link is one leaf, so a foreign passage in it makes the whole link foreign,
  /// unless words of the language around it stand beside the passage.
  void mark_link_language(std::string_view text) {
    auto parts = passages(text, language_);
    const bool is_address = text.find(' ') == text.npos && parts.size() > 1;
    if (is_address) parts = {{text, parts[0].language == language_ ? parts[1].language : parts[0].language}};
    if (link_ >= 0 && parts.size() == 1 && parts[0].language != language_)
      bench_.tags[link_tag_].language = parts[0].language;
  }

  void add_text(std::string_view text, const CharacterStyle& style, Piece::Keep keep, bool is_url = false) {
    if (text.empty()) return;
    for (const Passage& passage : passages(text, language_)) {
      const bool is_own_leaf = passage.language != language_ && !is_flat_ && link_ < 0 && child_tag_ == kArtifact;
      const TagId tag = is_own_leaf ? bench_.tags.add("Span", parent(), passage.language) : leaf();
      if (is_own_leaf) text_tag_ = kArtifact;
      Piece piece{.text = std::string(passage.text),
                  .style = style,
                  .language = std::string(passage.language),
                  .tag = tag,
                  .keep = keep,
                  .link = link_};
      piece.is_url = is_url || is_url_;
      piece.span = span_;
      pieces_.push_back(std::move(piece));
    }
  }

  // Looks

  bool is_han_now() const { return lang::get(language_).writing() == lang::Writing::han; }

  CharacterStyle in_accent(CharacterStyle style) const {
    style.color = bench_.look.accent;
    return style;
  }

  CharacterStyle styled(CharacterStyle style, const RichStyle& rich) const {
    const bool italic = rich.slant == RichStyle::Slant::italic || rich.slant == RichStyle::Slant::oblique;
    if (italic && !is_han_now() && !bench_.look.is_large_print) style.slant = text::Slant::italic;
    if (rich.slant == RichStyle::Slant::normal) style.slant = text::Slant::upright;
    if (rich.weight == RichStyle::Weight::bold) style.weight = text::Weight::bold;
    if (rich.weight == RichStyle::Weight::normal) style.weight = text::Weight::regular;
    if (rich.position == RichStyle::Position::superscript && !bench_.look.is_large_print) style = citation_mark(style);
    return style;
  }

  CharacterStyle citation_mark(const CharacterStyle& style) const {
    CharacterStyle mark = raised(style);
    if (is_citation_ && mark.role == text::Role::song) mark.role = text::Role::hei;
    return mark;
  }

  // Targets

  static bool has_links(const RichText& node) {
    return !node.url.empty() || std::any_of(node.children.begin(), node.children.end(), has_links);
  }

  static bool is_address(const RichText& node) {
    return node.variable == "DOI" || node.variable == "URL" || node.text.find("://") != std::string::npos;
  }

  LinkTarget target_of(const RichText& node) const {
    LinkTarget target{.contents = plain_text(node)};
    if (node.url.starts_with('#')) {
      target.destination = place_name(bench_, std::string_view(node.url).substr(1));
      target.contents = lang::fill(bench_.language.labels().reference_mark, "n", target.contents);
    } else {
      target.url = node.url;
    }
    return target;
  }

  LinkTarget target_of(const Citation& citation) const {
    LinkTarget target;
    target.contents = lang::fill(bench_.language.labels().reference_mark, "n", plain_text(citation.rendered));
    for (const CitedWork& work : citation.works) {
      if (!work.reference || *work.reference >= bench_.book.references.size()) continue;
      target.destination = place_name(bench_, bench_.book.references[*work.reference].id);
      break;
    }
    return target;
  }

  Workbench& bench_;
  const Context& context_;
  bool is_flat_;
  std::string language_;
  std::vector<Piece> pieces_;
  std::vector<int> notes_;
  TagId parent_tag_ = kArtifact;  ///< an element inside the block's: Reference
  TagId text_tag_ = kArtifact;    ///< the Span that plain text goes on in
  TagId child_tag_ = kArtifact;
  TagId link_tag_ = kArtifact;
  int link_ = -1;
  int depth_ = 0;
  bool is_url_ = false;
  bool is_citation_ = false;
  Piece::Keep keep_ = Piece::Keep::no;
  std::string citation_place_;
  Span span_;
};

}  // namespace

Collected collect(Workbench& bench, const Inlines& inlines, const Context& context) {
  Collector collector(bench, context, !needs_children(inlines, context.language));
  collector.add(inlines, context.style);
  return collector.take();
}

Collected collect(Workbench& bench, const RichText& text, const Context& context) {
  Collector collector(bench, context, !needs_children(text, context.language));
  collector.add(text, context.style);
  return collector.take();
}

std::vector<Piece> collect(const std::string& text, const Context& context) {
  if (text.empty()) return {};
  return {Piece{.text = text, .style = context.style, .language = context.language, .tag = context.tag}};
}

CharacterStyle note_mark_style(const Workbench& bench, const CharacterStyle& base) {
  CharacterStyle mark = bench.look.is_large_print ? base : raised(base);
  mark.color = bench.look.accent;
  if (!bench.look.is_han && !bench.look.is_large_print) mark.slant = text::Slant::italic;
  return mark;
}

}  // namespace bifolio::layout
