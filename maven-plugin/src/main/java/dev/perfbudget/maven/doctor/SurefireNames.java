package dev.perfbudget.maven.doctor;

import dev.perfbudget.runner.doctor.Finding;
import dev.perfbudget.runner.doctor.Rule;
import dev.perfbudget.runner.doctor.Spoils;
import java.util.List;

/** Whether Surefire's patterns pass the names of classes with benchmarks to any engine; the plugin's goals look for annotations. */
record SurefireNames(ExaminedModule module) implements Rule {

    private static final List<String> USUAL =
            List.of("**/Test*.java", "**/*Test.java", "**/*Tests.java", "**/*TestCase.java");

    @Override
    public String name() {
        return "names for Surefire";
    }

    @Override
    public Spoils spoils() {
        return Spoils.NOTHING;
    }

    @Override
    public List<Finding> look() {
        var configured = module.surefire().texts("includes");
        var patterns = configured.isEmpty() ? USUAL : configured;
        if (!patterns.stream().map(SurefirePattern::new).allMatch(SurefirePattern::isReadable)) {
            return List.of(Finding.unknown(
                    "Surefire's patterns " + patterns + " are not of the kind that is read here.",
                    "Nothing to do for the plugin's goals, which look for annotations."));
        }
        var missed = module.measured().keySet().stream()
                .filter(name -> patterns.stream().map(SurefirePattern::new).noneMatch(pattern -> pattern.matches(name)))
                .sorted()
                .toList();
        return missed.isEmpty()
                ? List.of()
                : List.of(Finding.information(
                        "Surefire passes over " + missed + ", which match none of its patterns " + patterns + ".",
                        "Nothing to do: the plugin's goals find them by annotation; mvn test -Dtest=… names one."));
    }
}
