// What reading XML reports.
#pragma once

#include "base/rule.h"

namespace bifolio::syntax {

extern const Rule syntax_xml;
extern const Rule syntax_xml_entity;

}  // namespace bifolio::syntax
