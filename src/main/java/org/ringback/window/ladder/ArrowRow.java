package org.ringback.window.ladder;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableDoubleValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.VLineTo;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.ringback.ladder.Line;
import org.ringback.ladder.Relation;
import org.ringback.ladder.Row;
import org.ringback.ladder.Span;
import org.ringback.language.Texts;
import org.ringback.window.kit.Icons;
import org.ringback.window.text.WrappedText;
import org.ringback.words.LadderWords;

/** One row of a ladder: its time, which stays, and its arrow and brackets, which scroll sideways. */
final class ArrowRow extends Region {

    private static final PseudoClass STRONG = PseudoClass.getPseudoClass("strong");
    private static final PseudoClass PALE = PseudoClass.getPseudoClass("pale");
    private static final PseudoClass AGAIN = PseudoClass.getPseudoClass("again");
    private static final PseudoClass ALARMING = PseudoClass.getPseudoClass("alarming");

    private final Label time = label("ladder-time");
    private final Label leg = label("ladder-leg");
    private final FontIcon sign = Icons.of(Feather.GIT_BRANCH);
    private final FontIcon flag = Icons.of(Feather.FLAG);
    private final Region bar = new Region();
    private final Path shaft = path("ladder-shaft");
    private final Path head = path("ladder-point");
    private final Label label = label("ladder-label");
    private final Label detail = label("ladder-detail");
    private final Label note = label("ladder-note");
    private final Path brackets = path("ladder-bracket");
    private final Path alarms = path("ladder-bracket");
    private final BandLayer bands = new BandLayer();
    private final Pane moving = new Pane(bands, label, detail, shaft, head, brackets, alarms, note);
    private final Rectangle clip = new Rectangle();
    private LadderDrawing drawing;
    private int index;
    private PseudoClass kind;

    /** A row that follows when the ladder is scrolled sideways. */
    ArrowRow(ObservableDoubleValue scrolled) {
        getStyleClass().add("ladder-row");
        bar.getStyleClass().add("ladder-bar");
        sign.getStyleClass().add("ladder-sign");
        alarms.pseudoClassStateChanged(ALARMING, true);
        moving.getChildren().forEach(child -> child.setManaged(false));
        moving.setManaged(false);
        moving.setClip(clip);
        moving.translateXProperty().bind(Bindings.negate(scrolled));
        clip.xProperty().bind(scrolled);
        flag.getStyleClass().add("noted-mark");
        List.of(time, leg, sign, flag, bar).forEach(child -> child.setManaged(false));
        sign.setVisible(false);
        flag.setVisible(false);
        getChildren().addAll(moving, bar, time, leg, sign, flag);
    }

    private static Label label(String style) {
        var label = new Label();
        label.getStyleClass().add(style);
        label.setTextOverrun(OverrunStyle.ELLIPSIS);
        label.setMinWidth(0);
        label.setManaged(false);
        return label;
    }

    private static Path path(String style) {
        var path = new Path();
        path.getStyleClass().add(style);
        return path;
    }

    /** Draws a row; empty as relation means that nothing is selected. */
    void show(LadderDrawing what, int row, Optional<Relation> relation) {
        drawing = what;
        index = row;
        Line shown = what.ladder().lines().get(row);
        time.setText(what.words().time(what.times(), what.ladder(), row));
        leg.setText(what.ladder().legs() > 1 ? LadderWords.leg(shown) : "");
        leg.setVisible(what.ladder().legs() > 1);
        label.setText(shown.label());
        detail.setText(what.words().detail(shown));
        detail.setVisible(!detail.getText().isEmpty());
        note.setText(what.words().note(what.ladder(), row));
        // A label cannot wrap every script; in one line it draws them all.
        note.setWrapText(!WrappedText.needed(note.getText()));
        note.setVisible(!note.getText().isEmpty());
        note.pseudoClassStateChanged(
                ALARMING, what.spans().get(row).stream().anyMatch(span -> span.from() == row && span.alarming()));
        bands.show(what, row);
        color(ArrowKind.of(shown));
        shaft.pseudoClassStateChanged(AGAIN, shown instanceof Row message && message.retransmission());
        relate(relation);
        requestLayout();
    }

    /** For another style class, which is no state, every rule would be looked through again for each row that scrolls by. */
    private void color(PseudoClass wanted) {
        if (!wanted.equals(kind)) {
            if (kind != null) {
                pseudoClassStateChanged(kind, false);
            }
            pseudoClassStateChanged(wanted, true);
            kind = wanted;
        }
    }

    private void relate(Optional<Relation> relation) {
        Relation kind = relation.orElse(Relation.SAME_DIALOG);
        boolean strong = kind == Relation.SELECTED || kind == Relation.SAME_TRANSACTION;
        pseudoClassStateChanged(STRONG, strong);
        pseudoClassStateChanged(PALE, kind == Relation.NONE);
        bar.setVisible(strong);
        sign.setVisible(kind == Relation.SIBLING_FORK || kind == Relation.OTHER_LEG);
        sign.setIconCode(kind == Relation.OTHER_LEG ? Feather.LINK : Feather.GIT_BRANCH);
    }

    /** Shows that the user has noted something at it. */
    void flag(boolean noted) {
        flag.setVisible(noted);
    }

    boolean flagged() {
        return flag.isVisible();
    }

    /** Whether something is cut that a tooltip should say in full. */
    boolean cut() {
        return Stream.of(label, detail, note).anyMatch(part -> part.isVisible() && cut(part));
    }

    private static boolean cut(Label part) {
        return part.isWrapText()
                ? part.prefHeight(part.getWidth()) > part.getHeight() + 1
                : part.prefWidth(-1) > part.getWidth() + 1;
    }

