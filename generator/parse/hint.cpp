#include "parse/hint.h"

#include "base/nearest.h"

namespace bifolio::parse {

Argument did_you_mean(std::string_view word, const std::vector<std::string_view>& candidates) {
  const std::string near = nearest(word, candidates, word.size() > 12 ? 4 : 2);
  if (near.empty()) return {"hint", ""};
  return {"hint", " (did you mean `" + near + "`?)", "（是否应为 `" + near + "`？）"};
}

Argument nearest_or_all(std::string_view word, const std::vector<std::string_view>& candidates) {
  Argument hint = did_you_mean(word, candidates);
  if (!hint.text.empty() || candidates.empty()) return hint;
  std::string all, chinese;
  for (const std::string_view candidate : candidates) {
    all += (all.empty() ? "" : ", ") + std::string(candidate);
    chinese += (chinese.empty() ? "" : "、") + std::string(candidate);
  }
  return {"hint", " (known: " + all + ")", "（可用：" + chinese + "）"};
}

}  // namespace bifolio::parse
