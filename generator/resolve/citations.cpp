#include <algorithm>
#include <map>
#include <set>

#include "base/nearest.h"
#include "base/unicode.h"
#include "lang/lang.h"
#include "lock/lock.h"
#include "model/walk.h"
#include "resolve/references.h"
#include "resolve/rules.h"

namespace bifolio::resolve {
namespace {

RichText rich(const Inlines&);

RichText rich(const Inline& node) {
  RichText out;
  node.visit([&](const auto& value) {
    using T = std::remove_cvref_t<decltype(value)>;
    if constexpr (std::is_same_v<T, Text> || std::is_same_v<T, Code>) {
      out.text = value.text;
    } else if constexpr (std::is_same_v<T, Emphasis> || std::is_same_v<T, Strong> || std::is_same_v<T, Phrase> ||
                         std::is_same_v<T, Strikethrough> || std::is_same_v<T, Link>) {
      out = rich(value.children);
      if constexpr (std::is_same_v<T, Emphasis>) out.style.slant = RichStyle::Slant::italic;
      if constexpr (std::is_same_v<T, Strong>) out.style.weight = RichStyle::Weight::bold;
    } else {
      out.text = plain_text({node});
    }
  });
  return out;
}

RichText rich(const Inlines& inlines) {
  RichText out;
  for (const Inline& node : inlines) out.children.push_back(rich(node));
  return out;
}

/// A citation of the book and the document it stands in.
struct Place {
  Citation* citation;
  std::size_t document;
};

/// All citations in reading order; those of a note where the note is called.
class Collector {
 public:
  explicit Collector(Book& book) : book_(book) {}

  std::vector<Place> collect() {
    for (document_ = 0; document_ < book_.documents.size(); ++document_) {
      Document& document = book_.documents[document_];
      seen_notes_.assign(document.notes.size(), false);
      const EditInline edit = [&](Inline& node) { visit(node, document); };
      for_each_inline(document.title, edit);
      for_each_inline(document.front.abstract, edit);
      for_each_inline(document.blocks, edit);
    }
    return std::move(places_);
  }

 private:
  void visit(Inline& node, Document& document) {
    if (auto* citation = node.get_if<Citation>()) places_.push_back({citation, document_});
    const auto* mark = node.get_if<NoteMark>();
    if (!mark || !mark->note || *mark->note >= seen_notes_.size() || seen_notes_[*mark->note]) return;
    seen_notes_[*mark->note] = true;  // before the note's own marks, which may call it again
    for_each_inline(document.notes[*mark->note].children, [&](Inline& inner) { visit(inner, document); });
  }

  Book& book_;
  std::size_t document_ = 0;
  std::vector<bool> seen_notes_;
  std::vector<Place> places_;
};

class KeyIndex {
 public:
  explicit KeyIndex(const Publication& publication) : publication_(publication) {
    const auto& references = publication.library.references;
    for (std::size_t i = 0; i < references.size(); ++i) {
      by_key_.try_emplace(references[i].key, i);
      by_folded_key_.try_emplace(fold_case(references[i].key), i);
    }
  }

  std::optional<std::size_t> find(const CitedWork& work, Findings& findings) const {
    if (const auto at = by_key_.find(work.key); at != by_key_.end()) return at->second;
    if (const auto at = by_folded_key_.find(fold_case(work.key)); at != by_folded_key_.end()) {
      const std::string& right = publication_.library.references[at->second].key;
      Finding finding{&cite_key_case, work.key_span, {{"key", work.key}, {"right", right}}, {}, {}, work.key};
      if (work.key_span.size() == work.key.size()) finding.fixes.push_back({work.key_span, right});
      findings.add(std::move(finding));
      return at->second;
    }
    report_undefined(work, findings);
    return std::nullopt;
  }

 private:
  void report_undefined(const CitedWork& work, Findings& findings) const {
    const auto& paths = publication_.booklet.libraries;
    if (!paths.empty() && publication_.library.references.empty()) return;  // the library itself could not be read
    std::string libraries;
    for (const std::string& path : paths) libraries += (libraries.empty() ? "" : ", ") + path;
    Argument where{"libraries", libraries, libraries};
    if (libraries.empty())
      where = {"libraries", "any library (bifolio.toml names none)", "文献库（bifolio.toml 没有列出文献库）"};
    std::vector<std::string> keys;
    for (const auto& [key, index] : by_key_) keys.push_back(key);
    const std::string near = nearest(work.key, keys);
    const Argument hint{"suggestion", near.empty() ? "" : " Did you mean `" + near + "`?",
                        near.empty() ? "" : "是否应为 `" + near + "`？"};
    findings.add({&cite_undefined, work.key_span, {{"key", work.key}, where, hint}, {}, {}, work.key});
  }

