#include "check/stats.h"

#include <algorithm>
#include <map>
#include <set>

#include "lang/iso_date.h"
#include "model/walk.h"

namespace bifolio::check {
namespace {

/// Counts in the order of their first mention, each with its words.
class Group {
 public:
  Group(std::string id, Words title) : group_{std::move(id), title, {}} {}

  Group& add(const std::string& id, Words words, int number) {
    group_.counts.push_back({id, std::string(words.en), std::string(words.zh_hans), number});
    return *this;
  }
  /// Counts by name; the name is its own word.
  Group& add(const std::map<std::string, int>& numbers) {
    for (const auto& [name, number] : numbers) group_.counts.push_back({name, name, name, number});
    return *this;
  }
  CountGroup take() { return std::move(group_); }

 private:
  CountGroup group_;
};

bool is_checkable(const Reference& reference) {
  for (const char* field : {"DOI", "PMID", "PMCID", "ISBN"}) {
    if (!reference.field(field).empty()) return true;
  }
  return reference.field("URL").find("arxiv.org/") != std::string_view::npos;
}

std::set<std::size_t> cited(const Publication& publication) {
  std::set<std::size_t> all;
  for (const Book& book : publication.books) {
    for (const BibliographyEntry& entry : book.references) {
      if (!entry.places.empty()) all.insert(entry.reference);
    }
  }
  return all;
}

CountGroup references(const Publication& publication) {
  const auto& all = publication.library.references;
  const auto unchecked = std::count_if(all.begin(), all.end(), [](const Reference& one) { return !is_checkable(one); });
  return Group("references", {"References", "参考文献"})
      .add("total", {"in the library", "文献库中"}, static_cast<int>(all.size()))
      .add("cited", {"cited", "已引用"}, static_cast<int>(cited(publication).size()))
      .add("unchecked", {"without an identifier, so never checked", "没有编号，无法核查"}, static_cast<int>(unchecked))
      .take();
}

CountGroup kinds(const Publication& publication) {
  std::map<std::string, int> numbers;
  for (const Reference& reference : publication.library.references) ++numbers[reference.type];
  return Group("kinds", {"References by kind", "文献类型"}).add(numbers).take();
}

CountGroup ages(const Publication& publication) {
  const auto date = lang::parse_iso_date(publication.booklet.date);
  int recent = 0, middle = 0, old = 0, older = 0, undated = 0;
  for (const Reference& reference : publication.library.references) {
    const auto issued = reference.dates.find("issued");
    const int year = issued == reference.dates.end() || issued->second.parts.empty() ? 0 : issued->second.parts[0][0];
    const int age = date ? date->year - year : 0;
    ++(year == 0 || !date ? undated : age < 2 ? recent : age <= 5 ? middle : age <= 10 ? old : older);
  }
  return Group("ages", {"References by age at the booklet's date", "文献年龄（以手册日期计）"})
      .add("under-2-years", {"under 2 years", "不到2年"}, recent)
      .add("2-to-5-years", {"2 to 5 years", "2至5年"}, middle)
      .add("6-to-10-years", {"6 to 10 years", "6至10年"}, old)
      .add("over-10-years", {"over 10 years", "10年以上"}, older)
      .add("undated", {"undated", "无日期"}, undated)
      .take();
}

bool has_source(const Paragraph& paragraph) {
  bool found = false;
  for_each_inline(paragraph.children, [&](const Inline& node) { found |= node.is<Citation>() || node.is<Link>(); });
  return found;
}

int count_findings(const Findings& findings, std::string_view prefix) {
  return static_cast<int>(std::count_if(findings.all().begin(), findings.all().end(),
                                        [&](const Finding& finding) { return finding.rule->id.starts_with(prefix); }));
}

CountGroup claims(const Publication& publication, const Findings& findings) {
  int paragraphs = 0, sourced = 0;
  for (const Book& book : publication.books) {
    for (const Document& document : book.documents) {
      if (document.front.kind == "reflection") continue;
      for_each_block(document.blocks, [&](const Block& block) {
        const auto* paragraph = std::get_if<Paragraph>(&block.value);
        paragraphs += paragraph != nullptr;
        sourced += paragraph && has_source(*paragraph);
      });
    }
  }
  return Group("claims", {"Claims, in all languages (reflections left out)", "论断（各语言合计，不含感想）"})
      .add("paragraphs", {"paragraphs", "段落"}, paragraphs)
      .add("sourced", {"with a citation or a link", "有引文或链接"}, sourced)
      .add("uncited-numbers", {"numbers without a source", "没有出处的数字"}, count_findings(findings, "claim-number"))
      .add("uncited-attributions", {"attributions without a source", "没有引文的转述"},
           count_findings(findings, "claim-attribution"))
      .take();
}

/// Rows and claims of the source language: the others repeat them.
CountGroup evidence(const Publication& publication) {
  std::map<std::string, int> numbers;
  const auto count = [&](const Evidence& evidence) {
    for (const EvidenceKind kind : evidence.kinds) ++numbers[std::string(name(kind))];
    if (evidence.outcome) ++numbers["outcome: " + std::string(name(*evidence.outcome))];
  };
  for (const Book& book : publication.books) {
    if (&book != &publication.books.front()) break;
    for (const Document& document : book.documents) {
      for_each_block(document.blocks, [&](const Block& block) {
        const auto* table = std::get_if<Table>(&block.value);
        for (std::size_t i = 0; table && table->has_evidence && i < table->rows.size(); ++i)
          count(table->rows[i].evidence);
      });
      for_each_inline(document.blocks, [&](const Inline& node) {
        const auto* phrase = node.get_if<Phrase>();
        if (phrase && phrase->evidence) count(*phrase->evidence);
      });
    }
  }
  return Group("evidence", {"Evidence, in the source language", "证据类型（原文）"}).add(numbers).take();
}

CountGroup parity(const Publication& publication, const Findings& findings) {
  int documents = 0, missing = 0;
  for (const Book& book : publication.books) {
    documents += static_cast<int>(book.documents.size());
    missing += static_cast<int>(std::count_if(book.documents.begin(), book.documents.end(),
                                              [](const Document& document) { return document.is_missing; }));
  }
  return Group("parity", {"Parity of languages", "语言一致性"})
      .add("languages", {"languages", "语言"}, static_cast<int>(publication.books.size()))
      .add("documents", {"documents, in all languages", "文档（各语言合计）"}, documents)
      .add("missing", {"without a translation", "缺少译文"}, missing)
      .add("differences", {"differences found", "发现的差异"}, count_findings(findings, "parity-"))
      .take();
}

}  // namespace

std::vector<CountGroup> statistics(const Publication& publication, const Findings& findings) {
  return {references(publication),       kinds(publication),    ages(publication),
          claims(publication, findings), evidence(publication), parity(publication, findings)};
}

}  // namespace bifolio::check
