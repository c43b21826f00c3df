// What a language brings: its words for furniture, its quotes, dates, numbers
// and line-break habits. One file a language; `languages.def` lists them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/evidence.h"
#include "model/inline.h"

namespace bifolio::lang {

/// Words that the program prints in a booklet. `{n}` and `{name}` are filled in by `fill`.
struct Labels {
  std::string_view language_name;  ///< in itself: 中文, English
  std::string_view contents, references, glossary, notes, figures, tables, search, index;
  std::string_view table, figure, section, chapter, page;  ///< of cross references: 表, Table
  /// After a reference to another page, and there inside brackets: “（第{n}页）”, “，第{n}页”; “ (page {n})”, “, page
  /// {n}”.
  std::string_view on_page, on_page_in_brackets;
  std::string_view continued;          ///< 续 / continued, as in “表 1-1（续）”
  std::string_view continues;          ///< 下页续 / continued overleaf
  std::string_view summary, takeaway;  ///< 摘要, 一句话
  std::string_view alert_note, alert_tip, alert_important, alert_warning, alert_caution;
  std::string_view version;  ///< “{version} 版” / “Version {version}”
  std::string_view updated;  ///< “修订于{date}” / “Revised {date}”
  std::string_view contributors;
  std::string_view cited_on_page;  ///< “引用于第{pages}页”
  std::string_view cited_on_pages;
  std::string_view cited_in;       ///< of back links in HTML
  std::string_view library_files;  ///< before the list of references as files for other programs
  std::string_view retracted, unverified;
  std::string_view missing_translation;  ///< “这一部分还没有译文。” with a link to the other language
  std::string_view note_mark, reference_mark;  ///< “注释 {n}”, “参考文献 {n}”: accessible names
  std::string_view back_to_text;
  std::string_view previous, next, home, all_versions, skip_to_text, data_table, download, minutes;
  std::string_view edition, corrections, part_of;  ///< part_of: “第{n}部分，共{total}部分”

  // Of the web site.
  std::string_view main_navigation, parts_navigation, place_navigation, pager_navigation,
      more_navigation;  ///< names of `nav`s
  std::string_view side_by_side, side_by_side_explained, only_this_language;
  std::string_view gaze, leave_gaze, previous_page, next_page;
  std::string_view page_of;         ///< “第{n}页，共{total}页”
  std::string_view sources_here;    ///< “本页有{n}条出处，列在全文之后”
  std::string_view other_language;  ///< accessible name of a paragraph's switch
  std::string_view short_name;      ///< of this language on such a switch: 中, EN
  std::string_view parts_here, parts_count;
  std::string_view downloads, pages_count;
  std::string_view edition_pdf, edition_pdf_use, edition_large, edition_large_use, edition_screen, edition_screen_use;
  std::string_view edition_phone, edition_phone_use, edition_parallel, edition_parallel_use, edition_print,
      edition_print_use;
  std::string_view search_prompt, search_found, search_none, search_without_script;
  std::string_view index_explained, term, term_in_other_language, abbreviation, remark;
  std::string_view changes, licence, contact, choose_language, copy_reference;
  std::string_view task_done, task_open;
  std::string_view period, link_in_list, missing_image;
};

enum class Writing { han, latin };

class Language {
 public:
  virtual ~Language() = default;
  virtual std::string_view tag() const = 0;  ///< BCP 47: zh-Hans
  virtual Writing writing() const = 0;
  virtual const char* icu_locale() const = 0;  ///< for collation and segmentation
  virtual const Labels& labels() const = 0;
  /// “2025-09-08”, “2025年9月”, “8 September 2025”; accepts YYYY, YYYY-MM, YYYY-MM-DD.
  virtual std::string date(std::string_view iso) const = 0;
  /// “2024-08 – 2025-03”
  virtual std::string period(std::string_view begin, std::string_view end) const = 0;
  /// “Phase 2 trial: **missed its main goal** (as of 2024-02)”: only the outcome is Strong.
  virtual Inlines evidence_sentence(const Evidence&) const = 0;
  /// “表 1-1（续）” / “Table 1-1 (continued)”
  virtual std::string continued(std::string_view label) const = 0;
  /// Joins “Table” and “1-1” as the language writes them.
  virtual std::string numbered(std::string_view label, std::string_view number) const = 0;
  /// Joins words as a list: “A、B和C”, “A, B and C”.
  virtual std::string list(const std::vector<std::string>& words) const = 0;
  /// The footnote mark on a page: ① … (CLREQ) or a, b, c. `n` counts from 1.
  virtual std::string note_mark(int n) const = 0;
};

/// The language of a tag (`zh-CN` finds zh-Hans, `en-US` finds en), or nothing.
const Language* find(std::string_view tag);
/// The language of a tag, or English where we know no better.
const Language& get(std::string_view tag);
std::vector<const Language*> all();

/// Replaces `{name}` by the value.
std::string fill(std::string_view pattern, std::string_view name, std::string_view value);

}  // namespace bifolio::lang
