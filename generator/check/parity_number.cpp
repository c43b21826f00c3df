// Numbers and dates of aligned texts, compared as values and regardless of order.
#include <algorithm>
#include <functional>
#include <map>

#include "base/hash.h"
#include "check/checks.h"
#include "check/quantity.h"

namespace bifolio::check {

const Rule parity_number{
    "parity-number",
    Severity::error,
    {"{difference}; one of the two is wrong.", "{difference}；二者必有一误。"},
    {"Numbers must agree in all languages, as values: 60,000 = 6万, 25 % = 四分之一 = one quarter, half a year = 6 "
     "months = 半年. Digits count, and number words from eleven on or with a unit; “one of the”, 一种, ordinals and "
     "“phase 3” do not. Sentences of a section may stand in another order. If both texts are right, write the number "
     "in the same way in both.",
     "各语言的数字必须一致，按数值比较：60,000＝6万，25%＝四分之一＝one "
     "quarter，半年＝6个月。阿拉伯数字都要核对，文字数字从十一起或带单位时核对；“一种”“one of "
     "the”、序数和“三期”不核对。同一节内句子可以换序。若两边都对，请用同样的写法写出这个数字。"}};

const Rule parity_date{"parity-date",
                       Severity::error,
                       {"{difference}; one of the two is wrong.", "{difference}；二者必有一误。"},
                       {"Dates must agree in all languages as far as both give them: April 2023 agrees with "
                        "2023年4月25日, not with 2022年4月. Check the date against its source.",
                        "各语言的日期在共同精度上必须一致：April 2023 与 2023年4月25日 一致，与 2022年4月 "
                        "不一致。请对照出处核对。"}};

namespace {

/// A quantity with the text it stands in.
struct Item {
  Quantity quantity;
  const Passage* passage;
  const Unit* unit;
  const Unit* partner;  ///< the aligned text; nothing where there is none
  bool is_answered = false;
};
using Items = std::vector<Item>;

void read(const Passage& passage, const Unit* unit, const Unit* partner, Items& items) {
  for (Quantity& quantity : quantities_in(passage)) items.push_back({std::move(quantity), &passage, unit, partner});
}

using Key = std::function<std::string(const Quantity&)>;  // "" = takes no part
using Agree = std::function<bool(const Quantity&, const Quantity&)>;

/// Marks pairs with equal keys as answered. Buckets are looked through only so
/// far, which bounds the work on hostile text.
void answer(Items& left, Items& right, bool left_certain, bool right_certain, const Key& key, const Agree& agree) {
  constexpr std::size_t kLookedThrough = 32;
  std::map<std::string, std::vector<Item*>> buckets;
  for (auto item = right.rbegin(); item != right.rend(); ++item) {  // backwards: the first stand at the ends
    if (!item->is_answered && item->quantity.is_certain == right_certain)
      buckets[key(item->quantity)].push_back(&*item);
  }
  for (Item& item : left) {
    if (item.is_answered || item.quantity.is_certain != left_certain) continue;
    const std::string own = key(item.quantity);
    const auto bucket = own.empty() ? buckets.end() : buckets.find(own);
    if (bucket == buckets.end()) continue;
    auto& others = bucket->second;
    const std::size_t limit = others.size() - std::min(others.size(), kLookedThrough);
    for (std::size_t i = others.size(); i-- > limit;) {
      if (!agree(item.quantity, others[i]->quantity)) continue;
      item.is_answered = others[i]->is_answered = true;
      others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
      break;
    }
  }
}

std::string exact_key(const Quantity& q) {
  switch (q.kind) {
    case Quantity::Kind::number: return "n" + write(q.value) + q.unit;
    case Quantity::Kind::date:
      return "d" + std::to_string(q.year) + "-" + std::to_string(q.month) + "-" + std::to_string(q.day);
    case Quantity::Kind::decade: return "s" + std::to_string(q.year);
    case Quantity::Kind::name: return "x" + q.stem + write(q.written);
  }
  return "";
}

std::string written_key(const Quantity& q) {
  return q.kind == Quantity::Kind::number ? write(q.written) : "";
}
bool units_may_agree(const Quantity& a, const Quantity& b) {
  return a.unit.empty() || b.unit.empty() || a.unit_is_shared || b.unit_is_shared;
}

std::string size_key(const Quantity& q) {
  return q.kind == Quantity::Kind::number ? write({std::abs(q.value.numerator), q.value.denominator}) : "";
}

std::string year_month_key(const Quantity& q) {
  if (q.kind != Quantity::Kind::date || q.year == 0 || q.month == 0) return "";
  return std::to_string(q.year) + "-" + std::to_string(q.month);
}
std::string year_key(const Quantity& q) {
  if (q.kind == Quantity::Kind::date && q.year != 0) return std::to_string(q.year);
  return q.kind == Quantity::Kind::decade ? std::to_string(q.year) : "";
}
std::string month_key(const Quantity& q) {
  return q.kind == Quantity::Kind::date && q.month != 0 ? std::to_string(q.month) : "";
}
bool agree_as_far_as_given(const Quantity& a, const Quantity& b) {
  const auto fits = [](int x, int y) { return x == 0 || y == 0 || x == y; };
  return fits(a.year, b.year) && fits(a.month, b.month) && fits(a.day, b.day);
}

/// A year that counts something (“2000 people”), a name with a count glued to it.
std::string bare_key(const Quantity& q) {
  if (q.kind == Quantity::Kind::date) return q.month == 0 ? write({q.year, 1}) : "";
  return q.kind == Quantity::Kind::decade ? "" : write(q.written);
}
bool kinds_differ(const Quantity& a, const Quantity& b) {
  return a.kind != b.kind;
}

/// Whether words say that something went down, so that −55% may be 下降55%.
bool speaks_of_decrease(const Items& items) {
  for (const Item& item : items) {
    for (const std::string_view word : {"降", "减", "少", "低", "负", "fell", "fall", "decre", "declin", "reduc",
                                        "lower", "less", "drop", "minus", "negative"}) {
      if (item.passage->text.find(word) != std::string::npos) return true;
    }
  }
  return false;
}

bool is_settled(const Items& items) {
  return std::all_of(items.begin(), items.end(),
                     [](const Item& item) { return item.is_answered || !item.quantity.is_certain; });
}

/// Lets each quantity find its answer in the other language: exactly first, then
/// as far as both say the same.
void compare(Items& left, Items& right) {
  const bool decrease = speaks_of_decrease(left) || speaks_of_decrease(right);
  const Agree always = [](const Quantity&, const Quantity&) { return true; };
  const Agree if_decrease = [&](const Quantity& a, const Quantity& b) { return decrease && units_may_agree(a, b); };
  const std::pair<Key, Agree> steps[] = {
      {exact_key, always},
      {written_key, units_may_agree},
      {size_key, [&](const Quantity& a, const Quantity& b) { return decrease && a.unit == b.unit; }},
      {size_key, if_decrease},
      {year_month_key, agree_as_far_as_given},
      {year_key, agree_as_far_as_given},
      {month_key, agree_as_far_as_given},
      {bare_key, kinds_differ}};
  for (const auto& [key, agree] : steps) {
    answer(left, right, true, true, key, agree);
    answer(left, right, true, false, key, agree);
    answer(left, right, false, true, key, agree);
    answer(left, right, false, false, key, agree);
    if (is_settled(left) && is_settled(right)) return;
  }
}

Span place_of(const Item& item) {
  return item.passage->span(item.quantity.begin, item.quantity.end);
}

/// As the author wrote it, and its value where that is not plain: 6千 (6,000).
std::string shown(const Item& item, UiLanguage language) {
  const Quantity& quantity = item.quantity;
  std::string text = item.passage->text.substr(quantity.begin, quantity.end - quantity.begin);
  const bool is_scaled = text.find("千") != text.npos || text.find("万") != text.npos || text.find("亿") != text.npos ||
                         text.find("分之") != text.npos;
  if (quantity.kind != Quantity::Kind::number || !is_scaled) return text;
  return text +
         (language == UiLanguage::en ? " (" + write(quantity.written) + ")" : "（" + write(quantity.written) + "）");
}

constexpr Words kOther = {"the other language's text", "另一种语言的文字"};

/// Says what differs; either item may be absent.
class Reporter {
 public:
  Reporter(const Parallel& parallel, Findings& findings) : parallel_(parallel), findings_(findings) {}

