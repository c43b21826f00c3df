#include "cite/rules.h"

#include <array>

#include "cite/cite.h"

namespace bifolio::cite {

const Rule cite_style_unknown{
    "cite-style-unknown",
    Severity::error,
    {"There is no citation style “{name}”. The nearest name is “{nearest}”; write that, or the path of a .csl file.",
     "没有名为“{name}”的引文样式。最接近的名称是“{nearest}”；请改用它，或给出 .csl 文件的路径。"},
    {"A style is named as its file is, without .csl: american-medical-association, apa, "
     "china-national-standard-gb-t-7714-2015-numeric. The installed ones stand in /usr/share/citation-style-language/styles. A .csl file of "
     "your own "
     "goes into the folder named by styles-dir in bifolio.toml.",
     "样式以其文件名命名，不含 .csl：如 "
     "american-medical-association、apa、china-national-standard-gb-t-7714-2015-numeric。"
     "自己的 .csl 文件放在 bifolio.toml 的 styles-dir 所指的文件夹中。"}};

const Rule cite_style_invalid{
    "cite-style-invalid",
    Severity::error,
    {"The citation style “{name}” is faulty at line {line}, column {column}: {detail}. Repair it there, or use another "
     "style.",
     "引文样式“{name}”在第 {line} 行第 {column} 列有误：{detail}。请在此处修正，或换用其他样式。"},
    {"Styles follow the CSL 1.0.2 schema (and accept the layouts per language of CSL-M). Nothing is printed with a "
     "style that "
     "breaks it, because a reference printed half right looks as if it were whole.",
     "样式须符合 CSL 1.0.2 规范（并接受 CSL-M "
     "的分语言版式）。不合规范的样式不会被使用，因为印得半对的文献看上去像是完整的。"}};

const Rule cite_style_loop{"cite-style-loop",
                           Severity::error,
                           {"The citation style “{name}” leads back to itself through its parents ({detail}). Name an "
                            "independent style instead.",
                            "引文样式“{name}”经其父样式又回到自身（{detail}）。请改用独立样式。"},
                           {"A dependent style holds only the address of the style that it follows. Somewhere that "
                            "chain must end in a style with "
                            "rules of its own.",
                            "从属样式只写明它所遵循的样式地址。这条链最终必须指向一个有自己规则的样式。"}};

const Rule cite_item_type{
    "cite-item-type",
    Severity::warning,
    {"`{key}` has no item type that CSL knows (“{type}”), so the style treats it as no particular kind of work. Give "
     "it a "
     "type such as article-journal.",
     "`{key}` 没有 CSL 认识的文献类型（“{type}”），样式无法区别对待。请写明类型，如 article-journal。"},
    {"The type decides what is printed: a journal article has volume and pages, a web page the date of access. The "
     "list is in "
     "Appendix III of the CSL 1.0.2 specification; `document` is the plain choice.",
     "文献类型决定印出哪些内容：期刊论文有卷和页，网页有访问日期。完整列表见 CSL 1.0.2 规范附录三；拿不准时用 "
     "document。"}};

const Rule cite_language_guessed{
    "cite-language-guessed",
    Severity::info,
    {"{count} works do not say their language ({keys}); their script decided in which one they are printed. Fill in "
     "`language`, such as zh-CN or en-US, to be sure.",
     "有 {count} 条文献没有注明语言（{keys}），程序按文字种类决定用哪种语言印出。请填写 language，如 zh-CN 或 en-US。"},
    {"In a list of references each entry is printed in the terms of its own language: 等 for Chinese, et al. for "
     "English. "
     "Where a library does not say the language, the script of the title decides, which cannot tell English from "
     "German.",
     "文献表中每条文献使用其自身语言的用语：中文用“等”，英文用“et "
     "al.”。文献库未注明语言时按题名的文字判断，但无法区分英语和德语。"}};

const Rule cite_translation_unknown{
    "cite-translation-unknown",
    Severity::warning,
    {"`{key}` names `{partner}` as its translation, but the library has no such work. Correct the key, or add the "
     "entry.",
     "`{key}` 把 `{partner}` 写作自己的译本，但文献库中没有这一条。请更正引文键，或补上该条目。"},
    {"One work published in two languages stands in the list as one entry that prints both. In CSL-JSON the field "
     "`translation` holds the key of the other entry; in BibLaTeX `related` does, with `relatedtype = "
     "{translationof}`.",
     "以两种语言发表的同一著作，在文献表中合为一条，两种写法并列。CSL-JSON 用 translation 字段写另一条目的引文键；"
     "BibLaTeX 用 related，并写 relatedtype = {translationof}。"}};

RuleList rules() {
  static constexpr std::array kRules = {
#define RULE(name) &name,
#include "cite/rules.def"
#undef RULE
  };
  return kRules;
}

}  // namespace bifolio::cite
