package dev.perfbudget.maven.doctor;

import dev.perfbudget.runner.doctor.jvm.JvmProperties;
import dev.perfbudget.runner.environment.EnvironmentFacts;
import dev.perfbudget.runner.machine.Machine;
import dev.perfbudget.runner.machine.MachineReader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * As much of the environment class of coming runs as is known before any fork is started: machine and JDK.
 *
 * @param facts that define it, by the names that they have in runs
 */
public record KnownClass(Map<String, String> facts) {

    private static final List<String> OF_JVM = List.of("java.vm.name", "java.vm.version", "java.vendor");
    /** What only a fork can tell, or a setting says. */
    private static final List<String> NOT_KNOWN = List.of("effort", "gc", "heap.max", "jvm.flags", "jmh.version");

    public KnownClass {
        facts = Map.copyOf(facts);
    }

    /** That of this machine with a JVM; empty if the machine cannot be read. Takes half a second. */
    public static Optional<KnownClass> ofThisMachine(JvmProperties jvm) {
        try {
            return Optional.of(of(new MachineReader(Path.of("/"), System.getenv()).read(), jvm));
        } catch (RuntimeException | LinkageError unreadable) {
            return Optional.empty();
        }
    }

    static KnownClass of(Machine machine, JvmProperties jvm) {
        var told = new HashMap<String, String>();
        OF_JVM.forEach(name -> jvm.value(name).ifPresent(value -> told.put(name, value)));
        var facts = new TreeMap<>(
                new EnvironmentFacts("", Optional.of(machine), "").of(told).defining());
        facts.keySet().removeAll(NOT_KNOWN);
        return new KnownClass(facts);
    }

    /** What is otherwise in an environment class: {@code cpu.model is [A] there, [B] here}. */
    List<String> differences(Map<String, String> environment) {
        return new TreeMap<>(facts)
                .entrySet().stream()
                        .filter(fact -> !fact.getValue().equals(environment.get(fact.getKey())))
                        .map(fact -> fact.getKey() + " is [" + environment.getOrDefault(fact.getKey(), "unknown")
                                + "] there, [" + fact.getValue() + "] here")
                        .toList();
    }
}
