// Lints the Dockerfiles that it is given; prints a line for each finding: file, line, linter, rule, words.
"use strict";
const { readFileSync } = require("fs");
const { spawnSync } = require("child_process");
const { DockerfileParser } = require("dockerfile-ast");
const dockerfileUtils = require("dockerfile-utils");
const dockerfilelint = require("dockerfilelint");

const checkedShells = new Map();

function shellCheck(script) {
  if (!checkedShells.has(script)) {
    const run = spawnSync("shellcheck", ["--shell=sh", "--format=json", "-"], { input: script, encoding: "utf8" });
    if (run.error || run.status > 1) {
      throw new Error("shellcheck: " + (run.error || run.stderr));
    }
    checkedShells.set(script, JSON.parse(run.stdout));
  }
  return checkedShells.get(script);
}

function findings(text) {
  const found = [];
  for (const issue of dockerfileUtils.validate(text)) {
    found.push([issue.range.start.line + 1, "dockerfile-utils", issue.code, issue.message]);
  }
  for (const issue of dockerfilelint.run(".", text)) {
    found.push([issue.line, "dockerfilelint", issue.rule, issue.title]);
  }
  for (const run of DockerfileParser.parse(text).getInstructions().filter((i) => i.getKeyword() === "RUN")) {
    const lines = text.split("\n").slice(run.getRange().start.line, run.getRange().end.line + 1);
    const script = lines.join("\n").replace(/^RUN (--\S+\s+(\\\n\s*)?)*/, "") + "\n";
    for (const issue of shellCheck(script)) {
      const line = run.getRange().start.line + issue.line;
      found.push([line, "shellcheck", "SC" + issue.code, issue.message]);
    }
  }
  return found;
}

for (const file of process.argv.slice(2)) {
  for (const finding of findings(readFileSync(file, "utf8"))) {
    process.stdout.write([file, ...finding].join("\t") + "\n");
  }
}
