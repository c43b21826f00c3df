// The YAML of front matter, through yaml-cpp's events. They tell where a value
// begins (in bytes), not where it ends, and yaml-cpp forgives a quote that never
// closes and forgets a lone CR; so ends are found here, and both are looked after.
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <charconv>
#include <optional>
#include <sstream>
#include <unordered_map>

#include "base/utf8.h"
#include "syntax/fullwidth.h"
#include "syntax/place.h"
#include "syntax/rules.h"

namespace bifolio::syntax {
namespace {

constexpr std::size_t kMostBytes = 256u << 10;
constexpr std::size_t kMostDepth = 32;
constexpr int kMostFaults = 20;

struct TooDeep {
  std::size_t at;
};

/// JSON's grammar of numbers: 2024-08 and 007 stay text.
std::optional<double> number(std::string_view text) {
  const std::string_view digits = text.substr(text.starts_with('-') ? 1 : 0);
  const bool has_leading_zero = digits.size() > 1 && digits[0] == '0' && digits[1] >= '0' && digits[1] <= '9';
  if (digits.empty() || digits[0] < '0' || digits[0] > '9' || has_leading_zero || text.ends_with('.'))
    return std::nullopt;
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

Tree plain_scalar(const std::string& text) {
  if (text == "true" || text == "false") return Tree::of(text == "true");
  if (text.empty() || text == "null" || text == "~") return {};
  Tree tree = Tree::of(std::string_view(text));
  if (const auto value = number(text)) {
    tree.kind = Tree::Kind::number;
    tree.number = *value;
  }
  return tree;
}

class TreeBuilder : public YAML::EventHandler {
 public:
  TreeBuilder(const Input& input, std::string_view text, Findings& findings)
      : input_(input), text_(text), findings_(findings) {}

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    refuse_anchor(mark, anchor);
    Tree null;
    null.span = place(input_, end_of_last_, end_of_last_);
    attach(std::move(null));
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    Tree nothing;
    nothing.span = refuse(mark, '*', {"alias", "别名"});
    attach(std::move(nothing));
  }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    refuse_anchor(mark, anchor);
    refuse_tag(mark, tag);
    const bool is_plain = tag == "?";
    Tree scalar = is_plain ? plain_scalar(value) : Tree::of(std::string_view(value));
    scalar.span = scalar_span(position(mark), is_plain, value);
    attach(std::move(scalar));
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(mark, tag, anchor, Tree::array());
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(mark, tag, anchor, Tree::object());
  }
  void OnMapEnd() override { close(); }

  Tree finish() {
    while (!open_.empty()) close();
    return std::move(root_);
  }

 private:
  struct Container {
    Tree tree;
    std::optional<Tree> key = {};  ///< read, its value still to come
    bool is_ignored = false;
    std::unordered_map<std::string, Span> keys = {};
  };

  std::size_t position(const YAML::Mark& mark) const {
    return std::min<std::size_t>(mark.pos < 0 ? 0 : static_cast<std::size_t>(mark.pos), text_.size());
  }

  void open(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, Tree tree) {
    refuse_anchor(mark, anchor);
    refuse_tag(mark, tag);
    if (open_.size() >= kMostDepth) throw TooDeep{position(mark)};
    const std::size_t at = position(mark);
    tree.span = place(input_, at, at);
    open_.push_back({std::move(tree)});
  }

  void close() {
    Tree tree = std::move(open_.back().tree);
    open_.pop_back();
    const bool is_flow = tree.span.begin >= input_.offset && at_bracket(tree.span.begin - input_.offset);
    std::size_t end = end_of_last_;
    if (is_flow) end = after(text_.find_first_of("]}", end));
    tree.span = join(tree.span, place(input_, end, end));
    end_of_last_ = end;
    attach(std::move(tree));
  }

  bool at_bracket(std::size_t at) const { return at < text_.size() && (text_[at] == '[' || text_[at] == '{'); }
  std::size_t after(std::size_t at) const { return at == text_.npos ? text_.size() : at + 1; }

