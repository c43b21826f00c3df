// Asking registries, against a server on this machine. Nothing waits: time is the
// test's own.
#include "fetch/fetch.h"

#include <gtest/gtest.h>

#include "fetch/polite.h"
#include "fetch/transport.h"
#include "fetch/works.h"
#include "support/registry_stub.h"

namespace bifolio::fetch {
namespace {

using std::chrono::milliseconds;
using testing::crossref_work;
using testing::RegistryStub;
using testing::StubReply;

/// A clock that only waiting moves.
struct Clock {
  milliseconds now{1000};
  std::vector<long> waits;
  bool is_cancelled = false;

  Waiting waiting() {
    Waiting waiting;
    waiting.now = [this] { return now; };
    waiting.wait = [this](milliseconds time) {
      waits.push_back(time.count());
      now += time;
    };
    waiting.is_cancelled = [this] { return is_cancelled; };
    return waiting;
  }
  /// Waits of a second and more: those that a registry asked for.
  std::vector<long> long_waits() const {
    std::vector<long> all;
    for (const long time : waits) {
      if (time >= 1000) all.push_back(time);
    }
    return all;
  }
};

Settings settings_for(const std::string& url) {
  Settings settings;
  settings.places = {url, url, url, url + "/retractions.csv"};
  settings.mailto = "a.reader@example.org";
  settings.program = "bifolio/test";
  return settings;
}

std::vector<Answer> look_up(const RegistryStub& stub, const std::vector<std::string>& keys, Clock& clock,
                            Limits limits = {}) {
  Settings settings = settings_for(stub.url());
  settings.limits = limits;
  Result<Session> session = Session::open(settings, clock.waiting());
  return session->look_up(keys, [](std::size_t) {});
}

Answer look_up_one(const RegistryStub& stub, const std::string& key, Limits limits = {}) {
  Clock clock;
  auto answers = look_up(stub, {key}, clock, limits);
  EXPECT_EQ(answers.size(), 1u);
  return answers.at(0);
}

std::string why(const Answer& answer) {
  return answer.failure ? message(*answer.failure, UiLanguage::en) : "";
}

TEST(Session, WantsAnAddressToWriteTo) {
  for (const char* mailto : {"", "nobody", "a@b", "a b@example.org", "a@example.org\r\nX: y", "a@b@example.org"}) {
    Settings settings = settings_for("https://api.example.org");
    settings.mailto = mailto;
    Clock clock;
    const auto session = Session::open(settings, clock.waiting());
    ASSERT_FALSE(session) << mailto;
    EXPECT_EQ(session.error().rule->id, "fetch-no-mailto");
  }
}

TEST(Session, AsksOverPlainHttpOnThisMachineAlone) {
  Clock clock;
  for (const char* url : {"http://api.example.org", "ftp://127.0.0.1", "http://127.0.0.1@example.org",
                          "http://127.0.0.1.example.org", "https://", "file:///etc/passwd"}) {
    const auto session = Session::open(settings_for(url), clock.waiting());
    ASSERT_FALSE(session) << url;
    EXPECT_EQ(session.error().rule->id, "fetch-address");
  }
  for (const char* url : {"http://127.0.0.1:8080", "http://localhost:1", "http://[::1]:1", "https://example.org"})
    EXPECT_TRUE(Session::open(settings_for(url), clock.waiting())) << url;
}

TEST(LookUp, AsksForManyWorksAtOnceAndSaysWhoAsks) {
  RegistryStub stub;
  stub.works = {{"10.1234/a", crossref_work("10.1234/A", "One")}, {"10.1234/b", crossref_work("10.1234/b", "Two")}};
  Clock clock;
  const auto answers = look_up(stub, {"doi:10.1234/a", "doi:10.1234/b"}, clock);
  ASSERT_EQ(answers.size(), 2u);
  ASSERT_TRUE(answers[0].record) << why(answers[0]);
  EXPECT_EQ(answers[0].record->meta.field("title"), "One");
  EXPECT_EQ(answers[0].record->agency, "crossref");
  EXPECT_EQ(answers[1].record->meta.field("title"), "Two");
  ASSERT_EQ(stub.requests().size(), 1u);
  const auto request = stub.requests()[0];
  EXPECT_NE(request.target.find("filter=doi:10.1234/a,doi:10.1234/b"), request.target.npos) << request.target;
  EXPECT_NE(request.target.find("select=DOI,"), request.target.npos);
  EXPECT_NE(request.target.find("mailto=a.reader@example.org"), request.target.npos);
  EXPECT_EQ(request.headers.at("user-agent"), "bifolio/test (mailto:a.reader@example.org)");
}

TEST(LookUp, AsksAgainWithoutTheListWhereAMemberIsNoLongerKnown) {
  RegistryStub stub;
  stub.works = {{"10.1234/a", crossref_work("10.1234/a", "One")}, {"10.1234/b", crossref_work("10.1234/b", "Two")}};
  stub.instead["select="] = {400, "{\"status\": \"failed\"}"};
  Clock clock;
  EXPECT_TRUE(look_up(stub, {"doi:10.1234/a", "doi:10.1234/b"}, clock)[1].record);
  EXPECT_EQ(stub.requests().size(), 2u);
}

TEST(LookUp, AnIdentifierThatBreaksAFilterIsAskedForByItself) {
  RegistryStub stub;
  const std::string doi = "10.1002/(sici)1097-4598(199901)22:1<10::aid-mus4>3.0.co;2-g";
  stub.works[doi] = crossref_work(doi, "Old");
  EXPECT_TRUE(look_up_one(stub, "doi:" + doi).record);
}

TEST(LookUp, ReadsWhatBecameOfAWork) {
  RegistryStub stub;
  stub.works["10.1234/a"] = crossref_work(
      "10.1234/a", "RETRACTED: One",
      R"(, "updated-by": [{"DOI": "10.1234/N", "type": "retraction", "source": "retraction-watch", "record-id": "5", "updated": {"date-parts": [[2024, 3, 4]]}},
                          {"DOI": "10.1234/x", "type": "new_version"}], "published-online": {"date-parts": [[2022, 8]]})");
  const Answer answer = look_up_one(stub, "doi:10.1234/a");
  ASSERT_TRUE(answer.record) << why(answer);
  ASSERT_EQ(answer.record->events.size(), 1u);
  EXPECT_EQ(answer.record->events[0], (LockEvent{"retraction", "2024-03-04", "doi:10.1234/n", "retraction-watch"}));
  EXPECT_EQ(answer.record->meta.dates.at("published-online").parts[0][1], 8);
}

TEST(LookUp, ATitleThatSaysRetractedIsBelieved) {
  RegistryStub stub;
  stub.works["10.1234/a"] = crossref_work("10.1234/a", "RETRACTED: One");
  stub.works["10.1234/n"] =
      crossref_work("10.1234/n", "RETRACTED: One", R"(, "update-to": [{"DOI": "10.1234/a", "type": "retraction"}])");
  EXPECT_EQ(look_up_one(stub, "doi:10.1234/a").record->events.at(0).source, "title");
  const Answer notice = look_up_one(stub, "doi:10.1234/n");
  EXPECT_TRUE(notice.record->events.empty());
  EXPECT_EQ(notice.record->notice_for, (std::vector<std::string>{"doi:10.1234/a"}));
}

TEST(LookUp, TheHashIsOfWhatIsReadAlone) {
  RegistryStub stub;
  stub.works["10.1234/a"] = crossref_work("10.1234/a", "One", R"(, "is-referenced-by-count": 5)");
  const auto first = look_up_one(stub, "doi:10.1234/a").record->response;
  stub.change([](RegistryStub& it) {
    it.works["10.1234/a"] = crossref_work("10.1234/a", "One", R"(, "is-referenced-by-count": 6)");
  });
  EXPECT_EQ(look_up_one(stub, "doi:10.1234/a").record->response, first);
  stub.change([](RegistryStub& it) { it.works["10.1234/a"] = crossref_work("10.1234/a", "Uno"); });
  EXPECT_NE(look_up_one(stub, "doi:10.1234/a").record->response, first);
}

TEST(LookUp, NotFoundIsSaidByTheLookUpOfAgenciesAlone) {
  RegistryStub stub;
  EXPECT_EQ(look_up_one(stub, "doi:10.99999/als.2023.17").record->status, LockStatus::not_found);
  EXPECT_EQ(stub.count("/doiRA/10.99999/als.2023.17"), 1u);
  stub.change([](RegistryStub& it) { it.instead["/doiRA/"] = {500, "oops"}; });
  EXPECT_TRUE(look_up_one(stub, "doi:10.99999/als.2023.17").failure);
  stub.change([](RegistryStub& it) { it.instead["/doiRA/"] = {200, "[{}]"}; });
  EXPECT_TRUE(look_up_one(stub, "doi:10.99999/als.2023.17").failure);
}

TEST(LookUp, AnotherAgencyIsNoFault) {
  RegistryStub stub;
  stub.agencies = {{"10.3969/j.issn.1", "ISTIC"}, {"10.5281/zenodo.1", "DataCite"}, {"10.1234/c", "Crossref"}};
  stub.csl["10.5281/zenodo.1"] =
      R"({"DOI": "10.5281/ZENODO.1", "type": "dataset", "title": "Data", "author": [{"literal": "A group"}], "issued": {"date-parts": [["2021"]]}})";
  const Answer chinese = look_up_one(stub, "doi:10.3969/j.issn.1");
  EXPECT_EQ(chinese.record->status, LockStatus::other_agency);
  EXPECT_EQ(chinese.record->agency, "istic");
  const Answer data = look_up_one(stub, "doi:10.5281/zenodo.1");
  EXPECT_EQ(data.record->status, LockStatus::found);
  EXPECT_EQ(data.record->meta.type, "dataset");
  EXPECT_EQ(data.record->agency, "datacite");
  EXPECT_TRUE(look_up_one(stub, "doi:10.1234/c").failure) << "Crossref says both yes and no";
}

TEST(LookUp, PubMedAnswersForPubMed) {
  RegistryStub stub;
  stub.pubmed["36129998"] =
      R"({"uid": "36129998", "pubdate": "2022 Sep 22", "epubdate": "2021 Dec 1", "source": "N Engl J Med",
    "fulljournalname": "The New England journal of medicine", "title": "Trial of Tofersen.", "volume": "387",
    "authors": [{"name": "Miller TM", "authtype": "Author"}, {"name": "VALOR Group", "authtype": "CollectiveName"}],
    "pubtype": ["Journal Article"], "articleids": [{"idtype": "doi", "value": "10.1056/NEJMoa2204705"}],
    "references": [{"reftype": "Erratum in", "pmid": 111}, {"reftype": "Comment in", "pmid": 5}]})";
  Clock clock;
  const auto answers = look_up(stub, {"pmid:36129998", "pmid:99999999"}, clock);
  ASSERT_TRUE(answers[0].record) << why(answers[0]);
  EXPECT_EQ(answers[0].record->meta.field("title"), "Trial of Tofersen");
  EXPECT_EQ(answers[0].record->meta.names.at("author").names[0].family, "Miller");
  EXPECT_EQ(answers[0].record->meta.names.at("author").names[1].literal, "VALOR Group");
  EXPECT_EQ(answers[0].record->events, (std::vector<LockEvent>{{"correction", "", "pmid:111", "pubmed"}}));
  EXPECT_EQ(answers[1].record->status, LockStatus::not_found);
}

