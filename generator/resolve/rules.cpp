#include "resolve/rules.h"

#include "resolve/resolve.h"

namespace bifolio::resolve {

const Rule cite_undefined{
    "cite-undefined",
    Severity::error,
    {"`[@{key}]` is not in {libraries}, so the reader gets no source.{suggestion}",
     "引文键 `{key}` 在 {libraries} 中不存在，读者无法找到出处。{suggestion}"},
    {"A citation names a work by its key. The key must be an entry of one of the libraries that bifolio.toml lists "
     "under [citations]. Keys in code, e-mail addresses and `\\@` are no citations. Correct the key, or add the work "
     "to the library.",
     "引文用键指明文献，键必须是 bifolio.toml 的 [citations] 所列文献库中的一条。代码、电子邮件地址和 `\\@` "
     "不算引文。请改正键名，或把文献加入文献库。"}};

const Rule cite_key_case{
    "cite-key-case",
    Severity::error,
    {"`@{key}` differs from `{right}` only in case; keys are case-sensitive. Write `@{right}`.",
     "`@{key}` 与 `{right}` 仅大小写不同；引文键区分大小写，请改为 `@{right}`。"},
    {"Reference managers and other tools tell upper from lower case in keys, so the same key must be written the same "
     "way everywhere. `bifolio check --fix` writes the library's form.",
     "文献管理软件区分键的大小写，所以同一个键处处要写得一样。`bifolio check --fix` 会改成文献库中的写法。"},
    Repair::yes};

const Rule link_anchor_missing{
    "link-anchor-missing",
    Severity::error,
    {"Nothing in {where} has the id `#{id}`.{suggestion}", "{where}中没有锚点 `#{id}`。{suggestion}"},
    {"A link to `#id` needs a heading, table, figure or paragraph with that id in this language: `## Title {#id}`. The "
     "text of a heading in lower case with hyphens works too.",
     "指向 `#id` 的链接，需要本语言中有一个标题、表格、图或段落带这个标识：`## 标题 {#id}`。"
     "标题文字（小写、以连字符连接）也可以用作锚点。"}};

const Rule link_case_mismatch{
    "link-case-mismatch",
    Severity::error,
    {"`{path}` works only where upper and lower case are the same; write `{right}`.",
     "路径 `{path}` 的大小写不符，请写作 `{right}`。"},
    {"Web servers tell upper from lower case in paths. Write the path exactly as the file is named.",
     "网站服务器区分路径的大小写，请与文件名完全一致。"},
    Repair::yes};

const Rule link_file_missing{
    "link-file-missing",
    Severity::error,
    {"`{path}` does not exist.{suggestion}", "文件 `{path}` 不存在。{suggestion}"},
    {"A link leads to a file that is not in the booklet. Paths count from the booklet's folder or from the document's "
     "own folder.",
     "链接指向的文件不在本手册中。路径可以从手册的文件夹算起，也可以从文档所在的文件夹算起。"}};

const Rule xref_label_duplicate{
    "xref-label-duplicate",
    Severity::error,
    {"`#{id}` is already defined in this language; links reach only the first.",
     "标识 `#{id}` 在本语言中已经定义过；链接只能到达第一处。"},
    {"An id may stand once in each language of a booklet, whatever document it is in. Give one of the two another id.",
     "一个标识在手册的每种语言里只能出现一次，无论在哪个文档。请给其中一处换一个标识。"}};

const Rule xref_undefined{
    "xref-undefined",
    Severity::error,
    {"`@{id}` has no {kind} with the id `{#{id}}`.{suggestion}",
     "`@{id}` 没有对应的{kind}：缺少标识 `{#{id}}`。{suggestion}"},
    {"`@tbl-x`, `@fig-x` and `@sec-x` print the number of a table, a figure or a section. The target needs the same id "
     "in this language.",
     "`@tbl-x`、`@fig-x`、`@sec-x` 会印出表、图或小节的编号。同一语言中要有带这个标识的目标。"}};

const Rule cite_style_notes{
    "cite-style-notes",
    Severity::warning,
    {"“{name}” is a style for footnotes; its citations are printed in the text, in parentheses. Choose a numeric or an "
     "author-date style, such as {other}.",
     "“{name}”是脚注式样式；其引文将放在正文的括号中。请选用顺序编码制或著者-出版年制的样式，如 {other}。"},
    {"A citation in a booklet is a mark that leads to the list of references. Styles of the class `note` word each "
     "citation as a sentence of its own, for the foot of a page. Nothing is lost, but the text reads heavily.",
     "手册中的引文是通向文献表的标记。note 类样式把每处引文写成放在页脚的一句话。内容不会丢失，但正文会显得冗长。"}};

namespace {

constexpr const Rule* kRules[] = {
#define RULE(name) &name,
#include "resolve/rules.def"
#undef RULE
};

}  // namespace

RuleList rules() {
  return kRules;
}

}  // namespace bifolio::resolve
