// Trial registrations and ORCID iDs in prose and links.
#include "base/unicode.h"
#include "check/checks.h"
#include "model/identifiers.h"
#include "model/walk.h"

namespace bifolio::check {

const Rule id_trial_syntax{"id-trial-syntax",
                           Severity::error,
                           {"`{value}` is no registration number: {why}.", "`{value}` 不是有效的注册号：{why}。"},
                           {"ClinicalTrials.gov: NCT and 8 digits. Chinese registry: ChiCTR and 10 digits, or "
                            "ChiCTR-TRC- and 8 digits. ISRCTN: 8 digits. "
                            "EudraCT: 2019-000123-45.",
                            "ClinicalTrials.gov：NCT 加 8 位数字。中国临床试验注册中心：ChiCTR 加 10 位数字，或 "
                            "ChiCTR-TRC- 加 8 位。ISRCTN 加 8 位。EudraCT：2019-000123-45。"}};

const Rule id_orcid_checksum{"id-orcid-checksum",
                             Severity::error,
                             {"ORCID {value} fails its checksum (expected …{digit}); a digit is mistyped.",
                              "ORCID {value} 校验位错误（应为 …{digit}），有数字录入错误。"},
                             {"The last digit of an ORCID iD follows from the others (ISO 7064, mod 11-2).",
                              "ORCID 的最后一位由其余各位算出（ISO 7064, mod 11-2）。"}};

namespace {

struct Registry {
  std::string_view prefix;
  std::size_t digits;
  std::string_view name;
};

constexpr Registry kRegistries[] = {
    {"NCT", 8, "ClinicalTrials.gov"}, {"ISRCTN", 8, "ISRCTN"}, {"ChiCTR", 10, "ChiCTR"}};

bool is_word_byte(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::size_t digits_at(std::string_view text, std::size_t at) {
  std::size_t count = 0;
  while (at + count < text.size() && text[at + count] >= '0' && text[at + count] <= '9') ++count;
  return count;
}

Argument why(const Registry& registry, std::size_t found, std::string_view value) {
  const std::string name(registry.name), wanted = std::to_string(registry.digits), have = std::to_string(found);
  std::string en = "it has " + have + " digits, " + name + " numbers have " + wanted,
              zh = name + " 编号应为 " + wanted + " 位数字，这里有 " + have + " 位";
  if (registry.prefix == "NCT" && found == 7) {
    const std::string guess = "NCT0" + std::string(value.substr(3));
    en += " (" + guess + "?)";
    zh += "（是否为 " + guess + "？）";
  }
  return {"why", en, zh};
}

void check_registry(const Passage& passage, const Registry& registry, Findings& findings) {
  const std::string& text = passage.text;
  for (std::size_t at = text.find(registry.prefix); at != text.npos; at = text.find(registry.prefix, at + 1)) {
    if (at > 0 && is_word_byte(text[at - 1])) continue;
    const std::size_t start = at + registry.prefix.size();
    const std::size_t count = digits_at(text, start);
    if (count == 0 || count == registry.digits) continue;  // `ChiCTR-TRC-…` has no digit right after its name
    const std::string value = text.substr(at, registry.prefix.size() + count);
    findings.add({&id_trial_syntax,
                  passage.span(at, start + count),
                  {{"value", value}, why(registry, count, value)},
                  {},
                  {},
                  value});
  }
}

void check_orcid(const Link& link, Findings& findings) {
  const std::size_t at = link.target.find("orcid.org/");
  if (at == link.target.npos) return;
  const std::string value = link.target.substr(at + 10, 19);
  const auto expected = orcid_check_digit(value);
  if (expected && *expected == value.back()) return;
  findings.add({&id_orcid_checksum,
                link.target_span,
                {{"value", value}, {"digit", expected ? std::string(1, *expected) : "?"}},
                {},
                {},
                value});
}

}  // namespace

void check_id_in_text(const Context& context, Findings& findings) {
  for (const BookProse& prose : context.prose) {
    for (const Passage& passage : prose.passages) {
      for (const Registry& registry : kRegistries) check_registry(passage, registry, findings);
    }
    for (const Document& document : prose.book->documents) {
      for_each_inline(document.blocks, [&](const Inline& node) {
        if (const auto* link = node.get_if<Link>()) check_orcid(*link, findings);
      });
    }
  }
}

}  // namespace bifolio::check
