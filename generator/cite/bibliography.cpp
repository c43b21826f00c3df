// The list of references: CSL 1.0.2, “Bibliography”, “Reference Grouping”, “Whitespace”.
#include <algorithm>

#include "cite/assemble.h"
#include "cite/processor.h"

namespace bifolio::cite {
namespace {

Node render_entry(const Registered& work, const Item& item, const Style& style) {
  const Layout& layout = layout_for(style.bibliography->layouts, item);
  Scene scene{style, item, *item.locale, Area::bibliography, {}, &work.expansion};
  scene.place.citation_number = work.number;
  return Renderer(scene).render(layout);
}

Node around(Node body, const Look& look) {
  std::vector<Node> inside;
  if (!look.prefix.empty()) inside.push_back(Node::leaf(look.prefix, Role::affix));
  inside.push_back(std::move(body));
  if (!look.suffix.empty()) inside.push_back(Node::leaf(look.suffix, Role::affix));
  Node node = Node::group(std::move(inside));
  node.style = look.style;
  return node;
}

/// BCP 47 as HTML wants it: zh-CN is written in simplified characters.
std::string language_tag(const Item& item) {
  const std::string& language = item.locale->language();
  if (language == "zh-CN") return "zh-Hans";
  if (language == "zh-TW") return "zh-Hant";
  return language.substr(0, language.find('-'));
}

/// The same work in its other language, on a line of its own, without the number.
void add_pair(Entry& entry, const Registered& work, const Style& style) {
  Node body = render_entry(work, *work.pair, style);
  const bool has_margin = style.bibliography->second_field_align != SecondFieldAlign::none && body.children.size() > 1;
  if (has_margin) body.children.erase(body.children.begin());
  RichText pair =
      assemble(around(std::move(body), layout_for(style.bibliography->layouts, *work.pair).look), *work.pair->locale);
  pair.style.display = RichStyle::Display::block;
  pair.language = language_tag(*work.pair);
  RichText both;
  both.children.push_back(std::move(entry.text));
  both.children.push_back(std::move(pair));
  entry.text = std::move(both);
}

Entry make_entry(const Registered& work, Node body, const Style& style, const Locale& main) {
  const Layout& layout = layout_for(style.bibliography->layouts, work.item);
  Entry entry;
  entry.reference = work.reference;
  if (body.is_empty()) {
    entry.number = std::to_string(work.number);
    return entry;
  }
  const bool has_margin = style.bibliography->second_field_align != SecondFieldAlign::none && body.children.size() > 1;
  if (has_margin) {
    Node first = std::move(body.children.front());
    body.children.erase(body.children.begin());
    entry.label = assemble(first, *work.item.locale);
    entry.number = plain_text(entry.label);
  }
  entry.text = assemble(around(std::move(body), layout.look), *work.item.locale);
  if (&*work.item.locale != &main) entry.text.language = language_tag(work.item);
  if (work.pair) add_pair(entry, work, style);
  return entry;
}

/// Replaces the names of an entry where the entry before has the same: CSL 1.0.2, “Reference Grouping”.
class AuthorSubstitution {
 public:
  AuthorSubstitution(const std::string& text, SubstituteRule rule) : text_(text), rule_(rule) {}
  void apply(Node& body);

 private:
  void replace_all(Node& names, std::vector<Node*>& lists) const;
  void replace_people(std::vector<Node*>& people, std::size_t count) const;

  const std::string& text_;
  SubstituteRule rule_;
  std::string before_;                      ///< names of the entry before, labels left out
  std::vector<std::string> people_before_;  ///< the same one by one
};

void collect(Node& node, Role role, std::vector<Node*>& out) {
  if (node.role == role) return out.push_back(&node);
  for (Node& child : node.children) collect(child, role, out);
}

std::string joined_text(const std::vector<Node*>& nodes) {
  std::string out;
  for (const Node* node : nodes) out += raw_text(*node) + "\n";
  return out;
}

void AuthorSubstitution::replace_all(Node& names, std::vector<Node*>& lists) const {
  if (lists.empty()) {  // a title stands in for the names
    names.children = {};
    names.text = text_;
    return;
  }
  for (Node* list : lists) *list = Node{};
  *lists.front() = Node::leaf(text_);
}

void AuthorSubstitution::replace_people(std::vector<Node*>& people, std::size_t count) const {
  for (std::size_t i = 0; i < std::min(count, people.size()); ++i) *people[i] = Node::leaf(text_);
}

void AuthorSubstitution::apply(Node& body) {
  Node* names = find_role(body, Role::names);
  if (!names) return before_.clear();
  std::vector<Node*> lists, people;
  collect(*names, Role::name_list, lists);
  collect(*names, Role::person, people);
  const std::string now = lists.empty() ? raw_text(*names) : joined_text(lists);
  std::vector<std::string> people_now;
  for (const Node* person : people) people_now.push_back(raw_text(*person));
  const bool is_same = !now.empty() && now == before_;
  std::size_t shared = 0;
  while (shared < people_now.size() && shared < people_before_.size() && people_now[shared] == people_before_[shared])
    ++shared;
  before_ = now;
  people_before_ = std::move(people_now);
  const bool is_title = is_same && lists.empty();
  if (is_title || (rule_ == SubstituteRule::complete_all && is_same)) return replace_all(*names, lists);
  if (rule_ == SubstituteRule::complete_each && is_same) return replace_people(people, people.size());
  if (rule_ == SubstituteRule::partial_each) return replace_people(people, shared);
  if (rule_ == SubstituteRule::partial_first && shared > 0) return replace_people(people, 1);
}

}  // namespace

std::vector<Entry> print_bibliography(const Registry& registry, const Style& style, LocaleShelf& locales) {
  std::vector<Entry> entries;
  if (!style.bibliography) return entries;
  const auto& substitute = style.bibliography->author_substitute;
  const std::string none;
  AuthorSubstitution substitution(substitute ? *substitute : none, style.bibliography->substitute_rule);
  for (const std::size_t index : registry.order) {
    const Registered& work = registry.works[index];
    Node body = render_entry(work, work.item, style);
    if (body.is_empty() && !style.numbers_bibliography) continue;  // the style lists no such works
    if (substitute) substitution.apply(body);
    entries.push_back(make_entry(work, std::move(body), style, locales.main()));
  }
  return entries;
}

}  // namespace bifolio::cite
