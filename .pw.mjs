import { readFileSync } from 'node:fs';
const m = await import('/work/main/dist/indexer/parse-worker.js');
console.log('loaded', process.cpuUsage().user/1000|0);
const docs=[]; const { readDocuments } = await import('/work/main/dist/indexer/read/read.js');
const { listInputs } = await import('/work/main/dist/indexer/list-inputs.js');
const inp = await listInputs({paths:['seeds'],folder:'/work/main',exclude:[]}, process.stdin, new AbortController().signal);
for await (const d of readDocuments(inp.listed.files,{onRead(){}})) docs.push(d.document??d);
console.log(docs.length,'read', process.cpuUsage().user/1000|0);
const r=await m.default({documents:docs,indexedAt:'2026-01-01',begun:new Int32Array(new SharedArrayBuffer(4))});
console.log(r.length, process.cpuUsage().user/1000|0);
await m.default({documents:docs,indexedAt:'2026-01-01',begun:new Int32Array(new SharedArrayBuffer(4))});
console.log(r.length, process.cpuUsage().user/1000|0);process.exit(0)
