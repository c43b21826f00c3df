// What kind of evidence stands behind a therapy, in tables with evidence columns
// and in `[claim]{evidence=…}`.
#include <algorithm>
#include <map>

#include "check/checks.h"
#include "check/search.h"
#include "lang/iso_date.h"
#include "model/walk.h"

namespace bifolio::check {

const Rule evidence_missing{
    "evidence-missing",
    Severity::error,
    {"Row “{row}” does not say what kind of evidence stands behind it; add cell, animal, observational, trial-1…3 or "
     "unclear.",
     "“{row}”一行没有注明证据类型；请填写 cell、animal、observational、trial-1…3 或 unclear。"},
    {"In a table with an evidence column every row needs a value. Without it a finding in mice reads like a treatment.",
     "有证据列的表格，每一行都要填。不写的话，小鼠实验的结果读起来就像是治疗方法。"}};

const Rule evidence_outcome_missing{
    "evidence-outcome-missing",
    Severity::error,
    {"A trial is named, but not whether it met its main goal; readers take that for promise. Add the outcome.",
     "提到了试验，却没有说明是否达到主要终点，读者会误以为有效；请补充 outcome。"},
    {"Trial evidence needs an outcome: met, missed, mixed, stopped, ongoing or not-reported.",
     "试验证据需要写明 outcome：met、missed、mixed、stopped、ongoing 或 not-reported。"}};

const Rule evidence_stale{
    "evidence-stale",
    Severity::warning,
    {"The status of “{row}” {why}; check it and update `as-of`.", "“{row}”的状态{why}；请核对并更新 as-of。"},
    {"What a trial showed and where a drug is approved changes. Every such statement needs a date (`as-of`) not older "
     "than a year.",
     "试验结果和批准情况会变化。这类陈述要有日期（as-of），且不早于一年前。"}};

const Rule evidence_claim_mismatch{
    "evidence-claim-mismatch",
    Severity::warning,
    {"This has only cell or animal evidence but says “{word}”.", "这里只有细胞或动物实验证据，却写了“{word}”。"},
    {"Words for people in a row or claim that rests on cells or animals alone suggest that people were treated.",
     "仅有细胞或动物实验的条目里出现“患者”之类的词，会让人以为已经用于人。"}};

namespace {

const std::vector<std::string_view> kPeopleWords = {"patients", "patient", "people", "human", "患者", "病人", "人类"};

bool is_trial(EvidenceKind kind) {
  return kind == EvidenceKind::trial_1 || kind == EvidenceKind::trial_2 || kind == EvidenceKind::trial_3;
}

bool has_trial(const Evidence& evidence) {
  return std::any_of(evidence.kinds.begin(), evidence.kinds.end(), is_trial);
}

bool is_model_only(const Evidence& evidence) {
  return !evidence.kinds.empty() && std::all_of(evidence.kinds.begin(), evidence.kinds.end(), [](EvidenceKind kind) {
    return kind == EvidenceKind::cell || kind == EvidenceKind::animal;
  });
}

/// What is checked alike in a row and in a claim.
class Judge {
 public:
  Judge(const Context& context, Findings& findings) : context_(context), findings_(findings) {}
  ~Judge() {
    for (Finding& finding : own_) findings_.add(std::move(finding));
  }
  Judge(const Judge&) = delete;
  Judge& operator=(const Judge&) = delete;

  void enter(const Book& book) { in_chinese_ = book.language.starts_with("zh"); }

  void judge(const Evidence& evidence, Span span, const std::string& subject, const std::vector<Passage>& texts) {
    const Span place = evidence.span.file.is_known() ? evidence.span : span;
    if (has_trial(evidence) && !evidence.outcome) report(evidence_outcome_missing, place, subject, {});
    if (has_trial(evidence) || !evidence.status.empty()) judge_date(evidence, place, subject);
    if (is_model_only(evidence)) judge_words(texts, subject);
  }

  void report_missing(Span place, const std::string& subject) { report(evidence_missing, place, subject, {}); }

 private:
  /// A row of a sheet stands in the books of all languages and is one finding: each
  /// language of the program then names it by that book's name, if there is one.
  void report(const Rule& rule, Span place, const std::string& subject, std::vector<Argument> more) {
    const auto [at, is_new] = reported_.try_emplace({&rule, place}, own_.size());
    if (is_new) {
      more.insert(more.begin(), {"row", subject, subject});
      own_.push_back({&rule, place, std::move(more), {}, {}, subject});
    } else if (in_chinese_) {
      own_[at->second].arguments[0].zh_hans = subject;
    } else {
      own_[at->second].arguments[0].text = subject;
    }
  }

  void judge_date(const Evidence& evidence, Span place, const std::string& subject) {
    const auto report = [&](std::string en, std::string zh) {
      this->report(evidence_stale, place, subject, {{"why", std::move(en), std::move(zh)}});
    };
    const auto as_of = lang::parse_iso_date(evidence.as_of), today = lang::parse_iso_date(context_.settings.today);
    if (!as_of) return report("has no date", "没有日期");
    if (today && lang::day_number(*today) - lang::day_number(*as_of) > 365)
      report("is from " + evidence.as_of, "截至" + evidence.as_of);
  }

  void judge_words(const std::vector<Passage>& texts, const std::string& subject) {
    for (const Passage& text : texts) {
      for (const Match& match : find_words(text, kPeopleWords)) {
        findings_.add(
            {&evidence_claim_mismatch, text.span(match.begin, match.end), {{"word", match.text}}, {}, {}, subject});
        return;
      }
    }
  }

  const Context& context_;
  Findings& findings_;
  bool in_chinese_ = false;
  std::vector<Finding> own_;
  std::map<std::pair<const Rule*, Span>, std::size_t> reported_;  // looked up only; the order is that of `own_`
};

/// A row's name: the text of its name column, or of its first cell.
std::string row_name(const Table& table, const Row& row) {
  for (std::size_t i = 0; i < table.columns.size() && i < row.cells.size(); ++i) {
    if (table.columns[i].role == ColumnRole::name) return plain_text(row.cells[i].content);
  }
  return row.cells.empty() ? "" : plain_text(row.cells.front().content);
}

void judge_table(const Table& table, Judge& judge) {
  for (const Row& row : table.rows) {
    if (row.kind != Row::Kind::body) continue;
    const std::string name = row_name(table, row);
    if (row.evidence.kinds.empty()) {
      judge.report_missing(row.span, name);
      continue;
    }
    std::vector<Passage> texts;
    for (const Cell& cell : row.cells) texts.push_back(passage_of(cell.content));
    judge.judge(row.evidence, row.span, name, texts);
  }
}

}  // namespace

void check_evidence(const Context& context, Findings& findings) {
  Judge judge(context, findings);
  for (const Book& book : context.publication.books) {
    judge.enter(book);
    for (const Document& document : book.documents) {
      for_each_block(document.blocks, [&](const Block& block) {
        const auto* table = std::get_if<Table>(&block.value);
        if (table && table->has_evidence) judge_table(*table, judge);
      });
      for_each_inline(document.blocks, [&](const Inline& node) {
        const auto* phrase = node.get_if<Phrase>();
        if (phrase && phrase->evidence)
          judge.judge(*phrase->evidence, node.span, plain_text(phrase->children), {passage_of(phrase->children)});
      });
    }
  }
}

}  // namespace bifolio::check
