#include "cite/style_read.h"

#include <algorithm>
#include <functional>

#include "cite/grammar_read.h"
#include "cite/rules.h"
#include "syntax/xml.h"

namespace bifolio::cite {
namespace {

using syntax::XmlNode;

std::vector<std::string_view> words(std::string_view text) {
  std::vector<std::string_view> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = text.find_first_not_of(" \t\r\n", at);
    if (begin == text.npos) break;
    at = std::min(text.find_first_of(" \t\r\n", begin), text.size());
    out.push_back(text.substr(begin, at - begin));
  }
  return out;
}

std::vector<Variable> variables(std::string_view names) {
  std::vector<Variable> out;
  for (const auto word : words(names)) out.push_back(find_variable(word));
  return out;
}

class StyleReader {
 public:
  explicit StyleReader(Style& style) : style_(style) {}

  void read(const XmlNode& root);
  const std::optional<Fault>& fault() const { return grammar_.fault(); }

 private:
  void read_options(const XmlNode&);
  void read_info(const XmlNode&);
  void name_macros(const XmlNode& root);
  void check_macro_loops(const XmlNode& root);
  NameOptions name_options(const XmlNode&, std::string_view form_attribute, std::string_view delimiter_attribute);
  Elements elements(const XmlNode& parent);
  Element element(const XmlNode&);
  Element text(const XmlNode&);
  MacroText macro(const XmlNode&, std::string_view name);
  DateText date(const XmlNode&);
  NamesText names(const XmlNode&, const NamesText* substituted);
  void name(const XmlNode&, NamesText&);
  Elements substitutes(const XmlNode&, const NamesText&);
  LabelText label(const XmlNode&);
  ChooseText choose(const XmlNode&);
  Condition condition(const XmlNode&);
  std::vector<SortKey> sort(const XmlNode&);
  Layout layout(const XmlNode&);
  void citation(const XmlNode&);
  void bibliography(const XmlNode&);
  void inherit_names();
  bool prints(Elements&, Variable, std::vector<bool>& seen_macros);
  bool prints(Elements& elements, Variable wanted) {
    std::vector<bool> seen;
    return prints(elements, wanted, seen);
  }
  void draw_conclusions();

