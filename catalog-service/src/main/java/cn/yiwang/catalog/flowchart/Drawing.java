package cn.yiwang.catalog.flowchart;

import java.util.List;

/** Shapes on a page, in pixels from its upper left corner; every text is centred on its x and stands on its y. */
record Drawing(int width, int height, List<Shape> shapes) {

    /** Something to draw, in the order of drawing. */
    sealed interface Shape {}

    /** A rectangle. */
    record Box(int x, int y, int width, int height, Look look) implements Shape {}

    /** An arrow straight down. */
    record Arrow(int x, int fromY, int toY) implements Shape {}

    /** A line of text. */
    record Text(int x, int y, String text, Style style) implements Shape {}

    /** How a rectangle looks. */
    enum Look {
        TERMINAL,
        STEP,
        SPECIAL,
        /** Around steps that run side by side. */
        GROUP
    }

    /** How a text looks; the size is in pixels. */
    enum Style {
        TITLE(22, 32),
        SUBTITLE(14, 22),
        TERMINAL(16, 24),
        NAME(17, 25),
        DEPARTMENT(13, 20),
        TIME(14, 22),
        SPECIAL(13, 20),
        GROUP(13, 20);

        private final int size;
        private final int lineHeight;

        Style(int size, int lineHeight) {
            this.size = size;
            this.lineHeight = lineHeight;
        }

        int size() {
            return size;
        }

        int lineHeight() {
            return lineHeight;
        }
    }
}
