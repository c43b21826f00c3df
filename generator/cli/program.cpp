#include "cli/program.h"

#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <map>
#include <memory>

#include "cli/command.h"
#include "cli/environment.h"
#include "cli/help.h"

namespace bifolio::cli {

#define COMMAND(name) Run declare_##name(CLI::App&, const Globals&);
#include "cli/commands.def"
#undef COMMAND

namespace {

struct Command {
  const char* name;
  Run (*declare)(CLI::App&, const Globals&);
};

constexpr Command kCommands[] = {
#define COMMAND(name) {#name, declare_##name},
#include "cli/commands.def"
#undef COMMAND
};

void declare_globals(CLI::App& app, Globals& globals) {
  static std::string ui_language = "auto";  // read before anything else by choose_language; declared here for the help
  app.add_option("-C", globals.directory, std::string(say(globals, {"work in this folder", "在这个文件夹中工作"})))
      ->option_text("DIR");
  app.add_option(
         "--ui-lang", ui_language,
         std::string(say(globals, {"language of messages: auto, zh-Hans, en", "提示信息的语言：auto、zh-Hans、en"})))
      ->check(CLI::IsMember({"auto", "zh-Hans", "en"}))
      ->option_text("LANG");
  app.add_option("--jobs", globals.jobs, std::string(say(globals, {"how many threads to use", "使用的线程数"})))
      ->check(CLI::Range(0, 256))
      ->option_text("N");
  app.add_flag("--quiet", globals.is_quiet, std::string(say(globals, {"print findings only", "只输出发现的问题"})));
}

bool enter_directory(const Globals& globals) {
  if (globals.directory.empty()) return true;
  std::error_code error;
  std::filesystem::current_path(globals.directory, error);
  if (!error) return true;
  std::fprintf(stderr, "bifolio: %s: %s\n", globals.directory.c_str(),
               std::string(say(globals, {"this folder cannot be opened", "无法打开这个文件夹"})).c_str());
  return false;
}

int run_command(int argc, char** argv, Globals& globals) {
  CLI::App app(std::string(say(globals, {"bifolio: from Markdown to a bilingual book you can trust",
                                         "bifolio：把 Markdown 做成可以信赖的双语书"})),
               "bifolio");
  app.require_subcommand(1);
  declare_globals(app, globals);
  std::map<const CLI::App*, Run> runs;
  for (const Command& command : kCommands) {
    CLI::App* subcommand = app.add_subcommand(command.name);
    subcommand->fallthrough();
    runs[subcommand] = command.declare(*subcommand, globals);
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    std::fputs(help(app, globals.language).c_str(), stdout);
    return kClean;
  } catch (const CLI::ParseError& error) {
    std::fputs(usage_error(app, error, globals.language).c_str(), stderr);
    return kUsage;
  }
  if (!enter_directory(globals)) return kUsage;
  return runs.at(app.get_subcommands().front())();
}

}  // namespace

int run(int argc, char** argv) {
  Globals globals;
  read_environment(argc, argv, globals);
  try {
    return run_command(argc, argv, globals);
  } catch (const std::exception& fault) {  // our own bug, or no memory: say so rather than vanish
    std::fprintf(stderr, "bifolio: %s: %s\n",
                 std::string(say(globals, {"internal fault; please report it", "程序内部错误，请反馈"})).c_str(),
                 fault.what());
    return kInternal;
  }
}

}  // namespace bifolio::cli
