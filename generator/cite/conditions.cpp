// cs:choose: CSL 1.0.2, “Choose”.
#include <algorithm>

#include "cite/numbers.h"
#include "cite/render.h"

namespace bifolio::cite {

const Elements* Renderer::choose(const ChooseText& choose) {
  for (const Branch& branch : choose.branches) {
    if (branch.condition.is_else || holds(branch.condition)) return &branch.children;
  }
  return nullptr;
}

bool Renderer::has_variable(Variable variable) const {
  if (is_suppressed(variable)) return false;
  switch (variable) {
    case Variable::locator: return !scene_.place.locator.empty();
    case Variable::citation_number: return scene_.place.citation_number > 0;
    case Variable::first_reference_note_number: return scene_.place.first_note > 0;
    case Variable::year_suffix: return scene_.expansion && scene_.expansion->year_suffix > 0;
    default: break;
  }
  switch (kind(variable)) {
    case VariableKind::name: return scene_.item.people(variable) != nullptr;
    case VariableKind::date: return scene_.item.date(variable) != nullptr;
    case VariableKind::none: return false;
    default: return !scene_.item.text(variable).empty();
  }
}

bool Renderer::is_numeric_variable(Variable variable) const {
  if (variable == Variable::citation_number) return scene_.place.citation_number > 0;
  if (kind(variable) == VariableKind::date) return scene_.item.date(variable) != nullptr;
  return is_numeric(variable_text(variable));
}

namespace {

/// Collects the answers of a condition's tests until the outcome is known.
class Verdict {
 public:
  explicit Verdict(Match match) : match_(match) {}
  void add(bool answer) { (answer ? any_ : not_all_) = true; }
  bool outcome() const {
    switch (match_) {
      case Match::all: return !not_all_;
      case Match::any: return any_;
      case Match::none: return !any_;
    }
    return false;
  }

 private:
  Match match_;
  bool any_ = false, not_all_ = false;
};

bool matches(Position actual, bool is_near, Position wanted) {
  switch (wanted) {
    case Position::first: return actual == Position::first;
    case Position::subsequent: return actual != Position::first;
    case Position::ibid: return actual == Position::ibid || actual == Position::ibid_with_locator;
    case Position::ibid_with_locator: return actual == Position::ibid_with_locator;
    case Position::near_note: return is_near;
  }
  return false;
}

template <typename Enum, typename Test>
void for_each_in(SetOf<Enum> set, Test test) {
  for (unsigned i = 0; i < 64; ++i) {
    if ((set.bits >> i) & 1) test(static_cast<Enum>(i));
  }
}

}  // namespace

bool Renderer::holds(const Condition& condition) {
  Verdict verdict(condition.match);
  for (const Variable variable : condition.variables) verdict.add(has_variable(variable));
  for (const Variable variable : condition.numeric) verdict.add(is_numeric_variable(variable));
  for (const Variable variable : condition.uncertain_dates) {
    const DateValue* date = scene_.item.date(variable);
    verdict.add(date && date->is_circa);
  }
  for_each_in(condition.types, [&](ItemType type) { verdict.add(scene_.item.type == type); });
  for_each_in(condition.locators, [&](Locator locator) {
    verdict.add(!scene_.place.locator.empty() && scene_.place.locator_label == locator);
  });
  for (int i = 0; i < condition.unknown_types + condition.unknown_locators; ++i) verdict.add(false);
  // In a bibliography no position holds (CSL 1.0.2, “Choose”).
  for_each_in(condition.positions, [&](Position position) {
    verdict.add(scene_.area == Area::citation && matches(scene_.place.position, scene_.place.is_near, position));
  });
  if (condition.disambiguate) {
    ++asked_;
    verdict.add((scene_.expansion && asked_ <= scene_.expansion->conditions) == *condition.disambiguate);
  }
  return verdict.outcome();
}

}  // namespace bifolio::cite
