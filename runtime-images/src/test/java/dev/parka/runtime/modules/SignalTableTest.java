package dev.parka.runtime.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parka.runtime.classes.BadClassFileException;
import dev.parka.runtime.classes.ClassFile;
import dev.parka.runtime.classes.ClassFileReader;
import dev.parka.runtime.classes.ClassMember;
import dev.parka.runtime.jdk.Jdk;
import dev.parka.runtime.jdk.TestJdks;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever {@code signals.txt} names is in a JDK that it names it for. */
class SignalTableTest {

  private static final List<ModuleCatalog> CATALOGS = new ArrayList<>();

  @BeforeAll
  static void open() throws IOException {
    for (Jdk jdk : TestJdks.all()) {
      CATALOGS.add(ModuleCatalog.open(jdk));
    }
  }

  @AfterAll
  static void close() {
    CATALOGS.forEach(ModuleCatalog::close);
  }

  @Test
  void namesModulesThatThereAre() {
    needsOldAndNew();
    check((signal, catalog) -> signal.modules().stream().allMatch(catalog::has));
  }

  @Test
  void namesClassesAndMembersThatThereAre() {
    needsOldAndNew();
    for (int version : new int[] {17, 25}) {
      for (Signal signal : SignalTable.of(version).signals()) {
        for (Condition condition : signal.conditions()) {
          leaves(condition)
              .forEach(
                  leaf ->
                      assertThat(holding(signal))
                          .as(leaf.toString())
                          .anyMatch(catalog -> isThere(leaf, catalog)));
        }
      }
    }
  }

  @Test
  void saysWhatEverySignalTells() {
    for (Signal signal : SignalTable.of(17).signals()) {
      assertThat(signal.why()).isNotBlank().doesNotEndWith(".");
      assertThat(signal.modules()).isNotEmpty();
      assertThat(signal.conditions()).isNotEmpty();
      for (Condition condition : signal.conditions()) {
        assertThat(condition).isNotEqualTo(new Condition.Any(List.of()));
      }
    }
  }

  @Test
  void holdsForTheVersionsThatItSays() {
    ModuleName curves = new ModuleName("jdk.crypto.ec");
    assertThat(modules(17)).contains(curves);
    assertThat(modules(21)).contains(curves);
    assertThat(modules(22)).doesNotContain(curves);
    assertThat(modules(16)).doesNotContain(new ModuleName("jdk.random"));
    assertThat(modules(17)).contains(new ModuleName("jdk.random"));
  }

  @Test
  void looksAtEveryClassThatCouldTellSomething() {
    SignalTable table = SignalTable.of(17);
    assertThat(table.looksAt("javax/net/ssl/SSLContext")).isTrue();
    assertThat(table.looksAt("java/util/Locale")).isTrue();
    assertThat(table.looksAt("java/util/ArrayList")).isFalse();
    assertThat(table.looksAt("com/sun/tools/javac/api/JavacTool")).isTrue();
    assertThat(table.looksAt("javax/net/sslx/A")).isFalse();
    assertThat(table.looksAt("javax")).isFalse();
    assertThat(table.looksAtText("dns://localhost")).isTrue();
    assertThat(table.looksAtText("GSSAPI")).isTrue();
    assertThat(table.looksAtText("hello")).isFalse();
  }

  private interface Check {
    boolean passes(Signal signal, ModuleCatalog catalog);
  }

  private static void check(Check check) {
    for (int version : new int[] {17, 25}) {
      for (Signal signal : SignalTable.of(version).signals()) {
        assertThat(holding(signal))
            .as(signal.toString())
            .anyMatch(catalog -> check.passes(signal, catalog));
      }
    }
  }

  private static void needsOldAndNew() {
    Set<Integer> versions = new TreeSet<>();
    CATALOGS.forEach(catalog -> versions.add(catalog.jdk().featureVersion()));
    assumeTrue(versions.containsAll(Set.of(17, 25)), "only JDKs " + versions + " in /usr/lib/jvm");
  }

  private static List<ModuleCatalog> holding(Signal signal) {
    return CATALOGS.stream()
        .filter(catalog -> catalog.jdk().featureVersion() >= signal.from())
        .filter(catalog -> catalog.jdk().featureVersion() <= signal.to())
        .toList();
  }

  private static Stream<Condition> leaves(Condition condition) {
    return condition instanceof Condition.Any any
        ? any.conditions().stream().flatMap(SignalTableTest::leaves)
        : Stream.of(condition);
  }

  private static boolean isThere(Condition condition, ModuleCatalog catalog) {
    if (condition instanceof Condition.OfClass used) {
      return used.name().isPrefix()
          ? hasPackage(catalog, used.name().text())
          : catalog.moduleOfInternal(used.name().text()).isPresent();
    }
    if (condition instanceof Condition.OfMember used) {
      String text = used.name().text();
      int dot = text.lastIndexOf('.');
      return hasMember(
          catalog, text.substring(0, dot), text.substring(dot + 1), used.name().isPrefix());
    }
    if (condition instanceof Condition.OfText has) {
      String text = has.text().text();
      if (!has.text().isPrefix() && text.matches("com\\.sun\\..*\\.[A-Z]\\w+")) {
        return catalog.moduleOf(text).isPresent();
      }
      if (has.text().isPrefix() && text.matches("com\\.sun\\..*\\.")) {
        return catalog.modules().values().stream()
            .flatMap(module -> module.packages().stream())
            .anyMatch(name -> (name + ".").startsWith(text));
      }
    }
    return true;
  }

  private static boolean hasPackage(ModuleCatalog catalog, String prefix) {
    assertThat(prefix).endsWith("/");
    String name = prefix.substring(0, prefix.length() - 1).replace('/', '.');
    return catalog.modules().values().stream().anyMatch(m -> m.packages().contains(name));
  }

  private static boolean hasMember(
      ModuleCatalog catalog, String className, String member, boolean isPrefix) {
    Optional<byte[]> bytes = catalog.classFile(className.replace('.', '/'));
    if (bytes.isEmpty()) {
      return false;
    }
    try {
      ClassFile file = new ClassFileReader(0xffff).read(bytes.orElseThrow());
      return Stream.concat(file.fields().stream(), file.methods().stream())
              .map(ClassMember::name)
              .anyMatch(name -> isPrefix ? name.startsWith(member) : name.equals(member))
          || file.interfaces().stream()
              .anyMatch(parent -> hasMember(catalog, parent, member, isPrefix));
    } catch (BadClassFileException e) {
      throw new AssertionError(className, e);
    }
  }

  private static Set<ModuleName> modules(int version) {
    Set<ModuleName> modules = new TreeSet<>();
    SignalTable.of(version).signals().forEach(signal -> modules.addAll(signal.modules()));
    return modules;
  }
}
