#include "layout/dump.h"

#include "layout/dump_floats.h"
#include "layout/layout.h"

namespace bifolio::layout {
namespace {

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (c == '\n')
      out += "\\n";
    else
      out += c;
  }
  return out + '"';
}

std::string place(const Rect& area) {
  return points(area.x) + " " + points(area.y) + " " + points(area.width) + " " + points(area.height);
}

bool is_furniture(const GlyphRun& run) {
  return run.tag == kArtifact;
}

/// Runs that follow each other on one baseline are one line.
class LineDump {
 public:
  void add(const GlyphRun& run) {
    if (is_open_ && (run.origin.y != y_ || is_furniture(run) != furniture_)) end();
    if (!is_open_) {
      x_ = run.origin.x;
      y_ = run.origin.y;
      size_ = run.size;
      furniture_ = is_furniture(run);
      is_open_ = true;
    }
    if (!text_.empty() && run.origin.x > end_ + run.size / 2) text_ += " | ";
    text_ += run.text;
    end_ = run.origin.x;
    for (const Glyph& glyph : run.glyphs) end_ += glyph.advance;
  }

  void end() {
    if (is_open_) {
      out_ += "  " + points(x_) + " " + points(y_) + " " + points(size_) + "pt " + quoted(text_) +
              (furniture_ ? " ~" : "") + "\n";
    }
    is_open_ = false;
    text_.clear();
  }

  void line(const std::string& text) {
    end();
    out_ += "  " + text + "\n";
  }

  std::string take() {
    end();
    return std::move(out_);
  }

 private:
  std::string out_, text_;
  Length x_, y_, size_, end_;
  bool furniture_ = false, is_open_ = false;
};

std::string path_text(const Path& path) {
  std::string out = path.fill ? "fill" : "rule";
  if (!path.dashes.empty()) out = "dots";
  for (const PathStep& step : path.steps) {
    if (step.kind != PathStep::Kind::close) out += " " + points(step.a.x) + "," + points(step.a.y);
  }
  return path.stroke ? out + " " + points(path.width) + "pt" : out;
}

void dump_item(LineDump& out, const Item& item) {
  if (const auto* run = std::get_if<GlyphRun>(&item)) return out.add(*run);
  if (const auto* path = std::get_if<Path>(&item)) return out.line(path_text(*path));
  if (const auto* picture = std::get_if<PlacedPicture>(&item)) return out.line("picture " + place(picture->area));
  if (const auto* drawing = std::get_if<PlacedDrawing>(&item)) return out.line("drawing " + place(drawing->area));
  const auto& turned = std::get<TurnedPage>(item);
  out.line("turned " + points(turned.origin.x) + "," + points(turned.origin.y));
  for (const Item& inner : turned.page->items) dump_item(out, inner);
  out.line("upright");
}

std::vector<std::string> texts_by_tag(const PagedDocument& document) {
  std::vector<std::string> texts(document.tags.size());
  for (const Page& page : document.pages) {
    for (const Item& item : page.items) {
      const auto* run = std::get_if<GlyphRun>(&item);
      if (run != nullptr && run->tag != kArtifact) texts[static_cast<std::size_t>(run->tag)] += run->text;
    }
  }
  return texts;
}

std::string attributes(const Tag& tag) {
  std::string out;
  const TagDetails& details = tag.details();
  const auto add = [&](std::string_view name, std::string_view value) {
    if (!value.empty()) out.append(" ").append(name).append("=").append(value);
  };
  add("lang", details.language);
  add("id", details.id);
  add("scope", scope_name(tag.scope));
  add("numbering", details.list_numbering);
  if (tag.row_span > 1) add("rows", std::to_string(tag.row_span));
  if (tag.column_span > 1) add("columns", std::to_string(tag.column_span));
  std::string headers;
  for (const std::string& header : details.headers) headers += (headers.empty() ? "" : ",") + header;
  add("headers", headers);
  if (!details.alt.empty()) out += " alt=" + quoted(details.alt);
  return out;
}

}  // namespace

std::string points(Length length) {
  const std::int64_t hundredths = scale(length, 100, Length::kPerPoint).units;
  const std::int64_t size = hundredths < 0 ? -hundredths : hundredths;
  std::string out = (hundredths < 0 ? "-" : "") + std::to_string(size / 100);
  if (size % 100 == 0) return out;
  const std::string decimals = std::to_string(size % 100);
  out += "." + std::string(decimals.size() == 1 ? "0" : "") + decimals;
  if (out.back() == '0') out.pop_back();
  return out;
}

std::string dump_pages(const PagedDocument& document) {
  std::string out;
  for (std::size_t i = 0; i < document.pages.size(); ++i) {
    const Page& page = document.pages[i];
    out += "page " + std::to_string(i + 1) + (page.folio.empty() ? "" : " folio " + page.folio) + "\n";
    LineDump lines;
    for (const Item& item : page.items) dump_item(lines, item);
    for (const LinkArea& link : page.links) {
      lines.line("link " + (link.url.empty() ? "#" + link.destination : link.url) + " " + place(link.areas[0]) +
                 (link.areas.size() > 1 ? " …" : "") + " " + quoted(link.contents));
    }
    out += lines.take();
  }
  return out;
}

std::string dump_tags(const PagedDocument& document) {
  const std::vector<std::string> texts = texts_by_tag(document);
  std::vector<std::vector<std::size_t>> children(document.tags.size());
  for (std::size_t i = 1; i < document.tags.size(); ++i) {
    children[static_cast<std::size_t>(document.tags[i].parent)].push_back(i);
  }
  std::string out;
  struct Visit {
    std::size_t tag, depth;
  };
  std::vector<Visit> waiting{{0, 0}};
  while (!waiting.empty()) {
    const Visit at = waiting.back();
    waiting.pop_back();
    const Tag& tag = document.tags[at.tag];
    out += std::string(at.depth * 2, ' ') + std::string(tag.role.name()) + attributes(tag);
    if (!texts[at.tag].empty()) out += " " + quoted(texts[at.tag]);
    out += "\n";
    for (std::size_t i = children[at.tag].size(); i-- > 0;) waiting.push_back({children[at.tag][i], at.depth + 1});
  }
  return out;
}

std::string dump_outline(const PagedDocument& document) {
  std::string out;
  for (const OutlineEntry& entry : document.outline) {
    const auto at = document.destinations.find(entry.destination);
    out += std::string(static_cast<std::size_t>(entry.level - 1) * 2, ' ') + entry.title;
    out += at == document.destinations.end() ? " → nowhere\n" : " → page " + std::to_string(at->second.page + 1) + "\n";
  }
  return out;
}

std::string dump_floats(const PagedDocument& document) {
  std::string out;
  for (const FloatedBlock& one : floated_blocks(document)) {
    if (out.empty()) out = "floats\n";
    out += "  page " + std::to_string(one.page + 1) + ", from page " + std::to_string(one.place_page + 1) + " " +
           quoted(one.caption) + "\n";
  }
  return out;
}

std::string dump(const PagedDocument& document) {
  return dump_pages(document) + dump_floats(document) + "outline\n" + dump_outline(document) + "tags\n" +
         dump_tags(document);
}

}  // namespace bifolio::layout
