// A web server on the loopback address for one test: it answers what the test's
// function says, and remembers what it was asked.
#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace bifolio::testing {

struct StubRequest {
  std::string method, target;                  ///< the target with percent escapes undone
  std::map<std::string, std::string> headers;  ///< names in lower case
};

struct StubReply {
  int status = 200;
  std::string body = {};
  std::vector<std::string> headers = {};
  std::chrono::milliseconds delay{0};  ///< before anything is sent
};

class StubServer {
 public:
  explicit StubServer(std::function<StubReply(const StubRequest&)> answer);
  ~StubServer();
  StubServer(const StubServer&) = delete;
  StubServer& operator=(const StubServer&) = delete;

  /// `http://127.0.0.1:PORT`
  std::string url() const;
  std::vector<StubRequest> requests() const;

 private:
  void run();
  void serve(int connection);

  std::function<StubReply(const StubRequest&)> answer_;
  int listener_ = -1;
  int port_ = 0;
  std::atomic<bool> stops_ = false;
  mutable std::mutex mutex_;
  std::vector<StubRequest> requests_;
  std::thread thread_;
};

}  // namespace bifolio::testing
