// Citation Style Language 1.0.2: a style, a locale and the works cited, in the
// order of the text → what is printed for each citation, and the bibliography.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "base/result.h"
#include "model/reference.h"
#include "model/rich_text.h"

namespace bifolio::cite {

/// Where a cite stands in relation to earlier ones. Worked out from the clusters
/// unless a caller that formats citations one by one says it.
enum class CitePosition { automatic, first, subsequent, ibid, ibid_with_locator };

/// One work of a citation.
struct CitedItem {
  std::size_t reference = 0;  ///< index into the library
  std::string locator_label = {}, locator = {};
  RichText prefix = {}, suffix = {};
  bool suppress_author = false;
  bool author_only = false;
  CitePosition position = CitePosition::automatic;
  bool is_near_note = false;  ///< only where `position` is given
};

/// A citation as it stands in the text.
struct Cluster {
  std::vector<CitedItem> items;
  bool is_narrative = false;  ///< the author is part of the sentence
  int note_number = 0;        ///< in note styles; 0 = in the text
};

struct Entry {
  std::size_t reference = 0;
  std::string number;   ///< the margin label of numeric styles: "[1]"; then not part of `text`
  RichText label = {};  ///< the same with its formatting
  RichText text = {};
};

struct Printed {
  std::vector<RichText> clusters;  ///< one for each cluster given
  std::vector<Entry> bibliography;
  bool hanging_indent = false;
  bool is_numeric = false;
  bool is_superscript = false;  ///< the style raises its marks
  bool is_note_style = false;   ///< the clusters are worded to stand in notes
};

/// A style, read and checked, with the locales it needs. Immutable.
class Style;

/// Where styles and locales are looked for: a folder of the booklet first, then the system's.
struct StyleFolders {
  std::vector<std::string> styles = {"/usr/share/citation-style-language/styles"};
  std::vector<std::string> locales = {"/usr/share/citation-style-language/locales"};
};

/// A style by its name ("american-medical-association"), dependents followed.
/// Fails with cite-style-unknown (which names the nearest) or cite-style-invalid.
/// A name that ends in ".csl" or has a slash is the path of a file.
Result<std::shared_ptr<const Style>> load_style(std::string_view name, const StyleFolders& = {});

/// A style from its bytes; `name` is for messages.
Result<std::shared_ptr<const Style>> read_style(std::string_view bytes, std::string_view name,
                                                const StyleFolders& = {});

/// The locale files of these folders. Styles that share them read each file once.
class Locales;
std::shared_ptr<const Locales> open_locales(const StyleFolders& = {});
Result<std::shared_ptr<const Style>> load_style(std::string_view name, const StyleFolders&,
                                                std::shared_ptr<const Locales>);

/// Names of the independent styles that these folders hold, in order.
std::vector<std::string> style_names(const StyleFolders& = {});

/// Where a sorted list has its Chinese works: among the others by their pinyin, or apart from them.
enum class ChineseWorks { among_others, first, last };

/// `language` is the book's; bilingual: each entry is printed in its own language's terms.
/// A work whose field `translation` holds the key of another is one work in two
/// languages with it: its entry prints both.
struct Options {
  std::string language;  ///< "" = the style's own, or en-US
  bool is_bilingual = true;
  ChineseWorks chinese_works = ChineseWorks::among_others;
  std::vector<std::size_t> uncited = {};  ///< works listed though no cluster cites them; they count first
};

Printed print(const Style&, const Library&, std::span<const Cluster>, const Options&, Findings&);

/// The works as a library that other programs read: CSL-JSON, BibLaTeX, RIS.
enum class LibraryFormat { csl_json, bibtex, ris };
std::string write_library(const Library&, std::span<const std::size_t> references, LibraryFormat);

RuleList rules();

}  // namespace bifolio::cite
