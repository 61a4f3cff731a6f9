package org.ringback.window.kit;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ringback.page.Block.Fact;
import org.ringback.page.Block.Reason;

/** The building blocks of a readable page. */
public final class Prose {

    private Prose() {}

    /** A text that wraps and is never cut. */
    public static Label text(String words, String... styles) {
        var label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setMinWidth(0);
        label.getStyleClass().addAll(styles);
        return label;
    }

    public static Label heading(String words) {
        var heading = text(words, "heading");
        heading.setAccessibleRole(AccessibleRole.TEXT);
        return heading;
    }

    static VBox paragraphs(List<String> texts) {
        return stack(texts.stream().map(words -> (Node) text(words, "prose")).toList(), "paragraphs");
    }

    public static VBox bullets(List<String> texts) {
        return stack(
                texts.stream()
                        .map(words -> marked("\u2022", "bullet", text(words, "prose")))
                        .toList(),
                "items");
    }

    static VBox steps(List<String> texts) {
        var lines = new ArrayList<Node>();
        for (String words : texts) {
            lines.add(marked(Integer.toString(lines.size() + 1), "step", text(words, "prose")));
        }
        return stack(lines, "items");
    }

    /** Causes, each with the way to confirm it below. */
    static VBox reasons(List<Reason> reasons) {
        return stack(
                reasons.stream()
                        .map(reason -> marked(
                                "\u2022",
                                "bullet",
                                new VBox(
                                        text(reason.cause(), "prose", "cause"),
                                        text(reason.confirm(), "prose", "muted"))))
                        .toList(),
                "items");
    }

    private static Node marked(String mark, String style, Region words) {
        var label = new Label(mark);
        label.getStyleClass().add(style);
        label.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        var line = new HBox(label, words);
        line.getStyleClass().add("item");
        return line;
    }

    private static VBox stack(List<Node> nodes, String style) {
        var box = new VBox();
        box.getChildren().setAll(nodes);
        box.getStyleClass().add(style);
        return box;
    }

    /** Names with values in two columns. */
    static GridPane facts(List<Fact> facts) {
        var grid = new GridPane();
        grid.getStyleClass().add("facts");
        var names = new ColumnConstraints();
        names.setPercentWidth(32);
        var values = new ColumnConstraints();
        values.setPercentWidth(68);
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(names, values);
        for (Fact fact : facts) {
            int row = grid.getRowCount();
            grid.add(atTop(text(fact.name(), "fact-name")), 0, row);
            grid.add(atTop(text(fact.value(), "prose")), 1, row);
        }
        return grid;
    }

    /** Keeps a cell of a grid on the line where its row begins. */
    public static <N extends Node> N atTop(N node) {
        GridPane.setValignment(node, VPos.TOP);
        return node;
    }

    public static FlowPane flow(List<? extends Node> nodes) {
        var flow = new FlowPane();
        flow.getChildren().setAll(nodes);
        flow.getStyleClass().add("flow");
        return flow;
    }
}
