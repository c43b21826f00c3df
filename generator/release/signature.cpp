#include "release/signature.h"

#include <openssl/evp.h>

#include <algorithm>
#include <cassert>
#include <optional>
#include <vector>

#include "base/owned.h"
#include "release/rules.h"

namespace bifolio::release {
namespace {

using Key = Owned<EVP_PKEY, EVP_PKEY_free>;
using Context = Owned<EVP_MD_CTX, EVP_MD_CTX_free>;

const unsigned char* data(std::string_view bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}

std::string blake2b_512(std::string_view bytes) {
  std::string digest(64, '\0');
  unsigned int size = 0;
  EVP_Digest(bytes.data(), bytes.size(), reinterpret_cast<unsigned char*>(digest.data()), &size, EVP_blake2b512(),
             nullptr);
  return digest;
}

std::string ed25519_sign(std::string_view bytes, const SigningKey& signing) {
  const Key key(EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, signing.seed.data(), signing.seed.size()));
  const Context context(EVP_MD_CTX_new());
  std::string signature(64, '\0');
  std::size_t size = signature.size();
  [[maybe_unused]] const bool ok = EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, key.get()) == 1 &&
                                   EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(signature.data()),
                                                  &size, data(bytes), bytes.size()) == 1;
  assert(ok && "any 32 bytes are an Ed25519 seed");
  return signature;
}

bool ed25519_holds(std::string_view bytes, std::string_view signature, const PublicKey& with) {
  const Key key(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, with.key.data(), with.key.size()));
  const Context context(EVP_MD_CTX_new());
  return key && EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, key.get()) == 1 &&
         EVP_DigestVerify(context.get(), data(signature), signature.size(), data(bytes), bytes.size()) == 1;
}

std::string to_base64(std::string_view bytes) {
  std::string text((bytes.size() + 2) / 3 * 4 + 1, '\0');
  const int size =
      EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()), data(bytes), static_cast<int>(bytes.size()));
  text.resize(static_cast<std::size_t>(size));
  return text;
}

std::optional<std::string> from_base64(std::string_view text) {
  std::string bytes(text.size() / 4 * 3 + 3, '\0');
  const int size =
      EVP_DecodeBlock(reinterpret_cast<unsigned char*>(bytes.data()), data(text), static_cast<int>(text.size()));
  if (size < 0) return std::nullopt;
  const auto padding = static_cast<std::size_t>(text.ends_with("==") ? 2 : text.ends_with("=") ? 1 : 0);
  bytes.resize(static_cast<std::size_t>(size) - padding);
  return bytes;
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty() && lines.size() < 8) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.push_back(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

/// The bytes of a key file: its second line, or its only one.
std::optional<std::string> key_bytes(std::string_view text, std::size_t size) {
  for (const std::string_view line : lines_of(text)) {
    if (line.starts_with("untrusted comment:")) continue;
    auto bytes = from_base64(line);
    if (bytes && bytes->size() == size && bytes->starts_with("Ed")) return bytes;
  }
  return std::nullopt;
}

template <std::size_t size>
std::array<unsigned char, size> take(std::string_view bytes, std::size_t at) {
  std::array<unsigned char, size> out;
  std::copy_n(data(bytes) + at, size, out.begin());
  return out;
}

Finding bad_key(const std::string& path, std::string en, std::string zh) {
  return {&release_key_invalid, {}, {{"path", path}, {"why", std::move(en), std::move(zh)}}, {}, {}, path};
}

Finding bad_signature(const std::string& path, std::string en, std::string zh) {
  return {&release_signature_invalid, {}, {{"path", path}, {"why", std::move(en), std::move(zh)}}, {}, {}, path};
}

constexpr std::string_view kTrusted = "trusted comment: ";

}  // namespace

Result<SigningKey> read_signing_key(std::string_view text, const std::string& path) {
  // algorithm 2, kdf 2, checksum 2, salt 32, limits 16, id 8, seed and public key 64, checksum 32
  constexpr std::size_t kSize = 158, kId = 54, kSeed = 62, kPublic = 94;
  const auto bytes = key_bytes(text, kSize);
  if (!bytes) return bad_key(path, "it is no secret key of minisign", "不是 minisign 的私钥");
  if (bytes->compare(2, 2, std::string_view("\0\0", 2)) != 0)
    return bad_key(path, "a password protects it", "它有密码保护");
  SigningKey key{take<8>(*bytes, kId), take<32>(*bytes, kSeed)};
  // The public half that stands beside the seed shows whether the file is whole.
  const PublicKey beside{key.id, take<32>(*bytes, kPublic)};
  if (!ed25519_holds("bifolio", ed25519_sign("bifolio", key), beside))
    return bad_key(path, "it is damaged", "它已损坏");
  return key;
}

Result<PublicKey> read_public_key(std::string_view text, const std::string& path) {
  constexpr std::size_t kSize = 42, kId = 2, kKey = 10;
  const auto bytes = key_bytes(text, kSize);
  if (!bytes) return bad_key(path, "it is no public key of minisign", "不是 minisign 的公钥");
  return PublicKey{take<8>(*bytes, kId), take<32>(*bytes, kKey)};
}

std::string sign(std::string_view bytes, std::string_view comment, const SigningKey& key) {
  const std::string signature = ed25519_sign(blake2b_512(bytes), key);
  const std::string id(key.id.begin(), key.id.end());
  return "untrusted comment: signature of a bifolio release\n" + to_base64("ED" + id + signature) + "\n" +
         std::string(kTrusted) + std::string(comment) + "\n" +
         to_base64(ed25519_sign(signature + std::string(comment), key)) + "\n";
}

Outcome verify_signature(std::string_view bytes, std::string_view text, const PublicKey& key, const std::string& path) {
  const auto lines = lines_of(text);
  const auto signature = lines.size() < 4 ? std::nullopt : from_base64(lines[1]);
  const auto global = lines.size() < 4 ? std::nullopt : from_base64(lines[3]);
  if (!signature || signature->size() != 74 || !global || global->size() != 64 || !lines[2].starts_with(kTrusted))
    return bad_signature(path, "it is no signature of minisign", "不是 minisign 的签名");
  if (take<8>(*signature, 2) != key.id) return bad_signature(path, "another key made it", "由另一把密钥签出");
  const std::string_view body = std::string_view(*signature).substr(10);
  const bool is_hashed = signature->starts_with("ED");  // "Ed": the bytes themselves were signed
  if (!ed25519_holds(is_hashed ? blake2b_512(bytes) : std::string(bytes), body, key))
    return bad_signature(path, "the file was changed after it was signed", "文件在签名之后被改动");
  if (!ed25519_holds(std::string(body) + std::string(lines[2].substr(kTrusted.size())), *global, key))
    return bad_signature(path, "its comment was changed", "签名的注释被改动");
  return Done{};
}

}  // namespace bifolio::release
