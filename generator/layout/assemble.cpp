#include <algorithm>

#include "layout/book.h"
#include "layout/reading_order.h"

namespace bifolio::layout {
namespace {

/// Cells stand in their table even where nothing is printed in them.
bool may_be_empty(const Tag& tag) {
  return tag.role == "TD" || tag.role == "TH";
}

std::vector<bool> tags_in_use(const std::vector<Tag>& tags, const std::vector<Page>& pages) {
  std::vector<bool> used(tags.size());
  const auto use = [&](TagId tag) {
    if (tag != kArtifact) used[static_cast<std::size_t>(tag)] = true;
  };
  for (const Page& page : pages) {
    for (const Item& item : page.items) std::visit([&](const auto& value) { use(value.tag); }, item);
    for (const LinkArea& link : page.links) use(link.tag);
  }
  used[0] = true;
  // Children stand behind their parents, so one pass from the end is enough.
  for (std::size_t i = tags.size(); i-- > 1;) {
    if (may_be_empty(tags[i])) used[i] = true;
    if (used[i]) used[static_cast<std::size_t>(tags[i].parent)] = true;
  }
  return used;
}

/// Puts the elements into the order in which they are read, without those that came
/// to nothing: an empty paragraph, a section without pages.
void settle_tags(PagedDocument& document, const Orders& orders) {
  const std::vector<bool> used = tags_in_use(document.tags, document.pages);
  std::vector<TagId> fresh(document.tags.size(), kArtifact);
  std::vector<Tag> settled;
  for (const TagId id : reading_order(document.tags, document.pages, orders)) {
    const auto i = static_cast<std::size_t>(id);
    if (!used[i]) continue;
    fresh[i] = static_cast<TagId>(settled.size());
    settled.push_back(std::move(document.tags[i]));
  }
  document.tags = std::move(settled);
  const auto renew = [&](TagId& tag) {
    if (tag != kArtifact) tag = fresh[static_cast<std::size_t>(tag)];
  };
  for (Tag& tag : document.tags) renew(tag.parent);
  for (Page& page : document.pages) {
    for (Item& item : page.items) std::visit([&](auto& value) { renew(value.tag); }, item);
    for (LinkArea& link : page.links) renew(link.tag);
  }
  for (auto& [name, place] : document.destinations) renew(place.tag);
}

/// A link whose place was not printed would lead nowhere: its text stays.
void drop_dead_links(PagedDocument& document) {
  for (Page& page : document.pages) {
    const auto is_dead = [&](const LinkArea& link) {
      return link.url.empty() && document.destinations.find(link.destination) == document.destinations.end();
    };
    for (const LinkArea& link : page.links) {
      if (is_dead(link) && link.tag != kArtifact) document.tags[static_cast<std::size_t>(link.tag)].role = "Span";
    }
    page.links.erase(std::remove_if(page.links.begin(), page.links.end(), is_dead), page.links.end());
  }
}

void append(PagedDocument& document, Part&& part) {
  const std::size_t first = document.pages.size();
  if (!part.pages.empty()) document.labels.push_back({.first_page = first, .style = part.style});
  for (Page& page : part.pages) document.pages.push_back(std::move(page));
  for (auto& [name, place] : part.destinations) {
    place.page += first;
    document.destinations.emplace(name, place);
  }
}

DocumentFacts facts_of(const Workbench& bench) {
  const Booklet& booklet = bench.publication.booklet;
  const std::string& language = bench.book.language;
  DocumentFacts facts;
  facts.title = text_in(booklet.title, language);
  facts.subtitle = text_in(booklet.subtitle, language);
  facts.author = text_in(booklet.group, language);
  facts.subject = text_in(booklet.notice, language);
  facts.language = language;
  facts.version = booklet.version;
  facts.stamp = bench.stamp;
  return facts;
}

}  // namespace

PagedDocument assemble(Workbench& bench, Part&& front, Part&& body, Part&& back) {
  PagedDocument document = std::move(bench.out);
  document.facts = facts_of(bench);
  append(document, std::move(front));
  append(document, std::move(body));
  append(document, std::move(back));
  if (bench.format.has_page_turns) add_page_turns(bench, document);
  const Orders orders = bench.tags.orders();
  document.tags = bench.tags.take();
  drop_dead_links(document);
  settle_tags(document, orders);
  return document;
}

}  // namespace bifolio::layout
