package dev.parka.dockerfile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same hostile values, read by a parser that knows nothing of Parka: npm's {@code
 * dockerfile-ast}. Every file has the instructions of its plan, in order, each with the plan's
 * words, and no parser directive. FAULTS 1 to 20.
 */
@Tag("engine")
@ExtendWith(NeedsJudges.class)
class OutsideParserTest {

  @TempDir private Path scratch;

  @Test
  void seesWhatThePlanSaysAndNothingElse() throws Exception {
    Random random = new Random(HostileValuesTest.SEED);
    List<String> values = new ArrayList<>();
    List<Dockerfile> files = new ArrayList<>();
    for (int i = 0; i < HostileValuesTest.VALUES; i++) {
      String attribute = HostileValuesTest.ATTRIBUTES.get(i % HostileValuesTest.ATTRIBUTES.size());
      String value = HostileValuesTest.value(random);
      HostileValuesTest.dockerfile(attribute, value)
          .ifPresent(
              dockerfile -> {
                values.add(attribute + " " + value);
                files.add(dockerfile);
              });
    }

    List<List<List<String>>> seen = parse(files.stream().map(Dockerfile::render).toList());

    assertThat(seen).hasSameSizeAs(files).hasSizeGreaterThan(HostileValuesTest.VALUES / 20);
    for (int i = 0; i < files.size(); i++) {
      assertThat(seen.get(i)).as(values.get(i)).isEqualTo(planned(files.get(i)));
    }
  }

  /** What an injection looks like to this judge. */
  @Test
  void wouldSeeAnInstructionMore() throws Exception {
    assertThat(parse(List.of("FROM a\nENV A=\"b\"\nRUN id\n", "# escape=`\nFROM a\n")))
        .containsExactly(
            List.of(List.of("FROM", "a"), List.of("ENV", "A", "b"), List.of("RUN", "id")),
            List.of(List.of("#escape"), List.of("FROM", "a")));
  }

  private List<List<List<String>>> parse(List<String> texts) throws Exception {
    Path in = scratch.resolve("in");
    Path out = scratch.resolve("out");
    Files.write(in, texts.stream().map(OutsideParserTest::encode).toList());
    NeedsJudges.run(
        NeedsJudges.node("parse.js", List.of())
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile()));
    return Files.readAllLines(out).stream().map(OutsideParserTest::instructions).toList();
  }

  private static List<List<String>> instructions(String line) {
    return Arrays.stream(line.split(";"))
        .map(words -> Arrays.stream(words.split(",", -1)).map(w -> URLDecoder.decode(w, UTF_8)))
        .map(Stream::toList)
        .toList();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }

  private static List<List<String>> planned(Dockerfile file) {
    return file.stages().stream()
        .flatMap(stage -> Stream.concat(Stream.of(stage.from()), stage.instructions().stream()))
        .map(OutsideParserTest::words)
        .toList();
  }

  private static List<String> words(Instruction instruction) {
    List<String> words = new ArrayList<>(List.of(keyword(instruction)));
    if (instruction instanceof Instruction.From from) {
      words.add(from.image() + from.stageName().map(name -> " AS " + name).orElse(""));
    } else if (instruction instanceof Instruction.Copy copy) {
      words.addAll(copy.sources());
      words.add(copy.destination());
    } else if (instruction instanceof Instruction.Run run) {
      String joined = String.join(" \\\n && ", run.commands());
      words.add(joined.replace("\\\n", "").replaceAll("\\s+", " "));
    } else if (instruction instanceof Instruction.Env env) {
      words.addAll(property(env.variable().name(), env.variable().value()));
    } else if (instruction instanceof Instruction.Label label) {
      words.addAll(property(label.label().key(), label.label().value()));
    } else if (instruction instanceof Instruction.Expose expose) {
      words.add(String.join(" ", expose.ports().stream().map(Object::toString).toList()));
    } else if (instruction instanceof Instruction.Volume volume) {
      volume.paths().forEach(path -> words.add(path.value()));
    } else if (instruction instanceof Instruction.Workdir workdir) {
      words.add(workdir.path().value());
    } else if (instruction instanceof Instruction.User user) {
      words.add(user.user().toString());
    } else if (instruction instanceof Instruction.Stopsignal stop) {
      words.add(stop.signal().toString());
    } else if (instruction instanceof Instruction.Healthcheck check) {
      words.add("CMD");
      words.addAll(check.probe().command());
    } else if (instruction instanceof Instruction.Entrypoint entrypoint) {
      words.addAll(entrypoint.command());
    } else if (instruction instanceof Instruction.Cmd cmd) {
      words.addAll(cmd.arguments());
    } else {
      throw new AssertionError("what are the words of " + instruction);
    }
    return words;
  }

  private static String keyword(Instruction instruction) {
    return instruction.getClass().getSimpleName().toUpperCase(Locale.ROOT);
  }

  /** The parser takes a backslash from a quote and from a backslash, and leaves it to a dollar. */
  private static List<String> property(String name, String value) {
    return List.of(name, value.replace("$", "\\$"));
  }
}
