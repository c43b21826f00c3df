// The search index: words for Latin text, pairs of neighbouring characters for
// Chinese, where no spaces show where a word ends. A classic script with one
// call, because pages opened from a folder may not fetch anything.
//
// Sections are numbered in reading order; a word's list of sections is written
// as the differences between their numbers, in base 36: `"als":"0,2,1"`.
#include <algorithm>
#include <charconv>
#include <unordered_map>

#include "base/unicode.h"
#include "base/utf8.h"
#include "html/markup.h"
#include "html/plain_documents.h"
#include "html/search_fold.h"
#include "html/site.h"

namespace bifolio::html {
namespace {

class WordLists {
 public:
  void add(std::string_view word, std::uint32_t section) { add(words_[std::string(word)], section); }
  void add(char32_t first, char32_t second, std::uint32_t section) {
    add(pairs_[static_cast<std::uint64_t>(first) << 32 | second], section);
  }

  /// Words and pairs in byte order.
  std::vector<std::pair<std::string, const std::string*>> sorted() const {
    std::vector<std::pair<std::string, const std::string*>> all;
    for (const auto& [word, list] : words_) all.emplace_back(word, &list.text);
    for (const auto& [pair, list] : pairs_) {
      std::string word;
      append_utf8(word, static_cast<char32_t>(pair >> 32));
      if ((pair & 0xFFFFFFFF) != 0) append_utf8(word, static_cast<char32_t>(pair & 0xFFFFFFFF));
      all.emplace_back(std::move(word), &list.text);
    }
    std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    return all;
  }

 private:
  struct SectionList {
    std::string text;
    std::uint32_t last = 0;
    bool is_empty = true;
  };

  static void add(SectionList& list, std::uint32_t section) {
    if (!list.is_empty && list.last == section) return;
    char digits[8];
    const auto end = std::to_chars(digits, digits + sizeof digits, section - list.last, 36).ptr;
    if (!list.is_empty) list.text.push_back(',');
    list.text.append(digits, end);
    list.last = section;
    list.is_empty = false;
  }

  std::unordered_map<std::string, SectionList> words_;
  std::unordered_map<std::uint64_t, SectionList> pairs_;
};

/// Reads folded text once and hands out its words and pairs.
class Reader {
 public:
  Reader(WordLists& lists, std::uint32_t section) : lists_(lists), section_(section) {}

  void read(std::string_view text) {
    for (const auto [c, offset, size] : code_points(text)) {
      if (is_han(c)) {
        end_word();
        compound_.clear();
        if (han_ != 0) lists_.add(han_, c, section_);
        is_alone_ = han_ == 0;
        han_ = c;
        continue;
      }
      end_han();
      if (is_word_character(c)) {
        word_.append(text, offset, size);
      } else {
        end_word();
        if (c != '-') compound_.clear();
      }
    }
    end_han();
    end_word();
  }

 private:
  static bool is_word_character(char32_t c) {
    if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    return is_letter(c) || is_digit(c);
  }

  /// `alsfrs-r` is found as alsfrs, as r and as alsfrsr.
  void end_word() {
    if (word_.empty()) return;
    lists_.add(word_, section_);
    compound_ += word_;
    if (compound_ != word_) lists_.add(compound_, section_);
    word_.clear();
  }

  void end_han() {
    if (han_ != 0 && is_alone_) lists_.add(han_, 0, section_);
    han_ = 0;
  }

  WordLists& lists_;
  std::uint32_t section_;
  std::string word_, compound_;
  char32_t han_ = 0;
  bool is_alone_ = false;
};

void append_json(std::string& out, std::string_view text) {
  constexpr char kDigits[] = "0123456789abcdef";
  out.push_back('"');
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out.append({'\\', c});
    } else if (byte < 0x20 || c == '<') {
      out.append("\\u00").append({kDigits[byte >> 4], kDigits[byte & 15]});
    } else {
      out.push_back(c);
    }
  }
  out.push_back('"');
}

}  // namespace

Artifact search_index(const Site& site, std::size_t index) {
  const Book& book = site.publication.books[index];
  const Scope scope = site.scope(index, site.map.search(book.language));
  WordLists lists;
  std::string places;
  std::uint32_t count = 0;
  for (std::size_t i = 0; i < book.documents.size(); ++i) {
    if (book.documents[i].is_missing) continue;
    const std::string page = scope.document_url(i);
    const std::string document = full_title(book.documents[i]);
    for (const Section& section : sections_of(book.documents[i])) {
      Reader(lists, count++).read(fold_for_search(section.text));
      places += places.empty() ? "[" : ",\n[";
      append_json(places, section.title);
      places += ",";
      append_json(places, page + (section.anchor.empty() ? "" : fragment(section.anchor)));
      places += ",";
      append_json(places, section.anchor.empty() ? "" : document);
      places += "]";
    }
  }
  std::string out = "bifolioSearch({language:";
  append_json(out, book.language);
  out += ",places:[\n" + places + "\n],words:{\n";
  bool is_first = true;
  for (const auto& [word, sections] : lists.sorted()) {
    if (!is_first) out += ",\n";
    is_first = false;
    append_json(out, word);
    out += ":\"" + *sections + "\"";
  }
  out += "\n}});\n";
  return {SiteMap::asset("search-" + book.language + ".js"), std::move(out)};
}

}  // namespace bifolio::html
