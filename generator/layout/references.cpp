// The list of references: a hanging number, the entry in the face of its language,
// and the pages that cite it, each a link back.
#include <algorithm>
#include <set>

#include "layout/book.h"

namespace bifolio::layout {
namespace {

/// The page that cites, as its folio says; filled in from the body's places.
struct BackReference {
  std::string folio, destination;
};

std::vector<BackReference> back_references(const Workbench& bench, const Part& part, const BibliographyEntry& entry) {
  std::vector<BackReference> all;
  std::set<std::size_t> seen;
  for (const CitationPlace& place : entry.places) {
    const std::string name = citation_place(bench, place.document, place.anchor);
    const auto at = part.destinations.find(name);
    if (at == part.destinations.end() || !seen.insert(at->second.page).second) continue;
    all.push_back({folio(part.style, at->second.page + 1), name});
  }
  return all;
}

class ReferenceSetter {
 public:
  ReferenceSetter(Workbench& bench, Place& place, const Part& part) : bench_(bench), place_(place), part_(part) {}

  void add_all() {
    list_ = bench_.tags.add("L", place_.parent);
    bench_.tags[list_].detail().list_numbering = bench_.book.references_are_numbered ? "Decimal" : "None";
    number_width_ = bench_.look.is_large_print ? bench_.look.small.character.size * 5 / 2 : pt(24);
    for (const BibliographyEntry& entry : bench_.book.references) add(entry);
  }

 private:
  void add(const BibliographyEntry& entry) {
    const TagId item = bench_.tags.add("LI", list_);
    Box number;
    if (!entry.number.empty()) {
      const TextStyle style = in_color(in_face(bench_.look.small, text::Role::hei), bench_.look.accent);
      number = set_line(bench_, entry.number, style, bench_.tags.add("Lbl", item), place_.language).box;
    }
    const std::string language = entry.text.language.empty() ? language_of(entry) : entry.text.language;
    const TagId body = bench_.tags.add("LBody", item, language);
    const TagId paragraph = bench_.tags.add("P", body);
    TextBlock block{.style = bench_.look.small,
                    .x = place_.x,
                    .measure = place_.measure,
                    .setting = ParagraphStyle::Setting::left,
                    .language = language};
    const bool hangs = !entry.number.empty() || bench_.book.hanging_indent;
    if (hangs) {
      block.x += number_width_;
      block.measure -= number_width_;
      if (entry.number.empty()) block.first_indent = -number_width_;
    }
    std::vector<Box> lines = set_text(bench_, pieces(entry, paragraph, language), block);
    if (lines.empty()) lines.push_back({.height = block.style.leading});
    Box first = std::move(number);  // read first, so it stands first
    move(first, place_.x, {});
    first.height = lines[0].height;
    merge(first, std::move(lines[0]), {}, {});
    lines[0] = std::move(first);
    place_.anchors.push_back({entry.id, item});
    place_.flow.start_level();
    start_block(place_, {bench_.look.small.leading / 5});
    put(place_, std::move(lines));
  }

  /// An entry without a language of its own is in the script of its letters.
  std::string language_of(const BibliographyEntry& entry) const {
    const std::string text = plain_text(entry.text);
    const bool has_han =
        std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xE3; });
    if (bench_.look.is_han && !has_han) return "en";
    return place_.language;
  }

  std::vector<Piece> pieces(const BibliographyEntry& entry, TagId paragraph, const std::string& language) {
    const lang::Labels& labels = bench_.language.labels();
    const CharacterStyle& style = bench_.look.small.character;
    CharacterStyle status = in_face(bench_.look.small, text::Role::hei, text::Weight::bold).character;
    std::vector<Piece> all;
    const auto add = [&](std::vector<Piece> more) { all.insert(all.end(), more.begin(), more.end()); };
    if (entry.is_retracted) add(words("[" + std::string(labels.retracted) + "] ", status, paragraph));
    const TagId text_tag = bench_.tags.add("Span", paragraph);
    add(collect(bench_, entry.text, {style, text_tag, language, place_.document}).pieces);
    if (entry.is_unverified) add(words(" " + std::string(labels.unverified) + stop(), status, paragraph));
    add(back_links(entry, paragraph));
    return all;
  }