  void attach(Tree value) {
    if (value.span.file.is_known()) end_of_last_ = std::max<std::size_t>(end_of_last_, value.span.end - input_.offset);
    if (open_.empty()) {
      root_ = std::move(value);
      return;
    }
    Container& parent = open_.back();
    if (parent.tree.is_array()) {
      parent.tree.items.push_back(std::move(value));
    } else if (!parent.key) {
      set_key(parent, std::move(value));
    } else {
      if (!parent.is_ignored) parent.tree.members.push_back({parent.key->text, parent.key->span, std::move(value)});
      parent.key.reset();
    }
  }

  void set_key(Container& parent, Tree key) {
    const auto [first, is_new] = parent.keys.emplace(key.text, key.span);
    parent.is_ignored = !is_new;
    if (!is_new) {
      Finding finding{&syntax_duplicate_key, key.span, {{"key", key.text}}};
      finding.related = {{first->second, {"it is given first here", "首次出现在此处"}}};
      findings_.add(std::move(finding));
    }
    parent.key = std::move(key);
  }

  Span scalar_span(std::size_t begin, bool is_plain, const std::string& value) {
    if (is_plain) return place(input_, begin, plain_end(begin, value));
    const char quote = begin < text_.size() ? text_[begin] : '\0';
    if (quote == '|' || quote == '>') return place(input_, begin, block_end(begin));
    return place(input_, begin, quoted_end(begin, quote));
  }

  /// A plain scalar may go over several lines; then it ends where its last word does.
  std::size_t plain_end(std::size_t begin, const std::string& value) const {
    if (text_.substr(begin, value.size()) == value) return begin + value.size();
    std::size_t at = begin;
    for (std::size_t i = 0; i < value.size() && at < text_.size();) {
      const auto is_blank = [](char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; };
      if (is_blank(value[i])) {
        ++i;
      } else if (is_blank(text_[at])) {
        ++at;
      } else {
        ++i, ++at;
      }
    }
    return at;
  }

  std::size_t quoted_end(std::size_t begin, char quote) {
    for (std::size_t at = begin + 1; at < text_.size(); ++at) {
      if (quote == '"' && text_[at] == '\\') {
        ++at;
      } else if (text_[at] == quote) {
        if (quote == '\'' && text_.substr(at + 1).starts_with('\''))
          ++at;
        else
          return at + 1;
      }
    }
    findings_.add(
        {&syntax_yaml, place(input_, begin, begin + 1), {{"reason", "this quote never closes", "此引号没有结尾"}}});
    return text_.size();
  }

  /// A block scalar ends before the next line that is indented no deeper than its key.
  std::size_t block_end(std::size_t begin) const {
    const std::size_t line = begin == 0 ? 0 : text_.rfind('\n', begin - 1) + 1;
    const std::size_t indent = text_.find_first_not_of(" -", line) - line;
    std::size_t end = std::min(text_.find('\n', begin), text_.size());
    for (std::size_t next = end + 1; next < text_.size();) {
      const std::size_t stop = std::min(text_.find('\n', next), text_.size());
      const std::size_t first = text_.find_first_not_of(" \r", next);
      if (first < stop) {
        if (first - next <= indent) break;
        end = text_[stop - 1] == '\r' ? stop - 1 : stop;
      }
      next = stop + 1;
    }
    return end;
  }

  void refuse_anchor(const YAML::Mark& mark, YAML::anchor_t anchor) {
    if (anchor != 0) refuse(mark, '&', {"anchor", "锚点"});
  }
  void refuse_tag(const YAML::Mark& mark, const std::string& tag) {
    if (tag != "?" && tag != "!" && !tag.empty()) refuse(mark, '!', {"tag", "类型标签"});
  }

