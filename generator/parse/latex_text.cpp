#include "parse/latex_text.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/unicode.h"
#include "base/utf8.h"

namespace bifolio::parse {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

/// Accent commands and the combining character that each puts on the next letter.
constexpr auto kAccents = std::to_array<std::pair<std::string_view, char32_t>>({
    {"`", 0x300},
    {"'", 0x301},
    {"^", 0x302},
    {"~", 0x303},
    {"=", 0x304},
    {"u", 0x306},
    {".", 0x307},
    {"\"", 0x308},
    {"r", 0x30A},
    {"H", 0x30B},
    {"v", 0x30C},
    {"d", 0x323},
    {"c", 0x327},
    {"k", 0x328},
    {"b", 0x331},
    {"t", 0x361},
});

/// Commands that stand for text.
constexpr auto kSymbols = std::to_array<Pair>({
    {"ss", "ß"},
    {"ae", "æ"},
    {"AE", "Æ"},
    {"oe", "œ"},
    {"OE", "Œ"},
    {"aa", "å"},
    {"AA", "Å"},
    {"o", "ø"},
    {"O", "Ø"},
    {"l", "ł"},
    {"L", "Ł"},
    {"i", "ı"},
    {"j", "ȷ"},
    {"dh", "ð"},
    {"DH", "Ð"},
    {"th", "þ"},
    {"TH", "Þ"},
    {"dj", "đ"},
    {"DJ", "Đ"},
    {"ng", "ŋ"},
    {"NG", "Ŋ"},
    {"textendash", "–"},
    {"textemdash", "—"},
    {"textquoteleft", "‘"},
    {"textquoteright", "’"},
    {"textquotedblleft", "“"},
    {"textquotedblright", "”"},
    {"textbullet", "•"},
    {"textregistered", "®"},
    {"texttrademark", "™"},
    {"textcopyright", "©"},
    {"copyright", "©"},
    {"pounds", "£"},
    {"textdegree", "°"},
    {"degree", "°"},
    {"S", "§"},
    {"P", "¶"},
    {"dag", "†"},
    {"ldots", "…"},
    {"dots", "…"},
    {"textellipsis", "…"},
    {"textasciitilde", "~"},
    {"textbackslash", "\\"},
    {"textunderscore", "_"},
    {"textmu", "µ"},
    {"LaTeX", "LaTeX"},
    {"TeX", "TeX"},
    {"slash", "/"},
    {"guillemotleft", "«"},
    {"guillemotright", "»"},
    {"euro", "€"},
    {"texteuro", "€"},
    {"textless", "<"},
    {"textgreater", ">"},
    {"textbar", "|"},
    {"newline", " "},
    {"par", " "},
    {"quad", " "},
    {"qquad", " "},
    {"-", ""},
    {"/", ""},
    {"relax", ""},
    {"noopsort", ""},
    // mathematics
    {"alpha", "α"},
    {"beta", "β"},
    {"gamma", "γ"},
    {"delta", "δ"},
    {"epsilon", "ϵ"},
    {"varepsilon", "ε"},
    {"zeta", "ζ"},
    {"eta", "η"},
    {"theta", "θ"},
    {"iota", "ι"},
    {"kappa", "κ"},
    {"lambda", "λ"},
    {"mu", "μ"},
    {"nu", "ν"},
    {"xi", "ξ"},
    {"pi", "π"},
    {"rho", "ρ"},
    {"sigma", "σ"},
    {"tau", "τ"},
    {"upsilon", "υ"},
    {"phi", "φ"},
    {"varphi", "φ"},
    {"chi", "χ"},
    {"psi", "ψ"},
    {"omega", "ω"},
    {"Gamma", "Γ"},
    {"Delta", "Δ"},
    {"Theta", "Θ"},
    {"Lambda", "Λ"},
    {"Xi", "Ξ"},
    {"Pi", "Π"},
    {"Sigma", "Σ"},
    {"Phi", "Φ"},
    {"Psi", "Ψ"},
    {"Omega", "Ω"},
    {"textalpha", "α"},
    {"textbeta", "β"},
    {"textgamma", "γ"},
    {"textdelta", "δ"},
    {"textkappa", "κ"},
    {"textlambda", "λ"},
    {"textomega", "ω"},
    {"times", "×"},
    {"pm", "±"},
    {"cdot", "·"},
    {"leq", "≤"},
    {"le", "≤"},
    {"geq", "≥"},
    {"ge", "≥"},
    {"neq", "≠"},
    {"approx", "≈"},
    {"sim", "∼"},
    {"simeq", "≃"},
    {"infty", "∞"},
    {"rightarrow", "→"},
    {"to", "→"},
    {"leftarrow", "←"},
    {"partial", "∂"},
    {"sum", "∑"},
    {"int", "∫"},
    {"circ", "°"},
    {"prime", "′"},
    {"ell", "ℓ"},
    {"propto", "∝"},
    {"in", "∈"},
    {"subset", "⊂"},
    {"cup", "∪"},
    {"cap", "∩"},
    {"ast", "∗"},
    {"star", "⋆"},
    {"langle", "⟨"},
    {"rangle", "⟩"},
});

/// Commands with one argument that is set in some way.
struct Wrapping {
  std::string_view command, open, close;
};
constexpr auto kWrappings = std::to_array<Wrapping>({
    {"textit", "<i>", "</i>"},
    {"emph", "<i>", "</i>"},
    {"textsl", "<i>", "</i>"},
    {"mkbibemph", "<i>", "</i>"},
    {"textbf", "<b>", "</b>"},
    {"mkbibbold", "<b>", "</b>"},
    {"textsuperscript", "<sup>", "</sup>"},
    {"textsubscript", "<sub>", "</sub>"},
    {"mkbibquote", "“", "”"},
    {"enquote", "“", "”"},
    {"textsc", "<span style=\"font-variant:small-caps;\">", "</span>"},
});
/// `{\it text}`: a switch that holds to the end of its group.
constexpr auto kSwitches = std::to_array<Wrapping>({
    {"it", "<i>", "</i>"},
    {"em", "<i>", "</i>"},
    {"itshape", "<i>", "</i>"},
    {"sl", "<i>", "</i>"},
    {"bf", "<b>", "</b>"},
    {"bfseries", "<b>", "</b>"},
    {"sc", "<span style=\"font-variant:small-caps;\">", "</span>"},
});

template <typename Table>
auto find_in(const Table& table, std::string_view name) {
  return std::find_if(table.begin(), table.end(), [&](const auto& row) {
    if constexpr (requires { row.command; })
      return row.command == name;
    else
      return row.first == name;
  });
}

bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

class LatexReader {
 public:
  LatexReader(std::string_view text, LatexMarkup markup) : text_(text), markup_(markup) {}
  std::string read() { return read_until(text_.size(), 0, false); }

