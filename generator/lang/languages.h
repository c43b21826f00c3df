// The languages that languages.def lists, each from a file of its own.
#pragma once

#include "lang/lang.h"

namespace bifolio::lang {

#define LANGUAGE(name) const Language& name();
#include "lang/languages.def"
#undef LANGUAGE

}  // namespace bifolio::lang
