#include <cmath>
#include <cstring>

#include "chart/expression_node.h"

namespace bifolio::chart {
namespace {

using Node = Expression::Node;
using NodePtr = std::unique_ptr<Node>;
constexpr int kMaxDepth = 100;
constexpr std::size_t kMaxLength = 10'000;

struct Failed {
  std::size_t at;
  std::string text;
};

bool is_name_start(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$' || (c & 0x80);
}
bool is_name(char c) {
  return is_name_start(c) || (c >= '0' && c <= '9');
}

NodePtr make(Node::Kind kind, std::string text = {}) {
  auto node = std::make_unique<Node>();
  node->kind = kind;
  node->text = std::move(text);
  return node;
}

/// Precedence climbing over the characters of the expression.
class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {}

  NodePtr parse() {
    if (text_.size() > kMaxLength) throw Failed{0, "…"};
    NodePtr node = conditional();
    skip_space();
    if (at_ < text_.size()) fail();
    return node;
  }

 private:
  [[noreturn]] void fail() const { throw Failed{at_, std::string(text_.substr(at_, 20))}; }

  void skip_space() {
    while (at_ < text_.size() && std::strchr(" \t\r\n", text_[at_]) != nullptr) ++at_;
  }
  char peek() {
    skip_space();
    return at_ < text_.size() ? text_[at_] : '\0';
  }
  bool take(std::string_view token) {
    skip_space();
    if (!text_.substr(at_).starts_with(token)) return false;
    at_ += token.size();
    return true;
  }
  void expect(std::string_view token) {
    if (!take(token)) fail();
  }

  struct Deeper {
    explicit Deeper(Parser& parser) : parser(parser) {
      if (++parser.depth_ > kMaxDepth) parser.fail();
    }
    ~Deeper() { --parser.depth_; }
    Parser& parser;
  };

  NodePtr conditional() {
    const Deeper deeper(*this);
    NodePtr test = binary(0);
    if (!take("?")) return test;
    NodePtr node = make(Node::Kind::choice);
    node->children.push_back(std::move(test));
    node->children.push_back(conditional());
    expect(":");
    node->children.push_back(conditional());
    return node;
  }

  /// The operator here if it binds at least that tightly.
  std::string_view binary_operator(int& level) {
    static constexpr std::pair<std::string_view, int> kOperators[] = {
        {"||", 1}, {"&&", 2}, {"===", 6}, {"!==", 6}, {"==", 6}, {"!=", 6}, {"<<", 8}, {">>", 8}, {"<=", 7}, {">=", 7},
        {"<", 7},  {">", 7},  {"|", 3},   {"^", 4},   {"&", 5},  {"+", 9},  {"-", 9},  {"*", 10}, {"/", 10}, {"%", 10}};
    skip_space();
    for (const auto& [token, binds] : kOperators) {
      if (text_.substr(at_).starts_with(token)) {
        level = binds;
        return token;
      }
    }
    return {};
  }

  NodePtr binary(int least) {
    NodePtr left = unary();
    int level = 0;
    for (std::string_view token = binary_operator(level); !token.empty() && level > least;
         token = binary_operator(level)) {
      at_ += token.size();
      const auto kind = token == "&&" ? Node::Kind::both : token == "||" ? Node::Kind::either : Node::Kind::binary;
      NodePtr node = make(kind, std::string(token));
      node->children.push_back(std::move(left));
      node->children.push_back(binary(level));
      left = std::move(node);
    }
    return left;
  }

  NodePtr unary() {
    const Deeper deeper(*this);
    for (const std::string_view token : {"!", "-", "+", "~"}) {
      if (!take(token)) continue;
      NodePtr node = make(Node::Kind::unary, std::string(token));
      node->children.push_back(unary());
      return node;
    }
    return postfix();
  }

  NodePtr postfix() {
    NodePtr node = primary();
    while (true) {
      if (take(".")) {
        node = member(std::move(node), name());
      } else if (take("[")) {
        NodePtr index = conditional();
        expect("]");
        if (index->kind == Node::Kind::literal && index->value.is_text()) {
          node = member(std::move(node), std::string(index->value.text));
        } else {
          NodePtr outer = make(Node::Kind::index);
          outer->children.push_back(std::move(node));
          outer->children.push_back(std::move(index));
          node = std::move(outer);
        }
      } else {
        return node;
      }
    }
  }

  static NodePtr member(NodePtr object, std::string name) {
    if (object->kind == Node::Kind::datum) return make(Node::Kind::column, std::move(name));
    NodePtr node = make(Node::Kind::member, std::move(name));
    node->children.push_back(std::move(object));
    return node;
  }

