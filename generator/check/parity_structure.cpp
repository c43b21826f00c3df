// Headings, blocks and tables that one language has and the other lacks.
#include "check/checks.h"

namespace bifolio::check {

const Rule parity_heading{
    "parity-heading",
    Severity::error,
    {"{difference}.", "{difference}。"},
    {"The languages of a document need the same headings, at the same levels and under the same explicit ids `{#…}`: "
     "links, numbers and the parallel edition depend on it. Add the heading, or give both the same level and id.",
     "同一文档的各语言必须有同样的标题、级别和显式编号 "
     "`{#…}`：链接、编号和对照版都靠它。请补上标题，或让两边的级别和编号一致。"}};

const Rule parity_block_missing{
    "parity-block-missing",
    Severity::error,
    {"{what} no counterpart in {path}. Translate it there, or remove it here.",
     "{what}在 {path} 中没有对应内容。请补译，或在此删除。"},
    {"Paragraphs, list items, definitions, quotes and tables are paired by kind and place under their heading. Where "
     "the "
     "structures differ, the pairs that share most names, numbers and citations win. A paragraph that was split in "
     "translation counts as one too many.",
     "段落、列表项、定义、引文和表格按标题下的种类和位置配对；结构不同时，优先配对共有名称、数字和引文最多的段落。翻译"
     "时拆成"
     "两段，也算多出一段。"}};

const Rule parity_table_shape{
    "parity-table-shape",
    Severity::error,
    {"The {language} table has {here}, the {other} one {there}. Add what is missing.",
     "{language}表{here}，{other}表{there}。请补全。"},
    {"A table needs the same rows, columns and column headings in every language. Keeping it in one sheet (`::: "
     "{.table src=\"…\"}`) "
     "makes a difference impossible.",
     "每种语言的表格行数、列数和列标题必须对应。把表格放进同一个文件（`::: {.table src=\"…\"}`）就不会不一致。"}};

namespace {

std::string text_of(const Unit& unit) {
  constexpr std::size_t kLongest = 60;
  std::string text;
  for (std::size_t i = 0, letters = 0; i < unit.passage.text.size(); ++i) {
    const bool is_start = (static_cast<unsigned char>(unit.passage.text[i]) & 0xC0) != 0x80;
    if (is_start && ++letters > kLongest) return text + "…";
    text.push_back(unit.passage.text[i]);
  }
  return text;
}

const Heading& heading_of(const Unit& unit) {
  return std::get<Heading>(unit.block->value);
}

std::string shown_id(const std::string& id, UiLanguage language) {
  if (!id.empty()) return "`{#" + id + "}`";
  return language == UiLanguage::en ? "no id" : "没有编号";
}

class HeadingJudge {
 public:
  HeadingJudge(const Parallel& parallel, Findings& findings) : parallel_(parallel), findings_(findings) {}

  void judge(const HeadingPair& pair) {
    if (!pair.source || !pair.translation) return report_missing(pair);
    const Heading &source = heading_of(*pair.source), &translation = heading_of(*pair.translation);
    if (source.level != translation.level)
      return report(pair, "level " + std::to_string(source.level), "level " + std::to_string(translation.level),
                    std::to_string(source.level) + "级", std::to_string(translation.level) + "级");
    const std::string &a = pair.source->name, &b = pair.translation->name;
    if (a != b)
      report(pair, shown_id(a, UiLanguage::en), shown_id(b, UiLanguage::en), shown_id(a, UiLanguage::zh_hans),
             shown_id(b, UiLanguage::zh_hans));
  }

 private:
  void report_missing(const HeadingPair& pair) {
    const Unit& present = pair.source ? *pair.source : *pair.translation;
    const Document& lacking = pair.source ? *parallel_.translation : *parallel_.source;
    const std::string text = text_of(present), level = std::to_string(heading_of(present).level);
    Finding finding{&parity_heading, present.span};
    finding.arguments.push_back({"difference",
                                 language_word(lacking.language, UiLanguage::en) + " has no counterpart of “" + text +
                                     "” (level " + level + ") in " + lacking.path,
                                 lacking.path + " 缺少“" + text + "”对应的" +
                                     language_word(lacking.language, UiLanguage::zh_hans) + "标题（" + level + "级）"});
    finding.subject = text;
    findings_.add(std::move(finding));
  }

  void report(const HeadingPair& pair, const std::string& a, const std::string& b, const std::string& a_zh,
              const std::string& b_zh) {
    const auto word = [](const Document& document, UiLanguage language) {
      return language_word(document.language, language);
    };
    const Document &source = *parallel_.source, &translation = *parallel_.translation;
    Finding finding{&parity_heading, pair.translation->span};
    finding.arguments.push_back({"difference",
                                 "This heading has " + a + " in " + word(source, UiLanguage::en) + " and " + b +
                                     " in " + word(translation, UiLanguage::en) + "; give both the same",
                                 "此标题" + word(source, UiLanguage::zh_hans) + "为" + a_zh + "，" +
                                     word(translation, UiLanguage::zh_hans) + "为" + b_zh + "；请改为一致"});
    finding.related.push_back({pair.source->span, {"the other language's", "另一种语言的"}});
    finding.subject = text_of(*pair.translation);
    findings_.add(std::move(finding));
  }

