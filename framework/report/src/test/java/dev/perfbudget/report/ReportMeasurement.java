package dev.perfbudget.report;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Measures how long the report of a large suite takes, and how large it is. Run by hand; docs/measurements.md has the
 * command and the figures.
 *
 * <p>Arguments: benchmarks, forks of each, iterations of each, how often.
 */
final class ReportMeasurement {

    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private ReportMeasurement() {}

    public static void main(String[] arguments) throws IOException {
        // The logging that tools of the tests bring would have the template engine word messages that nobody reads.
        System.setProperty("org.freemarker.loggerLibrary", "none");
        var content = Measured.large(
                Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        System.gc();
        System.out.printf(Locale.ROOT, "before: %d MB of heap%n", used());
        for (var round = 0; round < Integer.parseInt(arguments[3]); round++) {
            var folder = Files.createTempDirectory("report");
            var start = System.nanoTime();
            var startOfWork = PROCESS.getProcessCpuTime();
            var page = new HtmlReport().write(folder, content);
            System.out.printf(
                    Locale.ROOT,
                    "%.2f s, processors worked %.2f s, first page %.2f MB, all %.1f MB, %d MB of heap used of %d%n",
                    (System.nanoTime() - start) / 1e9,
                    (PROCESS.getProcessCpuTime() - startOfWork) / 1e9,
                    Files.size(page) / 1e6,
                    size(folder) / 1e6,
                    used(),
                    Runtime.getRuntime().maxMemory() >> 20);
        }
    }

    private static long used() {
        return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
    }

    private static long size(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
