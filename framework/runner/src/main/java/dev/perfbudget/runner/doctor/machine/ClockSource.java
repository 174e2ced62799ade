package dev.perfbudget.runner.doctor.machine;

import dev.perfbudget.runner.doctor.Finding;
import dev.perfbudget.runner.doctor.Rule;
import dev.perfbudget.runner.doctor.Spoils;
import java.util.List;
import java.util.Set;

/** Which clock the kernel reads: some are read without a system call, others take a microsecond each time. */
record ClockSource(SystemFiles files) implements Rule {

    private static final String CURRENT = "sys/devices/system/clocksource/clocksource0/current_clocksource";
    private static final Set<String> QUICK = Set.of(
            "tsc", "kvm-clock", "arch_sys_counter", "hyperv_clocksource_tsc_page", "timebase", "riscv_clocksource");

    @Override
    public String name() {
        return "clock source";
    }

    @Override
    public Spoils spoils() {
        return Spoils.ALL;
    }

    @Override
    public List<Finding> look() {
        var current = files.text(CURRENT);
        if (current.isEmpty()) {
            return List.of(Finding.unknown(
                    "There is no [/" + CURRENT + "] to read.", "The rule [clock] has tried what the clock is worth."));
        }
        return current.filter(QUICK::contains).isPresent()
                ? List.of()
                : List.of(new Finding(
                        Spoils.ALL,
                        "The kernel's clock is [%s], which takes a system call to read: short operations and percentiles are of the clock."
                                .formatted(current.get()),
                        "Have it use the processor's: boot with clocksource=tsc, or ask who runs the host."));
    }
}
