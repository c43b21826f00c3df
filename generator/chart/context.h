// What every step of drawing one chart shares: the specification's surroundings,
// where values live, and where findings go.
#pragma once

#include <deque>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "chart/chart.h"
#include "chart/expression.h"
#include "chart/format.h"
#include "chart/rules.h"
#include "chart/value.h"

namespace bifolio::chart {

/// A label, what it covers in its plot, and where it was asked for.
struct LabelBox {
  std::string text;
  double left = 0, top = 0, right = 0, bottom = 0;
  Span span = {};
};

struct Context {
  const Chart& chart;
  const Options& options;
  const text::Fonts* fonts;  ///< none where nothing is drawn
  Findings& findings;
  const Locale& words;
  Pool pool = {};
  Tree theme = {};                ///< the theme as a Vega-Lite `config`
  const Tree* config = nullptr;   ///< the specification's own
  const Tree* strings = nullptr;  ///< usermeta.bifolio.strings.LANGUAGE
  std::map<std::string, const Tree*, std::less<>> field_titles =
      {};  ///< by field without `@en`, where any channel gives one
  std::set<std::pair<const Rule*, Span>> reported = {};
  std::set<std::string> untranslated = {};  ///< texts that `localized` had no words for
  std::vector<LabelBox> plot_labels = {};   ///< of all layers of the plot that is being drawn
  bool is_trial = false;                    ///< a pass of layout whose widths are not final
  std::uint64_t random_calls = 0;
  std::deque<Expression> expressions = {};  ///< kept, for values may point at their literals

  /// Once for a rule and place; a facet draws the same property many times.
  void report(const Rule&, Span, std::vector<Argument> arguments = {});
  void unsupported(const Tree& where, std::string_view property);

  /// `config.GROUP.KEY`: the specification's, else the theme's, else nothing.
  const Tree* setting(std::string_view group, std::string_view key) const;
  double number_setting(std::string_view group, std::string_view key, double otherwise) const;
  std::string text_setting(std::string_view group, std::string_view key, std::string_view otherwise) const;

  /// A string of the specification or its data in the language of the drawing.
  std::string localized(std::string_view);

  /// Reports chart-expression where it is malformed.
  Expression expression(const Tree& source);

  /// Labels of marks and axes of one plot: reports the first pair that overlaps.
  void check_overlap(const std::vector<LabelBox>&);
};

/// `name@en` → `name`.
std::string_view without_language(std::string_view field);

/// Members of a specification's object.
std::string text_member(const Tree*, std::string_view key, std::string_view otherwise = {});
double number_member(const Tree*, std::string_view key, double otherwise);
bool boolean_member(const Tree*, std::string_view key, bool otherwise);
/// A member that is there and not null.
const Tree* member(const Tree*, std::string_view key);
/// `"title": null`, which switches something off.
bool is_null_member(const Tree*, std::string_view key);

}  // namespace bifolio::chart
