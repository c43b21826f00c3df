#include <map>
#include <set>

#include "model/walk.h"
#include "resolve/books.h"

namespace bifolio::resolve {
namespace {

std::set<std::string> explicit_ids(const Book& book) {
  std::set<std::string> ids;
  for (const Document& document : book.documents) {
    ids.insert(document.id);
    for_each_block(document.blocks, [&](const Block& block) { ids.insert(block.attributes.id); });
  }
  return ids;
}

/// Hands out `<nearest explicit id>-<ordinal>`, stepping over ids that authors gave.
class Ordinals {
 public:
  explicit Ordinals(const std::set<std::string>& taken) : taken_(taken) {}

  void enter(const std::string& id) { nearest_ = id; }
  std::string next() {
    std::string id;
    do id = nearest_ + "-" + std::to_string(++counts_[nearest_]);
    while (taken_.contains(id));
    return id;
  }

 private:
  const std::set<std::string>& taken_;
  std::map<std::string, int> counts_;
  std::string nearest_;
};

void give_ids(Blocks& blocks, Ordinals& ordinals);

void give_id(Block& block, Ordinals& ordinals) {
  if (!block.attributes.id.empty()) {
    block.id = block.attributes.id;
    ordinals.enter(block.id);
  } else {
    block.id = ordinals.next();
  }
  std::visit(
      [&](auto& value) {
        using T = std::remove_cvref_t<decltype(value)>;
        if constexpr (std::is_same_v<T, List>) {
          for (ListItem& item : value.items) {
            item.id = ordinals.next();
            give_ids(item.children, ordinals);
          }
        } else if constexpr (std::is_same_v<T, Table>) {
          for (std::size_t i = 0; i < value.rows.size(); ++i)
            value.rows[i].id = block.id + "-row-" + std::to_string(i + 1);
        } else if constexpr (std::is_same_v<T, BlockQuote> || std::is_same_v<T, Alert> || std::is_same_v<T, Division>) {
          give_ids(value.children, ordinals);
        }
      },
      block.value);
}

void give_ids(Blocks& blocks, Ordinals& ordinals) {
  for (Block& block : blocks) give_id(block, ordinals);
}

}  // namespace

void give_ids(Book& book) {
  const std::set<std::string> taken = explicit_ids(book);
  Ordinals ordinals(taken);
  for (Document& document : book.documents) {
    ordinals.enter(document.id);
    give_ids(document.blocks, ordinals);
    for (std::size_t i = 0; i < document.notes.size(); ++i) {
      ordinals.enter(document.id + "-note-" + std::to_string(i + 1));
      give_ids(document.notes[i].children, ordinals);
    }
  }
}

}  // namespace bifolio::resolve
