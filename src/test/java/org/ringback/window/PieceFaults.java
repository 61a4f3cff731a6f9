package org.ringback.window;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.text.Text;
import org.ringback.window.text.WrappedText;

/** What is wrong with a passage that was laid out: pieces that are broken, cover each other or stand outside. */
final class PieceFaults {

    /** How far a letter such as J reaches beyond its place, in pixels. */
    private static final double OVERHANG = 2;

    private PieceFaults() {}

    static List<String> of(WrappedText passage, double width) {
        List<String> faults = new ArrayList<>();
        List<Node> pieces = passage.getChildren();
        double line = new Text("A").getLayoutBounds().getHeight() * 1.9;
        for (int i = 0; i < pieces.size(); i++) {
            Bounds bounds = pieces.get(i).getBoundsInParent();
            String words = ((Text) pieces.get(i)).getText();
            if (bounds.getHeight() > line && words.chars().anyMatch(letter -> letter > 0x590 && letter < 0x1000)) {
                faults.add("broken at " + width + ": " + words);
            }
            if (bounds.getWidth() < width && (bounds.getMinX() < -OVERHANG || bounds.getMaxX() > width + line)) {
                faults.add("outside at " + width + ": " + words + " " + bounds);
            }
            for (int j = i + 1; j < pieces.size(); j++) {
                if (covers(bounds, pieces.get(j).getBoundsInParent(), line)) {
                    faults.add("covers at " + width + ": " + words + " and " + ((Text) pieces.get(j)).getText());
                }
            }
        }
        return faults;
    }

    private static boolean covers(Bounds one, Bounds other, double line) {
        boolean sameLine = Math.abs(one.getMinY() - other.getMinY()) < line / 4;
        double shared = Math.min(one.getMaxX(), other.getMaxX()) - Math.max(one.getMinX(), other.getMinX());
        return sameLine && one.getHeight() < line && other.getHeight() < line && shared > 1.5;
    }
}
