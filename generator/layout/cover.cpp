// The covers: title, group and motto in both languages over the lines.
#include <algorithm>

#include "layout/front.h"

namespace bifolio::layout {
namespace {

/// Sizes of the A5 cover, in proportion to the edition's text.
class CoverStyles {
 public:
  explicit CoverStyles(const Workbench& bench) : bench_(bench) {}

  TextStyle of(double size, double leading, text::Role role, Color color,
               text::Weight weight = text::Weight::regular) const {
    TextStyle style{.character = {.role = role, .weight = weight, .size = scaled(size), .color = color},
                    .leading = scaled(leading)};
    const Length least = bench_.look.micro.character.size;
    if (style.character.size < least) {
      style.leading = scale(style.leading, least.units, style.character.size.units);
      style.character.size = least;
    }
    return style;
  }
  Length scaled(double points) const {
    return scale(pt(points), bench_.look.body.character.size.units, pt(bench_.look.is_han ? 10.5 : 10).units);
  }

 private:
  const Workbench& bench_;
};

/// This book's language first, then the others.
std::vector<std::string> languages_of(const Workbench& bench) {
  std::vector<std::string> all{bench.book.language};
  for (const std::string& language : bench.publication.booklet.languages) {
    if (language != bench.book.language) all.push_back(language);
  }
  return all;
}

/// Text grows downwards from `y`; every line is a paragraph of its own for readers.
class CoverText {
 public:
  CoverText(Workbench& bench, TagId parent, Box& page, Length x, Length y)
      : bench_(bench), parent_(parent), page_(page), x_(x), y_(y) {}

  void skip(Length height) { y_ += height; }
  Length y() const { return y_; }

  void add(const std::string& text, const TextStyle& style, const std::string& language) {
    if (text.empty()) return;
    const TagId tag = tag_for(language);
    // A title may run out to the right: the cover has no block.
    TextBlock block{.style = style,
                    .x = x_,
                    .measure = bench_.look.page.page_width - x_ * 3 / 2,
                    .setting = ParagraphStyle::Setting::left,
                    .language = language};
    // What the configuration says in two languages at once is marked as such.
    const std::vector<Piece> pieces =
        collect(bench_, Inlines{{Text{text}, {}}}, {style.character, tag, language}).pieces;
    for (Box& line : set_balanced(bench_, pieces, block)) {
      const Length height = line.height;
      merge(page_, std::move(line), {}, y_);
      y_ += height;
    }
  }

  /// Several texts on one line, `gap` apart.
  void add_row(const std::vector<std::pair<std::string, std::string>>& texts, const TextStyle& style,
               const std::vector<Length>& columns, Length gap) {
    Length x = x_;
    for (std::size_t i = 0; i < texts.size(); ++i) {
      const auto& [text, language] = texts[i];
      // What the configuration says in two languages at once is marked as such.
      const Inlines inlines{{Text{text}, {}}};
      const TagId tag = text.empty() ? kArtifact : tag_for(language);
      OneLine line =
          set_line(bench_, collect(bench_, inlines, {style.character, tag, language}).pieces, style, language);
      merge(page_, std::move(line.box), x, y_);
      const Length wide = i < columns.size() ? columns[i] : line.width;
      if (wide > Length{}) x += wide + gap;
    }
    y_ += style.leading;
  }

 private:
  TagId tag_for(const std::string& language) {
    return parent_ == kArtifact ? kArtifact : bench_.tags.add("P", parent_, language);
  }

