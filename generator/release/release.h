// A checked booklet becomes a published version: a folder that is written once,
// in one step, and never touched again; a line in the booklet's releases.json;
// pages that list all versions.
//
//     RELEASES/index.html                     all booklets
//     RELEASES/BOOKLET/{index,en,…}.html      all versions of one; feeds; versions.js; latest/
//     RELEASES/BOOKLET/VERSION/…              the site, the PDFs, archives, manifest.json
//
// The surprise: releasing a version again is no error as long as nothing has
// changed. It finishes what a stopped run left undone, and else does nothing.
#pragma once

#include <optional>
#include <string>

#include "check/check.h"
#include "pipeline/pipeline.h"
#include "release/manifest.h"
#include "release/record.h"
#include "release/signature.h"

namespace bifolio::release {

struct Request {
  pipeline::Request build;
  std::string releases;  ///< the folder of all booklets' releases
  std::string scratch;   ///< a folder for what is unpacked on the way
};

/// A version in memory, ready to be published.
struct Prepared {
  pipeline::Loaded loaded;
  check::Settings settings;  ///< what its checks were told
  Record record;             ///< of the versions before it
  Manifest manifest;
  std::string manifest_text;
  Artifacts files;            ///< all that its folder will hold
  bool is_published = false;  ///< it was published before and has not changed: `files` is empty
};

/// Reads, checks and makes; writes nothing. Findings tell why it may not be published.
Result<Prepared> prepare(const Request&, std::string_view version, Findings&);

/// Adds the signature of the manifest.
void add_signature(Prepared&, const SigningKey&);

/// Writes the version, the record and the pages that list all versions. The
/// caller holds the lock of the releases folder.
Outcome publish(const Prepared&, const Request&);

/// Marks a version as withdrawn in the record and beside it. Its files stay.
Outcome withdraw(const Request&, std::string_view version, std::string_view day, const LocalText& reason);

/// The folder of a version: `name` is that folder, or a version of some booklet below `releases`.
Result<std::string> find_version(const std::string& releases, const std::string& name);

/// The booklet in `request.build.folder`: a working one, or a version's own, from its source bundle.
Result<Publication> read_publication(const Request&);

/// The release-* rules, with what a checkout has: releases.json, and the
/// published files where they are there. `today` may be empty.
struct Occasion {
  std::string folder;    ///< the booklet's
  std::string releases;  ///< empty = the published files are not looked at
  std::string today;
  bool is_release = false;  ///< a booklet that was never released is asked nothing otherwise
};
void check_history(const pipeline::Loaded&, const Occasion&, Findings&);

RuleList rules();

}  // namespace bifolio::release
