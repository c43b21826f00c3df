#include "chart/rules.h"

#include "chart/chart.h"

namespace bifolio::chart {
namespace rule {

const Rule chart_bar_baseline{
    "chart-bar-baseline",
    Severity::warning,
    {"These bars do not start at zero, so their lengths mislead. Remove `\"zero\": false` or the domain, or use "
     "points.",
     "这些条形不从零开始，长度会误导读者。请删除 \"zero\": false 或 domain，或改用点图。"},
    {"Readers compare bars by their length. A bar that starts at 80 makes 82 look twice as large as 81. Let the scale "
     "start at zero, or show the values as points.",
     "读者凭长度比较条形。若从 80 起画，82 看起来就是 81 的两倍。请让刻度从零开始，或改用点图。"}};

const Rule chart_colour_only{"chart-colour-only",
                             Severity::warning,
                             {"Only colour tells the values of “{field}” apart. Add the same field as `shape` or "
                              "`strokeDash`, or label the marks.",
                              "“{field}”的各项仅凭颜色区分。请用同一字段再加 shape 或 strokeDash，或直接标注文字。"},
                             {"About one man in twelve sees colours differently, and many readers print in grey. Say "
                              "it twice: colour and shape, "
                              "colour and dash, or a label beside the mark.",
                              "约十二分之一的男性色觉与众不同，还有许多读者用黑白打印。请用两种方式表达：颜色加形状、颜"
                              "色加虚线，或在图形旁标字。"}};

const Rule chart_column_missing{
    "chart-column-missing",
    Severity::error,
    {"The data has no column “{field}”. Its columns: {columns}.", "数据中没有“{field}”这一列。现有列：{columns}。"},
    {"The chart names a column that its data does not have, so nothing can be drawn for it. Compare the spelling, "
     "capitals "
     "included, with the first row of the data file.",
     "图表引用了数据中不存在的列，无法绘制。请与数据文件的第一行核对拼写（区分大小写）。"}};

const Rule chart_data_empty{
    "chart-data-empty",
    Severity::warning,
    {"No rows are left to draw. Check the data file and the filters.",
     "没有可绘制的数据行。请检查数据文件和筛选条件。"},
    {"The data has no rows, or the filters removed all of them. The chart would be an empty frame.",
     "数据没有行，或全部被筛选条件去掉，图表将是空框。"}};

const Rule chart_data_value{"chart-data-value",
                            Severity::warning,
                            {"“{text}” in column “{field}” is no {kind}; the mark is left out.",
                             "“{field}”列中的“{text}”不是{kind}，该图形被略去。"},
                            {"A value that cannot be read as a number or a date has no place on its scale. Correct the "
                             "cell, or leave it empty if "
                             "the value is not known.",
                             "不能读作数字或日期的值在刻度上没有位置。请更正该单元格；若数值未知，请留空。"}};

const Rule chart_description_missing{
    "chart-description-missing",
    Severity::error,
    {"The chart has no `description`. Say in one sentence what it shows, for readers who cannot see it.",
     "图表没有 description。请用一句话说明它表达了什么，供看不见图的读者使用。"},
    {"Screen readers speak the description instead of the picture. Write the finding, not the kind of chart: “A "
     "quarter had "
     "no decline in six months” rather than “bar chart”.",
     "读屏软件用 description 代替图片。请写结论而非图的种类：“四分之一的人六个月内没有下降”，而不是“条形图”。"}};

const Rule chart_expression{
    "chart-expression",
    Severity::error,
    {"The expression “{expression}” cannot be read at “{text}”.", "表达式“{expression}”在“{text}”处无法读懂。"},
    {"Expressions know numbers, texts, `datum.column`, arithmetic, comparisons, `? :` and the usual functions of Vega. "
     "Variables, assignments and own functions do not exist.",
     "表达式可用数字、文字、datum.列名、算术、比较、? : 以及 Vega 的常用函数；没有变量、赋值和自定义函数。"}};

const Rule chart_labels_overlap{
    "chart-labels-overlap",
    Severity::warning,
    {"The labels “{first}” and “{second}” overlap. Make the chart larger, shorten the labels or turn them.",
     "标签“{first}”与“{second}”重叠。请放大图表、缩短或旋转标签。"},
    {"Overlapping labels cannot be read. A larger `height` or `width`, shorter words or `labelAngle` help.",
     "重叠的标签无法辨认。可增大 height 或 width、缩短文字，或设置 labelAngle。"}};

const Rule chart_mixed_units{
    "chart-mixed-units",
    Severity::warning,
    {"Column “{field}” holds numbers, but here “{text}”. Keep one unit a column and put the unit into the title.",
     "“{field}”列为数字，此处却是“{text}”。一列只用一种单位，并把单位写在标题里。"},
    {"A cell such as “12 mg” among plain numbers is drawn nowhere, or would be drawn as 12 of another unit. Convert it "
     "and "
     "name the unit once, in the title of the axis.",
     "纯数字列中若有“12 mg”，要么画不出来，要么被当作另一单位的 12。请换算后只写数字，并在坐标轴标题中注明单位。"}};

const Rule chart_text_small{
    "chart-text-small",
    Severity::warning,
    {"Text of {size} pt is too small; use at least {least}.", "{size} 磅的文字太小；请至少用 {least} 磅。"},
    {"Text in figures is read in print by people with tired eyes: at least 8 pt, in the large-print edition 18 pt, on "
     "the "
     "web 16 px.",
     "图中文字要在纸上读，读者的眼睛可能很疲劳：至少 8 磅，大字版 18 磅，网页 16 像素。"}};

const Rule chart_too_large{"chart-too-large",
                           Severity::error,
                           {
                               "The chart has more {what} than can be drawn ({limit}); the rest is left out.",
                               "图表的{what}超过可绘制的数量（{limit}），其余略去。",
                           },
                           {"Nobody can read a chart with that many values. Aggregate or filter them first.",
                            "这么多数值没有人能看清。请先汇总或筛选。"}};

const Rule chart_unsupported{
    "chart-unsupported",
    Severity::warning,
    {"“{property}” is not supported here and has no effect.", "此处不支持“{property}”，它不起作用。"},
    {"bifolio draws the static part of Vega-Lite 6. Interaction, maps and images are not part of it; a misspelt "
     "property is "
     "reported the same way.",
     "bifolio 绘制 Vega-Lite 6 的静态部分，不含交互、地图和图片；拼写有误的属性也会这样提示。"}};

const Rule chart_untranslated{
    "chart-untranslated",
    Severity::warning,
    {"“{text}” is shown untranslated in {language}. Add `\"{text}\": \"…\"` to `usermeta.bifolio.strings.{language}`, "
     "or a "
     "column `name@{language}` to the data.",
     "“{text}”在 {language} 版中未翻译。请在 usermeta.bifolio.strings.{language} 中添加 \"{text}\": "
     "\"…\"，或在数据中加一列“列名@{language}”。"},
    {"A chart serves all languages of the booklet. The strings of a language give its words for each text that the "
     "chart shows; a column `name@zh-Hans` beside `name@en` does so for a whole column. A name that stays the same "
     "in both languages is listed as itself.",
     "一份图表供手册的所有语言使用。strings 中为图中每段文字写出该语言的说法；数据中 name@en 旁再设 name@zh-Hans "
     "一列，则整列都有译文。两种语言写法相同的名称，照原样列出即可。"}};

const Rule chart_value{
    "chart-value",
    Severity::warning,
    {"“{value}” is no usable value of “{property}”; the default is used.",
     "“{value}”不能用作“{property}”的值，改用默认值。"},
    {"The property is known, but not with this value. See the list of values in the documentation of Vega-Lite.",
     "属性存在，但不接受这个值。可用的值见 Vega-Lite 文档。"}};

}  // namespace rule

RuleList rules() {
  static const Rule* const all[] = {
#define RULE(name) &rule::name,
#include "chart/rules.def"
#undef RULE
  };
  return all;
}

}  // namespace bifolio::chart
