package dev.perfbudget.maven.doctor;

import dev.perfbudget.runner.doctor.Finding;
import dev.perfbudget.runner.doctor.Rule;
import dev.perfbudget.runner.doctor.Spoils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

/** Whether other tests run beside benchmarks that Surefire runs. */
record ParallelTests(ExaminedModule module) implements Rule {

    private static final String PARALLEL = "junit.jupiter.execution.parallel.enabled";

    @Override
    public String name() {
        return "parallel tests";
    }

    @Override
    public Spoils spoils() {
        return Spoils.STORED;
    }

    @Override
    public List<Finding> look() {
        var reasons = Stream.of(forkCount(), parallel(), jupiter())
                .flatMap(Optional::stream)
                .toList();
        if (reasons.isEmpty()) {
            return List.of();
        }
        return List.of(
                module.isLeftToSurefire()
                        ? new Finding(
                                Spoils.STORED,
                                "Tests run at the same time " + reasons
                                        + ", also beside benchmarks that Surefire measures.",
                                "Bind the goal measure, which runs when tests have ended.")
                        : Finding.information(
                                "Tests run at the same time " + reasons + ".",
                                "Nothing to do for the goal measure, which runs when they have ended; benchmarks exclude each"
                                        + " other anyway."));
    }

    private Optional<String> forkCount() {
        return module.surefire()
                .text("forkCount", "forkCount")
                .filter(count -> !Set.of("0", "1").contains(count))
                .map(count -> "forkCount " + count);
    }

    private Optional<String> parallel() {
        return module.surefire()
                .text("parallel", "parallel")
                .filter(what -> !what.equals("none"))
                .map(what -> "parallel " + what);
    }

    private Optional<String> jupiter() {
        var file = Path.of(module.project().getBuild().getTestOutputDirectory(), "junit-platform.properties");
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException | IllegalArgumentException unreadable) {
            return Optional.of("perhaps, for " + file + " cannot be read");
        }
        return "true".equals(properties.getProperty(PARALLEL)) ? Optional.of(PARALLEL) : Optional.empty();
    }
}
