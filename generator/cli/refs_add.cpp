// `refs add ID`: from an identifier to an entry of the library and a record of
// the lock.
#include <algorithm>
#include <cstdio>

#include "base/unicode.h"
#include "base/utf8.h"
#include "cite/cite.h"
#include "cli/refs_session.h"
#include "lock/change.h"
#include "lock/lock.h"
#include "store/store.h"

namespace bifolio::cli {
namespace {

constexpr const char* kFirstLibrary = "references/library.json";

/// `gong2022`, `gong2022b` where that is taken: letters that every keyboard has.
std::string new_key(const Reference& work, const Library& library) {
  std::string stem;
  const auto authors = work.names.find("author");
  if (authors != work.names.end() && !authors->second.names.empty()) {
    const Name& name = authors->second.names.front();
    for (const char c : fold_case(strip_marks(name.family.empty() ? name.literal : name.family)))
      if (c >= 'a' && c <= 'z' && stem.size() < 24) stem.push_back(c);
  }
  if (stem.empty()) stem = "work";
  const auto issued = work.dates.find("issued");
  if (issued != work.dates.end() && !issued->second.parts.empty())
    stem += std::to_string(issued->second.parts.front()[0]);
  std::string key = stem;
  for (char suffix = 'b'; library.find(key) && suffix <= 'z'; ++suffix) key = stem + suffix;
  return key;
}

/// The entry as the library's file writes it, put behind its last one.
std::optional<std::string> with_entry(std::string_view path, std::string text, const Reference& entry) {
  Library one;
  one.references.push_back(entry);
  const std::size_t first = 0;
  const auto write = [&](cite::LibraryFormat format) { return cite::write_library(one, std::span(&first, 1), format); };
  if (path.ends_with(".bib")) return text + (text.ends_with('\n') ? "\n" : "\n\n") + write(cite::LibraryFormat::bibtex);
  if (path.ends_with(".ris")) return text + (text.ends_with('\n') ? "\n" : "\n\n") + write(cite::LibraryFormat::ris);
  const std::string list = write(cite::LibraryFormat::csl_json);
  const std::string item = list.substr(list.find('{'), list.rfind('}') + 1 - list.find('{'));
  const std::size_t close = text.rfind(']');
  if (close == text.npos) return std::nullopt;
  const std::size_t last = text.find_last_not_of(" \t\r\n", close == 0 ? 0 : close - 1);
  const bool is_empty = last == text.npos || text[last] == '[';
  const std::size_t end = last == text.npos ? close : last + 1;
  return text.substr(0, end) + (is_empty ? "\n  " : ",\n  ") + item + "\n" + text.substr(close);
}

/// The file that the entry goes to, and its text now.
struct Target {
  std::string path, text;
};
std::optional<Target> library_file(const RefsBooklet& booklet) {
  const std::vector<std::string>& libraries = booklet.manuscript.booklet.libraries;
  if (libraries.empty()) return Target{kFirstLibrary, "[]\n"};
  const auto file = booklet.sources.find(libraries.front());
  if (!file || booklet.sources.file(*file).is_converted) return std::nullopt;
  return Target{libraries.front(), std::string(booklet.sources.bytes(*file))};
}

int save(RefsBooklet& booklet, const Reference& entry, const Globals& globals) {
  const auto target = library_file(booklet);
  const auto text = target ? with_entry(target->path, target->text, entry) : std::nullopt;
  if (!text) {
    tell(globals, "the library's file cannot be added to; is it saved as UTF-8?",
         "无法写入文献库文件；它是否以 UTF-8 保存？");
    return kUsage;
  }
  // The lock first: a record too much is harmless, an entry without one is a finding.
  const bool keeps_lock = booklet.manuscript.lock || booklet.manuscript.booklet.has_lock;
  if (const int saved = keeps_lock ? save_lock(booklet, globals) : static_cast<int>(kClean); saved != kClean)
    return saved;
  const Outcome written = store::write_file(booklet.folder + "/" + target->path, *text);
  if (!written) {
    print_error(written.error(), globals);
    return kIncomplete;
  }
  tell(globals, "added to " + target->path + "; cite it as", "已加入 " + target->path + "；引用时写");
  std::printf("[@%s]\n", entry.key.c_str());
  return kClean;
}

/// An entry from what the registry said; nothing where it said too little, which is told.
std::optional<Reference> entry_of(const std::string& key, const LockRecord& record, const RefsBooklet& booklet,
                                  const Globals& globals) {
  if (record.status == LockStatus::not_found) {
    tell(globals, key + " is registered with no agency", key + " 未在任何机构注册");
    return std::nullopt;
  }
  if (record.status != LockStatus::found || record.meta.field("title").empty()) {
    tell(globals, key + ": its registry tells nothing about it; write the entry by hand",
         key + "：登记机构没有提供信息；请手工填写条目");
    return std::nullopt;
  }
  Reference entry = record.meta;
  entry.key = new_key(entry, booklet.manuscript.library);
  entry.dates.erase("published-online");
  entry.dates.erase("published-print");
  return entry;
}

}  // namespace

int refs_add(const RefsOptions& options, const Globals& globals) {
  std::optional<RefsBooklet> booklet = open_refs(options, globals);
  if (!booklet) return kUsage;
  const std::string key = lock::key_from(options.file);
  if (key.empty()) {
    tell(globals, "`" + options.file + "` is no DOI, PMID or arXiv number",
         "`" + options.file + "` 不是 DOI、PMID 或 arXiv 编号");
    return kUsage;
  }
  for (const Reference& reference : booklet->manuscript.library.references) {
    const std::vector<std::string> keys = lock::keys_of(reference);
    if (std::find(keys.begin(), keys.end(), key) == keys.end()) continue;
    tell(globals, "the library has it already", "文献库中已有这篇文献");
    std::printf("[@%s]\n", reference.key.c_str());
    return kClean;
  }
  Result<fetch::Session> session = open_session(options, booklet->manuscript.booklet);
  if (!session) {
    print_error(session.error(), globals);
    return kUsage;
  }
  const Interruptible interruptible;
  std::vector<fetch::Answer> answers = session->look_up(std::span(&key, 1), [](std::size_t) {});
  if (Interruptible::was_interrupted() || answers.empty()) return kInterrupted;
  if (answers[0].failure) {
    print_error(*answers[0].failure, globals);
    return kIncomplete;
  }
  const auto entry = entry_of(key, *answers[0].record, *booklet, globals);
  if (!entry) return kFindings;
  const std::string today = today_of(options, globals);
  lock::merge(booklet->lock, lock::key_of(*entry), *std::move(answers[0].record), today, lock::Loss::hold_back);
  lock::note_compared(booklet->lock, {lock::key_of(*entry)}, today);
  const Standing standing = booklet->lock.records.at(lock::key_of(*entry)).standing;
  if (standing >= Standing::concern)
    std::fprintf(stderr, "%s: %s\n", key.c_str(), std::string(lock::name(standing)).c_str());
  return save(*booklet, *entry, globals);
}

}  // namespace bifolio::cli
