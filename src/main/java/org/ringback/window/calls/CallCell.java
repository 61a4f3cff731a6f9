package org.ringback.window.calls;

import java.util.function.Function;
import java.util.function.IntConsumer;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.ringback.language.Texts;
import org.ringback.session.CallOrder;
import org.ringback.session.CallRow;
import org.ringback.session.Session;
import org.ringback.window.kit.CallWords;
import org.ringback.words.TalkTime;

/** One value of a call; written only when it comes into sight, and again when something around it has changed. */
public abstract class CallCell extends TableCell<CallRow, CallRow> {

    private final Session session;
    private String hint;

    CallCell(Session session, CallOrder.By column) {
        this.session = session;
        getStyleClass().addAll("call-cell", "call-" + column.id());
        // A tooltip is a window with styles of its own: one for each value that scrolls by would cost more than the
        // list.
        setOnMouseEntered(enter -> offerHint());
    }

    /**
     * The cell for a column.
     *
     * @param openCode opens the page of a code
     */
    static CallCell of(Session session, CallOrder.By column, IntConsumer openCode) {
        return switch (column) {
            case START -> new StartCell(session);
            case FROM ->
                new Words(session, column, row -> CallWords.name(row.from()), row -> CallWords.address(row.from()));
            case TO -> new Words(session, column, row -> CallWords.name(row.to()), row -> CallWords.address(row.to()));
            case ENDING -> words(session, column, row -> session.texts().get().get(row.ending()));
            case CODE -> new FinalCodeCell(session, openCode);
            case SETUP ->
                words(
                        session,
                        column,
                        row -> row.call()
                                .times()
                                .postDialDelay()
                                .map(setup ->
                                        CallWords.seconds(setup, session.texts().get()))
                                .orElse(""));
            case TALK ->
                words(
                        session,
                        column,
                        row -> row.call().times().talkTime().map(TalkTime::of).orElse(""));
            case MEDIA -> new MediaCell(session);
            case MESSAGES ->
                words(session, column, row -> session.texts().get().numbers().count(row.messages()));
            case FINDINGS -> new MarkCell(session);
        };
    }

    private static CallCell words(Session session, CallOrder.By column, Function<CallRow, String> words) {
        return new Words(session, column, words, words);
    }

    @Override
    protected final void updateItem(CallRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            clear();
        } else {
            show(row);
        }
    }

    /** Writes the value. */
    abstract void show(CallRow row);

    /** Writes nothing. */
    void clear() {
        setText(null);
        setGraphic(null);
        setAccessibleText(null);
        hint(null);
    }

    /** Writes the same value again because something around it has changed. */
    final void redraw() {
        if (!isEmpty() && getItem() != null) {
            show(getItem());
        }
    }

    final Session session() {
        return session;
    }

    final Texts texts() {
        return session.texts().get();
    }

    /** What is told when the mouse rests here; {@code null} for nothing. */
    final void hint(String words) {
        hint = words;
        if (getTooltip() != null) {
            offerHint();
        }
    }

    private void offerHint() {
        if (hint == null) {
            setTooltip(null);
        } else if (getTooltip() == null) {
            setTooltip(new Tooltip(hint));
        } else {
            getTooltip().setText(hint);
        }
    }

    /** A value in a word or a number, which may stand for something longer. */
    private static final class Words extends CallCell {

        private final Function<CallRow, String> words;
        private final Function<CallRow, String> whole;

        private Words(
                Session session,
                CallOrder.By column,
                Function<CallRow, String> words,
                Function<CallRow, String> whole) {
            super(session, column);
            this.words = words;
            this.whole = whole;
        }

        @Override
        void show(CallRow row) {
            String shown = words.apply(row);
            String meant = whole.apply(row);
            setText(shown);
            hint(shown.equals(meant) ? null : meant);
        }
    }
}
