// Names that are nearly, but not quite, one of the glossary or of a cited title.
#include <algorithm>
#include <map>
#include <set>

#include "base/nearest.h"
#include "check/checks.h"
#include "check/term_forms.h"

namespace bifolio::check {

const Rule term_near_miss{
    "term-near-miss",
    Severity::warning,
    {"“{seen}” is {distance} from “{near}”; check it against the source.",
     "“{seen}”与“{near}”仅差{distance}，请对照原文核实。"},
    {"A name that no glossary term and no cited title has, but which is one or two letters from one that they have, is "
     "most likely a slip of the scanner or the keyboard. If it is right, add it to the glossary.",
     "术语表和文献题名里都没有的名称，却与其中一个只差一两个字母，多半是识别或录入错误。若无误，请加入术语表。"}};

namespace {

constexpr std::size_t kShortest = 6;    // shorter words are alike by chance
constexpr std::size_t kLongEnough = 9;  // two letters may differ

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_letter_byte(char c) {
  return is_upper(c) || (c >= 'a' && c <= 'z');
}

std::string folded(std::string_view word) {
  std::string out(word);
  for (char& c : out) c = is_upper(c) ? static_cast<char>(c + 32) : c;
  return out;
}

struct Word {
  std::size_t begin, end;
};

/// Runs of ASCII letters that are whole words: no part of `SOD1-G93A` or `naïve`.
std::vector<Word> words_of(std::string_view text) {
  const auto is_part = [](char c) {
    return (c >= '0' && c <= '9') || (static_cast<unsigned char>(c) >= 0xC3 && static_cast<unsigned char>(c) <= 0xCA);
  };
  std::vector<Word> words;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    while (end < text.size() && is_letter_byte(text[end])) ++end;
    const bool glued =
        (i > 0 && (static_cast<unsigned char>(text[i - 1]) & 0xC0) == 0x80 && i >= 2 && is_part(text[i - 2])) ||
        (i > 0 && text[i - 1] >= '0' && text[i - 1] <= '9') || (end < text.size() && is_part(text[end]));
    if (end - i >= kShortest && !glued) words.push_back({i, end});
    i = std::max(end, i + 1);
  }
  return words;
}

/// Endings of nonproprietary names of medicines that ordinary words seldom have.
bool is_drug_like(std::string_view word) {
  constexpr std::string_view kStems[] = {"ersen", "rsen",   "mab",   "tinib",  "nib",     "vone",
                                         "uzole", "astat",  "stat",  "vovec",  "strocel", "cel",
                                         "idine", "pidine", "ilast", "dilast", "virsen",  "semide"};
  return word.size() >= kShortest &&
         std::any_of(std::begin(kStems), std::end(kStems), [&](std::string_view stem) { return word.ends_with(stem); });
}

/// The same word in the spelling of another country: signalling, oedema, randomised.
std::string plain_spelling(std::string_view word) {
  std::string out;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const std::string_view rest = word.substr(i);
    if (rest.starts_with("ae") || rest.starts_with("oe")) continue;  // the e stays
    if (rest.starts_with("ou")) {
      out.push_back('o');
      ++i;
    } else if (rest.starts_with("re") && rest.size() == 2) {
      out += "er";
      ++i;
    } else if (out.empty() || out.back() != word[i]) {
      out.push_back(word[i] == 's' || word[i] == 'z' ? 's' : word[i] == 'y' ? 'i' : word[i]);
    }
  }
  return out;
}

/// Forms of one word: biomarker, biomarkers; sclerosis, sclerotic.
bool are_forms_of_one(std::string_view a, std::string_view b, bool is_name) {
  if (a.starts_with(b) || b.starts_with(a)) return true;
  if (plain_spelling(a) == plain_spelling(b)) return true;
  std::size_t shared = 0;
  while (shared < std::min(a.size(), b.size()) && a[shared] == b[shared]) ++shared;
  return !is_name && shared + 3 >= std::max(a.size(), b.size());
}

class Vocabulary {
 public:
  Vocabulary(const Glossary& glossary, const Library& library) {
    for (const Term& term : glossary.terms) add(term);
    for (const Reference& reference : library.references) add(reference);
  }

  struct Near {
    std::string shown;
    std::size_t distance = 0;
  };

