// The parallel edition: the parts of a book as pairs, from the same elements as
// the books of one language.
#include <algorithm>

#include "layout/book.h"
#include "layout/front.h"
#include "layout/pair.h"
#include "layout/rehearsal.h"
#include "model/pair_blocks.h"

namespace bifolio::layout {
namespace {

constexpr std::size_t kLongTable = 40;  ///< rows; a longer one is not even tried beside its pair

const Document& document_of(const Workbench& bench, std::size_t index) {
  return bench.book.documents[index];
}

/// A language's side of every part.
class ParallelBody {
 public:
  ParallelBody(Workbench& first, Workbench& second, Part& part)
      : pager_(first, part, &second), flow_(pager_.flow(arrange(first))), pairs_(first, second, flow_), part_(part) {}

  void set() {
    pager_.guess_pages();
    const Book& book = first().book;
    for (std::size_t i = 0; i < book.chapters.size(); ++i) add_chapter(i);
    pairs_.end_page();  // so that every citation has its page
    add_references();
    add_glossary();
    pairs_.end_page();
  }

 private:
  Workbench& first() { return pairs_.column(0).bench; }
  Workbench& second() { return pairs_.column(1).bench; }

  Pager::Arrange arrange(const Workbench& bench) {
    return
        [this, &look = bench.look](PageBody& page) { level_notes(page, pager_.measures(), look, second_column(look)); };
  }

  void add_chapter(std::size_t);
  void add_document(std::size_t, TagId parent, int level);
  void add_text(std::size_t document, TagId parent, const Chapter* opened, int heading_shift);
  void add_pair(const BlockPair&, TagId parent, const MakeSide&);
  void add_table_pair(TagId parent, const MakeSide&, std::size_t rows);
  TagId start_section(std::string_view title_of_first, std::string_view title_of_second, std::string_view id);
  void add_references();
  void add_glossary();

