// The grammar of a style: what its XML says, checked, with every name resolved.
// Immutable once read. The XML itself is known only to style_read.cpp and
// locale_read.cpp; everything else in this folder works on these types.
#pragma once

#include <array>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "cite/cite.h"
#include "cite/variable.h"
#include "model/rich_text.h"

namespace bifolio::cite {

enum class TextCase : std::uint8_t { none, lowercase, uppercase, capitalize_first, capitalize_all, title, sentence };
enum class TermForm : std::uint8_t { long_form, short_form, verb, verb_short, symbol };
enum class Gender : std::uint8_t { neuter, masculine, feminine };

/// What any rendering element may carry: CSL 1.0.2, “Affixes”, “Formatting”, “Text-case” …
struct Look {
  std::string prefix = {}, suffix = {}, delimiter = {};
  RichStyle style = {};
  TextCase text_case = TextCase::none;
  bool quotes = false;
  bool strip_periods = false;
  bool has_delimiter = false;
};

struct Element;
using Elements = std::vector<Element>;

struct VariableText {
  Variable variable;
  bool is_short = false;
};
struct MacroText {
  std::size_t macro;
};  ///< index into Style::macros
struct TermText {
  std::string term;
  TermForm form = TermForm::long_form;
  bool is_plural = false;
};
struct ValueText {
  std::string value;
};

enum class NumberForm : std::uint8_t { numeric, ordinal, long_ordinal, roman };
struct NumberText {
  Variable variable;
  NumberForm form = NumberForm::numeric;
};

enum class Plural : std::uint8_t { contextual, always, never };
struct LabelText {
  Variable variable = Variable::none;  ///< unused inside names: there the label is the name variable's
  TermForm form = TermForm::long_form;
  Plural plural = Plural::contextual;
};

enum class DatePartName : std::uint8_t { year, month, day };
enum class DatePartForm : std::uint8_t { automatic, numeric, leading_zeros, ordinal, long_form, short_form };
struct DatePart {
  DatePartName name = DatePartName::year;
  DatePartForm form = DatePartForm::automatic;
  Look look = {};
  std::optional<std::string> range_delimiter = {};
};
enum class DateForm : std::uint8_t { custom, text, numeric };
enum class DatePrecision : std::uint8_t { year, year_month, year_month_day };
/// A custom date has its parts; a localised one may override the look of the locale's parts.
struct DateText {
  Variable variable;
  DateForm form = DateForm::custom;
  DatePrecision precision = DatePrecision::year_month_day;
  std::vector<DatePart> parts = {};
  std::string delimiter = {};
};

enum class And : std::uint8_t { none, text, symbol };
enum class Precedes : std::uint8_t { contextual, after_inverted_name, always, never };
enum class NameForm : std::uint8_t { long_form, short_form, count };
enum class SortOrder : std::uint8_t { none, first, all };

/// Name options as one element gives them; what it leaves out it inherits.
struct NameOptions {
  std::optional<And> name_and = {};
  std::optional<std::string> delimiter = {}, initialize_with = {}, sort_separator = {}, names_delimiter = {};
  std::optional<Precedes> precedes_et_al = {}, precedes_last = {};
  std::optional<int> et_al_min = {}, et_al_use_first = {}, subsequent_min = {}, subsequent_use_first = {};
  std::optional<bool> use_last = {}, initialize = {};
  std::optional<NameForm> form = {};
  std::optional<SortOrder> sort_order = {};

