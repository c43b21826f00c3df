// What pasting, scanning and input methods leave in a text.
#include <algorithm>

#include "base/quote.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "check/checks.h"
#include "check/search.h"

namespace bifolio::check {

const Rule hygiene_placeholder{
    "hygiene-placeholder",
    Severity::error,
    {"“{text}” would be published.", "“{text}”将被发布出去。"},
    {"A note to oneself that was meant to be replaced: TODO, TBD, FIXME, XXX, 待补充, （略）, [citation needed].",
     "留给自己的占位文字，应当先补写：TODO、TBD、FIXME、XXX、待补充、（略）、[citation needed]。"}};

const Rule hygiene_mojibake{
    "hygiene-mojibake",
    Severity::error,
    {"“{text}” is wrongly decoded text.", "“{text}”是编码错误造成的乱码。"},
    {"The text was saved in one encoding and read in another. Copy the passage from its source again, as UTF-8.",
     "文字以一种编码保存，又以另一种编码读取。请从原处重新复制，并以 UTF-8 保存。"},
    Repair::part};

const Rule hygiene_control_char{
    "hygiene-control-char",
    Severity::error,
    {"An invisible character ({code}) stands here: {why}.", "这里有一个看不见的字符（{code}）：{why}。"},
    {"Zero-width spaces break identifiers and search; direction overrides make text look other than it is.",
     "零宽字符会破坏编号和搜索；方向控制符会使文字看起来与实际不同。"},
    Repair::yes,
    true};

const Rule a11y_lang_span{
    "a11y-lang-span",
    Severity::info,
    {"Mark this passage with `[…]{lang={language}}`: “{text}”.", "请为这段文字标注 `[…]{lang={language}}`：“{text}”。"},
    {"Screen readers switch voices by language. A longer passage in the other script needs to say which language it "
     "is.",
     "读屏软件按语言切换发音。较长的外文要注明语言。"}};

namespace {

const std::vector<std::string_view> kPlaceholders = {
    "TODO", "TBD", "FIXME", "XXX", "lorem ipsum", "待补充", "（略）", "待完善", "[citation needed]", "[需要引文]"};
/// What it was, where that can be told.
struct Garbled {
  std::string_view seen, right;
};
constexpr Garbled kMojibake[] = {{"锟斤拷", ""}, {"烫烫烫", ""},    {"屯屯屯", ""}, {"â€™", "’"},
                                 {"â€œ", "“"},   {"â€\u009D", "”"}, {"Ã©", "é"},    {"Ã¨", "è"},
                                 {"Ã¶", "ö"},    {"Ã¼", "ü"},       {"ï¼Œ", "，"}};

void check_placeholders(const Passage& passage, Findings& findings) {
  for (const Match& match : find_words(passage, kPlaceholders)) {
    const bool shouted = match.text != "todo" && match.text != "xxx" && match.text != "tbd";  // words of running text
    if (shouted)
      findings.add(
          {&hygiene_placeholder, passage.span(match.begin, match.end), {{"text", match.text}}, {}, {}, match.text});
  }
}

void check_mojibake(const Passage& passage, Findings& findings) {
  for (const auto& [seen, right] : kMojibake) {
    const std::size_t at = passage.text.find(seen);
    if (at == passage.text.npos || !passage.is_text(at, at + seen.size())) continue;
    const Span span = passage.span(at, at + seen.size());
    Finding finding{&hygiene_mojibake, span, {{"text", std::string(seen)}}, {}, {}, std::string(seen)};
    if (!right.empty() && span.size() == seen.size()) finding.fixes.push_back({span, std::string(right)});
    findings.add(std::move(finding));
    return;
  }
}

Words invisible_reason(char32_t c) {
  if ((c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069))
    return {"it reverses the order in which text is shown", "它会颠倒文字的显示顺序"};
  if (c == 0x200B || c == 0xFEFF || c == 0x2060)
    return {"it breaks words, identifiers and search", "它会破坏词语、编号和搜索"};
  if (c < 0x20 && c != '\n' && c != '\t') return {"it prints nothing", "它不会显示"};
  return {"", ""};
}

void report_invisible(char32_t c, Span span, Findings& findings) {
  const Words why = invisible_reason(c);
  if (why.en.empty()) return;
  Finding finding{&hygiene_control_char,
                  span,
                  {{"code", code_point_name(c)}, {"why", std::string(why.en), std::string(why.zh_hans)}},
                  {},
                  {},
                  code_point_name(c)};
  std::string bytes;
  append_utf8(bytes, c);
  if (span.size() == bytes.size()) finding.fixes.push_back({span, ""});
  findings.add(std::move(finding));
}

void check_invisible(const Passage& passage, Findings& findings) {
  for (const auto [c, offset, size] : code_points(passage.text)) {
    if (!invisible_reason(c).en.empty()) report_invisible(c, passage.span(offset, offset + size), findings);
  }
}

/// The first run of at least 20 letters of the other script that nobody marked.
void check_language(const Passage& passage, bool is_chinese, Findings& findings) {
  constexpr std::size_t kLongest = 20;
  for (const Stretch& stretch : passage.stretches) {
    if (stretch.kind != Stretch::Kind::text || !stretch.language.empty()) continue;
    std::size_t letters = 0, begin = stretch.begin, end = stretch.begin;
    const std::string_view text = std::string_view(passage.text).substr(stretch.begin, stretch.end - stretch.begin);
    for (const auto [c, offset, size] : code_points(text)) {
      const bool other = is_chinese ? c < 0x250 && is_letter(c) : is_han(c);
      const bool breaks = is_chinese ? is_han(c) || is_cjk_punctuation(c) : c < 0x250 && is_letter(c);
      if (breaks && letters >= kLongest) break;
      if (breaks) letters = 0;
      if (!other) continue;
      if (letters++ == 0) begin = stretch.begin + offset;
      end = stretch.begin + offset + size;
    }
    if (letters < kLongest) continue;
    const std::string_view run = std::string_view(passage.text).substr(begin, end - begin);
    if (is_chinese && std::count(run.begin(), run.end(), ' ') < 2) continue;  // `placeholderClassName`: a name
    const std::string seen = passage.text.substr(begin, std::min<std::size_t>(end - begin, 60));
    findings.add({&a11y_lang_span,
                  passage.span(begin, end),
                  {{"language", is_chinese ? "en" : "zh-Hans"},
                   {"text", normalize_nfc(seen.substr(0, find_invalid_utf8(seen)))}},
                  {},
                  {},
                  seen});
    return;
  }
}

void check_library(const Library& library, Findings& findings) {
  for (const Reference& reference : library.references) {
    for (const auto& [name, field] : reference.fields) {
      for (const auto at : code_points(field.value)) report_invisible(at.code_point, field.span, findings);
    }
  }
}

}  // namespace

void check_hygiene(const Context& context, Findings& findings) {
  for (const BookProse& prose : context.prose) {
    const bool is_chinese = prose.book->language.starts_with("zh");
    for (const Passage& passage : prose.passages) {
      check_placeholders(passage, findings);
      check_mojibake(passage, findings);
      check_invisible(passage, findings);
      check_language(passage, is_chinese, findings);
    }
  }
  check_library(context.publication.library, findings);
}

}  // namespace bifolio::check
