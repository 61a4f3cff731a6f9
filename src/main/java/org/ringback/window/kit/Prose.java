package org.ringback.window.kit;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
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
import org.ringback.window.text.PageLines;
import org.ringback.window.text.WrappedText;

/** The building blocks of a readable page. */
public final class Prose {

    private static final String BULLET = "\u2022";

    private Prose() {}

    /** A text that wraps and is never cut. */
    public static WrappedText text(String words, String... styles) {
        return new WrappedText(words, styles);
    }

    /** The same, with a small drawing before it. */
    public static HBox text(Node icon, WrappedText words, String... styles) {
        HBox.setHgrow(words, Priority.ALWAYS);
        var line = new HBox(icon, words);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMinWidth(0);
        line.getStyleClass().addAll(styles);
        return line;
    }

    public static WrappedText heading(String words) {
        return text(words, "heading");
    }

    static VBox paragraphs(List<String> texts) {
        return stack(texts.stream().map(words -> (Node) text(words, "prose")).toList(), "paragraphs");
    }

    public static VBox bullets(List<String> texts) {
        return stack(
                texts.stream()
                        .map(words ->
                                marked(BULLET, "bullet", text(words, "prose").after(BULLET + " ")))
                        .toList(),
                "items");
    }

    static VBox steps(List<String> texts) {
        var lines = new ArrayList<Node>();
        for (String words : texts) {
            String number = Integer.toString(lines.size() + 1);
            lines.add(marked(number, "step", text(words, "prose").after(number + ". ")));
        }
        return stack(lines, "items");
    }

    /** Causes, each with the way to confirm it below. */
    static VBox reasons(List<Reason> reasons) {
        return stack(
                reasons.stream()
                        .map(reason -> marked(
                                BULLET,
                                "bullet",
                                new VBox(
                                        text(reason.cause(), "prose", "cause").after(BULLET + " "),
                                        text(reason.confirm(), "prose", "muted"))))
                        .toList(),
                "items");
    }

    private static Node marked(String mark, String style, Region words) {
        var label = new Label(mark);
        label.getStyleClass().addAll(style, PageLines.SIGN);
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
