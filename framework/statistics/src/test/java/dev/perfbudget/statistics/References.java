package dev.perfbudget.statistics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Reference values computed with SciPy 1.17.1 and NumPy, on seeded random samples beside hand-made ones: ties, two values,
 * equal values, 1e-60 and 1e60, values of 1e9 that differ in the last digits. The test that reads a file names the
 * functions it came from.
 */
final class References {

    private References() {}

    /** The cells of each row, without the head. */
    static Stream<String[]> rows(String file) {
        try (var stream = References.class.getResourceAsStream("/references/" + file)) {
            if (stream == null) {
                throw new IllegalArgumentException("No reference values [" + file + "]");
            }
            var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().skip(1).map(line -> line.split(","));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static double[] numbers(String cell) {
        return Stream.of(cell.trim().split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    /** Groups of numbers between bars: sessions of forks. */
    static List<double[]> groups(String cell) {
        return Stream.of(cell.split(" \\| ")).map(References::numbers).toList();
    }

    static double number(String cell) {
        return Double.parseDouble(cell);
    }

    static double[] shifted(double[] values, double by) {
        return DoubleStream.of(values).map(value -> value + by).toArray();
    }

    static double[] scaled(double[] values, double factor) {
        return DoubleStream.of(values).map(value -> value * factor).toArray();
    }
}
