// Letters that only look like letters: small capitals and bold from a web page.
#include "base/unicode.h"
#include "check/typography.h"

namespace bifolio::check {

const Rule typo_small_caps{
    "typo-small-caps",
    Severity::warning,
    {"Write “{right}” in ordinary letters, not “{wrong}”.", "应写普通字母“{right}”，而不是“{wrong}”。"},
    {"Phonetic and mathematical signs that imitate small capitals or bold are spelled out by screen readers, or left "
     "out, and found by no search. Abbreviations stay in capitals; `**…**` makes bold.",
     "模仿小型大写或粗体的音标和数学符号，读屏软件会逐个念出或者跳过，搜索也找不到。缩写用大写字母；要加粗请用 "
     "`**…**`。"},
    Repair::yes};

namespace {

struct SmallCapital {
  char32_t seen;
  char right;
};
constexpr SmallCapital kSmallCapitals[] = {{0x1D00, 'A'}, {0x0299, 'B'}, {0x1D04, 'C'}, {0x1D05, 'D'}, {0x1D07, 'E'},
                                           {0xA730, 'F'}, {0x0262, 'G'}, {0x029C, 'H'}, {0x026A, 'I'}, {0x1D0A, 'J'},
                                           {0x1D0B, 'K'}, {0x029F, 'L'}, {0x1D0D, 'M'}, {0x0274, 'N'}, {0x1D0F, 'O'},
                                           {0x1D18, 'P'}, {0x0280, 'R'}, {0xA731, 'S'}, {0x1D1B, 'T'}, {0x1D1C, 'U'},
                                           {0x1D20, 'V'}, {0x1D21, 'W'}, {0x028F, 'Y'}, {0x1D22, 'Z'}};

bool is_mathematical(char32_t c) {
  return c >= 0x1D400 && c <= 0x1D7FF;
}

char plain_capital(char32_t c) {
  for (const auto& [seen, right] : kSmallCapitals) {
    if (seen == c) return right;
  }
  return 0;
}

bool is_imitation(char32_t c) {
  return is_mathematical(c) || plain_capital(c) != 0;
}

void judge(const Characters& text, Findings& findings) {
  for (std::size_t begin = 0; begin < text.size(); ++begin) {
    if (!is_imitation(text.at(begin))) continue;
    const std::size_t end = text.end_of(begin, is_imitation);
    std::string right;
    for (std::size_t i = begin; i < end; ++i) {
      const char capital = plain_capital(text.at(i));
      right += capital != 0 ? std::string(1, capital) : normalize_nfkd(text.utf8(i, i + 1));
    }
    // One alone is a sound or a variable.
    if (end - begin > 1) report(typo_small_caps, text, begin, end, right, findings);
    begin = end;
  }
}

}  // namespace

void check_typo_small_caps(const Context& context, Findings& findings) {
  judge_passages(context, judge, findings);
}

}  // namespace bifolio::check
