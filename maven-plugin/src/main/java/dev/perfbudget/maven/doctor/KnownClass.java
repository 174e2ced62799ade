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
import java.util.Set;
import java.util.TreeMap;

/**
 * As much of the environment class of coming runs as is known before any fork is started: machine, JDK with its collector,
 * and JMH.
 *
 * @param facts that define it, by the names that they have in runs
 */
public record KnownClass(Map<String, String> facts) {

    private static final List<String> OF_JVM = List.of("java.vm.name", "java.vm.version", "java.vendor", "gc");
    /** What only a fork can tell, or a setting says. */
    private static final Set<String> NOT_KNOWN = Set.of("effort", "heap.max", "jvm.flags");
    /** What the JVM of tests has otherwise, in which ordinary ones are measured. */
    private static final Set<String> OF_FORKS = Set.of("gc", "jmh.version");

    private static final String UNKNOWN = "unknown";

    public KnownClass {
        facts = Map.copyOf(facts);
    }

    /**
     * That of this machine with a JVM; empty if the machine cannot be read. Takes half a second.
     *
     * @param jmh its version, if the module has it
     */
    public static Optional<KnownClass> ofThisMachine(JvmProperties jvm, Optional<String> jmh) {
        try {
            return Optional.of(of(new MachineReader(Path.of("/"), System.getenv()).read(), jvm, jmh));
        } catch (RuntimeException | LinkageError unreadable) {
            return Optional.empty();
        }
    }

    static KnownClass of(Machine machine, JvmProperties jvm, Optional<String> jmh) {
        var told = new HashMap<String, String>();
        OF_JVM.forEach(name -> jvm.value(name).ifPresent(value -> told.put(name, value)));
        var facts = new TreeMap<>(new EnvironmentFacts(jmh.orElse(UNKNOWN), Optional.of(machine), UNKNOWN)
                .of(told)
                .defining());
        facts.keySet().removeAll(NOT_KNOWN);
        facts.values().removeIf(UNKNOWN::equals);
        return new KnownClass(facts);
    }

    /** What is otherwise in an environment class: {@code cpu.model is [A] there, [B] here}. */
    List<String> differences(Map<String, String> environment) {
        var isInPlace = environment.containsKey(EnvironmentFacts.ASSERTIONS);
        return new TreeMap<>(facts)
                .entrySet().stream()
                        .filter(fact -> !isInPlace || !OF_FORKS.contains(fact.getKey()))
                        .filter(fact -> !fact.getValue().equals(environment.get(fact.getKey())))
                        .map(fact -> fact.getKey() + " is [" + environment.getOrDefault(fact.getKey(), "unknown")
                                + "] there, [" + fact.getValue() + "] here")
                        .toList();
    }
}
