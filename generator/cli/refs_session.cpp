#include "cli/refs_session.h"

#include <unistd.h>

#include <chrono>
#include <csignal>
#include <thread>

namespace bifolio::cli {
namespace {

volatile std::sig_atomic_t interrupted = 0;

void note_signal(int) {
  interrupted = 1;
}

const std::string& first_given(const std::string& option, const std::string& setting, const std::string& otherwise) {
  return !option.empty() ? option : !setting.empty() ? setting : otherwise;
}

/// In slices, so that an interruption is noticed.
void wait(std::chrono::milliseconds time) {
  constexpr std::chrono::milliseconds kSlice{50};
  for (; time.count() > 0 && !interrupted; time -= kSlice) std::this_thread::sleep_for(std::min(time, kSlice));
}

}  // namespace

Interruptible::Interruptible() {
  before_[0] = std::signal(SIGINT, note_signal);
  before_[1] = std::signal(SIGTERM, note_signal);
}
Interruptible::~Interruptible() {
  std::signal(SIGINT, before_[0]);
  std::signal(SIGTERM, before_[1]);
}
bool Interruptible::was_interrupted() {
  return interrupted != 0;
}

Result<fetch::Session> open_session(const RefsOptions& options, const Booklet& booklet) {
  const fetch::Places usual;
  fetch::Settings settings;
  settings.places.crossref = first_given(options.base_url, booklet.lock_base_url, usual.crossref);
  settings.places.doi = first_given(options.doi_base_url, booklet.lock_doi_base_url, usual.doi);
  settings.places.pubmed = first_given(options.pubmed_base_url, booklet.lock_pubmed_base_url, usual.pubmed);
  settings.places.retractions = first_given(options.retractions_url, booklet.lock_retractions_url, usual.retractions);
  settings.mailto = first_given(options.mailto, booklet.lock_mailto, "");
  settings.program = "bifolio/" BIFOLIO_VERSION;
  fetch::Waiting waiting;
  waiting.now = [] {
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
  };
  waiting.wait = wait;
  waiting.is_cancelled = [] { return interrupted != 0; };
  waiting.seed = static_cast<std::uint32_t>(getpid());
  return fetch::Session::open(std::move(settings), std::move(waiting));
}

}  // namespace bifolio::cli
