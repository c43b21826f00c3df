#include "layout/style.h"

#include <algorithm>

namespace bifolio::layout {
namespace {

/// Reads tokens for one edition and one language.
class Reader {
 public:
  Reader(const theme::Theme& theme, const Format& format, const lang::Language& language)
      : theme_(theme), context_{format.edition, language.tag()} {}

  Length length(std::string_view token) const { return theme_.length(token, context_); }
  Color color(std::string_view token) const { return theme_.color(token, context_); }
  std::optional<Color> ground(std::string_view token) const { return theme_.ground(token, context_); }
  std::vector<double> numbers(std::string_view token) const { return theme_.numbers(token, context_); }
  const std::string& value(std::string_view token) const { return theme_.value(token, context_); }
  int per_mille(std::string_view token) const { return theme_.per_mille(token, context_); }

  TextStyle style(std::string_view token, text::Role role, text::Weight weight, Color color) const {
    const theme::TypeSize size = theme_.size(token, context_);
    TextStyle style;
    style.character = {.role = role, .weight = weight, .size = size.size, .color = color};
    style.leading = size.leading;
    return style;
  }

 private:
  const theme::Theme& theme_;
  theme::Context context_;
};

Geometry read_geometry(const Reader& read) {
  return {read.length("--page-width"),   read.length("--page-height"),        read.length("--page-inner"),
          read.length("--page-outer"),   read.length("--page-top"),           read.length("--block-width"),
          read.length("--block-height"), read.length("--running-head-above"), read.length("--foot-below")};
}

Length share(Length of, double part) {
  return {static_cast<std::int64_t>(static_cast<double>(of.units) * part + 0.5)};
}

/// `1.5 1 0.5`: space above, lines and space below, in body leads.
HeadingSpace read_space(const Reader& read, std::string_view token, Length lead) {
  const std::vector<double> parts = read.numbers(token);
  if (parts.size() != 3) return {lead, {}};
  return {share(lead, parts[0]), share(lead, parts[2])};
}

void read_texts(Look& look, const Reader& read) {
  using text::Role, text::Weight;
  const Role body = read.value("--body-face") == "hei" ? Role::hei : Role::song;
  look.title = read.style("--size-title", Role::song, Weight::bold, look.ink);
  look.chapter = read.style("--size-chapter", Role::hei, Weight::bold, look.ink);
  look.phase = read.style("--size-phase", Role::hei, Weight::regular, look.accent);
  look.body = read.style("--size-body", body, Weight::regular, look.ink);
  look.alert = read.style("--size-alert", body, Weight::regular, look.ink);
  look.small = read.style("--size-small", body, Weight::regular, look.ink);
  look.micro = read.style("--size-micro", Role::hei, Weight::regular, look.soft);
  constexpr std::string_view kSizes[] = {"--size-h1", "--size-h2", "--size-h3", "--size-h4"};
  constexpr std::string_view kSpaces[] = {"--space-h1", "--space-h2", "--space-h3", "--space-h4"};
  if (look.is_large_print) {
    for (TextStyle* style : {&look.alert, &look.small, &look.micro})
      style->character = readable(style->character, pt(18));
  }
  for (int i = 0; i < 4; ++i) {
    look.headings[i] = read.style(kSizes[i], Role::hei, Weight::bold, look.ink);
    look.spaces[i] = read_space(read, kSpaces[i], look.body.leading);
  }
}

}  // namespace

Look read_look(const theme::Theme& theme, const Format& format, const lang::Language& language) {
  const Reader read(theme, format, language);
  Look look;
  look.is_large_print = format.is_large_print;
  look.page = read_geometry(read);
  look.ink = read.color("--ink");
  look.soft = read.color("--soft");
  look.accent = read.color("--accent");
  look.rule = read.color("--rule");
  look.hair = read.color("--hair");
  look.stripe = read.ground("--table-stripe");
  look.row_rule = read.length("--table-row-rule");
  look.row_rule_color = read.color("--table-row-rule-color");
  read_texts(look, read);
  look.is_han = language.writing() == lang::Writing::han;
  look.kai_per_mille = std::max(1000, read.per_mille("--kai-scale"));
  const std::vector<double> gap = read.numbers("--paragraph-gap");
  look.gap = gap.empty() ? Length{} : share(look.body.leading, gap[0]);
  const Length em = look.body.character.size;
  look.indent = look.gap > Length{} ? Length{} : look.is_han ? em * 2 : em * 3 / 2;
  // Paragraph gaps of half a lead put every other paragraph on the half grid.
  look.grid = look.gap > Length{} ? look.body.leading / 2 : look.body.leading;
  look.list_indent = look.is_han ? em * 2 : em * 3 / 2;
  const bool is_ragged = !look.is_han && format.is_ragged_in_latin;
  look.setting = is_ragged ? ParagraphStyle::Setting::left : ParagraphStyle::Setting::justify;
  look.hyphenate = !look.is_han && !is_ragged;
  return look;
}

Length baseline(const TextStyle& style) {
  return style.leading / 2 + scale(style.character.size, 38, 100);
}

TextStyle in_face(TextStyle style, text::Role role, text::Weight weight) {
  style.character.role = role;
  style.character.weight = weight;
  return style;
}

TextStyle in_color(TextStyle style, Color color) {
  style.character.color = color;
  return style;
}

CharacterStyle readable(CharacterStyle style, Length least) {
  style.size = std::max(style.size, scale(least, 100, style.role == text::Role::hei ? 97 : 95));
  return style;
}

CharacterStyle raised(const CharacterStyle& base) {
  CharacterStyle mark = base;
  mark.size = scale(base.size, 68, 100);
  mark = readable(mark);
  // The mark's top stays where 68% raised by 0.42 em puts it.
  mark.raise = base.raise + scale(base.size, 42, 100) - scale(mark.size - scale(base.size, 68, 100), 72, 100);
  return mark;
}

}  // namespace bifolio::layout
