// SPDX-License-Identifier: Apache-2.0
#include "report/style_sheet.hpp"

#include <algorithm>
#include <set>

namespace maillage {

const std::string_view kLightTokens =
    "--paper:#FFFFFF;--ink:#16202B;--soft:#4A5763;--edge:#3C4855;--line:#8A949E;--accent:#24517F;--rule:#D5DBE0;"
    "--wash:#F2F5F7;--hull:#E8EEF4;--hull-border:#C3CDD7;";
const std::string_view kDarkTokens =
    "--paper:#12171C;--ink:#E8EDF2;--soft:#AAB5C0;--edge:#B4BFCA;--line:#7C8893;--accent:#6FA3D8;--rule:#2F3841;"
    "--wash:#1A2127;--hull:#1D262E;--hull-border:#3A4650;";

const std::string_view kPageStyle = R"css(
*{box-sizing:border-box}
html{scroll-padding-top:16px}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,"Segoe UI",Roboto,"Helvetica Neue",Arial,"Liberation Sans","DejaVu Sans",sans-serif;font-variant-numeric:tabular-nums;-webkit-text-size-adjust:100%}
main{max-width:1240px;margin:0 auto;padding:32px 24px 48px}
h1{font-size:28px;line-height:1.2;margin:0 0 8px;max-width:36em;text-wrap:balance}
h2{font-size:20px;line-height:1.3;margin:48px 0 4px;text-wrap:balance}
h3{font-size:16px;line-height:1.35;margin:28px 0 6px}
h4{font-size:15px;margin:16px 0 4px}
p{margin:6px 0 12px;max-width:76ch}
.kicker{max-width:none}
.logo{display:block;max-height:72px;max-width:min(240px,60%);margin:0 0 16px}
.kicker,.note,figcaption,caption,footer{color:var(--soft);font-size:14px}
footer{border-top:1px solid var(--rule);margin-top:48px;padding-top:12px}
a{color:var(--accent);text-underline-offset:3px;text-decoration-thickness:1px}
a.s{font-size:13px;text-decoration:none;border-bottom:1px solid currentColor;white-space:nowrap}
a.s.long{white-space:normal}
a:focus-visible,summary:focus-visible{outline:2px solid var(--accent);outline-offset:3px}
.soft{color:var(--soft)}
:target{background:var(--wash);box-shadow:0 0 0 8px var(--wash)}
tr:target{box-shadow:none}
nav{font-size:14px;margin:16px 0 0;padding:10px 0;border-block:1px solid var(--rule);display:flex;flex-wrap:wrap;gap:6px 20px}
nav a{padding:2px 0}
ol.findings{margin:24px 0 0;padding:0;list-style:none;counter-reset:f}
ol.findings li{counter-increment:f;display:grid;grid-template-columns:32px 1fr;padding:10px 0;border-bottom:1px solid var(--rule)}
ol.findings li::before{content:counter(f);color:var(--accent);font-weight:600}
ul{margin:6px 0 12px;padding-left:20px}
li{margin:2px 0}
ul.sources{list-style:none;padding:0;font-size:14px}
ul.sources li{padding:8px 0;border-bottom:1px solid var(--rule);margin:0;overflow-wrap:anywhere}
.keys{display:grid;grid-template-columns:repeat(4,1fr);gap:20px 32px;margin:28px 0 16px}
.keys>*{border-top:3px solid var(--accent);padding-top:8px;color:var(--ink);text-decoration:none;display:block}
.keys b{font-size:30px;line-height:1.1;display:block;font-weight:600;margin-bottom:2px}
.keys span{font-size:14px;display:block}
.keys a span:first-of-type{text-decoration:underline;text-decoration-color:var(--line);text-underline-offset:3px}
figure{margin:12px 0 0}
.figure-part{margin-top:48px}
.figure-part h2{font-size:14px;font-weight:400;color:var(--soft);margin:0 0 -4px}
figure svg{width:calc(100% + 48px);height:auto;display:block;margin-inline:-24px}
.narrow-only{display:none}
figcaption{margin-top:8px;max-width:80ch}
table{border-collapse:collapse;width:100%;font-size:14px;margin:12px 0}
th{font-weight:600;text-align:left;color:var(--soft);border-bottom:2px solid var(--edge);padding:6px 12px 6px 0;vertical-align:bottom}
td,tbody th{border-bottom:1px solid var(--rule);padding:8px 12px 8px 0;vertical-align:top;overflow-wrap:break-word}
tbody th{font-weight:400;color:inherit}
td.num,th.num{text-align:right;padding-right:20px;overflow-wrap:normal}
td a,tbody th a{text-decoration-color:var(--line)}
.table{overflow-x:auto}
caption{text-align:left;padding-bottom:4px;max-width:80ch}
p.file{margin:-4px 0 12px;font-size:13px}
p.file a{color:var(--soft);text-decoration-color:var(--line)}
thead .c-why{width:38%}
thead .c-note,thead .c-reason{width:34%}
thead .c-agreement,thead .c-title{width:30%}
.cards tbody th{min-width:150px}
.cards td:last-child{min-width:90px}
.compact{width:auto;min-width:min(100%,420px)}
.compact td,.compact tbody th{padding-block:6px}
.columns .compact{width:100%}
.bar{display:block;width:120px;height:12px;margin-top:4px}
.bar-edge{fill:none;stroke:var(--accent);stroke-width:1.4}
.bar-core{fill:var(--accent)}
.matrix-box{background:var(--wash);padding:16px 20px 12px;margin-top:12px}
.matrix td,.matrix th:not(:first-child){text-align:center;padding-inline:4px}
.matrix td{font-size:16px;line-height:1.3;min-width:0}
.columns{display:grid;grid-template-columns:1fr 1fr;gap:0 48px}
.columns>*{min-width:0}
.columns h3{margin-top:20px}
.columns article{border:0;padding:0}
dl{display:grid;grid-template-columns:max-content 1fr;gap:4px 16px;margin:8px 0;font-size:15px}
dt{color:var(--soft)}
dt{grid-column:1}
dd{grid-column:2;margin:0;overflow-wrap:anywhere}
.columns dl{grid-template-columns:minmax(90px,max-content) 1fr}
dl{grid-template-columns:minmax(110px,auto) minmax(70%,1fr)}
details{display:inline-block;vertical-align:top;max-width:100%}
summary{cursor:pointer;color:var(--accent);text-decoration:underline;text-decoration-color:var(--line);text-underline-offset:3px;list-style:none}
summary::-webkit-details-marker{display:none}
summary::after{content:"\25BE";display:inline-block;margin-left:4px;font-size:11px;text-decoration:none}
details[open]>summary::after{content:"\25B4"}
details ul{margin:4px 0 6px;padding:0 0 0 2px;list-style:none;text-align:left;font-size:13px;min-width:150px}
details li{padding:1px 0}
.counted{margin:6px 0 12px}
.counted details,li>details{display:block}
.counted summary,li>details>summary{color:inherit}
article{border-top:1px solid var(--rule);padding:14px 0 10px;scroll-margin-top:8px}
article h3{margin:0 0 4px}
article dl{font-size:14px;grid-template-columns:170px 1fr;gap:3px 16px}
@media(max-width:700px){
main{padding:20px 12px 32px}
h1{font-size:23px}
h2,.figure-part{margin-top:36px}
.figure-part h2{margin-top:0}
figure svg{width:calc(100% + 24px);margin-inline:-12px}
.keys{grid-template-columns:1fr 1fr;gap:20px 20px}
.columns{grid-template-columns:1fr}
.wide-only{display:none}
.narrow-only{display:block}
table.cards thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
table.cards,table.cards caption,table.cards tbody,table.cards tr,table.cards td,table.cards tbody th{display:block}
table.cards tr{border-bottom:1px solid var(--rule);padding:10px 0}
table.cards td,table.cards tbody th{border:0;padding:2px 0;text-align:left!important}
table.cards td[data-l]::before{content:attr(data-l);color:var(--soft);margin-right:.35em}
table.cards td{overflow-wrap:anywhere}
table.cards td.num{display:inline-block;margin-right:14px}
table.cards tbody th{font-size:15px;font-weight:600}
table.cards tbody th a.s,table.cards tbody th .soft{font-weight:400}
table.cards td.none{display:none}
.compact{width:100%}
.compact td,.compact th{padding-right:8px}
.columns .compact thead,.columns .compact tbody{display:block}
.columns .compact tr{display:grid;grid-template-columns:repeat(4,1fr);border-bottom:1px solid var(--rule);padding:6px 0}
.columns .compact thead tr{border-bottom:2px solid var(--edge)}
.columns .compact td,.columns .compact th{border:0;padding:1px 4px 1px 0}
.columns .compact th:first-child{grid-column:1/-1}
.columns .compact th:first-child .bar{margin:2px 0}
.compact .bar{width:110px}
dl,article dl,.columns dl{grid-template-columns:1fr;gap:0}
dd{grid-column:1}
dd:has(+dt),dd:last-child{margin-bottom:6px}
.matrix{font-size:12.5px}
.matrix td,.matrix th{padding-right:2px}
.matrix th:not(:first-child){font-size:11.5px;font-weight:400;hyphens:auto}
.matrix tbody th{hyphens:auto;max-width:112px}
.matrix-box{padding:12px 10px}
nav{gap:4px 16px}
nav a{padding:6px 0}
a.s{padding-block:2px}
}
@media print{
@page{size:A4;margin:16mm 14mm}
@page wide{size:A4 landscape;margin:10mm 12mm}
:root{color-scheme:light}
body{font-size:10.5pt}
main{max-width:none;padding:0}
nav{display:none}
.wide-only{display:block!important}
.narrow-only{display:none!important}
h2{margin-top:22pt}
h2,h3,h4,caption,.note:has(+*){break-after:avoid}
tbody tr:first-child{break-before:avoid}
.figure-page{page:wide;break-before:page;break-after:page;break-inside:avoid}
.figure-page h2,.figure-page+* h2{margin-top:0}
.figure-page p{margin:0}
figure{margin:0}
figure svg{width:100%;margin:0}
p.file{display:none}
.figure-page figure svg{max-height:158mm;width:100%}
figure,tr,li,.keys>*,.matrix-box{break-inside:avoid}
article h3{break-inside:avoid;padding-bottom:90px;margin-bottom:-86px}
table{font-size:8.5pt}
.cards tbody th{min-width:84px}
.cards td:last-child{min-width:58px}
thead{display:table-header-group}
.keys{grid-template-columns:repeat(4,1fr)}
.table{overflow:visible}
.columns{display:block}
.columns .compact th:first-child{width:45%}
td,th,tbody th{padding-right:8px}
td.num,th.num{padding-right:10px}
.cards tbody th{min-width:24mm}
.cards td:last-child{min-width:0}
.bar{width:80px;height:8px}
a.s{white-space:normal;font-size:8.5pt}
a{color:inherit}
summary{color:inherit;text-decoration:none}
summary::after{content:""!important}
:target{background:none;box-shadow:none}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
}
)css";

