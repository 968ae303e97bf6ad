// Fills a template with docxtemplater for some seconds, as its own guide does it: the file
// is read once, everything else done for every document. Prints documents a second and the
// most memory held, in kilobytes. Run: node docxtemplater.cjs TEMPLATE DATA SECONDS [OUT]
const fs = require("fs");
const path = require("path");
const modules = path.join(__dirname, "..", "node_modules");
const Docxtemplater = require(path.join(modules, "docxtemplater"));
const PizZip = require(path.join(modules, "pizzip"));

const [template, data, seconds, out] = process.argv.slice(2);
const content = fs.readFileSync(template, "binary");
const context = JSON.parse(fs.readFileSync(data, "utf-8"));

function work() {
  const options = { paragraphLoop: true, linebreaks: false };
  const document = new Docxtemplater(new PizZip(content), options);
  document.render(context);
  return document.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" });
}

const first = work();
if (out) fs.writeFileSync(out, first);
const start = process.cpuUsage(); // as the other engines: other work does not count
let count = 0;
let passed = 0;
while (passed < Number(seconds)) {
  work();
  count += 1;
  const { user, system } = process.cpuUsage(start);
  passed = (user + system) / 1e6;
}
console.log(count / passed, process.resourceUsage().maxRSS);
