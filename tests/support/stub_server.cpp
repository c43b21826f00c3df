#include "support/stub_server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <sstream>
#include <stdexcept>

#include "base/percent.h"

namespace bifolio::testing {
namespace {

bool send_all(int connection, const std::string& bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    const ssize_t count = send(connection, bytes.data() + at, bytes.size() - at, MSG_NOSIGNAL);
    if (count <= 0) return false;
    at += static_cast<std::size_t>(count);
  }
  return true;
}

StubRequest parse(const std::string& head) {
  StubRequest request;
  std::istringstream lines(head);
  std::string version;
  lines >> request.method >> request.target >> version;
  request.target = percent_decoded(request.target);
  std::string line;
  std::getline(lines, line);
  while (std::getline(lines, line) && line != "\r") {
    const std::size_t colon = line.find(':');
    if (colon == line.npos) continue;
    std::string name = line.substr(0, colon);
    std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return std::tolower(c); });
    request.headers[name] = line.substr(colon + 2, line.size() - colon - 3);
  }
  return request;
}

}  // namespace

StubServer::StubServer(std::function<StubReply(const StubRequest&)> answer) : answer_(std::move(answer)) {
  listener_ = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address = {};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  auto* pointer = reinterpret_cast<sockaddr*>(&address);
  socklen_t size = sizeof address;
  if (bind(listener_, pointer, size) != 0 || listen(listener_, 16) != 0 || getsockname(listener_, pointer, &size) != 0)
    throw std::runtime_error("no socket on the loopback address");
  port_ = ntohs(address.sin_port);
  thread_ = std::thread([this] { run(); });
}

StubServer::~StubServer() {
  stops_ = true;
  thread_.join();
  close(listener_);
}

std::string StubServer::url() const {
  return "http://127.0.0.1:" + std::to_string(port_);
}

std::vector<StubRequest> StubServer::requests() const {
  const std::lock_guard guard(mutex_);
  return requests_;
}

void StubServer::run() {
  while (!stops_) {
    pollfd wanted = {listener_, POLLIN, 0};
    if (poll(&wanted, 1, 20) <= 0) continue;
    const int connection = accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
    if (connection < 0) continue;
    serve(connection);
    close(connection);
  }
}

void StubServer::serve(int connection) {
  std::string head;
  char buffer[4096];
  while (head.find("\r\n\r\n") == head.npos && head.size() < 65536) {
    const ssize_t count = recv(connection, buffer, sizeof buffer, 0);
    if (count <= 0) return;
    head.append(buffer, static_cast<std::size_t>(count));
  }
  const StubRequest request = parse(head);
  {
    const std::lock_guard guard(mutex_);
    requests_.push_back(request);
  }
  const StubReply reply = answer_(request);
  for (auto rest = reply.delay; rest.count() > 0 && !stops_; rest -= std::chrono::milliseconds(10))
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  std::string out = "HTTP/1.1 " + std::to_string(reply.status) + " Stub\r\nConnection: close\r\n";
  for (const std::string& header : reply.headers) out += header + "\r\n";
  out += "Content-Length: " + std::to_string(reply.body.size()) + "\r\n\r\n";
  if (request.method != "HEAD") out += reply.body;
  send_all(connection, out);
}

}  // namespace bifolio::testing
