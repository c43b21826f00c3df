// Lists of names: CSL 1.0.2, “Names”, “Name”, “Et-al”, “Substitute”, “Label”.
#include <algorithm>

#include "base/unicode.h"
#include "base/utf8.h"
#include "cite/person_name.h"
#include "cite/render.h"
#include "cite/textcase.h"

namespace bifolio::cite {
namespace {

/// Scripts that part words with spaces. Before 等 and 和 stands none.
bool wants_space(std::string_view term) {
  if (term.empty()) return false;
  const char32_t first = decode_utf8(term, 0).code_point;
  const bool is_vav = first == 0x05D5;  // Hebrew “and” is a prefix of the word
  return !is_vav && !is_han(first) && !(first >= 0x3040 && first <= 0x30FF) && !(first >= 0xAC00 && first <= 0xD7A3);
}

/// How a list of names is put together.
struct ListPlan {
  int shown = 0;
  bool has_et_al = false;
  bool uses_last = false;
};

}  // namespace

int Renderer::shown_names(const NameOptions& options, std::size_t count, const NamesExpansion& expansion) {
  const bool is_subsequent = scene_.area == Area::citation && scene_.place.position != Position::first;
  int minimum = options.et_al_min.value_or(0), first = options.et_al_use_first.value_or(1);
  if (is_subsequent) {
    minimum = options.subsequent_min.value_or(minimum);
    first = options.subsequent_use_first.value_or(first);
  }
  if (scene_.sort_key) {
    minimum = scene_.sort_key->names_min.value_or(minimum);
    first = scene_.sort_key->names_use_first.value_or(first);
  }
  const int total = static_cast<int>(count);
  if (minimum <= 0 || total < minimum || first >= total) return total;
  return std::min(first + expansion.added, total);
}

Node Renderer::names(const NamesText& names, const Look& look) {
  const NameOptions& options = names.options[static_cast<std::size_t>(scene_.area)];
  std::vector<Node> lists;
  int count = 0;
  const auto usable = [&](Variable variable) -> const std::vector<Person>* {
    // In a substitution a person is named once, whatever macros ask for.
    const bool is_used = is_substituting_ && std::find(rendered_.begin(), rendered_.end(), variable) != rendered_.end();
    return is_suppressed(variable) || is_used ? nullptr : scene_.item.people(variable);
  };
  // One person who edits and translates is named once, with the joint label (CSL 1.0.2, “Names”).
  const auto has = [&](Variable v) {
    return std::find(names.variables.begin(), names.variables.end(), v) != names.variables.end();
  };
  const std::vector<Person>* editors =
      has(Variable::editor) && has(Variable::translator) ? usable(Variable::editor) : nullptr;
  const std::vector<Person>* translators = editors ? usable(Variable::translator) : nullptr;
  const bool is_joint = editors && translators && *editors == *translators && scene_.locale.find("editortranslator") &&
                        !scene_.locale.term("editortranslator").empty();
  bool any = false, joint_printed = false;
  for (const Variable variable : names.variables) {
    const std::vector<Person>* people = usable(variable);
    note_variable(variable, people != nullptr);
    if (!people) continue;
    any = true;
    const bool is_half = is_joint && (variable == Variable::editor || variable == Variable::translator);
    if (is_half && std::exchange(joint_printed, true)) continue;
    const std::string_view term = is_half ? std::string_view("editortranslator") : name(variable);
    Node list = name_list(names, *people, options);
    list.variable = variable;
    count += printed_names_.back().shown;
    if (options.form.value_or(NameForm::long_form) == NameForm::count) continue;
    Node label = name_label(names, term, people->size());
    std::vector<Node> both;
    if (!label.is_empty() && names.label_comes_first) both.push_back(std::move(label));
    both.push_back(std::move(list));
    if (!label.is_empty() && !names.label_comes_first) both.push_back(std::move(label));
    lists.push_back(both.size() == 1 ? std::move(both[0]) : Node::group(std::move(both)));
  }
  if (!any) return substitute(names, look);
  if (options.form.value_or(NameForm::long_form) == NameForm::count) {
    return finish(Node::leaf(std::to_string(count)), look);
  }
  Node node = Node::group(std::move(lists));
  node.role = Role::names;
  node.delimiter = look.has_delimiter        ? std::string_view(look.delimiter)
                   : options.names_delimiter ? std::string_view(*options.names_delimiter)
                                             : "";
  return finish(std::move(node), look);
}

Node Renderer::substitute(const NamesText& names, const Look& look) {
  for (const Element& element : names.substitute) {
    const bool was = std::exchange(is_substituting_, true);
    const std::size_t mark = rendered_.size();
    std::vector<Node> out;
    add(element, out);
    is_substituting_ = was;
    std::vector<Variable> used(rendered_.begin() + static_cast<std::ptrdiff_t>(mark), rendered_.end());
    if (!was) rendered_.resize(mark);
    if (out.empty()) continue;
    for (const Variable variable : used) suppressed_.set(static_cast<std::size_t>(variable));
    Node node = Node::group(std::move(out));
    node.role = Role::names;
    const bool is_names = std::holds_alternative<NamesText>(element.value);
    if (!is_names) return finish(std::move(node), look);
    return finish(std::move(node), look);
  }
  return {};
}

Node Renderer::name_label(const NamesText& names, std::string_view term, std::size_t count) {
  if (!names.label || scene_.sort_key) return {};
  const bool plural = names.label->plural == Plural::always || (names.label->plural == Plural::contextual && count > 1);
  return finish(Node::leaf(std::string(scene_.locale.term(term, names.label->form, plural))), names.label_look);
}

namespace {

/// Joins the written names: delimiters, “and”, “et al.”, the last name after an ellipsis.
class NameJoiner {
 public:
  NameJoiner(const NamesText& names, const NameOptions& options, const Scene& scene)
      : names_(names),
        options_(options),
        scene_(scene),
        delimiter_(options.delimiter ? std::string_view(*options.delimiter) : ", ") {}

