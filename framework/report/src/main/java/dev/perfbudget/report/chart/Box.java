package dev.perfbudget.report.chart;

/** A part of a picture. */
record Box(double left, double top, double right, double bottom) {

    /** Of nearly all pictures: what a telephone shows without making the letters too small. */
    static final double WIDTH = 400;

    /** A picture as wide as they usually are. */
    static Box picture(double height) {
        return new Box(0, 0, WIDTH, height);
    }

    double width() {
        return right - left;
    }

    double height() {
        return bottom - top;
    }

    double middle() {
        return (left + right) / 2;
    }

    /** All of it. */
    Outline outline() {
        return new Outline().box(left, top, right, bottom);
    }
}
