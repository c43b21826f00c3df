#include "parse/markdown_rules.h"

namespace bifolio::parse {

constexpr Rule a11y_alt_missing{
    "a11y-alt-missing",
    Severity::error,
    {"this image has no alternative text, so a reader who cannot see it learns nothing; write what it shows between "
     "the square brackets, or mark it {.decorative}",
     "这张图片没有替代文本，看不见图的读者无从得知其内容；请在方括号里写明图中所示，或标为 {.decorative}"},
    {"Screen readers read the alternative text aloud in place of a picture. Write it between the brackets: "
     "![NfL falls by half within six months](figures/nfl.png). A picture that says nothing (a border, an ornament) is "
     "marked decorative: ![](figures/leaf.png){.decorative}.",
     "读屏软件会朗读替代文本来代替图片。请写在方括号里：![NfL 在六个月内下降一半](figures/nfl.png)。"
     "若图片只是装饰，请标明：![](figures/leaf.png){.decorative}。"}};

constexpr Rule a11y_heading_order{
    "a11y-heading-order",
    Severity::error,
    {"this heading has level {level}, but the one before it has level {previous}; readers who move by headings will "
     "look for the missing level. Write {wanted}",
     "这个标题是第 {level} 级，而前一个标题是第 {previous} 级；按标题跳转的读者会以为中间漏了一级。请写成 {wanted}"},
    {"Screen readers move from heading to heading and announce levels. A level may go down by one step at a time: "
     "after ## comes ### before ####. Going back up may skip levels.",
     "读屏软件按标题跳转并报出级别。往下一次只能降一级：## 之后先是 ###，再是 ####。往上返回时可以跨级。"}};

constexpr Rule evidence_value{
    "evidence-value",
    Severity::error,
    {"“{seen}” is no value of {list}{hint} Allowed: {allowed}", "“{seen}”不是 {list} 的取值{hint}可用：{allowed}"},
    {"What stands behind a claim is written with words of closed lists, so that it can be printed as a sentence and "
     "compared between languages: evidence (cell, animal, observational, trial-1, trial-2, trial-3, unclear; several "
     "allowed), outcome (met, missed, mixed, stopped, ongoing, not-reported), status with its region (KR: approved; "
     "US: withdrawn), as-of (2024, 2024-11 or 2024-11-30). “Phase 2 (failed)” is evidence=trial-2 outcome=missed.",
     "论断的依据用固定词表书写，这样才能印成句子，并在两种语言之间比对：evidence（cell、animal、observational、trial-"
     "1、"
     "trial-2、trial-3、unclear，可写多个），outcome（met、missed、mixed、stopped、ongoing、not-reported），带地区的 "
     "status"
     "（KR: approved; US: withdrawn），as-of（2024、2024-11 或 2024-11-30）。“二期（失败）”应写作 evidence=trial-2 "
     "outcome=missed。"},
    Repair::part};

constexpr Rule footnote_duplicate{
    "footnote-duplicate",
    Severity::error,
    {"[^{label}] is defined twice; only the first is printed. Give this one another name",
     "[^{label}] 定义了两次，只会印出第一条；请给这一条换个名字"},
    {"Two definitions of one footnote cannot both be printed. Rename one of them, and the marks in the text that "
     "belong to it.",
     "同一个脚注不能有两条定义。请给其中一条改名，并修改正文中对应的标记。"}};

constexpr Rule footnote_undefined{
    "footnote-undefined",
    Severity::error,
    {"[^{label}] has no definition, so it prints as it stands; add a line “[^{label}]: …”",
     "脚注 [^{label}] 没有定义，会原样印出；请另起一行写“[^{label}]: ……”"},
    {"A footnote is a mark in the text and a definition anywhere in the same file:\n\n"
     "    Scores fell.[^scale]\n\n    [^scale]: ALSFRS-R, 0 to 48 points.",
     "脚注由正文中的标记和同一文件里的一条定义组成：\n\n    评分下降。[^scale]\n\n    [^scale]: ALSFRS-R，0 至 48 "
     "分。"}};

constexpr Rule footnote_unused{
    "footnote-unused",
    Severity::warning,
    {"nothing in the text refers to [^{label}], so it is not printed; add the mark [^{label}] or remove the definition",
     "正文没有引用脚注 [^{label}]，它不会印出；请在正文加上 [^{label}]，或删除这条定义"},
    {"A footnote prints where it is referred to. A definition that nobody refers to was probably forgotten when the "
     "text changed.",
     "脚注随引用处印出。没有人引用的定义，多半是修改正文时落下的。"}};

constexpr Rule hygiene_html_residue{
    "hygiene-html-residue",
    Severity::warning,
    {"{tag} is HTML, probably from a paste; it prints as text. Use Markdown, or remove it",
     "{tag} 是 HTML，多半是粘贴时带来的，会按文字原样印出；请改用 Markdown 写法或删除"},
    {"A booklet is printed on paper and read aloud as well as shown in a browser, so raw HTML is not passed through. "
     "What it was meant for has a way in Markdown: **bold**, [text]{lang=en}, ::: {.name}. In table cells <br> breaks "
     "the line. Comments <!-- … --> are never printed.",
     "书册既要印在纸上，也要朗读，不只在浏览器里看，因此不接受 HTML。要达到的效果都有 Markdown 写法：**粗体**、"
     "[文字]{lang=en}、::: {.名称}。表格单元格里可以用 <br> 换行。注释 <!-- … --> 从不印出。"}};

constexpr Rule link_empty{
    "link-empty",
    Severity::error,
    {"this link or image leads nowhere (“{seen}”), so readers cannot open it; give its address, or remove the brackets",
     "此链接或图片没有目标（“{seen}”），读者无法打开；请补上地址，或去掉括号"},
    {"A link needs an address: [text](https://doi.org/…), [text](other.md) or [text](#id). An empty address, a bare # "
     "or javascript:void(0) usually come from a copied web page.",
     "链接需要地址：[文字](https://doi.org/…)、[文字](other.md) 或 [文字](#id)。空地址、单独的 # 或 "
     "javascript:void(0) 多半来自复制的网页。"}};

constexpr Rule link_reference_undefined{
    "link-reference-undefined",
    Severity::error,
    {"[{label}] has no definition “[{label}]: address”, so the brackets print as they stand; add it, or write "
     "[text](address)",
     "[{label}] 缺少定义“[{label}]: 地址”，方括号会原样印出；请补上定义，或写成 [文字](地址)"},
    {"[text][label] takes its address from a line “[label]: https://…” anywhere in the same file. Without that line it "
     "is no link.",
     "[文字][标签] 的地址写在同一文件的某一行“[标签]: https://…”里。没有这一行，就不是链接。"}};

constexpr Rule syntax_alert_unknown{
    "syntax-alert-unknown",
    Severity::warning,
    {"[!{seen}] is no kind of alert{hint} Allowed: NOTE, TIP, IMPORTANT, WARNING, CAUTION",
     "[!{seen}] 不是提示框的种类{hint}可用：NOTE、TIP、IMPORTANT、WARNING、CAUTION"},
    {"An alert is a quotation whose first line names its kind:\n\n    > [!WARNING]\n    > Do not change a dose "
     "because of this page.",
     "提示框是首行写明种类的引用：\n\n    > [!WARNING]\n    > 请勿因本页内容更改用药剂量。"}};

constexpr Rule syntax_attributes{
    "syntax-attributes",
    Severity::warning,
    {"“{seen}” looks like attributes but cannot be read; write {#id .class key=\"value\"}",
     "“{seen}”像是属性，但无法读取；请写成 {#id .class key=\"value\"}"},
    {"Attributes stand in braces: {#id} gives a name for links, {.class} a kind, key=\"value\" anything else. Values "
     "with spaces need straight quotation marks. No space stands around the equals sign.",
     "属性写在花括号里：{#id} 是链接用的名字，{.class} 是种类，key=\"value\" 是其他内容。含空格的值要用直引号；"
     "等号两边不留空格。"}};

constexpr Rule syntax_braces_unclosed{
    "syntax-braces-unclosed",
    Severity::warning,
    {"the braces “{seen}” are not closed, so they print as text; add }",
     "“{seen}”缺少右花括号，会按文字印出；请补上 }"},
    {"Attributes begin with { and end with } on the same line: ## Targets {#targets}.",
     "属性以 { 开始，在同一行以 } 结束：## 靶点 {#targets}。"}};

constexpr Rule syntax_citation_separator{
    "syntax-citation-separator",
    Severity::warning,
    {"works in one citation are separated by “;”; this was read as if it said so. Write [@a; @b]",
     "同一处引文中的多篇文献用半角分号“;”隔开；此处已按分号理解，请写成 [@a; @b]"},
    {"Several works are cited as [@a; @b, p. 3]: a semicolon between works, a comma before a page.",
     "引用多篇文献写作 [@a; @b, 第3页]：文献之间用半角分号，页码之前用逗号。"},
    Repair::yes};

constexpr Rule syntax_division_stray{
    "syntax-division-stray",
    Severity::warning,
    {"this ::: closes nothing, so it prints as text; remove it, or open a division with ::: {.name} before it",
     "这一行 ::: 没有对应的开头，会按文字印出；请删除，或在前面用 ::: {.名称} 开头"},
    {"A division is opened by ::: {.name} and closed by a line of colons alone. A closing line inside a list item or "
     "a quotation cannot close a division that was opened outside.",
     "区块以 ::: {.名称} 开始，以单独一行冒号结束。列表项或引用里的结束行，不能结束外面开始的区块。"}};

constexpr Rule syntax_division_unclosed{
    "syntax-division-unclosed",
    Severity::error,
    {"this division is never closed and takes in all that follows; add a line “:::” where it ends",
     "这个区块没有结束，后面的内容都被算了进去；请在结束处加一行“:::”"},
    {"A division is opened by ::: {.name} and closed by a line of colons alone:\n\n    ::: {.epigraph}\n    "
     "Believe in the power of belief.\n    :::",
     "区块以 ::: {.名称} 开始，以单独一行冒号结束：\n\n    ::: {.epigraph}\n    相信相信的力量。\n    :::"}};

constexpr Rule syntax_division_unknown{
    "syntax-division-unknown",
    Severity::warning,
    {"“{seen}” is no kind of division that bifolio knows{hint} Its text is printed plainly. Known: {allowed}",
     "“{seen}”不是已知的区块种类{hint}其内容会照常印出。已知：{allowed}"},
    {"The class of a division says what it is: .table and .chart stand for a file, .abstract, .takeaway and .epigraph "
     "have a look of their own. A division may also carry only a language: ::: {lang=en}.",
     "区块的类名说明它是什么：.table 和 .chart 代表一个文件，.abstract、.takeaway、.epigraph 有各自的样式。"
     "区块也可以只标语言：::: {lang=en}。"}};

constexpr Rule syntax_fullwidth_markup{
    "syntax-fullwidth-markup",
    Severity::warning,
    {"full-width marks ({seen}) were typed where Markdown wants {meant}; they were read as if they were. Replace them",
     "这里用了全角符号（{seen}），Markdown 需要半角的 {meant}；已按半角理解，请改过来"},
    {"Chinese input methods type full-width marks: ＃ for #, ｜ for |, ：：： for :::, ｛｝ for {}. They look alike "
     "but "
     "are other characters. bifolio understands them here, other programs do not.",
     "中文输入法会打出全角符号：＃、｜、：：：、｛｝，看着相似，却是另外的字符。本程序在这里能看懂，别的程序不能。"},
    Repair::yes};

constexpr Rule syntax_fullwidth_brackets{
    "syntax-fullwidth-brackets",
    Severity::warning,
    {"a citation stands in square brackets [@key]; these full-width brackets were read as if they were",
     "引文应写在半角方括号里：[@key]；此处的全角括号已按半角理解"},
    {"Chinese input methods type 【】 or ［］ where Markdown wants [ and ].",
     "中文输入法会打出【】或［］，而 Markdown 需要半角的 [ 和 ]。"},
    Repair::yes};

constexpr Rule syntax_nesting{
    "syntax-nesting",
    Severity::error,
    {"this nests deeper than {limit} levels; what is inside was kept without the deeper levels",
     "嵌套超过 {limit} 层；内容已保留，但更深的层次不再区分"},
    {"No reader can follow so many levels, and no page has room for them. Usually a mark was repeated by accident.",
     "没有读者能看懂这么多层，页面也放不下。多半是某个符号被误重复了。"}};

constexpr Rule syntax_second_title{
    "syntax-second-title",
    Severity::error,
    {"a document has one title; this further “#” heading was read as “##”. Write ##, or move the text to a file of its "
     "own",
     "一个文档只有一个标题；这里的“#”已按“##”处理。请写成 ##，或把内容移到单独的文件"},
    {"The heading with one # at the start of a file is its title. All other headings start at ##.",
     "文件开头的一个 # 是文档标题。其他标题从 ## 开始。"},
    Repair::yes};

constexpr Rule table_class_unknown{
    "table-class-unknown",
    Severity::warning,
    {"“{seen}” is no class of tables that bifolio knows{hint}. It changes nothing. Known: {allowed}",
     "“{seen}”不是已知的表格类名{hint}。它不起作用。已知：{allowed}"},
    {"A wide table takes a class that says what to do with it: .small sets its cells in smaller type, .turned gives it "
     "landscape pages in the PDF booklet and its print sheets:\n\n    Table: Therapies {#tbl-therapies .turned}",
     "宽表格可以用类名说明怎样处理：.small 让单元格的字小一级，.turned 在 PDF 小册子和拼版里把它放到横页上：\n\n"
     "    Table: 疗法 {#tbl-therapies .turned}"}};

constexpr Rule table_ragged{
    "table-ragged",
    Severity::error,
    {"this row has {count} cells, but the header has {expected}; what stands in the wrong column misleads. Add or "
     "remove “|” (in a CSV file “,”)",
     "本行有 {count} 个单元格，而表头有 {expected} 个；内容错列会误导读者。请增删“|”（CSV 文件中为“,”）"},
    {"Every row of a table has as many cells as its header. A | that belongs to the text is written \\|. In a CSV file "
     "a "
     "text that holds a comma stands in double quotes.",
     "表格每一行的单元格数应与表头相同。正文里的竖线请写作 \\|。在 CSV 文件中，含逗号的文字要写在双引号中。"}};

}  // namespace bifolio::parse
