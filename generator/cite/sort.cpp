// Order: CSL 1.0.2, “Sorting”.
#include <algorithm>
#include <charconv>
#include <numeric>
#include <optional>

#include "base/unicode.h"
#include "base/utf8.h"
#include "cite/numbers.h"
#include "cite/processor.h"

namespace bifolio::cite {
namespace {

/// What one key makes of a work.
struct SortValue {
  bool is_empty = true;
  std::optional<long> number = {};
  std::string text = {};
};

std::string date_key(const DateParts& date) {
  const auto pad = [](int value, std::size_t size) {
    std::string text = std::to_string(value);
    return std::string(text.size() < size ? size - text.size() : 0, '0') + text;
  };
  return pad(date.year, 4) + pad(date.month, 2) + pad(date.day, 2);
}

SortValue date_value(const DateValue* date) {
  SortValue value;
  if (!date) return value;
  value.is_empty = false;
  value.text = date_key(date->begin);
  if (date->is_range) value.text += "-" + date_key(date->end);
  return value;
}

/// Punctuation decides nothing, but apostrophes and hyphens inside words and the spaces between words do.
std::string sort_text(std::string_view text) {
  std::string out;
  for (const auto [c, offset, size] : code_points(text)) {
    const bool is_joint = (c == '\'' || c == 0x2019 || c == '-') && !out.empty();
    if (is_joint || !is_punctuation(c)) out += text.substr(offset, size);
  }
  return out;
}

SortValue text_value(std::string text) {
  SortValue value;
  value.is_empty = text.empty();
  value.text = sort_text(text);
  return value;
}

SortValue number_value(std::string_view text) {
  SortValue value = text_value(std::string(text));
  long number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (read.ec == std::errc() && read.ptr == text.data() + text.size()) value.number = number;
  return value;
}

class KeyMaker {
 public:
  KeyMaker(const Registry& registry, const Style& style, Area area, LocaleShelf& locales)
      : registry_(registry), style_(style), area_(area), locales_(locales) {}
  SortValue make(const SortKey&, std::size_t work) const;

 private:
  SortValue macro_value(const SortKey&, const Registered&) const;
  SortValue names_value(const SortKey&, const Registered&) const;
  Scene scene(const SortKey& key, const Registered& work) const {
    Scene scene{style_, work.item, locales_.main(), area_};
    scene.place.citation_number = work.number;
    scene.expansion = &work.expansion;
    scene.sort_key = &key;
    return scene;
  }

  const Registry& registry_;
  const Style& style_;
  Area area_;
  LocaleShelf& locales_;
};

SortValue KeyMaker::macro_value(const SortKey& key, const Registered& work) const {
  const Scene now = scene(key, work);
  return text_value(raw_text(Renderer(now).render(style_.macros[*key.macro].children)));
}

SortValue KeyMaker::names_value(const SortKey& key, const Registered& work) const {
  const Scene now = scene(key, work);
  NamesText names;
  names.variables = {key.variable};
  const NameOptions& inherited = area_ == Area::citation ? style_.citation.names : style_.bibliography->names;
  names.options = {inherited, inherited};
  Elements elements;
  elements.push_back({std::move(names), {}});
  return text_value(raw_text(Renderer(now).render(elements)));
}

SortValue KeyMaker::make(const SortKey& key, std::size_t index) const {
  const Registered& work = registry_.works[index];
  if (key.macro) return macro_value(key, work);
  if (key.variable == Variable::citation_number) return number_value(std::to_string(work.number));
  switch (kind(key.variable)) {
    case VariableKind::date: return date_value(work.item.date(key.variable));
    case VariableKind::name: return names_value(key, work);
    case VariableKind::number: return number_value(work.item.text(key.variable));
    default: return text_value(std::string(work.item.text(key.variable)));
  }
}

int compare(const SortValue& a, const SortValue& b, const SortKey& key, const Collator& collator) {
  // What has no value comes last, whichever way the rest is sorted.
  if (a.is_empty || b.is_empty) return a.is_empty - b.is_empty;
  const int order =
      a.number && b.number ? (*a.number > *b.number) - (*a.number < *b.number) : collator.compare(a.text, b.text);
  return key.is_descending ? -order : order;
}

/// Sorts indexes of works; equal ones keep their order.
void sort_works(std::vector<std::size_t>& works, const std::vector<SortKey>& keys, const KeyMaker& maker,
                const Collator& collator) {
  std::vector<std::pair<std::vector<SortValue>, std::size_t>> rows;
  for (std::size_t i = 0; i < works.size(); ++i) {
    std::vector<SortValue> values;
    for (const SortKey& key : keys) values.push_back(maker.make(key, works[i]));
    rows.emplace_back(std::move(values), works[i]);
  }
  std::stable_sort(rows.begin(), rows.end(), [&](const auto& a, const auto& b) {
    for (std::size_t k = 0; k < keys.size(); ++k) {
      const int order = compare(a.first[k], b.first[k], keys[k], collator);
      if (order != 0) return order < 0;
    }
    return false;
  });
  for (std::size_t i = 0; i < works.size(); ++i) works[i] = rows[i].second;
}

/// Numbers go by their value; case and accents decide nothing (ICU collation attributes).
Collator collator_for(LocaleShelf& locales) {
  std::string language = locales.main().language();
  std::replace(language.begin(), language.end(), '-', '_');
  return Collator((language + "@colnumeric=yes;colstrength=primary").c_str());
}

}  // namespace

void order_works(Registry& registry, const Style& style, LocaleShelf& locales, ChineseWorks chinese_works) {
  registry.order.resize(registry.works.size());
  std::iota(registry.order.begin(), registry.order.end(), 0);
  for (std::size_t i = 0; i < registry.works.size(); ++i) registry.works[i].number = static_cast<int>(i) + 1;
  if (!style.bibliography || style.bibliography->sort.empty()) return;
  sort_works(registry.order, style.bibliography->sort, KeyMaker(registry, style, Area::bibliography, locales),
             collator_for(locales));
  const bool comes_first = chinese_works == ChineseWorks::first;
  if (chinese_works != ChineseWorks::among_others) {
    std::stable_partition(registry.order.begin(), registry.order.end(), [&](std::size_t work) {
      return registry.works[work].item.language.starts_with("zh") == comes_first;
    });
  }
  for (std::size_t i = 0; i < registry.order.size(); ++i)
    registry.works[registry.order[i]].number = static_cast<int>(i) + 1;
}

void order_cites(std::vector<Cite>& cites, const Registry& registry, const Style& style, LocaleShelf& locales) {
  if (style.citation.sort.empty() || cites.size() < 2) return;
  const KeyMaker maker(registry, style, Area::citation, locales);
  const Collator collator = collator_for(locales);
  std::vector<std::pair<std::vector<SortValue>, Cite>> rows;
  for (const Cite& cite : cites) {
    std::vector<SortValue> values;
    for (const SortKey& key : style.citation.sort) values.push_back(maker.make(key, cite.work));
    rows.emplace_back(std::move(values), cite);
  }
  std::stable_sort(rows.begin(), rows.end(), [&](const auto& a, const auto& b) {
    for (std::size_t k = 0; k < style.citation.sort.size(); ++k) {
      const int order = compare(a.first[k], b.first[k], style.citation.sort[k], collator);
      if (order != 0) return order < 0;
    }
    return false;
  });
  for (std::size_t i = 0; i < cites.size(); ++i) cites[i] = rows[i].second;
}

}  // namespace bifolio::cite
