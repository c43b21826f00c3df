#include "check/baseline.h"

#include <algorithm>
#include <tuple>

#include "base/hash.h"
#include "base/json_write.h"
#include "base/tree_text.h"
#include "check/checks.h"
#include "check/single_spaces.h"
#include "lang/iso_date.h"
#include "syntax/syntax.h"

namespace bifolio::check {

const Rule baseline_invalid{
    "baseline-invalid",
    Severity::error,
    {"{what}. The baseline is written by `bifolio baseline add`; restore the last good version.",
     "{what}。基线文件由 `bifolio baseline add` 写入；请恢复上一个正确的版本。"},
    {"bifolio.baseline.json lists the findings that a booklet has accepted for a while, in the format "
     "`bifolio-baseline/1`.",
     "bifolio.baseline.json 列出手册暂时接受的问题，格式为 `bifolio-baseline/1`。"},
    Repair::no,
    true};

namespace {

constexpr std::string_view kFormat = "bifolio-baseline/1";
constexpr long kSoon = 14;  // days

BaselineEntry entry_of(const Tree& tree) {
  BaselineEntry entry;
  entry.rule = text_at(tree, "rule");
  entry.file = text_at(tree, "file");
  entry.fingerprint = text_at(tree, "fingerprint");
  entry.evidence = text_at(tree, "evidence");
  entry.subject = text_at(tree, "subject");
  entry.severity = text_at(tree, "severity");
  entry.added = text_at(tree, "added");
  entry.expires = text_at(tree, "expires");
  entry.reason = text_at(tree, "reason");
  entry.span = tree.span;
  return entry;
}

void report_invalid(Span span, std::string en, std::string zh, Findings& findings) {
  findings.add({&baseline_invalid, span, {{"what", std::move(en), std::move(zh)}}});
}

/// A paragraph as its fingerprint sees it.
std::string normalized(std::string_view text) {
  std::string out = with_single_spaces(text);
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

std::string_view line_at(std::string_view text, std::size_t at) {
  at = std::min(at, text.size());
  const std::size_t before = at == 0 ? text.npos : text.rfind('\n', at - 1);
  const std::size_t begin = before == text.npos ? 0 : before + 1;
  return text.substr(begin, text.find('\n', at) - begin);
}

}  // namespace

std::vector<BaselineEntry> read_baseline(std::string_view text, FileId file, Findings& findings) {
  const Tree tree = syntax::parse_json({text, file}, findings);
  const Tree* entries = tree.find("entries");
  if (text_at(tree, "format") != kFormat || !entries || !entries->is_array()) {
    report_invalid({file, 0, 0}, "This is no baseline of the format bifolio-baseline/1",
                   "这不是 bifolio-baseline/1 格式的基线", findings);
    return {};
  }
  std::vector<BaselineEntry> all;
  for (const Tree& item : entries->items) {
    BaselineEntry entry = entry_of(item);
    if (entry.fingerprint.empty())
      report_invalid(item.span, "This entry has no fingerprint", "此条目没有 fingerprint", findings);
    else
      all.push_back(std::move(entry));
  }
  return all;
}

std::string write_baseline(std::vector<BaselineEntry> entries) {
  std::sort(entries.begin(), entries.end(), [](const BaselineEntry& a, const BaselineEntry& b) {
    return std::tie(a.file, a.rule, a.fingerprint) < std::tie(b.file, b.rule, b.fingerprint);
  });
  Tree root = Tree::object();
  root.set("format", Tree::of(kFormat));
  Tree& list = root.set("entries", Tree::array());
  for (const BaselineEntry& entry : entries) {
    Tree& item = list.add(Tree::object());
    item.set("rule", Tree::of(entry.rule));
    item.set("file", Tree::of(entry.file));
    item.set("fingerprint", Tree::of(entry.fingerprint));
    if (!entry.evidence.empty()) item.set("evidence", Tree::of(entry.evidence));
    item.set("subject", Tree::of(entry.subject));
    item.set("severity", Tree::of(entry.severity));
    item.set("added", Tree::of(entry.added));
    item.set("expires", Tree::of(entry.expires));
    item.set("reason", Tree::of(entry.reason));
  }
  std::string json = write_json(root);
  if (!json.ends_with('\n')) json.push_back('\n');
  return json;
}

Fingerprints::Fingerprints(const Publication& publication, TextOf text_of)
    : publication_(publication), text_of_(std::move(text_of)) {
  for (const Book& book : publication.books) {
    for (const Document& document : book.documents) {
      if (document.is_missing) continue;
      headings_.clear();
      add(document.blocks);
      for (const Note& note : document.notes) add(note.children);
    }
  }
  for (auto& [file, places] : places_) {
    std::stable_sort(places.begin(), places.end(),
                     [](const Place& a, const Place& b) { return a.block.begin < b.block.begin; });
  }
}

void Fingerprints::add(const Blocks& blocks) {
  for (const Block& block : blocks) {
    if (const auto* heading = std::get_if<Heading>(&block.value)) {
      const auto level = static_cast<std::size_t>(std::clamp(heading->level, 1, 6));
      headings_.resize(level);
      headings_[level - 1] = block.attributes.id.empty() ? plain_text(heading->children) : block.attributes.id;
    }
    std::string path;
    for (const std::string& heading : headings_) path += "/" + heading;
    if (block.span.file.is_known()) places_[block.span.file].push_back({block.span, path});
  }
}

/// The block around a place, or nothing outside documents.
const Fingerprints::Place* Fingerprints::place_of(Span span) const {
  const auto file = places_.find(span.file);
  if (file == places_.end()) return nullptr;
  const auto after = std::upper_bound(file->second.begin(), file->second.end(), span.begin,
                                      [](std::uint32_t at, const Place& place) { return at < place.block.begin; });
  if (after == file->second.begin()) return nullptr;
  const Place& place = *(after - 1);
  const bool holds = span.begin <= place.block.end && place.block.end <= text_of_(span.file).size();
  return holds ? &place : nullptr;
}

/// A digest of the block around a place and of the headings above it; outside
/// documents, of its line. Blocks are hashed once, however many findings they have.
std::string Fingerprints::words_around(Span span) {
  if (!span.file.is_known()) return "";
  const std::string_view text = text_of_(span.file);
  const Place* place = place_of(span);
  if (!place) return sha256_hex("\n" + normalized(line_at(text, span.begin)));
  std::string& digest = digests_[place->block];
  if (digest.empty())
    digest = sha256_hex(place->headings + "\n" + normalized(text.substr(place->block.begin, place->block.size())));
  return digest;
}

std::string Fingerprints::next(const Finding& finding) {
  const bool known = finding.span.file.is_known() && finding.span.file.index < publication_.files.size();
  return next(finding, known ? publication_.files[finding.span.file.index] : "");
}

std::string Fingerprints::next(const Finding& finding, std::string_view path) {
  const std::string base = sha256_hex(std::string(finding.rule->id) + "\n" + std::string(path) + "\n" +
                                      finding.subject + "\n" + words_around(finding.span));
  const int ordinal = seen_[base]++;
  return sha256_hex(base + "\n" + std::to_string(ordinal));
}

std::string evidence_of(const Finding& finding) {
  return finding.evidence.empty() ? "" : sha256_hex(finding.evidence);
}

Baseline::Baseline(std::vector<BaselineEntry> entries, const KnownRules& known, const Settings& settings,
                   Findings& findings) {
  for (BaselineEntry& entry : entries) {
    const Excuse excuse{entry.rule, entry.reason, entry.expires, entry.span};
    if (entry.expires.empty())
      report_invalid(entry.span, "This entry has no `expires`", "此条目没有 `expires`", findings);
    else if (is_valid(excuse, known, settings, findings))
      valid_.emplace(entry.fingerprint, std::move(entry));
  }
}

const BaselineEntry* Baseline::hides(const Finding& finding, const std::string& fingerprint) {
  const auto at = valid_.find(fingerprint);
  if (at == valid_.end() || at->second.rule != finding.rule->id || at->second.evidence != evidence_of(finding))
    return nullptr;
  used_.insert(fingerprint);
  return &at->second;
}

void Baseline::report_unused(Findings& findings) const {
  for (const auto& [fingerprint, entry] : valid_) {
    if (!used_.contains(fingerprint)) check::report_unused(entry.rule, entry.span, {}, findings);
  }
}

int Baseline::expiring(const Settings& settings) const {
  const auto today = lang::parse_iso_date(settings.today);
  if (!today) return 0;
  int count = 0;
  for (const std::string& fingerprint : used_) {
    const auto end = lang::parse_iso_date(valid_.at(fingerprint).expires);
    count += end && lang::day_number(*end) - lang::day_number(*today) <= kSoon;
  }
  return count;
}

}  // namespace bifolio::check
