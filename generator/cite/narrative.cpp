// The author as part of the author's own sentence: “Miller and Cudkowicz (2022)”,
// “张三等[13]”. CSL 1.0.2 has no word for it; what is printed is what the style
// itself names the work by, or short names where its citations have none.
#include <algorithm>

#include "base/unicode.h"
#include "base/utf8.h"
#include "cite/field_text.h"
#include "cite/narrative.h"

namespace bifolio::cite {
namespace {

/// Names in Chinese, Japanese or Korean are never cut to the family name here.
bool are_of_fixed_order(const std::vector<Person>& people) {
  return std::all_of(people.begin(), people.end(), [](const Person& person) { return person.is_fixed_order; });
}

NamesText short_names(Variable variable, const std::vector<Person>& people, const Style& style) {
  NamesText names;
  names.variables = {variable};
  NameOptions options;
  options.form = are_of_fixed_order(people) ? NameForm::long_form : NameForm::short_form;
  options.name_and = And::text;
  options.et_al_min = 3;
  options.et_al_use_first = 1;
  options.inherit(style.citation.names);
  names.options = {options, options};
  return names;
}

Node names_of(const Registered& work, const Style& style) {
  Scene scene{style, work.item, *work.item.locale};
  for (const Variable variable : {Variable::author, Variable::editor, Variable::translator, Variable::director}) {
    const std::vector<Person>* people = work.item.people(variable);
    if (!people) continue;
    Elements elements;
    elements.push_back({short_names(variable, *people, style), {}});
    // The elements die here: what the nodes hold of them must be text of their own.
    return with_own_text(Renderer(scene).render(elements));
  }
  const std::string_view short_title = work.item.text(Variable::title_short);
  return read_field(short_title.empty() ? work.item.text(Variable::title) : short_title);
}

}  // namespace

Node author_in_text(const CitePiece& piece, const Style& style) {
  Node cite = piece.node;
  Node* names = find_role(cite, Role::names);
  return names && !names->is_empty() ? std::move(*names) : names_of(*piece.work, style);
}

bool wants_space_after(const Node& author) {
  const std::string text = raw_text(author);
  std::size_t last = text.size();
  while (last > 0 && (text[last - 1] & 0xC0) == 0x80) --last;
  return last == 0 || !is_han(decode_utf8(text, last - 1).code_point);
}

}  // namespace bifolio::cite