  /// Fills what is not given here from `outer`.
  void inherit(const NameOptions& outer);
};

/// The two places where a macro may be printed, each with its own inherited options.
enum class Area : std::uint8_t { citation, bibliography };

struct NamePart {
  TextCase text_case = TextCase::none;
  Look look = {};
};

struct NamesText {
  std::vector<Variable> variables;
  NameOptions own = {};
  std::array<NameOptions, 2> options = {};  ///< by Area: everything inherited
  bool has_name = false;                    ///< a cs:name child
  Look name_look = {};
  std::optional<NamePart> family = {}, given = {};
  std::string et_al_term = "et-al";
  Look et_al_look = {};
  bool has_et_al = false;
  std::optional<LabelText> label = {};
  Look label_look = {};
  bool label_comes_first = false;
  Elements substitute = {};
};

struct GroupText {
  Elements children;
};

enum class Match : std::uint8_t { all, any, none };
enum class Position : std::uint8_t { first, subsequent, ibid, ibid_with_locator, near_note };

/// All tests of one cs:if, joined by `match`.
struct Condition {
  Match match = Match::all;
  std::vector<Variable> variables, numeric, uncertain_dates;
  SetOf<ItemType> types;
  SetOf<Locator> locators;
  SetOf<Position> positions;
  int unknown_types = 0, unknown_locators = 0;  ///< names that CSL does not know: never true
  std::optional<bool> disambiguate;
  bool is_else = false;
};
struct Branch {
  Condition condition;
  Elements children;
};
struct ChooseText {
  std::vector<Branch> branches;
};

struct Element {
  std::variant<VariableText, MacroText, TermText, ValueText, NumberText, LabelText, DateText, NamesText, GroupText,
               ChooseText>
      value;
  Look look = {};
};

struct Macro {
  std::string name;
  Elements children;
};

struct SortKey {
  Variable variable = Variable::none;
  std::optional<std::size_t> macro = {};
  bool is_descending = false;
  std::optional<int> names_min = {}, names_use_first = {};
  std::optional<bool> names_use_last = {};
};

/// CSL-M gives a layout for each language; standard CSL has one, with no languages.
struct Layout {
  std::vector<std::string> languages = {};
  Elements children = {};
  Look look = {};
};

enum class Collapse : std::uint8_t { none, citation_number, year, year_suffix, year_suffix_ranged };
enum class GivenNameRule : std::uint8_t {
  by_cite,
  all_names,
  all_names_with_initials,
  primary_name,
  primary_name_with_initials
};

struct CitationArea {
  std::vector<Layout> layouts;
  std::vector<SortKey> sort;
  NameOptions names;
  bool add_names = false, add_given_names = false, add_year_suffix = false;
  GivenNameRule given_name_rule = GivenNameRule::by_cite;
  Collapse collapse = Collapse::none;
  std::optional<std::string> cite_group_delimiter = {}, year_suffix_delimiter = {}, after_collapse_delimiter = {};
  int near_note_distance = 5;
};

enum class SecondFieldAlign : std::uint8_t { none, flush, margin };
enum class SubstituteRule : std::uint8_t { complete_all, complete_each, partial_each, partial_first };

struct BibliographyArea {
  std::vector<Layout> layouts;
  std::vector<SortKey> sort;
  NameOptions names;
  bool hanging_indent = false;
  SecondFieldAlign second_field_align = SecondFieldAlign::none;
  std::optional<std::string> author_substitute = {};
  SubstituteRule substitute_rule = SubstituteRule::complete_all;
};

enum class Particles : std::uint8_t { never, sort_only, display_and_sort };
enum class PageRange : std::uint8_t { as_is, chicago, chicago_16, expanded, minimal, minimal_two };

class LocaleLayer;
class Locale;
class Locales;

class Style {
 public:
  std::string title, id;
  std::string default_locale;
  bool is_note = false;
  bool is_numeric = false, is_superscript = false;
  bool numbers_bibliography = false;  ///< its entries print citation-number
  Particles demote_particles = Particles::display_and_sort;
  bool initialize_with_hyphen = true;
  PageRange page_range = PageRange::as_is;
  bool prints_year_suffix = false;    ///< somewhere calls the variable year-suffix
  bool tests_disambiguation = false;  ///< somewhere asks whether it must tell works apart
  NameOptions names;
  std::vector<Macro> macros;
  CitationArea citation;
  std::optional<BibliographyArea> bibliography;
  std::vector<std::shared_ptr<const LocaleLayer>> locale_layers;  ///< cs:locale of the style
  std::shared_ptr<const Locales> locales;
};

}  // namespace bifolio::cite
