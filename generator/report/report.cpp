#include "report/report.h"

#include <array>

namespace bifolio::report {

#define REPORTER(name) std::string write_##name(const Report&);
#include "report/reporters.def"
#undef REPORTER

std::vector<Reporter> reporters() {
  return {
#define REPORTER(name) {#name, write_##name},
#include "report/reporters.def"
#undef REPORTER
  };
}

Reporter find_reporter(std::string_view name) {
  for (const Reporter& reporter : reporters()) {
    if (reporter.name == name) return reporter;
  }
  return {"", nullptr};
}

namespace {

struct Counted {
  Severity severity;
  Words one, many;
};

constexpr std::array<Counted, 3> kCounted = {{{Severity::error, {"error", "个错误"}, {"errors", "个错误"}},
                                              {Severity::warning, {"warning", "个警告"}, {"warnings", "个警告"}},
                                              {Severity::info, {"note", "个提示"}, {"notes", "个提示"}}}};

}  // namespace

std::string summary(const std::vector<Entry>& entries, UiLanguage language) {
  const bool is_english = language == UiLanguage::en;
  std::string out;
  for (const Counted& counted : kCounted) {
    int count = 0;
    for (const Entry& entry : entries) count += entry.severity == counted.severity && !entry.suppression;
    if (count == 0) continue;
    if (!out.empty()) out += is_english ? ", " : "，";
    out += std::to_string(count) + (is_english ? " " : "");
    out += (count == 1 ? counted.one : counted.many).in(language);
  }
  if (out.empty()) return is_english ? "nothing to report" : "没有发现问题";
  return out;
}

}  // namespace bifolio::report