 private:
  static constexpr int kMostDepth = 60;
  std::string read_until(std::size_t end, int depth, bool is_math);
  void read_command(std::string& out, std::size_t end, int depth, bool is_math);
  std::string read_argument(std::size_t end, int depth, bool is_math);
  std::string read_group(std::size_t end, int depth, bool is_math);
  std::size_t group_end(std::size_t end) const;
  void accent(std::string& out, char32_t mark, std::size_t end, int depth);
  std::string wrapped(std::string_view open, std::string inner, std::string_view close) const {
    if (markup_ == LatexMarkup::none && open.starts_with('<')) return inner;
    return inner.empty() ? inner : std::string(open) + inner + std::string(close);
  }
  void read_raised(std::string& out, std::size_t end, int depth);
  bool read_ligature(std::string& out);

  std::string_view text_;
  LatexMarkup markup_;
  std::size_t at_ = 0;
};

/// The place of the brace that closes the group just opened.
std::size_t LatexReader::group_end(std::size_t end) const {
  int depth = 1;
  for (std::size_t i = at_; i < end; ++i) {
    if (text_[i] == '\\')
      ++i;
    else if (text_[i] == '{')
      ++depth;
    else if (text_[i] == '}' && --depth == 0)
      return i;
  }
  return end;
}

bool LatexReader::read_ligature(std::string& out) {
  static constexpr auto kLigatures = std::to_array<Pair>({{"---", "—"}, {"--", "–"}, {"``", "“"}, {"''", "”"}});
  for (const auto& [ascii, mark] : kLigatures) {
    if (!text_.substr(at_).starts_with(ascii)) continue;
    out += mark;
    at_ += ascii.size();
    return true;
  }
  return false;
}

std::string LatexReader::read_until(std::size_t end, int depth, bool is_math) {
  std::string out;
  if (depth > kMostDepth) {
    out = text_.substr(at_, end - at_);
    at_ = end;
    return out;
  }
  while (at_ < end) {
    const char c = text_[at_];
    if (c == '\\') {
      read_command(out, end, depth, is_math);
    } else if (c == '{') {
      out += read_group(end, depth, is_math);
    } else if (c == '}') {
      ++at_;
    } else if (c == '$') {
      is_math = !is_math;
      ++at_;
    } else if (is_math && (c == '^' || c == '_')) {
      read_raised(out, end, depth);
    } else if (c == '~' && !is_math) {
      out += "\u00A0";
      ++at_;
    } else if (is_math || !read_ligature(out)) {
      out += c;
      ++at_;
    }
  }
  return out;
}

void LatexReader::read_raised(std::string& out, std::size_t end, int depth) {
  const bool is_up = text_[at_++] == '^';
  std::string inner = read_argument(end, depth, true);
  out += is_up ? wrapped("<sup>", std::move(inner), "</sup>") : wrapped("<sub>", std::move(inner), "</sub>");
}

/// Braces protect capitals in titles; elsewhere they only group.
std::string LatexReader::read_group(std::size_t end, int depth, bool is_math) {
  const std::size_t begin = at_++;
  const std::size_t close = group_end(end);
  const bool is_whole = begin == 0 && close + 1 >= text_.size();
  const bool is_command = at_ < close && text_[at_] == '\\';
  std::string open, shut;
  if (is_command) {
    std::size_t word_end = at_ + 1;
    while (word_end < close && is_ascii_letter(text_[word_end])) ++word_end;
    const auto found = find_in(kSwitches, text_.substr(at_ + 1, word_end - at_ - 1));
    if (found != kSwitches.end()) {
      open = found->open;
      shut = found->close;
      at_ = word_end;
      while (at_ < close && text_[at_] == ' ') ++at_;
    }
  }
  std::string inner = read_until(close, depth + 1, is_math);
  at_ = std::min(close + 1, end);
  if (!open.empty()) return wrapped(open, std::move(inner), shut);
  const bool protects = markup_ == LatexMarkup::title && depth == 0 && !is_whole && !is_command && !is_math &&
                        std::any_of(inner.begin(), inner.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  return protects ? wrapped("<span class=\"nocase\">", std::move(inner), "</span>") : inner;
}

/// A group, a command, or one character.
std::string LatexReader::read_argument(std::size_t end, int depth, bool is_math) {
  while (at_ < end && text_[at_] == ' ') ++at_;
  if (at_ >= end) return {};
  if (text_[at_] == '{') {
    ++at_;
    const std::size_t close = group_end(end);
    std::string inner = read_until(close, depth + 1, is_math);
    at_ = std::min(close + 1, end);
    return inner;
  }
  std::string out;
  if (text_[at_] == '\\') {
    if (depth < kMostDepth)
      read_command(out, end, depth + 1, is_math);
    else
      ++at_;
    return out;
  }
  const std::size_t size = decode_utf8(text_, at_).size;
  out = text_.substr(at_, size);
  at_ += size;
  return out;
}

void LatexReader::accent(std::string& out, char32_t mark, std::size_t end, int depth) {
  std::string letter = read_argument(end, depth, false);
  if (letter == "ı") letter = "i";
  if (letter == "ȷ") letter = "j";
  if (letter.empty()) return;
  const std::size_t first = decode_utf8(letter, 0).size;
  std::string accented = letter.substr(0, first);
  append_utf8(accented, mark);
  out += normalize_nfc(accented + letter.substr(first));
}

void LatexReader::read_command(std::string& out, std::size_t end, int depth, bool is_math) {
  const std::size_t begin = ++at_;
  if (at_ >= end) return;
  while (at_ < end && is_ascii_letter(text_[at_])) ++at_;
  if (at_ == begin) ++at_;
  const std::string_view name = text_.substr(begin, at_ - begin);
  const bool is_word = is_ascii_letter(name[0]);
  const auto symbol = find_in(kSymbols, name);
  const auto mark = find_in(kAccents, name);
  if (mark != kAccents.end() && !(is_math && is_word)) return accent(out, mark->second, end, depth);
  if (is_word) {  // a command's name swallows the spaces after it, and `{}` ends it
    while (at_ < end && text_[at_] == ' ') ++at_;
    if (symbol != kSymbols.end() && text_.substr(at_).starts_with("{}")) at_ += 2;
  }
  if (symbol != kSymbols.end()) {
    out += symbol->second;
  } else if (const auto wrapping = find_in(kWrappings, name); wrapping != kWrappings.end()) {
    out += wrapped(wrapping->open, read_argument(end, depth, is_math), wrapping->close);
  } else if (name == "href") {
    read_argument(end, depth, false);
    out += read_argument(end, depth, false);
  } else if (is_word) {
    out += read_argument(end, depth, is_math || name == "ensuremath");
  } else if (name == "\\" || name == "," || name == ";" || name == ":" || name == "!" || name == " ") {
    out += name == "!" ? "" : " ";
  } else {
    out += name;  // \& \% \$ \# \_ \{ \}
  }
}

/// Line ends and runs of spaces are one space.
std::string with_single_spaces(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool is_blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!is_blank)
      out += c;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

}  // namespace

std::string latex_to_text(std::string_view text, LatexMarkup markup) {
  if (text.find_first_of("\\{}$~-`'") == text.npos) return with_single_spaces(text);
  return with_single_spaces(LatexReader(text, markup).read());
}

}  // namespace bifolio::parse