  const Parallel& parallel_;
  Findings& findings_;
};

/// Figures, code and notes are counted by parity-object, headings by parity-heading.
bool is_counted_elsewhere(const Unit& unit) {
  return unit.kind == Unit::Kind::figure || unit.kind == Unit::Kind::code || unit.kind == Unit::Kind::note ||
         unit.kind == Unit::Kind::heading || unit.is_orphan;
}

Words kind_words(Unit::Kind kind) {
  switch (kind) {
    case Unit::Kind::item: return {"This list item has", "此列表项"};
    case Unit::Kind::term: return {"This term has", "此术语"};
    case Unit::Kind::definition: return {"This definition has", "此定义"};
    case Unit::Kind::quote: return {"This quoted paragraph has", "此引文段"};
    case Unit::Kind::table: return {"This table has", "此表"};
    case Unit::Kind::abstract: return {"The abstract has", "摘要"};
    case Unit::Kind::takeaway: return {"The takeaway has", "一句话小结"};
    case Unit::Kind::title: return {"The title has", "题目"};
    default: return {"This paragraph has", "此段"};
  }
}

void report_block(const Unit& unit, std::size_t count, const Document& lacking, Findings& findings) {
  const Words words = kind_words(unit.kind);
  const std::string more = std::to_string(count - 1);
  Finding finding{&parity_block_missing, unit.span.file.is_known() ? unit.span : unit.passage.span()};
  finding.arguments.push_back(
      {"what", count == 1 ? std::string(words.en) : "This and the next " + more + " like it have",
       count == 1 ? std::string(words.zh_hans) : std::string(words.zh_hans) + "及其后" + more + "处"});
  finding.arguments.push_back({"path", lacking.path});
  finding.subject = text_of(unit);
  findings.add(std::move(finding));
}

/// A run of missing units of one kind on one side is one finding.
void judge_blocks(const SectionPair& section, const Parallel& parallel, Findings& findings) {
  const auto& units = section.units;
  for (std::size_t i = 0; i < units.size();) {
    const bool in_source = units[i].source != nullptr;
    const Unit* unit = in_source ? units[i].source : units[i].translation;
    std::size_t next = i + 1;
    if (units[i].source && units[i].translation) {
      i = next;
      continue;
    }
    for (; next < units.size(); ++next) {
      const Unit* other = in_source ? units[next].source : units[next].translation;
      const bool alone = !units[next].source || !units[next].translation;
      if (!alone || !other || other->kind != unit->kind) break;
    }
    if (!is_counted_elsewhere(*unit))
      report_block(*unit, next - i, in_source ? *parallel.translation : *parallel.source, findings);
    i = next;
  }
}

Argument shape(std::string name, const Table& table) {
  const std::string size = std::to_string(table.rows.size()) + "×" + std::to_string(table.columns.size());
  return {std::move(name), size + " (rows × columns)", "为 " + size + "（行×列）"};
}

/// The columns that have a heading: “headings over columns 1, 2”.
Argument headed(std::string name, const Table& table) {
  std::string en, zh;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (plain_text(table.columns[i].heading).empty()) continue;
    en += (en.empty() ? "" : ", ") + std::to_string(i + 1);
    zh += (zh.empty() ? "" : "、") + std::to_string(i + 1);
  }
  if (en.empty()) return {std::move(name), "no column heading", "没有列标题"};
  return {std::move(name), "headings over columns " + en, "第 " + zh + " 列有标题"};
}

void judge_table(const UnitPair& pair, const Parallel& parallel, Findings& findings) {
  if (!pair.source || !pair.translation || pair.source->kind != Unit::Kind::table) return;
  const auto &source = std::get<Table>(pair.source->block->value),
             &table = std::get<Table>(pair.translation->block->value);
  Argument here = shape("here", table), there = shape("there", source);
  if (here.text == there.text) here = headed("here", table), there = headed("there", source);
  if (here.text == there.text) return;
  Finding finding{&parity_table_shape, pair.translation->span};
  finding.arguments = {language_argument("language", parallel.translation->language), std::move(here),
                       language_argument("other", parallel.source->language), std::move(there)};
  finding.related.push_back({pair.source->span, {"the other language's", "另一种语言的"}});
  finding.subject = pair.translation->name;
  findings.add(std::move(finding));
}

/// A whole document without a translation.
void judge_documents(const Publication& publication, Findings& findings) {
  for (std::size_t d = 0; !publication.books.empty() && d < publication.books[0].documents.size(); ++d) {
    const Document* present = nullptr;
    for (const Book& book : publication.books) {
      if (!present && !book.documents[d].is_missing) present = &book.documents[d];
    }
    for (const Book& book : publication.books) {
      if (!present || !book.documents[d].is_missing) continue;
      const Span place = present->title_span.file.is_known() ? present->title_span : Span{present->file, 0, 0};
      Finding finding{&parity_block_missing, place};
      finding.arguments = {{"what", "This document has", "本文"}, {"path", book.language + "/" + present->relative}};
      finding.subject = present->relative;
      findings.add(std::move(finding));
    }
  }
}

}  // namespace

void check_parity_structure(const Context& context, Findings& findings) {
  judge_documents(context.publication, findings);
  for (const Parallel& parallel : context.parallels) {
    HeadingJudge headings(parallel, findings);
    for (const HeadingPair& pair : parallel.headings) headings.judge(pair);
    for (const SectionPair& section : parallel.pairs) {
      judge_blocks(section, parallel, findings);
      for (const UnitPair& pair : section.units) judge_table(pair, parallel, findings);
    }
  }
}

}  // namespace bifolio::check
