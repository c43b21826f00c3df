// Names that are set in italics: species, genes, journals.
#include <algorithm>

#include "base/unicode.h"
#include "check/search.h"
#include "check/typography.h"

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

const std::vector<std::string_view> kSpecies = {"Caenorhabditis elegans",
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

const std::vector<std::string_view> kJournals = {"Nature Reviews Neurology",
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
const std::vector<std::string_view> kJournalsAfterIn = {
    "published in Nature",  "published in Science",   "published in Cell", "published in Brain",
    "published in Neuron",  "published in Neurology", "published in JAMA", "the journal Nature",
    "the journal Science",  "the journal Cell",       "the journal Brain", "the journal Neuron",
    "the journal Neurology"};

/// Symbols without a digit that stand for nothing else in these booklets.
const std::vector<std::string_view> kGenes = {"FUS", "TARDBP", "VCP", "OPTN", "SETX",
                                              "ANG", "MAPT",   "GRN", "APOE", "HTT"};

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

/// Whether capitals stand where the name has them: `nature` is no journal.
bool is_written_so(const Match& match, const std::vector<std::string_view>& names) {
  return std::find(names.begin(), names.end(), match.text) != names.end();
}

void judge_names(const Passage& passage, const std::vector<std::string_view>& names, Findings& findings) {
  std::size_t end = 0;
  for (const Match& match : find_words(passage, names)) {
    if (match.begin < end || !is_written_so(match, names)) continue;
    report_upright(passage, match.begin, match.end, findings);
    end = match.end;
  }
}

void judge_journals(const Passage& passage, Findings& findings) {
  judge_names(passage, kJournals, findings);
  for (const Match& match : find_words(passage, kJournalsAfterIn)) {
    const std::size_t name = match.text.rfind(' ') + 1;
    const char32_t next = after(passage.text, match.end + 1);  // “Nature Medicine” is another
    const bool is_longer = after(passage.text, match.end) == U' ' && is_upper(next);
    if (is_upper(after(match.text, name)) && !is_longer)
      report_upright(passage, match.begin + name, match.end, findings);
  }
}

/// `SOD1`, `C9orf72`, `FUS`.
bool is_gene(std::string_view word) {
  if (std::find(kGenes.begin(), kGenes.end(), word) != kGenes.end()) return true;
  if (word.size() < 3 || !is_upper(static_cast<unsigned char>(word[0]))) return false;
  const auto is_digit_byte = [](char c) { return c >= '0' && c <= '9'; };
  const std::size_t digits = static_cast<std::size_t>(std::count_if(word.begin(), word.end(), is_digit_byte));
  // `G93A` is a change of an amino acid, and ends in its letter.
  return digits > 0 && is_digit_byte(word.back()) && word.size() - digits >= 2;
}

void judge_genes(const Passage& passage, Findings& findings) {
  static const std::vector<std::string_view> words = {"gene",   "genes",   "mutation", "mutations",
                                                      "allele", "alleles", "locus"};
  const std::string& text = passage.text;
  for (const Match& match : find_words(passage, words)) {
    if (match.begin < 2 || text[match.begin - 1] != ' ') continue;
    const std::size_t end = match.begin - 1;
    std::size_t begin = end;
    while (begin > 0 && (std::isalnum(static_cast<unsigned char>(text[begin - 1])) != 0)) --begin;
    const bool is_whole = begin == 0 || text[begin - 1] == ' ' || text[begin - 1] == '(';
    if (is_whole && begin < end && is_gene(std::string_view(text).substr(begin, end - begin)))
      report_upright(passage, begin, end, findings);
  }
}

}  // namespace

void check_typo_italic(const Context& context, Findings& findings) {
  for (const BookProse& prose : context.prose) {
    for (const Passage& passage : prose.passages) {
      judge_names(passage, kSpecies, findings);
      if (prose.book->language.starts_with("zh")) continue;
      judge_journals(passage, findings);
      judge_genes(passage, findings);
    }
  }
}

}  // namespace bifolio::check
