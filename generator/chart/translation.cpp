// Words that a reader of this language would meet untranslated, each at the
// place where the specification or its data has them.
#include <map>

#include "base/unicode.h"
#include "base/utf8.h"
#include "chart/checks.h"
#include "syntax/syntax.h"

namespace bifolio::chart {
namespace {

constexpr std::size_t kMostReported = 100;
constexpr int kDeepest = 60;

using Places = std::map<std::string, Span, std::less<>>;

/// Finds each wanted text's first place.
class Search {
 public:
  explicit Search(const std::set<std::string>& wanted) : wanted_(wanted) {}

  void look(const Tree& tree, int depth = 0) {
    if (depth > kDeepest) return;
    if (tree.is_string()) found(tree.text, tree.span);
    for (const Tree& item : tree.items) look(item, depth + 1);
    for (const Member& each : tree.members) {
      if (each.key == "field" && each.value.is_string())
        found(each.value.text.substr(0, each.value.text.rfind('@')), each.value.span);
      if (each.key != "usermeta") look(each.value, depth + 1);
    }
  }

  void look(const syntax::Csv& table) {
    for (const syntax::CsvRow& row : table.rows) {
      for (const syntax::CsvField& field : row.fields) found(field.text, field.span);
    }
  }

  const Places& places() const { return places_; }

 private:
  void found(const std::string& text, Span span) {
    if (wanted_.contains(text)) places_.emplace(text, span);
  }

  const std::set<std::string>& wanted_;
  Places places_;
};

Places places_of(const std::set<std::string>& texts, const Chart& chart) {
  Search search(texts);
  search.look(chart.specification);
  Findings ignored;  // reported when the data was loaded
  for (const auto& [url, file] : chart.data) {
    if (url.ends_with(".csv") || url.ends_with(".tsv"))
      search.look(syntax::parse_csv({file.bytes, file.file}, ignored, url.ends_with(".tsv") ? '\t' : ','));
    else
      search.look(syntax::parse_json({file.bytes, file.file}, ignored));
  }
  return search.places();
}

bool is_latin(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// A word of three or more letters that is no abbreviation or formula: “Placebo”, not “NfL”, “mL” or “SOD1”.
bool has_plain_word(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    bool is_plain = true;
    for (; end < text.size() && is_latin(text[end]); ++end) is_plain &= end == i || text[end] >= 'a';
    const bool is_joined = end < text.size() && text[end] >= '0' && text[end] <= '9';
    if (end - i >= 3 && is_plain && !is_joined) return true;
    i = std::max(end, i + 1);
  }
  return false;
}

}  // namespace

bool is_foreign(std::string_view text, std::string_view language) {
  bool has_han = false;
  for (const auto [c, offset, size] : code_points(text)) has_han |= is_han(c);
  return language.starts_with("zh") ? !has_han && has_plain_word(text) : has_han;
}

void check_translation(Context& context) {
  if (context.untranslated.empty()) return;
  const Places places = places_of(context.untranslated, context.chart);
  Span start = context.chart.specification.span;
  start.end = std::min(start.end, start.begin + 1);
  std::size_t count = 0;
  for (const std::string& text : context.untranslated) {
    if (++count > kMostReported) return;
    const auto at = places.find(text);
    context.report(rule::chart_untranslated, at == places.end() ? start : at->second,
                   {{"text", text}, {"language", context.options.language}});
  }
}

}  // namespace bifolio::chart
