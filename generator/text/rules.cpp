#include "text/rules.h"

#include "text/fonts.h"

namespace bifolio::text {

constexpr Rule font_missing{
    "font-missing",
    Severity::error,
    {"The font family “{family}” is not installed, so no page can be set; {remedy}.",
     "没有安装字体“{family}”，无法排版；{remedy}。"},
    {"A theme names the font families of a booklet, and bifolio takes exactly those, never a likeness: the same "
     "booklet must look the same on every computer. Install the Debian package that the message names (for "
     "example: apt install fonts-noto-cjk), or name another family in the theme's tokens.css.",
     "主题指定了书册所用的字体，程序只用这些字体，从不拿相近的代替：同一本书册在每台电脑上都应一样。请安装提示中的 "
     "Debian 软件包（例如 apt install fonts-noto-cjk），或在主题的 tokens.css 里改用别的字体。"}};

namespace {

constexpr const Rule* kRules[] = {
#define RULE(name) &name,
#include "text/rules.def"
#undef RULE
};

}  // namespace

RuleList rules() {
  return kRules;
}

}  // namespace bifolio::text
