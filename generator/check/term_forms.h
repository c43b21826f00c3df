// The glossary as words to look for in prose.
#pragma once

#include <string>
#include <vector>

#include "check/prose.h"
#include "check/word_finder.h"

namespace bifolio::check {

/// One way in which a term is written.
struct TermForm {
  enum class Kind { approved, abbreviation, alias, variant };
  const Term* term;
  Kind kind;
  std::string text;
  std::string language;  ///< of approved forms and variants; empty = any
};

struct TermHit {
  const TermForm* form;
  std::size_t begin, end;
};

class TermForms {
 public:
  explicit TermForms(const Glossary&);

  /// In running text: no code, addresses, link texts, marked quotations or titles in 《》.
  /// A wrong form inside a longer right one is none (硝酮 in 硝酮嗪).
  std::vector<TermHit> find(const Passage&) const;
  bool is_empty() const { return forms_.empty(); }
  const std::vector<TermForm>& all() const { return forms_; }

 private:
  void add(const Term&, TermForm::Kind, const std::string& text, const std::string& language);

  std::vector<TermForm> forms_;
  WordFinder finder_;
};

/// Whether the bytes are the booklet's own words: no code, address, link text,
/// marked quotation or title in quotes.
bool is_running_text(const Passage&, std::size_t begin, std::size_t end);

/// The right way to write what a wrong form means: the nearest of the term's forms in that language.
std::string right_form(const Term&, const std::string& wrong, const std::string& language);

}  // namespace bifolio::check
