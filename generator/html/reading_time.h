// How long a document takes to read: progress without pressure.
#pragma once

#include "lang/lang.h"
#include "model/document.h"

namespace bifolio::html {

/// Whole minutes, at least one: 300 Han characters or 180 words a minute, which is unhurried.
std::size_t reading_minutes(const Document&);

}  // namespace bifolio::html
