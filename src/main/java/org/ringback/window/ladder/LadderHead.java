package org.ringback.window.ladder;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableDoubleValue;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.ringback.ladder.Column;
import org.ringback.language.Texts;
import org.ringback.session.LadderModel;
import org.ringback.window.kit.MenuLine;
import org.ringback.words.LadderWords;

/** The headings of the columns: they stay above the rows, follow them sideways, and each has a menu for its column. */
final class LadderHead extends Region {

    private final Pane moving = new Pane();
    private final Rectangle clip = new Rectangle();
    private LadderDrawing drawing;

    LadderHead(ObservableDoubleValue scrolled) {
        getStyleClass().add("ladder-head");
        moving.setManaged(false);
        moving.setClip(clip);
        moving.translateXProperty().bind(Bindings.negate(scrolled));
        clip.xProperty().bind(scrolled);
        getChildren().add(moving);
    }

    /** Shows headings with menus. */
    void show(LadderDrawing what, LadderModel model, Texts texts) {
        int focused = focusedColumn();
        Column column = focused < 0 ? null : drawing.ladder().columns().get(focused);
        fill(what, each -> menu(what, each, model, texts));
        if (focused >= 0 && !moving.getChildren().isEmpty()) {
            // The keyboard moves with its column; that of one which was hidden goes to the next.
            int moved = what.ladder().columns().indexOf(column);
            int place = moved < 0 ? Math.min(focused, moving.getChildren().size() - 1) : moved;
            moving.getChildren().get(place).requestFocus();
        }
    }

    /** Shows headings without menus, for a picture. */
    void show(LadderDrawing what) {
        fill(what, column -> heading(what, column));
    }

    private int focusedColumn() {
        for (int i = 0; i < moving.getChildren().size(); i++) {
            if (moving.getChildren().get(i).isFocused()) {
                return i;
            }
        }
        return -1;
    }

    private void fill(LadderDrawing what, Function<Column, Node> heading) {
        drawing = what;
        List<Node> headings = new ArrayList<>();
        what.ladder().columns().forEach(column -> headings.add(heading.apply(column)));
        headings.forEach(node -> node.setManaged(false));
        moving.getChildren().setAll(headings);
        requestLayout();
    }

    private static VBox heading(LadderDrawing what, Column column) {
        var name = part(what.words().heading(column), column.known() ? "ladder-host" : "ladder-unknown");
        var below = part(LadderWords.subheading(column), "ladder-below");
        var box = new VBox(name, below);
        box.setAlignment(Pos.CENTER);
        List<Column> columns = what.ladder().columns();
        box.setMaxWidth(what.plan().heading(columns.indexOf(column), columns.size())
                - 0.8 * what.plan().em());
        return box;
    }

    private static Label part(String words, String style) {
        var label = new Label(words);
        label.getStyleClass().add(style);
        label.setTextOverrun(OverrunStyle.ELLIPSIS);
        label.setMinWidth(0);
        return label;
    }

    private static Button menu(LadderDrawing what, Column column, LadderModel model, Texts texts) {
        var button = new Button("", heading(what, column));
        button.getStyleClass().addAll("flat", "ladder-column");
        List<Column> columns = what.ladder().columns();
        int place = columns.indexOf(column);
        String name = what.words().heading(column);
        button.setAccessibleText(
                texts.get(LadderWord.HOST, name, Integer.toString(place + 1), Integer.toString(columns.size())));
        String rest = LadderWords.subheading(column);
        button.setTooltip(new Tooltip(
                rest.isEmpty()
                                || rest.equals(column.product())
                                || column.product().isEmpty()
                        ? name + (rest.isEmpty() ? "" : "\n" + rest)
                        : name + "\n" + rest + "\n" + column.product()));
        var left = MenuLine.of(texts.get(LadderWord.MOVE_LEFT), () -> model.move(column, false));
        left.setDisable(place == 0);
        var right = MenuLine.of(texts.get(LadderWord.MOVE_RIGHT), () -> model.move(column, true));
        right.setDisable(place == columns.size() - 1);
        var hide = MenuLine.of(texts.get(LadderWord.HIDE), () -> model.hide(column));
        hide.setDisable(columns.size() == 1);
        var menu = new ContextMenu(left, right, hide);
        button.setContextMenu(menu);
        button.setOnAction(press -> menu.show(button, Side.BOTTOM, 0, 0));
        return button;
    }

    @Override
    protected double computePrefHeight(double width) {
        return drawing == null ? 0 : drawing.plan().headHeight();
    }

    @Override
    protected void layoutChildren() {
        if (drawing == null) {
            return;
        }
        LadderPlan plan = drawing.plan();
        moving.resizeRelocate(plan.times(), 0, plan.width(), getHeight());
        clip.setWidth(Math.max(0, getWidth() - plan.times()));
        clip.setHeight(getHeight());
        for (int i = 0; i < moving.getChildren().size(); i++) {
            Node heading = moving.getChildren().get(i);
            double width = Math.round(plan.heading(i, moving.getChildren().size()));
            heading.resizeRelocate(Math.rint(plan.x(i) - width / 2), 2, width, getHeight() - 5);
        }
    }
}