  void report(const Item* source, const Item* translation) {
    const Item& one = source ? *source : *translation;
    const bool is_date = one.quantity.kind == Quantity::Kind::date || one.quantity.kind == Quantity::Kind::decade;
    Finding finding{is_date ? &parity_date : &parity_number, translation ? place_of(*translation) : one.partner->end()};
    finding.arguments.push_back({"difference", difference(source, translation, UiLanguage::en),
                                 difference(source, translation, UiLanguage::zh_hans)});
    if (source) finding.related.push_back({place_of(*source), kOther});
    finding.subject = shown(one, UiLanguage::en);
    finding.evidence = sha256_hex(translation ? translation->partner->passage.text : one.passage->text);
    findings_.add(std::move(finding));
  }

 private:
  std::string difference(const Item* source, const Item* translation, UiLanguage language) const {
    const std::string a = language_word(parallel_.source->language, language);
    const std::string b = language_word(parallel_.translation->language, language);
    const bool is_english = language == UiLanguage::en;
    if (source && translation) {
      const std::string x = shown(*source, language), y = shown(*translation, language);
      return is_english ? a + " says " + x + ", " + b + " says " + y : a + "为 " + x + "，" + b + "为 " + y;
    }
    const std::string& has = source ? a : b;
    const std::string& lacks = source ? b : a;
    const std::string text = shown(source ? *source : *translation, language);
    return is_english ? has + " says " + text + " here, " + lacks + " does not"
                      : has + "此处有 " + text + "，" + lacks + "没有";
  }

