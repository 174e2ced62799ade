package dev.perfbudget.maven.doctor;

import dev.perfbudget.runner.doctor.Finding;
import dev.perfbudget.runner.doctor.Rule;
import dev.perfbudget.runner.doctor.Spoils;
import java.util.List;
import java.util.stream.Stream;

/** Whether Surefire's patterns pass the names of classes with benchmarks to any engine; the plugin's goals look for annotations. */
record SurefireNames(ExaminedModule module) implements Rule {

    private static final List<SurefirePattern> USUAL = Stream.of(
                    "**/Test*.java", "**/*Test.java", "**/*Tests.java", "**/*TestCase.java")
            .map(SurefirePattern::new)
            .toList();

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
        var configured = patterns("includes").toList();
        var excluding = Stream.concat(
                        configured.stream().filter(SurefirePattern::excludes).map(SurefirePattern::excluded),
                        patterns("excludes"))
                .toList();
        var named = configured.stream().filter(pattern -> !pattern.excludes()).toList();
        var including = named.isEmpty() ? USUAL : named;
        var patterns = Stream.concat(including.stream(), excluding.stream()).toList();
        if (!patterns.stream().allMatch(SurefirePattern::isReadable)) {
            return List.of(Finding.unknown(
                    "Surefire's patterns " + texts(patterns) + " are not of the kind that is read here.",
                    "Nothing to do for the plugin's goals, which look for annotations."));
        }
        var missed = module.measured().keySet().stream()
                .filter(name -> including.stream().noneMatch(pattern -> pattern.matches(name))
                        || excluding.stream().anyMatch(pattern -> pattern.matches(name)))
                .sorted()
                .toList();
        return missed.isEmpty()
                ? List.of()
                : List.of(Finding.information(
                        "Surefire passes over " + missed + ", by its patterns " + texts(including)
                                + (excluding.isEmpty() ? "" : " without " + texts(excluding)) + ".",
                        "Nothing to do: the plugin's goals find them by annotation; mvn test -Dtest=… names one."));
    }

    /** Each element may list several. */
    private Stream<SurefirePattern> patterns(String parameter) {
        return module.surefire().texts(parameter).stream()
                .flatMap(list -> Stream.of(list.split(",")))
                .map(String::strip)
                .filter(pattern -> !pattern.isEmpty())
                .map(SurefirePattern::new);
    }

    private static List<String> texts(List<SurefirePattern> patterns) {
        return patterns.stream().map(SurefirePattern::text).toList();
    }
}
