package org.ringback.window.kit;

import java.util.Arrays;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Says as much as there is room for: of several wordings the first that fits, rather than a long one that ends in dots. */
public final class Wordings extends Region {

    private static final double ROUNDED = 0.5;

    private final String style;

    /**
     * Says nothing yet.
     *
     * @param style the style class of what is shown
     */
    public Wordings(String style) {
        this.style = style;
    }

    /**
     * Says something else from now on.
     *
     * @param wordings of the same, the longest first
     */
    public void say(String... wordings) {
        getChildren().setAll(Arrays.stream(wordings).map(this::label).toList());
    }

    private Label label(String words) {
        var label = new Label(words);
        label.getStyleClass().add(style);
        return label;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return getChildren().isEmpty() ? 0 : snapSizeX(getChildren().getFirst().prefWidth(-1));
    }

    @Override
    protected double computePrefHeight(double width) {
        return getChildren().stream()
                .mapToDouble(label -> label.prefHeight(-1))
                .max()
                .orElse(0);
    }

    @Override
    protected void layoutChildren() {
        boolean said = false;
        for (Node label : getChildren()) {
            double wanted = label.prefWidth(-1);
            boolean fits = !said && wanted <= getWidth() + ROUNDED;
            label.setVisible(fits);
            label.resizeRelocate(0, 0, wanted, getHeight());
            said |= fits;
        }
    }
}
