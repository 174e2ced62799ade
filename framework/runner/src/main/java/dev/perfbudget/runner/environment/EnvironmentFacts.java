package dev.perfbudget.runner.environment;

import dev.perfbudget.model.Environment;
import dev.perfbudget.runner.machine.Machine;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Makes the environment of a run.
 *
 * @param jmhVersion on the side's class path; in place there is none
 * @param machine absent if it could not be read
 * @param effort of the run: {@code gate, iterations of 100 ms}
 */
public record EnvironmentFacts(String jmhVersion, Optional<Machine> machine, String effort) {

    /** The fact that says how much is measured. */
    public static final String EFFORT = "effort";

    private static final String UNKNOWN = "unknown";
    private static final String TWICE = UNKNOWN + " " + UNKNOWN;

    /** Told only by test JVMs that measure in place: forks have them as their benchmark asks. */
    public static final String ASSERTIONS = "assertions";

    /**
     * The environment of runs on a JVM.
     *
     * @param jvm facts of a JVM of the side as it is without what a benchmark asks for: which benchmarks a run has must
     *     not change its class. What a benchmark asks for belongs to its workload
     */
    public Environment of(Map<String, String> jvm) {
        var defining = new TreeMap<String, String>();
        var descriptive = new TreeMap<String, String>();
        machine.ifPresentOrElse(
                known -> describe(known, defining, descriptive), () -> defining.put("cpu.model", UNKNOWN));
        defining.put("jmh.version", jmhVersion);
        defining.put(EFFORT, effort);
        defining.put(
                "jdk.build", (fact(jvm, "java.vm.name") + " " + fact(jvm, "java.vm.version")).replace(TWICE, UNKNOWN));
        defining.put("jdk.vendor", fact(jvm, "java.vendor"));
        defining.put("gc", fact(jvm, "gc"));
        defining.put("heap.max", rounded(fact(jvm, "heap.max")));
        defining.put("jvm.flags", flags(jvm));
        Optional.ofNullable(jvm.get(ASSERTIONS)).ifPresent(known -> defining.put(ASSERTIONS, known));
        descriptive.put("java.version", fact(jvm, "java.version"));
        descriptive.put("java.home", fact(jvm, "java.home"));
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

    private static String fact(Map<String, String> jvm, String name) {
        return jvm.getOrDefault(name, UNKNOWN);
    }

    /** Without JMH's compiler hints, which change with every benchmark that is added anywhere. */
    private static String flags(Map<String, String> jvm) {
        return fact(jvm, "jvm.arguments")
                .lines()
                .filter(argument -> !argument.startsWith("-XX:CompileCommandFile="))
                .collect(Collectors.joining(" "));
    }

    /** By default it follows the memory of the machine, of which two of one kind have not the very same. */
    private static String rounded(String bytes) {
        return bytes.matches("[0-9]{1,18}") ? MemoryClass.of(Long.parseLong(bytes)) : bytes;
    }
}
