#include "cite/person_name.h"

#include "base/unicode.h"
#include "base/utf8.h"
#include "cite/field_text.h"
#include "cite/textcase.h"

namespace bifolio::cite {
namespace {

/// A word of a given name, and how it was joined to the one before.
struct GivenWord {
  std::string text;
  bool has_period = false, after_hyphen = false;
};

std::vector<GivenWord> split_given(std::string_view given) {
  std::vector<GivenWord> words;
  GivenWord word;
  bool after_hyphen = false;
  const auto end_word = [&](bool has_period) {
    if (!word.text.empty()) {
      word.has_period = has_period;
      words.push_back(std::move(word));
    } else if (has_period && !words.empty()) {
      words.back().has_period = true;
    }
    word = {};
    word.after_hyphen = after_hyphen;
  };
  for (const auto [c, offset, size] : code_points(given)) {
    after_hyphen = c == '-' || c == 0x2010;
    if (is_space(c) || after_hyphen || c == '.')
      end_word(c == '.');
    else
      word.text += given.substr(offset, size);
  }
  end_word(false);
  return words;
}

bool starts_upper(std::string_view word) {
  return is_upper(decode_utf8(word, 0).code_point);
}
bool has_case(std::string_view word) {
  const char32_t c = decode_utf8(word, 0).code_point;
  return is_upper(c) || is_lower(c);
}
bool is_single_letter(std::string_view word) {
  return decode_utf8(word, 0).size == word.size();
}

void end_with_space(std::string& out) {
  if (!out.empty() && !out.ends_with(' ') && !out.ends_with("\u00A0")) out += ' ';
}

std::string_view without_trailing_space(std::string_view text) {
  for (;;) {
    if (text.ends_with(' '))
      text.remove_suffix(1);
    else if (text.ends_with("\u00A0"))
      text.remove_suffix(2);
    else
      return text;
  }
}

}  // namespace

std::string initials(std::string_view given, std::string_view mark, bool keep_full_words, bool with_hyphen) {
  std::string out;
  bool was_initial = false;
  for (const GivenWord& word : split_given(given)) {
    const bool is_initial = word.has_period || (keep_full_words ? starts_upper(word.text) && is_single_letter(word.text)
                                                                : starts_upper(word.text) || !has_case(word.text));
    if (word.after_hyphen && !is_initial && was_initial && !keep_full_words) continue;  // Guo-ping → G.
    if (word.after_hyphen && !out.empty() && (with_hyphen || !is_initial)) {
      out = std::string(without_trailing_space(out)) + "-";
    } else if (!is_initial || (!was_initial && !out.empty())) {
      end_with_space(out);
    }
    if (!is_initial) {
      out += word.text;
    } else {
      const std::size_t first = decode_utf8(word.text, 0).size;
      out += word.has_period || keep_full_words ? std::string_view(word.text)
                                                : std::string_view(word.text).substr(0, first);
      out += mark;
    }
    was_initial = is_initial;
  }
  return std::string(without_trailing_space(out));
}

namespace {

class PersonWriter {
 public:
  PersonWriter(const Person& person, const NameManner& manner) : person_(person), manner_(manner) {}
  Node write() const;

 private:
  Node family() const { return part(person_.family, manner_.names.family); }
  Node particle(std::string_view text) const { return part(text, manner_.names.family); }
  Node given() const;
  Node part(std::string_view text, const std::optional<NamePart>&) const;
  Node in_order() const;
  Node inverted() const;
  Node fixed_order() const;

  const Person& person_;
  const NameManner& manner_;
};

Node PersonWriter::part(std::string_view text, const std::optional<NamePart>& look) const {
  if (text.empty()) return {};
  Node node = read_field(text);
  if (!look) return node;
  apply_case(node, look->text_case, manner_.is_english, manner_.locale);
  node.style = look->look.style;
  return node;
}

Node PersonWriter::given() const {
  if (manner_.form == NameForm::short_form) return {};
  std::string text = person_.given;
  if (manner_.initializes && manner_.options.initialize_with) {
    text = initials(text, *manner_.options.initialize_with, !manner_.options.initialize.value_or(true),
                    manner_.initialize_with_hyphen);
  }
  return part(text, manner_.names.given);
}

/// A name's pieces with what joins them; affixes of name-parts stand around.
class Joined {
 public:
  void add(Node node, std::string_view joiner) {
    if (node.is_empty()) return;
    if (!out_.children.empty() && !joiner.empty())
      out_.children.push_back(Node::leaf(std::string(joiner), Role::affix));
    out_.children.push_back(std::move(node));
  }
  Node take() { return std::move(out_); }