  const Publication& publication_;
  std::map<std::string, std::size_t> by_key_, by_folded_key_;
};

cite::Cluster cluster_of(Citation& citation, const KeyIndex& keys, Findings& findings) {
  cite::Cluster cluster;
  cluster.is_narrative = citation.is_narrative;
  for (CitedWork& work : citation.works) {
    const auto reference = keys.find(work, findings);
    work.reference = reference;  // of the library here; of the printed list once that is known
    if (!reference) continue;
    cite::CitedItem item;
    item.reference = *reference;
    item.locator_label = work.locator_label;
    item.locator = work.locator;
    item.prefix = rich(work.prefix);
    item.suffix = rich(work.suffix);
    item.suppress_author = work.suppress_author;
    cluster.items.push_back(std::move(item));
  }
  return cluster;
}

/// What an unknown key leaves on the page: visible, so that nobody takes the claim for sourced.
RichText unknown_keys(const Citation& citation) {
  std::string text = "[";
  for (const CitedWork& work : citation.works) text += (text.size() > 1 ? "; ?" : "?") + work.key;
  return {.text = text + "]"};
}

std::string entry_id(const std::string& key) {
  std::string id = "ref-";
  for (const char c : key) id.push_back(c == ' ' || c == '"' || c == '\'' || c == '#' ? '-' : c);
  return id;
}

void place_references(Book& book, const std::vector<Place>& places, const std::vector<cite::Cluster>& clusters,
                      const cite::Printed& printed) {
  std::map<std::size_t, std::size_t> entry_of;
  for (std::size_t i = 0; i < book.references.size(); ++i) entry_of.emplace(book.references[i].reference, i);
  for (std::size_t i = 0; i < places.size(); ++i) {
    Citation& citation = *places[i].citation;
    citation.anchor = "cite-" + std::to_string(i + 1);
    citation.rendered = clusters[i].items.empty() ? unknown_keys(citation) : printed.clusters[i];
    std::size_t item = 0;
    for (CitedWork& work : citation.works) {
      if (!work.reference) continue;
      const auto at = entry_of.find(clusters[i].items[item++].reference);
      if (at == entry_of.end()) {
        work.reference.reset();
        continue;
      }
      work.reference = at->second;
      book.references[at->second].places.push_back({places[i].document, citation.anchor});
    }
  }
}

bool is_acknowledged(const Booklet& booklet, const std::string& key) {
  return std::any_of(booklet.acknowledged.begin(), booklet.acknowledged.end(),
                     [&](const Acknowledgement& one) { return one.key == key; });
}

/// A reader must not take a retracted work for a sound one, whether or not the author knew.
bool is_retracted(const Publication& publication, const Reference& reference) {
  if (is_acknowledged(publication.booklet, reference.key)) return true;
  const auto pointer = [](const auto& value) { return value ? &*value : nullptr; };
  const lock::Known known = lock::what_is_known(reference, pointer(publication.lock), pointer(publication.retractions));
  return lock::is_withdrawn(known.standing);
}

std::vector<BibliographyEntry> entries(const cite::Printed& printed, const Publication& publication) {
  std::vector<BibliographyEntry> all;
  for (const cite::Entry& entry : printed.bibliography) {
    const Reference& reference = publication.library.references[entry.reference];
    all.push_back({entry.reference,
                   entry.number,
                   entry.text,
                   entry_id(reference.key),
                   {},
                   is_retracted(publication, reference),
                   reference.field("status") == "unverified"});
  }
  return all;
}

/// Numbers in order of mention, for when the style itself cannot be used: a
/// reader still finds every source, and the finding says what is wrong.
cite::Printed print_plainly(const Library& library, const std::vector<cite::Cluster>& clusters) {
  cite::Printed printed;
  printed.is_numeric = true;
  std::map<std::size_t, std::string> numbers;
  for (const cite::Cluster& cluster : clusters) {
    std::string marks;
    for (const cite::CitedItem& item : cluster.items) {
      const auto [at, is_new] = numbers.try_emplace(item.reference, std::to_string(numbers.size() + 1));
      marks += (marks.empty() ? "" : ", ") + at->second;
      if (!is_new) continue;
      const Reference& reference = library.references[item.reference];
      const std::string title(reference.field("title").empty() ? reference.key : reference.field("title"));
      printed.bibliography.push_back({item.reference, "[" + at->second + "]", {.text = title, .variable = "title"}});
    }
    printed.clusters.push_back({.text = "[" + marks + "]"});
  }
  return printed;
}

std::string usual_style(const std::string& language) {
  return language.starts_with("zh") ? "china-national-standard-gb-t-7714-2015-numeric" : "american-medical-association";
}

std::string style_name(const Booklet& booklet, const std::string& language) {
  const std::string& given = text_in(booklet.citation_style, language);
  return given.empty() ? usual_style(language) : given;
}

void drop_full_stop(RichText& text) {
  if (!text.children.empty()) return drop_full_stop(text.children.back());
  if (text.text.ends_with('.')) text.text.pop_back();
}

/// What a style words for the foot of a page stands in the text in parentheses.
void set_notes_in_text(cite::Printed& printed, const Book& book, const Booklet& booklet, Findings& findings) {
  const bool is_chinese = book.language.starts_with("zh");
  for (RichText& cluster : printed.clusters) {
    drop_full_stop(cluster);
    cluster = {.children = {{.text = is_chinese ? "（" : "("}, std::move(cluster), {.text = is_chinese ? "）" : ")"}}};
  }
  const auto place = booklet.places.find("citations.style." + book.language);
  const Span span = place == booklet.places.end() ? Span{booklet.file, 0, 0} : place->second;
  findings.add(
      {&cite_style_notes, span, {{"name", style_name(booklet, book.language)}, {"other", usual_style(book.language)}}});
}

cite::Options options_for(const Booklet& booklet, const std::string& language) {
  const std::string& place = text_in(booklet.chinese_works, language);
  return {.language = language,
          .is_bilingual = booklet.has_bilingual_references,
          .chinese_works = place == "first"  ? cite::ChineseWorks::first
                           : place == "last" ? cite::ChineseWorks::last
                                             : cite::ChineseWorks::among_others};
}

bool is_raised(const RichText& text) {
  if (text.style.position == RichStyle::Position::superscript) return true;
  return std::any_of(text.children.begin(), text.children.end(), is_raised);
}

/// A raised mark stands right after its word; the space before it was for the eyes of the author.
void close_up_raised_marks(Inlines& inlines) {
  for (std::size_t i = 1; i < inlines.size(); ++i) {
    const auto* citation = inlines[i].get_if<Citation>();
    auto* text = std::get_if<Text>(&inlines[i - 1].value);
    if (!citation || citation->is_narrative || !text || !is_raised(citation->rendered)) continue;
    const bool maps_bytes = inlines[i - 1].span.size() == text->text.size();
    while (text->text.ends_with(' ')) {
      text->text.pop_back();
      if (maps_bytes) --inlines[i - 1].span.end;
    }
  }
}

/// Of several works in one citation, the mark must say which.
std::string name_of(const Publication& publication, const BibliographyEntry& entry) {
  std::string digits;
  for (const char c : entry.number) {
    if (c >= '0' && c <= '9') digits.push_back(c);
  }
  const Reference& reference = publication.library.references[entry.reference];
  const auto authors = reference.names.find("author");
  if (!digits.empty() || authors == reference.names.end() || authors->second.names.empty()) return digits;
  const Name& first = authors->second.names.front();
  return first.family.empty() ? first.literal : first.family;
}

/// “[Retracted]”, “[已撤稿：3]”; "" where every work stands.
std::string retraction_mark(const Citation& citation, const Book& book, const Publication& publication,
                            std::string_view label, bool is_han) {
  std::string names;
  bool has_any = false;
  for (const CitedWork& work : citation.works) {
    if (!work.reference || !book.references[*work.reference].is_retracted) continue;
    has_any = true;
    const std::string name = name_of(publication, book.references[*work.reference]);
    if (!name.empty()) names += (names.empty() ? "" : is_han ? "、" : ", ") + name;
  }
  if (!has_any) return "";
  const bool needs_names = citation.works.size() > 1 && !names.empty();
  return "[" + std::string(label) + (needs_names ? (is_han ? "：" : ":\u00A0") + names : "") + "]";
}

/// Behind every citation of a retracted work, as text: seen, heard and printed like any other.
void mark_retracted(Inlines& inlines, const Book& book, const Publication& publication) {
  const lang::Language* language = lang::find(book.language);
  if (!language) return;
  const bool is_han = language->writing() == lang::Writing::han;
  for (std::size_t i = inlines.size(); i-- > 0;) {
    const auto* citation = inlines[i].get_if<Citation>();
    if (!citation) continue;
    const std::string mark = retraction_mark(*citation, book, publication, language->labels().retracted, is_han);
    if (mark.empty()) continue;
    const Span place{inlines[i].span.file, inlines[i].span.end, inlines[i].span.end};
    Inlines more;
    if (!is_han) more.push_back({Text{" "}, place});
    more.push_back({Strong{{{Text{mark}, place}}}, place});
    inlines.insert(inlines.begin() + static_cast<std::ptrdiff_t>(i) + 1, more.begin(), more.end());
  }
}

}  // namespace

void cite_works(Book& book, const Publication& publication, const cite::StyleFolders& folders, Findings& findings) {
  const auto style = cite::load_style(style_name(publication.booklet, book.language), folders);
  if (!style) findings.add(style.error());
  const KeyIndex keys(publication);
  std::vector<Place> places = Collector(book).collect();
  std::vector<cite::Cluster> clusters;
  for (Place& place : places) clusters.push_back(cluster_of(*place.citation, keys, findings));
  cite::Printed printed = style ? cite::print(**style, publication.library, clusters,
                                              options_for(publication.booklet, book.language), findings)
                                : print_plainly(publication.library, clusters);
  if (printed.is_note_style) set_notes_in_text(printed, book, publication.booklet, findings);
  book.references = entries(printed, publication);
  book.references_are_numbered = printed.is_numeric;
  book.hanging_indent = printed.hanging_indent;
  place_references(book, places, clusters, printed);
  for (Document& document : book.documents) {
    for_each_inlines(document, close_up_raised_marks);
    for_each_inlines(document, [&](Inlines& inlines) { mark_retracted(inlines, book, publication); });
  }
}

}  // namespace bifolio::resolve
