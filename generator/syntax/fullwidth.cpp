#include "syntax/fullwidth.h"

#include "syntax/place.h"
#include "syntax/rules.h"

namespace bifolio::syntax {

char halfwidth(char32_t c) {
  switch (c) {
    case U'“':
    case U'”':
    case U'„': return '"';
    case U'‘':
    case U'’': return '\'';
    case U'【': return '[';
    case U'】': return ']';
    case U'、': return ',';
    case U'　': return ' ';
    default: break;
  }
  const bool is_fullwidth_ascii = c >= 0xFF01 && c <= 0xFF5E;  // the block mirrors ASCII from ! to ~
  return is_fullwidth_ascii ? static_cast<char>(c - 0xFF01 + '!') : '\0';
}

void report_fullwidth(const Input& input, std::size_t at, std::size_t size, char expected, std::string_view format,
                      Findings& findings) {
  const Span span = place(input, at, at + size);
  Finding finding{&syntax_fullwidth, span};
  finding.arguments = {{"seen", std::string(input.text.substr(at, size))},
                       {"expected", std::string(1, expected)},
                       {"format", std::string(format)}};
  finding.fixes = {{span, std::string(1, expected)}};
  findings.add(std::move(finding));
}

}  // namespace bifolio::syntax