  std::string stop() const { return bench_.look.is_han ? "。" : ". "; }

  std::vector<Piece> words(const std::string& text, const CharacterStyle& style, TagId parent) {
    return collect(text, {style, bench_.tags.add("Span", parent, place_.language), place_.language});
  }

  /// “引用于第9，12页”, each number a link to the citation.
  std::vector<Piece> back_links(const BibliographyEntry& entry, TagId parent) {
    const std::vector<BackReference> pages = back_references(bench_, part_, entry);
    if (pages.empty()) return {};
    const lang::Labels& labels = bench_.language.labels();
    const std::string_view pattern = pages.size() == 1 ? labels.cited_on_page : labels.cited_on_pages;
    const std::size_t slot = std::min(pattern.find("{pages}"), pattern.size());
    const CharacterStyle soft = readable(bench_.look.micro.character);
    std::vector<Piece> all = words(" ", soft, parent);
    std::vector<Piece> before = words(std::string(pattern.substr(0, slot)), soft, parent);
    for (Piece& piece : before) piece.keep = Piece::Keep::whole;
    all.insert(all.end(), before.begin(), before.end());
    for (std::size_t i = 0; i < pages.size(); ++i) {
      if (i > 0) {
        auto comma = words(bench_.look.is_han ? "、" : ", ", soft, parent);
        all.insert(all.end(), comma.begin(), comma.end());
      }
      all.push_back(back_link(pages[i], soft, parent, i == 0));
    }
    if (slot < pattern.size()) {
      auto end = words(std::string(pattern.substr(slot + 7)), soft, parent);
      for (Piece& piece : end) piece.keep = Piece::Keep::with_before;
      all.insert(all.end(), end.begin(), end.end());
    }
    return all;
  }

  Piece back_link(const BackReference& page, const CharacterStyle& style, TagId parent, bool is_first) {
    const TagId tag = bench_.tags.add("Link", parent, place_.language);
    const std::string contents = lang::fill(bench_.language.labels().cited_on_page, "pages", page.folio);
    Piece piece{
        .text = page.folio, .style = style, .language = place_.language, .tag = tag, .keep = Piece::Keep::whole};
    if (is_first) piece.keep = Piece::Keep::with_before;  // “Cited on page 3” is not broken
    piece.link = add_link(bench_, {.destination = page.destination, .contents = contents});
    return piece;
  }

  Workbench& bench_;
  Place& place_;
  const Part& part_;
  TagId list_ = kArtifact;
  Length number_width_;
};

}  // namespace

void add_section_heading(Workbench& bench, Place& place, std::string_view title, const std::string& id) {
  const Inlines text{{Text{std::string(title)}, {}}};
  add_heading_text(bench, place, {1, "", text, bench.look.headings[0], bench.look.spaces[0]}, id);
  add_to_outline(bench, 1, "", std::string(title), id);
}

void add_section_title(Workbench& bench, Pager& pager, Flow& flow, Place& place, std::string_view title,
                       const std::string& id) {
  flow.end_page();
  pager.furniture = Furniture::full;
  flow.add(Box{.height = {}, .section = std::string(title)});
  add_section_heading(bench, place, title, id);
}

void add_references(Workbench& bench, Pager& pager, Flow& flow, const Part& part) {
  if (bench.book.references.empty()) return;
  Place place = body_place(bench, flow, bench.tags.add("Sect", Tags::document()), bench.book.language);
  add_section_title(bench, pager, flow, place, bench.language.labels().references, std::string(kReferencesId));
  add_reference_list(bench, place, part);
}

void add_reference_list(Workbench& bench, Place& place, const Part& part) {
  ReferenceSetter(bench, place, part).add_all();
}

}  // namespace bifolio::layout
