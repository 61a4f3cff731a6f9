package org.ringback.session;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.ringback.call.Message;
import org.ringback.ladder.Arrangement;
import org.ringback.ladder.CallFlow;
import org.ringback.ladder.Column;
import org.ringback.ladder.Grouping;
import org.ringback.ladder.Ladder;
import org.ringback.ladder.Line;
import org.ringback.ladder.NetworkMark;
import org.ringback.ladder.Relation;
import org.ringback.ladder.Row;
import org.ringback.ladder.TimeColumn;
import org.ringback.ladder.TimeMode;
import org.ringback.language.Texts;
import org.ringback.network.NetworkEvent;
import org.ringback.report.LadderSvg;

/** The ladder of the open call: which arrows are drawn, and which of them is meant. */
public final class LadderModel {

    private final OpenCall call;
    private final LadderOptions options;
    private final CallFlow flow;
    private final ZoneId zone;
    private final ObjectProperty<List<String>> order = new SimpleObjectProperty<>(this, "order", List.of());
    private final ObjectProperty<Set<String>> hidden = new SimpleObjectProperty<>(this, "hidden", Set.of());
    private final ObjectProperty<Message> key = new SimpleObjectProperty<>(this, "key");
    private final ObjectBinding<Ladder> ladder;
    private final ObjectBinding<TimeColumn> times;

    /**
     * Arranges what was read of the call.
     *
     * @param zone in which times of day are told
     */
    public LadderModel(OpenCall call, LadderOptions options, ZoneId zone) {
        this.call = call;
        this.options = options;
        this.zone = zone;
        this.flow = call.flow();
        if (options.timesProperty().get() == TimeMode.SINCE_KEY) {
            // The row that was chosen belonged to another ladder.
            options.timesProperty().set(TimeMode.SINCE_START);
        }
        this.ladder = Bindings.createObjectBinding(
                this::arrange,
                options.groupingProperty(),
                options.foldedProperty(),
                options.streamsProperty(),
                order,
                hidden);
        this.times = Bindings.createObjectBinding(this::timeColumn, options.timesProperty(), key);
    }

    private Ladder arrange() {
        return flow.ladder(new Arrangement(
                options.groupingProperty().get(),
                options.foldedProperty().get(),
                order.get(),
                hidden.get(),
                options.streamsProperty().get()));
    }

    private TimeColumn timeColumn() {
        return new TimeColumn(options.timesProperty().get(), Optional.ofNullable(key.get()), zone);
    }

    public OpenCall call() {
        return call;
    }

    public LadderOptions options() {
        return options;
    }

    /** Whether there are streams of media to show. */
    public boolean hasStreams() {
        return flow.hasStreams();
    }

    /** What makes a column now: what was chosen, or the ports of the only host there is. */
    public Grouping grouping() {
        return flow.grouping(options.groupingProperty().get());
    }

    /** What is drawn now. */
    public ObjectBinding<Ladder> ladder() {
        return ladder;
    }

    /** What the times count from now. */
    public ObjectBinding<TimeColumn> times() {
        return times;
    }

    /** The message from which times can be counted, or {@code null}. */
    public ObjectProperty<Message> keyProperty() {
        return key;
    }

    /** Counts the times from the selected message; once more, from the start again. */
    public void toggleKey() {
        if (markedProperty().get() != null) {
            return;
        }
        Message selected = call.selectedProperty().get();
        boolean again = selected == null
                || (selected == key.get() && options.timesProperty().get() == TimeMode.SINCE_KEY);
        key.set(again ? null : selected);
        options.timesProperty().set(again ? TimeMode.SINCE_START : TimeMode.SINCE_KEY);
    }

    /** What the network did and the user has chosen, in the place of a message, or {@code null}. */
    public ReadOnlyObjectProperty<NetworkEvent> markedProperty() {
        return call.markedProperty();
    }

    /** Selects what a line shows: one message, or what the network did and then no message. */
    public void select(Line line) {
        switch (line) {
            case Row row -> call.selectedProperty().set(row.message());
            case NetworkMark mark -> call.mark(mark.event());
        }
    }

    /** The index of the line that shows what is selected, or -1. */
    public int selectedLine() {
        NetworkEvent marked = markedProperty().get();
        if (marked != null) {
            return ladder.get().lineOf(marked);
        }
        Message selected = call.selectedProperty().get();
        return selected == null ? -1 : ladder.get().lineOf(selected);
    }

    /** What a line has to do with what is selected; nothing to tell while no message is. */
    public Optional<Relation> relation(Line line) {
        Message selected = call.selectedProperty().get();
        NetworkEvent marked = markedProperty().get();
        return switch (line) {
            case NetworkMark mark ->
                marked != null && mark.shows(marked) ? Optional.of(Relation.SELECTED) : Optional.empty();
            case Row _ when selected == null -> Optional.empty();
            case Row row when row.shows(selected) -> Optional.of(Relation.SELECTED);
            case Row row -> Optional.of(flow.relation(selected, row.message()));
        };
    }

    /** Selects the next message of the same transaction that is shown, or the one before; stays where there is none. */
    public void step(boolean forward) {
        List<Line> lines = ladder.get().lines();
        Message selected = call.selectedProperty().get();
        int by = forward ? 1 : -1;
        int at = selectedLine();
        if (at < 0 || selected == null) {
            return;
        }
        for (int place = at + by; place >= 0 && place < lines.size(); place += by) {
            if (lines.get(place) instanceof Row row && flow.sameTransaction(selected, row.message())) {
                call.selectedProperty().set(row.message());
                return;
            }
        }
    }

    /** Swaps a column with its shown neighbour. */
    public void move(Column column, boolean right) {
        List<Column> shown = ladder.get().columns();
        int at = shown.indexOf(column);
        int other = at + (right ? 1 : -1);
        if (at < 0 || other < 0 || other >= shown.size()) {
            return;
        }
        List<String> ids = new ArrayList<>(shown.stream().map(Column::id).toList());
        ids.set(at, shown.get(other).id());
        ids.set(other, column.id());
        order.set(List.copyOf(ids));
    }

    /** Takes a column away; the last one stays. */
    public void hide(Column column) {
        if (ladder.get().columns().size() > 1) {
            List<String> ids = new ArrayList<>(hidden.get());
            ids.add(column.id());
            hidden.set(Set.copyOf(ids));
        }
    }

    public void show(Column column) {
        List<String> ids = new ArrayList<>(hidden.get());
        ids.remove(column.id());
        hidden.set(Set.copyOf(ids));
    }

    public void showAll() {
        hidden.set(Set.of());
    }

    /** The whole ladder as it is arranged now, as one SVG picture, which may be drawn on any thread. */
    public Supplier<String> svg(Texts texts) {
        Ladder arranged = ladder.get();
        TimeColumn counted = times.get();
        return () -> LadderSvg.svg(arranged, texts, counted);
    }
}
