/** The style sheet of the pages. Colours only support what symbols and words say; contrasts are 4.5 : 1 or more. */
export const styleText = `:root{color-scheme:light dark;--ground:#fff;--raised:#f4f6f8;--line:#d5dae0;--text:#1b2229;--soft:#55606b;--link:#0b5c8a;--good:#166b34;--bad:#b3201e;--odd:#7d5200;--busy:#0b5c8a;--quiet:#55606b}
@media (prefers-color-scheme:dark){:root{--ground:#12171c;--raised:#1b222a;--line:#36414c;--text:#e4e9ee;--soft:#a3afba;--link:#6cbbe8;--good:#5fcf85;--bad:#ff8a80;--odd:#e5b24a;--busy:#6cbbe8;--quiet:#a3afba}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--text);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
header,main,footer{max-width:1200px;margin:0 auto;padding:0 20px}
header{display:flex;flex-wrap:wrap;gap:4px 20px;align-items:center;justify-content:space-between;min-height:52px;border-bottom:1px solid var(--line)}
header nav{display:flex;flex-wrap:wrap;gap:4px 18px;align-items:baseline}
.home{font-weight:650;font-size:17px;color:var(--text);text-decoration:none}
.controls{display:flex;gap:12px;align-items:center}
.controls p{margin:0;color:var(--soft);font-size:13px}
main{padding-bottom:32px}
main:focus{outline:none}
footer{color:var(--soft);font-size:13px;border-top:1px solid var(--line);padding-top:12px;padding-bottom:24px}
a{color:var(--link);text-underline-offset:2px}
:focus-visible{outline:2px solid var(--link);outline-offset:2px}
.skip{position:absolute;left:-999px}
.skip:focus{left:8px;top:8px;background:var(--ground);padding:6px 10px;z-index:1}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
h1{font-size:24px;line-height:1.25;margin:20px 0 6px;overflow-wrap:anywhere}
h2,caption{font-size:17px;font-weight:650;line-height:1.3;margin:26px 0 6px;text-align:left}
caption{margin:0;padding:24px 0 6px}
caption small,td small{color:var(--soft);font-weight:400;font-size:13px}
p{margin:6px 0}
code,pre{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:13px}
code{overflow-wrap:anywhere}
table{width:100%;border-collapse:collapse}
thead th{font-size:13px;color:var(--soft);font-weight:500}
th,td{text-align:left;vertical-align:baseline;padding:7px 14px 7px 0;border-bottom:1px solid var(--line);font-weight:400;overflow-wrap:anywhere}
td:last-child,th:last-child{padding-right:0}
tbody th{min-width:140px}
time,.badge,.strip{white-space:nowrap}
td{font-variant-numeric:tabular-nums}
.good{color:var(--good)}.bad{color:var(--bad)}.odd{color:var(--odd)}.busy{color:var(--busy)}.quiet{color:var(--quiet)}
.badge{font-weight:550}
.badge>span,.mark{display:inline-block;min-width:15px;text-align:center}
.mark{text-decoration:none;font-weight:650;min-width:17px;border-radius:3px}
.mark:hover{background:var(--line)}
form{display:inline}
button{font:inherit;font-size:14px;color:var(--text);background:var(--raised);border:1px solid var(--soft);border-radius:5px;padding:2px 12px;min-height:28px;white-space:nowrap;cursor:pointer}
button:hover{border-color:var(--link);color:var(--link)}
button:disabled{opacity:.6;cursor:default}
.notice{border:1px solid var(--good);border-left-width:5px;border-radius:5px;padding:8px 12px;margin:14px 0 0;overflow-wrap:anywhere}
.notice.bad{border-color:var(--bad);color:inherit}
.attention{list-style:none;margin:0;padding:0}
.attention li{display:flex;flex-wrap:wrap;gap:2px 10px;align-items:baseline;padding:8px 12px;border-left:4px solid var(--bad);margin:6px 0;background:var(--raised)}
.attention .what{flex:1 1 320px}
.attention .words{color:var(--soft)}
.well{margin-top:10px}
.headline{font-size:17px;overflow-wrap:anywhere}
.resolve{border-left:4px solid var(--odd);padding:6px 12px 10px;margin:8px 0;background:var(--raised)}
.artifact{margin:14px 0}
.artifact h3{font-size:15px;margin:0 0 4px;overflow-wrap:anywhere}
.artifact h4{font-size:15px;margin:10px 0 2px}
.artifact img{max-width:100%;height:auto;background:#fff;border:1px solid var(--line);border-radius:5px}
.artifact pre{max-height:40vh}
.artifact ul{margin:6px 0;padding-left:20px}
.wide{overflow-x:auto}
.advice{border-left:4px solid var(--odd);padding:4px 12px;background:var(--raised)}
dl{display:grid;grid-template-columns:repeat(auto-fill,minmax(270px,1fr));gap:10px 24px;margin:12px 0}
dt{color:var(--soft);font-size:13px}
dd{margin:0;overflow-wrap:anywhere}
dd ul,#parameter-list{margin:0;padding-left:18px}
#start label,#backfill label{display:block;font-weight:550;margin-top:4px}
textarea{display:block;width:100%;max-width:640px;margin:6px 0 8px;padding:6px 8px;font:13px/1.5 ui-monospace,Menlo,Consolas,"DejaVu Sans Mono",monospace;color:inherit;background:var(--ground);border:1px solid var(--soft);border-radius:5px}
input[type=datetime-local]{font:inherit;font-size:14px;color:inherit;background:var(--ground);border:1px solid var(--soft);border-radius:5px;padding:3px 8px;min-height:30px}
.range{display:flex;flex-wrap:wrap;gap:6px 20px;margin:6px 0 10px}
.gantt th[scope=row]{width:24%}
.gantt td:nth-child(2){width:38%}
.gantt td:nth-child(3){white-space:nowrap;width:9%}
.track svg{display:block;width:100%;height:16px;margin-top:3px;background:var(--raised);border-radius:3px}
.track rect{fill:currentColor}
.depth1{padding-left:16px}.depth2{padding-left:32px}.depth3,.depth4{padding-left:48px}
pre{margin:0;padding:10px 12px;max-height:70vh;overflow:auto;background:var(--raised);border:1px solid var(--line);border-radius:5px;line-height:1.45;white-space:pre-wrap;overflow-wrap:anywhere}
.follow{float:right;font-size:14px;font-weight:400}
.pages{margin:14px 0;display:flex;flex-wrap:wrap;gap:12px}
@media (max-width:860px){
header,main,footer{padding-left:14px;padding-right:14px}
header{padding-top:8px;padding-bottom:8px}
table,tbody,tr,caption{display:block}
thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
tr{padding:9px 0;border-bottom:1px solid var(--line)}
th,td,td:last-child{display:block;border:0;padding:1px 0;min-width:0}
tbody th{font-weight:550}
td[data-label]{position:relative;padding-left:96px;min-height:24px}
td[data-label]::before{content:attr(data-label);color:var(--soft);font-size:13px;position:absolute;left:0;width:88px;line-height:22px}
td[data-label]:empty{display:none}
td[data-label=Do]{padding-left:0}
td[data-label=Do]::before{display:none}
td[data-label=Do] form{margin:4px 0}
.gantt tr{display:grid;grid-template-columns:1fr auto;gap:2px 12px}
.gantt th[scope=row],.gantt td:nth-child(n){width:auto}
.gantt td:nth-child(2){grid-row:2;grid-column:1/3}
.gantt td:nth-child(4){grid-row:3;grid-column:1/3;font-size:14px}
.data{display:table;width:auto}
.data tbody{display:table-row-group}
.data tr{display:table-row}
.data thead{position:static;width:auto;height:auto;clip-path:none;display:table-header-group}
.data th,.data td,.data td:last-child{display:table-cell;border-bottom:1px solid var(--line);padding:4px 12px 4px 0;overflow-wrap:normal}
button{min-height:36px;padding:4px 16px}
.mark{min-width:22px}
}
@media (min-width:520px) and (max-width:860px){
tr{display:grid;grid-template-columns:1fr 1fr;gap:0 20px}
.data tr{display:table-row}
tbody th,td[data-label=Why],td[data-label=End],td[data-label=Slots],td[data-label=Do]{grid-column:1/3}
.gantt tr{grid-template-columns:1fr auto}
.gantt tbody th{grid-column:auto}
}
@media (prefers-contrast:more){:root{--soft:var(--text);--line:var(--text)}}
@media print{.controls,form,.skip{display:none}pre{max-height:none}}
`;
