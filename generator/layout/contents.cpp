// The contents, and the lists of tables and figures: number, title, leaders, page.
#include <algorithm>

#include "layout/foreign.h"
#include "layout/front.h"
#include "layout/table.h"
#include "model/walk.h"

namespace bifolio::layout {
namespace {

constexpr Length kLeader = pt(0.75);

/// One line: its number, title and place, how far it is moved in.
struct Entry {
  std::string number;
  std::string title;
  std::string destination;
  TextStyle style;
  Length x, number_width;
};

class ContentsSetter {
 public:
  ContentsSetter(Workbench& bench, Place& place, const Part& body) : bench_(bench), place_(place), body_(body) {}

  void add_chapter(const Chapter& chapter, TagId toc);
  void add_entry(const Entry& entry, TagId toc);
  /// Documents and their first headings, below their chapters.
  void add_all(TagId toc);
  void add_objects(bool tables);

 private:
  std::string folio_of(const std::string& destination) const {
    const auto at = body_.destinations.find(destination);
    return at == body_.destinations.end() ? "" : folio(body_.style, at->second.page + 1);
  }

  /// The number before a title is of any language.
  TagId add_link(const std::string& number, const std::string& title, const std::string& destination, TagId toc,
                 int& link) {
    const TagId item = bench_.tags.add("TOCI", toc);
    const TagId tag = bench_.tags.add("Link", bench_.tags.add("Reference", item));
    const auto parts = passages(title, place_.language);
    if (parts.size() == 1 && parts[0].language != place_.language) bench_.tags[tag].detail().language = parts[0].language;
    const std::string contents = number.empty() || title.empty() ? number + title : number + " " + title;
    link = layout::add_link(bench_, {.destination = destination, .contents = contents});
    return tag;
  }

  Path leader(Length from, Length to, Length y) const {
    Path dots = rule(from, y, to - from, kLeader, bench_.look.rule);
    dots.dashes = {kLeader, kLeader * 2};
    return dots;
  }

  Entry entry_of(const ContentsEntry& from, bool is_heading) const;
  OneLine dates_of(const Phase*);

