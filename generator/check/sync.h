// i18n.lock.json: what each section said in both languages when a person last
// declared them in step. Words are kept as hashes, a pair for each section, so that
// an edit on one side alone shows. Formatting and line breaks are no words.
//
// The one surprise: a section is found again by its explicit id or, without one, by
// the words of either side. Inserting a section makes no other one new.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "model/publication.h"

namespace bifolio::check {

struct Parallel;

inline constexpr std::string_view kI18nLockFile = "i18n.lock.json";

/// SHA-256 of a section's words in the source language and in a translation.
struct AcceptedSection {
  std::string id;  ///< explicit; empty for a document's beginning and for headings without one
  std::string source, translation;
};

/// By the translation's language, then by document (its path inside the language's folder).
using I18nLock = std::map<std::string, std::map<std::string, std::vector<AcceptedSection>>>;

/// Reads the file's text; reports what is no such file.
I18nLock read_i18n_lock(std::string_view text, FileId, Findings&);
/// Canonical JSON: the same sections give the same bytes.
std::string write_i18n_lock(const I18nLock&, std::string_view source_language);

/// How a section stands to what was accepted.
struct SectionStatus {
  enum class State { in_step, unrecorded, source_changed, translation_changed, both_changed };
  State state = State::in_step;
  std::string language;  ///< of the translation
  std::string document;
  std::string title;            ///< in the source language
  Span source, translation;     ///< the headings
  AcceptedSection now, before;  ///< `before` has no hashes where the section is not recorded
};

/// Every section that stands in both languages, in reading order.
std::vector<SectionStatus> section_statuses(const std::vector<Parallel>&, const I18nLock&);
std::vector<SectionStatus> section_statuses(const Publication&, const I18nLock&);

/// What to record once those at which `is_accepted` is true are declared in step.
/// Sections that are gone are forgotten.
I18nLock accept(const std::vector<SectionStatus>&, const std::vector<bool>& is_accepted);

/// A language as messages name it: “English”, “英文”.
std::string language_word(std::string_view tag, UiLanguage);

}  // namespace bifolio::check
