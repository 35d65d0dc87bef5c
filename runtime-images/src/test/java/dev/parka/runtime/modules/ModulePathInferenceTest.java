package dev.parka.runtime.modules;

import static dev.parka.runtime.modules.Inferring.names;
import static dev.parka.runtime.modules.Inferring.reasons;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parka.runtime.classes.ApplicationModule;
import dev.parka.runtime.classes.ClassName;
import dev.parka.runtime.classes.ModulePath;
import dev.parka.runtime.testing.Compiled;
import dev.parka.runtime.testing.Descriptors;
import dev.parka.runtime.testing.Jars;
import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.module.ResolvedModule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModulePathInferenceTest {

  private static final String JDK = "JDK " + Inferring.RUNNING.version();
  private static final String MAIN =
      "public class App { public static void main(String[] a) throws Exception {";

  @TempDir private Path folder;
  private Path mods;

  @BeforeEach
  void makeFolder() throws IOException {
    mods = Files.createDirectories(folder.resolve("mods"));
  }

  @Test
  void linksWhatModulesRequireAndWhatTheirClassesNeed() throws IOException {
    app(
        Descriptors.module("com.acme.app")
            .requires("com.acme.lib", "java.sql", "java.desktop")
            .requiresStatic("java.compiler")
            .requiresStatic("org.nowhere"),
        "package p; " + MAIN + " Class.forName(\"java.rmi.Remote\"); } }");
    jar("lib", Descriptors.module("com.acme.lib").requires("java.naming"), Map.of());
    jar("unused", Descriptors.module("com.acme.unused").requires("java.scripting"), Map.of());

    RootModules modules = infer();

    assertThat(names(modules))
        .containsExactly("java.base", "java.desktop", "java.naming", "java.rmi", "java.sql");
    assertThat(reasons(modules, "java.sql")).containsExactly("com.acme.app requires java.sql");
    assertThat(reasons(modules, "java.naming"))
        .containsExactly("com.acme.lib requires java.naming");
    assertThat(reasons(modules, "java.rmi"))
        .containsExactly("p.App → the name java.rmi.Remote (app.jar)");
  }

  @Test
  void reachesProvidersOfUsedServices() throws IOException {
    Map<String, byte[]> service =
        Compiled.of(
            "package s; public interface Service {}",
            "package q; public class Provider implements s.Service {"
                + " java.util.logging.Logger used; }",
            "package p; " + MAIN + " java.util.ServiceLoader.load(s.Service.class); } }");
    jar(
        "app",
        Descriptors.module("com.acme.app").requires("api").uses("s.Service"),
        Map.of("p/App.class", service.get("p/App.class")));
    jar(
        "api",
        Descriptors.module("api"),
        Map.of("s/Service.class", service.get("s/Service.class")));
    jar(
        "provider",
        Descriptors.module("provider").requires("api").provides("s.Service", "q.Provider"),
        Map.of("q/Provider.class", service.get("q/Provider.class")));
    assertThat(reasons(infer(), "java.logging"))
        .containsExactly(
            "p.App → [service] q.Provider → java.util.logging.Logger" + " (provider.jar)");
  }

  @Test
  void resolvesAsTheJdkDoes() throws IOException {
    app(
        Descriptors.module("com.acme.app").requires("a", "api").uses("s.Service"),
        "package p; class B {}");
    jar("a", Descriptors.module("a").requires("auto"), Map.of());
    jar("auto", null, Map.of());
    jar("auto-two", null, Map.of());
    jar(
        "provider",
        Descriptors.module("provider").requires("api", "deep").provides("s.Service", "q.Provider"),
        Map.of("q/Provider.class", new byte[0]));
    jar("api", Descriptors.module("api").exports("s"), Map.of("s/Service.class", new byte[0]));
    jar(
        "deep",
        Descriptors.module("deep").provides("java.nio.file.spi.FileSystemProvider", "d.D"),
        Map.of("d/D.class", new byte[0]));
    jar(
        "zip",
        Descriptors.module("zip").provides("java.nio.file.spi.FileSystemProvider", "z.Z"),
        Map.of("z/Z.class", new byte[0]));
    jar(
        "unused",
        Descriptors.module("unused").provides("u.Other", "u.U"),
        Map.of("u/U.class", new byte[0]));

    List<String> resolved =
        resolve("com.acme.app").modules().stream().map(ApplicationModule::moduleName).toList();

    Configuration ofJdk =
        Configuration.resolveAndBind(
            ModuleFinder.ofSystem(),
            List.of(Configuration.empty()),
            ModuleFinder.of(mods),
            Set.of("com.acme.app", "java.base"));
    assertThat(resolved)
        .containsExactlyElementsOf(
            ofJdk.modules().stream()
                .map(ResolvedModule::name)
                .filter(name -> !name.startsWith("java.") && !name.startsWith("jdk."))
                .sorted()
                .toList());
    assertThat(resolved).contains("zip", "auto.two").doesNotContain("unused");
  }

  @Test
  void addModulesAddsRoots() throws IOException {
    app(Descriptors.module("com.acme.app"), "package p; class B {}");
    jar("more", Descriptors.module("more").requires("java.sql"), Map.of());
    ModulePath path = new ModulePath(List.of(mods));

    for (String flag : List.of("--add-modules=more", "--add-modules=ALL-MODULE-PATH")) {
      ResolvedModules resolved =
          ResolvedModules.of(
              path, new ModuleName("com.acme.app"), Inferring.RUNNING, List.of(flag));
      RootModules modules =
          new ReferenceInference()
              .infer(
                  new InferenceRequest(
                      Inferring.RUNNING,
                      resolved.sources(),
                      resolved.mainClass(),
                      Inferring.flags(flag)));
      assertThat(names(modules)).containsExactly("java.base", "java.sql");
    }
  }

  @Test
  void refusesToExcludeWhatAModuleRequires() throws IOException {
    app(Descriptors.module("com.acme.app").requires("java.sql"), "package p; class B {}");

    assertThatThrownBy(
            () ->
                new ReferenceInference()
                    .infer(
                        new InferenceRequest(
                            Inferring.RUNNING,
                            resolve("com.acme.app").sources(),
                            Optional.empty(),
                            Inferring.exclude("java.sql"))))
        .hasMessage(
            "[ExcludedModuleRequired] java.sql is excluded, but required by com.acme.app;"
                + " keep java.sql");
  }

  // FAULTS 26
  @Test
  void saysWhichModuleMayHaveBeenMeant() throws IOException {
    app(
        Descriptors.module("com.acme.app").requires("com.acme.lbi", "java.sqll", "org.nowhere"),
        "package p; class B {}");
    jar("lib", Descriptors.module("com.acme.lib"), Map.of());

    String nowhere = ", which is neither on the module path nor in " + JDK + "; ";
    assertThatThrownBy(() -> resolve("com.acme.app"))
        .hasMessage(
            "[UnknownModule] com.acme.app requires com.acme.lbi"
                + nowhere
                + "did you mean com.acme.lib or com.acme.app?\n"
                + "[UnknownModule] com.acme.app requires java.sqll"
                + nowhere
                + "did you mean java.sql?\n"
                + "[UnknownModule] com.acme.app requires org.nowhere"
                + nowhere
                + "add the jar that has it to the module path");
    assertThatThrownBy(() -> resolve("com.acme.ap"))
        .hasMessage(
            "[UnknownModule] the module com.acme.ap is to be started, but is not on the module"
                + " path; did you mean com.acme.app?");
  }

  // FAULTS 29, 30
  @Test
  void refusesTwoModulesOfOneName() throws IOException {
    app(Descriptors.module("com.acme.app"), "package p; class B {}");
    jar("com.acme.app-1.2", null, Map.of());
    jar("lib-1.0", null, Map.of());
    jar("lib-2.0", null, Map.of());

    assertThatThrownBy(() -> resolve("com.acme.app"))
        .hasMessage(
            "[DuplicateModule] the module com.acme.app is in %s/app.jar and in".formatted(mods)
                + " %s/com.acme.app-1.2.jar; keep one of them on the module path\n".formatted(mods)
                + "[DuplicateModule] the module lib is in %1$s/lib-1.0.jar and in %1$s/lib-2.0.jar;"
                    .formatted(mods)
                + " keep one of them on the module path");
  }

  // FAULTS 28
  @Test
  void refusesPackagesThatTwoModulesHave() throws IOException {
    app(Descriptors.module("com.acme.app").requires("lib"), "package p; class B {}");
    jar("lib", Descriptors.module("lib"), Compiled.of("package p; class C {}"));
    jar("unused", Descriptors.module("unused"), Compiled.of("package p; class D {}"));

    assertThatThrownBy(() -> resolve("com.acme.app"))
        .hasMessage(
            ("[SplitPackage] the package p is in the modules com.acme.app (%1$s/app.jar) and lib"
                    + " (%1$s/lib.jar); keep it in one of them, or put the jars on the class path")
                .formatted(mods));
  }

  // FAULTS 28
  @Test
  void saysNothingOfSharedPackagesOnAClassPath() {
    assertThat(
            Inferring.infer(
                    Descriptors.module("a").with(Compiled.of("package p; class A {}")).source("a"),
                    Descriptors.module("b").with(Compiled.of("package p; class B {}")).source("b"))
                .warnings())
        .isEmpty();
  }

  @Test
  void startsTheModuleThatHasTheMainClass() throws IOException {
    jar("lib", Descriptors.module("com.acme.lib"), Compiled.of("package q; class Lib {}"));
    app(
        Descriptors.module("com.acme.app").requires("com.acme.lib"),
        "package p; public class App {}");
    ModulePath path = new ModulePath(List.of(mods));

    assertThat(
            ResolvedModules.launching(path, new ClassName("p.App"), Inferring.RUNNING, List.of()))
        .get()
        .returns("com.acme.app", resolved -> resolved.root().moduleName())
        .returns(2, resolved -> resolved.modules().size());
    assertThat(
            ResolvedModules.launching(path, new ClassName("x.App"), Inferring.RUNNING, List.of()))
        .isEmpty();
  }

  private void app(Descriptors descriptor, String source) throws IOException {
    jar("app", descriptor, Compiled.of(source));
  }

  private void jar(String name, @Nullable Descriptors descriptor, Map<String, byte[]> files)
      throws IOException {
    Jars.Entries entries = descriptor == null ? Jars.entries() : descriptor.with(Map.of());
    entries.text("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\r\n\r\n");
    files.forEach(entries::bytes);
    entries.jar(mods.resolve(name + ".jar"));
  }

  private ResolvedModules resolve(String root) {
    return ResolvedModules.of(
        new ModulePath(List.of(mods)), new ModuleName(root), Inferring.RUNNING, List.of());
  }

  private RootModules infer() {
    return new ReferenceInference()
        .infer(
            new InferenceRequest(
                Inferring.RUNNING,
                resolve("com.acme.app").sources(),
                Optional.of(new ClassName("p.App")),
                InferenceRequest.Wishes.NONE));
  }
}