TEST(LookUp, WhatNobodyAnswersForStaysUnchecked) {
  RegistryStub stub;
  EXPECT_EQ(look_up_one(stub, "isbn:9780306406157").record->status, LockStatus::unchecked);
  EXPECT_TRUE(stub.requests().empty());
}

TEST(LookUp, WaitsAsLongAsTheServerAsks) {
  RegistryStub stub;
  stub.works["10.1234/a"] = crossref_work("10.1234/a", "One");
  stub.instead["/works/"] = {429, "", {"Retry-After: 7"}};
  Clock clock;
  Settings settings = settings_for(stub.url());
  Waiting waiting = clock.waiting();
  waiting.wait = [&](milliseconds time) {
    clock.waits.push_back(time.count());
    clock.now += time;
    if (time.count() >= 1000) stub.change([](RegistryStub& it) { it.instead.clear(); });
  };
  Result<Session> session = Session::open(settings, waiting);
  const std::vector<std::string> keys = {"doi:10.1234/a"};
  const auto answers = session->look_up(keys, [](std::size_t) {});
  EXPECT_TRUE(answers[0].record) << why(answers[0]);
  ASSERT_EQ(clock.long_waits().size(), 1u);
  EXPECT_GE(clock.long_waits()[0], 7000);
  EXPECT_LT(clock.long_waits()[0], 7250);
}

