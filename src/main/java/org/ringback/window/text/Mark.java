package org.ringback.window.text;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Rectangle2D;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.VLineTo;

/** The ground behind marked letters. */
final class Mark {

    private final MarkStyle style;
    private final Path path = new Path();
    private List<Range> ranges = List.of();

    Mark(MarkStyle style) {
        this.style = style;
        path.getStyleClass().add(style.styleClass());
        path.setManaged(false);
        path.setViewOrder(style.depth());
        path.setMouseTransparent(true);
        // Letters have their places from the left in every language.
        path.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
    }

    MarkStyle style() {
        return style;
    }

    Path path() {
        return path;
    }

    void set(List<Range> other) {
        ranges = other;
    }

    void draw(WrappedText passage) {
        List<PathElement> elements = new ArrayList<>();
        ranges.stream()
                .filter(range -> !range.isEmpty())
                .forEach(range -> passage.places(range).forEach(place -> add(place, elements)));
        path.getElements().setAll(elements);
    }

    private static void add(Rectangle2D place, List<PathElement> elements) {
        elements.add(new MoveTo(place.getMinX(), place.getMinY()));
        elements.add(new HLineTo(place.getMaxX()));
        elements.add(new VLineTo(place.getMaxY()));
        elements.add(new HLineTo(place.getMinX()));
        elements.add(new ClosePath());
    }
}
