package dev.perfbudget.protocol;

import java.util.List;

/**
 * What a test JVM asks of the runner.
 *
 * @param runId names the run's directory; given by the Maven plugin so that its {@code verify} finds this build's
 *     runs only, else made from time and process id
 * @param purpose measure, or call once
 * @param benchmarks all that is to be measured, in the order of discovery; never empty
 * @param variants all that the classes of these have, in whatever mode and with whatever parameters, asked for or not
 * @param candidate whose code runs, and where
 * @param against what it is compared with
 * @param moduleDirectory absolute path of the module: where {@code perfbudget/budgets.properties} is looked for
 * @param outputDirectory absolute path below which {@code runs/<runId>} is written
 * @param settings everything that was set from outside, strongest first: system properties, JUnit configuration
 *     parameters, POM
 * @param droppedJvmArguments JVM arguments of the test JVM that forks do not get: agents, debuggers, memory
 */
public record Plan(
        String runId,
        Purpose purpose,
        List<PlannedBenchmark> benchmarks,
        List<BenchmarkKey> variants,
        Side candidate,
        Against against,
        String moduleDirectory,
        String outputDirectory,
        List<Declaration> settings,
        List<String> droppedJvmArguments)
        implements ToRunner {

    public Plan {
        benchmarks = List.copyOf(benchmarks);
        variants = List.copyOf(variants);
        settings = List.copyOf(settings);
        droppedJvmArguments = List.copyOf(droppedJvmArguments);
    }

    /** Why benchmarks are run. */
    public enum Purpose {
        /** In JMH's forks, with a verdict. */
        MEASURE,
        /** Each benchmark once, unmeasured, so that it does not rot. */
        SMOKE
    }
}
