// The words that name a place in a work, as pandoc knows them in English, and as
// Chinese writes them: 第3页, 第三章, 图2.
#include <algorithm>

#include "parse/characters.h"
#include "parse/citations.h"

namespace bifolio::parse {
namespace {

struct Label {
  std::string_view word, type;
};

/// Longer words before shorter ones that begin them.
constexpr Label kEnglish[] = {{"appendix", "appendix"},
                              {"app.", "appendix"},
                              {"book", "book"},
                              {"bk.", "book"},
                              {"chapters", "chapter"},
                              {"chapter", "chapter"},
                              {"chaps.", "chapter"},
                              {"chap.", "chapter"},
                              {"columns", "column"},
                              {"column", "column"},
                              {"cols.", "column"},
                              {"col.", "column"},
                              {"figures", "figure"},
                              {"figure", "figure"},
                              {"figs.", "figure"},
                              {"fig.", "figure"},
                              {"folios", "folio"},
                              {"folio", "folio"},
                              {"fol.", "folio"},
                              {"issue", "issue"},
                              {"lines", "line"},
                              {"line", "line"},
                              {"ll.", "line"},
                              {"l.", "line"},
                              {"notes", "note"},
                              {"note", "note"},
                              {"nn.", "note"},
                              {"n.", "note"},
                              {"nos.", "issue"},
                              {"no.", "issue"},
                              {"number", "issue"},
                              {"opus", "opus"},
                              {"op.", "opus"},
                              {"pages", "page"},
                              {"page", "page"},
                              {"pp.", "page"},
                              {"pgs.", "page"},
                              {"pg.", "page"},
                              {"p.", "page"},
                              {"paragraphs", "paragraph"},
                              {"paragraph", "paragraph"},
                              {"paras.", "paragraph"},
                              {"para.", "paragraph"},
                              {"¶¶", "paragraph"},
                              {"¶", "paragraph"},
                              {"parts", "part"},
                              {"part", "part"},
                              {"pts.", "part"},
                              {"pt.", "part"},
                              {"sections", "section"},
                              {"section", "section"},
                              {"secs.", "section"},
                              {"sec.", "section"},
                              {"§§", "section"},
                              {"§", "section"},
                              {"s.v.", "sub-verbo"},
                              {"sub verbo", "sub-verbo"},
                              {"tables", "table"},
                              {"table", "table"},
                              {"tab.", "table"},
                              {"verses", "verse"},
                              {"verse", "verse"},
                              {"vv.", "verse"},
                              {"v.", "verse"},
                              {"volumes", "volume"},
                              {"volume", "volume"},
                              {"vols.", "volume"},
                              {"vol.", "volume"},
                              {"supplement", "supplement"},
                              {"suppl.", "supplement"}};

/// 第3页
constexpr Label kAfterNumber[] = {{"页", "page"},   {"章", "chapter"},   {"节", "section"}, {"卷", "volume"},
                                  {"期", "issue"},  {"段", "paragraph"}, {"行", "line"},    {"栏", "column"},
                                  {"部分", "part"}, {"册", "book"},      {"条", "rule"},    {"号", "issue"}};
/// 图2
constexpr Label kBeforeNumber[] = {{"页码", "page"},     {"页", "page"},   {"图", "figure"}, {"表", "table"},
                                   {"附录", "appendix"}, {"注释", "note"}, {"注", "note"},   {"公式", "equation"}};

constexpr std::string_view kDashes[] = {"–", "—", "－", "～", "至"};
constexpr std::string_view kChineseDigits[] = {"零", "〇", "一", "二", "三", "四", "五",
                                               "六", "七", "八", "九", "十", "百", "两"};

class LocatorReader {
 public:
  explicit LocatorReader(std::string_view text) : text_(text) {}

  Locator read() {
    skip_blanks();
    if (!take(",")) take("，");
    skip_blanks();
    if (take("{")) return read_braced();
    for (const Label& label : kEnglish) {
      if (starts_word(label.word)) return read_labelled(label);
    }
    if (Locator locator = read_chinese(); !locator.label.empty()) return locator;
    return read_bare();
  }

 private:
  bool take(std::string_view word) {
    if (!text_.substr(at_).starts_with(word)) return false;
    at_ += word.size();
    return true;
  }

  void skip_blanks() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t')) ++at_;
  }

  /// `p.` may touch its number; `page` may not.
  bool starts_word(std::string_view word) const {
    const std::string_view rest = text_.substr(at_);
    if (!rest.starts_with(word)) return false;
    const char last = word.back();
    return !is_ascii_letter(last) || rest.size() == word.size() || !is_ascii_letter(rest[word.size()]);
  }

