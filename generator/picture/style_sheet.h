// The style sheets inside a drawing, as far as programs that export drawings use
// them (CSS 2.2, chapters 4 to 6): elements, classes, ids, and one inside another.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "picture/reporter.h"
#include "syntax/xml.h"

namespace bifolio::picture {

struct Declaration {
  std::string name, value;
  bool is_important = false;
  Span span = {};
};

/// `fill: red; stroke: none`; what is no declaration is passed over, as CSS says.
std::vector<Declaration> read_declarations(std::string_view, Span);

/// An element and those around it.
struct Place {
  const syntax::XmlNode* node = nullptr;
  const Place* around = nullptr;
};

class StyleSheet {
 public:
  void read(std::string_view text, Span, Reporter&);
  bool is_empty() const { return rules_.empty(); }
  /// What holds for an element, the strongest last. Takes each comparison from `left`.
  std::vector<const Declaration*> matching(const Place&, std::size_t& left) const;

 private:
  struct Compound {
    std::string type, id;
    std::vector<std::string> classes;
  };
  struct Rule {
    std::vector<Compound> selector;  ///< the outermost first
    int specificity = 0;
    std::size_t block = 0;
  };

  static bool matches(const Compound&, const syntax::XmlNode&);
  static bool matches(const Rule&, const Place&, std::size_t& left);
  bool read_selector(std::string_view, std::size_t block);
  static bool read_compound(std::string_view, Compound&, int& specificity);

  std::vector<Rule> rules_;  ///< the weakest first
  std::vector<std::vector<Declaration>> blocks_;
};

}  // namespace bifolio::picture
