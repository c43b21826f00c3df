#include "cli/help.h"

#include <vector>

#include "base/nearest.h"
#include "base/unicode.h"

namespace bifolio::cli {
namespace {

struct Row {
  std::string left, right;
};

std::string table(const std::vector<Row>& rows) {
  int width = 0;
  for (const Row& row : rows) width = std::max(width, terminal_width(row.left));
  std::string out;
  for (const Row& row : rows) {
    const auto gap = static_cast<std::size_t>(width - terminal_width(row.left) + 2);
    out += "  " + row.left + std::string(gap, ' ') + row.right + "\n";
  }
  return out;
}

const CLI::App& asked_about(const CLI::App& app) {
  for (const CLI::App* sub : app.get_subcommands()) return asked_about(*sub);
  return app;
}

std::string option_name(const CLI::Option& option) {
  const std::string names = option.get_positional() ? option.get_name(true) : option.get_name(false, true);
  const std::string value = option.get_option_text();
  return value.empty() || option.get_positional() ? names : names + " " + value;
}

std::string usage(const CLI::App& app, UiLanguage language) {
  std::string line = app.get_parent() ? app.get_parent()->get_name() + " " + app.get_name() : app.get_name();
  if (!app.get_subcommands([](const CLI::App*) { return true; }).empty())
    line += language == UiLanguage::en ? " COMMAND" : " 命令";
  for (const CLI::Option* option : app.get_options()) {
    if (option->get_positional())
      line += option->get_required() ? " " + option->get_name() : " [" + option->get_name() + "]";
  }
  return (language == UiLanguage::en ? "usage: " : "用法：") + line +
         (language == UiLanguage::en ? " [OPTIONS]\n" : " [选项]\n");
}

std::vector<Row> option_rows(const CLI::App& app, UiLanguage language) {
  std::vector<Row> rows;
  for (const CLI::Option* option : app.get_options()) {
    const bool is_help = option == app.get_help_ptr();
    const std::string_view own = language == UiLanguage::en ? "print this help" : "显示本帮助";
    rows.push_back({option_name(*option), is_help ? std::string(own) : option->get_description()});
  }
  return rows;
}

std::string nearest_command(const CLI::App& app, const std::string& word) {
  std::vector<std::string> names;
  for (const CLI::App* sub : app.get_subcommands([](const CLI::App*) { return true; }))
    names.push_back(sub->get_name());
  return nearest(word, names);
}

std::string unexpected(const CLI::App& app, UiLanguage language) {
  const std::vector<std::string> words = app.remaining(true);
  const std::string word = words.empty() ? "" : words.front();
  const std::string near = nearest_command(app, word);
  if (language == UiLanguage::en)
    return "`" + word + "` is not expected here." + (near.empty() ? "" : " Did you mean `" + near + "`?");
  return "这里不应出现 `" + word + "`。" + (near.empty() ? "" : "是否为 `" + near + "`？");
}

}  // namespace

std::string help(const CLI::App& root, UiLanguage language) {
  const CLI::App& app = asked_about(root);
  const bool is_english = language == UiLanguage::en;
  std::string out = app.get_description() + "\n\n" + usage(app, language);
  const auto subcommands = app.get_subcommands([](const CLI::App*) { return true; });
  if (!subcommands.empty()) {
    std::vector<Row> rows;
    for (const CLI::App* sub : subcommands) rows.push_back({sub->get_name(), sub->get_description()});
    out += (is_english ? "\nCommands:\n" : "\n命令：\n") + table(rows);
  }
  out += (is_english ? "\nOptions:\n" : "\n选项：\n") + table(option_rows(app, language));
  if (&app != &root)
    out += (is_english ? "\nOptions of every command: bifolio --help\n" : "\n各命令共有的选项：bifolio --help\n");
  return out;
}

std::string usage_error(const CLI::App& root, const CLI::ParseError& error, UiLanguage language) {
  const CLI::App& app = asked_about(root);
  const bool is_english = language == UiLanguage::en;
  std::string why = error.what();
  if (dynamic_cast<const CLI::ExtrasError*>(&error) || !root.remaining().empty()) {
    why = unexpected(app.remaining(true).empty() ? root : app, language);
  } else if (dynamic_cast<const CLI::RequiredError*>(&error)) {
    const bool no_command = &app == &root;
    if (no_command)
      why = is_english ? "Which command?" : "请写出命令。";
    else
      why = (is_english ? "Something is missing: " : "缺少参数：") + why;
  } else if (!is_english) {
    why = "参数有误：" + why;
  }
  const std::string name = &app == &root ? "bifolio" : "bifolio " + app.get_name();
  return "bifolio: " + why + "\n" + (is_english ? "For help: " : "查看帮助：") + name + " --help\n";
}

}  // namespace bifolio::cli
