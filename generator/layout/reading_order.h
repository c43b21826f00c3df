// The order in which the structure tree is read. Elements are made in the order of
// their text, but a note is read where its page is: after the last words of that
// page, also where the paragraph that calls it goes on overleaf. So is a float: behind
// the text that begins on an earlier page than it stands on.
#pragma once

#include <map>
#include <vector>

#include "layout/frame.h"

namespace bifolio::layout {

/// Children that are read in another order than that in which they were made: a
/// parallel edition reads the items of two lists in turn.
using Orders = std::map<TagId, std::vector<TagId>>;

/// All tags, each after its parent and after the siblings that are read before it.
/// Gives a note another parent where the paragraph that calls it is read on after it,
/// and where the item that calls it ends before the note's page.
std::vector<TagId> reading_order(std::vector<Tag>&, const std::vector<Page>&, const Orders& = {});

}  // namespace bifolio::layout
