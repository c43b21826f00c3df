#include "support/pdf_text.h"

#include <map>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <set>

#include "support/pdf_page.h"

namespace bifolio::testing {
namespace {

using Handle = QPDFObjectHandle;

/// The structure tree.
class TreeReader {
 public:
  TreeReader(QPDF& file, PdfPages& found) : found_(found) {
    for (const auto& page : QPDFPageDocumentHelper(file).getAllPages()) {
      page_numbers_[page.getObjectHandle().getObjGen()] = static_cast<int>(page_objects_.size());
      page_objects_.push_back(page.getObjectHandle());
    }
    root_ = file.getRoot().getKey("/StructTreeRoot");
    if (root_.isDictionary()) read_numbers(root_.getKey("/ParentTree"), 0);
  }

  PdfElement read() {
    if (!root_.isDictionary()) {
      fault("no structure tree");
      return {};
    }
    PdfElement document = read_element(root_.getKey("/K"), root_, 0);
    for (const auto& [place, text] : found_.texts) {
      if (!claimed_.count(place)) fault(describe(place) + " belongs to no element");
    }
    return document;
  }

 private:
  static constexpr int kDeepest = 100;

  void fault(const std::string& what) { found_.reading.faults.push_back(what); }
  static std::string describe(std::pair<int, int> place) {
    return "page " + std::to_string(place.first + 1) + " MCID " + std::to_string(place.second);
  }

  void read_numbers(Handle node, int depth) {
    if (depth > kDeepest) return fault("the parent tree is too deep");
    Handle numbers = node.getKey("/Nums");
    for (int i = 0; numbers.isArray() && i + 1 < numbers.getArrayNItems(); i += 2) {
      parents_[static_cast<int>(numbers.getArrayItem(i).getIntValue())] = numbers.getArrayItem(i + 1);
    }
    if (!node.hasKey("/Kids")) return;
    for (Handle& kid : node.getKey("/Kids").getArrayAsVector()) read_numbers(kid, depth + 1);
  }

  static std::string text(Handle dictionary, const char* key) {
    Handle value = dictionary.getKey(key);
    return value.isString() ? value.getUTF8Value() : "";
  }

  static std::string bytes(Handle dictionary, const char* key) {
    Handle value = dictionary.getKey(key);
    return value.isString() ? value.getStringValue() : "";
  }

  PdfElement read_element(Handle element, Handle parent, int depth) {
    PdfElement out;
    out.role = element.getKey("/S").getName().substr(1);
    out.language = text(element, "/Lang");
    out.alternative = text(element, "/Alt");
    out.actual_text = text(element, "/ActualText");
    out.id = bytes(element, "/ID");
    out.title = text(element, "/T");
    if (element.getKey("/P").getObjGen() != parent.getObjGen()) fault(out.role + " names another parent");
    read_attributes(element.getKey("/A"), out);
    if (depth > kDeepest) fault("the structure tree is too deep");
    for (Handle& kid : kids_of(element)) {
      if (depth <= kDeepest) read_kid(kid, element, depth, out);
    }
    return out;
  }

  static std::vector<Handle> kids_of(Handle element) {
    Handle kids = element.getKey("/K");
    if (kids.isArray()) return kids.getArrayAsVector();
    return kids.isNull() ? std::vector<Handle>{} : std::vector<Handle>{kids};
  }

  static void read_attributes(Handle attributes, PdfElement& out) {
    const auto all = attributes.isArray() ? attributes.getArrayAsVector() : std::vector<Handle>{attributes};
    for (Handle one : all) {
      if (!one.isDictionary()) continue;
      for (const auto& [key, value] : one.getDictAsMap()) {
        if (key != "/O")
          out.attributes[key.substr(1)] =
              Handle(value).isString() ? Handle(value).getUTF8Value() : Handle(value).unparse();
      }
    }
  }

