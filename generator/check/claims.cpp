// Sentences that need a source and have none. Heuristics, so warnings only,
// except where the text itself promises a source.
#include <algorithm>

#include "base/unicode.h"
#include "base/utf8.h"
#include "check/checks.h"
#include "check/search.h"

namespace bifolio::check {

const Rule source_no_identifier{
    "source-no-identifier",
    Severity::error,
    {"“{text}” promises a source but gives no citation. Add the work to the library and write `[@key]`.",
     "“{text}”提到了出处，却没有引文。请把文献加入文献库，并写 `[@key]`。"},
    {"Words such as “Source:” or “来源：” name a work. A reader can only find it through a citation, a link or an "
     "identifier in the same "
     "sentence.",
     "“来源：”“Source:”之类的词指明了某篇文献；只有同一句里有引文、链接或编号，读者才找得到它。"}};

const Rule claim_number_uncited{"claim-number-uncited",
                                Severity::warning,
                                {"“{text}” has no source in this paragraph.", "“{text}”所在段落没有出处。"},
                                {"A figure needs a source: a citation in its sentence or later in its paragraph. "
                                 "Documents with `kind: reflection` are not asked.",
                                 "数字需要出处：在同一句或同一段后文中给出引文。`kind: reflection` 的文档不检查。"}};

const Rule claim_attribution_uncited{
    "claim-attribution-uncited",
    Severity::warning,
    {"“{text}” has no citation in this paragraph.", "“{text}”缺少引文。"},
    {"“Studies show”, “according to”, “研究表明” lean on somebody's work: cite it in the same paragraph, or say whose "
     "view it is.",
     "“研究表明”“studies show”“according to”依据的是别人的工作：请在同一段给出引文，或说明是谁的看法。"}};

const Rule cite_numeric_literal{
    "cite-numeric-literal",
    Severity::error,
    {"`{text}` points into some other paper's reference list; this booklet numbers its references itself. Cite the "
     "work: `[@key]`.",
     "`{text}` 指向另一篇论文的参考文献表，本手册自己编号。请改为直接引用该文献：`[@key]`。"},
    {"Numbers in square brackets that were pasted from a paper mean that paper's list. Find the work, add it to the "
     "library and cite it by "
     "its key.",
     "从论文粘贴来的方括号数字指的是那篇论文的文献表。请找到该文献，加入文献库，用键引用。"}};

namespace {

const std::vector<std::string_view> kPromises = {"Source:", "Sources:", "Link:", "see the paper", "来源：",
                                                 "来源:",   "出处：",   "出处:", "链接：",        "链接:"};
const std::vector<std::string_view> kAttributions = {
    "studies show",   "study shows",  "studies suggest", "studies have shown",
    "research shows", "according to", "published in",    "it has been shown",
    "研究表明",       "研究显示",     "研究发现",        "有研究",
    "据统计",         "据报道",       "文献报道",        "发表于",
    "发表在"};

bool is_digit_at(std::string_view text, std::size_t at) {
  return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

/// The number that starts at `at`: digits with commas and a decimal point.
std::size_t number_end(std::string_view text, std::size_t at) {
  while (is_digit_at(text, at) ||
         (at + 1 < text.size() && (text[at] == ',' || text[at] == '.') && is_digit_at(text, at + 1)))
    ++at;
  return at;
}

bool starts_with_any(std::string_view text, std::initializer_list<std::string_view> words) {
  for (const std::string_view word : words) {
    if (text.starts_with(word)) return true;
  }
  return false;
}

/// Whether the number is a statistic: a share, a dose, a large count, one of a test.
bool is_statistic(std::string_view text, std::size_t begin, std::size_t end) {
  std::string_view rest = text.substr(end);
  while (rest.starts_with(' ') || rest.starts_with("\u00A0")) rest.remove_prefix(rest.starts_with(' ') ? 1 : 2);
  if (starts_with_any(rest, {"%", "％", "‰", "万", "亿", "mg", "μg", "million", "billion", "thousand", "times", "倍",
                             "percent", "per cent"}))
    return true;
  std::string_view lead = text.substr(0, begin);
  while (lead.ends_with(' ')) lead.remove_suffix(1);
  for (const std::string_view mark :
       {"n=", "n =", "P=", "P =", "P<", "P <", "p=", "p =", "p<", "p <", "HR", "OR", "RR", "＝"}) {
    if (lead.ends_with(mark)) return true;
  }
  const std::string digits(text.substr(begin, end - begin));
  const bool plain = digits.find_first_of(",.") == digits.npos;
  const bool year = plain && digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
  if (year || digits.find('.') != digits.npos) return false;
  const std::size_t count =
      static_cast<std::size_t>(std::count_if(digits.begin(), digits.end(), [](char c) { return c != ','; }));
  return count >= 3 && count <= 9 &&
         starts_with_any(rest, {"people", "patients", "participants", "persons", "cases", "events", "人", "名", "例",
                                "位", "个", "条"});
}

/// The first statistic in the bytes; an empty match where there is none.
Match find_statistic(const Passage& passage, std::size_t begin, std::size_t end) {
  const std::string_view text = passage.text;
  for (std::size_t at = begin; at < end; ++at) {
    if (!is_digit_at(text, at)) continue;
    const std::size_t stop = number_end(text, at);
    const char32_t left = before(text, at);
    const bool part_of_name = left == U'-' || left == U'@' || (left < 0x80 && is_letter(left));  // IL-6, SOD1
    if (!part_of_name && passage.is_text(at, stop) && is_statistic(text, at, stop))
      return {at, stop, std::string(text.substr(at, stop - at))};
    at = stop - 1;
  }
  return {};
}

std::string excerpt(const Passage& passage, std::size_t begin, std::size_t end) {
  std::string text = passage.text.substr(begin, end - begin);
  for (std::size_t at = text.find(kObject); at != text.npos; at = text.find(kObject)) text.erase(at, kObject.size());
  while (text.ends_with(' ')) text.pop_back();
  constexpr std::size_t kLongest = 40;
  if (count_code_points(text) <= kLongest) return text;
  std::u32string shorter = to_utf32(text).substr(0, kLongest);
  return to_utf8(shorter) + "…";
}

void check_promises(const Passage& passage, const Book& book, Findings& findings) {
  const auto promises = find_words(passage, kPromises);
  if (promises.empty()) return;
  for (const Sentence& sentence : sentences(passage, book.language)) {
    for (const Match& match : promises) {
      if (match.begin < sentence.begin || match.begin >= sentence.end ||
          passage.has_source(sentence.begin, sentence.end))
        continue;
      findings.add({&source_no_identifier,
                    passage.span(match.begin, match.end),
                    {{"text", excerpt(passage, match.begin, sentence.end)}},
                    {},
                    {},
                    match.text});
      break;
    }
  }
}

void check_numbers(const Passage& passage, const Book& book, Findings& findings) {
  for (const Sentence& sentence : sentences(passage, book.language)) {
    if (passage.has_source(sentence.begin, passage.text.size())) continue;
    const Match found = find_statistic(passage, sentence.begin, sentence.end);
    if (found.text.empty()) continue;
    findings.add({&claim_number_uncited,
                  passage.span(found.begin, found.end),
                  {{"text", excerpt(passage, sentence.begin, sentence.end)}},
                  {},
                  {},
                  found.text});
    return;  // one finding a paragraph: one citation would answer them all
  }
}

/// “according to his statistics”, “according to a review”, “according to Miller”; what
/// follows the weight or the space left is no claim of somebody's.
bool names_somebody(std::string_view rest) {
  const auto take = [&] {
    while (rest.starts_with(' ')) rest.remove_prefix(1);
    const std::string_view word = rest.substr(0, std::min(rest.find_first_of(" ,.;:)"), rest.size()));
    rest.remove_prefix(word.size());
    return word;
  };
  std::string_view word = take();
  if (word == "the") word = take();
  if (word.empty() || (word[0] >= 'A' && word[0] <= 'Z') || static_cast<unsigned char>(word[0]) >= 0x80) return true;
  for (const std::string_view one :
       {"his",      "her",         "their",   "a",          "an",     "one",     "another",    "recent",    "some",
        "several",  "many",        "most",    "statistics", "data",   "report",  "reports",    "study",     "studies",
        "research", "researchers", "authors", "experts",    "review", "reviews", "literature", "guidelines"})
    if (one == word) return true;
  return false;
}

void check_attributions(const Passage& passage, Findings& findings) {
  if (passage.has_source(0, passage.text.size())) return;
  for (const Match& match : find_words(passage, kAttributions)) {
    const bool is_vague = match.text.ends_with("ccording to");
    if (is_vague && !names_somebody(std::string_view(passage.text).substr(match.end))) continue;
    findings.add(
        {&claim_attribution_uncited, passage.span(match.begin, match.end), {{"text", match.text}}, {}, {}, match.text});
    return;
  }
}

/// `[108]`, `[116,117]`, `[120–121]`, `［12］`: the end of the bracket, or npos.
std::size_t numeric_bracket_end(std::string_view text, std::size_t at) {
  const bool wide = text.substr(at).starts_with("［");
  if (!wide && text[at] != '[') return text.npos;
  std::size_t i = at + (wide ? 3 : 1);
  const std::size_t first = i;
  bool expects_digit = true;
  while (i < text.size()) {
    if (is_digit_at(text, i)) {
      std::size_t digits = 0;
      while (is_digit_at(text, i)) ++i, ++digits;
      if (digits > 3) return text.npos;  // no list is that long, but years are
      expects_digit = false;
    } else if (!expects_digit && (text[i] == ']' || text.substr(i).starts_with("］"))) {
      return i > first ? i + (text[i] == ']' ? 1 : 3) : text.npos;
    } else if (!expects_digit && (text[i] == ',' || text[i] == '-')) {
      ++i, expects_digit = true;
    } else if (!expects_digit && starts_with_any(text.substr(i), {"–", "，", "、"})) {
      i += 3, expects_digit = true;
    } else if (text[i] == ' ') {
      ++i;
    } else {
      return text.npos;
    }
  }
  return text.npos;
}

/// `[0, 1]` after the word for it is an interval.
bool is_interval(std::string_view text, std::size_t at) {
  std::string_view lead = text.substr(0, at);
  while (lead.ends_with(' ')) lead.remove_suffix(1);
  for (const std::string_view word : {"CI", "interval", "range", "区间", "范围", "∈", "=", "IQR"}) {
    if (lead.ends_with(word)) return true;
  }
  return false;
}

void check_literals(const Passage& passage, Findings& findings) {
  const std::string_view text = passage.text;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::size_t end = numeric_bracket_end(text, at);
    if (end == text.npos || !passage.is_text(at, end) || is_interval(text, at)) continue;
    const std::string literal(text.substr(at, end - at));
    findings.add({&cite_numeric_literal, passage.span(at, end), {{"text", literal}}, {}, {}, literal});
    at = end - 1;
  }
}

}  // namespace

void check_claims(const Context& context, Findings& findings) {
  const bool has_library = !context.publication.library.references.empty();
  for (const BookProse& prose : context.prose) {
    for (const Passage& passage : prose.passages) {
      check_promises(passage, *prose.book, findings);
      if (has_library) check_literals(passage, findings);
      const bool reflects = prose.book->documents[passage.document].front.kind == "reflection";
      if (reflects || passage.kind != Passage::Kind::paragraph) continue;
      check_numbers(passage, *prose.book, findings);
      check_attributions(passage, findings);
    }
  }
}

}  // namespace bifolio::check
