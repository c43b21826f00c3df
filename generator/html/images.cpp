// Pictures and figures.
#include <algorithm>
#include <cmath>

#include "html/chart_svg.h"
#include "html/html.h"
#include "html/image_size.h"
#include "html/markup.h"
#include "html/rules.h"
#include "html/text_writer.h"
#include "picture/picture.h"

namespace bifolio::html {
namespace {

/// `a/b/../c` → `a/c`; "" where the path climbs out of the booklet.
std::string normalized(std::string_view path) {
  std::string out;
  for (std::size_t at = 0; at <= path.size();) {
    const std::size_t slash = std::min(path.find('/', at), path.size());
    const std::string_view part = path.substr(at, slash - at);
    at = slash + 1;
    if (part.empty() || part == ".") continue;
    if (part == "..") {
      if (out.empty()) return "";
      out.resize(out.find('/') == out.npos ? 0 : out.rfind('/'));
    } else {
      out.append(out.empty() ? "" : "/").append(part);
    }
  }
  return out;
}

/// Beside the document, or from the booklet's folder.
const Picture* find_picture(const Scope& scope, std::string_view path, std::string& found) {
  const auto& pictures = scope.publication.pictures;
  const std::string& document = scope.the_document().path;
  const std::size_t slash = document.rfind('/');
  const std::string folder = slash == document.npos ? "" : document.substr(0, slash + 1);
  for (const std::string& candidate : {normalized(folder + std::string(path)), normalized(path)}) {
    const auto at = pictures.find(candidate);
    if (at == pictures.end()) continue;
    found = candidate;
    return &at->second;
  }
  return nullptr;
}

/// Only numbers a style sheet can count on: whole ones.
std::optional<ImageSize> size_of(const Scope& scope, const std::string& path, const Picture& picture) {
  const auto drawing = scope.drawings ? scope.drawings->find(path) : Drawings::const_iterator();
  if (!scope.drawings || drawing == scope.drawings->end()) return image_size(picture.bytes);
  const auto whole = [](double side) { return static_cast<unsigned>(std::max(1L, std::lround(side))); };
  return ImageSize{whole(drawing->second.width), whole(drawing->second.height)};
}

}  // namespace

std::string Scope::picture_file(std::string_view path) const {
  const auto at = publication.pictures.find(path);
  if (at == publication.pictures.end()) return "";
  if (!picture::is_markup(path, at->second.bytes)) return SiteMap::picture(path);
  return drawings && drawings->contains(path) ? SiteMap::drawing(path) : "";
}

void TextWriter::write_picture(const std::string& path, std::string_view alt, const Span& place) {
  std::string found;
  const Picture* picture = find_picture(scope_, path, found);
  const std::string file = picture ? scope_.picture_file(found) : "";
  if (file.empty()) {
    // A drawing that cannot be drawn was told when it was read.
    if (!picture) scope_.findings.add({&html_image_missing, place, {{"path", path}}, {}, {}, path});
    out_ += "<span class=\"missing-picture\">";
    write_text(alt.empty() ? scope_.labels().missing_image : alt);
    out_ += "</span>";
    return;
  }
  out_ += "<img";
  append_attribute(out_, "src", scope_.url(file));
  append_attribute(out_, "alt", alt);
  if (const auto size = size_of(scope_, found, *picture)) {
    append_attribute(out_, "width", std::to_string(size->width));
    append_attribute(out_, "height", std::to_string(size->height));
  }
  out_ += ">";
}

/// Drawn twice; the style sheet shows the one that fits the window.
void TextWriter::write_chart(const Figure& figure) {
  const auto draw = [&](Drawing drawing, std::string_view class_name) {
    if (!figure.alt.empty()) drawing.description = figure.alt;
    append(out_, "<div class=\"", class_name, "\">", inline_svg(drawing, scope_.theme, scope_.language()), "</div>\n");
  };
  const chart::SiteChart& chart = (*scope_.charts)[scope_.book][*figure.chart];
  draw(chart.wide, "chart for-wide");
  draw(chart.narrow, "chart for-narrow");
}

/// The numbers behind a chart, folded away below it.
void TextWriter::write_chart_data(const Figure& figure, const Block& block) {
  const Table& table = (*scope_.charts)[scope_.book][*figure.chart].table;
  if (table.rows.empty()) return;
  out_ += "<details class=\"data\">\n<summary>";
  append_text(out_, scope_.labels().data_table);
  out_ += "</summary>\n";
  Block data;
  data.id = block.id + "-data";
  write_block(table, data);
  const std::string picture = chart_picture(scope_.publication.charts[*figure.chart], scope_.language());
  append(out_, "<p><a href=\"", scope_.url(picture), "\">");
  append_text(out_, scope_.labels().download);
  out_ += " PNG</a></p>\n</details>\n";
}

void TextWriter::write_block(const Figure& figure, const Block& block) {
  const bool is_drawn = figure.chart && scope_.charts && *figure.chart < (*scope_.charts)[scope_.book].size();
  open("figure", block);
  out_ += "\n";
  if (figure.kind == Figure::Kind::image) {
    write_picture(figure.source, figure.is_decorative ? "" : figure.alt, figure.source_span);
  } else if (is_drawn) {
    write_chart(figure);
  } else if (!figure.alt.empty()) {
    out_ += "<p class=\"chart-in-words\">";
    write_text(figure.alt);
    out_ += "</p>";
  }
  if (!figure.number.empty() || !figure.caption.empty()) {
    out_ += "\n<figcaption>";
    write_caption(figure.number.empty() ? "" : scope_.words().numbered(scope_.labels().figure, figure.number),
                  figure.caption);
    out_ += "</figcaption>";
  }
  out_ += "\n</figure>\n";
  if (is_drawn) write_chart_data(figure, block);
}

}  // namespace bifolio::html
