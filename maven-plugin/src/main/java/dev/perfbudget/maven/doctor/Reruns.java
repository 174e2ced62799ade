package dev.perfbudget.maven.doctor;

import dev.perfbudget.runner.doctor.Finding;
import dev.perfbudget.runner.doctor.Rule;
import dev.perfbudget.runner.doctor.Spoils;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether Surefire or Failsafe runs what failed again until it passes, which would turn a verdict into the luckiest of several. */
record Reruns(ExaminedModule module) implements Rule {

    @Override
    public String name() {
        return "reruns";
    }

    @Override
    public Spoils spoils() {
        return Spoils.ALL;
    }

    @Override
    public List<Finding> look() {
        return Stream.concat(
                        count(module.surefire(), "surefire").map(count -> found("Surefire", count)).stream(),
                        count(module.failsafe(), "failsafe").map(count -> found("Failsafe", count)).stream())
                .toList();
    }

    private static Optional<String> count(Configuration tests, String prefix) {
        return tests.text("rerunFailingTestsCount", prefix + ".rerunFailingTestsCount")
                .filter(count -> count.matches("[1-9][0-9]*"));
    }

    private Finding found(String who, String count) {
        var found = who + " runs failed tests again until they pass [rerunFailingTestsCount " + count + "]";
        return module.isLeftToSurefire()
                ? new Finding(
                        Spoils.ALL,
                        found + ", and so benchmarks that it measures.",
                        "Take that out, or bind the goal measure: suspects are confirmed by fresh forks.")
                : Finding.information(
                        found + ".", "Nothing to do for the goal measure, which confirms suspects by fresh forks.");
    }
}
