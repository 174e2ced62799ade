package dev.perfbudget.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds the settings of a run: of several places that say something the strongest wins. */
final class SettingsResolver {

    private final Problems problems;

    SettingsResolver(Problems problems) {
        this.problems = problems;
    }

    Settings resolve(Declarations declarations) {
        var settings = new LinkedHashMap<String, Run.Setting>();
        Stream.of(declarations.overrides(), declarations.defaults())
                .flatMap(List::stream)
                .flatMap(place -> Entry.of(place).stream())
                .filter(entry -> !LayerParser.isAttribute(entry.name()))
                .forEach(entry -> read(entry, settings));
        return new Settings(settings);
    }

    private void read(Entry entry, Map<String, Run.Setting> settings) {
        var setting = SettingName.labelled(entry.name());
        if (setting.isEmpty()) {
            problems.add(
                    entry.where(),
                    "[perfbudget." + entry.name() + "] is not a setting." + Suggestion.of(entry.name(), known()));
            return;
        }
        if (setting.get().parse(entry.text()).isEmpty()) {
            problems.add(
                    entry.where(),
                    "[" + entry.text() + "] is not " + setting.get().mustBe() + ".");
            return;
        }
        settings.putIfAbsent(entry.name(), new Run.Setting(entry.text(), entry.source()));
    }

    private static List<String> known() {
        var known = new ArrayList<>(LayerParser.attributes());
        known.addAll(SettingName.labels());
        return known;
    }
}
