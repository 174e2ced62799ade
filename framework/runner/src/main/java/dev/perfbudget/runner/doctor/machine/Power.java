package dev.perfbudget.runner.doctor.machine;

import dev.perfbudget.runner.doctor.Finding;
import dev.perfbudget.runner.doctor.Rule;
import dev.perfbudget.runner.doctor.Spoils;
import java.util.List;

/** Whether the machine runs on a battery, which firmware and system save. */
record Power(SystemFiles files) implements Rule {

    private static final String SUPPLIES = "sys/class/power_supply";
    private static final String CURE = "Plug it in.";

    @Override
    public String name() {
        return "power";
    }

    @Override
    public Spoils spoils() {
        return Spoils.STORED;
    }

    @Override
    public List<Finding> look() {
        if (!files.has(SUPPLIES)) {
            return List.of(
                    Finding.unknown("There is no [/" + SUPPLIES + "] to read.", "If it is a laptop, plug it in."));
        }
        var states = files.texts(SUPPLIES, "BAT*", "status");
        if (states.size() < files.in(SUPPLIES, "BAT*").size()) {
            return List.of(Finding.unknown("A battery in [/" + SUPPLIES + "] does not tell its status.", CURE));
        }
        return states.contains("Discharging")
                ? List.of(new Finding(
                        Spoils.STORED,
                        "The machine runs on its battery [Discharging in /" + SUPPLIES + "], and saves it.",
                        CURE))
                : List.of();
    }
}
