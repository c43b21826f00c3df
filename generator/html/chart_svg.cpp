#include "html/chart_svg.h"

#include <algorithm>

#include "html/html.h"
#include "html/svg.h"

namespace bifolio::html {
namespace {

/// `charts/nfl.vl.json` → `nfl`; folders become part of the name.
std::string stem(std::string path) {
  if (path.starts_with("charts/")) path.erase(0, 7);
  for (const std::string_view suffix : {".json", ".vl"}) {
    if (path.ends_with(suffix)) path.resize(path.size() - suffix.size());
  }
  std::replace(path.begin(), path.end(), '/', '-');
  return path;
}

}  // namespace

std::string chart_picture(const Chart& chart, std::string_view language) {
  return "assets/charts/" + stem(chart.source) + "_" + std::string(language) + ".png";
}

std::string inline_svg(const Drawing& drawing, const theme::Theme& theme, const std::string& language) {
  SvgOptions options;
  options.language = language;
  options.is_inline = true;
  for (const std::string_view token :
       {"--ink", "--paper", "--soft", "--accent", "--rule", "--hair", "--chart-1", "--chart-2", "--chart-3",
        "--chart-4", "--chart-5", "--chart-6", "--chart-7", "--chart-8"}) {
    options.variables.push_back({theme.color(token), std::string(token)});
  }
  return write_svg(drawing, options);
}

}  // namespace bifolio::html
