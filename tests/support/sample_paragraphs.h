// Paragraphs in which all rules of typesetting have something to do: brackets and
// quotes beside each other, dashes, numbers with units, Latin names in Chinese,
// addresses, long words. Written for the tests.
#pragma once

#include <string_view>
#include <vector>

namespace bifolio::testing {

struct SampleParagraph {
  std::string_view language;
  std::string_view text;
  std::vector<std::string_view> kept;  ///< never divided between two lines
  bool is_hard = false;                ///< addresses or chains of long words: some line must stay short
};

inline const std::vector<SampleParagraph>& sample_paragraphs() {
  static const std::vector<SampleParagraph> all = {
      {"zh-Hans",
       "肌萎缩侧索硬化（ALS，俗称“渐冻症”）是一种累及上、下运动神经元的神经退行性疾病。约90%的患者为散发型，其余10%"
       "有家族史；"
       "在家族性患者中，SOD1、C9orf72、FUS和TARDBP等基因的突变最为常见。发病年龄多在40至70岁，中位生存期约30个月。",
       {"90%", "10%", "70岁", "30个月", "C9orf72"}},
      {"zh-Hans",
       "在一项纳入108例受试者的三期试验中，主要终点——第28周时ALSFRS-R评分的变化——没有达到（p = "
       "0.97），但血浆NfL下降了约60%……"
       "研究者说：“我们不能只看一个数字。”这句话出自《新英格兰医学杂志》（2022年9月），见图 2和第3.2节，剂量为5 "
       "mg/kg。",
       {"108例", "第28周", "p = 0.97", "60%", "2022年", "9月", "图 2", "第3.2节", "5 mg/kg", "——", "……"}},
      {"zh-Hans",
       "“‘冰桶挑战’究竟改变了什么？”有人问。答案并不简单：募得的1."
       "15亿美元（约合8亿元）资助了基因研究，于是有了NEK1的发现；"
       "可是，患者等来的药物仍然只有几种。《关于“渐冻症”探索的思考》（《思考》）想把这些讲清楚！真的能讲清楚吗？！也许"
       "。",
       {"1.15亿", "8亿元"}},
      {"zh-Hans",
       "约翰·查尔科特（Jean-Martin Charcot）于1869年首次描述了这种病；卢·格里格（Lou Gehrig）的名字则让它为公众所知。"
       "1993年，Rosen等人在《自然》上报告SOD1突变[12]，此后30年间，已有40多个基因被认为与之有关[3,15]"
       "——其中多数仍待证实。",
       {"1869年", "1993年", "30年", "40多", "变[12]", "关[3,15]"}},
      {"zh-Hans",
       "鼻饲、胃造瘘与无创通气（NIV）怎么选？当用力肺活量（FVC）低于50%，或夜间血氧饱和度低于88%且持续5分钟以上时，"
       "应考虑无创通气；每日使用不少于4小时者，生存期可延长约7个月。温度以22℃至26℃为宜，费用约¥ 1,200至US$ 300不等。",
       {"50%", "88%", "5分钟", "4小时", "7个月", "22℃", "26℃", "¥ 1,200", "US$ 300"}},
      {"zh-Hans",
       "读到这里，也许你会说：“这么多名词，我记不住。”没关系——不必记住。我们写下这些，只为了在你需要的时候，有人替你查"
       "过、想过、"
       "核对过。相信相信的力量（Believe in the power of "
       "belief），不是一句口号，而是一群志愿者在一千多个夜晚里，一个字一个字做出来的事。",
       {"——"}},
      {"zh-Hans",
       "本册的数据来自ClinicalTrials.gov与PubMed，检索日期为2025年9月8日。完整记录见https://doi.org/10.1056/"
       "NEJMoa2204705以及"
       "https://clinicaltrials.gov/study/NCT02623699（NCT02623699），附录A列出了全部检索式，表 "
       "1-1给出了结果，误差为±0.5 mL。",
       {"2025年", "9月", "8日", "附录A", "表 1-1", "±0.5 mL"},
       true},
      {"en",
       "Amyotrophic lateral sclerosis (ALS) is a progressive neurodegenerative disease that affects upper and lower "
       "motor "
       "neurons. About 90% of cases are sporadic; the remaining 10% are familial, most often with mutations in SOD1, "
       "C9orf72, FUS or TARDBP. In April 2023 the FDA granted accelerated approval to tofersen on the basis of lowered "
       "neurofilament light chain, although the primary endpoint of the Phase 3 trial was missed (p = 0.97; n = 108).",
       {"90%", "10%", "C9orf72", "Phase 3", "p = 0.97", "n = 108"}},
      {"en",
       "“We cannot look at one number only,” said Dr. Miller—“nor at one trial.” The double-blind, placebo-controlled "
       "study "
       "enrolled 1,343 participants at 32 sites; doses of 5 mg/kg or 100 mg were given every 4 weeks for 24 weeks, and "
       "survival was analysed at 52 weeks with a hazard ratio of 0.68 (95% CI, 0.51–0.91). See Fig. 3 and Table 2.",
       {"Dr. Miller", "5 mg/kg", "100 mg", "4 weeks", "24 weeks", "52 weeks", "95% CI", "Fig. 3", "Table 2",
        "0.51–0.91"}},
      {"en",
       "Volunteers extraordinarily committed to comprehensibility characterised pathophysiological interrelationships "
       "without oversimplification: neuroinflammation, mitochondrial dysfunction, excitotoxicity, nucleocytoplasmic "
       "transport and proteostasis are interdependent, and disentangling their contributions retrospectively remains "
       "extremely complicated.",
       {},
       true},
      {"en",
       "The full record is at https://doi.org/10.1056/NEJMoa2204705 and at "
       "https://clinicaltrials.gov/study/NCT02623699 for "
       "readers who wish to check; the office keeps an offline file with the findings [7] of J. Smith, whose efficient "
       "affidavits fill 12 kg of paper and cost US$ 300, i.e. ≥ 5% more than before.",
       {"J. Smith", "12 kg", "US$ 300", "≥ 5%"},
       true},
      {"en",
       "Believe in the power of belief: these five words are all we have to offer. It is not a treatment. It is, on a "
       "good "
       "day, a way to get up, to read one more paper, to ask one more question, and to pass on what is known to "
       "someone "
       "who cannot turn the page by hand.",
       {}},
  };
  return all;
}

}  // namespace bifolio::testing
