// A language that a reader's software would not understand.
#include "base/language_tag.h"
#include "check/checks.h"
#include "model/walk.h"

namespace bifolio::check {

const Rule a11y_lang_missing{
    "a11y-lang-missing",
    Severity::error,
    {"{what}; a screen reader would read it with the wrong voice, and words would break wrongly. Write a tag such as "
     "`zh-Hans` or `en`.",
     "{what}，读屏软件会用错误的语音朗读，断词也会出错。请写 `zh-Hans`、`en` 这样的标签。"},
    {"Every document and every passage marked with `lang` needs a BCP 47 language tag: two or three letters for the "
     "language (`en`, `zh`), if need be a script (`zh-Hans`) and a region (`pt-BR`).",
     "每个文档、每处标了 `lang` 的文字都要有 BCP 47 语言标签：两三个字母的语言代码（`en`、`zh`），需要时加文字（"
     "`zh-Hans`）和地区（`pt-BR`）。"}};

namespace {

void report(Span place, std::string en, std::string zh, const std::string& subject, Findings& findings) {
  findings.add({&a11y_lang_missing, place, {{"what", std::move(en), std::move(zh)}}, {}, {}, subject});
}

void judge(const Attributes& attributes, Findings& findings) {
  const Attribute* language = attributes.find_pair("lang");
  if (!language || is_language_tag(language->value)) return;
  const Span place = language->span.file.is_known() ? language->span : attributes.span;
  if (language->value.empty()) return report(place, "This `lang` is empty", "此处的 `lang` 是空的", "", findings);
  report(place, "`" + language->value + "` is no language tag", "`" + language->value + "` 不是语言标签",
         language->value, findings);
}

void judge(const Inline& node, Findings& findings) {
  if (const auto* phrase = node.get_if<Phrase>()) judge(phrase->attributes, findings);
  if (const auto* link = node.get_if<Link>()) judge(link->attributes, findings);
  if (const auto* image = node.get_if<Image>()) judge(image->attributes, findings);
}

void judge(const Document& document, Findings& findings) {
  if (!is_language_tag(document.language))
    report({document.file, 0, 0}, "This document's language is not known", "本文档的语言不明", document.language,
           findings);
  const VisitInline inlines = [&](const Inline& node) { judge(node, findings); };
  const VisitBlock blocks = [&](const Block& block) { judge(block.attributes, findings); };
  for_each_inline(document.title, inlines);
  for_each_inline(document.front.abstract, inlines);
  for_each_inline(document.blocks, inlines);
  for_each_block(document.blocks, blocks);
  for (const Note& note : document.notes) {
    for_each_inline(note.children, inlines);
    for_each_block(note.children, blocks);
  }
}

}  // namespace

void check_a11y_lang_missing(const Context& context, Findings& findings) {
  for (const Book& book : context.publication.books) {
    for (const Document& document : book.documents) {
      if (!document.is_missing) judge(document, findings);
    }
  }
}

}  // namespace bifolio::check