  Workbench& bench_;
  TagId parent_;  ///< kArtifact: only to see how high it grows
  Box& page_;
  Length x_, y_;
};

void add_phases(Workbench& bench, CoverText& text, const TextStyle& style) {
  const std::vector<std::string> languages = languages_of(bench);
  std::vector<std::vector<std::pair<std::string, std::string>>> rows;
  std::vector<Length> columns(languages.size() + 1);
  for (const Phase& phase : bench.publication.booklet.phases) {
    auto& row = rows.emplace_back();
    for (const std::string& language : languages) row.push_back({text_in(phase.title, language), language});
    row.push_back({phase.period_begin.empty() ? "" : bench.language.period(phase.period_begin, phase.period_end),
                   bench.book.language});
    for (std::size_t i = 0; i < row.size(); ++i) {
      columns[i] = std::max(columns[i], set_line(bench, row[i].first, style, kArtifact, row[i].second).width);
    }
  }
  for (const auto& row : rows) text.add_row(row, style, columns, style.character.size * 4 / 3);
}

/// Chinese first, in Kaiti; what is smaller stands below.
std::vector<std::string> han_first(const Workbench& bench) {
  std::vector<std::string> all = languages_of(bench);
  std::stable_partition(all.begin(), all.end(),
                        [](const std::string& one) { return lang::get(one).writing() == lang::Writing::han; });
  return all;
}

/// In the open water.
void add_motto(Workbench& bench, TagId parent, Box& page, const CoverStyles& styles) {
  const Look& look = bench.look;
  Length center_y = scale(look.page.page_height, 86, 100);
  for (const std::string& language : han_first(bench)) {
    const std::string& motto = text_in(bench.publication.booklet.motto, language);
    if (motto.empty()) continue;
    const bool is_han = lang::get(language).writing() == lang::Writing::han;
    const TextStyle style =
        is_han ? styles.of(16, 22, text::Role::kai, look.ink) : styles.of(9, 14, text::Role::song, look.ink);
    TextStyle fitting = style;
    const Length width = set_line(bench, motto, style, kArtifact, language).width,
                 room = look.page.page_width * 36 / 100;
    if (width > room) fitting.character.size = scale(style.character.size, room.units, width.units);
    fitting.character = readable(fitting.character, look.is_large_print ? pt(18) : pt(8));
    OneLine line = set_line(bench, motto, fitting, bench.tags.add("P", parent, language), language);
    merge(page, std::move(line.box), (look.page.page_width - line.width) / 2, center_y - style.leading / 2);
    center_y += styles.scaled(18);
  }
}

CoverLines cover_lines(const Workbench& bench) {
  return {bench.look.page.page_width, bench.look.page.page_height, cover_line_count(bench.publication.booklet),
          bench.look.accent};
}

std::vector<std::pair<std::string, std::string>> groups_of(const Workbench& bench) {
  std::vector<std::pair<std::string, std::string>> groups;
  for (const std::string& language : languages_of(bench)) {
    const std::string& group = text_in(bench.publication.booklet.group, language);
    if (!group.empty()) groups.push_back({group, language});
  }
  return groups;
}

/// Group, titles and phases from the top down; returns where they end. On low pages
/// the title and the gaps take only their share, in percent.
Length add_front_text(Workbench& bench, TagId parent, Box& page, const CoverStyles& styles, int share) {
  const Look& look = bench.look;
  CoverText text(bench, parent, page, look.page.inner, look.page.top);
  text.add_row(groups_of(bench), styles.of(10.5, 18, text::Role::hei, look.accent), {}, styles.scaled(10.5));
  text.skip(styles.scaled(share == 100 ? 36 : 9));
  TextStyle title = look.title;
  title.character.size = title.character.size * share / 100;
  title.leading = title.leading * share / 100;
  bool is_first = true;
  for (const std::string& language : languages_of(bench)) {
    text.add(text_in(bench.publication.booklet.title, language),
             is_first ? title : styles.of(14, 22.5, text::Role::song, look.ink), language);
    if (is_first) text.skip(styles.scaled(share == 100 ? 4 : 2));
    is_first = false;
  }
  text.skip(styles.scaled(share == 100 ? 28 : 6));
  add_phases(bench, text, styles.of(9, 16, text::Role::hei, look.soft));
  return text.y();
}

}  // namespace

Box front_cover(Workbench& bench, TagId parent) {
  const Look& look = bench.look;
  const CoverStyles styles(bench);
  Box page{.height = look.page.page_height};
  for (Path& line : opened_lines(cover_lines(bench))) page.items.emplace_back(std::move(line));
  const Length water = line_top(cover_lines(bench)) - look.micro.character.size;
  int share = 100;
  while (share > 40) {
    Box trial;
    if (add_front_text(bench, kArtifact, trial, styles, share) <= water) break;
    share -= 15;
  }
  add_front_text(bench, parent, page, styles, share);
  add_motto(bench, parent, page, styles);
  return page;
}

Box back_cover(Workbench& bench, TagId parent, Length left) {
  const Look& look = bench.look;
  const Booklet& booklet = bench.publication.booklet;
  const CoverStyles styles(bench);
  Box page{.height = look.page.page_height};
  CoverText text(bench, parent, page, left, look.page.top);
  const TextStyle small = look.small, hei = in_face(look.small, text::Role::hei);
  text.add_row(groups_of(bench), in_color(hei, look.accent), {}, small.character.size);
  text.skip(small.leading / 2);
  for (const std::string& language : languages_of(bench)) {
    text.add(text_in(booklet.purpose, language), small, language);
    if (!text_in(booklet.purpose, language).empty()) text.skip(small.leading / 2);
  }
  bool is_first = true;
  for (const std::string& language : languages_of(bench)) {
    text.add(text_in(booklet.notice, language), is_first ? in_face(hei, text::Role::hei, text::Weight::bold) : hei,
             language);
    is_first = false;
  }
  text.skip(small.leading / 2);
  const TextStyle soft = in_color(hei, look.soft);
  const std::string& language = bench.book.language;
  const std::string version = lang::fill(bench.language.labels().version, "version", booklet.version);
  text.add_row({{version, language}, {bench.language.date(booklet.date), language}}, soft, {}, small.character.size);
  if (!booklet.contact.empty()) {
    text.add(std::string(bench.language.labels().corrections), soft, language);
    text.add(booklet.contact, soft, language);  // a sentence or an address, as long as it needs to be
  }
  text.skip(small.leading / 2);
  for (const std::string& one : han_first(bench)) {
    const bool is_han = lang::get(one).writing() == lang::Writing::han;
    text.add(text_in(booklet.motto, one), is_han ? in_face(look.body, text::Role::kai) : look.small, one);
  }
  // The water begins below the words, however large they are set.
  for (Path& line : unbroken_lines(cover_lines(bench))) {
    if (line.steps[0].a.y > text.y()) page.items.emplace_back(std::move(line));
  }
  return page;
}

}  // namespace bifolio::layout
