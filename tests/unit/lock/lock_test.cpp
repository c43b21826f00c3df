#include "lock/lock.h"

#include <gtest/gtest.h>

#include "lock/change.h"
#include "lock/compare.h"
#include "lock/retraction_watch.h"

namespace bifolio::lock {
namespace {

Reference entry(std::map<std::string, ReferenceField, std::less<>> fields,
                const std::string& type = "article-journal") {
  return {.key = "k", .type = type, .fields = std::move(fields)};
}

TEST(Keys, AreNormalisedInTheOrderOfPreference) {
  const Reference all = entry({{"DOI", {"https://doi.org/10.1016/S0022-510X(99)00210-5"}},
                               {"PMID", {"10557896"}},
                               {"PMCID", {"PMC9482738.2"}},
                               {"URL", {"https://arxiv.org/abs/2104.01234v2"}}});
  EXPECT_EQ(keys_of(all), (std::vector<std::string>{"doi:10.1016/s0022-510x(99)00210-5", "pmid:10557896",
                                                    "pmcid:PMC9482738", "arxiv:2104.01234"}));
  EXPECT_EQ(key_of(entry({{"ISBN", {"0-306-40615-2"}}}, "book")), "isbn:9780306406157");
  EXPECT_EQ(key_of(entry({{"ISBN", {"0-306-40615-2"}}}, "chapter")), "") << "the book's number is not the chapter's";
  EXPECT_EQ(key_of(entry({{"URL", {"https://doi.org/10.1001/x"}}})), "doi:10.1001/x");
  EXPECT_EQ(key_of(entry({{"DOI", {"not a doi"}}})), "");
}

TEST(Keys, AreReadAsPeopleTypeThem) {
  EXPECT_EQ(key_from(" DOI: 10.1056/NEJMoa2204705 "), "doi:10.1056/nejmoa2204705");
  EXPECT_EQ(key_from("PMID 36129998"), "pmid:36129998");
  EXPECT_EQ(key_from("pmcid:PMC123"), "pmcid:PMC123");
  EXPECT_EQ(key_from("PMC123"), "pmcid:PMC123");
  EXPECT_EQ(key_from("arXiv:2104.01234"), "arxiv:2104.01234");
  EXPECT_EQ(key_from("ISBN 978-0-306-40615-7"), "isbn:9780306406157");
  EXPECT_EQ(key_from("miller2022"), "");
  EXPECT_EQ(key_from("36129998"), "") << "a bare number could be anything";
}

Standing standing(std::vector<LockEvent> events) {
  return standing_of(events, LockStatus::found);
}

TEST(Standing, TheLastDecisiveEventWins) {
  EXPECT_EQ(standing({}), Standing::clear);
  EXPECT_EQ(standing_of({}, LockStatus::other_agency), Standing::unknown);
  const LockEvent retracted{"retraction", "2016-01-01"}, restored{"reinstatement", "2017-02-03"};
  EXPECT_EQ(standing({retracted}), Standing::retracted);
  EXPECT_EQ(standing({restored, retracted}), Standing::reinstated) << "whatever the order in the file";
  EXPECT_EQ(standing({retracted, restored, {"retraction", "2018"}}), Standing::retracted);
  EXPECT_EQ(standing({retracted, {"correction", "2018"}}), Standing::retracted);
  EXPECT_EQ(standing({retracted, {"concern", "2018"}}), Standing::retracted);
  EXPECT_EQ(standing({{"concern", "2015"}, {"correction", "2018"}}), Standing::concern);
  EXPECT_EQ(standing({{"retraction", "2016-01-01"}, {"reinstatement", "2016-01-01"}}), Standing::retracted)
      << "on one day the graver";
  EXPECT_EQ(standing({{"something-new", "2016-01-01"}}), Standing::clear);
}

LockRecord record(std::vector<LockEvent> events = {}) {
  LockRecord one{.agency = "crossref", .status = LockStatus::found, .events = std::move(events)};
  one.meta.type = "article-journal";
  one.meta.fields["title"] = {"Cafe\u0301 and neurons"};
  one.meta.names["author"].names = {{.family = "Gong", .given = "Z."}};
  one.meta.dates["issued"].parts = {{2022, 9, 0}};
  return one;
}

ReferenceLock lock_with(LockRecord one, const std::string& today = "2026-01-10") {
  ReferenceLock lock;
  merge(lock, "doi:10.1/a", std::move(one), today, Loss::hold_back);
  note_compared(lock, {"doi:10.1/a"}, today);
  return lock;
}

TEST(LockFile, IsReadAsItWasWritten) {
  ReferenceLock lock = lock_with(record({{"retraction", "2024-03-04", "doi:10.1/n", "publisher"}}));
  lock.possible["gong 2022 title"] = {"58123", "Title", "retraction", "2024-03-04", ""};
  lock.links["https://example.org/"] = {200, "2026-01-10", {}, 0};
  const std::string json = write_lock(lock);
  Findings findings;
  const ReferenceLock again = read_lock(json, {}, findings);
  EXPECT_TRUE(findings.is_empty());
  EXPECT_TRUE(again.is_canonical);
  EXPECT_EQ(write_lock(again), json);
  EXPECT_EQ(again.records.at("doi:10.1/a").standing, Standing::retracted);
  EXPECT_NE(json.find("Caf\u00e9 and neurons"), json.npos) << "composed (NFC): " << json;
  EXPECT_EQ(json.find('\r'), json.npos);
}

TEST(LockFile, AChangedRecordIsNotBelieved) {
  std::string json = write_lock(lock_with(record({{"retraction", "2024-03-04"}})));
  const auto change = [&](const std::string& from, const std::string& to) {
    std::string changed = json;
    changed.replace(changed.find(from), from.size(), to);
    Findings findings;
    const ReferenceLock lock = read_lock(changed, {}, findings);
    EXPECT_EQ(findings.all().size(), 1u) << changed;
    EXPECT_FALSE(lock.records.begin()->second.is_intact) << to;
  };
  change("\"standing\": \"retracted\"", "\"standing\": \"clear\"");
  change("2024-03-04", "2034-03-04");
  change("\"agency\": \"crossref\"", "\"agency\": \"crossref\", \"remark\": \"looked fine\"");
  change("doi:10.1/a", "doi:10.1/b");  // a record moved to another work
}

TEST(LockFile, AForgedHashHidesNoRetractionAndProvesNoSoundness) {
  for (const bool was_retracted : {true, false}) {
    LockRecord one = was_retracted ? record({{"retraction", "2024-03-04"}}) : record();
    ReferenceLock lock;
    merge(lock, "doi:10.1234/a", std::move(one), "2026-01-10", Loss::hold_back);
    lock.records.begin()->second.sha256 = std::string(64, '0');
    Findings findings;
    const ReferenceLock read = read_lock(write_lock(lock), {}, findings);
    const Known known = what_is_known(entry({{"DOI", {"10.1234/A"}}}), &read, nullptr);
    EXPECT_EQ(known.standing, was_retracted ? Standing::retracted : Standing::unknown);
    EXPECT_EQ(known.is_checked, was_retracted);
  }
}

TEST(LockFile, WhatIsTooLargeIsRefusedUnread) {
  std::string json = "{\"format\": \"bifolio-lock/1\", \"x\": \"";
  json.append(100u << 20, 'a');
  Findings findings;
  const ReferenceLock lock = read_lock(json + "\"}", {}, findings);
  EXPECT_FALSE(lock.is_readable);
  ASSERT_EQ(findings.all().size(), 1u);
  EXPECT_EQ(findings.all()[0].rule->id, "lock-corrupt");
}

TEST(LockFile, HostileShapesOnlyReport) {
  for (const char* json :
       {"", "null", "[]", "{\"format\": \"bifolio-lock/1\", \"records\": 3}",
        "{\"format\": \"bifolio-lock/1\", \"records\": {\"a\": 1, \"a\": 2}}",
        "{\"format\": \"bifolio-lock/1\", \"records\": {\"doi:x\": {\"events\": {\"a\": []}, \"meta\": []}}}",
        "{\"format\": \"bifolio-lock/1\", \"links\": {\"\": {\"status\": -1e99, \"failed\": [[]]}}}"}) {
    Findings findings;
    write_lock(read_lock(json, {}, findings));
  }
  std::string deep = "{\"format\": \"bifolio-lock/1\", \"records\": ";
  deep.append(100'000, '[');
  Findings findings;
  EXPECT_FALSE(read_lock(deep, {}, findings).is_readable && findings.is_empty());
}

TEST(Merge, ChangesNothingButTheHeaderWhereAnswersAreEqual) {
  ReferenceLock lock = lock_with(record(), "2026-01-10");
  const std::string before = write_lock(lock);
  EXPECT_EQ(merge(lock, "doi:10.1/a", record(), "2026-02-20", Loss::hold_back), Merged::same);
  EXPECT_EQ(write_lock(lock), before);
  note_compared(lock, {"doi:10.1/a"}, "2026-02-20");
  EXPECT_EQ(lock.checked, "2026-02-20");
  EXPECT_EQ(lock.records.begin()->second.retrieved, "2026-01-10");
}

TEST(Merge, TakesNoRetractionBackWithoutAReinstatement) {
  ReferenceLock lock = lock_with(record({{"retraction", "2024-03-04"}}));
  EXPECT_EQ(merge(lock, "doi:10.1/a", record(), "2026-02-20", Loss::hold_back), Merged::held_back);
  EXPECT_EQ(lock.records.begin()->second.standing, Standing::retracted);
  const std::vector<LockEvent> restored = {{"retraction", "2024-03-04"}, {"reinstatement", "2025-01-01"}};
  EXPECT_EQ(merge(lock, "doi:10.1/a", record(restored), "2026-02-20", Loss::hold_back), Merged::changed);
  EXPECT_EQ(lock.records.begin()->second.standing, Standing::reinstated);
}

TEST(Merge, AcceptsTheLossWhenTold) {
  ReferenceLock lock = lock_with(record({{"retraction", "2024-03-04"}}));
  EXPECT_EQ(merge(lock, "doi:10.1/a", record(), "2026-02-20", Loss::accept), Merged::changed);
  EXPECT_EQ(lock.records.begin()->second.standing, Standing::clear);
}

TEST(Merge, TheHeaderIsAsOldAsTheRecordThatWasNotCompared) {
  ReferenceLock lock = lock_with(record(), "2026-01-10");
  merge(lock, "doi:10.1/b", record(), "2026-02-20", Loss::hold_back);
  note_compared(lock, {"doi:10.1/b"}, "2026-02-20");
  EXPECT_EQ(lock.checked, "2026-01-10");
  EXPECT_EQ(last_checked(lock, lock.records.at("doi:10.1/b")), "2026-02-20");
}

TEST(Prune, RemovesWhatNoEntryHas) {
  ReferenceLock lock = lock_with(record());
  lock.links["https://example.org/"] = {200, "2026-01-10", {}, 0};
  Library library;
  library.references.push_back(entry({{"DOI", {"10.1234/other"}}}));
  EXPECT_EQ(prune(lock, library, {"https://example.org/"}), 1u);
  EXPECT_TRUE(lock.records.empty());
  EXPECT_EQ(lock.links.size(), 1u);
}

TEST(Compare, TellsWhatChanged) {
  const ReferenceLock before = lock_with(record());
  ReferenceLock after = lock_with(record({{"retraction", "2024-03-04"}}));
  merge(after, "doi:10.1/b", record(), "2026-02-20", Loss::hold_back);
  const auto changes = compare(before, after);
  ASSERT_EQ(changes.size(), 2u);
  EXPECT_EQ(changes[0].kind, LockChange::Kind::standing);
  EXPECT_EQ(changes[0].after, Standing::retracted);
  EXPECT_EQ(changes[1].kind, LockChange::Kind::added);
}

TEST(Index, FindsWhatWasPutIn) {
  RetractionIndex index;
  index.date = "2026-01-09";
  index.source_rows = 2;
  index.rows = {{index_hash("doi:10.1/a"), RetractionNature::retraction, 45353},
                {index_hash("pmid:1"), RetractionNature::concern, 0}};
  std::sort(index.rows.begin(), index.rows.end());
  Findings findings;
  const RetractionIndex again = read_index(write_index(index), {}, findings);
  EXPECT_TRUE(findings.is_empty());
  EXPECT_EQ(again.date, "2026-01-09");
  ASSERT_EQ(find(again, "doi:10.1/a").size(), 1u);
  EXPECT_EQ(find(again, "doi:10.1/a")[0], (LockEvent{"retraction", "2024-03-04", "", "retraction-watch"}));
  EXPECT_EQ(find(again, "pmid:1")[0].date, "");
  EXPECT_TRUE(find(again, "doi:10.1/b").empty());
}

TEST(Index, ABrokenOneIsRefused) {
  RetractionIndex index;
  index.date = "2026-01-09";
  index.rows = {{1, RetractionNature::retraction, 1}, {2, RetractionNature::concern, 2}};
  const std::string good = write_index(index);
  const auto refuses = [](const std::string& bytes) {
    Findings findings;
    const RetractionIndex read = read_index(bytes, {}, findings);
    return read.rows.empty() && findings.all().size() == 1 && findings.all()[0].rule->id == "retract-snapshot-corrupt";
  };
  EXPECT_FALSE(refuses(good));
  EXPECT_TRUE(refuses(""));
  EXPECT_TRUE(refuses("bifolio-retractions/1\n"));
  EXPECT_TRUE(refuses(good.substr(0, good.size() - 1)));
  std::string flipped = good;
  flipped.back() ^= 1;
  EXPECT_TRUE(refuses(flipped));
  std::swap(index.rows[0], index.rows[1]);
  EXPECT_TRUE(refuses(write_index(index))) << "rows out of order would not be found";
}

TEST(Compare, TitlesMeanTheSameDespiteTheirDress) {
  EXPECT_EQ(folded_title("RETRACTED: Trial of <i>SOD1</i>—a <jats:sub>b</jats:sub> “test”"), "trial of sod1 a b test");
  EXPECT_EQ(folded_title("RETRACTED ARTICLE: Sleep"), "sleep");
  EXPECT_EQ(folded_title("Sleep &amp; rest at&#160;night; R&D"), "sleep rest at night r d");
  EXPECT_EQ(folded_title("Risk of p<0.05 and q>2"), "risk of p 0 05 and q 2");
  EXPECT_GE(similarity(folded_title("Tofersen in adults with ALS"), folded_title("Tofersen in adult with ALS")), 0.85);
  EXPECT_LT(similarity(folded_title("Tofersen in ALS"), folded_title("Edaravone in ALS")), 0.85);
  EXPECT_GE(similarity(folded_title("肌萎缩侧索硬化的治疗进展"), folded_title("肌萎缩侧索硬化治疗的进展")), 0.6);
}

TEST(Compare, JournalsMayBeAbbreviated) {
  for (const auto& [brief, full] : std::vector<std::pair<const char*, const char*>>{
           {"N Engl J Med", "New England Journal of Medicine"},
           {"Proc. Natl. Acad. Sci.", "Proceedings of the National Academy of Sciences"},
           {"The Lancet Neurology", "Lancet Neurology"},
           {"NEJM", "New England Journal of Medicine"},
           {"J Neurol Neurosurg Psychiatry", "Journal of Neurology, Neurosurgery &amp; Psychiatry"},
           {"Science", "Science (New York, N.Y.)"},
           {"中华神经科杂志", "Chinese Journal of Neurology"}}) {
    EXPECT_TRUE(may_be_same_container(brief, full)) << brief;
  }
  EXPECT_FALSE(may_be_same_container("Nature", "Nature Reviews Neurology"));
  EXPECT_FALSE(may_be_same_container("J Neurol", "Journal of Neuroscience Research"));
}

constexpr const char* kHead =
    "Record "
    "ID,Title,Subject,Institution,Journal,Publisher,Country,Author,URLS,ArticleType,RetractionDate,RetractionDOI,"
    "RetractionPubMedID,OriginalPaperDate,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,Reason,Paywalled,"
    "Notes\n";

std::string row(const char* id, const char* title, const char* author, const char* date, const char* notice,
                const char* doi, const char* pmid, const char* nature) {
  return std::string(id) + ",\"" + title + "\",,,,,," + author + ",,," + date + "," + notice + ",0,5/1/2022 0:00," +
         doi + "," + pmid + "," + nature + ",+Reason,No,\n";
}

TEST(RetractionWatch, IsReadWithPatience) {
  const std::string csv =
      "\xEF\xBB\xBF" + std::string(kHead) +
      row("1", "One, with \"\"quotes\"\"", "Zhongying Gong;Wei Li", "3/4/2024 0:00", "10.1016/N", "10.1016/J.X", "123",
          "Retraction") +
      row("2", "Two", "A B", "12/31/2016 0:00", "Unavailable", "unavailable", "0", "Expression of concern") +
      row("3", "Three", "A B", "not a date", "", "", "", "Reinstatement") +
      row("4", "Four", "A B", "1/1/2020 0:00", "", "10.1016/y", "", "A new kind") + "5,short row\n";
  const Result<RetractionWatch> data = read_retraction_watch(csv);
  ASSERT_TRUE(data);
  ASSERT_EQ(data->rows.size(), 3u);
  EXPECT_EQ(data->skipped, 2);
  EXPECT_EQ(data->newest, "2024-03-04");
  EXPECT_EQ(data->rows[0].doi, "doi:10.1016/j.x");
  EXPECT_EQ(data->rows[0].pmid, "pmid:123");
  EXPECT_EQ(data->rows[0].notice, "doi:10.1016/n");
  EXPECT_EQ(data->rows[0].year, 2022);
  EXPECT_EQ(data->rows[0].title, "One, with \"quotes\"");
  EXPECT_EQ(data->rows[1].doi, "");
  EXPECT_EQ(data->rows[1].date, "2016-12-31");
  EXPECT_EQ(data->rows[2].date, "");
  const RetractionIndex index = index_of(*data, "2024-03-05");
  EXPECT_EQ(index.rows.size(), 2u) << "the DOI and the PMID of the first";
  EXPECT_EQ(find(index, "doi:10.1016/j.x")[0].date, "2024-03-04");
}

TEST(RetractionWatch, AnotherTableIsRefused) {
  EXPECT_FALSE(read_retraction_watch(""));
  EXPECT_FALSE(read_retraction_watch("a,b\n1,2\n"));
}

TEST(RetractionWatch, TellsTheLockAboutWorksOfTheLibrary) {
  const std::string csv =
      std::string(kHead) +
      row("1", "A paper", "Zhongying Gong", "3/4/2024 0:00", "10.1016/N", "10.1016/J.X", "0", "Retraction") +
      row("2", "Sleep and motor neurons", "Zhongying Gong", "3/4/2024 0:00", "", "", "0", "Retraction");
  const Result<RetractionWatch> data = read_retraction_watch(csv);
  Library library;
  library.references = {entry({{"DOI", {"10.1016/j.x"}}}), entry({{"DOI", {"10.1016/n"}}}),
                        entry({{"title", {"Sleep and Motor Neurons"}}}),
                        entry({{"title", {"Sleep and Mountain Nurses"}}})};
  for (std::size_t i : {2u, 3u}) {
    library.references[i].names["author"].names = {{.family = "Gong", .given = "Z."}};
    library.references[i].dates["issued"].parts = {{2022, 0, 0}};
  }
  ReferenceLock lock;
  merge(lock, "doi:10.1016/j.x", record(), "2026-01-10", Loss::hold_back);
  merge(lock, "doi:10.1016/n", record(), "2026-01-10", Loss::hold_back);
  EXPECT_TRUE(apply(*data, index_of(*data, "2024-03-05"), library, Loss::hold_back, lock).empty());
  EXPECT_EQ(lock.records.at("doi:10.1016/j.x").standing, Standing::retracted);
  EXPECT_EQ(lock.records.at("doi:10.1016/j.x").events[0].notice, "doi:10.1016/n");
  EXPECT_EQ(lock.records.at("doi:10.1016/n").notice_for, (std::vector<std::string>{"doi:10.1016/j.x"}));
  ASSERT_EQ(lock.possible.size(), 1u);
  EXPECT_EQ(lock.possible.begin()->second.record, "2");
  // A refresh keeps it; a later data set without it takes nothing away silently.
  merge(lock, "doi:10.1016/j.x", record(), "2026-01-11", Loss::hold_back);
  EXPECT_EQ(lock.records.at("doi:10.1016/j.x").standing, Standing::retracted);
  const Result<RetractionWatch> empty = read_retraction_watch(kHead);
  EXPECT_EQ(apply(*empty, index_of(*empty, "2024-03-06"), library, Loss::hold_back, lock).size(), 1u);
  EXPECT_EQ(lock.records.at("doi:10.1016/j.x").standing, Standing::retracted);
}

}  // namespace
}  // namespace bifolio::lock
