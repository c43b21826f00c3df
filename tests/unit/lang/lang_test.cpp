#include "lang/lang.h"

#include <gtest/gtest.h>

#include "lang/iso_date.h"

namespace bifolio::lang {
namespace {

/// Strong text between asterisks.
std::string sentence(std::string_view tag, const Evidence& evidence) {
  std::string out;
  for (const Inline& node : get(tag).evidence_sentence(evidence)) {
    const bool strong = std::holds_alternative<Strong>(node.value);
    out += (strong ? "**" : "") + plain_text({node}) + (strong ? "**" : "");
  }
  return out;
}

TEST(Languages, AreFoundByTagAndByPrimarySubtag) {
  EXPECT_EQ(find("zh-Hans")->tag(), "zh-Hans");
  EXPECT_EQ(find("zh-CN")->tag(), "zh-Hans");
  EXPECT_EQ(find("en-US")->tag(), "en");
  EXPECT_EQ(find("fr"), nullptr);
}

TEST(Dates, ReadAsEachLanguageWritesThem) {
  EXPECT_EQ(get("zh-Hans").date("2025-09-08"), "2025年9月8日");
  EXPECT_EQ(get("en").date("2025-09-08"), "8 September 2025");
  EXPECT_EQ(get("en").date("2024-08"), "August 2024");
  EXPECT_EQ(get("en").date("soon"), "soon");
}

TEST(IsoDate, RefusesDaysThatDoNotExist) {
  EXPECT_TRUE(parse_iso_date("2024-02-29"));
  EXPECT_FALSE(parse_iso_date("2023-02-29"));
  EXPECT_FALSE(parse_iso_date("2024-13"));
  EXPECT_FALSE(parse_iso_date("24-01-01"));
}

TEST(Evidence, TrialThatMissedSaysSoInWords) {
  const Evidence evidence{.kinds = {EvidenceKind::trial_2}, .outcome = TrialOutcome::missed, .as_of = "2024-02"};
  EXPECT_EQ(sentence("en", evidence), "Phase 2 trial: **missed its main goal** (as of 2024-02)");
  EXPECT_EQ(sentence("zh-Hans", evidence), "二期试验：**未达到主要终点**（截至2024-02）");
}

TEST(Evidence, AnimalsOnlyNeverReadsLikeTreatment) {
  const Evidence evidence{.kinds = {EvidenceKind::cell, EvidenceKind::animal}};
  EXPECT_EQ(sentence("en", evidence), "Tested in cells and animals only");
  EXPECT_EQ(sentence("zh-Hans", evidence), "仅在细胞和动物中试验过");
}

TEST(Evidence, ObservationClaimsNothingAboutTrials) {
  EXPECT_EQ(sentence("en", {.kinds = {EvidenceKind::observational}}), "Observational studies");
  const Evidence both{.kinds = {EvidenceKind::animal, EvidenceKind::observational}};
  EXPECT_EQ(sentence("en", both), "Tests in animals, and observational studies");
  EXPECT_EQ(sentence("zh-Hans", both), "动物实验，以及观察性研究");
}

TEST(Evidence, StatusNamesItsRegion) {
  const Evidence evidence{.kinds = {EvidenceKind::trial_3},
                          .outcome = TrialOutcome::missed,
                          .status = {{"US", StatusKind::accelerated}, {"KR", StatusKind::conditional}},
                          .as_of = "2022-09"};
  EXPECT_EQ(sentence("en", evidence),
            "Phase 3 trial: **missed its main goal** (as of 2022-09). "
            "Status: United States, accelerated approval; South Korea, conditional approval");
  EXPECT_EQ(sentence("zh-Hans", evidence),
            "三期试验：**未达到主要终点**（截至2022-09）。状态：美国加速批准；韩国有条件批准");
}

TEST(Evidence, StatusAloneCarriesItsDate) {
  const Evidence evidence{.status = {{"CN", StatusKind::approved}}, .as_of = "2024-10"};
  EXPECT_EQ(sentence("zh-Hans", evidence), "状态：中国已批准（截至2024-10）");
  EXPECT_EQ(sentence("en", {}), "");
}

TEST(NoteMarks, CountOnBeyondTheirAlphabet) {
  EXPECT_EQ(get("zh-Hans").note_mark(1), "①");
  EXPECT_EQ(get("zh-Hans").note_mark(21), "21");
  EXPECT_EQ(get("en").note_mark(26), "z");
  EXPECT_EQ(get("en").note_mark(27), "aa");
}

TEST(Numbered, KeepsLabelAndNumberTogether) {
  EXPECT_EQ(get("zh-Hans").numbered("表", "1-1"), "表 1-1");
  EXPECT_EQ(get("en").numbered("Table", "1-1"), "Table\u00A01-1");
  EXPECT_EQ(get("zh-Hans").numbered(get("zh-Hans").labels().section, "1.3"), "第1.3节");
}

}  // namespace
}  // namespace bifolio::lang
