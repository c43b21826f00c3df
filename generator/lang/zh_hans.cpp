// 中文（大陆）: CLREQ habits, GB/T 15834 punctuation.
#include <string>

#include "base/unicode.h"
#include "base/utf8.h"
#include "lang/evidence.h"
#include "lang/iso_date.h"
#include "lang/languages.h"

namespace bifolio::lang {
namespace {

constexpr Labels kLabels = {
    .language_name = "中文",
    .contents = "目录",
    .references = "参考文献",
    .glossary = "术语对照",
    .notes = "注释",
    .figures = "图目录",
    .tables = "表目录",
    .search = "搜索",
    .index = "索引",
    .table = "表",
    .figure = "图",
    .section = "第{number}节",
    .chapter = "第{number}章",
    .page = "第{number}页",
    .on_page = "（第{n}页）",
    .on_page_in_brackets = "，第{n}页",
    .continued = "续",
    .continues = "下页续",
    .summary = "摘要",
    .takeaway = "一句话",
    .alert_note = "请注意",
    .alert_tip = "提示",
    .alert_important = "重要",
    .alert_warning = "警示",
    .alert_caution = "谨慎",
    .version = "{version}版",
    .updated = "修订于{date}",
    .contributors = "参与者",
    .cited_on_page = "引用于第{pages}页",
    .cited_on_pages = "引用于第{pages}页",
    .cited_in = "引用处",
    .library_files = "供文献管理软件使用的文献表",
    .retracted = "已撤稿",
    .unverified = "未能核实",
    .missing_translation = "这一部分还没有中文译文。",
    .note_mark = "注释{n}",
    .reference_mark = "参考文献{n}",
    .back_to_text = "回到正文",
    .previous = "上一部分",
    .next = "下一部分",
    .home = "首页",
    .all_versions = "全部版本",
    .skip_to_text = "跳到正文",
    .data_table = "数据表",
    .download = "下载",
    .minutes = "约{n}分钟",
    .edition = "版式",
    .corrections = "勘误",
    .part_of = "第{n}部分，共{total}部分",
    .main_navigation = "主要页面",
    .parts_navigation = "各部分",
    .place_navigation = "所在位置",
    .pager_navigation = "前后部分",
    .more_navigation = "更多页面",
    .side_by_side = "中英对照",
    .side_by_side_explained = "中文和英文，逐段对照",
    .only_this_language = "只看中文",
    .gaze = "眼控版",
    .leave_gaze = "离开眼控版",
    .previous_page = "上一页",
    .next_page = "下一页",
    .page_of = "第{n}页，共{total}页",
    .sources_here = "本页有{n}条出处，列在全文之后",
    .other_language = "另一种语言的这一段",
    .short_name = "中",
    .parts_here = "这一阶段的各部分",
    .parts_count = "{n}部分",
    .downloads = "下载中文版",
    .pages_count = "{n}页",
    .edition_pdf = "A5 小册子",
    .edition_pdf_use = "阅读和打印",
    .edition_large = "大字版",
    .edition_large_use = "A4，20磅黑体",
    .edition_screen = "横屏版",
    .edition_screen_use = "大翻页区，适合眼控和投影",
    .edition_phone = "手机版",
    .edition_phone_use = "窄页，不用放大",
    .edition_parallel = "中英对照",
    .edition_parallel_use = "逐段对照",
    .edition_print = "印刷版",
    .edition_print_use = "A4 对折，骑马钉",
    .search_prompt = "要找的词",
    .search_found = "找到{n}处",
    .search_none = "没有找到。请换一个词，或者查看索引。",
    .search_without_script = "搜索要用到 JavaScript，现在没有开启。请用索引或目录查找。",
    .index_explained = "术语按拼音和字母排列，后面是提到它的部分。",
    .term = "术语",
    .term_in_other_language = "英文",
    .abbreviation = "缩写",
    .remark = "说明",
    .changes = "更新记录",
    .licence = "许可",
    .contact = "发现错误，请告诉我们",
    .choose_language = "选择语言",
    .copy_reference = "复制这条文献",
    .task_done = "已完成",
    .task_open = "未完成",
    .period = "时间",
    .link_in_list = "在文献总表中查看",
    .missing_image = "图片缺失",
};

std::string_view trial_name(EvidenceKind kind) {
  return kind == EvidenceKind::trial_1 ? "一期" : kind == EvidenceKind::trial_2 ? "二期" : "三期";
}

bool is_trial(EvidenceKind kind) {
  return kind == EvidenceKind::trial_1 || kind == EvidenceKind::trial_2 || kind == EvidenceKind::trial_3;
}

std::string_view outcome_text(TrialOutcome outcome) {
  switch (outcome) {
    case TrialOutcome::met: return "达到主要终点";
    case TrialOutcome::missed: return "未达到主要终点";
    case TrialOutcome::mixed: return "结果不一致";
    case TrialOutcome::stopped: return "提前终止";
    case TrialOutcome::ongoing: return "仍在进行，尚无结果";
    case TrialOutcome::not_reported: return "结果未公布";
  }
  return "";
}

std::string_view status_text(StatusKind status) {
  switch (status) {
    case StatusKind::approved: return "已批准";
    case StatusKind::conditional: return "有条件批准";
    case StatusKind::accelerated: return "加速批准";
    case StatusKind::withdrawn: return "已撤回";
    case StatusKind::rejected: return "未获批准";
    case StatusKind::investigational: return "仍在研究中";
    case StatusKind::unknown: return "情况不明";
  }
  return "";
}

/// What stands before a trial's outcome, or all there is where no trial was made.
std::string kinds_text(const Evidence& evidence, const Language& language) {
  std::vector<std::string> trials, models;
  bool observational = false;
  for (const EvidenceKind kind : evidence.kinds) {
    if (is_trial(kind)) trials.emplace_back(trial_name(kind));
    if (kind == EvidenceKind::cell) models.emplace_back("细胞");
    if (kind == EvidenceKind::animal) models.emplace_back("动物");
    observational |= kind == EvidenceKind::observational;
  }
  if (!trials.empty()) return language.list(trials) + "试验";
  if (observational) return models.empty() ? "观察性研究" : language.list(models) + "实验，以及观察性研究";
  if (!models.empty()) return "仅在" + language.list(models) + "中试验过";
  return evidence.kinds.empty() ? "" : "证据类型不明";
}

class ZhHans final : public Language {
 public:
  std::string_view tag() const override { return "zh-Hans"; }
  Writing writing() const override { return Writing::han; }
  const char* icu_locale() const override { return "zh@collation=pinyin"; }
  const Labels& labels() const override { return kLabels; }

