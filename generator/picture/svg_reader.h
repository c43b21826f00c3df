// One drawing while it is read: a walk over its elements that turns each into
// shapes in the drawing's own pixels.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "picture/path_data.h"
#include "picture/style.h"
#include "picture/viewport.h"

namespace bifolio::picture {

class SvgReader {
 public:
  SvgReader(const syntax::XmlNode& root, std::string_view language, Reporter&);

  Drawing read();

 private:
  /// What an element finds around it.
  struct Context {
    Matrix matrix = {};
    Style style = {};
    double opacity = 1;
    Box clip = {};                 ///< in pixels of the drawing
    double width = 0, height = 0;  ///< of the window: what percentages stand for
    int depth = 0;
    std::vector<const syntax::XmlNode*> uses = {};  ///< parts that are being used
  };

  void index(const syntax::XmlNode&);
  void report_active(const syntax::XmlNode&);

  Context window();
  void draw(const Place&, const Context& around);
  void draw_as(const Place&, const Context& own);
  void draw_children(const Place&, const Context&);
  void draw_switch(const Place&, const Context&);
  void draw_use(const Place&, Context);
  void draw_window(const Place&, Context, const syntax::XmlNode& size);
  void draw_shape(const syntax::XmlNode&, const Context&);
  void draw_markers(const syntax::XmlNode&, const Steps&, const Context&);
  void draw_marker(const syntax::XmlNode&, const struct Corner&, bool is_start, const Context&);
  bool fits(const Place&, const Box& window, const Context&);
  std::deque<Place> around(const syntax::XmlNode&) const;
  void draw_text(const Place&, const Context&);
  void draw_line(const struct TextLine&, const Context&, Span);

  bool enter(const Place&, const Context& around, Context& own);
  bool apply_transform(const syntax::XmlNode&, Matrix&);
  bool apply_clip(Context&);
  Steps steps_of(const syntax::XmlNode&, const Context&);
  Steps path_of(const syntax::XmlNode&);
  double length(const syntax::XmlNode&, const char* name, double whole, const Context&, double otherwise = 0);
  const syntax::XmlNode* find(std::string_view id) const;

  DrawingPaint paint_of(const Context&, const syntax::XmlNode&);
  bool set_ink(const Ink&, double share, std::optional<Color>& color, double& opacity);
  void note_differences(const Context&, const DrawingPaint&, const syntax::XmlNode&);
  bool is_in_reach(const Steps&) const;
  void put(DrawingNode, const Context&);

  const syntax::XmlNode& root_;
  Reporter& reporter_;
  Budget budget_ = {};
  StyleSheet sheet_;
  Style first_;
  std::unordered_map<std::string_view, const syntax::XmlNode*> ids_;           ///< never iterated
  std::unordered_map<const syntax::XmlNode*, const syntax::XmlNode*> around_;  ///< never iterated
  Drawing drawing_;
  Box last_clip_;
};

/// Where an element's name stands.
Span name_span(const syntax::XmlNode&);

}  // namespace bifolio::picture
