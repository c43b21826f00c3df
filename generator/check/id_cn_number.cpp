// Chinese identifiers: serial numbers (CN), resource identifiers (CSTR), and
// addresses of CNKI and Wanfang that work for one reader on one day.
#include "base/unicode.h"
#include "check/checks.h"
#include "model/walk.h"

namespace bifolio::check {

const Rule id_cn_number{
    "id-cn-number",
    Severity::warning,
    {"`{value}` {why}.", "`{value}` {why}。"},
    {"A Chinese serial number reads `CN 11-2022/R`, a CSTR `CSTR:32003.36.…`. An address of CNKI or Wanfang that holds "
     "only a session token (`v=…`) opens nothing later: give the DOI, or the address with `dbcode` and `filename`.",
     "国内统一刊号形如 `CN 11-2022/R`，科技资源标识形如 `CSTR:32003.36.…`。只含会话参数（`v=…`）的知网、万方"
     "链接以后打不开：请改用 DOI，或带 `dbcode` 和 `filename` 的地址。"}};

namespace {

void report(Span place, const std::string& value, std::string en, std::string zh, Findings& findings) {
  constexpr std::size_t kLongest = 60;
  const std::string shown = value.size() > kLongest ? value.substr(0, kLongest) + "…" : value;
  findings.add({&id_cn_number, place, {{"value", shown}, {"why", std::move(en), std::move(zh)}}, {}, {}, value});
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_word(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::size_t digits_at(std::string_view text, std::size_t at) {
  std::size_t count = 0;
  while (at + count < text.size() && is_digit(text[at + count])) ++count;
  return count;
}

/// `CN 11-2022/R`. Other tokens that begin so (CN117000000A, a patent) are none of ours:
/// only digits, a hyphen and digits are taken for a serial number.
void check_serial(const Passage& passage, Findings& findings) {
  const std::string& text = passage.text;
  for (std::size_t at = text.find("CN"); at != text.npos; at = text.find("CN", at + 2)) {
    if (at > 0 && (is_word(text[at - 1]) || text[at - 1] == '-')) continue;
    const std::size_t first = at + 2 + (text.substr(at + 2).starts_with(' ') || text.substr(at + 2).starts_with(':'));
    const std::size_t area = digits_at(text, first), hyphen = first + area;
    if (area == 0 || hyphen >= text.size() || text[hyphen] != '-') continue;
    const std::size_t number = digits_at(text, hyphen + 1), end = hyphen + 1 + number;
    const bool goes_on = end < text.size() && (is_word(text[end]) || text[end] == '-');
    if (number == 0 || goes_on || (area == 2 && number == 4) || !passage.is_text(at, end)) continue;
    report(passage.span(at, end), text.substr(at, end - at),
           "is no Chinese serial number: it has two digits, a hyphen and four digits",
           "不是国内统一刊号：应为两位数字、连字符、四位数字", findings);
  }
}

/// Five digits, a stop, two digits, a stop and a suffix (GB/T 32843).
bool is_cstr(std::string_view number) {
  return digits_at(number, 0) == 5 && number.size() > 9 && number[5] == '.' && digits_at(number, 6) == 2 &&
         number[8] == '.';
}

void check_cstr(const Passage& passage, Findings& findings) {
  const std::string& text = passage.text;
  for (std::size_t at = text.find("CSTR"); at != text.npos; at = text.find("CSTR", at + 4)) {
    if (at > 0 && is_word(text[at - 1])) continue;
    std::size_t begin = at + 4;
    if (text[begin] == ':')
      begin += 1;
    else if (text.substr(begin).starts_with("："))
      begin += std::string_view("：").size();
    while (begin < text.size() && text[begin] == ' ') ++begin;
    if (digits_at(text, begin) == 0) continue;
    std::size_t end = begin;
    while (end < text.size() &&
           (is_word(text[end]) || std::string_view("._-/").find(text[end]) != std::string_view::npos))
      ++end;
    while (end > begin && text[end - 1] == '.') --end;
    if (is_cstr(std::string_view(text).substr(begin, end - begin)) || !passage.is_text(at, end)) continue;
    report(passage.span(at, end), text.substr(at, end - at),
           "is no CSTR: it has five digits, a stop, two digits, a stop and a name",
           "不是 CSTR：应为五位数字、点、两位数字、点和名称", findings);
  }
}

/// Whether the address leads to CNKI or Wanfang by a session token alone.
bool is_session_address(std::string_view url) {
  const std::string folded = to_lower(url);
  const bool is_ours = folded.find(".cnki.net/") != folded.npos || folded.find("wanfangdata.com.cn/") != folded.npos;
  const bool has_token = folded.find("?v=") != folded.npos || folded.find("&v=") != folded.npos ||
                         folded.find("token=") != folded.npos || folded.find("jsessionid") != folded.npos;
  const bool has_name = folded.find("filename=") != folded.npos || folded.find("/doi/") != folded.npos ||
                        folded.find("doi=") != folded.npos;
  return is_ours && has_token && !has_name;
}

void check_address(Span place, const std::string& url, Findings& findings) {
  if (is_session_address(url))
    report(place, url, "holds only a session token and will expire; give the DOI, or `dbcode` and `filename`",
           "仅含会话参数，会失效；请改用 DOI，或带 `dbcode` 和 `filename` 的地址", findings);
}

void check_library(const Library& library, Findings& findings) {
  for (const Reference& reference : library.references) {
    const auto url = reference.fields.find("URL");
    const bool has_other = !reference.field("DOI").empty() || !reference.field("PMID").empty();
    if (url != reference.fields.end() && !has_other) check_address(url->second.span, url->second.value, findings);
  }
}

}  // namespace

void check_id_cn_number(const Context& context, Findings& findings) {
  for (const BookProse& prose : context.prose) {
    for (const Passage& passage : prose.passages) {
      check_serial(passage, findings);
      check_cstr(passage, findings);
    }
    for (const Document& document : prose.book->documents) {
      for_each_inline(document.blocks, [&](const Inline& node) {
        const auto* link = node.get_if<Link>();
        if (link)
          check_address(link->target_span.file.is_known() ? link->target_span : node.span, link->target, findings);
      });
    }
  }
  check_library(context.publication.library, findings);
}

}  // namespace bifolio::check
