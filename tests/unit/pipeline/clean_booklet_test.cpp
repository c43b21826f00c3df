// A booklet of realistic size in which nothing is wrong: every finding would be a
// false alarm.
#include <gtest/gtest.h>

#include "parse/parse.h"
#include "pipeline/pipeline.h"
#include "resolve/resolve.h"

namespace bifolio::pipeline {
namespace {

constexpr int kDocuments = 40;

std::string number(int n) {
  return std::to_string(n);
}

std::string english(int n) {
  const std::string id = number(n), percent = number(10 + n), weeks = number(8 + n % 40), people = number(120 + n);
  return "# Chapter " + id + " {#c" + id + "}\n\n## What was measured {#c" + id + "-measured}\n\n" +
         "In April 2023 the blood level of neurofilament light chain (NfL) had fallen by " + percent + "% after " +
         weeks + " weeks, in a quarter of the people by half [@k" + id + "]. See @tbl-c" + id + ".\n\n" +
         "| Group | People | Change |\n| --- | ---: | ---: |\n| treated | " + people + " | −" + number(n) +
         ".5 |\n| untreated | " + number(60 + n) + " | −1.25 |\n\nTable: Change in group " + id + " {#tbl-c" + id +
         "}\n\n## What it means {#c" + id +
         "-means}\n\n- The protein changed.[^n]\n- A change in life has not been shown.\n\n" +
         "[^n]: The authors say so themselves [@k" + number(n % kDocuments + 1) + "].\n\n" +
         "> Some 60,000 events were counted in six months [@k" + id + ", p. 3].\n";
}

std::string chinese(int n) {
  const std::string id = number(n), percent = number(10 + n), weeks = number(8 + n % 40), people = number(120 + n);
  return "# 第" + id + "章 {#c" + id + "}\n\n## 测量了什么 {#c" + id + "-measured}\n\n" +
         "2023年4月，血液中的神经丝轻链（NfL）在" + weeks + "周后下降了" + percent + "%，四分之一的人下降一半[@k" + id +
         "]。见@tbl-c" + id + "。\n\n" + "| 组别 | 人数 | 变化 |\n| --- | ---: | ---: |\n| 治疗组 | " + people +
         " | −" + number(n) + ".5 |\n| 对照组 | " + number(60 + n) + " | −1.25 |\n\nTable: 第" + id +
         "组的变化 {#tbl-c" + id + "}\n\n## 说明了什么 {#c" + id +
         "-means}\n\n- 这种蛋白变了。[^n]\n- 生活中的变化还没有得到证明。\n\n" + "[^n]: 作者自己也这样说[@k" +
         number(n % kDocuments + 1) + "]。\n\n" + "> 半年间记录了约6万个事件[@k" + id + ", p. 3]。\n";
}

std::string library() {
  std::string text;
  for (int n = 1; n <= kDocuments; ++n) {
    text += "@article{k" + number(n) + ",\n  title = {A measured change, part " + number(n) + "},\n  author = {Name" +
            number(n) + ", A. and Other, B.},\n  journal = {Journal of Measures},\n  year = {" + number(1980 + n) +
            "},\n  volume = {" + number(n) + "},\n  pages = {" + number(n * 10) + "--" + number(n * 10 + 9) +
            "},\n  doi = {10.1234/measures." + number(n) + "},\n  langid = {english},\n}\n";
  }
  return text;
}

TEST(CleanBooklet, YieldsNothing) {
  std::vector<source::SourceFile> files;
  for (int n = 1; n <= kDocuments; ++n) {
    files.push_back({"en/" + number(100 + n) + "-c.md", english(n)});
    files.push_back({"zh-Hans/" + number(100 + n) + "-c.md", chinese(n)});
  }
  files.push_back({"a.bib", library()});
  files.push_back({"glossary.csv", "id,en,zh-Hans,abbreviation\nnfl,neurofilament light chain,神经丝轻链,NfL\n"});
  files.push_back({"bifolio.toml",
                   "[booklet]\nid = \"clean\"\nversion = \"1.0.0\"\ndate = \"2025-09-08\"\n"
                   "languages = [\"zh-Hans\", \"en\"]\ntitle = { zh-Hans = \"测量\", en = \"Measures\" }\n"
                   "licence = \"CC BY 4.0\"\n[citations]\nlibrary = [\"a.bib\"]\n"});
  Findings findings;
  Loaded loaded{source::SourceSet(std::move(files)), {}};
  loaded.publication = resolve::resolve(parse::parse(loaded.sources, findings), {}, findings);
  Strictness strictness;
  strictness.settings.today = "2025-09-08";
  check(loaded, strictness.settings, findings);
  std::vector<report::Entry> entries = judge(findings, loaded, strictness).entries;
  std::erase_if(entries, [](const report::Entry& entry) { return entry.finding->rule->id == "retract-unchecked"; });
  EXPECT_EQ(report::find_reporter("text").write({entries, loaded.sources, ""}), "");
}

}  // namespace
}  // namespace bifolio::pipeline
