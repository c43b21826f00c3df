// Small publications for the tests of layout, written as a sketch: no parser and no
// resolver take part, so a case shows only what pages are made of.
//
//     language: zh-Hans          facts first, one a line; then, after a blank line,
//
//     @ 第一阶段 | 读懂机制 | 摘要     a chapter with its phase, title and summary
//     # 1.3 病情进展怎样度量          a document; numbers are read off
//     ~ 两把尺子                    its summary
//     ## 1.3.1 功能量表
//     Text with *stress*, **weight**, ~~struck~~, `code`, [3] (a citation), [1+2], [^1] (a note),
//     <https://a.example>, {en:a passage}, {claim|its evidence}, (#id) (a cross reference)
//     - item          1. item        > quotation        !note text        !missing (the translation)
//     ?a term      : its definition
//     =table 1-1 Caption           followed by | head | head | and | cell | cell |;
//     |= group                     |== subgroup         a cell ^ is merged with the one above
//     =figure 1-1 Caption          a chart that cannot be drawn
//     [^1]: the note               $ [1] an entry of the list of references
#pragma once

#include <string_view>

#include "base/finding.h"
#include "model/publication.h"

namespace bifolio::testing {

/// A publication with one book.
Publication sketch(std::string_view text);

/// Inlines of one line of a sketch.
Inlines sketch_inlines(std::string_view text);

}  // namespace bifolio::testing
