package org.ringback.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ringback.call.Message;
import org.ringback.diagnosis.Trace;
import org.ringback.ladder.Calls;
import org.ringback.ladder.Column;
import org.ringback.ladder.Grouping;
import org.ringback.ladder.Happened;
import org.ringback.ladder.Ladder;
import org.ringback.ladder.NetworkMark;
import org.ringback.ladder.Relation;
import org.ringback.ladder.TimeMode;
import org.ringback.settings.Settings;

/** What the user does to a ladder, without a toolkit. */
class LadderModelTest {

    private final LadderOptions options = new LadderOptions(null);

    private LadderModel model(Trace trace) {
        return new LadderModel(
                new OpenCall(trace.calls().getFirst(), trace.calls(), Optional.empty()), options, ZoneOffset.UTC);
    }

    private static Message message(LadderModel model, int row) {
        return model.ladder().get().rows().get(row).message();
    }

    private static List<String> names(LadderModel model) {
        return model.ladder().get().columns().stream().map(Column::name).toList();
    }

    @Test
    void foldingChangesTheRows() {
        LadderModel model = model(Calls.silence());
        assertThat(model.ladder().get().rows()).hasSize(1);
        options.foldedProperty().set(false);
        assertThat(model.ladder().get().rows()).hasSize(7);
    }

    @Test
    void aChosenRowCountsForItsOwnLadderOnly() {
        LadderModel first = model(Calls.forked());
        first.call().selectedProperty().set(message(first, 1));
        first.toggleKey();
        assertThat(options.timesProperty().get()).isEqualTo(TimeMode.SINCE_KEY);
        model(Calls.silence());
        assertThat(options.timesProperty().get()).isEqualTo(TimeMode.SINCE_START);
    }

    @Test
    void neighboursSwapAndTheEdgesStay() {
        LadderModel model = model(Calls.forked());
        model.move(model.ladder().get().columns().get(2), true);
        assertThat(names(model)).containsExactly("192.0.2.10", "192.0.2.1", "203.0.113.30", "198.51.100.20");
        model.move(model.ladder().get().columns().get(0), false);
        model.move(model.ladder().get().columns().get(3), true);
        assertThat(names(model)).containsExactly("192.0.2.10", "192.0.2.1", "203.0.113.30", "198.51.100.20");
    }

    @Test
    void aHiddenHostComesBackWhereItWas() {
        LadderModel model = model(Calls.forked());
        Column proxy = model.ladder().get().columns().get(1);
        model.hide(proxy);
        assertThat(names(model)).hasSize(3);
        assertThat(model.ladder().get().rows()).isEmpty();
        model.show(proxy);
        assertThat(names(model)).hasSize(4).startsWith("192.0.2.10", "192.0.2.1");
    }

    @Test
    void theLastColumnCannotBeHidden() {
        LadderModel model = model(Calls.silence());
        model.hide(model.ladder().get().columns().getLast());
        model.hide(model.ladder().get().columns().getLast());
        assertThat(names(model)).hasSize(1);
        model.showAll();
        assertThat(names(model)).hasSize(2);
    }

    @Test
    void theKeyIsSetAndTakenAwayAgain() {
        LadderModel model = model(Calls.forked());
        model.call().selectedProperty().set(message(model, 4));
        model.toggleKey();
        assertThat(options.timesProperty().get()).isEqualTo(TimeMode.SINCE_KEY);
        assertThat(model.times().get().text(model.ladder().get(), 4)).isEqualTo("0.000");
        model.toggleKey();
        assertThat(options.timesProperty().get()).isEqualTo(TimeMode.SINCE_START);
        assertThat(model.keyProperty().get()).isNull();
    }

    @Test
    void nothingIsRelatedWhileNothingIsSelected() {
        LadderModel model = model(Calls.forked());
        assertThat(model.relation(model.ladder().get().rows().getFirst())).isEmpty();
        model.call().selectedProperty().set(message(model, 0));
        assertThat(model.relation(model.ladder().get().rows().getFirst())).contains(Relation.SELECTED);
        assertThat(model.relation(model.ladder().get().rows().get(1)))
                .isEqualTo(Optional.of(Relation.SAME_TRANSACTION));
    }