 private:
  Node out_;
};

/// No space after an apostrophe or a hyphen: “d’Aubigné”, “al-One”.
std::string_view joiner_after(std::string_view particle) {
  const bool is_tight = particle.ends_with(' ') || particle.ends_with('\'') || particle.ends_with("’") ||
                        particle.ends_with('-') || particle.ends_with("‐");
  return is_tight ? "" : " ";
}

void surround(Node& node, const std::optional<NamePart>& look) {
  if (!look || node.is_empty()) return;
  if (look->look.prefix.empty() && look->look.suffix.empty()) return;
  std::vector<Node> inner;
  inner.push_back(std::move(node));
  node = Node::group(std::move(inner));
  node.prefix = look->look.prefix;
  node.suffix = look->look.suffix;
}

/// "Jean" + "de La Fontaine III": affixes of the family part hold everything after the given name.
Node PersonWriter::in_order() const {
  const bool is_short = manner_.form == NameForm::short_form;
  Joined last;
  if (!is_short) last.add(read_field(person_.dropping), "");
  last.add(particle(person_.non_dropping), is_short ? "" : joiner_after(person_.dropping));
  last.add(family(),
           person_.non_dropping.empty() ? joiner_after(person_.dropping) : joiner_after(person_.non_dropping));
  if (!is_short) last.add(read_field(person_.suffix), person_.comma_suffix ? ", " : " ");
  Node family_side = last.take();
  surround(family_side, manner_.names.family);
  Node given_side = given();
  surround(given_side, manner_.names.given);
  Joined whole;
  whole.add(std::move(given_side), "");
  whole.add(std::move(family_side), " ");
  return whole.take();
}

/// "La Fontaine, Jean de, III"; with demoted particles "Fontaine, Jean de La, III".
Node PersonWriter::inverted() const {
  const bool demotes = manner_.particles == Particles::display_and_sort ||
                       (manner_.is_sort_key && manner_.particles == Particles::sort_only);
  const std::string_view separator =
      manner_.options.sort_separator ? std::string_view(*manner_.options.sort_separator) : ", ";
  Joined first;
  if (!demotes) first.add(particle(person_.non_dropping), "");
  first.add(family(), joiner_after(person_.non_dropping));
  Node family_side = first.take();
  surround(family_side, manner_.names.family);
  Joined second;
  second.add(given(), "");
  second.add(part(person_.dropping, manner_.names.given), " ");
  if (demotes)
    second.add(particle(person_.non_dropping), person_.dropping.empty() ? " " : joiner_after(person_.dropping));
  Node given_side = second.take();
  surround(given_side, manner_.names.given);
  Joined whole;
  whole.add(std::move(family_side), "");
  whole.add(std::move(given_side), separator);
  whole.add(read_field(person_.suffix), separator);
  return whole.take();
}

/// Names in Han, Kana or Hangul are never inverted and take no space.
Node PersonWriter::fixed_order() const {
  Joined whole;
  whole.add(family(), "");
  if (manner_.form != NameForm::short_form)
    whole.add(part(person_.given, manner_.names.given), person_.keeps_order ? " " : "");
  return whole.take();
}

Node PersonWriter::write() const {
  if (person_.is_institution()) {
    Node node = part(person_.literal, manner_.names.family);
    surround(node, manner_.names.family);
    return node;
  }
  if (person_.is_fixed_order || person_.keeps_order) return fixed_order();
  if (manner_.is_inverted && manner_.form != NameForm::short_form) return inverted();
  return in_order();
}

}  // namespace

Node write_person(const Person& person, const NameManner& manner) {
  Node node = PersonWriter(person, manner).write();
  if (node.is_empty()) return {};
  std::vector<Node> inner;
  inner.push_back(std::move(node));
  node = Node::group(std::move(inner));
  node.role = Role::person;
  return node;
}

}  // namespace bifolio::cite
