// JSON through RapidJSON's SAX reader. Its events carry no places, but they come
// in the file's order, each when its last byte has been read: the end of an event
// is where the stream stands, and its start is the first byte after the event
// before it that is no white space, comma or colon.
#include <rapidjson/error/error.h>
#include <rapidjson/reader.h>

#include <charconv>
#include <optional>
#include <unordered_map>

#include "base/utf8.h"
#include "syntax/fullwidth.h"
#include "syntax/place.h"
#include "syntax/rules.h"

namespace bifolio::syntax {
namespace {

namespace json = rapidjson;

/// RapidJSON's stream concept over a text; NUL is its end of input.
class TextStream {
 public:
  using Ch = char;
  explicit TextStream(std::string_view text, std::size_t start) : text_(text), at_(start) {}
  char Peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  char Take() { return at_ < text_.size() ? text_[at_++] : '\0'; }
  std::size_t Tell() const { return at_; }
  // Only for parsing in place, which we do not do.
  char* PutBegin() { return nullptr; }
  void Put(char) {}
  void Flush() {}
  std::size_t PutEnd(char*) { return 0; }

 private:
  std::string_view text_;
  std::size_t at_;
};

class TreeBuilder {
 public:
  TreeBuilder(const Input& input, const TextStream& stream, const Limits& limits, Findings& findings)
      : input_(input), stream_(stream), limits_(limits), findings_(findings), event_end_(stream.Tell()) {}

  bool Null() { return scalar({}); }
  bool Bool(bool value) { return scalar(Tree::of(value)); }
  bool String(const char* text, json::SizeType size, bool) { return scalar(Tree::of(std::string_view(text, size))); }
  bool RawNumber(const char* text, json::SizeType size, bool) {
    Tree number = Tree::of(0);
    number.text.assign(text, size);
    std::from_chars(text, text + size, number.number);
    return scalar(std::move(number));
  }
  bool StartObject() { return open(Tree::object()); }
  bool StartArray() { return open(Tree::array()); }
  bool EndObject(json::SizeType) { return close(); }
  bool EndArray(json::SizeType) { return close(); }
  bool Key(const char* text, json::SizeType size, bool);
  // Numbers arrive as written.
  bool Int(int) { return false; }
  bool Uint(unsigned) { return false; }
  bool Int64(std::int64_t) { return false; }
  bool Uint64(std::uint64_t) { return false; }
  bool Double(double) { return false; }

  bool was_too_deep() const { return was_too_deep_; }

  /// The root; containers that a fault left open end where reading did.
  Tree finish() {
    while (!open_.empty()) close();
    return std::move(root_);
  }

 private:
  struct Container {
    Tree tree;
    std::string key = {};
    Span key_span = {};
    bool is_ignored = false;  ///< the next value has a key that was there before
    std::unordered_map<std::string, Span> keys = {};
  };

  Span event() {
    std::size_t begin = event_end_;
    while (begin < stream_.Tell() && std::string_view(" \t\r\n,:").find(input_.text[begin]) != std::string_view::npos) {
      ++begin;
    }
    event_end_ = stream_.Tell();
    return place(input_, begin, event_end_);
  }

  bool scalar(Tree value) {
    value.span = event();
    attach(std::move(value));
    return ++count_ < limits_.values;
  }

  bool open(Tree value) {
    value.span = event();
    open_.push_back({std::move(value)});
    was_too_deep_ = open_.size() > limits_.depth;
    return !was_too_deep_ && ++count_ < limits_.values;
  }

  bool close() {
    Tree tree = std::move(open_.back().tree);
    tree.span = join(tree.span, event());
    open_.pop_back();
    attach(std::move(tree));
    return true;
  }

  void attach(Tree value) {
    if (open_.empty()) {
      root_ = std::move(value);
    } else if (Container& parent = open_.back(); parent.tree.is_array()) {
      parent.tree.items.push_back(std::move(value));
    } else if (!parent.is_ignored) {
      parent.tree.members.push_back({parent.key, parent.key_span, std::move(value)});
    }
  }