  Style& style_;
  Grammar grammar_;
  int depth_ = 0;
};

void StyleReader::read(const XmlNode& root) {
  read_options(root);
  name_macros(root);
  for (const XmlNode& child : root.children) {
    if (child.name == "info") read_info(child);
    if (child.name == "locale") style_.locale_layers.push_back(grammar_.locale(child));
    if (child.name == "citation") citation(child);
    if (child.name == "bibliography") bibliography(child);
  }
  std::size_t at = 0;
  for (const XmlNode& child : root.children) {
    if (child.name == "macro") style_.macros[at++].children = elements(child);
  }
  if (style_.citation.layouts.empty()) grammar_.fail(root, "a style needs <citation> with a <layout>");
  if (!fault()) check_macro_loops(root);
  if (fault()) return;
  inherit_names();
  draw_conclusions();
}

void StyleReader::read_options(const XmlNode& root) {
  style_.is_note = grammar_.one_of(root, "class", false, {{"note", true}, {"in-text", false}});
  style_.default_locale = root.attribute("default-locale");
  style_.demote_particles = grammar_.one_of(root, "demote-non-dropping-particle", Particles::display_and_sort,
                                            {{"never", Particles::never},
                                             {"sort-only", Particles::sort_only},
                                             {"display-and-sort", Particles::display_and_sort}});
  style_.initialize_with_hyphen = grammar_.flag(root, "initialize-with-hyphen", true);
  style_.page_range = grammar_.one_of(root, "page-range-format", PageRange::as_is,
                                      {{"chicago", PageRange::chicago},
                                       {"chicago-15", PageRange::chicago},
                                       {"chicago-16", PageRange::chicago_16},
                                       {"expanded", PageRange::expanded},
                                       {"minimal", PageRange::minimal},
                                       {"minimal-two", PageRange::minimal_two}});
  style_.names = name_options(root, "name-form", "name-delimiter");
}

void StyleReader::read_info(const XmlNode& info) {
  for (const XmlNode& child : info.children) {
    if (child.name == "title") style_.title = child.content();
    if (child.name == "id") style_.id = child.content();
    if (child.name == "category" && child.attribute("citation-format") == "numeric") style_.is_numeric = true;
  }
}

void StyleReader::name_macros(const XmlNode& root) {
  for (const XmlNode& child : root.children) {
    if (child.name != "macro") continue;
    const std::string name(child.attribute("name"));
    const auto same = [&](const Macro& macro) { return macro.name == name; };
    if (name.empty()) grammar_.fail(child, "a macro needs a name");
    if (std::any_of(style_.macros.begin(), style_.macros.end(), same)) {
      grammar_.fail(child, "the macro \"" + name + "\" is defined twice");
    }
    style_.macros.push_back({name, {}});
  }
}

MacroText StyleReader::macro(const XmlNode& node, std::string_view name) {
  for (std::size_t i = 0; i < style_.macros.size(); ++i) {
    if (style_.macros[i].name == name) return {i};
  }
  grammar_.fail(node, "there is no macro \"" + std::string(name) + "\"");
  return {0};
}

NameOptions StyleReader::name_options(const XmlNode& node, std::string_view form, std::string_view delimiter) {
  NameOptions options;
  const auto given = [&](std::string_view attribute) { return node.find(attribute) != nullptr; };
  const auto precedes = [&](std::string_view attribute) {
    return grammar_.one_of(node, attribute, Precedes::contextual,
                           {{"contextual", Precedes::contextual},
                            {"after-inverted-name", Precedes::after_inverted_name},
                            {"always", Precedes::always},
                            {"never", Precedes::never}});
  };
  if (given("and"))
    options.name_and = grammar_.one_of(node, "and", And::none, {{"text", And::text}, {"symbol", And::symbol}});
  options.delimiter = grammar_.string(node, delimiter);
  options.names_delimiter = grammar_.string(node, "names-delimiter");
  options.initialize_with = grammar_.string(node, "initialize-with");
  options.sort_separator = grammar_.string(node, "sort-separator");
  if (given("delimiter-precedes-et-al")) options.precedes_et_al = precedes("delimiter-precedes-et-al");
  if (given("delimiter-precedes-last")) options.precedes_last = precedes("delimiter-precedes-last");
  options.et_al_min = grammar_.number(node, "et-al-min");
  options.et_al_use_first = grammar_.number(node, "et-al-use-first");
  options.subsequent_min = grammar_.number(node, "et-al-subsequent-min");
  options.subsequent_use_first = grammar_.number(node, "et-al-subsequent-use-first");
  if (given("et-al-use-last")) options.use_last = grammar_.flag(node, "et-al-use-last");
  if (given("initialize")) options.initialize = grammar_.flag(node, "initialize", true);
  if (given(form)) {
    options.form =
        grammar_.one_of(node, form, NameForm::long_form,
                        {{"long", NameForm::long_form}, {"short", NameForm::short_form}, {"count", NameForm::count}});
  }
  if (given("name-as-sort-order")) {
    options.sort_order = grammar_.one_of(node, "name-as-sort-order", SortOrder::none,
                                         {{"first", SortOrder::first}, {"all", SortOrder::all}});
  }
  return options;
}

Elements StyleReader::elements(const XmlNode& parent) {
  Elements out;
  for (const XmlNode& child : parent.children) {
    if (is_element(child)) out.push_back(element(child));
  }
  return out;
}

Element StyleReader::element(const XmlNode& node) {
  Element out{ValueText{}, grammar_.look(node)};
  if (node.name == "text") return text(node);
  if (node.name == "number") {
    const auto form = grammar_.one_of(node, "form", NumberForm::numeric,
                                      {{"numeric", NumberForm::numeric},
                                       {"ordinal", NumberForm::ordinal},
                                       {"long-ordinal", NumberForm::long_ordinal},
                                       {"roman", NumberForm::roman}});
    out.value = NumberText{find_variable(node.attribute("variable")), form};
  } else if (node.name == "label") {
    out.value = label(node);
  } else if (node.name == "date") {
    out.value = date(node);
  } else if (node.name == "names") {
    out.value = names(node, nullptr);
  } else if (node.name == "group") {
    out.value = GroupText{elements(node)};
  } else if (node.name == "choose") {
    out.value = choose(node);
  } else {
    grammar_.fail(node, "<" + node.name + "> is unknown here");
  }
  return out;
}

Element StyleReader::text(const XmlNode& node) {
  Element out{ValueText{}, grammar_.look(node)};
  if (const auto* variable = node.find("variable")) {
    const bool is_short = node.attribute("form") == "short";
    const Variable found = find_variable(variable->value);
    if (found == Variable::year_suffix) style_.prints_year_suffix = true;
    out.value = VariableText{found, is_short};
  } else if (const auto* name = node.find("macro")) {
    out.value = macro(node, name->value);
  } else if (const auto* term = node.find("term")) {
    out.value = TermText{term->value, grammar_.term_form(node), grammar_.flag(node, "plural")};
  } else if (const auto* value = node.find("value")) {
    out.value = ValueText{value->value};
  } else {
    grammar_.fail(node, "<text> needs one of variable, macro, term, value");
  }
  return out;
}

LabelText StyleReader::label(const XmlNode& node) {
  LabelText label;
  label.variable = find_variable(node.attribute("variable"));
  label.form = grammar_.term_form(node);
  label.plural =
      grammar_.one_of(node, "plural", Plural::contextual,
                      {{"contextual", Plural::contextual}, {"always", Plural::always}, {"never", Plural::never}});
  return label;
}

DateText StyleReader::date(const XmlNode& node) {
  DateText date{find_variable(node.attribute("variable"))};
  date.delimiter = node.attribute("delimiter");
  date.form =
      grammar_.one_of(node, "form", DateForm::custom, {{"text", DateForm::text}, {"numeric", DateForm::numeric}});
  date.precision = grammar_.one_of(node, "date-parts", DatePrecision::year_month_day,
                                   {{"year", DatePrecision::year},
                                    {"year-month", DatePrecision::year_month},
                                    {"year-month-day", DatePrecision::year_month_day}});
  for (const XmlNode& child : node.children) {
    if (child.name == "date-part") date.parts.push_back(grammar_.date_part(child));
  }
  return date;
}

void StyleReader::name(const XmlNode& node, NamesText& names) {
  names.has_name = true;
  names.own = name_options(node, "form", "delimiter");
  names.name_look = grammar_.look(node);
  for (const XmlNode& child : node.children) {
    if (child.name != "name-part") continue;
    NamePart part{grammar_.text_case(child), grammar_.look(child)};
    (child.attribute("name") == "family" ? names.family : names.given) = std::move(part);
  }
}

NamesText StyleReader::names(const XmlNode& node, const NamesText* substituted) {
  NamesText names;
  // A bare cs:names in cs:substitute borrows everything but its variables (CSL 1.0.2, “Substitute”).
  const bool is_bare = std::none_of(node.children.begin(), node.children.end(), is_element);
  if (substituted && is_bare) names = *substituted;
  names.substitute.clear();
  names.variables = variables(node.attribute("variable"));
  for (const XmlNode& child : node.children) {
    if (child.name == "name") name(child, names);
    if (child.name == "et-al") {
      names.has_et_al = true;
      if (child.find("term")) names.et_al_term = child.attribute("term");
      names.et_al_look = grammar_.look(child);
    }
    if (child.name == "label") {
      names.label = label(child);
      names.label_look = grammar_.look(child);
      names.label_comes_first = !names.has_name;
    }
  }
  // A label before cs:name comes first; without any cs:name, labels follow the names.
  if (!names.has_name) names.label_comes_first = false;
  for (const XmlNode& child : node.children) {
    if (child.name == "substitute") names.substitute = substitutes(child, names);
  }
  return names;
}

Elements StyleReader::substitutes(const XmlNode& node, const NamesText& original) {
  Elements out;
  for (const XmlNode& child : node.children) {
    if (child.name == "names") {
      out.push_back({names(child, &original), grammar_.look(child)});
    } else if (is_element(child)) {
      out.push_back(element(child));
    }
  }
  return out;
}

ChooseText StyleReader::choose(const XmlNode& node) {
  ChooseText choose;
  for (const XmlNode& child : node.children) {
    if (!is_element(child)) continue;
    if (child.name != "if" && child.name != "else-if" && child.name != "else") {
      grammar_.fail(child, "<" + child.name + "> is unknown in <choose>");
    }
    choose.branches.push_back({condition(child), elements(child)});
  }
  return choose;
}

Condition StyleReader::condition(const XmlNode& node) {
  Condition condition;
  condition.is_else = node.name == "else";
  condition.match =
      grammar_.one_of(node, "match", Match::all, {{"all", Match::all}, {"any", Match::any}, {"none", Match::none}});
  condition.variables = variables(node.attribute("variable"));
  condition.numeric = variables(node.attribute("is-numeric"));
  condition.uncertain_dates = variables(node.attribute("is-uncertain-date"));
  for (const auto word : words(node.attribute("type"))) {
    const ItemType type = find_item_type(word);
    if (type == ItemType::none)
      ++condition.unknown_types;
    else
      condition.types.add(type);
  }
  for (const auto word : words(node.attribute("locator"))) {
    const Locator locator = find_locator(word);
    if (locator == Locator::none)
      ++condition.unknown_locators;
    else
      condition.locators.add(locator);
  }
  static constexpr std::pair<std::string_view, Position> kPositions[] = {
      {"first", Position::first},
      {"subsequent", Position::subsequent},
      {"ibid", Position::ibid},
      {"ibid-with-locator", Position::ibid_with_locator},
      {"near-note", Position::near_note}};
  for (const auto word : words(node.attribute("position"))) {
    const auto* at =
        std::find_if(std::begin(kPositions), std::end(kPositions), [&](auto& p) { return p.first == word; });
    if (at == std::end(kPositions))
      grammar_.fail(node, "\"" + std::string(word) + "\" is no position");
    else
      condition.positions.add(at->second);
  }
  if (node.find("disambiguate")) {
    condition.disambiguate = grammar_.flag(node, "disambiguate", true);
    style_.tests_disambiguation = true;
  }
  return condition;
}

std::vector<SortKey> StyleReader::sort(const XmlNode& node) {
  std::vector<SortKey> keys;
  for (const XmlNode& child : node.children) {
    if (child.name != "key") continue;
    SortKey key;
    key.variable = find_variable(child.attribute("variable"));
    if (child.find("macro")) key.macro = macro(child, child.attribute("macro")).macro;
    key.is_descending = grammar_.one_of(child, "sort", false, {{"ascending", false}, {"descending", true}});
    key.names_min = grammar_.number(child, "names-min");
    key.names_use_first = grammar_.number(child, "names-use-first");
    if (child.find("names-use-last")) key.names_use_last = grammar_.flag(child, "names-use-last");
    keys.push_back(std::move(key));
  }
  return keys;
}

Layout StyleReader::layout(const XmlNode& node) {
  Layout layout;
  for (const auto word : words(node.attribute("locale"))) layout.languages.emplace_back(word);
  layout.look = grammar_.look(node);
  layout.children = elements(node);
  return layout;
}

void StyleReader::citation(const XmlNode& node) {
  CitationArea& area = style_.citation;
  area.names = name_options(node, "name-form", "name-delimiter");
  area.add_names = grammar_.flag(node, "disambiguate-add-names");
  area.add_given_names = grammar_.flag(node, "disambiguate-add-givenname");
  area.add_year_suffix = grammar_.flag(node, "disambiguate-add-year-suffix");
  area.given_name_rule = grammar_.one_of(node, "givenname-disambiguation-rule", GivenNameRule::by_cite,
                                         {{"by-cite", GivenNameRule::by_cite},
                                          {"all-names", GivenNameRule::all_names},
                                          {"all-names-with-initials", GivenNameRule::all_names_with_initials},
                                          {"primary-name", GivenNameRule::primary_name},
                                          {"primary-name-with-initials", GivenNameRule::primary_name_with_initials}});
  area.collapse = grammar_.one_of(node, "collapse", Collapse::none,
                                  {{"citation-number", Collapse::citation_number},
                                   {"year", Collapse::year},
                                   {"year-suffix", Collapse::year_suffix},
                                   {"year-suffix-ranged", Collapse::year_suffix_ranged}});
  area.cite_group_delimiter = grammar_.string(node, "cite-group-delimiter");
  area.year_suffix_delimiter = grammar_.string(node, "year-suffix-delimiter");
  area.after_collapse_delimiter = grammar_.string(node, "after-collapse-delimiter");
  area.near_note_distance = grammar_.number(node, "near-note-distance").value_or(5);
  for (const XmlNode& child : node.children) {
    if (child.name == "sort") area.sort = sort(child);
    if (child.name == "layout") area.layouts.push_back(layout(child));
  }
}

void StyleReader::bibliography(const XmlNode& node) {
  BibliographyArea area;
  area.names = name_options(node, "name-form", "name-delimiter");
  area.hanging_indent = grammar_.flag(node, "hanging-indent");
  area.second_field_align = grammar_.one_of(
      node, "second-field-align", SecondFieldAlign::none,
      {{"flush", SecondFieldAlign::flush}, {"margin", SecondFieldAlign::margin}, {"false", SecondFieldAlign::none}});
  area.author_substitute = grammar_.string(node, "subsequent-author-substitute");
  area.substitute_rule = grammar_.one_of(node, "subsequent-author-substitute-rule", SubstituteRule::complete_all,
                                         {{"complete-all", SubstituteRule::complete_all},
                                          {"complete-each", SubstituteRule::complete_each},
                                          {"partial-each", SubstituteRule::partial_each},
                                          {"partial-first", SubstituteRule::partial_first}});
  for (const XmlNode& child : node.children) {
    if (child.name == "sort") area.sort = sort(child);
    if (child.name == "layout") area.layouts.push_back(layout(child));
  }
  if (area.layouts.empty()) grammar_.fail(node, "<bibliography> needs a <layout>");
  style_.bibliography = std::move(area);
}

/// Calls `visit` on every element, those inside names and choose included.
void for_each_element(Elements& elements, const std::function<void(Element&)>& visit) {
  for (Element& element : elements) {
    visit(element);
    if (auto* group = std::get_if<GroupText>(&element.value)) for_each_element(group->children, visit);
    if (auto* names = std::get_if<NamesText>(&element.value)) for_each_element(names->substitute, visit);
    if (auto* choose = std::get_if<ChooseText>(&element.value)) {
      for (Branch& branch : choose->branches) for_each_element(branch.children, visit);
    }
  }
}

void StyleReader::check_macro_loops(const XmlNode& root) {
  enum class State { unseen, open, done };
  std::vector<State> states(style_.macros.size(), State::unseen);
  const std::function<void(std::size_t)> enter = [&](std::size_t index) {
    if (states[index] == State::open) {
      grammar_.fail(root, "the macro \"" + style_.macros[index].name + "\" calls itself");
    }
    if (states[index] != State::unseen) return;
    states[index] = State::open;
    for_each_element(style_.macros[index].children, [&](Element& element) {
      if (const auto* call = std::get_if<MacroText>(&element.value)) enter(call->macro);
    });
    states[index] = State::done;
  };
  for (std::size_t i = 0; i < states.size(); ++i) enter(i);
}

/// Whether printing these elements can print the variable. Each macro is looked into once.
bool StyleReader::prints(Elements& elements, Variable wanted, std::vector<bool>& seen) {
  seen.resize(style_.macros.size());
  bool found = false;
  for_each_element(elements, [&](Element& element) {
    const auto* text = std::get_if<VariableText>(&element.value);
    const auto* number = std::get_if<NumberText>(&element.value);
    const auto* call = std::get_if<MacroText>(&element.value);
    found = found || (text && text->variable == wanted) || (number && number->variable == wanted);
    if (!call || found || seen[call->macro]) return;
    seen[call->macro] = true;
    found = prints(style_.macros[call->macro].children, wanted, seen);
  });
  return found;
}

/// Facts about the whole style that its readers ask for.
void StyleReader::draw_conclusions() {
  if (style_.bibliography) {
    for (Layout& layout : style_.bibliography->layouts) {
      style_.numbers_bibliography = style_.numbers_bibliography || prints(layout.children, Variable::citation_number);
    }
  }
  for (Layout& layout : style_.citation.layouts) {
    style_.is_numeric = style_.is_numeric || prints(layout.children, Variable::citation_number);
    style_.is_superscript = layout.look.style.position == RichStyle::Position::superscript;
    for_each_element(layout.children, [&](Element& element) {
      const auto* text = std::get_if<VariableText>(&element.value);
      const bool is_number = text && text->variable == Variable::citation_number;
      if (is_number && element.look.style.position == RichStyle::Position::superscript) style_.is_superscript = true;
    });
  }
}

void StyleReader::inherit_names() {
  NameOptions citation = style_.citation.names;
  citation.inherit(style_.names);
  NameOptions bibliography = style_.bibliography ? style_.bibliography->names : NameOptions{};
  bibliography.inherit(style_.names);
  const auto fill = [&](Element& element) {
    auto* names = std::get_if<NamesText>(&element.value);
    if (!names) return;
    names->options = {names->own, names->own};
    names->options[0].inherit(citation);
    names->options[1].inherit(bibliography);
  };
  for (Macro& macro : style_.macros) for_each_element(macro.children, fill);
  for (Layout& layout : style_.citation.layouts) for_each_element(layout.children, fill);
  if (!style_.bibliography) return;
  for (Layout& layout : style_.bibliography->layouts) for_each_element(layout.children, fill);
}

Result<StyleFile> invalid(std::string_view name, const Fault& fault) {
  return Finding{&cite_style_invalid,
                 {},
                 {{"name", std::string(name)},
                  {"detail", fault.detail},
                  {"line", std::to_string(fault.line)},
                  {"column", std::to_string(fault.column)}}};
}

std::string last_part(std::string_view address) {
  const std::size_t slash = address.find_last_of('/');
  return std::string(slash == address.npos ? address : address.substr(slash + 1));
}

std::string parent_of(const XmlNode& root) {
  const XmlNode* info = root.child("info");
  if (!info) return {};
  for (const XmlNode& child : info->children) {
    if (child.name == "link" && child.attribute("rel") == "independent-parent")
      return last_part(child.attribute("href"));
  }
  return {};
}

}  // namespace

