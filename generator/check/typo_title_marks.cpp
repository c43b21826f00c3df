// The names of books, journals and papers.
#include "base/unicode.h"
#include "check/typography.h"

namespace bifolio::check {

const Rule typo_title_marks{
    "typo-title-marks",
    Severity::warning,
    {"Write “{right}”, not “{wrong}”: {why}.", "应写作“{right}”，而不是“{wrong}”：{why}。"},
    {"Chinese titles stand in 《 》, and a title inside a title in 〈 〉 (GB/T 15834, 4.15). A title in Latin letters "
     "is "
     "set in italics without them, in Chinese sentences too: *The Lancet*; translated, it takes them: 《柳叶刀》.",
     "中文的书名、篇名用《》，其中再出现书名时用〈〉（GB/T 15834 第 4.15 条）。外文书名、刊名用斜体，不加书名号，"
     "在中文句子里也是如此：*The Lancet*；译成中文后才用书名号：《柳叶刀》。"},
    Repair::part};

namespace {

constexpr Words kAscii{"these are signs of arithmetic", "这是数学符号，不是书名号"};
constexpr Words kInner{"a title inside a title takes single marks", "书名号里面的书名用单书名号"};
constexpr Words kOuter{"single marks stand only inside double ones", "单书名号只用在双书名号里面"};
constexpr Words kLatin{"a title in Latin letters stands in italics", "外文书名用斜体，不加书名号"};

void report_title(const Characters& text, std::size_t begin, std::size_t end, const std::string& right,
                  const Words& why, Findings& findings) {
  Finding finding = finding_of(typo_title_marks, text, begin, end, right);
  finding.arguments.push_back({"why", std::string(why.en), std::string(why.zh_hans)});
  findings.add(std::move(finding));
}

/// `<<红楼梦>>`, `<红楼梦>`: Han just inside both.
void judge_ascii(const Characters& text, Findings& findings) {
  const auto opens = [](char32_t c) { return c == U'<' || c == U'≪' || c == U'«'; };
  const auto closes = [](char32_t c) { return c == U'>' || c == U'≫' || c == U'»'; };
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!opens(text.at(i)) || opens(text.at(i - 1))) continue;
    const std::size_t begin = text.end_of(i, opens);
    if (!is_han(text.at(begin))) continue;
    const std::size_t end =
        text.end_of(begin, [&](char32_t c) { return c != U'\uFFFC' && !closes(c) && !opens(c) && c != U'。'; });
    if (!closes(text.at(end)) || !is_chinese_text(text.at(end - 1))) continue;
    report_title(text, i, text.end_of(end, closes), "《" + text.utf8(begin, end) + "》", kAscii, findings);
  }
}

/// 《…》 that began at `begin`: what is inside, and whether it is written in Latin letters alone.
void judge_title(const Characters& text, std::size_t begin, std::size_t end, Findings& findings) {
  bool has_letter = false;
  for (std::size_t i = begin + 1; i < end; ++i) {
    if (is_han(text.at(i)) || text.at(i) == U'\uFFFC') return;
    has_letter |= is_latin_letter(text.at(i));
  }
  if (!has_letter) return;
  const std::string title = text.utf8(begin + 1, end);
  report_title(text, begin, end + 1, text.is_emphasised(begin + 1) ? title : "*" + title + "*", kLatin, findings);
}

void judge(const Characters& text, Findings& findings) {
  judge_ascii(text, findings);
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char32_t c = text.at(i);
    if (c == U'《' || c == U'〈') open.push_back(i);
    if ((c != U'》' && c != U'〉') || open.empty()) continue;
    const std::size_t begin = open.back();
    open.pop_back();
    const char32_t opened = text.at(begin);
    if (opened == U'《' && c == U'》' && open.empty()) judge_title(text, begin, i, findings);
    const std::string inside = text.utf8(begin + 1, i);
    if (opened == U'《' && c == U'》' && open.size() == 1 && text.at(open[0]) == U'《')
      report_title(text, begin, i + 1, "〈" + inside + "〉", kInner, findings);
    if (opened == U'〈' && c == U'〉' && open.empty() && is_han(text.at(begin + 1)))
      report_title(text, begin, i + 1, "《" + inside + "》", kOuter, findings);
  }
}

}  // namespace

void check_typo_title_marks(const Context& context, Findings& findings) {
  judge_passages(context, judge, findings);
}

}  // namespace bifolio::check