TEST(LookUp, GivesUpAfterThreeTriesWithGrowingPauses) {
  RegistryStub stub;
  stub.instead["/works/"] = {503, ""};
  Clock clock;
  const auto answers = look_up(stub, {"doi:10.1234/a"}, clock);
  ASSERT_TRUE(answers[0].failure);
  EXPECT_NE(why(answers[0]).find("503"), std::string::npos) << why(answers[0]);
  EXPECT_EQ(stub.requests().size(), 3u);
  const auto waits = clock.long_waits();
  ASSERT_EQ(waits.size(), 2u);
  EXPECT_LT(waits[0], 1250);
  EXPECT_GE(waits[1], 2000);
}

TEST(LookUp, DoesNotWaitForHours) {
  RegistryStub stub;
  stub.instead["/works/"] = {429, "", {"Retry-After: 7200"}};
  Clock clock;
  EXPECT_TRUE(look_up(stub, {"doi:10.1234/a"}, clock)[0].failure);
  EXPECT_TRUE(clock.long_waits().empty());
}

TEST(LookUp, KeepsThePaceThatHeadersAsk) {
  RegistryStub stub;
  stub.instead["/works/"] = {500, "", {"x-rate-limit-limit: 2", "x-rate-limit-interval: 1s"}};
  Clock clock;
  look_up(stub, {"doi:10.1234/a;", "doi:10.1234/b;", "doi:10.1234/c;"}, clock);
  EXPECT_EQ(clock.waits, (std::vector<long>{200, 500})) << "five a second until told";
}

