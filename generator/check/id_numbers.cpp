// PubMed, arXiv, ISBN and ISSN numbers of the library.
#include "base/unicode.h"
#include "check/checks.h"
#include "model/identifiers.h"

namespace bifolio::check {

const Rule id_pubmed_syntax{
    "id-pubmed-syntax",
    Severity::error,
    {"{field} `{value}` {why}.", "{field} `{value}` {why}。"},
    {"A PMID is one to eight digits (`39459030`). A PMCID is `PMC` and digits (`PMC7016784`). They are different "
     "numbers of the "
     "same article.",
     "PMID 是一到八位数字（`39459030`）；PMCID 是 `PMC` 加数字（`PMC7016784`）。两者是同一篇文章的不同编号。"},
    Repair::part};

const Rule id_arxiv_syntax{"id-arxiv-syntax",
                           Severity::error,
                           {"arXiv `{value}` is no arXiv number, so no such paper can exist.",
                            "arXiv 编号 `{value}` 不合规则，不可能存在这样的论文。"},
                           {"Since April 2007: year, month, a stop and four digits (`0704.0001`), five from January "
                            "2015 (`1501.00001`). Before: "
                            "`math/0309136`.",
                            "自 2007 年 4 月起为年、月、点和四位数字（`0704.0001`），2015 年 1 "
                            "月起为五位（`1501.00001`）；之前为 `math/0309136`。"}};

const Rule id_isbn_checksum{
    "id-isbn-checksum",
    Severity::error,
    {"ISBN {value} fails its checksum (expected …{digit}); a digit is mistyped.",
     "ISBN {value} 校验位错误（应为 …{digit}），有数字录入错误。"},
    {"The last digit of an ISBN follows from the others. Compare the number with the book's imprint.",
     "ISBN 的最后一位由其余各位算出。请与书的版权页核对。"}};

const Rule id_issn_checksum{
    "id-issn-checksum",
    Severity::error,
    {"ISSN {value} fails its checksum (expected …{digit}); a digit is mistyped.",
     "ISSN {value} 校验位错误（应为 …{digit}），有数字录入错误。"},
    {"The last digit of an ISSN follows from the other seven. Compare the number with the journal's page.",
     "ISSN 的最后一位由前七位算出。请与期刊页面核对。"}};

namespace {

using CheckDigit = std::optional<char> (*)(std::string_view);

void check_sum(const ReferenceField& field, const Rule& rule, CheckDigit check_digit, Findings& findings) {
  // Zotero keeps several numbers in one field, with spaces or commas between them.
  for (std::size_t begin = 0; begin < field.value.size();) {
    const std::size_t end = std::min(field.value.find_first_of(" ,;", begin), field.value.size());
    const std::string number = field.value.substr(begin, end - begin);
    begin = end + 1;
    if (number.empty()) continue;
    const auto expected = check_digit(number);
    const char last = number.back() == 'x' ? 'X' : number.back();
    if (expected && *expected == last) continue;
    const std::string digit = expected ? std::string(1, *expected) : "?";
    findings.add({&rule, field.span, {{"value", number}, {"digit", digit}}, {}, {}, number});
  }
}

void check_pmid(const ReferenceField& field, Findings& findings) {
  if (is_pmid(field.value)) return;
  const Argument name{"field", "PMID"}, value{"value", field.value};
  if (is_pmcid(field.value)) {
    return findings.add({&id_pubmed_syntax,
                         field.span,
                         {name, value, {"why", "is a PMCID; put it in `PMCID`", "实为 PMCID，请填入 `PMCID`"}},
                         {},
                         {},
                         field.value});
  }
  Finding finding{
      &id_pubmed_syntax,
      field.span,
      {name, value, {"why", "is not one to eight digits without a leading zero", "不是一到八位、不以 0 开头的数字"}},
      {},
      {},
      field.value};
  const std::size_t digits = field.value.find_first_of("123456789");
  const std::string rest = digits == field.value.npos ? "" : field.value.substr(digits);
  const bool had_label = fold_case(field.value).starts_with("pmid");
  if (const auto place = value_span(field); place && had_label && is_pmid(rest))
    finding.fixes.push_back({*place, rest});
  findings.add(std::move(finding));
}

void check_pmcid(const ReferenceField& field, Findings& findings) {
  if (is_pmcid(field.value)) return;
  Finding finding{&id_pubmed_syntax,
                  field.span,
                  {{"field", "PMCID"},
                   {"value", field.value},
                   {"why", "is not `PMC` and one to eight digits", "不是 `PMC` 加一到八位数字"}},
                  {},
                  {},
                  field.value};
  const auto place = value_span(field);
  if (place && is_all_digits(field.value) && is_pmcid("PMC" + field.value))
    finding.fixes.push_back({*place, "PMC" + field.value});
  findings.add(std::move(finding));
}

}  // namespace

void check_id_numbers(const Context& context, Findings& findings) {
  for (const Reference& reference : context.publication.library.references) {
    for (const auto& [name, field] : reference.fields) {
      if (name == "PMID") check_pmid(field, findings);
      if (name == "PMCID") check_pmcid(field, findings);
      if (name == "ISBN") check_sum(field, id_isbn_checksum, isbn_check_digit, findings);
      if (name == "ISSN") check_sum(field, id_issn_checksum, issn_check_digit, findings);
      if (name != "URL" && name != "number" && name != "archive_location") continue;
      const std::string number = arxiv_number(field.value);
      if (!number.empty() && !is_arxiv(number))
        findings.add({&id_arxiv_syntax, field.span, {{"value", number}}, {}, {}, number});
    }
  }
}

}  // namespace bifolio::check
