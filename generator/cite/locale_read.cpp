#include "cite/locale_read.h"

#include "cite/file.h"
#include "cite/grammar_read.h"
#include "syntax/xml.h"

namespace bifolio::cite {
namespace {

/// A tag becomes part of a file name: nothing but letters, digits and hyphens.
bool is_plain_tag(const std::string& tag) {
  return !tag.empty() &&
         tag.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-") == tag.npos;
}

std::shared_ptr<const LocaleLayer> read(const std::string& path) {
  const auto bytes = read_file(path);
  if (!bytes) return nullptr;
  Findings ignored;
  const auto root = syntax::parse_xml({*bytes, FileId{0}}, ignored);
  if (!root || root->name != "locale") return nullptr;
  Grammar grammar;
  auto layer = grammar.locale(*root);
  return grammar.fault() ? nullptr : layer;
}

}  // namespace

std::shared_ptr<const LocaleLayer> read_locale_file(const StyleFolders& folders, const std::string& language) {
  if (!is_plain_tag(language)) return nullptr;
  for (const std::string& folder : folders.locales) {
    if (auto layer = read(folder + "/locales-" + language + ".xml")) return layer;
  }
  return nullptr;
}

}  // namespace bifolio::cite
