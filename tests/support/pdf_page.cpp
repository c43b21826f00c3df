#include "support/pdf_page.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <vector>

namespace bifolio::testing {
namespace {

using Handle = QPDFObjectHandle;

struct Transform {
  double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;
};

/// First `inner`, then `outer`.
Transform combine(const Transform& inner, const Transform& outer) {
  return {inner.a * outer.a + inner.b * outer.c,           inner.a * outer.b + inner.b * outer.d,
          inner.c * outer.a + inner.d * outer.c,           inner.c * outer.b + inner.d * outer.d,
          inner.e * outer.a + inner.f * outer.c + outer.e, inner.e * outer.b + inner.f * outer.d + outer.f};
}

/// One page's content stream.
class PageReader : public Handle::ParserCallbacks {
 public:
  PageReader(int page, Handle resources, PdfPages& found) : page_(page), resources_(resources), found_(found) {
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
    const PdfFont* font = nullptr;
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
    if (is_new) at->second = read_pdf_font(font);
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
      show_code(big_endian(std::string_view(bytes).substr(at, 2)));
  }

  void show_code(std::uint32_t code) {
    const PdfFont& font = *state_.font;
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
  PdfPages& found_;
  std::vector<Handle> operands_;
  std::vector<Mark> marks_;
  State state_;
  std::vector<State> saved_;
  bool is_in_text_ = false;
  Transform text_, line_;
};

}  // namespace

void read_pdf_page(QPDFPageObjectHelper page, int number, PdfPages& pages) {
  PageReader reader(number, page.getAttribute("/Resources", false), pages);
  page.parseContents(&reader);
}

}  // namespace bifolio::testing
