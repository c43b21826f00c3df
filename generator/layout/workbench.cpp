#include "layout/workbench.h"

namespace bifolio::layout {

int add_link(Workbench& bench, LinkTarget target) {
  bench.links.push_back(std::move(target));
  return static_cast<int>(bench.links.size()) - 1;
}

std::string destination_name(const Workbench& bench, const Destination& to) {
  if (!to.id.empty()) return to.id;
  return to.document < bench.book.documents.size() ? bench.book.documents[to.document].id : std::string();
}

std::string citation_place(std::size_t document, std::string_view anchor) {
  return std::to_string(document) + ":" + std::string(anchor);
}

void report(Workbench& bench, const Rule& rule, Span span, std::vector<Argument> arguments) {
  bench.findings.add({.rule = &rule, .span = span, .arguments = std::move(arguments)});
}

}  // namespace bifolio::layout
