// Reads Dockerfiles, one a line and percent-encoded, and answers each with a line: what dockerfile-ast, an
// outside parser, takes for its instructions. Instructions are parted by ';', their words by ','.
"use strict";
const { DockerfileParser } = require("dockerfile-ast");
const lines = require("readline").createInterface({ input: process.stdin });

function words(instruction) {
  if (instruction.getProperties) {
    return instruction.getProperties().flatMap((property) => [property.getName(), property.getValue()]);
  }
  const text = instruction.getArgumentsContent() || "";
  if (instruction.getKeyword() === "RUN") {
    return [text.replace(/\s+/g, " ")];
  }
  const array = /^((?:--\S+ )*(?:CMD )?)(\[.*\])$/s.exec(text);
  if (!array) {
    return [text];
  }
  const strings = JSON.parse(array[2]);
  return array[1] ? [array[1].trim(), ...strings] : strings;
}

lines.on("line", (line) => {
  const file = DockerfileParser.parse(decodeURIComponent(line));
  const directives = file.getDirectives().map((directive) => ["#" + directive.getName()]);
  const instructions = file.getInstructions().map((i) => [i.getKeyword(), ...words(i)]);
  const answer = [...directives, ...instructions].map((all) => all.map(encodeURIComponent).join(","));
  process.stdout.write(answer.join(";") + "\n");
});
