// Settings in a TOML tree, read strictly: each group lists its keys with what to
// do with their values; others are reported with the nearest key.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "base/tree.h"
#include "model/language.h"

namespace bifolio::parse {

/// A value with its dotted name: `booklet.title.en`.
struct SettingValue {
  const Tree& tree;
  std::string name;
  Span key_span;
};

struct Setting {
  std::string_view key;
  std::function<void(const SettingValue&)> read;
};

/// Reads a group, in the settings' order. `name` is the group's: "booklet"; ""
/// is the file itself.
void read_group(const SettingValue& group, const std::vector<Setting>&, Findings&);

/// Each returns nothing (and reports) where the value has another type.
const std::string* as_text(const SettingValue&, Findings&);
std::vector<SettingValue> as_list(const SettingValue&, Findings&);
std::optional<bool> as_flag(const SettingValue&, Findings&);
std::optional<int> as_days(const SettingValue&, Findings&);

/// `{ zh-Hans = "…", en = "…" }`, or one text for all languages.
LocalText as_local_text(const SettingValue&, const std::vector<std::string>& languages, Findings&);

/// Reports a language that is not among the booklet's.
bool is_known_language(std::string_view tag, Span, const std::vector<std::string>& languages, Findings&);

void report_type(const SettingValue&, Words expected, std::string_view example, Findings&);
void report_value(const SettingValue&, std::string_view value, Words expected, Argument hint, Findings&);

}  // namespace bifolio::parse
