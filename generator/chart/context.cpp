#include "chart/context.h"

#include <algorithm>

#include "chart/checks.h"

namespace bifolio::chart {
namespace {

/// Then they are read as one word unless a space stands between them.
bool are_on_one_line(const LabelBox& a, const LabelBox& b) {
  return std::min(a.bottom, b.bottom) - std::max(a.top, b.top) > (a.bottom - a.top) / 2;
}

}  // namespace

void Context::report(const Rule& rule, Span span, std::vector<Argument> arguments) {
  if (!reported.emplace(&rule, span).second) return;
  findings.add({&rule, span, std::move(arguments)});
}

void Context::unsupported(const Tree& where, std::string_view property) {
  report(rule::chart_unsupported, where.span, {{"property", std::string(property)}});
}

const Tree* Context::setting(std::string_view group, std::string_view key) const {
  for (const Tree* source : {config, &theme}) {
    const Tree* object = group.empty() ? source : member(source, group);
    if (object != nullptr) {
      if (const Tree* found = object->find(key)) return found;
    }
  }
  return nullptr;
}

double Context::number_setting(std::string_view group, std::string_view key, double otherwise) const {
  const Tree* found = setting(group, key);
  return found && found->is_number() ? found->number : otherwise;
}

std::string Context::text_setting(std::string_view group, std::string_view key, std::string_view otherwise) const {
  const Tree* found = setting(group, key);
  return found && found->is_string() ? found->text : std::string(otherwise);
}

void Context::check_overlap(const std::vector<LabelBox>& labels) {
  if (is_trial) return;
  constexpr double kTouch = 1;  // letters have some room of their own in their boxes
  constexpr std::size_t kMost = 500;
  for (std::size_t i = 0; i < std::min(labels.size(), kMost); ++i) {
    for (std::size_t j = i + 1; j < std::min(labels.size(), kMost); ++j) {
      const LabelBox &a = labels[i], &b = labels[j];
      const double gap = are_on_one_line(a, b) ? (a.bottom - a.top) / 5 : -kTouch;
      const bool apart = a.right + gap <= b.left || b.right + gap <= a.left || a.bottom - kTouch <= b.top ||
                         b.bottom - kTouch <= a.top;
      // The same text twice at one place is a halo behind letters.
      if (apart || a.text.empty() || b.text.empty() || a.text == b.text) continue;
      return report(rule::chart_labels_overlap, b.span, {{"first", a.text}, {"second", b.text}});
    }
  }
}

std::string Context::localized(std::string_view text) {
  const Tree* found = strings ? strings->find(text) : nullptr;
  if (found && found->is_string()) return found->text;
  if (is_foreign(text, options.language)) untranslated.emplace(text);
  return std::string(text);
}

Expression Context::expression(const Tree& source) {
  std::optional<Expression::Fault> fault;
  Expression expression = Expression::parse(source.text, fault);
  if (fault) report(rule::chart_expression, source.span, {{"expression", source.text}, {"text", fault->text}});
  return expressions.emplace_back(std::move(expression));
}

std::string_view without_language(std::string_view field) {
  return field.substr(0, field.rfind('@'));
}

const Tree* member(const Tree* tree, std::string_view key) {
  const Tree* found = tree ? tree->find(key) : nullptr;
  return found && !found->is_null() ? found : nullptr;
}

bool is_null_member(const Tree* tree, std::string_view key) {
  const Tree* found = tree ? tree->find(key) : nullptr;
  return found && found->is_null();
}

std::string text_member(const Tree* tree, std::string_view key, std::string_view otherwise) {
  const Tree* found = member(tree, key);
  return found && found->is_string() ? found->text : std::string(otherwise);
}

double number_member(const Tree* tree, std::string_view key, double otherwise) {
  const Tree* found = member(tree, key);
  return found && found->is_number() ? found->number : otherwise;
}

bool boolean_member(const Tree* tree, std::string_view key, bool otherwise) {
  const Tree* found = member(tree, key);
  return found && found->is_boolean() ? found->boolean : otherwise;
}

}  // namespace bifolio::chart
