package dev.parka.dockerfile;

import dev.parka.plan.ImageFiles;
import dev.parka.plan.ImagePlan;
import java.util.ArrayList;
import java.util.List;

/**
 * Commands that take an executable jar apart as a build without a daemon does: a jar of the
 * classes, with what the manifest says of them, and the other jars beside it, in the order of its
 * index. The JDK's own {@code jar} does the work, which every such jar is the same to.
 *
 * @param plan what image is made
 * @param context where the jar is
 * @param nested what is where in it
 */
record UnpackCommands(ImagePlan plan, BuildContext context, NestedFolders nested) {

  /** Where the jar is before it is taken apart. */
  static final String JARS = "/jars";

  private static final String UNPACKED = "/unpacked";
  private static final String MANIFEST = "/manifest";

  /** What only the compiler needs, though some build tools pack it. */
  private static final String ANNOTATION = "dev/parka/annotations/ContainerImage.class";

  /** The main section but for what the launcher alone reads; a line goes on after a space. */
  private static final String COPY_MANIFEST =
      """
      while IFS= read -r line; do \\
              case $line in \\
                ' '*) ;; \\
                Spring-Boot-*|Start-Class:*|Main-Class:*) keep=no;; \\
                [A-Za-z0-9]*) keep=yes;; \\
                *) break;; \\
              esac; \\
              [ "$keep" = no ] || printf '%%s\\n' "$line"; \\
            done < META-INF/MANIFEST.MF > %1$s""";

  private static final String COPY_JARS =
      """
      { printf '%%s\\n"%%s' -cp %2$s \\
            && { sed -n 's|^- "%1$s/\\(.*\\)"$|\\1|p' */classpath.idx 2>/dev/null; \\
              find %1$s -type f | sed 's|.*/||' | sort; } \\
            | while read -r name; do \\
                [ -f "%1$s/$name" ] || continue; \\
                jar=%3$s/$(printf '%%s\\n' "$name" | sed 's|[^A-Za-z0-9._+@-]|_|g'); \\
                [ ! -e "$jar" ] && cp "%1$s/$name" "$jar" && rm "%1$s/$name" \\
                  && printf ':%%s' "$jar" || exit 1; \\
              done""";

  private static final String OTHER_JARS =
      " \\\n      && for jar in %1$s/*.jar; do \\\n          [ -e \"$jar\" ] || continue; \\\n"
          + "          to=%2$s/${jar##*/}; \\\n          [ ! -e \"$to\" ] && cp \"$jar\" \"$to\""
          + " && printf ':%%s' \"$to\" || exit 1; \\\n        done";

  List<String> all() {
    ImageFiles files = context.files(plan);
    String mainClass = plan.config().process().mainClass();
    List<String> commands = new ArrayList<>();
    commands.add("export LC_ALL=C");
    commands.add(
        "mkdir -p %1$s/%2$s %1$s/%3$s %4$s"
            .formatted(UNPACKED, nested.classes(), nested.libraries(), files.libraries()));
    commands.add("cd " + UNPACKED);
    commands.add("jar -xf " + JARS + "/" + files.jar().fileName());
    commands.add(COPY_MANIFEST.formatted(MANIFEST));
    commands.add(
        "jar --create --file=%s --manifest=%s --main-class=%s -C %s ."
            .formatted(files.jar(), MANIFEST, Escape.shell(mainClass), nested.classes()));
    commands.add(
        "find %s -type f -exec grep -qF %s '{}' ';' -exec rm '{}' ';'"
            .formatted(nested.libraries(), ANNOTATION));
    commands.add(
        COPY_JARS.formatted(nested.libraries(), files.jar(), files.libraries())
            + others(files)
            + " \\\n      && printf '\"\\n'; } > "
            + files.classPathFile());
    commands.add("chmod -R u=rwX,go=rX " + files.application());
    return commands;
  }

  /** Jars that lay beside it come after those that lay in it. */
  private String others(ImageFiles files) {
    if (context.libraries().isEmpty()) {
      return "";
    }
    String from = JARS + "/" + files.libraries().fileName();
    return OTHER_JARS.formatted(from, files.libraries());
  }
}
