package dev.perfbudget.cli;

import java.util.List;

/**
 * An option that takes one value. All of them are read as texts first, so that everything that is wrong can be told at
 * once.
 *
 * @param option its name
 * @param given what stands behind it, each time that it was given
 * @param usual what stands in if it was not given
 */
record OneValue(String option, List<String> given, String usual) {

    OneValue {
        given = List.copyOf(given);
    }

    /** The text; of an option that is missing its value, or has several, the usual one. */
    String text(List<String> problems) {
        if (given.isEmpty()) {
            return usual;
        }
        if (given.size() > 1) {
            problems.add(option + ": given " + given.size() + " times, " + given + ". Give it once.");
            return usual;
        }
        if (given.get(0).isBlank()) {
            problems.add(option + ": its value is missing, such as [" + usual + "].");
            return usual;
        }
        return given.get(0).strip();
    }

    /** The text, which must be one of these words. */
    String word(List<String> words, List<String> problems) {
        var text = text(problems);
        if (words.contains(text)) {
            return text;
        }
        problems.add(option + ": [" + text + "] is none of " + words + ".");
        return usual;
    }

    /** The text as a share from zero to some bound. */
    double share(double largest, List<String> problems) {
        var text = text(problems);
        var share = Share.parse(text);
        if (share.isEmpty()) {
            problems.add(option + ": [" + text + "] must be a share such as [" + usual + "] or [0.05].");
        } else if (share.getAsDouble() > 1 && !text.endsWith("%")) {
            problems.add(option + ": [" + text + "] without % means " + text + " times. Did you mean [" + text + "%]?");
        } else if (share.getAsDouble() > largest) {
            problems.add(option + ": [" + text + "] is too large, the largest is [" + largest + "].");
        } else {
            return share.getAsDouble();
        }
        return Share.parse(usual).orElseThrow();
    }
}
