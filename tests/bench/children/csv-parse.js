// Reads a CSV file with csv-parse and throws its rows away: node csv-parse.js FILE
import { createReadStream } from "node:fs";
import { parse } from "csv-parse";

const [file] = process.argv.slice(2);
const parser = createReadStream(file).pipe(parse());
let rows = 0;
parser.on("data", () => {
  rows++;
});
parser.on("end", () => console.log(JSON.stringify(rows - 1)));
