package dev.perfbudget.junit;

import dev.perfbudget.agent.discovery.BenchmarkScanner;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;

/** Whether a class is any business of this engine: it has benchmarks, or a budget that somebody expects to be kept. */
final class Claim {

    private static final String BENCHMARK_IN_CLASS_FILE = "Lorg/openjdk/jmh/annotations/Benchmark;";

    private Claim() {}

    static boolean holds(Class<?> type) {
        if (type.isInterface() || Modifier.isAbstract(type.getModifiers()) || type.isPrimitive() || type.isArray()) {
            return false;
        }
        try {
            return BenchmarkScanner.hasBenchmarks(type) || Budgets.standOn(type);
        } catch (LinkageError | TypeNotPresentException incomplete) {
            // Not to be told by reflection, and other engines' classes may lack a library as well.
            return mentionsBenchmark(type);
        }
    }

    private static boolean mentionsBenchmark(Class<?> type) {
        var file = type.getName().substring(type.getName().lastIndexOf('.') + 1) + ".class";
        try (var content = type.getResourceAsStream(file)) {
            return content != null
                    && new String(content.readAllBytes(), StandardCharsets.ISO_8859_1)
                            .contains(BENCHMARK_IN_CLASS_FILE);
        } catch (IOException unreadable) {
            return false;
        }
    }
}
