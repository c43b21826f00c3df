#include "chart/expression.h"

#include <gtest/gtest.h>

namespace bifolio::chart {
namespace {

/// The expression's value for a row with a = 3, b = "x", in text.
std::string value_of(std::string_view text) {
  std::optional<Expression::Fault> fault;
  Expression expression = Expression::parse(text, fault);
  if (fault) return "fault at " + fault->text;
  Pool pool;
  Data data;
  data.columns = {"a", "b"};
  data.rows = {{Value::of(3), pool.text("x")}};
  expression.bind(data);
  Surroundings around{pool, locale("en")};
  return to_text(expression.evaluate(data.rows.front(), around));
}

TEST(Expression, CalculatesAsJavaScriptDoes) {
  EXPECT_EQ(value_of("2 + datum.a * 2"), "8");
  EXPECT_EQ(value_of("datum.b + 1"), "x1");
  EXPECT_EQ(value_of("'2' == 2"), "true");
  EXPECT_EQ(value_of("'2' === 2"), "false");
  EXPECT_EQ(value_of("datum['a'] > 2 && datum.b !== 'y' ? 'yes' : 'no'"), "yes");
  EXPECT_EQ(value_of("-2 + 5 % 3"), "0");
  EXPECT_EQ(value_of("1 / 0"), "Infinity");
  EXPECT_EQ(value_of("datum.missing"), "null");
}

TEST(Expression, HasTheFunctionsOfVega) {
  EXPECT_EQ(value_of("floor(7.9) + max(1, 2)"), "9");
  EXPECT_EQ(value_of("year(datetime(2020, 1, 5))"), "2020");
  EXPECT_EQ(value_of("upper('ab') + length('渐冻症')"), "AB3");
  EXPECT_EQ(value_of("indexof(['p', 'q'], 'q')"), "1");
  EXPECT_EQ(value_of("if(isValid(null), 1, 2)"), "2");
  EXPECT_EQ(value_of("format(0.5, '.0%')"), "50%");
}

TEST(Expression, SaysWhereItCannotBeRead) {
  EXPECT_EQ(value_of("1 +"), "fault at ");
  EXPECT_EQ(value_of("eval('x')"), "fault at eval()");
  EXPECT_EQ(value_of("a = 2"), "fault at = 2");
}

TEST(Expression, RefusesToRecurseWithoutEnd) {
  EXPECT_TRUE(value_of(std::string(5000, '(')).starts_with("fault"));
  EXPECT_TRUE(value_of(std::string(9000, '-') + "1").starts_with("fault"));
}

}  // namespace
}  // namespace bifolio::chart
