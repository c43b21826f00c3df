#include "parse/file_block.h"

#include "parse/parse.h"
#include "parse/rules.h"

namespace bifolio::parse {

FileBlock read_file_block(Block& block, std::string_view language, const Rule& source_missing, Words what,
                          Findings& findings) {
  FileBlock out;
  if (const Attribute* source = block.attributes.find_pair("src"); source && !source->value.empty()) {
    out.source = source->value;
    out.source_span = source->span;
  } else {
    const Span place = block.attributes.span.file.is_known() ? block.attributes.span : block.span;
    findings.add({&source_missing, place});
  }
  Blocks& children = std::get<Division>(block.value).children;
  std::size_t used = 0;
  if (const Attribute* caption = block.attributes.find_pair("caption")) {
    out.caption = parse_attribute(*caption, language, findings);
    out.caption_span = caption->span;
  } else if (!children.empty() && std::holds_alternative<Paragraph>(children[0].value)) {
    out.caption = std::move(std::get<Paragraph>(children[0].value).children);
    out.caption_span = children[0].span;
    used = 1;
  }
  if (children.size() > used) {
    const Span rest = join(children[used].span, children.back().span);
    findings.add({&table_content_ignored, rest, {{"what", std::string(what.en), std::string(what.zh_hans)}}});
  }
  return out;
}

Inlines parse_attribute(const Attribute& attribute, std::string_view language, Findings& findings) {
  const std::uint32_t quote = attribute.span.size() == attribute.value.size() + 2 ? 1 : 0;
  return parse_inlines(attribute.value, attribute.span.file, attribute.span.begin + quote, language, findings);
}

}  // namespace bifolio::parse
