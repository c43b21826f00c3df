#include "support/pdf_text.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <set>

#include "base/utf8.h"

namespace bifolio::testing {
namespace {

using Handle = QPDFObjectHandle;

void append_utf16(std::string& out, std::string_view bytes) {
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    const auto unit = [&](std::size_t i) {
      return static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i]) << 8 |
                                        static_cast<unsigned char>(bytes[i + 1]));
    };
    std::uint32_t c = unit(at);
    if (c >= 0xD800 && c < 0xDC00 && at + 3 < bytes.size()) {
      c = 0x10000 + ((c - 0xD800) << 10) + (unit(at + 2) - 0xDC00);
      at += 2;
    }
    append_utf8(out, c);
  }
}

std::string utf16_to_utf8(std::string_view bytes) {
  std::string out;
  append_utf16(out, bytes);
  return out;
}

std::uint32_t number_of(std::string_view bytes) {
  std::uint32_t value = 0;
  for (const char c : bytes) value = value << 8 | static_cast<unsigned char>(c);
  return value;
}

/// The <…> strings of a CMap, in order, with the operators between them.
struct CMapToken {
  bool is_string;
  std::string text;
};

std::vector<CMapToken> tokens_of(std::string_view map) {
  std::vector<CMapToken> tokens;
  for (std::size_t at = 0; at < map.size();) {
    if (map[at] == '<' && at + 1 < map.size() && map[at + 1] != '<') {
      std::string bytes, digits;
      for (++at; at < map.size() && map[at] != '>'; ++at) {
        if (std::isxdigit(static_cast<unsigned char>(map[at]))) digits.push_back(map[at]);
      }
      for (std::size_t i = 0; i + 1 < digits.size(); i += 2)
        bytes.push_back(static_cast<char>(std::stoi(digits.substr(i, 2), nullptr, 16)));
      tokens.push_back({true, bytes});
      ++at;
    } else if (std::isalpha(static_cast<unsigned char>(map[at]))) {
      std::string word;
      while (at < map.size() && std::isalpha(static_cast<unsigned char>(map[at]))) word.push_back(map[at++]);
      tokens.push_back({false, word});
    } else {
      ++at;
    }
  }
  return tokens;
}

std::map<std::uint32_t, std::string> read_to_unicode(std::string_view map) {
  std::map<std::uint32_t, std::string> texts;
  std::string section;
  std::vector<std::string> strings;
  for (const CMapToken& token : tokens_of(map)) {
    if (!token.is_string) {
      section = token.text;
      strings.clear();
      continue;
    }
    strings.push_back(token.text);
    if (section == "beginbfchar" && strings.size() == 2) {
      texts[number_of(strings[0])] = utf16_to_utf8(strings[1]);
      strings.clear();
    } else if (section == "beginbfrange" && strings.size() == 3) {
      std::string text = strings[2];
      for (std::uint32_t code = number_of(strings[0]); code <= number_of(strings[1]); ++code) {
        texts[code] = utf16_to_utf8(text);
        text.back() = static_cast<char>(text.back() + 1);
      }
      strings.clear();
    }
  }
  return texts;
}

struct Font {
  std::string name;
  std::map<std::uint32_t, std::string> texts;
  std::map<std::uint32_t, double> widths;
  double default_width = 1000;

  double width(std::uint32_t code) const {
    const auto at = widths.find(code);
    return at == widths.end() ? default_width : at->second;
  }
};

std::map<std::uint32_t, double> read_widths(Handle array) {
  std::map<std::uint32_t, double> widths;
  for (int i = 0; i + 1 < array.getArrayNItems();) {
    const auto first = static_cast<std::uint32_t>(array.getArrayItem(i).getIntValue());
    Handle second = array.getArrayItem(i + 1);
    if (second.isArray()) {
      for (int k = 0; k < second.getArrayNItems(); ++k) widths[first + k] = second.getArrayItem(k).getNumericValue();
      i += 2;
    } else {
      for (auto code = first; code <= static_cast<std::uint32_t>(second.getIntValue()); ++code) {
        widths[code] = array.getArrayItem(i + 2).getNumericValue();
      }
      i += 3;
    }
  }
  return widths;
}

