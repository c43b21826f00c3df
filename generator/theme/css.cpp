#include "theme/css.h"

#include <algorithm>
#include <optional>

#include "theme/rules.h"

namespace bifolio::theme {
namespace {

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

/// Runs of white space as one space, so that a prelude can be compared.
std::string squeeze(std::string_view text) {
  std::string out;
  for (const char c : trim(text)) {
    if (!is_space(c)) {
      out.push_back(c);
    } else if (!out.ends_with(' ')) {
      out.push_back(' ');
    }
  }
  return out;
}

/// Comments and a byte order mark become spaces of the same length and in the same
/// lines, so that places stay true. A comment mark inside a string is text (CSS Syntax 3,
/// section 4.3.5).
std::string blank_comments(std::string_view text) {
  std::string out(text);
  if (text.starts_with("\xEF\xBB\xBF")) out.replace(0, 3, 3, ' ');
  char quote = 0;
  for (std::size_t at = 0; at < out.size(); ++at) {
    if (quote != 0) {
      if (out[at] == quote || out[at] == '\n') quote = 0;
    } else if (out[at] == '"' || out[at] == '\'') {
      quote = out[at];
    } else if (out.compare(at, 2, "/*") == 0) {
      const std::size_t close = out.find("*/", at + 2);
      const std::size_t end = close == out.npos ? out.size() : close + 2;
      std::replace_if(
          out.begin() + at, out.begin() + end, [](char c) { return c != '\n'; }, ' ');
      at = end - 1;
    }
  }
  return out;
}

std::optional<Selector> read_selector(std::string_view text) {
  constexpr std::string_view kRoot = ":root", kEdition = "[data-edition=\"", kLanguage = ":lang(";
  if (!text.starts_with(kRoot)) return std::nullopt;
  text.remove_prefix(kRoot.size());
  Selector selector;
  const auto take = [&](std::string_view open, std::string_view close, std::string& into) {
    if (!text.starts_with(open)) return;
    const std::size_t end = text.find(close, open.size());
    if (end == text.npos) return;
    into = text.substr(open.size(), end - open.size());
    text.remove_prefix(end + close.size());
  };
  take(kEdition, "\"]", selector.edition);
  take(kLanguage, ")", selector.language);
  const bool are_names = std::all_of(selector.edition.begin(), selector.edition.end(), is_name_character) &&
                         std::all_of(selector.language.begin(), selector.language.end(), is_name_character);
  return text.empty() && are_names ? std::optional(selector) : std::nullopt;
}

std::optional<Media> read_media(std::string_view text) {
  constexpr std::string_view kScreen = "screen and ", kAnd = " and ";
  bool is_dark = false, has_contrast = false;
  if (text.starts_with(kScreen)) text.remove_prefix(kScreen.size());
  for (;;) {
    const std::size_t end = std::min(text.find(kAnd), text.size());
    const std::string_view feature = text.substr(0, end);
    bool& seen = feature == "(prefers-contrast: more)" ? has_contrast : is_dark;
    if (seen || (&seen == &is_dark && feature != "(prefers-color-scheme: dark)")) return std::nullopt;
    seen = true;
    if (end == text.size()) break;
    text.remove_prefix(end + kAnd.size());
  }
  if (is_dark && has_contrast) return Media::contrast_dark;
  return is_dark ? Media::dark : Media::contrast;
}

class Reader {
 public:
  Reader(std::string_view text, FileId file, Findings& findings)
      : text_(blank_comments(text)), file_(file), findings_(findings) {}

  std::vector<StyleRule> read() {
    while (skip_spaces(), at_ < text_.size()) read_construct(Media::light, Place::file);
    return std::move(rules_);
  }

 private:
  enum class Place { file, media };

  /// A rule, or (at the top of the file) a media block.
  void read_construct(Media media, Place place) {
    const std::size_t begin = at_;
    at_ = find_outside_strings("{;}");
    const std::size_t end = at_;
    if (at_ == text_.size() || text_[at_] != '{') {
      if (at_ < text_.size()) ++at_;
      return report(begin, std::max(end, begin + 1));
    }
    ++at_;
    const std::string prelude = squeeze(std::string_view(text_).substr(begin, end - begin));
    constexpr std::string_view kMedia = "@media ";
    if (place == Place::file && prelude.starts_with(kMedia)) {
      if (const auto wanted = read_media(prelude.substr(kMedia.size()))) return read_media_block(*wanted);
    } else if (auto selectors = read_selectors(prelude); !selectors.empty()) {
      return read_declarations({std::move(selectors), media, {}});
    }
    report(begin, end);
    skip_block();
  }

