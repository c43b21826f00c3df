// A line of runs of text that grows at its end. Whatever is added meets what
// already stands there: of two marks that may not follow each other one goes, of
// two spaces one, and a full stop after a closing quote may move inside.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace bifolio::cite {

struct Run {
  enum class Kind : std::uint8_t { text, affix, open_quote, close_quote };
  std::string text;
  std::size_t frame = 0;
  Kind kind = Kind::text;
};

class Line {
 public:
  explicit Line(bool punctuation_in_quote) : punctuation_in_quote_(punctuation_in_quote) {}

  void add_text(std::string_view, std::size_t frame);
  void add_affix(std::string_view, std::size_t frame);
  void open_quote(std::string_view, std::size_t frame);
  void close_quote(std::string_view, std::size_t frame);
  void finish();

  const std::vector<Run>& runs() const { return runs_; }

 private:
  void add(std::string_view, std::size_t frame, Run::Kind);
  std::string_view merge_head(std::string_view, Run::Kind);
  void move_into_quote(std::string_view& text);
  Run* last_visible();
  char last_mark() const;
  bool ends_in_space() const;

  bool punctuation_in_quote_;
  std::vector<Run> runs_;
};

}  // namespace bifolio::cite
