#include "layout/workbench.h"

#include <algorithm>

#include "layout/divide_word.h"

namespace bifolio::layout {

std::vector<std::string> names_of(const Glossary& glossary) {
  std::vector<std::string> names;
  const auto add = [&](const std::string& name) {
    if (name.find(' ') == name.npos) names.push_back(in_small_letters(name));
  };
  for (const Term& term : glossary.terms) {
    for (const auto& [language, name] : term.approved) add(name);
    for (const std::string& alias : term.aliases) add(alias);
  }
  std::sort(names.begin(), names.end());
  return names;
}

int add_link(Workbench& bench, LinkTarget target) {
  bench.links.push_back(std::move(target));
  return static_cast<int>(bench.links.size()) - 1;
}

std::string place_name(const Workbench& bench, std::string_view id) {
  return id.empty() ? std::string() : bench.place_prefix + std::string(id);
}

std::string destination_name(const Workbench& bench, const Destination& to) {
  if (!to.id.empty()) return place_name(bench, to.id);
  return to.document < bench.book.documents.size() ? place_name(bench, bench.book.documents[to.document].id) : "";
}

std::string citation_place(const Workbench& bench, std::size_t document, std::string_view anchor) {
  return place_name(bench, std::to_string(document) + ":" + std::string(anchor));
}

void report(Workbench& bench, const Rule& rule, Span span, std::vector<Argument> arguments) {
  bench.findings.add({.rule = &rule, .span = span, .arguments = std::move(arguments)});
}

}  // namespace bifolio::layout
