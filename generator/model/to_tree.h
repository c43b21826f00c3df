// Values of the model as trees, for `bifolio dump --format json`. A span is
// [file, begin, end]: the file's place in `files`, and bytes.
#pragma once

#include "base/tree.h"
#include "model/publication.h"

namespace bifolio {

Tree to_tree(const Manuscript&);
Tree to_tree(const Publication&);
Tree to_tree(const Document&);
Tree to_tree(const Blocks&);
Tree to_tree(const Inlines&);
Tree to_tree(const RichText&);

}  // namespace bifolio
