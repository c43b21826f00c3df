#include "layout/dump_text.h"

#include "layout/dump_lines.h"
#include "layout/text_block.h"
#include "model/walk.h"

namespace bifolio::layout {
namespace {

const Inlines* text_of(const Block& block) {
  if (const auto* paragraph = std::get_if<Paragraph>(&block.value)) return &paragraph->children;
  if (const auto* heading = std::get_if<Heading>(&block.value)) return &heading->children;
  return nullptr;
}

ParagraphStyle style_of(const Workbench& bench, const MeasureWanted& measure) {
  const TextBlock block = text_block(bench, bench.look.body, bench.book.language);
  ParagraphStyle style{block.measure, bench.look.indent,   bench.look.body.leading,
                       block.setting, bench.book.language, block.hyphenate};
  if (measure.ems) style.measure = scale(bench.look.body.character.size, static_cast<int>(*measure.ems * 1000), 1000);
  if (measure.points) style.measure = pt(*measure.points);
  return style;
}

class Writer {
 public:
  Writer(Workbench& bench, const ParagraphStyle& style) : bench_(bench), style_(style) {}

  Tree write() {
    for (std::size_t i = 0; i < bench_.book.documents.size(); ++i) {
      number_ = 0;
      document_ = i;
      const auto add_block = [&](const Block& block) {
        if (const Inlines* text = text_of(block)) add(*text);
      };
      for_each_block(bench_.book.documents[i].blocks, add_block, [&](const ListItem& item) { add(item.term); });
    }
    return std::move(lines_);
  }

 private:
  void add(const Inlines& text) {
    const TagId tag = bench_.tags.add("P", Tags::document());
    const Context context{bench_.look.body.character, tag, bench_.book.language, document_};
    const auto lines = set_paragraph(collect(bench_, text, context).pieces, style_, bench_.fonts, bench_.findings);
    ++number_;
    for (Tree& line : dump_lines(lines, style_, bench_.fonts).items) {
      Tree& out = lines_.add(Tree::object());
      out.set("file", Tree::of(bench_.book.documents[document_].path));
      out.set("paragraph", Tree::of(number_));
      for (Member& member : line.members) out.set(member.key, std::move(member.value));
    }
  }

  Workbench& bench_;
  const ParagraphStyle& style_;
  Tree lines_ = Tree::array();
  std::size_t document_ = 0;
  int number_ = 0;
};

}  // namespace

Tree dump_text(const Publication& publication, const Book& book, const Format& format, const MeasureWanted& measure,
               const theme::Theme& theme, const text::Fonts& fonts, const BuildStamp& stamp, Findings& findings) {
  const lang::Language& language = lang::get(book.language);
  Ledger ledger(book.language);
  Workbench bench{publication, book, format, theme, fonts, stamp, language, findings, ledger};
  bench.look = read_look(theme, format, language);
  const ParagraphStyle style = style_of(bench, measure);
  Tree out = Tree::object();
  out.set("language", Tree::of(book.language));
  out.set("measure", Tree::of(style.measure.points()));
  out.set("size", Tree::of(bench.look.body.character.size.points()));
  out.set("leading", Tree::of(style.leading.points()));
  out.set("lines", Writer(bench, style).write());
  return out;
}

}  // namespace bifolio::layout