  Pager pager_;
  Flow flow_;
  PairSetter pairs_;
  Part& part_;
};

void ParallelBody::add_chapter(std::size_t index) {
  const Chapter& chapter = first().book.chapters[index];
  const TagId section = first().tags.add("Sect", Tags::document());
  const bool has_opener = chapter.opener || chapter.phase;
  if (has_opener) {
    pairs_.end_page();
    pager_.furniture = Furniture::foot;
    pairs_.add(section, [&](Column& column, TagId parent) {
      const Place place =
          open_chapter(column.bench, column.flow, parent, column.bench.book.chapters[index], index == 0);
      column.is_after_break = place.is_after_break;
    });
    if (chapter.opener) add_text(*chapter.opener, section, &chapter, 0);
  }
  for (const std::size_t document : chapter.documents) add_document(document, section, has_opener ? 2 : 1);
}

void ParallelBody::add_document(std::size_t index, TagId parent, int level) {
  pairs_.end_page();
  pager_.furniture = Furniture::full;
  const auto name = [&](const Workbench& bench) {
    return section_name(bench, document_of(bench, index).number, plain_text(document_of(bench, index).title));
  };
  flow_.add(Box{.height = {}, .section = name(first()), .other_section = name(second())});
  const TagId section = first().tags.add("Sect", parent);
  pairs_.add(section, [&](Column& column, TagId side) {
    const Document& document = document_of(column.bench, index);
    Place place = body_place(column.bench, column.flow, side, column.bench.book.language);
    place.document = index;
    add_document_heading(column.bench, place, document, level);
    if (!document.is_missing) {
      add_summary(column.bench, place, column.bench.language.labels().summary, document.front.abstract);
    }
    column.is_after_break = true;
  });
  add_text(index, section, nullptr, level - 1);
}

/// The blocks of a document. A document that one language lacks says so once.
void ParallelBody::add_text(std::size_t index, TagId parent, const Chapter* opened, int heading_shift) {
  const auto place_in = [index, opened, heading_shift](Column& column, TagId side) {
    Place place = opened ? opener_column(column.bench, column.flow, side, *opened)
                         : body_place(column.bench, column.flow, side, column.bench.book.language);
    place.document = index;
    place.heading_shift = heading_shift;
    if (!opened) place.measure = column.width;
    place.is_after_break = column.is_after_break;
    return place;
  };
  const auto is_missing = [&](const Column& column) { return document_of(column.bench, index).is_missing; };
  if (is_missing(pairs_.column(0)) || is_missing(pairs_.column(1))) {
    pairs_.add(parent, [&](Column& column, TagId side) {
      Place place = place_in(column, side);
      if (is_missing(column)) add_missing(column.bench, place);
    });
  }
  const std::vector<Book>& books = first().publication.books;
  for (const BlockPair& pair : pair_blocks(first().publication, index)) {
    const auto block_of = [&](const Column& column) {
      return pair.blocks[static_cast<std::size_t>(&column.bench.book - books.data())];
    };
    add_pair(pair, parent, [&](Column& column, TagId side) {
      Place place = place_in(column, side);
      if (const Block* block = block_of(column); block != nullptr)
        add_block(column.bench, place, *block);
      else if (!is_missing(column))
        add_missing(column.bench, place);
      column.is_after_break = place.is_after_break;
    });
  }
}

void ParallelBody::add_pair(const BlockPair& pair, TagId parent, const MakeSide& make) {
  const auto at = std::find_if(pair.blocks.begin(), pair.blocks.end(), [](const Block* block) { return block; });
  if (at == pair.blocks.end()) return;
  if (const auto* table = std::get_if<Table>(&(*at)->value)) return add_table_pair(parent, make, table->rows.size());
  if (std::holds_alternative<List>((*at)->value)) return pairs_.add_levels(parent, make);
  pairs_.add(parent, make);
}

/// Beside each other where both fit on a page; else over the whole
/// width, one after the other: columns of words are read more easily than a pair of them.
void ParallelBody::add_table_pair(TagId parent, const MakeSide& make, std::size_t rows) {
  if (rows <= kLongTable && pairs_.trial_height(make) <= flow_.height() * 5 / 6) return pairs_.add(parent, make);
  for (const std::size_t column : {0U, 1U}) pairs_.add_wide(parent, column, make);
}

TagId ParallelBody::start_section(std::string_view title_of_first, std::string_view title_of_second,
                                  std::string_view id) {
  pairs_.end_page();
  pager_.furniture = Furniture::full;
  flow_.add(Box{.height = {}, .section = std::string(title_of_first), .other_section = std::string(title_of_second)});
  const TagId section = first().tags.add("Sect", Tags::document());
  pairs_.add(section, [&](Column& column, TagId side) {
    Place place = body_place(column.bench, column.flow, side, column.bench.book.language);
    add_section_heading(column.bench, place, &column.bench == &first() ? title_of_first : title_of_second,
                        std::string(id));
  });
  return section;
}

void ParallelBody::add_references() {
  if (first().book.references.empty()) return;
  const TagId section =
      start_section(first().language.labels().references, second().language.labels().references, kReferencesId);
  pairs_.add_levels(section, [&](Column& column, TagId side) {
    Place place = body_place(column.bench, column.flow, side, column.bench.book.language);
    add_reference_list(column.bench, place, part_);
  });
}

void ParallelBody::add_glossary() {
  const std::vector<const Term*> terms = common_terms(first(), second().book.language);
  if (terms.empty()) return;
  const TagId section =
      start_section(first().language.labels().glossary, second().language.labels().glossary, kGlossaryId);
  pairs_.add_levels(section, [&](Column& column, TagId side) {
    Place place = body_place(column.bench, column.flow, side, column.bench.book.language);
    add_term_list(column.bench, place, terms);
  });
}

/// Cover, imprint and contents. Their elements stand in the first section, which was
/// added before the body's.
void set_parallel_front(Workbench& first, Workbench& second, Part& part, const Part& body) {
  Pager pager(first, part, &second);
  Flow flow = pager.flow();
  PairSetter pairs(first, second, flow);
  std::vector<OutlineEntry> outline = std::exchange(first.out.outline, {});
  pager.add_page(front_cover(first, first.tags.add("Sect", first.front_section)), Furniture::none);
  pager.furniture = Furniture::none;
  pairs.add(first.front_section, [&](Column& column, TagId side) {
    column.bench.front_section = side;
    add_imprint(column.bench, column.flow);
  });
  pairs.end_page();
  first.front_section = first.ledger.front_section;
  pager.furniture = Furniture::foot;
  pairs.add_levels(first.front_section, [&](Column& column, TagId side) {
    column.bench.front_section = side;
    add_contents(column.bench, column.flow, body);
  });
  pairs.end_page();
  first.out.outline.insert(first.out.outline.end(), outline.begin(), outline.end());
}

void set_parallel_back(Workbench& first, Part& part) {
  Pager pager(first, part);
  pager.add_page(back_cover(first, first.tags.add("Sect", Tags::document()), first.look.page.inner), Furniture::none);
}

}  // namespace

PagedDocument lay_out_parallel(const Publication& publication, const Book& book, const Book& other,
                               const Format& format, const theme::Theme& theme, const text::Fonts& fonts,
                               const BuildStamp& stamp, Findings& findings) {
  PageReferences references;
  Rehearsal rehearsal;
  for (;; rehearsal.start_next_pass()) {
    Findings found;
    Ledger ledger(book.language);
    const auto column = [&](const Book& one) {
      const lang::Language& language = lang::get(one.language);
      Workbench bench{publication, one,      format, theme,  fonts,
                      stamp,       language, found,  ledger, read_look(theme, format, language)};
      bench.page_references = &references;
      bench.rehearsal = &rehearsal;
      return bench;
    };
    Workbench first = column(book), second = column(other);
    second.place_prefix = other.language + ":";
    second.look.grid = first.look.grid;
    Part front{.style = PageLabels::Style::roman}, body, back{.style = PageLabels::Style::none};
    ParallelBody(first, second, body).set();
    const bool is_settled = references.settle([&](const std::string& name) { return find_place(body, name); });
    if (!is_settled || rehearsal.is_on()) continue;
    first.rehearsal = second.rehearsal = nullptr;
    set_parallel_front(first, second, front, body);
    set_parallel_back(first, back);
    findings.append(std::move(found));
    return assemble(first, std::move(front), std::move(body), std::move(back));
  }
}

}  // namespace bifolio::layout
