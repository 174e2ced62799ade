package dev.perfbudget.report.chart;

/** What the shapes of a picture mean, on a line of its own above it. */
final class Legend {

    static final double HEIGHT = 20;

    private static final double LINE = 13;
    private static final double SYMBOL = 9;
    private static final double GAP = 14;
    private static final double WIDTH_OF_LETTER = 8.1;

    private final Drawing drawing;
    private double x = SYMBOL;

    Legend(Drawing drawing) {
        this.drawing = drawing;
    }

    Legend ring(String look, String words) {
        drawing.rings(look, new Outline().dot(x, LINE - 4));
        return words(words);
    }

    Legend dot(String look, String words) {
        drawing.shape("dot " + look, new Outline().dot(x, LINE - 4));
        return words(words);
    }

    Legend line(String look, String words) {
        drawing.shape(look, new Outline().line(x - SYMBOL / 2, LINE - 4, x + SYMBOL, LINE - 4));
        x += SYMBOL / 2;
        return words(words);
    }

    Legend upright(String look, String words) {
        drawing.shape(look, new Outline().line(x, 1, x, LINE + 2));
        return words(words);
    }

    private Legend words(String words) {
        drawing.words("label", x + SYMBOL, LINE, words);
        x += SYMBOL + words.length() * WIDTH_OF_LETTER + GAP;
        return this;
    }
}
