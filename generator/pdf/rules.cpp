#include "pdf/rules.h"

#include "pdf/pdf.h"

namespace bifolio::pdf {

const Rule pdf_font_not_embeddable{
    "pdf-font-not-embeddable",
    Severity::error,
    {"The font {font} ({file}) forbids embedding, so no PDF can be written with it. Name another family in the "
     "theme's tokens.css.",
     "字体 {font}（{file}）的许可不允许嵌入，无法用它生成 PDF。请在主题的 tokens.css 中换一种字体。"},
    {"Every font of a PDF booklet is embedded, so that it looks and reads the same everywhere. Some font files say "
     "in their OS/2 table that they must not be embedded. The fonts that the project's own themes name may all be "
     "embedded.",
     "PDF 手册会嵌入所用的全部字体，这样在任何设备上显示和朗读都一致。有些字体文件在 OS/2 表中声明不允许嵌入。"
     "本项目自带主题所用的字体都允许嵌入。"}};

const Rule pdf_picture_broken{
    "pdf-picture-broken",
    Severity::error,
    {"Picture {number} of “{title}” cannot be read. Save it again as PNG or JPEG.",
     "“{title}”的第 {number} 幅图片无法读取。请重新存为 PNG 或 JPEG 格式。"},
    {"PDF booklets take PNG and JPEG pictures. A file that ends early, or that is another format under a wrong "
     "name, cannot be drawn. Open it in a picture program and export it again.",
     "PDF 手册接受 PNG 和 JPEG 图片。文件不完整，或者内容是别的格式只是改了扩展名，都无法绘制。"
     "请用图片软件打开后重新导出。"}};

const Rule pdf_picture_colors{
    "pdf-picture-colors",
    Severity::error,
    {"Picture {number} of “{title}” has {count} colour channels, which is meant for print shops. Save it in RGB "
     "colours.",
     "“{title}”的第 {number} 幅图片有 {count} 个颜色通道，是印刷专用格式。请另存为 RGB 颜色。"},
    {"A JPEG picture in CMYK colours looks wrong on many screens and is not allowed beside the sRGB profile that the "
     "booklet declares. Convert it to RGB in a picture program.",
     "CMYK 颜色的 JPEG 图片在许多屏幕上颜色失真，也与手册声明的 sRGB 色彩配置不符。请用图片软件转换为 RGB。"}};

const Rule pdf_picture_too_large{
    "pdf-picture-too-large",
    Severity::error,
    {"Picture {number} of “{title}” is {width} × {height} pixels, more than a booklet can hold. Make it smaller: 3000 "
     "pixels on the long side print well.",
     "“{title}”的第 {number} 幅图片为 {width} × {height} 像素，超出手册可容纳的大小。请缩小图片：长边 3000 "
     "像素已足够清晰。"},
    {"A picture of more than 64 million pixels would make the booklet slow to open on a phone and may be an attempt "
     "to exhaust memory. On an A4 page 3000 pixels on the long side are enough.",
     "超过 6400 万像素的图片会使手册在手机上打开缓慢，也可能是有意耗尽内存的文件。在 A4 页面上，长边 3000 "
     "像素已足够。"}};

const Rule pdf_profile_missing{
    "pdf-profile-missing",
    Severity::error,
    {"The sRGB colour profile {file} is missing or is not one. Install the package icc-profiles-free.",
     "缺少 sRGB 颜色配置文件 {file}，或者该文件不是颜色配置。请安装软件包 icc-profiles-free。"},
    {"An archival PDF (PDF/A) says what its colours mean by embedding a colour profile. On Debian the package "
     "icc-profiles-free has it: apt-get install icc-profiles-free.",
     "存档用 PDF（PDF/A）通过嵌入颜色配置文件来说明颜色的含义。在 Debian 上由软件包 icc-profiles-free 提供："
     "apt-get install icc-profiles-free。"}};

RuleList rules() {
  static const Rule* const kRules[] = {
#define RULE(name) &name,
#include "pdf/rules.def"
#undef RULE
  };
  return kRules;
}

}  // namespace bifolio::pdf
