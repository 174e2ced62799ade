package dev.perfbudget.cli;

import dev.perfbudget.judge.Sentences;
import dev.perfbudget.model.SuiteVerdict;
import dev.perfbudget.model.json.VerdictJson;
import dev.perfbudget.report.ComparisonMarkdown;
import dev.perfbudget.report.ComparisonTable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How a verdict is printed. */
enum Format {
    /** A table for people. */
    TEXT {
        @Override
        List<String> lines(SuiteVerdict verdict, Terminal terminal) {
            return new ComparisonTable(terminal.screen()).lines(verdict);
        }
    },
    /** The schema of verdict.json. */
    JSON {
        @Override
        List<String> lines(SuiteVerdict verdict, Terminal terminal) {
            var json = new VerdictJson(Sentences::reason).print(verdict);
            return List.of(new String(json, StandardCharsets.UTF_8));
        }
    },
    /** For a pull request. */
    MARKDOWN {
        @Override
        List<String> lines(SuiteVerdict verdict, Terminal terminal) {
            return ComparisonMarkdown.lines(verdict);
        }
    };

    /** As people write them. */
    static final List<String> LABELS = Stream.of(values()).map(Format::label).toList();

    static Format of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }

    abstract List<String> lines(SuiteVerdict verdict, Terminal terminal);

    private String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
