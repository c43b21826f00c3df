#include "pdf/metadata.h"

#include <fstream>
#include <iterator>
#include <map>

#include "base/markup_text.h"
#include "pdf/rules.h"

namespace bifolio::pdf {
namespace {

using layout::DocumentFacts;

constexpr char kProfile[] = "/usr/share/color/icc/sRGB.icc";
constexpr char kProducer[] = "bifolio";

std::string padded(int value, std::size_t digits) {
  const std::string text = std::to_string(value);
  return std::string(digits > text.size() ? digits - text.size() : 0, '0') + text;
}

// D:YYYYMMDDHHmmSSZ (ISO 32000-1, 7.9.4)
std::string pdf_date(const BuildStamp& at) {
  return "(D:" + padded(at.year, 4) + padded(at.month, 2) + padded(at.day, 2) + padded(at.hour, 2) +
         padded(at.minute, 2) + padded(at.second, 2) + "Z)";
}

std::string xmp_date(const BuildStamp& at) {
  return padded(at.year, 4) + "-" + padded(at.month, 2) + "-" + padded(at.day, 2) + "T" + padded(at.hour, 2) + ":" +
         padded(at.minute, 2) + ":" + padded(at.second, 2) + "Z";
}

std::string element(std::string_view tag, std::string_view text) {
  if (text.empty()) return "";
  const std::string name(tag);
  return "<" + name + ">" + escape_xml(text) + "</" + name + ">\n";
}

std::string alternative(std::string_view language, std::string_view text) {
  return "<rdf:li xml:lang=\"" + escape_xml(language) + "\">" + escape_xml(text) + "</rdf:li>";
}

// Text that exists in languages: the default first, and the same under its own.
std::string alternatives(std::string_view tag, std::string_view text, const std::string& language,
                         std::map<std::string, std::string> others = {}) {
  if (text.empty()) return "";
  if (!language.empty()) others[language] = text;
  std::string items = alternative("x-default", text);
  for (const auto& [other, words] : others) items += alternative(other, words);
  const std::string name(tag);
  return "<" + name + "><rdf:Alt>" + items + "</rdf:Alt></" + name + ">\n";
}

std::string list(std::string_view tag, std::string_view kind, std::string_view text) {
  if (text.empty()) return "";
  const std::string name(tag), box(kind);
  return "<" + name + "><" + box + "><rdf:li>" + escape_xml(text) + "</rdf:li></" + box + "></" + name + ">\n";
}

// PDF/A knows the schemas of XMP itself; PDF/UA's must be described (ISO 19005-2, 6.6.2.3).
constexpr char kUaSchema[] =
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\n"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaProperty:name>part</pdfaProperty:name>\n"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
    "<pdfaProperty:category>internal</pdfaProperty:category>\n"
    "<pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>\n"
    "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas>\n";

constexpr char kPacketHead[] =
    "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
    "<rdf:Description rdf:about=\"\"\n"
    " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"
    " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"\n"
    " xmlns:xmpMM=\"http://ns.adobe.com/xap/1.0/mm/\"\n"
    " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"\n"
    " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"\n"
    " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\"\n"
    " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\"\n"
    " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\"\n"
    " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n";

constexpr char kPacketTail[] = "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>";

// An RGB profile says so in its header (ICC.1:2004, 7.2).
bool is_rgb_profile(std::string_view bytes) {
  return bytes.size() > 128 && bytes.substr(16, 4) == "RGB " && bytes.substr(36, 4) == "acsp";
}

}  // namespace

std::string xmp_packet(const DocumentFacts& facts, Tagging tagging) {
  const bool is_tagged = tagging == Tagging::full;
  const std::string date = xmp_date(facts.stamp);
  std::string out = kPacketHead;
  out += element("pdfaid:part", "2") + element("pdfaid:conformance", is_tagged ? "A" : "B");
  if (is_tagged) out += element("pdfuaid:part", "1");
  out += alternatives("dc:title", facts.title, facts.language, facts.other_titles);
  out += list("dc:creator", "rdf:Seq", facts.author) + alternatives("dc:description", facts.subject, facts.language);
  out += list("dc:language", "rdf:Bag", facts.language);
  out += element("xmp:CreateDate", date) + element("xmp:ModifyDate", date) + element("xmp:MetadataDate", date);
  out += element("xmp:CreatorTool", kProducer) + element("pdf:Producer", kProducer);
  out += element("pdf:Keywords", facts.keywords) + element("xmpMM:VersionID", facts.version);
  if (is_tagged) out += kUaSchema;
  return out + kPacketTail;
}

// Not compressed, so that tools which know no PDF find it.
Ref write_metadata(Writer& writer, const DocumentFacts& facts, Tagging tagging) {
  Dictionary dictionary;
  dictionary.add("Type", "/Metadata").add("Subtype", "/XML");
  return writer.add_stream(dictionary, xmp_packet(facts, tagging), Compression::none);
}

Ref write_information(Writer& writer, const DocumentFacts& facts) {
  Dictionary information;
  information.add_text("Title", facts.title).add_text("Author", facts.author).add_text("Subject", facts.subject);
  information.add_text("Keywords", facts.keywords).add_text("Creator", kProducer).add_text("Producer", kProducer);
  information.add("CreationDate", pdf_date(facts.stamp)).add("ModDate", pdf_date(facts.stamp));
  return writer.add(information.written());
}

std::string read_profile() {
  std::ifstream file(kProfile, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

Result<Ref> write_output_intent(Writer& writer, std::string_view profile) {
  if (!is_rgb_profile(profile)) return Finding{&pdf_profile_missing, {}, {{"file", kProfile}}};
  Dictionary intent;
  intent.add("Type", "/OutputIntent").add("S", "/GTS_PDFA1").add("OutputConditionIdentifier", "(sRGB IEC61966-2.1)");
  intent.add("Info", "(sRGB IEC61966-2.1)");
  intent.add("DestOutputProfile", writer.add_stream(Dictionary().add("N", 3), profile));
  return writer.add(intent.written());
}

}  // namespace bifolio::pdf
