package dev.perfbudget.maven;

import io.github.classgraph.AnnotationEnumValue;
import io.github.classgraph.AnnotationInfo;
import io.github.classgraph.ClassInfo;
import io.github.classgraph.MethodInfo;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * In which modes JMH runs the benchmarks of a class, by their short labels, as its class file tells.
 *
 * @param lineage the class and its superclasses, in this order
 */
record JmhModes(List<ClassInfo> lineage) {

    private static final String MODE = "org.openjdk.jmh.annotations.BenchmarkMode";
    private static final List<String> ALL = List.of("thrpt", "avgt", "sample", "ss");

    JmhModes {
        lineage = List.copyOf(lineage);
    }

    /** What stands at the method, else at the nearest class, else JMH's own. */
    List<String> of(MethodInfo method) {
        return Stream.concat(
                        Stream.ofNullable(method.getAnnotationInfo(MODE)),
                        lineage.stream().flatMap(type -> declared(type).stream()))
                .findFirst()
                .map(JmhModes::labels)
                .orElse(List.of("thrpt"));
    }

    private static Optional<AnnotationInfo> declared(ClassInfo type) {
        return Optional.ofNullable(type.getAnnotationInfo(MODE));
    }

    private static List<String> labels(AnnotationInfo annotation) {
        return annotation.getParameterValues().getValue("value") instanceof Object[] values
                ? Stream.of(values)
                        .map(value -> ((AnnotationEnumValue) value).getValueName())
                        .flatMap(name -> labels(name).stream())
                        .distinct()
                        .toList()
                : List.of();
    }

    private static List<String> labels(String mode) {
        return switch (mode) {
            case "AverageTime" -> List.of("avgt");
            case "SampleTime" -> List.of("sample");
            case "SingleShotTime" -> List.of("ss");
            case "All" -> ALL;
            default -> List.of("thrpt");
        };
    }
}
