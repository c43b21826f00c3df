// English, in the spelling of the booklet; dates as 8 September 2025.
#include <string>

#include "base/unicode.h"
#include "lang/evidence.h"
#include "lang/iso_date.h"
#include "lang/languages.h"

namespace bifolio::lang {
namespace {

constexpr Labels kLabels = {
    .language_name = "English",
    .contents = "Contents",
    .references = "References",
    .glossary = "Glossary",
    .notes = "Notes",
    .figures = "List of figures",
    .tables = "List of tables",
    .search = "Search",
    .index = "Index",
    .table = "Table",
    .figure = "Figure",
    .section = "Section",
    .chapter = "Chapter",
    .page = "page",
    .on_page = " (page {n})",
    .on_page_in_brackets = ", page {n}",
    .continued = "continued",
    .continues = "continued overleaf",
    .summary = "Summary",
    .takeaway = "In one sentence",
    .alert_note = "Please note",
    .alert_tip = "Tip",
    .alert_important = "Important",
    .alert_warning = "Warning",
    .alert_caution = "Caution",
    .version = "Version {version}",
    .updated = "Revised {date}",
    .contributors = "Contributors",
    .cited_on_page = "Cited on page {pages}",
    .cited_on_pages = "Cited on pages {pages}",
    .cited_in = "Cited in",
    .library_files = "This list for your reference manager",
    .retracted = "Retracted",
    .unverified = "Not verified",
    .missing_translation = "This part has not been translated into English yet.",
    .note_mark = "Note {n}",
    .reference_mark = "Reference {n}",
    .back_to_text = "Back to the text",
    .previous = "Previous part",
    .next = "Next part",
    .home = "Home",
    .all_versions = "All versions",
    .skip_to_text = "Skip to the text",
    .data_table = "Data table",
    .download = "Download",
    .minutes = "about {n} min",
    .edition = "Edition",
    .corrections = "Corrections",
    .part_of = "Part {n} of {total}",
    .main_navigation = "Main pages",
    .parts_navigation = "All parts",
    .place_navigation = "You are here",
    .pager_navigation = "Previous and next part",
    .more_navigation = "More pages",
    .side_by_side = "Both languages",
    .side_by_side_explained = "Chinese and English, paragraph by paragraph",
    .only_this_language = "English only",
    .gaze = "Eye-gaze version",
    .leave_gaze = "Leave eye-gaze version",
    .previous_page = "Previous page",
    .next_page = "Next page",
    .page_of = "Page {n} of {total}",
    .sources_here = "{n} sources on this page, listed after the text",
    .other_language = "this paragraph in the other language",
    .short_name = "EN",
    .parts_here = "Parts of this phase",
    .parts_count = "{n} parts",
    .downloads = "Download in English",
    .pages_count = "{n} pages",
    .edition_pdf = "A5 booklet",
    .edition_pdf_use = "To read and to print",
    .edition_large = "Large print",
    .edition_large_use = "A4, 20 pt sans",
    .edition_screen = "Screen",
    .edition_screen_use = "Large page-turn zones, for eye-gaze and projectors",
    .edition_phone = "Phone",
    .edition_phone_use = "Narrow pages, no zooming",
    .edition_parallel = "Both languages",
    .edition_parallel_use = "Paragraph by paragraph",
    .edition_print = "For printing",
    .edition_print_use = "A4, folded and stapled",
    .search_prompt = "Words to look for",
    .search_found = "{n} places found",
    .search_none = "Nothing found. Try another word, or look in the index.",
    .search_without_script = "Search needs JavaScript, which is switched off. Please use the index or the contents.",
    .index_explained = "Terms in alphabetical order, with the parts that mention them.",
    .term = "Term",
    .term_in_other_language = "Chinese",
    .abbreviation = "Abbreviation",
    .remark = "Remark",
    .changes = "What changed",
    .licence = "Licence",
    .contact = "Found a mistake? Please tell us",
    .choose_language = "Choose a language",
    .copy_reference = "Copy this reference",
    .task_done = "done",
    .task_open = "not done",
    .period = "Period",
    .link_in_list = "See it in the full list",
    .missing_image = "Picture missing",
};

constexpr const char* kMonths[] = {"January", "February", "March",     "April",   "May",      "June",
                                   "July",    "August",   "September", "October", "November", "December"};

bool is_trial(EvidenceKind kind) {
  return kind == EvidenceKind::trial_1 || kind == EvidenceKind::trial_2 || kind == EvidenceKind::trial_3;
}

std::string_view trial_number(EvidenceKind kind) {
  return kind == EvidenceKind::trial_1 ? "1" : kind == EvidenceKind::trial_2 ? "2" : "3";
}

std::string_view outcome_text(TrialOutcome outcome) {
  switch (outcome) {
    case TrialOutcome::met: return "met its main goal";
    case TrialOutcome::missed: return "missed its main goal";
    case TrialOutcome::mixed: return "mixed results";
    case TrialOutcome::stopped: return "stopped early";
    case TrialOutcome::ongoing: return "ongoing, no result yet";
    case TrialOutcome::not_reported: return "result not reported";
  }
  return "";
}

std::string_view status_text(StatusKind status) {
  switch (status) {
    case StatusKind::approved: return "approved";
    case StatusKind::conditional: return "conditional approval";
    case StatusKind::accelerated: return "accelerated approval";
    case StatusKind::withdrawn: return "withdrawn";
    case StatusKind::rejected: return "not approved";
    case StatusKind::investigational: return "under study";
    case StatusKind::unknown: return "status unknown";
  }
  return "";
}

std::string kinds_text(const Evidence& evidence, const Language& language) {
  std::vector<std::string> trials, models;
  bool observational = false;
  for (const EvidenceKind kind : evidence.kinds) {
    if (is_trial(kind)) trials.emplace_back(trial_number(kind));
    if (kind == EvidenceKind::cell) models.emplace_back("cells");
    if (kind == EvidenceKind::animal) models.emplace_back("animals");
    observational |= kind == EvidenceKind::observational;
  }
  if (!trials.empty()) return "Phase " + language.list(trials) + (trials.size() > 1 ? " trials" : " trial");
  if (observational)
    return models.empty() ? "Observational studies"
                          : "Tests in " + language.list(models) + ", and observational studies";
  if (!models.empty()) return "Tested in " + language.list(models) + " only";
  return evidence.kinds.empty() ? "" : "Kind of evidence unclear";
}

class En final : public Language {
 public:
  std::string_view tag() const override { return "en"; }
  Writing writing() const override { return Writing::latin; }
  const char* icu_locale() const override { return "en"; }
  const Labels& labels() const override { return kLabels; }

