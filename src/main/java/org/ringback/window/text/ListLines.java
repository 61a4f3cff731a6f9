package org.ringback.window.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;

/** The rows of a list, each in as many paragraphs as it has columns; only those in sight are laid out. */
public final class ListLines<T> implements ReadLines {

    private final ListView<T> list;
    private final int columns;
    private final BiFunction<T, Integer, String> words;
    private final List<Row<T>> rows = new ArrayList<>();
    private final boolean wire;

    /** A row as it is shown now. */
    private record Row<T>(ListCell<T> cell, List<WrappedText> passages) {

        private boolean shown() {
            return !cell.isEmpty() && cell.isVisible() && cell.getScene() != null && cell.getIndex() >= 0;
        }
    }

    /**
     * The rows of a list.
     *
     * @param words what stands in a column of a row, as the paragraph there shows it
     * @param wire whether it came over the wire, so that every letter counts
     */
    public ListLines(ListView<T> list, int columns, BiFunction<T, Integer, String> words, boolean wire) {
        this.list = list;
        this.columns = columns;
        this.words = words;
        this.wire = wire;
    }

    /** Takes in a cell, with the paragraphs that it always shows its row in. */
    public void add(ListCell<T> cell, List<WrappedText> passages) {
        rows.add(new Row<>(cell, List.copyOf(passages)));
    }

    /** The number of the line in a column of a row. */
    public int line(int row, int column) {
        return row * columns + column;
    }

    @Override
    public int count() {
        return list.getItems().size() * columns;
    }

    @Override
    public String text(int line) {
        return words.apply(list.getItems().get(line / columns), line % columns);
    }

    @Override
    public String copied(String letters) {
        return wire ? letters : ReadLines.super.copied(letters);
    }

    /** Shift with an arrow chooses rows, until letters are chosen. */
    @Override
    public boolean keysBegin() {
        return false;
    }

    @Override
    public Optional<WrappedText> shown(int line) {
        return rows.stream()
                .filter(row -> row.shown() && row.cell().getIndex() == line / columns)
                .map(row -> row.passages().get(line % columns))
                .findFirst();
    }

    @Override
    public int at(double sceneX, double sceneY) {
        int nearest = -1;
        double least = Double.MAX_VALUE;
        for (Row<T> row : rows) {
            for (int column = 0; row.shown() && column < columns; column++) {
                double distance = distance(row.passages().get(column), sceneX, sceneY);
                if (distance < least) {
                    least = distance;
                    nearest = line(row.cell().getIndex(), column);
                }
            }
        }
        return nearest;
    }

    static double distance(Node node, double sceneX, double sceneY) {
        Bounds bounds = node.localToScene(node.getLayoutBounds());
        double beside = outside(sceneX, bounds.getMinX(), bounds.getMaxX());
        // A point beside a paragraph is nearer to it than one as far below.
        double below = 3 * outside(sceneY, bounds.getMinY(), bounds.getMaxY());
        return beside * beside + below * below;
    }

    private static double outside(double at, double from, double to) {
        return Math.max(0, Math.max(from - at, at - to));
    }

    @Override
    public void reveal(int line, Range letters) {
        int row = line / columns;
        boolean whole = rows.stream()
                .filter(known -> known.shown() && known.cell().getIndex() == row)
                .map(known ->
                        list.sceneToLocal(known.cell().localToScene(known.cell().getLayoutBounds())))
                .anyMatch(bounds -> bounds.getMinY() >= 0 && bounds.getMaxY() <= list.getHeight());
        if (!whole) {
            list.scrollTo(Math.max(0, row - 1));
        }
    }
}