std::string stream_data(Handle stream) {
  const auto buffer = stream.getStreamData(qpdf_dl_all);
  return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

Font read_font(Handle dictionary) {
  Font font;
  Handle descendant = dictionary.getKey("/DescendantFonts").getArrayItem(0);
  const std::string base = descendant.getKey("/BaseFont").getName();
  font.name = base.substr(base.find('+') + 1);
  font.texts = read_to_unicode(stream_data(dictionary.getKey("/ToUnicode")));
  if (descendant.hasKey("/DW")) font.default_width = descendant.getKey("/DW").getNumericValue();
  if (descendant.hasKey("/W")) font.widths = read_widths(descendant.getKey("/W"));
  return font;
}

struct Transform {
  double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;
};

/// First `inner`, then `outer`.
Transform combine(const Transform& inner, const Transform& outer) {
  return {inner.a * outer.a + inner.b * outer.c,           inner.a * outer.b + inner.b * outer.d,
          inner.c * outer.a + inner.d * outer.c,           inner.c * outer.b + inner.d * outer.d,
          inner.e * outer.a + inner.f * outer.c + outer.e, inner.e * outer.b + inner.f * outer.d + outer.f};
}

/// What all pages together say, filled as content streams are read.
struct Found {
  PdfReading& reading;
  std::map<std::pair<int, int>, std::string> texts;  ///< by page and marked-content id
  std::map<QPDFObjGen, Font> fonts;
};

/// One page's content stream.
class PageReader : public Handle::ParserCallbacks {
 public:
  PageReader(int page, Handle resources, Found& found) : page_(page), resources_(resources), found_(found) {
    found_.reading.artifacts.emplace_back();
  }

  void handleObject(Handle object, size_t, size_t) override {
    if (!object.isOperator()) {
      operands_.push_back(object);
      return;
    }
    run(object.getOperatorValue());
    operands_.clear();
  }

  void handleEOF() override {
    if (!marks_.empty()) fault("marked content is still open at its end");
    if (!saved_.empty()) fault("a graphics state is still saved at its end");
    if (is_in_text_) fault("a text object is still open at its end");
  }

 private:
  struct Mark {
    int mcid = -1;
    bool is_artifact = false;
    bool has_text = false;  ///< its ActualText stands for its glyphs
    bool opened_in_text = false;
  };
  struct State {
    Transform matrix;
    const Font* font = nullptr;
    double size = 0, rise = 0;
  };

  void fault(const std::string& what) {
    found_.reading.faults.push_back("page " + std::to_string(page_ + 1) + ": " + what);
  }
  double number(std::size_t i) { return operands_.at(i).getNumericValue(); }
  Transform matrix() { return {number(0), number(1), number(2), number(3), number(4), number(5)}; }

  void run(const std::string& name) {
    static const std::set<std::string> kPaint{"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "Do", "sh"};
    if (name == "BDC" || name == "BMC") return begin_mark();
    if (name == "EMC") return end_mark();
    if (name == "q") return saved_.push_back(state_);
    if (name == "Q") return restore();
    if (name == "cm") {
      state_.matrix = combine(matrix(), state_.matrix);
      return;
    }
    if (name == "BT") {
      is_in_text_ = true;
      text_ = line_ = {};
      return;
    }
    if (name == "ET") {
      is_in_text_ = false;
      return;
    }
    if (name == "Tf") return select_font();
    if (name == "Ts") {
      state_.rise = number(0);
      return;
    }
    if (name == "Td") {
      text_ = line_ = combine({1, 0, 0, 1, number(0), number(1)}, line_);
      return;
    }
    if (name == "Tm") {
      text_ = line_ = matrix();
      return;
    }
    if (name == "Tj") return show(operands_.at(0));
    if (name == "TJ") return show_array(operands_.at(0));
    if (kPaint.count(name)) {
      if (is_in_text_) fault(name + " inside a text object");
      if (!is_marked()) fault(name + " outside marked content");
    }
  }

  void restore() {
    if (saved_.empty()) return fault("Q without q");
    state_ = saved_.back();
    saved_.pop_back();
  }

  void select_font() {
    Handle font = resources_.getKey("/Font").getKey(operands_.at(0).getName());
    const auto [at, is_new] = found_.fonts.try_emplace(font.getObjGen());
    if (is_new) at->second = read_font(font);
    state_.font = &at->second;
    state_.size = number(1);
  }

  void begin_mark() {
    Mark mark;
    mark.opened_in_text = is_in_text_;
    mark.is_artifact = operands_.at(0).getName() == "/Artifact";
    Handle properties = operands_.size() > 1 ? operands_[1] : Handle::newNull();
    if (properties.isDictionary() && properties.hasKey("/MCID")) {
      mark.mcid = static_cast<int>(properties.getKey("/MCID").getIntValue());
      if (!found_.texts.try_emplace({page_, mark.mcid}).second) fault("MCID " + std::to_string(mark.mcid) + " twice");
    }
    if (mark.mcid >= 0 && is_marked()) fault("MCID " + std::to_string(mark.mcid) + " inside marked content");
    if (mark.is_artifact && is_marked()) fault("an artifact inside marked content");
    if (properties.isDictionary() && properties.hasKey("/ActualText")) {
      add_text(properties.getKey("/ActualText").getUTF8Value());
      mark.has_text = true;
    }
    marks_.push_back(mark);
  }

  void end_mark() {
    if (marks_.empty()) return fault("EMC without BDC");
    if (marks_.back().opened_in_text != is_in_text_) fault("marked content and text object overlap");
    marks_.pop_back();
  }

  bool is_marked() const {
    return std::any_of(marks_.begin(), marks_.end(),
                       [](const Mark& mark) { return mark.is_artifact || mark.mcid >= 0; });
  }

  int mcid() const {
    for (auto mark = marks_.rbegin(); mark != marks_.rend(); ++mark) {
      if (mark->mcid >= 0) return mark->mcid;
    }
    return -1;
  }

  void add_text(const std::string& text) {
    if (std::any_of(marks_.begin(), marks_.end(), [](const Mark& mark) { return mark.has_text; })) return;
    if (mcid() >= 0) {
      found_.texts[{page_, mcid()}] += text;
    } else {
      found_.reading.artifacts.back() += text;
    }
  }

  void show_array(Handle array) {
    for (Handle& item : array.getArrayAsVector()) {
      if (item.isString()) {
        show(item);
      } else {
        text_ = combine({1, 0, 0, 1, -item.getNumericValue() / 1000 * state_.size, 0}, text_);
      }
    }
  }

  void show(Handle string) {
    if (!is_in_text_) fault("text outside a text object");
    if (!is_marked()) fault("text outside marked content");
    if (state_.font == nullptr) return fault("text without a font");
    const std::string bytes = string.getStringValue();
    for (std::size_t at = 0; at + 1 < bytes.size(); at += 2)
      show_code(number_of(std::string_view(bytes).substr(at, 2)));
  }

  void show_code(std::uint32_t code) {
    const Font& font = *state_.font;
    const auto text = font.texts.find(code);
    if (text == font.texts.end()) fault(font.name + ": code " + std::to_string(code) + " has no text");
    if (code == 0) fault(font.name + ": .notdef is shown");
    const Transform place = combine(combine({1, 0, 0, 1, 0, state_.rise}, text_), state_.matrix);
    const double scale = std::sqrt(std::fabs(place.a * place.d - place.b * place.c));
    PdfGlyph glyph{page_,   mcid(),  font.name,           code, text == font.texts.end() ? "" : text->second,
                   place.e, place.f, state_.size * scale, 0};
    glyph.width = font.width(code) / 1000 * glyph.size;
    add_text(glyph.text);
    found_.reading.glyphs.push_back(std::move(glyph));
    text_ = combine({1, 0, 0, 1, font.width(code) / 1000 * state_.size, 0}, text_);
  }

  int page_;
  Handle resources_;
  Found& found_;
  std::vector<Handle> operands_;
  std::vector<Mark> marks_;
  State state_;
  std::vector<State> saved_;
  bool is_in_text_ = false;
  Transform text_, line_;
};

/// The structure tree.
class TreeReader {
 public:
  TreeReader(QPDF& file, Found& found) : found_(found) {
    for (const auto& page : QPDFPageDocumentHelper(file).getAllPages()) {
      page_numbers_[page.getObjectHandle().getObjGen()] = static_cast<int>(page_objects_.size());
      page_objects_.push_back(page.getObjectHandle());
    }
    root_ = file.getRoot().getKey("/StructTreeRoot");
    if (root_.isDictionary()) read_numbers(root_.getKey("/ParentTree"), 0);
  }

  PdfElement read() {
    if (!root_.isDictionary()) {
      fault("no structure tree");
      return {};
    }
    PdfElement document = read_element(root_.getKey("/K"), root_, 0);
    for (const auto& [place, text] : found_.texts) {
      if (!claimed_.count(place)) fault(describe(place) + " belongs to no element");
    }
    return document;
  }

 private:
  static constexpr int kDeepest = 100;

  void fault(const std::string& what) { found_.reading.faults.push_back(what); }
  static std::string describe(std::pair<int, int> place) {
    return "page " + std::to_string(place.first + 1) + " MCID " + std::to_string(place.second);
  }

  void read_numbers(Handle node, int depth) {
    if (depth > kDeepest) return fault("the parent tree is too deep");
    Handle numbers = node.getKey("/Nums");
    for (int i = 0; numbers.isArray() && i + 1 < numbers.getArrayNItems(); i += 2) {
      parents_[static_cast<int>(numbers.getArrayItem(i).getIntValue())] = numbers.getArrayItem(i + 1);
    }
    if (!node.hasKey("/Kids")) return;
    for (Handle& kid : node.getKey("/Kids").getArrayAsVector()) read_numbers(kid, depth + 1);
  }

  static std::string text(Handle dictionary, const char* key) {
    Handle value = dictionary.getKey(key);
    return value.isString() ? value.getUTF8Value() : "";
  }

  static std::string bytes(Handle dictionary, const char* key) {
    Handle value = dictionary.getKey(key);
    return value.isString() ? value.getStringValue() : "";
  }

  PdfElement read_element(Handle element, Handle parent, int depth) {
    PdfElement out;
    out.role = element.getKey("/S").getName().substr(1);
    out.language = text(element, "/Lang");
    out.alternative = text(element, "/Alt");
    out.actual_text = text(element, "/ActualText");
    out.id = bytes(element, "/ID");
    out.title = text(element, "/T");
    if (element.getKey("/P").getObjGen() != parent.getObjGen()) fault(out.role + " names another parent");
    read_attributes(element.getKey("/A"), out);
    if (depth > kDeepest) fault("the structure tree is too deep");
    for (Handle& kid : kids_of(element)) {
      if (depth <= kDeepest) read_kid(kid, element, depth, out);
    }
    return out;
  }

  static std::vector<Handle> kids_of(Handle element) {
    Handle kids = element.getKey("/K");
    if (kids.isArray()) return kids.getArrayAsVector();
    return kids.isNull() ? std::vector<Handle>{} : std::vector<Handle>{kids};
  }

  static void read_attributes(Handle attributes, PdfElement& out) {
    const auto all = attributes.isArray() ? attributes.getArrayAsVector() : std::vector<Handle>{attributes};
    for (Handle one : all) {
      if (!one.isDictionary()) continue;
      for (const auto& [key, value] : one.getDictAsMap()) {
        if (key != "/O")
          out.attributes[key.substr(1)] =
              Handle(value).isString() ? Handle(value).getUTF8Value() : Handle(value).unparse();
      }
    }
  }

  void read_kid(Handle kid, Handle element, int depth, PdfElement& out) {
    if (kid.isInteger()) return read_content(element.getKey("/Pg"), static_cast<int>(kid.getIntValue()), element, out);
    if (!kid.isDictionary()) return fault(out.role + " has a child that is neither content nor element");
    if (kid.hasKey("/MCID")) {
      Handle page = kid.hasKey("/Pg") ? kid.getKey("/Pg") : element.getKey("/Pg");
      return read_content(page, static_cast<int>(kid.getKey("/MCID").getIntValue()), element, out);
    }
    if (kid.hasKey("/Obj")) return read_annotation(kid.getKey("/Obj"), element, out);
    out.children.push_back(read_element(kid, element, depth + 1));
  }

  void read_content(Handle page, int mcid, Handle element, PdfElement& out) {
    const auto number = page_numbers_.find(page.getObjGen());
    if (number == page_numbers_.end()) return fault(out.role + " has content on no page");
    const std::pair place{number->second, mcid};
    if (!claimed_.insert(place).second) fault(describe(place) + " is in two elements");
    const auto found = found_.texts.find(place);
    if (found == found_.texts.end()) return fault(describe(place) + " is not on its page");
    out.text += found->second;
    if (out.pages.empty() || out.pages.back() != place.first) out.pages.push_back(place.first);
    if (owner(page, mcid) != element.getObjGen()) fault(describe(place) + " has another owner in the parent tree");
  }

  QPDFObjGen owner(Handle page, int mcid) {
    if (!page.getKey("/StructParents").isInteger()) return {};
    Handle owners = parents_[static_cast<int>(page.getKey("/StructParents").getIntValue())];
    return owners.isArray() && mcid < owners.getArrayNItems() ? owners.getArrayItem(mcid).getObjGen() : QPDFObjGen();
  }

  void read_annotation(Handle annotation, Handle element, PdfElement& out) {
    Handle action = annotation.getKey("/A");
    out.links.push_back(action.isDictionary() ? bytes(action, "/URI") : "#" + bytes(annotation, "/Dest"));
    Handle key = annotation.getKey("/StructParent");
    if (!key.isInteger() || parents_[static_cast<int>(key.getIntValue())].getObjGen() != element.getObjGen()) {
      fault(out.role + ": its annotation has another owner in the parent tree");
    }
  }

  Found& found_;
  Handle root_;
  std::vector<Handle> page_objects_;
  std::map<QPDFObjGen, int> page_numbers_;
  std::map<int, Handle> parents_;
  std::set<std::pair<int, int>> claimed_;
};

void dump_element(const PdfElement& element, int depth, std::string& out) {
  out.append(2 * depth, ' ').append(element.role);
  const auto add = [&](std::string_view key, const std::string& value) {
    if (!value.empty()) out.append(" ").append(key).append("=").append(value);
  };
  add("lang", element.language);
  add("alt", element.alternative);
  add("actual", element.actual_text);
  add("id", element.id);
  add("title", element.title);
  for (const auto& [key, value] : element.attributes) add(key, value);
  for (const std::string& link : element.links) add("link", link);
  if (!element.text.empty()) out.append(" “").append(element.text).append("”");
  out.push_back('\n');
  for (const PdfElement& child : element.children) dump_element(child, depth + 1, out);
}

}  // namespace

PdfReading read_pdf(const std::string& bytes) {
  PdfReading reading;
  QPDF file;
  file.setSuppressWarnings(true);
  file.processMemoryFile("pdf", bytes.data(), bytes.size());
  Found found{reading, {}, {}};
  int number = 0;
  for (auto& page : QPDFPageDocumentHelper(file).getAllPages()) {
    PageReader reader(number++, page.getAttribute("/Resources", false), found);
    page.parseContents(&reader);
  }
  reading.document = TreeReader(file, found).read();
  for (const QPDFExc& warning : file.getWarnings()) reading.faults.push_back(warning.what());
  return reading;
}

std::string text_of(const PdfElement& element) {
  std::string text = element.text;
  for (const PdfElement& child : element.children) text += text_of(child);
  return text;
}

std::string dump(const PdfElement& element) {
  std::string out;
  dump_element(element, 0, out);
  return out;
}

}  // namespace bifolio::testing
