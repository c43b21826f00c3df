#include "check/parallel.h"

#include <algorithm>
#include <optional>

#include "model/walk.h"

namespace bifolio::check {
namespace {

using Units = std::vector<Unit>;

/// The words of a code block; passages keep the address of theirs.
const Inlines kNoWords;

/// Cuts a document into sections of units.
class Cutter {
 public:
  std::vector<Units> cut(const Document& document) {
    sections_.emplace_back();
    add_text(Unit::Kind::title, document.title, nullptr, document.title_span);
    add_text(Unit::Kind::abstract, document.front.abstract, nullptr, document.front.abstract_span);
    add_text(Unit::Kind::takeaway, document.front.takeaway, nullptr, {});
    add(document.blocks, Unit::Kind::paragraph);
    for (const Note& note : document.notes) add_note(note);
    if (!notes_.empty()) sections_.push_back(std::move(notes_));
    return std::move(sections_);
  }

 private:
  void add(const Blocks& blocks, Unit::Kind kind) {
    for (const Block& block : blocks) add(block, kind);
  }

  void add(const Block& block, Unit::Kind kind) {
    std::visit(
        [&](const auto& value) {
          using T = std::remove_cvref_t<decltype(value)>;
          if constexpr (std::is_same_v<T, Paragraph>) {
            add_text(kind, value.children, &block, block.span);
          } else if constexpr (std::is_same_v<T, Heading>) {
            sections_.emplace_back();
            add_text(Unit::Kind::heading, value.children, &block, block.span);
          } else if constexpr (std::is_same_v<T, List>) {
            for (const ListItem& item : value.items) add_item(item, value, block);
          } else if constexpr (std::is_same_v<T, BlockQuote> || std::is_same_v<T, Alert>) {
            add(value.children, Unit::Kind::quote);
          } else if constexpr (std::is_same_v<T, Division>) {
            add(value.children, kind);
          } else if constexpr (std::is_same_v<T, Table>) {
            add_text(Unit::Kind::table, value.caption, &block, block.span);
          } else if constexpr (std::is_same_v<T, Figure>) {
            add_text(Unit::Kind::figure, value.caption, &block, block.span);
          } else if constexpr (std::is_same_v<T, CodeBlock>) {
            add_text(Unit::Kind::code, kNoWords, &block, block.span);
          } else {
            static_assert(std::is_same_v<T, ThematicBreak>);
          }
        },
        block.value);
  }

  void add_item(const ListItem& item, const List& list, const Block& block) {
    if (!item.term.empty()) add_text(Unit::Kind::term, item.term, &block, item.term_span);
    const Unit::Kind kind = list.kind == List::Kind::definition ? Unit::Kind::definition : Unit::Kind::item;
    bool is_first = true;
    for (const Block& child : item.children) {
      add(child, is_first ? kind : Unit::Kind::paragraph);
      is_first = false;
    }
  }

  /// Notes stand in a section of their own at the end, under their labels.
  void add_note(const Note& note) {
    std::vector<Units> body(1);
    std::swap(body, sections_);
    add(note.children, Unit::Kind::note);
    std::swap(body, sections_);
    for (Units& units : body) {
      for (Unit& unit : units) {
        unit.kind = Unit::Kind::note;
        unit.name = note.label;
        notes_.push_back(std::move(unit));
      }
    }
  }

  void add_text(Unit::Kind kind, const Inlines& inlines, const Block* block, Span span) {
    const bool may_be_empty = block != nullptr;
    if (inlines.empty() && !may_be_empty) return;
    Unit unit{.kind = kind, .block = block, .span = span, .passage = passage_of(inlines)};
    if (block) unit.name = block->attributes.id;
    sections_.back().push_back(std::move(unit));
  }

