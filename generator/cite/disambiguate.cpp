// Works that would print alike are told apart: CSL 1.0.2, “Disambiguation”.
//
// First given names are expanded wherever the rule looks at names alone. Then
// works whose cites read the same are taken group by group: names are added and
// (rule by-cite) given names expanded, one step at a time. A step that parts the
// group is kept and each part goes on by itself; steps that part nothing are
// undone. What still reads the same gets what `disambiguate="true"` prints, and
// at last a year suffix.
#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>

#include "cite/processor.h"

namespace bifolio::cite {
namespace {

using Group = std::vector<std::size_t>;  ///< indexes into Registry::works

/// One thing to try: a further name, or more of a given name.
struct Step {
  std::size_t list;
  std::size_t name;
  std::uint8_t given;  ///< 0: show one more name
};

/// "J. J." and "J.J." are the same person's initials.
void drop_spaces_between_initials(std::string& text) {
  for (std::size_t at = text.find(". "); at != text.npos; at = text.find(". ", at)) text.erase(at + 1, 1);
}

/// A cite as it reads, and the names in it.
struct Reading {
  std::string text;
  std::vector<PrintedNames> names;
  int conditions = 0;  ///< tests of `disambiguate` it came upon
};

class Disambiguator {
 public:
  Disambiguator(Registry& registry, const Style& style) : registry_(registry), style_(style), rules_(style.citation) {}
  void run();

 private:
  Reading read(std::size_t work) const;
  void expand_given_names();
  std::vector<Group> ambiguous_groups() const;
  std::vector<Group> part(const Group&) const;
  std::vector<Step> steps(const Group&) const;
  void apply(const Group&, const Step&);
  bool has_same_people(const Group&) const;
  void try_names(const Group&);
  void try_conditions(const Group&, int count);
  void restore(const Group&, const std::vector<Expansion>&);
  std::vector<Expansion> save(const Group&) const;
  void number_years();

