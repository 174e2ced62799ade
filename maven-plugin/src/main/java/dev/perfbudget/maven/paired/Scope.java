package dev.perfbudget.maven.paired;

import java.util.Locale;

/** What an element of a class path is to its module. */
enum Scope {
    TEST_OUTPUT,
    MAIN_OUTPUT,
    COMPILE,
    RUNTIME,
    /** Provided, test, and whatever else is not needed to run the module elsewhere. */
    OTHER;

    /** Of a dependency. */
    static Scope of(String maven) {
        return switch (maven) {
            case "compile" -> COMPILE;
            case "runtime" -> RUNTIME;
            default -> OTHER;
        };
    }

    boolean isDependency() {
        return this != TEST_OUTPUT && this != MAIN_OUTPUT;
    }

    /** Whether who uses the module elsewhere gets it too. */
    boolean isNeededToRun() {
        return this == MAIN_OUTPUT || this == COMPILE || this == RUNTIME;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
