package dev.perfbudget.runner.doctor.machine;

import dev.perfbudget.runner.doctor.Finding;
import dev.perfbudget.runner.doctor.Rule;
import dev.perfbudget.runner.doctor.Spoils;
import java.util.List;

/** Whether hardware threads share cores, so that a neighbour slows what runs on the other half. */
record SimultaneousThreads(SystemFiles files) implements Rule {

    private static final String ACTIVE = "sys/devices/system/cpu/smt/active";
    private static final String CURE =
            "Switch them off while measuring: echo off | sudo tee /sys/devices/system/cpu/smt/control";

    @Override
    public String name() {
        return "SMT";
    }

    @Override
    public Spoils spoils() {
        return Spoils.STORED;
    }

    @Override
    public List<Finding> look() {
        return files.text(ACTIVE)
                .map(SimultaneousThreads::found)
                .orElseGet(() -> List.of(Finding.unknown("There is no [/" + ACTIVE + "] to read.", CURE)));
    }

    private static List<Finding> found(String active) {
        return active.equals("1")
                ? List.of(new Finding(
                        Spoils.STORED,
                        "Hardware threads share cores [1 in /" + ACTIVE
                                + "]: a neighbour on the same core slows a fork.",
                        CURE))
                : List.of();
    }
}
