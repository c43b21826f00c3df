#include "release/signature.h"

#include <gtest/gtest.h>

namespace bifolio::release {
namespace {

// Made with minisign's file layout from the seed 00 01 02 … 1f; no password.
constexpr const char* kSecret =
    "untrusted comment: minisign encrypted secret key\n"
    "RWQAAEIyAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAYmlmb2xpbyEAAQIDBAUGBwgJCgsMDQ4PEBESExQVFh"
    "cYGRobHB0eHwOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG41t7nCxTD00iIptFogck231GJUOSlmGKUHtt88OnwwIc=\n";
constexpr const char* kPublic =
    "untrusted comment: minisign public key\n"
    "RWRiaWZvbGlvIQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4\n";

SigningKey secret() {
  return *read_signing_key(kSecret, "key");
}
PublicKey known() {
  return *read_public_key(kPublic, "key.pub");
}

TEST(Signature, HoldsForWhatWasSigned) {
  const std::string signature = sign("manifest", "tiny 1.0.0", secret());
  EXPECT_TRUE(verify_signature("manifest", signature, known(), "m"));
}

TEST(Signature, IsTheSameEachTime) {
  EXPECT_EQ(sign("manifest", "c", secret()), sign("manifest", "c", secret()));
}

TEST(Signature, FailsForAnyChange) {
  const std::string signature = sign("manifest", "tiny 1.0.0", secret());
  EXPECT_FALSE(verify_signature("manifesto", signature, known(), "m"));
  for (std::size_t i = signature.find('\n') + 1; i < signature.size(); ++i) {
    std::string changed = signature;
    changed[i] = changed[i] == 'A' ? 'B' : 'A';
    EXPECT_FALSE(verify_signature("manifest", changed, known(), "m")) << "byte " << i;
  }
}

TEST(Signature, FailsForAnotherKey) {
  SigningKey other = secret();
  other.seed[0] ^= 1;
  EXPECT_FALSE(verify_signature("manifest", sign("manifest", "c", other), known(), "m"));
}

TEST(Signature, RefusesKeysThatAreNone) {
  for (const char* text : {"", "untrusted comment: x\n", "untrusted comment: x\nAAAA\n", kPublic})
    EXPECT_FALSE(read_signing_key(text, "key")) << text;
  EXPECT_FALSE(read_public_key(kSecret, "key"));
}

}  // namespace
}  // namespace bifolio::release
