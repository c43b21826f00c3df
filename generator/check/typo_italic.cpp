// Names that are set in italics: species, genes, journals.
#include <algorithm>
#include <cctype>
#include <span>

#include "base/unicode.h"
#include "check/checks.h"
#include "check/search.h"
#include "check/word_finder.h"

namespace bifolio::check {

const Rule typo_italic{
    "typo-italic",
    Severity::info,
    {"Set “{wrong}” in italics: {right}.", "“{wrong}”应排成斜体：{right}。"},
    {"Latin names of species are set in italics in both languages; in English also symbols of genes (the protein stays "
     "upright) and titles of journals.",
     "物种的拉丁学名在两种语言中都用斜体；英文里基因符号（蛋白质用正体）和期刊名也用斜体。"},
    Repair::yes};

namespace {

constexpr std::string_view kSpecies[] = {"Caenorhabditis elegans",
                                         "C. elegans",
                                         "Drosophila melanogaster",
                                         "D. melanogaster",
                                         "Escherichia coli",
                                         "E. coli",
                                         "Danio rerio",
                                         "D. rerio",
                                         "Mus musculus",
                                         "M. musculus",
                                         "Saccharomyces cerevisiae",
                                         "S. cerevisiae",
                                         "Homo sapiens",
                                         "H. sapiens",
                                         "Rattus norvegicus",
                                         "R. norvegicus",
                                         "Ginkgo biloba",
                                         "Macaca mulatta",
                                         "Xenopus laevis",
                                         "Arabidopsis thaliana"};

constexpr std::string_view kJournals[] = {"Nature Reviews Neurology",
                                          "Nature Reviews Drug Discovery",
                                          "Nature Medicine",
                                          "Nature Neuroscience",
                                          "Nature Genetics",
                                          "Nature Communications",
                                          "The Lancet Neurology",
                                          "The Lancet",
                                          "Lancet Neurology",
                                          "New England Journal of Medicine",
                                          "JAMA Neurology",
                                          "Annals of Neurology",
                                          "Acta Neuropathologica",
                                          "Science Translational Medicine",
                                          "Frontiers in Neurology",
                                          "Muscle & Nerve",
                                          "PLOS ONE"};

/// Titles that are words too: after “published in”, “in the journal” alone.
constexpr std::string_view kJournalsAfterIn[] = {
    "published in Nature",  "published in Science",   "published in Cell", "published in Brain",
    "published in Neuron",  "published in Neurology", "published in JAMA", "the journal Nature",
    "the journal Science",  "the journal Cell",       "the journal Brain", "the journal Neuron",
    "the journal Neurology"};

constexpr std::string_view kGeneWords[] = {"gene", "genes", "mutation", "mutations", "allele", "alleles", "locus"};

/// Symbols without a digit that stand for nothing else in these booklets.
constexpr std::string_view kGenes[] = {"FUS", "TARDBP", "VCP", "OPTN", "SETX", "ANG", "MAPT", "GRN", "APOE", "HTT"};

bool is_emphasised(const Passage& passage, std::size_t begin, std::size_t end) {
  const auto in_it = passage.touched(begin, end);
  return std::all_of(in_it.begin(), in_it.end(), [](const Stretch& stretch) { return stretch.is_emphasised; });
}

void report_upright(const Passage& passage, std::size_t begin, std::size_t end, Findings& findings) {
  if (is_emphasised(passage, begin, end) || !passage.is_text(begin, end)) return;
  const std::string name = passage.text.substr(begin, end - begin), right = "*" + name + "*";
  const Span span = passage.span(begin, end);
  Finding finding{&typo_italic, span, {{"wrong", name}, {"right", right}}, {}, {}, name};
  if (span.size() == name.size()) finding.fixes.push_back({span, right});
  findings.add(std::move(finding));
}

enum class Kind { species, journal, journal_after_in, gene_word };

/// All words at once, in one pass over a passage.
class Names {
 public:
  Names() {
    add(Kind::species, kSpecies);
    add(Kind::journal, kJournals);
    add(Kind::journal_after_in, kJournalsAfterIn);
    add(Kind::gene_word, kGeneWords);
    finder_.finish();
  }

  struct Found {
    Kind kind;
    std::size_t begin, end;
  };
  /// With capitals where the name has them: `nature` is no journal.
  std::vector<Found> in(std::string_view text) const {
    std::vector<Found> all;
    for (const WordFinder::Hit& hit : finder_.find(text)) {
      if (text.substr(hit.begin, hit.end - hit.begin) == words_[hit.word].second)
        all.push_back({words_[hit.word].first, hit.begin, hit.end});
    }
    return all;
  }

 private:
  void add(Kind kind, std::span<const std::string_view> names) {
    for (const std::string_view name : names) {
      finder_.add(name);
      words_.emplace_back(kind, name);
    }
  }

  WordFinder finder_;
  std::vector<std::pair<Kind, std::string_view>> words_;
};

/// “published in Nature”; “Nature Medicine” is another.
void judge_journal_after_in(const Passage& passage, std::size_t begin, std::size_t end, Findings& findings) {
  const std::size_t name = passage.text.rfind(' ', end - 1) + 1;
  const bool is_longer = after(passage.text, end) == U' ' && is_upper(after(passage.text, end + 1));
  if (name > begin && !is_longer) report_upright(passage, name, end, findings);
}

/// `SOD1`, `C9orf72`, `FUS`.
bool is_gene(std::string_view word) {
  if (std::ranges::find(kGenes, word) != std::ranges::end(kGenes)) return true;
  if (word.size() < 3 || !is_upper(static_cast<unsigned char>(word[0]))) return false;
  const auto is_digit_byte = [](char c) { return c >= '0' && c <= '9'; };
  const std::size_t digits = static_cast<std::size_t>(std::count_if(word.begin(), word.end(), is_digit_byte));
  // `G93A` is a change of an amino acid, and ends in its letter.
  return digits > 0 && is_digit_byte(word.back()) && word.size() - digits >= 2;
}

/// The symbol before “gene”, “mutation”, …
void judge_gene(const Passage& passage, std::size_t word, Findings& findings) {
  const std::string_view text = passage.text;
  if (word < 2 || text[word - 1] != ' ') return;
  const std::size_t end = word - 1;
  std::size_t begin = end;
  while (begin > 0 && std::isalnum(static_cast<unsigned char>(text[begin - 1])) != 0) --begin;
  const bool is_whole = begin == 0 || text[begin - 1] == ' ' || text[begin - 1] == '(';
  if (is_whole && begin < end && is_gene(text.substr(begin, end - begin)))
    report_upright(passage, begin, end, findings);
}

void judge(const Passage& passage, const Names& names, bool in_chinese, Findings& findings) {
  std::size_t end = 0;
  for (const Names::Found& found : names.in(passage.text)) {
    if (found.begin < end || (in_chinese && found.kind != Kind::species)) continue;
    switch (found.kind) {
      case Kind::species:
      case Kind::journal: report_upright(passage, found.begin, found.end, findings); break;
      case Kind::journal_after_in: judge_journal_after_in(passage, found.begin, found.end, findings); break;
      case Kind::gene_word: judge_gene(passage, found.begin, findings); break;
    }
    end = found.end;
  }
}

}  // namespace

void check_typo_italic(const Context& context, Findings& findings) {
  const Names names;
  for (const BookProse& prose : context.prose) {
    const bool in_chinese = prose.book->language.starts_with("zh");
    for (const Passage& passage : prose.passages) judge(passage, names, in_chinese, findings);
  }
}

}  // namespace bifolio::check
