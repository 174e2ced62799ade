package dev.perfbudget.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Measures how long a browser takes to open the first page of a large report and the page of one of its benchmarks, each
 * time a new browser that has nothing in its cache. Run by hand; docs/measurements.md has the command and the figures.
 *
 * <p>Arguments: benchmarks, forks of each, iterations of each, how often.
 */
final class OpeningMeasurement {

    private static final String LOADED = "performance.getEntriesByType('navigation')[0].loadEventEnd";
    private static final String PAINTED = "performance.getEntriesByName('first-contentful-paint')[0]";

    private OpeningMeasurement() {}

    public static void main(String[] arguments) throws IOException {
        var content = Measured.large(
                Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        var page = new HtmlReport().write(Files.createTempDirectory("report"), content);
        var benchmark =
                page.resolveSibling("benchmarks").toFile().listFiles()[0].toPath();
        for (var round = 0; round < Integer.parseInt(arguments[3]); round++) {
            open("first page", page);
            open("page of a benchmark", benchmark);
        }
    }

    private static void open(String name, Path page) throws IOException {
        try (var browser = Chromium.start().orElseThrow()) {
            browser.screen(1200, "light");
            browser.open(page.toUri().toString());
            browser.until(LOADED + " > 0 && " + PAINTED);
            System.out.printf(
                    Locale.ROOT,
                    "%s, %.2f MB: load event ended after %.0f ms, first contentful paint after %.0f ms%n",
                    name,
                    Files.size(page) / 1e6,
                    ((Number) browser.evaluate(LOADED)).doubleValue(),
                    ((Number) browser.evaluate(PAINTED + ".startTime")).doubleValue());
        }
    }
}
