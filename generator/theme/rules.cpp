#include "theme/rules.h"

#include "theme/theme.h"

namespace bifolio::theme {

const Rule theme_file_missing = {
    "theme-file-missing",
    Severity::error,
    {"The theme has no file `{path}`. Copy it from the theme “icebreaker” and change it there.",
     "主题里没有文件 `{path}`。请从主题“icebreaker”复制一份，再在其中修改。"},
    {"A theme is a folder under `themes/` with `tokens.css` (colours, faces, sizes: the only CSS that the page engine "
     "reads), `screen.css` (how pages look in a browser) and `templates/` (what stands around the text of a page).",
     "主题是 `themes/` 下的一个文件夹，内有 `tokens.css`（颜色、字体、字号：排版引擎只读这一个 CSS 文件）、"
     "`screen.css`（网页的样子）和 `templates/`（正文之外的页面框架）。"}};

const Rule theme_syntax = {
    "theme-syntax",
    Severity::error,
    {"Line {line} of tokens.css holds CSS that this file may not hold, and it was skipped. Write `--name: value;` "
     "inside `:root { … }`; other rules belong in screen.css.",
     "tokens.css 第 {line} 行不能用这种写法，这一处已跳过。请在 `:root { … }` 里写 `--name: value;`；其他样式请写进 "
     "screen.css。"},
    {"tokens.css is read by browsers and by the page engine alike, so it holds custom properties only, in rules whose "
     "selector is `:root`, `:root[data-edition=\"large\"]`, `:root:lang(zh)` or both together, and in the media blocks "
     "`@media (prefers-color-scheme: dark)` and `@media (prefers-contrast: more)`. Values stand for themselves: "
     "`var(--other)` is not followed.",
     "浏览器和排版引擎读的是同一个 tokens.css，所以里面只能有自定义属性，选择器只能是 `:root`、"
     "`:root[data-edition=\"large\"]`、`:root:lang(zh)` 或两者相连，外面只能套 "
     "`@media (prefers-color-scheme: dark)` 和 `@media (prefers-contrast: more)`。值要直接写出，不能用 "
     "`var(--other)`。"}};

const Rule theme_token_missing = {
    "theme-token-missing",
    Severity::error,
    {"tokens.css gives no `{token}`{where}. Add it; the theme “icebreaker” shows how.",
     "tokens.css 没有给出 `{token}`{where}。请补上；可参考主题“icebreaker”。"},
    {"Pages cannot be set without these tokens: the colours, the faces, the type sizes and, for each paged edition, "
     "the measures of the page.",
     "没有这些变量就无法排版：颜色、字体、字号，以及每种分页版本的页面尺寸。"}};

const Rule theme_token_twice = {
    "theme-token-twice",
    Severity::warning,
    {"`{token}` is given twice in this rule; the later value counts. Delete one of the two.",
     "`{token}` 在这一条规则里写了两次，以后一次为准。请删去其中一处。"},
    {"One rule gives a token two values. Browsers and the page "
     "engine both take the later one, but a person who edits the earlier one would wonder why nothing changes.",
     "同一条规则里，一个变量有两个值。浏览器和排版引擎都取后一个，但改前一个的人会奇怪为什么没有变化。"}};

const Rule theme_token_value = {
    "theme-token-value",
    Severity::error,
    {"`{token}` should be {expected}, but `{value}` is not.", "`{token}` 应为{expected}，而 `{value}` 不是。"},
    {"Colours are written `#RRGGBB`, lengths of pages `294pt`, type sizes with their leading `10.5pt/18pt`, shares "
     "`95%`, and faces as a list with the family names in straight quotes.",
     "颜色写作 `#RRGGBB`，页面长度写作 `294pt`，字号连同行距写作 `10.5pt/18pt`，比例写作 `95%`，字体写成列表，"
     "字体名用英文直引号。"}};

RuleList rules() {
  static const Rule* const all[] = {
#define RULE(name) &name,
#include "theme/rules.def"
#undef RULE
  };
  return all;
}

}  // namespace bifolio::theme
