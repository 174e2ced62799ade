/**
 * The rules about a machine: its processors and how fast they run, who else uses them, memory, clocks, power.
 *
 * <p>They read what Linux tells in {@code /proc} and {@code /sys}, below a root that tests replace. Elsewhere, and where a
 * file is missing, they say that they cannot tell. {@link dev.perfbudget.runner.doctor.machine.MachineRules} has all of
 * them.
 */
@NullMarked
package dev.perfbudget.runner.doctor.machine;

import org.jspecify.annotations.NullMarked;
