// A booklet of a given size on disk, for benches of the whole program.
#pragma once

#include <filesystem>
#include <fstream>
#include <string>

namespace bifolio::bench {

namespace fs = std::filesystem;

inline void write(const fs::path& path, const std::string& text) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

/// Three works for each chapter, as real booklets have them.
inline int works(int chapters) {
  return chapters * 3;
}

inline std::string chapter(int n, int chapters, bool chinese) {
  const std::string id = std::to_string(n);
  std::string text = (chinese ? "# 第" + id + "章 {#c" : "# Chapter " + id + " {#c") + id + "}\n\n";
  for (int i = 0; i < 12; ++i) {
    text += chinese ? "血浆神经丝轻链（NfL）在第" + id + "组中下降，一年后的功能评分没有显出差别[@k" +
                          std::to_string((n * 7 + i) % works(chapters)) +
                          "]。"
                          "研究者把两件事分开报告：蛋白变了，生活中的变化还没有证明。\n\n"
                    : "Plasma neurofilament light chain fell in group " + id +
                          ", and a year later the functional score showed no "
                          "difference [@k" +
                          std::to_string((n * 7 + i) % works(chapters)) +
                          "]. The authors report the two apart: the protein "
                          "changed, a change in life has not been shown.\n\n";
  }
  return text + "| a | b |\n| --- | ---: |\n| 1 | 2.5 |\n| 3 | 14.25 |\n";
}

/// A booklet of `chapters` chapters in two languages; made once a size.
inline fs::path booklet(int chapters) {
  const fs::path folder = fs::temp_directory_path() / ("bifolio-bench-of-" + std::to_string(chapters));
  if (fs::exists(folder / "bifolio.toml")) return folder;
  std::string library = "[";
  for (int i = 0; i < works(chapters); ++i) {
    library += std::string(i ? "," : "") + "{\"id\":\"k" + std::to_string(i) +
               "\",\"type\":\"article-journal\",\"title\":\"Work " + std::to_string(i) +
               "\",\"container-title\":\"Journal\",\"author\":[{\"family\":\"Name\",\"given\":\"A\"}],"
               "\"issued\":{\"date-parts\":[[2020]]}}";
  }
  write(folder / "library.json", library + "]\n");
  for (int n = 1; n <= chapters; ++n) {
    write(folder / "zh-Hans" / (std::to_string(1000 + n) + "-c.md"), chapter(n, chapters, true));
    write(folder / "en" / (std::to_string(1000 + n) + "-c.md"), chapter(n, chapters, false));
  }
  for (const char* language : {"zh-Hans", "en"})
    write(folder / language / "CHANGELOG.md", "# Changes\n\n## 1.0.0 — 2025-09-08\n\nThe first version.\n");
  write(folder / "bifolio.toml",
        "[booklet]\nid = \"bench\"\nversion = \"1.0.0\"\ndate = \"2025-09-08\"\nlanguages = [\"zh-Hans\", \"en\"]\n"
        "title = { zh-Hans = \"测量\", en = \"Measures\" }\nlicence = \"CC BY 4.0\"\n"
        "contributors = { zh-Hans = [\"测量者\"], en = [\"Measurers\"] }\n[editions]\n"
        "build = [\"html\", \"pdf\", \"large\", \"screen\", \"phone\", \"parallel\", \"print\"]\n"
        "[citations]\nlibrary = [\"library.json\"]\n");
  return folder;
}

}  // namespace bifolio::bench
