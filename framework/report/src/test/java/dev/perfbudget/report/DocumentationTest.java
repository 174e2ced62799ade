package dev.perfbudget.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the documentation quotes is compiled and run: it stands word for word in the examples. */
class DocumentationTest {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Pattern FENCE = Pattern.compile("```(java|xml|properties)\n(.*?)```", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)[^)]*\\)");
    private static final List<String> QUOTING = List.of(
            "README.md",
            "docs/quick-start.md",
            "docs/jmh-suites.md",
            "examples/json-libraries/README.md",
            "examples/plain-jmh-suite/README.md",
            "examples/library-versions/README.md");

    @TestFactory
    Stream<DynamicTest> quotes_the_examples_word_for_word() {
        return QUOTING.stream().flatMap(document -> FENCE.matcher(read(ROOT.resolve(document)))
                .results()
                .map(fence -> DynamicTest.dynamicTest(
                        document + ": "
                                + fence.group(2).strip().lines().findFirst().orElse(""),
                        () -> assertThat(sources(ending(fence.group(1))))
                                .anySatisfy(source -> assertThat(withoutBlankLines(source))
                                        .contains(withoutBlankLines(fence.group(2)))))));
    }

    @Test
    void quotes_something() {
        assertThat(FENCE.matcher(read(ROOT.resolve("docs/quick-start.md"))).results())
                .hasSizeGreaterThan(4);
    }

    @TestFactory
    Stream<DynamicTest> links_to_what_exists() {
        return documents().flatMap(document -> LINK.matcher(read(document))
                .results()
                .map(link -> link.group(1))
                .filter(target -> !target.contains("://"))
                .distinct()
                .map(target -> DynamicTest.dynamicTest(
                        ROOT.relativize(document) + " → " + target,
                        () -> assertThat(document.resolveSibling(target)).exists())));
    }

    private static String ending(String language) {
        return language.equals("xml") ? "pom.xml" : "." + language;
    }

    private static Stream<Path> documents() {
        var named = QUOTING.stream().map(ROOT::resolve);
        var others = Stream.of("CONTRIBUTING.md", "CHANGELOG.md").map(ROOT::resolve);
        return Stream.of(named, others, files(ROOT.resolve("docs"), ".md").stream())
                .flatMap(stream -> stream)
                .distinct();
    }

    private static List<String> sources(String ending) {
        return files(ROOT.resolve("examples"), ending).stream()
                .map(DocumentationTest::read)
                .toList();
    }

    private static List<Path> files(Path directory, String ending) {
        try (var files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .filter(file -> !directory.relativize(file).toString().contains("target"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String withoutBlankLines(String text) {
        return text.replaceAll("(?m)^[ \t]*\n", "");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).replace("\r\n", "\n");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
