#include "layout/rules.h"

namespace bifolio::layout {

const Rule layout_glyph_missing = {
    "layout-glyph-missing",
    Severity::error,
    {"No font has the character “{character}” (U+{number}), so a box is printed for it. Write it another way, or name "
     "a font that has it in the theme.",
     "没有字体收有“{character}”（U+{number}）这个字符，印出来是一个方框。请换一种写法，或在主题里指定收有它的字体。"},
    {"The fonts of the theme, and the symbol fonts that come with them, cover Chinese, Latin, Greek and Cyrillic text "
     "and "
     "many signs, but no emoji and few other scripts. A reader would see an empty box, and a screen reader would read "
     "a "
     "character that is not on the page. Say it in words: “warning” instead of a sign.",
     "主题的字体和随附的符号字体涵盖中文、拉丁、希腊、西里尔文字和许多符号，但没有表情符号，其他文字也很少。读者只会看"
     "到"
     "一个空框，读屏软件却会念出页面上没有的字符。请改用文字表达，例如用“警告”代替图形符号。"}};

const Rule layout_word_too_long = {
    "layout-word-too-long",
    Severity::warning,
    {"“{word}” is wider than its line, so it was divided without a hyphen. Shorten it, or give it more room.",
     "“{word}”比一行还宽，只好从中间断开，也没有连字符。请缩短，或给它更宽的位置。"},
    {"Text is never printed beyond its column. A word without a place to divide it, such as a long identifier in a "
     "narrow "
     "table cell, is cut where the line ends. Put a soft hyphen (U+00AD) or a zero-width space (U+200B) where it may "
     "be "
     "divided, or make the column wider.",
     "文字从不印到栏外。没有可断之处的长词（例如窄栏表格里的长编号）会在行末切断。可以在允许断开的地方加入软连字符 "
     "(U+00AD) 或零宽空格 (U+200B)，或把那一栏加宽。"}};

}  // namespace bifolio::layout
