#include "parse/config.h"

#include <algorithm>
#include <optional>
#include <set>

#include "base/language_tag.h"
#include "parse/hint.h"
#include "parse/paths.h"
#include "parse/rules.h"
#include "parse/settings.h"
#include "parse/words.h"
#include "syntax/syntax.h"

namespace bifolio::parse {
namespace {

constexpr std::string_view kFileName = "bifolio.toml";
constexpr Words kPlainName = {"it must be a name of Latin letters, digits and hyphens",
                              "应由英文字母、数字和连字符组成"};
constexpr Words kDate = {"it must be a day of the calendar, YYYY-MM-DD", "应为真实日期，格式为 YYYY-MM-DD"};
constexpr Words kMonth = {"it must be a month, YYYY-MM", "应为月份，格式为 YYYY-MM"};

bool is_markdown(std::string_view path) {
  return path.ends_with(".md");
}

/// Folders at the root that hold Markdown.
std::vector<std::string> document_folders(const source::SourceSet& files) {
  std::vector<std::string> folders;
  for (const source::SourceFile& file : files.files()) {
    const std::string folder = file.path.substr(0, file.path.find('/'));
    const bool is_new = folders.empty() || folders.back() != folder;
    if (is_markdown(file.path) && folder != file.path && is_new) folders.push_back(folder);
  }
  return folders;
}

/// Of three letters there are more folders than languages: doc, img, tmp.
bool looks_like_language(std::string_view folder) {
  return is_language_tag(folder) && (folder.size() == 2 || folder.find('-') != folder.npos);
}

std::vector<std::string> guess_languages(const source::SourceSet& files) {
  std::vector<std::string> languages;
  for (const std::string& folder : document_folders(files)) {
    if (looks_like_language(folder)) languages.push_back(folder);
  }
  std::stable_partition(languages.begin(), languages.end(),
                        [](const std::string& tag) { return tag.starts_with("zh"); });
  return languages;
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

bool is_number(std::string_view text) {
  const bool digits =
      !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  return digits && text.size() <= 9 && (text.size() == 1 || text[0] != '0');
}

// Semantic Versioning 2.0.0, section 2 and 9; build metadata has no place in a booklet's name.
bool is_semantic_version(std::string_view version) {
  const std::string_view core = version.substr(0, version.find('-'));
  const std::size_t first = core.find('.'), second = core.find('.', first == core.npos ? first : first + 1);
  if (second == core.npos) return false;
  const bool has_core = is_number(core.substr(0, first)) && is_number(core.substr(first + 1, second - first - 1)) &&
                        is_number(core.substr(second + 1));
  const std::string_view label = core.size() == version.size() ? "a" : version.substr(core.size() + 1);
  const auto is_allowed = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '.';
  };
  return has_core && !label.empty() && label.front() != '.' && label.back() != '.' && label.find("..") == label.npos &&
         std::all_of(label.begin(), label.end(), is_allowed);
}

class ConfigReader {
 public:
  ConfigReader(const source::SourceSet& files, Findings& findings) : files_(files), findings_(findings) {}

  Booklet read();

 private:
  void read_file(FileId);
  void read_booklet(const SettingValue&);
  void read_languages(const SettingValue&);
  void read_folders(const SettingValue&);
  void read_contributors(const SettingValue&);
  void read_phase(const SettingValue&);
  void read_period(const SettingValue&, Phase&);
  void read_citations(const SettingValue&);
  void read_chinese_works(const SettingValue&);
  void read_libraries(const SettingValue&);
  void read_check(const SettingValue&);
  void read_severities(const SettingValue&);
  void read_acknowledgement(const SettingValue&);

