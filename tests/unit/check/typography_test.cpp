// The rules of Chinese and English typesetting that a source can break, each with
// sentences that do and near misses that do not. `⟦wrong⇒right⟧` is what a finding
// points at and what the repair writes; all else must stay as it is.
#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>
#include <vector>

#include "check/check.h"
#include "parse/parse.h"
#include "resolve/resolve.h"

namespace bifolio::check {
namespace {

struct Sentence {
  const char* language;
  const char* text;
};

constexpr const char* zh = "zh-Hans";
constexpr const char* en = "en";
constexpr std::string_view kOpen = "⟦", kBecomes = "⇒", kClose = "⟧";

/// What an author writes: the sentence without the marks and the repairs.
std::string source_of(std::string marked) {
  for (std::size_t open = marked.find(kOpen); open != marked.npos; open = marked.find(kOpen)) {
    const std::size_t becomes = marked.find(kBecomes, open), close = marked.find(kClose, open);
    marked.erase(becomes, close + kClose.size() - becomes);
    marked.erase(open, kOpen.size());
  }
  return marked;
}

Findings findings_in(const char* language, const std::string& source) {
  Findings ignored, findings;
  Manuscript manuscript;
  manuscript.files = {"a.md"};
  manuscript.booklet.languages = {language};
  Document document = parse::parse_markdown(source, {0}, 0, language, ignored);
  document.path = document.relative = "a.md";
  document.language = language;
  manuscript.documents.push_back(std::move(document));
  check(resolve::resolve(std::move(manuscript), {}, ignored), {}, findings);
  findings.sort();
  return findings;
}

/// The source with its findings of one rule marked.
std::string marked(const char* language, const std::string& source, std::string_view rule) {
  std::string out;
  std::size_t at = 0;
  const Findings findings = findings_in(language, source);
  for (const Finding& finding : findings.all()) {
    if (finding.rule->id != rule) continue;
    out += source.substr(at, finding.span.begin - at);
    out += std::string(kOpen) + source.substr(finding.span.begin, finding.span.size()) + std::string(kBecomes);
    out += finding.fixes.empty() ? "?" : finding.fixes[0].replacement;
    out += kClose;
    at = finding.span.end;
  }
  return out + source.substr(at);
}

const std::map<std::string_view, std::vector<Sentence>>& sentences() {
  static const std::map<std::string_view, std::vector<Sentence>> all = {
      {"typo-title-marks",
       {
           {zh, "论文发表在⟦<<柳叶刀>>⇒《柳叶刀》⟧上。"},
           {zh, "他在读⟦<红楼梦>⇒《红楼梦》⟧。"},
           {zh, "收入《读⟦《红楼梦》⇒〈红楼梦〉⟧札记》一书。"},
           {zh, "见⟦〈自然〉⇒《自然》⟧杂志。"},
           {zh, "发表在⟦《The Lancet》⇒*The Lancet*⟧上[@a]。"},
           {zh, "发表在*⟦《Nature》⇒Nature⟧*上。"},
           {en, "It appeared in ⟦《Nature Medicine》⇒*Nature Medicine*⟧ in 2023."},
           {en, "The trial in ⟦《JAMA》⇒*JAMA*⟧ was small."},
           {zh, "发表在《自然综述·神经病学》上。"},
           {zh, "收入《读〈红楼梦〉札记》一书。"},
           {zh, "《ALS诊断指南2022》由学会发布。"},
           {zh, "若P<0.05且n>30，则可信；a<b>c。"},
           {zh, "写作`<<柳叶刀>>`是不对的。"},
           {en, "The guideline 《肌萎缩侧索硬化诊断共识》 is in Chinese."},
           {en, "It appeared in *Nature Medicine*, where 3 < 5 > 2."},
       }},
      {"hygiene-punct-width",
       {
           {zh, "小鼠⟦,⇒，⟧不是人。"},
           {zh, "小鼠⟦, ⇒，⟧ALS和FTD。"},
           {zh, "研究了ALS⟦,⇒，⟧小鼠存活更久。"},
           {zh, "结果如下⟦:⇒：⟧3只小鼠存活。"},
           {zh, "渐冻症⟦(⇒（⟧ALS⟦)⇒）⟧是一种疾病。"},
           {zh, "利鲁唑已获批⟦(⇒（⟧见第2节⟦)⇒）⟧。"},
           {zh, "圆周率是3⟦．⇒.⟧14，会议12⟦：⇒:⟧30开始。"},
           {en, "Mice⟦，⇒, ⟧not people."},
           {en, "Riluzole⟦、⇒, ⟧edaravone and tofersen."},
           {en, "Tofersen⟦（⇒ (⟧Qalsody⟦）⇒)⟧ was approved."},
           {en, "Tofersen⟦（⇒ (⟧托夫生⟦）⇒)⟧ was approved at 12⟦：⇒:⟧30."},
           {zh, "共1,343人（P = 0.05），见ALS, FTD与SOD1: 两者。"},
           {zh, "变异p.(Gly93Ala)与函数f(x)都很常见。"},
           {zh, "比例是3:1，时间是12:30，π约为3.14。"},
           {zh, "见S0022-510X(99)00210一文，代码`小鼠,大鼠`不改。"},
           {zh, "他说：[It works, really (or so they say)]{lang=en}。"},
           {en, "Mice, not people (渐冻症, ALS), at 12:30."},
           {en, "Write 应写作“tofersen”。 The name is 渐冻症."},
           {en, "The Chinese name 渐冻症（俗称），as people say, differs."},
       }},
      {"typo-name-dot",
       {
           {zh, "约翰⟦•⇒·⟧史密斯是医生。"},
           {zh, "斯蒂芬⟦・⇒·⟧霍金患ALS。"},
           {zh, "卢⟦‧⇒·⟧格里克是球员。"},
           {zh, "约翰⟦.⇒·⟧史密斯是医生。"},
           {zh, "作者J⟦·⇒.⟧K⟦·⇒.⟧罗琳。"},
           {zh, "作者J.K.罗琳。"},
           {zh, "斯蒂芬·霍金患ALS。"},
           {zh, "单位是N·m，溶剂是NH3·H2O。"},
           {zh, "见表 1 · 图 2 · 附录。"},
           {en, "The physicist 斯蒂芬⟦•⇒·⟧霍金 had ALS."},
           {en, "Calcium is CaSO4·2H2O; a torque is in N·m."},
           {en, "Red • green • blue."},
       }},
      {"typo-dash",
       {
           {zh, "他说⟦--⇒——⟧也许吧。"},
           {zh, "他说⟦──⇒——⟧也许吧。"},
           {zh, "ALS⟦---⇒——⟧渐冻症。"},
           {zh, "他说——也许吧；北京—上海；ALS-FTD谱系。"},
           {zh, "加上`--help`，或写--quiet即可。"},
           {en, "It works⟦ -- ⇒—⟧they say⟦--⇒—⟧in mice."},
           {en, "It works⟦ — ⇒—⟧they say—in mice—for now."},
           {en, "Plant pigments⟦──⇒—⟧resveratrol."},
           {en, "Plant pigments⟦ – ⇒—⟧resveratrol—act."},
           {en, "Run it with --help or --quiet, a well-known, long-term plan."},
           {en, "From 2024 – 2025, an ALS-FTD spectrum, 10–20 people, Amyotrophic–lateral."},
           {en, "渐冻症⟦──⇒—⟧ALS in English."},
           {en, "An <a id=\"--max--size\"> tag."},
       }},
      {"typo-ellipsis",
       {
           {zh, "他想了想⟦...⇒……⟧没有说。"},
           {zh, "他想了想⟦。。。⇒……⟧没有说。"},
           {zh, "他想了想⟦…⇒……⟧没有说。"},
           {zh, "利鲁唑、依达拉奉⟦⋯⋯⇒……⟧"},
           {zh, "小鼠、大鼠⟦......⇒……⟧等等。"},
           {zh, "他想了想……没有说。"},
           {zh, "序列是ATG...TGA，见`a...b`。"},
           {zh, "原文[He waited... and left]{lang=en}如此。"},
           {en, "He waited⟦……⇒…⟧ and left."},
           {en, "He waited⟦......⇒…⟧ and left."},
           {en, "He waited... and left… at last."},
           {en, "It says 省略…… there. The end."},
       }},
      {"typo-range",
       {
           {zh, "共有⟦10-20⇒10～20⟧人参加。"},
           {zh, "下降了⟦10%-20%⇒10%～20%⟧左右。"},
           {zh, "随访⟦6~12⇒6～12⟧个月，1～2年、3～4年，⟦1.98–7.94⇒1.98～7.94⟧。"},
           {zh, "随访6～12个月，2024-08至2025-03，IL-6与图 1-2。"},
           {zh, "电话010-82345678，基因14-3-3，比分3-2，第1-2节。"},
           {en, "It took ⟦6-12⇒6–12⟧ months, in ⟦10%-20%⇒10%–20%⟧ of people."},
           {en, "The interval was ⟦1.98～7.94⇒1.98–7.94⟧ (⟦2019-2024⇒2019–2024⟧)."},
           {en, "It rose by ⟦1,000--2,000⇒1,000–2,000⟧ (pages ⟦590-598⇒590–598⟧)."},
           {en, "In 2024-08, 2024-08-01, Table 1-2 and Fig. 3-4 came 14-3-3 and IL-6."},
           {en, "A 7-8-dihydroxy compound, a 12-15-year-old, a score of 3-2, NCT01-02, ISSN 1664-2296."},
           {en, "See `10-20`, https://example.org/10-20 and 10–20 people."},
           {zh, "| 甲 | 乙 |\n| --- | --- |\n| 0–4 | 共⟦0–4⇒0～4⟧分 |\n| ⟦0-4⇒0～4⟧ | 5 |"},
           {en, "See 渐冻症 for ⟦3-5⇒3–5⟧ years."},
       }},
      {"typo-full-width",
       {
           {zh, "共有⟦１２⇒12⟧人。"},
           {zh, "⟦ＡＬＳ⇒ALS⟧是渐冻症。"},
           {zh, "在⟦２０２４⇒2024⟧年⟦ｘ⇒x⟧轴。"},
           {zh, "## ⟦Ａ⇒A⟧组的结果"},
           {zh, "P＝0.97，共12人，ALS。"},
           {zh, "方案①、②与Ⅲ期，占比写作50％。"},
           {zh, "代码`ＡＬＳ`不改。"},
           {en, "There were ⟦１２⇒12⟧ people with ⟦ＡＬＳ⇒ALS⟧."},
           {en, "There were 12 people with ALS, 渐冻症."},
           {en, "The code `１２` stays; so do ① and Ⅲ."},
           {en, "The ⟦ｎ⇒n⟧ was 30."},
       }},
      {"typo-heading-mark",
       {
           {zh, "## 背景⟦。⇒⟧"},
           {zh, "## 方法⟦：⇒⟧"},
           {zh, "## ALS与小鼠⟦，⇒⟧"},
           {zh, "## 为什么是ALS？"},
           {zh, "## 一种新药（托夫生）"},
           {zh, "正文以句号结尾。"},
           {en, "## Background⟦.⇒⟧"},
           {en, "## Methods⟦:⇒⟧"},
           {en, "## The work of Miller et al."},
           {en, "## Why ALS?"},
           {en, "## Trials in the U.S."},
           {en, "## Biogen Inc."},
           {en, "## 渐冻症⟦。⇒⟧"},
           {en, "A paragraph ends with a full stop."},
       }},
      {"typo-minus",
       {
           {zh, "差异为⟦-0.89⇒−0.89⟧分，区间（⟦-3.2⇒−3.2⟧～5.5）。"},
           {zh, "温度是 ⟦–80⇒−80⟧ ℃，P = ⟦-0.5⇒−0.5⟧。"},
           {zh, "白介素-6与IL-6、TDP-43都升高。"},
           {zh, "2024-08至2025-03，10-20人，范围3–5。"},
           {zh, "差异为−0.89分，见`-1`。"},
           {en, "It changed by ⟦-0.89⇒−0.89⟧ points (⟦-3.25⇒−3.25⟧ to 1.48)."},
           {en, "Stored at ⟦–80⇒−80⟧ degrees; r=⟦-0.5⇒−0.5⟧."},
           {en, "It changed by −0.89 points; IL-6, TDP-43 and 14-3-3 rose."},
           {en, "In 2024-08, IL -6 and TDP -43 came apart; 10 -20 too."},
           {en, "| a | b |\n| --- | --- |\n| x | -5.44 |\n| y | from ⟦-5⇒−5⟧ |"},
           {en, "A -omics study, 渐冻症-1, a five- to ten-fold rise."},
           {zh, "由[fell by ⟦-3⇒−3⟧ points]{lang=en}可知。"},
       }},
      {"typo-times",
       {
           {zh, "每天2⟦x⇒×⟧3片。"},
           {zh, "浓度为3 ⟦X⇒×⟧ 10个单位，面积5⟦*⇒×⟧5。"},
           {zh, "地址0x1F，x轴，4x放大，Xq28。"},
           {zh, "浓度为3 × 10，见`2x3`。"},
           {en, "A dose of 3 ⟦x⇒×⟧ 10 units in 5⟦x⇒×⟧5 mm."},
           {en, "A picture of 1920⟦x⇒×⟧1080."},
           {en, "The address 0x10, the x axis, 4x more, version v2x3."},
           {en, "A dose of 3 × 10 units, P2X7 receptors, 2 x-rays."},
           {en, "渐冻症 has 2⟦x⇒×⟧2 forms."},
           {zh, "受体P2X7与染色体46X均正常。"},
       }},
      {"typo-number-space",
       {
           {zh, "下降了⟦5 %⇒5%⟧，ALS占⟦2 ‰⇒2‰⟧。"},
           {zh, "下降了5%，剂量4.5mg/kg。"},
           {zh, "参数%s和 % 都是符号。"},
           {zh, "原文[a dose of ⟦50mg⇒50 mg⟧]{lang=en}如此。"},
           {en, "It fell by ⟦5 %⇒5%⟧ in mice."},
           {en, "A dose of ⟦50mg⇒50 mg⟧ for ⟦12weeks⇒12 weeks⟧."},
           {en, "A dose of 50 mg, 5% of people, T3 and 4G."},
           {en, "The strains G93A, B6SJL, P2X7, 5HT and 3D stay."},
           {en, "IL-6mg, CD4mL and 50-mg tablets are names."},
           {en, "渐冻症: ⟦10mL⇒10 mL⟧ of blood."},
           {en, "See `50mg` and 10 %20 of an address."},
       }},
      {"typo-quotes",
       {
           {zh, "他说⟦\"⇒“⟧也许⟦\"⇒”⟧。"},
           {zh, "他说⟦「⇒“⟧也许⟦」⇒”⟧，即⟦『⇒‘⟧ALS⟦』⇒’⟧。"},
           {zh, "帕金森病（Parkinson⟦'⇒’⟧s disease）。"},
           {zh, "他说“也许‘可能’吧”，5'端与3'端。"},
           {zh, "身高5'10\"，代码`\"a\"`。"},
           {zh, "[他說「也許」。]{lang=zh-Hant}"},
           {en, "The volunteers⟦'⇒’⟧ view: it ⟦'⇒‘⟧works⟦'⇒’⟧, they say."},
           {en, "It⟦'⇒’⟧s a ⟦\"⇒“⟧cure⟦\"⇒”⟧, they say (⟦\"⇒“⟧so⟦\"⇒”⟧)."},
           {en, "In the ⟦'⇒’⟧90s it⟦´⇒’⟧s so; the ⟦'⇒‘⟧10 mg⟦'⇒’⟧ dose."},
           {en, "It’s a “cure”, 5'10\" tall, a 5' end and 30' of arc."},
           {en, "See `it's` and “渐冻症”, <a name='x' id=\"y\">."},
           {en, "In Japanese [「明朝・細字」]{lang=ja} it stays."},
           {en, "The name ⟦\"⇒“⟧渐冻症⟦\"⇒”⟧ is common."},
       }},
      {"typo-small-caps",
       {
           {zh, "疾病⟦ᴀʟꜱ⇒ALS⟧很少见。"},
           {zh, "⟦𝐀𝐋𝐒⇒ALS⟧是渐冻症。"},
           {zh, "ALS很少见，变量𝑝与音标/fɪʃ/不改。"},
           {zh, "代码`ᴀʟꜱ`不改。"},
           {en, "The disease ⟦ᴀʟꜱ⇒ALS⟧ is rare."},
           {en, "The disease ⟦𝗔𝗟𝗦⇒ALS⟧ is rare."},
           {en, "The value 𝑝 and the sound /fɪʃ/ stay; so does ALS."},
           {en, "Read `ᴅɴᴀ` as DNA."},
           {en, "⟦ᴅɴᴀ⇒DNA⟧ and ⟦ʀɴᴀ⇒RNA⟧ of 渐冻症."},
           {zh, "基因⟦ᴅɴᴀ⇒DNA⟧与RNA。"},
       }},
      {"typo-abbreviation",
       {
           {zh, "⟦A.L.S.⇒ALS⟧与FTD。"},
           {zh, "患⟦A.L.S.⇒ALS⟧，少见。"},
           {zh, "作者J.R.R.托尔金与J.K.罗琳。"},
           {zh, "见A.1、图B.2与ALS。"},
           {en, "The ⟦F.D.A.⇒FDA⟧ approved it for ⟦A.L.S.⇒ALS⟧, at last."},
           {en, "People with ⟦A.L.S⇒ALS⟧."},
           {en, "J.R.R. Tolkien lived in the U.S., e.g. in an R.V., i.e. not at home."},
           {en, "The FDA approved it. A. B. Smith agrees."},
           {en, "See section A.1.2 and `F.D.A.`."},
           {en, "渐冻症 is ⟦A.L.S.⇒ALS⟧ in English."},
       }},
      {"typo-italic",
       {
           {zh, "线虫⟦C. elegans⇒*C. elegans*⟧与小鼠。"},
           {zh, "线虫*C. elegans*与SOD1 gene。"},
           {zh, "发表在《自然》上，SOD1基因突变。"},
           {zh, "银杏（⟦Ginkgo biloba⇒*Ginkgo biloba*⟧）叶。"},
           {en, "In ⟦C. elegans⇒*C. elegans*⟧ and mice."},
           {en, "Mice with an ⟦SOD1⇒*SOD1*⟧ mutation and the ⟦C9orf72⇒*C9orf72*⟧ gene."},
           {en, "A review in ⟦Nature Reviews Neurology⇒*Nature Reviews Neurology*⟧, published in ⟦Nature⇒*Nature*⟧."},
           {en, "Mice with an *SOD1* mutation, SOD1 protein, the G93A mutation."},
           {en, "By nature, science is a brain of cells; a DNA mutation; an ALS gene."},
           {en, "A review in *The Lancet*; TDP-43 mutations; the `FUS` gene."},
           {en, "渐冻症 and the ⟦FUS⇒*FUS*⟧ gene."},
       }},
  };
  return all;
}

TEST(Typography, FindsWhatIsWrongAndNothingElse) {
  for (const auto& [rule, examples] : sentences()) {
    for (const Sentence& one : examples)
      EXPECT_EQ(marked(one.language, source_of(one.text), rule), one.text) << rule << " in " << one.language;
  }
}

TEST(Typography, EachRuleIsTriedInBothLanguagesWithHitsAndNearMisses) {
  for (const auto& [rule, examples] : sentences()) {
    std::size_t hits = 0;
    std::set<std::string> languages;
    for (const Sentence& one : examples) {
      hits += std::string_view(one.text).find(kOpen) != std::string_view::npos;
      languages.insert(one.language);
    }
    EXPECT_GE(examples.size(), 10u) << rule;
    EXPECT_GE(hits, 4u) << rule;
    EXPECT_GE(examples.size() - hits, 4u) << rule;
    EXPECT_EQ(languages.size(), 2u) << rule;
  }
}

/// The rules of TYPESETTING, section 9, that are lints on the source.
TEST(Typography, EachTypesettingRuleHasItsLint) {
  const std::map<std::string, std::vector<std::string_view>> lints = {
      {"C20", {"typo-title-marks"}},
      {"C21", {"typo-quotes"}},
      {"C22", {"hygiene-punct-width"}},
      {"C23", {"typo-name-dot", "typo-dash", "typo-ellipsis", "typo-range"}},
      {"C24", {"typo-full-width"}},
      {"C25", {"typo-heading-mark"}},
      {"N02", {"typo-range", "typo-minus", "typo-times", "typo-number-space"}},
      {"N04", {"typo-small-caps", "typo-abbreviation", "typo-italic"}},
      {"N05", {"typo-quotes", "typo-dash"}}};
  std::set<std::string_view> named;
  for (const auto& [id, rules] : lints) {
    for (const std::string_view rule : rules) {
      EXPECT_TRUE(sentences().contains(rule)) << id << ": " << rule;
      named.insert(rule);
    }
  }
  for (const Rule* rule : rules()) {
    const bool is_named = !rule->id.starts_with("typo-") || named.contains(rule->id);
    EXPECT_TRUE(is_named) << rule->id;
  }
}

TEST(Typography, KeepsToTheDashThatABookletUsesMore) {
  const std::string spaced = "Red – green – blue. One—two.", closed = "Red—green—blue. One – two.";
  EXPECT_EQ(marked(en, spaced, "typo-dash"), "Red – green – blue. One⟦—⇒ – ⟧two.");
  EXPECT_EQ(marked(en, closed, "typo-dash"), "Red—green—blue. One⟦ – ⇒—⟧two.");
}

TEST(Typography, KeepsToTheRangeThatABookletUsesMore) {
  EXPECT_EQ(marked(zh, "共1–2人、3–4人和5～6人，约7-8人。", "typo-range"),
            "共1–2人、3–4人和⟦5～6⇒5–6⟧人，约⟦7-8⇒7–8⟧人。");
  EXPECT_EQ(marked(zh, "共1～2人、3～4人和5–6人。", "typo-range"), "共1～2人、3～4人和⟦5–6⇒5～6⟧人。");
}

}  // namespace
}  // namespace bifolio::check
