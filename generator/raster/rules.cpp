#include "raster/rules.h"

#include "raster/raster.h"

namespace bifolio::raster {

const Rule raster_failed{
    "raster-failed",
    Severity::error,
    {"A picture could not be drawn: {reason}. Check that there is enough memory, then build again.",
     "图片绘制失败：{reason}。请确认内存充足后重新生成。"},
    {"Previews of pages and charts are drawn as PNG pictures. This fails only when the computer runs out of memory, or "
     "when a chart holds numbers that cannot be drawn.",
     "页面预览和图表会绘制成 PNG 图片。只有在内存不足，或图表中含有无法绘制的数值时才会失败。"}};

const Rule raster_picture_broken{
    "raster-picture-broken",
    Severity::error,
    {"Picture {number} of “{title}” cannot be read. Save it again as PNG or JPEG in RGB colours.",
     "“{title}”的第 {number} 幅图片无法读取。请重新存为 RGB 颜色的 PNG 或 JPEG 格式。"},
    {"Pages take PNG and JPEG pictures in RGB colours. A file that ends early, or that is another format under a wrong "
     "name, cannot be drawn. Open it in a picture program and export it again.",
     "页面接受 RGB 颜色的 PNG 和 JPEG 图片。文件不完整，或者内容是别的格式只是改了扩展名，都无法绘制。"
     "请用图片软件打开后重新导出。"}};

const Rule raster_too_large{
    "raster-too-large",
    Severity::error,
    {"A picture of {width} × {height} pixels cannot be drawn. Ask for a smaller scale, or check the size of the chart.",
     "无法绘制 {width} × {height} 像素的图片。请缩小比例，或检查图表的尺寸。"},
    {"PNG previews have at least one pixel and at most 64 million, and no side longer than 32000. Charts are usually "
     "576 "
     "units wide and drawn with 2 or 3 pixels to the unit.",
     "PNG 预览图至少 1 个像素，最多 6400 万像素，单边不超过 32000 像素。图表宽度通常为 576，每个单位绘制 2 到 3 "
     "个像素。"}};

RuleList rules() {
  static const Rule* const kRules[] = {
#define RULE(name) &name,
#include "raster/rules.def"
#undef RULE
  };
  return kRules;
}

}  // namespace bifolio::raster
