package dev.perfbudget.runner.environment;

import dev.perfbudget.model.Environment;
import dev.perfbudget.model.Fork;
import dev.perfbudget.runner.machine.Machine;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Makes the environment of a run.
 *
 * @param jmhVersion on the side's class path; in place there is none
 * @param machine absent if it could not be read
 * @param effort of the run: {@code gate, iterations of 100 ms}
 */
public record EnvironmentFacts(String jmhVersion, Optional<Machine> machine, String effort) {

    private static final String UNKNOWN = "unknown";

    /** Told only by test JVMs that measure in place: forks have them as their benchmark asks. */
    private static final String ASSERTIONS = "assertions";

    /** A benchmark may ask for a JVM of its own; the class of the run is that of most forks. */
    public Environment of(Collection<Fork> forks) {
        var defining = new TreeMap<String, String>();
        var descriptive = new TreeMap<String, String>();
        machine.ifPresentOrElse(
                known -> describe(known, defining, descriptive), () -> defining.put("cpu.model", UNKNOWN));
        defining.put("jmh.version", jmhVersion);
        defining.put("effort", effort);
        defining.put(
                "jdk.build", most(forks, fork -> fact(fork, "java.vm.name") + " " + fact(fork, "java.vm.version")));
        defining.put("jdk.vendor", most(forks, fork -> fact(fork, "java.vendor")));
        defining.put("gc", most(forks, fork -> fact(fork, "gc")));
        defining.put("heap.max", most(forks, fork -> megabytes(fact(fork, "heap.max"))));
        defining.put("jvm.flags", most(forks, EnvironmentFacts::flags));
        if (forks.stream().anyMatch(fork -> fork.jvm().containsKey(ASSERTIONS))) {
            defining.put(ASSERTIONS, most(forks, fork -> fact(fork, ASSERTIONS)));
        }
        descriptive.put("java.version", most(forks, fork -> fact(fork, "java.version")));
        descriptive.put("java.home", most(forks, fork -> fact(fork, "java.home")));
        return new Environment(defining, descriptive);
    }

    private static void describe(Machine machine, Map<String, String> defining, Map<String, String> descriptive) {
        defining.put("cpu.model", machine.cpuModel());
        defining.put("cpu.logical", String.valueOf(machine.logicalProcessors()));
        defining.put(
                "cpu.quota",
                machine.cpuQuota()
                        .map(quota -> String.format(Locale.ROOT, "%.2f processors", quota))
                        .orElse("none"));
        defining.put("cpu.smt", machine.hasSmt() ? "on" : "off");
        defining.put("memory.class", MemoryClass.of(machine.memoryBytes()));
        defining.put("kernel.major", machine.kernel().replaceFirst("(\\s\\d+).*", "$1"));
        defining.put("container", machine.container().orElse("none"));
        descriptive.put("cpu.physical", String.valueOf(machine.physicalProcessors()));
        descriptive.put("memory.bytes", String.valueOf(machine.memoryBytes()));
        descriptive.put("kernel", machine.kernel());
    }

    /** What most forks say; of equally many the first in the alphabet. */
    private static String most(Collection<Fork> forks, Function<Fork, String> fact) {
        return forks.stream()
                .collect(Collectors.groupingBy(fact, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Comparator.comparingLong(Map.Entry<String, Long>::getValue)
                        .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .orElse(UNKNOWN);
    }

    private static String fact(Fork fork, String name) {
        return fork.jvm().getOrDefault(name, UNKNOWN);
    }

    /** Without JMH's compiler hints, which change with every benchmark that is added anywhere. */
    private static String flags(Fork fork) {
        return fact(fork, "jvm.arguments")
                .lines()
                .filter(argument -> !argument.startsWith("-XX:CompileCommandFile="))
                .collect(Collectors.joining(" "));
    }

    private static String megabytes(String bytes) {
        return bytes.matches("[0-9]{1,18}") ? (Long.parseLong(bytes) >> 20) + " MB" : bytes;
    }
}
