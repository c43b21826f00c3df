#include "parse/settings.h"

#include <algorithm>

#include "parse/hint.h"
#include "parse/rules.h"

namespace bifolio::parse {
namespace {

Words kind_in_words(const Tree& tree) {
  switch (tree.kind) {
    case Tree::Kind::null: return {"nothing", "空值"};
    case Tree::Kind::boolean: return {"true or false", "true 或 false"};
    case Tree::Kind::number: return {"a number", "数字"};
    case Tree::Kind::string: return {"text", "文字"};
    case Tree::Kind::array: return {"a list", "列表"};
    case Tree::Kind::object: return {"a group of settings", "一组设置"};
  }
  return {};
}

std::string child_name(const std::string& group, std::string_view key) {
  return group.empty() ? std::string(key) : group + "." + std::string(key);
}

/// `phase.0.period.1` is `phase.period` to people.
std::string shown_name(std::string_view name) {
  std::string out;
  for (std::size_t at = 0; at <= name.size();) {
    const std::size_t end = std::min(name.find('.', at), name.size());
    const std::string_view part = name.substr(at, end - at);
    at = end + 1;
    if (part.find_first_not_of("0123456789") == part.npos) continue;
    out += (out.empty() ? "" : ".") + std::string(part);
  }
  return out;
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

void report_unknown_key(const std::string& group, const Member& member, const std::vector<Setting>& settings,
                        Findings& findings) {
  std::vector<std::string_view> keys;
  for (const Setting& setting : settings) keys.push_back(setting.key);
  Finding finding{&config_key_unknown, member.key_span, {{"key", member.key}, nearest_or_all(member.key, keys)}};
  if (group.empty())
    finding.arguments.push_back({"group", "this file", "本文件"});
  else
    finding.arguments.push_back({"group", "[" + group + "]"});
  findings.add(std::move(finding));
}

}  // namespace

void report_type(const SettingValue& value, Words expected, std::string_view example, Findings& findings) {
  const Words seen = kind_in_words(value.tree);
  findings.add({&config_type,
                value.tree.span,
                {{"key", shown_name(value.name)},
                 {"expected", std::string(expected.en), std::string(expected.zh_hans)},
                 {"seen", std::string(seen.en), std::string(seen.zh_hans)},
                 {"example", std::string(example)}}});
}

void report_value(const SettingValue& value, std::string_view text, Words expected, Argument hint, Findings& findings) {
  findings.add({&config_value,
                value.tree.span,
                {{"key", shown_name(value.name)},
                 {"value", std::string(text)},
                 {"expected", std::string(expected.en), std::string(expected.zh_hans)},
                 std::move(hint)}});
}

void read_group(const SettingValue& group, const std::vector<Setting>& settings, Findings& findings) {
  if (!group.tree.is_object()) {
    return report_type(group, {"a group of settings", "一组设置"}, "[" + group.name + "]", findings);
  }
  for (const Setting& setting : settings) {
    for (const Member& member : group.tree.members) {
      if (member.key == setting.key) setting.read({member.value, child_name(group.name, member.key), member.key_span});
    }
  }
  for (const Member& member : group.tree.members) {
    const auto is_it = [&](const Setting& setting) { return setting.key == member.key; };
    if (std::none_of(settings.begin(), settings.end(), is_it))
      report_unknown_key(group.name, member, settings, findings);
  }
}

const std::string* as_text(const SettingValue& value, Findings& findings) {
  if (value.tree.is_string()) return &value.tree.text;
  report_type(value, {"text", "文字"}, value.name.substr(value.name.rfind('.') + 1) + " = \"…\"", findings);
  return nullptr;
}

std::vector<SettingValue> as_list(const SettingValue& value, Findings& findings) {
  std::vector<SettingValue> items;
  if (!value.tree.is_array()) {
    report_type(value, {"a list of texts", "文字列表"},
                value.name.substr(value.name.rfind('.') + 1) + " = [\"…\", \"…\"]", findings);
    return items;
  }
  for (std::size_t i = 0; i < value.tree.items.size(); ++i) {
    items.push_back({value.tree.items[i], value.name + "." + std::to_string(i), value.key_span});
  }
  return items;
}

std::optional<bool> as_flag(const SettingValue& value, Findings& findings) {
  if (value.tree.is_boolean()) return value.tree.boolean;
  report_type(value, {"true or false", "true 或 false"}, value.name.substr(value.name.rfind('.') + 1) + " = true",
              findings);
  return std::nullopt;
}

std::optional<int> as_days(const SettingValue& value, Findings& findings) {
  const auto days = as_integer(value.tree);
  if (days && *days >= 1 && *days <= 36500) return static_cast<int>(*days);
  report_type(value, {"a whole number of days", "天数（整数）"},
              value.name.substr(value.name.rfind('.') + 1) + " = 180", findings);
  return std::nullopt;
}

bool is_known_language(std::string_view tag, Span span, const std::vector<std::string>& languages, Findings& findings) {
  if (std::find(languages.begin(), languages.end(), tag) != languages.end()) return true;
  const std::vector<std::string_view> tags(languages.begin(), languages.end());
  findings.add(
      {&config_language, span, {{"tag", std::string(tag)}, {"languages", joined(languages)}, did_you_mean(tag, tags)}});
  return false;
}

LocalText as_local_text(const SettingValue& value, const std::vector<std::string>& languages, Findings& findings) {
  LocalText text;
  if (value.tree.is_string()) {
    for (const std::string& language : languages) text[language] = value.tree.text;
    return text;
  }
  if (!value.tree.is_object()) {
    const std::string name = value.name.substr(value.name.rfind('.') + 1);
    report_type(value, {"text in each language", "各语言的文字"}, name + " = { zh-Hans = \"…\", en = \"…\" }",
                findings);
    return text;
  }
  for (const Member& member : value.tree.members) {
    const SettingValue one{member.value, value.name + "." + member.key, member.key_span};
    if (!is_known_language(member.key, member.key_span, languages, findings)) continue;
    if (const std::string* words = as_text(one, findings)) text[member.key] = *words;
  }
  for (const std::string& language : languages) {
    if (value.tree.find(language)) continue;
    findings.add({&config_text_missing, value.key_span, {{"key", shown_name(value.name)}, {"language", language}}});
  }
  return text;
}

}  // namespace bifolio::parse
