package dev.perfbudget.cli;

import dev.perfbudget.model.Declarations;
import dev.perfbudget.model.DeclaredValues;
import dev.perfbudget.model.Problem;
import dev.perfbudget.model.WrongDeclarationsException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of a measurement as they were given: by options of their own, and by {@code -Dperfbudget.…}.
 *
 * @param options by the name of the setting, which is that of the option
 * @param properties by the name of the setting with its prefix
 */
record LiveSettings(Map<String, String> options, Map<String, String> properties) {

    private static final String PREFIX = "perfbudget.";

    LiveSettings {
        options = Map.copyOf(options);
        properties = Map.copyOf(properties);
    }

    /** All of them by names without prefix; what is wrong is added to the problems. */
    Map<String, String> resolve(List<String> problems) {
        var settings = new LinkedHashMap<String, String>();
        properties.forEach((name, value) -> {
            if (name.startsWith(PREFIX)) {
                settings.put(name.substring(PREFIX.length()), value);
            } else {
                problems.add("-D" + name + ": only settings of PerfBudget can be given, such as"
                        + " [-Dperfbudget.iterationTime=100ms].");
            }
        });
        check(settings).forEach(wrong -> problems.add(wrong.toString()));
        options.forEach((name, value) ->
                check(Map.of(name, value)).forEach(wrong -> problems.add("--" + name + ": " + wrong.what())));
        options.keySet().stream()
                .filter(settings::containsKey)
                .forEach(name -> problems.add("--" + name + " and -D" + PREFIX + name + " are the same: give one."));
        settings.putAll(options);
        Optional.ofNullable(settings.get("time")).ifPresent(longest -> settings.putIfAbsent("cap", longest));
        return settings;
    }

    private static List<Problem> check(Map<String, String> values) {
        var declared = new DeclaredValues(DeclaredValues.SYSTEM_PROPERTIES, values, List.of());
        try {
            new Declarations(List.of(declared), List.of(), Optional.empty(), List.of()).resolve();
            return List.of();
        } catch (WrongDeclarationsException wrong) {
            return wrong.problems();
        }
    }
}