  Span refuse(const YAML::Mark& mark, char sign, Words feature) {
    const std::size_t begin = std::min(text_.find(sign, position(mark)), text_.size());
    const std::size_t end = std::min(text_.find_first_of(" \t\r\n,]}", begin), text_.size());
    const Span span = place(input_, begin, end);
    findings_.add({&syntax_yaml_feature,
                   span,
                   {{"text", std::string(text_.substr(begin, end - begin))},
                    {"feature", std::string(feature.en), std::string(feature.zh_hans)}}});
    return span;
  }

  const Input& input_;
  std::string_view text_;
  Findings& findings_;
  std::vector<Container> open_;
  Tree root_;
  std::size_t end_of_last_ = 0;
};

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

/// `title： …` as an input method writes it. Three bytes for three, so that no place moves.
void mend_colons(std::string& text, const Input& input, Findings& findings) {
  for (std::size_t line = 0; line < text.size(); line = std::min(text.find('\n', line), text.size()) + 1) {
    const std::size_t begin = text.find_first_not_of(" -", line);
    if (begin == text.npos) return;
    std::size_t end = begin;
    while (end < text.size() && is_name_character(text[end])) ++end;
    if (end == begin || !std::string_view(text).substr(end).starts_with("：")) continue;
    report_fullwidth(input, end, 3, ':', "YAML", findings);
    text.replace(end, 3, ":  ");
  }
}

std::string mended(const Input& input, Findings& findings) {
  std::string text(input.text);
  text.replace(0, first_byte(input), first_byte(input), ' ');
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n')) text[i] = '\n';
  }
  mend_colons(text, input, findings);
  return text;
}

Words explain(const std::string& problem) {
  if (problem == YAML::ErrorMsg::MAP_VALUE || problem == YAML::ErrorMsg::END_OF_MAP) {
    return {"a line is a name, a colon, a space and a value; a value that holds `: ` stands in quotes",
            "每行应为名称、英文冒号、空格和值；值中若含“冒号加空格”，请加引号"};
  }
  if (problem == YAML::ErrorMsg::UNKNOWN_TOKEN) {
    return {"a value cannot begin with this mark; put it in quotes", "值不能以此符号开头，请加引号"};
  }
  if (problem == YAML::ErrorMsg::END_OF_SEQ_FLOW || problem == YAML::ErrorMsg::END_OF_MAP_FLOW) {
    return {"a bracket is never closed", "括号没有结尾"};
  }
  return {"it is no YAML", "不是有效的 YAML"};
}

std::size_t line_start(std::string_view text, std::size_t at) {
  return at == 0 ? 0 : text.rfind('\n', at - 1) + 1;
}

std::size_t next_line(std::string_view text, std::size_t at) {
  return std::min(text.find('\n', at), text.size() - 1) + 1;
}

bool is_indented(std::string_view text, std::size_t line) {
  return line < text.size() && std::string_view(" \t\r\n-#]}").find(text[line]) != std::string_view::npos;
}

struct Fault {
  std::size_t at;
  Words reason;
};

/// `title:value` or a line without any colon: YAML goes on, and stumbles over the next line.
std::optional<Fault> broken_line_before(std::string_view text, std::size_t fault) {
  for (std::size_t line = 0; line <= fault && line < text.size(); line = next_line(text, line)) {
    if (is_indented(text, line)) continue;
    const std::string_view content = text.substr(line, next_line(text, line) - line);
    const std::size_t colon = content.find(':');
    if (colon == content.npos) return Fault{line, explain(YAML::ErrorMsg::MAP_VALUE)};
    const bool is_glued =
        std::string_view(" \t\r\n").find(content[std::min(colon + 1, content.size() - 1)]) == content.npos;
    if (is_glued && content.substr(0, colon).find_first_of(" \"'[{") == content.npos) {
      return Fault{line + colon, {"a space is missing after the colon", "冒号之后缺少空格"}};
    }
  }
  return std::nullopt;
}

