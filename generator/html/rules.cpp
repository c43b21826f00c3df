#include "html/rules.h"

#include "html/html.h"

namespace bifolio::html {

const Rule html_file_unpublished = {
    "html-file-unpublished",
    Severity::warning,
    {"The site cannot offer `{path}` for download, so the link's text is printed without a link. Link to a picture, a "
     "page or a web address.",
     "网站不能提供 `{path}` 的下载，所以这里只印出文字，没有链接。请链接到图片、页面或网址。"},
    {"A site holds its pages and the pictures they show. A link to any other file of the booklet would lead nowhere.",
     "网站里只有页面和页面上的图片。链接到书稿文件夹里的其他文件，读者打不开。"}};

const Rule html_image_missing = {
    "html-image-missing",
    Severity::error,
    {"The picture `{path}` could not be read, so its alternative text stands in its place. Check its name and its "
     "folder.",
     "无法读取图片 `{path}`，页面上只印出它的替代文字。请检查文件名和所在文件夹。"},
    {"Pictures are looked for beside the document, and then from the booklet's folder.",
     "图片先在文档旁边找，再从书稿文件夹开始找。"}};

const Rule html_template_missing = {
    "html-template-missing",
    Severity::error,
    {"The theme has no template `templates/{name}.mustache`, so pages have no frame. Copy it from the theme "
     "“icebreaker”.",
     "主题缺少模板 `templates/{name}.mustache`，页面因此没有框架。请从主题“icebreaker”复制。"},
    {"Templates say what stands around the text of a page: the head, the navigation, the foot.",
     "模板规定正文之外的内容：网页头部、导航和页脚。"}};

const Rule html_template_name = {
    "html-template-name",
    Severity::error,
    {"The template `templates/{template}.mustache` asks for `{name}`, which no page has{suggestion}. It prints "
     "nothing.",
     "模板 `templates/{template}.mustache` 要用 `{name}`，但页面没有这一项{suggestion}，这里会是空的。"},
    {"In a template, `{{name}}` stands for a text and `{{{name}}}` for markup. A name that pages do not have prints "
     "nothing, which is hard to see on a page; so it is reported.",
     "模板里 `{{name}}` 代表文字，`{{{name}}}` "
     "代表标记。写错的名字什么也印不出来，在页面上很难发现，所以在这里报告。"}};

const Rule html_link_dropped = {
    "html-link-dropped",
    Severity::error,
    {"`{url}` is no web address that a reader can follow, so its text is printed without a link. Write an address that "
     "begins with `https://`.",
     "`{url}` 不是读者能打开的网址，所以这里只印出文字，没有链接。请写以 `https://` 开头的网址。"},
    {"Links may lead to `https:`, `http:` and `mailto:` addresses and to places in the booklet. Other schemes "
     "(`javascript:`, `data:`, `file:`), addresses without a host, and hidden white space or control characters are "
     "refused, because they would do something else than a reader expects.",
     "链接可以指向 `https:`、`http:`、`mailto:` 地址，或书稿里的位置。其他形式（`javascript:`、`data:`、`file:`）、"
     "没有主机名的地址、夹带空白或控制字符的地址都不能用，因为打开后不是读者以为的东西。"}};

RuleList rules() {
  static const Rule* const all[] = {
#define RULE(name) &name,
#include "html/rules.def"
#undef RULE
  };
  return all;
}

}  // namespace bifolio::html