  Node join(std::vector<Node> people, Node last, const ListPlan& plan, const std::vector<bool>& inverted) const;

 private:
  static bool precedes(Precedes rule, bool contextual, bool after_inverted) {
    switch (rule) {
      case Precedes::contextual: return contextual;
      case Precedes::after_inverted_name: return after_inverted;
      case Precedes::always: return true;
      case Precedes::never: return false;
    }
    return false;
  }
  std::string and_between(std::size_t count, bool after_inverted) const;
  void add_et_al(std::vector<Node>& out, std::size_t shown, bool after_inverted) const;

  const NamesText& names_;
  const NameOptions& options_;
  const Scene& scene_;
  std::string_view delimiter_;
};

std::string NameJoiner::and_between(std::size_t count, bool after_inverted) const {
  const And kind = scene_.sort_key ? And::none : options_.name_and.value_or(And::none);
  if (kind == And::none) return std::string(delimiter_);
  const std::string word = kind == And::symbol ? "&" : std::string(scene_.locale.term("and"));
  if (word.empty()) return std::string(delimiter_);
  const bool with_delimiter =
      precedes(options_.precedes_last.value_or(Precedes::contextual), count > 2, after_inverted);
  const std::string_view space = wants_space(word) ? " " : "";
  const std::string before = with_delimiter ? std::string(delimiter_) : std::string(space);
  return before + word + std::string(space);
}

void NameJoiner::add_et_al(std::vector<Node>& out, std::size_t shown, bool after_inverted) const {
  const std::string term(scene_.locale.term(names_.et_al_term));
  if (term.empty()) return;
  const bool with_delimiter =
      precedes(options_.precedes_et_al.value_or(Precedes::contextual), shown > 1, after_inverted);
  const std::string before = with_delimiter ? std::string(delimiter_) : wants_space(term) ? " " : "";
  if (!before.empty()) out.push_back(Node::leaf(before, Role::affix));
  Node node = Node::leaf(term);
  dress(node, names_.et_al_look);
  out.push_back(std::move(node));
}

Node NameJoiner::join(std::vector<Node> people, Node last, const ListPlan& plan,
                      const std::vector<bool>& inverted) const {
  std::vector<Node> out;
  const std::size_t count = people.size();
  for (std::size_t i = 0; i < count; ++i) {
    const bool ends = i + 1 == count && i > 0 && !plan.has_et_al && !plan.uses_last;
    if (i > 0)
      out.push_back(Node::leaf(ends ? and_between(count, inverted[i - 1]) : std::string(delimiter_), Role::affix));
    out.push_back(std::move(people[i]));
  }
  if (plan.uses_last) {
    out.push_back(Node::leaf(std::string(delimiter_) + "… ", Role::affix));
    out.push_back(std::move(last));
  } else if (plan.has_et_al && count > 0) {
    add_et_al(out, count, inverted[count - 1]);
  }
  return Node::group(std::move(out));
}

}  // namespace

Node Renderer::name_list(const NamesText& names, const std::vector<Person>& people, const NameOptions& options) {
  static const NamesExpansion kNone;
  const std::size_t index = printed_names_.size();
  const bool has_expansion =
      scene_.expansion && scene_.area == Area::citation && index < scene_.expansion->names.size();
  const NamesExpansion& expansion = has_expansion ? scene_.expansion->names[index] : kNone;
  const NameForm form = options.form.value_or(NameForm::long_form);
  ListPlan plan;
  plan.shown = shown_names(options, people.size(), expansion);
  printed_names_.push_back(
      {people, plan.shown, form, options.initialize_with.has_value() && options.initialize.value_or(true)});
  const std::size_t shown = static_cast<std::size_t>(plan.shown);
  plan.has_et_al = shown < people.size();
  const bool use_last = scene_.sort_key && scene_.sort_key->names_use_last ? *scene_.sort_key->names_use_last
                                                                           : options.use_last.value_or(false);
  plan.uses_last = plan.has_et_al && use_last && shown + 1 < people.size() && shown > 0;

  const SortOrder order = scene_.sort_key ? SortOrder::all : options.sort_order.value_or(SortOrder::none);
  const auto write = [&](std::size_t i) {
    NameManner manner{names, options, scene_.style.demote_particles};
    manner.is_inverted = order == SortOrder::all || (order == SortOrder::first && i == 0);
    manner.form = form;
    manner.initialize_with_hyphen = scene_.style.initialize_with_hyphen;
    manner.is_sort_key = scene_.sort_key != nullptr;
    manner.is_english = scene_.item.is_english;
    manner.locale = icu_locale(scene_);
    const std::uint8_t given = i < expansion.given.size() ? expansion.given[i] : 0;
    if (given > 0) manner.form = NameForm::long_form;
    manner.initializes = given < 2;
    return write_person(people[i], manner);
  };
  std::vector<Node> written;
  std::vector<bool> inverted;
  for (std::size_t i = 0; i < shown; ++i) {
    written.push_back(write(i));
    inverted.push_back(order == SortOrder::all || (order == SortOrder::first && i == 0));
  }
  Node last = plan.uses_last ? write(people.size() - 1) : Node{};
  Node list = NameJoiner(names, options, scene_).join(std::move(written), std::move(last), plan, inverted);
  list = finish(std::move(list), names.name_look);
  list.role = Role::name_list;
  return list;
}

}  // namespace bifolio::cite
