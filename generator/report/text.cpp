// For people: where, what, and the line with a caret under the place, which
// lines up under full-width characters too.
#include <algorithm>

#include "base/quote.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "report/places.h"

namespace bifolio::report {
namespace {

constexpr int kWindow = 100;  ///< terminal columns of a long line that are shown around the place

std::string_view severity_word(Severity severity, UiLanguage language) {
  const bool is_english = language == UiLanguage::en;
  switch (severity) {
    case Severity::error: return is_english ? "error" : "错误";
    case Severity::warning: return is_english ? "warning" : "警告";
    case Severity::info: return is_english ? "note" : "提示";
    case Severity::off: break;
  }
  return "";
}

std::string headline(std::string_view place, const Finding& finding, Severity severity, UiLanguage language) {
  std::string out(place);
  if (!out.empty()) out += ": ";
  out += std::string(severity_word(severity, language)) + " " + std::string(finding.rule->id);
  out += language == UiLanguage::en ? ": " : "：";
  return out + message(finding, language) + "\n";
}

/// A character as it is safe to show: controls and bidirectional overrides by
/// their number, so that nothing on the terminal lies about the text.
std::string shown(char32_t c) {
  if (c == '\t') return " ";
  if (!is_control(c)) {
    std::string out;
    append_utf8(out, c);
    return out;
  }
  return "<" + code_point_name(c) + ">";
}

struct Shown {
  std::string text;
  int caret = 0, width = 0;  ///< terminal columns
};

/// So much of a very long line that the window has what it needs.
std::string_view near(std::string_view line, std::size_t& begin, std::size_t& end) {
  constexpr std::size_t kReach = 400;  // bytes: what a hundred columns take at most
  std::size_t from = begin > kReach ? begin - kReach : 0;
  while (from < begin && (static_cast<unsigned char>(line[from]) & 0xC0) == 0x80) ++from;
  std::size_t to = std::min(line.size(), std::min(end, begin + kReach) + kReach);
  while (to < line.size() && (static_cast<unsigned char>(line[to]) & 0xC0) == 0x80) ++to;
  begin -= from;
  end = std::min(end, to) - from;
  return line.substr(from, to - from);
}

/// The line around bytes [begin, end) of it.
Shown show_line(std::string_view line, std::size_t begin, std::size_t end) {
  line = near(line, begin, end);
  struct Piece {
    std::string text;
    int width;
    std::size_t offset;
  };
  std::vector<Piece> pieces;
  for (const auto [c, offset, size] : code_points(line)) {
    if (c == 0xFEFF && offset == 0) continue;
    std::string text = shown(c);
    const int width = terminal_width(text);
    pieces.push_back({std::move(text), width, offset});
  }
  std::size_t first = 0;
  int before = 0;
  for (std::size_t i = 0; i < pieces.size() && pieces[i].offset < begin; ++i) before += pieces[i].width;
  for (; before > kWindow * 2 / 3 && first < pieces.size(); ++first) before -= pieces[first].width;
  Shown out;
  if (first > 0) out.text = "…";
  out.caret = before + (first > 0 ? 1 : 0);
  int used = 0;
  for (std::size_t i = first; i < pieces.size(); ++i) {
    if (used + pieces[i].width > kWindow) {
      out.text += "…";
      break;
    }
    out.text += pieces[i].text;
    used += pieces[i].width;
    if (pieces[i].offset >= begin && pieces[i].offset < end) out.width += pieces[i].width;
  }
  out.width = std::max(out.width, 1);
  return out;
}

class Writer {
 public:
  explicit Writer(const Report& report) : report_(report), places_(report) {}

  std::string write() {
    std::string out;
    for (const Entry& entry : report_.entries) {
      if (entry.severity != Severity::off && !entry.suppression) out += write(entry);
    }
    return out;
  }

 private:
  std::string place(Span span) {
    if (!places_.is_known(span)) return "";
    const source::Position position = places_.begin(span);
    return places_.path(span) + ":" + std::to_string(position.line) + ":" + std::to_string(position.column);
  }

  std::string write(const Entry& entry) {
    const Finding& finding = *entry.finding;
    std::string out = headline(place(finding.span), finding, entry.severity, report_.language);
    if (places_.is_known(finding.span)) out += excerpt(finding.span);
    for (const RelatedPlace& related : finding.related) {
      out += "      " + place(related.span) + ": " + std::string(related.note.in(report_.language)) + "\n";
    }
    return out;
  }

  std::string excerpt(Span span) {
    const source::Lines& table = places_.lines(span.file);
    const std::uint32_t number = places_.begin(span).line;
    const std::string_view line = table.line(number);
    const std::size_t begin = span.begin - table.start(number);
    const std::size_t end = std::min<std::size_t>(line.size(), begin + span.size());
    const Shown shown = show_line(line, begin, end);
    const std::string digits = std::to_string(number);
    const std::string margin(digits.size() < 5 ? 5 - digits.size() : 0, ' ');
    std::string out = margin + digits + " | " + shown.text + "\n";
    out += std::string(margin.size() + digits.size(), ' ') + " | " +
           std::string(static_cast<std::size_t>(shown.caret), ' ');
    return out + std::string(static_cast<std::size_t>(shown.width), '^') + "\n";
  }

  const Report& report_;
  Places places_;
};

}  // namespace

std::string write_text(const Report& report) {
  return Writer(report).write();
}

std::string print(const Finding& finding, UiLanguage language) {
  return headline("bifolio", finding, finding.rule->severity, language);
}

}  // namespace bifolio::report
