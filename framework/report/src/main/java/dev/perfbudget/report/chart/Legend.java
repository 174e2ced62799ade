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
    private double line = LINE;

    Legend(Drawing drawing) {
        this.drawing = drawing;
    }

    Legend ring(String look, String words) {
        drawing.rings(look, new Outline().dot(x, line - 4));
        return words(words);
    }

    Legend dot(String look, String words) {
        drawing.shape("dot " + look, new Outline().dot(x, line - 4));
        return words(words);
    }

    Legend line(String look, String words) {
        drawing.shape(look, new Outline().line(x - SYMBOL / 2, line - 4, x + SYMBOL, line - 4));
        x += SYMBOL / 2;
        return words(words);
    }

    Legend upright(String look, String words) {
        drawing.shape(look, new Outline().line(x, line - 12, x, line + 2));
        return words(words);
    }

    /** What follows is below what was before. */
    Legend newLine() {
        x = SYMBOL;
        line += HEIGHT;
        return this;
    }

    private Legend words(String words) {
        drawing.words("label", x + SYMBOL, line, words);
        x += SYMBOL + words.length() * WIDTH_OF_LETTER + GAP;
        return this;
    }
}
