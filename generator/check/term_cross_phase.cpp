// Near-identical sentences of two phases whose names or numbers contradict.
#include <algorithm>
#include <cstdint>
#include <map>

#include "base/unicode.h"
#include "base/utf8.h"
#include "check/checks.h"
#include "check/quantity.h"
#include "check/search.h"

namespace bifolio::check {

const Rule term_cross_phase{
    "term-cross-phase",
    Severity::warning,
    {"This says {here}, while {phase} says {there} in nearly the same sentence; check which is right.",
     "此处为 {here}，{phase} 中几乎相同的句子为 {there}；请核实哪一个正确。"},
    {"Two phases of a booklet often repeat a sentence. Where only a name or a number differs (IL-6 and IL-2), one of "
     "the two is often a slip. If both are right, reword one so that the difference is said.",
     "两期内容常有重复的句子。若只有名称或数字不同（IL-6 与 "
     "IL-2），往往有一处是笔误。若两处都对，请改写其中一句，把差别说明白。"}};

namespace {

constexpr std::size_t kShingle = 4;       // tokens
constexpr std::size_t kFewestTokens = 8;  // shorter sentences are alike by chance
constexpr std::size_t kCommon = 32;       // a shingle in more sentences tells nothing

struct Fact {
  std::string key, shown;
  Span span;
};

struct Said {
  const Passage* passage;
  const std::string* phase;
  std::vector<std::uint64_t> shingles;
  std::vector<Fact> facts;
};

/// FNV-1a, the same on every machine.
std::uint64_t hash(std::string_view text, std::uint64_t state = 14695981039346656037u) {
  for (const char c : text) state = (state ^ static_cast<unsigned char>(c)) * 1099511628211u;
  return state;
}

/// Latin words in small letters and single Han characters.
std::vector<std::string> tokens_of(std::string_view text) {
  std::vector<std::string> tokens;
  bool in_word = false;
  for (const auto [c, offset, size] : code_points(text)) {
    const bool is_word = c < 0x250 && is_letter(c);
    if (is_word && in_word)
      tokens.back() += text.substr(offset, size);
    else if (is_word || is_han(c))
      tokens.emplace_back(text.substr(offset, size));
    in_word = is_word;
  }
  for (std::string& token : tokens) token = to_lower(token);
  return tokens;
}

std::vector<std::uint64_t> shingles_of(const std::vector<std::string>& tokens) {
  std::vector<std::uint64_t> shingles;
  if (tokens.size() < kFewestTokens) return shingles;
  for (std::size_t i = 0; i + kShingle <= tokens.size(); ++i) {
    std::uint64_t state = hash("");
    for (std::size_t j = i; j < i + kShingle; ++j) state = hash(" ", hash(tokens[j], state));
    shingles.push_back(state);
  }
  std::sort(shingles.begin(), shingles.end());
  shingles.erase(std::unique(shingles.begin(), shingles.end()), shingles.end());
  return shingles;
}

bool is_fact(const Quantity& quantity) {
  return quantity.kind == Quantity::Kind::name || (quantity.kind == Quantity::Kind::number && quantity.is_certain);
}

/// The sentence's facts, and its words without them.
Said read(const Passage& passage, const Sentence& sentence, const std::vector<Quantity>& quantities,
          const std::string& phase) {
  Said said{&passage, &phase, {}, {}};
  std::string rest;
  std::size_t at = sentence.begin;
  for (const Quantity& quantity : quantities) {
    if (quantity.begin < at || quantity.end > sentence.end || !is_fact(quantity)) continue;
    const std::string kind =
        quantity.kind == Quantity::Kind::name ? "name " + quantity.stem : "number " + quantity.unit;
    said.facts.push_back({kind + " " + write(quantity.value == Amount{} ? quantity.written : quantity.value),
                          passage.text.substr(quantity.begin, quantity.end - quantity.begin),
                          passage.span(quantity.begin, quantity.end)});
    rest += passage.text.substr(at, quantity.begin - at) + " ";
    at = quantity.end;
  }
  rest += passage.text.substr(at, sentence.end - at);
  said.shingles = shingles_of(tokens_of(rest));
  return said;
}

std::vector<Said> sentences_of(const BookProse& prose) {
  std::vector<Said> all;
  for (const Passage& passage : prose.passages) {
    const std::string& phase = prose.book->documents[passage.document].phase;
    const bool is_prose = passage.kind == Passage::Kind::paragraph || passage.kind == Passage::Kind::note;
    if (phase.empty() || !is_prose) continue;
    const std::vector<Quantity> quantities = quantities_in(passage);
    if (std::none_of(quantities.begin(), quantities.end(), is_fact)) continue;
    for (const Sentence& sentence : sentences(passage, prose.book->language)) {
      Said said = read(passage, sentence, quantities, phase);
      if (!said.facts.empty() && !said.shingles.empty()) all.push_back(std::move(said));
    }
  }
  return all;
}

std::vector<const Fact*> without(const std::vector<Fact>& facts, const std::vector<Fact>& others) {
  std::vector<const Fact*> rest;
  for (const Fact& fact : facts) {
    const bool known =
        std::any_of(others.begin(), others.end(), [&](const Fact& other) { return other.key == fact.key; });
    if (!known) rest.push_back(&fact);
  }
  return rest;
}

std::string kind_of(const Fact& fact) {
  return fact.key.substr(0, fact.key.rfind(' '));
}

void compare(const Said& earlier, const Said& later, Findings& findings) {
  const auto there = without(earlier.facts, later.facts), here = without(later.facts, earlier.facts);
  if (here.empty() || here.size() != there.size() || here.size() > 2) return;
  for (std::size_t i = 0; i < here.size(); ++i) {
    if (kind_of(*here[i]) != kind_of(*there[i])) return;
  }
  Finding finding{&term_cross_phase, here[0]->span};
  finding.arguments = {{"here", here[0]->shown}, {"there", there[0]->shown}, {"phase", *earlier.phase}};
  finding.related.push_back({there[0]->span, {"the other phase", "另一期"}});
  finding.subject = here[0]->shown + " / " + there[0]->shown;
  findings.add(std::move(finding));
}

/// The earlier sentence of another phase that shares most with this one.
const Said* twin(const Said& said, const std::vector<Said>& all,
                 const std::map<std::uint64_t, std::vector<std::size_t>>& index) {
  std::map<std::size_t, std::size_t> shared;
  for (const std::uint64_t shingle : said.shingles) {
    const auto at = index.find(shingle);
    if (at == index.end()) continue;
    for (const std::size_t other : at->second) ++shared[other];
  }
  const Said* best = nullptr;
  std::size_t most = 0;
  for (const auto& [other, count] : shared) {
    const std::size_t longer = std::max(said.shingles.size(), all[other].shingles.size());
    if (*all[other].phase == *said.phase || count * 10 < longer * 6 || count <= most) continue;
    most = count;
    best = &all[other];
  }
  return best;
}

}  // namespace

void check_term_cross_phase(const Context& context, Findings& findings) {
  if (context.publication.booklet.phases.size() < 2) return;
  for (const BookProse& prose : context.prose) {
    const std::vector<Said> all = sentences_of(prose);
    std::map<std::uint64_t, std::vector<std::size_t>> index;
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (const Said* earlier = twin(all[i], all, index)) compare(*earlier, all[i], findings);
      for (const std::uint64_t shingle : all[i].shingles) {
        auto& places = index[shingle];
        if (places.size() < kCommon) places.push_back(i);
      }
    }
  }
}

}  // namespace bifolio::check