Fault find_fault(std::string_view text, const YAML::Exception& error) {
  const std::size_t at =
      std::min<std::size_t>(error.mark.pos < 0 ? 0 : static_cast<std::size_t>(error.mark.pos), text.size());
  const auto begins = [&](const char* problem) { return error.msg.starts_with(problem); };
  if (begins(YAML::ErrorMsg::END_OF_SEQ_FLOW) || begins(YAML::ErrorMsg::END_OF_MAP_FLOW)) {
    const std::size_t bracket = text.substr(0, at).find_last_of("[{");
    return {bracket == text.npos ? at : bracket, explain(error.msg)};
  }
  if (begins(YAML::ErrorMsg::INVALID_ESCAPE) || begins(YAML::ErrorMsg::INVALID_HEX) ||
      begins(YAML::ErrorMsg::INVALID_UNICODE)) {
    const std::size_t backslash = text.rfind('\\', at);
    return {backslash == text.npos ? at : backslash,
            {"the backslash begins no known escape; use single quotes around the value",
             "反斜杠之后不是有效的转义；请改用单引号"}};
  }
  const std::size_t line = line_start(text, at);
  if (line < text.size() && text[line] == '\t')
    return {line, {"lines are indented with spaces, not with a tab", "缩进要用空格，不能用制表符"}};
  if (const auto broken = broken_line_before(text, at)) return *broken;
  return {at, explain(error.msg)};
}

/// Blanks the setting around the fault, so that the others can be read; false where nothing was left.
bool blank(std::string& text, std::size_t at) {
  if (text.empty()) return false;
  std::size_t begin = line_start(text, std::min(at, text.size() - 1));
  while (begin > 0 && is_indented(text, begin)) begin = line_start(text, begin - 1);
  std::size_t end = next_line(text, begin);
  while (end < text.size() && (is_indented(text, end) || end <= at)) end = next_line(text, end);
  bool changed = false;
  for (std::size_t i = begin; i < end; ++i) {
    if (text[i] == ' ' || text[i] == '\n' || text[i] == '\r') continue;
    text[i] = ' ';
    changed = true;
  }
  return changed;
}

void report(const Input& input, const Fault& fault, Findings& findings) {
  const std::size_t size = fault.at < input.text.size() ? decode_utf8(input.text, fault.at).size : 0;
  findings.add({&syntax_yaml,
                place(input, fault.at, fault.at + size),
                {{"reason", std::string(fault.reason.en), std::string(fault.reason.zh_hans)}}});
}

struct Reading {
  Tree tree = {};
  Findings findings = {};
  std::optional<Fault> fault = {};
};

Reading read(const Input& input, const std::string& text) {
  Reading reading;
  std::istringstream stream(text);
  TreeBuilder builder(input, text, reading.findings);
  try {
    YAML::Parser parser(stream);
    parser.HandleNextDocument(builder);
  } catch (const TooDeep& deep) {
    reading.findings.add(
        {&syntax_too_deep, place(input, deep.at, deep.at + 1), {{"limit", std::to_string(kMostDepth)}}});
  } catch (const YAML::Exception& error) {
    reading.fault = find_fault(text, error);
  }
  reading.tree = builder.finish();
  return reading;
}

}  // namespace

Tree parse_yaml(const Input& input, Findings& findings) {
  if (input.text.size() > kMostBytes) {
    const std::string size = std::to_string(input.text.size() >> 10) + " KB";
    findings.add({&syntax_too_large,
                  place(input, 0, 0),
                  {{"format", "YAML"}, {"size", size}, {"limit", std::to_string(kMostBytes >> 10) + " KB"}}});
    return {};
  }
  std::string text = mended(input, findings);
  for (int faults = 0;; ++faults) {
    Reading reading = read(input, text);
    if (reading.fault) report(input, *reading.fault, findings);
    if (reading.fault && faults < kMostFaults && blank(text, reading.fault->at)) continue;
    findings.append(std::move(reading.findings));
    return std::move(reading.tree);
  }
}

}  // namespace bifolio::syntax
