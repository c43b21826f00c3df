#include "cite/grammar_read.h"

#include <algorithm>
#include <charconv>

namespace bifolio::cite {

using syntax::XmlNode;

bool is_element(const XmlNode& node) {
  return !node.is_text();
}

void Grammar::fail(const XmlNode& node, std::string detail) {
  if (!fault_) fault_ = Fault{std::move(detail), node.line, node.column, node.span};
}

bool Grammar::flag(const XmlNode& node, std::string_view attribute, bool otherwise) {
  return one_of(node, attribute, otherwise, {{"true", true}, {"false", false}});
}

std::optional<int> Grammar::number(const XmlNode& node, std::string_view attribute) {
  const auto* given = node.find(attribute);
  if (!given) return std::nullopt;
  // xs:integer: white space around the digits means nothing.
  std::string_view digits = given->value;
  digits = digits.substr(std::min(digits.find_first_not_of(" \t\n"), digits.size()));
  digits = digits.substr(0, digits.find_last_not_of(" \t\n") + 1);
  int value = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (read.ec == std::errc() && read.ptr == digits.data() + digits.size() && value >= 0) return value;
  fail(node, "\"" + given->value + "\" is no whole number for the attribute " + std::string(attribute));
  return std::nullopt;
}

std::optional<std::string> Grammar::string(const XmlNode& node, std::string_view attribute) {
  const auto* given = node.find(attribute);
  return given ? std::optional(given->value) : std::nullopt;
}

RichStyle Grammar::formatting(const XmlNode& node) {
  RichStyle style;
  using S = RichStyle;
  style.slant = one_of(node, "font-style", S::Slant::inherit,
                       {{"normal", S::Slant::normal}, {"italic", S::Slant::italic}, {"oblique", S::Slant::oblique}});
  style.weight = one_of(node, "font-weight", S::Weight::inherit,
                        {{"normal", S::Weight::normal}, {"bold", S::Weight::bold}, {"light", S::Weight::light}});
  style.variant = one_of(node, "font-variant", S::Variant::inherit,
                         {{"normal", S::Variant::normal}, {"small-caps", S::Variant::small_caps}});
  style.decoration = one_of(node, "text-decoration", S::Decoration::inherit,
                            {{"none", S::Decoration::none}, {"underline", S::Decoration::underline}});
  style.position =
      one_of(node, "vertical-align", S::Position::inherit,
             {{"baseline", S::Position::baseline}, {"sup", S::Position::superscript}, {"sub", S::Position::subscript}});
  style.display = one_of(node, "display", S::Display::none,
                         {{"block", S::Display::block},
                          {"left-margin", S::Display::left_margin},
                          {"right-inline", S::Display::right_inline},
                          {"indent", S::Display::indent}});
  return style;
}

TextCase Grammar::text_case(const XmlNode& node) {
  return one_of(node, "text-case", TextCase::none,
                {{"lowercase", TextCase::lowercase},
                 {"uppercase", TextCase::uppercase},
                 {"capitalize-first", TextCase::capitalize_first},
                 {"capitalize-all", TextCase::capitalize_all},
                 {"title", TextCase::title},
                 {"sentence", TextCase::sentence}});
}

TermForm Grammar::term_form(const XmlNode& node) {
  return one_of(node, "form", TermForm::long_form,
                {{"long", TermForm::long_form},
                 {"short", TermForm::short_form},
                 {"verb", TermForm::verb},
                 {"verb-short", TermForm::verb_short},
                 {"symbol", TermForm::symbol}});
}

Look Grammar::look(const XmlNode& node) {
  Look look;
  look.prefix = node.attribute("prefix");
  look.suffix = node.attribute("suffix");
  look.delimiter = node.attribute("delimiter");
  look.has_delimiter = node.find("delimiter") != nullptr;
  look.style = formatting(node);
  look.text_case = text_case(node);
  look.quotes = flag(node, "quotes");
  look.strip_periods = flag(node, "strip-periods");
  return look;
}

DatePart Grammar::date_part(const XmlNode& node) {
  DatePart part;
  part.name = one_of(node, "name", DatePartName::year,
                     {{"year", DatePartName::year}, {"month", DatePartName::month}, {"day", DatePartName::day}});
  part.form = one_of(node, "form", DatePartForm::automatic,
                     {{"numeric", DatePartForm::numeric},
                      {"numeric-leading-zeros", DatePartForm::leading_zeros},
                      {"ordinal", DatePartForm::ordinal},
                      {"long", DatePartForm::long_form},
                      {"short", DatePartForm::short_form}});
  part.look = look(node);
  part.range_delimiter = string(node, "range-delimiter");
  return part;
}

DateFormat Grammar::date_format(const XmlNode& node) {
  DateFormat format;
  format.look = look(node);
  format.delimiter = format.look.delimiter;
  for (const XmlNode& child : node.children) {
    if (child.name == "date-part") format.parts.push_back(date_part(child));
  }
  return format;
}

namespace {

Gender gender(Grammar& grammar, const XmlNode& node, std::string_view attribute) {
  return grammar.one_of(node, attribute, Gender::neuter,
                        {{"masculine", Gender::masculine}, {"feminine", Gender::feminine}});
}

}  // namespace

void Grammar::ordinal(const XmlNode& node, LocaleLayer& layer) {
  using Match = OrdinalSuffix::Match;
  OrdinalSuffix suffix;
  const std::string_view name = node.attribute("name");
  if (name.size() > 8) std::from_chars(name.data() + 8, name.data() + name.size(), suffix.number);
  suffix.match = one_of(node, "match", suffix.number < 10 ? Match::last_digit : Match::last_two_digits,
                        {{"last-digit", Match::last_digit},
                         {"last-two-digits", Match::last_two_digits},
                         {"whole-number", Match::whole_number}});
  suffix.gender = gender(*this, node, "gender-form");
  suffix.text = node.content();
  layer.ordinals.push_back(std::move(suffix));
}

void Grammar::terms(const XmlNode& node, LocaleLayer& layer) {
  for (const XmlNode& child : node.children) {
    if (child.name != "term") continue;
    const std::string_view name = child.attribute("name");
    if (name == "ordinal" || (name.starts_with("ordinal-") && name.size() == 10)) ordinal(child, layer);
    Term term;
    term.gender = gender(*this, child, "gender");
    const XmlNode* single = child.child("single");
    const XmlNode* multiple = child.child("multiple");
    term.single = single ? single->content() : child.content();
    term.multiple = multiple ? multiple->content() : term.single;
    layer.terms[term_key(name, term_form(child), cite::gender(*this, child, "gender-form"))] = std::move(term);
  }
}

std::shared_ptr<const LocaleLayer> Grammar::locale(const XmlNode& node) {
  auto layer = std::make_shared<LocaleLayer>();
  layer->language = node.attribute("xml:lang");
  for (const XmlNode& child : node.children) {
    if (child.name == "terms") terms(child, *layer);
    if (child.name == "date") {
      const bool is_text = child.attribute("form") == "text";
      (is_text ? layer->text_date : layer->numeric_date) = date_format(child);
    }
    if (child.name == "style-options") {
      if (child.find("punctuation-in-quote")) layer->punctuation_in_quote = flag(child, "punctuation-in-quote");
      if (child.find("limit-day-ordinals-to-day-1")) {
        layer->limit_day_ordinals = flag(child, "limit-day-ordinals-to-day-1");
      }
    }
  }
  return layer;
}

}  // namespace bifolio::cite
