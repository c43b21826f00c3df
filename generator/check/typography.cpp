#include "check/typography.h"

#include <algorithm>

#include "base/unicode.h"
#include "base/utf8.h"

namespace bifolio::check {
namespace {

/// The characters with which names are transliterated (the tables of Xinhua, those most used).
constexpr std::u32string_view kNameCharacters =
    U"阿埃艾爱安昂奥巴白柏班邦鲍贝本比彼毕宾波伯勃博布查达戴丹当道德登狄迪蒂丁杜顿多恩尔法凡范菲费芬丰冯佛弗夫福"
    U"富盖冈戈哥格根古瓜哈海汉豪赫黑亨华怀霍基吉加贾简杰金卡凯坎康考柯科克肯库夸拉莱赖兰朗劳勒雷黎李里利丽莉莲林"
    U"琳刘卢鲁路伦罗洛马玛迈麦曼芒毛梅门蒙米密敏明莫姆墨默穆拿娜纳奈南内尼妮涅宁纽努诺欧帕潘佩彭皮平珀普齐奇恰钱"
    U"乔琼丘让热仁日荣茹瑞若萨塞赛桑瑟森沙莎山尚绍舍申施什史世舒斯丝苏所索塔泰坦汤唐特腾提廷图托瓦万旺威韦维魏温文"
    U"沃乌伍武西希锡夏香肖谢辛欣休雪逊雅亚延扬杨尧耶叶伊依易因英尤于约泽扎詹珍芝朱兹翰腊";

bool starts_character(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
}

}  // namespace

Characters::Characters(const Passage& passage, std::string_view book_language)
    : passage_(passage), book_language_(book_language) {
  const auto size = static_cast<std::size_t>(std::ranges::count_if(passage.text, starts_character));
  chars_.reserve(size);
  offsets_.reserve(size + 1);
  for (const Stretch& stretch : passage.stretches) {
    const bool is_prose = stretch.kind == Stretch::Kind::text;
    const std::string_view text = std::string_view(passage.text).substr(stretch.begin, stretch.end - stretch.begin);
    for (const auto [c, offset, size] : code_points(text)) {
      chars_.push_back(is_prose ? c : U'\uFFFC');
      offsets_.push_back(static_cast<std::uint32_t>(stretch.begin + offset));
    }
  }
  offsets_.push_back(static_cast<std::uint32_t>(passage.text.size()));
  blank_tags();
}

std::string_view Characters::language(std::size_t i) const {
  const std::string& marked = stretch(i).language;
  return marked.empty() ? book_language_ : std::string_view(marked);
}

/// `<a id="x">`, which is printed as it stands and has a finding of its own.
void Characters::blank_tags() {
  for (std::size_t i = chars_.find(U'<'); i != chars_.npos; i = chars_.find(U'<', i + 1)) {
    const char32_t next = at(i + 1);
    const bool is_tag = next == U'/' || (next < 0x80 && is_letter(next));
    const std::size_t end = is_tag ? chars_.find_first_of(U"<>", i + 1) : chars_.npos;
    if (end == chars_.npos || chars_[end] == U'<') continue;
    std::fill(chars_.begin() + static_cast<std::ptrdiff_t>(i), chars_.begin() + static_cast<std::ptrdiff_t>(end) + 1,
              U'\uFFFC');
  }
}

Span Characters::span(std::size_t begin, std::size_t end) const {
  return passage_.span(offsets_[begin], offsets_[end]);
}

std::string Characters::utf8(std::size_t begin, std::size_t end) const {
  return passage_.text.substr(offsets_[begin], offsets_[end] - offsets_[begin]);
}

std::vector<std::vector<Characters>> characters_of(const std::vector<BookProse>& books) {
  std::vector<std::vector<Characters>> all;
  for (const BookProse& prose : books) {
    all.emplace_back().reserve(prose.passages.size());
    for (const Passage& passage : prose.passages) all.back().emplace_back(passage, prose.book->language);
  }
  return all;
}

void judge_passages(const Context& context, Judge judge, Findings& findings) {
  for (const auto& book : context.characters) {
    for (const Characters& text : book) judge(text, findings);
  }
}

Finding finding_of(const Rule& rule, const Characters& text, std::size_t begin, std::size_t end, std::string right) {
  const std::string wrong = text.utf8(begin, end);
  const Span span = text.span(begin, end);
  Finding finding{&rule, span, {{"wrong", wrong}, {"right", right}}, {}, {}, wrong};
  if (span.size() == wrong.size()) finding.fixes.push_back({span, std::move(right)});
  return finding;
}

void report(const Rule& rule, const Characters& text, std::size_t begin, std::size_t end, std::string right,
            Findings& findings) {
  findings.add(finding_of(rule, text, begin, end, std::move(right)));
}

bool is_latin_letter(char32_t c) {
  return c != 0 && c < 0x250 && is_letter(c);
}

bool is_number_part(char32_t c) {
  return c >= U'0' && c <= U'9';
}

bool is_chinese_text(char32_t c) {
  // Dashes, dots and quotation marks are written in both languages.
  const bool is_shared = c >= 0x2010 && c <= 0x2027;
  return is_han(c) || (is_cjk_punctuation(c) && !is_shared && c != 0xB7);
}

bool is_opening(char32_t c) {
  return std::u32string_view(U"([{“‘（【〔［｛《〈「『").find(c) != std::u32string_view::npos && c != 0;
}

bool touches_chinese(const Characters& text, std::size_t begin, std::size_t end) {
  const std::size_t before = text.begin_of(begin, is_space), after = text.end_of(end, is_space);
  return is_chinese_text(text.at(before - 1)) || is_chinese_text(text.at(after));
}

bool is_name_character(char32_t c) {
  return kNameCharacters.find(c) != kNameCharacters.npos;
}

bool is_in_name(const Characters& text, std::size_t i) {
  const std::size_t begin = text.begin_of(i, is_name_character), end = text.end_of(i + 1, is_name_character);
  constexpr std::size_t kFewest = 2;
  return i - begin >= kFewest && end - i - 1 >= kFewest;
}

}  // namespace bifolio::check
