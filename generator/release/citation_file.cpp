// https://github.com/citation-file-format/citation-file-format, schema 1.2.0
#include "base/json_write.h"
#include "release/cited.h"
#include "release/exports.h"

namespace bifolio::release {
namespace {

/// JSON strings are YAML's double-quoted scalars.
std::string scalar(std::string_view text) {
  return write_json(Tree::of(one_line(text)), JsonLayout::compact);
}

/// The first language that gives it: the others follow.
std::string in_all_languages(const LocalText& text, const Booklet& booklet) {
  std::string all;
  for (const std::string& language : booklet.languages) {
    if (const std::string& one = text_in(text, language); !one.empty()) all += (all.empty() ? "" : " / ") + one;
  }
  return all;
}

}  // namespace

std::string citation_file(const Booklet& booklet) {
  std::string out = "cff-version: 1.2.0\n";
  out += "message: " + scalar("If you use this booklet, please cite this version of it. 引用时请写明版本。") + "\n";
  out += "title: " + scalar(in_all_languages(booklet.title, booklet)) + "\n";
  if (const std::string about = in_all_languages(booklet.subtitle, booklet); !about.empty())
    out += "abstract: " + scalar(about) + "\n";
  out += "version: " + scalar(booklet.version) + "\n";
  if (!booklet.date.empty()) out += "date-released: " + scalar(booklet.date) + "\n";
  std::string authors;
  for (const std::string& language : booklet.languages) {
    const auto people = booklet.contributors.find(language);
    if (people == booklet.contributors.end()) continue;
    for (const std::string& name : people->second) authors += "  - name: " + scalar(name) + "\n";
  }
  if (authors.empty()) authors = "  - name: " + scalar(in_all_languages(booklet.group, booklet)) + "\n";
  return out + "authors:\n" + authors;
}

}  // namespace bifolio::release
