#include "parse/front_matter.h"

#include <array>
#include <functional>
#include <optional>

#include "base/tree.h"
#include "parse/hint.h"
#include "parse/parse.h"
#include "parse/rules.h"
#include "parse/words.h"
#include "syntax/syntax.h"

namespace bifolio::parse {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
const std::vector<std::string_view> kKeys = {"title",    "id",   "lang",    "abstract",
                                             "takeaway", "kind", "updated", "contributors"};

std::size_t line_end(std::string_view text, std::size_t at) {
  return std::min(text.find_first_of("\r\n", at), text.size());
}

std::size_t next_line(std::string_view text, std::size_t at) {
  const std::size_t end = line_end(text, at);
  if (end == text.size()) return end;
  return text.substr(end).starts_with("\r\n") ? end + 2 : end + 1;
}

std::string_view line_at(std::string_view text, std::size_t at) {
  return text.substr(at, line_end(text, at) - at);
}

bool is_fence(std::string_view line) {
  return line.substr(0, line.find_last_not_of(" \t") + 1) == "---";
}

/// The bytes of the YAML, and those of all of it with its fences.
struct Fenced {
  std::size_t begin, end, after;
  bool is_closed;
};

std::optional<Fenced> find_fences(std::string_view text) {
  std::size_t at = text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  while (at < text.size() && trimmed(line_at(text, at)).empty()) at = next_line(text, at);
  if (!is_fence(line_at(text, at))) return std::nullopt;
  const std::size_t begin = next_line(text, at);
  // A thematic break at the top of a text is followed by an empty line, settings are not.
  if (begin == text.size() || trimmed(line_at(text, begin)).empty()) return std::nullopt;
  std::size_t blank = text.size();
  for (std::size_t line = begin; line < text.size(); line = next_line(text, line)) {
    const std::string_view content = line_at(text, line);
    if (is_fence(content) || content == "...") return Fenced{begin, line, next_line(text, line), true};
    if (trimmed(content).empty()) blank = std::min(blank, line);
  }
  return Fenced{begin, blank, blank, false};
}

class FrontMatterReader {
 public:
  FrontMatterReader(std::string_view file, FileId id, std::string_view language, Findings& findings)
      : file_(file), id_(id), language_(language), findings_(findings) {}

  FrontMatter read(const Tree& tree) {
    for (const Member& member : tree.members) read_member(member);
    if (!tree.is_object() && !tree.is_null())
      report(tree, "front matter", {"it must be lines `name: value`", "应为 `名称: 值` 形式的行"});
    return std::move(front_);
  }

 private:
  void read_member(const Member& member) {
    const Tree& value = member.value;
    if (member.key == "title") return text(member, front_.title, front_.title_span);
    if (member.key == "id") return read_id(member);
    if (member.key == "lang") return read_language(member);
    if (member.key == "abstract") return inlines(member, front_.abstract, front_.abstract_span);
    if (member.key == "takeaway") return inlines(member, front_.takeaway, ignored_);
    if (member.key == "kind") return read_kind(member);
    if (member.key == "updated") return read_updated(member);
    if (member.key == "contributors") return read_contributors(value);
    findings_.add({&front_matter_key, member.key_span, {{"key", member.key}, nearest_or_all(member.key, kKeys)}});
  }

  void text(const Member& member, std::string& out, Span& span) {
    const Tree& value = member.value;
    if (value.is_null()) return report(value, member.key, {"it has no text", "没有内容"});
    if (value.is_array() || value.is_object())
      return report(value, member.key, {"it must be one text", "应为一段文字"});
    out = value.is_boolean() ? std::string(file_.substr(value.span.begin, value.span.size())) : value.text;
    span = value.span;
  }

  void read_id(const Member& member) {
    Span span;
    text(member, front_.id, span);
    if (front_.id.empty() || is_plain_name(front_.id)) return;
    report(member.value, "id",
           {"it must be a name of Latin letters, digits and hyphens", "应由英文字母、数字和连字符组成"});
    front_.id.clear();  // it becomes part of addresses
  }

  void read_language(const Member& member) {
    text(member, front_.language, front_.language_span);
    if (front_.language.empty() || front_.language == language_) return;
    findings_.add({&config_lang_mismatch,
                   front_.language_span,
                   {{"seen", front_.language}, {"expected", std::string(language_)}}});
  }

