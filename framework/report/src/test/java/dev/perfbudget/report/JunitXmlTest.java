package dev.perfbudget.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.perfbudget.model.Outcome;
import dev.perfbudget.model.Policy;
import dev.perfbudget.model.Slowdown;
import dev.perfbudget.model.SuiteVerdict;
import dev.perfbudget.model.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** {@code junit/TEST-*.xml}: read by Jenkins, GitLab and actions of GitHub, which follow tests by their names. */
class JunitXmlTest {

    @TempDir
    private Path directory;

    @Test
    void has_a_file_for_each_class_and_a_test_for_each_benchmark() throws Exception {
        write(Suites.mixed());

        assertThat(files())
                .containsExactly(
                        "TEST-com.acme.shop.JsonBench.xml",
                        "TEST-com.acme.shop.LockBench.xml",
                        "TEST-com.acme.shop.SearchBench.xml",
                        "TEST-com.acme.shop.SortBench.xml");
        var suite = root("TEST-com.acme.shop.JsonBench.xml");
        assertThat(suite.getAttribute("name")).isEqualTo("com.acme.shop.JsonBench");
        assertThat(suite.getAttribute("tests")).isEqualTo("2");
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        assertThat(suite.getAttribute("errors")).isEqualTo("0");
        assertThat(elements(suite, "testcase"))
                .extracting(test -> test.getAttribute("name"))
                .containsExactly("parse [avgt]", "list{size=1000} [avgt]");
        assertThat(elements(suite, "testcase"))
                .extracting(test -> test.getAttribute("time"))
                .containsOnly("14.000");
    }

    @Test
    void says_of_a_broken_limit_what_the_console_says() throws Exception {
        write(Suites.mixed());

        var failure =
                elements(root("TEST-com.acme.shop.JsonBench.xml"), "failure").get(0);
        assertThat(failure.getAttribute("type")).isEqualTo("limit broken");
        assertThat(failure.getAttribute("message"))
                .startsWith("mean is 1.71 ms")
                .contains("limit 1 ms");
        assertThat(failure.getTextContent()).contains("limit 1 ms", "broken, grade E");
    }

    @Test
    void calls_what_was_not_measured_an_error_with_its_last_words() throws Exception {
        write(Suites.mixed());

        var suite = root("TEST-com.acme.shop.LockBench.xml");
        assertThat(suite.getAttribute("errors")).isEqualTo("1");
        var error = elements(suite, "error").get(0);
        assertThat(error.getAttribute("type")).isEqualTo("not measured");
        assertThat(error.getTextContent()).contains("No sign of life for [60 s]", "at com.acme.shop.LockBench.hang");
    }

    @Test
    void says_of_a_regression_by_how_much_and_calls_what_is_gone_an_error() throws Exception {
        JunitXml.write(directory, Beside.regressed(), List.of());

        var suite = root("TEST-com.acme.Bench.xml");
        assertThat(suite.getAttribute("tests")).isEqualTo("2");
        var failure = elements(suite, "failure").get(0);
        assertThat(failure.getAttribute("type")).isEqualTo("regressed");
        assertThat(failure.getAttribute("message")).startsWith("com.acme.Bench.run mean: regressed: ");
        assertThat(failure.getTextContent()).contains("% slower", "threshold 5 %");
        assertThat(elements(suite, "error").get(0).getAttribute("message"))
                .contains("in the baseline and is not there any more (deleted, renamed, or other parameters or mode)");
        assertThat(elements(suite, "testcase").get(1).getAttribute("name")).isEqualTo("gone mean [avgt]");
    }

    @Test
    void says_of_a_baseline_that_is_demanded_and_lacking_that_it_fails_for_that() throws Exception {
        var threshold = new Slowdown(0.05, "5%", "@PerfBudget on Bench.run");
        var lacking = Suites.verdict(
                Suites.id("com.acme.Bench.run", Map.of()),
                Outcome.FAILED,
                new Verdict.NoBaseline(Optional.of(threshold), List.of(), Optional.empty(), true));
        JunitXml.write(
                directory, new SuiteVerdict(Outcome.FAILED, Policy.WARN, List.of(lacking), List.of()), List.of());

        var failure = elements(root("TEST-com.acme.Bench.xml"), "failure").get(0);
        assertThat(failure.getAttribute("type")).isEqualTo("no baseline");
        assertThat(failure.getAttribute("message"))
                .startsWith("no baseline: the threshold slowdown 5%")
                .contains("fails by perfbudget.noBaseline=fail");
    }

    @Test
    void has_the_numbers_of_what_passes_and_the_environment() throws Exception {
        write(Suites.mixed());

        var suite = root("TEST-com.acme.shop.SearchBench.xml");
        assertThat(elements(suite, "system-out").get(0).getTextContent())
                .contains("p99 is 48.9 ms", "undecided", "score: 1.34 us (95 % sure between 1.21 us and 1.49 us");
        assertThat(elements(suite, "property"))
                .filteredOn(property -> property.getAttribute("name").equals("gc"))
                .extracting(property -> property.getAttribute("value"))
                .containsExactly("SerialGC");
    }

