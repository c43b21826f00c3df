#include "cite/processor.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "cite/bilingual.h"
#include "cite/rules.h"

namespace bifolio::cite {

const Locale& LocaleShelf::get(const std::string& language) {
  auto& slot = locales_[language];
  if (!slot) slot = std::make_unique<Locale>(make_locale(style_, language));
  return *slot;
}

const Layout& layout_for(const std::vector<Layout>& layouts, const Item& item) {
  for (const Layout& layout : layouts) {
    for (const std::string& language : layout.languages) {
      if (same_language(language, item.language)) return layout;
    }
  }
  // CSL-M: the layout without languages comes last and serves the rest.
  const auto plain = std::find_if(layouts.begin(), layouts.end(), [](const Layout& l) { return l.languages.empty(); });
  return plain == layouts.end() ? layouts.back() : *plain;
}

namespace {

class Processor {
 public:
  Processor(const Style& style, const Library& library, std::span<const Cluster> clusters, const Options& options,
            Findings& findings)
      : style_(style),
        library_(library),
        clusters_(clusters),
        options_(options),
        findings_(findings),
        locales_(style, main_language()) {}
  Printed run();

 private:
  std::string main_language() const {
    if (!options_.language.empty()) return normalize_language(options_.language);
    return style_language();
  }
  /// The language whose order of dates and words a style's own text follows.
  std::string style_language() const { return style_.default_locale.empty() ? "en-US" : style_.default_locale; }
  void register_works();
  std::size_t register_work(std::size_t reference);
  void choose_language(Item&);
  void pair_works();
  void report_no_partner(const Reference&);
  void report_guesses();
  Cite make_cite(const CitedItem&);

