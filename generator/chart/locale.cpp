#include "chart/format.h"

namespace bifolio::chart {
namespace {

constexpr Locale kEnglish = {
    {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
     "December"},
    {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"},
    {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"},
    {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"},
    {"AM", "PM"},
    "%Y",
    "%B",
    "%b %d",
    "%a %d",
    "%I %p",
    "%I:%M",
    ":%S",
    "%Y",
    "%b %Y",
    "%b %d, %Y",
    "Q%q",
    "%b",
    "%d",
    "%b %d",
};

constexpr Locale kChinese = {
    {"1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月"},
    {"1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月"},
    {"星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六"},
    {"周日", "周一", "周二", "周三", "周四", "周五", "周六"},
    {"上午", "下午"},
    "%Y",
    "%-m月",
    "%-m月%-d日",
    "%-d日",
    "%H时",
    "%H:%M",
    ":%S",
    "%Y",
    "%Y年%-m月",
    "%Y年%-m月%-d日",
    "%q季度",
    "%-m月",
    "%-d日",
    "%-m月%-d日",
};

}  // namespace

const Locale& locale(std::string_view language) {
  return language == "zh" || language.starts_with("zh-") ? kChinese : kEnglish;
}

}  // namespace bifolio::chart
