/** How the report looks: one column, light and dark, no script. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1b2430; --soft: #5d6b7c; --line: #d9dfe7; --paper: #fff; --shade: #f4f6f9;
  --good: #10714a; --bad: #b3261e; --luna: #2f5fb3; --caller: #8a4b08; }
@media (prefers-color-scheme: dark) { :root { --ink: #e7ecf3; --soft: #9aa8ba; --line: #313b49; --paper: #11161d;
  --shade: #1a212b; --good: #55c996; --bad: #ff8a80; --luna: #8fb4ff; --caller: #f0b46c; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 62rem; background: var(--paper); color: var(--ink);
  font: 16px/1.55 system-ui, sans-serif; }
h1 { font-size: 1.7rem; margin: 0 0 .25rem; } h2 { font-size: 1.2rem; margin: 2.5rem 0 .75rem; }
p { margin: .25rem 0; } .soft { color: var(--soft); }
.table { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { padding: .4rem .75rem; border-bottom: 1px solid var(--line); text-align: right; white-space: nowrap; }
th:first-child, td:first-child { text-align: left; } th { color: var(--soft); font-weight: 600; }
tr.all td { font-weight: 600; } .good { color: var(--good); } .bad { color: var(--bad); }
details { border: 1px solid var(--line); border-radius: .6rem; margin: .6rem 0; background: var(--shade); }
summary { padding: .7rem 1rem; cursor: pointer; } summary:focus-visible { outline: 2px solid var(--luna); }
.call { padding: 0 1rem 1rem; } audio { width: 100%; margin: .5rem 0; }
ol { list-style: none; margin: .5rem 0; padding: 0; } li { display: grid; grid-template-columns: 5rem 5rem 1fr; gap: .5rem; }
@media (max-width: 40rem) { li { grid-template-columns: 1fr; gap: 0; margin-bottom: .4rem; } }
li > span:first-child { color: var(--soft); font-variant-numeric: tabular-nums; }
.luna b { color: var(--luna); } .caller b { color: var(--caller); }
.tool, .understood, .identity, .cut, .error { color: var(--soft); font-size: .92em; overflow-wrap: anywhere; }
code { font: .88em ui-monospace, monospace; overflow-wrap: anywhere; }
`;
