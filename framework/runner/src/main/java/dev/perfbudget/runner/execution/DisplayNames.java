package dev.perfbudget.runner.execution;

import dev.perfbudget.model.BenchmarkId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The shortest names under which the benchmarks of a run can be told apart, padded to one width. */
final class DisplayNames {

    private final Map<BenchmarkId, String> names = new LinkedHashMap<>();

    DisplayNames(Collection<BenchmarkId> ids) {
        var forms = List.<Function<BenchmarkId, String>>of(
                BenchmarkId::shortName, id -> id.shortName() + " [" + id.mode().label() + "]", BenchmarkId::toString);
        var form = forms.stream()
                .filter(candidate -> ids.stream().map(candidate).distinct().count() == ids.size())
                .findFirst()
                .orElse(BenchmarkId::toString);
        var width = ids.stream().map(form).mapToInt(String::length).max().orElse(0);
        ids.forEach(id -> names.put(id, pad(form.apply(id), width)));
    }

    String of(BenchmarkId id) {
        return names.getOrDefault(id, id.toString());
    }

    private static String pad(String name, int width) {
        return name + " ".repeat(width - name.length());
    }
}
