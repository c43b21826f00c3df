#include "parse/table_classes.h"

#include <algorithm>

#include "parse/hint.h"
#include "parse/markdown_rules.h"

namespace bifolio::parse {
namespace {

/// `table` says of a division that it is one.
const std::vector<std::string_view> kKnown = {"small", "turned", "table"};
constexpr std::string_view kAllowed = ".small, .turned";

}  // namespace

void report_table_classes(const Attributes& attributes, Findings& findings) {
  for (const std::string& name : attributes.classes) {
    if (std::find(kKnown.begin(), kKnown.end(), name) != kKnown.end()) continue;
    findings.add({&table_class_unknown,
                  attributes.span,
                  {{"seen", name, {}}, did_you_mean(name, kKnown), {"allowed", std::string(kAllowed), {}}}});
  }
}

}  // namespace bifolio::parse
