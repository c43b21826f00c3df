// Dates: CSL 1.0.2, “Date”. A range prints once what both ends share.
#include <algorithm>
#include <optional>

#include "base/unicode.h"
#include "base/utf8.h"
#include "cite/field_text.h"
#include "cite/numbers.h"
#include "cite/render.h"
#include "cite/textcase.h"

namespace bifolio::cite {
namespace {

bool is_wanted(DatePartName name, DatePrecision precision) {
  switch (name) {
    case DatePartName::year: return true;
    case DatePartName::month: return precision != DatePrecision::year;
    case DatePartName::day: return precision == DatePrecision::year_month_day;
  }
  return false;
}

/// Of a localised date the locale gives the order and affixes; the style may change form and formatting.
void override_part(DatePart& part, const DatePart& style) {
  if (style.form != DatePartForm::automatic) part.form = style.form;
  if (style.look.text_case != TextCase::none) part.look.text_case = style.look.text_case;
  if (style.look.strip_periods) part.look.strip_periods = true;
  if (style.look.style != RichStyle{}) part.look.style = style.look.style;
  if (style.range_delimiter) part.range_delimiter = style.range_delimiter;
}

std::string pad(int number, std::size_t digits) {
  std::string text = std::to_string(number);
  return text.size() < digits ? std::string(digits - text.size(), '0') + text : text;
}

class DatePrinter {
 public:
  DatePrinter(const DateText& wanted, const DateValue& value, const Scene& scene)
      : wanted_(wanted), value_(value), scene_(scene) {
    choose_parts();
  }
  Node print();

 private:
  void choose_parts();
  void reorder(const DateFormat&);
  std::string text(const DatePart&, const DateParts&) const;
  std::string month(DatePartForm, const DateParts&) const;
  std::string day(DatePartForm, const DateParts&) const;
  std::string year(DatePartForm, int) const;
  Node part_node(const DatePart&, const DateParts&) const;
  enum class Edge { full, no_suffix, no_prefix };
  Node side(const DateParts&, std::size_t begin, std::size_t end, Edge = Edge::full) const;
  void add_part(Node& out, Node part) const;
  Node sort_key() const;
  Node range() const;
  bool differs(DatePartName) const;

