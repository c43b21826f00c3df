#include "syntax/rules.h"

#include <vector>

#include "syntax/syntax.h"

namespace bifolio::syntax {

const Rule syntax_json{
    "syntax-json",
    Severity::error,
    {"This JSON cannot be read on from here: {reason}.", "JSON 从此处起无法读取：{reason}。"},
    {"JSON is strict: names and texts stand in straight double quotes, a comma stands between two values and none "
     "after "
     "the last, and there are no comments. What stood before the fault was read. A file exported from Zotero is always "
     "correct; exporting it again is often the quickest repair.",
     "JSON "
     "的格式很严格：名称和文字写在英文直双引号中，两项之间有逗号而最后一项之后没有，且不能有注释。出错位置之前的内容已"
     "读取。"
     "从 Zotero 导出的文件总是正确的，重新导出往往是最快的修复办法。"}};

const Rule syntax_toml{
    "syntax-toml",
    Severity::error,
    {"This line is not TOML: {reason}. The setting was left out.", "这一行不是正确的 TOML：{reason}。该设置已被忽略。"},
    {"In bifolio.toml each setting is a line `name = value`. Text stands in straight double quotes (`title = \"…\"`), "
     "lists in square brackets (`languages = [\"zh-Hans\", \"en\"]`), and `[citations]` begins a group of settings.",
     "bifolio.toml 中每个设置占一行，写作 `名称 = 值`。文字写在英文直双引号中（`title = \"…\"`），列表写在方括号中"
     "（`languages = [\"zh-Hans\", \"en\"]`），`[citations]` 开始一组设置。"}};

const Rule syntax_yaml{
    "syntax-yaml",
    Severity::error,
    {"The front matter cannot be read here: {reason}.", "文首信息在此处无法读取：{reason}。"},
    {"Front matter is the few lines between two lines `---` at the top of a Markdown file: each is a name, a colon, a "
     "space and a value, as in `title: Targets`. A value that itself holds a colon and a space, or begins with a mark "
     "such as @, %, # or a bracket, stands in quotes: `title: \"ALS: targets\"`.",
     "文首信息是 Markdown 文件开头两行 `---` 之间的几行：每行为名称、英文冒号、空格和值，例如 `title: 靶点`。"
     "如果值本身含有英文冒号加空格，或以 @、%、#、括号等符号开头，请加引号：`title: \"ALS: 靶点\"`。"}};

const Rule syntax_yaml_feature{
    "syntax-yaml-feature",
    Severity::error,
    {"`{text}` is a YAML {feature}, which front matter does not use. Write the value out, in quotes if it begins with "
     "that mark.",
     "`{text}` 是 YAML 的{feature}，文首信息不支持。请直接写出内容；若值以该符号开头，请加引号。"},
    {"YAML can name values and repeat them elsewhere (&anchor, *alias) and give them types (!tag). Both make a file "
     "that "
     "people cannot read at a glance and machines can be made to choke on, so bifolio refuses them.",
     "YAML "
     "可以给值命名并在别处引用（&anchor、*alias），也可以标注类型（!"
     "tag）。这会让人难以一眼看懂，也可能被用来拖垮程序，因此不予支持。"}};

const Rule syntax_csv_quote{
    "syntax-csv-quote",
    Severity::error,
    {"{reason} Reading resumed {place}.", "{reason}已从{place}继续读取。"},
    {"In a CSV file a cell that holds a comma, a line break or a quote stands in double quotes, and a quote inside it "
     "is "
     "written twice: `\"say \"\"yes\"\"\"`. WPS and Excel do this by themselves; a hand-edited file easily loses one "
     "quote.",
     "在 CSV 文件中，含有逗号、换行或引号的单元格要写在双引号中，其中的引号写两次：`\"说\"\"是\"\"\"`。"
     "WPS 和 Excel 会自动处理；手工编辑时容易漏掉一个引号。"}};

const Rule syntax_fullwidth{
    "syntax-fullwidth",
    Severity::error,
    {"`{seen}` is a full-width mark from a Chinese input method; {format} needs the half-width `{expected}` here. It "
     "was "
     "read as that.",
     "`{seen}` 是中文输入法的全角符号；{format} 在此处需要半角 `{expected}`。本次已按半角读取。"},
    {"Chinese input methods write ：，＝“” where a program expects : , = \"\". They look alike but are other "
     "characters. "
     "Switch the input method to English before typing settings; inside quoted text full-width marks are right.",
     "中文输入法输入的 ：，＝“” 与程序所需的 : , = \"\" "
     "看起来相似，却是不同的字符。填写设置时请切换到英文输入；引号内的中文文字可以使用全角符号。"},
    Repair::yes};

const Rule syntax_duplicate_key{
    "syntax-duplicate-key",
    Severity::error,
    {"`{key}` is given twice; only the first counts. Remove one of them.",
     "`{key}` 重复出现，只有第一个有效。请删除其中一个。"},
    {"Each name stands once in its group. The second value would be lost without a word, so it is reported.",
     "每个名称在同一组内只能出现一次。第二个值会被悄悄丢弃，因此在此提示。"}};

const Rule syntax_too_deep{
    "syntax-too-deep",
    Severity::error,
    {"Values are nested more than {limit} deep here; nothing further in was read. Make the structure flatter.",
     "此处的嵌套超过 {limit} 层，更深的内容未读取。请简化结构。"},
    {"No booklet needs so many levels. A file like this is usually damaged, or made to break programs.",
     "手册不需要这么多层级。这样的文件通常已损坏，或被人有意制造来破坏程序。"}};

const Rule syntax_too_large{
    "syntax-too-large",
    Severity::error,
    {"{format} this large ({size}; at most {limit}) is not read. Is it the right file?",
     "{format} 过大（{size}，上限 {limit}），未读取。请确认文件是否正确。"},
    {"Settings and front matter are a page of text at most. Something else was probably pasted into the file.",
     "设置和文首信息最多一页文字。可能误将其他内容粘贴到了文件中。"}};

RuleList rules() {
  static const std::vector<const Rule*> all = {
#define RULE(name) &name,
#include "syntax/rules.def"
#undef RULE
  };
  return all;
}

}  // namespace bifolio::syntax
