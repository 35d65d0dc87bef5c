package dev.parka.runtime.modules;

import dev.parka.runtime.classes.MemberReference;
import dev.parka.runtime.reach.Display;
import dev.parka.runtime.reach.Executed;
import dev.parka.runtime.reach.Use;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Decides which of the modules that there are reasons for are linked. A light one is, whatever the
 * reason: a missing module is a crash, and an extra one some kilobytes. A dear one, that makes the
 * image larger by {@link #DEAR} with all that it requires and nothing else does, has to be used by
 * code that can run.
 */
final class Thrift {

  /** Bytes in {@code lib/modules}; the smallest image has some 20 million there. */
  static final long DEAR = 1_572_864;

  private final ReachedApplication application;
  private final Evidence evidence;
  private final Findings findings;
  private final SignalTable signals;
  private final NavigableSet<ModuleName> linked = new TreeSet<>();
  private final NavigableSet<ModuleName> open = new TreeSet<>();

  private Thrift(ReachedApplication application, Findings findings, SignalTable signals) {
    this.application = application;
    this.evidence = application.inquiry().evidence();
    this.findings = findings;
    this.signals = signals;
  }

  /** The modules to link; what code uses the dear ones is added to the reasons. */
  static SortedSet<ModuleName> decide(
      ReachedApplication application, Findings findings, SignalTable signals) {
    Thrift thrift = new Thrift(application, findings, signals);
    for (Map.Entry<ModuleName, Weight> found : findings.best().entrySet()) {
      (found.getValue().isBinding() ? thrift.linked : thrift.open).add(found.getKey());
    }
    if (application.level() == InferenceLevel.SAFE) {
      thrift.linked.addAll(thrift.open);
      return thrift.linked;
    }
    thrift.linkLightOnes();
    if (!thrift.open.isEmpty()) {
      thrift.linkUsedOnes();
      thrift.linkLightOnes();
    }
    return thrift.linked;
  }

  /** Each one that is linked makes others lighter. */
  private void linkLightOnes() {
    boolean goesOn = true;
    while (goesOn) {
      SortedSet<ModuleName> closure = evidence.catalog().closure(linked);
      List<ModuleName> light = new ArrayList<>();
      for (ModuleName module : open) {
        Set<ModuleName> more = new HashSet<>(evidence.catalog().closure(Set.of(module)));
        more.removeAll(closure);
        if (evidence.catalog().bytes(more) < DEAR) {
          light.add(module);
        }
      }
      open.removeAll(light);
      goesOn = linked.addAll(light) && !open.isEmpty();
    }
  }

  /** Runs through the code as far as there is something to find out. */
  private void linkUsedOnes() {
    SortedMap<ModuleName, Weight> best = findings.best();
    if (isDecided(best)) {
      return;
    }
    Executed executed =
        application
            .methods()
            .until(
                (name, use) -> {
                  Optional<ModuleName> module = evidence.catalog().moduleOfInternal(name);
                  if (module.isPresent()) {
                    link(module.get(), name, use);
                  }
                  return isDecided(best);
                });
    if (open.isEmpty()) {
      return;
    }
    Set<ModuleName> shown = new TreeSet<>();
    for (Map.Entry<String, Executed.Code> code : executed.code().entrySet()) {
      shown.addAll(shown(evidence.isOwn(code.getKey()), code.getValue()));
    }
    shown.retainAll(open);
    linked.addAll(shown);
    open.removeAll(shown);
  }

  private boolean isDecided(SortedMap<ModuleName, Weight> best) {
    for (ModuleName module : open) {
      if (best.getOrDefault(module, Weight.STRING).canBeProven()) {
        return false;
      }
    }
    return true;
  }

  private void link(ModuleName module, String used, Use use) {
    if (open.remove(module)) {
      linked.add(module);
      findings.add(module, Weight.CODE, 0, used, () -> Chains.text(use, used));
      linkLightOnes();
    }
  }

  /** The modules that signals in code show, and the names in the application's own. */
  private Set<ModuleName> shown(boolean own, Executed.Code code) {
    Set<ModuleName> shown = new HashSet<>();
    if (isLookedAt(code.types())) {
      Set<String> members = new HashSet<>();
      for (MemberReference member : code.members()) {
        members.add(member.owner() + "." + member.name());
      }
      Facts facts = new Facts(code.types(), members, code.strings());
      for (Signal signal : signals.signals()) {
        if (signal.isTrusted(own) && signal.isSeenIn(facts)) {
          shown.addAll(signal.modules());
        }
      }
    }
    if (own) {
      for (String text : code.strings()) {
        String name = text.replace('.', '/');
        if (!Display.isNeededForNamed(name)) {
          Optional<ModuleName> module = evidence.moduleOf(name);
          if (module.isPresent()) {
            shown.add(module.get());
          }
        }
      }
    }
    return shown;
  }

  private boolean isLookedAt(Set<String> classes) {
    for (String name : classes) {
      if (signals.looksAt(name)) {
        return true;
      }
    }
    return false;
  }
}
