#include "check/sync.h"

#include <algorithm>
#include <set>

#include "base/hash.h"
#include "base/json_write.h"
#include "base/tree_text.h"
#include "check/checks.h"
#include "check/parallel.h"
#include "check/single_spaces.h"
#include "syntax/syntax.h"

namespace bifolio::check {

const Rule i18n_lock_invalid{
    "i18n-lock-invalid",
    Severity::error,
    {"{what}. The file is written by `bifolio sync --accept`; restore the last good version.",
     "{what}。此文件由 `bifolio sync --accept` 写入；请恢复上一个正确的版本。"},
    {"i18n.lock.json records what every section said in both languages when they were last declared in step, in the "
     "format `bifolio-i18n-lock/1`.",
     "i18n.lock.json 记录上次确认双语一致时每一节的内容，格式为 `bifolio-i18n-lock/1`。"},
    Repair::no,
    true};

namespace {

constexpr std::string_view kFormat = "bifolio-i18n-lock/1";

bool is_hash(std::string_view text) {
  return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == text.npos;
}

class LockReader {
 public:
  LockReader(FileId file, Findings& findings) : file_(file), findings_(findings) {}

  I18nLock read(const Tree& tree) {
    const Tree* pairs = tree.find("pairs");
    if (text_at(tree, "format") != kFormat || !pairs || !pairs->is_object()) {
      report({file_, 0, 0}, "This is no record of the format bifolio-i18n-lock/1",
             "这不是 bifolio-i18n-lock/1 格式的记录");
      return {};
    }
    I18nLock lock;
    for (const Member& language : pairs->members) {
      for (const Member& document : language.value.members)
        lock[language.key][document.key] = read_sections(document.value);
    }
    return lock;
  }

 private:
  std::vector<AcceptedSection> read_sections(const Tree& list) {
    std::vector<AcceptedSection> sections;
    for (const Tree& item : list.items) {
      AcceptedSection section{text_at(item, "section"), text_at(item, "source"), text_at(item, "translation")};
      if (is_hash(section.source) && is_hash(section.translation))
        sections.push_back(std::move(section));
      else
        report(item.span, "This section has no readable hashes", "这一节没有可读的哈希值");
    }
    return sections;
  }

  void report(Span span, std::string en, std::string zh) {
    findings_.add({&i18n_lock_invalid, span, {{"what", std::move(en), std::move(zh)}}});
  }

  FileId file_;
  Findings& findings_;
};

/// What a unit says, apart from how it looks.
class Words {
 public:
  static std::string of(const Unit& unit) {
    Words words;
    for (const Inlines* inlines : inlines_of(unit)) {
      words.add(*inlines);
      words.out_ += '\n';
    }
    if (unit.block) words.add(*unit.block);
    return with_single_spaces(words.out_);
  }

 private:
  void add(const Inlines& inlines) {
    for (const Inline& node : inlines) node.visit([&](const auto& value) { add(value); });
  }
  void add(const Text& value) { out_ += value.text; }
  void add(const Code& value) { out_ += value.text; }
  void add(const LineBreak&) { out_ += ' '; }
  void add(const Emphasis& value) { add(value.children); }
  void add(const Strong& value) { add(value.children); }
  void add(const Strikethrough& value) {
    out_ += "~~";
    add(value.children);
    out_ += "~~";
  }
  void add(const Phrase& value) { add(value.children); }
  void add(const Link& value) {
    add(value.children);
    out_ += "(" + value.target + ")";
  }
  void add(const Image& value) {
    add(value.alt);
    out_ += "(" + value.path + ")";
  }
  void add(const Citation& value) {
    for (const CitedWork& work : value.works) out_ += "[@" + work.key + " " + work.locator + "]";
  }
  void add(const CrossReference& value) { out_ += "@" + value.id; }
  void add(const NoteMark& value) { out_ += "[^" + value.label + "]"; }

  void add(const Block& block) {
    if (const auto* code = std::get_if<CodeBlock>(&block.value)) out_ += code->text;
    if (const auto* figure = std::get_if<Figure>(&block.value)) out_ += figure->source + "\n" + figure->alt;
  }

  std::string out_;
};

Span place_of(const Unit& unit) {
  return unit.span.file.is_known() ? unit.span : unit.passage.span();
}

/// One side of a section.
struct Side {
  const Unit* first = nullptr;
  std::string words;

  void add(const Unit* unit) {
    if (!unit) return;
    if (!first) first = unit;
    words += Words::of(*unit) + "\n";
  }
};

/// Records of one document, each to be found once.
class Records {
 public:
  explicit Records(const std::vector<AcceptedSection>* sections) : sections_(sections) {}