    @Test
    void aRetransmissionIsSelectedInTheRowIntoWhichItIsFolded() {
        LadderModel model = model(Calls.silence());
        Message last = model.ladder().get().rows().getFirst().repeats().getLast();
        model.call().selectedProperty().set(last);
        assertThat(model.selectedLine()).isZero();
        assertThat(model.relation(model.ladder().get().rows().getFirst())).contains(Relation.SELECTED);
    }

    @Test
    void stepsGoThroughTheTransactionAndStopAtItsEnds() {
        LadderModel model = model(Calls.forked());
        model.step(true);
        assertThat(model.selectedLine()).as("nothing selected, nowhere to go").isEqualTo(-1);
        model.call().selectedProperty().set(message(model, 0));
        model.step(true);
        Ladder ladder = model.ladder().get();
        assertThat(ladder.rows().get(model.selectedLine()).label()).startsWith("100");
        model.step(false);
        model.step(false);
        assertThat(model.selectedLine()).isZero();
    }

    @Test
    void howItIsLookedAtIsRemembered() {
        options.groupingProperty().set(Grouping.NAME);
        options.timesProperty().set(TimeMode.SINCE_PREVIOUS);
        options.foldedProperty().set(false);
        options.zoomIn();
        var again = new LadderOptions(options.remembered().get());
        assertThat(again.groupingProperty().get()).isEqualTo(Grouping.NAME);
        assertThat(again.timesProperty().get()).isEqualTo(TimeMode.SINCE_PREVIOUS);
        assertThat(again.foldedProperty().get()).isFalse();
        assertThat(again.zoomProperty().get()).isGreaterThan(1);
    }

    @Test
    void damagedMemoriesAreAsAtTheFirstStart() {
        var damaged = new LadderOptions(new Settings.Ladder("nonsense", null, null, 1e9, null));
        assertThat(damaged.groupingProperty().get()).isEqualTo(Grouping.ADDRESS);
        assertThat(damaged.timesProperty().get()).isEqualTo(TimeMode.SINCE_START);
        assertThat(damaged.foldedProperty().get()).isTrue();
        assertThat(damaged.zoomProperty().get()).isEqualTo(LadderOptions.LARGEST);
    }

    @Test
    void theSessionRemembersThem() {
        Session session = Sessions.fresh();
        session.ladder().groupingProperty().set(Grouping.PORT);
        Settings settings = session.remembered().getValue();
        assertThat(Sessions.remembering(settings).ladder().groupingProperty().get())
                .isEqualTo(Grouping.PORT);
    }

    @Test
    void zoomHasBounds() {
        for (int i = 0; i < 50; i++) {
            options.zoomIn();
        }
        assertThat(options.zoomProperty().get()).isEqualTo(LadderOptions.LARGEST);
        for (int i = 0; i < 50; i++) {
            options.zoomOut();
        }
        assertThat(options.zoomProperty().get()).isEqualTo(LadderOptions.SMALLEST);
        options.resetZoom();
        assertThat(options.zoomProperty().get()).isEqualTo(1);
    }

    @Test
    void whatTheNetworkDidIsSelectedInThePlaceOfAMessage() {
        Trace trace = new Happened().refused().ended();
        var open = new OpenCall(
                trace.calls().getFirst(), trace.calls(), Optional.empty(), List.of(), Happened.network(trace));
        var model = new LadderModel(open, options, ZoneOffset.UTC);
        NetworkMark mark = model.ladder().get().marks().getFirst();
        open.selectedProperty().set(message(model, 0));

        model.select(mark);
        assertThat(model.selectedLine()).isEqualTo(1);
        assertThat(open.selectedProperty().get()).isNull();
        assertThat(model.relation(mark)).contains(Relation.SELECTED);
        assertThat(model.relation(model.ladder().get().rows().getFirst())).isEmpty();
        model.step(true);
        model.toggleKey();
        assertThat(model.selectedLine()).as("it belongs to no transaction").isEqualTo(1);

        open.selectedProperty().set(message(model, 1));
        assertThat(model.selectedLine()).isEqualTo(2);
        assertThat(model.markedProperty().get()).isNull();
        assertThat(model.relation(mark)).isEmpty();
    }
}
