#include "parse/rules.h"

#include <vector>

#include "parse/markdown_rules.h"
#include "parse/parse.h"

namespace bifolio::parse {

// bifolio.toml

const Rule config_missing{
    "config-missing",
    Severity::error,
    {"This folder has no bifolio.toml, so title, version and date are unknown; the languages were guessed from its "
     "folders: {languages}. Run `bifolio new` in an empty folder to see a complete one.",
     "此文件夹中没有 bifolio.toml，无法得知标题、版本和日期；语言是根据文件夹名推测的：{languages}。"
     "可在空文件夹中运行 `bifolio new` 查看完整示例。"},
    {"bifolio.toml says what the booklet is: its id, version, date, languages and titles. Everything else has a "
     "default. "
     "When the folder is not the booklet's own, start bifolio there or name the folder.",
     "bifolio.toml "
     "说明手册的编号、版本、日期、语言和标题，其余都有默认值。如果这不是手册的文件夹，请在手册文件夹中运行，或在命令中"
     "给出路径。"}};

const Rule config_key_unknown{
    "config-key-unknown",
    Severity::error,
    {"`{key}` is no setting of {group}, so it does nothing{hint}.", "`{key}` 不是 {group} 的设置，不起作用{hint}。"},
    {"Settings are strict, so that a slip of the pen is seen rather than silently ignored. The message names the "
     "nearest "
     "setting, or all that exist in this group.",
     "设置项要求严格，以便发现笔误，而不是悄悄忽略。提示中会给出最接近的设置，或该组的全部设置。"}};

const Rule config_key_missing{"config-key-missing",
                              Severity::error,
                              {"`{key}` is missing; {use}. Add a line such as `{example}`.",
                               "缺少 `{key}`；{use}。请添加一行，例如 `{example}`。"},
                              {"A booklet needs an id, a version, a date, languages and a title: they name its files, "
                               "its releases and its cover.",
                               "手册需要编号、版本、日期、语言和标题：文件名、发布版本和封面都要用到。"}};

const Rule config_type{
    "config-type",
    Severity::error,
    {"`{key}` must be {expected}, but this is {seen}; it was left out. Write `{example}`.",
     "`{key}` 应为{expected}，但这里是{seen}，已被忽略。请写作 `{example}`。"},
    {"Text stands in double quotes, several values in square brackets, text in several languages in braces: "
     "`{ zh-Hans = \"…\", en = \"…\" }`.",
     "文字写在双引号中，多个值写在方括号中，多语言文字写在花括号中：`{ zh-Hans = \"…\", en = \"…\" }`。"}};

const Rule config_value{
    "config-value",
    Severity::error,
    {"`{value}` cannot be used for `{key}`: {expected}{hint}.", "`{value}` 不能用作 `{key}`：{expected}{hint}。"},
    {"The value has the right type, but no meaning here: a date that is in no calendar, a word outside the list, a "
     "name "
     "with characters that file names and addresses cannot hold. The message says what is expected.",
     "值的类型正确，但在此处没有意义：日历中不存在的日期、列表之外的词，或文件名和网址不能使用的字符。提示中说明了应填"
     "写的内容。"}};

const Rule config_language{"config-language",
                           Severity::error,
                           {"`{tag}` is none of the booklet's languages ({languages}){hint}.",
                            "`{tag}` 不在手册的语言（{languages}）之中{hint}。"},
                           {"Languages are named by the same BCP 47 tag everywhere: in `languages`, in texts such as "
                            "titles, in file columns such "
                            "as `name@en`. Simplified Chinese is `zh-Hans`, English `en`.",
                            "各处都用同一个 BCP 47 标签表示语言：`languages`、标题等文字，以及 `name@en` "
                            "这样的表格列。简体中文为 `zh-Hans`，英文为 `en`。"}};

const Rule config_text_missing{
    "config-text-missing",
    Severity::warning,
    {"`{key}` has no text in {language}; that edition will show none. Add `{language} = \"…\"`.",
     "`{key}` 缺少 {language} 的文字，该语言版本将不显示。请添加 `{language} = \"…\"`。"},
    {"What is said in one language should be said in all. A missing translation is never replaced by another language.",
     "一种语言中有的内容，其他语言也应有。缺少的译文不会用另一种语言代替。"}};

const Rule config_path_outside{"config-path-outside",
                               Severity::error,
                               {"`{path}` leads out of the booklet's folder, so it was left out. Put the file into the "
                                "folder and write its path from there.",
                                "`{path}` 指向手册文件夹之外，已被忽略。请将文件放入该文件夹，并写从那里开始的路径。"},
                               {"A booklet is made from its own folder alone, so that everybody who has the folder "
                                "makes the same booklet. Paths use "
                                "`/`, and neither begin with `/` nor hold `..`.",
                                "手册只由自己的文件夹生成，这样任何持有该文件夹的人都能得到相同的手册。路径使用 "
                                "`/`，不能以 `/` 开头，也不能含有 `..`。"}};

const Rule config_folder_missing{
    "config-folder-missing",
    Severity::error,
    {"There is no folder `{folder}` with Markdown files for {what}{hint}.",
     "没有找到 {what} 的文件夹 `{folder}`（应含 Markdown 文件）{hint}。"},
    {"Each language has a folder named by its tag (`zh-Hans/`, `en/`), and each phase a folder in it named by its id "
     "(`zh-Hans/phase-1/`). Upper and lower case count.",
     "每种语言有一个以其标签命名的文件夹（`zh-Hans/`、`en/`），每一阶段在其中有一个以编号命名的文件夹（`zh-Hans/"
     "phase-1/`）。区分大小写。"}};

const Rule config_folder_unlisted{
    "config-folder-unlisted",
    Severity::warning,
    {"The folder `{folder}` is named like a language, but is not among `languages`, so its documents are not "
     "published. "
     "Add `{folder}` to `languages`, or rename the folder.",
     "文件夹 `{folder}` 的名称像一种语言，但不在 `languages` 中，其中的文档不会发布。请将 `{folder}` 加入 "
     "`languages`，或重命名文件夹。"},
    {"Only the languages that bifolio.toml lists are published. A translation that is being prepared can wait in such "
     "a "
     "folder; the warning is a reminder of it.",
     "只发布 bifolio.toml 中列出的语言。正在准备的译文可以放在这样的文件夹中，此警告只是提醒。"}};

const Rule config_lang_mismatch{
    "config-lang-mismatch",
    Severity::error,
    {"This document says it is written in `{seen}`, but lies in the folder of `{expected}`. Move it, or correct "
     "`lang`.",
     "本文档声明的语言是 `{seen}`，却位于 `{expected}` 的文件夹中。请移动文件或更正 `lang`。"},
    {"Language decides how lines break, how a screen reader speaks and which typefaces are used. The folder counts; "
     "`lang` "
     "in the front matter may be left out.",
     "语言决定断行、读屏发音和字体。以所在文件夹为准；文首信息中的 `lang` 可以省略。"}};

// Files that others name

const Rule file_missing{"file-missing",
                        Severity::error,
                        {"There is no file `{path}` in the booklet{hint}.", "手册中没有文件 `{path}`{hint}。"},
                        {"Paths count from the booklet's folder (in a chart specification, from that file): "
                         "`tables/therapies.csv`. Upper and "
                         "lower case count, since they do on the servers that carry the site.",
                         "路径从手册文件夹算起（在图表说明中从该文件算起）：`tables/"
                         "therapies.csv`。区分大小写，因为网站服务器区分大小写。"}};

const Rule file_case{"file-case",
                     Severity::error,
                     {"The file is called `{actual}`; `{path}` works only on computers that ignore upper and lower "
                      "case. Write `{actual}`.",
                      "文件名是 `{actual}`；`{path}` 只在不区分大小写的电脑上有效。请写作 `{actual}`。"},
                     {"Windows and macOS find a file in either spelling, Linux and web servers do not.",
                      "Windows 和 macOS 不区分文件名大小写，Linux 和网站服务器则区分。"}};

const Rule file_outside{
    "file-outside",
    Severity::error,
    {"`{path}` leads out of the booklet's folder, so it was not read. Copy the file into the folder and write its path "
     "from there.",
     "`{path}` 指向手册文件夹之外，未读取。请将文件复制到该文件夹中，并写从那里开始的路径。"},
    {"A booklet is made from its own folder alone. Paths use `/`, and neither begin with `/` nor lead out with `..`.",
     "手册只由自己的文件夹生成。路径使用 `/`，不能以 `/` 开头，也不能用 `..` 指向外部。"}};

const Rule file_remote{
    "file-remote",
    Severity::error,
    {"`{path}` is a web address; nothing is fetched while a booklet is made. Download the file into the booklet and "
     "write its path.",
     "`{path}` 是网络地址；生成手册时不会下载任何内容。请将文件下载到手册中，并写出其路径。"},
    {"What stands on the web changes or vanishes, and readers may be offline. Data and pictures are kept in the "
     "booklet; "
     "say in the caption where they come from.",
     "网上的内容会变化或消失，读者也可能没有网络。数据和图片应保存在手册中，并在说明文字中注明来源。"}};

// Front matter and documents

const Rule front_matter_open{
    "front-matter-open",
    Severity::error,
    {"The front matter that begins here never ends; it was read up to the first empty line. Put a line `---` after it.",
     "从此处开始的文首信息没有结束；已读到第一个空行为止。请在其后添加一行 `---`。"},
    {"Front matter stands between two lines of exactly three hyphens. Without the second line, the text itself would "
     "be "
     "taken for settings.",
     "文首信息写在两行 `---` 之间。缺少第二行时，正文会被当作设置。"}};

const Rule front_matter_key{"front-matter-key",
                            Severity::error,
                            {"`{key}` is nothing that front matter knows, so it does nothing{hint}.",
                             "文首信息没有 `{key}` 这一项，不起作用{hint}。"},
                            {"Known are title, id, lang, abstract, takeaway, kind, updated and contributors.",
                             "可用的有 title、id、lang、abstract、takeaway、kind、updated 和 contributors。"}};

const Rule front_matter_value{
    "front-matter-value",
    Severity::error,
    {"`{value}` cannot be used for `{key}`: {expected}{hint}.", "`{value}` 不能用作 `{key}`：{expected}{hint}。"},
    {"The line is there, but what it says has no meaning: a date that is in no calendar, a word outside the list, a "
     "list "
     "where one text is wanted.",
     "该行存在，但内容没有意义：日历中不存在的日期、列表之外的词，或应为一段文字却写成了列表。"}};

const Rule document_title_missing{
    "document-title-missing",
    Severity::error,
    {"This document has no title; its file name was used. Begin it with a line `# Title`, or add `title:` to the front "
     "matter.",
     "本文档没有标题，暂用文件名代替。请在开头写一行 `# 标题`，或在文首信息中添加 `title:`。"},
    {"The title is the page's only first-level heading, its name in the contents and in the browser's window.",
     "标题是页面唯一的一级标题，也用于目录和浏览器窗口。"}};

const Rule changelog_heading{
    "changelog-heading",
    Severity::error,
    {"This heading does not read `## VERSION — DATE`, so its notes belong to no release. Write for example `## 2.0.0 — "
     "2025-09-08`.",
     "此标题不是 `## 版本 — 日期` 的形式，其下的说明不属于任何版本。请写作例如 `## 2.0.0 — 2025-09-08`。"},
    {"CHANGELOG.md holds the release notes: a second-level heading for each version, the newest first, its notes under "
     "it.",
     "CHANGELOG.md 存放发布说明：每个版本一个二级标题，新版本在前，说明写在标题之下。"}};

// glossary.csv

const Rule glossary_column{
    "glossary-column",
    Severity::error,
    {"{reason}{hint}.", "{reason}{hint}。"},
    {"The glossary's first row names its columns: id, one for each language (en, zh-Hans), abbreviation, variants@en, "
     "variants@zh-Hans, aliases, case, note. Only id is required.",
     "术语表第一行是列名：id、每种语言一列（en、zh-Hans）、abbreviation、variants@en、variants@zh-"
     "Hans、aliases、case、note。只有 id 必填。"}};

const Rule glossary_value{"glossary-value",
                          Severity::error,
                          {"{reason}{hint}.", "{reason}{hint}。"},
                          {"Each term has an id of its own and its approved form in the languages. `case` says how "
                           "strictly letter case counts: "
                           "exact (NfL), free-initial (Tofersen at the start of a sentence), free.",
                           "每个术语有自己的 id，以及各语言的规范写法。`case` "
                           "说明大小写的严格程度：exact（NfL）、free-initial（句首可大写）、free。"}};

// Tables from files

const Rule table_source_missing{
    "table-source-missing",
    Severity::error,
    {"This block is a table, but does not say from which file. Write `::: {.table #tbl-name src=\"tables/name.csv\" "
     "caption=\"…\"}`.",
     "此块是表格，但没有说明来自哪个文件。请写作 `::: {.table #tbl-name src=\"tables/name.csv\" caption=\"…\"}`。"},
    {"A table of the booklet is kept once, as a CSV file for both languages, and named where it is shown.",
     "手册的表格只保存一份：两种语言共用一个 CSV 文件，在需要显示处写出文件名。"}};

const Rule table_empty{
    "table-empty",
    Severity::error,
    {"`{path}` holds no rows under its header, so the table is empty.", "`{path}` 在表头之下没有任何行，表格为空。"},
    {"The first row names the columns, each further row is one row of the table. Was the file saved from the right "
     "sheet?",
     "第一行是列名，之后每行是表格的一行。保存时选择的工作表是否正确？"}};

const Rule table_heading_missing{
    "table-heading-missing",
    Severity::error,
    {"Column `{column}` has no heading in {language}; its id is shown to readers instead. Give it one in `{file}`: "
     "`{example}`.",
     "`{column}` 列没有 {language} 的列标题，读者会看到列名本身。请在 `{file}` 中添加：`{example}`。"},
    {"A file tables/NAME.toml beside tables/NAME.csv gives each column its heading in each language. A screen reader "
     "reads "
     "the heading before every cell, so it must be in the reader's language.",
     "与 tables/NAME.csv 同名的 tables/NAME.toml "
     "给出每列在各语言中的标题。读屏软件会在每个单元格前朗读列标题，因此必须使用读者的语言。"}};

const Rule table_column{
    "table-column",
    Severity::error,
    {"{reason}{hint}.", "{reason}{hint}。"},
    {"The first row of a table's CSV file names its columns by ids, in two languages as `name@en` and `name@zh-Hans`. "
     "The "
     "TOML file beside it speaks of the same ids.",
     "表格 CSV 文件的第一行是列的 id，分语言的列写作 `name@en` 和 `name@zh-Hans`。旁边的 TOML 文件使用相同的 id。"}};

const Rule table_column_language{
    "table-column-language",
    Severity::error,
    {"Column `{column}` has no text in {language}: there is no `{column}@{language}`. Its cells are empty in that "
     "edition; add the column.",
     "`{column}` 列没有 {language} 的内容：缺少 `{column}@{language}`。该语言版本中的单元格为空，请添加此列。"},
    {"A column whose text differs by language stands once for each of them. A missing translation is never replaced by "
     "another language.",
     "内容因语言而异的列，每种语言各有一列。缺少的译文不会用另一种语言代替。"}};

const Rule table_merge{
    "table-merge",
    Severity::warning,
    {"`^` joins this cell with the one above, but {reason}.", "`^` 表示与上方单元格合并，但{reason}。"},
    {"`^` alone in a cell means that the text above covers this row too. It cannot reach over a group's heading.",
     "单元格中只写 `^` 表示上方文字也适用于本行。它不能跨越分组标题。"}};

const Rule table_content_ignored{
    "table-content-ignored",
    Severity::warning,
    {"What stands inside this block is not printed: {what} comes from a file. Put the text before or after the block.",
     "此块内的文字不会显示：{what}来自文件。请把文字移到块之前或之后。"},
    {"`::: {.table src=…}` and `::: {.chart src=…}` stand for what is in the file. One paragraph in them is the "
     "caption.",
     "`::: {.table src=…}` 和 `::: {.chart src=…}` 代表文件中的内容。其中的一段文字作为标题。"}};

// Charts

const Rule chart_source_missing{
    "chart-source-missing",
    Severity::error,
    {"This block is a chart, but does not say from which file. Write `::: {.chart #fig-name "
     "src=\"charts/name.vl.json\" caption=\"…\" alt=\"…\"}`.",
     "此块是图表，但没有说明来自哪个文件。请写作 `::: {.chart #fig-name src=\"charts/name.vl.json\" caption=\"…\" "
     "alt=\"…\"}`。"},
    {"A chart is a specification in a file of its own, drawn anew for each language and edition.",
     "图表是单独文件中的说明，会为每种语言和每个版本重新绘制。"}};

const Rule chart_not_object{
    "chart-not-object",
    Severity::error,
    {"`{path}` holds no chart specification: it must be a JSON object, { … }.",
     "`{path}` 不是图表说明：它应是一个 JSON 对象 { … }。"},
    {"A chart is written as a Vega-Lite specification: {\"data\": {\"url\": \"nfl.csv\"}, \"mark\": \"line\", "
     "\"encoding\": …}.",
     "图表用 Vega-Lite 说明书写：{\"data\": {\"url\": \"nfl.csv\"}, \"mark\": \"line\", \"encoding\": …}。"}};

// Bibliographies

const Rule bib_parse_error{
    "bib-parse-error",
    Severity::error,
    {"Entry {entry}: {reason}. {resumed}", "条目 {entry}：{reason}。{resumed}"},
    {"A bibliography is CSL-JSON, BibTeX, RIS or NBIB, as Zotero and PubMed export them: a list of entries, each with "
     "a "
     "key, a type, a title, authors and dates. "
     "One broken entry does not hide the others. Exporting again from Zotero is often the quickest repair.",
     "文献库为 CSL-JSON、BibTeX、RIS 或 NBIB 格式，可由 Zotero 和 PubMed "
     "导出：每个条目包含引文键、类型、题名、作者和日期。"
     "一个条目出错不会影响其他条目。重新从 Zotero 导出往往是最快的修复办法。"}};

const Rule bib_key_duplicate{
    "bib-key-duplicate",
    Severity::error,
    {"`{key}` is defined twice; only the first entry is used. Rename one of them, or merge them.",
     "`{key}` 定义了两次，只使用第一个条目。请改名或合并。"},
    {"Citation keys name one work each, upper and lower case aside, in all bibliography files of the booklet together.",
     "在手册的全部文献文件中，每个引文键只对应一篇文献（不区分大小写）。"}};

const Rule bib_too_large{
    "bib-too-large",
    Severity::error,
    {"This library has {size} MB and was not read; at most {limit} MB are. Export only the works that the booklet "
     "cites.",
     "此文献库有 {size} MB，超过上限 {limit} MB，未读取。请只导出手册引用的文献。"},
    {"A library of 32 MB holds some hundred thousand works. A larger one is most likely a whole database that was "
     "exported by mistake.",
     "32 MB 的文献库约有十万条文献。更大的文件多半是误将整个数据库导出。"}};

const Rule bib_format_unsupported{
    "bib-format-unsupported",
    Severity::error,
    {"`{path}` is no bibliography that can be read, so its references are not known. Export the library as CSL-JSON "
     "(.json), BibTeX (.bib), RIS (.ris) or, from PubMed, NBIB (.nbib).",
     "`{path}` 不是可读取的文献库，其中的文献无法使用。请以 "
     "CSL-JSON（.json）、BibTeX（.bib）、RIS（.ris）格式导出，或从 PubMed "
     "导出 NBIB（.nbib）。"},
    {"How a bibliography is read is decided by the ending of its name: .json, .bib, .ris, .nbib.",
     "文献库按文件名后缀读取：.json、.bib、.ris、.nbib。"}};

const Rule bib_link_missing{
    "bib-link-missing",
    Severity::error,
    {"`{entry}` takes fields from `{key}`, but no entry has that key, so what it should inherit is lost. Add the "
     "entry, "
     "or correct the key.",
     "`{entry}` 从 `{key}` 继承字段，但没有此引文键的条目，应继承的内容会丢失。请添加该条目，或改正引文键。"},
    {"In BibTeX and BibLaTeX, `crossref` and `xdata` name another entry of the same file whose fields fill the gaps of "
     "this "
     "one, as a book's do for its chapters.",
     "BibTeX 和 BibLaTeX 中，`crossref` 和 `xdata` "
     "指向同一文件中的另一条目，由它补全缺少的字段，例如图书之于其章节。"}};

RuleList rules() {
  static const std::vector<const Rule*> all = {
#define RULE(name) &name,
#include "parse/markdown_rules.def"
#include "parse/rules.def"
#undef RULE
  };
  return all;
}

}  // namespace bifolio::parse
