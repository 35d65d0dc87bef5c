package dev.parka.dockerfile;

import static java.util.stream.Collectors.joining;

import dev.parka.runtime.strip.ImageStrip;
import dev.parka.runtime.strip.StripKind;
import dev.parka.runtime.strip.StripPlan;
import dev.parka.runtime.strip.UnwantedFiles;
import java.util.ArrayList;
import java.util.List;

/**
 * What is left out of a run-time image, as far as portable shell can do it: files go, links between
 * notices become an index. Native files stay as they are.
 */
final class StripCommands {

  /** What {@code dev.parka.runtime.strip.LegalNotices} does. */
  private static final String FOLD_NOTICES =
      """
      for notice in %1$s/legal/*/*; do \\
              [ ! -L "$notice" ] || { printf '%%s %%s\\n' "${notice#%1$s/legal/}" "$(readlink "$notice" \\
                  | sed 's|^[.][.]/||')" >> %1$s/legal/index && rm "$notice"; } || exit 1; \\
            done""";

  private final String image;
  private final List<String> paths = new ArrayList<>();
  private final List<String> others = new ArrayList<>();

  private StripCommands(String image) {
    this.image = image;
  }

  /** The commands, for a run-time image that lies in a directory. */
  static List<String> of(StripPlan plan, String image) {
    StripCommands commands = new StripCommands(image);
    for (ImageStrip strip : plan.fileStrips()) {
      strip.unwanted().forEach(commands::remove);
    }
    List<String> all = new ArrayList<>();
    if (!commands.paths.isEmpty()) {
      all.add(commands.paths.stream().collect(joining(" \\\n      ", "rm -rf \\\n      ", "")));
    }
    all.addAll(commands.others);
    if (plan.has(StripKind.LEGAL_NOTICES)) {
      all.add(FOLD_NOTICES.formatted(image));
      all.add("{ rmdir " + image + "/legal/* 2>/dev/null || :; }");
    }
    return all;
  }

  private void remove(UnwantedFiles files) {
    if (files instanceof UnwantedFiles.Named named) {
      named.paths().forEach(path -> paths.add(Escape.shell(image + "/" + path)));
    } else if (files instanceof UnwantedFiles.AllBut but) {
      String kept =
          but.kept().stream().map(name -> "! -name " + Escape.shell(name) + " ").collect(joining());
      others.add("find " + image + "/" + but.directory() + " -type f " + kept + "-exec rm '{}' +");
    } else if (files instanceof UnwantedFiles.Ending ending) {
      others.add(
          "find "
              + image
              + " -type f -name "
              + Escape.shell("*" + ending.suffix())
              + " -exec rm '{}' +");
    }
  }
}
