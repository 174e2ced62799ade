package dev.perfbudget.runner.doctor.jvm;

import dev.perfbudget.runner.doctor.Finding;
import dev.perfbudget.runner.doctor.Rule;
import dev.perfbudget.runner.doctor.Spoils;
import java.util.List;

/** Whether forks run in 64 bits, as production does. */
record WordSize(JvmProperties jvm) implements Rule {

    private static final String MODEL = "sun.arch.data.model";

    @Override
    public String name() {
        return "64 bits";
    }

    @Override
    public Spoils spoils() {
        return Spoils.ALL;
    }

    @Override
    public List<Finding> look() {
        return jvm.value(MODEL)
                .map(WordSize::found)
                .orElseGet(() -> List.of(Finding.unknown(
                        "The JVM does not tell how many bits it has [no " + MODEL + "].",
                        "java -version says [64-Bit] if it has 64.")));
    }

    private static List<Finding> found(String bits) {
        return bits.equals("64")
                ? List.of()
                : List.of(new Finding(
                        Spoils.ALL,
                        "The JVM has [" + bits + "] bits: other compilers, other object sizes than in production.",
                        "Install a JDK of 64 bits."));
    }
}