  const Style& style_;
  const Library& library_;
  std::span<const Cluster> clusters_;
  const Options& options_;
  Findings& findings_;
  LocaleShelf locales_;
  Registry registry_;
  std::vector<std::size_t> work_of_;       ///< reference → work + 1; 0 = not met yet
  std::vector<const Reference*> guessed_;  ///< works without a language in a script of another one
};

void Processor::choose_language(Item& item) {
  item.language = normalize_language(item.text(Variable::language));
  item.locale = &locales_.main();
  const bool may_differ = options_.is_bilingual;
  if (may_differ && item.language.empty()) {
    item.language = language_of_script(item, locales_.main().language());
    if (!same_language(item.language, item.locale->language())) guessed_.push_back(item.reference);
  }
  if (may_differ && !same_language(item.language, item.locale->language())) item.locale = &locales_.get(item.language);
  item.orders_dates = may_differ && !same_language(item.locale->language(), style_language());
  item.is_english = item.language.empty() ? item.locale->is_english() : item.language.starts_with("en");
}

/// One finding for all works whose language had to be told from their script.
void Processor::report_guesses() {
  if (guessed_.empty()) return;
  std::string keys;
  for (std::size_t i = 0; i < std::min<std::size_t>(guessed_.size(), 3); ++i)
    keys += (i ? ", " : "") + guessed_[i]->key;
  if (guessed_.size() > 3) keys += " …";
  findings_.add(
      {&cite_language_guessed, guessed_[0]->span, {{"count", std::to_string(guessed_.size())}, {"keys", keys}}});
}

void Processor::report_no_partner(const Reference& reference) {
  const ReferenceField& partner = reference.fields.find("translation")->second;
  findings_.add({&cite_translation_unknown,
                 partner.span,
                 {{"key", reference.key}, {"partner", partner.value}},
                 {},
                 {},
                 reference.key});
}

/// Finds the partner of each work that names one. A partner that is cited itself keeps its own entry.
void Processor::pair_works() {
  std::unordered_map<std::string_view, std::size_t> by_key;
  for (Registered& work : registry_.works) {
    const std::string_view key = work.item.reference->field("translation");
    if (key.empty()) continue;
    if (by_key.empty()) {
      for (std::size_t i = 0; i < library_.references.size(); ++i) by_key.emplace(library_.references[i].key, i);
    }
    const auto at = by_key.find(key);
    if (at == by_key.end()) {
      report_no_partner(*work.item.reference);
      continue;
    }
    if (work_of_[at->second] > 0) continue;
    registry_.pairs.push_back(make_item(library_.references[at->second]));
    choose_language(registry_.pairs.back());
    work.pair = &registry_.pairs.back();
  }
}

std::size_t Processor::register_work(std::size_t reference) {
  std::size_t& slot = work_of_[reference];
  if (slot > 0) return slot - 1;
  const Reference& source = library_.references[reference];
  Registered work;
  work.reference = reference;
  work.item = make_item(source);
  choose_language(work.item);
  if (work.item.type == ItemType::none) {
    findings_.add({&cite_item_type, source.span, {{"key", source.key}, {"type", source.type}}, {}, {}, source.key});
  }
  registry_.works.push_back(std::move(work));
  slot = registry_.works.size();
  return slot - 1;
}

struct SplitLocator {
  Locator label;
  std::string_view text;
};

/// “vol. 1, fol. 186” without a label says itself what it is.
SplitLocator split_locator(std::string_view text, std::string_view label) {
  static constexpr std::pair<std::string_view, Locator> kWords[] = {
      {"bk.", Locator::book},        {"ch.", Locator::chapter}, {"chap.", Locator::chapter},
      {"col.", Locator::column},     {"fig.", Locator::figure}, {"fol.", Locator::folio},
      {"l.", Locator::line},         {"n.", Locator::note},     {"no.", Locator::issue},
      {"op.", Locator::opus},        {"p.", Locator::page},     {"pp.", Locator::page},
      {"para.", Locator::paragraph}, {"pt.", Locator::part},    {"sec.", Locator::section},
      {"s.v.", Locator::sub_verbo},  {"v.", Locator::verse},    {"vol.", Locator::volume}};
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  if (text.empty()) return {Locator::none, text};
  if (!label.empty()) return {find_locator(label), text};
  for (const auto& [word, locator] : kWords) {
    if (text.starts_with(word) && text.size() > word.size() + 1 && text[word.size()] == ' ') {
      return {locator, text.substr(word.size() + 1)};
    }
  }
  return {Locator::page, text};
}

Cite Processor::make_cite(const CitedItem& cited) {
  Cite cite;
  cite.cited = &cited;
  cite.work = register_work(cited.reference);
  const SplitLocator split = split_locator(cited.locator, cited.locator_label);
  cite.place.locator = split.text;
  cite.place.locator_label = split.label;
  cite.place.suppress_author = cited.suppress_author;
  return cite;
}

void Processor::register_works() {
  work_of_.assign(library_.references.size(), 0);
  const auto exists = [&](std::size_t reference) { return reference < library_.references.size(); };
  for (const std::size_t reference : options_.uncited) {
    if (exists(reference)) register_work(reference);
  }
  for (const Cluster& cluster : clusters_) {
    std::vector<Cite>& cites = registry_.cites.emplace_back();
    for (const CitedItem& cited : cluster.items) {
      if (exists(cited.reference)) cites.push_back(make_cite(cited));
    }
  }
}

Printed Processor::run() {
  register_works();
  pair_works();
  report_guesses();
  order_works(registry_, style_, locales_, options_.chinese_works);
  for (auto& cites : registry_.cites) order_cites(cites, registry_, style_, locales_);
  place_cites(registry_, clusters_, style_);
  disambiguate(registry_, style_, locales_);
  Printed printed;
  for (std::size_t i = 0; i < clusters_.size(); ++i) {
    printed.clusters.push_back(print_cluster(registry_.cites[i], clusters_[i], registry_, style_, locales_));
  }
  printed.bibliography = print_bibliography(registry_, style_, locales_);
  printed.hanging_indent = style_.bibliography && style_.bibliography->hanging_indent;
  printed.is_numeric = style_.is_numeric;
  printed.is_superscript = style_.is_superscript;
  printed.is_note_style = style_.is_note;
  return printed;
}

}  // namespace

Printed print(const Style& style, const Library& library, std::span<const Cluster> clusters, const Options& options,
              Findings& findings) {
  return Processor(style, library, clusters, options, findings).run();
}

}  // namespace bifolio::cite
