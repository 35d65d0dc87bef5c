package dev.parka.runtime.rootfs;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.parka.runtime.tree.Content;
import dev.parka.runtime.tree.FileEntry;
import dev.parka.runtime.tree.ImagePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The data of apk (apk-package(5)): one file, whose paragraphs tell of a package and its files. An
 * image gets the paragraphs of those that files were copied of, as they stand; a licence is a field
 * of them.
 */
final class ApkData implements PackageData {

  private static final ImagePath INSTALLED = new ImagePath("/lib/apk/db/installed");
  private static final Pattern PARAGRAPH_END = Pattern.compile("\n\n+");
  private static final int FILE_MODE = 0644;

  private final Map<SystemPackage, String> paragraphs;

  private ApkData(Map<SystemPackage, String> paragraphs) {
    this.paragraphs = paragraphs;
  }

  static Optional<PackageData> of(HostRoot root) throws IOException {
    Optional<Path> found = root.find(INSTALLED.value()).filter(Files::isRegularFile);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Map<SystemPackage, String> paragraphs = new LinkedHashMap<>();
    for (String paragraph : PARAGRAPH_END.split(Files.readString(found.get(), ISO_8859_1), -1)) {
      Map<Character, String> fields = new HashMap<>();
      paragraph.lines().filter(ApkData::isField).forEach(line -> put(line, fields));
      if (fields.containsKey('P') && fields.containsKey('V')) {
        paragraphs.put(
            new SystemPackage(
                fields.getOrDefault('P', ""),
                fields.getOrDefault('V', ""),
                fields.getOrDefault('A', "")),
            paragraph.strip());
      }
    }
    return Optional.of(new ApkData(paragraphs));
  }

  @Override
  public Map<String, SystemPackage> owners(Set<String> paths) {
    Map<String, String> wanted = new HashMap<>();
    paths.forEach(path -> PackageData.aliases(path).forEach(alias -> wanted.put(alias, path)));
    Map<String, SystemPackage> owners = new HashMap<>();
    paragraphs.forEach(
        (owner, paragraph) -> {
          for (String file : files(paragraph)) {
            String path = wanted.get(file);
            if (path != null) {
              owners.putIfAbsent(path, owner);
            }
          }
        });
    return owners;
  }

  /** A directory is named once, before the files in it. */
  private static List<String> files(String paragraph) {
    List<String> files = new ArrayList<>();
    String directory = "/";
    for (String line : paragraph.lines().filter(ApkData::isField).toList()) {
      if (line.startsWith("F:")) {
        directory = line.length() == 2 ? "/" : "/" + line.substring(2) + "/";
      } else if (line.startsWith("R:")) {
        files.add(directory + line.substring(2));
      }
    }
    return files;
  }

  @Override
  public List<FileEntry> files(Map<SystemPackage, List<CopiedFile>> copied) {
    StringBuilder text = new StringBuilder();
    paragraphs.forEach(
        (one, paragraph) -> {
          if (copied.containsKey(one)) {
            text.append(paragraph).append("\n\n");
          }
        });
    if (text.isEmpty()) {
      return List.of();
    }
    return List.of(
        new FileEntry.RegularFile(
            INSTALLED, FILE_MODE, Content.of(text.toString().getBytes(ISO_8859_1))));
  }

  private static boolean isField(String line) {
    return line.length() >= 2 && line.charAt(1) == ':';
  }

  private static void put(String line, Map<Character, String> fields) {
    fields.putIfAbsent(line.charAt(0), line.substring(2));
  }
}
