// The site, with the other editions to download.
#include <iterator>

#include "edition/edition.h"

namespace bifolio::edition {

void make_html(const Inputs& inputs, Made& made, Findings& findings) {
  Artifacts site = html::write_site(inputs.publication, inputs.theme, &inputs.fonts, made.downloads, inputs.stamp,
                                    findings, inputs.surroundings);
  made.artifacts.insert(made.artifacts.end(), std::make_move_iterator(site.begin()),
                        std::make_move_iterator(site.end()));
}

}  // namespace bifolio::edition
