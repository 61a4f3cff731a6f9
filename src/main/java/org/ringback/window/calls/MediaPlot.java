package org.ringback.window.calls;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.NodeOrientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import org.ringback.flow.Course;
import org.ringback.flow.Course.Part;
import org.ringback.flow.Courses;
import org.ringback.language.Texts;
import org.ringback.window.text.PageLines;

/**
 * A stream over time, from left to right in every language: packets as an area, jitter as a line, and a pointed mark from above
 * wherever packets are lost. It is read out as a sentence.
 */
final class MediaPlot extends Region {

    private static final String MINUS = "\u2212";
    private static final double MARK = 4;
    private static final double SHORTEST_MARK = 0.15;

    private final Courses courses;
    private final Course course;
    private final Path rate = path("plot-rate");
    private final Path jitter = path("plot-jitter");
    private final Path lost = path("plot-lost");
    private final Path axis = path("plot-axis");
    private final List<Label> marks = new ArrayList<>();

    /**
     * Draws a stream on the axis that it shares with others.
     *
     * @param spoken what is read out
     */
    MediaPlot(Courses courses, Course course, Texts texts, String spoken) {
        this.courses = courses;
        this.course = course;
        getStyleClass().add("media-plot");
        setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(spoken);
        getChildren().addAll(rate, axis, jitter, lost);
        for (double mark : courses.marks()) {
            var label = new Label(written(mark, texts));
            label.getStyleClass().addAll("plot-mark", PageLines.SIGN);
            label.setManaged(false);
            marks.add(label);
        }
        getChildren().addAll(marks);
        setOnMousePressed(press -> requestFocus());
    }

    private static String written(double seconds, Texts texts) {
        String number = texts.numbers()
                .decimal(BigDecimal.valueOf(Math.abs(seconds))
                        .setScale(1, RoundingMode.HALF_UP)
                        .stripTrailingZeros());
        return seconds < 0 ? MINUS + number : number;
    }

    private static Path path(String style) {
        var path = new Path();
        path.getStyleClass().add(style);
        path.setManaged(false);
        return path;
    }

    private double left() {
        return snappedLeftInset();
    }

    private double x(double seconds) {
        double width = getWidth() - left() - snappedRightInset();
        return left() + width * (seconds - courses.from()) / (courses.to() - courses.from());
    }

    @Override
    protected void layoutChildren() {
        double words =
                marks.stream().mapToDouble(mark -> mark.prefHeight(-1)).max().orElse(0);
        double top = snappedTopInset() + 2 * MARK;
        double bottom = getHeight() - snappedBottomInset() - words - MARK / 2;
        drawRate(top, bottom);
        drawJitter(top, bottom);
        drawLost(snappedTopInset(), bottom);
        drawAxis(top, bottom);
    }

    private void drawRate(double top, double bottom) {
        List<PathElement> area = new ArrayList<>();
        double scale = (bottom - top) / courses.highestRate();
        area.add(new MoveTo(x(course.parts().getFirst().from()), bottom));
        for (Part part : course.parts()) {
            double y = bottom - part.rate() * scale;
            area.add(new LineTo(x(part.from()), y));
            area.add(new LineTo(Math.max(x(part.to()), x(part.from()) + 1), y));
        }
        area.add(new LineTo(
                Math.max(
                        x(course.parts().getLast().to()),
                        x(course.parts().getFirst().from()) + 1),
                bottom));
        area.add(new ClosePath());
        rate.getElements().setAll(area);
    }

    private void drawJitter(double top, double bottom) {
        List<PathElement> line = new ArrayList<>();
        double scale = (bottom - top) / courses.highestJitter();
        boolean pause = true;
        for (Part part : course.parts()) {
            // Of what does not come nobody knows how evenly it would have come.
            if (part.rate() > 0) {
                double middle = x((part.from() + part.to()) / 2);
                double y = bottom - part.jitter() * scale;
                line.add(pause ? new MoveTo(middle, y) : new LineTo(middle, y));
            }
            pause = part.rate() == 0;
        }
        jitter.getElements().setAll(line);
    }

    /** The longer, the more of what should have come in a part is lost. */
    private void drawLost(double top, double bottom) {
        List<PathElement> spikes = new ArrayList<>();
        for (Part part : course.parts()) {
            if (part.lost() > 0) {
                double share = part.lost() / (part.lost() + part.rate() * Math.max(0.02, part.to() - part.from()));
                double middle = x((part.from() + part.to()) / 2);
                double length = (bottom - top) * Math.max(SHORTEST_MARK, share);
                spikes.add(new MoveTo(middle - MARK, top));
                spikes.add(new LineTo(middle + MARK, top));
                spikes.add(new LineTo(middle, top + length));
                spikes.add(new ClosePath());
            }
        }
        lost.getElements().setAll(spikes);
        lost.setVisible(!spikes.isEmpty());
    }

    private void drawAxis(double top, double bottom) {
        List<PathElement> lines = new ArrayList<>();
        double line = Math.round(bottom) + 0.5;
        lines.add(new MoveTo(x(courses.from()), line));
        lines.add(new LineTo(x(courses.to()), line));
        List<Double> seconds = courses.marks();
        for (int mark = 0; mark < marks.size(); mark++) {
            double at = Math.round(x(seconds.get(mark))) + 0.5;
            // The answer is where all count from.
            lines.add(new MoveTo(at, seconds.get(mark) == 0 ? top : line));
            lines.add(new LineTo(at, line + MARK));
            Label label = marks.get(mark);
            double width = label.prefWidth(-1);
            double place = Math.clamp(at - width / 2, 0, Math.max(0, getWidth() - width));
            label.resizeRelocate(Math.rint(place), Math.rint(line + MARK), width, label.prefHeight(-1));
        }
        axis.getElements().setAll(lines);
    }
}
