package dev.perfbudget.maven.doctor;

import dev.perfbudget.runner.doctor.Finding;
import dev.perfbudget.runner.doctor.Rule;
import dev.perfbudget.runner.doctor.Spoils;
import java.util.List;

/** Whether Surefire runs what failed again until it passes, which would turn a verdict into the luckiest of several. */
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
        return module
                .surefire()
                .text("rerunFailingTestsCount", "surefire.rerunFailingTestsCount")
                .filter(count -> !count.equals("0"))
                .map(count -> module.isLeftToSurefire()
                        ? new Finding(
                                Spoils.ALL,
                                "Surefire runs failed tests again until they pass [rerunFailingTestsCount " + count
                                        + "], and so benchmarks that it measures.",
                                "Take that out, or bind the goal measure: suspects are confirmed by fresh forks.")
                        : Finding.information(
                                "Surefire runs failed tests again until they pass [rerunFailingTestsCount " + count
                                        + "].",
                                "Nothing to do for the goal measure, which confirms suspects by fresh forks."))
                .stream()
                .toList();
    }
}
