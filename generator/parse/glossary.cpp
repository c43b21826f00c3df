#include "parse/glossary.h"

#include <functional>
#include <map>

#include "parse/csv_sheet.h"
#include "parse/hint.h"
#include "parse/rules.h"
#include "parse/words.h"

namespace bifolio::parse {
namespace {

/// What a column's cells do to a term.
using ReadCell = std::function<void(const syntax::CsvField&, Term&)>;

std::vector<std::string> parts_of(const syntax::CsvField& field) {
  std::vector<std::string> parts;
  for (const TextPart& part : split_at_semicolons(field.text, field.span)) parts.emplace_back(part.text);
  return parts;
}

class GlossaryReader {
 public:
  GlossaryReader(const std::vector<std::string>& languages, Findings& findings)
      : languages_(languages), findings_(findings) {}

  std::vector<Term> read(const Sheet& sheet) {
    std::vector<ReadCell> columns;
    for (const SheetColumn& column : sheet.columns) columns.push_back(reader_of(column));
    if (!has_id_)
      report(glossary_column, sheet.header,
             {"The glossary has no column `id`, so no term can be used", "术语表没有 `id` 列，所有术语都无法使用"});
    std::vector<Term> terms;
    for (const syntax::CsvRow& row : sheet.rows) {
      if (has_id_) add(read_row(row, columns), terms);
    }
    return terms;
  }

 private:
  ReadCell reader_of(const SheetColumn& column) {
    const bool is_local = !column.language.empty();
    if (column.name == "variants" && is_local && knows(column.language)) {
      return [language = column.language](const syntax::CsvField& field, Term& term) {
        auto forms = parts_of(field);
        if (!forms.empty()) term.variants[language] = std::move(forms);
      };
    }
    if (!is_local && knows(column.name)) {
      return [language = column.name](const syntax::CsvField& field, Term& term) {
        if (!trimmed(field.text).empty()) term.approved[language] = trimmed(field.text);
      };
    }
    if (!is_local && column.name == "id") has_id_ = true;
    if (!is_local && column.name == "id") return text(&Term::id);
    if (!is_local && column.name == "abbreviation") return text(&Term::abbreviation);
    if (!is_local && column.name == "note") return text(&Term::note);
    if (!is_local && column.name == "aliases")
      return [](const syntax::CsvField& field, Term& term) { term.aliases = parts_of(field); };
    if (!is_local && column.name == "case")
      return [this](const syntax::CsvField& field, Term& term) { read_case(field, term); };
    report_column(column);
    return [](const syntax::CsvField&, Term&) {};
  }

  static ReadCell text(std::string Term::*member) {
    return [member](const syntax::CsvField& field, Term& term) { term.*member = trimmed(field.text); };
  }

  void read_case(const syntax::CsvField& field, Term& term) {
    static const std::map<std::string_view, TermCase> words = {{"", TermCase::free_initial},
                                                               {"exact", TermCase::exact},
                                                               {"free-initial", TermCase::free_initial},
                                                               {"free", TermCase::free}};
    const auto at = words.find(trimmed(field.text));
    if (at != words.end()) {
      term.letter_case = at->second;
      return;
    }
    const std::string word(trimmed(field.text));
    report(glossary_value, field.span,
           {"`" + word + "` is no way to treat letter case; write exact, free-initial or free",
            "`" + word + "` 不是大小写规则；请写 exact、free-initial 或 free"},
           did_you_mean(word, {"exact", "free-initial", "free"}));
  }

  Term read_row(const syntax::CsvRow& row, const std::vector<ReadCell>& columns) {
    Term term;
    term.span = row.span;
    for (std::size_t i = 0; i < row.fields.size() && i < columns.size(); ++i) columns[i](row.fields[i], term);
    if (row.fields.size() > columns.size()) {
      const std::string seen = std::to_string(row.fields.size()), expected = std::to_string(columns.size());
      Span rest = row.fields[columns.size()].span;
      rest.end = row.span.end;
      if (rest.size() > row.fields.size() - columns.size())
        report(glossary_value, rest,
               {"This row has " + seen + " cells, the header " + expected +
                    "; put texts that hold commas in double quotes",
                "本行有 " + seen + " 个单元格，表头有 " + expected + " 个；含逗号的文字请加双引号"});
    }
    return term;
  }

  void add(Term term, std::vector<Term>& terms) {
    if (term.id.empty()) {
      return report(glossary_value, term.span,
                    {"This term has no id, so nothing can refer to it", "此术语没有 id，无法引用"});
    }
    const auto [first, is_new] = ids_.emplace(term.id, term.span);
    if (is_new) return terms.push_back(std::move(term));
    report(glossary_value, term.span,
           {"Another term has the id `" + term.id + "` already; only the first counts",
            "另一术语已使用 id `" + term.id + "`，只有第一个有效"},
           {"hint", ""}, {{first->second, {"the first term", "第一个术语"}}});
  }

  bool knows(std::string_view language) const {
    return std::find(languages_.begin(), languages_.end(), language) != languages_.end();
  }

  void report_column(const SheetColumn& column) {
    std::vector<std::string_view> names = {"id", "abbreviation", "aliases", "case", "note"};
    std::vector<std::string> variants;
    for (const std::string& language : languages_) variants.push_back("variants@" + language);
    names.insert(names.end(), languages_.begin(), languages_.end());
    names.insert(names.end(), variants.begin(), variants.end());
    const std::string name = column.language.empty() ? column.name : column.name + "@" + column.language;
    report(glossary_column, column.span,
           {"`" + name + "` is no column of the glossary, so its cells are not read",
            "术语表没有 `" + name + "` 列，其中的内容不会读取"},
           nearest_or_all(name, names));
  }

  struct Reason {
    std::string en, zh_hans;
  };
  void report(const Rule& rule, Span span, Reason reason, Argument hint = {"hint", ""},
              std::vector<RelatedPlace> related = {}) {
    findings_.add({&rule,
                   span,
                   {{"reason", std::move(reason.en), std::move(reason.zh_hans)}, std::move(hint)},
                   std::move(related)});
  }

  const std::vector<std::string>& languages_;
  Findings& findings_;
  std::map<std::string, Span> ids_;
  bool has_id_ = false;
};

}  // namespace

Glossary read_glossary(std::string_view text, FileId file, const std::vector<std::string>& languages,
                       Findings& findings) {
  const Sheet sheet = read_sheet({text, file}, findings);
  Glossary glossary;
  glossary.file = file;
  if (!sheet.columns.empty()) glossary.terms = GlossaryReader(languages, findings).read(sheet);
  return glossary;
}

}  // namespace bifolio::parse
