package dev.perfbudget.report;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.perfbudget.model.Run;
import dev.perfbudget.model.SuiteVerdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;

/**
 * Verdicts as JUnit XML, in the schema of Surefire's reports that CI servers know: a file for each benchmark class, a
 * test for each benchmark. Names of tests stay the same from build to build, so that servers can follow them.
 */
public final class JunitXml {

    private static final String BEGINNING = "TEST-";
    private static final String END = ".xml";

    private JunitXml() {}

    /**
     * Writes the files of a suite; those of an earlier one are deleted.
     *
     * @param directory made if need be
     * @param runs those that the verdict was made from
     */
    public static void write(Path directory, SuiteVerdict suite, List<Run> runs) throws IOException {
        Files.createDirectories(directory);
        try (var earlier = Files.newDirectoryStream(directory, BEGINNING + "*" + END)) {
            for (var file : earlier) {
                Files.delete(file);
            }
        }
        var environment = environment(runs);
        for (var ofClass : byClass(suite, runs).entrySet()) {
            write(
                    directory.resolve(fileName(ofClass.getKey())),
                    new TestSuite(ofClass.getKey(), ofClass.getValue(), environment));
        }
    }

    private static void write(Path file, TestSuite suite) throws IOException {
        try (var writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            suite.write(writer);
        } catch (XMLStreamException unwritable) {
            throw new IOException("Cannot write verdicts to [" + file + "]: " + unwritable.getMessage(), unwritable);
        }
    }

    private static Map<String, List<TestCase>> byClass(SuiteVerdict suite, List<Run> runs) {
        return Stream.of(
                        suite.benchmarks().stream().map(benchmark -> TestCase.of(benchmark, runs)),
                        suite.gone().stream().map(TestCase::gone),
                        TestCase.ofSuite(suite).stream())
                .flatMap(cases -> cases)
                .collect(groupingBy(TestCase::className, TreeMap::new, toList()));
    }

    private static Map<String, String> environment(List<Run> runs) {
        return runs.stream()
                .map(run -> run.environment().defining())
                .flatMap(facts -> facts.entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, JunitXml::both, TreeMap::new));
    }

    private static String both(String one, String other) {
        return one.equals(other) ? one : one + ", " + other;
    }

    private static String fileName(String className) {
        return BEGINNING + className.replaceAll("[^\\p{L}\\p{N}._$-]", "_") + END;
    }
}
