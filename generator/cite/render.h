// One cite, or one entry of the bibliography, as a tree of nodes.
#pragma once

#include <bitset>
#include <vector>

#include "cite/item.h"
#include "cite/locale.h"
#include "cite/node.h"
#include "cite/style.h"

namespace bifolio::cite {

/// How far one printed list of names was expanded to tell works apart.
struct NamesExpansion {
  int added = 0;                         ///< names beyond et-al-use-first
  std::vector<std::uint8_t> given = {};  ///< by name: 0 as the style says, 1 initials, 2 all of it
  bool operator==(const NamesExpansion&) const = default;
};

/// What disambiguation decided for a work.
struct Expansion {
  std::vector<NamesExpansion> names = {};  ///< by list of names, in the order printed
  int conditions = 0;                      ///< how many tests `disambiguate="true"` of a cite hold, in order
  int year_suffix = 0;                     ///< 1 = a; 0 = none
  bool operator==(const Expansion&) const = default;
};

/// What the text around says about a cite.
struct Place {
  Position position = Position::first;
  bool is_near = false;
  int first_note = 0;  ///< note of the first cite of this work; 0 = none
  int citation_number = 0;
  std::string_view locator = {};
  Locator locator_label = Locator::none;
  bool suppress_author = false;
  bool starts_sentence = true;  ///< nothing stands before, or a sentence has ended
};

/// A list of names as it was printed, for disambiguation.
struct PrintedNames {
  std::vector<Person> people;
  int shown = 0;
  NameForm form = NameForm::long_form;
  bool has_initials = false;  ///< the style abbreviates given names
};

struct Scene {
  const Style& style;
  const Item& item;
  const Locale& locale;
  Area area = Area::citation;
  Place place = {};
  const Expansion* expansion = nullptr;
  const Locale* around = nullptr;     ///< of the text that cites; its words name locators
  const SortKey* sort_key = nullptr;  ///< while a sort key is made
  bool is_compared = false;           ///< while works are told apart
};

/// Renders with a scene; holds what one cite remembers from element to element.
class Renderer {
 public:
  explicit Renderer(const Scene& scene) : scene_(scene) {}

  Node render(const Layout&);
  Node render(const Elements&, std::string_view delimiter = {});

  const std::vector<PrintedNames>& printed_names() const { return printed_names_; }
  int disambiguation_tests() const { return asked_; }

 private:
  void add(const Element&, std::vector<Node>& out);
  Node text(const VariableText&, const Look&);
  Node macro(const MacroText&, const Look&);
  Node term(const TermText&, const Look&);
  Node value(const ValueText&, const Look&);
  Node number(const NumberText&, const Look&);
  Node label(const LabelText&, const Look&);
  Node group(const GroupText&, const Look&);
  Node group_of(const Elements&, const Look&, std::string_view delimiter);
  Node date(const DateText&, const Look&);
  Node names(const NamesText&, const Look&);

  // names.cpp
  Node substitute(const NamesText&, const Look&);
  Node name_list(const NamesText&, const std::vector<Person>&, const NameOptions&);
  Node name_label(const NamesText&, std::string_view term, std::size_t count);
  int shown_names(const NameOptions&, std::size_t count, const NamesExpansion&);

  // conditions.cpp
  const Elements* choose(const ChooseText&);
  bool holds(const Condition&);
  bool has_variable(Variable) const;
  bool is_numeric_variable(Variable) const;

  bool is_suppressed(Variable variable) const { return suppressed_.test(static_cast<std::size_t>(variable)); }
  void note_variable(Variable, bool is_printed);
  std::string_view variable_text(Variable) const;
  Node finish(Node, const Look&);
  void add_year_suffix(Node&, std::string_view joiner);
  Node plain_variable(Variable, std::string text);
  bool opens_sentence() const;

  const Scene& scene_;
  std::bitset<128> suppressed_ = {};  ///< variables already printed by a substitution
  int called_ = 0, printed_ = 0;      ///< variables asked for, and those that gave text: groups compare
  std::vector<PrintedNames> printed_names_ = {};
  std::vector<Variable> rendered_ = {};  ///< while a substitution is tried
  bool is_substituting_ = false;
  int asked_ = 0;  ///< tests of `disambiguate`
  bool year_suffix_printed_ = false;
  bool has_output_ = false;
  int budget_ = 200'000;  ///< elements; macros that call macros could multiply without end
};

/// The node of a date, without its element's own look. Empty where it prints nothing.
Node render_date(const DateText&, const DateValue&, const Scene&);

/// ICU's name of a locale: text case depends on it (Turkish i).
const char* icu_locale(const Scene&);

}  // namespace bifolio::cite