  /// By id; without one by the words of both sides, then of either.
  AcceptedSection take(const AcceptedSection& now) {
    if (!sections_) return {};
    if (!now.id.empty()) return take_where([&](const AcceptedSection& one) { return one.id == now.id; });
    const auto same = [&](const AcceptedSection& one) {
      return one.id.empty() && one.source == now.source && one.translation == now.translation;
    };
    const auto near = [&](const AcceptedSection& one) {
      return one.id.empty() && (one.source == now.source || one.translation == now.translation);
    };
    const AcceptedSection found = take_where(same);
    return found.source.empty() ? take_where(near) : found;
  }

 private:
  template <typename Test>
  AcceptedSection take_where(Test test) {
    for (std::size_t i = 0; i < sections_->size(); ++i) {
      if (!taken_.contains(i) && test((*sections_)[i])) {
        taken_.insert(i);
        return (*sections_)[i];
      }
    }
    return {};
  }

  const std::vector<AcceptedSection>* sections_;
  std::set<std::size_t> taken_;
};

SectionStatus::State state_of(const AcceptedSection& now, const AcceptedSection& before) {
  using State = SectionStatus::State;
  if (before.source.empty()) return State::unrecorded;
  const bool source = now.source != before.source, translation = now.translation != before.translation;
  if (source && translation) return State::both_changed;
  return source ? State::source_changed : translation ? State::translation_changed : State::in_step;
}

void add_statuses(const Parallel& parallel, const I18nLock& lock, std::vector<SectionStatus>& all) {
  const std::vector<AcceptedSection>* recorded = nullptr;
  if (const auto language = lock.find(parallel.translation->language); language != lock.end()) {
    const auto document = language->second.find(parallel.translation->relative);
    if (document != language->second.end()) recorded = &document->second;
  }
  Records records(recorded);
  for (const SectionPair& section : parallel.pairs) {
    Side source, translation;
    for (const UnitPair& pair : section.units) {
      source.add(pair.source);
      translation.add(pair.translation);
    }
    if (!source.first || !translation.first) continue;
    const bool has_heading = source.first->kind == Unit::Kind::heading;
    SectionStatus status;
    status.language = parallel.translation->language;
    status.document = parallel.translation->relative;
    status.title = has_heading ? source.first->passage.text : plain_text(parallel.source->title);
    status.source = place_of(*source.first);
    status.translation = place_of(*translation.first);
    status.now = {has_heading ? source.first->name : "", sha256_hex(source.words), sha256_hex(translation.words)};
    status.before = records.take(status.now);
    status.state = state_of(status.now, status.before);
    all.push_back(std::move(status));
  }
}

}  // namespace

I18nLock read_i18n_lock(std::string_view text, FileId file, Findings& findings) {
  return LockReader(file, findings).read(syntax::parse_json({text, file}, findings));
}

std::string write_i18n_lock(const I18nLock& lock, std::string_view source_language) {
  Tree root = Tree::object();
  root.set("format", Tree::of(kFormat));
  root.set("source", Tree::of(source_language));
  Tree& pairs = root.set("pairs", Tree::object());
  for (const auto& [language, documents] : lock) {
    Tree& of_language = pairs.set(language, Tree::object());
    for (const auto& [document, sections] : documents) {
      Tree& list = of_language.set(document, Tree::array());
      for (const AcceptedSection& section : sections) {
        Tree& item = list.add(Tree::object());
        if (!section.id.empty()) item.set("section", Tree::of(section.id));
        item.set("source", Tree::of(section.source));
        item.set("translation", Tree::of(section.translation));
      }
    }
  }
  std::string json = write_json(root);
  if (!json.ends_with('\n')) json.push_back('\n');
  return json;
}

std::vector<SectionStatus> section_statuses(const std::vector<Parallel>& parallels, const I18nLock& lock) {
  std::vector<SectionStatus> all;
  for (const Parallel& parallel : parallels) add_statuses(parallel, lock, all);
  return all;
}

std::vector<SectionStatus> section_statuses(const Publication& publication, const I18nLock& lock) {
  return section_statuses(parallels_of(publication), lock);
}

I18nLock accept(const std::vector<SectionStatus>& statuses, const std::vector<bool>& is_accepted) {
  I18nLock lock;
  for (std::size_t i = 0; i < statuses.size(); ++i) {
    const AcceptedSection& section = is_accepted[i] ? statuses[i].now : statuses[i].before;
    if (!section.source.empty()) lock[statuses[i].language][statuses[i].document].push_back(section);
  }
  return lock;
}

}  // namespace bifolio::check
