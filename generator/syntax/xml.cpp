#include "syntax/xml.h"

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <cstring>

#include "base/owned.h"
#include "base/utf8.h"
#include "syntax/rules.h"

namespace bifolio::syntax {

const XmlAttribute* XmlNode::find(std::string_view wanted) const {
  const auto at = std::find_if(attributes.begin(), attributes.end(), [&](const auto& a) { return a.name == wanted; });
  return at == attributes.end() ? nullptr : &*at;
}

std::string_view XmlNode::attribute(std::string_view wanted) const {
  const XmlAttribute* found = find(wanted);
  return found ? std::string_view(found->value) : std::string_view();
}

const XmlNode* XmlNode::child(std::string_view wanted) const {
  const auto at = std::find_if(children.begin(), children.end(), [&](const auto& c) { return c.name == wanted; });
  return at == children.end() ? nullptr : &*at;
}

std::string XmlNode::content() const {
  std::string out = text;
  for (const XmlNode& child : children) out += child.content();
  return out;
}

namespace {

/// Lines and columns of offsets that only grow: one walk over the whole text.
class Ruler {
 public:
  explicit Ruler(std::string_view text) : text_(text) {}
  void measure(std::size_t offset, XmlNode& node) {
    for (; at_ < offset && at_ < text_.size(); ++at_) {
      if (text_[at_] == '\n') {
        ++line_;
        column_ = 1;
      } else if ((text_[at_] & 0xC0) != 0x80) {
        ++column_;
      }
    }
    node.line = line_;
    node.column = column_;
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  std::uint32_t line_ = 1, column_ = 1;
};

struct Reading {
  const Input& input;
  Findings& findings;
  xmlParserCtxtPtr context = nullptr;
  Ruler ruler;
  std::vector<XmlNode> open = {};  ///< elements from the root to here
  std::optional<XmlNode> root = {};
  bool has_failed = false;

