package org.ringback.window.ladder;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.value.ObservableDoubleValue;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import org.ringback.call.Message;
import org.ringback.call.Note;
import org.ringback.ladder.Line;
import org.ringback.ladder.Relation;
import org.ringback.ladder.Row;
import org.ringback.language.LiveTexts;
import org.ringback.window.kit.NoteText;
import org.ringback.window.text.ShortLines;

/** A row in the list of arrows. */
final class ArrowCell extends ListCell<Line> {

    private final LiveTexts texts;
    private final Supplier<LadderDrawing> drawing;
    private final Function<Line, Optional<Relation>> relation;
    private final Function<Message, Note> notes;
    private final ArrowRow arrow;
    private final Tooltip whole = new Tooltip();

    ArrowCell(
            LiveTexts texts,
            Supplier<LadderDrawing> drawing,
            Function<Line, Optional<Relation>> relation,
            Function<Message, Note> notes,
            ObservableDoubleValue scrolled) {
        this.texts = texts;
        this.drawing = drawing;
        this.relation = relation;
        this.notes = notes;
        this.arrow = new ArrowRow(scrolled);
        getStyleClass().add("ladder-cell");
        setPrefWidth(0);
        setOnMouseEntered(move -> setTooltip(!isEmpty() && (arrow.cut() || arrow.flagged()) ? whole : null));
    }

    @Override
    protected void updateItem(Line line, boolean empty) {
        super.updateItem(line, empty);
        setText(null);
        if (empty || line == null) {
            setGraphic(null);
            setAccessibleText(null);
        } else {
            setGraphic(arrow);
            redraw();
        }
    }

    /** As high as its row, whatever a theme makes of cells. */
    @Override
    protected double computePrefHeight(double width) {
        LadderDrawing now = drawing.get();
        int rows = now.ladder().lines().size();
        return isEmpty() || getIndex() >= rows
                ? now.plan().rowHeight()
                : now.places().height(getIndex());
    }

    /** Draws the same row again because something around it has changed. */
    void redraw() {
        LadderDrawing now = drawing.get();
        // While the list takes in another ladder, cells may still stand for rows of the one before.
        if (isEmpty() || getIndex() >= now.ladder().lines().size()) {
            return;
        }
        Line line = now.ladder().lines().get(getIndex());
        Optional<Relation> related = relation.apply(line);
        Note note = line instanceof Row row ? notes.apply(row.message()) : Note.NONE;
        arrow.show(now, getIndex(), related);
        arrow.flag(!note.nothing());
        String spoken = ArrowRow.spoken(now, getIndex(), related, texts.get());
        if (!note.nothing()) {
            spoken += ", " + (note.text().isEmpty() ? texts.get().get(NoteText.MARKED) : note.text());
        }
        setAccessibleText(spoken);
        whole.setText(ShortLines.of(spoken));
    }
}
