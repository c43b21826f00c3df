#include "base/finding.h"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace bifolio {

std::string_view name(Severity severity) {
  switch (severity) {
    case Severity::off: return "off";
    case Severity::info: return "info";
    case Severity::warning: return "warning";
    case Severity::error: return "error";
  }
  return "";
}

namespace {

const std::string* value_of(const Finding& finding, std::string_view name, UiLanguage language) {
  for (const Argument& argument : finding.arguments) {
    if (argument.name != name) continue;
    const bool translated = language == UiLanguage::zh_hans && !argument.zh_hans.empty();
    return translated ? &argument.zh_hans : &argument.text;
  }
  return nullptr;
}

}  // namespace

std::string message(const Finding& finding, UiLanguage language) {
  const std::string_view pattern = finding.rule->message.in(language);
  std::string out;
  for (std::size_t at = 0; at < pattern.size();) {
    std::size_t open = pattern.find('{', at);
    const std::size_t close = open == pattern.npos ? pattern.npos : pattern.find('}', open);
    if (close != pattern.npos) open = pattern.rfind('{', close);  // the innermost: `{lang={language}}`
    if (close == pattern.npos) return out.append(pattern.substr(at));
    out.append(pattern.substr(at, open - at));
    const auto name = pattern.substr(open + 1, close - open - 1);
    if (const std::string* value = value_of(finding, name, language)) {
      out.append(*value);
    } else {
      out.append(pattern.substr(open, close - open + 1));  // a brace of the text itself, as in `[@{key}]`
    }
    at = close + 1;
  }
  return out;
}

void Findings::append(Findings&& other) {
  all_.insert(all_.end(), std::make_move_iterator(other.all_.begin()), std::make_move_iterator(other.all_.end()));
  other.all_.clear();
}

void Findings::sort() {
  std::stable_sort(all_.begin(), all_.end(), [](const Finding& a, const Finding& b) {
    return std::tuple(a.span.file, a.span.begin, a.span.end, a.rule->id) <
           std::tuple(b.span.file, b.span.begin, b.span.end, b.rule->id);
  });
}

}  // namespace bifolio
