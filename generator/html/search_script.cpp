#include "html/search_script.h"

namespace bifolio::html {

const std::string_view kSearchScript = R"script("use strict";
// Finds sections by words (Latin text) and pairs of characters (Chinese).
// Each index file calls bifolioSearch once; see search-LANGUAGE.js.
(function () {
  var indexes = [];
  var han = /[\u2e80-\u2fdf\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ud840-\ud8ff\udc00-\udfff]/;

  window.bifolioSearch = function (index) {
    index.keys = Object.keys(index.words).sort();
    indexes.push(index);
  };

  function fold(text) {
    var folded = text.normalize ? text.normalize("NFKD") : text;
    return folded.toLowerCase().replace(/[\u0300-\u036f]/g, "");
  }

  // Characters as readers count them: a surrogate pair is one.
  function characters(text) {
    return text.match(/[\ud800-\udbff][\udc00-\udfff]|[\s\S]/g) || [];
  }

  // What must be found: words, which may go on, and pairs, which may not.
  function terms(query) {
    var list = [], word = "", before = "";
    function endWord() {
      if (word) list.push({ key: word, isPrefix: true });
      word = "";
    }
    characters(fold(query)).forEach(function (c) {
      if (han.test(c)) {
        endWord();
        if (before) list.push({ key: before + c, isPrefix: false });
        else list.push({ key: c, isPrefix: true, isFirst: true });
        before = c;
        return;
      }
      before = "";
      if (/[a-z0-9]/.test(c) || c.toLowerCase() !== c.toUpperCase()) word += c;
      else endWord();
    });
    endWord();
    // A first character says nothing that its pair does not say better.
    return list.filter(function (term, i) {
      var next = list[i + 1];
      return !(term.isFirst && next && !next.isPrefix);
    });
  }

  function lowerBound(keys, key) {
    var low = 0, high = keys.length;
    while (low < high) {
      var middle = (low + high) >> 1;
      if (keys[middle] < key) low = middle + 1; else high = middle;
    }
    return low;
  }

  function addSections(found, list) {
    var section = 0;
    list.split(",").forEach(function (difference) {
      section += parseInt(difference, 36);
      found[section] = true;
    });
  }

  function sectionsOf(index, term) {
    var found = {};
    if (!term.isPrefix) {
      if (Object.prototype.hasOwnProperty.call(index.words, term.key)) addSections(found, index.words[term.key]);
      return found;
    }
    for (var i = lowerBound(index.keys, term.key); i < index.keys.length; i++) {
      if (index.keys[i].lastIndexOf(term.key, 0) !== 0) break;
      addSections(found, index.words[index.keys[i]]);
    }
    return found;
  }

  function intersect(index, list) {
    var all = null;
    list.forEach(function (term) {
      var found = sectionsOf(index, term);
      if (all === null) { all = found; return; }
      Object.keys(all).forEach(function (section) {
        if (!found[section]) delete all[section];
      });
    });
    return all || {};
  }

  // "ALS FRS" also finds ALSFRS; titles that hold a term come first.
  function search(index, query) {
    var list = terms(query);
    var found = intersect(index, list);
    var words = list.filter(function (term) { return term.isPrefix && !term.isFirst; });
    if (words.length > 1 && words.length === list.length) {
      var joined = words.map(function (term) { return term.key; }).join("");
      var more = sectionsOf(index, { key: joined, isPrefix: true });
      Object.keys(more).forEach(function (section) { found[section] = true; });
    }
    var wanted = fold(query).replace(/[\s\-]+/g, "");
    function rank(section) {
      return fold(index.places[section][0]).replace(/[\s\-]+/g, "").indexOf(wanted) >= 0 ? 0 : 1;
    }
    return Object.keys(found).map(Number).sort(function (a, b) { return rank(a) - rank(b) || a - b; });
  }

  function element(name, parent, text) {
    var made = document.createElement(name);
    if (text) made.textContent = text;
    parent.appendChild(made);
    return made;
  }

  function show(place, query, results, status) {
    results.textContent = "";
    status.textContent = "";
    if (!terms(query).length) return;
    var language = document.documentElement.lang, count = 0;
    indexes.sort(function (a, b) { return (b.language === language) - (a.language === language); });
    indexes.forEach(function (index) {
      search(index, query).forEach(function (section) {
        var found = index.places[section], item = element("li", results), link = element("a", item);
        link.href = found[1];
        if (index.language !== language) link.lang = link.hreflang = index.language;
        element("strong", link, found[0]);
        if (found[2]) element("span", link, found[2]);
        count++;
      });
    });
    status.textContent = count ? place.getAttribute("data-found").replace("{n}", count) : place.getAttribute("data-none");
  }

  function start() {
    var place = document.getElementById("search");
    if (!place) return;
    place.textContent = "";
    var form = element("form", place);
    form.setAttribute("role", "search");
    var label = element("label", form, place.getAttribute("data-prompt"));
    var field = element("input", form);
    field.type = "search";
    field.id = "search-field";
    field.autocomplete = "off";
    label.htmlFor = field.id;
    element("button", form, place.getAttribute("data-button")).type = "submit";
    var status = element("p", place);
    status.setAttribute("role", "status");
    var results = element("ol", place);
    results.className = "results";
    function update() { show(place, field.value, results, status); }
    form.addEventListener("submit", function (event) { event.preventDefault(); update(); });
    field.addEventListener("input", update);
  }

  document.addEventListener("DOMContentLoaded", start);
})();
)script";

}  // namespace bifolio::html
