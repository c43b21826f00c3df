// What can be wrong with a booklet. A Rule is a static value, written once with
// its words in both languages; the stage that reports it lists it in its
// `rules.def`. Ids are never reused.
#pragma once

#include <span>
#include <string_view>

namespace bifolio {

enum class Severity { off, info, warning, error };

/// Languages in which the program itself speaks, apart from those of a booklet.
enum class UiLanguage { en, zh_hans };

/// The same words in both languages of the program.
struct Words {
  std::string_view en;
  std::string_view zh_hans;

  std::string_view in(UiLanguage language) const { return language == UiLanguage::en ? en : zh_hans; }
};

/// Whether a finding can be mended by a machine: never, in some cases, always,
/// or by refreshing the reference lock.
enum class Repair { no, part, yes, update };

struct Rule {
  std::string_view id;  ///< kebab-case, as RULES names it: `cite-undefined`
  Severity severity;    ///< the default; a booklet may change it
  Words message;        ///< what, why and how to repair; `{name}` stands for an argument
  Words help;           ///< what `bifolio explain` prints: a paragraph and an example
  Repair repair = Repair::no;
  bool is_protected = false;  ///< can neither be lowered nor suppressed
};

/// A stage's list of rules, as its `rules.def` names them.
using RuleList = std::span<const Rule* const>;

std::string_view name(Severity);

}  // namespace bifolio
