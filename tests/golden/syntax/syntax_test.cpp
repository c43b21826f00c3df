// Each case is a file's text; expected are its tree with places and the findings.
// The argument of `input` changes the text: `crlf` and `cr` its line ends, `bom`
// adds a byte order mark, `unended` cuts the last line feed off.
#include "syntax/syntax.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/quote.h"
#include "base/utf8.h"
#include "support/describe.h"
#include "support/golden.h"

namespace bifolio::syntax {
namespace {

using testing::Case;
using testing::describe;

std::string place(std::string_view text, std::uint32_t offset) {
  const std::string_view before = text.substr(0, offset);
  const std::size_t start = before.rfind('\n') + 1;
  return std::to_string(std::count(before.begin(), before.end(), '\n') + 1) + ":" +
         std::to_string(count_code_points(before.substr(start)) + 1);
}

std::string place(std::string_view text, Span span) {
  return span.file.is_known() ? " " + place(text, span.begin) + "-" + place(text, span.end) : " nowhere";
}

std::string value(const Tree& tree) {
  switch (tree.kind) {
    case Tree::Kind::null: return "null";
    case Tree::Kind::boolean: return tree.boolean ? "true" : "false";
    case Tree::Kind::number: return "number " + tree.text;
    case Tree::Kind::string: return quote(tree.text);
    case Tree::Kind::array: return "array";
    case Tree::Kind::object: return "object";
  }
  return "";
}

void print(const Tree& tree, std::string_view text, const std::string& label, int depth, std::string& out) {
  out += std::string(depth * 2, ' ') + label + value(tree) + place(text, tree.span) + "\n";
  for (const Tree& item : tree.items) print(item, text, "- ", depth + 1, out);
  for (const Member& member : tree.members) {
    print(member.value, text, member.key + place(text, member.key_span) + " = ", depth + 1, out);
  }
}

std::string input_of(const Case& one) {
  std::string text(one.text("input"));
  const std::string& argument = one.sections[0].argument;
  if (argument == "unended") text.pop_back();
  if (argument == "bom") text = "\xEF\xBB\xBF" + text;
  if (argument == "cr") std::replace(text.begin(), text.end(), '\n', '\r');
  if (argument == "crlf") {
    for (std::size_t at = 0; (at = text.find('\n', at)) != text.npos; at += 2) text.replace(at, 1, "\r\n");
  }
  return text;
}

using Parser = Tree (*)(const Input&, Findings&);

void run(const char* path, Parser parse) {
  testing::run_cases(path, [&](const Case& one) {
    const std::string text = input_of(one);
    Findings findings;
    const Tree tree = parse({text, FileId{0}}, findings);
    std::string out;
    print(tree, text, "", 0, out);
    return out + describe(findings, text);
  });
}

TEST(Syntax, Json) {
  run("golden/syntax/json.case", [](const Input& input, Findings& findings) { return parse_json(input, findings); });
}
TEST(Syntax, Toml) {
  run("golden/syntax/toml.case", parse_toml);
}
TEST(Syntax, Yaml) {
  run("golden/syntax/yaml.case", parse_yaml);
}

TEST(Syntax, Csv) {
  testing::run_cases("golden/syntax/csv.case", [&](const Case& one) {
    const std::string text = input_of(one);
    Findings findings;
    std::string out;
    for (const CsvRow& row : parse_csv({text, FileId{0}}, findings).rows) {
      out += "row" + place(text, row.span) + "\n";
      for (const CsvField& field : row.fields) out += "  " + quote(field.text) + place(text, field.span) + "\n";
    }
    return out + describe(findings, text);
  });
}

}  // namespace
}  // namespace bifolio::syntax
