#include "cite/render.h"

#include <algorithm>

#include "cite/field_text.h"
#include "cite/numbers.h"
#include "cite/textcase.h"

namespace bifolio::cite {

const char* icu_locale(const Scene& scene) {
  return scene.item.language.empty() ? scene.locale.language().c_str() : scene.item.language.c_str();
}

Node Renderer::render(const Layout& layout) {
  Node node = render(layout.children);
  return node;
}

Node Renderer::render(const Elements& elements, std::string_view delimiter) {
  std::vector<Node> children;
  for (const Element& element : elements) add(element, children);
  Node node = Node::group(std::move(children));
  node.delimiter = delimiter;
  return node;
}

void Renderer::add(const Element& element, std::vector<Node>& out) {
  if (--budget_ < 0) return;
  // The children of cs:choose stand where it stands, so that the group's delimiter parts them.
  if (const auto* choice = std::get_if<ChooseText>(&element.value)) {
    if (const Elements* chosen = choose(*choice)) {
      for (const Element& child : *chosen) add(child, out);
    }
    return;
  }
  const auto render_one = [&](const auto& value) -> Node {
    using T = std::decay_t<decltype(value)>;
    if constexpr (std::is_same_v<T, VariableText>)
      return text(value, element.look);
    else if constexpr (std::is_same_v<T, MacroText>)
      return macro(value, element.look);
    else if constexpr (std::is_same_v<T, TermText>)
      return term(value, element.look);
    else if constexpr (std::is_same_v<T, ValueText>)
      return this->value(value, element.look);
    else if constexpr (std::is_same_v<T, NumberText>)
      return number(value, element.look);
    else if constexpr (std::is_same_v<T, LabelText>)
      return label(value, element.look);
    else if constexpr (std::is_same_v<T, DateText>)
      return date(value, element.look);
    else if constexpr (std::is_same_v<T, NamesText>)
      return names(value, element.look);
    else if constexpr (std::is_same_v<T, GroupText>)
      return group(value, element.look);
    else
      return Node{};
  };
  Node node = std::visit(render_one, element.value);
  if (!node.is_empty()) out.push_back(std::move(node));
}

void Renderer::note_variable(Variable variable, bool is_printed) {
  ++called_;
  if (!is_printed) return;
  ++printed_;
  if (is_substituting_) rendered_.push_back(variable);
}

/// A term that begins a note or an entry has a capital; in a text it stands in a sentence.
bool Renderer::opens_sentence() const {
  const bool is_in_text = scene_.area == Area::citation && !scene_.style.is_note;
  return !has_output_ && !is_in_text && scene_.place.starts_sentence && !scene_.sort_key;
}

Node Renderer::finish(Node node, const Look& look) {
  if (node.is_empty()) return {};
  has_output_ = true;
  if (look.strip_periods) strip_periods(node);
  apply_case(node, look.text_case, scene_.item.is_english, icu_locale(scene_));
  // A field's own marks flip inside formatting; the style's formatting goes around it.
  const bool is_marked = node.role == Role::field && (look.quotes || look.style != RichStyle{});
  const bool is_dressed =
      is_marked || !node.prefix.empty() || !node.suffix.empty() || node.style != RichStyle{} || node.quotes;
  if (is_dressed) {
    std::vector<Node> inner;
    inner.push_back(std::move(node));
    node = Node::group(std::move(inner));
  }
  dress(node, look);
  return node;
}

Node Renderer::plain_variable(Variable variable, std::string text) {
  Node node = Node::leaf(std::move(text));
  node.variable = variable;
  return node;
}

std::string_view Renderer::variable_text(Variable variable) const {
  if (is_suppressed(variable)) return {};
  if (variable == Variable::locator) return scene_.place.locator;
  return scene_.item.text(variable);
}

Node Renderer::text(const VariableText& wanted, const Look& look) {
  Variable variable = wanted.variable;
  if (wanted.is_short && variable == Variable::title && !scene_.item.text(Variable::title_short).empty()) {
    variable = Variable::title_short;
  } else if (wanted.is_short && variable == Variable::container_title &&
             !scene_.item.text(Variable::container_title_short).empty()) {
    variable = Variable::container_title_short;
  }
  Node node;
  switch (variable) {
    case Variable::citation_number:
      if (scene_.place.citation_number > 0)
        node = plain_variable(variable, std::to_string(scene_.place.citation_number));
      node.role = Role::citation_number;
      break;
    case Variable::year_suffix:
      if (scene_.expansion && scene_.expansion->year_suffix > 0 && !is_suppressed(variable)) {
        node = plain_variable(variable, year_suffix_letters(scene_.expansion->year_suffix));
      }
      node.role = Role::year_suffix;
      break;
    case Variable::first_reference_note_number:
      if (scene_.place.first_note > 0) node = plain_variable(variable, std::to_string(scene_.place.first_note));
      break;
    case Variable::page:
    case Variable::page_first:
    case Variable::locator: {
      const std::string_view given = variable_text(variable);
      if (given.empty()) break;
      node = read_field(format_pages(given, scene_.style.page_range, scene_.locale));
      node.variable = variable;
      break;
    }
    default: {
      const std::string_view given = variable_text(variable);
      if (given.empty()) break;
      node = read_field(given);
      if (variable == Variable::citation_label) add_year_suffix(node, "");
      node.variable = variable;
    }
  }
  // A missing year suffix does not silence the “n.d.” beside it.
  if (variable != Variable::year_suffix || !node.is_empty()) note_variable(variable, !node.is_empty());
  return finish(std::move(node), look);
}

/// A macro is silenced like a group: terms alone are not printed where every variable is empty.
Node Renderer::macro(const MacroText& call, const Look& look) {
  return group_of(scene_.style.macros[call.macro].children, look, "");
}

Node Renderer::term(const TermText& wanted, const Look& look) {
  Node node = Node::leaf(std::string(scene_.locale.term(wanted.term, wanted.form, wanted.is_plural)));
  if (opens_sentence()) node.text = capitalize_first(node.text, icu_locale(scene_));
  if (wanted.term == "no date" && !node.is_empty()) add_year_suffix(node, "-");
  return finish(std::move(node), look);
}

Node Renderer::value(const ValueText& wanted, const Look& look) {
  return finish(read_field(wanted.value), look);
}

Node Renderer::number(const NumberText& wanted, const Look& look) {
  if (wanted.variable == Variable::citation_number || wanted.variable == Variable::first_reference_note_number) {
    return text({wanted.variable}, look);
  }
  const std::string_view given = variable_text(wanted.variable);
  Node node;
  if (!given.empty()) {
    const bool is_page = wanted.variable == Variable::page || wanted.variable == Variable::locator;
    const Gender gender = scene_.locale.gender_of(name(wanted.variable));
    node = is_page && wanted.form == NumberForm::numeric
               ? Node::leaf(format_pages(given, scene_.style.page_range, scene_.locale))
           : is_numeric(given) ? Node::leaf(format_number(given, wanted.form, scene_.locale, gender))
                               : read_field(given);
    node.variable = wanted.variable;
  }
  note_variable(wanted.variable, !node.is_empty());
  return finish(std::move(node), look);
}

Node Renderer::label(const LabelText& wanted, const Look& look) {
  const bool is_locator = wanted.variable == Variable::locator;
  const std::string_view content = variable_text(wanted.variable);
  const bool is_empty = content.empty() || (is_locator && scene_.place.locator_label == Locator::none);
  if (is_empty) return {};
  std::string_view term_name = is_locator ? name(scene_.place.locator_label) : name(wanted.variable);
  const Locale& locale = is_locator && scene_.around ? *scene_.around : scene_.locale;
  if (term_name == "sub-verbo" && !locale.find(term_name)) term_name = "sub verbo";
  const bool plural = wanted.plural == Plural::always ||
                      (wanted.plural == Plural::contextual && is_plural(wanted.variable, content, locale));
  return finish(Node::leaf(std::string(locale.term(term_name, wanted.form, plural))), look);
}

Node Renderer::group(const GroupText& group, const Look& look) {
  return group_of(group.children, look, look.delimiter);
}

Node Renderer::group_of(const Elements& children, const Look& look, std::string_view delimiter) {
  const int called = std::exchange(called_, 0), printed = std::exchange(printed_, 0);
  Node node = render(children, delimiter);
  const bool is_suppressed = called_ > 0 && printed_ == 0;
  // To the group around it, what this one printed is as good as a variable.
  const bool is_printed = !is_suppressed && !node.is_empty();
  called_ = called + (called_ > 0 || is_printed ? 1 : 0);
  printed_ = printed + (is_printed ? 1 : 0);
  if (is_suppressed || node.is_empty()) return {};
  return finish(std::move(node), look);
}

/// Where a style never prints year-suffix itself, it follows the first year of the cite (CSL 1.0.2, “Disambiguation”).
void Renderer::add_year_suffix(Node& node, std::string_view joiner) {
  const bool is_due = scene_.expansion && scene_.expansion->year_suffix > 0 && !scene_.style.prints_year_suffix;
  if (!is_due || std::exchange(year_suffix_printed_, true)) return;
  Node* year = find_role(node, Role::year);
  Node& place = year ? *year : node;
  Node suffix = plain_variable(Variable::year_suffix, year_suffix_letters(scene_.expansion->year_suffix));
  suffix.role = Role::year_suffix;
  suffix.prefix = joiner;
  std::vector<Node> both;
  both.push_back(std::move(place));
  both.push_back(std::move(suffix));
  place = Node::group(std::move(both));
}

Node Renderer::date(const DateText& wanted, const Look& look) {
  // When a page was read tells no works apart.
  const bool is_left_out = scene_.is_compared && wanted.variable == Variable::accessed;
  const DateValue* value = is_left_out || is_suppressed(wanted.variable) ? nullptr : scene_.item.date(wanted.variable);
  Node node = value ? render_date(wanted, *value, scene_) : Node{};
  note_variable(wanted.variable, !node.is_empty());
  if (!node.is_empty() && wanted.variable != Variable::accessed) add_year_suffix(node, "");
  node.variable = wanted.variable;
  return finish(std::move(node), look);
}

}  // namespace bifolio::cite
