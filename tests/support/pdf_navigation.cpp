#include "support/pdf_navigation.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFNameTreeObjectHelper.hh>
#include <qpdf/QPDFNumberTreeObjectHelper.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>

namespace bifolio::testing {
namespace {

using Handle = QPDFObjectHandle;

std::string roman(long long number) {
  static const std::pair<int, const char*> kParts[] = {{100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"},
                                                       {9, "ix"},  {5, "v"},   {4, "iv"}, {1, "i"}};
  std::string out;
  for (const auto& [value, letters] : kParts) {
    for (; number >= value; number -= value) out += letters;
  }
  return out;
}

std::string label(Handle range, long long offset) {
  const std::string prefix = range.hasKey("/P") ? range.getKey("/P").getUTF8Value() : "";
  const long long number = (range.hasKey("/St") ? range.getKey("/St").getIntValue() : 1) + offset;
  if (!range.hasKey("/S")) return prefix;
  return prefix + (range.getKey("/S").getName() == "/r" ? roman(number) : std::to_string(number));
}

void read_labels(Handle root, int pages, PdfNavigation& out) {
  QPDFNumberTreeObjectHelper labels(root.getKey("/PageLabels"), *root.getOwningQPDF());
  for (int page = 0; page < pages; ++page) {
    Handle range;
    QPDFNumberTreeObjectHelper::numtree_number offset = 0;
    const bool is_known = labels.findObjectAtOrBelow(page, range, offset);
    out.page_labels.push_back(is_known ? label(range, offset) : "?");
  }
}

void read_bookmarks(Handle first, int depth, PdfNavigation& out) {
  for (Handle item = first; item.isDictionary() && depth < 20; item = item.getKey("/Next")) {
    std::string line = std::string(2 * depth, ' ') + item.getKey("/Title").getUTF8Value() + " → #" +
                       item.getKey("/Dest").getStringValue();
    if (item.hasKey("/Count")) line += " (" + std::to_string(item.getKey("/Count").getIntValue()) + ")";
    out.bookmarks.push_back(line);
    read_bookmarks(item.getKey("/First"), depth + 1, out);
  }
}

void read_destinations(Handle root, const std::map<QPDFObjGen, int>& pages, PdfNavigation& out) {
  if (!root.getKey("/Names").isDictionary()) return;
  QPDFNameTreeObjectHelper names(root.getKey("/Names").getKey("/Dests"), *root.getOwningQPDF());
  for (const auto& [name, place] : names) {
    Handle array = place;
    out.destinations[name] = std::to_string(pages.at(array.getArrayItem(0).getObjGen()) + 1) + " " +
                             array.getArrayItem(2).unparse() + " " + array.getArrayItem(3).unparse();
  }
}

void read_pictures(QPDF& file, PdfNavigation& out) {
  for (Handle& object : file.getAllObjects()) {
    if (!object.isStream()) continue;
    Handle dictionary = object.getDict();
    if (!dictionary.getKey("/Subtype").isNameAndEquals("/Image") || !dictionary.getKey("/ColorSpace").isName())
      continue;
    std::string line = dictionary.getKey("/Width").unparse() + "×" + dictionary.getKey("/Height").unparse() + " " +
                       dictionary.getKey("/ColorSpace").getName() + " " + dictionary.getKey("/Filter").unparse();
    if (dictionary.hasKey("/SMask")) line += " + alpha";
    out.pictures.push_back(line);
  }
}

}  // namespace

PdfNavigation read_navigation(const std::string& bytes) {
  PdfNavigation out;
  QPDF file;
  file.processMemoryFile("pdf", bytes.data(), bytes.size());
  std::map<QPDFObjGen, int> pages;
  for (const auto& page : QPDFPageDocumentHelper(file).getAllPages()) {
    pages.emplace(page.getObjectHandle().getObjGen(), static_cast<int>(pages.size()));
  }
  Handle root = file.getRoot();
  read_labels(root, static_cast<int>(pages.size()), out);
  if (root.hasKey("/Outlines")) read_bookmarks(root.getKey("/Outlines").getKey("/First"), 0, out);
  read_destinations(root, pages, out);
  read_pictures(file, out);
  for (const auto& [key, value] : file.getTrailer().getKey("/Info").getDictAsMap()) {
    out.information[key.substr(1)] = Handle(value).getUTF8Value();
  }
  const auto packet = root.getKey("/Metadata").getStreamData();
  out.metadata.assign(reinterpret_cast<const char*>(packet->getBuffer()), packet->getSize());
  return out;
}

}  // namespace bifolio::testing
