// A fixture through the processor's door.
#include <nlohmann/json.hpp>

#include "conformance/csl/fixture.h"
#include "conformance/csl/html.h"

namespace bifolio::csl_suite {
namespace {

using Json = nlohmann::json;

std::string text_of(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_number_integer()) return std::to_string(value.get<long long>());
  if (value.is_null()) return "";
  if (value.is_boolean()) return value.get<bool>() ? "true" : "false";
  return value.dump();
}

int int_of(const Json& value) {
  if (value.is_number()) return value.get<int>();
  return value.is_string() ? std::atoi(value.get<std::string>().c_str()) : 0;
}

bool is_true(const Json& object, const char* key) {
  const auto at = object.find(key);
  if (at == object.end()) return false;
  if (at->is_boolean()) return at->get<bool>();
  if (at->is_number()) return at->get<double>() != 0;
  return at->is_string() && !at->get<std::string>().empty() && *at != "0" && *at != "false";
}

Name name_of(const Json& given) {
  const auto field = [&](const char* key) { return given.contains(key) ? text_of(given[key]) : std::string(); };
  Name name{field("family"), field("given"),  field("dropping-particle"), field("non-dropping-particle"),
            field("suffix"), field("literal")};
  name.comma_suffix = is_true(given, "comma-suffix");
  name.static_ordering = is_true(given, "static-ordering");
  name.parse_names = is_true(given, "parse-names");
  return name;
}

ReferenceDate date_of(const Json& given) {
  ReferenceDate date;
  for (const Json& part : given.value("date-parts", Json::array())) {
    std::array<int, 3> parts{};
    for (std::size_t i = 0; i < part.size() && i < 3; ++i) parts[i] = int_of(part[i]);
    date.parts.push_back(parts);
  }
  if (given.contains("season")) date.season = int_of(given["season"]);
  date.circa = is_true(given, "circa");
  if (given.contains("literal")) date.literal = text_of(given["literal"]);
  if (given.contains("raw")) date.raw = text_of(given["raw"]);
  return date;
}

Reference reference_of(const Json& given) {
  Reference out;
  for (const auto& [key, value] : given.items()) {
    if (key == "id")
      out.key = text_of(value);
    else if (key == "type")
      out.type = text_of(value);
    else if (value.is_array() && (value.empty() || value[0].is_object())) {
      for (const Json& name : value) out.names[key].names.push_back(name_of(name));
    } else if (value.is_object() && (value.contains("date-parts") || value.contains("raw") ||
                                     value.contains("literal") || value.contains("season"))) {
      out.dates[key] = date_of(value);
    } else if (!value.is_array() && !value.is_object()) {
      out.fields[key] = {text_of(value), {}, value.is_number()};
    }
  }
  return out;
}

cite::CitedItem cited_of(const Json& given, const Library& library, bool stands_alone) {
  cite::CitedItem item;
  const std::string id = text_of(given.at("id"));
  for (std::size_t i = 0; i < library.references.size(); ++i) {
    if (library.references[i].key == id) item.reference = i;
  }
  if (given.contains("locator")) item.locator = text_of(given["locator"]);
  if (given.contains("label")) item.locator_label = text_of(given["label"]);
  if (given.contains("prefix")) item.prefix.text = text_of(given["prefix"]);
  if (given.contains("suffix")) item.suffix.text = text_of(given["suffix"]);
  item.suppress_author = is_true(given, "suppress-author");
  item.author_only = is_true(given, "author-only");
  if (stands_alone) {
    using P = cite::CitePosition;
    constexpr P kPositions[] = {P::first, P::subsequent, P::ibid, P::ibid_with_locator};
    item.position = given.contains("position") ? kPositions[int_of(given["position"]) & 3] : P::first;
    item.is_near_note = is_true(given, "near-note");
  }
  return item;
}

struct Session {
  Library library;
  std::shared_ptr<const cite::Style> style;
  cite::Options options;

  cite::Printed print(const std::vector<cite::Cluster>& clusters) const {
    Findings findings;
    return cite::print(*style, library, clusters, options, findings);
  }
};

/// Replays the edits and keeps the final document.
std::vector<cite::Cluster> final_document(const Json& calls, const Library& library) {
  std::map<std::string, cite::Cluster> known;
  std::vector<cite::Cluster> document;
  for (const Json& call : calls) {
    cite::Cluster cluster;
    for (const Json& item : call[0].at("citationItems")) cluster.items.push_back(cited_of(item, library, false));
    if (call[0].contains("properties")) cluster.note_number = call[0]["properties"].value("noteIndex", 0);
    const std::string id = text_of(call[0].value("citationID", Json("")));
    known[id] = cluster;
    document.clear();
    const auto add = [&](const Json& list) {
      for (const Json& entry : list) {
        known[text_of(entry[0])].note_number = int_of(entry[1]);
        document.push_back(known[text_of(entry[0])]);
      }
    };
    add(call[1]);
    document.push_back(cluster);
    add(call[2]);
  }
  return document;
}

std::string join(const std::vector<RichText>& clusters) {
  std::string out;
  for (const RichText& cluster : clusters) {
    if (!out.empty()) out += "\n";
    const std::string html = to_html(cluster);
    out += html.empty() ? "[CSL STYLE ERROR: reference with no printed form.]" : html;
  }
  return out;
}

cite::Cluster cite_all(const std::vector<cite::Entry>& order, std::size_t count) {
  cite::Cluster cluster;
  for (std::size_t i = 0; i < count; ++i) {
    cite::CitedItem item;
    item.reference = order.empty() ? i : order[i].reference;
    item.position = cite::CitePosition::first;
    cluster.items.push_back(item);
  }
  return cluster;
}

}  // namespace

std::string run(const Fixture& fixture) {
  Session session;
  auto style = cite::read_style(fixture.section("CSL"), fixture.name);
  if (!style) return "style: " + message(style.error(), UiLanguage::en);
  session.style = *style;
  session.options.is_bilingual = false;
  for (const Json& item : Json::parse(fixture.section("INPUT")))
    session.library.references.push_back(reference_of(item));
  const bool is_bibliography = fixture.section("MODE") == "bibliography";
  std::vector<cite::Cluster> clusters;
  const bool has_document = fixture.has("CITATIONS");
  if (has_document) {
    clusters = final_document(Json::parse(fixture.section("CITATIONS")), session.library);
  } else {
    for (std::size_t i = 0; i < session.library.references.size(); ++i) session.options.uncited.push_back(i);
    if (fixture.has("CITATION-ITEMS")) {
      for (const Json& citation : Json::parse(fixture.section("CITATION-ITEMS"))) {
        cite::Cluster cluster;
        for (const Json& item : citation) cluster.items.push_back(cited_of(item, session.library, true));
        clusters.push_back(std::move(cluster));
      }
    } else {
      clusters.push_back(cite_all(session.print({}).bibliography, session.library.references.size()));
    }
  }
  const cite::Printed printed = session.print(clusters);
  return is_bibliography ? to_html(printed) : join(printed.clusters);
}

}  // namespace bifolio::csl_suite
