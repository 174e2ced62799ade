package dev.perfbudget.maven.doctor;

import dev.perfbudget.runner.doctor.Finding;
import dev.perfbudget.runner.doctor.Rule;
import dev.perfbudget.runner.doctor.Spoils;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether the compiler runs JMH's annotation processor, which plain JMH needs and PerfBudget does not.
 *
 * @param jdk the feature version of the JDK that compiles
 */
record AnnotationProcessing(ExaminedModule module, int jdk) implements Rule {

    private static final String COMPILER = "org.apache.maven.plugins:maven-compiler-plugin";
    private static final String PROCESSOR = "jmh-generator-annprocess";
    private static final int OFF_BY_DEFAULT = 23;
    private static final String CURE = "Nothing to do: PerfBudget generates what is missing by itself. Plain JMH needs "
            + PROCESSOR + " among <annotationProcessorPaths>, or <proc>full</proc>.";

    @Override
    public String name() {
        return "annotation processing";
    }

    @Override
    public Spoils spoils() {
        return Spoils.NOTHING;
    }

    @Override
    public List<Finding> look() {
        return module.benchmarks().isEmpty()
                ? List.of()
                : whyNot(module.plugin(COMPILER)).stream()
                        .map(reason -> Finding.information(reason, CURE))
                        .toList();
    }

    private Optional<String> whyNot(Configuration compiler) {
        if (isOff(compiler)) {
            return Optional.of("The compiler runs no annotation processors [proc none].");
        }
        if (compiler.has("annotationProcessorPaths")) {
            var paths = compiler.texts("annotationProcessorPaths");
            return paths.contains(PROCESSOR)
                    ? Optional.empty()
                    : Optional.of("<annotationProcessorPaths> names other processors only " + paths + ".");
        }
        if (!module.versions().containsKey("org.openjdk.jmh:" + PROCESSOR)) {
            return Optional.of("JMH's annotation processor [" + PROCESSOR + "] is not on the class path.");
        }
        return jdk < OFF_BY_DEFAULT || isOn(compiler)
                ? Optional.empty()
                : Optional.of("Java [" + jdk + "] runs processors of the class path only if it is told to.");
    }

    private static boolean isOff(Configuration compiler) {
        return compiler.text("proc", "maven.compiler.proc")
                        .filter("none"::equals)
                        .isPresent()
                || arguments(compiler).anyMatch("-proc:none"::equals);
    }

    private static boolean isOn(Configuration compiler) {
        return compiler.text("proc", "maven.compiler.proc").isPresent()
                || compiler.has("annotationProcessors")
                || arguments(compiler).anyMatch("-proc:full"::equals);
    }

    private static Stream<String> arguments(Configuration compiler) {
        return Stream.concat(compiler.texts("compilerArgs").stream(), compiler.texts("compilerArgument").stream());
    }
}