  const Parallel& parallel_;
  Findings& findings_;
};

std::vector<const Item*> open_items(const Items& items) {
  std::vector<const Item*> open;
  for (const Item& item : items) {
    if (!item.is_answered && item.quantity.is_certain && item.partner) open.push_back(&item);
  }
  return open;
}

bool are_comparable(const Item& a, const Item& b) {
  const auto is_date = [](const Item& item) {
    return item.quantity.kind == Quantity::Kind::date || item.quantity.kind == Quantity::Kind::decade;
  };
  return a.partner == b.unit && is_date(a) == is_date(b);
}

/// IL-6 beside IL-2: names are not translated, so two that differ only in their number contradict.
void report_names(const Items& left, const Items& right, Reporter& reporter) {
  for (const Item& source : left) {
    if (source.is_answered || source.quantity.kind != Quantity::Kind::name) continue;
    for (const Item& translation : right) {
      const bool contradicts = !translation.is_answered && translation.quantity.kind == Quantity::Kind::name &&
                               translation.unit == source.partner && translation.quantity.stem == source.quantity.stem;
      if (!contradicts) continue;
      reporter.report(&source, &translation);
      break;
    }
  }
}

void report(const Items& left, const Items& right, Reporter& reporter) {
  std::vector<const Item*> others = open_items(right);
  for (const Item* source : open_items(left)) {
    const auto match =
        std::find_if(others.begin(), others.end(), [&](const Item* other) { return are_comparable(*source, *other); });
    reporter.report(source, match == others.end() ? nullptr : *match);
    if (match != others.end()) others.erase(match);
  }
  for (const Item* translation : others) reporter.report(nullptr, translation);
  report_names(left, right, reporter);
}

/// Tables of the same shape are compared cell by cell: two swapped values are a fault.
void compare_tables(const Unit& source, const Unit& translation, Reporter& reporter) {
  const auto left = inlines_of(source), right = inlines_of(translation);
  if (left.size() != right.size()) return;
  for (std::size_t i = 0; i < left.size(); ++i) {
    Unit a{.kind = Unit::Kind::table, .block = source.block, .passage = passage_of(*left[i])};
    Unit b{.kind = Unit::Kind::table, .block = translation.block, .passage = passage_of(*right[i])};
    a.span = a.passage.stretches.empty() ? source.span : a.passage.span();
    b.span = b.passage.stretches.empty() ? translation.span : b.passage.span();
    Items source_items, items;
    read(a.passage, &a, &b, source_items);
    read(b.passage, &b, &a, items);
    compare(source_items, items);
    report(source_items, items, reporter);
  }
}

/// What is left of one pair of texts when they are compared alone.
void add_rest(Items& all, Items&& items) {
  for (Item& item : items) {
    if (!item.is_answered) all.push_back(std::move(item));
  }
}

void compare_section(const SectionPair& section, Reporter& reporter) {
  Items source_rest, rest;
  for (const UnitPair& pair : section.units) {
    const bool is_table = pair.source && pair.translation && pair.source->kind == Unit::Kind::table;
    if (is_table) {
      compare_tables(*pair.source, *pair.translation, reporter);
      continue;
    }
    Items source_items, items;
    if (pair.source) read(pair.source->passage, pair.source, pair.translation, source_items);
    if (pair.translation) read(pair.translation->passage, pair.translation, pair.source, items);
    compare(source_items, items);
    add_rest(source_rest, std::move(source_items));
    add_rest(rest, std::move(items));
  }
  compare(source_rest, rest);  // sentences may stand in another paragraph of the section
  report(source_rest, rest, reporter);
}

}  // namespace

void check_parity_number(const Context& context, Findings& findings) {
  for (const Parallel& parallel : context.parallels) {
    Reporter reporter(parallel, findings);
    for (const SectionPair& section : parallel.pairs) compare_section(section, reporter);
  }
}

}  // namespace bifolio::check