  const DateText& wanted_;
  const DateValue& value_;
  const Scene& scene_;
  std::vector<DatePart> parts_;
  std::string delimiter_;
};

/// “September 8, 2025” in the style's own words, which an entry in another language
/// cannot follow: 九月 8, 2025; gennaio 4, 2024. Nothing where the style's order serves.
const DateFormat* own_order(const DateText& wanted, const Scene& scene) {
  const auto names_month = [](const DatePart& part) {
    return part.name == DatePartName::month && part.form != DatePartForm::numeric &&
           part.form != DatePartForm::leading_zeros;
  };
  if (!scene.item.orders_dates || std::none_of(wanted.parts.begin(), wanted.parts.end(), names_month)) return nullptr;
  return scene.locale.date(DateForm::text);
}

void DatePrinter::reorder(const DateFormat& format) {
  delimiter_ = format.delimiter;
  for (DatePart part : format.parts) {
    const auto own = std::find_if(wanted_.parts.begin(), wanted_.parts.end(),
                                  [&](const DatePart& given) { return given.name == part.name; });
    if (own == wanted_.parts.end()) continue;
    const bool is_counted = part.form == DatePartForm::numeric;  // 9月, whatever form of its name is wanted
    if (!is_counted && own->form != DatePartForm::automatic) part.form = own->form;
    part.look.style = own->look.style;
    part.range_delimiter = own->range_delimiter;
    parts_.push_back(std::move(part));
  }
  if (parts_.empty()) return;
  parts_.front().look.prefix = wanted_.parts.front().look.prefix + parts_.front().look.prefix;
  parts_.back().look.suffix += wanted_.parts.back().look.suffix;
}

void DatePrinter::choose_parts() {
  if (wanted_.form == DateForm::custom) {
    if (const DateFormat* format = own_order(wanted_, scene_)) return reorder(*format);
    parts_ = wanted_.parts;
    delimiter_ = wanted_.delimiter;
    return;
  }
  const DateFormat* format = scene_.locale.date(wanted_.form);
  if (!format) return;
  delimiter_ = format->delimiter;
  for (DatePart part : format->parts) {
    if (!is_wanted(part.name, wanted_.precision)) continue;
    for (const DatePart& own : wanted_.parts) {
      if (own.name == part.name) override_part(part, own);
    }
    parts_.push_back(std::move(part));
  }
}

std::string DatePrinter::year(DatePartForm form, int year) const {
  if (form == DatePartForm::short_form) return pad(std::abs(year) % 100, 2);
  if (year < 0) return std::to_string(-year) + std::string(scene_.locale.term("bc"));
  if (year < 1000) return std::to_string(year) + std::string(scene_.locale.term("ad"));
  return std::to_string(year);
}

std::string DatePrinter::month(DatePartForm form, const DateParts& date) const {
  const TermForm term_form = form == DatePartForm::short_form ? TermForm::short_form : TermForm::long_form;
  if (date.month == 0 && date.season > 0 && date.season <= 4) {
    return std::string(scene_.locale.term("season-0" + std::to_string(date.season), term_form));
  }
  if (date.month == 0) return {};
  if (form == DatePartForm::numeric) return std::to_string(date.month);
  if (form == DatePartForm::leading_zeros) return pad(date.month, 2);
  return std::string(scene_.locale.term("month-" + pad(date.month, 2), term_form));
}

std::string DatePrinter::day(DatePartForm form, const DateParts& date) const {
  if (date.day == 0) return {};
  if (form == DatePartForm::leading_zeros) return pad(date.day, 2);
  const bool is_ordinal = form == DatePartForm::ordinal && (date.day == 1 || !scene_.locale.limit_day_ordinals());
  if (!is_ordinal) return std::to_string(date.day);
  return scene_.locale.ordinal(date.day, scene_.locale.gender_of("month-" + pad(date.month, 2)));
}

std::string DatePrinter::text(const DatePart& part, const DateParts& date) const {
  switch (part.name) {
    case DatePartName::year: return date.has_year() ? year(part.form, date.year) : std::string();
    case DatePartName::month: return month(part.form, date);
    case DatePartName::day: return day(part.form, date);
  }
  return {};
}

Node DatePrinter::part_node(const DatePart& part, const DateParts& date) const {
  Node node = Node::leaf(text(part, date));
  if (node.is_empty()) return node;
  if (part.look.strip_periods) strip_periods(node);
  apply_case(node, part.look.text_case, scene_.item.is_english, icu_locale(scene_));
  if (part.name == DatePartName::year) node.role = Role::year;
  node.style = part.look.style;
  return node;
}

/// Copies live affixes into text: the parts here may be copies that die with this printer.
Node with_affixes(Node node, const DatePart& part, bool has_prefix = true, bool has_suffix = true) {
  if (node.is_empty()) return node;
  std::vector<Node> all;
  if (has_prefix && !part.look.prefix.empty()) all.push_back(Node::leaf(part.look.prefix, Role::affix));
  all.push_back(std::move(node));
  if (has_suffix && !part.look.suffix.empty()) all.push_back(Node::leaf(part.look.suffix, Role::affix));
  if (all.size() == 1) return std::move(all[0]);
  return Node::group(std::move(all));
}

void DatePrinter::add_part(Node& out, Node part) const {
  if (part.is_empty()) return;
  if (!out.children.empty() && !delimiter_.empty()) out.children.push_back(Node::leaf(delimiter_, Role::affix));
  out.children.push_back(std::move(part));
}

/// 年, 月, 日: the number's unit rather than what parts it from the next.
bool is_unit(const std::string& suffix) {
  return !suffix.empty() && is_han(decode_utf8(suffix, 0).code_point);
}

/// Towards the dash of a range the affix of the outermost part is left out, but not its unit.
Node DatePrinter::side(const DateParts& date, std::size_t begin, std::size_t end, Edge edge) const {
  std::vector<std::pair<std::size_t, Node>> printed;
  for (std::size_t i = begin; i < end; ++i) {
    Node node = part_node(parts_[i], date);
    if (!node.is_empty()) printed.emplace_back(i, std::move(node));
  }
  Node out;
  for (std::size_t i = 0; i < printed.size(); ++i) {
    const bool has_prefix = edge != Edge::no_prefix || i > 0;
    const bool has_suffix =
        edge != Edge::no_suffix || i + 1 < printed.size() || is_unit(parts_[printed[i].first].look.suffix);
    add_part(out, with_affixes(std::move(printed[i].second), parts_[printed[i].first], has_prefix, has_suffix));
  }
  return out;
}

bool DatePrinter::differs(DatePartName name) const {
  switch (name) {
    case DatePartName::year: return value_.begin.year != value_.end.year;
    case DatePartName::month: return value_.begin.month != value_.end.month || value_.begin.season != value_.end.season;
    case DatePartName::day: return value_.begin.day != value_.end.day;
  }
  return false;
}

Node DatePrinter::range() const {
  // From the first to the last part that differs, both ends are printed in full.
  const bool shows_day =
      std::any_of(parts_.begin(), parts_.end(), [](const DatePart& p) { return p.name == DatePartName::day; });
  const bool shows_month =
      std::any_of(parts_.begin(), parts_.end(), [](const DatePart& p) { return p.name == DatePartName::month; });
  const bool year_differs = differs(DatePartName::year);
  const bool month_differs = shows_month && (year_differs || differs(DatePartName::month));
  const bool day_differs = shows_day && (month_differs || year_differs || differs(DatePartName::day));
  const auto part_differs = [&](const DatePart& part) {
    return part.name == DatePartName::year    ? year_differs
           : part.name == DatePartName::month ? month_differs
                                              : day_differs;
  };
  std::size_t first = parts_.size(), last = 0;
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    if (!part_differs(parts_[i])) continue;
    first = std::min(first, i);
    last = i + 1;
  }
  if (first >= last) return side(value_.begin, 0, parts_.size());
  // The delimiter is that of the largest part that differs.
  const DatePartName largest = year_differs    ? DatePartName::year
                               : month_differs ? DatePartName::month
                                               : DatePartName::day;
  std::string dash = "–";
  for (const DatePart& part : parts_) {
    if (part.name == largest && part.range_delimiter) dash = *part.range_delimiter;
  }
  Node both;
  both.children.push_back(side(value_.begin, first, last, Edge::no_suffix));
  both.children.push_back(Node::leaf(dash, Role::affix));
  if (!value_.is_open) both.children.push_back(side(value_.end, first, last, Edge::no_prefix));
  Node out;
  add_part(out, side(value_.begin, 0, first));
  add_part(out, std::move(both));
  add_part(out, side(value_.begin, last, parts_.size()));
  return out;
}

/// In a sort key a date is digits in order of weight, as far as its parts are wanted.
Node DatePrinter::sort_key() const {
  const auto wants = [&](DatePartName name) {
    return std::any_of(parts_.begin(), parts_.end(), [&](const DatePart& part) { return part.name == name; });
  };
  const auto digits = [&](const DateParts& date) {
    std::string text = wants(DatePartName::year) ? pad(date.year, 4) : "";
    if (wants(DatePartName::month)) text += pad(date.month, 2);
    if (wants(DatePartName::day)) text += pad(date.day, 2);
    return text;
  };
  return Node::leaf(digits(value_.begin) + (value_.is_range ? "-" + digits(value_.end) : ""));
}

Node DatePrinter::print() {
  if (!value_.begin.has_year() && value_.begin.month == 0 && value_.begin.season == 0) {
    return read_field(value_.literal);
  }
  if (scene_.sort_key) return sort_key();
  if (value_.is_range) return range();
  return side(value_.begin, 0, parts_.size());
}

}  // namespace

Node render_date(const DateText& wanted, const DateValue& value, const Scene& scene) {
  return DatePrinter(wanted, value, scene).print();
}

}  // namespace bifolio::cite
