#include "html/foreign.h"

#include "base/unicode.h"
#include "base/utf8.h"

namespace bifolio::html {
namespace {

/// A run of foreign text as it is being read.
struct Run {
  std::size_t begin = 0;
  std::size_t end = 0;  ///< behind its last letter
  int count = 0;        ///< Han characters, or Latin words
  bool is_open = false;
};

class Splitter {
 public:
  explicit Splitter(std::string_view text, int least) : text_(text), least_(least) {}

  void extend(std::size_t begin, std::size_t end, int count) {
    if (!run_.is_open) run_ = {begin, end, 0, true};
    run_.end = end;
    run_.count += count;
  }

  void close() {
    if (run_.is_open && run_.count >= least_) {
      add(at_, run_.begin, false);
      add(run_.begin, run_.end, true);
      at_ = run_.end;
    }
    run_ = {};
  }

  bool is_open() const { return run_.is_open; }

  std::vector<Passage> finish() {
    close();
    add(at_, text_.size(), false);
    return std::move(passages_);
  }

 private:
  void add(std::size_t begin, std::size_t end, bool is_foreign) {
    if (end > begin) passages_.push_back({text_.substr(begin, end - begin), is_foreign});
  }

  std::string_view text_;
  int least_;
  std::size_t at_ = 0;
  Run run_;
  std::vector<Passage> passages_;
};

bool is_ascii(std::string_view text) {
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  }
  return true;
}

std::vector<Passage> split_han(std::string_view text) {
  Splitter splitter(text, 2);
  for (const auto [c, offset, size] : code_points(text)) {
    if (is_han(c)) {
      splitter.extend(offset, offset + size, 1);
    } else if (!(splitter.is_open() && (is_cjk_punctuation(c) || is_digit(c)))) {
      splitter.close();  // marks and digits stay inside a run only where Han follows them
    }
  }
  return splitter.finish();
}

bool is_latin_letter(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c < 0x250 && c != 0xD7 && c != 0xF7);
}

/// Digits, hyphens and apostrophes carry a word on; spaces and western marks carry a run on.
std::vector<Passage> split_latin(std::string_view text) {
  constexpr int kLeast = 4;
  Splitter splitter(text, kLeast);
  bool in_word = false;
  for (const auto [c, offset, size] : code_points(text)) {
    if (is_latin_letter(c)) {
      splitter.extend(offset, offset + size, in_word ? 0 : 1);
      in_word = true;
    } else if (in_word && (c == '-' || c == '\'' || c == 0x2019 || is_digit(c))) {
      splitter.extend(offset, offset + size, 0);
    } else {
      in_word = false;
      if (c >= 0x80 && c != 0xA0 && c != 0x2013) splitter.close();
    }
  }
  return splitter.finish();
}

}  // namespace

std::vector<Passage> split_foreign(std::string_view text, lang::Writing writing) {
  if (writing == lang::Writing::han) return split_latin(text);
  if (is_ascii(text)) return {{text, false}};
  return split_han(text);
}

bool is_mostly_foreign(std::string_view text, lang::Writing writing) {
  std::size_t han = 0, latin = 0;
  for (const auto [c, offset, size] : code_points(text)) {
    han += is_han(c);
    latin += is_latin_letter(c);
  }
  // A Han character says about as much as three letters.
  return writing == lang::Writing::han ? latin > 3 * han && latin > 0 : 3 * han > latin;
}

}  // namespace bifolio::html
