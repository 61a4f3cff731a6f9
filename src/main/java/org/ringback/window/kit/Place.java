package org.ringback.window.kit;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/**
 * A place on a page that can be found again on the same page in other words: the smallest block there, known by its number
 * among its neighbours at each level, and how far down in it.
 *
 * @param numbers of the blocks from the page inwards, each counted from 0
 * @param neighbours how many blocks there are at each level: with others, the numbers mean other blocks
 * @param shares how far down in the page, and in each of the blocks, from 0 at its top to 1 at its bottom
 */
public record Place(List<Integer> numbers, List<Integer> neighbours, List<Double> shares) {

    /**
     * The place at a height.
     *
     * @param y below the top of the page, in pixels
     */
    static Place at(Node page, double y) {
        List<Integer> numbers = new ArrayList<>();
        List<Integer> neighbours = new ArrayList<>();
        List<Double> shares = new ArrayList<>();
        Node block = page;
        double inside = y;
        while (block != null) {
            double height = block.getLayoutBounds().getHeight();
            shares.add(height <= 0 ? 0 : Math.clamp(inside / height, 0, 1));
            List<Node> parts = parts(block);
            int number = under(parts, inside);
            block = number < 0 ? null : parts.get(number);
            if (block != null) {
                numbers.add(number);
                neighbours.add(parts.size());
                inside -= block.getBoundsInParent().getMinY();
            }
        }
        return new Place(List.copyOf(numbers), List.copyOf(neighbours), List.copyOf(shares));
    }

    /** The first part that reaches below a height; a place between two belongs to the lower one. */
    private static int under(List<Node> parts, double y) {
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).getBoundsInParent().getMaxY() > y) {
                return i;
            }
        }
        return -1;
    }

    /** What a block is laid out from; the insides of a text or a button are its own affair. */
    private static List<Node> parts(Node block) {
        return block instanceof Pane pane
                ? pane.getChildren().stream().filter(Node::isManaged).toList()
                : List.of();
    }

    /** How far below the top of another page the same place is, in pixels; the page has to be laid out. */
    double on(Node page) {
        Node block = page;
        double top = 0;
        int level = 0;
        while (level < numbers.size()) {
            List<Node> parts = parts(block);
            if (parts.size() != neighbours.get(level)) {
                break;
            }
            block = parts.get(numbers.get(level));
            Bounds bounds = block.getBoundsInParent();
            top += bounds.getMinY();
            level++;
        }
        return top + shares.get(level) * block.getLayoutBounds().getHeight();
    }
}
