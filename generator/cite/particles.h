// Particles of names that a library left inside the family or given name:
// “van der Vaart” or “Jean de”.
#pragma once

#include "cite/item.h"

namespace bifolio::cite {

/// Moves lower-case words before the family name, or after the given name, to
/// their own fields. Leaves names alone that give their particles themselves.
void parse_particles(Person&);

}  // namespace bifolio::cite
