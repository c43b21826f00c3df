#include "pdf/pictures.h"

#include <algorithm>
#include <cstdlib>

#include "pdf/rules.h"

namespace bifolio::pdf {
namespace {

constexpr std::int64_t kMostPixels = 64'000'000;

// What goes wrong with a picture, told by its place in the document.
struct Report {
  const layout::PagedDocument& document;
  std::size_t index;

  Finding operator()(const Rule& rule, std::vector<Argument> more) const {
    Finding finding{&rule, document.pictures[index].span, {{"number", std::to_string(index + 1)}, {"title", document.facts.title}}};
    finding.arguments.insert(finding.arguments.end(), more.begin(), more.end());
    return finding;
  }
  Finding broken() const { return (*this)(pdf_picture_broken, {}); }
  Finding too_large(const PictureFacts& facts) const {
    return (*this)(pdf_picture_too_large,
                   {{"width", std::to_string(facts.width)}, {"height", std::to_string(facts.height)}});
  }
};

bool is_too_large(const PictureFacts& facts) {
  return std::int64_t{facts.width} * facts.height > kMostPixels;
}

Dictionary image(int width, int height, std::string_view color_space) {
  Dictionary dictionary;
  dictionary.add("Type", "/XObject").add("Subtype", "/Image").add("Width", width).add("Height", height);
  return dictionary.add("ColorSpace", color_space).add("BitsPerComponent", 8);
}

std::string_view color_space(int channels) {
  return channels == 1 ? "/DeviceGray" : "/DeviceRGB";
}

Result<Ref> write_jpeg(Writer& writer, std::string_view bytes, const PictureFacts& facts, const Report& report) {
  if (is_too_large(facts)) return report.too_large(facts);
  if (facts.channels != 1 && facts.channels != 3) {
    return report(pdf_picture_colors, {{"count", std::to_string(facts.channels)}});
  }
  Dictionary dictionary = image(facts.width, facts.height, color_space(facts.channels));
  return writer.add_stream(dictionary.add("Filter", "/DCTDecode"), bytes, Compression::none);
}

Ref write_samples(Writer& writer, Dictionary dictionary, std::string_view samples, int width, int channels) {
  const auto row = static_cast<std::size_t>(width) * channels;
  dictionary.add("DecodeParms",
                 Dictionary().add("Predictor", 15).add("Colors", channels).add("Columns", width).written());
  return writer.add_stream(dictionary, filter_rows(samples, row, channels));
}

Result<Ref> write_png(Writer& writer, std::string_view bytes, const PictureFacts& facts, const Report& report) {
  if (is_too_large(facts)) return report.too_large(facts);
  const auto pixels = decode_png(bytes);
  if (!pixels) return report.broken();
  Dictionary dictionary = image(pixels->width, pixels->height, color_space(pixels->channels));
  if (!pixels->alpha.empty()) {
    const Dictionary mask = image(pixels->width, pixels->height, "/DeviceGray");
    dictionary.add("SMask", write_samples(writer, mask, pixels->alpha, pixels->width, 1));
  }
  return write_samples(writer, dictionary, pixels->samples, pixels->width, pixels->channels);
}

Result<Ref> write_picture(Writer& writer, std::string_view bytes, const Report& report) {
  if (const auto facts = read_png_facts(bytes)) return write_png(writer, bytes, *facts, report);
  if (const auto facts = read_jpeg_facts(bytes)) return write_jpeg(writer, bytes, *facts, report);
  return report.broken();
}

// PNG filter types (PNG specification, section 9), as they code one byte.
int predicted(int filter, int left, int above, int corner) {
  switch (filter) {
    case 1: return left;
    case 2: return above;
    case 3: return (left + above) / 2;
    case 4: {
      const int guess = left + above - corner;
      const int from_left = std::abs(guess - left), from_above = std::abs(guess - above);
      const int from_corner = std::abs(guess - corner);
      if (from_left <= from_above && from_left <= from_corner) return left;
      return from_above <= from_corner ? above : corner;
    }
    default: return 0;
  }
}

std::string filter_row(std::string_view row, std::string_view above, std::size_t pixel_size, int filter) {
  std::string out(1, static_cast<char>(filter));
  const auto byte = [](std::string_view from, std::size_t at) { return static_cast<unsigned char>(from[at]); };
  for (std::size_t i = 0; i < row.size(); ++i) {
    const bool has_left = i >= pixel_size, has_above = !above.empty();
    const int left = has_left ? byte(row, i - pixel_size) : 0;
    const int up = has_above ? byte(above, i) : 0;
    const int corner = has_left && has_above ? byte(above, i - pixel_size) : 0;
    out.push_back(static_cast<char>(byte(row, i) - predicted(filter, left, up, corner)));
  }
  return out;
}

// The heuristic the PNG specification recommends (12.8): the least sum of
// differences, taken as signed numbers.
std::int64_t cost(const std::string& filtered) {
  std::int64_t sum = 0;
  for (std::size_t i = 1; i < filtered.size(); ++i)
    sum += std::abs(static_cast<int>(static_cast<signed char>(filtered[i])));
  return sum;
}

}  // namespace

std::string filter_rows(std::string_view samples, std::size_t row_size, std::size_t pixel_size) {
  std::string out;
  std::string_view above;
  for (std::size_t at = 0; at + row_size <= samples.size() && row_size > 0; at += row_size) {
    const std::string_view row = samples.substr(at, row_size);
    std::string best = filter_row(row, above, pixel_size, 0);
    for (int filter = 1; filter <= 4; ++filter) {
      std::string other = filter_row(row, above, pixel_size, filter);
      if (cost(other) < cost(best)) best = std::move(other);
    }
    out += best;
    above = row;
  }
  return out;
}

std::vector<std::optional<Ref>> write_pictures(Writer& writer, const layout::PagedDocument& document,
                                               Findings& findings) {
  std::vector<std::optional<Ref>> refs;
  for (std::size_t i = 0; i < document.pictures.size(); ++i) {
    const auto ref = write_picture(writer, document.pictures[i].bytes, {document, i});
    if (!ref) findings.add(ref.error());
    refs.push_back(ref ? std::optional(*ref) : std::nullopt);
  }
  return refs;
}

}  // namespace bifolio::pdf
