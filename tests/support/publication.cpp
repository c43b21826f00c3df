#include "support/publication.h"

namespace bifolio::testing {

Inline text(std::string text) {
  return {Text{std::move(text)}};
}
Inlines words(std::string plain) {
  return {text(std::move(plain))};
}

Block paragraph(std::string id, Inlines children) {
  Block block = {Paragraph{std::move(children)}};
  block.id = std::move(id);
  return block;
}

Block heading(std::string id, int level, std::string number, std::string title) {
  Block block = {Heading{level, words(std::move(title)), false, "", std::move(number)}};
  block.id = std::move(id);
  return block;
}

namespace {

Inline citation(std::string key, std::size_t reference, std::string anchor, std::string rendered) {
  Citation citation;
  citation.works.push_back({std::move(key)});
  citation.works.back().reference = reference;
  citation.anchor = std::move(anchor);
  citation.rendered.text = std::move(rendered);
  citation.rendered.style.position = RichStyle::Position::superscript;
  return {std::move(citation)};
}

Inline claim(std::string name, std::string before, std::string outcome, std::string after) {
  Phrase phrase;
  phrase.children = words(std::move(name));
  phrase.evidence_sentence = {text(std::move(before)), {Strong{words(std::move(outcome))}}, text(std::move(after))};
  return {std::move(phrase)};
}

Block with_id(Block::Value value, std::string id) {
  Block block = {std::move(value)};
  block.id = std::move(id);
  return block;
}

Row group(int level, std::string title) {
  Row row;
  row.kind = Row::Kind::group;
  row.group_level = level;
  row.cells.push_back({words(std::move(title))});
  return row;
}

Row therapy(std::string id, std::string name, std::string limits, bool is_covered, std::string evidence) {
  Row row;
  row.id = std::move(id);
  row.cells.push_back({words(std::move(name))});
  row.cells.push_back({words(std::move(limits)), 1, is_covered});
  row.evidence_sentence = words(std::move(evidence));
  return row;
}

struct Words {
  bool zh;
  std::string operator()(std::string chinese, std::string english) const { return zh ? chinese : english; }
};

Block therapy_table(const Words& w) {
  Table table;
  table.caption = words(w("几种疗法", "Some therapies"));
  table.number = "1-1";
  table.columns.push_back({"therapy", words(w("疗法", "Therapy")), Alignment::none, ColumnRole::name});
  table.columns.push_back({"limits", words(w("局限", "Limitations"))});
  table.has_evidence = true;
  table.evidence_column = 1;
  table.rows.push_back(group(0, w("小分子", "Small molecules")));
  table.rows.push_back(group(1, w("抑制聚集", "against aggregation")));
  table.rows.push_back(therapy("tbl-therapies-row-3", "EGCG", w("还要更多试验", "needs more testing"), false,
                               w("仅在动物中试验过", "Tested in animals only")));
  table.rows.push_back(therapy("tbl-therapies-row-4", w("硫辛酰胺", "Lipoamide"), "", true,
                               w("仅在细胞中试验过", "Tested in cells only")));
  table.rows.push_back(group(0, w("基因治疗", "Gene therapy")));
  table.rows.push_back(therapy("tbl-therapies-row-6", w("托夫生", "Tofersen"), w("鞘内给药", "given into the spine"),
                               false, w("三期试验：未达到主要终点", "Phase 3 trial: missed its main goal")));
  return with_id(std::move(table), "tbl-therapies");
}

Block steps(const Words& w) {
  List list;
  list.items.push_back(
      {.children = {paragraph("measures-5", words(w("先看量表", "First the scale")))}, .id = "measures-4"});
  list.items.push_back(
      {.children = {paragraph("measures-7", words(w("再看血液", "Then the blood")))}, .id = "measures-6"});
  return with_id(std::move(list), "measures-3");
}

Blocks measures_text(const Words& w) {
  Blocks blocks;
  blocks.push_back(heading("sec-scale", 2, "1.1.1", w("功能量表：ALSFRS-R", "A functional scale: ALSFRS-R")));
  blocks.push_back(paragraph("sec-scale-1", {text(w("1996年发表的ALSFRS有10个条目，满分40分",
                                                    "The ALSFRS of 1996 had 10 items and 40 points.")),
                                             citation("cedarbaum1999", 0, "cite-1", "[1]"),
                                             text(w("。", "")),
                                             {NoteMark{"scale", 0}}}));
  blocks.push_back(
      paragraph("sec-scale-2",
                {claim(w("托夫生（tofersen）", "Tofersen"), w("三期试验：", "Phase 3 trial: "),
                       w("未达到主要终点", "missed its main goal"), w("（截至2022-09）", " (as of 2022-09)")),
                 text(w("，次年却凭血浆NfL的下降获得美国的加速批准", ", yet won accelerated approval a year later.")),
                 citation("miller2022", 1, "cite-2", "[2]"), text(w("。", ""))}));
  blocks.push_back(steps(w));
  blocks.push_back(therapy_table(w));
  blocks.push_back(
      with_id(Alert{AlertKind::note,
                    {paragraph("measures-9", words(w("这是志愿者的阅读笔记，不是医疗建议。",
                                                     "These are volunteers' notes, not medical advice.")))}},
              "measures-8"));
  if (w.zh)
    blocks.push_back(paragraph("measures-10", words("志愿者常问：从4分到3分，与从1分到0分，在生活里是同一种失去吗？")));
  return blocks;
}

Document opener(const Words& w) {
  Document document;
  document.language = w("zh-Hans", "en");
  document.path = document.language + "/phase-1/index.md";
  document.relative = "phase-1/index.md";
  document.title = words(w("读懂机制、靶点与量尺", "Mechanisms, targets and measures"));
  document.front.abstract = words(w("这一阶段读了机制和量表。", "This phase read about mechanisms and scales."));
  document.is_chapter_opener = true;
  document.phase = document.id = "phase-1";
  document.number = "1";
  document.page = "phase-1/index.html";
  return document;
}

Document measures(const Words& w) {
  Document document;
  document.language = w("zh-Hans", "en");
  document.path = document.language + "/phase-1/10-measures.md";
  document.relative = "phase-1/10-measures.md";
  document.title = words(w("病情进展怎样度量", "How progression is measured"));
  document.front.takeaway = words(w("量表看人还能做什么，神经丝轻链看神经正在失去什么。",
                                    "A scale shows what a person can still do, neurofilament what nerves are losing."));
  document.front.updated = "2025-09-08";
  document.phase = "phase-1";
  document.id = "measures";
  document.number = "1.1";
  document.page = "phase-1/measures.html";
  document.blocks = measures_text(w);
  document.notes.push_back(
      {"scale", {paragraph("measures-note-1-1", words(w("修订版加入了呼吸条目。", "The revision added breathing.")))}});
  return document;
}

Document questions(const Words& w) {
  Document document;
  document.language = w("zh-Hans", "en");
  document.path = "zh-Hans/phase-1/20-questions.md";
  document.relative = "phase-1/20-questions.md";
  document.title = words("我们的问题");
  document.phase = "phase-1";
  document.id = "questions";
  document.number = "1.2";
  document.page = "phase-1/questions.html";
  if (w.zh) {
    document.blocks.push_back(paragraph("questions-1", words("哪一个指标最先变化？")));
  } else {
    Attributes chinese;
    chinese.pairs.push_back({"lang", "zh-Hans"});
    document.is_missing = true;
    document.title = {{Phrase{chinese, words("我们的问题")}}};
  }
  return document;
}

BibliographyEntry entry(std::size_t reference, std::string key, std::string number, std::string plain,
                        std::string anchor) {
  BibliographyEntry entry;
  entry.reference = reference;
  entry.number = std::move(number);
  entry.text.text = std::move(plain);
  entry.id = "ref-" + std::move(key);
  entry.places.push_back({1, std::move(anchor)});
  return entry;
}

Book book(const Words& w) {
  Book book;
  book.language = w("zh-Hans", "en");
  book.documents = {opener(w), measures(w), questions(w)};
  book.chapters.push_back({"phase-1", "1", 0, 0, {1, 2}});
  book.contents.push_back({ContentsEntry::Kind::chapter, 1, "1", book.documents[0].title, 0, ""});
  book.contents.push_back({ContentsEntry::Kind::document, 2, "1.1", book.documents[1].title, 1, ""});
  book.contents.push_back({ContentsEntry::Kind::heading, 3, "1.1.1",
                           words(w("功能量表：ALSFRS-R", "A functional scale: ALSFRS-R")), 1, "sec-scale"});
  book.contents.push_back({ContentsEntry::Kind::document, 2, "1.2", book.documents[2].title, 2, ""});
  book.references.push_back(entry(0, "cedarbaum1999", "[1]",
                                  "Cedarbaum J M, et al. The ALSFRS-R: a revised ALS functional rating scale. 1999.",
                                  "cite-1"));
  book.references.push_back(
      entry(1, "miller2022", "[2]", "Miller T M, et al. Trial of antisense oligonucleotide tofersen. 2022.", "cite-2"));
  book.references.back().is_unverified = true;
  return book;
}

Booklet booklet() {
  Booklet booklet;
  booklet.id = "als-exploration";
  booklet.version = "2.0.0";
  booklet.date = "2025-09-08";
  booklet.languages = {"zh-Hans", "en"};
  booklet.title = {{"zh-Hans", "关于渐冻症（ALS）探索的思考"}, {"en", "Thinking About ALS Exploration"}};
  booklet.group = {{"zh-Hans", "文献阅读组"}, {"en", "Literature Reading Group"}};
  booklet.motto = {{"zh-Hans", "相信相信的力量"}, {"en", "Believe in the power of belief"}};
  booklet.notice = {{"zh-Hans", "志愿者文献摘读，不是医疗建议"},
                    {"en", "A reading digest by volunteers, not medical advice"}};
  booklet.contributors["zh-Hans"] = {"破冰志愿者"};
  booklet.contributors["en"] = {"Icebreaker Volunteers"};
  booklet.licence = "CC BY 4.0";
  booklet.contact = "corrections@example.org";
  booklet.phases.push_back(
      {"phase-1", {{"zh-Hans", "第一阶段"}, {"en", "Phase I"}}, "2024-08", "2025-03", "2025-09-08"});
  return booklet;
}

}  // namespace

Publication sample_publication() {
  Publication publication;
  publication.booklet = booklet();
  publication.books = {book({true}), book({false})};
  publication.library.references.push_back({"cedarbaum1999", "article-journal"});
  publication.library.references.push_back({"miller2022", "article-journal"});
  publication.glossary.terms.push_back(
      {"als", {{"zh-Hans", "肌萎缩侧索硬化"}, {"en", "amyotrophic lateral sclerosis"}}, "ALS"});
  publication.glossary.terms.push_back({"tofersen", {{"zh-Hans", "托夫生"}, {"en", "tofersen"}}, ""});
  publication.glossary.terms.push_back({"scale", {{"zh-Hans", "功能量表"}, {"en", "functional scale"}}, ""});
  return publication;
}

}  // namespace bifolio::testing
