// Registries as the program meets them, on a StubServer: Crossref's works (single
// and by filter), the look-up of agencies, content negotiation, PubMed's
// summaries. Works and faults are put in by the test.
#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "support/stub_server.h"

namespace bifolio::testing {

/// A Crossref work as JSON; `more` is further members, each with a comma before it.
std::string crossref_work(const std::string& doi, const std::string& title, const std::string& more = "");

class RegistryStub {
 public:
  RegistryStub();

  std::map<std::string, std::string> works;     ///< DOI in lower case → Crossref work
  std::map<std::string, std::string> agencies;  ///< DOI → agency; one that is missing does not exist
  std::map<std::string, std::string> csl;       ///< DOI → CSL-JSON of another agency
  std::map<std::string, std::string> pubmed;    ///< PMID → summary
  std::map<std::string, StubReply> instead;     ///< a part of the target → what is answered to it

  std::string url() const { return server_.url(); }
  std::vector<StubRequest> requests() const { return server_.requests(); }
  /// How many requests had this in their target.
  std::size_t count(const std::string& part) const;
  void change(const std::function<void(RegistryStub&)>&);

 private:
  StubReply answer(const StubRequest&);

  std::mutex mutex_;
  StubServer server_;
};

}  // namespace bifolio::testing
