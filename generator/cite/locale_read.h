// Locale files: the folder's `locales-en-US.xml`.
#pragma once

#include <memory>
#include <string>

#include "cite/cite.h"
#include "cite/locale.h"

namespace bifolio::cite {

/// The layer of a dialect, from the first folder that has a sound file for it, or nothing.
std::shared_ptr<const LocaleLayer> read_locale_file(const StyleFolders&, const std::string& language);

}  // namespace bifolio::cite
