package org.ringback.window.message;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.text.Text;
import org.ringback.language.Texts;
import org.ringback.sip.Doubt;
import org.ringback.sip.MessageLine;
import org.ringback.sip.MessageLine.Piece;
import org.ringback.window.text.ShortLines;
import org.ringback.window.text.WrappedText;
import org.ringback.words.FaultText;

/** One line of a message: raw, left to right, with header names to be asked about and doubtful bytes marked. */
final class MessageLineCell extends ListCell<MessageLine> {

    private static final double ROOM_FOR_SCROLLING = 20;

    private final Supplier<Texts> texts;
    private final BiConsumer<MessageLine, Node> explain;
    private final ObjIntConsumer<WrappedText> shown;
    private final WrappedText flow = new WrappedText();

    /** @param shown is told which line the cell shows now */
    MessageLineCell(Supplier<Texts> texts, BiConsumer<MessageLine, Node> explain, ObjIntConsumer<WrappedText> shown) {
        this.shown = shown;
        this.texts = texts;
        this.explain = explain;
        getStyleClass().add("message-line");
        flow.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(MessageLine line, boolean empty) {
        super.updateItem(line, empty);
        if (empty || line == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        flow.show(
                line.pieces().isEmpty()
                        ? List.of(new Text(" "))
                        : line.pieces().stream().map(piece -> node(line, piece)).toList());
        setGraphic(flow);
        shown.accept(flow, getIndex());
        setAccessibleText(line.text());
    }

    /** What shows its line, whichever that is. */
    WrappedText passage() {
        return flow;
    }

    /** As high as its text is at the width of the list: a skin would measure it unwrapped. */
    @Override
    protected double computePrefHeight(double width) {
        double padding = snappedTopInset() + snappedBottomInset();
        return padding + (getGraphic() == null ? 0 : flow.prefHeight(room(width)));
    }

    /** Its text has the width for which it was measured, whether there is a scroll bar or not: else a line wraps for nothing. */
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (getGraphic() != null) {
            double height = getHeight() - snappedTopInset() - snappedBottomInset();
            flow.resizeRelocate(snappedLeftInset(), snappedTopInset(), room(getWidth()), height);
        }
    }

    private double room(double width) {
        double sides = snappedLeftInset() + snappedRightInset();
        return Math.max(1, getListView() == null ? width : getListView().getWidth() - sides - ROOM_FOR_SCROLLING);
    }

    private Text node(MessageLine line, Piece piece) {
        var text = new Text(piece.text());
        text.getStyleClass().add(style(line, piece));
        if (!piece.doubts().isEmpty()) {
            text.getStyleClass().add("doubted");
            Tooltip.install(
                    text,
                    new Tooltip(piece.doubts().stream()
                            .map(this::words)
                            .map(ShortLines::of)
                            .collect(Collectors.joining("\n"))));
        }
        if (piece.name()) {
            text.setOnMouseClicked(click -> {
                if (click.getButton() == MouseButton.PRIMARY && click.isStillSincePress()) {
                    explain.accept(line, this);
                }
            });
        }
        return text;
    }

    private String words(Doubt doubt) {
        Texts now = texts.get();
        return now.get(MessageText.DOUBT, now.get(FaultText.of(doubt.fault())), doubt.rule());
    }

    private static String style(MessageLine line, Piece piece) {
        if (piece.name()) {
            return "header-name";
        }
        return switch (line.part()) {
            case START -> "message-start";
            case HEADER, SEPARATOR -> "header-value";
            case BODY -> "message-body";
            case OUTSIDE -> "message-outside";
        };
    }
}
