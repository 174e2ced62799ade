package dev.perfbudget.model.json;

import dev.perfbudget.model.ForkSample;
import dev.perfbudget.model.input.MemoryAllowance;
import dev.perfbudget.model.input.UnreadableFileException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonToken;

/** A metric of a JMH result: its unit, and a value for every fork and iteration. */
final class JmhMetric {

    private final JsonSource json;
    private final String source;
    private final MemoryAllowance allowance;
    private String unit = "";
    private String unitPlace = "";
    private List<ForkSample> forks = List.of();

    JmhMetric(JsonSource json, String source, MemoryAllowance allowance) {
        this.json = json;
        this.source = source;
        this.allowance = allowance;
    }

    /** Reads the present field's value. */
    void read() throws IOException {
        json.expect(JsonToken.START_OBJECT, "a metric");
        unitPlace = json.place();
        while (json.nextField()) {
            switch (json.field()) {
                case "scoreUnit" -> {
                    unit = json.text("a unit");
                    unitPlace = json.place();
                }
                case "rawData" -> forks = forks(this::value);
                case "rawDataHistogram" -> forks = forks(this::meanOfHistogram);
                default -> json.skipValue();
            }
        }
    }

    String unit() {
        return unit;
    }

    String unitPlace() {
        return unitPlace;
    }

    /** Those that have a value; empty if JMH was told to leave raw data out. */
    List<ForkSample> forks() {
        return forks;
    }

    /** What the present token says of one iteration. */
    private interface IterationValue {

        double read() throws IOException;
    }

    private List<ForkSample> forks(IterationValue value) throws IOException {
        var all = new ArrayList<ForkSample>();
        json.expect(JsonToken.START_ARRAY, "an array of forks");
        while (json.next() != JsonToken.END_ARRAY) {
            json.require(JsonToken.START_ARRAY, "an array of a fork's iterations");
            allowance.takeFork(source);
            var values = new ArrayList<Double>();
            while (json.next() != JsonToken.END_ARRAY) {
                allowance.takeValue(source);
                values.add(value.read());
            }
            if (values.isEmpty()) {
                throw new UnreadableFileException("[" + source + "] " + json.place()
                        + ": a fork without any iteration. Measure again, or take the fork out.");
            }
            all.add(new ForkSample(values, true));
        }
        return all;
    }

    private double value() throws IOException {
        var value = json.number();
        if (value < 0) {
            throw new UnreadableFileException(
                    "[" + source + "] " + json.place() + ": [" + value + "] cannot be: no measurement is negative.");
        }
        return value;
    }

    private double meanOfHistogram() throws IOException {
        json.require(JsonToken.START_ARRAY, "an array of pairs of time and count");
        var time = 0.0;
        var count = 0.0;
        while (json.next() != JsonToken.END_ARRAY) {
            json.require(JsonToken.START_ARRAY, "a pair of time and count");
            json.next();
            var bucket = value();
            json.next();
            var often = value();
            json.expect(JsonToken.END_ARRAY, "the end of a pair of time and count");
            time += bucket * often;
            count += often;
        }
        if (count == 0) {
            throw new UnreadableFileException("[" + source + "] " + json.place() + ": an iteration without a time.");
        }
        return time / count;
    }
}
