package org.ringback.window.share;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** Where a long page is cut into sheets of paper: between lines of text, never through one. */
public final class PageBreaks {

    /** How far up from the end of a sheet a place between lines is looked for. */
    private static final double SHORTEST = 0.6;

    private record Line(double top, double bottom) {}

    private final Parent page;
    private final List<Line> lines = new ArrayList<>();

    private PageBreaks(Parent page) {
        this.page = page;
        collect(page);
    }

    /**
     * Where each sheet ends, from the top of the page on; the last one where the page does.
     *
     * @param page laid out
     * @param height of a sheet, more than 0, in the same pixels as the page
     */
    public static List<Double> of(Parent page, double height) {
        var breaks = new PageBreaks(page);
        List<Double> ends = new ArrayList<>();
        double whole = page.getLayoutBounds().getHeight();
        double top = 0;
        while (whole - top > height) {
            top = breaks.before(top + height, top + height * SHORTEST);
            ends.add(top);
        }
        ends.add(whole);
        return ends;
    }

    private void collect(Node node) {
        if (!node.isVisible()) {
            return;
        }
        switch (node) {
            case TextFlow flow -> flow.getLayoutInfo().getTextLines(false).forEach(line -> add(flow, line.bounds()));
            case Text text -> text.getLayoutInfo().getTextLines(false).forEach(line -> add(text, line.bounds()));
            case Button button -> add(button, button.getLayoutBounds());
            case Parent parent -> parent.getChildrenUnmodifiable().forEach(this::collect);
            default -> add(node, node.getLayoutBounds());
        }
    }

    private void add(Node node, Rectangle2D line) {
        add(node, new BoundingBox(line.getMinX(), line.getMinY(), line.getWidth(), line.getHeight()));
    }

    private void add(Node node, Bounds inside) {
        Bounds bounds = page.sceneToLocal(node.localToScene(inside));
        lines.add(new Line(bounds.getMinY(), bounds.getMaxY()));
    }

    /** The lowest place between lines before the end of a sheet; its very end where nothing is between lines. */
    private double before(double end, double earliest) {
        return lines.stream()
                .map(Line::bottom)
                .filter(place ->
                        place <= end && place >= earliest && lines.stream().noneMatch(line -> cuts(line, place)))
                .max(Double::compare)
                .orElse(end);
    }

    private static boolean cuts(Line line, double place) {
        return line.top() < place - 0.5 && line.bottom() > place + 0.5;
    }
}
