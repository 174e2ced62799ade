package dev.perfbudget.cli;

import dev.perfbudget.protocol.Side;
import dev.perfbudget.runner.doctor.Finding;
import dev.perfbudget.runner.doctor.Rule;
import dev.perfbudget.runner.doctor.Spoils;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether JMH finds benchmarks on a class path, and all of them can be measured: a JVM is started there and asked.
 *
 * @param javaHome the JDK of that JVM
 */
record BenchmarksOnClassPath(ClassPath classPath, Path javaHome) implements Rule {

    private static final String CURE =
            "Build it cleanly, with jmh-generator-annprocess among the annotation processors.";

    @Override
    public String name() {
        return "benchmarks on the class path";
    }

    @Override
    public Spoils spoils() {
        return Spoils.MEASURING;
    }

    @Override
    public List<Finding> look() {
        try (var agent = new AgentJar()) {
            var here = Path.of("").toAbsolutePath().toString();
            var side = new Side(javaHome.toString(), classPath.behind(agent.path()), here);
            return found(Inventory.of("class path", side, List.of(), agent.directory()));
        } catch (BadInputException unusable) {
            return List.of(new Finding(Spoils.MEASURING, String.valueOf(unusable.getMessage()), CURE));
        } catch (IOException broken) {
            return List.of(Finding.unknown("The class path could not be asked: " + broken, CURE));
        }
    }

    /** With some that can be measured, others spoil no more than the whole. */
    private static List<Finding> found(Inventory inventory) {
        var problems = new ArrayList<String>();
        inventory.check(List.of(), problems);
        return problems.stream()
                .map(problem -> new Finding(inventory.all().isEmpty() ? Spoils.MEASURING : Spoils.ALL, problem, CURE))
                .toList();
    }
}
