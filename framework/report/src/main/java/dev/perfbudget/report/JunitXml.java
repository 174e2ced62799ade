package dev.perfbudget.report;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.perfbudget.model.Run;
import dev.perfbudget.model.SuiteVerdict;
import java.io.IOException;
import java.io.Writer;
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

    private JunitXml() {}

    /**
     * Writes the files of a suite, or none of them; those of an earlier one are replaced.
     *
     * @param directory made if need be
     * @param runs those that the verdict was made from
     */
    public static void write(Path directory, SuiteVerdict suite, List<Run> runs) throws IOException {
        var environment = environment(runs);
        var files = new JunitFiles();
        try (var folder = StagedFolder.of(directory)) {
            for (var ofClass : byClass(suite, runs).entrySet()) {
                var tests = new TestSuite(ofClass.getKey(), ofClass.getValue(), environment);
                folder.write(files.of(ofClass.getKey()), out -> write(tests, out));
            }
            folder.publish("", JunitFiles::isOne);
        }
    }

    private static void write(TestSuite tests, Writer out) throws IOException {
        try {
            tests.write(out);
        } catch (XMLStreamException unwritable) {
            throw new IOException(
                    "Cannot write the verdicts on [" + tests.name() + "]: " + unwritable.getMessage(), unwritable);
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
}