  std::string date(std::string_view iso) const override {
    const auto date = parse_iso_date(iso);
    if (!date) return std::string(iso);
    std::string out;
    if (date->day) out += std::to_string(date->day) + " ";
    if (date->month) out += std::string(kMonths[date->month - 1]) + " ";
    return out + std::to_string(date->year);
  }

  std::string period(std::string_view begin, std::string_view end) const override {
    return std::string(begin) + " – " + std::string(end);
  }

  Inlines evidence_sentence(const Evidence& evidence) const override {
    return say({.kinds = kinds_text(evidence, *this),
                .trial = "Trial",
                .outcome = evidence.outcome ? std::string(outcome_text(*evidence.outcome)) : "",
                .colon = ": ",
                .as_of = evidence.as_of.empty() ? "" : " (as of " + evidence.as_of + ")",
                .status = evidence.status.empty() ? "" : "Status: " + statuses(evidence),
                .sentence_end = ". "},
               evidence.span);
  }

  std::string continued(std::string_view label) const override { return std::string(label) + " (continued)"; }

  std::string numbered(std::string_view label, std::string_view number) const override {
    return std::string(label) + "\u00A0" + std::string(number);  // N02: no break between the word and its number
  }

  std::string list(const std::vector<std::string>& words) const override {
    std::string out;
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (i > 0) out += i + 1 == words.size() ? " and " : ", ";
      out += words[i];
    }
    return out;
  }

  std::string note_mark(int n) const override {
    std::string out;
    for (; n > 0; n = (n - 1) / 26) out.insert(out.begin(), static_cast<char>('a' + (n - 1) % 26));
    return out;
  }

 private:
  std::string statuses(const Evidence& evidence) const {
    std::string out;
    for (const RegionalStatus& status : evidence.status) {
      if (!out.empty()) out += "; ";
      out += region_name(status.region, "en") + ", " + std::string(status_text(status.status));
    }
    return out;
  }
};

}  // namespace

const Language& en() {
  static const En language;
  return language;
}

}  // namespace bifolio::lang