TEST(LookUp, FaultsAreToldAndDecideNothing) {
  const std::string key = "doi:10.1234/a";
  const std::pair<StubReply, const char*> faults[] = {
      {{200, "{\"message\": "}, "no JSON"},
      {{200, "[]"}, "no JSON"},
      {{200, R"({"message": )" + crossref_work("10.1234/other", "Other") + "}"}, "another work"},
      {{500, "oops"}, "answered 500"},
      {{403, ""}, "answered 403"},
      {{302, "", {"Location: http://example.org/elsewhere"}}, "not safe"},
      {{302, "", {"Location: /works/again"}}, "not safe, or too often"},
      {{200, std::string(3000, ' ')}, "too large"},
      {{200, "{}", {}, milliseconds(3000)}, "in time"},
  };
  for (const auto& [reply, reason] : faults) {
    RegistryStub stub;
    stub.instead["/works/"] = reply;
    Limits limits;
    limits.body = 2000;
    limits.total_seconds = 1;
    const Answer answer = look_up_one(stub, key, limits);
    ASSERT_TRUE(answer.failure) << reason;
    EXPECT_FALSE(answer.record);
    EXPECT_NE(why(answer).find(reason), std::string::npos) << why(answer);
  }
}

TEST(LookUp, NobodyThereIsAFaultToo) {
  std::string url;
  {
    const RegistryStub stub;
    url = stub.url();
  }
  Clock clock;
  Result<Session> session = Session::open(settings_for(url), clock.waiting());
  const std::vector<std::string> keys = {"doi:10.1234/a"};
  EXPECT_NE(why(session->look_up(keys, [](std::size_t) {})[0]).find("could not be reached"), std::string::npos);
}

TEST(LookUp, AnInterruptionEndsIt) {
  RegistryStub stub;
  stub.works["10.1234/a"] = crossref_work("10.1234/a", "One");
  Clock clock;
  clock.is_cancelled = true;
  EXPECT_TRUE(look_up(stub, {"doi:10.1234/a", "doi:10.1234/b"}, clock).empty());
}

