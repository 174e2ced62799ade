package dev.perfbudget.model.csv;

import dev.perfbudget.model.Measurements;
import dev.perfbudget.model.input.InputProblems;
import dev.perfbudget.model.input.MemoryAllowance;
import dev.perfbudget.model.input.MetricSelection;
import dev.perfbudget.model.input.UnreadableFileException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A CSV file of measurements: {@code benchmark,params,metric,unit,fork,iteration,value}, perhaps {@code session} and
 * {@code mode}.
 */
public final class CsvFile {

    private final String source;
    private final MetricSelection metrics;
    private final MemoryAllowance allowance;

    /** @param source the file as it was named, for messages */
    public CsvFile(String source, MetricSelection metrics, MemoryAllowance allowance) {
        this.source = source;
        this.metrics = metrics;
        this.allowance = allowance;
    }

    /** Everything that the file holds, or all that is wrong with it. */
    public Measurements read(InputStream input) throws IOException {
        try {
            return measurements(records(input));
        } catch (CharacterCodingException notUtf8) {
            throw new UnreadableFileException("[" + source + "] is not UTF-8 text. Save it as UTF-8.", notUtf8);
        }
    }

    private CsvRecords records(InputStream input) {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        return new CsvRecords(new InputStreamReader(input, decoder), source);
    }

    private Measurements measurements(CsvRecords records) throws IOException {
        var first = records.next();
        if (first.isEmpty()) {
            throw new UnreadableFileException("[" + source + "] is empty. Measure again, or name another file.");
        }
        var header = CsvHeader.of(first.get(), source);
        var problems = new InputProblems(source);
        var samples = new CsvSamples(source, allowance, problems);
        var isEmpty = true;
        for (var record = records.next(); record.isPresent(); record = records.next()) {
            if (!record.get().isBlank()) {
                isEmpty = false;
                add(record.get(), header, samples, problems);
            }
        }
        problems.throwIfAny();
        if (isEmpty) {
            throw new UnreadableFileException("[" + source + "] has a first line and no measurement after it.");
        }
        return new Measurements(source, samples.toSamples(), Optional.empty(), List.of());
    }

    private void add(CsvRecord record, CsvHeader header, CsvSamples samples, InputProblems problems)
            throws IOException {
        var row = CsvRow.of(record, header, problems);
        if (row.isPresent() && metrics.wants(row.get().key().id().metric(), true)) {
            samples.add(row.get(), record.fields().get(0).place());
        }
    }
}
