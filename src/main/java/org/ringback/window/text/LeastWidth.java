package org.ringback.window.text;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** The least width at which no piece of a paragraph has to be broken: one that is broken is drawn wrong, or fails. */
final class LeastWidth {

    /** Words come again and again, and to shape one takes the toolkit a tenth of a millisecond. */
    private static final Map<Piece, Double> WIDTHS = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Piece, Double> eldest) {
            return size() > KEPT;
        }
    });

    private static final int KEPT = 4096;

    private Font measured;
    private double widest;

    /** There are other pieces now. */
    void forget() {
        measured = null;
    }

    /** Measured once for each font. */
    double of(List<Node> paragraph) {
        List<Text> pieces = paragraph.stream()
                .filter(Text.class::isInstance)
                .map(Text.class::cast)
                .toList();
        Font font = pieces.getFirst().getFont();
        if (!font.equals(measured)) {
            measured = font;
            widest = widest(pieces);
        }
        return Math.ceil(widest) + 1;
    }

    /** Between two blanks, or two places that a dictionary knows, no line ends. */
    private static double widest(List<Text> pieces) {
        double most = 0;
        double together = 0;
        for (Text piece : pieces) {
            // A long address may be broken.
            together = Pieces.foreign(piece.getText()) ? 0 : together + width(piece);
            most = Math.max(most, together);
            if (Pieces.ends(piece.getText())) {
                together = 0;
            }
        }
        return most;
    }

    /** By itself, not in the paragraph, where it may be broken already. */
    private static double width(Text piece) {
        return WIDTHS.computeIfAbsent(new Piece(piece.getText(), piece.getFont()), Piece::width);
    }

    private record Piece(String letters, Font font) {

        double width() {
            var alone = new Text(letters);
            alone.setFont(font);
            return alone.getLayoutBounds().getWidth();
        }
    }
}
