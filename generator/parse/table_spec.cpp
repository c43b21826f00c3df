#include "parse/table_spec.h"

#include <algorithm>

#include "parse/hint.h"
#include "parse/markdown_rules.h"
#include "parse/rules.h"
#include "parse/settings.h"
#include "parse/words.h"

namespace bifolio::parse {
namespace {

constexpr std::pair<std::string_view, Alignment> kAlignments[] = {{"left", Alignment::left},
                                                                  {"center", Alignment::center},
                                                                  {"right", Alignment::right},
                                                                  {"decimal", Alignment::decimal}};

struct Reason {
  std::string en, zh_hans;
};

class TableSpecReader {
 public:
  TableSpecReader(const source::SourceSet& files, const std::vector<std::string>& languages, Findings& findings)
      : files_(files), languages_(languages), findings_(findings) {}

  TableSpec read(FileId csv) {
    spec_.file = csv;
    spec_.path = files_.file(csv).path;
    spec_.sheet = read_sheet({files_.bytes(csv), csv}, findings_);
    if (spec_.sheet.rows.empty()) findings_.add({&table_empty, {csv, 0, 0}, {{"path", spec_.path}}});
    collect_columns();
    if (const auto toml = files_.find(toml_path())) read_toml(*toml);
    check_headings();
    check_rows();
    return std::move(spec_);
  }

 private:
  std::string toml_path() const { return spec_.path.substr(0, spec_.path.rfind('.')) + ".toml"; }

  void collect_columns() {
    for (std::size_t i = 0; i < spec_.sheet.columns.size(); ++i) {
      const SheetColumn& column = spec_.sheet.columns[i];
      const std::string number = std::to_string(i + 1);
      if (column.name.empty()) {
        report(column.span, {"Column " + number + " has no name, so its cells are not shown",
                             "第 " + number + " 列没有列名，其内容不会显示"});
      } else if (column.language.empty() || is_known_language(column.language, column.span, languages_, findings_)) {
        add_column(column, i);
      }
    }
  }

  void add_column(const SheetColumn& column, std::size_t index) {
    ColumnSpec* spec = find(column.name);
    if (!spec) {
      spec_.columns.push_back({column.name, column.span});
      spec = &spec_.columns.back();
      // A column called `evidence` holds evidence, whether or not a TOML file says so.
      const auto role = column_role(column.name);
      const bool speaks_for_itself =
          role && *role != ColumnRole::text && *role != ColumnRole::number && *role != ColumnRole::name;
      if (speaks_for_itself) spec->role = *role;
    }
    const bool is_known =
        spec->shared || spec->local.contains(column.language) || (column.language.empty() && !spec->local.empty());
    if (is_known) {
      return report(column.span, {"Column `" + column.name + "` is there twice; only the first is shown",
                                  "`" + column.name + "` 列重复，只显示第一个"});
    }
    if (column.language.empty())
      spec->shared = index;
    else
      spec->local[column.language] = index;
  }

  ColumnSpec* find(std::string_view id) {
    const auto at =
        std::find_if(spec_.columns.begin(), spec_.columns.end(), [&](const ColumnSpec& one) { return one.id == id; });
    return at == spec_.columns.end() ? nullptr : &*at;
  }

  std::vector<std::string_view> ids() const {
    std::vector<std::string_view> ids;
    for (const ColumnSpec& column : spec_.columns) ids.push_back(column.id);
    return ids;
  }

  void read_toml(FileId file) {
    const Tree tree = syntax::parse_toml({files_.bytes(file), file}, findings_);
    const auto evidence_in = [&](const SettingValue& value) {
      const std::string* id = as_text(value, findings_);
      if (!id) return;
      if (find(*id))
        spec_.evidence_in = *id;
      else
        report(value.tree.span, {"`" + *id + "` is no column of the table", "表格中没有 `" + *id + "` 列"},
               nearest_or_all(*id, ids()));
    };
    const auto columns = [&](const SettingValue& value) { read_columns(value); };
    read_group({tree, "", {}}, {{"columns", columns}, {"evidence-in", evidence_in}}, findings_);
  }

  void read_columns(const SettingValue& group) {
    if (!group.tree.is_object())
      return report_type(group, {"a group for each column", "每列一组设置"}, "[columns.name]", findings_);
    for (const Member& member : group.tree.members) {
      ColumnSpec* column = find(member.key);
      if (column)
        read_column({member.value, group.name + "." + member.key, member.key_span}, *column);
      else
        report(member.key_span,
               {"`" + member.key + "` is no column of `" + spec_.path + "`",
                "`" + spec_.path + "` 中没有 `" + member.key + "` 列"},
               nearest_or_all(member.key, ids()));
    }
  }