  Registry& registry_;
  const Style& style_;
  const CitationArea& rules_;
};

Reading Disambiguator::read(std::size_t index) const {
  const Registered& work = registry_.works[index];
  Scene scene{style_, work.item, *work.item.locale, Area::citation, {}, &work.expansion};
  scene.place.citation_number = work.number;
  // Cites are compared in the form they take from the second time on.
  scene.place.position = Position::subsequent;
  scene.is_compared = true;
  Renderer renderer(scene);
  Reading reading;
  reading.text = raw_text(renderer.render(layout_for(rules_.layouts, work.item)));
  drop_spaces_between_initials(reading.text);
  reading.names = renderer.printed_names();
  reading.conditions = renderer.disambiguation_tests();
  return reading;
}

/// How far a given name can be expanded from what the style prints: first to initials, then in full.
std::vector<std::uint8_t> given_levels(const PrintedNames& names) {
  if (names.form == NameForm::short_form)
    return names.has_initials ? std::vector<std::uint8_t>{1, 2} : std::vector<std::uint8_t>{2};
  if (names.form == NameForm::long_form && names.has_initials) return {2};
  return {};
}

std::string family_of(const Person& person) {
  return person.non_dropping + "\n" + person.family + person.literal;
}

std::string initial_of(const Person& person) {
  return person.given.substr(0, 1);
}

void set_given(Expansion& expansion, std::size_t list, std::size_t name, std::uint8_t level) {
  if (expansion.names.size() <= list) expansion.names.resize(list + 1);
  auto& given = expansion.names[list].given;
  if (given.size() <= name) given.resize(name + 1);
  given[name] = level;
}

/// People who share a family name, as far as the rule looks.
struct Namesakes {
  std::map<std::string, std::vector<std::string>> by_initial;  ///< initial → distinct given names
  void add(const Person& person) {
    auto& given = by_initial[initial_of(person)];
    std::string full = person.given + "\n" + person.dropping + "\n" + person.suffix;
    drop_spaces_between_initials(full);
    if (std::find(given.begin(), given.end(), full) == given.end()) given.push_back(full);
  }
};

void Disambiguator::expand_given_names() {
  const GivenNameRule rule = rules_.given_name_rule;
  if (!rules_.add_given_names || rule == GivenNameRule::by_cite) return;
  const bool primary_only = rule == GivenNameRule::primary_name || rule == GivenNameRule::primary_name_with_initials;
  const bool initials_only =
      rule == GivenNameRule::all_names_with_initials || rule == GivenNameRule::primary_name_with_initials;
  std::unordered_map<std::string, Namesakes> all;
  std::vector<std::vector<PrintedNames>> lists(registry_.works.size());
  const auto looked_at = [&](const PrintedNames& names) {
    const std::size_t shown = rules_.add_names ? names.people.size() : static_cast<std::size_t>(names.shown);
    return primary_only ? std::min<std::size_t>(shown, 1) : shown;
  };
  for (std::size_t i = 0; i < lists.size(); ++i) {
    lists[i] = read(i).names;
    for (const PrintedNames& names : lists[i]) {
      for (std::size_t n = 0; n < looked_at(names); ++n) all[family_of(names.people[n])].add(names.people[n]);
    }
  }
  for (std::size_t i = 0; i < lists.size(); ++i) {
    for (std::size_t l = 0; l < lists[i].size(); ++l) {
      const auto levels = given_levels(lists[i][l]);
      if (levels.empty()) continue;
      for (std::size_t n = 0; n < looked_at(lists[i][l]); ++n) {
        const Person& person = lists[i][l].people[n];
        const Namesakes& same = all[family_of(person)];
        const bool shares_initial = same.by_initial.at(initial_of(person)).size() > 1;
        const bool shares_family = same.by_initial.size() > 1 || shares_initial;
        if (!shares_family || (initials_only && same.by_initial.size() < 2)) continue;
        const bool needs_full = shares_initial && !initials_only;
        const std::uint8_t level = needs_full ? levels.back() : levels.front();
        // Initials alone may not help: full names are not allowed, then nothing is expanded.
        if (initials_only && level == 2) continue;
        set_given(registry_.works[i].expansion, l, n, level);
      }
    }
  }
}

std::vector<Group> Disambiguator::part(const Group& group) const {
  std::vector<Group> parts;
  std::unordered_map<std::string, std::size_t> seen;
  for (const std::size_t work : group) {
    const auto [at, is_new] = seen.try_emplace(read(work).text, parts.size());
    if (is_new) parts.emplace_back();
    parts[at->second].push_back(work);
  }
  return parts;
}

std::vector<Group> Disambiguator::ambiguous_groups() const {
  std::vector<Group> groups = part(registry_.order);
  std::erase_if(groups, [](const Group& group) { return group.size() < 2; });
  return groups;
}

/// Everything that may be tried, in order: of each list, name by name, first the
/// given name of those shown, then one name more.
std::vector<Step> Disambiguator::steps(const Group& group) const {
  const bool with_given = rules_.add_given_names && rules_.given_name_rule == GivenNameRule::by_cite;
  std::vector<Step> out;
  std::vector<PrintedNames> lists;
  for (const std::size_t work : group) {
    Reading reading = read(work);
    for (std::size_t l = 0; l < reading.names.size(); ++l) {
      if (l == lists.size()) lists.push_back(reading.names[l]);
      if (reading.names[l].people.size() > lists[l].people.size()) lists[l].people = reading.names[l].people;
      lists[l].shown = std::min(lists[l].shown, reading.names[l].shown);
    }
  }
  for (std::size_t l = 0; l < lists.size(); ++l) {
    const auto levels = with_given ? given_levels(lists[l]) : std::vector<std::uint8_t>{};
    const std::size_t reach = rules_.add_names ? lists[l].people.size() : static_cast<std::size_t>(lists[l].shown);
    for (std::size_t n = 0; n < reach; ++n) {
      if (n >= static_cast<std::size_t>(lists[l].shown)) out.push_back({l, n, 0});
      for (const std::uint8_t level : levels) out.push_back({l, n, level});
    }
  }
  return out;
}

void Disambiguator::apply(const Group& group, const Step& step) {
  for (const std::size_t work : group) {
    Expansion& expansion = registry_.works[work].expansion;
    if (step.given > 0) {
      set_given(expansion, step.list, step.name, step.given);
    } else {
      if (expansion.names.size() <= step.list) expansion.names.resize(step.list + 1);
      ++expansion.names[step.list].added;
    }
  }
}

std::vector<Expansion> Disambiguator::save(const Group& group) const {
  std::vector<Expansion> saved;
  for (const std::size_t work : group) saved.push_back(registry_.works[work].expansion);
  return saved;
}

void Disambiguator::restore(const Group& group, const std::vector<Expansion>& saved) {
  for (std::size_t i = 0; i < group.size(); ++i) registry_.works[group[i]].expansion = saved[i];
}

bool Disambiguator::has_same_people(const Group& group) const {
  const Reading first = read(group[0]);
  return std::all_of(group.begin() + 1, group.end(), [&](std::size_t work) {
    const Reading other = read(work);
    return std::equal(first.names.begin(), first.names.end(), other.names.begin(), other.names.end(),
                      [](const PrintedNames& a, const PrintedNames& b) { return a.people == b.people; });
  });
}

void Disambiguator::try_names(const Group& group) {
  if (has_same_people(group)) return;  // no name can part them
  const std::vector<Step> all = steps(group);
  const std::vector<Expansion> before = save(group);
  for (const Step& step : all) {
    const std::vector<Expansion> last = save(group);
    apply(group, step);
    const std::vector<Group> parts = part(group);
    if (parts.size() > 1) {
      for (const Group& each : parts) {
        if (each.size() > 1) try_names(each);
      }
      return;
    }
    // A given name that told nothing apart goes back; a further name stays while more are tried.
    if (step.given > 0) restore(group, last);
  }
  restore(group, before);
}

void Disambiguator::try_conditions(const Group& group, int count) {
  const std::vector<Expansion> before = save(group);
  int most = 0;
  for (const std::size_t work : group) most = std::max(most, read(work).conditions);
  for (; count <= most; ++count) {
    for (const std::size_t work : group) registry_.works[work].expansion.conditions = count;
    const std::vector<Group> parts = part(group);
    if (parts.size() < 2) continue;
    for (const Group& each : parts) {
      if (each.size() > 1) try_conditions(each, count + 1);
    }
    return;
  }
  restore(group, before);
}

/// Letters go by the order of the bibliography.
void Disambiguator::number_years() {
  for (const Group& group : ambiguous_groups()) {
    for (std::size_t i = 0; i < group.size(); ++i)
      registry_.works[group[i]].expansion.year_suffix = static_cast<int>(i) + 1;
  }
}

void Disambiguator::run() {
  expand_given_names();
  const bool by_cite = rules_.add_given_names && rules_.given_name_rule == GivenNameRule::by_cite;
  if (rules_.add_names || by_cite) {
    for (const Group& group : ambiguous_groups()) try_names(group);
  }
  if (style_.tests_disambiguation) {
    for (const Group& group : ambiguous_groups()) try_conditions(group, 1);
  }
  if (rules_.add_year_suffix) number_years();
}

}  // namespace

void disambiguate(Registry& registry, const Style& style, LocaleShelf&) {
  const CitationArea& rules = style.citation;
  const bool is_wanted =
      rules.add_names || rules.add_given_names || rules.add_year_suffix || style.tests_disambiguation;
  if (is_wanted) Disambiguator(registry, style).run();
}

}  // namespace bifolio::cite