  std::vector<Units> sections_;
  Units notes_;
};

/// What tells a unit from its neighbours in any language: names, digits, citation keys.
std::vector<std::string> tokens_of(const Unit& unit) {
  std::vector<std::string> tokens = cited_keys(unit);
  std::string word;
  const auto finish = [&] {
    const bool is_name = std::any_of(word.begin(), word.end(), [](char c) { return c < 'a'; });
    if (word.size() >= 2 && is_name) tokens.push_back(word);
    word.clear();
  };
  for (const char c : unit.passage.text) {
    const bool is_word = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    if (is_word)
      word.push_back(c);
    else
      finish();
  }
  finish();
  std::sort(tokens.begin(), tokens.end());
  tokens.erase(std::unique(tokens.begin(), tokens.end()), tokens.end());
  return tokens;
}

/// A unit as the aligner sees it.
struct Sign {
  const Unit* unit;
  int level = 0;  ///< of headings
  std::vector<std::string> tokens;
};

Sign sign_of(const Unit& unit) {
  const Heading* heading = unit.block ? std::get_if<Heading>(&unit.block->value) : nullptr;
  return {&unit, heading ? heading->level : 0, tokens_of(unit)};
}

int overlap(const Sign& a, const Sign& b) {
  int shared = 0;
  for (auto i = a.tokens.begin(), j = b.tokens.begin(); i != a.tokens.end() && j != b.tokens.end();) {
    if (*i == *j) ++shared;
    if (*i <= *j)
      ++i;
    else
      ++j;
  }
  return std::min(shared, 8);
}

bool names_differ(const Sign& a, const Sign& b) {
  return !a.unit->name.empty() && !b.unit->name.empty() && a.unit->name != b.unit->name;
}

/// Whether the two are partners wherever the structures agree.
bool may_pair(const Sign& a, const Sign& b) {
  const bool is_heading = a.unit->kind == Unit::Kind::heading;
  return a.unit->kind == b.unit->kind && !(is_heading && names_differ(a, b));
}

/// How much speaks for the two being partners; 0 = they cannot be.
int likeness(const Sign& a, const Sign& b) {
  if (a.unit->kind != b.unit->kind) return 0;
  if (!may_pair(a, b)) return a.level == b.level ? 2 : 1;  // better a wrong id than two missing headings
  const bool same_name = !a.unit->name.empty() && a.unit->name == b.unit->name;
  return 10 + 3 * overlap(a, b) + (same_name ? 100 : 0) - (a.level == b.level ? 0 : 6);
}

using Pairing = std::vector<std::pair<std::optional<std::size_t>, std::optional<std::size_t>>>;

/// Beyond this many cells of the table below, pairs are made by place alone.
constexpr std::size_t kMostCells = 250'000;

bool agree(const std::vector<Sign>& a, const std::vector<Sign>& b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), may_pair);
}

Pairing pair_by_place(std::size_t a, std::size_t b) {
  Pairing pairs;
  for (std::size_t i = 0; i < std::max(a, b); ++i) {
    pairs.emplace_back(i < a ? std::optional(i) : std::nullopt, i < b ? std::optional(i) : std::nullopt);
  }
  return pairs;
}

/// The order-keeping pairing with the greatest likeness (Needleman and Wunsch, gaps free).
Pairing align(const std::vector<Sign>& a, const std::vector<Sign>& b) {
  if (agree(a, b) || a.size() * b.size() > kMostCells) return pair_by_place(a.size(), b.size());
  const std::size_t width = b.size() + 1;
  std::vector<int> best((a.size() + 1) * width, 0);
  for (std::size_t i = a.size(); i-- > 0;) {
    for (std::size_t j = b.size(); j-- > 0;) {
      const int like = likeness(a[i], b[j]);
      const int together = like > 0 ? like + best[(i + 1) * width + j + 1] : 0;
      best[i * width + j] = std::max({together, best[(i + 1) * width + j], best[i * width + j + 1]});
    }
  }
  Pairing pairs;
  std::size_t i = 0, j = 0;
  while (i < a.size() && j < b.size()) {
    const int like = likeness(a[i], b[j]);
    if (like > 0 && best[i * width + j] == like + best[(i + 1) * width + j + 1]) {
      pairs.emplace_back(i++, j++);
    } else if (best[i * width + j] == best[(i + 1) * width + j]) {
      pairs.emplace_back(i++, std::nullopt);
    } else {
      pairs.emplace_back(std::nullopt, j++);
    }
  }
  for (; i < a.size(); ++i) pairs.emplace_back(i, std::nullopt);
  for (; j < b.size(); ++j) pairs.emplace_back(std::nullopt, j);
  return pairs;
}

std::vector<Sign> heads_of(const std::vector<Units>& sections) {
  std::vector<Sign> heads;
  for (std::size_t i = 1; i < sections.size(); ++i) heads.push_back(sign_of(sections[i].front()));
  return heads;
}

/// Units of the two sides that belong to one pair of headings.
struct Group {
  std::vector<Unit*> source, translation;
};

void join_section(std::vector<Unit*>& group, Units& section, bool is_orphan) {
  for (Unit& unit : section) {
    unit.is_orphan = is_orphan;
    if (!is_orphan || unit.kind != Unit::Kind::heading) group.push_back(&unit);
  }
}

