package dev.perfbudget.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files that a report is made with: those that come with PerfBudget, and in their place those of the same names in a
 * folder of a team's own.
 *
 * @param loader of those that come with PerfBudget
 * @param folder of those that replace them
 */
record TemplateFiles(ClassLoader loader, Optional<Path> folder) {

    /** Where they are on the class path. */
    static final String PACKAGE = "dev/perfbudget/templates";

    static final List<String> STYLE_SHEETS = List.of("report.css", "charts.css");

    /** In the order in which they are run. */
    static final List<String> SCRIPTS = List.of("d3.js", "view.js", "report.js", "charts.js");

    /** What pages refer to, as it is. */
    static final List<String> ASSETS = Stream.of(STYLE_SHEETS, SCRIPTS, List.of("icon.svg"))
            .flatMap(List::stream)
            .toList();

    private static final String ARTIFACT = "Add the artifact perfbudget-report-templates.";

    /** What a team may replace. */
    static final List<String> NAMES = Stream.of(
                    Stream.of(PageTemplate.values()).map(PageTemplate::file),
                    Stream.of("layout.ftlh", "overview.ftlh", "benchmark.ftlh", "charts.ftlh"),
                    ASSETS.stream())
            .flatMap(names -> names)
            .toList();

    static TemplateFiles shipped() {
        return new TemplateFiles(TemplateFiles.class.getClassLoader(), Optional.empty());
    }

    /** The same with some from a folder. */
    TemplateFiles with(Path own) throws WrongTemplateException {
        if (!Files.isDirectory(own)) {
            throw new WrongTemplateException(
                    "There is no folder [" + own.toAbsolutePath().normalize() + "], which perfbudget.templates names.");
        }
        if (NAMES.stream().map(own::resolve).noneMatch(Files::isRegularFile)) {
            throw new WrongTemplateException(
                    "The folder [" + own.toAbsolutePath().normalize()
                            + "], which perfbudget.templates names, has none of the templates "
                            + NAMES.stream().collect(Collectors.joining(", ", "[", "]"))
                            + ": the report would be the usual one. docs/templates.md describes them.");
        }
        return new TemplateFiles(loader, Optional.of(own));
    }

    /** A style sheet or a script. */
    byte[] bytes(String name) throws IOException {
        var own = folder.map(path -> path.resolve(name)).filter(Files::isRegularFile);
        if (own.isPresent()) {
            return Files.readAllBytes(own.get());
        }
        try (var in = loader.getResourceAsStream(PACKAGE + "/" + name)) {
            if (in == null) {
                throw new WrongTemplateException(
                        "[" + PACKAGE + "/" + name + "] is not on the class path. " + ARTIFACT);
            }
            return in.readAllBytes();
        }
    }

    /** All of them, one after the other. */
    String text(List<String> names) throws IOException {
        var text = new StringBuilder();
        for (var name : names) {
            text.append(new String(bytes(name), StandardCharsets.UTF_8));
        }
        return text.toString();
    }

    /** Where a template is, for messages. */
    String place(String name) {
        return folder.map(path -> path.resolve(name))
                .filter(Files::isRegularFile)
                .map(path -> path.toAbsolutePath().normalize().toString())
                .orElse(PACKAGE + "/" + name);
    }
}