  /// The name this word nearly is, or nothing. Ordinary words are compared with names of medicines alone.
  const Near* near(const std::string& word, bool is_ordinary) {
    if (known_.contains(word)) return nullptr;
    auto [at, is_new] = found_[is_ordinary].try_emplace(word);
    if (is_new) at->second = search(word, is_ordinary);
    return at->second.shown.empty() ? nullptr : &at->second;
  }

 private:
  void know(std::string_view text) {
    for (const Word word : words_of(text)) known_.insert(folded(text.substr(word.begin, word.end - word.begin)));
  }

  void aim_at(std::string_view text, bool names_only) {
    for (const Word word : words_of(text)) {
      const std::string_view shown = text.substr(word.begin, word.end - word.begin);
      const std::string name = folded(shown);
      if (!names_only || is_drug_like(name)) targets_[name.front()].try_emplace(name, shown);
    }
  }

  void add(const Term& term) {
    std::vector<std::string> forms = term.aliases;
    forms.push_back(term.abbreviation);
    for (const auto& [language, text] : term.approved) forms.push_back(text);
    for (const std::string& form : forms) {
      know(form);
      aim_at(form, false);
    }
    for (const auto& [language, variants] : term.variants) {
      for (const std::string& variant : variants) know(variant);  // reported as such
    }
    know(term.note);
  }

  void add(const Reference& reference) {
    for (const auto& [name, field] : reference.fields) know(field.value);
    for (const auto& [role, names] : reference.names) {
      for (const Name& name : names.names) {
        for (const std::string* part : {&name.family, &name.given, &name.literal}) know(*part);
      }
    }
    aim_at(reference.field("title"), true);
  }

  Near search(const std::string& word, bool is_ordinary) const {
    Near best;
    const auto targets = targets_.find(word.front());
    if (targets == targets_.end()) return best;
    for (const auto& [target, shown] : targets->second) {
      const bool is_name = is_drug_like(target);
      const std::size_t limit = target.size() >= kLongEnough ? 2 : 1;
      const std::size_t difference =
          target.size() > word.size() ? target.size() - word.size() : word.size() - target.size();
      if ((is_ordinary && !is_name) || difference > limit || are_forms_of_one(word, target, is_name)) continue;
      const std::size_t distance = edit_distance(word, target, limit);
      if (distance <= limit && (best.shown.empty() || distance < best.distance)) best = {shown, distance};
    }
    return best;
  }

  std::set<std::string, std::less<>> known_;
  std::map<char, std::map<std::string, std::string>> targets_;  ///< by initial: folded → as written
  std::map<std::string, Near> found_[2];
};

/// A capital after a full stop says nothing.
bool starts_sentence(std::string_view text, std::size_t at) {
  while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '"' || text[at - 1] == '(')) --at;
  return at == 0 || std::string_view(".!?:;").find(text[at - 1]) != std::string_view::npos;
}

void judge(const Passage& passage, bool is_chinese, Vocabulary& vocabulary, Findings& findings) {
  const std::string_view text = passage.text;
  for (const Word word : words_of(text)) {
    const std::string seen(text.substr(word.begin, word.end - word.begin));
    const bool is_title = passage.kind == Passage::Kind::heading || passage.kind == Passage::Kind::title;
    const bool is_raised = is_upper(seen.front()) && !starts_sentence(text, word.begin) && !is_title;
    const Vocabulary::Near* near = vocabulary.near(folded(seen), !is_chinese && !is_raised);
    if (!near || !is_running_text(passage, word.begin, word.end)) continue;
    findings.add({&term_near_miss,
                  passage.span(word.begin, word.end),
                  {{"seen", seen},
                   {"distance", near->distance == 1 ? "one letter" : "two letters",
                    near->distance == 1 ? "一个字母" : "两个字母"},
                   {"near", near->shown}},
                  {},
                  {},
                  seen});
  }
}

}  // namespace

void check_term_near_miss(const Context& context, Findings& findings) {
  Vocabulary vocabulary(context.publication.glossary, context.publication.library);
  for (const BookProse& prose : context.prose) {
    const bool is_chinese = prose.book->language.starts_with("zh");
    for (const Passage& passage : prose.passages) judge(passage, is_chinese, vocabulary, findings);
  }
}

}  // namespace bifolio::check