  Workbench& bench_;
  Place& place_;
  const Part& body_;
};

/// Where the text of a line ends.
Length line_end(const Box& line, Length from) {
  for (const Item& item : line.items) {
    const auto* run = std::get_if<GlyphRun>(&item);
    if (run == nullptr) continue;
    Length x = run->origin.x;
    for (const Glyph& glyph : run->glyphs) x += glyph.advance;
    from = std::max(from, x);
  }
  return from;
}

OneLine ContentsSetter::dates_of(const Phase* phase) {
  if (phase == nullptr || phase->period_begin.empty()) return {};
  const TextStyle soft = in_color(in_face(bench_.look.small, text::Role::hei), bench_.look.soft);
  return set_line(bench_, bench_.language.period(phase->period_begin, phase->period_end), soft, kArtifact,
                  place_.language);
}

/// The phase under an accent rule: its name, its title, its dates.
void ContentsSetter::add_chapter(const Chapter& chapter, TagId toc) {
  const Look& look = bench_.look;
  const std::string& language = place_.language;
  const Phase* phase = chapter.phase ? &bench_.publication.booklet.phases[*chapter.phase] : nullptr;
  const std::string name = phase ? text_in(phase->title, language) : "";
  const std::string title = chapter.opener ? plain_text(bench_.book.documents[*chapter.opener].title) : "";
  const std::string destination =
      place_name(bench_, chapter.opener ? bench_.book.documents[*chapter.opener].id : chapter.id);
  int link = -1;
  const TagId tag = add_link(name, title, destination, toc, link);

  place_.flow.start_level();
  start_block(place_, {.height = look.body.leading * 3 / 2});
  const TextStyle plain = in_color(in_face(look.body, text::Role::hei), look.accent);
  const TextStyle bold = in_face(look.body, text::Role::hei, text::Weight::bold);
  OneLine first = set_line(bench_, name.empty() || title.empty() ? name : name + " ", plain, tag, language);
  const Length gap = first.width > Length{} ? look.body.character.size * 3 / 2 : Length{};
  TextBlock block{
      .style = bold, .x = place_.x + first.width + gap, .setting = ParagraphStyle::Setting::left, .language = language};
  block.measure = place_.x + place_.measure - block.x;
  std::vector<Box> lines = set_text(bench_, collect(title, {bold.character, tag, language}), block);
  Box box{.height = pt(5)};
  box.items.emplace_back(rule(place_.x, {}, place_.measure, pt(0.75), look.accent));
  merge(box, std::move(first.box), place_.x, pt(5));
  if (lines.empty()) box.height += look.body.leading;
  OneLine dates = dates_of(phase);
  const Length dates_x = place_.x + place_.measure - dates.width;
  const bool has_room = !lines.empty() && dates_x >= line_end(lines.back(), block.x) + look.body.character.size;
  for (Box& line : lines) {
    merge(box, std::move(line), {}, box.height);
    box.height += look.body.leading;
  }
  // Behind the title where it leaves room, else below it.
  const Length down = baseline(look.body) - baseline(look.small);
  if (has_room) {
    merge(box, std::move(dates.box), dates_x, box.height - look.body.leading + down);
  } else if (dates.width > Length{}) {
    merge(box, std::move(dates.box), block.x, box.height);
    box.height += look.small.leading;
  }
  box.links.push_back({link, {place_.x, {}, place_.measure, box.height}, tag});
  place_.flow.add(std::move(box));
  place_.flow.allow_break(kKeep);
  place_.flow.add(Glue{look.body.leading / 3});
  place_.flow.keep_with_next();
}

void ContentsSetter::add_entry(const Entry& entry, TagId toc) {
  const Look& look = bench_.look;
  int link = -1;
  const TagId tag = add_link(entry.number, entry.title, entry.destination, toc, link);
  const TextStyle number_style = in_color(in_face(entry.style, text::Role::hei), look.accent);
  const TextStyle folio_style = in_face(entry.style, text::Role::hei);
  OneLine page = set_line(bench_, " " + folio_of(entry.destination), folio_style, tag, place_.language);
  const Length folio_room = look.body.character.size * 5 / 2;
  const std::string number_text = entry.number.empty() ? "" : entry.number + " ";
  OneLine number = set_line(bench_, number_text, number_style, tag, place_.language);

  TextBlock block{.style = entry.style,
                  .x = entry.x + std::max(entry.number_width, number.width),
                  .setting = ParagraphStyle::Setting::left,
                  .language = place_.language};
  block.measure = place_.x + place_.measure - folio_room - block.x;
  std::vector<Piece> pieces = collect(entry.title, {entry.style.character, tag, place_.language});
  std::vector<Box> lines = set_text(bench_, pieces, block);
  if (lines.empty()) return;
  Box first = std::move(number.box);
  move(first, entry.x, {});
  first.height = lines[0].height;
  merge(first, std::move(lines[0]), {}, {});
  lines[0] = std::move(first);
  Box& last = lines.back();
  const Length end = line_end(last, block.x);
  const Length right = place_.x + place_.measure;
  const Length from = end + look.body.character.size / 2, to = right - folio_room + pt(4);
  if (from < to) last.items.emplace_back(leader(from, to, baseline(entry.style) - pt(2.5)));
  merge(last, std::move(page.box), right - page.width, {});
  for (Box& line : lines) line.links.push_back({link, {place_.x, {}, place_.measure, line.height}, tag});
  place_.flow.start_level();
  start_block(place_);
  put_kept(place_, std::move(lines));
}

Entry ContentsSetter::entry_of(const ContentsEntry& from, bool is_heading) const {
  const Look& look = bench_.look;
  const Length step = scale(look.body.character.size, 30, look.is_han ? 105 : 100) * 10 / 10;
  Entry entry{
      from.number, plain_text(from.title), place_name(bench_, from.id), is_heading ? look.small : look.body, place_.x,
      step};
  entry.number_width = look.body.character.size * 20 / 7;
  if (entry.destination.empty()) entry.destination = place_name(bench_, bench_.book.documents[from.document].id);
  if (is_heading) {
    entry.x += entry.number_width;
    entry.style.leading = (look.small.leading + look.body.leading) / 2;
    entry.number_width = entry.number_width * 11 / 10;
  }
  return entry;
}

void ContentsSetter::add_all(TagId toc) {
  std::map<std::size_t, const Chapter*> openers;  // document → the chapter it opens
  std::map<std::size_t, const Chapter*> firsts;   // document → the chapter that has no opener and begins with it
  for (const Chapter& chapter : bench_.book.chapters) {
    if (chapter.opener)
      openers[*chapter.opener] = &chapter;
    else if (chapter.phase && !chapter.documents.empty())
      firsts[chapter.documents[0]] = &chapter;
  }
  TagId inner = toc, headings = kArtifact;
  bool in_opener = false;
  int document_level = 1;
  for (const ContentsEntry& one : bench_.book.contents) {
    const bool is_heading = one.kind == ContentsEntry::Kind::heading;
    if (!is_heading) {
      headings = kArtifact;
      const auto opener = openers.find(one.document);
      const auto first = firsts.find(one.document);
      in_opener = opener != openers.end();
      document_level = one.level;
      const Chapter* chapter = in_opener ? opener->second : first != firsts.end() ? first->second : nullptr;
      if (chapter != nullptr) {
        add_chapter(*chapter, toc);
        inner = bench_.tags.add("TOC", toc);
      } else if (one.level == 1) {
        inner = toc;
      }
      if (!in_opener) add_entry(entry_of(one, false), inner);
    } else if (!in_opener && one.level == document_level + 1) {
      if (headings == kArtifact) headings = bench_.tags.add("TOC", inner);
      add_entry(entry_of(one, true), headings);
    }
  }
}

/// The list of tables, or of figures.
void ContentsSetter::add_objects(bool tables) {
  const lang::Labels& labels = bench_.language.labels();
  TagId toc = kArtifact;
  for (const Document& document : bench_.book.documents) {
    for_each_block(document.blocks, [&](const Block& block) {
      const auto* table = std::get_if<Table>(&block.value);
      const auto* figure = std::get_if<Figure>(&block.value);
      const std::string& number = tables && table ? table->number : !tables && figure ? figure->number : document.path;
      if (&number == &document.path || number.empty()) return;
      if (toc == kArtifact) {
        place_.flow.start_level();
        const Inlines title{{Text{std::string(tables ? labels.tables : labels.figures)}, {}}};
        add_heading_text(bench_, place_, {2, "", title, bench_.look.headings[1], bench_.look.spaces[1]}, "");
        toc = bench_.tags.add("TOC", place_.parent);
      }
      const Inlines& caption = table ? table->caption : figure->caption;
      add_entry({number, plain_text(caption), place_name(bench_, block.id), bench_.look.small, place_.x,
                 bench_.look.body.character.size * 20 / 7},
                toc);
    });
  }
}

}  // namespace

void add_contents(Workbench& bench, Flow& flow, const Part& body) {
  const lang::Labels& labels = bench.language.labels();
  Place place = body_place(bench, flow, bench.tags.add("Sect", bench.front_section), bench.book.language);
  const Inlines title{{Text{std::string(labels.contents)}, {}}};
  add_heading_text(bench, place, {1, "", title, bench.look.headings[0], bench.look.spaces[0]},
                   std::string(kContentsId));
  add_to_outline(bench, 1, "", std::string(labels.contents), std::string(kContentsId));
  ContentsSetter setter(bench, place, body);
  const TagId toc = bench.tags.add("TOC", place.parent);
  setter.add_all(toc);
  start_block(place, {bench.look.body.leading / 2});
  const Length width = bench.look.body.character.size * 20 / 7;
  const auto add_section = [&](std::string_view name, std::string_view id) {
    const std::string destination = place_name(bench, id);
    if (body.destinations.find(destination) == body.destinations.end()) return;
    setter.add_entry({"", std::string(name), destination, bench.look.body, place.x, width}, toc);
  };
  add_section(labels.references, kReferencesId);
  add_section(labels.glossary, kGlossaryId);
  setter.add_objects(true);
  setter.add_objects(false);
  flow.end_page();
}

}  // namespace bifolio::layout
