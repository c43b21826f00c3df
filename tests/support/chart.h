// A chart from the text of its specification, for tests that draw one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "chart/chart.h"
#include "syntax/syntax.h"

namespace bifolio::testing {

/// File 0 is the specification; data files count from 1.
inline Chart make_chart(std::string_view specification,
                        const std::vector<std::pair<std::string, std::string>>& data = {}) {
  Findings findings;
  Chart chart;
  chart.source = "charts/test.vl.json";
  chart.file = {0};
  chart.specification = syntax::parse_json({specification, {0}}, findings);
  std::uint32_t index = 1;
  for (const auto& [url, bytes] : data) chart.data[url] = {{index++}, bytes};
  return chart;
}

/// The default faces, opened once for the program.
inline const text::Fonts& default_fonts() {
  static const text::Fonts fonts = text::Fonts::open(text::default_families()).value();
  return fonts;
}

/// Ids of the findings with the text of the specification that each points at.
inline std::vector<std::string> told(const Findings& findings, std::string_view specification) {
  std::vector<std::string> out;
  for (const Finding& finding : findings.all()) {
    const Span span = finding.span;
    const std::string at = span.file == FileId{0} ? std::string(specification.substr(span.begin, span.size()))
                                                  : std::to_string(span.begin);
    out.push_back(std::string(finding.rule->id) + " " + at.substr(0, 60));
  }
  return out;
}

}  // namespace bifolio::testing