namespace {

std::set<std::string_view> classes_of(std::string_view body) {
  constexpr std::string_view mark = " class=\"";
  std::set<std::string_view> classes;
  for (auto at = body.find(mark); at != std::string_view::npos; at = body.find(mark, at)) {
    at += mark.size();
    auto names = body.substr(at, body.find('"', at) - at);
    while (!names.empty()) {
      const auto end = std::min(names.find(' '), names.size());
      classes.insert(names.substr(0, end));
      names.remove_prefix(std::min(end + 1, names.size()));
    }
  }
  return classes;
}

// `td.num a`: does the page have every class that the selector names?
bool may_match(std::string_view selector, const std::set<std::string_view>& classes) {
  for (auto dot = selector.find('.'); dot != std::string_view::npos; dot = selector.find('.', dot + 1)) {
    const auto end = selector.find_first_of(" .:>+~[,){", dot + 1);
    if (!classes.contains(selector.substr(dot + 1, std::min(end, selector.size()) - dot - 1))) return false;
  }
  return true;
}

// A line of one whole rule none of whose selectors can match; what holds other rules stays.
bool is_idle(std::string_view line, const std::set<std::string_view>& classes) {
  const auto open = line.find('{');
  const bool is_one_rule = open != std::string_view::npos && open > 0 && line.front() != '@' && line.ends_with('}') &&
                           std::ranges::count(line, '{') == 1 && std::ranges::count(line, '}') == 1;
  if (!is_one_rule) return false;
  auto selectors = line.substr(0, open);
  while (!selectors.empty()) {
    const auto end = std::min(selectors.find(','), selectors.size());
    if (may_match(selectors.substr(0, end), classes)) return false;
    selectors.remove_prefix(std::min(end + 1, selectors.size()));
  }
  return true;
}

}  // namespace

std::string page_style_for(std::string_view body) {
  const auto classes = classes_of(body);
  std::string style;
  std::string_view rest = kPageStyle;
  while (!rest.empty()) {
    const auto end = std::min(rest.find('\n'), rest.size());
    const auto line = rest.substr(0, end);
    if (!is_idle(line, classes)) style.append(line).append(end < rest.size() ? "\n" : "");
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return style;
}

}  // namespace maillage
