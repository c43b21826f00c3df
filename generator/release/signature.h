// Signatures in the files of minisign, so that readers can verify a release
// with it (https://jedisct1.github.io/minisign/#signature-format): Ed25519 over
// the BLAKE2b-512 hash of the file, and over the signature with its comment.
// Keys that a password protects are not read.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "base/result.h"

namespace bifolio::release {

struct SigningKey {
  std::array<unsigned char, 8> id;
  std::array<unsigned char, 32> seed;
};
struct PublicKey {
  std::array<unsigned char, 8> id;
  std::array<unsigned char, 32> key;
};

/// `path` is for the finding.
Result<SigningKey> read_signing_key(std::string_view text, const std::string& path);
Result<PublicKey> read_public_key(std::string_view text, const std::string& path);

/// The text of a `.minisig` file. The comment must be one line.
std::string sign(std::string_view bytes, std::string_view comment, const SigningKey&);

/// Fails with release-signature-invalid where the signature is not this key's over these bytes.
Outcome verify_signature(std::string_view bytes, std::string_view signature, const PublicKey&, const std::string& path);

}  // namespace bifolio::release
