package dev.parka.runtime.modules;

import dev.parka.runtime.Printable;
import dev.parka.runtime.classes.ApplicationSource;
import dev.parka.runtime.classes.BadClassFileException;
import dev.parka.runtime.classes.ClassDefinition;
import dev.parka.runtime.classes.MemberReference;
import dev.parka.runtime.classes.SourceFile;
import dev.parka.runtime.reach.ReachedClass;
import dev.parka.runtime.reach.Reference;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a class does may need modules that it does not refer to. */
final class SignalRule implements ModuleRule {

  private final SignalTable table;

  SignalRule(SignalTable table) {
    this.table = table;
  }

  @Override
  public void apply(Evidence evidence, Findings findings) {
    for (Signal signal : table.signals()) {
      addFiles(signal, evidence, findings);
    }
    boolean[] lookedAt = lookedAt(evidence.reached().references());
    for (ReachedClass user : evidence.reached().classes()) {
      Set<String> classes = classes(user, lookedAt);
      if (!classes.isEmpty() || hasTextOfInterest(user)) {
        Facts facts = new Facts(classes, members(user, classes, evidence), strings(user));
        for (Signal signal : table.signals()) {
          if (signal.isSeenIn(facts)) {
            add(signal, user, evidence, findings);
          }
        }
      }
    }
  }

  private static void addFiles(Signal signal, Evidence evidence, Findings findings) {
    if (signal.conditions().get(0) instanceof Condition.OfFile wanted) {
      for (ApplicationSource source : evidence.application().sources()) {
        for (SourceFile file : source.documents()) {
          if (wanted.name().matches(file.name())) {
            String text = file.name() + " of " + source.name() + " " + signal.why();
            signal.modules().stream()
                .filter(evidence.catalog()::has)
                .forEach(module -> findings.add(module, Weight.SIGNAL, Printable.of(text)));
          }
        }
      }
    }
  }

  private static void add(Signal signal, ReachedClass user, Evidence evidence, Findings findings) {
    for (ModuleName module : signal.modules()) {
      if (evidence.catalog().has(module)) {
        findings.add(
            module,
            signal.isTrusted(evidence.isOwn(user.name())) ? Weight.SIGNAL : Weight.HINT,
            user.step().depth(),
            user.name() + " " + signal.why(),
            () -> Chains.text(evidence, user) + " " + signal.why());
      }
    }
  }

  private boolean hasTextOfInterest(ReachedClass user) {
    for (String text : user.strings()) {
      if (table.looksAtText(text)) {
        return true;
      }
    }
    return false;
  }

  private boolean[] lookedAt(List<Reference> references) {
    boolean[] lookedAt = new boolean[references.size()];
    for (int i = 0; i < lookedAt.length; i++) {
      lookedAt[i] = table.looksAt(references.get(i).name());
    }
    return lookedAt;
  }

  /** The classes that a class refers to and that any signal looks at: most have none. */
  private static Set<String> classes(ReachedClass user, boolean[] lookedAt) {
    Set<String> classes = Set.of();
    for (Reference reference : user.references()) {
      if (lookedAt[reference.number()]) {
        classes = classes.isEmpty() ? new HashSet<>() : classes;
        classes.add(reference.name());
      }
    }
    return classes;
  }

  private static Set<String> members(ReachedClass user, Set<String> owners, Evidence evidence) {
    if (owners.isEmpty()) {
      return Set.of();
    }
    Set<String> members = new HashSet<>();
    for (ClassDefinition definition : user.definitions()) {
      try {
        for (MemberReference member : definition.file().members(owners::contains)) {
          members.add(member.owner() + "." + member.name());
        }
      } catch (BadClassFileException e) {
        evidence.application().damaged(definition, e);
      }
    }
    return members;
  }

  private Set<String> strings(ReachedClass user) {
    Set<String> strings = new HashSet<>();
    for (String text : user.strings()) {
      if (table.isOfInterest(text)) {
        strings.add(text);
      }
    }
    return strings;
  }
}