  void read_column(const SettingValue& group, ColumnSpec& column) {
    const auto role = [&](const SettingValue& value) {
      const std::string* word = as_text(value, findings_);
      if (!word) return;
      if (const auto known = column_role(*word))
        column.role = *known;
      else
        report_value(value, *word, {"it must be a column's role", "应为列的角色"},
                     nearest_or_all(*word, column_role_words()), findings_);
    };
    const auto width = [&](const SettingValue& value) {
      const auto number = as_integer(value.tree);
      if (number && *number >= 0 && *number <= 1000)
        column.width = static_cast<int>(*number);
      else
        report_type(value, {"a whole number, the share of the width", "整数（宽度份额）"}, "width = 2", findings_);
    };
    read_group(group,
               {{"heading", [&](const SettingValue& value) { read_heading(value, column); }},
                {"role", role},
                {"align", [&](const SettingValue& value) { read_alignment(value, column); }},
                {"width", width}},
               findings_);
  }

  void read_alignment(const SettingValue& value, ColumnSpec& column) {
    const std::string* word = as_text(value, findings_);
    if (!word) return;
    std::vector<std::string_view> words;
    for (const auto& [known, alignment] : kAlignments) {
      words.push_back(known);
      if (known == *word) column.alignment = alignment;
    }
    if (column.alignment == Alignment::none) {
      report_value(value, *word, {"it must be left, center, right or decimal", "应为 left、center、right 或 decimal"},
                   did_you_mean(*word, words), findings_);
    }
  }

  void read_heading(const SettingValue& value, ColumnSpec& column) {
    const auto set = [&](const std::string& language, const Tree& text) {
      column.heading[language] = text.text;
      column.heading_spans[language] = text.span;
    };
    if (value.tree.is_string()) {
      for (const std::string& language : languages_) set(language, value.tree);
    } else if (!value.tree.is_object()) {
      report_type(value, {"text in each language", "各语言的文字"}, "heading = { zh-Hans = \"…\", en = \"…\" }",
                  findings_);
    }
    for (const Member& member : value.tree.members) {
      const SettingValue one{member.value, value.name + "." + member.key, member.key_span};
      if (is_known_language(member.key, member.key_span, languages_, findings_) && as_text(one, findings_))
        set(member.key, member.value);
    }
  }

  /// In group columns nobody sees a heading, and hidden ones nobody sees at all.
  void check_headings() {
    for (const ColumnSpec& column : spec_.columns) {
      if (!column.is_printed()) continue;
      std::string missing;
      for (const std::string& language : languages_) {
        if (trimmed(text_in(column.heading, language)).empty()) missing += (missing.empty() ? "" : ", ") + language;
      }
      if (missing.empty()) continue;
      const std::string example =
          "[columns." + column.id + "] heading = { " + missing.substr(0, missing.find(',')) + " = \"…\" }";
      findings_.add({&table_heading_missing,
                     column.span,
                     {{"column", column.id}, {"language", missing}, {"file", toml_path()}, {"example", example}}});
    }
    for (const ColumnSpec& column : spec_.columns) {
      for (const std::string& language : languages_) {
        if (column.role == ColumnRole::hidden || column.index_in(language)) continue;
        findings_.add({&table_column_language, column.span, {{"column", column.id}, {"language", language}}});
      }
    }
  }

  void check_rows() {
    const std::size_t expected = spec_.sheet.columns.size();
    for (const syntax::CsvRow& row : spec_.sheet.rows) {
      std::size_t count = row.fields.size();
      while (count > expected && trimmed(row.fields[count - 1].text).empty()) --count;
      if (count == expected) continue;
      findings_.add(
          {&table_ragged, row.span, {{"count", std::to_string(count)}, {"expected", std::to_string(expected)}}});
    }
  }

  void report(Span span, Reason reason, Argument hint = {"hint", ""}) {
    findings_.add(
        {&table_column, span, {{"reason", std::move(reason.en), std::move(reason.zh_hans)}, std::move(hint)}});
  }

  const source::SourceSet& files_;
  const std::vector<std::string>& languages_;
  Findings& findings_;
  TableSpec spec_;
};

}  // namespace

bool ColumnSpec::is_printed() const {
  return role == ColumnRole::text || role == ColumnRole::name || role == ColumnRole::number;
}

std::optional<std::size_t> ColumnSpec::index_in(std::string_view language) const {
  if (shared) return shared;
  const auto at = local.find(language);
  return at == local.end() ? std::nullopt : std::optional(at->second);
}

TableSpec read_table_spec(const source::SourceSet& files, FileId csv, const std::vector<std::string>& languages,
                          Findings& findings) {
  return TableSpecReader(files, languages, findings).read(csv);
}

}  // namespace bifolio::parse
