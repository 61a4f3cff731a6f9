package org.ringback.window;

import java.util.HashMap;
import java.util.Map;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;

/** What is really painted, and how well it stands out (WCAG 2.2, contrast ratio). */
final class Pixels {

    /** Thin letters reach their color only in a larger picture. */
    private static final int SCALE = 2;

    private final int[] dots;
    private final int width;
    private final int height;

    private Pixels(int[] dots, int width, int height) {
        this.dots = dots;
        this.width = width;
        this.height = height;
    }

    /** Everything below a root, as it looks now; has to be called on the toolkit's thread. */
    static Pixels of(Parent root) {
        root.applyCss();
        root.layout();
        var parameters = new SnapshotParameters();
        parameters.setTransform(Transform.scale(SCALE, SCALE));
        parameters.setFill(Color.WHITE);
        WritableImage picture = root.snapshot(parameters, null);
        int wide = (int) picture.getWidth();
        int high = (int) picture.getHeight();
        int[] dots = new int[wide * high];
        picture.getPixelReader().getPixels(0, 0, wide, high, PixelFormat.getIntArgbInstance(), dots, 0, wide);
        return new Pixels(dots, wide, high);
    }

    /** How well what stands out most in a part of the picture does so from what most of the part looks like. */
    double strongest(Bounds part) {
        Map<Integer, Integer> counts = new HashMap<>();
        each(part, at -> counts.merge(dots[at], 1, Integer::sum));
        int ground = counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
        return counts.keySet().stream()
                .mapToDouble(color -> contrast(color, ground))
                .max()
                .orElseThrow();
    }

    /** How well the upper edge of a control stands out from what lies above it. */
    double edge(Bounds control) {
        double x = control.getCenterX();
        int outside = dots[at(x, control.getMinY() - 3)];
        double best = 1;
        for (double y = control.getMinY() - 1; y < control.getMinY() + 3; y += 0.5) {
            best = Math.max(best, contrast(dots[at(x, y)], outside));
        }
        return best;
    }

    /** How many pixels of a window in a part of the picture differ clearly, 3 to 1, from another picture. */
    double changed(Bounds part, Pixels other) {
        int[] count = {0};
        each(part, at -> count[0] += contrast(dots[at], other.dots[at]) >= 3 ? 1 : 0);
        return count[0] / (double) (SCALE * SCALE);
    }

    private interface Dot {
        void at(int index);
    }

    private void each(Bounds part, Dot dot) {
        for (int y = (int) Math.max(0, part.getMinY() * SCALE); y < Math.min(height, part.getMaxY() * SCALE); y++) {
            for (int x = (int) Math.max(0, part.getMinX() * SCALE); x < Math.min(width, part.getMaxX() * SCALE); x++) {
                dot.at(y * width + x);
            }
        }
    }

    private int at(double x, double y) {
        int column = Math.clamp((int) (x * SCALE), 0, width - 1);
        int row = Math.clamp((int) (y * SCALE), 0, height - 1);
        return row * width + column;
    }

    private static double contrast(int one, int other) {
        double brighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (brighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(int argb) {
        return 0.2126 * linear(argb >> 16) + 0.7152 * linear(argb >> 8) + 0.0722 * linear(argb);
    }

    private static double linear(int channel) {
        double share = (channel & 0xFF) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    /** Where a node is in its window, as far as nothing around it cuts it off; empty if nothing of it is in sight. */
    static Bounds inSight(Node node) {
        Bounds seen = node.localToScene(node.getLayoutBounds());
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible() || at.isDisabled()) {
                return new BoundingBox(0, 0, -1, -1);
            }
            if (at.getClip() != null || at.getParent() == null) {
                Bounds frame = at.getClip() == null
                        ? at.getLayoutBounds()
                        : at.getClip().getBoundsInParent();
                seen = intersection(seen, at.localToScene(frame));
            }
        }
        return seen;
    }

    private static Bounds intersection(Bounds one, Bounds other) {
        double left = Math.max(one.getMinX(), other.getMinX());
        double top = Math.max(one.getMinY(), other.getMinY());
        return new BoundingBox(
                left,
                top,
                Math.min(one.getMaxX(), other.getMaxX()) - left,
                Math.min(one.getMaxY(), other.getMaxY()) - top);
    }

    /** Whether a node can be seen whole. */
    static boolean whole(Node node) {
        Bounds all = node.localToScene(node.getLayoutBounds());
        Bounds seen = inSight(node);
        return all.getWidth() > 0 && seen.getWidth() >= all.getWidth() - 1 && seen.getHeight() >= all.getHeight() - 1;
    }
}
