// A record as JSON and back: the shape that is hashed and written.
#pragma once

#include <string_view>
#include <vector>

#include "base/tree.h"
#include "model/lock.h"

namespace bifolio::lock {

/// Members by name, without `sha256`; those that say nothing are left out.
Tree tree_of(const LockRecord&);
LockRecord record_of(const Tree&);
/// Over the key and the record, so that a record cannot be moved to another work.
std::string hash_of(const LockRecord&, std::string_view key);

/// By date; each once.
void put_in_order(std::vector<LockEvent>&);

int integer_at(const Tree&, std::string_view key);
/// Members by key, in every depth; texts in NFC.
Tree canonical(const Tree&);

}  // namespace bifolio::lock
