// What is found while one drawing is read: each thing once, some dozens at most,
// and whether the drawing can still be shown.
#pragma once

#include <set>
#include <string>

#include "base/finding.h"

namespace bifolio::picture {

/// How much of a drawing is read, so that a small file cannot become a large one.
struct Budget {
  std::size_t elements = 50'000;         ///< each use of a part counts again
  std::size_t steps = 500'000;           ///< of paths
  std::size_t letters = 200'000;         ///< bytes of text
  std::size_t comparisons = 20'000'000;  ///< of elements with the selectors of style sheets
};

/// Why a reference that names no part of the drawing itself ends it.
inline constexpr Words kOutside = {"a reference to another file", "对其他文件的引用"};

class Reporter {
 public:
  explicit Reporter(Findings& findings) : findings_(findings) {}

  /// Left out for safety; the rest is drawn.
  void active(const std::string& what, Span);
  /// Drawn a little differently.
  void simplified(const std::string& what, Words reason, Span);
  /// These four end the drawing.
  void unsupported(const std::string& what, Words reason, Span);
  void value(const std::string& name, std::string_view value, Span);
  void size(Words reason, Span);
  void too_large(Words what, std::size_t limit, Span);

  bool is_drawable() const { return is_drawable_; }
  /// Nothing more need be read.
  bool is_full() const { return is_full_; }

  /// Takes one of what is counted; false where nothing is left, which is reported.
  bool spend(std::size_t& left, std::size_t count, std::size_t limit, Words what, Span);

 private:
  void add(const Rule&, const std::string& what, std::vector<Argument>, Span);

  Findings& findings_;
  std::set<std::string> seen_;
  bool is_drawable_ = true, is_full_ = false;
};

}  // namespace bifolio::picture