/// A section whose heading has no partner joins the section before it: often
/// only the heading was forgotten.
std::vector<Group> group_sections(Parallel& parallel) {
  std::vector<Group> groups(1);
  join_section(groups[0].source, parallel.source_sections[0], false);
  join_section(groups[0].translation, parallel.sections[0], false);
  for (const auto& [a, b] : align(heads_of(parallel.source_sections), heads_of(parallel.sections))) {
    Units* source = a ? &parallel.source_sections[*a + 1] : nullptr;
    Units* translation = b ? &parallel.sections[*b + 1] : nullptr;
    const bool is_note = (source ? source : translation)->front().kind == Unit::Kind::note;
    if (!is_note)
      parallel.headings.push_back({source ? &source->front() : nullptr, translation ? &translation->front() : nullptr});
    const bool is_orphan = !is_note && (!source || !translation);
    if (!is_orphan) groups.emplace_back();
    if (source) join_section(groups.back().source, *source, is_orphan);
    if (translation) join_section(groups.back().translation, *translation, is_orphan);
  }
  return groups;
}

std::vector<Sign> signs_of(const std::vector<Unit*>& units) {
  std::vector<Sign> signs;
  for (const Unit* unit : units) signs.push_back(sign_of(*unit));
  return signs;
}

SectionPair pair_units(const Group& group) {
  SectionPair section;
  for (const auto& [a, b] : align(signs_of(group.source), signs_of(group.translation))) {
    const Unit* source = a ? group.source[*a] : nullptr;
    const Unit* translation = b ? group.translation[*b] : nullptr;
    if (source && translation && source->kind != translation->kind) {  // paired by place alone
      section.units.push_back({source, nullptr});
      section.units.push_back({nullptr, translation});
    } else {
      section.units.push_back({source, translation});
    }
  }
  return section;
}

Parallel parallel_of(const Book& source_book, const Book& book, std::size_t document) {
  Parallel parallel;
  parallel.source_book = &source_book;
  parallel.book = &book;
  parallel.source = &source_book.documents[document];
  parallel.translation = &book.documents[document];
  parallel.source_sections = Cutter().cut(*parallel.source);
  parallel.sections = Cutter().cut(*parallel.translation);
  for (const Group& group : group_sections(parallel)) parallel.pairs.push_back(pair_units(group));
  return parallel;
}

}  // namespace

Span Unit::end() const {
  const Span text = passage.stretches.empty() ? span : passage.stretches.back().span;
  const Span whole = span.file.is_known() ? span : passage.span();
  const Span last = text.file == whole.file ? text : whole;
  return {last.file, last.end, last.end};
}

bool SectionPair::is_complete() const {
  return std::all_of(units.begin(), units.end(), [](const UnitPair& pair) { return pair.source && pair.translation; });
}

std::vector<Parallel> parallels_of(const Publication& publication) {
  std::vector<Parallel> parallels;
  const std::vector<Book>& books = publication.books;
  for (std::size_t b = 1; b < books.size(); ++b) {
    for (std::size_t d = 0; d < books[0].documents.size() && d < books[b].documents.size(); ++d) {
      if (books[0].documents[d].is_missing || books[b].documents[d].is_missing) continue;
      parallels.push_back(parallel_of(books[0], books[b], d));
    }
  }
  return parallels;
}

std::string language_word(std::string_view tag, UiLanguage language) {
  const bool is_english = language == UiLanguage::en;
  if (tag == "en" || tag.starts_with("en-")) return is_english ? "English" : "英文";
  if (tag == "zh" || tag.starts_with("zh-")) return is_english ? "Chinese" : "中文";
  return std::string(tag);
}

Argument language_argument(std::string name, std::string_view tag) {
  return {std::move(name), language_word(tag, UiLanguage::en), language_word(tag, UiLanguage::zh_hans)};
}

std::vector<std::string> cited_keys(const Unit& unit) {
  std::vector<std::string> keys;
  const auto visit = [&](const Inline& node) {
    if (const auto* citation = node.get_if<Citation>()) {
      for (const CitedWork& work : citation->works) keys.push_back(work.key);
    }
  };
  for (const Inlines* inlines : inlines_of(unit)) for_each_inline(*inlines, visit);
  return keys;
}

std::vector<const Inlines*> inlines_of(const Unit& unit) {
  std::vector<const Inlines*> all;
  if (unit.passage.inlines) all.push_back(unit.passage.inlines);
  const Table* table = unit.block ? std::get_if<Table>(&unit.block->value) : nullptr;
  if (!table) return all;
  for (const Column& column : table->columns) all.push_back(&column.heading);
  for (const Row& row : table->rows) {
    for (const Cell& cell : row.cells) {
      if (!cell.is_covered) all.push_back(&cell.content);
    }
  }
  return all;
}

}  // namespace bifolio::check
