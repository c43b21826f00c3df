// DOIs in the library's DOI fields: form, placeholders, what a sentence left behind.
#include "base/unicode.h"
#include "base/utf8.h"
#include "check/checks.h"
#include "model/identifiers.h"

namespace bifolio::check {

const Rule id_doi_syntax{
    "id-doi-syntax",
    Severity::error,
    {"`{value}` is not a DOI: {why}.", "`{value}` 不是有效 DOI：{why}。"},
    {"A DOI is `10.`, four to nine digits, a slash and a suffix without spaces: `10.1056/NEJMoa2204705`. Copy it from "
     "the "
     "publisher's page.",
     "DOI 的形式是 `10.`、四到九位数字、斜杠和不含空格的后缀：`10.1056/NEJMoa2204705`。请从出版社页面复制。"},
    Repair::part};

const Rule id_doi_trailing{
    "id-doi-trailing",
    Severity::error,
    {"DOI `{value}` ends in `{mark}`, taken from the sentence around it; remove it.",
     "DOI `{value}` 末尾带有 `{mark}`，是从句子里带进来的，请删除。"},
    {"A mark copied along with a DOI makes it another DOI, which leads nowhere. Balanced brackets belong to the DOI: "
     "`10.1016/S0022-510X(99)00210-5`.",
     "连同 DOI 复制进来的标点会使它变成另一个不存在的 DOI。成对的括号属于 DOI 本身：`10.1016/S0022-510X(99)00210-5`。"},
    Repair::yes};

const Rule id_doi_placeholder{
    "id-doi-placeholder",
    Severity::error,
    {"`{value}` is a DOI for tests and examples; it identifies no work.", "`{value}` 是测试用 DOI，不对应任何文献。"},
    {"The prefixes 10.5555 and 10.0000 and the form 10.xxxx stand in manuals and templates. Put in the work's own DOI, "
     "or leave "
     "the field out.",
     "前缀 10.5555、10.0000 和 10.xxxx 只用于说明书和模板。请填写文献自己的 DOI，或删去这一栏。"}};

const Rule id_doi_form{
    "id-doi-form",
    Severity::info,
    {"Store the bare DOI `{bare}`; the link is generated.", "请只保存 DOI 本身 `{bare}`，链接会自动生成。"},
    {"The DOI field holds the DOI alone, without `https://doi.org/` or `doi:`.",
     "DOI 栏只放 DOI 本身，不带 `https://doi.org/` 或 `doi:`。"},
    Repair::yes};

namespace {

bool is_placeholder(std::string_view bare) {
  const std::string folded = fold_case(bare);
  return folded.starts_with("10.5555/") || folded.starts_with("10.0000/") || folded.starts_with("10.xxxx");
}

bool closes_unopened(std::string_view doi, char open, char close) {
  int depth = 0;
  for (const char c : doi) depth += c == open ? 1 : c == close ? -1 : 0;
  return depth < 0;
}

/// How many bytes at the end belong to the sentence around it.
std::size_t trailing_bytes(std::string_view doi) {
  std::string_view rest = doi;
  while (!rest.empty()) {
    const char last = rest.back();
    std::size_t at = rest.size() - 1;
    while (at > 0 && (static_cast<unsigned char>(rest[at]) & 0xC0) == 0x80) --at;
    const bool mark = std::string_view(".,;:").find(last) != std::string_view::npos ||
                      (last == ')' && closes_unopened(rest, '(', ')')) ||
                      (last == ']' && closes_unopened(rest, '[', ']')) ||
                      (last == '>' && closes_unopened(rest, '<', '>')) ||
                      (rest.size() - at > 1 && is_cjk_punctuation(decode_utf8(rest, at).code_point));
    if (!mark) break;
    rest = rest.substr(0, at);
  }
  return doi.size() - rest.size();
}

Argument why_no_doi(std::string_view bare) {
  if (bare.find("．") != bare.npos || bare.find("／") != bare.npos)
    return {"why", "it has full-width marks", "含有全角符号"};
  if (bare.find(' ') != bare.npos && bare.find('/') == bare.npos)
    return {"why", "a slash is missing after the prefix", "前缀后缺少斜杠"};
  if (bare.find(' ') != bare.npos) return {"why", "it has a space in it", "中间有空格"};
  if (!bare.starts_with("10.")) return {"why", "a DOI starts with `10.`", "DOI 以 `10.` 开头"};
  if (bare.find('/') == bare.npos) return {"why", "the part after the slash is missing", "缺少斜杠及其后的部分"};
  return {"why", "its prefix is not `10.` and four to nine digits", "前缀不是 `10.` 加四到九位数字"};
}

std::string with_narrow_marks(std::string text) {
  for (const auto& [wide, narrow] : {std::pair<std::string, std::string>{"．", "."}, {"／", "/"}}) {
    for (std::size_t at = text.find(wide); at != text.npos; at = text.find(wide)) text.replace(at, wide.size(), narrow);
  }
  return text;
}

void add(Findings& findings, const Rule& rule, const ReferenceField& field, std::vector<Argument> arguments,
         const std::string& repaired) {
  Finding finding{&rule, field.span, std::move(arguments), {}, {}, field.value};
  const auto place = value_span(field);
  if (place && !repaired.empty()) finding.fixes.push_back({*place, repaired});
  findings.add(std::move(finding));
}

void check_doi(const ReferenceField& field, Findings& findings) {
  const std::string bare = bare_doi(field.value);
  if (is_placeholder(bare)) return add(findings, id_doi_placeholder, field, {{"value", bare}}, "");
  if (const std::size_t trail = trailing_bytes(bare); trail > 0 && is_doi(bare.substr(0, bare.size() - trail))) {
    const std::string good = bare.substr(0, bare.size() - trail);
    return add(findings, id_doi_trailing, field, {{"value", bare}, {"mark", bare.substr(good.size())}}, good);
  }
  if (!is_doi(bare)) {
    const std::string repaired = with_narrow_marks(bare);
    return add(findings, id_doi_syntax, field, {{"value", bare}, why_no_doi(bare)}, is_doi(repaired) ? repaired : "");
  }
  if (bare != field.value) add(findings, id_doi_form, field, {{"bare", bare}}, bare);
}

}  // namespace

void check_id_doi(const Context& context, Findings& findings) {
  for (const Reference& reference : context.publication.library.references) {
    const auto field = reference.fields.find("DOI");
    if (field != reference.fields.end()) check_doi(field->second, findings);
  }
}

}  // namespace bifolio::check
