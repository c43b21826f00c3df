#include "layout/rules.h"

#include "layout/layout.h"

namespace bifolio::layout {

const Rule layout_nesting = {
    "layout-nesting",
    Severity::warning,
    {"This text is nested too deeply; what lies deeper was printed plain. Take some of the layers away.",
     "这里嵌套得太深，更深的部分已按普通文字印出。请减少嵌套的层数。"},
    {"Emphasis in links in quotations in lists can be nested, but beyond a hundred layers nobody can tell them apart, "
     "and pages have no room for them. Most often a mark was opened and never closed.",
     "强调、链接、引用、列表可以互相嵌套，但超过一百层就没有人分得清，页面上也放不下。多半是某个标记开了头却没有收尾"
     "。"}};

const Rule layout_overfull = {
    "layout-overfull",
    Severity::warning,
    {"In the edition `{edition}` this does not fit on one page and runs over its edge. Make it "
     "shorter, or split it.",
     "在 `{edition}` 版里，这一处一页放不下，超出了版心。请缩短，或拆成几处。"},
    {"Text, lists and the rows of tables go on on the next page by themselves. The heads of a table and the text "
     "that stands in for a picture cannot.",
     "文字、列表和表格的各行会自动转到下一页；表格的标题栏、代替图片的文字不能。"}};

const Rule layout_picture = {
    "layout-picture",
    Severity::error,
    {"This picture cannot be printed: {reason}. Save it again as PNG, JPEG or SVG.",
     "这张图片无法印出：{reason}。请另存为 PNG、JPEG 或 SVG。"},
    {"Pages can hold PNG, JPEG and SVG pictures. In place of one that cannot be read, its alternative text is "
     "printed.",
     "页面可以放 PNG、JPEG 和 SVG 图片。读不了的图片，会印出它的替代文字。"}};

const Rule layout_picture_letters = {
    "layout-picture-letters",
    Severity::warning,
    {"In the edition `{edition}` the smallest letters of this picture have {size} pt; readers need {least} pt. Make "
     "the letters larger or the picture narrower.",
     "在 `{edition}` 版里，这张图最小的字只有 {size} 磅，读者需要 {least} 磅。请放大文字，或把图画窄一些。"},
    {"Drawings are enlarged until their letters can be read, but never beyond the column. The letters of a drawing "
     "that is wide in proportion to them become too small on paper.",
     "图会放大到字能看清，但不会超出版心。字号相对图宽太小的图，印在纸上就看不清。"}};

const Rule layout_table_wide = {
    "layout-table-wide",
    Severity::warning,
    {"This table has more than the page can hold side by side, so in the edition `{edition}` its rows are printed one "
     "below the other. Fewer columns, shorter words or smaller type, {.small} in its braces, let it stand as a table; "
     "in `pdf` and `print` a landscape page does, {.turned}.",
     "这个表格比版心宽，在 `{edition}` 版中只好逐行竖排。减少栏数、缩短词语，或在表格的花括号里写 "
     "{.small}（字小一级），"
     "就能按表格印出；`pdf` 和 `print` 版也可写 {.turned}（放到横页上）。"},
    {"Every column needs room for its longest word. Where all columns together are wider than the page, each row "
     "becomes a small list: its name, then “label: value” for each column. The classes stand where the table has its "
     "name:\n\n    Table: Therapies {#tbl-therapies .turned}",
     "每一栏都要容得下其中最长的词。各栏合起来比版心宽时，每一行会变成一小段清单：先是名称，再逐栏写“栏目：内容”。"
     "类名写在表格编号的花括号里：\n\n    Table: 疗法 {#tbl-therapies .turned}"}};

namespace {

constexpr const Rule* kRules[] = {
#define RULE(name) &name,
#include "layout/rules.def"
#undef RULE
};

}  // namespace

RuleList rules() {
  return kRules;
}

}  // namespace bifolio::layout