  void read_kind(const Member& member) {
    Span span;
    text(member, front_.kind, span);
    if (front_.kind.empty() || front_.kind == "evidence" || front_.kind == "reflection") return;
    report(member.value, "kind", {"it must be evidence or reflection", "应为 evidence 或 reflection"},
           did_you_mean(front_.kind, {"evidence", "reflection"}));
    front_.kind.clear();
  }

  void read_updated(const Member& member) {
    text(member, front_.updated, front_.updated_span);
    if (front_.updated.empty() || is_calendar_date(front_.updated)) return;
    report(member.value, "updated",
           {"it must be a day of the calendar, YYYY-MM-DD", "应为真实日期，格式为 YYYY-MM-DD"});
    front_.updated.clear();
  }

  void read_contributors(const Tree& value) {
    if (value.is_string()) {
      for (const TextPart& part : split_at_semicolons(value.text, value.span))
        front_.contributors.emplace_back(part.text);
      return;
    }
    if (!value.is_array()) return report(value, "contributors", {"it must be a list of names", "应为姓名列表"});
    for (const Tree& item : value.items) {
      if (item.is_string())
        front_.contributors.push_back(item.text);
      else
        report(item, "contributors", {"it must be a list of names", "应为姓名列表"});
    }
  }

  void inlines(const Member& member, Inlines& out, Span& span) {
    std::string value;
    text(member, value, span);
    if (value.empty()) return;
    const auto raw = raw_text(member.value);
    if (raw) out = parse_inlines(file_.substr(raw->begin, raw->size()), id_, raw->begin, language_, findings_);
    // Escapes make the value shorter than its span, so places stay inside it.
    else
      out = parse_inlines(trimmed(value), id_, member.value.span.begin + 1, language_, findings_);
  }

  /// The bytes that are the value as Markdown sees it: indentation does not matter there.
  std::optional<Span> raw_text(const Tree& value) const {
    const std::string_view raw = file_.substr(value.span.begin, value.span.size());
    if (raw.empty()) return std::nullopt;
    std::size_t begin = 0, end = raw.size();
    if (raw[0] == '"' || raw[0] == '\'') {
      if (raw.size() < 2 || raw.find(raw[0] == '"' ? "\\" : "''", 1) != raw.npos) return std::nullopt;
      begin = 1;
      end = raw.size() - 1;
    } else if (raw[0] == '|' || raw[0] == '>') {
      begin = next_line(raw, 0);
    }
    const std::string_view inner = trimmed(raw.substr(begin, end - begin));
    const auto at = value.span.begin + static_cast<std::uint32_t>(inner.data() - raw.data());
    return Span{id_, at, at + static_cast<std::uint32_t>(inner.size())};
  }

  void report(const Tree& value, std::string_view key, Words expected, Argument hint = {"hint", ""}) {
    const std::string_view written = file_.substr(value.span.begin, value.span.size());
    findings_.add({&front_matter_value,
                   value.span,
                   {{"key", std::string(key)},
                    {"value", std::string(written.substr(0, line_end(written, 0)))},
                    {"expected", std::string(expected.en), std::string(expected.zh_hans)},
                    std::move(hint)}});
  }

  std::string_view file_;
  FileId id_;
  std::string_view language_;
  Findings& findings_;
  FrontMatter front_;
  Span ignored_;
};

}  // namespace

WithFrontMatter read_front_matter(std::string_view file, FileId id, std::string_view language, Findings& findings) {
  const auto fenced = find_fences(file);
  if (!fenced) return {{}, file.starts_with(kByteOrderMark) ? 3u : 0u};
  const auto span = [&](std::size_t begin, std::size_t end) {
    return Span{id, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  };
  const std::size_t fence = file.rfind("---", fenced->begin);
  if (!fenced->is_closed) findings.add({&front_matter_open, span(fence, fence + 3)});
  const auto offset = static_cast<std::uint32_t>(fenced->begin);
  const Tree tree = syntax::parse_yaml({file.substr(fenced->begin, fenced->end - fenced->begin), id, offset}, findings);
  FrontMatter front = FrontMatterReader(file, id, language, findings).read(tree);
  front.span = span(fence, fenced->after);
  return {std::move(front), static_cast<std::uint32_t>(fenced->after)};
}

}  // namespace bifolio::parse