  std::size_t offset() const {
    const long consumed = xmlByteConsumed(context);
    return std::min(consumed < 0 ? 0 : static_cast<std::size_t>(consumed), input.text.size());
  }
  Span span(std::size_t begin, std::size_t end) const {
    return {input.file, static_cast<std::uint32_t>(input.offset + begin),
            static_cast<std::uint32_t>(input.offset + end)};
  }
  void fail(const Rule& rule, std::string detail);
};

// One cause, one finding: libxml2 goes on complaining after the first fault.
void Reading::fail(const Rule& rule, std::string detail) {
  if (has_failed) return;
  has_failed = true;
  XmlNode place;
  const std::size_t at = offset();
  Ruler(input.text).measure(at, place);
  findings.add({&rule,
                span(at, at),
                {{"detail", std::move(detail)},
                 {"line", std::to_string(place.line)},
                 {"column", std::to_string(place.column)}}});
  xmlStopParser(context);
}

Reading& reading(void* data) {
  return *static_cast<Reading*>(static_cast<xmlParserCtxtPtr>(data)->_private);
}

std::string_view view(const xmlChar* text) {
  return text ? reinterpret_cast<const char*>(text) : "";
}

Span attribute_span(const Reading& now, std::size_t begin, std::size_t end, std::string_view name) {
  const std::string_view tag = now.input.text.substr(begin, end - begin);
  for (std::size_t at = tag.find(name); at != tag.npos; at = tag.find(name, at + 1)) {
    const std::size_t sign = tag.find_first_not_of(" \t\r\n", at + name.size());
    if (at == 0 || !std::strchr(" \t\r\n", tag[at - 1]) || sign == tag.npos || tag[sign] != '=') continue;
    const std::size_t quote = tag.find_first_of("'\"", sign);
    const std::size_t close = quote == tag.npos ? quote : tag.find(tag[quote], quote + 1);
    if (close != tag.npos) return now.span(begin + at, begin + close + 1);
  }
  return now.span(begin, end);
}

void start_element(void* data, const xmlChar* name, const xmlChar*, const xmlChar* uri, int, const xmlChar**, int count,
                   int, const xmlChar** attributes) {
  Reading& now = reading(data);
  // The parser stands just before `>` or `/>`; `<` cannot occur inside a tag.
  const std::size_t end = now.offset();
  const std::size_t found = now.input.text.rfind('<', end == 0 ? 0 : end - 1);
  const std::size_t begin = found == std::string_view::npos ? end : found;
  XmlNode node;
  node.name = view(name);
  node.space = view(uri);
  node.span = now.span(begin, std::min(end + 1, now.input.text.size()));
  now.ruler.measure(begin, node);
  for (int i = 0; i < count; ++i) {
    const xmlChar** at = attributes + 5 * i;  // local name, prefix, URI, value, end
    const std::string_view prefix = view(at[1]);
    std::string full = prefix.empty() ? std::string(view(at[0])) : std::string(prefix) + ":" + std::string(view(at[0]));
    std::string value(reinterpret_cast<const char*>(at[3]), static_cast<std::size_t>(at[4] - at[3]));
    const Span span = attribute_span(now, begin, end, full);
    node.attributes.push_back({std::move(full), std::move(value), span});
  }
  now.open.push_back(std::move(node));
}

void end_element(void* data, const xmlChar*, const xmlChar*, const xmlChar*) {
  Reading& now = reading(data);
  XmlNode done = std::move(now.open.back());
  now.open.pop_back();
  if (now.open.empty()) {
    now.root = std::move(done);
  } else {
    now.open.back().children.push_back(std::move(done));
  }
}

void characters(void* data, const xmlChar* text, int length) {
  Reading& now = reading(data);
  if (now.open.empty()) return;
  auto& children = now.open.back().children;
  if (children.empty() || !children.back().is_text()) children.emplace_back();
  children.back().text.append(reinterpret_cast<const char*>(text), static_cast<std::size_t>(length));
}

void refuse_entity(void* data, const xmlChar* name, int, const xmlChar*, const xmlChar*, xmlChar*) {
  reading(data).fail(syntax_xml_entity, std::string(view(name)));
}

xmlEntityPtr predefined_entity(void*, const xmlChar* name) {
  return xmlGetPredefinedEntity(name);
}

void report(void* data, xmlErrorPtr error) {
  if (error->level < XML_ERR_ERROR) return;
  std::string detail = error->message ? error->message : "";
  while (!detail.empty() && (detail.back() == '\n' || detail.back() == ' ')) detail.pop_back();
  reading(data).fail(syntax_xml, std::move(detail));
}

xmlSAXHandler handlers() {
  xmlSAXHandler sax;
  std::memset(&sax, 0, sizeof sax);
  sax.initialized = XML_SAX2_MAGIC;
  sax.startElementNs = start_element;
  sax.endElementNs = end_element;
  sax.characters = characters;
  sax.cdataBlock = characters;
  sax.entityDecl = refuse_entity;
  sax.getEntity = predefined_entity;
  sax.serror = report;
  return sax;
}

}  // namespace

std::optional<XmlNode> parse_xml(const Input& input, Findings& findings) {
  std::string_view text = input.text;
  const Owned<xmlParserCtxt, xmlFreeParserCtxt> context(xmlNewParserCtxt());
  if (!context) return std::nullopt;
  xmlSAXHandler sax = handlers();
  *context->sax = sax;
  Reading now{.input = input, .findings = findings, .context = context.get(), .ruler = Ruler(text)};
  context->_private = &now;
  // The text is UTF-8 whatever its declaration says: `source/` has seen to that.
  // A document type makes it build a document after all.
  const Owned<xmlDoc, xmlFreeDoc> document(
      xmlCtxtReadMemory(context.get(), text.data(), static_cast<int>(text.size()), nullptr, "UTF-8", XML_PARSE_NONET));
  if (!context->wellFormed && !now.has_failed) now.fail(syntax_xml, "the document ends too early");
  if (now.has_failed) return std::nullopt;
  return std::move(now.root);
}

}  // namespace bifolio::syntax