TEST(LookAt, SaysWhetherAPageIsThere) {
  RegistryStub stub;
  stub.instead = {{"/gone", {404, ""}}, {"/busy", {500, ""}}, {"/large", {200, std::string(5000, 'x')}}};
  Settings settings = settings_for(stub.url());
  settings.limits.body = 1000;
  Clock clock;
  Result<Session> session = Session::open(settings, clock.waiting());
  EXPECT_TRUE(session->look_at(stub.url() + "/page").is_reachable);
  EXPECT_TRUE(session->look_at(stub.url() + "/large").is_reachable);
  EXPECT_EQ(session->look_at(stub.url() + "/gone").status, 404);
  EXPECT_FALSE(session->look_at(stub.url() + "/busy").is_reachable);
  for (const auto& request : stub.requests())
    EXPECT_EQ(request.headers.at("user-agent").find('@'), std::string::npos) << "pages are told no address";
}

TEST(Retractions, AreFetchedOnlyWhereTheyChanged) {
  RegistryStub stub;
  stub.instead["/retractions.csv"] = {200, "Record ID\n", {"ETag: \"v1\""}};
  Clock clock;
  Result<Session> session = Session::open(settings_for(stub.url()), clock.waiting());
  const Result<DataSet> first = session->retractions("");
  ASSERT_TRUE(first);
  EXPECT_EQ(first->bytes, "Record ID\n");
  EXPECT_EQ(first->etag, "\"v1\"");
  stub.change([](RegistryStub& it) { it.instead["/retractions.csv"] = {304, ""}; });
  const Result<DataSet> second = session->retractions(first->etag);
  ASSERT_TRUE(second);
  EXPECT_TRUE(second->is_unchanged);
  EXPECT_EQ(stub.requests().back().headers.at("if-none-match"), "\"v1\"");
}

TEST(Transport, NeverGoesToALesserScheme) {
  EXPECT_FALSE(may_follow("https://a.org/", "http://a.org/", Plain::anywhere));
  EXPECT_FALSE(may_follow("https://a.org/", "http://127.0.0.1/", Plain::this_machine));
  EXPECT_TRUE(may_follow("http://127.0.0.1/", "https://a.org/", Plain::this_machine));
  EXPECT_FALSE(may_follow("http://127.0.0.1/", "http://a.org/", Plain::this_machine));
  EXPECT_FALSE(may_follow("https://a.org/", "file:///etc/passwd", Plain::anywhere));
  EXPECT_FALSE(may_follow("https://a.org/", "https://user@a.org/", Plain::anywhere));
}

TEST(Polite, ReadsHowLongToWait) {
  Response response;
  EXPECT_FALSE(retry_after(response));
  response.headers["retry-after"] = "120";
  EXPECT_EQ(retry_after(response), 120);
  response.headers["retry-after"] = "-5";
  EXPECT_FALSE(retry_after(response));
  response.headers = {{"retry-after", "Sun, 22 Nov 2026 10:00:30 GMT"}, {"date", "Sun, 22 Nov 2026 10:00:00 GMT"}};
  EXPECT_EQ(retry_after(response), 30);
  response.headers["date"] = "Sun, 22 Nov 2026 11:00:00 GMT";
  EXPECT_EQ(retry_after(response), 0);
  EXPECT_EQ(interval_of("1s"), milliseconds(1000));
  EXPECT_EQ(interval_of("500ms"), milliseconds(500));
  EXPECT_EQ(interval_of("2m"), milliseconds(120'000));
  EXPECT_EQ(interval_of("soon"), milliseconds(0));
}

TEST(Works, HostileAnswersOnlyFail) {
  std::string deep = "{\"message\": ";
  deep.append(10'000, '[');
  for (const std::string& body :
       {std::string(), std::string("null"), deep, std::string("{\"message\": {\"items\": 5}}"),
        std::string("{\"message\": {\"DOI\": 7, \"title\": {}, \"author\": [1, [], null]}}"),
        std::string("{\"result\": {\"1\": {\"uid\": \"2\"}}}"), std::string("\xff\xfe")}) {
    read_crossref(body);
    read_pubmed(body);
    EXPECT_FALSE(read_agency(body, "10.1/x"));
  }
}

}  // namespace
}  // namespace bifolio::fetch