    @Override
    protected double computePrefHeight(double width) {
        return drawing == null ? 0 : drawing.places().height(index);
    }

    @Override
    protected void layoutChildren() {
        if (drawing == null) {
            return;
        }
        LadderPlan plan = drawing.plan();
        double em = plan.em();
        double height = getHeight();
        double y = plan.line();
        moving.resizeRelocate(plan.times(), 0, plan.width(), height);
        clip.setWidth(Math.max(0, getWidth() - plan.times()));
        clip.setHeight(height);
        bar.resizeRelocate(0, 1, Math.max(2, 0.24 * em), height - 2);
        double timeWidth = plan.times() - plan.leg() - 1.4 * em;
        place(time, 0.5 * em, y, timeWidth, timeWidth);
        if (leg.isVisible()) {
            double side = Math.round(1.5 * em);
            leg.resizeRelocate(plan.times() - plan.leg() - 0.5 * em, Math.rint(y - side / 2), side, side);
        }
        double signSide = sign.getLayoutBounds().getHeight();
        sign.relocate(plan.times() - 0.15 * em - signSide, Math.rint(y - signSide / 2));
        flag.relocate(
                getWidth() - flag.getLayoutBounds().getWidth() - 0.5 * em,
                Math.rint(y - flag.getLayoutBounds().getHeight() / 2));
        bands.resizeRelocate(0, 0, plan.width(), height);
        arrow(plan, y);
        brackets(plan, y, height);
        if (note.isVisible()) {
            placeNote(plan, y, plan.rowHeight());
        }
    }

    private static void place(Label label, double x, double y, double room, double least) {
        double height = label.prefHeight(-1);
        double width = Math.max(least, Math.min(room, Math.ceil(label.prefWidth(-1))));
        label.resizeRelocate(x, Math.rint(y - height / 2), width, height);
    }

    /** In one line where it fits, else in as many as the row is high for. */
    private void placeNote(LadderPlan plan, double y, double height) {
        double width = Math.min(plan.noteWidth(), Math.ceil(note.prefWidth(-1)));
        double high = Math.min(height, Math.ceil(note.prefHeight(width)));
        double top = Math.clamp(Math.rint(y - high / 2), 0, height - high);
        note.resizeRelocate(plan.notes(), top, width, high);
    }

    private void arrow(LadderPlan plan, double y) {
        Line row = drawing.ladder().lines().get(index);
        double em = plan.em();
        double from = Math.round(plan.x(row.from())) + 0.5;
        double to = Math.round(plan.x(row.to())) + 0.5;
        double line = y + 0.5;
        double point = 0.62 * em;
        if (row.toItself()) {
            double out = from + 1.6 * em;
            shaft.getElements()
                    .setAll(
                            new MoveTo(from, line - 0.4 * em),
                            new HLineTo(out),
                            new VLineTo(line + 0.4 * em),
                            new HLineTo(from + point));
            head(from, line + 0.4 * em, -1, point);
            beside(label, from, out + 0.5 * em, y - 0.55 * em);
            beside(detail, from, out + 0.5 * em, y + 0.78 * em);
        } else {
            int way = to > from ? 1 : -1;
            shaft.getElements().setAll(new MoveTo(from, line), new LineTo(to - way * point, line));
            head(to, line, way, point);
            over(label, (from + to) / 2, y - 0.85 * em);
            over(detail, (from + to) / 2, y + 0.78 * em);
        }
    }

    private void head(double x, double y, int way, double size) {
        head.getElements()
                .setAll(
                        new MoveTo(x, y),
                        new LineTo(x - way * size, y - size * 0.48),
                        new LineTo(x - way * size, y + size * 0.48),
                        new LineTo(x, y));
    }

    /** In the middle of the arrow, beyond its ends where it is short: nothing else stands in its row before the brackets. */
    private void over(Label label, double middle, double y) {
        double width = Math.min(drawing.plan().lanes(), Math.ceil(label.prefWidth(-1)));
        put(label, Math.clamp(middle - width / 2, 0, drawing.plan().lanes() - width), y, width);
    }

    /** At the right of a loop as far as there is room, else at the left of its lifeline if more is there. */
    private void beside(Label label, double lifeline, double right, double y) {
        double wanted = Math.ceil(label.prefWidth(-1));
        double rightRoom = drawing.plan().lanes() - right;
        double leftRoom = lifeline - drawing.plan().em();
        if (wanted <= rightRoom || rightRoom >= leftRoom) {
            put(label, right, y, Math.min(wanted, rightRoom));
        } else {
            double width = Math.min(wanted, leftRoom);
            put(label, leftRoom - width, y, width);
        }
    }

    private static void put(Label label, double x, double y, double width) {
        if (label.isVisible()) {
            double height = label.prefHeight(-1);
            label.resizeRelocate(Math.rint(x), Math.rint(y - height / 2), width, height);
        }
    }

    private void brackets(LadderPlan plan, double y, double height) {
        List<Span> spans = drawing.spans().get(index);
        Brackets.draw(brackets, spans.stream().filter(span -> !span.alarming()).toList(), index, plan, y, height);
        Brackets.draw(alarms, spans.stream().filter(Span::alarming).toList(), index, plan, y, height);
    }

    /** What it is called in words, its relation to the selected row included. */
    static String spoken(LadderDrawing drawing, int row, Optional<Relation> relation, Texts texts) {
        String arrow = drawing.words().spoken(drawing.ladder(), row);
        return relation.map(kind -> arrow + ", " + texts.get(LadderWord.of(kind)))
                .orElse(arrow);
    }
}
