package dev.perfbudget.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which benchmarks a line of the budget file speaks of: {@code com.acme.*Bench.parse*}, {@code *.parse{size=10}}. A
 * star stands for any characters, also dots; parameters in braces must all be there, others may be.
 *
 * @param text as written
 * @param params pattern of each named parameter's value
 */
record BudgetPattern(String text, Pattern name, Map<String, Pattern> params) {

    /** The pattern of a text; empty braces and parameters without a value are allowed and match nothing. */
    static BudgetPattern of(String text) {
        var brace = text.indexOf('{');
        if (brace < 0 || !text.endsWith("}")) {
            return new BudgetPattern(text, glob(text), Map.of());
        }
        var params = new LinkedHashMap<String, Pattern>();
        for (var param : text.substring(brace + 1, text.length() - 1).split(",", -1)) {
            var equals = param.indexOf('=');
            var value = equals < 0 ? "" : param.substring(equals + 1).strip();
            params.put(param.substring(0, Math.max(0, equals)).strip(), glob(value));
        }
        return new BudgetPattern(text, glob(text.substring(0, brace).strip()), params);
    }

    boolean matches(BenchmarkId benchmark) {
        return matches(benchmark.name(), benchmark.params());
    }

    boolean matches(String benchmark, Map<String, String> values) {
        return name.matcher(benchmark).matches()
                && params.entrySet().stream().allMatch(param -> Optional.ofNullable(values.get(param.getKey()))
                        .filter(value -> param.getValue().matcher(value).matches())
                        .isPresent());
    }

    /** The more characters are fixed, the more specific: of two patterns that match, the more specific one wins. */
    int specificity() {
        return (int) text.chars()
                .filter(character -> character != '*' && character != ' ')
                .count();
    }

    private static Pattern glob(String text) {
        return Pattern.compile(
                Stream.of(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")), Pattern.DOTALL);
    }
}