  /// Each notes the value's place and stores what was read.
  auto text(std::string& out) {
    return [&](const SettingValue& value) { set_text(value, out); };
  }
  auto name(std::string& out) {
    return [&](const SettingValue& value) { set_checked(value, out, is_plain_name, kPlainName); };
  }
  auto date(std::string& out) {
    return [&](const SettingValue& value) { set_checked(value, out, is_calendar_date, kDate); };
  }
  auto local(LocalText& out) {
    return [&](const SettingValue& value) {
      note(value);
      out = as_local_text(value, booklet_.languages, findings_);
      if (!value.tree.is_object()) return;
      for (const Member& member : value.tree.members)
        booklet_.places[value.name + "." + member.key] = member.value.span;
    };
  }
  auto days(int& out) {
    return [&](const SettingValue& value) {
      note(value);
      if (const auto number = as_days(value, findings_)) out = *number;
    };
  }
  auto flag(bool& out) {
    return [&](const SettingValue& value) {
      note(value);
      if (const auto given = as_flag(value, findings_)) out = *given;
    };
  }
  auto texts(std::vector<std::string>& out) {
    return [&](const SettingValue& value) { set_texts(value, out); };
  }
  auto path(std::string& out) {
    return [&](const SettingValue& value) { set_path(value, out); };
  }
  auto severity(Severity& out) {
    return [&](const SettingValue& value) {
      note(value);
      if (const auto read = read_severity(value)) out = *read;
    };
  }
  template <typename Read>
  auto each(Read read) {
    return [this, read](const SettingValue& value) {
      note(value);
      if (!value.tree.is_array()) {
        return report_type(value, {"a group for each, in double brackets", "每项一组（双方括号）"},
                           "[[" + value.name + "]]", findings_);
      }
      for (const SettingValue& item : as_list(value, findings_)) (this->*read)(item);
    };
  }

  void note(const SettingValue& value) { booklet_.places[value.name] = value.tree.span; }
  void set_text(const SettingValue&, std::string& out);
  void set_checked(const SettingValue&, std::string& out, bool (*accepts)(std::string_view), Words expected);
  void set_texts(const SettingValue&, std::vector<std::string>& out);
  void set_path(const SettingValue&, std::string& out);
  std::optional<Severity> read_severity(const SettingValue&);

  void require(std::string_view key, bool is_given, Words use, std::string_view example);
  void check_version();
  void check_folders();
  void check_unlisted_folders();
  void check_folder(const std::string& folder, std::string_view key, std::string_view what);
  void fill_defaults();