  const Input& input_;
  const TextStream& stream_;
  const Limits& limits_;
  Findings& findings_;
  std::vector<Container> open_;
  Tree root_;
  std::size_t event_end_;
  std::size_t count_ = 0;
  bool was_too_deep_ = false;
};

bool TreeBuilder::Key(const char* text, json::SizeType size, bool) {
  Container& parent = open_.back();
  parent.key.assign(text, size);
  parent.key_span = event();
  const auto [first, is_new] = parent.keys.emplace(parent.key, parent.key_span);
  parent.is_ignored = !is_new;
  if (is_new) return true;
  Finding finding{&syntax_duplicate_key, parent.key_span, {{"key", parent.key}}};
  finding.related = {{first->second, {"it is given first here", "首次出现在此处"}}};
  findings_.add(std::move(finding));
  return true;
}

Words explain(json::ParseErrorCode code) {
  switch (code) {
    case json::kParseErrorDocumentEmpty: return {"the file is empty", "文件是空的"};
    case json::kParseErrorDocumentRootNotSingular:
      return {"something follows after the end of the JSON value", "JSON 内容结束之后还有多余的文字"};
    case json::kParseErrorValueInvalid:
      return {
          "a value was expected (text in double quotes, a number, true, false, null, [ or {), and no comma stands "
          "before "
          "a closing ]",
          "此处应为一个值（双引号中的文字、数字、true、false、null、[ 或 {），而 ] 之前不能有逗号"};
    case json::kParseErrorObjectMissName:
      return {"a name in double quotes was expected, and no comma stands before a closing }",
              "此处应为双引号中的名称，而 } 之前不能有逗号"};
    case json::kParseErrorObjectMissColon: return {"a colon was expected after the name", "名称之后应为冒号"};
    case json::kParseErrorObjectMissCommaOrCurlyBracket: return {"a comma or } was expected", "此处应为逗号或 }"};
    case json::kParseErrorArrayMissCommaOrSquareBracket: return {"a comma or ] was expected", "此处应为逗号或 ]"};
    case json::kParseErrorStringUnicodeEscapeInvalidHex:
    case json::kParseErrorStringUnicodeSurrogateInvalid:
    case json::kParseErrorStringEscapeInvalid:
      return {"the backslash begins no known escape; write \\\\ for a backslash",
              "反斜杠之后不是有效的转义；反斜杠本身请写作 \\\\"};
    case json::kParseErrorStringMissQuotationMark:
      return {"the text never closes its double quote", "文字缺少结尾的双引号"};
    case json::kParseErrorStringInvalidEncoding:
      return {"the text holds a control character; write a tab as \\t", "文字中有控制字符；制表符请写作 \\t"};
    case json::kParseErrorNumberTooBig:
    case json::kParseErrorNumberMissFraction:
    case json::kParseErrorNumberMissExponent: return {"this is no complete number", "数字不完整"};
    default: return {"it is no JSON", "不是有效的 JSON"};
  }
}

void report(const Input& input, std::size_t at, json::ParseErrorCode code, Findings& findings) {
  const bool is_line_end = at < input.text.size() && (input.text[at] == '\n' || input.text[at] == '\r');
  const bool breaks_text = is_line_end && code == json::kParseErrorStringEscapeInvalid;
  const bool has_control =
      code == json::kParseErrorStringEscapeInvalid && at < input.text.size() && input.text[at] != '\\';
  if (breaks_text)
    code = json::kParseErrorStringMissQuotationMark;
  else if (has_control)
    code = json::kParseErrorStringInvalidEncoding;
  const Words reason = explain(code);
  findings.add(
      {&syntax_json, place(input, at, at + 1), {{"reason", std::string(reason.en), std::string(reason.zh_hans)}}});
}

struct Reading {
  Tree tree;
  Findings findings;
  std::optional<std::size_t> fault;  ///< where the grammar was broken, if it was
};

Reading read(const Input& input, const Limits& limits) {
  Reading reading;
  TextStream stream(input.text, first_byte(input));
  TreeBuilder builder(input, stream, limits, reading.findings);
  json::GenericReader<json::UTF8<>, json::UTF8<>> reader;
  const json::ParseResult result = reader.Parse<json::kParseNumbersAsStringsFlag>(stream, builder);
  const Span here = place(input, result.Offset(), result.Offset() + 1);
  if (builder.was_too_deep()) {
    reading.findings.add({&syntax_too_deep, here, {{"limit", std::to_string(limits.depth)}}});
  } else if (result.IsError() && result.Code() == json::kParseErrorTermination) {
    const std::string count = std::to_string(limits.values);
    reading.findings.add(
        {&syntax_too_large,
         here,
         {{"format", "JSON"}, {"size", "more values", "值过多"}, {"limit", count + " values", count + " 个值"}}});
  } else if (result.IsError()) {
    report(input, *(reading.fault = result.Offset()), result.Code(), reading.findings);
  } else if (stream.Tell() < input.text.size()) {  // a NUL byte, which the reader takes for the end
    report(input, *(reading.fault = stream.Tell()), json::kParseErrorDocumentRootNotSingular, reading.findings);
  }
  reading.tree = builder.finish();
  return reading;
}

/// Writes what the mark stands for over it, with blanks so that no place moves.
void write_over(std::string& text, std::size_t at, std::size_t size, std::string_view replacement) {
  text.replace(at, size, replacement).insert(at + replacement.size(), size - replacement.size(), ' ');
}

/// Reads a full-width mark at the fault as the ASCII one; false where there is none.
bool mend(std::string& text, const Input& input, std::size_t at, Findings& findings) {
  if (at >= text.size()) return false;
  const Decoded seen = decode_utf8(text, at);
  const char expected = halfwidth(seen.code_point);
  if (!expected) return false;
  report_fullwidth(input, at, seen.size, expected, "JSON", findings);
  if (expected != '"') {
    write_over(text, at, seen.size, std::string_view(&expected, 1));
    return true;
  }
  text.replace(at, seen.size, "  \"");  // blanks before, since what follows is text
  const std::size_t close = text.find("”", at);
  if (close == text.npos || close > text.find_first_of("\"\n", at + 3)) return true;
  report_fullwidth(input, close, 3, '"', "JSON", findings);
  write_over(text, close, 3, "\"");
  return true;
}

}  // namespace

Tree parse_json(const Input& input, Findings& findings, const Limits& limits) {
  constexpr int kMostMended = 50;
  std::string text;  // a copy once something must be mended
  Input mended = input;
  for (int i = 0;; ++i) {
    Reading reading = read(mended, limits);
    if (reading.fault && i < kMostMended) {
      if (text.empty()) text = input.text;
      if (mend(text, input, *reading.fault, findings)) {
        mended.text = text;
        continue;
      }
    }
    findings.append(std::move(reading.findings));
    return std::move(reading.tree);
  }
}

}  // namespace bifolio::syntax