  void read_media_block(Media media) {
    while (skip_spaces(), at_ < text_.size()) {
      if (text_[at_] == '}') return void(++at_);
      read_construct(media, Place::media);
    }
    report(at_, at_);
  }

  static std::vector<Selector> read_selectors(std::string_view prelude) {
    std::vector<Selector> selectors;
    for (std::size_t at = 0; at <= prelude.size();) {
      const std::size_t comma = std::min(prelude.find(',', at), prelude.size());
      const auto selector = read_selector(trim(prelude.substr(at, comma - at)));
      if (!selector) return {};
      selectors.push_back(*selector);
      at = comma + 1;
    }
    return selectors;
  }

  void read_declarations(StyleRule rule) {
    while (skip_spaces(), at_ < text_.size() && text_[at_] != '}') {
      const std::size_t begin = at_;
      at_ = find_outside_strings(";{}");
      read_declaration(begin, at_, rule);
      if (at_ < text_.size() && text_[at_] == '{') ++at_, skip_block();
      if (at_ < text_.size() && text_[at_] == ';') ++at_;
    }
    if (at_ == text_.size()) {
      report(at_, at_);
    } else {
      ++at_;
    }
    rules_.push_back(std::move(rule));
  }

  void read_declaration(std::size_t begin, std::size_t end, StyleRule& rule) {
    const std::string_view text = trim(std::string_view(text_).substr(begin, end - begin));
    if (text.empty()) return;
    const std::size_t colon = text.find(':');
    const std::string_view name = trim(text.substr(0, colon));
    const std::string_view value = colon == text.npos ? "" : trim(text.substr(colon + 1));
    const bool is_property =
        name.size() > 2 && name.starts_with("--") && std::all_of(name.begin(), name.end(), is_name_character);
    // A value that refers to others (`var(--x)`) would mean different things in each scope.
    if (!is_property || value.empty() || value.find("var(") != value.npos ||
        text_[std::min(end, text_.size() - 1)] == '{') {
      return report(begin, begin + text.size());
    }
    const auto is_same = [&](const Declaration& earlier) { return earlier.name == name; };
    if (std::any_of(rule.declarations.begin(), rule.declarations.end(), is_same)) {
      findings_.add({&theme_token_twice, span(begin, begin + text.size()), {{"token", std::string(name)}}});
    }
    rule.declarations.push_back({std::string(name), std::string(value), span(begin, begin + text.size())});
  }

  /// From inside a block to behind its end, blocks inside it included.
  void skip_block() {
    for (int depth = 1; depth > 0 && at_ < text_.size();) {
      at_ = find_outside_strings("{}");
      if (at_ < text_.size()) depth += text_[at_++] == '{' ? 1 : -1;
    }
  }

  std::size_t find_outside_strings(std::string_view wanted) const {
    char quote = 0;
    for (std::size_t at = at_; at < text_.size(); ++at) {
      const char c = text_[at];
      if (quote != 0) {
        if (c == quote || c == '\n') quote = 0;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (wanted.find(c) != wanted.npos) {
        return at;
      }
    }
    return text_.size();
  }

  void skip_spaces() {
    while (at_ < text_.size() && is_space(text_[at_])) ++at_;
  }

  Span span(std::size_t begin, std::size_t end) const {
    return {file_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }

  void report(std::size_t begin, std::size_t end) {
    const auto line = 1 + std::count(text_.begin(), text_.begin() + static_cast<std::ptrdiff_t>(begin), '\n');
    findings_.add({&theme_syntax, span(begin, end), {{"line", std::to_string(line)}}});
  }

  std::string text_;
  FileId file_;
  Findings& findings_;
  std::size_t at_ = 0;
  std::vector<StyleRule> rules_;
};

}  // namespace

std::vector<StyleRule> read_css(std::string_view text, FileId file, Findings& findings) {
  return Reader(text, file, findings).read();
}

}  // namespace bifolio::theme