  std::string date(std::string_view iso) const override {
    const auto date = parse_iso_date(iso);
    if (!date) return std::string(iso);
    std::string out = std::to_string(date->year) + "年";
    if (date->month) out += std::to_string(date->month) + "月";
    if (date->day) out += std::to_string(date->day) + "日";
    return out;
  }

  std::string period(std::string_view begin, std::string_view end) const override {
    return std::string(begin) + " – " + std::string(end);
  }

  Inlines evidence_sentence(const Evidence& evidence) const override {
    return say({.kinds = kinds_text(evidence, *this),
                .trial = "试验",
                .outcome = evidence.outcome ? std::string(outcome_text(*evidence.outcome)) : "",
                .colon = "：",
                .as_of = evidence.as_of.empty() ? "" : "（截至" + evidence.as_of + "）",
                .status = evidence.status.empty() ? "" : "状态：" + statuses(evidence),
                .sentence_end = "。"},
               evidence.span);
  }

  std::string continued(std::string_view label) const override { return std::string(label) + "（续）"; }

  std::string numbered(std::string_view label, std::string_view number) const override {
    if (label.find("{number}") != label.npos) return fill(label, "number", number);
    return std::string(label) + " " + std::string(number);
  }

  std::string list(const std::vector<std::string>& words) const override {
    std::string out;
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (i > 0) out += i + 1 == words.size() ? "和" : "、";
      out += words[i];
    }
    return out;
  }

  std::string note_mark(int n) const override {
    // ① to ⑳ are U+2460 to U+2473; beyond that the plain number.
    return n <= 20 ? to_utf8(std::u32string(1, static_cast<char32_t>(0x245F + n))) : std::to_string(n);
  }

 private:
  std::string statuses(const Evidence& evidence) const {
    std::string out;
    for (const RegionalStatus& status : evidence.status) {
      if (!out.empty()) out += "；";
      out += region_name(status.region, "zh") + std::string(status_text(status.status));
    }
    return out;
  }
};

}  // namespace

const Language& zh_hans() {
  static const ZhHans language;
  return language;
}

}  // namespace bifolio::lang