  Locator read_labelled(const Label& label) {
    at_ += label.word.size();
    skip_blanks();
    const std::string value = read_numbers(true);
    if (value.empty()) return {};
    return {std::string(label.type), value, at_};
  }

  /// `{pp. iv, vi–xi}`: what is a locator is said by the braces; `{}` is none.
  Locator read_braced() {
    const std::size_t close = text_.find('}', at_);
    if (close == text_.npos) return {};
    const std::string_view inside = text_.substr(at_, close - at_);
    Locator locator{"page", std::string(inside), close + 1};
    for (const Label& label : kEnglish) {
      if (!inside.starts_with(label.word)) continue;
      const std::size_t begin = inside.find_first_not_of(' ', label.word.size());
      locator.label = label.type;
      locator.value = begin == inside.npos ? "" : inside.substr(begin);
      break;
    }
    if (locator.value.empty()) return {};
    return locator;
  }

  Locator read_chinese() {
    const std::size_t start = at_;
    if (const Locator locator = read_ordinal(); !locator.label.empty()) return locator;
    at_ = start;
    for (const Label& label : kBeforeNumber) {
      if (!take(label.word)) continue;
      skip_blanks();
      const std::string value = read_numbers(true);
      if (!value.empty()) return {std::string(label.type), value, at_};
      at_ = start;
    }
    return {};
  }

  Locator read_ordinal() {
    take("第");
    skip_blanks();
    const std::string value = read_numbers(false);
    if (value.empty()) return {};
    skip_blanks();
    for (const Label& label : kAfterNumber) {
      if (take(label.word)) return {std::string(label.type), value, at_};
    }
    return {};
  }

  /// Numbers alone are pages.
  Locator read_bare() {
    if (at_ >= text_.size() || !is_ascii_digit(text_[at_])) return {};
    const std::string value = read_numbers(false);
    const bool ends = at_ >= text_.size() || std::string_view(" ,;.)").find(text_[at_]) != std::string_view::npos;
    if (value.empty() || !ends) return {};
    return {"page", value, at_};
  }

  /// `3`, `12–14`, `e45`, `iv`, `3, 5 & 7–9`
  std::string read_numbers(bool allows_letters) {
    const std::size_t begin = at_;
    if (!read_number(allows_letters)) return "";
    for (;;) {
      const std::size_t end = at_;
      skip_blanks();
      if (!take(",") && !take("&") && !take("、") && !take("和")) {
        at_ = end;
        break;
      }
      skip_blanks();
      if (at_ >= text_.size() || !is_number_ahead(allows_letters) || !read_number(allows_letters)) {
        at_ = end;
        break;
      }
    }
    return std::string(text_.substr(begin, at_ - begin));
  }

  /// A digit, or a word of Roman digits alone after a label: `pp. iv, vi`.
  bool is_number_ahead(bool allows_letters) const {
    if (is_ascii_digit(text_[at_])) return true;
    const std::string_view rest = text_.substr(at_);
    const std::size_t end = std::min(rest.find_first_not_of("ivxlcdm"), rest.size());
    return allows_letters && end > 0 && (end == rest.size() || !is_ascii_alphanumeric(rest[end]));
  }

  bool read_number(bool allows_letters) {
    const std::size_t begin = at_;
    bool has_digit = false, has_other_letter = false;
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (is_ascii_digit(c) || take_chinese_digit()) {
        has_digit = true;
        if (is_ascii_digit(c)) ++at_;
      } else if (allows_letters && is_ascii_letter(c)) {
        has_other_letter |= std::string_view("ivxlcdmIVXLCDM").find(c) == std::string_view::npos;
        ++at_;
      } else if (at_ > begin && (c == '-' || c == '.' || c == ':') && at_ + 1 < text_.size() &&
                 is_ascii_alphanumeric(text_[at_ + 1])) {
        ++at_;
      } else if (at_ == begin || !take_dash()) {
        break;
      }
    }
    const bool is_one_letter = at_ == begin + 1 && text_[begin] >= 'A' && text_[begin] <= 'Z';
    if (has_digit || (at_ > begin && !has_other_letter) || is_one_letter) return true;
    at_ = begin;
    return false;
  }

  bool take_chinese_digit() {
    return std::any_of(std::begin(kChineseDigits), std::end(kChineseDigits),
                       [&](std::string_view d) { return take(d); });
  }

  bool take_dash() {
    return std::any_of(std::begin(kDashes), std::end(kDashes), [&](std::string_view dash) { return take(dash); });
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

Locator read_locator(std::string_view text) {
  return LocatorReader(text).read();
}

}  // namespace bifolio::parse
