#include "picture/elements.h"

#include <algorithm>
#include <iterator>

namespace bifolio::picture {
namespace {

struct Known {
  std::string_view name;
  Element element;
  Words reason = {};
};

constexpr Words kImage = {"a picture inside the picture", "图中嵌入的图片"},
                kForeign = {"a piece of a web page", "嵌入的网页内容"}, kPlayed = {"sound or film", "声音或视频"},
                kFont = {"letters of an old kind of font", "旧式字体的字形"}, kMesh = {"a gradient", "渐变"},
                kOther = {"an element that is not known here", "不认识的元素"};

// In the order of the alphabet.
constexpr Known kElements[] = {
    {"a", Element::link},
    {"altGlyph", Element::unsupported, kFont},
    {"animate", Element::active},
    {"animateColor", Element::active},
    {"animateMotion", Element::active},
    {"animateTransform", Element::active},
    {"audio", Element::unsupported, kPlayed},
    {"canvas", Element::unsupported, kForeign},
    {"circle", Element::shape},
    {"clipPath", Element::passive},
    {"color-profile", Element::passive},
    {"cursor", Element::passive},
    {"defs", Element::passive},
    {"desc", Element::passive},
    {"discard", Element::active},
    {"ellipse", Element::shape},
    {"filter", Element::passive},
    {"font", Element::passive},
    {"font-face", Element::passive},
    {"foreignObject", Element::unsupported, kForeign},
    {"g", Element::group},
    {"handler", Element::active},
    {"iframe", Element::unsupported, kForeign},
    {"image", Element::unsupported, kImage},
    {"line", Element::shape},
    {"linearGradient", Element::passive},
    {"listener", Element::active},
    {"marker", Element::passive},
    {"mask", Element::passive},
    {"mesh", Element::unsupported, kMesh},
    {"metadata", Element::passive},
    {"path", Element::shape},
    {"pattern", Element::passive},
    {"polygon", Element::shape},
    {"polyline", Element::shape},
    {"radialGradient", Element::passive},
    {"rect", Element::shape},
    {"script", Element::active},
    {"set", Element::active},
    {"style", Element::passive},
    {"svg", Element::window},
    {"switch", Element::choice},
    {"symbol", Element::passive},
    {"text", Element::text},
    {"title", Element::passive},
    {"use", Element::use},
    {"video", Element::unsupported, kPlayed},
    {"view", Element::passive},
};

const Known* known(std::string_view name) {
  const auto at = std::lower_bound(std::begin(kElements), std::end(kElements), name,
                                   [](const Known& one, std::string_view wanted) { return one.name < wanted; });
  return at != std::end(kElements) && at->name == name ? &*at : nullptr;
}

}  // namespace

Element element_named(std::string_view name) {
  const Known* found = known(name);
  return found ? found->element : Element::unknown;
}

Words reason_for(std::string_view name) {
  const Known* found = known(name);
  return found && !found->reason.en.empty() ? found->reason : kOther;
}

}  // namespace bifolio::picture
