#include "pipeline/rules.h"

#include <algorithm>

#include "chart/chart.h"
#include "check/check.h"
#include "cite/cite.h"
#include "html/html.h"
#include "layout/layout.h"
#include "lock/lock.h"
#include "parse/parse.h"
#include "pdf/pdf.h"
#include "picture/picture.h"
#include "pipeline/pipeline.h"
#include "resolve/resolve.h"
#include "source/load.h"
#include "store/store.h"
#include "syntax/syntax.h"
#include "text/fonts.h"
#include "theme/theme.h"

namespace bifolio::pipeline {

const Rule theme_missing{
    "theme-missing",
    Severity::error,
    {"There is no theme `{name}` in {folder}. Known themes: {known}.",
     "{folder} 中没有主题 `{name}`。已有的主题：{known}。"},
    {"`theme` in bifolio.toml names a folder of `themes/`. Write a name that exists, or add the folder with "
     "its tokens.css.",
     "bifolio.toml 中的 `theme` 是 `themes/` 下的文件夹名。请写一个已有的名字，或新建该文件夹并放入 "
     "tokens.css。"}};

const Rule edition_unknown{
    "edition-unknown",
    Severity::error,
    {"`{name}` is no edition. Known editions: {known}.", "没有名为 `{name}` 的版式。已有的版式：{known}。"},
    {"`build` under [editions] lists what is made of a booklet.", "[editions] 的 `build` 列出要制作的版式。"}};

const Rule edition_one_language{
    "edition-one-language",
    Severity::warning,
    {"The edition `parallel` sets two languages side by side, and this booklet has only {language}: it was not made.",
     "版式 `parallel` 把两种语言并排，而本手册只有 {language}，所以没有制作。"},
    {"Add the second language to `languages` in bifolio.toml with its folder, or take `parallel` out of `build` under "
     "[editions].",
     "请在 bifolio.toml 的 `languages` 中加上第二种语言并建好它的文件夹，或从 [editions] 的 `build` 中去掉 "
     "`parallel`。"}};

const Rule language_unknown{"language-unknown",
                            Severity::error,
                            {"This booklet has no language `{name}`. Its languages: {known}.",
                             "本手册没有语言 `{name}`。已有的语言：{known}。"},
                            {"`--lang` takes a language of the booklet, as `languages` in bifolio.toml lists them.",
                             "`--lang` 只能用 bifolio.toml 的 `languages` 中列出的语言。"}};

namespace {

constexpr const Rule* kRules[] = {
#define RULE(name) &name,
#include "pipeline/rules.def"
#undef RULE
};

}  // namespace

std::vector<const Rule*> all_rules() {
  std::vector<const Rule*> all;
  for (const RuleList list :
       {source::rules(), syntax::rules(), store::rules(), theme::rules(), picture::rules(), parse::rules(),
        lock::rules(), cite::rules(), resolve::rules(), check::rules(), text::rules(), chart::rules(), layout::rules(),
        pdf::rules(), html::rules(), RuleList(kRules)}) {
    all.insert(all.end(), list.begin(), list.end());
  }
  std::sort(all.begin(), all.end(), [](const Rule* a, const Rule* b) { return a->id < b->id; });
  return all;
}

}  // namespace bifolio::pipeline
