#include "syntax/rules.h"

namespace bifolio::syntax {

const Rule syntax_xml{
    "syntax-xml",
    Severity::error,
    {"This is no well-formed XML at line {line}, column {column}: {detail}. Nothing of the file was used; repair it "
     "there.",
     "第 {line} 行第 {column} 列不是格式正确的 XML：{detail}。该文件未被使用，请在此处修正。"},
    {"Styles, locales, drawings (SVG) and office files are XML: every element that opens must close, attributes stand in quotes, and "
     "`&` "
     "and `<` are written `&amp;` and `&lt;`. The place is where reading stopped; the cause is there or just before "
     "it.",
     "样式、本地化文件、SVG 图和办公文档都是 XML：每个打开的元素都要关闭，属性值写在引号里，“&”和“<”写作 &amp; 和 &lt;。"
     "所报位置是读取停止之处，原因就在该处或稍前。"}};

const Rule syntax_xml_entity{
    "syntax-xml-entity",
    Severity::error,
    {"This file declares the entity “{detail}” (line {line}, column {column}). Entities can fetch or swell without "
     "end, so "
     "they are refused; write the text itself.",
     "该文件声明了实体“{detail}”（第 {line} 行第 {column} "
     "列）。实体可能访问外部文件或无限膨胀，因此不予接受；请直接写出文字。"},
    {"XML lets a document define its own abbreviations, or include other files by address. Both have been used to read "
     "private files and to exhaust memory. Only &amp;, &lt;, &gt;, &quot;, &apos; and numbers such as &#233; are known "
     "here.",
     "XML 允许文档定义自己的缩写或引用其他地址的文件；二者都曾被用来窃取文件或耗尽内存。这里只认识 "
     "&amp;、&lt;、&gt;、&quot;、&apos; "
     "和 &#233; 这类字符编号。"}};

}  // namespace bifolio::syntax