void NameOptions::inherit(const NameOptions& outer) {
  const auto fill = [](auto& own, const auto& theirs) {
    if (!own) own = theirs;
  };
  fill(name_and, outer.name_and);
  fill(delimiter, outer.delimiter);
  fill(initialize_with, outer.initialize_with);
  fill(sort_separator, outer.sort_separator);
  fill(names_delimiter, outer.names_delimiter);
  fill(precedes_et_al, outer.precedes_et_al);
  fill(precedes_last, outer.precedes_last);
  fill(et_al_min, outer.et_al_min);
  fill(et_al_use_first, outer.et_al_use_first);
  fill(subsequent_min, outer.subsequent_min);
  fill(subsequent_use_first, outer.subsequent_use_first);
  fill(use_last, outer.use_last);
  fill(initialize, outer.initialize);
  fill(form, outer.form);
  fill(sort_order, outer.sort_order);
}

Result<StyleFile> read_style_file(std::string_view bytes, std::string_view name) {
  Findings faults;
  const auto root = syntax::parse_xml({bytes, FileId{}}, faults);
  if (!root) {
    Fault fault;
    for (const Argument& argument : faults.all().empty() ? std::vector<Argument>{} : faults.all()[0].arguments) {
      if (argument.name == "detail") fault.detail = argument.text;
      if (argument.name == "line") fault.line = static_cast<std::uint32_t>(std::stoul(argument.text));
      if (argument.name == "column") fault.column = static_cast<std::uint32_t>(std::stoul(argument.text));
    }
    return invalid(name, fault);
  }
  if (root->name != "style") return invalid(name, {"<" + root->name + "> is no <style>", root->line, root->column});
  StyleFile file;
  file.parent = root->child("citation") ? "" : parent_of(*root);
  file.default_locale = root->attribute("default-locale");
  if (!file.parent.empty()) return file;
  file.style = std::make_shared<Style>();
  StyleReader reader(*file.style);
  reader.read(*root);
  if (reader.fault()) return invalid(name, *reader.fault());
  return file;
}

}  // namespace bifolio::cite