  std::string name() {
    skip_space();
    const std::size_t begin = at_;
    if (at_ < text_.size() && is_name_start(text_[at_])) {
      while (at_ < text_.size() && is_name(text_[at_])) ++at_;
    }
    if (at_ == begin) fail();
    return std::string(text_.substr(begin, at_ - begin));
  }

  NodePtr primary() {
    const char c = peek();
    if (c == '(') {
      expect("(");
      NodePtr node = conditional();
      expect(")");
      return node;
    }
    if (c == '[') return list();
    if (c == '\'' || c == '"') return text_literal();
    if ((c >= '0' && c <= '9') || c == '.') return number_literal();
    return name_or_call();
  }

  NodePtr list() {
    NodePtr node = make(Node::Kind::list);
    expect("[");
    while (!take("]")) {
      node->children.push_back(conditional());
      if (peek() != ']') expect(",");
    }
    return node;
  }

  NodePtr text_literal() {
    const char quote = text_[at_++];
    std::string value;
    while (at_ < text_.size() && text_[at_] != quote) {
      if (text_[at_] == '\\' && at_ + 1 < text_.size()) {
        ++at_;
        value += text_[at_] == 'n' ? '\n' : text_[at_] == 't' ? '\t' : text_[at_];
      } else {
        value += text_[at_];
      }
      ++at_;
    }
    if (at_ >= text_.size()) fail();
    ++at_;
    NodePtr node = make(Node::Kind::literal);
    node->literal = std::make_shared<const std::string>(std::move(value));
    node->value = Value::of_text(*node->literal);
    return node;
  }

  NodePtr number_literal() {
    const std::size_t begin = at_;
    const auto digits = [&] {
      while (at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9') ++at_;
    };
    digits();
    if (at_ < text_.size() && text_[at_] == '.') ++at_, digits();
    if (at_ < text_.size() && (text_[at_] == 'e' || text_[at_] == 'E')) {
      ++at_;
      if (at_ < text_.size() && (text_[at_] == '-' || text_[at_] == '+')) ++at_;
      digits();
    }
    std::string spelling(text_.substr(begin, at_ - begin));
    if (spelling.front() == '.') spelling.insert(0, 1, '0');
    if (spelling.back() == '.') spelling.pop_back();
    NodePtr node = make(Node::Kind::literal);
    node->value = Value::of(parse_number(spelling));
    if (std::isnan(node->value.number)) fail();
    return node;
  }

  NodePtr name_or_call() {
    const std::size_t begin = at_;
    std::string text = name();
    if (peek() == '(') return call(begin, text);
    NodePtr node = make(Node::Kind::literal);
    if (text == "datum")
      node->kind = Node::Kind::datum;
    else if (text == "true" || text == "false")
      node->value = Value::of_boolean(text == "true");
    else if (text == "NaN")
      node->value = Value::of(kNaN);
    else if (text == "Infinity")
      node->value = Value::of(std::numeric_limits<double>::infinity());
    else if (text == "PI")
      node->value = Value::of(3.141592653589793);
    else if (text == "E")
      node->value = Value::of(2.718281828459045);
    else if (text == "LN2")
      node->value = Value::of(0.6931471805599453);
    else if (text == "LN10")
      node->value = Value::of(2.302585092994046);
    else if (text == "SQRT2")
      node->value = Value::of(1.4142135623730951);
    else if (text != "null" && text != "undefined")
      node->kind = Node::Kind::name, node->text = std::move(text);
    return node;
  }

  NodePtr call(std::size_t begin, const std::string& text) {
    const NamedFunction* function = find_function(text);
    const bool is_if = text == "if";
    if (function == nullptr && !is_if) throw Failed{begin, text + "()"};
    NodePtr node = make(is_if ? Node::Kind::choice : Node::Kind::call, text);
    node->function = function;
    expect("(");
    while (!take(")")) {
      node->children.push_back(conditional());
      if (peek() != ')') expect(",");
    }
    const std::size_t count = node->children.size();
    if (is_if ? count != 3 : count < function->least || count > function->most) throw Failed{begin, text + "()"};
    return node;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  int depth_ = 0;
};

void bind_node(Expression::Node& node, const Data& data) {
  if (node.kind == Expression::Node::Kind::column) node.column = data.column(node.text);
  for (const auto& child : node.children) bind_node(*child, data);
}

}  // namespace

Expression Expression::parse(std::string_view text, std::optional<Fault>& fault) {
  Expression expression;
  try {
    expression.root_ = Parser(text).parse();
  } catch (const Failed& failed) {
    fault = Fault{failed.at, failed.text};
  }
  return expression;
}

void Expression::bind(const Data& data) {
  if (root_) bind_node(*root_, data);
}

}  // namespace bifolio::chart
