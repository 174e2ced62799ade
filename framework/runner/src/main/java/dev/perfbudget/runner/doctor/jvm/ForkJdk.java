package dev.perfbudget.runner.doctor.jvm;

import dev.perfbudget.runner.doctor.Finding;
import dev.perfbudget.runner.doctor.Rule;
import dev.perfbudget.runner.doctor.Spoils;
import java.util.List;
import java.util.Optional;

/** Whether forks can be started at all, on a Java that is new enough and finished. */
record ForkJdk(JvmProperties jvm) implements Rule {

    private static final int OLDEST = 17;

    @Override
    public String name() {
        return "JDK of the forks";
    }

    @Override
    public Spoils spoils() {
        return Spoils.MEASURING;
    }

    @Override
    public List<Finding> look() {
        if (!jvm.isKnown()) {
            return List.of(new Finding(
                    Spoils.MEASURING,
                    "[" + jvm.java() + "] cannot be started.",
                    "Name a JDK of Java " + OLDEST + " or later that runs on this machine."));
        }
        var version = jvm.text("java.version");
        var feature = feature();
        if (feature.isEmpty()) {
            return List.of(Finding.unknown(
                    "The version [" + version + "] of [" + jvm.java() + "] cannot be read.",
                    "PerfBudget needs Java " + OLDEST + " or later."));
        }
        if (feature.get() < OLDEST) {
            return List.of(new Finding(
                    Spoils.MEASURING,
                    "[" + jvm.java() + "] is Java [" + version + "], and PerfBudget needs " + OLDEST + " or later.",
                    "Name another JDK."));
        }
        return version.endsWith("-ea") || version.contains("-ea.")
                ? List.of(new Finding(
                        Spoils.STORED,
                        "Java [" + version + "] is not finished, and its next build may be faster or slower.",
                        "Measure on a release."))
                : List.of();
    }

    private Optional<Integer> feature() {
        return jvm.value("java.specification.version")
                .map(version -> version.replaceFirst("^1\\.", ""))
                .filter(version -> version.matches("[0-9]{1,4}"))
                .map(Integer::valueOf);
    }
}
