package org.ringback.window.kit;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.ringback.page.Block.Point;
import org.ringback.page.Block.Points;
import org.ringback.page.Block.Row;
import org.ringback.page.Block.SideBySide;
import org.ringback.page.Link;
import org.ringback.window.text.PageLines;

/** Paints what stands in columns. */
public final class ColumnsView {

    private final PageView page;
    private final LinkView links;

    /** @param page paints what stands in the columns */
    ColumnsView(PageView page, LinkView links) {
        this.page = page;
        this.links = links;
    }

    GridPane points(Points points) {
        GridPane grid = withHeads(points.left(), points.right());
        int number = 1;
        for (Point point : points.points()) {
            var mark = new Label(Integer.toString(number));
            mark.getStyleClass().addAll("step", PageLines.SIGN);
            var about = new HBox(mark, Prose.text(point.about(), "about").after(number + ". "));
            about.setAlignment(Pos.CENTER_LEFT);
            about.getStyleClass().add("about-line");
            addAcross(grid, about);
            number++;
            addRow(grid, Prose.text(point.left(), "prose"), Prose.text(point.right(), "prose"));
        }
        return grid;
    }

    GridPane sideBySide(SideBySide columns) {
        GridPane grid = withHeads(columns.left(), columns.right());
        for (Row row : columns.rows()) {
            addAcross(grid, Prose.text(row.heading(), "about"));
            addRow(grid, page.block(row.left()), page.block(row.right()));
        }
        return grid;
    }

    GridPane pair(String left, String right) {
        GridPane grid = halves();
        addRow(grid, Prose.text(left, "prose"), Prose.text(right, "prose"));
        return grid;
    }

    private GridPane withHeads(Link.Code left, Link.Code right) {
        GridPane grid = halves();
        addRow(grid, links.head(left), links.head(right));
        return grid;
    }

    /** Two columns of equal width, whose sections stand on the same line. */
    public static GridPane halves() {
        var half = new ColumnConstraints();
        half.setPercentWidth(50);
        half.setHgrow(Priority.ALWAYS);
        var grid = new GridPane();
        grid.getStyleClass().add("columns");
        grid.getColumnConstraints().setAll(half, half);
        return grid;
    }

    private static void addRow(GridPane grid, Node left, Node right) {
        int row = grid.getRowCount();
        grid.add(Prose.atTop(left), 0, row);
        grid.add(Prose.atTop(right), 1, row);
    }

    private static void addAcross(GridPane grid, Node node) {
        grid.add(node, 0, grid.getRowCount(), 2, 1);
    }
}