    private static Path schemaIn(Path place) throws IOException {
        try (var files = Files.walk(place)) {
            return files.filter(file -> file.toString().endsWith(".xsd"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Ours says what we write; that of Surefire, what others expect. */
    @ParameterizedTest
    @ValueSource(strings = {"src/test/resources/dev/perfbudget/report/junit-xml.xsd", "target/surefire-schema"})
    void is_valid_whatever_stands_in_the_texts(Path known) throws Exception {
        var schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(schemaIn(known).toFile());
        for (var suite : List.of(Suites.mixed(), Suites.hostile())) {
            write(suite);
            assertThat(files()).isNotEmpty();
            for (var file : files()) {
                schema.newValidator()
                        .validate(new StreamSource(directory.resolve(file).toFile()));
            }
        }
    }

    @Test
    void shows_that_something_is_missing_even_if_no_benchmark_is_to_blame() throws Exception {
        var passed = Suites.verdict(Suites.id("com.acme.Bench.run", Map.of()), Outcome.PASSED);
        var suite = new SuiteVerdict(Outcome.PASSED, Policy.WARN, List.of(passed), List.of());
        JunitXml.write(
                directory, suite.without(List.of("The module [shop] has benchmarks that JMH rejects.")), List.of());

        assertThat(files()).containsExactly("TEST-com.acme.Bench.xml", "TEST-perfbudget.xml");
        assertThat(elements(root("TEST-perfbudget.xml"), "error").get(0).getTextContent())
                .isEqualTo("The module [shop] has benchmarks that JMH rejects.");
    }

    @Test
    void leaves_nothing_of_classes_that_are_gone() throws Exception {
        write(Suites.mixed());
        JunitXml.write(
                directory,
                new SuiteVerdict(
                        Outcome.PASSED,
                        Policy.WARN,
                        List.of(Suites.verdict(Suites.id("com.acme.Bench.run", Map.of()), Outcome.PASSED)),
                        List.of()),
                List.of());

        assertThat(files()).containsExactly("TEST-com.acme.Bench.xml");
    }

    @Test
    void keeps_the_files_of_an_earlier_suite_where_new_ones_find_no_place() throws IOException {
        write(classes("com.acme.Bench"));
        var inTheWay = Files.createDirectories(directory.resolve("TEST-com.acme.Other.xml/kept"));

        assertThatIOException().isThrownBy(() -> write(classes("com.acme.Other")));

        Files.delete(inTheWay);
        assertThat(files()).containsExactly("TEST-com.acme.Bench.xml", "TEST-com.acme.Other.xml");
        assertThat(directory.resolve("TEST-com.acme.Bench.xml")).content().contains("com.acme.Bench");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "a\\b:c*?", "\u202egpj", "...", "x\u0000y", "CON", "Größe"})
    void stays_in_its_directory_whatever_a_class_is_called(String hostile) throws IOException {
        write(classes(hostile));

        assertThat(files()).singleElement().asString().matches("TEST-[A-Za-z0-9_][A-Za-z0-9_.-]*\\.xml");
    }

    @Test
    void has_a_name_that_every_system_bears_of_a_class_without_end() throws Exception {
        var endless = "com.acme." + "x".repeat(10_000);
        write(classes(endless));

        assertThat(files())
                .singleElement()
                .asString()
                .startsWith("TEST-com.acme.x")
                .hasSizeLessThan(170);
        assertThat(root(files().get(0)).getAttribute("name")).isEqualTo(endless);
    }

    @Test
    void has_a_file_for_each_class_also_where_their_names_are_alike() throws Exception {
        write(classes("com.acme.Bench", "com.acme.bench", "com.acme.Größe", "com.acme.Grüße"));

        assertThat(files())
                .containsExactly(
                        "TEST-com.acme.Bench.xml",
                        "TEST-com.acme.Gr-e+2.xml",
                        "TEST-com.acme.Gr-e.xml",
                        "TEST-com.acme.bench+2.xml");
        assertThat(root("TEST-com.acme.Gr-e+2.xml").getAttribute("name")).isEqualTo("com.acme.Grüße");
    }

    private static Suites classes(String... names) {
        var verdicts = Stream.of(names)
                .map(name -> Suites.verdict(Suites.id(name + ".run", Map.of()), Outcome.PASSED))
                .toList();
        return new Suites(new SuiteVerdict(Outcome.PASSED, Policy.WARN, verdicts, List.of()), List.of());
    }

    private void write(Suites suite) throws IOException {
        JunitXml.write(directory, suite.verdict(), suite.runs());
    }

    private List<String> files() throws IOException {
        try (var files = Files.list(directory)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    private Element root(String file) throws Exception {
        var document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(directory.resolve(file).toFile());
        return Objects.requireNonNull(document.getDocumentElement());
    }

    private static List<Element> elements(Element parent, String name) {
        var found = parent.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(found::item)
                .map(Element.class::cast)
                .toList();
    }
}
