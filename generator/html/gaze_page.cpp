// A document for readers who steer with their eyes: large letters, and screens
// that need no scrolling, each with a large Previous and Next at mid-height on
// either side. One file without a script: turning a page follows a link inside
// it (LOOK, section 7; ACCESSIBILITY H08, H09).
#include <algorithm>
#include <span>

#include "html/markup.h"
#include "html/site.h"
#include "html/text_writer.h"
#include "model/walk.h"

namespace bifolio::html {
namespace {

/// Room that a block takes, in Han characters of the gaze page's size.
std::size_t room(const Block& block) {
  constexpr std::size_t kHeading = 30, kGap = 15;
  if (std::holds_alternative<Heading>(block.value)) return kHeading;
  std::size_t sixths = 0;  // a Han character has three bytes; a Latin letter one, and half the width
  for_each_inline(Blocks{block}, [&](const Inline& node) {
    const auto* text = std::get_if<Text>(&node.value);
    if (!text) return;
    for (const char c : text->text) sixths += static_cast<unsigned char>(c) < 0x80 ? 3 : 2;
  });
  return sixths / 6 + kGap;
}

bool needs_own_screen(const Block& block) {
  return std::holds_alternative<Table>(block.value) || std::holds_alternative<Figure>(block.value);
}

/// Blocks [begin, end) of one screen.
struct Screen {
  std::size_t begin, end;
};

/// A heading never stands last on a screen, and tables and figures stand alone.
std::vector<Screen> split_screens(const Blocks& blocks) {
  constexpr std::size_t kRoom = 220;
  std::vector<Screen> screens;
  std::size_t begin = 0, used = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const std::size_t wanted = room(blocks[i]);
    const bool is_full = used > 0 && used + wanted > kRoom;
    const bool starts_section = std::holds_alternative<Heading>(blocks[i].value) && used * 2 > kRoom;
    const bool follows_heading = i > begin && std::holds_alternative<Heading>(blocks[i - 1].value);
    const bool is_apart = needs_own_screen(blocks[i]) || (i > 0 && needs_own_screen(blocks[i - 1]));
    if (i > begin && !follows_heading && (is_full || starts_section || is_apart)) {
      screens.push_back({begin, i});
      begin = i;
      used = 0;
    }
    used += wanted;
  }
  if (begin < blocks.size()) screens.push_back({begin, blocks.size()});
  return screens;
}

class GazeText {
 public:
  GazeText(const Site& site, const Scope& scope)
      : site_(site), scope_(scope), place_(place_of(scope.the_book(), scope.document)) {}

  std::string write() {
    const Document& document = scope_.the_document();
    write_heading_one(scope_, out_);
    if (document.is_missing) {
      write_missing_translation(scope_, out_);
      end_screen();
      return join();
    }
    write_takeaway(site_, scope_, out_);
    if (!document.front.takeaway.empty()) end_screen();
    write_summary(site_, scope_, out_);
    end_screen();
    TextWriter writer(scope_, out_);
    for (const Screen& part : split_screens(document.blocks)) {
      for (std::size_t i = part.begin; i < part.end; ++i) writer.write(document.blocks[i]);
      end_screen();
    }
    writer.write_notes();
    end_screen();
    write_references();
    return join();
  }

 private:
  void end_screen() {
    if (!out_.empty()) screens_.push_back(std::move(out_));
    out_.clear();
  }

  /// A few at a time, under one heading on the first of their screens.
  void write_references() {
    constexpr std::size_t kAtOnce = 3;
    const std::span<const std::size_t> cited = site_.cited[scope_.book][scope_.document];
    for (std::size_t at = 0; at < cited.size(); at += kAtOnce) {
      if (at == 0) {
        out_ += "<h2>";
        append_text(out_, scope_.labels().references);
        out_ += "</h2>\n";
      }
      write_reference_list(scope_, cited.subspan(at, std::min(kAtOnce, cited.size() - at)), out_);
      end_screen();
    }
  }

  std::string join() const {
    std::string out;
    for (std::size_t i = 0; i < screens_.size(); ++i) {
      const std::string name = page_of(i + 1, screens_.size());
      out += "<section class=\"screen\"";
      append_attribute(out, "id", screen_id(i + 1));
      append_attribute(out, "aria-label", name);
      append(out, ">\n<div class=\"text\">\n", screens_[i], "<p class=\"progress\">");
      append_text(out, name);
      out += "</p>\n</div>\n";
      write_turn(i > 0 ? fragment(screen_id(i)) : document(place_.previous), i > 0, true, out);
      write_turn(i + 1 < screens_.size() ? fragment(screen_id(i + 2)) : document(place_.next), i + 1 < screens_.size(),
                 false, out);
      out += "</section>\n";
    }
    return out;
  }

  void write_turn(const std::string& href, bool is_inside, bool is_back, std::string& out) const {
    if (href.empty()) return;
    const lang::Labels& labels = scope_.labels();
    append(out, "<a class=\"turn ", is_back ? "back" : "on", "\"");
    append_attribute(out, "href", href);
    append(out, "><svg viewBox=\"0 0 24 48\" aria-hidden=\"true\" focusable=\"false\"><path d=\"",
           is_back ? "M22 2L2 24L22 46" : "M2 2L22 24L2 46", "\"/></svg> <span>");
    append_text(out, is_inside ? (is_back ? labels.previous_page : labels.next_page)
                               : (is_back ? labels.previous : labels.next));
    out += "</span></a>\n";
  }

  static std::string screen_id(std::size_t n) { return "screen:" + std::to_string(n); }
  std::string document(std::optional<std::size_t> index) const { return index ? scope_.document_url(*index) : ""; }
  std::string page_of(std::size_t n, std::size_t total) const {
    return lang::fill(lang::fill(scope_.labels().page_of, "n", std::to_string(n)), "total", std::to_string(total));
  }

  const Site& site_;
  const Scope& scope_;
  const DocumentPlace place_;
  std::vector<std::string> screens_;
  std::string out_;  ///< the screen being written
};

void add_gaze_navigation(const Site& site, const Scope& scope, Frame& frame) {
  const lang::Labels& labels = scope.labels();
  frame.controls.push_back({std::string(labels.contents), scope.url(site.map.contents(scope.language()))});
  frame.controls.push_back({std::string(labels.search), scope.url(site.map.search(scope.language()))});
  for (const Book& other : site.publication.books) {
    const std::string url = scope.url(site.map.document(other.language, other.documents[scope.document], View::gaze));
    frame.alternates.push_back({other.language, url});
    if (other.language == scope.language()) continue;
    frame.controls.push_back({std::string(lang::get(other.language).labels().language_name), url, other.language});
  }
  frame.controls.push_back(
      {std::string(labels.leave_gaze), scope.url(site.map.document(scope.language(), scope.the_document()))});
  frame.more.push_back({std::string(labels.home), scope.url(site.map.home(scope.language()))});
}

}  // namespace

Artifact gaze_page(const Site& site, std::size_t book, std::size_t index) {
  const Document& document = site.publication.books[book].documents[index];
  Findings already_reported;  // on the document's own page
  const std::string path = site.map.document(site.publication.books[book].language, document, View::gaze);
  Scope scope = site.scope(book, path, already_reported);
  scope.document = index;
  scope.view = View::gaze;
  Frame frame;
  frame.kind = "gaze";
  frame.edition = "gaze";
  frame.title = full_title(document);
  add_gaze_navigation(site, scope, frame);
  frame.main = GazeText(site, scope).write();
  return {scope.page, site.shell.render(scope, frame)};
}

}  // namespace bifolio::html
