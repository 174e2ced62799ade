package dev.perfbudget.runner.doctor.jvm;

import dev.perfbudget.runner.doctor.Finding;
import dev.perfbudget.runner.doctor.Rule;
import dev.perfbudget.runner.doctor.Spoils;
import java.util.ArrayList;
import java.util.List;

/** Whether the JVM is one that production runs on: optimising, and not built to look for its own defects. */
record KindOfJvm(JvmProperties jvm) implements Rule {

    private static final String NAME = "java.vm.name";
    private static final String MODE = "java.vm.info";
    private static final String BUILD = "jdk.debug";
    private static final String CURE = "Measure on the JVM, and with the options, that production has.";

    @Override
    public String name() {
        return "kind of JVM";
    }

    @Override
    public Spoils spoils() {
        return Spoils.ALL;
    }

    @Override
    public List<Finding> look() {
        var findings = new ArrayList<Finding>();
        if (jvm.text(NAME).matches(".*(Client|Minimal|Zero) VM.*")) {
            findings.add(spoilt("The JVM is the [" + jvm.text(NAME) + "], which optimises little or nothing."));
        }
        if (jvm.text(MODE).contains("interpreted")) {
            findings.add(spoilt("The JVM compiles nothing [" + jvm.text(MODE) + "]."));
        }
        jvm.value(BUILD)
                .filter(build -> !build.equals("release"))
                .ifPresent(build -> findings.add(spoilt("The JVM is a debug build [" + build + "].")));
        if (jvm.value(NAME).isEmpty() || jvm.value(MODE).isEmpty()) {
            findings.add(Finding.unknown("The JVM does not tell what it is [no " + NAME + " or " + MODE + "].", CURE));
        }
        return findings;
    }

    private static Finding spoilt(String found) {
        return new Finding(Spoils.ALL, found, CURE);
    }
}
