package dev.parka.verify.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShellCommandTest {

  private static final Map<String, String> IMAGE =
      Map.of("JAVA_OPTS", "-Xmx128m -XX:+UseSerialGC", "JAR", "app.jar");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "exec java $JAVA_OPTS -jar app.jar|exec,java,-Xmx128m,-XX:+UseSerialGC,-jar,app.jar",
        "/opt/java/bin/java -jar /app/${JAR}|/opt/java/bin/java,-jar,/app/app.jar",
        "java -Xmx${HEAP:-64m} App|java,-Xmx64m,App",
        "java $OPTS -jar app.jar|java,$OPTS,-jar,app.jar",
        "java -jar app.jar; echo $?|java,-jar,app.jar",
        "java -jar app.jar > /log|java,-jar,app.jar"
      })
  void readsTheCommandThatStartsJava(String script, String words) {
    ShellCommand found = find(script).orElseThrow();
    assertThat(String.join(",", found.words())).isEqualTo(words);
    assertThat(found.isFirst()).isTrue();
  }

  @Test
  void tellsWhatRunsAfterSomethingElse() {
    ShellCommand found = find("cd /srv && exec java -jar app.jar").orElseThrow();
    assertThat(found.words()).containsExactly("exec", "java", "-jar", "app.jar");
    assertThat(found.isFirst()).isFalse();
  }

  @Test
  void findsNothingWhereJavaIsNotNamed() {
    assertThat(find("exec /app/start.sh")).isEmpty();
  }

  private static Optional<ShellCommand> find(String script) {
    return ShellCommand.find(script, "java", name -> Optional.ofNullable(IMAGE.get(name)));
  }
}
