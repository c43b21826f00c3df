#include <algorithm>
#include <cstdio>
#include <memory>

#include "base/nearest.h"
#include "cli/command.h"
#include "fetch/fetch.h"
#include "raster/raster.h"
#include "release/release.h"

namespace bifolio::cli {
namespace {

/// Those of the pipeline, and of what is done with its booklets.
std::vector<const Rule*> every_rule() {
  std::vector<const Rule*> rules = pipeline::all_rules();
  for (const RuleList more : {raster::rules(), release::rules(), fetch::rules()})
    rules.insert(rules.end(), more.begin(), more.end());
  std::sort(rules.begin(), rules.end(), [](const Rule* a, const Rule* b) { return a->id < b->id; });
  return rules;
}

void print_list(const Globals& globals) {
  for (const Rule* rule : every_rule()) {
    std::printf("%-28s %s\n", std::string(rule->id).c_str(), std::string(name(rule->severity)).c_str());
  }
  (void)globals;
}

void print_rule(const Rule& rule, const Globals& globals) {
  std::printf("%s (%s)\n\n%s\n\n%s\n", std::string(rule.id).c_str(), std::string(name(rule.severity)).c_str(),
              std::string(say(globals, rule.message)).c_str(), std::string(say(globals, rule.help)).c_str());
}

int explain(const std::string& id, const Globals& globals) {
  if (id.empty()) {
    print_list(globals);
    return kClean;
  }
  std::vector<std::string> ids;
  for (const Rule* rule : every_rule()) {
    ids.emplace_back(rule->id);
    if (rule->id != id) continue;
    print_rule(*rule, globals);
    return kClean;
  }
  const std::string near = nearest(id, ids, 3);
  std::fprintf(stderr, "bifolio: %s`%s`%s\n", std::string(say(globals, {"there is no rule ", "没有规则 "})).c_str(),
               id.c_str(),
               near.empty() ? ""
                            : (std::string(say(globals, {"; did you mean ", "；是否为 "})) + near +
                               std::string(say(globals, {"?", "？"})))
                                  .c_str());
  return kUsage;
}

}  // namespace

Run declare_explain(CLI::App& app, const Globals& globals) {
  app.description(
      std::string(say(globals, {"say what a rule means and how to mend it", "说明一条规则的含义和改正办法"})));
  auto id = std::make_shared<std::string>();
  app.add_option("RULE", *id,
                 std::string(say(globals, {"the rule's id; without it, all are listed", "规则名；不写则列出全部"})));
  return [id, &globals] { return explain(*id, globals); };
}

}  // namespace bifolio::cli
