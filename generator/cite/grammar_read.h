// Reading the attributes that styles and locales share. The first fault is kept
// and reading goes on, so that every function below can assume nothing failed.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "cite/locale.h"
#include "cite/style.h"
#include "syntax/xml.h"

namespace bifolio::cite {

struct Fault {
  std::string detail;
  std::uint32_t line = 0, column = 0;
  Span span = {};
};

class Grammar {
 public:
  void fail(const syntax::XmlNode&, std::string detail);
  const std::optional<Fault>& fault() const { return fault_; }

  /// The value of an attribute that has a closed set of values; `otherwise` where it is absent.
  template <typename Enum>
  Enum one_of(const syntax::XmlNode& node, std::string_view attribute, Enum otherwise,
              std::initializer_list<std::pair<std::string_view, Enum>> values) {
    const syntax::XmlAttribute* given = node.find(attribute);
    if (!given) return otherwise;
    for (const auto& [name, value] : values) {
      if (given->value == name) return value;
    }
    fail(node, "\"" + given->value + "\" is no value of the attribute " + std::string(attribute));
    return otherwise;
  }

  bool flag(const syntax::XmlNode&, std::string_view attribute, bool otherwise = false);
  std::optional<int> number(const syntax::XmlNode&, std::string_view attribute);
  std::optional<std::string> string(const syntax::XmlNode&, std::string_view attribute);

  Look look(const syntax::XmlNode&);
  TextCase text_case(const syntax::XmlNode&);
  TermForm term_form(const syntax::XmlNode&);
  DatePart date_part(const syntax::XmlNode&);
  std::shared_ptr<const LocaleLayer> locale(const syntax::XmlNode&);

 private:
  RichStyle formatting(const syntax::XmlNode&);
  void terms(const syntax::XmlNode&, LocaleLayer&);
  void ordinal(const syntax::XmlNode&, LocaleLayer&);
  DateFormat date_format(const syntax::XmlNode&);
  std::optional<Fault> fault_;
};

/// Elements of CSL's namespace that are not text or comment.
bool is_element(const syntax::XmlNode&);

}  // namespace bifolio::cite
