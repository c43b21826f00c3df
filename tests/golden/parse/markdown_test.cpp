#include <gtest/gtest.h>

#include "base/quote.h"
#include "model/dump.h"
#include "parse/parse.h"
#include "support/golden.h"

namespace bifolio {
namespace {

std::string place(Span span, std::string_view source) {
  return quote(source.substr(span.begin, std::min<std::size_t>(span.size(), 60)));
}

/// Rule, place and arguments; the words themselves are tested where they are printed.
std::string describe(const Finding& finding, std::string_view source) {
  std::string out = "! " + std::string(finding.rule->id) + " at " + place(finding.span, source);
  for (const Argument& argument : finding.arguments) {
    if (argument.text.size() < 60) out += " " + argument.name + "=" + argument.text;
  }
  for (const Fix& fix : finding.fixes) out += " fix " + place(fix.span, source) + " -> " + quote(fix.replacement);
  return out + "\n";
}

std::string read(const testing::Case& one) {
  std::string input, language = "en";
  DumpSpans spans = DumpSpans::no;
  for (const testing::Section& section : one.sections) {
    if (section.name != "input") continue;
    input = section.text;
    if (section.argument.starts_with("zh")) language = "zh-Hans";
    if (section.argument.ends_with("spans")) spans = DumpSpans::yes;
  }
  Findings findings;
  const Document document = parse::parse_markdown(input, {0}, 0, language, findings);
  findings.sort();
  std::string out = dump(document, spans);
  for (const Finding& finding : findings.all()) out += describe(finding, input);
  return out;
}

TEST(Markdown, Golden) {
  for (const char* topic : {"blocks", "inlines", "citations", "tables", "notes", "definitions", "slips"}) {
    testing::run_cases("golden/parse/markdown_" + std::string(topic) + ".case", read);
  }
}

}  // namespace
}  // namespace bifolio
