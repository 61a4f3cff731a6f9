package org.ringback.window.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;

/** The paragraphs of a page, and between them the links and badges, which are copied too. */
public final class PageLines implements ReadLines {

    /** A bullet or a number before a paragraph: copied as a sign of that. */
    public static final String SIGN = "sign";

    private final Supplier<Node> page;
    private final BiConsumer<Node, Bounds> reveal;
    private List<Node> nodes = List.of();
    private Node read;

    /**
     * The lines of a page.
     *
     * @param page what is read now; {@code null} while nothing is
     * @param reveal brings a part of a node, in the node's own coordinates, into sight
     */
    public PageLines(Supplier<Node> page, BiConsumer<Node, Bounds> reveal) {
        this.page = page;
        this.reveal = reveal;
    }

    /** A page is made anew for each document, and does not change after that. */
    private List<Node> nodes() {
        Node now = page.get();
        if (!Objects.equals(now, read)) {
            read = now;
            List<Node> found = new ArrayList<>();
            if (read != null) {
                gather(read, found);
            }
            nodes = found;
        }
        return nodes;
    }

    private static void gather(Node node, List<Node> found) {
        if (!node.isVisible() || node.getStyleClass().contains(SIGN)) {
            return;
        }
        if (node instanceof WrappedText || node instanceof Labeled) {
            if (!words(node).isBlank()) {
                found.add(node);
            }
        } else if (node instanceof Parent parent && !(node instanceof TextInputControl)) {
            parent.getChildrenUnmodifiable().forEach(child -> gather(child, found));
        }
    }

    private static String words(Node node) {
        if (node instanceof WrappedText passage) {
            return passage.shown();
        }
        Labeled labeled = (Labeled) node;
        String before = labeled.getGraphic() instanceof Labeled badge ? badge.getText() + " " : "";
        return before + (labeled.getText() == null ? "" : labeled.getText());
    }

    @Override
    public int count() {
        return nodes().size();
    }

    @Override
    public String text(int line) {
        return words(nodes().get(line));
    }

    @Override
    public String sign(int line) {
        return nodes().get(line) instanceof WrappedText passage ? passage.sign() : "";
    }

    @Override
    public Optional<WrappedText> shown(int line) {
        return nodes().get(line) instanceof WrappedText passage ? Optional.of(passage) : Optional.empty();
    }

    @Override
    public int at(double sceneX, double sceneY) {
        int nearest = -1;
        double least = Double.MAX_VALUE;
        for (int line = 0; line < count(); line++) {
            double distance = ListLines.distance(nodes().get(line), sceneX, sceneY);
            if (distance < least) {
                least = distance;
                nearest = line;
            }
        }
        return nearest;
    }

    @Override
    public void reveal(int line, Range letters) {
        Node node = nodes().get(line);
        reveal.accept(node, shown(line).map(passage -> passage.area(letters)).orElse(node.getLayoutBounds()));
    }
}
