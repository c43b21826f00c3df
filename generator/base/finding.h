// What is wrong, and where. A Finding holds a rule, places and arguments but no
// prose: the language is chosen when it is printed. `Findings` is the one thing
// that travels beside the data: an append-only sink passed by reference.
#pragma once

#include <string>
#include <vector>

#include "base/rule.h"
#include "base/span.h"

namespace bifolio {

/// A value for `{name}` in a rule's message. Most read the same in both
/// languages; where they do not, `zh_hans` is given too.
struct Argument {
  std::string name;
  std::string text;
  std::string zh_hans = {};
};

/// Another place that explains the finding (“first defined here”).
struct RelatedPlace {
  Span span;
  Words note;
};

/// A mechanical repair: these bytes become that text.
struct Fix {
  Span span;
  std::string replacement;
};

struct Finding {
  const Rule* rule = nullptr;
  Span span;
  std::vector<Argument> arguments = {};
  std::vector<RelatedPlace> related = {};
  std::vector<Fix> fixes = {};
  std::string subject = {};  ///< what it is about (a key, an id, a target): stable when text moves
  std::string evidence = {};  ///< what proved it, where that can change on its own (a lock record)
};

/// The message with its arguments filled in.
std::string message(const Finding&, UiLanguage);

class Findings {
 public:
  void add(Finding finding) { all_.push_back(std::move(finding)); }
  void append(Findings&& other);

  const std::vector<Finding>& all() const { return all_; }
  bool is_empty() const { return all_.empty(); }

  /// By file, then place, then rule: the order in which they are printed.
  void sort();

 private:
  std::vector<Finding> all_;
};

}  // namespace bifolio