  const source::SourceSet& files_;
  Findings& findings_;
  Booklet booklet_;
  Span header_;            ///< of [booklet], where missing settings are reported
  bool is_whole_ = false;  ///< the file was read without a fault
};

Booklet ConfigReader::read() {
  if (const auto file = files_.find(kFileName)) {
    read_file(*file);
  } else {
    booklet_.languages = guess_languages(files_);
    const bool none = booklet_.languages.empty();
    findings_.add(
        {&config_missing, {}, {{"languages", none ? "none" : joined(booklet_.languages), none ? "没有" : ""}}});
  }
  fill_defaults();
  check_folders();
  check_unlisted_folders();
  return std::move(booklet_);
}

void ConfigReader::read_file(FileId file) {
  booklet_.file = file;
  header_ = {file, 0, 0};
  const std::size_t before = findings_.all().size();
  const Tree tree = syntax::parse_toml({files_.bytes(file), file}, findings_);
  is_whole_ = findings_.all().size() == before;
  const SettingValue root{tree, "", {}};
  std::vector<Setting> groups = {{"booklet", [&](const SettingValue& value) { read_booklet(value); }}};
  groups.push_back({"phase", each(&ConfigReader::read_phase)});
  groups.push_back({"editions", [&](const SettingValue& value) {
                      read_group(value, {{"build", texts(booklet_.editions)}}, findings_);
                    }});
  groups.push_back({"citations", [&](const SettingValue& value) { read_citations(value); }});
  groups.push_back({"lock", [&](const SettingValue& value) {
                      booklet_.has_lock = true;
                      note(value);
                      read_group(value,
                                 {{"mailto", text(booklet_.lock_mailto)},
                                  {"max-age", days(booklet_.lock_max_age)},
                                  {"base-url", text(booklet_.lock_base_url)},
                                  {"doi-base-url", text(booklet_.lock_doi_base_url)},
                                  {"pubmed-base-url", text(booklet_.lock_pubmed_base_url)},
                                  {"retractions-url", text(booklet_.lock_retractions_url)}},
                                 findings_);
                    }});
  groups.push_back({"check", [&](const SettingValue& value) { read_check(value); }});
  read_group(root, groups, findings_);
  if (!tree.find("booklet")) read_booklet({Tree::object(), "booklet", header_});
}

void ConfigReader::read_booklet(const SettingValue& group) {
  header_ = group.key_span;
  booklet_.places["booklet"] = group.key_span;
  read_group(group,
             {{"languages", [&](const SettingValue& value) { read_languages(value); }},
              {"id", name(booklet_.id)},
              {"version", text(booklet_.version)},
              {"version-scheme", text(booklet_.version_scheme)},
              {"date", date(booklet_.date)},
              {"folder", [&](const SettingValue& value) { read_folders(value); }},
              {"title", local(booklet_.title)},
              {"subtitle", local(booklet_.subtitle)},
              {"group", local(booklet_.group)},
              {"motto", local(booklet_.motto)},
              {"notice", local(booklet_.notice)},
              {"purpose", local(booklet_.purpose)},
              {"contributors", [&](const SettingValue& value) { read_contributors(value); }},
              {"licence", text(booklet_.licence)},
              {"contact", text(booklet_.contact)},
              {"theme", name(booklet_.theme)}},
             findings_);
  if (booklet_.languages.empty()) booklet_.languages = guess_languages(files_);
  const auto is_given = [&](std::string_view key) {
    return !group.tree.is_object() || group.tree.find(key) != nullptr;
  };
  require("id", is_given("id"), {"it names the booklet's files", "它用于命名手册的文件"}, "id = \"als-exploration\"");
  require("version", is_given("version"), {"releases are told apart by it", "发布版本以此区分"}, "version = \"1.0.0\"");
  require("date", is_given("date"), {"it stands on the cover and in every file", "它印在封面上，并写入每个文件"},
          "date = \"2025-09-08\"");
  require("languages", is_given("languages"), {"they were guessed from the folders", "语言是根据文件夹推测的"},
          "languages = [\"zh-Hans\", \"en\"]");
  require("title", is_given("title"), {"the cover has none", "封面将没有标题"},
          "title = { zh-Hans = \"…\", en = \"…\" }");
  check_version();
}

/// Of a file that has a fault, what seems missing may be what could not be read.
void ConfigReader::require(std::string_view key, bool is_given, Words use, std::string_view example) {
  if (is_given || !is_whole_) return;
  findings_.add({&config_key_missing,
                 header_,
                 {{"key", "booklet." + std::string(key)},
                  {"use", std::string(use.en), std::string(use.zh_hans)},
                  {"example", std::string(example)}}});
}

void ConfigReader::check_version() {
  const auto place_of = [&](std::string_view key) {
    const auto at = booklet_.places.find(key);
    Tree tree;
    tree.span = at == booklet_.places.end() ? header_ : at->second;
    return tree;
  };
  const std::string& scheme = booklet_.version_scheme;
  if (scheme != "semver" && scheme != "date") {
    const Tree tree = place_of("booklet.version-scheme");
    report_value({tree, "booklet.version-scheme", {}}, scheme, {"it must be semver or date", "应为 semver 或 date"},
                 did_you_mean(scheme, {"semver", "date"}), findings_);
    booklet_.version_scheme = "semver";
  }
  if (booklet_.version.empty()) return;
  const Tree tree = place_of("booklet.version");
  const SettingValue version{tree, "booklet.version", {}};
  const bool by_date = booklet_.version_scheme == "date";
  if (by_date ? is_calendar_date(booklet_.version) : is_semantic_version(booklet_.version)) return;
  const Words expected = by_date ? Words{"with version-scheme \"date\" it is a day, YYYY-MM-DD",
                                         "version-scheme 为 \"date\" 时应为日期 YYYY-MM-DD"}
                                 : Words{"it must be three numbers as in 2.0.0, perhaps with -draft after them",
                                         "应为 2.0.0 这样的三个数字，其后可加 -draft 等"};
  report_value(version, booklet_.version, expected, {"hint", ""}, findings_);
  booklet_.version.clear();  // it becomes part of file names
}

void ConfigReader::read_languages(const SettingValue& value) {
  note(value);
  for (const SettingValue& item : as_list(value, findings_)) {
    const std::string* tag = as_text(item, findings_);
    if (!tag) continue;
    const auto& known = booklet_.languages;
    if (!is_language_tag(*tag)) {
      report_value(
          item, *tag,
          {"it must be a BCP 47 language tag such as zh-Hans or en", "应为 BCP 47 语言标签，例如 zh-Hans 或 en"},
          did_you_mean(*tag, {"zh-Hans", "zh-Hant", "en"}), findings_);
    } else if (std::find(known.begin(), known.end(), *tag) != known.end()) {
      report_value(item, *tag, {"it is in the list already", "列表中已有此语言"}, {"hint", ""}, findings_);
    } else {
      booklet_.languages.push_back(*tag);
      booklet_.places[item.name] = item.tree.span;
    }
  }
}

void ConfigReader::read_folders(const SettingValue& value) {
  note(value);
  if (!value.tree.is_object()) {
    return report_type(value, {"a folder for each language", "各语言的文件夹"},
                       "folder = { zh-Hans = \"zh\", en = \"en\" }", findings_);
  }
  for (const Member& member : value.tree.members) {
    if (!is_known_language(member.key, member.key_span, booklet_.languages, findings_)) continue;
    set_path({member.value, value.name + "." + member.key, member.key_span}, booklet_.folder[member.key]);
  }
}

void ConfigReader::read_contributors(const SettingValue& value) {
  note(value);
  if (!value.tree.is_object()) {
    std::vector<std::string> people;
    set_texts(value, people);
    for (const std::string& language : booklet_.languages) booklet_.contributors[language] = people;
    return;
  }
  for (const Member& member : value.tree.members) {
    if (!is_known_language(member.key, member.key_span, booklet_.languages, findings_)) continue;
    set_texts({member.value, value.name + "." + member.key, member.key_span}, booklet_.contributors[member.key]);
  }
}

void ConfigReader::read_phase(const SettingValue& group) {
  Phase phase;
  phase.span = group.tree.span;
  read_group(group,
             {{"id", name(phase.id)},
              {"title", local(phase.title)},
              {"period", [&](const SettingValue& value) { read_period(value, phase); }},
              {"updated", date(phase.updated)}},
             findings_);
  const auto is_same = [&](const Phase& other) { return other.id == phase.id; };
  const auto first = std::find_if(booklet_.phases.begin(), booklet_.phases.end(), is_same);
  if (phase.id.empty()) {
    if (!group.tree.find("id")) {
      findings_.add({&config_key_missing,
                     phase.span,
                     {{"key", group.name + ".id"},
                      {"use", "it is the phase's folder", "它是该阶段的文件夹名"},
                      {"example", "id = \"phase-1\""}}});
    }
  } else if (first != booklet_.phases.end()) {
    report_value({*group.tree.find("id"), group.name + ".id", {}}, phase.id,
                 {"another phase has this id", "另一阶段已使用此编号"}, {"hint", ""}, findings_);
  } else {
    booklet_.phases.push_back(std::move(phase));
  }
}

void ConfigReader::read_period(const SettingValue& value, Phase& phase) {
  note(value);
  const std::vector<SettingValue> months = as_list(value, findings_);
  if (!value.tree.is_array()) return;
  if (months.size() != 2)
    return report_type(value, {"a list of two months", "两个月份的列表"}, "period = [\"2024-08\", \"2025-03\"]",
                       findings_);
  set_checked(months[0], phase.period_begin, is_calendar_month, kMonth);
  set_checked(months[1], phase.period_end, is_calendar_month, kMonth);
  if (phase.period_begin.empty() || phase.period_end >= phase.period_begin) return;
  if (!phase.period_end.empty())
    report_value(months[1], phase.period_end, {"it lies before the period's begin", "早于起始月份"}, {"hint", ""},
                 findings_);
}

void ConfigReader::read_citations(const SettingValue& group) {
  read_group(group,
             {{"library", [&](const SettingValue& value) { read_libraries(value); }},
              {"style", local(booklet_.citation_style)},
              {"styles-dir", path(booklet_.styles_dir)},
              {"bilingual", flag(booklet_.has_bilingual_references)},
              {"chinese-works", [&](const SettingValue& value) { read_chinese_works(value); }}},
             findings_);
}

void ConfigReader::read_chinese_works(const SettingValue& value) {
  local(booklet_.chinese_works)(value);
  std::erase_if(booklet_.chinese_works, [&](const auto& given) {
    const std::string& place = given.second;
    if (place == "among-others" || place == "first" || place == "last") return false;
    report_value(value, place, {"it must be among-others, first or last", "应为 among-others、first 或 last"},
                 did_you_mean(place, {"among-others", "first", "last"}), findings_);
    return true;
  });
}

void ConfigReader::read_libraries(const SettingValue& value) {
  note(value);
  const bool is_one = value.tree.is_string();
  for (const SettingValue& item : is_one ? std::vector{value} : as_list(value, findings_)) {
    std::string path;
    set_path(item, path);
    if (path.empty()) continue;
    if (const auto file = find_file(files_, "", path, item.tree.span, findings_)) {
      booklet_.libraries.push_back(files_.file(*file).path);
    }
  }
}

void ConfigReader::read_check(const SettingValue& group) {
  const auto retractions = [&](const SettingValue& value) {
    read_group(value,
               {{"snapshot", path(booklet_.retraction_snapshot)},
                {"date", date(booklet_.retraction_date)},
                {"max-age", days(booklet_.retraction_max_age)}},
               findings_);
  };
  read_group(group,
             {{"fail-on", severity(booklet_.fail_on)},
              {"severity", [&](const SettingValue& value) { read_severities(value); }},
              {"retractions", retractions},
              {"acknowledge", each(&ConfigReader::read_acknowledgement)},
              {"volatile-hosts", texts(booklet_.volatile_hosts)}},
             findings_);
}

void ConfigReader::read_severities(const SettingValue& group) {
  note(group);
  if (!group.tree.is_object()) {
    return report_type(group, {"a group of settings", "一组设置"}, "\"claim-*\" = \"warning\"", findings_);
  }
  for (const Member& member : group.tree.members) {
    const SettingValue value{member.value, group.name + "." + member.key, member.key_span};
    if (const auto severity = read_severity(value)) {
      booklet_.severities.push_back({member.key, *severity, join(member.key_span, member.value.span)});
    }
  }
}

void ConfigReader::read_acknowledgement(const SettingValue& group) {
  Acknowledgement one;
  one.span = group.tree.span;
  read_group(group, {{"key", text(one.key)}, {"reason", text(one.reason)}}, findings_);
  for (const auto& [key, given] :
       {std::pair{"key", !one.key.empty()}, std::pair{"reason", !trimmed(one.reason).empty()}}) {
    if (given) continue;
    findings_.add({&config_key_missing,
                   one.span,
                   {{"key", group.name + "." + key},
                    {"use", "without it nothing is acknowledged", "缺少它则不起作用"},
                    {"example", std::string(key) + " = \"…\""}}});
  }
  if (!one.key.empty() && !trimmed(one.reason).empty()) booklet_.acknowledged.push_back(std::move(one));
}

void ConfigReader::set_text(const SettingValue& value, std::string& out) {
  note(value);
  if (const std::string* read = as_text(value, findings_)) out = *read;
}

void ConfigReader::set_checked(const SettingValue& value, std::string& out, bool (*accepts)(std::string_view),
                               Words expected) {
  note(value);
  const std::string* read = as_text(value, findings_);
  if (!read) return;
  if (accepts(*read))
    out = *read;
  else
    report_value(value, *read, expected, {"hint", ""}, findings_);
}

void ConfigReader::set_texts(const SettingValue& value, std::vector<std::string>& out) {
  note(value);
  std::vector<std::string> read;
  for (const SettingValue& item : as_list(value, findings_)) {
    if (const std::string* one = as_text(item, findings_)) read.push_back(*one);
  }
  if (value.tree.is_array()) out = std::move(read);
}

void ConfigReader::set_path(const SettingValue& value, std::string& out) {
  note(value);
  const std::string* read = as_text(value, findings_);
  if (!read) return;
  const auto path = is_address(*read) ? std::nullopt : normalize_path("", *read);
  if (path && !path->empty())
    out = *path;
  else
    findings_.add({&config_path_outside, value.tree.span, {{"path", *read}}});
}

std::optional<Severity> ConfigReader::read_severity(const SettingValue& value) {
  const std::string* word = as_text(value, findings_);
  if (!word) return std::nullopt;
  for (const Severity severity : {Severity::off, Severity::info, Severity::warning, Severity::error}) {
    if (bifolio::name(severity) == *word) return severity;
  }
  report_value(value, *word, {"it must be off, info, warning or error", "应为 off、info、warning 或 error"},
               did_you_mean(*word, {"off", "info", "warning", "error"}), findings_);
  return std::nullopt;
}

/// Documents that somebody wrote, and nobody would see.
void ConfigReader::check_unlisted_folders() {
  for (const std::string& folder : document_folders(files_)) {
    const auto is_its = [&](const auto& entry) { return entry.second == folder; };
    const bool is_listed = std::any_of(booklet_.folder.begin(), booklet_.folder.end(), is_its);
    if (is_listed || !looks_like_language(folder)) continue;
    const auto at = booklet_.places.find("booklet.languages");
    findings_.add({&config_folder_unlisted, at == booklet_.places.end() ? header_ : at->second, {{"folder", folder}}});
  }
}

void ConfigReader::check_folders() {
  for (const std::string& language : booklet_.languages) {
    check_folder(booklet_.folder[language], "booklet.languages", language);
  }
  for (const Phase& phase : booklet_.phases) {
    const auto has_documents = [&](const std::string& language) {
      const std::string prefix = text_in(booklet_.folder, language) + "/" + phase.id + "/";
      return std::any_of(files_.files().begin(), files_.files().end(), [&](const source::SourceFile& file) {
        return file.path.starts_with(prefix) && is_markdown(file.path);
      });
    };
    if (std::any_of(booklet_.languages.begin(), booklet_.languages.end(), has_documents)) continue;
    std::set<std::string_view> folders;
    for (const source::SourceFile& file : files_.files()) {
      const std::string_view rest = std::string_view(file.path).substr(file.path.find('/') + 1);
      if (is_markdown(file.path) && rest.find('/') != rest.npos) folders.insert(rest.substr(0, rest.find('/')));
    }
    findings_.add({&config_folder_missing,
                   phase.span,
                   {{"folder", phase.id},
                    {"what", "phase " + phase.id, "阶段 " + phase.id},
                    did_you_mean(phase.id, {folders.begin(), folders.end()})}});
  }
}

void ConfigReader::check_folder(const std::string& folder, std::string_view key, std::string_view what) {
  const std::string prefix = folder + "/";
  const auto is_in_it = [&](const source::SourceFile& file) {
    return file.path.starts_with(prefix) && is_markdown(file.path);
  };
  if (std::any_of(files_.files().begin(), files_.files().end(), is_in_it)) return;
  const std::vector<std::string> folders = document_folders(files_);
  const auto at = booklet_.places.find(key);
  findings_.add(
      {&config_folder_missing,
       at == booklet_.places.end() ? header_ : at->second,
       {{"folder", folder}, {"what", std::string(what)}, did_you_mean(folder, {folders.begin(), folders.end()})}});
}

void ConfigReader::fill_defaults() {
  for (const std::string& language : booklet_.languages) {
    std::string& folder = booklet_.folder[language];
    if (folder.empty()) folder = language;
  }
  const bool has_setting = booklet_.places.contains("citations.library");
  for (const source::SourceFile& file : files_.files()) {
    const std::string_view path = file.path;
    const bool is_library = path.starts_with("references/") &&
                            (path.ends_with(".json") || path.ends_with(".bib") || path.ends_with(".ris"));
    if (is_library && !has_setting) booklet_.libraries.push_back(file.path);
    if (path == "bifolio.retractions.bin" && booklet_.retraction_snapshot.empty()) booklet_.retraction_snapshot = path;
  }
}

}  // namespace

Booklet read_booklet(const source::SourceSet& files, Findings& findings) {
  return ConfigReader(files, findings).read();
}

}  // namespace bifolio::parse