  void read_kid(Handle kid, Handle element, int depth, PdfElement& out) {
    if (kid.isInteger()) return read_content(element.getKey("/Pg"), static_cast<int>(kid.getIntValue()), element, out);
    if (!kid.isDictionary()) return fault(out.role + " has a child that is neither content nor element");
    if (kid.hasKey("/MCID")) {
      Handle page = kid.hasKey("/Pg") ? kid.getKey("/Pg") : element.getKey("/Pg");
      return read_content(page, static_cast<int>(kid.getKey("/MCID").getIntValue()), element, out);
    }
    if (kid.hasKey("/Obj")) return read_annotation(kid.getKey("/Obj"), element, out);
    out.children.push_back(read_element(kid, element, depth + 1));
  }

  void read_content(Handle page, int mcid, Handle element, PdfElement& out) {
    const auto number = page_numbers_.find(page.getObjGen());
    if (number == page_numbers_.end()) return fault(out.role + " has content on no page");
    const std::pair place{number->second, mcid};
    if (!claimed_.insert(place).second) fault(describe(place) + " is in two elements");
    const auto found = found_.texts.find(place);
    if (found == found_.texts.end()) return fault(describe(place) + " is not on its page");
    out.text += found->second;
    if (out.pages.empty() || out.pages.back() != place.first) out.pages.push_back(place.first);
    if (owner(page, mcid) != element.getObjGen()) fault(describe(place) + " has another owner in the parent tree");
  }

  QPDFObjGen owner(Handle page, int mcid) {
    if (!page.getKey("/StructParents").isInteger()) return {};
    Handle owners = parents_[static_cast<int>(page.getKey("/StructParents").getIntValue())];
    return owners.isArray() && mcid < owners.getArrayNItems() ? owners.getArrayItem(mcid).getObjGen() : QPDFObjGen();
  }

  void read_annotation(Handle annotation, Handle element, PdfElement& out) {
    Handle action = annotation.getKey("/A");
    out.links.push_back(action.isDictionary() ? bytes(action, "/URI") : "#" + bytes(annotation, "/Dest"));
    Handle key = annotation.getKey("/StructParent");
    if (!key.isInteger() || parents_[static_cast<int>(key.getIntValue())].getObjGen() != element.getObjGen()) {
      fault(out.role + ": its annotation has another owner in the parent tree");
    }
  }

  PdfPages& found_;
  Handle root_;
  std::vector<Handle> page_objects_;
  std::map<QPDFObjGen, int> page_numbers_;
  std::map<int, Handle> parents_;
  std::set<std::pair<int, int>> claimed_;
};

void dump_element(const PdfElement& element, int depth, std::string& out) {
  out.append(2 * depth, ' ').append(element.role);
  const auto add = [&](std::string_view key, const std::string& value) {
    if (!value.empty()) out.append(" ").append(key).append("=").append(value);
  };
  add("lang", element.language);
  add("alt", element.alternative);
  add("actual", element.actual_text);
  add("id", element.id);
  add("title", element.title);
  for (const auto& [key, value] : element.attributes) add(key, value);
  for (const std::string& link : element.links) add("link", link);
  if (!element.text.empty()) out.append(" “").append(element.text).append("”");
  out.push_back('\n');
  for (const PdfElement& child : element.children) dump_element(child, depth + 1, out);
}

}  // namespace

PdfReading read_pdf(const std::string& bytes) {
  PdfReading reading;
  QPDF file;
  file.setSuppressWarnings(true);
  file.processMemoryFile("pdf", bytes.data(), bytes.size());
  PdfPages found{reading, {}, {}};
  int number = 0;
  for (const auto& page : QPDFPageDocumentHelper(file).getAllPages()) read_pdf_page(page, number++, found);
  reading.document = TreeReader(file, found).read();
  for (const QPDFExc& warning : file.getWarnings()) reading.faults.push_back(warning.what());
  return reading;
}

std::string text_of(const PdfElement& element) {
  std::string text = element.text;
  for (const PdfElement& child : element.children) text += text_of(child);
  return text;
}

std::string dump(const PdfElement& element) {
  std::string out;
  dump_element(element, 0, out);
  return out;
}

}  // namespace bifolio::testing
