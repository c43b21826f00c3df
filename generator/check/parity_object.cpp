// Figures, code, notes and stresses: counted, since they carry no words to compare.
#include "check/checks.h"
#include "model/walk.h"

namespace bifolio::check {

const Rule parity_object{
    "parity-object",
    Severity::error,
    {"{other} has {there} {what} in this section, {language} has {here}. Add what is missing, or remove what is too "
     "many.",
     "本节{other}有 {there} {what}，{language}有 {here}。请补上或删去。"},
    {"Figures, code blocks and notes must be as many in every language, section by section: nobody should have to "
     "read the other language to see a chart.",
     "每一节的图、代码块和脚注数量，各语言必须相同：读者不应该为了看一张图去读另一种语言。"}};

const Rule parity_emphasis{
    "parity-emphasis",
    Severity::info,
    {"{other} stresses {there} phrases here, {language} {here}.", "此处{other}强调 {there} 处，{language} {here} 处。"},
    {"What is stressed in bold in one language should be stressed in the other. Italics count only between languages "
     "of the same writing: Chinese sets titles in 《》 and foreign words upright.",
     "一种语言用粗体强调的，另一种语言也应强调。斜体只在同类文字之间比较：中文书名用《》，外文词不用斜体。"}};

namespace {

struct Counts {
  int figures = 0, code = 0, notes = 0, strong = 0, emphasis = 0;
};

void count(const Inlines& inlines, Counts& counts) {
  for_each_inline(inlines, [&](const Inline& node) {
    counts.figures += node.is<Image>();
    counts.notes += node.is<NoteMark>();
    counts.strong += std::holds_alternative<Strong>(node.value);
    counts.emphasis += std::holds_alternative<Emphasis>(node.value);
  });
}

void count(const Unit& unit, Counts& counts) {
  counts.figures += unit.kind == Unit::Kind::figure;
  counts.code += unit.kind == Unit::Kind::code;
  for (const Inlines* inlines : inlines_of(unit)) count(*inlines, counts);
}

class Judge {
 public:
  Judge(const Parallel& parallel, Findings& findings) : parallel_(parallel), findings_(findings) {}

  void judge(const SectionPair& section) {
    Counts source, here;
    Span place;
    for (const UnitPair& pair : section.units) {
      const bool is_counted_whole = !pair.source || !pair.translation;
      if (is_counted_whole && !is_object(pair.source ? *pair.source : *pair.translation))
        continue;  // reported as a block
      if (pair.source) count(*pair.source, source);
      if (pair.translation) count(*pair.translation, here);
      if (pair.translation) place = pair.translation->end();
      if (pair.source && pair.translation) judge_emphasis(*pair.source, *pair.translation);
    }
    if (!place.file.is_known()) return;
    report(place, source.figures, here.figures, {"figures", "幅图"});
    report(place, source.code, here.code, {"code blocks", "段代码"});
    report(place, source.notes, here.notes, {"notes", "个脚注"});
  }

 private:
  static bool is_object(const Unit& unit) { return unit.kind == Unit::Kind::figure || unit.kind == Unit::Kind::code; }

  void report(Span place, int there, int here, Words what) {
    if (there == here) return;
    Finding finding{&parity_object, place};
    finding.arguments = arguments(there, here);
    finding.arguments.push_back({"what", std::string(what.en), std::string(what.zh_hans)});
    finding.subject = what.en;
    findings_.add(std::move(finding));
  }

  void judge_emphasis(const Unit& source, const Unit& translation) {
    Counts a, b;
    count(source, a);
    count(translation, b);
    const bool same_writing =
        parallel_.source->language.starts_with("zh") == parallel_.translation->language.starts_with("zh");
    const int there = a.strong + (same_writing ? a.emphasis : 0), here = b.strong + (same_writing ? b.emphasis : 0);
    if (there == here) return;
    Finding finding{&parity_emphasis, translation.passage.span()};
    if (!finding.span.file.is_known()) finding.span = translation.span;
    finding.arguments = arguments(there, here);
    findings_.add(std::move(finding));
  }

  std::vector<Argument> arguments(int there, int here) const {
    return {language_argument("other", parallel_.source->language),
            {"there", std::to_string(there)},
            language_argument("language", parallel_.translation->language),
            {"here", std::to_string(here)}};
  }

  const Parallel& parallel_;
  Findings& findings_;
};

}  // namespace

void check_parity_object(const Context& context, Findings& findings) {
  for (const Parallel& parallel : context.parallels) {
    Judge judge(parallel, findings);
    for (const SectionPair& section : parallel.pairs) judge.judge(section);
  }
}

}  // namespace bifolio::check
