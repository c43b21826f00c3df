#include "picture/rules.h"

#include "picture/picture.h"

namespace bifolio::picture {

const Rule picture_svg_active = {
    "picture-svg-active",
    Severity::warning,
    {"`{what}` is left out: a picture in a booklet stands still and reaches nothing outside itself. Take it out of the "
     "drawing, or look whether the picture says all without it.",
     "`{what}` 已略去：书稿里的图片不会动，也不访问外部。请从图中删去，或确认没有它图片也完整。"},
    {"Drawings can hold scripts, animations, links and handlers for the mouse. They could watch readers or fetch "
     "something from the network, and paper has none of them, so none is taken over. The rest of the picture is drawn.",
     "SVG 图里可以有脚本、动画、链接和鼠标事件。它们可能窥探读者或访问网络，纸上也用不了，所以一概不用；图的其余部分"
     "照常画出。"}};

const Rule picture_svg_simplified = {
    "picture-svg-simplified",
    Severity::info,
    {"`{what}` is drawn in a simpler way: {reason}. Look at the picture; if it matters, change the drawing.",
     "`{what}` 画得比原图简单：{reason}。请看一看图片；如果有影响，请修改原图。"},
    {"Pictures are drawn anew for the site, for PDF and for previews, with the booklet's own fonts. Small differences "
     "that take nothing from what a picture says are noted, not refused.",
     "图片会用书稿自己的字体为网站、PDF 和预览重新绘制。不影响内容的小差别只作提示。"}};

const Rule picture_svg_size = {
    "picture-svg-size",
    Severity::error,
    {"This drawing cannot be shown: {reason}. Export it again as SVG with a size, or save it as PNG.",
     "这张图无法显示：{reason}。请重新导出带尺寸的 SVG，或另存为 PNG。"},
    {"The outermost element of a drawing is `svg`, and says how large it is: `width` and `height`, a `viewBox`, or "
     "both. Up to 30,000 pixels a side can be drawn.",
     "SVG 图最外层的元素是 `svg`，用 `width` 和 `height`、`viewBox` 或两者说明大小。每边最多 30,000 像素。"}};

const Rule picture_svg_too_large = {
    "picture-svg-too-large",
    Severity::error,
    {"This drawing has more than {limit} {what}, so its alternative text is shown instead. Simplify it, or save it as "
     "PNG.",
     "这张图的{what}超过 {limit}，因此只显示替代文字。请简化，或另存为 PNG。"},
    {"A drawing of that size would be slow to open on a phone. Parts that are used many times count each time. "
     "Scatter plots and maps of many thousand points are smaller and faster as PNG.",
     "这么大的图在手机上打开会很慢。重复使用的部分每次都计入。成千上万个点的散点图和地图，存为 PNG 更小更快。"}};

const Rule picture_svg_unsupported = {
    "picture-svg-unsupported",
    Severity::error,
    {"This drawing has {reason} (`{what}`), which cannot be drawn the same in every edition, so its alternative text "
     "is shown instead. {advice}.",
     "这张图里有{reason}（`{what}`），无法在各个版式里画得一样，因此只显示替代文字。{advice}。"},
    {"Drawings may have groups, paths, basic shapes, texts, plain colours, opacity, rectangles that clip, "
     "transformations and parts that are used again. A drawing with anything else is not shown without it: a figure "
     "with a part missing looks like data that is missing, while the alternative text stays true.",
     "图中可以用分组、路径、基本形状、文字、纯色、透明度、矩形裁切、变换和重复使用的部分。含有其他内容的图不会缺一"
     "块地显示：少了一部分的图会被当成少了数据，而替代文字始终是对的。"}};

const Rule picture_svg_value = {
    "picture-svg-value",
    Severity::error,
    {"In this drawing `{name}` is “{value}”, which cannot be read, so its alternative text is shown instead. Correct "
     "it, or export the drawing again.",
     "这张图里 `{name}` 的值“{value}”无法读懂，因此只显示替代文字。请更正，或重新导出。"},
    {"Numbers are plain (`12.5`, `-3e2`) and at most ten million; colours are names, `#rgb`, `#rrggbb` or `rgb()`; "
     "path data and transformations follow SVG 1.1.",
     "数字写作 `12.5`、`-3e2`，不超过一千万；颜色写名称、`#rgb`、`#rrggbb` 或 `rgb()`；路径数据和变换按 SVG 1.1 "
     "书写。"}};

RuleList rules() {
  static const Rule* const all[] = {
#define RULE(name) &name,
#include "picture/rules.def"
#undef RULE
  };
  return all;
}

}  // namespace bifolio::picture
